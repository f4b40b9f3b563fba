"""Areas by code or name, as people write them."""

import csv
import re
from collections import defaultdict
from pathlib import Path

from data.indlaes.navne import index, listed, nearest, plain, spellings
from data.indlaes.registre import Omraade, Skema
from data.indlaes.vaerdier import Ulaeselig

BYER = Path(__file__).with_name("byer.csv")
KOMMUNE = re.compile(r"(?i)\b(?:region)?s?kommune\b")
NIVEAUORD = {
    "land": "et land",
    "kommune": "en kommune",
    "sundhedsraad": "et sundhedsråd",
    "region": "en region",
    "videreuddannelsesregion": "en videreuddannelsesregion",
    "delregion": "en delregion",
}


class Steder:
    """Looks areas up by level. Every method takes text and raises Ulaeselig with the likeliest areas."""

    def __init__(self, skema: Skema):
        self._omraader: dict[str, list[Omraade]] = defaultdict(list)
        for omraade in skema.omraader:
            self._omraader[omraade.niveau].append(omraade)
        self._opslag = {niveau: index(_written(alle)) for niveau, alle in self._omraader.items()}
        self._kommuner = {en.id: en.navn for en in self._omraader["kommune"]}
        self._byer = _towns()

    def kommune(self, tekst: str) -> str:
        """A kommune's three digits: from the code, the name, or both ("360 Lolland")."""
        cifre = re.findall(r"\d+", tekst)
        navn = KOMMUNE.sub("", re.sub(r"[\d()]", " ", tekst)).strip(" -,.")
        kode = cifre[0].lstrip("0").zfill(3) if cifre else None
        if kode and kode not in self._kommuner:
            raise Ulaeselig(f"findes ikke blandt de 98 kommuner.{self._meant(navn) if navn else ''}")
        if not (navn or kode):
            raise Ulaeselig("er ikke en kommune. Skriv kommunens navn eller tre cifre.")
        if not navn:
            return kode
        fundet = self._by_name(navn)
        if not fundet:
            raise Ulaeselig(f"findes ikke.{self._meant(navn)}")
        if kode and fundet != kode:
            raise Ulaeselig(f"er to kommuner: {kode} er {self._kommuner[kode]}, og {navn} har nr. {fundet}.")
        return fundet

    def kommuner(self, tekst: str) -> str:
        """Several kommuner, as 326;330."""
        dele = [en.strip() for en in re.split(r"[;,/\n]| og ", tekst) if en.strip()]
        return ";".join(dict.fromkeys(self.kommune(del_) for del_ in dele))

    def name(self, niveau: str, tekst: str) -> str:
        """The full name of an area of a level."""
        if niveau == "kommune":
            return self._kommuner[self.kommune(tekst)]
        opslag = self._opslag.get(niveau)
        if opslag is None:  # towns, landsdele and planning areas have no list
            return tekst
        fundet = opslag.get(plain(tekst)) or opslag.get(
            plain(tekst).removeprefix("sundhedsraad").removeprefix("region")
        )
        if not fundet:
            raise Ulaeselig(f"findes ikke som {NIVEAUORD[niveau]}.{_question(nearest(tekst, opslag, 2))}")
        return fundet

    def shown(self, kode: str) -> str:
        """A kommune for people: its name."""
        return self._kommuner.get(kode, kode)

    def _by_name(self, navn: str) -> str | None:
        """Some write the genitive (Københavns Kommune), some leave it out (Vesthimmerland)."""
        former = [plain(navn), plain(navn).removesuffix("s"), plain(navn) + "s"]
        fundet = next((self._opslag["kommune"][form] for form in former if form in self._opslag["kommune"]), None)
        return next((kode for kode, kommune in self._kommuner.items() if kommune == fundet), None)

    def _meant(self, navn: str) -> str:
        """Towns are not kommuner, but tell which was meant."""
        koder = self._byer.get(plain(navn), [])
        if not koder:
            naermeste = nearest(navn, self._opslag["kommune"], 2)
            koder = [kode for kommune in naermeste for kode, en in self._kommuner.items() if en == kommune]
        if not koder:
            by = nearest(navn, {form: form for form in self._byer})
            koder = self._byer[by[0]] if by else []
        return (
            _question([f"{self._kommuner[kode]} ({kode})" for kode in koder])
            or " Skriv kommunens navn eller tre cifre."
        )


def _written(omraader: list[Omraade]) -> list[tuple[str, str]]:
    """Full names first: a short name may be another area's key."""
    return [
        (skrevet, en.navn)
        for hent in (lambda o: (o.navn,), lambda o: (o.kort_navn, o.id, *o.andre))
        for en in omraader
        for skrevet in hent(en)
    ]


def _question(navne: list[str]) -> str:
    return f" Mente du {listed(navne)}?" if navne else ""


def _towns() -> dict[str, list[str]]:
    """The kommuner of well-known towns that are no kommune; some names are several towns."""
    byer: dict[str, list[str]] = defaultdict(list)
    with open(BYER, encoding="utf-8", newline="") as fil:
        for raekke in csv.DictReader(fil):
            for form in spellings(raekke["by"]):
                byer[form].append(raekke["kommunekode"])
    return dict(byer)
