"""An indicator year by year."""

import pandas as pd

from queries.database import Snapshot
from views import dansk, farver, ord, ramme
from views.filtre import Filters
from views.indikatortal import Indikatortal, indicator_trend, indicator_values
from views.indikatorview import area_name, indicator_view
from views.retning import direction
from views.view import View

LAND = "Hele landet"


def trend_view(filters: Filters, data: Snapshot | None = None) -> View:
    """The indicator year by year for the chosen area, beside the one to compare with and, where the two can share an
    axis, the country."""
    tal = indicator_values(filters, data)
    serie = indicator_trend(filters, data)
    navne = _names(tal, filters)
    hoved = next(iter(navne.values()))
    vises = not tal.withheld and bool(serie[list(navne)].notna().any(axis=None))
    return indicator_view(
        "udvikling",
        tal,
        filters,
        data,
        title=f"{tal.indikator.navn} år for år: {'hele landet' if hoved == LAND else hoved}",
        figure=_trend_figure(tal, serie, navne) if vises else None,
        table=serie[["aar", *navne]].astype({"aar": str}).rename(columns={"aar": "År"} | navne),
        alt=f"{tal.indikator.navn} for hvert år: {dansk.sentence_list(list(navne.values()))}."
        if vises
        else ord.no_figure(tal),
        note=_note(tal, serie, navne) if vises or tal.withheld else ord.missing_data(tal),
        withheld=tal.withheld,
    )


def _names(tal: Indikatortal, filters: Filters) -> dict[str, str]:
    """The series to draw: column -> name. A count of one area and of the whole country cannot share an axis."""
    navne = {
        kolonne: area_name(filters, kode)
        for kolonne, kode in (("omraade", filters.omraade), ("sammenlign", filters.sammenlign))
        if kode
    }
    if not navne or tal.indikator.er_forhold:
        navne["land"] = LAND
    return navne


def _note(tal: Indikatortal, serie: pd.DataFrame, navne: dict[str, str]) -> str:
    """Where the first series is going, and apart from that, whether it is good; only on complete data."""
    if not tal.komplet:
        return "Rækken viser, hvad kilderne fortæller om hvert år. Den er ikke en udvikling, og et tomt år er ikke nul."
    kolonne, navn = next(iter(navne.items()))
    retning = direction(serie["aar"], serie[kolonne], tal.indikator.lav_er_godt, tal.indikator.decimaler)
    if retning is None:
        return ""
    til = tal.value_text(retning.til)
    if retning.ord == "uændret":
        return f"{navn}: uændret {til} fra {retning.fra_aar} til {retning.til_aar}."
    dom = {True: " Det er den gode vej.", False: " Det er den forkerte vej.", None: ""}[retning.er_godt]
    fra = dansk.number(retning.fra, tal.indikator.decimaler)
    return f"{navn}: {retning.ord} fra {fra} i {retning.fra_aar} til {til} i {retning.til_aar}.{dom}"


def _trend_figure(tal: Indikatortal, serie: pd.DataFrame, navne: dict[str, str]) -> dict:
    """Lines for what can be compared (rates, averages), bars for counts."""
    farve = {"omraade": farver.MARKERET, "sammenlign": farver.SAMMENLIGN, "land": farver.REFERENCE}
    if list(navne) == ["land"]:
        farve["land"] = farver.LINJE
    spor = [_series(serie, kolonne, navn, farve[kolonne], tal) for kolonne, navn in navne.items()]
    return {
        "data": spor,
        "layout": ramme.by_year(300, dansk.capital(tal.indikator.enhed), showlegend=len(spor) > 1),
    }


def _series(serie: pd.DataFrame, kolonne: str, navn: str, farve: str, tal: Indikatortal) -> dict:
    faelles = {
        "name": navn,
        "x": [str(aar) for aar in serie["aar"]],
        "y": [None if v != v else v for v in serie[kolonne]],
        "hovertext": [
            f"{navn}, {aar}: {tal.value_text(v)}" for aar, v in zip(serie["aar"], serie[kolonne], strict=True)
        ],
        "hoverinfo": "text",
    }
    if tal.indikator.er_forhold:
        # a year that is not known is a gap, never a line across
        return faelles | {
            "type": "scatter",
            "mode": "lines+markers",
            "line": {"color": farve, "width": 2.5},
            "connectgaps": False,
        }
    return faelles | {"type": "bar", "marker": {"color": farve}}
