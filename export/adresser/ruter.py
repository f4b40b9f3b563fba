"""The plain addresses: /v lists all Views, /v/<visning> is one as a page, /v/<visning>.<form> as a file."""

import functools
import gzip
import json
import re
import time
import weakref
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256
from urllib.parse import parse_qsl

import anyio
from starlette.types import ASGIApp, Receive, Scope, Send

from data.adgang.bruger import EGNE, LAESE, Bruger
from data.adgang.log import note_refusal
from data.build import DATA
from export.adresser import beskrivelse, datapakke, oversigt
from export.adresser.forespoergsel import Afvist, built, choices, known_view
from export.adresser.lager import Lager, Svar
from export.adresser.side import POLITIK, refusal, view_page
from export.former import ENDELSER, REN_CSV, Filform, stem
from export.om import STANDARDADRESSE, Oplysninger, about
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.stavning import canonical
from views.sprog.markdown import shown_code

# Behind the folder that the site is served in.
ADRESSE = re.compile(r"((?:/[^/]+)*?)/v((?:[/.].*)?)")
HTML, JSON, TEKST = "text/html; charset=utf-8", "application/json", "text/plain; charset=utf-8"
# So many answers are made at a time: the sessions of the dashboard are to be answered too.
SAMTIDIGE = 2
KORTEST_PAKKET = 500
TAL, INTERNATIONALT, DANSK = "tal", "international", "dansk"
# What others may read from a page of their own, and keep: the secretariat's own data are not among it.
FRIT = ("offentlig", "eksempel")
LAENGSTE = 4000
# Seconds: a new version of the data is answered with this much later at most.
LAENGST_HUSKET = 0.5
ALTID = {
    "Content-Security-Policy": POLITIK,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept-Encoding",
}


class Adresser:
    """ASGI middleware: answers /v, /v.json and /v/… and lets all else through. In front of the others, for an answer is
    packed and complete. data: opens the newest data for one who asks for a View; nu: the time; hvem: the one behind a
    request."""

    def __init__(
        self,
        app: ASGIApp,
        data: Callable[[Bruger, str], Snapshot],
        nu: Callable[[], datetime],
        hvem: Callable[[Scope], Bruger],
    ):
        self._app, self.data, self.nu, self.hvem = app, data, nu, hvem
        self.lager = Lager()
        self._plads: anyio.CapacityLimiter | None = None
        # with the own data and without
        self._nyeste: dict[bool, tuple[float, weakref.ref[Snapshot] | None]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not ADRESSE.fullmatch(scope["path"]):
            await self._app(scope, receive, send)
            return
        hoveder = dict(scope["headers"])
        await send_answer(await self._answer(scope, hoveder.get(b"host", b"")), scope["method"], hoveder, send)

    async def _answer(self, scope: Scope, vaert: bytes) -> Svar:
        mappe, sti = ADRESSE.fullmatch(scope["path"]).groups()
        valg = scope["query_string"]
        visning, endelse = _parted(sti)
        if sti == "/":  # the links of the list are relative to the address without a slash
            return Svar(
                308, b"", None, b"", _raw(ALTID | {"Location": "../v" + (f"?{valg.decode('latin-1')}" if valg else "")})
            )
        try:
            if scope["method"] not in ("GET", "HEAD"):
                raise Afvist("Her kan der kun læses: brug GET eller HEAD.", 405)
            if len(valg) > LAENGSTE:
                raise Afvist("Adressen er for lang.")
            bruger = self.hvem(scope)
            data = await self._newest(bruger, visning)
            if asks_own(valg.decode("latin-1")) and not bruger.may_read_own(visning):
                note_refusal(bruger, LAESE, self.nu(), DATA)
                raise Afvist(bruger.why_not, 403)
            vaerten = f"{scope['scheme']}://{vaert.decode('latin-1')}" if vaert else STANDARDADRESSE
            rod = vaerten + mappe
            noegle = (rod, sti, valg, self.nu().date(), data.version)
            make = functools.partial(self._made, visning, endelse, valg.decode("latin-1"), rod, data)
            return await self.lager.get(noegle, make)
        except Afvist as fejl:
            return _refused(fejl, HTML if endelse not in ENDELSER else JSON if endelse == "json" else TEKST)

    async def _newest(self, bruger: Bruger, visning: str) -> Snapshot:
        """The newest data for that one. The file is looked at twice a second, by one who asks and in a thread: all who
        ask meanwhile get what was newest, for two hundred threads would wait for each other."""
        egne = bruger.may_read_own(visning)
        hvornaar, husket = self._nyeste.get(egne, (0.0, None))
        data, nu = husket() if husket else None, time.monotonic()
        if data is not None and nu - hvornaar <= LAENGST_HUSKET:
            return data
        if data is not None:
            self._nyeste[egne] = nu, husket
        data = await anyio.to_thread.run_sync(self.data, bruger, visning)
        # an old version is not held on to while nobody asks
        self._nyeste[egne] = nu, weakref.ref(data)
        return data

    async def _made(self, visning: str, endelse: str, valg: str, rod: str, data: Snapshot) -> Svar:
        self._plads = self._plads or anyio.CapacityLimiter(SAMTIDIGE)
        om = about(data, self.nu(), rod)
        return await anyio.to_thread.run_sync(answer, visning, endelse, valg, om, data, limiter=self._plads)


def asks_own(valg: str) -> bool:
    """Are own data asked for? Asked before anything is looked up, so that who may not see them is refused in the same
    words and the same time, whether or not there are any, and such a View."""
    par = parse_qsl(valg, keep_blank_values=True)
    return any(navn == "datasaet" and canonical(navn, kode) == EGNE for navn, kode in par)


def _parted(sti: str) -> tuple[str, str]:
    """The View ("" for all of them) and the ending of a path behind /v; an id of a View has no dot."""
    navn, punktum, endelse = sti.removeprefix("/").rpartition(".")
    return (navn, endelse) if punktum else (endelse, "")


def answer(visning: str, endelse: str, valg: str, om: Oplysninger, data: Snapshot) -> Svar:
    """What an address is answered with. Raises Afvist."""
    par = parse_qsl(valg, keep_blank_values=True)
    if (visning, endelse) == ("openapi", "json"):
        return ready(json.dumps(beskrivelse.openapi(data), ensure_ascii=False).encode(), JSON, om, True)
    if visning and not (endelse == "" or endelse in ENDELSER):
        raise Afvist(
            f"Formen »{shown_code(endelse)}« findes ikke. Der findes: {', '.join(ENDELSER)}; uden form er det en side.",
            404,
        )
    form, par = _form(endelse, par)
    if not visning:
        return _all(endelse, choices(par, data, om.dag), om, data)
    known_view(visning)
    filters = choices(par, data, om.dag)
    view = built(visning, filters, data)
    frit = filters.datasaet in FRIT
    if form is None:
        return ready(view_page(view, om, data).encode(), HTML, om, frit)
    navn = f"{stem(view, om.dag)}.{form.endelse}"
    return ready(form.lav(view, om), form.medietype, om, frit, navn)


def _form(endelse: str, par: list[tuple[str, str]]) -> tuple[Filform | None, list[tuple[str, str]]]:
    """The form of an ending, and the parameters that are choices."""
    tal = [vaerdi for navn, vaerdi in par if navn == TAL]
    if not tal or endelse != "csv":
        return ENDELSER.get(endelse), par
    if len(tal) > 1 or tal[0] not in (INTERNATIONALT, DANSK):
        raise Afvist(f"tal er {INTERNATIONALT} eller {DANSK}.")
    form = REN_CSV if tal[0] == INTERNATIONALT else ENDELSER[endelse]
    return form, [en for en in par if en[0] != TAL]


def _all(endelse: str, filters: Filters, om: Oplysninger, data: Snapshot) -> Svar:
    """The list of all Views, as a page or as a data package."""
    frit = filters.datasaet in FRIT
    if endelse == "":
        return ready(oversigt.list_page(filters, om).encode(), HTML, om, frit)
    if endelse == "json":
        pakke = datapakke.package(filters, om, data)
        return ready(json.dumps(pakke, ensure_ascii=False).encode(), JSON, om, frit)
    raise Afvist("Listen findes som side (/v) og som datapakke (/v.json).", 404)


def ready(krop: bytes, slags: str, om: Oplysninger, frit: bool, navn: str = "") -> Svar:
    """An answer with all its headers. frit: others may keep it, and read it from their pages; navn: of the file."""
    # a weak mark: it is the same for the gzipped answer
    maerke = f'W/"{sha256(krop).hexdigest()[:32]}"'
    hoveder = ALTID | {
        "Content-Type": slags,
        "ETag": maerke,
        "Last-Modified": format_datetime(om.lavet.astimezone(UTC), usegmt=True),
        "Cache-Control": "public, max-age=60" if frit else "private, no-cache",
    }
    if frit:
        hoveder |= {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Content-Disposition"}
    if navn:
        hoveder["Content-Disposition"] = f'inline; filename="{navn}"'
    return Svar(200, krop, _packed(krop), maerke.encode(), _raw(hoveder))


def _packed(krop: bytes) -> bytes | None:
    """Gzipped, where it is worth it."""
    pakket = gzip.compress(krop, 6, mtime=0) if len(krop) >= KORTEST_PAKKET else krop
    return pakket if len(pakket) <= 0.9 * len(krop) else None


def _refused(fejl: Afvist, slags: str) -> Svar:
    """The sentence in the form that was asked for, as far as words can have it."""
    if slags == HTML:
        krop = refusal(str(fejl))
    elif slags == JSON:
        krop = json.dumps({"fejl": str(fejl)}, ensure_ascii=False)
    else:
        krop = f"{fejl}\n"
    hoveder = ALTID | {"Content-Type": slags, "Cache-Control": "no-store"}
    if fejl.status == 405:
        hoveder["Allow"] = "GET, HEAD"
    return Svar(fejl.status, krop.encode(), None, b"", _raw(hoveder))


def _raw(hoveder: dict[str, str]) -> tuple[tuple[bytes, bytes], ...]:
    return tuple((navn.lower().encode(), vaerdi.encode("latin-1")) for navn, vaerdi in hoveder.items())


def page_answer(krop: str, status: int, politik: str = POLITIK, slags: str = HTML) -> Svar:
    """A page that changes by itself, for others to send (the hall's)."""
    hoveder = ALTID | {"Content-Security-Policy": politik, "Content-Type": slags, "Cache-Control": "no-store"}
    return Svar(status, krop.encode(), _packed(krop.encode()), b"", _raw(hoveder))


def answer_headers(hoveder: dict[str, str]) -> tuple[tuple[bytes, bytes], ...]:
    """Headers as they are sent, with those that every answer has."""
    return _raw(ALTID | hoveder)


async def send_answer(svar: Svar, metode: str, hoveder: Mapping[bytes, bytes], send: Send) -> None:
    """The answer, gzipped for who can read that; its headers alone for who has it already or asks for no more."""
    status, krop, ekstra = svar.status, svar.krop, []
    if svar.maerke and _has(svar, hoveder):
        status, krop = 304, b""
    elif svar.pakket is not None and b"gzip" in hoveder.get(b"accept-encoding", b""):
        krop, ekstra = svar.pakket, [(b"content-encoding", b"gzip")]
    if status != 304:
        ekstra.append((b"content-length", str(len(krop)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": [*svar.hoveder, *ekstra]})
    await send({"type": "http.response.body", "body": b"" if metode == "HEAD" else krop})


def _has(svar: Svar, hoveder: Mapping[bytes, bytes]) -> bool:
    """Does the reader say that it has this very answer?"""
    if (maerker := hoveder.get(b"if-none-match")) is not None:
        return svar.maerke in (en.strip() for en in maerker.split(b","))
    return hoveder.get(b"if-modified-since") == dict(svar.hoveder).get(b"last-modified")
