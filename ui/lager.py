"""Finished views, shared by all sessions. Building a figure costs a hundred times as much as sending it again.

The key is the choices and the versions of data and map, so a new version never shows an old figure. The number kept is
bounded. `st.cache_resource` locks each key: 150 people who open the same link at once wait for one computation.
"""

from collections.abc import Callable
from dataclasses import astuple
from typing import Any

import streamlit as st

from geo.former import active_basemap
from queries.standard import snapshot_or_default
from views.filtre import Filters


def finished(byg: Callable[..., Any], filters: Filters) -> Any:
    """What `byg(filters, data)` makes of the choices on the newest data. Shared by everyone: never change it."""
    data = snapshot_or_default()
    noegle = (byg.__module__, byg.__qualname__, *astuple(filters), data.version, active_basemap().version)
    return _finished(noegle, byg, filters, data)


@st.cache_resource(max_entries=4000, show_spinner=False)
def _finished(noegle, _byg, _filters, _data):
    return _byg(_filters, _data)
