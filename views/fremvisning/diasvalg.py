"""The choices of a slide as a deck writes them: why one cannot stand there, in words that say how to mend it."""

from datetime import date

import queries
from data.grupper import group
from geo import niveauer
from queries.database import Snapshot
from views.balance import scenarie
from views.balance.antagelser import catalogue
from views.faelles.filtre import ADSKILT, ALLE, FLEST_OMRAADER, KUN, VALG, Filters
from views.faelles.indikatortal import EGNE
from views.faelles.koder import HJAELP, is_day
from views.sprog import dansk
from views.sprog.markdown import shown_code
from views.sprog.ord import DATASAET

AARSTAL = ("fra", "til")
# What the ids of slides that draw a scenario begin with.
AF_ET_SCENARIE = "bal_"


def why_not(navn: str, vaerdi, filtre: dict, visning: str, data: Snapshot, i_dag: date) -> str:
    """Why a choice of a slide that shows that View cannot stand in a deck; "" when it can. filtre: all its choices."""
    if navn not in VALG:
        return f"»{shown_code(navn)}« er intet filter. Der findes: {', '.join(VALG)}."
    if navn in AARSTAL:
        er_aar = isinstance(vaerdi, int) and not isinstance(vaerdi, bool) and 1900 <= vaerdi <= 2100
        return "" if er_aar else f"{navn} skal være et årstal uden anførselstegn, fx {navn} = 2024."
    if not isinstance(vaerdi, str):
        return f'{navn} skal stå i anførselstegn, fx {navn} = "{shown_code(str(vaerdi))}".'
    vist = f"»{shown_code(vaerdi)}«"
    kendte = {
        "niveau": [en.niveau for en in niveauer.levels().values() if en.er_kortniveau],
        "struktur": list(niveauer.structures()),
        "datasaet": [*DATASAET],
        "indikator": list(queries.catalogue(data)),
        "behov": list(queries.catalogue(data)),
        "kapacitet": [ALLE, KUN],
    }
    if navn in kendte:
        er_kendt = vaerdi in kendte[navn] or (navn == "niveau" and group(vaerdi))
        indikator = queries.catalogue(data).get(vaerdi) if navn in ("indikator", "behov") else None
        if indikator and indikator.egen and filtre.get("datasaet", EGNE) != EGNE:
            return f'{vist} er jeres eget nøgletal og findes kun på egne data. Skriv datasaet = "{EGNE}".'
        return "" if er_kendt else f"{vist} findes ikke. Der findes: {', '.join(kendte[navn])}."
    if navn in ("omraade", "sammenlign"):
        return _why_no_area(vaerdi, filtre)
    if navn == "omraader":
        return _why_no_areas(vaerdi, i_dag)
    if navn == "scenarie":
        return _why_no_scenario(visning, vaerdi, data)
    if navn == "siden" and vaerdi and not is_day(vaerdi, i_dag):
        return f"{vist} er ingen dag, der kan ses tilbage til. {HJAELP['siden']}"
    return ""  # a pool that the dataset lacks is told on the slide: another dataset may have it


def _why_no_scenario(visning: str, tekst: str, data: Snapshot) -> str:
    """Why a slide that draws a scenario cannot draw this one; all other slides let it go along."""
    if not visning.startswith(AF_ET_SCENARIE):
        return ""
    try:
        scenarie.parse(tekst, catalogue(data))
    except scenarie.UkendtScenarie as fejl:
        return str(fejl)
    return ""


def _why_no_area(kode: str, filtre: dict) -> str:
    """Why a code is no area of the slide's level, when it names one, in any structure it may be shown in."""
    niveau, struktur = filtre.get("niveau", Filters.niveau), filtre.get("struktur", "")
    if not kode or niveau not in niveauer.levels() and not group(str(niveau)):
        return ""  # the level is refused by itself
    strukturer = [struktur] if struktur in niveauer.structures() else list(niveauer.structures())
    if any(kode in niveauer.areas(niveau, en) for en in strukturer):
        return ""
    return f"området »{shown_code(kode)}« findes ikke blandt {niveauer.level(niveau).navn_flertal}."


def _why_no_areas(koder: str, i_dag: date) -> str:
    """Why codes cannot stand side by side."""
    navngivne = [en for en in koder.split(ADSKILT) if en]
    ukendt = next((en for en in navngivne if niveauer.level_of(en, niveauer.structure_on(i_dag)) is None), "")
    if ukendt:
        return f"området »{shown_code(ukendt)}« findes ikke."
    er_for_mange = len(navngivne) > FLEST_OMRAADER
    return (
        f"der er {dansk.quantity(len(navngivne), 'områder')}; der kan højst være {FLEST_OMRAADER}."
        if er_for_mange
        else ""
    )
