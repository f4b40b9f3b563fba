""" "Hvornår kan de 87 være besat?": how many of the 87 have had a doctor at the end of each year."""

import pandas as pd

from queries.database import Snapshot
from views.balance import figur, interval
from views.balance.antagelser import GUNSTIG, MIDT, SAET, UGUNSTIG
from views.balance.antaget import changed
from views.balance.balance import Balance
from views.balance.belaeg import of_the_87
from views.balance.motor import Aaret
from views.balance.ramme import BETINGELSE, Fortalt, empty, scenario_view, used
from views.balance.scenarie import BASISAAR, SIDSTE_AAR
from views.balance.svar import INGEN, at, filled_in, known_offers, marks, peak_of_clinics
from views.balance.taler import note_on_the_87, premises_of_the_87
from views.balance.tilfaelde import of_the_87 as chance_of_the_87
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.figur.model import (
    OVER,
    OVER_TIL_VENSTRE,
    TIL_HOEJRE,
    UNDER_TIL_HOEJRE,
    Aksefigur,
    Kategorier,
    Linje,
    Punkter,
    Rude,
    Serie,
    Talakse,
)
from views.sprog import dansk

EMNE = "hvornår kan de 87 være besat?"
OESTDANMARK = "oestdanmark"
NORMTALLET = "87 er omtrent det, Region Sjælland var under normtallet i 2020 (88,3 læger)"
KUN_OFFENTLIGE = (
    "De 87 ydernumre i Region Sjælland er et tal fra offentlige kilder og regnes kun dér. Vælg offentlige kilder for "
    "at se figuren."
)
MAERKERNES_NAVN = "25, 50, 90 og 100 pct. besat"
ANDELE = {0.25: "25 pct.", 0.5: "50 pct.", 0.9: "90 pct.", 1.0: "alle"}


def when_filled(filters: Filters, data: Snapshot) -> View:
    """Three lines from none to all, marked where a quarter, half, nine tenths and all are reached."""
    return scenario_view("bal_hvornaar", EMNE, filters, data, _told)


def _told(svar: Balance, filters: Filters, data: Snapshot) -> Fortalt:
    brugte = used(svar, "p0", "sigma", "g")
    if not svar.de_87:
        return empty(KUN_OFFENTLIGE, brugte)
    aarene = {saet: svar.de_87[saet].samlet for saet in SAET}
    naas = {saet: filled_in(aarene[saet]) for saet in SAET}
    return Fortalt(
        title=f"{BETINGELSE}: de 87 ydernumre er tidligst besat {interval.years(naas)}",
        figure=_figure(aarene),
        table=_table(aarene),
        alt="Tre linjer fra nul til alle pladser: hvor mange af de 87, der har fået en PLO-læge ved udgangen af hvert "
        "år, med mærker ved 25, 50, 90 og 100 pct.",
        definition="Region Sjælland regnet for sig: PLO-læger fra ca. 2020 og regionens andel af landets nye læger. "
        "Regnestykket er ikke en del af landets og kan ikke trækkes fra det. En plads er besat, når en PLO-læge har "
        f"taget den, også hvis den har været klinik først. {_most_clinics(aarene)} {_places(svar)}",
        brugte=brugte,
        ud_over=f"{premises_of_the_87(svar)} {chance_of_the_87(svar)}",
        taler=note_on_the_87(svar),
        sted=_place(filters),
        condition=f"{changed(svar)} · {NORMTALLET}",
        belaeg=of_the_87(svar, filters.datasaet, data),
    )


def _place(filters: Filters) -> str:
    """Whose places they are; of a region that is made of two, only one is known."""
    return "Region Østdanmark, heraf kendt: Region Sjælland" if filters.omraade == OESTDANMARK else "Region Sjælland"


def _most_clinics(aarene: dict[str, tuple[Aaret, ...]]) -> str:
    """When most of them are run as clinics on the way."""
    aar = peak_of_clinics(aarene[MIDT]).aar
    antal = {saet: at(aarene[saet], aar).klinik for saet in SAET}
    if antal[MIDT] < INGEN:
        return ""
    return f"Flest er i klinik ved udgangen af {aar}: {interval.with_range(antal, 'pladser')}."


def _places(svar: Balance) -> str:
    pladser = known_offers(svar.de_87[MIDT].samlet)
    return f"87 ydernumre er her {dansk.quantity(round(pladser), 'pladser')}." if round(pladser) != 87 else ""


def filled(en: Aaret) -> float:
    """How many of them have had a doctor."""
    return en.kendte_besat


def _table(aarene: dict[str, tuple[Aaret, ...]]) -> pd.DataFrame:
    midt = aarene[MIDT]
    return pd.DataFrame(
        {
            "År": [str(en.aar) for en in midt],
            "Besat": [en.kendte_besat for en in midt],
            "Besat, gunstige antagelser": [en.kendte_besat for en in aarene[GUNSTIG]],
            "Besat, ugunstige antagelser": [en.kendte_besat for en in aarene[UGUNSTIG]],
            "Åbne udbud": [en.aabne for en in midt],
            "I klinik": [en.klinik for en in midt],
            "Nye læger": [en.nye_laeger for en in midt],
            "Pladser, der gives op": [en.opgivet for en in midt],
            "PLO-læger": [en.laeger for en in midt],
        }
    )


def _figure(aarene: dict[str, tuple[Aaret, ...]]) -> Aksefigur:
    steder = tuple(str(aar) for aar in range(BASISAAR, SIDSTE_AAR + 1))
    i_alt = known_offers(aarene[MIDT])
    hover = [
        f"<b>{en.aar}</b><br>Besat: {interval.with_range(interval.in_year(aarene, en.aar, filled), 'pladser')}"
        for en in aarene[MIDT]
    ]
    linjer = {saet: (0.0, *(en.kendte_besat for en in aarene[saet])) for saet in SAET}
    serier: list[Serie] = [
        Linje("Med disse antagelser", steder, linjer[MIDT], figur.LAEGER, ("", *hover)),
        *figur.edges(steder, linjer, figur.KANT),
    ]
    for saet in SAET:
        serier += _marks(saet, aarene[saet])
    y = Talakse("Pladser, der har fået en PLO-læge", fra=0, til=i_alt * 1.1)
    return Aksefigur((Rude(tuple(serier), Kategorier(steder), y),), 420, forklaring=True, margen=(0, 100, 8, 30))


def _marks(saet: str, aarene: tuple[Aaret, ...]) -> list[Punkter]:
    """Where a quarter, half, nine tenths and all are reached, with the year at each; and an arrow at the end of a line
    that is not at the top yet. A phone has the marks and no words."""
    besat = {en.aar: en.kendte_besat for en in aarene}
    naaet = [(andel, aar) for andel, aar in marks(aarene).items() if aar]
    # of marks in one year the last says most
    naaet = [en for nr, en in enumerate(naaet) if nr + 1 == len(naaet) or naaet[nr + 1][1] != en[1]]
    ord_ = [f"{ANDELE[andel]} {aar}" for andel, aar in naaet]
    if ord_ and saet != MIDT:
        ord_[0] = f"{figur.SAETTENE[saet]}: {ord_[0]}"
    steder, hoejder = tuple(str(aar) for _, aar in naaet), tuple(besat[aar] for _, aar in naaet)
    farve, aaben = (figur.LAEGER, False) if saet == MIDT else (figur.KANT, True)
    hover = tuple(
        f"<b>{dansk.capital(figur.SAETTENE[saet])} sæt antagelser</b><br>{dansk.capital(ANDELE[andel])} i {aar}"
        for andel, aar in naaet
    )
    # on a rising line words stand clear of it to the left above or to the right below; where it is at the top, above
    paa_vejen = OVER_TIL_VENSTRE if saet == GUNSTIG else UNDER_TIL_HOEJRE
    pladser = [OVER if andel >= 1 else paa_vejen for andel, _ in naaet]
    ud = [figur.words_at(*sagt) for sagt in zip(steder, hoejder, ord_, pladser, strict=True)]
    if steder:
        ud.insert(0, Punkter(MAERKERNES_NAVN, steder, hoejder, farve, "rude", aaben, 10, hover, forklares=saet == MIDT))
    if not filled_in(aarene):
        ud.append(figur.words_at(str(SIDSTE_AAR), aarene[-1].kendte_besat, _not_yet(saet), TIL_HOEJRE))
    return ud


def _not_yet(saet: str) -> str:
    hvem = "" if saet == MIDT else f"{figur.SAETTENE[saet]}:<br>"
    return f"→ {hvem}alle {interval.ALDRIG}"
