"""What chance alone does to a number of a scenario, as a sentence of the note."""

from views.balance import interval
from views.balance.antagelser import MIDT
from views.balance.balance import Balance
from views.balance.svar import at
from views.balance.svar_chance import chance
from views.balance.ved_siden import FAERREST, in_no_area
from views.faelles.filtre import Filters

DE_87_AAR = 2030


def sentence(svar: Balance, filters: Filters) -> str:
    """Of the country's headline; "" for an area, whose few doctors no such sum is made for, and where chance moves
    other numbers too: doctors without a place, or more places than there are."""
    forloeb, aar = svar.landet[MIDT], svar.scenarie.aar
    slut = at(forloeb.of(tuple(kode for kode in forloeb.aar if kode not in in_no_area(svar))), aar)
    udsving = chance(forloeb, aar).plus_minus
    if filters.omraade or slut.ledige >= FAERREST or slut.uden_plo < udsving:
        return ""
    return _said(f"tallet for {aar}", udsving)


def of_the_87(svar: Balance) -> str:
    """Of the 87 on their way."""
    return _said(f"Sjælland i {DE_87_AAR}", chance(svar.de_87[MIDT], DE_87_AAR).plus_minus)


def _said(hvad: str, udsving: float) -> str:
    return (
        f"Selv med rigtige antagelser kan {hvad} ligge ca. {interval.amount(udsving, 'pladser')} højere eller lavere."
    )
