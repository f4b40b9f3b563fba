"""Who says a number, and as of when: the sources and the dates behind what is drawn."""

import pandas as pd

import queries
from queries import Indikator
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.indikatortal import chosen_indicator, shown
from views.faelles.view import Kilde
from views.sprog import dansk


def indicator_sources(indikator: Indikator, filters: Filters, data: Snapshot) -> tuple[tuple[Kilde, ...], str]:
    """The sources of an indicator, most used first, and the newest date they speak of in Danish."""
    vist = shown(filters.on(indikator=indikator.noegletal), data)
    return data.once(_sources, vist.without_area())


def _sources(filters: Filters, data: Snapshot) -> tuple[tuple[Kilde, ...], str]:
    indikator = chosen_indicator(filters, data)
    ramme = queries.sources(indikator, filters.datasaet, filters.fra, filters.til, data=data)
    nyeste = ramme["nyeste"].dropna()
    return as_sources(ramme), dansk.day(max(nyeste)) if len(nyeste) else "udateret"


def as_sources(ramme: pd.DataFrame) -> tuple[Kilde, ...]:
    """Rows of titel, udgiver, dato and url as sources for people."""
    return tuple(
        Kilde(post.titel, post.udgiver, dansk.day(post.dato), post.url if isinstance(post.url, str) else "")
        for post in ramme.itertuples()
    )
