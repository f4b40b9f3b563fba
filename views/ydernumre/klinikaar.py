"""Clinics that are not PLO-klinikker year by year: how many there were, and what happened to them."""

from dataclasses import replace
from datetime import date

import pandas as pd

from queries import klinikker
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.paastand import register_years
from views.faelles.view import View
from views.figur import model
from views.sprog import dansk
from views.ydernumre.klinikregister import (
    DEFINITION,
    HAENDELSER,
    SKIFT,
    SKIFTETS_ORD,
    TYPER,
    bars,
    clinic_view,
    clinics_of,
    complete_years,
    open_on,
    withheld_clinics,
)

# What of the register counts what happened in a year.
OVERTAGET = "konverteret_til_plo"


def clinics_by_year(filters: Filters, data: Snapshot) -> View:
    """How many clinics of each type there were at the end of each year; only for years that are known completely."""
    liste = clinics_of(filters, data)
    aarene = complete_years(filters, data)
    opgjort = klinikker.newest_day(filters.datasaet, data)
    tal = {typen: [_at_end_of(liste, typen, aar, opgjort) for aar in aarene] for typen in TYPER}
    tal = {typen: antal for typen, antal in tal.items() if any(antal)}
    tabel = pd.DataFrame({"År": [str(aar) for aar in aarene]} | {TYPER[en][0]: antal for en, antal in tal.items()})
    withheld = withheld_clinics(filters, data, "Hvor mange klinikker der findes,") if not aarene else ""
    return clinic_view(
        "klinikker_pr_aar",
        filters,
        data,
        liste,
        title=f"Udbuds- og regionsklinikker ved årets udgang: {filters.place()}",
        figure=_with_the_change(bars(tal, aarene, TYPER, "Klinikker", model.STABLET), aarene) if tal else None,
        table=pd.DataFrame() if withheld else tabel,
        alt="Søjler for hvert år: antal klinikker, delt efter type.",
        definition=f"{DEFINITION} Talt ved årets udgang, det sidste år ved seneste oplysning. En klinik uden kendt "
        "startdato tæller med fra begyndelsen.",
        withheld=withheld,
        note=_year_note(aarene, opgjort)
        if tal
        else ""
        if withheld
        else f"Ingen udbuds- eller regionsklinikker i {filters.place()}.",
    )


def clinic_events(filters: Filters, data: Snapshot) -> View:
    """What happened to clinics, year by year, as far as the date is known: opened, taken over, ended otherwise."""
    liste = clinics_of(filters, data)
    dele = {
        "aabnet": liste.loc[liste["aabnede"], "fra_dag"],
        "plo": liste.loc[liste["ophoerte"] & (liste["efterfoelger_type"] == "PLO-klinik"), "til_dag"],
        "andet": liste.loc[liste["ophoerte"] & (liste["efterfoelger_type"] != "PLO-klinik"), "til_dag"],
    }
    kendte = [dag.year for dage in dele.values() for dag in dage]
    aarene = list(range(min(kendte), max(kendte) + 1)) if kendte else []
    tal = {navn: [int((dage.dt.year == aar).sum()) for aar in aarene] for navn, dage in dele.items()}
    uden = int(liste["fra_dag"].isna().sum())
    komplet = bool(complete_years(filters, data))
    udaterede = (
        f" {dansk.counted(uden, 'klinik', 'klinikker')} uden kendt startdato står ikke i figuren." if uden else ""
    )
    forbehold = "" if komplet else " Et tomt år er ikke nul: kilderne er eksempler."
    if not komplet:
        # what no source tells of is unknown, not zero
        tal = {navn: [n or None for n in antal] for navn, antal in tal.items()}
    delvise = register_years("klinik", filters, data, OVERTAGET)
    igangvaerende = "".join(f" {aar} er skraveret: {delvise.dele[aar]}." for aar in aarene if aar in delvise.dele)
    tabel = {HAENDELSER[en][0]: pd.array(antal, dtype="Int64") for en, antal in tal.items()}
    return clinic_view(
        "klinikhaendelser",
        filters,
        data,
        liste,
        title=f"Klinikker, der er åbnet, overtaget og ophørt: {filters.place()}",
        figure=bars(tal, aarene, HAENDELSER, "Klinikker", model.VED_SIDEN, delvise.dele) if kendte else None,
        table=pd.DataFrame({"År": [delvise.text(aar) for aar in aarene]} | tabel),
        alt="Søjler for hvert år: "
        + "; ".join(f"{HAENDELSER[navn][0].lower()} {len(en)} i alt" for navn, en in dele.items()),
        definition=f"{DEFINITION} Hver klinik tæller i det år, den åbnede, og i det år, den ophørte.",
        note=f"{'Tallene er det, kilderne viser.' if not komplet else ''}{igangvaerende}{udaterede}{forbehold}".strip()
        if kendte
        else f"Ingen kilde daterer en klinik i {filters.place()} i perioden.",
    )


def _with_the_change(figur: model.Aksefigur, aarene: list[int]) -> model.Aksefigur:
    """A line before the first year that was counted after the day on which the choice of form became free."""
    if SKIFT.year not in aarene[1:]:
        return figur
    return replace(figur, linjer=(model.Hjaelpelinje("x", aarene.index(SKIFT.year) - 0.5, SKIFTETS_ORD),))


def _year_note(aarene: list[int], opgjort: date | None) -> str:
    """The newest year is counted on the newest day anything is known of, which is not its end."""
    if opgjort is None or not aarene or aarene[-1] < opgjort.year or opgjort == date(opgjort.year, 12, 31):
        return ""
    return f"{opgjort.year} er talt pr. {dansk.day(opgjort.isoformat())}, ikke ved årets udgang."


def _at_end_of(liste: pd.DataFrame, typen: str, aar: int, opgjort: date | None) -> int:
    dag = min(date(aar, 12, 31), opgjort or date(aar, 12, 31))
    return int((open_on(liste, dag)["kliniktype"] == typen).sum())
