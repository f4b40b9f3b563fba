// Tells the server how large the window is, when that is not what it assumed: once when the page is opened, and when the
// window has come to rest in another size. Heights are told in steps, so that a toolbar that comes and goes costs no run.
const STEP = 20, REST = 300;
const states = new WeakMap();

export default function (component) {
    const root = component.parentElement;
    let state = states.get(root);
    if (!state) {
        state = {};
        states.set(root, state);
        const stop = new AbortController();
        state.stop = () => { stop.abort(); clearTimeout(state.timer); };
        const later = () => { clearTimeout(state.timer); state.timer = setTimeout(() => tell(state), REST); };
        addEventListener('resize', later, { signal: stop.signal });
    }
    Object.assign(state, { assumed: component.data.antaget, send: component.setTriggerValue });
    tell(state);
    return () => { state.stop(); states.delete(root); };
}

function tell(state) {
    const now = [innerWidth, innerHeight], step = size => size.map(one => Math.floor(one / STEP)).join();
    if (step(now) === step(state.assumed) || step(now) === state.told) return;
    state.told = step(now);
    state.send('maal', now);
}
