"""A View as parts of an HTML document without script: what a printed page and a plain one are put together of."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from export.tegning import celler, svgmaerker, tekst
from export.tegning.maerker import Linje
from export.tegning.tegning import drawing, height_for
from views.faelles.view import View
from views.sprog.markdown import Markdown


def safe(ord_: str) -> str:
    """Plain text as the text of an element."""
    return escape(tekst.clean(ord_))


def attribute(ord_: str) -> str:
    """Plain text as the value of an attribute, with its quotes."""
    return quoteattr(tekst.clean(ord_))


def element(navn: str, ord_: str, slags: str = "") -> str:
    """An element with plain text; nothing where there is none."""
    return f"<{navn}{f' class={slags}' if slags else ''}>{safe(ord_)}</{navn}>" if ord_ else ""


def words(markdown: Markdown, slags: str = "ord") -> str:
    """Paragraphs and points; a point is a paragraph with its mark, as in the pdf."""
    afsnit = tekst.markdown_paragraphs(markdown)
    return "".join(f"<p class={'punkt' if punkt else slags}>{_runs(loeb)}</p>" for punkt, loeb in afsnit)


def _runs(linje: Linje) -> str:
    return "".join(f"<b>{safe(en.tekst)}</b>" if en.fed else safe(en.tekst) for en in linje)


def figure(view: View, bredde: float, skrift: float, slags: str = "") -> str:
    """The figure drawn for a width, with type of a size, both in points; it says in words what it shows."""
    tegning = drawing(view.figure, bredde, height_for(view.figure, bredde, skrift), skrift)
    maal = f'width="{tegning.bredde:g}pt" viewBox="0 0 {tegning.bredde:g} {tegning.hoejde:g}"'
    skriften = quoteattr(svgmaerker.SKRIFTNAVNE)
    maerker = "".join(svgmaerker.element(en) for en in tegning.maerker)
    af = f" class={slags}" if slags else ""
    return f"<svg{af} {maal} role=img aria-label={attribute(view.in_words)} font-family={skriften}>{maerker}</svg>"


def table(view: View, flest: int | None = None) -> str:
    """The table, or its first rows."""
    udsnit = celler.shown(view)

    def row(celle: str, felter: Iterable[str]) -> str:
        side = (" class=tal" if er_tal else "" for er_tal in udsnit.til_hoejre)
        return "".join(f"<{celle}{hvor}>{safe(en)}</{celle}>" for en, hvor in zip(felter, side, strict=True))

    raekker = "".join(f"<tr>{row('td', en)}</tr>" for en in udsnit.raekker[:flest])
    return f"<table><thead><tr>{row('th', udsnit.hoveder)}</tr></thead><tbody>{raekker}</tbody></table>"
