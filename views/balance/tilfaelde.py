"""What chance alone does to a number of a scenario, as a sentence of the note."""

from views.balance import interval
from views.balance.antagelser import MIDT
from views.balance.balance import Balance
from views.balance.svar_chance import chance
from views.faelles.filtre import Filters

DE_87_AAR = 2030


def sentence(svar: Balance, filters: Filters) -> str:
    """Of the country's headline; "" for an area, whose few doctors no such sum is made for."""
    if filters.omraade:
        return ""
    udsving = chance(svar.landet[MIDT], svar.scenarie.aar).plus_minus
    return _said(f"tallet for {svar.scenarie.aar}", udsving)


def of_the_87(svar: Balance) -> str:
    """Of the 87 on their way."""
    return _said(f"Sjælland i {DE_87_AAR}", chance(svar.de_87[MIDT], DE_87_AAR).plus_minus)


def _said(hvad: str, udsving: float) -> str:
    return (
        f"Selv med rigtige antagelser kan {hvad} ligge ca. {interval.amount(udsving, 'pladser')} højere eller lavere."
    )
