// The field "Område eller by": what is written is compared with names as people may spell them, the best first. Nothing
// found is no dead end: the nearest names are offered, or all of them.
const states = new WeakMap(), lists = new Map();
const MOST = 12, NEAREST = 4;
const SPELT = [['å', 'a'], ['æ', 'a'], ['ø', 'o'], ['aa', 'a'], ['ae', 'a'], ['oe', 'o']];

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

// the same as views/faelles/stavning.py
export function folded(text) {
    text = text.normalize('NFC').toLowerCase();
    for (const [from, to] of SPELT) text = text.replaceAll(from, to);
    return (text.normalize('NFKD').replace(/\p{M}/gu, '').match(/[a-z0-9]+/g) ?? []).join(' ');
}

function fetched(url) {
    if (!lists.has(url)) {
        const list = fetch(url).then(answer => answer.ok ? answer.json() : [])
            .then(rows => rows.map(([name, code, keys, front]) => ({ name, code, keys: keys.split('|'), front })));
        list.catch(() => lists.delete(url));
        lists.set(url, list);
    }
    return lists.get(url);
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

// whole names first, then names that begin so, then words that do, then what stands inside a word
function ranked(all, query) {
    const rank = key => key === query ? 0 : key.startsWith(query) ? 1 : key.includes(' ' + query) ? 2
        : query.length > 2 && key.includes(query) ? 3 : 9;
    return all.map((one, nr) => ({ one, nr, rank: Math.min(...one.keys.map(rank)) }))
        .filter(hit => hit.rank < 9)
        .sort((a, b) => a.rank - b.rank || a.nr - b.nr).map(hit => hit.one);
}

function nearest(all, query) {
    return all.map(one => ({ one, far: Math.min(...one.keys.map(key => distance(key, query))) }))
        .filter(hit => hit.far <= Math.max(1, query.length / 3))
        .sort((a, b) => a.far - b.far).slice(0, NEAREST).map(hit => hit.one);
}

// how many letters must be changed, left out or put in
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++)
            next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
        row = next;
    }
    return row[b.length];
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
