"""A newer source that says otherwise than the one that is shown: told where the shown one stands."""

from collections.abc import Callable

import pandas as pd

from geo import niveauer
from queries.database import Snapshot
from queries.periode import first_day
from queries.uenighed import other_measurements
from views.faelles.indikatortal import Indikatortal
from views.sprog import dansk

MAALINGER = "noegletal"
# omraade_id -> the value that is shown, and its date
Vist = dict[str, tuple[float, str | None]]


def newer_than(tal: Indikatortal, data: Snapshot, omraade: str = niveauer.LAND) -> str:
    """What newer sources say of an area (or the country) than the figure that is shown, in sentences; "" when none
    does."""
    return data.once(_newer_than, tal, omraade)


def newer_on_map(tal: Indikatortal, data: Snapshot) -> str:
    """The same of every area of the level."""
    return data.once(_newer_on_map, tal)


def _newer_than(tal: Indikatortal, omraade: str, data: Snapshot) -> str:
    if omraade == niveauer.LAND:
        return _sentences(tal, niveauer.LAND, lambda: {niveauer.LAND: (tal.i_alt, tal.i_alt_dato)}, data)
    return _sentences(tal, tal.filters.niveau, lambda: {omraade: _shown(tal)[omraade]}, data)


def _newer_on_map(tal: Indikatortal, data: Snapshot) -> str:
    return _sentences(tal, tal.filters.niveau, lambda: _shown(tal), data)


def _shown(tal: Indikatortal) -> Vist:
    return dict(zip(tal.kendte["omraade_id"], zip(tal.kendte["vaerdi"], tal.kendte["dato"], strict=True), strict=True))


def _sentences(tal: Indikatortal, niveau: str, shown: Callable[[], Vist], data: Snapshot) -> str:
    if tal.indikator.register != MAALINGER:
        return ""
    filters = tal.filters
    andre = other_measurements(tal.indikator.kolonne, niveau, filters.struktur, filters.datasaet, data)
    if andre.empty:
        return ""
    vist = shown()
    modsiger = [_contradicts(post, *vist.get(post.omraade_id, (None, None))) for post in andre.itertuples()]
    nyere = andre.loc[pd.Series(modsiger, andre.index, dtype=bool)]
    if filters.til:
        nyere = nyere[nyere["dato"].str[:4].astype(int) <= filters.til]
    # of several the newest
    return " ".join(_sentence(tal, post) for post in nyere.drop_duplicates("omraade_id").itertuples())


def _contradicts(post, vaerdi: float | None, dato: str | None) -> bool:
    """Newer than what is shown, and another number?"""
    return bool(dato) and post.vaerdi != vaerdi and first_day(post.dato) > first_day(dato)


def _sentence(tal: Indikatortal, post) -> str:
    hvor = "" if post.omraade_id == niveauer.LAND else f" om {post.navn}"
    antal = " ".join(
        filter(None, [None if pd.isna(post.kvalifikator) else post.kvalifikator, tal.value_text(post.vaerdi)])
    )
    grund = "" if pd.isna(post.note) else f" Den er ikke valgt: {post.note}"
    return f"En nyere kilde siger {antal}{hvor} ({dansk.day(post.dato)}, {post.udgiver}).{grund}"
