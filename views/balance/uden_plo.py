""" "Pladser uden PLO-læge": what is open and what is a clinic at the end of each year."""

import pandas as pd

from queries.database import Snapshot
from views.balance import figur, interval
from views.balance.antagelser import GUNSTIG, MIDT, SAET, UGUNSTIG
from views.balance.antaget import KUN_DE_87
from views.balance.balance import Balance
from views.balance.belaeg import of_run
from views.balance.motor import Aaret
from views.balance.ramme import BETINGELSE, Fortalt, scenario_view, summed, used, why_not, withheld
from views.balance.svar import patients
from views.balance.tilfaelde import sentence
from views.balance.udsnit import chosen
from views.balance.ved_siden import told_beside
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.figur.model import OVER, OVER_TIL_VENSTRE, STABLET, UNDER, Aksefigur, Kategorier, Punkter, Soejler
from views.figur.ramme import by_year

RUM = 0.12  # the part of the height that words need between them
EMNE = "pladser uden PLO-læge år for år"
KANTORD = {GUNSTIG: "gunstigt", UGUNSTIG: "ugunstigt"}


def without_plo(filters: Filters, data: Snapshot) -> View:
    """Open places and places in clinics, stacked by year, with the edges of the band."""
    return scenario_view("bal_uden_plo", EMNE, filters, data, _told)


def _told(svar: Balance, filters: Filters, data: Snapshot) -> Fortalt:
    brugte = used(svar, *KUN_DE_87)
    if grund := why_not(svar, filters):
        return withheld(EMNE, grund, brugte)
    koder = chosen(svar, filters).koder
    aarene = {saet: svar.landet[saet].of(koder) for saet in SAET}
    aar = svar.scenarie.aar
    antal = interval.in_year(aarene, aar, lacking)
    ved_siden = (*told_beside(svar, koder, aarene), sentence(svar, filters), summed(svar, koder))
    plads_til = {saet: patients(antal[saet], svar.landet[saet].forudsaetninger) for saet in SAET}
    return Fortalt(
        title=f"{BETINGELSE}: {interval.with_range(antal, 'pladser')} uden PLO-læge i {aar}",
        figure=_figure(aarene, aar),
        table=_table(aarene),
        alt="Søjler for hvert år: pladser, der er slået op og åbne, og pladser i en udbuds- eller regionsklinik; to "
        f"tynde linjer for {figur.KANTERNES_NAVN.lower()}.",
        definition="Pladser ved årets udgang, som er slået op eller givet op, og som ingen PLO-læge har taget. En "
        "plads i en klinik kan være bemandet; patienterne dér har en læge. Klinikker fra før 2026 er ikke talt med. "
        f"I {aar} er det plads til {interval.with_range(plads_til, 'patienter', interval.TITUSINDER)}.",
        brugte=brugte,
        ud_over=" ".join(filter(None, ved_siden)),
        belaeg=of_run(svar, filters.datasaet, data),
    )


def lacking(en: Aaret) -> float:
    """Places without a PLO doctor."""
    return en.uden_plo


def _table(aarene: dict[str, tuple[Aaret, ...]]) -> pd.DataFrame:
    midt = aarene[MIDT]
    return pd.DataFrame(
        {
            "År": [str(en.aar) for en in midt],
            "Åbne udbud": [en.aabne for en in midt],
            "I klinik": [en.klinik for en in midt],
            "Uden PLO-læge": [en.uden_plo for en in midt],
            "Uden PLO-læge, gunstige antagelser": [en.uden_plo for en in aarene[GUNSTIG]],
            "Uden PLO-læge, ugunstige antagelser": [en.uden_plo for en in aarene[UGUNSTIG]],
            "Læger uden en ledig plads": [en.ledige for en in midt],
            "PLO-læger": [en.laeger for en in midt],
        }
    )


def _figure(aarene: dict[str, tuple[Aaret, ...]], aar: int) -> Aksefigur:
    midt = aarene[MIDT]
    steder = tuple(str(en.aar) for en in midt)
    kanter = {saet: [en.uden_plo for en in aarene[saet]] for saet in (GUNSTIG, UGUNSTIG)}
    hover = tuple(_hover(aarene, en.aar) for en in midt)
    serier = (
        Soejler("Åbne udbud", steder, tuple(en.aabne for en in midt), figur.AABNE, hover, aaben=True),
        Soejler("I udbuds- eller regionsklinik", steder, tuple(en.klinik for en in midt), figur.KLINIK, hover),
        *figur.edges(steder, kanter, figur.KANT),
        *_told_year(interval.in_year(aarene, aar, lacking), str(aar), max(map(max, kanter.values()))),
    )
    x = Kategorier(steder, (str(aar),))
    return by_year(serier, "Pladser ved årets udgang", 400, x, maade=STABLET, forklaring=True)


def _hover(aarene: dict[str, tuple[Aaret, ...]], aar: int) -> str:
    alle, aabne, klinik = (
        interval.with_range(interval.in_year(aarene, aar, tal), "pladser")
        for tal in (lacking, lambda en: en.aabne, lambda en: en.klinik)
    )
    return f"<b>{aar}</b><br>Uden PLO-læge: {alle}<br>Åbne: {aabne}<br>I klinik: {klinik}"


def _told_year(antal: dict[str, float], aar: str, hoejest: float) -> tuple[Punkter, ...]:
    """The title's numbers where they stand: the bar's above it, the edges' beyond it where there is room."""
    laveste, hoejeste = sorted((GUNSTIG, UGUNSTIG), key=antal.get)
    pladser = {MIDT: OVER, hoejeste: OVER_TIL_VENSTRE, laveste: UNDER}
    taet = [saet for saet in (GUNSTIG, UGUNSTIG) if abs(antal[saet] - antal[MIDT]) <= RUM * hoejest]
    if antal[laveste] <= RUM * hoejest:  # below it are the years
        taet.append(laveste)
    pladser = {saet: plads for saet, plads in pladser.items() if saet not in taet}
    tal = {saet: f"ca. {interval.number(antal[saet])}" for saet in SAET}
    # above an edge that is close too, so that no line goes through it
    hoejder = antal | {MIDT: max(antal[saet] for saet in (MIDT, *taet))}
    return tuple(
        figur.words_at(
            aar, hoejder[saet], f"<b>{tal[saet]}</b>" if saet == MIDT else f"{KANTORD[saet]}<br>{tal[saet]}", plads
        )
        for saet, plads in pladser.items()
    )
