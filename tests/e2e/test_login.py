"""Logging in with a real provider: what it gives, what it does not, and out again. One provider and one server."""

import base64
import json
import os
import re
import subprocess
import time
from contextlib import contextmanager

import httpx
import pytest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from tests import oidc
from tests.e2e.conftest import profile
from tests.e2e.kopi import copy_of_project
from tests.e2e.server import free_port, running, stop
from tests.e2e.siden import WAIT_MS, visit, wait_until

HER = "tests/e2e/udbyder.mjs"
HEMMELIGHED = "kun-til-proever-og-lang-nok-til-det"
HEMMELIGHEDER = """
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{hemmelighed}"
client_id = "dashboard"
client_secret = "kun-til-proever-kun-til-proever"
server_metadata_url = "{udsteder}/.well-known/openid-configuration"
client_kwargs = {{ prompt = "login" }}
"""
REGLER = """
[login]
udsteder = "{udsteder}"

[[regel]]
rolle = "medlem"
domaene = "plo.dk"

[[regel]]
rolle = "redaktør"
mail = "redaktoer@plo.dk"
"""


@contextmanager
def provider():
    """The address of a provider."""
    fil = oidc.find()
    if fil is None:
        pytest.fail(oidc.MANGLER) if os.environ.get("CI") else pytest.skip(oidc.MANGLER)
    port = free_port()
    proces = subprocess.Popen(["node", HER, str(fil), str(port)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        assert b"klar" in proces.stdout.readline()
        yield f"http://127.0.0.1:{port}"
    finally:
        stop(proces)


@pytest.fixture(scope="module")
def udsteder():
    with provider() as en:
        yield en


@pytest.fixture(scope="module")
def server(tmp_path_factory, udsteder):
    mappe = copy_of_project(tmp_path_factory.mktemp("login") / "projekt")
    hemmeligheder = HEMMELIGHEDER.format(hemmelighed=HEMMELIGHED, udsteder=udsteder)
    (mappe / ".streamlit" / "secrets.toml").write_text(hemmeligheder, encoding="utf-8")
    (mappe / "data" / "adgang.toml").write_text(REGLER.format(udsteder=udsteder), encoding="utf-8")
    with running("streamlit", mappe) as en:
        yield en


@pytest.fixture
def person(server):
    """Somebody with a browser that keeps cookies, without the browser."""
    with httpx.Client(base_url=server.url, follow_redirects=True, trust_env=False, timeout=30) as en:
        yield en


def form(svar: httpx.Response, **felter: str) -> tuple[str, dict[str, str]]:
    """Where the form of a page is sent, and its fields."""
    skjulte = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', svar.text)
    til = re.search(r'<form[^>]* action="([^"]+)"', svar.text)[1]
    return str(svar.url.join(til)), dict(skjulte) | felter


def log_in(person: httpx.Client, login: str) -> httpx.Response:
    """The way in: the provider's page of login, its page of consent, and back."""
    svar = person.get("/adgang?log=ind")
    til, felter = form(svar, login=login, password="x")
    svar = person.post(til, data=felter)
    if "consent" in svar.text and 'name="prompt"' in svar.text:
        til, felter = form(svar)
        svar = person.post(til, data=felter)
    return svar


def role_of(person: httpx.Client) -> str:
    return re.search(r"Du er (\w+)", person.get("/adgang").text)[1]


def own_data(person: httpx.Client) -> int:
    """403 for those who may not see them; the others are told that there are none yet."""
    return person.get("/v/kort?datasaet=egne").status_code


def test_a_login_gives_the_role_of_the_rules(person):
    assert (role_of(person), own_data(person)) == ("gæst", 403)
    for login, rolle in (("medlem@plo.dk", "medlem"), ("redaktoer@plo.dk", "redaktør"), ("x@ond.dk", "gæst")):
        person.cookies.clear()
        svar = log_in(person, login)
        assert svar.url.path == "/" and role_of(person) == rolle, login
        assert (own_data(person) == 403) == (rolle == "gæst")
        assert login in person.get("/adgang").text
    # the cookies that tell of it are for the server alone
    kager = [
        en for svar in (*svar.history, svar) for en in svar.headers.get_list("set-cookie") if USER_COOKIE_NAME in en
    ]
    assert kager and all("HttpOnly" in en and "SameSite=lax" in en for en in kager)


def test_a_login_without_claims_gives_nothing_and_says_so(person):
    log_in(person, "ingen")
    assert (role_of(person), own_data(person)) == ("gæst", 403)
    assert "Dit login giver ikke adgang til mere" in person.get("/adgang").text


def test_an_answer_to_a_question_that_was_not_asked_logs_nobody_in(server, person):
    svar = person.get("/adgang?log=ind")  # a login is begun, so that there is a state to miss
    assert "/interaction/" in str(svar.url)
    for state in ("forkert", ""):
        svar = person.get(f"/oauth2callback?code=x&state={state}")
        assert svar.url.path == "/" and USER_COOKIE_NAME not in person.cookies
    assert role_of(person) == "gæst"
    rigtig = re.search(r"_state_default_(\w+)", str(_session(person)))[1]
    person.get(f"/oauth2callback?code=opfundet&state={rigtig}")
    assert role_of(person) == "gæst", "the right state and a code that the provider never gave"


def _session(person: httpx.Client) -> bytes:
    """What Streamlit keeps of a login that is going on."""
    kage = person.cookies["_streamlit_session"].split(".")[0]
    return base64.b64decode(kage + "=" * (-len(kage) % 4))


@pytest.mark.parametrize(("timer", "rolle"), [(0, "medlem"), (13, "gæst")])
def test_a_login_runs_out(server, person, udsteder, timer, rolle):
    log_in(person, "medlem@plo.dk")
    krav = {"email": "medlem@plo.dk", "email_verified": True, "iss": udsteder, "is_logged_in": True}
    krav |= {"iat": time.time() - timer * 3600, "origin": server.url, "provider": "default"}
    kage = create_signed_value(HEMMELIGHED, USER_COOKIE_NAME, json.dumps(krav)).decode()
    person.cookies.clear()
    person.cookies.set(USER_COOKIE_NAME, kage)
    assert role_of(person) == rolle and ("Log ind" in person.get("/adgang").text) == (rolle == "gæst")


def test_out_again(person):
    log_in(person, "medlem@plo.dk")
    assert role_of(person) == "medlem"
    svar = person.get("/auth/logout")
    til, felter = form(svar)
    svar = person.post(til, data=felter | {"logout": "yes"})
    assert svar.url.path == "/"
    assert (role_of(person), own_data(person)) == ("gæst", 403)


def test_the_pages_know_who_is_logged_in(server, browser):
    ny = profile(browser)
    tab = ny.new_page()
    try:
        tab.goto(f"{server.url}/adgang", timeout=WAIT_MS)
        tab.get_by_role("link", name="Log ind").click()
        tab.locator('input[name="login"]').fill("redaktoer@plo.dk")
        tab.locator('input[name="password"]').fill("x")
        tab.locator('button[type="submit"]').click()
        tab.locator('button[type="submit"]').click()
        tab.wait_for_url(f"{server.url}/", timeout=WAIT_MS)
        visit(tab, f"{server.url}/data_og_kilder")
        assert wait_until(tab, lambda: "Du er redaktoer@plo.dk, redaktør" in tab.locator("body").inner_text())
        visit(tab, f"{server.url}/data_og_kilder?fane=indlaes")
        tab.wait_for_selector('[data-testid="stFileUploader"]', timeout=WAIT_MS)
    finally:
        ny.close()
    assert HEMMELIGHED not in server.log() and "kun-til-proever" not in server.log()
