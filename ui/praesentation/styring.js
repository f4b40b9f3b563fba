// What both windows of a show can: keys, what is wished of the show, and the line to it. Read after the script of the
// window, in the same component.
//
// A wish is where the show shall be, whole and under a name of its own: { id, nr, omraade, daekke }. It is told to the
// server until the server says that it has heard that name, and to the other window of this browser at once. So a press
// that was lost with the line is not lost, and one that is told twice is done once.
const NEXT = ['ArrowRight', 'PageDown', ' ', 'ArrowDown', 'n', 'N', 'Enter'];
const PREVIOUS = ['ArrowLeft', 'PageUp', 'ArrowUp', 'p', 'P'];
const LETTERS = { b: 'sort', '.': 'sort', w: 'hvid', ',': 'hvid', f: 'fuld', s: 'taler', q: 'qr', o: 'soeg', '/': 'soeg',
    g: 'oversigt' };
// A server that takes longer than LATE is not waited for: the picture that the browser has is shown meanwhile, and one
// that it lacks is told of when it is LATER.
const LATE = 250, LATER = 1500, MISSED = 900, AGAIN = 2000, TICK = 100, ASKING = 5000, SILENT = 4000;
const SAID = { lost: 'Forbindelsen er væk. Tasterne virker stadig, og vi prøver igen …',
    slow: 'Serveren svarer ikke endnu. Tasterne virker stadig …',
    leave: 'Afslut fremvisningen? Tryk Esc eller Enter igen. Alle andre taster fortsætter.',
    last: 'Det var det sidste dias.', first: 'Det er det første dias.' };
const pictures = globalThis.lysbilleder ??= { show: '', slides: new Map() };
const pictureKey = (nr, area) => `${nr}|${area ?? ''}|${area === null || area === undefined}`;

// own: { redraw(), leave(), and what else this window can do by name }
function begin(root, own) {
    const stop = new AbortController(), { signal } = stop;
    const state = { data: null, send: null, wish: null, down: false, digits: '', question: 0, hits: [], own, signal };
    state.clock = setInterval(() => tick(root, state), TICK);
    state.stop = () => { stop.abort(); clearInterval(state.clock); state.channel?.close(); };
    addEventListener('keydown', event => key(root, state, event), { signal, capture: true });
    // Streamlit tells the page that it stands in how the line is; that page is this one
    addEventListener('message', event => {
        if (event.source !== window || event.data?.stCommVersion !== 1) return;
        if (event.data.type === 'WEBSOCKET_DISCONNECTED' && !state.down) { state.down = true; state.lostAt = Date.now(); }
        if (event.data.type === 'WEBSOCKET_CONNECTED') { state.down = false; state.asked = 0; }
        own.redraw();
    }, { signal });
    return state;
}

// the server's last word
function hear(root, state, component) {
    Object.assign(state, { data: component.data, send: component.setTriggerValue });
    const { data, wish } = state;
    if (wish && data.hoert.includes(wish.id)) state.wish = null;
    if (!state.channel) {
        state.channel = new BroadcastChannel(`fremvisning-${data.show}`);
        state.channel.onmessage = ({ data: told }) => {
            if (told.wish && told.wish.id !== state.wish?.id) hold(state, told.wish);
            if (told.left) state.own.leave(false);
        };
    }
    // begun again, perhaps on newer data: the pictures of before are none of it
    const name = data.show + data.begyndt;
    if (pictures.show !== name) { pictures.show = name; pictures.slides.clear(); }
    for (const one of data.billeder ?? []) pictures.slides.set(pictureKey(one.nr, one.omraade), one);
}

// where the presenter is: what was wished last, heard or not
const place = ({ wish, data }) => wish ?? data;
function isLate({ wish, wishedAt, down }) {
    if (!wish || down) return Boolean(wish);
    return Date.now() - wishedAt > (pictures.slides.has(pictureKey(wish.nr, wish.omraade)) ? LATE : LATER);
}

function want(state, change) {
    const { nr, omraade, daekke } = place(state);
    const id = `${Date.now()}.${Math.random().toString(36).slice(2, 8)}`;
    const wish = { nr, omraade, daekke, ...change, id };
    state.channel.postMessage({ wish });
    hold(state, wish);
}

function hold(state, wish) {
    Object.assign(state, { wish, wishedAt: Date.now(), asked: 0 });
    tell(state);
    state.own.redraw();
}

function tell(state) {
    if (state.down) return;
    state.asked = Date.now();
    state.send('oenske', state.wish);
}

function tick(root, state) {
    if (!state.data) return;
    if (state.wish && Date.now() - (state.asked ?? 0) > AGAIN) tell(state);
    if (state.digits && Date.now() - state.typedAt > ASKING) state.digits = '';
    if (state.question && Date.now() - state.question > ASKING) state.question = 0;
    const now = [isLate(state), strip(state)].join();
    if (now !== state.shown) { state.shown = now; state.own.redraw(); }
}

// what is said at the edge of the window, quietly
function strip(state) {
    if (state.question) return SAID.leave;
    if (state.digits) return `Dias ${state.digits}: tryk Enter`;
    if (state.down && Date.now() - state.lostAt > MISSED) return SAID.lost;
    if (state.wish && Date.now() - state.wishedAt > SILENT) return SAID.slow;
    return Date.now() - (state.edgeAt ?? 0) < SILENT / 2 ? state.edge : '';
}

// the picture of a slide that this browser has; one that it lacks is told of by its title
function picture(state, nr, area) {
    const found = pictures.slides.get(pictureKey(nr, area));
    if (found || nr < 0 || nr >= state.data.antal) return found;
    return { nr, titel: state.data.titler[nr], besked: area === null || area === undefined
        ? 'Billedet af dette dias er ikke hentet endnu.' : 'Området vises, når serveren svarer.' };
}

function key(root, state, event) {
    if (!state.data || event.isComposing) return;
    // a clicker's play button, which is F5 and Esc by turns: neither a reload, nor the end at its second press
    if (event.key === 'F5' && !event.ctrlKey) {
        state.question = 0;
        state.own.redraw();
        return taken(event);
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (layerKey(root, state, event)) return;
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
    const asked = state.question;
    state.question = 0;
    if (asked && ['Escape', 'Enter'].includes(event.key)) { taken(event); return act(root, state, 'luk'); }
    if ([' ', 'Enter'].includes(event.key) && event.target.closest?.('button, a') && !state.digits) return;
    if (/^\d$/.test(event.key)) {
        Object.assign(state, { digits: (state.digits + event.key).slice(-3), typedAt: Date.now() });
        state.own.redraw();
        return taken(event);
    }
    const does = action(state, event.key);
    if (does !== 'nummer') state.digits = '';
    if (!does) return state.own.redraw();
    taken(event);
    act(root, state, does);
}

function taken(event) {
    event.preventDefault();
    event.stopPropagation();
}

function action(state, pressed) {
    const { omraade, daekke } = place(state);
    if (state.digits && pressed === 'Enter') return 'nummer';
    if (NEXT.includes(pressed)) return 'naeste';
    if (PREVIOUS.includes(pressed)) return 'forrige';
    if (pressed === 'Home') return 'foerste';
    if (pressed === 'End') return 'sidste';
    if (pressed === 'Backspace') return 'tilbage';
    if (pressed === 'Escape') return daekke || (omraade !== null ? 'tilbage' : 'spoerg');
    return LETTERS[pressed.toLowerCase()];
}

function act(root, state, does) {
    const { data, own } = state, { nr, omraade, daekke } = place(state), last = data.antal - 1;
    const steps = { naeste: nr + 1, forrige: nr - 1, foerste: 0, sidste: last, nummer: Number(state.digits) - 1 };
    if (does in steps) {
        state.digits = '';
        go(state, Math.max(0, Math.min(steps[does], last)), steps[does]);
    } else if (['sort', 'hvid', 'qr'].includes(does)) want(state, { daekke: daekke === does ? '' : does });
    else if (does === 'tilbage') { if (omraade !== null) want(state, { omraade: null }); }
    else if (does === 'spoerg') { state.question = Date.now(); own.redraw(); }
    else if (does === 'luk') {
        state.channel.postMessage({ left: true });
        own.leave(true);
    } else if (does === 'soeg') openSearch(root, state);
    else if (does === 'oversigt') openOverview(root, state);
    else own[does]?.();
}

function go(state, to, asked = to) {
    const { nr, omraade, daekke } = place(state);
    if (to === nr && omraade === null && !daekke) {
        Object.assign(state, { edge: asked > to ? SAID.last : asked < to ? SAID.first : '', edgeAt: Date.now() });
        return state.own.redraw();
    }
    want(state, { nr: to, omraade: null, daekke: '' });
}
