"""Text on its way to a file: plotly's HTML and the views' Markdown as runs, their width, and breaking into lines."""

import html
import re

from export.tegning.maerker import Linje, Loeb
from geo.tekstbredde import word_width
from views.sprog.markdown import protected, restored

LINJEHOEJDE = 1.2
TEGN = re.compile(r"(<br ?/?>|</?b>|<[^>]+>)")
LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
KURSIVTEGN = re.compile(r"(?<!\w)_([^_]+)_(?!\w)|(?<![\w*])\*([^*]+)\*(?![\w*])")
# Characters that XML forbids; python-pptx and Excel refuse a file with them.
FORBUDTE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def clean(tekst: str) -> str:
    """Text without the control characters that no XML file may hold."""
    return FORBUDTE.sub("", tekst)


def lines(tekst: str) -> tuple[Linje, ...]:
    """The lines of plotly's small HTML: <br> parts them, <b> is bold, other tags are left out."""
    ud: list[list[Loeb]] = [[]]
    fed = False
    for del_ in TEGN.split(tekst):
        if del_.startswith("<br"):
            ud.append([])
        elif del_ in ("<b>", "</b>"):
            fed = del_ == "<b>"
        elif del_ and not TEGN.fullmatch(del_):
            ud[-1].append(Loeb(html.unescape(clean(del_)), fed))
    return tuple(tuple(linje) for linje in ud)


def plain(tekst: str) -> str:
    """plotly's small HTML in one line without looks."""
    return " ".join("".join(loeb.tekst for loeb in linje) for linje in lines(tekst)).strip()


def markdown_runs(tekst: str) -> Linje:
    """A line of Markdown as runs: **bold**, _italic_ and *italic* (as plain), [links](address) without address."""
    dele = KURSIVTEGN.sub(r"\1\2", LINK.sub(r"\1", protected(clean(tekst)))).split("**")
    return tuple(Loeb(restored(del_), nr % 2 == 1) for nr, del_ in enumerate(dele) if del_)


def markdown_paragraphs(tekst: str) -> tuple[tuple[bool, Linje], ...]:
    """The paragraphs of a view's Markdown text: is it a point of a list, and its runs."""
    ud = []
    for linje in filter(None, (en.strip() for en in tekst.split("\n"))):
        punkt = re.match(r"^([-*]|\d+\.)\s+", linje)
        ud.append((bool(punkt), markdown_runs(linje[punkt.end() :] if punkt else linje.lstrip("#> "))))
    return tuple(ud)


def width(linje: Linje, stoerrelse: float) -> float:
    """How wide a line is, in points."""
    return sum(word_width(loeb.tekst, loeb.fed) for loeb in linje) * stoerrelse


def block(linjer: tuple[Linje, ...], stoerrelse: float) -> tuple[float, float]:
    """Width and height of lines of text, in points."""
    return max((width(en, stoerrelse) for en in linjer), default=0.0), len(linjer) * stoerrelse * LINJEHOEJDE


def wrapped(tekst: str, bredde: float, stoerrelse: float, fed: bool = False) -> tuple[Linje, ...]:
    """Plain text broken at spaces so that every line is at most so many points wide, where a word allows it."""
    ud, linje = [], ""
    for ordet in clean(tekst).split():
        forsoeg = f"{linje} {ordet}".strip()
        if linje and width((Loeb(forsoeg, fed),), stoerrelse) > bredde:
            ud.append(linje)
            forsoeg = ordet
        linje = forsoeg
    return tuple((Loeb(en, fed),) for en in [*ud, linje] if en)


def shortened(tekst: str, laengst: int) -> str:
    """At most so many characters, cut at a word with "..." where there was more."""
    if len(tekst) <= laengst:
        return tekst
    return tekst[: laengst - 4].rsplit(" ", 1)[0].rstrip(" ,;:.") + " ..."


def whole_sentences(tekst: str, laengst: int, resten: str) -> str:
    """At most so many characters, cut after a sentence, with `resten` saying where there is more; at a word where not
    even the first has room."""
    if len(tekst) <= laengst:
        return tekst
    slut = tekst.rfind(". ", 0, laengst - len(resten))
    return f"{tekst[: slut + 1]} {resten}" if slut > 0 else shortened(tekst, laengst)
