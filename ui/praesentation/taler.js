// The speaker's window: all is drawn from the pictures that this browser keeps, so that it goes on without the server.
const states = new WeakMap();
const GAP = 500, SIZES = [16, 20, 24, 30, 38, 48], SEEN = { sort: 'Væggen er sort.', hvid: 'Væggen er hvid.',
    qr: 'Væggen viser koden, som telefoner følger med ved.' };

export default function (component) {
    const root = component.parentElement.querySelector('.taler');
    let state = states.get(root);
    if (!state) {
        state = begin(root, {
            redraw: () => { if (state.data) draw(root, state); },
            leave: () => { state.send('luk', true); setTimeout(() => close(), GAP); },
            nulstil: () => { keep(state, 'fra', Date.now()); times(root, state); },
            mindre: () => resize(root, state, -1),
            stoerre: () => resize(root, state, 1),
        });
        states.set(root, state);
        layers(root, state);
        listen(root, state);
    }
    hear(root, state, component);
    // by this machine's clock: the server's may be another
    state.began = Date.now() - component.data.gaaet * 1000;
    if (!state.read) read(root, state);
    draw(root, state);
    times(root, state);
    return () => { clearInterval(state.ticks); state.stop(); states.delete(root); };
}

function draw(root, state) {
    const { data } = state, wished = place(state);
    // what is on its way has no picture yet, and that of now is better than none for so short a time
    const isThere = isLate(state) || pictures.slides.has(pictureKey(wished.nr, wished.omraade));
    const { nr, omraade, daekke } = isThere ? wished : { ...data, daekke: wished.daekke };
    const now = picture(state, nr, omraade);
    const next = picture(state, nr + 1, null);
    paint(root.querySelector('.nu .billede'), now);
    root.querySelector('.derefter .billede').hidden = !next;
    if (next) paint(root.querySelector('.derefter .billede'), next);
    root.querySelector('.derefter figcaption').textContent = next ? `Næste: ${next.titel}` : SAID.last;
    write(root, 'note', now.note || (now.svg || now.ord || now.tabel ? 'Ingen note til dette dias.' : ''));
    write(root, 'definition', now.definition && `Definition: ${now.definition}`);
    write(root, 'nr', `${nr + 1} / ${data.antal}`);
    write(root, 'version', data.version);
    const area = omraade === null ? '' : 'Salen ser dette dias for et andet område. Backspace går tilbage.';
    write(root, 'salen', [SEEN[daekke], area].filter(Boolean).join(' '));
    for (const one of ['sort', 'hvid', 'qr']) root.querySelector(`[data-goer=${one}]`).ariaPressed = daekke === one;
    part(root, 'tilbage').hidden = omraade === null;
    part(root, 'forrige').disabled = nr === 0;
    part(root, 'naeste').disabled = nr === data.antal - 1;
    const remote = root.querySelector('.fjernbetjening .kode');
    if (remote.dataset.link !== data.fjern.link) {
        remote.dataset.link = part(root, 'fjern').href = data.fjern.link;
        // drawn by the server: a phone that cannot open the address is told why instead
        if (data.fjern.hindring) remote.textContent = data.fjern.hindring;
        else remote.innerHTML = data.fjern.kode;
    }
    part(root, 'foelg').href = data.foelg;
    write(root, 'stribe', strip(state));
    root.dataset.dias = nr;
}

const clockText = seconds => {
    const whole = Math.max(0, Math.floor(seconds)), hours = Math.floor(whole / 3600);
    const rest = `${Math.floor(whole / 60) % 60}`, last = `${whole % 60}`.padStart(2, '0');
    return hours ? `${hours}.${rest.padStart(2, '0')}.${last}` : `${rest}.${last}`;
};

function times(root, state) {
    const gone = (Date.now() - (state.fra ?? state.began)) / 1000, left = state.minutter * 60 - gone;
    write(root, 'klokken', new Date().toLocaleTimeString('da-DK', { hour: '2-digit', minute: '2-digit' }));
    write(root, 'gaaet', clockText(gone));
    part(root, 'tilbage-tid').hidden = !state.minutter;
    part(root, 'tilbage-tid').classList.toggle('over', left < 0);
    part(root, 'tilbage-tid').classList.toggle('snart', left >= 0 && left < 120);
    root.querySelector('.tilbage-tid span').textContent = left < 0 ? 'Over tiden' : 'Tilbage';
    write(root, 'rest-tid', clockText(Math.abs(left)));
}

// kept for this show, so that a reload in the middle of a talk changes nothing
const drawer = state => `fremvisning-tid-${state.data.show}`;

function keep(state, name, value) {
    state[name] = value;
    const { fra, minutter, skrift } = state;
    try { localStorage.setItem(drawer(state), JSON.stringify({ fra, minutter, skrift })); } catch { /* is only kept */ }
}

function read(root, state) {
    state.read = true;
    try { Object.assign(state, JSON.parse(localStorage.getItem(drawer(state)) ?? '{}')); } catch { /* as if new */ }
    if (state.minutter) root.querySelector('.maaltid').value = state.minutter;
    resize(root, state, 0);
}

function resize(root, state, step) {
    const at = Math.max(0, Math.min((state.skrift ?? 2) + step, SIZES.length - 1));
    part(root, 'note').style.fontSize = SIZES[at] + 'px';
    if (step) keep(state, 'skrift', at);
}

function listen(root, state) {
    state.ticks = setInterval(() => { if (state.data) times(root, state); }, GAP);
    for (const button of root.querySelectorAll('button')) {
        button.onclick = event => {
            if (event.detail) button.blur();
            act(root, state, button.dataset.goer);
        };
    }
    const field = root.querySelector('.maaltid');
    field.oninput = () => { keep(state, 'minutter', Math.max(0, Math.min(Number(field.value) || 0, 600))); times(root, state); };
    field.onkeydown = event => { if (['Enter', 'Escape'].includes(event.key)) field.blur(); };
}
