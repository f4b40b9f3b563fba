"""An indicator year by year."""

from dataclasses import replace

import pandas as pd

from geo import niveauer
from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.indikatortal import Indikatortal, chosen_indicator, indicator_series, indicator_values
from views.faelles.indikatorview import indicator_view, year_series
from views.faelles.kilder import of_years
from views.faelles.paastand import DOM, TAERSKEL, Aarene, direction, outside, years_of
from views.faelles.view import View
from views.figur import farver
from views.figur.model import STABLET, VED_SIDEN, Aksefigur
from views.figur.ramme import by_year
from views.noegletal.fremskrivning import projection_view
from views.sprog import dansk

NAN = float("nan")


def trend_view(filters: Filters, data: Snapshot) -> View:
    """The indicator year by year for the chosen area, beside the one to compare with and, where the two can share an
    axis, the country. Years of which more is to come are hatched, and nothing is concluded from them. What is expected
    of years to come stands after the years that were counted."""
    if chosen_indicator(filters, data).register == "fremskrivning":
        return replace(projection_view(filters, data), id="udvikling")
    tal = indicator_values(filters, data)
    serier = indicator_series(filters, data)
    aarene = years_of(tal.indikator, filters, data)
    navne = _names(tal, filters)
    aar = serier.index.tolist()
    linjer = {navn: serier[kode].tolist() if kode in serier else [NAN] * len(aar) for kode, navn in navne.items()}
    hoved = next(iter(linjer))
    vises = not tal.withheld and any(v == v for linje in linjer.values() for v in linje)
    emne = tal.navn if tal.indikator.register == "pulje" else tal.indikator.navn
    view = indicator_view(
        "udvikling",
        tal,
        filters,
        data,
        title=f"{emne} år for år: {niveauer.LANDET if hoved == niveauer.HELE_LANDET else hoved}",
        figure=_trend_figure(tal, aar, linjer, _colours(filters, navne), aarene) if vises else None,
        belaeg=of_years(filters, navne, data),
        table=_table(aar, linjer, aarene),
        alt=f"{emne} for hvert år: {dansk.sentence_list(list(linjer))}. {_hatched(aar, linjer, aarene)}".strip()
        if vises
        else saetninger.no_figure(tal),
        note=_note(tal, aar, linjer, aarene) if vises or tal.withheld else saetninger.missing_data(tal),
        withheld=tal.withheld,
    )
    return replace(view, subtitle=f"{hoved} · {saetninger.period_and_dataset(filters, tal.indikator.register)}")


def _names(tal: Indikatortal, filters: Filters) -> dict[str, str]:
    """The series to draw: omraade_id -> name. A count of one area and of the whole country cannot share an axis."""
    navne = {kode: filters.area_name(kode) for kode in (filters.omraade, filters.sammenlign) if kode}
    if not navne or tal.indikator.er_forhold:
        navne[niveauer.LAND] = niveauer.HELE_LANDET
    return navne


def _known_years(aar: list[int], linjer: dict[str, list[float]]) -> list[int]:
    """The years of which any series has a value."""
    return [et for nr, et in enumerate(aar) if any(linje[nr] == linje[nr] for linje in linjer.values())]


def _table(aar: list[int], linjer: dict[str, list[float]], aarene: Aarene) -> pd.DataFrame:
    """A row for each year that has a figure; a year that goes on says what it lacks."""
    kendte = _known_years(aar, linjer)
    tal = {navn: [v for en, v in zip(aar, linje, strict=True) if en in kendte] for navn, linje in linjer.items()}
    return pd.DataFrame({"År": [aarene.text(en) for en in kendte]} | tal)


def _hatched(aar: list[int], linjer: dict[str, list[float]], aarene: Aarene) -> str:
    """What is drawn apart, and why."""
    dele = [aarene.text(en) for en in _known_years(aar, linjer) if en in aarene.dele]
    return f"{dansk.sentence_list(dele)} står for sig og indgår ikke i sammenligningen." if dele else ""


def _note(tal: Indikatortal, aar: list[int], linjer: dict[str, list[float]], aarene: Aarene) -> str:
    """Where the first series is going over the whole years, and apart from that, whether it is good; only on complete
    data."""
    if not tal.komplet:
        return "Rækken viser, hvad kilderne fortæller om hvert år. Den er ikke en udvikling, og et tomt år er ikke nul."
    vej = _direction_text(tal, aar, linjer, aarene)
    if not vej and len(kendte := _known_years(aar, linjer)) == 1:
        return f"Tallet kendes kun for {aarene.text(kendte[0])}; ét tal viser ingen udvikling."
    return " ".join(filter(None, [vej, _hatched(aar, linjer, aarene)]))


def _direction_text(tal: Indikatortal, aar: list[int], linjer: dict[str, list[float]], aarene: Aarene) -> str:
    navn, vaerdier = next(iter(linjer.items()))
    vej = direction(aar, vaerdier, tal.indikator.lav_er_godt, tal.indikator.decimaler, aarene.hele)
    if vej is None:
        return ""
    til = tal.value_text(vej.til)
    if vej.ord == "uændret":
        return f"{navn}: {til} i både {vej.fra_aar} og {vej.til_aar}."
    fra = dansk.number(vej.fra, tal.indikator.decimaler)
    hele = [(et, v) for et, v in zip(aar, vaerdier, strict=True) if et in aarene.hele]
    gang = f"{navn}: {vej.ord} fra {fra} i {vej.fra_aar} til {til} i {vej.til_aar}"
    if (yderst := outside(*zip(*hele, strict=True), vej)) is not None:
        mest = "højest" if yderst[1] > vej.fra else "lavest"
        gang += f"; {mest} {dansk.number(yderst[1], tal.indikator.decimaler)} i {yderst[0]}"
    gang += "."
    if vej.er_godt is not None:
        return f"{gang} {DOM[vej.er_godt]} {TAERSKEL}"
    return f"{gang} {TAERSKEL}" if vej.er_lille and tal.indikator.lav_er_godt is not None else gang


def _colours(filters: Filters, navne: dict[str, str]) -> dict[str, str]:
    """The colour of each series by its name."""
    alene = list(navne) == [niveauer.LAND]
    farve = {niveauer.LAND: farver.LINJE if alene else farver.REFERENCE, filters.omraade: farver.MARKERET}
    return {navn: farve.get(kode, farver.SAMMENLIGN) for kode, navn in navne.items()}


def _trend_figure(
    tal: Indikatortal, aar: list[int], linjer: dict[str, list[float]], farve: dict[str, str], aarene: Aarene
) -> Aksefigur:
    """Lines for what can be compared (rates, averages), bars for counts."""
    serier = {}
    for navn, linje in linjer.items():
        for serie in year_series(navn, aar, linje, farve[navn], tal.indikator, aarene):
            # what a year lacks is explained once
            serier[navn, serie.navn] = replace(serie, forklares=all(serie.navn != en for _, en in serier))
    serier = tuple(serier.values())
    # the bars of one area never share a year, so its hatched ones stand in line with the others
    maade = STABLET if len(linjer) == 1 else VED_SIDEN
    return by_year(serier, dansk.capital(tal.indikator.enhed), 300, maade=maade, forklaring=len(serier) > 1)
