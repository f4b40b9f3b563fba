// Links with a button each that copies one, and one that prints. Browsers give pages their clipboard on secure addresses
// only; elsewhere the text of the field is selected and copied in the old way.
export default function (component) {
    const root = component.parentElement, box = root.querySelector('.links'), told = root.querySelector('span');
    const shown = [...box.querySelectorAll('input')].map(field => field.value);
    if (shown.join() !== component.data.links.map(({ link }) => link).join()) {
        box.replaceChildren(...component.data.links.map(en => row(en, told)));
        told.textContent = '';
    }
    root.querySelector('.udskriv').onclick = () => print();
}

function row({ navn, link }, told) {
    const label = document.createElement('label'), field = document.createElement('input');
    const button = document.createElement('button'), line = document.createElement('div');
    label.textContent = navn;
    Object.assign(field, { type: 'text', readOnly: true, value: link, onfocus: () => field.select() });
    Object.assign(button, { type: 'button', className: 'kopier-link', textContent: 'Kopiér link' });
    button.setAttribute('aria-label', `Kopiér link: ${navn}`);
    button.onclick = async () => {
        told.textContent = await copied(field) ? 'Linket er kopieret.' : 'Linket er markeret: tryk Ctrl+C.';
    };
    label.append(field);
    line.append(label, button);
    return line;
}

async function copied(field) {
    try {
        await navigator.clipboard.writeText(field.value);
        return true;
    } catch {
        field.select();
        return document.execCommand('copy');
    }
}
