"""Areas that a text mentions, in its order: "360 Lolland", "Lolland og Guldborgsund", "326-330".

Separators are not trusted: a name may hold a hyphen or an "og" (Ringkøbing-Skjern), and Alt+Enter arrives as a blank.
So words are matched to the longest known name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data.indlaes.navne import plain

ORD = re.compile(r"\d+|[^\W\d_]+\.?")
BINDEORD = {"og", "samt", "and"}
LAENGSTE_NAVN = 6  # words
LAENGSTE_TEKST = 1000


@dataclass(frozen=True)
class Omtale:
    """A part of a text: as written, what it means (None: unknown), whether it is a number, what stands before it."""

    skrevet: str
    betyder: str | None
    er_tal: bool
    foran: str


def mentions(tekst: str, opslag: Mapping[str, str], uden: frozenset[str] = frozenset()) -> list[Omtale]:
    """All that a text mentions. `opslag`: meanings by `plain` spelling; `uden`: words that only say what kind of area
    it is."""
    tekst = tekst[:LAENGSTE_TEKST]
    ord_ = [*ORD.finditer(tekst)]
    fundne: list[Omtale] = []
    slut = nr = 0
    while nr < len(ord_):
        antal, betyder = _longest(ord_[nr:], opslag)
        foerste, sidste = ord_[nr], ord_[nr + antal - 1]
        nr += antal
        if not betyder and plain(foerste[0]) in BINDEORD | uden:
            continue
        foran = tekst[slut : foerste.start()]
        slut = sidste.end()
        forrige = fundne[-1] if fundne else None
        if forrige and not betyder and not forrige.betyder and not forrige.er_tal and not foerste[0].isdigit():
            # unknown words in a row are one unknown name
            fundne[-1] = Omtale(f"{forrige.skrevet} {foerste[0]}", None, False, forrige.foran)
        else:
            fundne.append(Omtale(tekst[foerste.start() : slut], betyder, foerste[0].isdigit(), foran))
    return fundne


def _longest(ord_: list[re.Match], opslag: Mapping[str, str]) -> tuple[int, str | None]:
    """How many of the words are the longest known name, and what it means; one unknown word when none is."""
    for antal in range(min(LAENGSTE_NAVN, len(ord_)), 0, -1):
        samlet = "".join(plain(en[0]) for en in ord_[:antal])
        for form in (samlet, samlet.removesuffix("s"), samlet + "s"):
            if form in opslag:
                return antal, opslag[form]
    return 1, None
