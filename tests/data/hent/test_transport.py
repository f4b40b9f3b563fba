"""Every way an answer can fail ends in a Danish sentence, soon, and without the key."""

import io
import socket
import ssl
import urllib.parse
from datetime import UTC, datetime, timedelta

import pytest

from data.hent import transport
from data.hent.transport import Anmodning, HentFejl, fetch, fetch_into
from tests.data.hent.tjeneste import Svar

NOEGLE = "hemmelig/nøgle+1 2"


def ask(tjeneste, sti="/x", **felter) -> Anmodning:
    return Anmodning("GET", tjeneste.adresse + sti, **felter)


def refusal(anmodning: Anmodning, sov=None) -> str:
    with pytest.raises(HentFejl) as fejl:
        fetch(anmodning, sov or (lambda _: pytest.fail("should not be tried again")))
    assert fejl.value.__cause__ is None and fejl.value.__suppress_context__
    return str(fejl.value)


def test_an_answer_is_its_bytes_and_a_body_is_sent(tjeneste):
    tjeneste.answers(Svar(b"a;b\r\n"))
    assert fetch(Anmodning("POST", tjeneste.adresse + "/data", b'{"a": 1}')) == b"a;b\r\n"
    assert tjeneste.spurgt == [("POST", "/data", b'{"a": 1}')]


def test_a_refusal_is_the_services_own_sentence(tjeneste):
    besked = '{"errorTypeCode": "EXTRACT-NOTFOUND", "message": "Tabel findes ikke:  ABC"}'
    tjeneste.answers(Svar(besked.encode(), 400, type="application/json"))
    assert refusal(ask(tjeneste)) == "127.0.0.1 afviser forespørgslen: »Tabel findes ikke: ABC«"
    for krop in (b"no json", b"[1]", b'{"message": 3}', b""):
        tjeneste.answers(Svar(krop, 400))
        assert "uventet (HTTP 400)" in refusal(ask(tjeneste))


@pytest.mark.parametrize(
    ("kode", "ord_"),
    [(401, "nøglen"), (403, "rettighederne"), (404, "skiftet navn"), (410, "lukket"), (418, "uventet")],
)
def test_what_trying_again_does_not_help(tjeneste, kode, ord_):
    tjeneste.answers(Svar(kode=kode))
    sagt = refusal(ask(tjeneste))
    assert ord_ in sagt and f"HTTP {kode}" in sagt and len(tjeneste.spurgt) == 1


def test_a_busy_service_is_waited_for_as_it_asks(tjeneste):
    tjeneste.answers(Svar(kode=429, hoveder={"Retry-After": "7"}), Svar(kode=503), Svar(b"ok"))
    ventet = []
    assert fetch(ask(tjeneste), ventet.append) == b"ok"
    assert ventet == [7.0, 2.0]


def test_a_busy_service_is_given_up_after_some_tries(tjeneste):
    tjeneste.answers(Svar(kode=500))
    ventet = []
    assert "fejl (HTTP 500)" in refusal(ask(tjeneste), ventet.append)
    assert ventet == [1.0, 2.0, 4.0] and len(tjeneste.spurgt) == 4


def test_a_wait_that_is_too_long_is_told_instead(tjeneste):
    om_en_time = datetime.now(UTC) + timedelta(hours=1)
    for vaerdi in ("3600", om_en_time.strftime("%a, %d %b %Y %H:%M:%S GMT")):
        tjeneste.answers(Svar(kode=429, hoveder={"Retry-After": vaerdi}))
        sagt = refusal(ask(tjeneste))
        assert "HTTP 429" in sagt and "sekunder" in sagt
    nu = "Thu, 01 Jan 2026 00:00:00 GMT"
    assert transport._retry_after("i morgen", nu) is None and transport._retry_after(nu, None) is None
    assert transport._retry_after("Thu, 01 Jan 2015 00:00:00 GMT", nu) == 0
    assert transport._retry_after("Thu, 01 Jan 2026 00:00:20 GMT", nu) == 20


def test_redirects_are_followed_at_home_only(tjeneste):
    tjeneste.answers(Svar(kode=302, hoveder={"Location": "/her"}), Svar(b"ok"))
    assert fetch(ask(tjeneste)) == b"ok" and tjeneste.spurgt[-1][1] == "/her"
    for maal in (
        "https://login.example/?next=x",
        tjeneste.adresse.replace("http:", "ftp:") + "/x",
        "http://127.0.0.1:1/",
    ):
        tjeneste.answers(Svar(kode=302, hoveder={"Location": maal}))
        assert "viser videre til" in refusal(ask(tjeneste)) or "uventet" in refusal(ask(tjeneste))
    tjeneste.spurgt.clear()
    tjeneste.answers(Svar(kode=307, hoveder={"Location": "/her"}))
    with pytest.raises(HentFejl, match="viser videre|uventet"):
        fetch(Anmodning("POST", tjeneste.adresse + "/data", b"{}"))
    assert len(tjeneste.spurgt) == 1


def test_an_answer_that_is_cut_off_is_tried_again_and_never_used(tjeneste):
    tjeneste.answers(Svar(b"halv", lovet=100), Svar(b"hele"))
    assert fetch(ask(tjeneste), [].append) == b"hele"
    tjeneste.answers(Svar(b"halv", lovet=100))
    assert "afbrudt midt i svaret" in refusal(ask(tjeneste), [].append)


def test_an_answer_in_drops_ends_at_the_deadline(tjeneste):
    tjeneste.answers(Svar(b"x" * 100_000, draaber=True))
    sagt = refusal(ask(tjeneste, frist=0.3))
    assert "blev ikke færdig med at svare" in sagt and len(tjeneste.spurgt) == 1


def test_drops_without_a_promised_length_end_too_and_are_not_taken_for_the_whole(tjeneste):
    tjeneste.answers(Svar(b"x" * 100_000, draaber=True, hoveder={"Content-Length": ""}))
    assert "blev ikke færdig" in refusal(ask(tjeneste, frist=0.3))


def test_a_service_that_says_nothing_ends_at_the_deadline():
    with socket.create_server(("127.0.0.1", 0)) as stum:
        sagt = refusal(Anmodning("GET", f"http://127.0.0.1:{stum.getsockname()[1]}/", frist=0.3), [].append)
    assert "svarer ikke" in sagt or "blev ikke færdig" in sagt


def test_an_answer_beyond_the_limit_is_refused_promised_or_not(tjeneste):
    for hoveder in ({}, {"Content-Length": ""}):
        tjeneste.answers(Svar(b"x" * 3_000_000, hoveder=hoveder))
        ud = io.BytesIO()
        with pytest.raises(HentFejl, match="mere end 1 MB"):
            fetch_into(ask(tjeneste, graense=1_000_000), ud)
        assert len(ud.getvalue()) <= 1_000_000


@pytest.mark.parametrize(
    "svar",
    [
        Svar(b"<!DOCTYPE html><title>Log in</title>", type="text/csv"),
        Svar(b"\xef\xbb\xbf \r\n<HTML>", type="text/plain"),
        Svar(b"a;b", type="text/html; charset=utf-8"),
    ],
)
def test_a_web_page_is_no_data(tjeneste, svar):
    tjeneste.answers(svar)
    assert "webside i stedet for data" in refusal(ask(tjeneste))


@pytest.mark.parametrize(
    ("fejl", "ord_"),
    [
        (socket.gaierror(-2, "Name or service not known"), "kan ikke findes"),
        (ssl.SSLCertVerificationError("self-signed"), "certifikatet"),
        (ssl.SSLError("handshake"), "sikker forbindelse"),
        (TimeoutError(), "svarer ikke"),
        (ConnectionRefusedError(), "tager ikke imod"),
        (OSError(101, "Network is unreachable"), "kan ikke nås"),
    ],
)
def test_a_network_that_fails_is_told_in_words(monkeypatch, fejl, ord_):
    def fail(*_, **__):
        raise fejl

    monkeypatch.setattr(socket, "create_connection", fail)
    assert ord_ in refusal(Anmodning("GET", "https://tjeneste.example/"), [].append)


def test_an_address_that_is_none_is_refused():
    for adresse in ("file:///etc/passwd", "ftp://tjeneste.example/", "https://tjeneste.example/a b\x00"):
        assert "dresse" in refusal(Anmodning("GET", adresse))


def written(noegle: str) -> list[str]:
    return [noegle, urllib.parse.quote(noegle), urllib.parse.quote_plus(noegle), urllib.parse.quote(noegle, safe="")]


@pytest.mark.parametrize("form", written(NOEGLE))
def test_the_key_stands_in_no_refusal_even_when_the_service_repeats_it(tjeneste, form):
    besked = f'{{"message": "forkert noegle {form}"}}'.encode()
    for svar in (
        Svar(besked, 400),
        Svar(kode=401),
        Svar(kode=500),
        Svar(kode=302, hoveder={"Location": f"https://x.example/?{form}"}),
    ):
        tjeneste.answers(svar)
        anmodning = ask(tjeneste, "/?apikey=" + urllib.parse.quote_plus(NOEGLE), hemmelig=NOEGLE)
        sagt = refusal(anmodning, [].append) + repr(anmodning)
        assert not [en for en in written(NOEGLE) if en in sagt]
