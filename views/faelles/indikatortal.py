"""The figures of one indicator for the areas of a level: the numbers behind every map, ranking and trend."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import Any

import pandas as pd

import queries
from geo import niveauer
from queries import Indikator
from queries.belaeg import HAENDELSER, Post, behind, dates
from queries.database import Snapshot
from queries.omraadetal import MAALINGER
from views.faelles import paastand
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import completeness, withheld_sentence
from views.faelles.indikatorsvar import area_values, column_of, divided_by, register_answer
from views.faelles.puljevalg import chosen_pool, pool_name
from views.sprog import dansk

EGNE = "egne"
# How things stand on the last day of the period, or today.
I_DRIFT = ("udbudsklinikker", "regionsklinikker")
RESTER = ("ikke_stedfaestet", "flere_omraader")
# The counts that a rate is worked out from: where some of them are not placed, so is some of the rate.
TAELLES = {
    "ydernumre_pr_100000": ("ydernumre",),
    "kapaciteter_pr_100000": ("kapaciteter",),
    "andel_runder_uden_ansoegere": ("runder_med_ansoegertal",),
    "kr_pr_indbygger": ("projekter", "beloeb_kr"),
    "besat_af_opslaaet_pct": ("opslaaet", "besat"),
    "besat_af_dimensioneret_pct": ("dimensioneret", "besat"),
}


@dataclass(frozen=True, eq=False)
class Indikatortal:
    """What is known of one indicator.

    navn: the indicator with the years, the day or the pool that its figures are of. omraader: omraade_id, navn, vaerdi
    (float, NaN when missing), dato (text or None; "2017/2020" for a sum over those years), kvalifikator, note; one row
    per area of the level. rester: the same columns for what the level cannot place. ikke_placeret: what that comes to,
    in the unit of the figures; NaN where it is not known how it would count; andel_ikke_placeret is its share (0-1) of
    what is counted. i_alt: the figure for the whole country on the same filters, NaN when there is none (with its date,
    qualifier and source where it was measured). komplet: are all areas known, so that rates and rankings hold?
    andre_aar: the years that have figures on the level, told only where the chosen ones have none. uafsluttet: what the
    figures hold that is not over yet, in a sentence. folketal: the day of the count of inhabitants that rates are
    divided by (ISO), "" where they are not. filters: the choices that the figures are of (`shown`), without a chosen
    area, for the figures are the same whichever is looked at; so they are made once and shared. Never change them.
    """

    indikator: Indikator
    navn: str
    filters: Filters
    omraader: pd.DataFrame
    rester: pd.DataFrame
    i_alt: float
    i_alt_dato: str | None
    i_alt_kvalifikator: str | None
    i_alt_kilde_id: str | None
    komplet: bool
    begrundelse: str
    ikke_placeret: float
    andel_ikke_placeret: float
    andre_aar: tuple[int, ...]
    uafsluttet: str
    folketal: str
    _made: dict[Callable, Any] = field(init=False, repr=False, default_factory=dict)

    @property
    def withheld(self) -> str:
        """Why this indicator cannot be shown on these data; "" when it can."""
        if self.indikator.kraever_komplet and not self.komplet:
            return withheld_sentence(self.indikator.navn, self.begrundelse)
        return ""

    @cached_property
    def kendte(self) -> pd.DataFrame:
        """The areas that have a figure."""
        return self.omraader[self.omraader["vaerdi"].notna()]

    @cached_property
    def pr_omraade(self) -> dict[str, tuple]:
        """The rows of `omraader` by omraade_id, for whoever asks about one of them."""
        return {post.omraade_id: post for post in self.omraader.itertuples()}

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


def shown(filters: Filters, data: Snapshot) -> Filters:
    """The choices that an indicator's figures are of. HU-forløb are told of one year unless years are chosen, for what
    is advertised again counts each time; money is told of one pool; a projection is of its own years."""
    register = chosen_indicator(filters, data).register
    if register == "pulje":
        return filters.on(pulje=chosen_pool(filters, data))
    if register == "fremskrivning" and (aarene := queries.projection_span(data)):
        return filters.on(fra=aarene[0], til=aarene[1])
    if register == "hu_forloeb" and filters.fra is None and filters.til is None:
        aar = _newest_year(filters, data)
        return filters.on(fra=aar, til=aar)
    return filters


def indicator_values(filters: Filters, data: Snapshot) -> Indikatortal:
    """All figures of the chosen indicator. Raises UkendtNoegletal, and KeyError when the level is
    unknown."""
    return data.once(_indicator_values, _asked(shown(filters, data), data))


def _asked(filters: Filters, data: Snapshot) -> Filters:
    """What the figures of all areas depend on: also the pool, and the day where years go on."""
    register = chosen_indicator(filters, data).register
    valg = filters.without_area().on(scenarie="")  # what is counted is the same whatever is assumed
    if register == "pulje":
        valg = valg.on(pulje=chosen_pool(filters, data))
    return valg if register in queries.MAALINGER else valg.on(dag=filters.i_dag)


def _newest_year(filters: Filters, data: Snapshot) -> int | None:
    """The newest whole year; where no year is complete, the newest that is over and known: of the chosen area, else of
    any, else of the country. None when there is none."""
    hele, af_omraade, ellers = data.once(_newest_years, _asked(filters, data))
    return hele or af_omraade.get(filters.omraade) or ellers


def _newest_years(filters: Filters, data: Snapshot) -> tuple[int | None, dict[str, int], int | None]:
    """The newest whole year; the newest that is over and known of each area; and of any area, else of the country."""
    aarene = paastand.years_of(chosen_indicator(filters, data), filters, data)
    kendte = indicator_series(filters, data).drop(columns=list(RESTER), errors="ignore").dropna(how="all")
    kendte = kendte.loc[[et not in aarene.dele for et in kendte.index]]
    hele = max((int(et) for et in kendte.index if et in aarene.hele), default=None)
    pr_sted = {sted: int(kendt.max()) for sted in kendte if len(kendt := kendte[sted].dropna().index)}
    af_omraade = {sted: aar for sted, aar in pr_sted.items() if sted != niveauer.LAND}
    return hele, pr_sted, max(af_omraade.values(), default=pr_sted.get(niveauer.LAND))


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
    return data.once(_series_by_area, _asked(filters, data))


def indicator_years(filters: Filters, data: Snapshot) -> dict[int, Indikatortal]:
    """The indicator's figures for each year of the period that has any."""
    alle = {aar: indicator_values(filters.on(fra=aar, til=aar), data) for aar in _years(filters, data)}
    return {aar: tal for aar, tal in alle.items() if not tal.kendte.empty}


def _indicator_values(filters: Filters, data: Snapshot) -> Indikatortal:
    indikator = chosen_indicator(filters, data)
    komplet, begrundelse = completeness(indikator.register, filters, data)
    svar = register_answer(indikator, filters, filters.niveau, data)
    ramme = area_values(indikator, svar)
    rest = ramme["omraade_id"].isin(RESTER)
    komplet = komplet or (indikator.hentes and _is_whole(ramme[~rest]))
    land = area_values(indikator, register_answer(indikator, filters, niveauer.LAND, data))
    if not komplet or indikator.register == "hu_forloeb":
        ramme, land = (_dated(en, indikator, filters, data) for en in (ramme, land))
    land = land.iloc[0]
    kendt = ramme.loc[~rest, "vaerdi"].notna().any()
    return Indikatortal(
        indikator,
        _named(indikator, filters, komplet, data),
        filters,
        ramme[~rest].reset_index(drop=True),
        ramme[rest].reset_index(drop=True),
        land["vaerdi"],
        land["dato"],
        land["kvalifikator"],
        land["kilde_id"],
        komplet,
        begrundelse,
        *_unplaced(indikator, svar),
        () if kendt else _other_years(filters, data),
        paastand.unfinished_text(indikator, _years(filters, data), filters, data)
        if paastand.counts_events(indikator)
        else "",
        divided_by(indikator, svar),
    )


def _is_whole(ramme: pd.DataFrame) -> bool:
    """Has every area a figure, all of one date? What is fetched is, but for the gaps of its source; what else its
    register holds is another matter."""
    return bool(ramme["vaerdi"].notna().all()) and ramme["dato"].nunique() == 1


def _named(indikator: Indikator, filters: Filters, komplet: bool, data: Snapshot) -> str:
    """The indicator with what its figures are of, where they are not each of a date of their own."""
    if indikator.register == "pulje":
        pulje = pool_name(filters.pulje, filters.datasaet, data)
        return f"{indikator.navn}, {pulje}" if pulje else indikator.navn
    if indikator.register == "fremskrivning":
        return f"{indikator.navn}, {dansk.period(filters.fra, filters.til)}"
    if paastand.counts_events(indikator):
        aar = _told_of(filters, data)
        return f"{indikator.navn} {paastand.years_text(indikator, aar, filters, data)}" if aar else indikator.navn
    if indikator.kolonne in I_DRIFT and komplet:
        sidst = min(filters.i_dag, date(filters.til, 12, 31)) if filters.til else filters.i_dag
        return f"{indikator.navn} {dansk.day(sidst.isoformat())}"
    return indikator.navn


def _told_of(filters: Filters, data: Snapshot) -> range:
    """The years that figures are of: the chosen ones; where none was chosen, the first to the last that has any."""
    aar = _years(filters, data)
    kendte = indicator_series(filters, data).get(niveauer.LAND, pd.Series(dtype=float)).dropna().index
    if not len(kendte):
        return aar
    return range(aar.start if filters.fra else int(kendte.min()), aar.stop if filters.til else int(kendte.max()) + 1)


def _unplaced(indikator: Indikator, svar: pd.DataFrame) -> tuple[float, float]:
    """What no area of the level holds: in the unit of the figures, and as a share of what is counted."""
    rest = svar["omraade_id"].isin(RESTER)
    kolonner = [en for en in TAELLES.get(indikator.kolonne, (column_of(indikator),)) if en in svar]
    if not rest.any() or not kolonner:
        return 0.0, 0.0
    tal = svar[kolonner].astype("Float64").astype(float).fillna(0.0)
    uplaceret = tal[rest].sum()
    andel = float((uplaceret / tal.sum()).fillna(0.0).max())
    if not indikator.er_forhold:
        return float(uplaceret.sum()), andel
    return (float("nan") if uplaceret.any() else 0.0), andel


def _other_years(filters: Filters, data: Snapshot) -> tuple[int, ...]:
    """The years of which the level has a figure."""
    serier = indicator_series(filters.on(fra=None, til=None), data)
    serier = serier.drop(columns=[niveauer.LAND, *RESTER], errors="ignore")
    return tuple(int(aar) for aar in serier.dropna(how="all").index)


def _series_by_area(filters: Filters, data: Snapshot) -> pd.DataFrame:
    indikator = chosen_indicator(filters, data)
    aar = _years(filters, data)
    if not aar:
        return pd.DataFrame(index=pd.Index([], name="aar", dtype=int))
    sted = (filters.struktur, filters.datasaet, aar, data)
    rammer = [
        queries.figures_by_year(
            indikator.register, indikator.kolonne, niveau, *sted, pulje=filters.pulje or None, dag=filters.dag
        )
        for niveau in (filters.niveau, niveauer.LAND)
    ]
    paa_niveauet, land = (_by_area(indikator, ramme) for ramme in rammer)
    return paa_niveauet.assign(land=land[niveauer.LAND])


def _by_area(indikator: Indikator, ramme: pd.DataFrame) -> pd.DataFrame:
    kolonne = column_of(indikator)
    vaerdi = ramme[kolonne].astype("Float64").astype(float)
    return ramme.assign(vaerdi=vaerdi).pivot(index="aar", columns="omraade_id", values="vaerdi")


def _years(filters: Filters, data: Snapshot) -> range:
    """The years of the period that the indicator's register speaks of."""
    indikator = chosen_indicator(filters, data)
    aar = queries.register_range(indikator.register, filters.datasaet, data)
    return range(max(aar.start, filters.fra or aar.start), min(aar.stop, (filters.til or aar.stop) + 1))


def _dated(ramme: pd.DataFrame, indikator: Indikator, filters: Filters, data: Snapshot) -> pd.DataFrame:
    """Figures with the dates of the records that they are sums of. Where all is known, events are counted alike in all
    areas whenever they fell; training posts are known for some years only."""
    if indikator.register in MAALINGER:
        return ramme
    if filters.fra == filters.til is not None:
        known = ramme["vaerdi"].notna() & (indikator.register not in HAENDELSER)
        return ramme.assign(dato=pd.Series(str(filters.fra), ramme.index, object).where(known, None))
    datoer = dates(records_behind(filters, ((filters.fra, filters.til),), data))
    par = zip(ramme["omraade_id"], ramme["vaerdi"], strict=True)
    return ramme.assign(dato=pd.Series([datoer.get(en) if v == v else None for en, v in par], ramme.index, object))


def records_behind(filters: Filters, perioder: tuple, data: Snapshot) -> dict[str, tuple[Post, ...]]:
    """What the indicator's figures of some periods rest on, by area; see `queries.belaeg.behind`."""
    indikator, valg = chosen_indicator(filters, data), _asked(filters, data)
    sted = (valg.niveau, valg.struktur, valg.datasaet)
    return behind(indikator.register, indikator.kolonne, *sted, perioder, data, pulje=valg.pulje or None, dag=valg.dag)
