"""The plain addresses, asked as a browser asks them, but without a server."""

from collections.abc import Callable

import httpx
import pytest

from data.adgang.bruger import GAEST
from export.adresser.ruter import Adresser
from queries.standard import newest
from tests.dag import NU
from tests.loeb import run

VAERT = "http://tavle.example.dk"


async def elsewhere(scope, receive, send) -> None:
    """What stands behind: it answers that it was asked."""
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.complete"})
        return
    await send({"type": "http.response.start", "status": 299, "headers": []})
    await send({"type": "http.response.body", "body": b"bagved"})


@pytest.fixture(scope="session")
def app() -> Adresser:
    return Adresser(elsewhere, lambda *_: newest(), lambda: NU, lambda _: GAEST)


@pytest.fixture(scope="session")
def get(app) -> Callable[..., httpx.Response]:
    """Asks for an address; `metode` and headers may be others."""

    def asked(adresse: str, metode: str = "GET", **hoveder: str) -> httpx.Response:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=VAERT) as klient:
                return await klient.request(metode, adresse, headers={"accept-encoding": "gzip"} | hoveder)

        return run(ask)

    return asked
