// The stage: head and foot of a slide, keys, touch areas, black screen, area search and QR code. It tells the server
// which slide is wanted by number, so that two quick presses of a clicker are never taken for one.
const states = new WeakMap();
const NEXT = ['ArrowRight', 'PageDown', ' ', 'ArrowDown'];
const PREVIOUS = ['ArrowLeft', 'PageUp', 'ArrowUp'];
// What stands before an area's own name: nobody begins with it.
const LEVEL = /^(sundhedsråd|region|videreuddannelsesregion) /;
const PATIENCE = 3000, TOOLS_SHOWN = 4000, MOST_HITS = 8;

export default function (component) {
    const root = component.parentElement.querySelector('.lysbillede');
    let state = states.get(root);
    if (!state) {
        state = { wanted: null, askedAt: 0, chosen: 0, hits: [] };
        states.set(root, state);
        listen(root, state);
    }
    Object.assign(state, { data: component.data, send: component.setTriggerValue });
    draw(root, state);
    return () => { state.stop(); states.delete(root); };
}

const part = (root, name) => root.querySelector('.' + name);

function draw(root, state) {
    const { data } = state;
    if (state.wanted === data.nr || Date.now() - state.askedAt > PATIENCE) state.wanted = null;
    if (data.kun_taster) { root.hidden = true; return; }
    write(root, 'advarsel', data.advarsel);
    write(root, 'titel', data.titel);
    write(root, 'under', data.under);
    write(root, 'daekning', data.daekning);
    write(root, 'kilde', data.kilde);
    write(root, 'version', data.version);
    write(root, 'nr', data.nummer);
    write(root, 'besked', data.besked);
    part(root, 'forrige').disabled = data.nr === 0;
    part(root, 'naeste').disabled = data.nr === data.antal - 1;
    part(root, 'tilbage').hidden = !data.om_omraade;
    drawTable(part(root, 'tabel'), data.tabel);
    drawCode(root, data.qr);
    // the presenter's remote can make the wall black; a key here does it without asking the server
    if (state.black !== data.sort) part(root, 'sort').hidden = !(state.black = data.sort);
    fit(root, state);
    root.dataset.dias = data.nr;
    root.dataset.omraade = data.omraade ?? '';
}

function write(root, name, words) {
    const element = part(root, name);
    element.textContent = words || '';
    element.hidden = !words;
}

// Streamlit's own boxes stand outside this one: they read the same sizes from the root of the page.
function fit(root, state) {
    const page = document.documentElement.style, { data } = state;
    page.setProperty('--skala', data.skala);
    page.setProperty('--tekst', data.tekst_px * data.skala + 'px');
    const top = part(root, 'top').getBoundingClientRect().bottom;
    const bottom = part(root, 'bund').getBoundingClientRect().top;
    page.setProperty('--top', top + 8 + 'px');
    page.setProperty('--hoejde', Math.max(100, bottom - top - 12) + 'px');
}

function drawTable(box, table) {
    box.replaceChildren();
    if (!table) return;
    const grid = box.appendChild(document.createElement('table'));
    const row = (cells, tag) => {
        const line = grid.appendChild(document.createElement('tr'));
        cells.forEach((words, i) => {
            const cell = line.appendChild(document.createElement(tag));
            cell.textContent = words;
            if (table.er_tal[i]) cell.className = 'tal';
        });
    };
    row(table.kolonner, 'th');
    table.raekker.forEach(cells => row(cells, 'td'));
    const rest = box.appendChild(document.createElement('p'));
    rest.className = 'rest';
    rest.textContent = table.rest;
}

function drawCode(root, code) {
    const layer = part(root, 'qr');
    layer.hidden = !code;
    if (!code) return;
    write(root, 'link', code.link);
    write(root, 'fejl', code.advarsel);
    const n = code.raekker.length, svg = layer.querySelector('svg');
    const path = code.raekker.flatMap((row, y) => [...row].map((dot, x) => dot === '1' ? `M${x} ${y}h1v1h-1z` : ''));
    svg.setAttribute('viewBox', `-4 -4 ${n + 8} ${n + 8}`);
    svg.querySelector('path').setAttribute('d', path.join(''));
}

function listen(root, state) {
    const stop = new AbortController(), { signal } = stop;
    state.stop = () => { stop.abort(); clearTimeout(state.timer); clearTimeout(state.resized); };
    addEventListener('keydown', event => key(root, state, event), { signal, capture: true });
    const size = () => { if (!state.data.kun_taster) state.send('skaerm', [innerWidth, innerHeight]); };
    addEventListener('resize', () => { clearTimeout(state.resized); state.resized = setTimeout(size, 150); }, { signal });
    setTimeout(() => {
        const { data } = state;
        if (data.skaerm && (data.skaerm[0] !== innerWidth || data.skaerm[1] !== innerHeight)) size();
    }, 0);
    const used = () => {
        root.classList.add('i-brug');
        clearTimeout(state.timer);
        state.timer = setTimeout(() => root.classList.remove('i-brug'), TOOLS_SHOWN);
    };
    addEventListener('pointermove', used, { signal });
    addEventListener('pointerdown', used, { signal });
    for (const button of root.querySelectorAll('button')) {
        button.onclick = event => {
            // the next space bar is for the show, not for this button, unless it was reached by keyboard
            if (event.detail) button.blur();
            act(root, state, button.dataset.goer);
        };
    }
    part(root, 'sort').onclick = () => act(root, state, 'sort');
    const field = root.querySelector('input');
    field.oninput = () => search(root, state);
    part(root, 'qr').onclick = () => act(root, state, 'qr');
}

function key(root, state, event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!part(root, 'soeg').hidden) return searchKey(root, state, event);
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
    if ([' ', 'Enter'].includes(event.key) && event.target.closest?.('button, a')) return;
    const does = action(root, state, event.key);
    if (!does) return;
    event.preventDefault();
    event.stopPropagation();
    act(root, state, does);
}

function action(root, state, pressed) {
    const letters = { b: 'sort', '.': 'sort', f: 'fuld', s: 'taler', q: 'qr', o: 'soeg', '/': 'soeg' };
    if (NEXT.includes(pressed)) return 'naeste';
    if (PREVIOUS.includes(pressed)) return 'forrige';
    if (pressed === 'Home') return 'foerste';
    if (pressed === 'End') return 'sidste';
    if (pressed === 'Backspace') return 'tilbage';
    if (pressed === 'Escape') {
        if (!part(root, 'sort').hidden) return 'sort';
        if (!part(root, 'qr').hidden) return 'qr';
        return state.data.om_omraade ? 'tilbage' : 'luk';
    }
    const does = letters[pressed.toLowerCase()];
    return state.data.kun_taster && ['sort', 'fuld', 'taler', 'qr', 'soeg'].includes(does) ? null : does;
}

function act(root, state, does) {
    const { data, send } = state, dark = part(root, 'sort');
    if (does !== 'sort' && !dark.hidden) dark.hidden = true;
    const from = state.wanted ?? data.nr;
    const steps = { naeste: from + 1, forrige: from - 1, foerste: 0, sidste: data.antal - 1 };
    if (does in steps) {
        const to = Math.max(0, Math.min(steps[does], data.antal - 1));
        if (to === from && !data.om_omraade) return;
        Object.assign(state, { wanted: to, askedAt: Date.now() });
        send('dias', to);
    } else if (does === 'sort') dark.hidden = !dark.hidden;
    else if (does === 'fuld') fullScreen();
    else if (does === 'taler') open(data.taler, 'taler');
    else if (does === 'soeg') openSearch(root, state);
    else if (does === 'tilbage') { if (data.om_omraade) send('omraade', null); }
    else if (does === 'qr') send('qr', part(root, 'qr').hidden);
    else if (does === 'luk') {
        if (document.fullscreenElement) document.exitFullscreen();
        send('luk', true);
    }
}

function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
}

function openSearch(root, state) {
    part(root, 'soeg').hidden = false;
    const field = root.querySelector('input');
    field.value = '';
    search(root, state);
    field.focus();
}

function search(root, state) {
    const asked = root.querySelector('input').value.trim().toLocaleLowerCase('da');
    const place = ([, name]) => {
        const words = name.toLocaleLowerCase('da'), own = words.replace(LEVEL, '');
        if (words.startsWith(asked) || own.startsWith(asked)) return 0;
        return words.split(/[\s,(-]+/).some(word => word.startsWith(asked)) || words.includes(' ' + asked) ? 1 : 2;
    };
    state.hits = asked ? state.data.omraader.filter(one => place(one) < 2).sort((a, b) => place(a) - place(b)) : [];
    state.hits = state.hits.slice(0, MOST_HITS);
    state.chosen = 0;
    drawHits(root, state);
    write(root, 'intet', asked && !state.hits.length ? 'Intet område begynder sådan.' : '');
}

function drawHits(root, state) {
    const list = root.querySelector('.soeg ul');
    list.replaceChildren(...state.hits.map(([code, name], i) => {
        const line = document.createElement('li');
        line.textContent = name;
        line.setAttribute('role', 'option');
        line.setAttribute('aria-selected', i === state.chosen);
        line.onclick = () => choose(root, state, code);
        return line;
    }));
}

function searchKey(root, state, event) {
    const last = state.hits.length - 1;
    const moves = { ArrowDown: Math.min(state.chosen + 1, last), ArrowUp: Math.max(state.chosen - 1, 0) };
    if (event.key === 'Escape') closeSearch(root);
    else if (event.key === 'Enter') { if (state.hits.length) choose(root, state, state.hits[state.chosen][0]); }
    else if (event.key in moves) {
        state.chosen = moves[event.key];
        drawHits(root, state);
    } else { event.stopPropagation(); return; }
    event.preventDefault();
    event.stopPropagation();
}

function choose(root, state, code) {
    closeSearch(root);
    state.send('omraade', code);
}

function closeSearch(root) {
    root.querySelector('input').blur();
    part(root, 'soeg').hidden = true;
}
