"""A View as a page that any browser shows: no script, nothing to fetch, a few kilobytes.

The figure is drawn twice, for a wide and for a narrow window, and the browser shows the one that fits.
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

from export.adresser.valgfelter import choice_form
from export.former import ENDELSER
from export.om import Oplysninger, instead_of_figure, remark, selection, source_text
from export.tegning import html
from queries.database import Snapshot
from views.faelles.view import Form, View
from views.sprog import dansk
from views.sprog.ord import SCENARIE_MAERKE

UDSEENDE = " ".join(Path(__file__).with_name("side.css").read_text(encoding="utf-8").split())
# The only style that the browser is to follow; no script, no picture but the icon of the tab.
POLITIK = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(UDSEENDE.encode()).digest()).decode()}'; "
    "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
# Points: what a window on a desk and one in a hand have room for, and the type that can be read there.
BRED, SMAL = (720.0, 10.5), (340.0, 10.0)
FLEST_RAEKKER = 60


def view_page(view: View, om: Oplysninger, data: Snapshot) -> str:
    """The whole page. Links are relative, for a proxy may serve the site in a folder of its own."""
    dele = [
        warnings(view),
        html.element("h1", view.title),
        html.element("p", selection(view), "under"),
        body(view),
        html.element("p", remark(view)),
        html.element("p", f"{view.coverage} {view.source_line}".strip(), "lille"),
        choice_form(view, data),
        _table(view),
        f"<h2>Definition</h2>{html.element('p', view.definition)}" if view.definition else "",
        _sources(view),
        "<h2>Hent</h2>",
        _files(view),
        _way(view),
        html.element("p", f"{om.stamp}.", "lille"),
    ]
    return document(view.title, "".join(dele))


def warnings(view: View) -> str:
    """What must stand wherever its numbers do."""
    slags = {SCENARIE_MAERKE: "maerke"}
    return "".join(html.element("p", en, slags.get(en, "advarsel")) for en in view.advarsler)


def document(titel: str, krop: str, hoved: str = "", til_script: str = "") -> str:
    """A page of ours around what it says. hoved: what more its head holds; til_script: attributes for its script."""
    return (
        '<!doctype html><html lang="da"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{html.safe(titel)} · Lægedækning</title><style>{UDSEENDE}</style>{hoved}</head>"
        f"<body><main{f' {til_script}' if til_script else ''}>{krop}</main></body></html>"
    )


def policy(script: str = "") -> str:
    """The policy of a page with no script, or with just this one, which may ask its own site for more."""
    if not script:
        return POLITIK
    maa = f"script-src 'sha256-{_fingerprint(script)}'; connect-src 'self'"
    return f"{POLITIK}; {maa}"


def _fingerprint(tekst: str) -> str:
    return b64encode(sha256(tekst.encode()).digest()).decode()


def refusal(saetning: str) -> str:
    """A page that says why there is nothing, and where all there is stands."""
    return document("Kan ikke vises", f"<h1>Det kan ikke vises</h1>{html.element('p', saetning)}{ALLE}")


ALLE = '<p class=vej><a href="../v">Alle visninger</a></p>'


def body(view: View) -> str:
    """Its figure in two widths, or what stands in its place."""
    if view.form == Form.FIGUR:
        return html.figure(view, *BRED, "bred") + html.figure(view, *SMAL, "smal")
    if grund := instead_of_figure(view):
        return html.element("p", grund)
    return html.words(view.text)


def _table(view: View) -> str:
    if view.table.empty or view.withheld:
        return ""
    mere = len(view.table) - FLEST_RAEKKER
    rest = f"{dansk.quantity(mere, 'rækker')} mere står i regnearket." if mere > 0 else ""
    return f"<h2>Tallene</h2><div class=rulle>{html.table(view, FLEST_RAEKKER)}</div>{html.element('p', rest)}"


def _sources(view: View) -> str:
    linjer = "".join(f"<li>{_source(source_text(en), en.url)}</li>" for en in view.sources)
    return f"<h2>Kilder</h2><ul class=lille>{linjer}</ul>" if linjer else ""


def _source(tekst: str, url: str) -> str:
    """With its address as a link where it is one."""
    if not url.startswith(("https://", "http://")):
        return html.safe(tekst)
    foer = tekst.removesuffix(f", {url}")
    return f'<a href={html.attribute(url)} rel="noreferrer">{html.safe(foer)}</a>'


def _way(view: View) -> str:
    return f"<p class=vej><a href={html.attribute('..' + view.link)}>Udforsk i dashboardet</a></p>"


def _files(view: View) -> str:
    """Links to all the forms of the View with the same choices."""
    uden_tabel = ("csv", "xlsx") if view.table.empty else ()
    valg = urlencode(view.filters.named())
    return (
        "<ul class=filer>"
        + "".join(
            f"<li><a href={html.attribute(f'{view.id}.{endelse}?{valg}')}>{form.knap}</a></li>"
            for endelse, form in ENDELSER.items()
            if endelse not in uden_tabel
        )
        + "</ul>"
    )
