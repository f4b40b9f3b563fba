"""An indicator year by year."""

import pandas as pd

from geo import niveauer
from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.indikatortal import Indikatortal, indicator_series, indicator_values
from views.faelles.indikatorview import area_name, indicator_view, year_series
from views.faelles.paastand import direction
from views.faelles.view import View
from views.figur import farver
from views.figur.model import Aksefigur
from views.figur.ramme import by_year
from views.sprog import dansk

NAN = float("nan")


def trend_view(filters: Filters, data: Snapshot) -> View:
    """The indicator year by year for the chosen area, beside the one to compare with and, where the two can share an
    axis, the country."""
    tal = indicator_values(filters, data)
    serier = indicator_series(filters, data)
    navne = _names(tal, filters)
    aar = serier.index.tolist()
    linjer = {navn: serier[kode].tolist() if kode in serier else [NAN] * len(aar) for kode, navn in navne.items()}
    hoved = next(iter(linjer))
    vises = not tal.withheld and any(v == v for linje in linjer.values() for v in linje)
    return indicator_view(
        "udvikling",
        tal,
        filters,
        data,
        title=f"{tal.indikator.navn} år for år: {'hele landet' if hoved == niveauer.HELE_LANDET else hoved}",
        figure=_trend_figure(tal, aar, linjer, _colours(filters, navne)) if vises else None,
        table=pd.DataFrame({"År": [str(en) for en in aar]} | linjer),
        alt=f"{tal.indikator.navn} for hvert år: {dansk.sentence_list(list(linjer))}."
        if vises
        else saetninger.no_figure(tal),
        note=_note(tal, aar, linjer) if vises or tal.withheld else saetninger.missing_data(tal),
        withheld=tal.withheld,
    )


def _names(tal: Indikatortal, filters: Filters) -> dict[str, str]:
    """The series to draw: omraade_id -> name. A count of one area and of the whole country cannot share an axis."""
    navne = {kode: area_name(filters, kode) for kode in (filters.omraade, filters.sammenlign) if kode}
    if not navne or tal.indikator.er_forhold:
        navne[niveauer.LAND] = niveauer.HELE_LANDET
    return navne


def _note(tal: Indikatortal, aar: list[int], linjer: dict[str, list[float]]) -> str:
    """Where the first series is going, and apart from that, whether it is good; only on complete data."""
    if not tal.komplet:
        return "Rækken viser, hvad kilderne fortæller om hvert år. Den er ikke en udvikling, og et tomt år er ikke nul."
    navn, vaerdier = next(iter(linjer.items()))
    retning = direction(aar, vaerdier, tal.indikator.lav_er_godt, tal.indikator.decimaler)
    if retning is None:
        return ""
    til = tal.value_text(retning.til)
    if retning.ord == "uændret":
        return f"{navn}: uændret {til} fra {retning.fra_aar} til {retning.til_aar}."
    dom = {True: " Det er den gode vej.", False: " Det er den forkerte vej.", None: ""}[retning.er_godt]
    fra = dansk.number(retning.fra, tal.indikator.decimaler)
    return f"{navn}: {retning.ord} fra {fra} i {retning.fra_aar} til {til} i {retning.til_aar}.{dom}"


def _colours(filters: Filters, navne: dict[str, str]) -> dict[str, str]:
    """The colour of each series by its name."""
    alene = list(navne) == [niveauer.LAND]
    farve = {niveauer.LAND: farver.LINJE if alene else farver.REFERENCE, filters.omraade: farver.MARKERET}
    return {navn: farve.get(kode, farver.SAMMENLIGN) for kode, navn in navne.items()}


def _trend_figure(
    tal: Indikatortal, aar: list[int], linjer: dict[str, list[float]], farve: dict[str, str]
) -> Aksefigur:
    """Lines for what can be compared (rates, averages), bars for counts."""
    serier = tuple(year_series(navn, aar, linje, farve[navn], tal.indikator) for navn, linje in linjer.items())
    return by_year(serier, dansk.capital(tal.indikator.enhed), 300, forklaring=len(serier) > 1)
