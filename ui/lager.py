"""Finished views, shared by all sessions. Building a figure costs a hundred times as much as sending it again.

They are kept with the version of the data that they were made from, so that a new version never shows an old figure.
"""

import time
from collections.abc import Callable
from typing import Any

from geo.former import active_basemap
from queries.database import Snapshot
from queries.standard import PAUSE
from ui.adgang.hvem import shown_data
from views.faelles.filtre import Filters

_grundkort: list = [0.0, ""]


def finished(byg: Callable[..., Any], filters: Filters) -> Any:
    """What `byg(filters, data)` makes of the choices on the newest data that this session may see, and the newest map.
    Shared: never change it."""
    return made(byg, filters, shown_data())


def made(byg: Callable[..., Any], filters: Filters, data: Snapshot) -> Any:
    """The same of these data, where nobody asks."""
    return data.once(_build, byg, filters, _basemap_version())


def _build(byg: Callable[..., Any], filters: Filters, _grundkort: str, data) -> Any:
    return byg(filters, data)


def _basemap_version() -> str:
    """The version of the map in use; the file is looked at as seldom as that of the database."""
    nu = time.monotonic()
    if nu - _grundkort[0] >= PAUSE:
        _grundkort[:] = [nu, active_basemap().version]
    return _grundkort[1]
