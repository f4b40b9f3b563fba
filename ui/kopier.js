// A button that copies the link, and one that prints. Browsers give pages their clipboard on secure addresses only; elsewhere the text of the
// field is selected and copied in the old way.
export default function (component) {
    const root = component.parentElement;
    const field = root.querySelector('input'), told = root.querySelector('span');
    if (field.value !== component.data.link) {
        field.value = component.data.link;
        told.textContent = '';
    }
    field.onfocus = () => field.select();
    root.querySelector('.udskriv').onclick = () => print();
    root.querySelector('.kopier-link').onclick = async () => {
        told.textContent = await copied(field) ? 'Linket er kopieret.' : 'Linket er markeret: tryk Ctrl+C.';
    };
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
