// Keeps slides as pictures in this browser, the nearest first. One is asked for at a time, and asked for again when
// nobody has answered.
const store = globalThis.lysbilleder ??= { show: '', slides: new Map() };
const FIRST = 2500, NEXT = 500, AGAIN = 4000;

export default function ({ data, setTriggerValue }) {
    if (store.show !== data.show) {
        store.show = data.show;
        store.slides.clear();
    }
    const key = nr => `${nr}||true`, one = data.billede;
    if (one) store.slides.set(key(one.nr), one);
    const missing = Array.from({ length: data.antal }, (_, i) => (data.nr + i) % data.antal)
        .find(nr => !store.slides.has(key(nr)));
    clearTimeout(store.timer);
    if (missing === undefined) return;
    const ask = () => {
        setTriggerValue('mangler', missing);
        store.timer = setTimeout(ask, AGAIN);
    };
    store.timer = setTimeout(ask, one ? NEXT : FIRST);
}
