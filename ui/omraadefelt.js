// The field "Område eller by": what is written is compared with names as people may spell them, the best first. Nothing
// found is no dead end: the nearest names are offered, or all of them.
const states = new WeakMap();
const MOST = 12;

export default function (component) {
    const root = component.parentElement;
    let state = states.get(root);
    if (!state) {
        state = { found: [], at: -1 };
        states.set(root, state);
        listen(root, state);
    }
    Object.assign(state, { data: component.data, send: component.setTriggerValue });
    fetched(state.data.liste);
    root.querySelector('label').textContent = state.data.label;
    root.querySelector('.felt').classList.toggle('skjult', state.data.skjult);
    rest(root, state);
    return () => { state.stop(); states.delete(root); };
}

// the field as it is when nobody writes in it
function rest(root, state) {
    const field = root.querySelector('input'), { data } = state;
    fold(root, state);
    field.value = data.navn;
    field.placeholder = data.uden;
    root.querySelector('.ryd').hidden = !data.kode;
}

function fold(root, state) {
    state.found = [];
    state.at = -1;
    if (showing(root)) root.querySelector('.liste').hidePopover();
    const field = root.querySelector('input');
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
}

async function look(root, state, written) {
    const all = await fetched(state.data.liste).catch(() => []), query = folded(written);
    if (root.querySelector('input') !== root.activeElement) return;
    const hits = query ? ranked(all, query).slice(0, MOST) : all.filter(one => one.front);
    const none = query && !hits.length;
    const near = none ? nearest(all, query) : [];
    state.found = near.length ? near : none ? all.filter(one => one.front) : hits;
    state.at = query && !none ? 0 : -1;
    const told = root.querySelector('.intet');
    told.hidden = !none;
    told.textContent = none ? state.data.intet.slice(0, near.length ? 2 : 1).join(' ') : '';
    root.querySelector('ul').replaceChildren(...state.found.map((one, nr) => {
        const item = document.createElement('li');
        Object.assign(item, { id: `fundet-${nr}`, textContent: one.name });
        item.setAttribute('role', 'option');
        item.dataset.kode = one.code;
        return item;
    }));
    open(root);
    root.querySelector('input').setAttribute('aria-expanded', 'true');
    mark(root, state);
}

const showing = root => root.querySelector('.liste').matches(':popover-open');

// on top of everything, for the boxes that the field stands in would cut the list
function open(root) {
    const list = root.querySelector('.liste'), box = root.querySelector('.boks').getBoundingClientRect();
    if (!showing(root)) list.showPopover();
    Object.assign(list.style, { top: box.bottom + 2 + 'px', left: box.left + 'px', minWidth: box.width + 'px' });
    list.style.maxHeight = Math.max(120, Math.min(352, innerHeight - box.bottom - 12)) + 'px';
}

function mark(root, state) {
    const field = root.querySelector('input');
    root.querySelectorAll('li').forEach((item, nr) => {
        item.setAttribute('aria-selected', nr === state.at);
        if (nr === state.at) item.scrollIntoView({ block: 'nearest' });
    });
    if (state.at < 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', `fundet-${state.at}`);
}

function choose(root, state, code) {
    const same = code === state.data.kode;
    if (same) rest(root, state);
    else state.send('kode', code);
    root.querySelector('input').blur();
}

function listen(root, state) {
    const stop = new AbortController(), { signal } = stop;
    state.stop = () => stop.abort();
    const field = root.querySelector('input'), list = root.querySelector('ul');
    field.addEventListener('focus', () => {
        field.placeholder = state.data.label;
        field.select();
        look(root, state, '');
    }, { signal });
    field.addEventListener('input', () => look(root, state, field.value), { signal });
    field.addEventListener('blur', () => rest(root, state), { signal });
    // the list stands still in the window: it goes when the page below it moves
    addEventListener('scroll', event => {
        if (showing(root) && !event.composedPath().includes(root.querySelector('.liste'))) fold(root, state);
    }, { signal, capture: true });
    field.addEventListener('keydown', event => key(root, state, event), { signal });
    // the field keeps the focus while the mouse is on the list
    list.addEventListener('pointerdown', event => event.preventDefault(), { signal });
    list.addEventListener('mousedown', event => event.preventDefault(), { signal });
    list.addEventListener('click', event => {
        const item = event.target.closest('li');
        if (item) choose(root, state, item.dataset.kode);
    }, { signal });
    root.querySelector('.ryd').addEventListener('click', () => choose(root, state, ''), { signal });
}

function key(root, state, event) {
    if (['ArrowDown', 'ArrowUp'].includes(event.key) && state.found.length) {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        state.at = (state.at + step + state.found.length) % state.found.length;
        mark(root, state);
    } else if (event.key === 'Enter' && state.at >= 0) {
        event.preventDefault();
        choose(root, state, state.found[state.at].code);
    } else if (event.key === 'Escape') {
        rest(root, state);
        root.querySelector('input').blur();
    }
}
