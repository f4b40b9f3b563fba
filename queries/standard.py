"""The database that is used when a caller names none: the one built from the CSV files of this checkout."""

import logging
from functools import cache

from data.build import DEFAULT_OUT, build
from data.indlaesning import DataFejl
from data.laas import Optaget
from queries.database import Database, Snapshot

LOG = logging.getLogger(__name__)
# A new version is in use at the next choice, and nobody chooses twice within this time.
PAUSE = 0.1
DATABASE = Database(DEFAULT_OUT, PAUSE)


@cache
def bring_up_to_date() -> DataFejl | None:
    """Build the default database if its sources changed, once per process.

    When the sources are refused, the last good file goes on serving and the refusal is returned; without such a file it
    is raised.
    """
    try:
        build(DATABASE.fil)
    except DataFejl as fejl:
        if not DATABASE.fil.exists():
            raise
        LOG.error("The sources were refused; the last good database is used.\n%s", fejl)
        return fejl
    except Optaget:
        # An import builds all the while; readers take its file when it is done.
        if not DATABASE.fil.exists():
            raise
    return None


def snapshot_or_default(data: Snapshot | None = None) -> Snapshot:
    """The given snapshot, or the newest version of the default database."""
    if data is not None:
        return data
    bring_up_to_date()
    return DATABASE.snapshot()
