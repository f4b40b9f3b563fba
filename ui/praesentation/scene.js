// The stage: head and foot of a slide, touch areas, what lies over it, and the picture of a slide that the server has
// not sent yet.
const states = new WeakMap();

export default function (component) {
    const root = component.parentElement.querySelector('.lysbillede');
    let state = states.get(root);
    if (!state) {
        state = begin(root, {
            redraw: () => { if (state.data) over(root, state); },
            leave: () => leave(state),
            fuld: fullScreen,
            taler: () => speaker(root, state),
            hjul: () => wheel(root, state),
        });
        states.set(root, state);
        layers(root, state);
        listen(root, state);
        point(root, state);
    }
    hear(root, state, component);
    draw(root, state);
    return () => { state.stop(); states.delete(root); };
}

function draw(root, state) {
    const { data } = state;
    write(root, 'advarsel', data.advarsel);
    write(root, 'titel', data.titel);
    write(root, 'under', data.under);
    write(root, 'om', data.om);
    write(root, 'daekning', data.daekning);
    write(root, 'kilde', data.kilde);
    write(root, 'version', data.version);
    write(root, 'nr', data.nummer);
    write(root, 'besked', data.besked);
    part(root, 'tilbage').hidden = data.omraade === null;
    drawTable(part(root, 'tabel'), data.tabel);
    drawCode(root, data.qr);
    over(root, state);
    fit(root, state);
    root.dataset.dias = data.nr;
    root.dataset.omraade = data.omraade ?? '';
}

// what this browser knows better than the server's last word
function over(root, state) {
    const { data } = state, { nr, omraade, daekke } = place(state), local = part(root, 'lokal');
    const isElsewhere = nr !== data.nr || omraade !== data.omraade;
    local.hidden = !isElsewhere || !isLate(state);
    if (!local.hidden) {
        paint(local.firstElementChild, picture(state, nr, omraade));
        write(root, 'lokalt-nr', `${nr + 1} / ${data.antal}`);
    }
    part(root, 'forrige').disabled = nr === 0;
    part(root, 'naeste').disabled = nr === data.antal - 1;
    part(root, 'sort').hidden = daekke !== 'sort';
    part(root, 'hvid').hidden = daekke !== 'hvid';
    part(root, 'qr').hidden = daekke !== 'qr';
    write(root, 'stribe', strip(state));
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

function drawCode(root, code) {
    write(root, 'link', code.link);
    write(root, 'fejl', code.advarsel);
    const n = code.raekker.length, svg = root.querySelector('.qr svg');
    const path = code.raekker.flatMap((row, y) => [...row].map((dot, x) => dot === '1' ? `M${x} ${y}h1v1h-1z` : ''));
    svg.setAttribute('viewBox', `-4 -4 ${n + 8} ${n + 8}`);
    svg.querySelector('path').setAttribute('d', path.join(''));
}

function listen(root, state) {
    const { signal } = state;
    const size = () => state.send('skaerm', [innerWidth, innerHeight]);
    addEventListener('resize', () => { clearTimeout(state.resized); state.resized = setTimeout(size, 150); }, { signal });
    setTimeout(() => {
        const { skaerm } = state.data;
        if (skaerm[0] !== innerWidth || skaerm[1] !== innerHeight) size();
    }, 0);
    for (const button of root.querySelectorAll('button')) {
        button.onclick = event => {
            // the next space bar is for the show, not for this button, unless it was reached by keyboard
            if (event.detail) button.blur();
            act(root, state, button.dataset.goer);
        };
    }
}

function leave(state) {
    if (document.fullscreenElement) document.exitFullscreen();
    state.send('luk', true);
}

function fullScreen() {
    if (document.fullscreenElement) return document.exitFullscreen();
    document.documentElement.requestFullscreen?.().then(
        // else Esc would leave the full screen before anybody is asked
        () => navigator.keyboard?.lock?.(['Escape']).catch(() => {}), () => {});
}

// A window of its own, not a tab: the hall must not see it come.
function speaker(root, state) {
    const width = Math.min(1280, screen.availWidth), height = Math.min(860, screen.availHeight);
    const opened = open(state.data.taler, `taler-${state.data.show}`, `popup,width=${width},height=${height}`);
    if (opened) return opened.focus();
    Object.assign(state, { edge: 'Browseren åbnede ikke talervinduet. Tillad vinduer fra denne side.', edgeAt: Date.now() });
    over(root, state);
}
