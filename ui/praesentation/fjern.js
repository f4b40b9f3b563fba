// The presenter's remote: a press is sent at once, and what stands here follows the wall. Without script the same buttons
// send a form and get the page anew.
const main = document.querySelector('main'), told = document.querySelector('#besked');
const clock = document.querySelector('#ur'), began = Number(main.dataset.begyndt) * 1000;
let now = main.dataset.skridt;

document.addEventListener('submit', async event => {
    event.preventDefault();
    const form = new URLSearchParams(new FormData(event.target, event.submitter));
    try {
        const answer = await fetch(event.target.action, { method: 'POST', body: form });
        told.textContent = answer.ok ? '' : await answer.text();
    } catch {
        told.textContent = 'Forbindelsen er væk. Tryk igen om lidt.';
    }
});

async function renew() {
    const answer = await fetch(location.href);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.querySelector('#nu').replaceWith(page.querySelector('#nu'));
}

function listen() {
    const source = new EventSource(`${main.dataset.sted}/nu`);
    source.onmessage = event => {
        const state = JSON.parse(event.data);
        told.textContent = '';
        if (String(state.skridt) !== now) renew().then(() => { now = String(state.skridt); });
    };
    source.onerror = () => {
        told.textContent = 'Forbindelsen er væk. Vi prøver igen …';
        if (source.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
    };
}

setInterval(() => {
    const gone = Math.max(0, Math.floor((Date.now() - began) / 1000));
    clock.textContent = `${new Date().toLocaleTimeString('da-DK', { hour: '2-digit', minute: '2-digit' })} · gået `
        + `${Math.floor(gone / 60)}.${String(gone % 60).padStart(2, '0')}`;
}, 500);
listen();
