"""How much may be uploaded. Streamlit keeps whatever is put to its address until the session is cleared away; here a
session has its share, and what it held goes when it is done or gone."""

import re
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import chain

import anyio
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

MB = 1024 * 1024
STOERSTE_FIL = 20 * MB  # server.maxUploadSize
FLEST_FILER = 8
FLEST_BYTES = 60 * MB
FLEST_I_ALT = 600 * MB
INDPAKNING = 16 * 1024  # what a browser wraps around a file
VENTER = 120  # seconds in which a lost connection may come back
PAUSE = 30
ADRESSE = re.compile(r"/_stcore/upload_file/([^/]+)/([^/]+)$")


class Oplaegsgraense:
    """ASGI: an upload beyond the session's share is answered with 413 and a sentence, before a byte of it is read."""

    def __init__(self, app: ASGIApp):
        self._app = app
        self._undervejs: dict[str, dict[str, int]] = defaultdict(dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        fund = scope["type"] == "http" and scope["method"] == "PUT" and ADRESSE.search(scope["path"])
        if not fund:
            await self._app(scope, receive, send)
            return
        session, fil = fund.groups()
        fylder = _length(scope)
        afvist = self._refusal(session, fil, fylder)
        if afvist:
            await PlainTextResponse(afvist, status_code=413)(scope, receive, send)
            return
        self._undervejs[session][fil] = fylder
        try:
            await self._app(scope, receive, send)
        finally:
            self._undervejs[session].pop(fil, None)
            if not self._undervejs[session]:
                del self._undervejs[session]

    def _refusal(self, session: str, fil: str, fylder: int) -> str:
        """Why a file is not taken, "" when it is. One that is put again replaces itself."""
        alle = {nr: held_by(nr) | self._undervejs.get(nr, {}) for nr in {session, *self._undervejs, *sessions()}}
        egne = {nr: bytes_ for nr, bytes_ in alle.pop(session).items() if nr != fil}
        if fil in self._undervejs.get(session, {}):
            return "Filen er allerede ved at blive lagt op. Vent, til den er færdig."
        if len(egne) >= FLEST_FILER or sum(egne.values()) + fylder > FLEST_BYTES:
            return "Der kan ligge 8 filer og 60 MB ad gangen. Fjern en fil, eller indlæs dem, der ligger her, først."
        if sum(chain(egne.values(), *(en.values() for en in alle.values()))) + fylder > FLEST_I_ALT:
            return "Serveren har for mange filer liggende lige nu. Prøv igen om et par minutter."
        return ""


def _length(scope: Scope) -> int:
    """What a request says it holds; one that does not say may be as large as any."""
    vaerdi = dict(scope["headers"]).get(b"content-length", b"")
    return max(int(vaerdi) - INDPAKNING, 0) if vaerdi.isdigit() else STOERSTE_FIL


def sessions() -> list[str]:
    """The sessions that hold files."""
    return list(_storage())


def held_by(session: str) -> dict[str, int]:
    """The files that a session holds, and their sizes."""
    return {nr: len(fil.data) for nr, fil in list(_storage().get(session, {}).items())}


def let_go() -> None:
    """Free what this session has uploaded."""
    om = get_script_run_ctx()
    if om is not None and runtime.exists():
        runtime.get_instance().uploaded_file_mgr.remove_session_files(om.session_id)


def _storage() -> dict:
    return getattr(runtime.get_instance().uploaded_file_mgr, "file_storage", {}) if runtime.exists() else {}


class Oprydning:
    """Frees what a session held, some time after its tab was closed. Streamlit does it when it next needs the room."""

    def __init__(self, er_aktiv: Callable[[str], bool], fjern: Callable[[str], None]):
        self._er_aktiv, self._fjern = er_aktiv, fjern
        self._tavse: dict[str, float] = {}

    def once(self, holder: list[str], nu: float) -> None:
        """Look once. `holder`: the sessions with files; `nu`: seconds on a clock that never goes back."""
        self._tavse = {nr: self._tavse.get(nr, nu) for nr in holder if not self._er_aktiv(nr)}
        for nr, siden in list(self._tavse.items()):
            if nu - siden >= VENTER:
                self._fjern(nr)


async def free_ended_sessions() -> None:
    """Look every half minute, until cancelled."""
    oprydning = None
    while True:
        await anyio.sleep(PAUSE)
        if oprydning is None and runtime.exists():
            koersel = runtime.get_instance()
            oprydning = Oprydning(koersel.is_active_session, koersel.uploaded_file_mgr.remove_session_files)
        if oprydning is not None:
            oprydning.once(sessions(), time.monotonic())
