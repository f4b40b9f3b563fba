"""What a session may upload, and that it is freed. tests/last/indlaesning_ondsindede.py tries it on a real server."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from ui import oplaeg
from ui.oplaeg import MB, VENTER, Oplaegsgraense, Oprydning

STI = "/_stcore/upload_file/{session_id}/{file_id}"


@pytest.fixture
def lager(monkeypatch):
    """What Streamlit's manager holds, by session and file."""
    indhold: dict[str, dict] = {}
    monkeypatch.setattr(oplaeg, "_storage", lambda: indhold)
    return indhold


@pytest.fixture
def app(lager):
    async def put(request):
        data = b"".join([stykke async for stykke in request.stream()])
        lager.setdefault(request.path_params["session_id"], {})[request.path_params["file_id"]] = hold(len(data))
        return Response(status_code=204)

    return Oplaegsgraense(Starlette(routes=[Route(STI, put, methods=["PUT", "DELETE"])]))


def hold(fylder: int):
    return SimpleNamespace(data=range(fylder))


def run(korutine):
    """In a thread of its own: a browser test in the same process may have left a loop running in this one."""
    with ThreadPoolExecutor(1) as traade:
        return traade.submit(asyncio.run, korutine).result()


def put(app, *adresser: str, fylder: int = 10, samtidig: bool = False) -> list[httpx.Response]:
    async def alle():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://her") as klient:
            kald = [klient.put(f"/_stcore/upload_file/{en}", content=b"x" * fylder) for en in adresser]
            return await asyncio.gather(*kald) if samtidig else [await et for et in kald]

    return run(alle())


def codes(svar: list[httpx.Response]) -> list[int]:
    return [en.status_code for en in svar]


@pytest.mark.parametrize("samtidig", [False, True])
def test_the_ninth_file_is_refused_in_danish(app, lager, samtidig):
    svar = put(app, *(f"a/{nr}" for nr in range(10)), samtidig=samtidig)
    assert codes(svar) == [204] * 8 + [413] * 2
    assert "8 filer og 60 MB" in svar[8].text and len(lager["a"]) == 8
    assert codes(put(app, "a/3", "b/1")) == [204, 204], "put again, and another session"


def test_more_than_60_mb_is_refused_however_few_they_are(app, lager):
    lager["a"] = {"1": hold(30 * MB), "2": hold(29 * MB)}
    assert codes(put(app, "a/3", fylder=2 * MB)) == [413]
    assert codes(put(app, "a/3", fylder=MB // 2)) == [204]
    del lager["a"]["1"]
    assert codes(put(app, "a/4", fylder=2 * MB)) == [204]


def test_three_of_the_largest_are_taken_with_what_a_browser_wraps_around_them(app, lager):
    lager["a"] = {"1": hold(20 * MB), "2": hold(20 * MB)}
    assert codes(put(app, "a/3", fylder=20 * MB + 700)) == [204]


def test_all_sessions_together_have_a_limit_too(app, lager):
    lager.update({str(nr): {"1": hold(60 * MB)} for nr in range(10)})
    assert "Serveren har for mange filer" in put(app, "ny/1", fylder=MB)[0].text


def test_one_that_does_not_say_how_long_it_is_counts_as_the_longest(app, lager):
    lager["a"] = {"1": hold(45 * MB)}
    scope = {"type": "http", "method": "PUT", "path": "/_stcore/upload_file/a/2", "headers": []}
    sendt = []

    async def send(besked):
        sendt.append(besked)

    run(app(scope, None, send))
    assert sendt[0]["status"] == 413


def test_other_requests_pass(app):
    async def delete():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://her") as klient:
            return await klient.delete("/_stcore/upload_file/a/1")

    assert run(delete()).status_code == 204


def test_what_a_closed_tab_held_is_freed_and_what_an_open_one_holds_is_not():
    aktive, fjernet = {"aaben"}, []
    oprydning = Oprydning(aktive.__contains__, fjernet.append)
    oprydning.once(["aaben", "lukket", "genforbundet"], 0)
    aktive.add("genforbundet")
    oprydning.once(["aaben", "lukket", "genforbundet"], VENTER - 1)
    aktive.discard("genforbundet")
    assert fjernet == []
    oprydning.once(["aaben", "lukket", "genforbundet"], VENTER)
    assert fjernet == ["lukket"]


def test_streamlit_still_keeps_uploads_as_this_expects():
    """The limit reads what the manager holds; without it nothing would be counted."""
    from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
    from streamlit.runtime.uploaded_file_manager import UploadedFileRec
    from streamlit.web.server.starlette.starlette_routes import BASE_ROUTE_UPLOAD_FILE

    lager = MemoryUploadedFileManager(f"/{BASE_ROUTE_UPLOAD_FILE}")
    lager.add_file("a", UploadedFileRec("1", "x.csv", "text/csv", b"abc"))
    assert {nr: len(fil.data) for nr, fil in lager.file_storage["a"].items()} == {"1": 3}
    assert oplaeg.ADRESSE.search(lager.get_upload_urls("a", ["x.csv"])[0].upload_url)
    lager.remove_session_files("a")
    assert not lager.file_storage
