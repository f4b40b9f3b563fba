"""Role by role, what each address and each act answers: as much as one may see, a sentence in Danish otherwise, and
never a word of the own data. An address that the table of rules does not name fails here."""

import re
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import MagicMock

import duckdb
import httpx
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

import dashboard
from data.adgang.bruger import GAEST, LAES_EGNE, RET_EGNE, SE_VERSIONER, UDLOEBET, Bruger, IngenAdgang, Rolle
from data.adgang.log import newest_entries
from data.indlaes import doere
from data.indlaesning import DataFejl
from data.laas import Optaget
from data.versioner import Version
from export.adresser.ruter import Adresser
from export.former import ENDELSER
from queries import rettelser, standard
from queries.database import Database
from queries.standard import opened, opened_file
from tests.dag import NU
from tests.loeb import run
from tests.ui.adgang.conftest import HEMMELIGT
from tests.ui.test_sider import run as run_page
from ui import egne_versioner, hent_data, noegler, ur
from ui.adgang import hegn, hvem, links
from ui.adgang.adresser import ADRESSER, LUKKET, Regel
from ui.adgang.hegn import HOVEDER, Hegn
from ui.adgang.links import Links, with_link
from ui.adgang.opsaetning import Opsaetning
from ui.doeren import Doer
from ui.oplaeg import Oplaegsgraense
from ui.pakket import Pakket
from ui.praesentation import egne, fremvisninger
from ui.praesentation.salen import Salen
from ui.sidens_sprog import DanskSide
from views.faelles.filtre import Filters
from views.fremvisning.praesentation import Dias, Praesentation
from views.omraade import siden_rettet

LISTE = "klinikliste"
MEDLEM, REDAKTOER = Bruger(Rolle.MEDLEM, "m@plo.dk"), Bruger(Rolle.REDAKTOER, "r@plo.dk")
ROLLER = {
    "gæst": GAEST,
    "gæst med udløbet link": Bruger(udloebet=True),
    "gæst med link": Bruger(aabnet=frozenset({LISTE})),
    "medlem": MEDLEM,
    "redaktør": REDAKTOER,
}
ALLE = pytest.mark.parametrize("rolle", ROLLER)


async def elsewhere(scope, receive, send) -> None:
    await send({"type": "http.response.start", "status": 299, "headers": [(b"set-cookie", b"a=1; Path=/")]})
    await send({"type": "http.response.body", "body": b"bagved"})


def ask(bruger: Bruger, *adresser: str, vaert: str = "http://tavle.example.dk") -> list[httpx.Response]:
    """What one is answered by everything in front of Streamlit, as dashboard.py puts it together."""
    app = Adresser(Salen(elsewhere, lambda _: bruger), opened, lambda: NU, lambda _: bruger)

    async def go() -> list[httpx.Response]:
        vej = httpx.ASGITransport(app=Hegn(Links(app)), client=("10.0.0.1", 5))
        async with httpx.AsyncClient(transport=vej, base_url=vaert) as klient:
            return [await klient.get(en) for en in adresser]

    return run(go)


# the table of addresses


def test_every_address_has_a_rule():
    egne = [en.path for en in dashboard.app._user_routes]
    streamlits = [en.path for en in create_streamlit_routes(MagicMock())]
    assert "/adgang" in egne and "/_stcore/stream" in streamlits
    assert {*egne, *streamlits} <= set(ADRESSER)
    # of the middlewares these answer addresses of their own, which the table has too
    foran = {en.cls for en in dashboard.app._user_middleware}
    assert foran - {Hegn, Links, Adresser, Salen, Pakket, Doer, Oplaegsgraense, DanskSide} == {dashboard.GZipMiddleware}
    assert [en.cls for en in dashboard.app._user_middleware][:2] == [Hegn, Links], "nothing is answered outside it"


def test_every_address_that_depends_on_the_role_is_tried():
    proevet = {"/v", "/v.json", "/v/{resten}", "/foelg/{salkode}", "/foelg/{salkode}/{hvad}"}
    andetsteds = {"/adgang", "/_stcore/stream"}  # test_siden.py; the pages below, and tests/e2e/test_adgang.py
    assert {en for en, regel in ADRESSER.items() if regel is Regel.ROLLE} == proevet | andetsteds


# plain addresses

SPURGT = [f"/v/{LISTE}", *(f"/v/{LISTE}.{en}" for en in ENDELSER), "/v/kort", "/v/kort.csv", "/v", "/v.json"]
UKENDTE = ["/v/findes_ikke", "/v/findes_ikke.csv", "/v/findes_ikke.json", "/v/kort.docx", "/v.xml"]


def form_of(svar: httpx.Response) -> str:
    return svar.headers["content-type"]


@ALLE
def test_a_plain_address_of_own_data_is_for_those_who_may_see_them(egne_data, rolle, caplog, log):
    bruger = ROLLER[rolle]
    svarene = dict(zip(SPURGT, ask(bruger, *(f"{en}?datasaet=egne" for en in SPURGT)), strict=True))
    for adresse, svar in svarene.items():
        visning = re.sub(r"^/v/?|\..*", "", adresse)
        if bruger.may_read_own(visning):
            assert svar.status_code == 200, adresse
            assert svar.headers["cache-control"] == "private, no-cache"
            assert "access-control-allow-origin" not in svar.headers
        else:
            assert svar.status_code == 403 and bruger.why_not in svar.text, adresse
            assert HEMMELIGT not in svar.text and svar.headers["cache-control"] == "no-store"
    assert (HEMMELIGT in svarene[f"/v/{LISTE}.csv"].text) == bruger.may_read_own(LISTE)
    noteret = newest_entries(log, 10)
    assert {en.handling for en in noteret} == ({"afvist: læse egne data"} if bruger.rolle is Rolle.GAEST else set())
    assert len(noteret) <= 1, "not once for each address"
    assert HEMMELIGT not in caplog.text and LISTE not in repr(noteret)


@ALLE
def test_without_a_dataset_one_gets_what_one_may_see(egne_data, rolle):
    bruger = ROLLER[rolle]
    liste, kort, openapi = ask(bruger, f"/v/{LISTE}.csv", "/v/kort.json", "/v/openapi.json")
    assert {en.status_code for en in (liste, kort, openapi)} == {200}
    assert (HEMMELIGT in liste.text) == bruger.may_read_own(LISTE)
    assert ('"egne"' in openapi.text) == bruger.may_read_own()
    assert kort.json()["dataversion"] == opened(bruger).version[:12]


def test_a_view_that_is_closed_and_one_that_is_not_there_are_refused_alike(egne_data, monkeypatch):
    """In the same words, and before anything is looked up, so in the same time."""

    def looked_up(*_):
        raise AssertionError("something was looked up")

    for navn in ("answer", "known_view", "choices", "built"):
        monkeypatch.setattr(f"export.adresser.ruter.{navn}", looked_up)
    for skrevet in ("datasaet=egne", "datasaet=EGNE", "x=1&datasaet=egne%20", "datasaet=offentlig&datasaet=egne"):
        svarene = ask(GAEST, *(f"{en}?{skrevet}" for en in [*SPURGT, *UKENDTE]))
        former = {(form_of(en), en.status_code, en.content) for en in svarene}
        assert len(former) == len({form_of(en) for en in svarene}) == 3
        assert all(LAES_EGNE in krop.decode() for _, _, krop in former)


def test_it_is_the_same_where_there_are_no_own_data():
    med_ingen = ask(GAEST, "/v/kort?datasaet=egne", "/v/kort.csv?datasaet=egne")
    assert [en.status_code for en in med_ingen] == [403, 403] and LAES_EGNE in med_ingen[0].text
    assert UDLOEBET in ask(Bruger(udloebet=True), "/v/kort?datasaet=egne")[0].text


# the hall


@pytest.fixture
def show(egne_data):
    deck = Praesentation("Møde", (Dias(LISTE), Dias("kort")))
    return fremvisninger.begin("t", deck, "egne", fremvisninger.data_for(deck, "egne", MEDLEM))


@ALLE
def test_a_show_of_own_data_is_followed_by_those_who_may_see_them(show, rolle):
    for bruger in (ROLLER[rolle], Bruger(aabnet=frozenset({show.hvad}))):
        kode, ingen = (
            ask(bruger, *(f"/foelg/{en}{rest}" for rest in ("", "/0", "/1")))
            for en in (show.salkode, "x" * len(show.salkode))
        )
        if show.is_for(bruger):
            assert [en.status_code for en in kode] == [200] * 3 and HEMMELIGT in kode[0].text
        else:
            assert [(en.status_code, en.content, en.headers) for en in kode] == [
                (en.status_code, en.content, en.headers) for en in ingen
            ], "as where there is none"
            assert kode[0].status_code == 404 and "egne data" in kode[0].text


def test_its_steps_are_told_to_nobody_else(show):
    nej, ingen = ask(GAEST, f"/foelg/{show.salkode}/nu", "/foelg/findes-ikke/nu")
    assert (nej.status_code, nej.content) == (ingen.status_code, ingen.content) and nej.status_code == 404


def test_a_show_of_other_data_holds_no_own(egne_data):
    """Guests follow it, and it is frozen on what they may see, whoever shows it; one slide of own data closes it."""
    aabent = Praesentation("Møde", (Dias(LISTE),))
    assert fremvisninger.data_for(aabent, "offentlig", MEDLEM) is opened(GAEST)
    blandet = Praesentation("Møde", (Dias("kort"), Dias(LISTE, (("datasaet", "egne"),))))
    assert fremvisninger.shows_own(blandet, "offentlig", NU.date())
    assert fremvisninger.data_for(blandet, "offentlig", MEDLEM) is opened(MEDLEM)


# pages


@pytest.fixture
def page(egne_data, monkeypatch):
    """Runs a page as one of a role."""

    def shown(bruger: Bruger, side: str, **parametre: str) -> AppTest:
        monkeypatch.setattr(hvem, "who", lambda spurgt: bruger)
        return run_page(side, **parametre)

    return shown


def words(test: AppTest) -> str:
    """All that a page says, in words and in tables."""
    slags = ("title", "subheader", "markdown", "caption", "info", "warning", "error", "success")
    return " ".join(
        [en.value for navn in slags for en in getattr(test, navn)] + [en.value.to_csv() for en in test.dataframe]
    )


FANER = {"indlaes": RET_EGNE, "versioner": SE_VERSIONER, "hent": "", "registre": ""}


@ALLE
def test_pages_show_what_one_may_see_and_say_why_not(page, rolle, monkeypatch):
    bruger = ROLLER[rolle]
    monkeypatch.setattr(egne_versioner, "current", lambda _: Version(3, "v", NU.isoformat(), HEMMELIGT))
    side = page(bruger, "data_og_kilder", datasaet="egne", fane="kilder")
    assert not side.exception
    assert (side.session_state[noegler.FILTERS].datasaet == "egne") == bruger.may_read_own()
    assert (HEMMELIGT in words(side)) == bruger.may_read_own()
    assert any(LAES_EGNE[:40] in en.value for en in side.info) != bruger.may_read_own()
    for fane, afvist in FANER.items():
        side = page(bruger, "data_og_kilder", fane=fane)
        assert not side.exception and (bruger.may_read_own() or HEMMELIGT not in words(side)), fane
        assert fane != "registre" or (HEMMELIGT in words(side)) == bruger.may_read_own(), "who loaded, and when"
        maa = bruger.may_edit() if fane == "indlaes" else bruger.may_read_own()
        assert any(afvist and afvist[:40] in en.value for en in side.info) == (bool(afvist) and not maa), fane
        assert bool(side.get("file_uploader")) == (fane == "indlaes" and bruger.may_edit())


@ALLE
def test_a_deck_of_own_data_is_read_by_nobody_else(egne_data, monkeypatch, rolle):
    bruger = ROLLER[rolle]
    monkeypatch.setattr(egne, "asking", lambda: bruger)
    monkeypatch.setattr(egne, "shown_data", lambda: opened(bruger))
    monkeypatch.setattr(egne, "keep_copy", lambda deck, titel: titel)
    toml = f'titel = "T"\n[[dias]]\nvisning = "{LISTE}"\n[dias.filtre]\ndatasaet = "egne"\n'.encode()
    if bruger.may_read_own():
        assert egne.upload(toml) == "T"
    else:
        with pytest.raises(egne.PraesentationsFejl, match=LAES_EGNE[:30]):
            egne.upload(toml)


def test_earlier_versions_are_compared_for_nobody_else(egne_data, monkeypatch):
    monkeypatch.setattr(rettelser, "current", MagicMock(side_effect=AssertionError("a version was read")))
    filters = Filters(datasaet="egne", siden="2025-01-01", dag=NU.date())
    assert siden_rettet.corrections(filters, opened(GAEST)).table.empty
    with pytest.raises(AssertionError):
        siden_rettet.corrections(filters, opened(MEDLEM))


# files


@ALLE
def test_whole_tables_and_the_database_hold_what_one_may_see(egne_data, rolle):
    bruger = ROLLER[rolle]
    tabel = hent_data._made(lambda ramme: ramme.to_csv().encode(), "klinik", "egne", bruger).decode()
    assert (HEMMELIGT in tabel) == bruger.may_read_own()
    fil = opened_file(bruger)
    assert (HEMMELIGT.encode() in fil.read_bytes()) == bruger.may_read_own()
    with duckdb.connect(fil, read_only=True) as con:
        tabeller = [navn for (navn,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        alt = "".join(str(con.table(navn).fetchall()) for navn in tabeller)
    assert len(tabeller) > 20 and (HEMMELIGT in alt) == bruger.may_read_own()


def test_the_file_is_chosen_when_it_is_read(verden, monkeypatch):
    """The page may have been shown before there were own data: a guest never gets the file that they come into."""
    monkeypatch.setattr(standard, "AABEN", Database(verden / "aaben.duckdb"))
    assert opened_file(GAEST) != opened_file(MEDLEM) and opened(GAEST) is opened(MEDLEM)


# changes


@ALLE
@pytest.mark.parametrize("handling", ["load_by", "go_back_by"])
def test_own_data_are_changed_by_editors_alone(rolle, handling, monkeypatch, log):
    bruger, gjort, nr = ROLLER[rolle], [], SimpleNamespace(nr=7)
    monkeypatch.setattr(doere, "load", lambda *valg, **_: gjort.append(valg) or nr)
    monkeypatch.setattr(doere, "go_back", lambda *valg, **_: gjort.append(valg) or nr)
    try:
        if handling == "load_by":
            doere.load_by(bruger, SimpleNamespace(kilder=log), "Anne", nu=NU)
        else:
            doere.go_back_by(bruger, 7, nu=NU, kilder=log)
    except IngenAdgang as fejl:
        assert str(fejl) == RET_EGNE
    assert bool(gjort) == bruger.may_edit()
    assert not gjort or "r@plo.dk" in gjort[0], "the one who logged in is named"
    (post,) = newest_entries(log, 10)
    gjorde = {"load_by": "indlæste version 7", "go_back_by": "tog version 7 i brug"}[handling]
    assert post.handling == (gjorde if gjort else "afvist: ændre egne data")
    assert (post.tid, post.hvem, post.rolle) == (NU.isoformat(), bruger.navn or "ukendt", bruger.rolle.navn)


# closed addresses, names, headers


@pytest.mark.parametrize("adresse", [en for en, regel in ADRESSER.items() if regel is Regel.HER])
def test_what_is_for_the_machine_is_closed_from_outside(adresse):
    for sti in (adresse, f"/mappe{adresse}", f"{adresse}/"):
        (svar,) = ask(REDAKTOER, sti)
        assert (svar.status_code, svar.text) == (404, hegn.INTET), sti
    assert ask(GAEST, adresse, vaert="http://localhost")[0].status_code == 404, "asked from another machine"


def test_the_pages_own_addresses_are_not_closed():
    aabne = [en for en, regel in ADRESSER.items() if regel is not Regel.HER]
    assert not [en for en in aabne if LUKKET.fullmatch(en)]
    assert ask(GAEST, "/_stcore/health")[0].status_code == 299


def test_every_answer_has_the_headers(egne_data):
    svarene = ask(GAEST, "/", "/v", "/v/kort?datasaet=egne", "/v/x", "/_stcore/metrics", "/foelg/findes-ikke/nu")
    for svar in svarene:
        assert set(HOVEDER) <= set(svar.headers), svar.url
        assert "frame-ancestors 'self'" in svar.headers["content-security-policy"]
        assert len(svar.headers.get_list("content-security-policy")) == 1
    assert "script-src" not in svarene[1].headers["content-security-policy"], "a plain page keeps its own"
    assert "Secure" not in svarene[0].headers["set-cookie"]
    assert ask(GAEST, "/", vaert="https://tavle.example.dk")[0].headers["set-cookie"] == "a=1; Path=/; Secure"


def test_a_name_that_is_not_the_servers_is_not_answered(monkeypatch):
    monkeypatch.setattr(hegn, "is_host_allowed", lambda vaert: vaert == "dashboard.plo.dk")
    assert ask(GAEST, "/v")[0].status_code == 421
    assert ask(GAEST, "/v", vaert="http://dashboard.plo.dk")[0].status_code == 200


# links


@pytest.fixture
def signing(monkeypatch, tmp_path):
    """Links are signed with a secret of this test."""
    monkeypatch.setattr("ui.adgang.links.DATA", tmp_path)
    for modul in ("hvem", "links"):
        monkeypatch.setattr(f"ui.adgang.{modul}.setup", lambda: Opsaetning(alene=False, kode="x" * 12))
    return tmp_path


def browse(*adresser: str) -> list[httpx.Response]:
    """One browser, which keeps its cookies, asks for one after the other."""
    app = Adresser(elsewhere, opened, lambda: NU, hvem.who_asks)

    async def go() -> list[httpx.Response]:
        vej = httpx.ASGITransport(app=Hegn(Links(app)), client=("10.0.0.1", 5))
        async with httpx.AsyncClient(transport=vej, base_url="http://tavle.example.dk") as klient:
            return [await klient.get(en) for en in adresser]

    return run(go)


def test_a_link_opens_its_view_until_it_ends_and_nothing_else(egne_data, signing):
    adresse = with_link(f"/v/{LISTE}?datasaet=egne", LISTE, ur.now() + timedelta(hours=1))
    andre = (f"/v/{LISTE}.csv?datasaet=egne", "/v/kort?datasaet=egne", "/v.json?datasaet=egne")
    aabnet, fil, anden, liste = browse(adresse, *andre)
    assert [en.status_code for en in (aabnet, fil, anden, liste)] == [200, 200, 403, 403]
    kage = aabnet.headers["set-cookie"]
    assert "HttpOnly" in kage and "SameSite=lax" in kage and "adgang=" not in aabnet.text
    assert HEMMELIGT in fil.text
    udloebet = with_link(f"/v/{LISTE}?datasaet=egne", LISTE, ur.now() - timedelta(seconds=1))
    svar, igen = browse(udloebet, f"/v/{LISTE}?datasaet=egne")
    assert svar.status_code == igen.status_code == 403 and UDLOEBET in svar.text and "set-cookie" not in svar.headers
    for forfalsket in (adresse[:-2], adresse.replace("adgang=", "adgang=x"), f"/v/{LISTE}?datasaet=egne&adgang="):
        svar = browse(forfalsket)[0]
        assert svar.status_code == 403 and LAES_EGNE in svar.text
    noegle = Path(signing, "egne", ".linknoegle")
    assert noegle.stat().st_mode & 0o077 == 0 and noegle.read_bytes().hex() not in adresse


def test_alone_no_link_is_made(monkeypatch):
    monkeypatch.setattr(links, "setup", lambda: Opsaetning(alene=True))
    assert with_link("/v/kort", "kort", NU) == "/v/kort"


@pytest.mark.parametrize("fejl", [DataFejl([]), Optaget("En anden er ved at indlæse data.")])
def test_when_the_newest_sources_are_refused_guests_have_the_last_good_data(egne_data, monkeypatch, fejl):
    foer = opened(GAEST).version

    def refused(*_, **__):
        raise fejl

    monkeypatch.setattr(standard, "build", refused)
    opened(MEDLEM).forget()
    assert opened(GAEST).version == foer and opened_file(GAEST) == egne_data / "aaben.duckdb"
    monkeypatch.setattr(standard, "AABEN", Database(egne_data / "ingen.duckdb", aaben=True))
    with pytest.raises(type(fejl)):
        opened_file(GAEST)
