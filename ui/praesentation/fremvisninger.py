"""The shows in progress, shared by the windows that show them and the speaker's: which slide, frozen on which data.

A show outlives its session: a reload in the hall, or the second window, finds it again by its id in the address. The
id bears the installation's seal, so that a show which was lost with the server begins again by itself, and no other
address begins one.
"""

import secrets
import threading
import time
from base64 import urlsafe_b64encode
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from data.adgang.bruger import EGNE, GAEST, Bruger
from data.adgang.link import SAL
from data.hemmelighed import is_sealed, seal
from queries.database import Snapshot
from queries.standard import opened
from ui import ur
from views.fremvisning.praesentation import Praesentation

# Each holds on to its version of the data, some 30 MB when it is no longer the newest.
MOST_SHOWS = 60
# A window tells every second that it is there; a show whose windows have been silent for so many is not in use.
IN_USE = 300.0
# What may lie over the slide on the wall: nothing, black, white, or the code that leads phones to it.
DAEKKER = ("", "sort", "hvid", "qr")
SEGL = "fremvisning"
# Wishes that are remembered, so that one told twice is done once.
REMEMBERED = 40
# A meeting, and the evening after it.
LINK_LASTS = timedelta(hours=12)


class AlleIBrug(Exception):
    """There is no room for one more show. The text is for the user."""


@dataclass(frozen=True)
class Stilling:
    """Where a show is: the slide from 0, the area that the hall asked about (None: the slide's own), what lies over the
    slide (DAEKKER), whether the show is over, and a running number that changes with every step."""

    nr: int = 0
    omraade: str | None = None
    daekke: str = ""
    slut: bool = False
    skridt: int = 0

    @property
    def sort(self) -> bool:
        """Is the wall black?"""
        return self.daekke == "sort"


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
    set_sidst: float = field(default_factory=time.monotonic)
    hoert: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
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

    @property
    def i_brug(self) -> bool:
        """Is it on a wall, or was it a moment ago?"""
        return not self.stilling.slut and time.monotonic() - self.set_sidst < IN_USE

    def seen(self) -> None:
        """One of its windows is there."""
        self.set_sidst = time.monotonic()

    def go_to(self, nr: int) -> None:
        """Show slide `nr` from 0, or the nearest that there is, as the deck has it."""
        self._change(nr=self._within(nr), omraade=None, daekke="", slut=False)

    def ask(self, omraade: str | None) -> None:
        """Show the slide about another area; None goes back."""
        self._change(omraade=omraade, slut=False)

    def blacken(self, sort: bool) -> None:
        """Make the wall black, or light again."""
        self._change(daekke="sort" if sort else "")

    def wish(self, navn: str, nr: int, omraade: str | None, daekke: str) -> None:
        """Be as a window wants it. Both windows of a browser tell the same wish, and one tells it again when nobody has
        answered: what bears a name that has been heard is done already."""
        with self._laas:
            if navn in self.hoert:
                return
            self.hoert.append(navn)
        self._change(nr=self._within(nr), omraade=omraade, daekke=daekke, slut=False)

    def end(self) -> None:
        """The presenter has left the stage; who follows is told. A show that is gone on with is not over."""
        self._change(slut=True)

    def be_at(self, stilling: Stilling) -> None:
        """Be where another server has moved it."""
        with self._laas:
            self.stilling = stilling
        for lytter in tuple(self.lyttere):
            lytter()

    def _within(self, nr: int) -> int:
        return max(0, min(nr, len(self.deck.dias) - 1))

    def _change(self, **aendringer) -> None:
        with self._laas:
            ny = replace(self.stilling, **aendringer)
            if ny == self.stilling and ny.skridt:
                return
            self.stilling = replace(ny, skridt=ny.skridt + 1)
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


class Hylde(Protocol):
    """What keeps shows beyond the life of this process (ui/praesentation/paa_disk.py)."""

    def keep(self, fremvisning: Fremvisning) -> None:
        """Know a show, and remember where it is."""

    def find(self, salkode: str) -> Fremvisning | None:
        """A show that is not known in this process."""


_shows: dict[str, Fremvisning] = {}
_laas = threading.Lock()
_hylder: list[Hylde] = []


def keep_on(hylde: Hylde) -> None:
    """Have shows kept from now on; without a shelf they end with the process."""
    _hylder[:] = [hylde]


def begin(navn: str, deck: Praesentation, datasaet: str, data: Snapshot, nr: int = 0, lost: str = "") -> Fremvisning:
    """A new show on these data. `lost`: the id of one that is gone (`is_ours`), which it goes on under and says so; the
    window that comes first begins it, and the others find it. Raises AlleIBrug when there is no room: a show that is in
    use makes none, whoever asks.
    """
    ny = Fremvisning(lost or new_id(), navn, deck, datasaet, data, ur.now(), bool(lost))
    ny.go_to(nr)
    fundet = _add(ny)
    if fundet is ny:
        for hylde in _hylder:
            hylde.keep(ny)
    return fundet


def _add(fremvisning: Fremvisning) -> Fremvisning:
    """The show, among those that are shown; of two that came at once the first. Raises AlleIBrug."""
    with _laas:
        if fremvisning.id in _shows:
            return _shows[fremvisning.id]
        _make_room()
        _shows[fremvisning.id] = fremvisning
    return fremvisning


def _make_room() -> None:
    """The shows that are over go first, then the one that was looked at longest ago."""
    for en in sorted(
        (en for en in _shows.values() if not en.i_brug), key=lambda en: (not en.stilling.slut, en.set_sidst)
    ):
        if len(_shows) < MOST_SHOWS:
            return
        del _shows[en.id]
    if len(_shows) >= MOST_SHOWS:
        raise AlleIBrug(
            f"Der er {MOST_SHOWS} fremvisninger i gang på denne server, og flere kan den ikke have. Afslut en af dem "
            "med Esc, og prøv igen."
        )


def new_id() -> str:
    """An id that nobody can guess, with our seal."""
    tilfaeldig = secrets.token_urlsafe(9)
    return tilfaeldig + seal(SEGL, tilfaeldig)


def is_ours(show_id: str) -> bool:
    """Was the id given here, by this server or one before it?"""
    return is_sealed(SEGL, show_id[:-16], show_id[-16:])


def find(show_id: str) -> Fremvisning | None:
    """The show of that id; None when it was never there or has made room."""
    fundet = _shows.get(show_id) or _from_shelf(hall_code(show_id))
    if fundet is None or fundet.id != show_id:
        return None
    fundet.seen()
    return fundet


def followed(salkode: str) -> Fremvisning | None:
    """The show that the hall knows by that code; None when there is none, or it has made room. To be followed is not to
    be looked at: the stage alone keeps a show from making room."""
    with _laas:
        kendt = next((en for en in _shows.values() if en.salkode == salkode), None)
    return kendt or _from_shelf(salkode)


def _from_shelf(salkode: str) -> Fremvisning | None:
    fundne = (hylde.find(salkode) for hylde in _hylder)
    fundet = next((en for en in fundne if en), None)
    try:
        return _add(fundet) if fundet else None
    except AlleIBrug:
        return None


def clock(tid: datetime, tidszone: str | None) -> str:
    """The time of day where the browser is: "14.05"."""
    try:
        lokal = tid.astimezone(ZoneInfo(tidszone) if tidszone else None)
    except (ZoneInfoNotFoundError, ValueError):
        lokal = tid.astimezone()
    return f"{lokal:%H.%M}"


def seconds_gone(fremvisning: Fremvisning) -> int:
    """Since the beginning."""
    return int((ur.now() - fremvisning.begyndt).total_seconds())
