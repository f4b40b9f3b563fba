"""What pages with tabs share: only the open tab is made and sent, so that a click never sends more than one map."""

from collections.abc import Callable, Sequence

import streamlit as st

from queries.database import Snapshot
from ui import sidevalg, vis
from ui.lager import finished
from views.faelles.filtre import Filters
from views.faelles.view import View

Fyld = Callable[[], None]
Byg = Callable[[Filters, Snapshot], View | None]


def show_open_tab(key: str, faner: dict[str, Fyld | tuple[Fyld, ...]], kode: str = "fane") -> None:
    """Tabs by their names; the open one, which stands in the address as `kode`, is filled by its function, or by some
    in order."""
    navn, plads = sidevalg.open_tab(list(faner), key, kode)
    fyld = faner[navn]
    with plads:
        for del_ in fyld if isinstance(fyld, tuple) else (fyld,):
            del_()


def show_views(filters: Filters, *byg: Byg, beside: Sequence[Sequence[Byg]] = ()) -> None:
    """Views below each other, and under them columns of views."""
    for en in byg:
        vis.show_view(finished(en, filters))
    for plads, kolonne in zip(st.columns(len(beside), gap="large") if beside else (), beside, strict=True):
        with plads:
            show_views(filters, *kolonne)


def show_side_by_side(valgte: Sequence[Filters], byg: Byg) -> None:
    """The same view of several choices, beside each other; below each other on a phone."""
    for nr, (plads, en) in enumerate(zip(st.columns(len(valgte), gap="large"), valgte, strict=True)):
        with plads:
            vis.show_view(finished(byg, en), name=f"ved_siden_{nr}")
