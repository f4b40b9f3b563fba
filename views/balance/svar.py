"""What a run says: when places have a doctor, how many there are doctors for, and when most are clinics.

Everything is read from the years of a run (`Forloeb.samlet`, `Forloeb.of`); what has to be run anew stands in svar_krav
(what it would take), svar_foelsomhed (what means most), svar_chance and svar_bagud.
"""

from collections.abc import Sequence
from dataclasses import replace

from views.balance.antagelser import Forudsaetninger
from views.balance.forloeb import Grundlag, run
from views.balance.motor import Aaret
from views.balance.scenarie import FOERSTE_AAR, TAKT, Scenarie

# Fewer places than this are none: a place is whole, and a run ends in ever smaller parts of one.
INGEN = 0.5
# The marks on the way to all.
MAERKER = (0.25, 0.5, 0.9, 1.0)


def at(aarene: Sequence[Aaret], aar: int) -> Aaret:
    """A year of them."""
    return aarene[aar - FOERSTE_AAR]


def known_offers(aarene: Sequence[Aaret]) -> float:
    """The places that were open at the base date: the 87. Without those that are withdrawn on the way."""
    return aarene[-1].kendte_besat + aarene[-1].kendte_uden_plo


def filled_in(aarene: Sequence[Aaret], andel: float = 1.0) -> int | None:
    """The first year at whose end this share of the offers open at the base date has found a doctor; all of them when
    less than INGEN is left. None: not within the years, or there were none."""
    i_alt = known_offers(aarene)
    if not i_alt:
        return None
    if andel >= 1:
        return next((et.aar for et in aarene if et.kendte_uden_plo < INGEN), None)
    return next((et.aar for et in aarene if et.kendte_besat >= andel * i_alt), None)


def marks(aarene: Sequence[Aaret]) -> dict[float, int | None]:
    """The year of each of MAERKER (`filled_in`)."""
    return {andel: filled_in(aarene, andel) for andel in MAERKER}


def years_of_stock(et: Aaret) -> float | None:
    """ "Års lager": how many years the doctors whom no takeover needs are over the places without a PLO doctor, open
    or clinic: which of the two is an assumption that the sets differ in. None: never; 0 when there is no such place."""
    if et.uden_plo < INGEN:
        return 0.0
    return et.uden_plo / net(et) if net(et) > 0 else None


def net(et: Aaret) -> float:
    """How many more doctors a year brings than it takes: D - X. PLO's 115 is read against it."""
    return et.nye_laeger - et.opgivet


def patients(pladser: float, f: Forudsaetninger) -> float:
    """How many patients there is room for on so many places; never patients without a doctor."""
    return pladser * f.p


def peak_of_clinics(aarene: Sequence[Aaret]) -> Aaret:
    """The year with most places in clinics, the first of equals."""
    return max(aarene, key=lambda et: et.klinik)


def offers_in_step(grundlag: Grundlag, scenarie: Scenarie, f: Forudsaetninger) -> tuple[float, ...]:
    """What could be offered a year without a vacancy, had nothing been open before (9.7, 9.3 … for the 87)."""
    uden = replace(grundlag, omraader=tuple(replace(en, aabne=()) for en in grundlag.omraader))
    return tuple(et.udbudt for et in run(uden, scenarie.on(politik=TAKT), f).samlet)
