""" "I takt med lægerne": how many places Region Sjælland could offer a year without one standing empty."""

import pandas as pd

from queries.database import Snapshot
from views.balance import figur, interval
from views.balance.antagelser import GUNSTIG, MIDT, SAET, UGUNSTIG
from views.balance.antaget import changed
from views.balance.balance import Balance
from views.balance.belaeg import of_the_87
from views.balance.forloeb import AARENE
from views.balance.hvornaar import KUN_OFFENTLIGE, NORMTALLET
from views.balance.ramme import BETINGELSE, Fortalt, empty, scenario_view, used
from views.balance.svar import offers_in_step
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.figur.model import Aksefigur, Ord, Soejler
from views.figur.ramme import by_year

EMNE = "hvor mange pladser kan slås op i takt med lægerne?"


def in_step(filters: Filters, data: Snapshot) -> View:
    """A bar a year, with the edges of the band."""
    return scenario_view("bal_i_takt", EMNE, filters, data, _told)


def _told(svar: Balance, filters: Filters, data: Snapshot) -> Fortalt:
    brugte = used(svar, "p0", "sigma", "g", "p", "ky")
    if not svar.de_87:
        return empty(KUN_OFFENTLIGE, brugte)
    antal = {
        saet: offers_in_step(forloeb.grundlag, svar.scenarie, forloeb.forudsaetninger)
        for saet, forloeb in svar.de_87.items()
    }
    foerste = {saet: antal[saet][0] for saet in SAET}
    return Fortalt(
        title=f"{BETINGELSE}: {interval.with_range(foerste, 'pladser')} kan slås op i {AARENE[0]}, uden at nogen står "
        "tom",
        figure=_figure(antal),
        table=_table(antal),
        alt="Søjler for hvert år: så mange nye pladser kan Region Sjælland slå op, når hver plads finder en læge samme "
        f"år; to tynde linjer for {figur.KANTERNES_NAVN.lower()}.",
        definition="PLO's forslag regnet for Region Sjælland, som var intet slået op i forvejen: hvert år slås så "
        "mange pladser op, som der er læger til, når overtagelserne har fået deres. De 87, der er slået op, svarer til "
        "summen af mange års søjler.",
        brugte=brugte,
        sted="Region Sjælland",
        condition=f"{changed(svar)} · {NORMTALLET}",
        belaeg=of_the_87(svar, filters.datasaet, data),
    )


def _table(antal: dict[str, tuple[float, ...]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "År": [str(aar) for aar in AARENE],
            "Pladser i takt med lægerne": antal[MIDT],
            "Gunstige antagelser": antal[GUNSTIG],
            "Ugunstige antagelser": antal[UGUNSTIG],
        }
    )


def _figure(antal: dict[str, tuple[float, ...]]) -> Aksefigur:
    steder = tuple(str(aar) for aar in AARENE)
    aarets = [{saet: antal[saet][nr] for saet in SAET} for nr in range(len(AARENE))]
    hover = tuple(
        f"<b>{sted}</b><br>{interval.with_range(en, 'pladser')}" for sted, en in zip(steder, aarets, strict=True)
    )
    ord_ = Ord(tuple(interval.number(en) for en in antal[MIDT]))
    soejler = Soejler("Pladser i takt med lægerne", steder, antal[MIDT], figur.LAEGER, hover, ord_)
    kanter = figur.edges(steder, {saet: antal[saet] for saet in (GUNSTIG, UGUNSTIG)}, figur.KANT)
    return by_year((soejler, *kanter), "Pladser om året", 380, forklaring=True, margen=(0, 10, 8, 30))
