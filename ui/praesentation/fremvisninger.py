"""The shows in progress, shared by the windows that show them and the speaker's: which slide, frozen on which data.

A show outlives its session: a reload in the hall, or the second window, finds it again by its id in the address.
"""

import secrets
import threading
from base64 import urlsafe_b64encode
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from data.adgang.bruger import GAEST, Bruger
from data.adgang.link import SAL
from queries.database import Snapshot
from queries.standard import opened
from ui import ur
from views.fremvisning.praesentation import Praesentation

# Each holds on to its version of the data, some 30 MB when it is no longer the newest.
MOST_SHOWS = 24
EGNE = "egne"
# A meeting, and the evening after it.
LINK_LASTS = timedelta(hours=12)


@dataclass(frozen=True)
class Stilling:
    """Where a show is: the slide from 0, the area that the hall asked about (None: the slide's own), whether the wall
    is black, whether the show is over, and a running number that changes with every step."""

    nr: int = 0
    omraade: str | None = None
    sort: bool = False
    slut: bool = False
    skridt: int = 0


@dataclass(eq=False)
class Fremvisning:
    """A deck being shown. What it shows never changes; where it is does, from any of its windows."""

    id: str
    navn: str
    deck: Praesentation
    datasaet: str
    data: Snapshot
    begyndt: datetime
    igen: bool = False
    stilling: Stilling = field(default_factory=Stilling)
    lyttere: set[Callable[[], None]] = field(default_factory=set)
    _laas: threading.Lock = field(default_factory=threading.Lock)

    @property
    def dag(self) -> date:
        """The day that its slides are asked on: as frozen as its data."""
        return self.begyndt.date()

    @cached_property
    def egne(self) -> bool:
        """Does it show the secretariat's own data? Then it is for those who may see them. Two thousand phones ask."""
        return shows_own(self.deck, self.datasaet, self.dag)

    @property
    def hvad(self) -> str:
        """What a link to it opens."""
        return f"{SAL}{self.salkode}"

    @property
    def link_end(self) -> datetime:
        """When a link to its own data runs out."""
        return self.begyndt + LINK_LASTS

    def is_for(self, bruger: Bruger) -> bool:
        """May that one see it?"""
        return not self.egne or bruger.may_read_own(self.hvad)

    @property
    def salkode(self) -> str:
        """What the hall follows it by."""
        return hall_code(self.id)

    @property
    def noegle(self) -> str:
        """What opens the presenter's remote; only the speaker's window shows it."""
        return remote_key(self.id)

    def go_to(self, nr: int) -> None:
        """Show slide `nr` from 0, or the nearest that there is, as the deck has it."""
        nr = max(0, min(nr, len(self.deck.dias) - 1))
        self._change(nr=nr, omraade=None, sort=False, slut=False)

    def ask(self, omraade: str | None) -> None:
        """Show the slide about another area; None goes back."""
        self._change(omraade=omraade, slut=False)

    def blacken(self, sort: bool) -> None:
        """Make the wall black, or light again."""
        self._change(sort=sort)

    def end(self) -> None:
        """The presenter has left the stage; who follows is told. A show that is gone on with is not over."""
        self._change(slut=True)

    def _change(self, **aendringer) -> None:
        with self._laas:
            self.stilling = replace(self.stilling, **aendringer, skridt=self.stilling.skridt + 1)
        for lytter in tuple(self.lyttere):
            lytter()


def shows_own(deck: Praesentation, datasaet: str, dag: date) -> bool:
    """Does a slide of the deck ask for the own data? One may name a dataset of its own."""
    return any(en.filters(datasaet, dag).datasaet == EGNE for en in deck.dias)


def data_for(deck: Praesentation, datasaet: str, bruger: Bruger) -> Snapshot:
    """What a show is frozen on: the own data are in it only when it shows them, for others may follow."""
    return opened(bruger if shows_own(deck, datasaet, ur.today()) else GAEST)


def hall_code(show_id: str) -> str:
    """It tells nobody the id, which is the key to the show's windows, and is the same when a lost show begins again
    under its id."""
    return _derived("salen", show_id)[:10]


def remote_key(show_id: str) -> str:
    """What nobody can tell from the hall's code."""
    return _derived("fjernbetjening", show_id)


def _derived(til: str, show_id: str) -> str:
    return urlsafe_b64encode(sha256(f"{til}:{show_id}".encode()).digest()).decode().rstrip("=").replace("_", "a")


_shows: OrderedDict[str, Fremvisning] = OrderedDict()
_laas = threading.Lock()


def begin(
    navn: str, deck: Praesentation, datasaet: str, data: Snapshot, nr: int = 0, again: bool = False
) -> Fremvisning:
    """A new show on these data. `again`: it replaces one that was lost, and says so. The one that was looked at longest
    ago makes room."""
    ny = Fremvisning(secrets.token_urlsafe(9), navn, deck, datasaet, data, ur.now(), again)
    ny.go_to(nr)
    with _laas:
        _shows[ny.id] = ny
        while len(_shows) > MOST_SHOWS:
            _shows.popitem(last=False)
    return ny


def find(show_id: str) -> Fremvisning | None:
    """The show of that id, which thereby counts as looked at; None when it was never there or has made room."""
    with _laas:
        if show_id in _shows:
            _shows.move_to_end(show_id)
        return _shows.get(show_id)


def followed(salkode: str) -> Fremvisning | None:
    """The show that the hall knows by that code; None when there is none, or it has made room. To be followed is not to
    be looked at: the stage alone keeps a show from making room."""
    with _laas:
        return next((en for en in _shows.values() if en.salkode == salkode), None)


def clock(tid: datetime, tidszone: str | None) -> str:
    """The time of day where the browser is: "14.05"."""
    try:
        lokal = tid.astimezone(ZoneInfo(tidszone) if tidszone else None)
    except (ZoneInfoNotFoundError, ValueError):
        lokal = tid.astimezone()
    return f"{lokal:%H.%M}"


def elapsed(fremvisning: Fremvisning) -> str:
    """Time since the beginning: "4.05", and with hours "1.04.05"."""
    sekunder = int((ur.now() - fremvisning.begyndt).total_seconds())
    timer, rest = divmod(sekunder, 3600)
    minutter, sekunder = divmod(rest, 60)
    return f"{timer}.{minutter:02}.{sekunder:02}" if timer else f"{minutter}.{sekunder:02}"
