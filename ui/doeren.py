"""The door: what the server answers before Streamlit is asked.

An address that people write or remember is sent on to the one it means, before a page is made, so that what stands in
the browser is right from the start. Robots and icons are answered plainly, and Streamlit is told to keep its English
dialogs to itself: the menu's strip says when the line is down.
"""

from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode

from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.adresse import code_of
from ui.sider import FOERSTE, SIDER, UDEN_FOR_MENUEN
from views.faelles.koder import KODER
from views.faelles.stavning import canonical

IKON = Path(__file__).resolve().parent / "ikon.svg"
SIDERNE = {code_of(navn): navn for gruppe in (SIDER | UDEN_FOR_MENUEN).values() for navn, *_ in gruppe}
# The keys that Streamlit's own answer has; what is not named keeps its default.
VAERT = {
    "allowedOrigins": [],
    "useExternalAuthToken": False,
    "enableCustomParentMessages": False,
    "enforceDownloadInNewTab": False,
    "metricsUrl": "",
    "blockErrorDialogs": True,
    "resourceCrossOriginMode": None,
}


class Doer:
    """ASGI middleware: answers what is ours to answer, sends strange addresses on, and lets all else through."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        svar = answer(Request(scope)) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        await (svar or self.app)(scope, receive, send)


def answer(request: Request) -> Response | None:
    """The answer to a request that never reaches Streamlit; None for all others."""
    sti = request.scope["path"]
    if sti.endswith("/_stcore/host-config"):
        return JSONResponse(VAERT, headers={"Cache-Control": "no-cache"})
    if sti.endswith("/robots.txt"):
        return PlainTextResponse("User-agent: *\nDisallow: /\n")
    if sti.endswith(("/favicon.ico", "/favicon.svg")):
        return FileResponse(IKON, media_type="image/svg+xml")
    maal = _meant(request.url)
    return RedirectResponse(maal, status_code=307, headers={"Cache-Control": "no-cache"}) if maal else None


def _meant(url: URL) -> str:
    """The address that one of a page means, relative to where it stands, for a proxy may serve the app in a folder of
    its own; "" when it is right as it is, or of no page."""
    *_, sidste = unquote(url.path).rstrip("/").split("/")
    side = SIDERNE.get(code_of(sidste))
    if side is None and unquote(url.path) != "/":
        return ""
    koder = parse_qsl(url.query, keep_blank_values=True)
    rettet = [(navn, canonical(navn, kode) if navn in KODER else kode) for navn, kode in map(_known_name, koder)]
    rigtig_sti = side is None or (sidste == side != FOERSTE and not url.path.endswith("/"))
    if rigtig_sti and rettet == koder:
        return ""
    # the last part of the path is what is replaced; behind a slash at the end there is one level more
    op = "../" if side is not None and url.path.endswith("/") else "./"
    return op + ("" if side in (None, FOERSTE) else side) + (f"?{urlencode(rettet)}" if rettet else "")


def _known_name(led: tuple[str, str]) -> tuple[str, str]:
    """A parameter by the name it has here: names are known in any case."""
    navn, kode = led
    return (navn.lower(), kode) if navn.lower() in KODER else led
