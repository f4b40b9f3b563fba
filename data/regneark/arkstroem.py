"""One pass over the XML of a sheet, before any library lays it out: how far its cells reach, and what a reader of
values cannot tell (errors, formulas, hidden rows, links, what the number formats show)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from data.regneark.ark import FilFejl
from data.regneark.graenser import (
    DYBEST,
    FLEST_FYLDTE,
    FLEST_KOLONNER,
    FLEST_LINKS,
    FLEST_RAEKKER,
    FLEST_UDEN_VAERDI,
    LAENGSTE_ADRESSE,
    STOERSTE_FLADE,
)
from data.regneark.pakke import Relation
from data.regneark.tekst import grouped
from data.regneark.xmlstroem import BESKADIGET, INDVIKLET, feed, local, new_parser

TAL = (None, "n", "d")  # the types of a cell whose number format counts
JA = ("1", "true")
FEJL = "#FEJL!"
FORMELLINK = re.compile(r'\s*=?\s*HYPERLINK\(\s*"((?:[^"]|"")*)"', re.I)
LAENGSTE_FORMEL = 8192
LAENGSTE_NUMMER = 7


@dataclass
class Arkfakta:
    """What the XML of a sheet tells. Cells are (row, column), counted from 1."""

    fyldte: int = 0
    formler: int = 0
    fejl: dict[tuple[int, int], str] = field(default_factory=dict)
    formater: dict[tuple[int, int], str] = field(default_factory=dict)
    uden_vaerdi: list[tuple[int, int]] = field(default_factory=list)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    skjulte_raekker: set[int] = field(default_factory=set)
    skjulte_kolonner: list[int] = field(default_factory=list)


def read_sheet(
    stykker: Iterable[bytes],
    arknavn: str,
    stilformater: Sequence[str],
    relationer: Mapping[str, Relation],
    tilbage: int,
) -> Arkfakta:
    """Read a sheet to its end. `stilformater`: what each cell style shows; `tilbage`: filled cells left to the file.

    Raises FilFejl when it is corrupt, or reaches too far.
    """
    laeser = _Arklaeser(arknavn, stilformater, relationer, tilbage)
    feed(laeser.parser, stykker)
    return laeser.result()


class _Opslag(dict):
    """Handlers by full name, found once for each way to write the name."""

    def __init__(self, lokale: dict):
        super().__init__()
        self._lokale = lokale

    def __missing__(self, navn: str):
        self[navn] = fundet = self._lokale.get(local(navn))
        return fundet


class _Kolonner(dict):
    """A is 1, Z is 26, AA is 27."""

    def __missing__(self, bogstaver: str) -> int:
        if not bogstaver.isascii() or not bogstaver.isalpha() or len(bogstaver) > LAENGSTE_NUMMER:
            raise FilFejl(BESKADIGET)
        nummer = 0
        for bogstav in bogstaver.upper():
            nummer = nummer * 26 + ord(bogstav) - ord("A") + 1
        self[bogstaver] = nummer
        return nummer


class _Arklaeser:
    def __init__(
        self, arknavn: str, stilformater: Sequence[str], relationer: Mapping[str, Relation], tilbage: int
    ) -> None:
        self._navn = arknavn
        self._stilformater = {str(nr): vist for nr, vist in enumerate(stilformater) if vist}
        self._relationer = relationer
        self._tilbage = tilbage
        self._fakta = Arkfakta()
        self._start = _Opslag(
            {
                "row": self._row,
                "c": self._cell,
                "v": self._value,
                "is": self._inline,
                "f": self._formula,
                "col": self._column,
                "hyperlink": self._hyperlink,
            }
        )
        self._slut = _Opslag({"c": self._end_cell, "v": self._end_value, "f": self._end_formula})
        self.parser = new_parser(self._on_start, self._on_end)
        self._kolonnenumre = _Kolonner()
        self._dybde = self._raekke = self._kolonne = self._sidste_raekke = self._fyldte = 0
        self._skjult_raekke = False
        self._skjulte_kolonner: list[tuple[int, int]] = []
        self._brugte_kolonner: set[int] = set()
        self._tekst: list[str] = []
        self._type = self._vist = None
        self._raekke_tekst, self._til_raekke = "", 0
        self._saerlig = self._fyldt = self._formel = self._har_vaerdi = self._tom_vaerdi = False
        self._vaerdi = ""

    def result(self) -> Arkfakta:
        fakta = self._fakta
        fakta.fyldte = self._fyldte
        if self._sidste_raekke * max(self._brugte_kolonner, default=0) > STOERSTE_FLADE:
            raise FilFejl(
                f"Arket »{self._navn}« er for stort: dets celler er spredt over {grouped(self._sidste_raekke)} rækker "
                f"og {max(self._brugte_kolonner)} kolonner. Slet de celler, der ikke hører til tabellen."
            )
        fakta.skjulte_kolonner = sorted(
            nr
            for nr in self._brugte_kolonner
            if any(foerste <= nr <= sidste for foerste, sidste in self._skjulte_kolonner)
        )
        return fakta

    def _on_start(self, navn: str, attributter: dict[str, str]) -> None:
        self._dybde += 1
        if self._dybde > DYBEST:
            raise FilFejl(INDVIKLET)
        handler = self._start[navn]
        if handler is not None:
            handler(attributter)

    def _on_end(self, navn: str) -> None:
        self._dybde -= 1
        if self._saerlig:  # of most cells there is nothing to say when they end
            handler = self._slut[navn]
            if handler is not None:
                handler()

    def _row(self, attributter: dict[str, str]) -> None:
        self._raekke_tekst = tekst = attributter.get("r") or str(self._raekke + 1)
        self._til_raekke = -len(tekst)
        self._raekke = _whole(tekst)
        self._kolonne = 0
        self._skjult_raekke = attributter.get("hidden") in JA or attributter.get("ht") in ("0", "0.0")

    def _cell(self, attributter: dict[str, str]) -> None:
        sted = attributter.get("r")
        if sted is None:
            self._kolonne += 1
        else:
            kendt = self._kolonnenumre.get(sted[: self._til_raekke])
            if kendt is not None and sted[self._til_raekke :] == self._raekke_tekst:
                self._kolonne = kendt
            else:
                self._place(sted)
        self._type = type_ = attributter.get("t")
        stil = attributter.get("s")
        self._vist = self._stilformater.get(stil) if stil is not None and type_ in TAL else None
        self._saerlig = type_ == "e" or self._vist is not None
        self._fyldt = self._formel = self._har_vaerdi = self._tom_vaerdi = False

    def _place(self, sted: str) -> None:
        bogstaver = sted.rstrip("0123456789")
        self._kolonne = self._kolonnenumre[bogstaver]
        self._raekke_tekst = tekst = sted[len(bogstaver) :]
        self._til_raekke = -len(tekst) or None
        self._raekke = _whole(tekst)

    def _fill(self) -> None:
        """The cell holds something: it counts, and is refused when it lies too far away."""
        if self._fyldt:
            return
        self._fyldt = True
        self._fyldte += 1
        if self._raekke > self._sidste_raekke:
            self._sidste_raekke = self._raekke
            if self._raekke > FLEST_RAEKKER + 1:
                raise FilFejl(self._too_large())
        if self._kolonne not in self._brugte_kolonner:
            self._brugte_kolonner.add(self._kolonne)
            if self._kolonne > FLEST_KOLONNER:
                raise FilFejl(self._too_large())
        if self._skjult_raekke:
            self._fakta.skjulte_raekker.add(self._raekke)
        if self._fyldte > self._tilbage:
            raise FilFejl(self._too_large())

    def _too_large(self) -> str:
        if self._raekke > FLEST_RAEKKER + 1:
            return (
                f"Arket »{self._navn}« har udfyldte celler helt nede i række {grouped(self._raekke)}, og grænsen er "
                "200.000 rækker. Del det i flere filer, eller slet cellerne dernede."
            )
        if self._kolonne > FLEST_KOLONNER:
            return (
                f"Arket »{self._navn}« har udfyldte celler i kolonne nr. {grouped(self._kolonne)}, langt til højre for "
                "tabellen. Slet dem."
            )
        return f"Filen er for stor: den har mere end {grouped(FLEST_FYLDTE)} udfyldte celler. Del den i flere filer."

    def _inline(self, _: dict[str, str]) -> None:
        self._fill()
        self._har_vaerdi = True

    def _value(self, _: dict[str, str]) -> None:
        if not self._fyldt:
            self._fill()
        if self._formel or self._type == "e":
            self._listen()
        else:
            self._har_vaerdi = True

    def _end_value(self) -> None:
        if self.parser.CharacterDataHandler is None:
            return
        self._vaerdi = self._heard()
        self._har_vaerdi = bool(self._vaerdi.strip())
        self._tom_vaerdi = not self._har_vaerdi

    def _formula(self, _: dict[str, str]) -> None:
        self._fill()
        self._formel = self._saerlig = True
        self._fakta.formler += 1
        self._listen()

    def _end_formula(self) -> None:
        link = FORMELLINK.match(self._heard())
        if link:
            self._link((self._raekke, self._kolonne), link[1].replace('""', '"'))

    def _end_cell(self) -> None:
        sted = (self._raekke, self._kolonne)
        if self._type == "e" and self._fyldt:
            self._fakta.fejl[sted] = self._vaerdi.strip()[:40] if self._har_vaerdi else FEJL
        elif self._formel and not self._har_vaerdi and not (self._tom_vaerdi and self._type == "str"):
            if len(self._fakta.uden_vaerdi) < FLEST_UDEN_VAERDI:
                self._fakta.uden_vaerdi.append(sted)
        elif self._har_vaerdi and self._vist is not None:
            self._fakta.formater[sted] = self._vist
        self._saerlig = False

    def _listen(self) -> None:
        self._tekst = []
        self.parser.CharacterDataHandler = self._hear

    def _hear(self, tekst: str) -> None:
        if len(self._tekst) < LAENGSTE_FORMEL:
            self._tekst.append(tekst)

    def _heard(self) -> str:
        self.parser.CharacterDataHandler = None
        return "".join(self._tekst)[:LAENGSTE_FORMEL]

    def _column(self, attributter: dict[str, str]) -> None:
        if attributter.get("hidden") in JA or attributter.get("width") in ("0", "0.0"):
            foerste = _whole(attributter.get("min", "0"))
            self._skjulte_kolonner.append((foerste, _whole(attributter.get("max", str(foerste)))))

    def _hyperlink(self, attributter: dict[str, str]) -> None:
        nr = next((vaerdi for navn, vaerdi in attributter.items() if local(navn) == "id"), "")
        relation = self._relationer.get(nr)
        sted = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::.*)?", attributter.get("ref", "")[:40])
        if relation is not None and relation.ekstern and sted:
            self._link((int(sted[2]), self._kolonnenumre[sted[1]]), relation.sti)

    def _link(self, sted: tuple[int, int], adresse: str) -> None:
        if adresse and len(adresse) <= LAENGSTE_ADRESSE and len(self._fakta.links) < FLEST_LINKS:
            self._fakta.links[sted] = adresse


def _whole(cifre: str) -> int:
    if not cifre.isdecimal() or len(cifre) > 2 * LAENGSTE_NUMMER:
        raise FilFejl(BESKADIGET)
    return int(cifre)
