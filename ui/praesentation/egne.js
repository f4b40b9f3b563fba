// Keeps the decks that were made here in this browser, each as the text of its file, and hands them to a session that
// knows none of them: a lost line or a server that was started again takes nobody's work.
const DRAWER = 'praesentation-';

export default function ({ data, setTriggerValue }) {
    const told = JSON.stringify(data);
    if (globalThis.egneFortalt === told) return;
    globalThis.egneFortalt = told;
    try {
        const kept = Object.fromEntries(Object.keys(localStorage).filter(name => name.startsWith(DRAWER))
            .map(name => [name.slice(DRAWER.length), localStorage.getItem(name)]));
        if (data.hent && Object.keys(kept).length) setTriggerValue('gemte', kept);
        for (const [name, text] of Object.entries(data.gem)) {
            if (text === null) localStorage.removeItem(DRAWER + name);
            else localStorage.setItem(DRAWER + name, text);
        }
    } catch { /* a browser that keeps nothing: the file does */ }
}
