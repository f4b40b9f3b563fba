"""Text on its way into Markdown or a figure: what comes from data, an address or a deck has no marks in it.

The fields of a View and of a Tal are plain text, and whoever shows them uses `plain`. What is Markdown on purpose has
the type `Markdown`: `View.text`, and what the functions that return it have put together.
"""

import html
import re
import unicodedata
from functools import lru_cache
from typing import Any, NewType
from urllib.parse import quote, urlsplit

Markdown = NewType("Markdown", str)

LAENGSTE_KODE = 60
LINJESKIFT = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
# Joins the parts of one emoji, and is the only invisible character that changes what is seen.
EMOJILIM = "\u200d"
TEGN = re.compile(r"[\\`*_\[\]<>$~|#&]")
# Only at the beginning are these a list, a heading's line or a rule.
BEGYNDELSE = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))")
# Streamlit looks for icons, emoji, arrows and addresses in the text as it is after backslashes are gone. What keeps one
# from being found is an element of its own around one of its characters, without any looks.
I_SIG_SELV = re.compile(r":(?=[^\W\d]|[:/]|[\w+-]+:)|(?<=www)\.|@|(?<=[-<>~])[-=>]", re.IGNORECASE)
UDEN_UDSEENDE = ":color[{}]{{a}}"
SIG_SELV = re.compile(r":color\[(\\?.)\]\{a\}")
SKREVET = re.compile(r"\\([!-/:-@\[-`{-~])")
# Most of a map are numbers: what is of these types needs no look.
UDEN_TEKST = (float, int, bool, type(None))
FREMMED_TAG = re.compile(r"<(?!/?(?:b|i|extra|span)>|br ?/?>|span style='font-size:\d+px'>)")
I_ADRESSER = "-._~:/?#@&+,;=%"


@lru_cache(maxsize=10_000)  # names, titles and lines of sources are said again in every run of everyone
def plain(tekst: str) -> Markdown:
    """The text as Markdown that reads exactly so, in one line and without invisible characters."""
    synlig = without_invisible(tekst).strip(" ")
    dele = re.split(f"({I_SIG_SELV.pattern})", synlig, flags=re.IGNORECASE)
    ud = "".join(UDEN_UDSEENDE.format(_mark(del_)) if nr % 2 else _mark(del_) for nr, del_ in enumerate(dele))
    return Markdown(BEGYNDELSE.sub(r"\1\\", ud))


def bold(tekst: str) -> Markdown:
    """The text in bold; "" for none, for four asterisks are a rule across the page."""
    vist = plain(tekst)
    return Markdown(f"**{vist}**" if vist else "")


def link(tekst: str, adresse: str) -> Markdown:
    """The text as a link, or alone when the address is none that a page may send people to."""
    maal = web_address(adresse)
    return Markdown(f"[{plain(tekst)}]({maal.replace('&', chr(92) + '&')})" if maal else plain(tekst))


def paragraphs(tekst: str) -> Markdown:
    """A text of several lines, each as a paragraph."""
    return Markdown("\n\n".join(filter(None, map(plain, tekst.splitlines()))))


def figure_text(tekst: str) -> str:
    """The text as plotly, which reads a small HTML, shows it exactly so; the files read it back."""
    return html.escape(without_invisible(tekst), quote=False)


def harmless(figur: Any) -> Any:
    """A figure, or a part of one, in which no text makes more than bold, italics, breaks and small type. Never changes
    the one it is given."""
    if isinstance(figur, str):
        return _harmless_text(figur) if "<" in figur else figur
    if isinstance(figur, dict):
        return {navn: del_ if type(del_) in UDEN_TEKST else harmless(del_) for navn, del_ in figur.items()}
    if isinstance(figur, (list, tuple)):
        return type(figur)(del_ if type(del_) in UDEN_TEKST else harmless(del_) for del_ in figur)
    return figur


@lru_cache(maxsize=10_000)  # the same hover texts are in the map of each area
def _harmless_text(tekst: str) -> str:
    return FREMMED_TAG.sub("&lt;", tekst)


def web_address(adresse: str) -> str:
    """The address with everything in it percent-coded that an address cannot hold; "" unless it is http or https."""
    try:
        dele = urlsplit(adresse.strip())
        er_web = dele.scheme.lower() in ("http", "https") and bool(dele.hostname)
    except ValueError:
        return ""
    if not er_web:
        return ""
    return "".join(en if en.isalnum() or en in I_ADRESSER else quote(en, safe="") for en in adresse.strip())


def shown_code(kode: str) -> str:
    """A code that nobody knows, as it is told: plain text of at most 60 characters."""
    synlig = without_invisible(kode).strip()
    return synlig if len(synlig) <= LAENGSTE_KODE else f"{synlig[: LAENGSTE_KODE - 1]}…"


def without_invisible(tekst: str) -> str:
    """The text in one line, without characters that cannot be seen or that turn the direction of what follows."""
    i_en_linje = LINJESKIFT.sub(" ", tekst)
    return "".join(en for en in i_en_linje if en == EMOJILIM or unicodedata.category(en) not in ("Cc", "Cf", "Cs"))


def protected(markdown: str) -> str:
    """Markdown in which every character that is only text is put out of reach of a reader of marks; see `restored`."""
    uden = SIG_SELV.sub(lambda fund: fund[1] if fund[1][0] == "\\" else _moved(fund[1]), markdown)
    return SKREVET.sub(lambda fund: _moved(fund[1]), uden)


def restored(tekst: str) -> str:
    """What `protected` put away, back in its place."""
    return re.sub(r"[\uf021-\uf07e]", lambda fund: chr(ord(fund[0]) - 0xF000), tekst)


def words(markdown: Markdown) -> str:
    """Markdown with its marks, but with text as it was before `plain`."""
    return restored(protected(markdown))


def _moved(tegn: str) -> str:
    return chr(ord(tegn) + 0xF000)


def _mark(tekst: str) -> str:
    return TEGN.sub(r"\\\g<0>", tekst)
