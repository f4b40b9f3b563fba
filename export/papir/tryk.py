"""What a page of the dashboard becomes on paper when the browser prints it: the composition of the pdf as one HTML
document, without script and with nothing to fetch."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from export.om import Oplysninger, instead_of_figure, remark, selection
from export.tegning import html, tekst
from views.faelles.view import Form, Kilde, Tal, View
from views.sprog import dansk
from views.sprog.markdown import Markdown, plain
from views.sprog.ord import EKSEMPEL_ADVARSEL, SCENARIE_MAERKE

UDSEENDE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
BREDDE, SKRIFT = 510.0, 8.0  # points: what A4 leaves between the edges


@dataclass(frozen=True)
class Side:
    """What a page shows. titel: its heading, plain; linje: what stands under it; tekst: what it says in words; views:
    its figures and tables in order; adresse: the absolute address that shows it again."""

    titel: str
    linje: Markdown
    tal: tuple[Tal, ...]
    tekst: Markdown
    views: tuple[View, ...]
    adresse: str

    @property
    def example(self) -> bool:
        """Are these invented numbers?"""
        return any(view.example for view in self.views)


def printed_page(side: Side, om: Oplysninger) -> str:
    """The whole document; its first <style> is about the sheets of paper, the second about what stands on them."""
    advarsel = html.element("p", EKSEMPEL_ADVARSEL, "advarsel") if side.example else ""
    kilder = dict.fromkeys(kilde for view in side.views for kilde in view.sources)
    kilder |= dict.fromkeys(kilde for en in side.tal for kilde in en.kilder)
    dele = [
        advarsel,
        html.element("h1", side.titel),
        html.words(side.linje, "under"),
        # the edges say it too, where a browser has any
        f'<p class="lille">{html.safe(om.stamp)} · {_link(side.adresse)}</p>',
        _numbers(side.tal),
        html.words(side.tekst),
        *_sections(side),
        _sources(kilder),
    ]
    return (
        f'<!doctype html><html lang="da"><head><meta charset="utf-8"><title>{html.safe(side.titel)}</title>'
        f"<style>{_sheet(side, om)}</style><style>{UDSEENDE}</style></head>"
        f"<body><main>{''.join(dele)}</main></body></html>"
    )


def _sheet(side: Side, om: Oplysninger) -> str:
    """Margins, and what stands on the edge of every sheet. A browser that knows no such edges prints its own."""
    advarsel = f"@top-center{{content:{_css_text(EKSEMPEL_ADVARSEL)};font-weight:700}}" if side.example else ""
    fod = f"{om.stamp}\n{side.adresse}"
    return (
        "@page{margin:15mm 14mm 17mm;font:6.5pt sans-serif;color:#444;"
        + advarsel
        + "@bottom-left{white-space:pre-line;"
        f"overflow-wrap:anywhere;width:85%;text-align:left;content:{_css_text(fod)}}}"
        '@bottom-right{content:"Side " counter(page)}}'
    )


def _css_text(ord_: str) -> str:
    """A string of CSS: whatever is not a letter or a number is written as its code."""
    return '"' + "".join(en if en.isalnum() or en == " " else f"\\{ord(en):x} " for en in tekst.clean(ord_)) + '"'


def _sections(side: Side) -> Iterable[str]:
    """Each view; a table or a definition that has stood above is not printed again."""
    for nr, view in enumerate(side.views):
        foer = side.views[:nr]
        ny = not any(view.table.equals(en.table) for en in foer)
        definition = "" if any(view.definition == en.definition for en in foer) else view.definition
        sagt = view.title == side.titel or side.linje.startswith(plain(view.title))
        hoved = "" if sagt else html.element("h2", view.title) + html.element("p", selection(view), "under")
        maerke = html.element("p", SCENARIE_MAERKE, "maerke") if view.scenarie else ""
        yield f"<section>{maerke}{hoved}{_body(view, ny, definition)}</section>"


def _body(view: View, med_tabel: bool, definition: str) -> str:
    dele = [
        html.figure(view, BREDDE, SKRIFT) if view.form == Form.FIGUR else html.element("p", instead_of_figure(view))
    ]
    if view.form in (Form.TABEL, Form.LISTE, Form.TEKST):
        dele.append(html.words(view.text))
    dele += [html.element("p", remark(view)), html.element("p", f"{view.coverage} {view.source_line}".strip(), "lille")]
    if med_tabel and not view.table.empty and not view.withheld:
        dele.append(html.table(view))
    return "".join([*dele, html.element("p", f"Definition. {definition}", "lille") if definition else ""])


def _numbers(tal: tuple[Tal, ...]) -> str:
    """The large numbers in a row, each with what it counts and its date."""
    felter = "".join(
        f"<div>{html.element('dt', en.overskrift)}<dd><b>{html.safe(en.vaerdi)}</b> {html.safe(_about(en))}</dd></div>"
        for en in tal
    )
    return f"<dl>{felter}</dl>" if felter else ""


def _about(tal: Tal) -> str:
    enhed = f"{dansk.capital(tal.enhed).rstrip('.')}." if tal.enhed else ""
    opgjort = f"Opgjort pr. {tal.opgjort}" if tal.opgjort else ""
    return " ".join(filter(None, (enhed, tal.forklaring, opgjort)))


def _sources(kilder: Iterable[Kilde]) -> str:
    linjer = "".join(
        f"<li>{html.safe(f'{en.titel}, {en.udgiver}, {en.dato}')}{f' {_link(en.url)}' if en.url else ''}</li>"
        for en in kilder
    )
    return f"<section><h2>Kilder</h2><ul>{linjer}</ul></section>" if linjer else ""


def _link(url: str) -> str:
    """An address that can be read; on paper nobody clicks it."""
    return f'<span class="adresse">{html.safe(url)}</span>'
