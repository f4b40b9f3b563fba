"""Two processes over one folder of data, behind the nginx of deploy/: a browser stays with one, a show is seen by both,
and when one is stopped the other goes on. Through TLS, as it is served, so a first visit is measured here too."""

import json
import os
import signal
import threading
import time
from types import SimpleNamespace

import httpx
import pytest

from tests import nginx
from tests.e2e.conftest import profile
from tests.e2e.kopi import copy_of_project
from tests.e2e.server import free_port, is_healthy, running, wait_for
from tests.e2e.siden import params, visit, wait_for_map, wait_idle, wait_until, wait_until_still
from ui.pakket import Bundter
from ui.praesentation.fremvisninger import hall_code, remote_key

FOERSTE_BESOEG = 2_000_000
DECK = b'titel = "Lagt op"\n[[dias]]\nvisning = "kort"\n'
SIDSTE_ORD = 5  # seconds that a process may take to end


@pytest.fixture(scope="module")
def to(tmp_path_factory, browser):
    """Both processes and nginx, and a browser that knows none of them."""
    if nginx.find() is None:
        pytest.fail(nginx.MANGLER) if os.environ.get("CI") else pytest.skip(nginx.MANGLER)
    bundter = Bundter()
    bundter.read()
    bundter.pack()
    mappe = tmp_path_factory.mktemp("to")
    kopi = copy_of_project(mappe / "projekt")
    with running(mappe=kopi, cold=True) as a, running(mappe=kopi) as b:
        wait_for(a, is_healthy)
        with nginx.running(mappe, a.port, b.port, free_port()) as url:
            besoeg = profile(browser, viewport={"width": 1440, "height": 900}, ignore_https_errors=True)
            yield SimpleNamespace(url=url, mappe=mappe, processer={"a": a, "b": b}, besoeg=besoeg)
            besoeg.close()


def client(to, proces: str = "") -> httpx.Client:
    """A browser without script; one that stays with a process already."""
    kager = {"proces": proces} if proces else None
    return httpx.Client(base_url=to.url, verify=nginx.trusting(to.mappe), trust_env=False, cookies=kager, timeout=60)


def weighed(tab) -> dict[str, int]:
    """How many bytes each request of a tab brings, from now on; and the line of the session."""
    lytter, adresser, fylder = tab.context.new_cdp_session(tab), {}, {}
    lytter.send("Network.enable")
    lytter.on("Network.responseReceived", lambda en: adresser.update({en["requestId"]: en["response"]["url"]}))

    def add(adresse: str, antal: float) -> None:
        fylder[adresse] = fylder.get(adresse, 0) + int(antal)

    lytter.on("Network.loadingFinished", lambda en: add(adresser.get(en["requestId"], "?"), en["encodedDataLength"]))
    # what is not text is told in base64
    lytter.on("Network.webSocketFrameReceived", lambda en: add("linjen", len(en["response"]["payloadData"]) * 3 / 4))
    return fylder


def test_a_first_visit_is_light(to):
    tab = to.besoeg.new_page()
    fylder = weighed(tab)
    visit(tab, f"{to.url}/kort")
    wait_for_map(tab)
    wait_until_still(tab)
    tungest = sorted(fylder.items(), key=lambda en: -en[1])[:8]
    assert sum(fylder.values()) < FOERSTE_BESOEG, (sum(fylder.values()), tungest)
    assert "linjen" in fylder and any("PlotlyChart" in en for en in fylder), "all that a page needs was weighed"
    tab.close()


def test_a_browser_stays_with_the_process_that_answered_it(to):
    givet = {}
    for _ in range(30):
        with client(to) as ny:
            proces = ny.get("/v/kort").cookies["proces"]
            givet.setdefault(proces, []).append([ny.get("/v").cookies.get("proces") for _ in range(3)])
    assert set(givet) == {"a", "b"}, "the lot falls on both"
    assert all(igen == [None] * 3 for alle in givet.values() for igen in alle), "who has a process is given no other"
    with httpx.Client(trust_env=False) as lokal:
        for en in to.processer.values():
            assert lokal.get(f"{en.url}/sundhed/klar").json()["status"] == "klar"
            assert lokal.get(f"{en.url}/sundhed/lever").json() == {"status": "lever"}


def test_both_serve_pages_files_and_what_is_put_up(to):
    for proces in "ab":
        with client(to, proces) as en:
            assert en.get("/v/kort").status_code == 200 and en.get("/v/kort.xlsx").content[:2] == b"PK"
            assert en.get("/_stcore/metrics").status_code == 404
            for_stor = en.put("/_stcore/upload_file/x/y", content=b"x" * 22 * 2**20)
            assert for_stor.status_code == 413
    tab = to.besoeg.new_page()
    visit(tab, f"{to.url}/praesentation")
    tab.locator('input[type="file"]').set_input_files(
        {"name": "m.toml", "mimeType": "application/toml", "buffer": DECK}
    )
    assert wait_until(tab, lambda: params(tab).get("praesentation", "").startswith("lagt-op")), tab.url
    with tab.expect_download() as ventet:
        tab.get_by_role("button", name="Hent som fil").click()
    assert "Lagt op" in ventet.value.path().read_text(encoding="utf-8")
    tab.close()


def test_a_show_is_seen_by_both_and_outlives_the_process_it_began_in(to):
    tab = to.besoeg.new_page()
    visit(tab, f"{to.url}/praesentation?datasaet=eksempel")
    tab.get_by_role("button", name="Start præsentationen").click()
    assert wait_until(tab, lambda: params(tab).get("show")), tab.url
    wait_idle(tab)
    show = params(tab)["show"]
    her = next(en["value"] for en in to.besoeg.cookies() if en["name"] == "proces")
    den_anden = "ab".replace(her, "")
    hoert: list[int] = []
    with client(to, den_anden) as telefon:
        traad = threading.Thread(target=follow, args=(telefon, hall_code(show), hoert), daemon=True)
        traad.start()
        assert wait_until(tab, lambda: hoert == [0]), "the other process knows the show"
        press(telefon, show)
        assert wait_until(tab, lambda: params(tab).get("dias") == "2"), "the wall follows a remote of the other process"
        # the process of the stage is told to stop
        foer = time.monotonic()
        to.processer[her].proces.send_signal(signal.SIGTERM)
        to.processer[her].proces.wait(SIDSTE_ORD)
        assert time.monotonic() - foer < SIDSTE_ORD
        press(telefon, show)
        assert wait_until(tab, lambda: params(tab).get("dias") == "3", 60), "the stage goes on in the other process"
        assert next(en["value"] for en in to.besoeg.cookies() if en["name"] == "proces") == den_anden
        assert hoert == [0, 1, 2]
    poster = [json.loads(en) for en in to.processer[her].log().splitlines() if en.startswith("{")]
    assert {"The server is ready", "The server has ended"} <= {en["besked"] for en in poster}
    tab.close()


def follow(telefon: httpx.Client, kode: str, hoert: list[int]) -> None:
    """What a phone hears, until its line ends."""
    with telefon.stream("GET", f"/foelg/{kode}/nu") as svar:
        for linje in svar.iter_lines():
            if linje.startswith("data: "):
                hoert.append(json.loads(linje[6:])["nr"])


def press(telefon: httpx.Client, show: str) -> None:
    svar = telefon.post(f"/fjern/{hall_code(show)}", data={"noegle": remote_key(show), "hvad": "naeste"})
    assert svar.status_code == 200
