"""The figures of one indicator for the areas of a level: the numbers behind every map, ranking and trend."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any

import pandas as pd

import queries
from geo import niveauer
from queries import Indikator
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.sprog import dansk

EGNE = "egne"
RESTER = ("ikke_stedfaestet", "flere_omraader")


@dataclass(frozen=True, eq=False)
class Indikatortal:
    """What is known of one indicator.

    omraader: omraade_id, navn, vaerdi (float, NaN when missing), dato (text or None), kvalifikator, note; one row per
    area of the level. rester: the same columns for what the level cannot place. i_alt: the figure for the whole country
    on the same filters, NaN when there is none (with its date, qualifier and source where it was measured). komplet:
    are all areas known, so that rates and rankings hold? filters: without a chosen area, for the figures are the same
    whichever is looked at; so they are made once and shared. Never change them.
    """

    indikator: Indikator
    filters: Filters
    omraader: pd.DataFrame
    rester: pd.DataFrame
    i_alt: float
    i_alt_dato: str | None
    i_alt_kvalifikator: str | None
    i_alt_kilde_id: str | None
    komplet: bool
    begrundelse: str
    _made: dict[Callable, Any] = field(init=False, repr=False, default_factory=dict)

    @property
    def withheld(self) -> str:
        """Why this indicator cannot be shown on these data; "" when it can."""
        if self.indikator.kraever_komplet and not self.komplet:
            return f"{self.indikator.navn} vises ikke på disse data, for tallet ville ikke holde. {self.begrundelse}"
        return ""

    @cached_property
    def kendte(self) -> pd.DataFrame:
        """The areas that have a figure."""
        return self.omraader[self.omraader["vaerdi"].notna()]

    def value_text(self, vaerdi: float) -> str:
        """A value with its unit in Danish."""
        return dansk.quantity(vaerdi, self.indikator.enhed, self.indikator.decimaler)


def remembered(byg: Callable) -> Callable:
    """Remember what a pure function makes of an indicator's figures, for as long as the figures themselves. Shared by
    all, so never change it."""

    @wraps(byg)
    def once(tal: Indikatortal) -> Any:
        if byg not in tal._made:
            tal._made[byg] = byg(tal)
        return tal._made[byg]

    return once


class UkendtNoegletal(KeyError):
    """The chosen indicator is none of the dataset's: a deck or an older version names it."""


def chosen_indicator(filters: Filters, data: Snapshot) -> Indikator:
    """The chosen indicator. Raises UkendtNoegletal when the dataset has none of that name."""
    indikator = queries.catalogue(data).get(filters.indikator)
    if indikator is None or (indikator.egen and filters.datasaet != EGNE):
        raise UkendtNoegletal(filters.indikator)
    return indikator


def indicator_values(filters: Filters, data: Snapshot) -> Indikatortal:
    """All figures of the chosen indicator. Raises UkendtNoegletal, and KeyError when the level is
    unknown."""
    return data.once(_indicator_values, filters.without_area())


def indicator_trend(filters: Filters, data: Snapshot) -> pd.DataFrame:
    """The indicator year by year: aar, omraade (the chosen one), sammenlign (the one to compare with), land; NaN when
    missing or not chosen."""
    serier = indicator_series(filters, data)
    ukendt = pd.Series(float("nan"), serier.index)
    valgte = {"omraade": filters.omraade, "sammenlign": filters.sammenlign, "land": niveauer.LAND}
    kolonner = {navn: serier.get(kode, ukendt) for navn, kode in valgte.items()}
    return pd.DataFrame({"aar": serier.index} | {navn: serie.to_numpy() for navn, serie in kolonner.items()})


def indicator_series(filters: Filters, data: Snapshot) -> pd.DataFrame:
    """The indicator by year (index aar) with a column for every area of the level, for `land` and for what the level
    cannot place; NaN where missing."""
    return data.once(_series_by_area, filters.without_area())


def indicator_years(filters: Filters, data: Snapshot) -> dict[int, Indikatortal]:
    """The indicator's figures for each year of the period that has any."""
    alle = {aar: indicator_values(filters.on(fra=aar, til=aar), data) for aar in _years(filters, data)}
    return {aar: tal for aar, tal in alle.items() if not tal.kendte.empty}


def _indicator_values(filters: Filters, data: Snapshot) -> Indikatortal:
    indikator = chosen_indicator(filters, data)
    komplet, begrundelse = queries.is_complete(
        filters.datasaet, indikator.register, filters.niveau, filters.fra, filters.til, data=data
    )
    ramme = _values(indikator, filters, filters.niveau, data)
    rest = ramme["omraade_id"].isin(RESTER)
    land = _values(indikator, filters, niveauer.LAND, data).iloc[0]
    return Indikatortal(
        indikator,
        filters,
        ramme[~rest].reset_index(drop=True),
        ramme[rest].reset_index(drop=True),
        land["vaerdi"],
        land["dato"],
        land["kvalifikator"],
        land["kilde_id"],
        komplet,
        begrundelse,
    )


def _series_by_area(filters: Filters, data: Snapshot) -> pd.DataFrame:
    indikator = chosen_indicator(filters, data)
    aar = _years(filters, data)
    if not aar:
        return pd.DataFrame(index=pd.Index([], name="aar", dtype=int))
    rammer = [
        queries.figures_by_year(
            indikator.register, indikator.kolonne, niveau, filters.struktur, filters.datasaet, aar, data
        )
        for niveau in (filters.niveau, niveauer.LAND)
    ]
    paa_niveauet, land = (_by_area(indikator, ramme) for ramme in rammer)
    return paa_niveauet.assign(land=land[niveauer.LAND])


def _by_area(indikator: Indikator, ramme: pd.DataFrame) -> pd.DataFrame:
    kolonne = _column(indikator)
    vaerdi = ramme[kolonne].astype("Float64").astype(float)
    return ramme.assign(vaerdi=vaerdi).pivot(index="aar", columns="omraade_id", values="vaerdi")


def _years(filters: Filters, data: Snapshot) -> range:
    """The years of the period that the indicator's register speaks of."""
    indikator = chosen_indicator(filters, data)
    aar = queries.register_range(indikator.register, filters.datasaet, data)
    return range(max(aar.start, filters.fra or aar.start), min(aar.stop, (filters.til or aar.stop) + 1))


def _values(indikator: Indikator, filters: Filters, niveau: str, data: Snapshot) -> pd.DataFrame:
    """omraade_id, navn, vaerdi, dato, kvalifikator, note, kilde_id for every area and for what is not placed."""
    sted = (niveau, filters.struktur, filters.datasaet)
    periode = (filters.fra, filters.til)
    match indikator.register:
        case "udbud":
            ramme = queries.udbud_pr_omraade(*sted, *periode, data=data)
        case "klinik":
            ramme = queries.klinik_pr_omraade(*sted, *periode, data=data)
        case "pulje":
            ramme = queries.pulje_pr_omraade(*sted, None, *periode, data=data)
        case "hu_forloeb":
            ramme = queries.hu_pr_omraade(*sted, *periode, prognoser=False, data=data)
        case "befolkning":
            ramme = queries.befolkning_pr_omraade(niveau, filters.struktur, filters.til, data=data)
            datokolonne = "dato_65plus" if indikator.kolonne == "andel_65plus_pct" else "dato"
            ramme["dato"] = ramme[datokolonne].dt.strftime("%Y-%m-%d")
        case _:
            ramme = queries.noegletal_pr_omraade(indikator.kolonne, *sted, *periode, data=data)
    vaerdi = ramme[_column(indikator)].astype("Float64").astype(float)
    ud = ramme[["omraade_id", "navn"]].assign(vaerdi=vaerdi)
    for kolonne in ("dato", "kvalifikator", "note", "kilde_id"):
        ud[kolonne] = ramme[kolonne].astype(object).where(ramme[kolonne].notna(), None) if kolonne in ramme else None
    return ud


def _column(indikator: Indikator) -> str:
    """The column of the indicator in the figures of its register."""
    return "vaerdi" if indikator.register == "noegletal" else indikator.kolonne
