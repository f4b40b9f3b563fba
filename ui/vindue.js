// Tells the server how large the window is, when that is not what it assumed: once when the page is opened, and when the
// window has come to rest in another size. Heights are told in steps, so that a toolbar that comes and goes costs no run.
// Read after menu.js, in the same component: each component is a message of its own at every click.
const STEP = 20, REST = 300;
const windows = new WeakMap();

function measure(component) {
    const root = component.parentElement;
    let state = windows.get(root);
    if (!state) {
        state = {};
        windows.set(root, state);
        const stop = new AbortController();
        state.stop = () => { stop.abort(); clearTimeout(state.timer); windows.delete(root); };
        const later = () => { clearTimeout(state.timer); state.timer = setTimeout(() => tell(state), REST); };
        addEventListener('resize', later, { signal: stop.signal });
    }
    Object.assign(state, { assumed: component.data.antaget, send: component.setTriggerValue });
    tell(state);
    return state.stop;
}

function tell(state) {
    if (!state.assumed) return;
    const now = [innerWidth, innerHeight], step = size => size.map(one => Math.floor(one / STEP)).join();
    if (step(now) === step(state.assumed) || step(now) === state.told) return;
    state.told = step(now);
    state.send('maal', now);
}
