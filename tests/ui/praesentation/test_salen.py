"""The hall's phones: what they are told and when, and who may turn the slides."""

import json
import re
import threading
from urllib.parse import urljoin

import anyio
import httpx
import pytest

from export.adresser.side import policy
from queries.standard import newest
from tests.loeb import run
from ui.praesentation import fremvisninger, salen, salsider
from ui.praesentation.salen import Salen
from views.fremvisning.praesentation import Dias, Praesentation
from views.sprog.ord import EKSEMPEL_ADVARSEL

DIAS = (Dias("reform_omraader", note="Husk den nye region."), Dias("kort"), Dias("forloeb-findes-ikke", titel="Tomt"))


async def elsewhere(scope, receive, send) -> None:
    await send({"type": "http.response.start", "status": 299, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@pytest.fixture
def show(monkeypatch):
    monkeypatch.setattr(salen, "FORSPRING", 0.0)
    monkeypatch.setattr(salen, "AFSTAND", 0.0)
    return fremvisninger.begin("t", Praesentation("Møde", DIAS), "eksempel", newest())


def ask(*spurgt: tuple) -> list[httpx.Response]:
    """Answers to (method, path, form) in turn, from one server."""

    async def asked() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app=Salen(elsewhere))
        async with httpx.AsyncClient(transport=transport, base_url="http://sal.example.dk") as klient:
            return [await klient.request(metode, sti, data=form) for metode, sti, form in spurgt]

    return run(asked)


def get(sti: str) -> httpx.Response:
    return ask(("GET", sti, None))[0]


def told(show, handlinger, antal: int) -> list[dict]:
    """What one phone is told while `handlinger` are done, one after each message, in a thread of its own."""
    hoert: list[dict] = []

    async def scene() -> None:
        gaar = anyio.Event()

        async def receive() -> dict:
            await gaar.wait()
            return {"type": "http.disconnect"}

        async def send(besked: dict) -> None:
            for linje in besked.get("body", b"").decode().split("\n"):
                if linje.startswith("data: "):
                    hoert.append(json.loads(linje[6:]))
                    if len(hoert) <= len(handlinger):
                        threading.Thread(target=handlinger[len(hoert) - 1]).start()
                    if len(hoert) == antal:
                        gaar.set()

        scope = {
            "type": "http",
            "method": "GET",
            "path": f"/foelg/{show.salkode}/nu",
            "headers": [],
            "query_string": b"",
        }
        with anyio.fail_after(20):
            await Salen(elsewhere)(scope, receive, send)

    run(scene)
    return hoert


def test_a_phone_is_told_of_each_step_from_whatever_thread(show):
    handlinger = [
        lambda: show.go_to(1),
        lambda: show.ask("fyn"),
        lambda: show.blacken(True),
        show.end,
        lambda: show.go_to(2),
    ]
    hoert = told(show, handlinger, 6)
    assert [en["nr"] for en in hoert] == [0, 1, 1, 1, 1, 2]
    assert [en["omraade"] for en in hoert] == [None, None, "fyn", "fyn", "fyn", None]
    assert [en["sort"] for en in hoert] == [False, False, False, True, True, False]
    assert [en["slut"] for en in hoert] == [False] * 4 + [True, False], "a show that is gone on with is not over"
    assert len(salen.AABNE) == 0, "a line that is left is let go"


def test_what_a_phone_is_told_is_small_and_tells_nobody_the_id(show):
    assert len(salen.event(show)) < 120
    for sti in (f"/foelg/{show.salkode}", f"/foelg/{show.salkode}/1", f"/foelg/{show.salkode}/2"):
        svar = get(sti)
        assert svar.status_code == 200 and show.id not in svar.text and show.noegle not in svar.text, sti
    assert get(f"/foelg/{show.id}").status_code != 200, "the id is the presenter's alone"
    assert show.salkode == fremvisninger.hall_code(show.id) and show.salkode not in show.noegle


def test_the_page_shows_the_slide_of_the_wall_and_the_readers_own_area(show):
    side = get(f"/foelg/{show.salkode}")
    assert EKSEMPEL_ADVARSEL in side.text and side.headers["content-security-policy"] == policy(salsider.FOELG)
    assert "script-src 'sha256-" in policy(salsider.FOELG) and "unsafe" not in policy(salsider.FOELG)
    assert int(side.headers["content-length"]) < 60_000
    show.go_to(1)
    assert "i Sundhedsråd Fyn" in get(f"/foelg/{show.salkode}?omraade=fyn").text
    assert "i Sundhedsråd Fyn" in get(f"/foelg/{show.salkode}/1?omraade=fyn").text
    show.ask("soenderjylland")
    assert "Sønderjylland" in get(f"/foelg/{show.salkode}").text.split("<form")[0]
    tal = re.search(r'href="([^"]+)">Tallene og filerne', get(f"/mappe/foelg/{show.salkode}").text)[1]
    adresse = urljoin(f"http://sal.example.dk/mappe/foelg/{show.salkode}", tal.replace("&amp;", "&"))
    assert adresse.startswith("http://sal.example.dk/mappe/v/") and "omraade=soenderjylland" in adresse
    show.end()
    assert "Fremvisningen er slut" in get(f"/foelg/{show.salkode}").text
    assert "Tomt" in get(f"/foelg/{show.salkode}/2").text and salsider.INTET in get(f"/foelg/{show.salkode}/2").text


def test_a_show_that_is_not_there_is_asked_for_again_by_the_page_itself():
    side = get("/foelg/findesikke")
    assert side.status_code == 404 and 'http-equiv="refresh"' in side.text
    assert get("/foelg/findesikke/nu").text == salen.INGEN
    assert get("/foelgesvend").status_code == 299 and get("/kort").status_code == 299


def test_only_who_has_the_key_turns_the_slides(show):
    sti = f"/fjern/{show.salkode}"
    uden, forkert, skift = ask(
        ("GET", sti, None), ("POST", sti, {"noegle": show.salkode, "hvad": "naeste"}), ("POST", sti, {"hvad": "naeste"})
    )
    assert [en.status_code for en in (uden, forkert, skift)] == [403] * 3 and show.stilling.nr == 0
    assert show.noegle not in uden.text
    svar = ask(
        ("GET", f"{sti}?noegle={show.noegle}", None),
        ("POST", sti, {"noegle": show.noegle, "hvad": "naeste"}),
        ("POST", sti, {"noegle": show.noegle, "hvad": "sort"}),
    )
    assert [en.status_code for en in svar] == [200] * 3
    assert "Husk den nye region." in svar[0].text and "Næste:" in svar[0].text
    assert (show.stilling.nr, show.stilling.sort) == (1, True) and "Vis igen" in svar[2].text
    ask(("POST", sti, {"noegle": show.noegle, "hvad": "lys"}), ("POST", sti, {"noegle": show.noegle, "hvad": "ukendt"}))
    assert (show.stilling.nr, show.stilling.sort) == (1, False)
    ask(*[("POST", sti, {"noegle": show.noegle, "hvad": "naeste"})] * 5)
    assert show.stilling.nr == 2, "the last slide stays"
    lang = ask(("POST", sti, {"noegle": show.noegle, "hvad": "forrige", "x": "x" * 5000}))[0]
    assert lang.status_code == 403 and show.stilling.nr == 2


def test_to_be_followed_keeps_no_show_from_making_room(show, monkeypatch):
    monkeypatch.setattr(fremvisninger, "_shows", {show.id: show})
    monkeypatch.setattr(fremvisninger, "MOST_SHOWS", 2)
    get(f"/foelg/{show.salkode}")
    for _ in range(2):
        for en in fremvisninger._shows.values():
            en.set_sidst -= 2 * fremvisninger.IN_USE
        get(f"/foelg/{show.salkode}")
        fremvisninger.begin("t", show.deck, "eksempel", newest())
    assert fremvisninger.followed(show.salkode) is None


def test_a_server_that_stops_ends_the_lines(show, monkeypatch):
    aabne = salen.Aabne()
    monkeypatch.setattr(salen, "AABNE", aabne)
    hoert = told(show, [aabne.close], 1)
    assert len(hoert) == 1 and aabne.lukker
    assert get(f"/foelg/{show.salkode}/nu").status_code == 503
