"""Recognising what people write: the same word in any case, with or without æøå, and what they may have meant."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from data.slug import ASCII

KORT = str.maketrans({"æ": "a", "ø": "o", "å": "a"})
LIGHED = 0.72


def plain(tekst: str) -> str:
    """A word stripped to letters and digits: "Opslået dato" and "OPSLAAET_DATO" are both "opslaaetdato"."""
    return _stripped(unicodedata.normalize("NFC", tekst).lower().translate(ASCII))


@lru_cache(4096)  # every import looks up the same headings, codes and places
def spellings(tekst: str) -> frozenset[str]:
    """The ways to write a word with a keyboard that has no æøå: "ansøgere" is "ansoegere" and "ansogere"."""
    return frozenset((plain(tekst), _stripped(unicodedata.normalize("NFC", tekst).lower().translate(KORT))))


def _stripped(tekst: str) -> str:
    uden_accenter = unicodedata.normalize("NFKD", tekst)
    return re.sub(r"[^a-z0-9]", "", uden_accenter)


def index(par: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What each way of writing stands for; the first to claim a spelling keeps it. `par` are (written, meaning)."""
    opslag: dict[str, str] = {}
    for skrevet, betydning in par:
        for form in spellings(skrevet):
            opslag.setdefault(form, betydning)
    return opslag


def nearest(tekst: str, opslag: dict[str, str], hoejst: int = 1) -> list[str]:
    """The meanings that look most like what was written, the likeliest first."""
    fundne = difflib.get_close_matches(plain(tekst)[:60], opslag, hoejst * 2, LIGHED)
    return list(dict.fromkeys(opslag[en] for en in fundne))[:hoejst]


def listed(ord_: list[str], bindeord: str = "eller") -> str:
    """ "a, b eller c"."""
    return ord_[0] if len(ord_) == 1 else f"{', '.join(ord_[:-1])} {bindeord} {ord_[-1]}"


def counted(antal: int, en: str, flere: str) -> str:
    """ "1 ny kilde", "3 nye kilder"."""
    return f"{antal} {en if antal == 1 else flere}"
