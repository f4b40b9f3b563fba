// Follows the show: each message names the slide on the wall, and the next one is fetched ahead, so that two thousand
// phones do not ask for it in the same second. A line that is gone is tried again, quietly.
const main = document.querySelector('main'), slide = document.querySelector('#dias'), told = document.querySelector('#besked');
const mine = new URLSearchParams(location.search).get('omraade') ?? '';
const fetched = new Map();
let shown = slide.dataset.vist;

const address = ({ nr, omraade }) => {
    const area = mine || omraade;
    return `${main.dataset.sted}/${nr}` + (area === null ? '' : `?omraade=${encodeURIComponent(area)}`);
};

function fetchOnce(path) {
    if (!fetched.has(path)) {
        const text = fetch(path).then(answer => answer.ok ? answer.text() : Promise.reject(answer.status));
        fetched.set(path, text);
        text.catch(() => fetched.delete(path));
    }
    return fetched.get(path);
}

async function show(path) {
    if (path === shown) return;
    shown = path;
    try {
        const text = await fetchOnce(path);
        if (path === shown) {
            slide.innerHTML = text;
            scrollTo(0, 0);
        }
    } catch {
        if (path === shown) shown = '';
    }
}

const say = words => { told.textContent = words; };

function listen() {
    const source = new EventSource(`${main.dataset.sted}/nu`);
    source.onmessage = event => {
        const now = JSON.parse(event.data);
        say(now.slut ? 'Fremvisningen er slut. Det sidste dias bliver stående.' : now.sort ? 'Der er pause på skærmen.' : '');
        show(address(now));
        if (now.nr + 1 < now.antal)
            setTimeout(() => fetchOnce(address({ ...now, nr: now.nr + 1, omraade: null })), 500 + 4500 * Math.random());
    };
    source.onerror = () => {
        say('Forbindelsen er væk. Vi prøver igen …');
        if (source.readyState === EventSource.CLOSED) setTimeout(listen, 2000 + 3000 * Math.random());
    };
}

listen();
