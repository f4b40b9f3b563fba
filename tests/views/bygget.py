"""Views that are built once in a session for all tests that ask with the same choices."""

from collections.abc import Iterator

from queries.database import Snapshot
from queries.standard import newest
from tests.dag import I_DAG
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.fremvisning import visninger

# Of what is asked of every View: the same choices wherever it is asked, so that each is built once in a process
# (tests/fordeling.py hands those files to one).
ET_STED = {"niveau": "region", "omraade": "1083"}


def each(datasaet: str) -> Iterator[tuple[str, View]]:
    """Every View that the data have something of, by its id, of ET_STED."""
    for visning in visninger.VISNINGER:
        view = built(visning, Filters(datasaet=datasaet, dag=I_DAG, **ET_STED))
        if view is not None:
            yield visning, view


def built(visning: str, filters: Filters, data: Snapshot | None = None) -> View | None:
    """A View by its id, kept with the version of the data; shared, so never change it."""
    return (data or newest()).once(_build, visning, filters)


def _build(visning: str, filters: Filters, data: Snapshot) -> View | None:
    return visninger.build(visning, filters, data)
