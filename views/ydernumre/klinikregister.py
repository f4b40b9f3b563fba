"""What all views of the clinics share: their types, which of them are looked at, and in which years all are known."""

from collections.abc import Container
from datetime import date

import pandas as pd

import queries
from queries import klinikker
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import completeness, withheld_sentence
from views.faelles.poster import of_clinics
from views.faelles.registerview import register_view
from views.faelles.sted import about
from views.faelles.view import View
from views.figur import farver, model
from views.figur.ramme import by_year
from views.sprog import dansk
from views.ydernumre.registeret import SIDE

TYPER = {
    "udbudsklinik": ("Udbudsklinik", farver.UDFALD["udbudsklinik"]),
    "regionsklinik": ("Regionsklinik", farver.UDFALD["regionsklinik"]),
    "naerklinik": ("Nærklinik", farver.ENDNU_ET_SLAGS),
    "praksisklinik": ("Praksisklinik", farver.LINJE),
    "licensklinik": ("Licensklinik", farver.REFERENCE),
}
# From this day a region may choose the form of a clinic freely (data/katalog/regel.csv).
SKIFT = date(2025, 7, 1)
SKIFTETS_ORD = "Fri konkurrence<br>fra 1. juli 2025"
DEFINITION = (
    "Udbudsklinikker drives af en privat leverandør på kontrakt med regionen; regions-, nær- og praksisklinikker "
    "drives af regionen selv; licensklinikker drives på licens. En PLO-klinik ejes af praktiserende læger."
)
HAENDELSER = {
    "aabnet": ("Åbnet", farver.REFERENCE),
    "plo": ("Overtaget som PLO-klinik", farver.UDFALD["besat"]),
    "andet": ("Ophørt eller givet videre til anden drift", farver.UDFALD["ingen_ansoegere"]),
}


def clinics_of(filters: Filters, data: Snapshot) -> pd.DataFrame:
    """The known clinics of the chosen area and period. See queries.klinikker.clinics."""
    return klinikker.clinics(
        filters.datasaet, filters.niveau, filters.struktur, filters.omraade, filters.fra, filters.til, data=data
    )


def complete_years(filters: Filters, data: Snapshot) -> list[int]:
    """The years of the period in which every clinic is known. Clinics are older than most registers of them."""
    aarene = data.once(_years_known, filters.datasaet, filters.niveau)
    return [aar for aar in aarene if (filters.fra or aar) <= aar <= (filters.til or aar)]


def _years_known(datasaet: str, niveau: str, data: Snapshot) -> tuple[int, ...]:
    aarene = queries.register_range("klinik", datasaet, data)
    return tuple(aar for aar in aarene if queries.is_complete(datasaet, "klinik", niveau, aar, aar, data=data)[0])


def withheld_clinics(filters: Filters, data: Snapshot, hvad: str) -> str:
    """Why `hvad` is not shown on a register that is not complete."""
    return withheld_sentence(hvad, completeness("klinik", filters, data)[1])


def clinic_view(id_: str, filters: Filters, data: Snapshot, poster: pd.DataFrame, **dele) -> View:
    """A View of the clinic register whose sources are those of the clinics it shows."""
    _, begrundelse = completeness("klinik", filters, data)
    aarene = complete_years(filters, data)
    fuld = f"Fuldstændigt for {dansk.period(aarene[0], aarene[-1])}." if aarene else begrundelse
    # that there are none, the whole register says
    belaeg = of_clinics(clinics_of(filters.on(omraade=""), data) if poster.empty and aarene else poster, data)
    dele = {"coverage": fuld, "belaeg": belaeg} | dele
    return about(register_view(id_, "klinik", SIDE, filters, data, **dele), filters.place())


def open_on(liste: pd.DataFrame, dag: date | None) -> pd.DataFrame:
    """The clinics that run on a day; one with an unknown start has begun before."""
    if dag is None:
        return liste.head(0)
    naar = pd.Timestamp(dag)
    begyndt = liste["fra_dag"].isna() | (liste["fra_dag"] <= naar)
    return liste[begyndt & (liste["til_dag"].isna() | (liste["til_dag"] > naar))]


def bars(
    tal: dict[str, list[int | None]], x: list, navne: dict, titel: str, maade: str, delvise: Container = ()
) -> model.Aksefigur:
    """Bars at each place of `x` by the keys of `navne` (name, colour); those of `delvise` are hatched: more is to
    come."""
    steder = tuple(str(en) for en in x)
    serier = []
    for delvis in (False, True):
        valgte = [nr for nr, en in enumerate(x) if (en in delvise) == delvis]
        if not valgte:
            continue
        for noegle, antal in tal.items():
            navn, farve = navne[noegle]
            serier.append(
                model.Soejler(
                    navn,
                    tuple(steder[nr] for nr in valgte),
                    tuple(antal[nr] for nr in valgte),
                    farve,
                    tuple(f"{steder[nr]}: {navn.lower()} {dansk.number(antal[nr])}" for nr in valgte),
                    skraveret=model.PROGNOSE if delvis else "",
                    forklares=not delvis,
                )
            )
    return by_year(tuple(serier), titel, 340, model.Kategorier(steder), maade=maade, forklaring=True)
