"""Forgiving spelling: what people write in an address or a search, as the code they mean."""

import re
import unicodedata
from functools import lru_cache

from data.grupper import group
from geo import niveauer
from views.faelles.filtre import ADSKILT

# Old and English ways of writing the three letters come out alike: å, aa and a; ø, oe and o; æ, ae and a.
BOGSTAVER = (("å", "a"), ("æ", "a"), ("ø", "o"), ("aa", "a"), ("ae", "a"), ("oe", "o"))
# What people call an area, where no spelling of its name leads there.
KALDENAVNE = {"101": ("kbh", "cph"), "1084": ("hovedstadsregionen",)}
# Words that tell the level of an area; people leave them out.
LEVEL = re.compile(r"\b(kommune|sundhedsrad|region|videreuddannelsesregion|plo)\b")
OMRAADEKODER = ("omraade", "sammenlign")


def folded(tekst: str) -> str:
    """A text as it is compared: small letters and digits, words parted by one space."""
    tekst = unicodedata.normalize("NFC", tekst).lower()
    for fra, til in BOGSTAVER:
        tekst = tekst.replace(fra, til)
    tekst = "".join(en for en in unicodedata.normalize("NFKD", tekst) if not unicodedata.combining(en))
    return " ".join(re.findall(r"[a-z0-9]+", tekst))


def canonical(navn: str, kode: str) -> str:
    """The code behind what stands in an address. What means nothing is handed back as it is, to be refused by name."""
    kode = kode.strip()
    if navn in OMRAADEKODER:
        return area_code(kode)
    if navn == "omraader":
        return ADSKILT.join(area_code(en) for en in _parted(kode))
    return kode.lower() if kode.isascii() and navn != "siden" else kode


def area_code(skrevet: str) -> str:
    """The code of an area by its code or name in any spelling: "Fyn", "aabenraa", "Region Syddanmark"."""
    if not skrevet or group(skrevet):
        return skrevet
    return _codes().get(folded(skrevet)) or _codes_by_short_name().get(short(skrevet)) or skrevet


def short(skrevet: str) -> str:
    """A name without the word for its level, as it is compared."""
    fold = folded(skrevet)
    kort = " ".join(LEVEL.sub(" ", fold).split())
    return kort.removesuffix("s") if "kommune" in fold else kort


def _parted(koder: str) -> list[str]:
    """Codes parted by ";", or by a comma where no name of a group could hold one."""
    alle = koder.split(ADSKILT)
    return [
        en.strip() for led in alle for en in (led.split(",") if not led.startswith("gruppe.") else [led]) if en.strip()
    ]


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Codes and full names, folded -> code; a code goes before any name."""
    fundet: dict[str, str] = {}
    for kode, navn in _areas():
        for form in (navn, f"{navn} kommune", f"{navn}s kommune", *KALDENAVNE.get(kode, ())):
            fundet.setdefault(folded(form), kode)
    return fundet | {folded(kode): kode for kode, _ in _areas()}


@lru_cache(maxsize=1)
def _codes_by_short_name() -> dict[str, str]:
    """Names without the word for their level; the finest level has the name, for that is what people call it."""
    return {short(navn): kode for kode, navn in _areas()}


@lru_cache(maxsize=1)
def _areas() -> tuple[tuple[str, str], ...]:
    """Code and name of every area of every level and structure, larger ones first."""
    kort = [en.niveau for en in niveauer.levels().values() if en.er_kortniveau]
    alle = {
        en.omraade_id: en.navn
        for niveau in kort
        for struktur in niveauer.structures()
        for en in niveauer.areas(niveau, struktur).values()
    }
    return tuple(alle.items())
