"""The fence around everything: what is closed from outside, which names the server answers to, and the headers that
every answer has."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from ui.adgang.adresser import LUKKET
from ui.adgang.hvem import at_the_machine, request_of

FREMMED = "Serveren svarer ikke på det navn. Brug den adresse, du har fået."
INTET = "Her er intet."
_SIDE = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
_SCRIPTS = " ".join(
    f"'sha256-{b64encode(sha256(en.encode()).digest()).decode()}'"
    for en in re.findall(r"<script>(.*?)</script>", _SIDE, re.DOTALL)
)
# Of Streamlit's page, and of whatever says nothing itself. Styles are made as the page goes, so they cannot be named;
# scripts of components come as blobs of the page's own, and plotly's font as data. Streamlit tries WebAssembly and does
# without; the icons of its own that it asks another machine for are not fetched.
POLITIK = (
    f"default-src 'none'; script-src 'self' blob: {_SCRIPTS}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'none'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
HOVEDER = {
    "content-security-policy": POLITIK,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), display-capture=()",
}


class Hegn:
    """ASGI middleware, outermost of all."""

    def __init__(self, app: ASGIApp):
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _complete(MutableHeaders(scope=message), scope["scheme"] == "https")
            await send(message)

        await (_refusal(scope) or self._app)(scope, receive, with_headers)


def _refusal(scope: Scope) -> PlainTextResponse | None:
    """The answer to what stops at the fence."""
    if not is_host_allowed(Headers(scope=scope).get("host")):
        return PlainTextResponse(FREMMED, 421)
    if LUKKET.fullmatch(scope["path"]) and not at_the_machine(request_of(scope)):
        return PlainTextResponse(INTET, 404)
    return None


def _complete(hoveder: MutableHeaders, sikker: bool) -> None:
    """What an answer does not say itself; and over https no cookie goes without."""
    for navn, vaerdi in HOVEDER.items():
        hoveder.setdefault(navn, vaerdi)
    if sikker:
        kager = hoveder.getlist("set-cookie")
        del hoveder["set-cookie"]
        for en in kager:
            hoveder.append("set-cookie", en if "secure" in en.lower().split("; ") else f"{en}; Secure")
