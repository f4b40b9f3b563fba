"""The hall: phones follow the show at /foelg/<salkode>, and the presenter's own turns it from /fjern/<salkode>.

A phone is told by server-sent events which slide is on the wall, some fifty bytes, and asks for that slide once; all
who ask get the same bytes.
"""

import asyncio
import functools
import hmac
import json
import re
import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import parse_qs

import anyio
from starlette.types import ASGIApp, Receive, Scope, Send

from data.adgang.bruger import LAESE, Bruger
from data.adgang.log import note_refusal
from data.build import DATA
from export.adresser.lager import Lager, Svar
from export.adresser.ruter import answer_headers, page_answer, send_answer
from export.adresser.side import policy
from ui import ur
from ui.praesentation import salsider
from ui.praesentation.fremvisninger import Fremvisning, followed
from views.fremvisning.praesentation import area_choices

ADRESSE = re.compile(r"(?:/[^/]+)*?/(foelg|fjern)/([A-Za-z0-9-]{4,40})(?:/(nu|\d{1,3}))?")
# Followers of all shows together; one is a socket and a few kilobytes.
FLEST = 5000
# Seconds between two signs of life, which keep proxies from closing the line.
PULS = 15.0
# Groups that are told one after the other, the seconds that the stage has before the first, and those between two.
HOLD, FORSPRING, AFSTAND = 25, 0.2, 0.012
STOERSTE_KROP = 2000
FYLDT = "Der er for mange, der følger med. Prøv igen om lidt."
INGEN = "Her er ingen fremvisning."
FORKERT_NOEGLE = "Nøglen passer ikke til fremvisningen. Åbn fjernbetjeningen fra talervinduet igen."


class Aabne:
    """The lines that are open, so that a server that is told to stop need not wait for them."""

    def __init__(self) -> None:
        self._omraader: set[anyio.CancelScope] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.lukker = False

    def __len__(self) -> int:
        return len(self._omraader)

    @contextmanager
    def one(self) -> Iterator[anyio.CancelScope]:
        """A line, as long as it is open."""
        self._loop = asyncio.get_running_loop()
        with anyio.CancelScope() as omraade:
            self._omraader.add(omraade)
            try:
                yield omraade
            finally:
                self._omraader.discard(omraade)

    def close(self) -> None:
        """End all of them, from whatever thread; no more are opened."""
        self.lukker = True
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._cancel)

    def _cancel(self) -> None:
        for omraade in tuple(self._omraader):
            omraade.cancel()


AABNE = Aabne()


class Kanal:
    """Wakes all who follow one show when it moves, from whatever thread moves it: the stage first, then some phones at
    a time, for two thousand at once would keep the wall waiting."""

    def __init__(self) -> None:
        self._hold = [anyio.Event() for _ in range(HOLD)]
        self._naeste = 0
        self._loop = asyncio.get_running_loop()

    def join(self) -> int:
        """The group that one more belongs to."""
        self._naeste += 1
        return self._naeste % HOLD

    def moved(self) -> None:
        """Called in the thread that moved the show."""
        self._loop.call_soon_threadsafe(self._begin)

    def _begin(self) -> None:
        for nr in range(HOLD):
            self._loop.call_later(FORSPRING + nr * AFSTAND, self._wake, nr)

    def _wake(self, nr: int) -> None:
        skifte, self._hold[nr] = self._hold[nr], anyio.Event()
        skifte.set()

    async def wait(self, nr: int) -> None:
        """Until the group is told that the show has moved."""
        await self._hold[nr].wait()


class Salen:
    """ASGI middleware: answers /foelg/… and /fjern/… and lets all else through. hvem: the one behind a request."""

    def __init__(self, app: ASGIApp, hvem: Callable[[Scope], Bruger]):
        self._app, self._hvem = app, hvem
        self._lager = Lager()
        self._kanaler: weakref.WeakKeyDictionary[Fremvisning, Kanal] = weakref.WeakKeyDictionary()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        fundet = ADRESSE.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if not fundet:
            await self._app(scope, receive, send)
            return
        hvad, kode, rest = fundet.groups()
        fremvisning = followed(kode)
        # whoever may not see it is answered as where there is none; the remote has a key of its own
        if hvad == "foelg" and fremvisning is not None and not fremvisning.is_for(bruger := self._hvem(scope)):
            note_refusal(bruger, LAESE, ur.now(), DATA)
            fremvisning = None
        if rest == "nu" and hvad == "foelg" and scope["method"] == "GET":
            await self._stream(fremvisning, receive, send)
            return
        if fremvisning is None:
            svar = page_answer(salsider.gone_page(), 404)
        elif hvad == "foelg":
            svar = await self._followed(fremvisning, rest, scope)
        else:
            svar = await self._remote(fremvisning, scope, receive)
        await send_answer(svar, scope["method"], dict(scope["headers"]), send)

    async def _followed(self, fremvisning: Fremvisning, rest: str | None, scope: Scope) -> Svar:
        """The page that follows, or one slide of the show for it."""
        if scope["method"] not in ("GET", "HEAD"):
            return page_answer(salsider.gone_page(), 405)
        par = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        eget = next((en for en in par.get("omraade", []) if en in dict(area_choices())), None)
        if rest is not None:
            nr = min(int(rest), len(fremvisning.deck.dias) - 1)
            return await self._once((fremvisning.id, nr, eget), salsider.slide, fremvisning, nr, eget)
        stilling = fremvisning.stilling
        omraade = eget or stilling.omraade
        sted = kode_of(scope["path"])
        noegle = (fremvisning.id, "side", stilling, eget)
        make = (salsider.follow_page, fremvisning, stilling.nr, omraade, eget or "", sted)
        return await self._once(noegle, *make, script=salsider.FOELG)

    async def _once(self, noegle: tuple, make: Callable[..., str], *valg, script: str = "") -> Svar:
        async def made() -> Svar:
            krop = await anyio.to_thread.run_sync(functools.partial(make, *valg))
            return page_answer(krop, 200, policy(script))

        return await self._lager.get(noegle, made)

    async def _remote(self, fremvisning: Fremvisning, scope: Scope, receive: Receive) -> Svar:
        """The remote, or a press on it. Whoever has not the key sees and does nothing."""
        if scope["method"] == "POST":
            par = parse_qs((await _body(receive)).decode("utf-8", "replace"))
        else:
            par = parse_qs(scope["query_string"].decode("latin-1"))
        if not hmac.compare_digest(par.get("noegle", [""])[0].encode(), fremvisning.noegle.encode()):
            return page_answer(FORKERT_NOEGLE, 403, slags="text/plain; charset=utf-8")
        if scope["method"] == "POST":
            press(fremvisning, par.get("hvad", [""])[0])
        side = await anyio.to_thread.run_sync(salsider.remote_page, fremvisning, kode_of(scope["path"]))
        return page_answer(side, 200, policy(salsider.FJERN))

    async def _stream(self, fremvisning: Fremvisning | None, receive: Receive, send: Send) -> None:
        """Which slide is on the wall, now and each time it changes."""
        if fremvisning is None or AABNE.lukker or len(AABNE) >= FLEST:
            status, ord_ = (404, INGEN) if fremvisning is None else (503, FYLDT)
            await send_answer(page_answer(ord_, status, slags="text/plain; charset=utf-8"), "GET", {}, send)
            return
        kanal = self._kanal(fremvisning)
        hoveder = answer_headers({"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store"})
        await send({"type": "http.response.start", "status": 200, "headers": [*hoveder]})
        async with anyio.create_task_group() as opgaver:
            opgaver.start_soon(_leave, receive, opgaver.cancel_scope)
            with AABNE.one():
                await _tell(fremvisning, kanal, send)
            await send({"type": "http.response.body", "body": b"retry: 1000\n\n"})
            opgaver.cancel_scope.cancel()

    def _kanal(self, fremvisning: Fremvisning) -> Kanal:
        if (kanal := self._kanaler.get(fremvisning)) is None:
            kanal = self._kanaler[fremvisning] = Kanal()
            fremvisning.lyttere.add(kanal.moved)
        return kanal


async def _tell(fremvisning: Fremvisning, kanal: Kanal, send: Send) -> None:
    sendt, hold = -1, kanal.join()
    while True:
        stilling = fremvisning.stilling
        if stilling.skridt != sendt:
            sendt = stilling.skridt
            await send({"type": "http.response.body", "body": event(fremvisning), "more_body": True})
            continue
        with anyio.move_on_after(PULS) as stille:
            await kanal.wait(hold)
        if stille.cancelled_caught:
            await send({"type": "http.response.body", "body": b":\n\n", "more_body": True})


async def _leave(receive: Receive, scope: anyio.CancelScope) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    scope.cancel()


def event(fremvisning: Fremvisning) -> bytes:
    """What a follower is told: slide, how many there are, area, black, over, and the running number."""
    nu = fremvisning.stilling
    data = {"nr": nu.nr, "antal": len(fremvisning.deck.dias), "omraade": nu.omraade, "skridt": nu.skridt}
    return f"data: {json.dumps(data | {'sort': nu.sort, 'slut': nu.slut})}\n\n".encode()


def press(fremvisning: Fremvisning, hvad: str) -> None:
    """What a button of the remote does."""
    nr = fremvisning.stilling.nr
    goer: Mapping[str, Callable[[], None]] = {
        "forrige": lambda: fremvisning.go_to(nr - 1),
        "naeste": lambda: fremvisning.go_to(nr + 1),
        "sort": lambda: fremvisning.blacken(True),
        "lys": lambda: fremvisning.blacken(False),
    }
    if hvad in goer:
        goer[hvad]()


async def _body(receive: Receive) -> bytes:
    """What was sent, as far as a form of ours can be long."""
    krop = b""
    while len(krop) <= STOERSTE_KROP:
        besked = await receive()
        krop += besked.get("body", b"")
        if not besked.get("more_body"):
            return krop
    return b""


def kode_of(sti: str) -> str:
    """The last part of the path of a page, which its own links are relative to."""
    return sti.rstrip("/").rpartition("/")[2]
