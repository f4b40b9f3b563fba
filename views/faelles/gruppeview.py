"""Views that hold areas against each other, asked about a user's own group: they show the areas of its level."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps

from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.view import View


def among_areas(niveau: str = "") -> Callable:
    """For a view function: a group is no area among others, so its members' level (or the given one) stands in, and
    the View goes on saying that it is about the group."""

    def of_view(byg: Callable[..., View | None]) -> Callable[..., View | None]:
        @wraps(byg)
        def view(filters: Filters, data: Snapshot) -> View | None:
            medlemsniveau = niveauer.map_level(filters.niveau)
            if medlemsniveau == filters.niveau:
                return byg(filters, data)
            svar = byg(filters.on(niveau=niveau or medlemsniveau, omraade="", sammenlign=""), data)
            return svar and replace(svar, filters=filters, link=filters.link(svar.link.split("?")[0].strip("/")))

        return view

    return of_view
