"""Who says a number, and as of when: the sources and the dates of the very rows that are drawn.

Whatever a view shows, it asks here: an indicator by the areas (and years) it draws, a register by the rows it holds. So
two figures that show the same number have the same source line, on whichever page they stand.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

import queries
from geo.niveauer import LAND
from queries.belaeg import HAENDELSER, Post
from queries.database import Snapshot
from queries.periode import span
from views.faelles.filtre import Filters
from views.faelles.indikatortal import RESTER, Indikatortal, chosen_indicator, indicator_series, records_behind
from views.faelles.view import Kilde
from views.sprog import dansk


@dataclass(frozen=True)
class Belaeg:
    """What a number or a figure rests on. kilder: the most used first. dato: an ISO date, or a span of two where the
    rows differ; None without any. landets_dato: the country's, where it lies outside the span of what is drawn."""

    kilder: tuple[Kilde, ...] = ()
    dato: str | None = None
    landets_dato: str | None = None

    @property
    def opgjort(self) -> str:
        """The date in Danish: "1. juli 2018 til 3. januar 2026", "2020 (hele landet: januar 2023)", "udateret"."""
        land = f" (hele landet: {dansk.day(self.landets_dato)})" if self.landets_dato else ""
        return dansk.day(self.dato) + land


def of_map(tal: Indikatortal, data: Snapshot) -> Belaeg:
    """What a map or a ranking of an indicator rests on: the areas with a figure, what is not placed, the country."""
    return data.once(_of_map, tal)


def _of_map(tal: Indikatortal, data: Snapshot) -> Belaeg:
    bag = records_behind(tal.filters, ((tal.filters.fra, tal.filters.til),), data)
    omraader = [post for kode in tal.kendte["omraade_id"] for post in bag.get(kode, ())]
    rester = [post for kode in RESTER for post in bag.get(kode, ())]
    if tal.indikator.register in HAENDELSER:
        # what is not placed is told of beside the map, and counted with the country
        poster = [*omraader, *rester] if omraader else bag.get(LAND, ())
        return _told(poster, data) if poster or tal.kendte.empty else _nothing(tal.filters, bag, data)
    samlet = _told([*omraader, *rester, *bag.get(LAND, ())], data)
    return Belaeg(samlet.kilder, *_beside(_dates(omraader), _dates(bag.get(LAND, ()))))


def of_area(tal: Indikatortal, omraade: str, data: Snapshot) -> Belaeg:
    """What the figure of one area rests on (`LAND` for the country). That there is nothing in an area, the whole
    register says."""
    bag = records_behind(tal.filters, ((tal.filters.fra, tal.filters.til),), data)
    if poster := bag.get(omraade):
        return _told(poster, data)
    er_kendt = omraade in (*tal.kendte["omraade_id"], *RESTER) or (omraade == LAND and tal.i_alt == tal.i_alt)
    return _nothing(tal.filters, bag, data) if er_kendt else Belaeg()


def of_areas(tal: Indikatortal, omraader: Iterable[str], data: Snapshot) -> Belaeg:
    """What the figures of some areas rest on together."""
    return joined([of_area(tal, en, data) for en in omraader])


def of_years(filters: Filters, omraader: Iterable[str], data: Snapshot) -> Belaeg:
    """What an indicator rests on year by year in some areas (`LAND` for the country), in the years it is known for."""
    serier = indicator_series(filters, data)
    bag = records_behind(filters, tuple((et, et) for et in serier.index.tolist()), data)
    kendte = [(en, serier[en].notna().tolist()) for en in omraader if en in serier]
    poster = [post for en, kendt in kendte for post in bag.get(en, ()) if kendt[post.periode]]
    if not poster and any(any(kendt) for _, kendt in kendte):
        return _nothing(filters, bag, data)
    return _told(poster, data)


def of_rows(poster: pd.DataFrame, data: Snapshot) -> Belaeg:
    """What some records rest on: rows of `kilde_id` and `dato` (text as precise as it is); one without a date is known
    as of its source."""
    kildens = data.once(_dates_of_sources)
    par = zip(poster["kilde_id"], poster["dato"], strict=True)
    poster_ = [(kilde, dato if isinstance(dato, str) else kildens.get(kilde)) for kilde, dato in par]
    return _told([Post(kilde, 1, dato, dato) for kilde, dato in poster_], data)


def beside_country(egne: Iterable[Belaeg], landets: Iterable[Belaeg]) -> Belaeg:
    """What figures rest on that stand beside those of the country."""
    egne, land = joined(egne), joined(landets)
    return Belaeg(joined([egne, land]).kilder, *_beside(egne.dato, land.dato))


def joined(dele: Iterable[Belaeg]) -> Belaeg:
    """Several in one: the sources in their order, and the span of all dates."""
    dele = list(dele)
    kilder = tuple(dict.fromkeys(kilde for en in dele for kilde in en.kilder))
    return Belaeg(kilder, span(dato for en in dele for dato in (en.dato, en.landets_dato)))


def as_sources(ramme: pd.DataFrame) -> tuple[Kilde, ...]:
    """Rows of titel, udgiver, dato and url as sources for people."""
    return tuple(
        Kilde(post.titel, post.udgiver, dansk.day(post.dato), post.url if isinstance(post.url, str) else "")
        for post in ramme.itertuples()
    )


def _nothing(filters: Filters, bag: dict[str, tuple[Post, ...]], data: Snapshot) -> Belaeg:
    """Who says that something is 0: the country's records of the period, and without any all of the register."""
    if poster := bag.get(LAND):
        return _told(poster, data)
    return of_rows(queries.register_records(chosen_indicator(filters, data).register, filters.datasaet, data), data)


def _told(poster: Iterable[Post], data: Snapshot) -> Belaeg:
    """The sources of some records, those that tell of most first, then the newest."""
    poster = list(poster)
    antal: Counter[str] = Counter()
    for post in poster:
        antal[post.kilde_id] += post.poster
    alle = data.once(_sources)
    ordnet = sorted(antal, key=lambda en: (-antal[en], alle[en][0], en))
    return Belaeg(tuple(alle[en][1] for en in ordnet), _dates(poster))


def _dates(poster: Iterable[Post]) -> str | None:
    return span(dato for post in poster for dato in (post.foerste, post.sidste))


def _beside(dato: str | None, landets: str | None) -> tuple[str | None, str | None]:
    """The date of what is drawn, and the country's where it is another; the country's alone where there is no other."""
    if not dato or not landets:
        return dato or landets, None
    return dato, None if span([dato, landets]) == dato else landets


def _dates_of_sources(data: Snapshot) -> dict[str, str | None]:
    ramme = queries.sources(data)
    return {kilde: dato for kilde, dato in zip(ramme["kilde_id"], ramme["dato"], strict=True) if isinstance(dato, str)}


def _sources(data: Snapshot) -> dict[str, tuple[int, Kilde]]:
    """Every source by its id, with its place from the newest."""
    ramme = queries.sources(data).sort_values("dato", ascending=False, na_position="last", kind="stable")
    return dict(zip(ramme["kilde_id"], enumerate(as_sources(ramme)), strict=True))
