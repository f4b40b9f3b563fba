"""Scripts of components by address: a component is sent with every run, its script and looks then only by name."""

import hashlib
import json
from pathlib import Path

STUB = """const real = import(new URL('lag/%s', location.href));
export default component => {
let stop = () => {}, gone;
real.then(script => { if (!gone) stop = script.shown(component) });
return () => { gone = true; stop?.() }
}
"""
# The end of a fetched script: marks and looks are made when the component is first shown.
SHOWN = """
export const shown = component => {
    const root = component.parentElement;
    if (!root.querySelector('style.vores')) {
        const style = document.createElement('style');
        style.className = 'vores';
        style.textContent = %s;
        root.innerHTML = %s;
        root.prepend(style);
    }
    return real(component);
};
"""
_scripts: dict[str, bytes] = {}


def by_address(fil: Path, *flere: Path) -> dict[str, str]:
    """The parts of a component for `st.components.v2.component`: a script that fetches the real one, with marks and
    looks in it, by its content-hashed name, once. Every page lies in the root of the site.

    fil: .html, .css and .js of this name, without the ending. flere: more scripts and looks.
    """
    html = fil.with_suffix(".html").read_text(encoding="utf-8")
    css, js = (
        "\n".join(en.read_text(encoding="utf-8") for en in (fil.with_suffix(slags), *flere) if en.suffix == slags)
        for slags in (".css", ".js")
    )
    js = js.replace("export default function (", "function real(", 1)
    indhold = (js + SHOWN % (json.dumps(css), json.dumps(html))).encode()
    adresse = f"{fil.name}-{hashlib.sha256(indhold).hexdigest()[:12]}.js"
    _scripts[adresse] = indhold
    return {"js": STUB % adresse}


def addresses() -> list[str]:
    """The names of all scripts, for a page that wants them before its components are there."""
    return [*_scripts]


def script(adresse: str) -> bytes | None:
    """The script by its name; None when there is none."""
    return _scripts.get(adresse)
