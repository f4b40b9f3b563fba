// The mouse and the finger on the stage. Read after scene.js, in the same component.
const REST = 3000, SWIPE = 60, WHEEL_REST = 350;
const TOUCHABLE = 'button, a, input, .lag, .modebar, [role=dialog]';

function point(root, state) {
    const { signal } = state, page = document.documentElement;
    const used = () => {
        root.classList.add('i-brug');
        page.classList.remove('uden-markoer');
        clearTimeout(state.rest);
        state.rest = setTimeout(() => {
            root.classList.remove('i-brug');
            page.classList.add('uden-markoer');
        }, REST);
    };
    signal.addEventListener('abort', () => { clearTimeout(state.rest); page.classList.remove('uden-markoer'); });
    addEventListener('pointermove', used, { signal });
    addEventListener('pointerdown', event => { used(); down(state, event); }, { signal });
    addEventListener('pointerup', event => up(root, state, event), { signal });
    addEventListener('contextmenu', event => {
        if (!isSlide(root, event)) return;
        event.preventDefault();
        act(root, state, 'forrige');
    }, { signal });
    addEventListener('wheel', event => turn(root, state, event), { signal, passive: true });
    used();
}

// A click on the slide itself, not on what can be used there; on black or white it brings the slide back.
const isSlide = (root, event) => !isOpen(root) && !event.target.closest?.(TOUCHABLE);

function down(state, event) {
    state.finger = { x: event.clientX, y: event.clientY };
}

function up(root, state, event) {
    const from = state.finger;
    state.finger = null;
    if (!from || event.button || !isSlide(root, event)) return;
    const x = event.clientX - from.x, y = event.clientY - from.y;
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) {
        if (event.pointerType === 'touch') act(root, state, x < 0 ? 'naeste' : 'forrige');
        return;
    }
    // whoever scrolls or marks words does not turn
    if (Math.abs(x) > 8 || Math.abs(y) > 8) return;
    const { daekke } = place(state);
    const back = event.shiftKey || event.pointerType === 'touch' && event.clientX < innerWidth / 3;
    act(root, state, daekke || (back ? 'forrige' : 'naeste'));
}

// off until it is chosen: a hand that rests on a mouse would turn slides
function wheel(root, state) {
    state.wheel = !state.wheel;
    root.querySelector('[data-goer=hjul]').textContent = `Musehjul skifter dias: ${state.wheel ? 'ja' : 'nej'}`;
}

function turn(root, state, event) {
    if (!state.wheel || isOpen(root) || Math.abs(event.deltaY) < 4 || Date.now() - (state.turned ?? 0) < WHEEL_REST) return;
    state.turned = Date.now();
    act(root, state, event.deltaY > 0 ? 'naeste' : 'forrige');
}
