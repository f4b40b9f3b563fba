// The menu, and the way it goes: a click is one new address in the browser's history, told to Streamlit as the browser
// tells of Back and Forward. So page and codes change in one step, and the address is right before the page is.
const states = new WeakMap();
const LOST = 'Forbindelsen er væk. Det, du ser, er stadig gyldigt. Vi prøver igen …';
const PATIENCE = 1500;
const push = history.pushState;
const LINK = 'a[target="_blank"], a[data-testid="stPageLink-NavLink"]';
let gone = false;

// With each run Streamlit writes its page into the history, when the address has another. After a Back, a Forward or a
// link, all of which are in the address already, that is the page of a run that was overtaken: two quick steps would
// end on the first of them, and what Forward leads to would be lost.
addEventListener('popstate', () => { gone = true; });
history.pushState = function (state, title, to) {
    if (!gone || new URL(to ?? '', location.href).pathname === location.pathname) push.call(history, state, title, to);
};

export default function (component) {
    const root = component.parentElement;
    let state = states.get(root);
    if (!state) {
        state = {};
        states.set(root, state);
        listen(root, state);
    }
    Object.assign(state, { send: component.setTriggerValue, site: new URL(component.data.rod ?? '.', location.href).href,
        pages: component.data.sider.map(([, sti]) => sti) });
    draw(root, component.data.sider.map(([navn, sti, her, mere]) =>
        ({ navn, her, mere, til: component.data.rod + sti + component.data.koder })));
    const stops = [measure(component), printing(component)];
    return () => { state.stop(); states.delete(root); stops.forEach(stop => stop()); };
}

function draw(root, pages) {
    const bar = root.querySelector('.sider'), more = root.querySelector('#flere'), button = root.querySelector('button');
    root.querySelector('nav').hidden = pages.length === 0;
    bar.replaceChildren(...pages.filter(page => !page.mere).map(page => item(page)));
    more.replaceChildren(...pages.map(page => item(page, page.mere ? '' : 'smal')));
    const here = pages.find(page => page.her), away = here?.mere;
    root.querySelector('.hvor').textContent = matchMedia('(max-width: 900px)').matches
        ? here?.navn ?? 'Sider' : away ? here.navn : 'Mere';
    button.classList.toggle('her', Boolean(away));
    unfold(root, false);
}

function item(page, kind) {
    const li = document.createElement('li'), a = li.appendChild(document.createElement('a'));
    if (kind) li.className = kind;
    a.href = page.til;
    a.textContent = page.navn;
    if (page.her) a.setAttribute('aria-current', 'page');
    return li;
}

function unfold(root, open) {
    root.querySelector('#flere').hidden = !open;
    root.querySelector('button').setAttribute('aria-expanded', open);
}

function listen(root, state) {
    const stop = new AbortController(), { signal } = stop;
    state.stop = () => { stop.abort(); clearTimeout(state.timer); };
    const button = root.querySelector('button');
    button.addEventListener('click', () => unfold(root, button.getAttribute('aria-expanded') !== 'true'), { signal });
    root.addEventListener('click', event => follow(root, state, event), { signal });
    root.addEventListener('keydown', event => arrows(root, event), { signal });
    // Streamlit opens every link of a text in another tab, and writes the address of a link to a page when its run has
    // begun; those to a page of ours go the way of the menu
    document.addEventListener('click', event => {
        const link = event.target.closest?.(LINK);
        // the first page is written as none, which the browser takes for the one that is shown
        const href = link && new URL(link.getAttribute('href'), state.site).href;
        if (href?.startsWith(state.site) && state.pages.includes(href.slice(state.site.length).split(/[?#]/)[0]))
            go(root, state, event, href);
    }, { signal, capture: true });
    document.addEventListener('keydown', walk, { signal, capture: true });
    // a click anywhere else folds it in; clicks in here do not come out of the component
    document.addEventListener('pointerdown', event => {
        if (!event.composedPath().includes(button.parentElement)) unfold(root, false);
    }, { signal });
    // Streamlit tells the page that it stands in how the line is; that page is this one
    addEventListener('message', event => {
        if (event.source !== window || event.data?.stCommVersion !== 1) return;
        if (event.data.type === 'WEBSOCKET_DISCONNECTED') lost(root, state);
        if (event.data.type === 'WEBSOCKET_CONNECTED') found(root, state);
    }, { signal });
}

function follow(root, state, event) {
    const link = event.target.closest('a');
    if (link) go(root, state, event, link.href);
}

function go(root, state, event, href) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    unfold(root, false);
    if (href !== location.href) push.call(history, {}, '', href);
    if (state.down) state.waits = true;
    else dispatchEvent(new PopStateEvent('popstate'));
}

function arrows(root, event) {
    const open = !root.querySelector('#flere').hidden;
    const links = [...root.querySelectorAll('#flere a')].filter(a => a.offsetParent);
    const at = links.indexOf(root.activeElement ?? document.activeElement?.shadowRoot?.activeElement);
    if (event.key === 'Escape' && open) {
        unfold(root, false);
        root.querySelector('button').focus();
    } else if (open && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
        event.preventDefault();
        links[(at + (event.key === 'ArrowDown' ? 1 : -1) + links.length) % links.length]?.focus();
    }
}

function lost(root, state) {
    state.down = true;
    clearTimeout(state.timer);
    // a line that is back at once was never missed
    state.timer = setTimeout(() => say(root, LOST), PATIENCE);
}

function found(root, state) {
    if (!state.down) return;
    state.down = false;
    clearTimeout(state.timer);
    say(root, '');
    // a link goes first: it asks for another page; else all that was touched meanwhile is sent along
    if (state.waits) dispatchEvent(new PopStateEvent('popstate'));
    else state.send('igen', Date.now());
    state.waits = false;
}

function say(root, words) {
    const strip = root.querySelector('.linje');
    strip.textContent = words;
    strip.hidden = !words;
}
