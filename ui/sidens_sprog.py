"""The page that Streamlit serves is English until its script has run: its language, name and words without script."""

import gzip
import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.script import addresses

NAVN = "Lægedækning"
UDEN_SCRIPT = "<noscript><p>Siden kræver, at browseren må køre JavaScript.</p></noscript>"
ENGELSK = '<html lang="en">'
ERSTATNINGER = (
    (re.compile(ENGELSK), '<html lang="da">'),
    (re.compile(r"<title>.*?</title>", re.DOTALL), f"<title>{NAVN}</title>"),
    (re.compile(r"<noscript>.*?</noscript>", re.DOTALL), UDEN_SCRIPT),
)


class DanskSide:
    """ASGI: a page of HTML goes out in Danish; a screen reader goes by the language that the page names."""

    def __init__(self, app: ASGIApp):
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begyndt: list[Message] = []
        dele: list[bytes] = []

        async def translated(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_html(message):
                begyndt.append(message)
            elif begyndt and message["type"] == "http.response.body":
                dele.append(message.get("body", b""))
                if not message.get("more_body"):
                    await _send_page(send, begyndt.pop(), b"".join(dele))
            else:
                await send(message)

        await self._app(scope, receive, translated)


def in_danish(side: str) -> str:
    """The page with the language it is written in, its name, and a sentence for browsers without script. One that does
    not say that it is English stays as it is."""
    if ENGELSK not in side:
        return side
    for engelsk, dansk in ERSTATNINGER:
        side = engelsk.sub(dansk, side, count=1)
    # the menu is there, and has measured the window, before the first chart is drawn
    tidlige = "".join(f'<link rel="modulepreload" href="lag/{en}">' for en in addresses())
    return side.replace("</head>", f"{tidlige}</head>", 1)


async def _send_page(send: Send, begyndt: Message, indhold: bytes) -> None:
    hoveder = MutableHeaders(scope=begyndt)
    # an answer to HEAD, or that nothing has changed, has a length and no body
    if indhold:
        if hoveder.get("content-encoding") == "gzip":  # Streamlit packs it; what is outside packs it again
            indhold = gzip.decompress(indhold)
            del hoveder["content-encoding"]
        indhold = in_danish(indhold.decode()).encode()
        hoveder["content-length"] = str(len(indhold))
    await send(begyndt)
    await send({"type": "http.response.body", "body": indhold})


def _is_html(begyndt: Message) -> bool:
    hoveder = MutableHeaders(scope=begyndt)
    return hoveder.get("content-type", "").startswith("text/html") and hoveder.get("content-encoding", "gzip") == "gzip"
