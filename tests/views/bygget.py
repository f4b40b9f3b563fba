"""Views that are built once in a session for all tests that ask with the same choices."""

from queries.database import Snapshot
from queries.standard import newest
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.fremvisning import visninger


def built(visning: str, filters: Filters, data: Snapshot | None = None) -> View | None:
    """A View by its id, kept with the version of the data; shared, so never change it."""
    return (data or newest()).once(_build, visning, filters)


def _build(visning: str, filters: Filters, data: Snapshot) -> View | None:
    return visninger.build(visning, filters, data)
