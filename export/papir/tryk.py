"""What a page of the dashboard becomes on paper when the browser prints it: the composition of the pdf as one HTML
document, without script and with nothing to fetch."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from export.om import Oplysninger, instead_of_figure, remark, selection
from export.tegning import celler, svgmaerker, tekst
from export.tegning.maerker import Linje
from export.tegning.tegning import drawing, height_for
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
    advarsel = _element("p", EKSEMPEL_ADVARSEL, "advarsel") if side.example else ""
    kilder = dict.fromkeys(kilde for view in side.views for kilde in view.sources)
    kilder |= dict.fromkeys(kilde for en in side.tal for kilde in en.kilder)
    dele = [
        advarsel,
        _element("h1", side.titel),
        _markdown(side.linje, "under"),
        # the edges say it too, where a browser has any
        f'<p class="lille">{_safe(om.stamp)} · {_link(side.adresse)}</p>',
        _numbers(side.tal),
        _markdown(side.tekst),
        *_sections(side),
        _sources(kilder),
    ]
    return (
        f'<!doctype html><html lang="da"><head><meta charset="utf-8"><title>{_safe(side.titel)}</title>'
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
        hoved = "" if sagt else _element("h2", view.title) + _element("p", selection(view), "under")
        maerke = _element("p", SCENARIE_MAERKE, "maerke") if view.scenarie else ""
        yield f"<section>{maerke}{hoved}{_body(view, ny, definition)}</section>"


def _body(view: View, med_tabel: bool, definition: str) -> str:
    dele = [_figure(view) if view.form == Form.FIGUR else _element("p", instead_of_figure(view))]
    if view.form in (Form.TABEL, Form.LISTE, Form.TEKST):
        dele.append(_markdown(view.text))
    dele += [_element("p", remark(view)), _element("p", f"{view.coverage} {view.source_line}".strip(), "lille")]
    if med_tabel and not view.table.empty and not view.withheld:
        dele.append(_table(view))
    return "".join([*dele, _element("p", f"Definition. {definition}", "lille") if definition else ""])


def _figure(view: View) -> str:
    tegning = drawing(view.figure, BREDDE, height_for(view.figure, BREDDE, SKRIFT), SKRIFT)
    maal = f'width="{tegning.bredde:g}pt" viewBox="0 0 {tegning.bredde:g} {tegning.hoejde:g}"'
    skrift = quoteattr(svgmaerker.SKRIFTNAVNE)
    maerker = "".join(svgmaerker.element(en) for en in tegning.maerker)
    return f'<svg {maal} role="img" aria-label={_attribute(view.in_words)} font-family={skrift}>{maerker}</svg>'


def _table(view: View) -> str:
    udsnit = celler.shown(view)

    def row(celle: str, felter: list[str]) -> str:
        side = (" class=tal" if er_tal else "" for er_tal in udsnit.til_hoejre)
        return "".join(f"<{celle}{hvor}>{_safe(en)}</{celle}>" for en, hvor in zip(felter, side, strict=True))

    raekker = "".join(f"<tr>{row('td', en)}</tr>" for en in udsnit.raekker)
    return f"<table><thead><tr>{row('th', udsnit.hoveder)}</tr></thead><tbody>{raekker}</tbody></table>"


def _numbers(tal: tuple[Tal, ...]) -> str:
    """The large numbers in a row, each with what it counts and its date."""
    felter = "".join(
        f"<div>{_element('dt', en.overskrift)}<dd><b>{_safe(en.vaerdi)}</b> {_safe(_about(en))}</dd></div>"
        for en in tal
    )
    return f"<dl>{felter}</dl>" if felter else ""


def _about(tal: Tal) -> str:
    enhed = f"{dansk.capital(tal.enhed).rstrip('.')}." if tal.enhed else ""
    opgjort = f"Opgjort pr. {tal.opgjort}" if tal.opgjort else ""
    return " ".join(filter(None, (enhed, tal.forklaring, opgjort)))


def _markdown(markdown: Markdown, slags: str = "ord") -> str:
    """Paragraphs and points; a point is a paragraph with its mark, as in the pdf."""
    afsnit = tekst.markdown_paragraphs(markdown)
    return "".join(f"<p class={'punkt' if punkt else slags}>{_runs(loeb)}</p>" for punkt, loeb in afsnit)


def _runs(linje: Linje) -> str:
    return "".join(f"<b>{_safe(en.tekst)}</b>" if en.fed else _safe(en.tekst) for en in linje)


def _sources(kilder: Iterable[Kilde]) -> str:
    linjer = "".join(
        f"<li>{_safe(f'{en.titel}, {en.udgiver}, {en.dato}')}{f' {_link(en.url)}' if en.url else ''}</li>"
        for en in kilder
    )
    return f"<section><h2>Kilder</h2><ul>{linjer}</ul></section>" if linjer else ""


def _link(url: str) -> str:
    """An address that can be read; on paper nobody clicks it."""
    return f'<span class="adresse">{_safe(url)}</span>'


def _element(navn: str, ord_: str, slags: str = "") -> str:
    """An element with plain text; nothing where there is none."""
    return f"<{navn}{f' class={slags}' if slags else ''}>{_safe(ord_)}</{navn}>" if ord_ else ""


def _safe(ord_: str) -> str:
    return escape(tekst.clean(ord_))


def _attribute(ord_: str) -> str:
    return quoteattr(tekst.clean(ord_))
