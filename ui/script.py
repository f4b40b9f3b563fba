"""Scripts of components by address: a component is sent with every run, its script then only by name."""

import hashlib

STUB = """const real = import(new URL('lag/%s', location.href));
export default component => {
    let stop = () => {}, gone = false;
    real.then(script => { if (!gone) stop = script.default(component); });
    return () => { gone = true; stop(); };
}
"""
_scripts: dict[str, bytes] = {}


def by_address(navn: str, js: str) -> str:
    """A script that fetches the real one by its content-hashed name, once; every page lies in the root of the site."""
    indhold = js.encode()
    adresse = f"{navn}-{hashlib.sha256(indhold).hexdigest()[:12]}.js"
    _scripts[adresse] = indhold
    return STUB % adresse


def script(adresse: str) -> bytes | None:
    """The script by its name; None when there is none."""
    return _scripts.get(adresse)
