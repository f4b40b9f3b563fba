"""The page /adgang: the code makes an editor, a wrong one does not, and who guesses waits."""

import re
from http.cookiejar import CookieJar

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from data.adgang.bruger import GAEST, Bruger, Rolle
from tests.loeb import run
from ui.adgang import hvem, kode, opsaetning, siden
from ui.adgang.kode import FLEST_I_MINUTTET, Forsoeg
from ui.adgang.opsaetning import Opsaetning
from ui.adgang.siden import access_page

KODE = "en-kode-paa-sytten"
APP = Starlette(routes=[Route("/adgang", access_page, methods=["GET", "POST"])])


@pytest.fixture
def ask(monkeypatch):
    """Asks for the page of a set-up; the jar of cookies stays between asks."""
    kager = CookieJar()
    monkeypatch.setattr(siden, "_forsoeg", Forsoeg())

    def asked(opsaetning_: Opsaetning, krop: str | None = None, adresse="/adgang", fra="10.0.0.1") -> httpx.Response:
        for modul in (hvem, siden, opsaetning):
            monkeypatch.setattr(modul, "setup", lambda: opsaetning_)

        async def go() -> httpx.Response:
            vej = httpx.ASGITransport(app=APP, client=(fra, 5))
            async with httpx.AsyncClient(transport=vej, base_url="http://tavle.example.dk", cookies=kager) as klient:
                return await (klient.get(adresse) if krop is None else klient.post(adresse, content=krop))

        return run(go)

    return asked


MED_KODE = Opsaetning(alene=False, kode=KODE)


def test_the_code_makes_an_editor_until_that_is_let_go_of(ask):
    assert "Du er gæst" in ask(MED_KODE).text
    svar = ask(MED_KODE, f"kode={KODE}")
    assert svar.status_code == 303 and "indlaes" in svar.headers["location"]
    kage = svar.headers["set-cookie"]
    assert re.search("HttpOnly", kage) and "SameSite=lax" in kage and KODE not in kage
    side = ask(MED_KODE)
    assert "Du er redaktør" in side.text and KODE not in side.text
    assert side.headers["cache-control"] == "no-store" and "script" not in side.headers["content-security-policy"]
    ask(MED_KODE, "slut=1")
    assert "Du er gæst" in ask(MED_KODE).text


@pytest.mark.parametrize("krop", ["kode=", "kode=forkert", "", "kode=%00%FF", f"kode={KODE}x", f"kode={'x' * 5000}"])
def test_a_wrong_code_makes_nobody_and_is_not_told_again(ask, krop):
    svar = ask(MED_KODE, krop)
    assert svar.status_code == 403 and "Koden er ikke rigtig" in svar.text and "set-cookie" not in svar.headers
    assert "forkert" not in svar.text


def test_who_guesses_waits_and_the_right_code_waits_too(ask):
    assert [ask(MED_KODE, "kode=x").status_code for _ in range(4)] == [403, 403, 403, 429]
    svar = ask(MED_KODE, f"kode={KODE}")
    assert svar.status_code == 429 and 0 < int(svar.headers["retry-after"]) <= 2 and "sekunder" in svar.text
    assert ask(MED_KODE, f"kode={KODE}", fra="10.0.0.2").status_code == 303, "others do not wait"


def test_the_waits_grow_and_are_bounded():
    forsoeg, ventet = Forsoeg(), []
    for nr in range(12):
        forsoeg.failed("a", nr * 1000.0)
        ventet.append(forsoeg.wait("a", nr * 1000.0))
    assert ventet[:5] == [0, 0, 2, 4, 8] and ventet[-1] == 300 and forsoeg.wait("b", 11_000.0) == 0
    forsoeg.succeeded("a")
    assert forsoeg.wait("a", 11_000.0) == 0
    for nr in range(FLEST_I_MINUTTET):
        forsoeg.failed(f"fra {nr}", 20_000.0)
    assert forsoeg.wait("en anden", 20_000.0) == 60 and forsoeg.wait("en anden", 20_061.0) == 0


def test_alone_there_is_nothing_to_write(ask):
    her = Opsaetning(alene=True)
    side = ask(her)
    assert "Du er gæst" in side.text and "<form" not in side.text, "asked by another name than this machine's"
    assert ask(her, "kode=").status_code == 200 and "set-cookie" not in ask(her, "kode=").headers


def test_the_code_is_compared_in_one_way():
    assert kode.is_right(KODE, KODE) and not kode.is_right("", KODE) and not kode.is_right("\udcff", KODE)


LOGGET = {
    GAEST: ("Log ind", "?log=ind"),
    Bruger(navn="a@b.dk"): ("giver ikke adgang", "auth/logout"),
    Bruger(Rolle.MEDLEM, "a@b.dk"): ("logget ind som a@b.dk", "auth/logout"),
}


@pytest.mark.parametrize("bruger", LOGGET)
def test_with_a_login_the_page_leads_in_and_out(ask, monkeypatch, bruger):
    med_login = Opsaetning(alene=False, login="default")
    monkeypatch.setattr(siden, "who_asks", lambda scope: bruger)
    side = ask(med_login).text
    assert all(en in side for en in LOGGET[bruger]) and "<form" not in side
    monkeypatch.setattr(siden, "encode_provider_token", lambda navn: f"til-{navn}")
    assert ask(med_login, adresse="/adgang?log=ind").headers["location"] == "auth/login?provider=til-default"
