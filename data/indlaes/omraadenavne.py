"""What the label of a row or column in a table of statistics names: an area, a total, or what is in no area."""

import re
from dataclasses import dataclass
from functools import lru_cache

from data.indlaes.navne import plain
from data.indlaes.registre import Skema
from data.indlaes.steder import KOMMUNE, Steder
from data.indlaes.vaerdier import Ulaeselig

# From the finest; what is known for a finer level makes up the coarser ones.
NIVEAUER = ("kommune", "sundhedsraad", "region", "land")
FLERTAL = {"kommune": "kommuner", "sundhedsraad": "sundhedsråd", "region": "regioner", "land": "land"}
LAND = {"danmark", "helelandet", "landet", "heledanmark", "dk", "land", "000", "0", "00"}
ALT = re.compile(r"(?:^|\b)(?:i\s*alt|total(?:t|en)?|samlet|sum)\b\.?:?", re.I)
ALLE = {"alle", "allekommuner", "alleregioner", "kommuner", "regioner", "sundhedsraad", "allesundhedsraad"}
CHRISTIANSOE = {"christiansoe", "411"}
UDEN_OMRAADE = {
    *("uoplyst", "ukendt", "uoplystkommune", "ukendtkommune", "uoplystregion", "ukendtregion", "ikkefordelt"),
    *("udland", "udlandet", "udenfordanmark", "oevrige", "andre", "ingenkommune", "ikkeoplyst", "995", "997", "998"),
}
# A number with a decimal sign or a thousands sign is a figure and no code: 0,00 is not "000 Hele landet".
FIGUR = re.compile(r"[+-]?\d+(?:[.,]\d+)+")
KODE_FOERST = re.compile(r"\(?(\d{2,4})\)?[\s.:–-]+(.*\S)")
KODE_SIDST = re.compile(r"(.*\S)[\s,–-]+\(?(\d{3,4})\)?")
REGIONSKODE = re.compile(r"(?:10|0)?(8[1-5])")


@dataclass(frozen=True)
class Etiket:
    """What a label means. `omraader`: the area (its full name) at each level it can name; `slags`: "omraade", "total"
    (of what stands around it), "christiansoe", "uden" (counted, but in no area), "landsdel", or "" when nobody knows
    it, with the likeliest areas in `hjaelp`."""

    slags: str
    omraader: tuple[tuple[str, str], ...] = ()
    hjaelp: str = ""

    def at(self, niveau: str) -> str | None:
        """The area it names at a level."""
        return dict(self.omraader).get(niveau)


class Omraadenavne:
    """Understands labels. `understand` is remembered: a table repeats its labels."""

    def __init__(self, skema: Skema):
        self._steder = Steder(skema)
        self._ord = {plain(en) for om in skema.omraader for en in (om.navn, om.kort_navn)} | LAND | CHRISTIANSOE
        self._koder = {om.id for om in skema.omraader if om.niveau == "kommune"}
        self.understand = lru_cache(20_000)(self._understand)

    def looks_like_one(self, tekst: str) -> bool:
        """Is it the name or the code of an area? Quick: without looking for what may have been meant."""
        if FIGUR.fullmatch(tekst):
            return False
        navn, kode = _parted(tekst)
        if not navn:
            return kode in self._koder or REGIONSKODE.fullmatch(kode) is not None
        ord_ = plain(ALT.sub("", KOMMUNE.sub("", navn)))
        stamme = ord_.removeprefix("sundhedsraad").removeprefix("region")
        return bool({ord_, stamme, ord_.removesuffix("s"), f"{ord_}s"} & self._ord)

    def _understand(self, tekst: str) -> Etiket:
        if FIGUR.fullmatch(tekst):
            return Etiket("")
        navn, kode = _parted(tekst)
        ord_ = plain(navn)
        if kode == "411" or ord_ in CHRISTIANSOE:
            return Etiket("christiansoe")
        if ord_ in UDEN_OMRAADE or kode in UDEN_OMRAADE:
            return Etiket("uden")
        if ord_.startswith(("landsdel", "provins")):
            return Etiket("landsdel")
        uden_alt = ALT.sub("", navn).strip(" ,-–:()")
        if not kode and navn and (not uden_alt or plain(uden_alt) in ALLE):
            return Etiket("total") if uden_alt != navn or ord_.startswith("alle") else Etiket("")
        if plain(uden_alt) in LAND or (kode == "000" and not ord_):
            return Etiket("omraade", (("land", "Danmark"),))
        fundne, hjaelp = [], ""
        for niveau in NIVEAUER[:-1]:
            try:
                if fundet := self._named(niveau, uden_alt, kode):
                    fundne.append((niveau, fundet))
            except Ulaeselig as fejl:
                hjaelp = hjaelp or str(fejl)
        return Etiket("omraade" if fundne else "", tuple(fundne), hjaelp)

    def _named(self, niveau: str, navn: str, kode: str) -> str | None:
        """The full name at a level, None when the label says that it is of another."""
        ord_ = plain(navn)
        sagt = next((en for en in ("sundhedsraad", "region") if ord_.startswith(en)), "")
        if sagt == "region" and "kommune" in ord_:  # Bornholms Regionskommune
            sagt = "kommune"
        if ord_.endswith("kommune"):
            sagt = "kommune"
        if sagt not in ("", niveau):
            return None
        if niveau == "kommune":
            if REGIONSKODE.fullmatch(kode):
                return None
            return self._steder.name("kommune", f"{kode} {navn}".strip())
        if niveau == "region" and kode and not navn:
            fund = REGIONSKODE.fullmatch(kode)
            return self._steder.name("region", f"10{fund[1]}") if fund else None
        if not navn or (kode and niveau == "sundhedsraad" and not sagt):
            return None
        return self._steder.name(niveau, navn)


def _parted(tekst: str) -> tuple[str, str]:
    """Name and code of a label that may have both: "101 København", "København (101)", "0101"."""
    if tekst.isdigit():
        kode = tekst.lstrip("0").zfill(3)
        return "", kode
    fund = KODE_FOERST.fullmatch(tekst)
    if fund:
        return fund[2], fund[1].lstrip("0").zfill(3)
    fund = KODE_SIDST.fullmatch(tekst)
    return (fund[1], fund[2].lstrip("0").zfill(3)) if fund else (tekst, "")
