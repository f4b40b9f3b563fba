"""A server that others reach, with own data in it, in a real browser from another address of this machine: what a guest
meets, what the code and a link open, and what the browser holds the pages to."""

import re
import shutil
import socket
import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from data.adgang.link import SAL, Link, signed
from data.build import DATA, build
from tests.data.egne_versioner import write_version
from tests.e2e.conftest import profile
from tests.e2e.kopi import copy_of_project
from tests.e2e.server import running
from tests.e2e.siden import WAIT_MS, visit, wait_for_map, wait_idle, wait_until
from tests.ui.adgang.conftest import HEMMELIGT, KILDE, KLINIK
from ui.praesentation.fremvisninger import hall_code

# What pages differ in: a map, charts, lists, files to hand in, a slide, a scenario.
SIDER = ("kort", "ydernumre?fane=klinikker", "data_og_kilder?fane=indlaes", "praesentation?vis=skaerm", "balance")
# Streamlit tries this and does without.
GOER_INTET = "wasm-eval"
LYT = """addEventListener('securitypolicyviolation', en => {
    (window.brud ||= []).push([en.effectiveDirective, en.blockedURI].join(' '));
})"""


def other_address() -> str:
    """An address of this machine that is not its own name for itself; its own where it has no other."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stik:
        try:
            stik.connect(("198.51.100.1", 9))  # nothing is sent
            return stik.getsockname()[0]
        except OSError:
            return "127.0.0.1"


@pytest.fixture(scope="module")
def mappe(tmp_path_factory):
    """The project with own data in it."""
    mappe = copy_of_project(tmp_path_factory.mktemp("aaben") / "projekt")
    write_version(mappe / "data", {"klinik": [KLINIK], "kilde": [KILDE]}, "2026-05-01T10:00:00+02:00")
    (mappe / "data" / "laegedaekning.duckdb").unlink(missing_ok=True)
    build(mappe / "data" / "laegedaekning.duckdb", mappe / "data")
    if (DATA / "laegedaekning.duckdb").exists():
        shutil.copy(DATA / "laegedaekning.duckdb", mappe / "data" / "laegedaekning-aaben.duckdb")
    return mappe


@pytest.fixture(scope="module")
def aaben(mappe):
    """A server that listens on all addresses, as with ADRESSE=0.0.0.0."""
    with running("streamlit", mappe, miljoe={"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}) as server:
        yield server


@pytest.fixture(scope="module")
def url(aaben) -> str:
    return f"http://{other_address()}:{aaben.port}"


@pytest.fixture
def person(browser):
    """A browser of somebody's own."""
    aabne = []

    def ny():
        aabne.append(profile(browser, viewport={"width": 1440, "height": 900}))
        return aabne[-1].new_page()

    yield ny
    for en in aabne:
        en.close()


def code_of(server) -> str:
    fundet = re.findall(r"Redaktørkoden.*\n\n\s+(\S+)\n", server.log())
    assert len(fundet) == 1, "it is told once"
    return fundet[0]


def become_editor(tab, url: str, koden: str) -> None:
    tab.goto(f"{url}/adgang")
    tab.get_by_label("Redaktørkode").fill(koden)
    tab.get_by_role("button", name="Bliv redaktør").click()
    tab.wait_for_url("**/data_og_kilder?fane=indlaes")
    wait_idle(tab)


def begin_show(tab, url: str) -> None:
    """The default deck about own data on the wall."""
    visit(tab, f"{url}/praesentation?datasaet=egne&vis=skaerm")
    tab.get_by_role("button", name="Begynd fremvisningen").click()
    assert wait_until(tab, lambda: "show=" in tab.url)
    wait_idle(tab)


def words(tab) -> str:
    return tab.locator("body").inner_text()


def test_without_a_setting_no_other_machine_reaches_the_server(server):
    vaert = other_address()
    if vaert == "127.0.0.1":
        pytest.skip("this machine has no other address")
    with socket.socket() as stik:
        assert stik.connect_ex((vaert, server.port)) != 0
        assert "Redaktørkoden" not in server.log()


def test_a_guest_sees_no_own_data_and_is_told_why_and_how(url, person):
    tab = person()
    visit(tab, f"{url}/ydernumre?fane=klinikker&datasaet=egne")
    assert wait_until(tab, lambda: "Egne data kan kun læses af medlemmer" in words(tab))
    assert HEMMELIGT not in words(tab) and tab.get_by_role("link", name="Åbn Adgang").count()
    visit(tab, f"{url}/data_og_kilder?fane=indlaes")
    assert wait_until(tab, lambda: "Kun en redaktør kan ændre egne data" in words(tab))
    assert tab.locator('[data-testid="stFileUploader"]').count() == 0
    for sti in ("klinikliste", "findes-ikke"):
        svar = tab.request.get(f"{url}/v/{sti}.csv?datasaet=egne")
        assert svar.status == 403 and "Egne data kan kun læses" in svar.text()
    assert tab.request.get(f"{url}/_stcore/metrics").status == 404


def test_the_code_opens_own_data_and_what_is_done_is_noted(aaben, mappe, url, person):
    tab = person()
    tab.goto(f"{url}/adgang")
    tab.get_by_label("Redaktørkode").fill("forkert")
    tab.get_by_role("button", name="Bliv redaktør").click()
    assert "Koden er ikke rigtig" in words(tab)
    become_editor(tab, url, code_of(aaben))
    expect(tab.locator('[data-testid="stFileUploader"]')).to_have_count(1, timeout=WAIT_MS)
    visit(tab, f"{url}/ydernumre?fane=klinikker")
    assert HEMMELIGT in tab.request.get(f"{url}/v/klinikliste.csv").text()
    visit(tab, f"{url}/data_og_kilder?fane=versioner")
    tab.get_by_text("Hvem gjorde hvad").click()
    wait_idle(tab)
    log = (mappe / "data" / "egne" / "adgang.log").read_text(encoding="utf-8")
    assert "blev redaktør med koden" in log and "forkert redaktørkode" in log and "læse egne data" in log
    koden = code_of(aaben)
    assert koden not in log and aaben.log().count(koden) == 1 and HEMMELIGT not in aaben.log()


def test_a_link_of_the_box_opens_one_view_to_a_phone(aaben, url, person):
    redaktoer, telefon = person(), person()
    become_editor(redaktoer, url, code_of(aaben))
    visit(redaktoer, f"{url}/ydernumre?fane=klinikker&datasaet=egne")
    redaktoer.get_by_role("button", name="Del", exact=True).click()
    assert wait_until(redaktoer, lambda: "Linkene åbner egne data for enhver" in words(redaktoer))
    links = redaktoer.locator('input[value*="adgang="], a[href*="adgang="]')
    assert wait_until(redaktoer, lambda: links.count() > 0)
    link = links.first.evaluate("en => en.value || en.href")
    assert urlsplit(link).path.startswith("/v/")
    telefon.goto(link)
    assert HEMMELIGT in words(telefon)
    assert telefon.request.get(f"{url}/v/kort?datasaet=egne").status == 403
    assert HEMMELIGT in telefon.request.get(f"{url}/v/klinikliste.csv?datasaet=egne").text()


def test_the_hall_follows_own_data_by_the_code_on_the_wall(aaben, mappe, url, person):
    scenen, telefon, fremmed = person(), person(), person()
    become_editor(scenen, url, code_of(aaben))
    begin_show(scenen, url)
    show = re.search(r"show=([^&]+)", scenen.url)[1]
    sal = f"{url}/foelg/{hall_code(show)}"
    assert fremmed.request.get(sal).status == 404
    visit(fremmed, scenen.url)
    assert wait_until(fremmed, lambda: "Egne data kan kun læses af medlemmer" in words(fremmed))
    assert fremmed.locator(".lysbillede").count() == 0
    scenen.keyboard.press("q")
    assert wait_until(scenen, lambda: "Koden åbner egne data til kl." in words(scenen))
    telefon.goto(sal)
    assert "egne data og åbnes med koden" in words(telefon)
    med_koden = signed(Link(f"{SAL}{hall_code(show)}", int(time.time()) + 600), mappe / "data")
    telefon.goto(f"{sal}?adgang={med_koden}")
    assert "Her er ingen fremvisning" not in words(telefon) and telefon.locator("#dias").count() == 1


def test_the_browser_holds_the_pages_to_their_policy_and_they_work(aaben, url, person):
    tab = person()
    tab.add_init_script(LYT)
    become_editor(tab, url, code_of(aaben))
    for side in SIDER:
        begin_show(tab, url) if side.startswith("praes") else visit(tab, f"{url}/{side}")
        if side == "kort":
            wait_for_map(tab)
        tab.wait_for_timeout(500)
        brud = [en for en in tab.evaluate("window.brud || []") if GOER_INTET not in en]
        assert not [en for en in brud if "fonts.gstatic.com" not in en], side
    # the policy does stop what it should: otherwise all of the above says nothing
    tab.evaluate("() => { const s = document.createElement('script'); s.textContent = '1'; document.head.append(s); }")
    assert any("script-src" in en and "inline" in en for en in tab.evaluate("window.brud"))
