// What a button unfolds stands last in the document, a whole page of steps away for whoever has only a keyboard: so the
// focus goes into it when it is unfolded by a key, and back to its button at the end of it.
const UNFOLDS = 'button[aria-haspopup="dialog"]', BOX = '[role="dialog"]', LOOK = 5000;
const STOPS = 'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex]';
const buttons = new WeakMap();
let look;

function walk(event) {
    const box = event.target.closest?.(BOX), button = event.target.closest?.(UNFOLDS);
    look?.disconnect();
    if (box) step(event, box, buttons.get(box));
    else if (button?.getAttribute('aria-expanded') === 'false' && [' ', 'Enter'].includes(event.key)) enter(button);
}

function enter(button) {
    const before = new Set(document.querySelectorAll(BOX)), mine = look = new MutationObserver(() => {
        const box = [...document.querySelectorAll(BOX)].find(one => !before.has(one));
        // it may be made once more when it is filled; who has gone elsewhere is left there
        if (!box || ![button, document.body].includes(document.activeElement)) return;
        buttons.set(box, button);
        box.tabIndex = -1;
        box.focus({ preventScroll: true });
    });
    look.observe(document.body, { childList: true, subtree: true });
    setTimeout(() => mine.disconnect(), LOOK);
}

function step(event, box, button) {
    if (!button?.isConnected) return;
    if (event.key === 'Escape') setTimeout(() => button.focus());
    if (event.key !== 'Tab') return;
    const stops = [...box.querySelectorAll(STOPS)].filter(one => one.tabIndex >= 0 && one.getClientRects().length);
    const nr = stops.indexOf(document.activeElement), last = nr === stops.length - 1;
    if (event.shiftKey ? nr > 0 : !last) return;
    // the end of a full box is left for what comes after its button; an empty one is about to be filled
    if (event.shiftKey || !stops.length) event.preventDefault();
    if (event.shiftKey || stops.length) button.focus();
}
