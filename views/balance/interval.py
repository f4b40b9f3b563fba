"""Numbers of a scenario in words. One never stands without what the two other sets of assumptions give.

Over 100 to the nearest ten, under 100 whole; decimals stand in tables and files alone.
"""

from collections.abc import Callable, Mapping

from views.balance.antagelser import MIDT, SAET
from views.balance.forloeb import Forloeb
from views.balance.motor import Aaret
from views.balance.scenarie import SIDSTE_AAR
from views.sprog import dansk

GROFT, TIER, TITUSINDER = 100, 10, 10_000
ENS = "ens i alle tre sæt"
ALDRIG = f"efter {SIDSTE_AAR}"


def rounded(tal: float, trin: int = TIER) -> int:
    """As precise as a scenario is told."""
    return round(tal / trin) * trin if abs(tal) >= GROFT else round(tal)


def number(tal: float, trin: int = TIER) -> str:
    """ "380", "61"."""
    return dansk.number(rounded(tal, trin))


def amount(tal: float, enhed: str) -> str:
    """ "380 pladser", "1 plads": where a range is not what is told."""
    return f"{number(tal)} {dansk.unit(number(tal), enhed)}"


def with_range(tal: Mapping[str, float], enhed: str, trin: int = TIER) -> str:
    """A number by set, with the range of all three: "ca. 380 (160-660) pladser". trin: how coarse large ones are."""
    return f"ca. {number(tal[MIDT], trin)} ({span(tal, trin)}) {enhed}"


def decimals(tal: Mapping[str, float]) -> str:
    """A small number by set: "4,2 (3,8-5,2)"."""
    midt, lavest, hoejest = (dansk.number(en, 1) for en in (tal[MIDT], min(tal.values()), max(tal.values())))
    return f"{midt} ({ENS if lavest == hoejest else f'{lavest}-{hoejest}'})"


def span(tal: Mapping[str, float], trin: int = TIER) -> str:
    """ "160-660"; the chosen assumptions may lie beyond both edges, and where data tell there may be no edges."""
    lavest, hoejest = number(min(tal.values()), trin), number(max(tal.values()), trin)
    return ENS if lavest == hoejest else f"{lavest}-{hoejest}"


def of_sets(forloeb: Mapping[str, Forloeb], tal: Callable[[Forloeb], float]) -> dict[str, float]:
    """A number of each set's run."""
    return {saet: tal(forloeb[saet]) for saet in SAET}


def in_year(aarene: Mapping[str, tuple[Aaret, ...]], aar: int, tal: Callable[[Aaret], float]) -> dict[str, float]:
    """A number of one year of each set."""
    return {saet: next(tal(en) for en in aarene[saet] if en.aar == aar) for saet in SAET}


def year(aar: int | None) -> str:
    """ "2034", or "efter 2035" where nobody has computed it."""
    return str(aar) if aar else ALDRIG


def years(aar: Mapping[str, int | None]) -> str:
    """ "i 2034 (2032 - efter 2035)": the middle, the earliest and the latest."""
    ordnet = sorted(aar.values(), key=lambda en: en or SIDSTE_AAR + 1)
    tidligst, senest = year(ordnet[0]), year(ordnet[-1])
    i = "i " if aar[MIDT] else ""
    return f"{i}{year(aar[MIDT])} ({tidligst if tidligst == senest else f'{tidligst} - {senest}'})"
