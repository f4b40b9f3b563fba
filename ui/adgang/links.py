"""Signed links to own data: what a request carries of them, and the browser keeps so that the page's own links work."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.adgang.link import PARAMETER, Link, signed, understood
from data.build import DATA
from ui import ur
from ui.adgang.opsaetning import setup

COOKIE = "laegedaekning_link_"
FLEST = 12
# Where in a request its links are found.
GIVET = "laegedaekning.link"


class Links:
    """ASGI middleware: takes a link out of the address, so that nothing behind it sees or keeps it, and leaves it in a
    cookie of the browser until it runs out."""

    def __init__(self, app: ASGIApp):
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or PARAMETER.encode() not in scope["query_string"]:
            await self._app(scope, receive, send)
            return
        par = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        givet = next((vaerdi for navn, vaerdi in par if navn == PARAMETER), "")
        rest = urlencode([en for en in par if en[0] != PARAMETER]).encode()
        link = understood(givet, DATA)

        async def keeping(message: Message) -> None:
            if message["type"] == "http.response.start" and link and seconds_left(link) > 0:
                MutableHeaders(scope=message).append("set-cookie", _cookie(link, givet, scope["scheme"] == "https"))
            await send(message)

        await self._app(scope | {"query_string": rest, GIVET: givet}, receive, keeping)


def _cookie(link: Link, givet: str, sikker: bool) -> str:
    svar = Response()
    navn = COOKIE + sha256(link.hvad.encode()).hexdigest()[:10]
    svar.set_cookie(navn, givet, max_age=seconds_left(link), httponly=True, samesite="lax", secure=sikker)
    return svar.headers["set-cookie"]


def given(cookies: Mapping[str, str], nyt: str = "") -> list[Link]:
    """The links of a request, those that have run out too."""
    gemte = [vaerdi for navn, vaerdi in cookies.items() if navn.startswith(COOKIE)][:FLEST]
    return [link for en in (nyt, *gemte) if en and (link := understood(en, DATA))]


def valid(links: Iterable[Link]) -> frozenset[str]:
    """What they open today."""
    return frozenset(en.hvad for en in links if seconds_left(en) > 0)


def seconds_left(link: Link) -> int:
    """Until it runs out; less than none when it has."""
    return int(link.udloeb - ur.now().timestamp())


def end_of(begyndt: datetime) -> datetime:
    """When a link that is given now runs out: at the end of its last day."""
    return (begyndt + timedelta(days=setup().regler.link_dage)).replace(hour=23, minute=59, second=0, microsecond=0)


def with_link(adresse: str, hvad: str, udloeb: datetime) -> str:
    """An address with a link that opens this of the own data until then; the address alone where nobody else comes, and
    where the disk cannot keep what signs links."""
    if setup().alene:
        return adresse
    try:
        underskrevet = signed(Link(hvad, int(udloeb.timestamp())), DATA)
    except OSError:
        return adresse
    return f"{adresse}{'&' if '?' in adresse else '?'}{PARAMETER}={underskrevet}"
