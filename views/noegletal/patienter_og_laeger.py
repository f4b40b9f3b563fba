"""Patients and doctors over time, under each other: two counts that are never divided here."""

import pandas as pd

from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_series, indicator_values
from views.faelles.kilder import joined, of_years
from views.faelles.registerview import register_view
from views.faelles.sted import about
from views.faelles.view import View
from views.figur import farver
from views.figur.model import Aksefigur, Kategorier, Linje, Punkter, Rude, Talakse
from views.sprog import dansk
from views.sprog.ord import KAN_INDLAESES

INDBYGGERE, LAEGER = "indbyggere", "praktiserende_laeger"
NAVNE = {INDBYGGERE: "Indbyggere", LAEGER: "Praktiserende læger"}
SIDE = "mit_omraade"
FORBEHOLD = (
    "Indbyggere står for patienterne: tallet for tilmeldte kendes ikke år for år. De to rækker har hver sin skala og "
    "er ikke delt med hinanden."
)


def patients_and_doctors(filters: Filters, data: Snapshot) -> View:
    """Two panels with an axis each: inhabitants, and general practitioners, in every year that a source tells of."""
    hvem = filters.omraade or niveauer.LAND
    serier = {en: _known(filters.on(indikator=en), hvem, data) for en in (INDBYGGERE, LAEGER)}
    sted = filters.place()
    vises = all(len(en) for en in serier.values())
    belaeg = joined(of_years(filters.on(indikator=en, sammenlign=""), [hvem], data) for en in serier)
    definition = " ".join(indicator_values(filters.on(indikator=en), data).indikator.definition for en in serier)
    tabel = pd.DataFrame({navn: serier[en] for en, navn in NAVNE.items()}).rename_axis("År")
    tabel = tabel.reset_index().astype({"År": str})
    view = register_view(
        "patienter_og_laeger",
        "noegletal",
        SIDE,
        filters,
        data,
        title=f"Indbyggere og praktiserende læger år for år: {sted}",
        figure=_figure(serier) if vises else None,
        table=tabel if vises else pd.DataFrame(),
        alt="To grafer under hinanden: indbyggere, og praktiserende læger.",
        definition=definition,
        belaeg=belaeg,
        note=FORBEHOLD if vises else _missing(serier, sted),
    )
    return about(view, sted)


def _missing(serier: dict[str, pd.Series], sted: str) -> str:
    hvad = dansk.sentence_list([NAVNE[en].lower() for en, serie in serier.items() if serie.empty])
    return f"Ingen kilde giver tal for {hvad} i perioden ({sted}), så de to kan ikke vises sammen. {KAN_INDLAESES}"


def _known(filters: Filters, hvem: str, data: Snapshot) -> pd.Series:
    serier = indicator_series(filters.on(sammenlign=""), data)
    return serier[hvem].dropna() if hvem in serier else pd.Series(dtype=float)


def _figure(serier: dict[str, pd.Series]) -> Aksefigur:
    """Points with a line through those that stand beside each other; a year nobody counted breaks it."""
    aar = range(
        min(int(en.index.min()) for en in serier.values()), max(int(en.index.max()) for en in serier.values()) + 1
    )
    steder = tuple(map(str, aar))
    farve = {INDBYGGERE: farver.REFERENCE, LAEGER: farver.LINJE}
    ruder = []
    for en, plads, vises in ((LAEGER, (0, 1, 0, 0.38), True), (INDBYGGERE, (0, 1, 0.57, 0.93), False)):
        vaerdier = tuple(serier[en].get(et) if et in serier[en].index else None for et in aar)
        hover = tuple(
            f"{et}: {'ukendt' if v is None else dansk.number(v)}" for et, v in zip(steder, vaerdier, strict=True)
        )
        # one number alone has no line to be seen by
        alene = Punkter("", steder, vaerdier, farve[en], hover=hover, forklares=False)
        linje = Linje(NAVNE[en], steder, vaerdier, farve[en], hover, forklares=False)
        ruder.append(
            Rude((linje, alene), Kategorier(steder, vises=vises), Talakse(""), f"{NAVNE[en]}, antal", plads=plads)
        )
    return Aksefigur(tuple(ruder), 440)
