"""What is told beside the places without a PLO doctor: places that nobody can take, and doctors without a place."""

from views.balance import interval
from views.balance.antagelser import MIDT, SAET
from views.balance.balance import Balance
from views.balance.motor import Aaret
from views.balance.scenarie import MAAL
from views.balance.udsnit import computed_areas
from views.sprog import dansk

FAERREST = 1
REFORMENS_LAEGER = "Reformens 5.000 er efter Dagens Medicin læger i alle almenmedicinske tilbud, ikke kun PLO-læger."


def told_beside(svar: Balance, koder: tuple[str, ...], aarene: dict[str, tuple[Aaret, ...]]) -> tuple[str, str, str]:
    """Sentences of the note, each "" when there is nothing to tell of. aarene: the sum of `koder`, by set."""
    reformen = REFORMENS_LAEGER if svar.scenarie.politik == MAAL else ""
    return reformen, _in_no_area(svar, koder), _without_a_place(svar, aarene)


def in_no_area(svar: Balance) -> frozenset[str]:
    """The codes of the places that are known for a region only."""
    return frozenset(kode for kode, sted in computed_areas(svar).items() if sted.er_rest)


def doctors_without_a_place(svar: Balance, aarene: dict[str, tuple[Aaret, ...]]) -> dict[str, float]:
    """U at the end of the year told of: in a sum they stand in other areas than the places do (docs/balance.md)."""
    return interval.in_year(aarene, svar.scenarie.aar, lambda en: en.ledige)


def _without_a_place(svar: Balance, aarene: dict[str, tuple[Aaret, ...]]) -> str:
    ledige = doctors_without_a_place(svar, aarene)
    if ledige[MIDT] < FAERREST:
        return ""
    uden = "uden en ledig plads i deres eget område" if svar.kendt.steder else "uden en plads, de kan tage endnu"
    return f"Samtidig står {interval.with_range(ledige, 'læger')} {uden}."


def _in_no_area(svar: Balance, koder: tuple[str, ...]) -> str:
    """Of the places known for a region only, which no area's doctors can take (`forloeb.Omraade`)."""
    rester = tuple(kode for kode in koder if kode in in_no_area(svar))
    if not rester:
        return ""
    aar = svar.scenarie.aar
    antal = interval.in_year({saet: svar.landet[saet].of(rester) for saet in SAET}, aar, lambda en: en.uden_plo)
    if antal[MIDT] < FAERREST:
        return ""
    return (
        f"{dansk.capital(interval.with_range(antal, 'af pladserne'))} er kun kendt for en hel region; dem giver "
        "regnestykket ingen læger."
    )
