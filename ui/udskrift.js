// The page on paper. When the browser is about to print, the server is asked for the page as the pdf has it, and that is
// what the paper gets while the app itself is left out; afterwards all is as before. Asked at once and waited for, for
// the browser goes on when this has run. Read after menu.js, in the same component.
const papers = new WeakMap();
const ONLY_PAPER = `@media screen { #paa-papir { display: none } }
@media print { #root { display: none } :root { color-scheme: light; background: #fff } }`;

function printing(component) {
    const root = component.parentElement, known = papers.get(root);
    if (known) {
        known.name = component.data.udskrift;
        return known.stop;
    }
    const stop = new AbortController(), state = { name: component.data.udskrift };
    state.stop = () => { stop.abort(); putAway(); papers.delete(root); };
    papers.set(root, state);
    addEventListener('beforeprint', () => layOut(state.name), { signal: stop.signal });
    addEventListener('afterprint', putAway, { signal: stop.signal });
    return state.stop;
}

function layOut(name) {
    putAway();
    const page = name && composed(name);
    if (!page) return;
    const [sheet, ...looks] = page.querySelectorAll('style');
    const paper = document.body.appendChild(document.createElement('div'));
    paper.id = 'paa-papir';
    // a style of the document, for edges of sheets belong to no element
    const style = paper.appendChild(document.createElement('style'));
    style.textContent = ONLY_PAPER + sheet.textContent;
    paper.attachShadow({ mode: 'open' }).append(...looks, ...page.body.childNodes);
}

function composed(name) {
    const request = new XMLHttpRequest();
    try {
        request.open('GET', new URL('udskrift/' + name, document.baseURI), false);
        request.send();
    } catch {
        return null;  // the line is down: the browser prints what it has
    }
    return request.status === 200 && new DOMParser().parseFromString(request.responseText, 'text/html');
}

function putAway() {
    document.getElementById('paa-papir')?.remove();
}
