"""Is an answer about exactly the 98 kommuner of kommune.csv, and do they make the published total?"""

import csv
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from data.hent.transport import HentFejl

LANDET, CHRISTIANSOE = "000", "411"
# Landet, its regions and landsdele, and what has no place. They are never read: kommuner are added up instead.
IKKE_KOMMUNER = re.compile(r"0\d\d?|9\d\d?|\d{1,2}")


def kommuner(kilder: Path) -> dict[str, str]:
    """Name by kommunekode, in the order of the file."""
    with open(kilder / "geografi" / "kommune.csv", encoding="utf-8", newline="") as fil:
        return {en["kommunekode"]: en["navn"] for en in csv.DictReader(fil)}


def regions(kilder: Path) -> dict[str, str]:
    """The region of a kommune as the registers write it: its full name in the structure of the five regions."""
    mappe = kilder / "geografi"
    with (
        open(mappe / "region.csv", encoding="utf-8", newline="") as fil,
        open(mappe / "kommune_region.csv", encoding="utf-8", newline="") as par,
    ):
        navne = {en["region_id"]: en["navn"] for en in csv.DictReader(fil) if en["struktur"] == "2007"}
        return {en["kommunekode"]: navne[en["region_id"]] for en in csv.DictReader(par) if en["region_id"] in navne}


def refuse_unless_all(koder: Iterable[str], kendte: Mapping[str, str], hvad: str) -> None:
    """Raises HentFejl unless the codes are the known kommuner, all of them, with what is no kommune beside them."""
    fundne = set(koder)
    mangler = [navn for kode, navn in kendte.items() if kode not in fundne]
    if mangler:
        raise HentFejl(
            f"{hvad}: {len(kendte) - len(mangler)} af {len(kendte)} kommuner er med; der mangler {_some(mangler)}."
        )
    fremmede = sorted(kode for kode in fundne - {*kendte, CHRISTIANSOE} if not IKKE_KOMMUNER.fullmatch(kode))
    if fremmede:
        raise HentFejl(f"{hvad}: ukendte kommuner er med ({_some(fremmede)}). Er kommunerne ændret?")


def refuse_unless_sum(dele: Iterable[Decimal], i_alt: Decimal, hvad: str, forskel: int = 0) -> None:
    """Raises HentFejl unless the parts make the published total within so many persons."""
    sum_ = sum(dele, Decimal(0))
    if abs(sum_ - i_alt) > forskel:
        raise HentFejl(
            f"{hvad}: kommunerne giver tilsammen {_danish(sum_)}, men landet er offentliggjort som {_danish(i_alt)}."
        )


def _some(navne: list[str], flest: int = 8) -> str:
    resten = len(navne) - flest
    return ", ".join(navne[:flest]) + (f" og {resten} til" if resten > 0 else "")


def _danish(tal: Decimal) -> str:
    return f"{tal:,f}".replace(",", ".")
