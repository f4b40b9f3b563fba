// What may lie over a window of a show: the search of an area, the overview of all slides, and the strip; and a slide
// as a picture. Read after styring.js, in the same component.
const LAYERS = `
  <p class="stribe" role="status" hidden></p>
  <div class="lag soeg" hidden>
    <label for="dias-omraade">Og i …? Skriv et område eller en by</label>
    <input id="dias-omraade" autocomplete="off" spellcheck="false">
    <p class="intet" hidden></p>
    <ul role="listbox" aria-label="Områder"></ul>
  </div>
  <div class="lag oversigt" role="dialog" aria-label="Alle dias" hidden><ol></ol></div>`;
const MOST_HITS = 8;
const COUNTRY = { name: 'Hele landet', code: '', keys: ['hele landet', 'landet', 'danmark'] };

const part = (root, name) => root.querySelector('.' + name);

function write(root, name, words) {
    const element = part(root, name);
    element.textContent = words || '';
    element.hidden = !words;
}

function layers(root, state) {
    root.insertAdjacentHTML('beforeend', LAYERS);
    const field = root.querySelector('.soeg input');
    field.oninput = () => search(root, state);
    part(root, 'oversigt').onclick = event => {
        const item = event.target.closest('li');
        part(root, 'oversigt').hidden = true;
        if (item) go(state, Number(item.dataset.nr));
    };
}

const isOpen = root => !part(root, 'soeg').hidden || !part(root, 'oversigt').hidden;

// true when a layer took the key
function layerKey(root, state, event) {
    if (!part(root, 'soeg').hidden) searchKey(root, state, event);
    else if (!part(root, 'oversigt').hidden) overviewKey(root, state, event);
    else return false;
    return true;
}

function openSearch(root, state) {
    part(root, 'soeg').hidden = false;
    const field = root.querySelector('.soeg input');
    field.value = '';
    state.searched = null;
    state.waits = false;
    fetched(state.data.steder);
    search(root, state);
    field.focus();
}

async function search(root, state) {
    const field = root.querySelector('.soeg input'), asked = folded(field.value);
    const all = [COUNTRY, ...await fetched(state.data.steder).catch(() => [])];
    if (folded(field.value) !== asked) return;
    const hits = asked ? ranked(all, asked) : [];
    const near = asked && !hits.length ? nearest(all, asked) : [];
    Object.assign(state, { hits: (hits.length ? hits : near).slice(0, MOST_HITS), chosen: 0, searched: field.value });
    const none = all.length > 1 ? 'Intet område eller sted hedder det.' : 'Listen over områder kan ikke hentes lige nu.';
    write(root, 'intet', asked && !hits.length ? none + (near.length ? ' Mente du:' : '') : '');
    drawHits(root, state);
    // Enter that came before the list is done now
    if (state.waits && hits.length) chooseHit(root, state);
    state.waits = false;
}

function drawHits(root, state) {
    root.querySelector('.soeg ul').replaceChildren(...state.hits.map((one, i) => {
        const line = document.createElement('li');
        line.textContent = one.name;
        line.setAttribute('role', 'option');
        line.setAttribute('aria-selected', i === state.chosen);
        line.onclick = () => { state.chosen = i; chooseHit(root, state); };
        return line;
    }));
}

function searchKey(root, state, event) {
    const last = state.hits.length - 1, field = root.querySelector('.soeg input');
    const moves = { ArrowDown: Math.min(state.chosen + 1, last), ArrowUp: Math.max(state.chosen - 1, 0) };
    if (event.key === 'Escape') closeSearch(root);
    else if (event.key === 'Enter') {
        if (state.searched === field.value) chooseHit(root, state);
        else state.waits = true;
    } else if (event.key in moves) {
        state.chosen = moves[event.key];
        drawHits(root, state);
    } else { event.stopPropagation(); return; }
    taken(event);
}

function chooseHit(root, state) {
    const hit = state.hits[state.chosen];
    if (!hit) return;
    closeSearch(root);
    want(state, { omraade: hit.code, daekke: '' });
}

function closeSearch(root) {
    root.querySelector('.soeg input').blur();
    part(root, 'soeg').hidden = true;
}

function openOverview(root, state) {
    const { nr } = place(state);
    part(root, 'oversigt').hidden = false;
    root.querySelector('.oversigt ol').replaceChildren(...state.data.titler.map((title, i) => {
        const item = document.createElement('li'), found = pictures.slides.get(pictureKey(i, null));
        item.dataset.nr = i;
        const box = item.appendChild(document.createElement('div'));
        box.className = 'billede';
        paint(box, found ?? { nr: i, titel: title });
        item.appendChild(document.createElement('p')).textContent = `${i + 1}. ${found?.titel || title}`;
        return item;
    }));
    markSlide(root, nr);
}

function markSlide(root, nr) {
    root.querySelectorAll('.oversigt li').forEach((item, i) => {
        item.setAttribute('aria-current', i === nr);
        if (i === nr) item.scrollIntoView({ block: 'nearest' });
    });
}

function overviewKey(root, state, event) {
    const items = [...root.querySelectorAll('.oversigt li')];
    const at = items.findIndex(item => item.getAttribute('aria-current') === 'true');
    const across = items.filter(item => item.offsetTop === items[0].offsetTop).length;
    const moves = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across, PageDown: 1, PageUp: -1,
        Home: -items.length, End: items.length };
    if (event.key in moves) markSlide(root, Math.max(0, Math.min(at + moves[event.key], items.length - 1)));
    else if (['Escape', 'g', 'G', 'Enter', ' '].includes(event.key)) {
        part(root, 'oversigt').hidden = true;
        if (['Enter', ' '].includes(event.key)) go(state, at);
    }
    taken(event);
}

// A slide as a picture, in a box of any size: type and edges go by the box. What the server writes as marks is escaped
// there (export/tegning).
function paint(box, slide) {
    const name = `${pictures.show}|${slide.nr}|${slide.omraade}|${Boolean(slide.kilde)}`;
    if (box.dataset.navn === name) return;
    box.dataset.navn = name;
    box.replaceChildren();
    const line = (kind, words) => {
        if (!words) return;
        const element = box.appendChild(document.createElement('p'));
        element.className = kind;
        element.textContent = words;
    };
    line('b-advarsel', slide.advarsel);
    line('b-titel', slide.titel);
    line('b-under', slide.under);
    line('b-om', slide.om);
    const middle = box.appendChild(document.createElement('div'));
    middle.className = 'b-midte';
    if (slide.besked) middle.textContent = slide.besked;
    else if (slide.tabel) drawTable(middle, slide.tabel);
    else middle.innerHTML = slide.svg || slide.ord || '';
    middle.classList.toggle('b-tegning', Boolean(slide.svg));
    line('b-kilde', slide.daekning);
    line('b-kilde', slide.kilde);
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
