"""The one way out: a method, an address and a body in, bytes out, and every way it can fail as a Danish sentence.

urllib of the standard library, not httpx: a command that runs twice a year shall not bring a package into the run-time,
and neither knows a deadline for a whole answer, which has to be made here in any case.
"""

import email.utils
import http.client
import io
import json
import socket
import ssl
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import BinaryIO

from data.disk import reason

TALSVAR, FILSVAR = 20_000_000, 1_000_000_000  # bytes: of figures, and of a whole register or map
STYKKE = 65536
PAUSE = 30.0  # seconds without a byte
GANGE = 4
VENTETID = 60.0  # the longest wait between two tries that is waited for
MAA_PROEVES_IGEN = (429, 500, 502, 503, 504)
MEST_BESKED = 300
NAVN = "laegedaekningsdashboard"


class HentFejl(Exception):
    """What was asked for cannot be had, or cannot be used. The text is a Danish sentence for the user."""


class _Brudt(HentFejl):
    """Worth another try, at once or after so many seconds."""

    def __init__(self, tekst: str, vent: float | None = None):
        super().__init__(tekst)
        self.vent = vent


@dataclass(frozen=True)
class Anmodning:
    """What is asked. `graense`: the most bytes of an answer; `frist`: the seconds a whole answer may take; `hemmelig`:
    what must stand in no text about it (a key in the address)."""

    metode: str
    adresse: str = field(repr=False)
    krop: bytes | None = None
    graense: int = TALSVAR
    frist: float = 120.0
    hemmelig: str = field(default="", repr=False)

    @property
    def vaert(self) -> str:
        """Who is asked; the rest of an address may hold a key and is never shown."""
        return urllib.parse.urlsplit(self.adresse).hostname or "adressen"


def fetch(anmodning: Anmodning, sov: Callable[[float], None] | None = None) -> bytes:
    """The answer as bytes. Raises HentFejl; tries again where that may help."""
    ud = io.BytesIO()
    fetch_into(anmodning, ud, sov)
    return ud.getvalue()


def fetch_into(anmodning: Anmodning, ud: BinaryIO, sov: Callable[[float], None] | None = None) -> Mapping[str, str]:
    """Write the answer into a file that can be emptied again, and return the answer's headers. Raises HentFejl."""
    for gang in range(GANGE):
        ud.seek(0)
        ud.truncate()
        try:
            return _once(anmodning, ud)
        except _Brudt as fejl:
            vent = 2.0**gang if fejl.vent is None else fejl.vent
            if gang == GANGE - 1 or vent > VENTETID:
                raise HentFejl(_hidden(str(fejl), anmodning)) from None
            (sov or time.sleep)(vent)
        except HentFejl as fejl:
            raise HentFejl(_hidden(str(fejl), anmodning)) from None
    raise AssertionError("the last try returns or raises")


def _hidden(tekst: str, anmodning: Anmodning) -> str:
    """The text without the key, as it is and as an address writes it: a server may repeat what it was asked."""
    if anmodning.hemmelig:
        for form in (anmodning.hemmelig, *(kod(anmodning.hemmelig) for kod in _KODNINGER)):
            tekst = tekst.replace(form, "(nøgle)")
    return tekst


_KODNINGER = (urllib.parse.quote, urllib.parse.quote_plus, lambda tekst: urllib.parse.quote(tekst, safe=""))


def _once(anmodning: Anmodning, ud: BinaryIO) -> Mapping[str, str]:
    """One try. What goes wrong below is told in words; nothing of it is kept, for an address may hold a key."""
    vagt = _Vagt(anmodning.frist)
    for_sent = (
        f"{anmodning.vaert} blev ikke færdig med at svare inden {anmodning.frist:.0f} sekunder. Prøv igen senere."
    )
    try:
        with vagt:
            hoveder = _answer(anmodning, ud, vagt)
    except HentFejl:
        if vagt.udloebet:
            raise HentFejl(for_sent) from None
        raise
    except (OSError, http.client.HTTPException, ValueError) as fejl:
        if vagt.udloebet:
            raise HentFejl(for_sent) from None
        raise _in_words(anmodning.vaert, fejl) from None
    if vagt.udloebet:
        raise HentFejl(for_sent)
    return hoveder


def _answer(anmodning: Anmodning, ud: BinaryIO, vagt: "_Vagt") -> Mapping[str, str]:
    hoveder = {"User-Agent": NAVN, "Accept": "*/*"}
    if anmodning.krop is not None:
        hoveder["Content-Type"] = "application/json; charset=utf-8"
    forespoergsel = urllib.request.Request(
        anmodning.adresse, data=anmodning.krop, headers=hoveder, method=anmodning.metode
    )
    if forespoergsel.type not in ("http", "https"):
        raise HentFejl("Adressen skal begynde med https://.")
    aabner = urllib.request.build_opener(_Http(vagt), _Https(vagt), _SammeVaert())
    try:
        with aabner.open(forespoergsel, timeout=min(PAUSE, anmodning.frist)) as svar:
            _copy(anmodning, svar, ud)
            return svar.headers
    except urllib.error.HTTPError as fejl:
        with fejl:
            raise _refused(anmodning.vaert, fejl.code, fejl.headers, fejl.read(STYKKE)) from None


def _copy(anmodning: Anmodning, svar: http.client.HTTPResponse, ud: BinaryIO) -> None:
    lovet = svar.headers.get("Content-Length", "")
    antal = 0
    for_stort = (
        f"{anmodning.vaert} svarer med mere end {anmodning.graense // 1_000_000} MB. Så meget skal der ikke hentes."
    )
    if lovet.isdigit() and int(lovet) > anmodning.graense:
        raise HentFejl(for_stort)
    while stykke := svar.read1(STYKKE):
        if not antal and _is_web_page(svar.headers.get_content_type(), stykke):
            raise HentFejl(
                f"{anmodning.vaert} svarer med en webside i stedet for data. Tjenesten kan være flyttet, eller nettet "
                "kræver, at man logger på."
            )
        antal += len(stykke)
        if antal > anmodning.graense:
            raise HentFejl(for_stort)
        try:
            ud.write(stykke)
        except OSError as fejl:
            raise HentFejl(f"Svaret kan ikke gemmes: {reason(fejl)}.") from None
    if lovet.isdigit() and antal < int(lovet):
        raise _Brudt(f"Forbindelsen til {anmodning.vaert} blev afbrudt midt i svaret. Prøv igen.")


def _is_web_page(indholdstype: str, begyndelse: bytes) -> bool:
    start = begyndelse[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return indholdstype in ("text/html", "application/xhtml+xml") or start.startswith((b"<!doctype html", b"<html"))


def _refused(vaert: str, kode: int, hoveder: Mapping[str, str], krop: bytes) -> HentFejl:
    """What an answer that is no 200 means."""
    if kode in MAA_PROEVES_IGEN:
        vent = _retry_after(hoveder.get("Retry-After"), hoveder.get("Date"))
        if kode == 429:
            hvornaar = "senere" if vent is None else f"om {max(1, round(vent))} sekunder"
            return _Brudt(f"{vaert} har fået for mange forespørgsler (HTTP 429). Prøv igen {hvornaar}.", vent)
        return _Brudt(f"{vaert} svarer med en fejl (HTTP {kode}). Prøv igen senere.", vent)
    if kode == 400 and (besked := _message(krop)):
        return HentFejl(f"{vaert} afviser forespørgslen: »{besked}«")
    grunde = {
        401: "giver ikke adgang (HTTP 401). Kontrollér nøglen; en ny nøgle kan være nogle timer om at virke",
        403: "giver ikke adgang (HTTP 403). Kontrollér nøglen og rettighederne",
        404: "har ikke det, der spørges om (HTTP 404). Tabellen eller filen kan have skiftet navn",
        410: "er lukket (HTTP 410). Tjenesten findes ikke længere, og kommandoen skal rettes til en ny",
    }
    return HentFejl(f"{vaert} {grunde.get(kode, f'svarer uventet (HTTP {kode})')}.")


def _message(krop: bytes) -> str:
    """The sentence of a refusal: StatBank answers {"errorTypeCode", "message"}."""
    try:
        svar = json.loads(krop)
    except ValueError:
        return ""
    besked = svar.get("message") if isinstance(svar, dict) else None
    return " ".join(besked.split())[:MEST_BESKED] if isinstance(besked, str) else ""


def _retry_after(vaerdi: str | None, nu: str | None) -> float | None:
    """Seconds to wait, from a number or a date, by the clock of the service; None when it says nothing of use."""
    if vaerdi is None:
        return None
    if vaerdi.strip().isdigit():
        return float(vaerdi)
    try:
        svaret, igen = (email.utils.parsedate_to_datetime(en or "") for en in (nu, vaerdi))
        return max(0.0, (igen - svaret).total_seconds())
    except (ValueError, TypeError):
        return None


def _in_words(vaert: str, fejl: BaseException) -> HentFejl:
    grund = getattr(fejl, "reason", fejl)
    grund = grund if isinstance(grund, BaseException) else fejl
    if isinstance(grund, ssl.SSLCertVerificationError):
        return HentFejl(
            f"Forbindelsen til {vaert} kan ikke godkendes: certifikatet er ukendt eller udløbet. På et net, der selv "
            "åbner trafikken, skal it-afdelingen lægge sit certifikat på maskinen."
        )
    if isinstance(grund, ssl.SSLError):
        return HentFejl(f"Der kan ikke laves en sikker forbindelse til {vaert}.")
    if isinstance(grund, socket.gaierror):
        return HentFejl(f"{vaert} kan ikke findes. Er maskinen på nettet?")
    if isinstance(grund, TimeoutError):
        return HentFejl(f"{vaert} svarer ikke. Prøv igen senere.")
    if isinstance(grund, ConnectionRefusedError):
        return HentFejl(f"{vaert} tager ikke imod forbindelser. Prøv igen senere.")
    if isinstance(grund, (ConnectionError, http.client.IncompleteRead, http.client.RemoteDisconnected)):
        return _Brudt(f"Forbindelsen til {vaert} blev afbrudt midt i svaret. Prøv igen.")
    if isinstance(grund, (http.client.InvalidURL, UnicodeError)):
        return HentFejl("Adressen kan ikke bruges; den har tegn, som ikke må stå i en adresse.")
    if isinstance(grund, http.client.HTTPException):
        return HentFejl(f"{vaert} svarer på en måde, der ikke kan forstås.")
    return HentFejl(f"{vaert} kan ikke nås ({type(grund).__name__}). Er maskinen på nettet?")


class _Vagt:
    """Ends an answer that takes too long, wherever it is: a socket's own time-out begins anew with every byte."""

    def __init__(self, frist: float):
        self.udloebet = False
        self._sokler: list[socket.socket] = []
        self._ur = threading.Timer(frist, self._end)
        self._ur.daemon = True

    def __enter__(self) -> "_Vagt":
        self._ur.start()
        return self

    def __exit__(self, *_) -> None:
        self._ur.cancel()

    def hold(self, sokkel: socket.socket) -> None:
        self._sokler.append(sokkel)

    def _end(self) -> None:
        self.udloebet = True
        for sokkel in self._sokler:
            with suppress(OSError):  # already closed
                sokkel.shutdown(socket.SHUT_RDWR)


def _watched(vagt: _Vagt, klasse: type[http.client.HTTPConnection]) -> type[http.client.HTTPConnection]:
    class Forbindelse(klasse):
        def connect(self) -> None:
            super().connect()
            vagt.hold(self.sock)

    return Forbindelse


class _Http(urllib.request.HTTPHandler):
    def __init__(self, vagt: _Vagt):
        super().__init__()
        self._vagt = vagt

    def http_open(self, req):
        return self.do_open(_watched(self._vagt, http.client.HTTPConnection), req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, vagt: _Vagt):
        super().__init__()
        self._vagt = vagt

    def https_open(self, req):
        klasse = _watched(self._vagt, http.client.HTTPSConnection)
        return self.do_open(klasse, req, context=ssl.create_default_context())


class _SammeVaert(urllib.request.HTTPRedirectHandler):
    """Follows within the same host only: elsewhere waits the sign-in page of a network, and a key would go along."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        ny, gammel = urllib.parse.urlsplit(newurl), urllib.parse.urlsplit(req.full_url)
        if (ny.scheme, ny.netloc) != (gammel.scheme, gammel.netloc) or req.get_method() != "GET":
            raise HentFejl(
                f"{gammel.hostname} viser videre til {ny.hostname or 'en anden adresse'} (HTTP {code}). Tjenesten kan "
                "være flyttet, eller nettet kræver, at man logger på."
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)
