"""The database that the app and the command lines ask: the one built from the CSV files of this checkout."""

import atexit
import logging
import shutil
import tempfile
import threading
import time
from functools import cache
from pathlib import Path

import duckdb

from data.adgang.bruger import Bruger
from data.build import DEFAULT_OUT, OPEN_OUT, BygFejl, build, source_hash
from data.indlaesning import DataFejl
from data.laas import Optaget
from queries.database import Database, Snapshot

LOG = logging.getLogger(__name__)
# A new version is in use at the next choice, and nobody chooses twice within this time.
PAUSE = 0.1
# A rebuild that fails is tried again after so many seconds, then twice as many, and so on to the last.
REST_SECONDS, LONGEST_REST = 10, 600


class Genopbygning:
    """Builds the database file anew in the background when it was lost: one at a time, and rarer when it fails."""

    def __init__(self):
        self._laas = threading.Lock()
        self._hvil = REST_SECONDS
        self._tidligst = 0.0
        self.traad: threading.Thread | None = None

    def begin(self) -> None:
        """Returns at once. Does nothing while one is going on, or when the last failed a moment ago."""
        with self._laas:
            if time.monotonic() < self._tidligst or (self.traad and self.traad.is_alive()):
                return
            self.traad = threading.Thread(target=self._build, name="genopbygning", daemon=True)
            self.traad.start()

    def _build(self) -> None:
        try:
            build(DATABASE.fil, igen=True)
            self._hvil = REST_SECONDS
        except (DataFejl, Optaget) as fejl:
            LOG.error("The database file cannot be built anew: %s", fejl)
            self._tidligst = time.monotonic() + self._hvil
            self._hvil = min(2 * self._hvil, LONGEST_REST)


GENOPBYGNING = Genopbygning()
DATABASE = Database(DEFAULT_OUT, PAUSE, GENOPBYGNING.begin)
# Without the secretariat's own data.
AABEN = Database(OPEN_OUT, PAUSE, aaben=True)


def bring_up_to_date() -> DataFejl | None:
    """Build the default database if its sources changed, once per process, and say why the newest are not in use.

    When they are refused or the database cannot be written, the last good file goes on serving and the reason is
    returned, until the file is another; without such a file one is built in a folder of this process alone, and what
    then is refused is raised.
    """
    fejl, kendemaerke = _brought_up_to_date()
    return fejl if fejl and _file_read() == kendemaerke else None


@cache
def _brought_up_to_date() -> tuple[DataFejl | None, tuple | None]:
    try:
        build(DATABASE.fil)
    except BygFejl as fejl:
        if not (kendemaerke := _file_read()):
            _serve_elsewhere(DATABASE, fejl)
            return None, None
        LOG.error("The database is not brought up to date; the last good one is used. %s", fejl)
        return fejl, kendemaerke
    except DataFejl as fejl:
        if not (kendemaerke := _file_read()):
            raise
        LOG.error("The sources were refused; the last good database is used.\n%s", fejl)
        return fejl, kendemaerke
    except Optaget:
        # An import builds all the while; readers take its file when it is done.
        if not _file_read():
            raise
    return None, None


def _file_read() -> tuple | None:
    """What tells the file that answers from others; None when there is none that can be read."""
    try:
        DATABASE.snapshot()
    except (OSError, duckdb.Error):
        return None
    return DATABASE.kendemaerke


def _serve_elsewhere(database: Database, fejl: BygFejl) -> None:
    """On a disk that cannot be written there is still a folder for what is temporary."""
    mappe = tempfile.mkdtemp(prefix="laegedaekning-")
    atexit.register(shutil.rmtree, mappe, ignore_errors=True)
    build(Path(mappe) / database.fil.name, with_own=database is DATABASE)
    database.fil = Path(mappe) / database.fil.name
    LOG.error("%s It is built in a temporary folder for this process.", fejl)


def newest() -> Snapshot:
    """The newest version of the default database, with everything: for command lines, and for what shows nobody
    anything. Whoever answers somebody asks `opened`."""
    _brought_up_to_date()
    return DATABASE.snapshot()


def opened(bruger: Bruger, hvad: str = "") -> Snapshot:
    """The newest data as far as that one may see them: the one door to what is shown. hvad: the View or the show that
    is asked for, where a link opens no more. Without the own data it is a database that was built without them."""
    data = newest()
    return AABEN.snapshot() if not bruger.may_read_own(hvad) and data.once(_holds_own) else data


def opened_file(bruger: Bruger) -> Path:
    """A database file with what that one may see. Asked when it is read: the next import may bring own data."""
    if not bruger.may_read_own():
        _build_open()
        return AABEN.fil
    return DATABASE.fil


def _holds_own(data: Snapshot) -> bool:
    """Are there own data in this version? Then there is a database without them too, once asked."""
    if data.version == source_hash():
        return False
    _build_open()
    return True


def _build_open() -> None:
    """When the newest sources are refused, or an import builds meanwhile, the last good one goes on serving."""
    try:
        build(AABEN.fil, with_own=False)
    except BygFejl as fejl:
        _serve_elsewhere(AABEN, fejl)
    except (DataFejl, Optaget) as fejl:
        if not AABEN.fil.exists():
            raise
        LOG.error("The database without own data is not brought up to date; the last good one is used. %s", fejl)
