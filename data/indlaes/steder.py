"""Areas by code or name, as people write them."""

import csv
import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from data.indlaes.navne import index, listed, nearest, plain, spellings
from data.indlaes.omtaler import Omtale, mentions
from data.indlaes.registre import Omraade, Skema
from data.indlaes.vaerdier import Ulaeselig

# Towns that are no kommune, each confirmed by the source that it names: a postal district lies in the kommune, though
# others may have a part of it too.
BYER = Path(__file__).with_name("byer.csv")
KOMMUNE = re.compile(r"(?i)\b(?:region)?s?kommuner?\b")
# The dashboard's list of areas says when a region is in force: "Region Sjælland (til 31. december 2026)".
I_KRAFT = re.compile(r"\s*\((?:fra|til) \d[^)]*\)")
SKILLER = re.compile(r"[;,/&+|)\n]|\b(?:og|samt)\b")
NIVEAUER_SOM_ORD = frozenset({"region", "regionen", "sundhedsraad", "sundhedsraadet", "raadet"})
EN_PR_RAEKKE = "Skriv én kommune pr. række."
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
        koder = {navn: kode for kode, navn in self._kommuner.items()}
        self._koder = {form: koder[navn] for form, navn in self._opslag["kommune"].items() if not form.isdigit()}
        self._byer = _towns()

    def kommune(self, tekst: str) -> str:
        """A kommune's three digits: from the code, the name, or both ("360 Lolland"). Several are refused."""
        omtaler = self._mentioned(tekst)
        koder = [*dict.fromkeys(en.betyder for en in omtaler)]
        if len(koder) > 1:
            raise Ulaeselig(self._disagree(omtaler) or f"er flere kommuner: {self._listed(koder)}. {EN_PR_RAEKKE}")
        return koder[0]

    def kommuner(self, tekst: str) -> str:
        """Several kommuner, as 326;330. A code with its name beside it is one kommune."""
        omtaler = self._mentioned(tekst)
        for en, naeste in zip(omtaler, omtaler[1:]):
            sammen = en.er_tal and not naeste.er_tal and not SKILLER.search(naeste.foran)
            if sammen and (uenige := self._disagree([en, naeste])):
                raise Ulaeselig(uenige)
        return ";".join(dict.fromkeys(en.betyder for en in omtaler))

    def name(self, niveau: str, tekst: str) -> str:
        """The full name of an area of a level; "Region Sjælland (PLO-Sjælland)" and "1085 Region Sjælland" are one."""
        if niveau == "kommune":
            return self._kommuner[self.kommune(tekst)]
        opslag, tekst = self._opslag.get(niveau), I_KRAFT.sub("", tekst)
        if opslag is None:  # towns, landsdele and planning areas have no list
            return tekst
        fundet = opslag.get(plain(tekst)) or opslag.get(
            plain(tekst).removeprefix("sundhedsraad").removeprefix("region")
        )
        if fundet:
            return fundet
        omtaler = mentions(tekst, opslag, NIVEAUER_SOM_ORD)
        navne = [*dict.fromkeys(en.betyder for en in omtaler)]
        if not navne or None in navne:
            raise Ulaeselig(f"findes ikke som {NIVEAUORD[niveau]}.{_question(nearest(tekst, opslag, 2))}")
        if len(navne) > 1:
            raise Ulaeselig(f"er flere områder: {listed(navne, 'og')}. Skriv ét område pr. række.")
        return navne[0]

    def is_kommune(self, tekst: str) -> bool:
        """Does a text name one kommune or several?"""
        try:
            return bool(self.kommuner(tekst))
        except Ulaeselig:
            return False

    def shown(self, kode: str) -> str:
        """A kommune for people: its name."""
        return self._kommuner.get(kode, kode)

    def _mentioned(self, tekst: str) -> list[Omtale]:
        """The kommuner of a text, in its order; at least one, all of them known."""
        omtaler = []
        for en in mentions(KOMMUNE.sub("", tekst), self._koder):
            kode = en.skrevet.lstrip("0").zfill(3) if en.er_tal else en.betyder
            if en.er_tal and kode not in self._kommuner:
                navn = KOMMUNE.sub("", re.sub(r"[\d()]", " ", tekst)).strip(" -,.")
                raise Ulaeselig(f"findes ikke blandt de 98 kommuner.{self._meant(navn) if navn else ''}")
            omtaler.append(replace(en, betyder=kode))
        ukendt = next((en.skrevet for en in omtaler if not en.betyder), None)
        if ukendt or not omtaler:
            flere = f"rummer »{ukendt}«, der ikke findes" if len(omtaler) > 1 else "findes ikke"
            raise Ulaeselig(f"{flere}.{self._meant(ukendt or tekst)}")
        return omtaler

    def _disagree(self, omtaler: list[Omtale]) -> str:
        """A code and a name that are not the same kommune, in words; "" when it is something else."""
        if len(omtaler) != 2 or omtaler[0].er_tal == omtaler[1].er_tal or omtaler[0].betyder == omtaler[1].betyder:
            return ""
        tal, navn = sorted(omtaler, key=lambda en: not en.er_tal)
        return (
            f"er to kommuner: {tal.betyder} er {self._kommuner[tal.betyder]}, og {navn.skrevet} har nr. {navn.betyder}."
        )

    def _listed(self, koder: list[str]) -> str:
        return listed([f"{self._kommuner[kode]} ({kode})" for kode in koder], "og")

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
