"""Who asks: at the machine, with the code, with a login; and which of the three set-ups a start means."""

import json
import sys

import pytest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from data.adgang.bruger import GAEST, VED_MASKINEN, Bruger, Rolle
from data.adgang.regler import Regler, parse
from ui import ur
from ui.adgang import hvem, kode, opsaetning
from ui.adgang.hvem import Anmodning, who, who_asks
from ui.adgang.opsaetning import Opsaetning

HER = {"host": "localhost:8501"}
REGLER = parse({"regel": [{"rolle": "medlem", "domaene": "plo.dk"}, {"rolle": "redaktør", "gruppe": "Sekretariat"}]})
KODE = "en-kode-paa-sytten"


@pytest.fixture
def runs(monkeypatch):
    """Makes the process one of a set-up."""
    return lambda **valg: monkeypatch.setattr(hvem, "setup", lambda: Opsaetning(**valg))


@pytest.mark.parametrize(
    "vaert", ["localhost", "localhost:8501", "127.0.0.1:8501", "[::1]:8501", "[::1]", "LOCALHOST."]
)
@pytest.mark.parametrize("klient", ["127.0.0.1", "::1", "::ffff:127.0.0.1", ""])
def test_the_one_at_a_machine_that_listens_to_itself_is_editor(runs, vaert, klient):
    runs(alene=True)
    assert who(Anmodning({"host": vaert}, {}, klient)) == VED_MASKINEN


@pytest.mark.parametrize(
    ("hoveder", "klient"),
    [
        ({"host": "dashboard.plo.dk"}, "127.0.0.1"),  # a proxy that passes the name on, or a page that rebinds its own
        ({"host": "127.0.0.1.ond.example"}, "127.0.0.1"),
        (HER, "192.168.1.7"),
        (HER | {"x-forwarded-for": "10.0.0.1"}, "127.0.0.1"),
        (HER | {"forwarded": "for=10.0.0.1"}, "127.0.0.1"),
        (HER | {"x-real-ip": "10.0.0.1"}, ""),
        ({"host": ""}, "127.0.0.1"),
    ],
)
def test_through_a_proxy_or_a_strange_name_nobody_is_at_the_machine(runs, hoveder, klient):
    runs(alene=True)
    assert who(Anmodning(hoveder, {}, klient)) == GAEST


def test_with_a_code_the_one_at_the_machine_needs_it_too(runs):
    runs(alene=False, kode=KODE)
    assert who(Anmodning(HER, {}, "127.0.0.1")) == GAEST
    bevis = kode.proof(KODE)
    assert KODE not in bevis and who(Anmodning(HER, {kode.COOKIE: bevis}, "10.0.0.1")).may_edit()
    for forkert in (kode.proof(KODE + "!"), kode.REDAKTOER, KODE, bevis[:-1], "", "é"):
        assert who(Anmodning(HER, {kode.COOKIE: forkert}, "10.0.0.1")) == GAEST, forkert


def test_the_proof_of_the_code_runs_out(runs, monkeypatch):
    runs(alene=False, kode=KODE)
    bevis = kode.proof(KODE)
    monkeypatch.setattr(kode, "GYLDIG", -1)
    assert who(Anmodning(HER, {kode.COOKIE: bevis}, "10.0.0.1")) == GAEST


def test_without_a_code_an_empty_proof_opens_nothing(runs):
    runs(alene=False, login="default")
    assert who(Anmodning(HER, {kode.COOKIE: kode.proof("")}, "127.0.0.1")) == GAEST


def test_who_reaches_the_server_can_be_member_where_the_rules_say_so(runs):
    runs(alene=False, kode=KODE, regler=Regler(uden_login=Rolle.MEDLEM))
    assert who(Anmodning(HER, {}, "10.0.0.1")) == Bruger(Rolle.MEDLEM)


def cookie(monkeypatch, hemmelighed="h" * 40, **krav) -> dict[str, str]:
    """What Streamlit keeps in the browser of one who has logged in."""
    monkeypatch.setattr(hvem, "get_cookie_secret", lambda: "h" * 40)
    krav = {"is_logged_in": True, "iat": ur.now().timestamp(), "sub": "x1"} | krav
    vaerdi = create_signed_value(hemmelighed, USER_COOKIE_NAME, json.dumps(krav))
    return {USER_COOKIE_NAME: vaerdi.decode()}


TIME = 3600
LOGIN = {
    "a member by domain": ({"email": "Anna@PLO.dk", "email_verified": True}, Bruger(Rolle.MEDLEM, "anna@plo.dk")),
    "an editor by group": ({"groups": ["andre", "sekretariat"], "name": "Bo"}, Bruger(Rolle.REDAKTOER, "Bo")),
    "a mail nobody answers for": ({"email": "anna@plo.dk"}, Bruger(Rolle.GAEST, "x1")),
    "a mail that only ends alike": ({"email": "a@ikkeplo.dk", "email_verified": True}, Bruger(navn="a@ikkeplo.dk")),
    "no claim": ({}, Bruger(Rolle.GAEST, "x1")),
    "groups that are no list": ({"groups": "sekretariat"}, Bruger(Rolle.GAEST, "x1")),
    "run out": ({"groups": ["sekretariat"], "iat": ur.now().timestamp() - 13 * TIME}, GAEST),
    "not begun": ({"groups": ["sekretariat"], "iat": ur.now().timestamp() + TIME}, GAEST),
    "without a time": ({"groups": ["sekretariat"], "iat": None}, GAEST),
    "not logged in": ({"groups": ["sekretariat"], "is_logged_in": False}, GAEST),
}


@pytest.mark.parametrize("navn", LOGIN)
def test_a_login_gives_the_role_of_the_rules(runs, monkeypatch, navn):
    krav, ventet = LOGIN[navn]
    runs(alene=False, login="default", regler=REGLER)
    kager = cookie(monkeypatch, **krav)
    hoved = "; ".join(f"{navn}={vaerdi}" for navn, vaerdi in kager.items()).encode()
    scope = {"type": "http", "headers": [(b"host", b"localhost"), (b"cookie", hoved)], "client": ("127.0.0.1", 5)}
    assert who_asks(scope) == ventet


def test_a_login_signed_by_another_is_none(runs, monkeypatch):
    runs(alene=False, login="default", regler=REGLER)
    for kager in (
        cookie(monkeypatch, "g" * 40, groups=["sekretariat"]),
        {USER_COOKIE_NAME: '{"is_logged_in": true, "groups": ["sekretariat"]}'},
        {USER_COOKIE_NAME: "é"},
    ):
        assert who(Anmodning(HER, kager, "127.0.0.1")) == GAEST


START = {
    "streamlit alone": (["dashboard.py"], "127.0.0.1", True),
    "streamlit open": (["dashboard.py"], "0.0.0.0", False),
    "streamlit without an address": (["dashboard.py"], None, False),
    "streamlit on one address": (["dashboard.py"], "192.168.1.20", False),
    "uvicorn alone": (["/x/bin/uvicorn", "dashboard:app"], None, True),
    "uvicorn open": (["/x/uvicorn/__main__.py", "dashboard:app", "--host", "0.0.0.0"], "127.0.0.1", False),
    "uvicorn open, written together": (["/x/bin/uvicorn", "--host=::", "dashboard:app"], "127.0.0.1", False),
    "uvicorn behind a socket": (["/x/bin/uvicorn", "dashboard:app", "--uds", "/run/x"], "127.0.0.1", False),
}


@pytest.fixture
def start(monkeypatch, tmp_path):
    """The set-up of a start with these words, an address in Streamlit's settings and a folder of rules."""

    def started(ord_: list[str], adresse: str | None = "127.0.0.1", regler: str = "", auth: dict | None = None):
        if regler:
            (tmp_path / "adgang.toml").write_text(regler, encoding="utf-8")
        monkeypatch.setattr(opsaetning, "DATA", tmp_path)
        monkeypatch.setattr(sys, "argv", ord_)
        monkeypatch.setattr(opsaetning.config, "get_option", lambda _: adresse)
        monkeypatch.setattr(opsaetning, "get_secrets_auth_section", lambda: auth or {})
        return opsaetning.setup.__wrapped__()

    monkeypatch.delenv("UVICORN_HOST", raising=False)
    monkeypatch.delenv(opsaetning.KODE, raising=False)
    return started


@pytest.mark.parametrize("navn", START)
def test_a_server_that_others_reach_has_a_code_and_one_alone_has_none(start, navn):
    ord_, adresse, alene = START[navn]
    fundet = start(ord_, adresse)
    assert (fundet.alene, bool(fundet.kode), fundet.trykkes) == (alene, not alene, not alene)
    assert fundet.kode not in repr(fundet) or alene


def test_a_code_of_ones_own_holds_on_this_machine_too_and_is_not_told(start, monkeypatch, capsys):
    monkeypatch.setenv(opsaetning.KODE, KODE)
    fundet = start(["dashboard.py"])
    assert (fundet.alene, fundet.kode, fundet.trykkes) == (False, KODE, False)
    with monkeypatch.context() as her:
        her.setattr(opsaetning, "setup", lambda: fundet)
        opsaetning.tell_code("http://x")
    assert capsys.readouterr().out == ""
    monkeypatch.setenv(opsaetning.KODE, "kort")
    with pytest.raises(SystemExit, match="mindst 12 tegn"):
        start(["dashboard.py"])


def test_with_a_provider_there_is_no_code(start):
    for auth, navn in (({"client_id": "x"}, "default"), ({"redirect_uri": "x", "entra": {"client_id": "x"}}, "entra")):
        fundet = start(["dashboard.py"], auth=auth)
        assert (fundet.alene, fundet.login, fundet.kode) == (False, navn, "")


def test_what_is_half_set_up_starts_nothing(start):
    with pytest.raises(SystemExit, match="client_id"):
        start(["dashboard.py"], auth={"redirect_uri": "x"})
    with pytest.raises(SystemExit, match="adgang.toml"):
        start(["dashboard.py"], regler="[login]\nuden_login = 'alle'")
