"""Bundles are packed once and sent as they are; what is not packed, or not asked for in a form, goes the old way."""

import gzip

import brotli
import httpx
import pytest
from starlette.responses import PlainTextResponse

from tests.loeb import run
from ui import pakket
from ui.pakket import Bundter, Pakket, accepted

SCRIPT = b"const tal = 1;\n" * 400
GAMLE_VEJ = PlainTextResponse("den gamle vej")


@pytest.fixture
def mapper(tmp_path):
    """The folder of the bundles, and the one where they are kept packed."""
    kilde = tmp_path / "static"
    for navn, indhold in {
        "js/a.1.js": SCRIPT,
        "css/b.2.css": SCRIPT,
        "js/lille.3.js": b"1",
        "media/x.woff2": SCRIPT,
    }.items():
        (kilde / navn).parent.mkdir(parents=True, exist_ok=True)
        (kilde / navn).write_bytes(indhold)
    return kilde, tmp_path / "pakket"


@pytest.fixture
def bundter(mapper):
    en = Bundter(*mapper)
    en.read()
    return en


def ask(bundter, sti: str, tager: str, metode: str = "GET", **hoveder) -> httpx.Response:
    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app=Pakket(GAMLE_VEJ, bundter))
        async with httpx.AsyncClient(transport=transport, base_url="http://her") as klient:
            return await klient.request(metode, sti, headers={"Accept-Encoding": tager} | hoveder)

    return run(asked)


def test_all_are_packed_once_and_by_their_contents(mapper, bundter):
    kilde, lager = mapper
    assert {navn for navn, _ in bundter.unpacked()} == {"js/a.1.js", "css/b.2.css"}
    assert bundter.pack() == 4 and bundter.unpacked() == [] and bundter.pack() == 0
    # the same contents under another name are packed already
    assert len([*lager.iterdir()]) == 2
    assert brotli.decompress((lager / f"{bundter.hashes['js/a.1.js']}.br").read_bytes()) == SCRIPT
    # another Streamlit: what belongs to no bundle goes
    for fil in (kilde / "js" / "a.1.js", kilde / "css" / "b.2.css"):
        fil.write_bytes(SCRIPT + b"2")
    bundter.read()
    assert bundter.pack() == 4 and len([*lager.iterdir()]) == 2


@pytest.mark.parametrize(
    ("tager", "form"), [("gzip, deflate, br, zstd", "br"), ("gzip, br;q=0", "gzip"), ("gzip", "gzip")]
)
def test_a_browser_gets_the_best_form_it_takes(bundter, tager, form):
    bundter.pack()
    svar = ask(bundter, "/static/js/a.1.js", tager)
    assert svar.headers["content-encoding"] == form and svar.content == SCRIPT
    assert (
        svar.headers["content-type"] == "text/javascript; charset=utf-8"
        and "immutable" in svar.headers["cache-control"]
    )
    assert svar.headers["vary"] == "Accept-Encoding" and int(svar.headers["content-length"]) < len(SCRIPT) / 10
    igen = ask(bundter, "/mappe/static/js/a.1.js", tager, **{"If-None-Match": svar.headers["etag"]})
    assert (igen.status_code, igen.content) == (304, b"") and "content-length" not in igen.headers
    hoved = ask(bundter, "/static/js/a.1.js", tager, "HEAD")
    assert hoved.headers["content-length"] == svar.headers["content-length"] and hoved.content == b""


def test_nothing_is_packed_for_a_visitor(bundter, monkeypatch):
    bundter.pack()
    monkeypatch.setattr(pakket, "FORMER", dict.fromkeys(pakket.FORMER))
    for _ in range(2):
        assert gzip.compress(SCRIPT) and ask(bundter, "/static/js/a.1.js", "gzip").content == SCRIPT


@pytest.mark.parametrize(
    ("sti", "tager", "metode"),
    [
        ("/static/js/a.1.js", "identity", "GET"),
        ("/static/js/a.1.js", "", "GET"),
        ("/static/js/a.1.js", "br", "POST"),
        ("/static/js/lille.3.js", "br", "GET"),
        ("/static/media/x.woff2", "br", "GET"),
        ("/static/js/findes-ikke.js", "br", "GET"),
        ("/static/js/..%2fjs/a.1.js", "br", "GET"),
        ("/kort", "br", "GET"),
    ],
)
def test_all_else_goes_the_old_way(bundter, sti, tager, metode):
    bundter.pack()
    assert ask(bundter, sti, tager, metode).text == "den gamle vej"


def test_what_is_not_packed_yet_goes_the_old_way(mapper, bundter):
    assert ask(bundter, "/static/js/a.1.js", "br").text == "den gamle vej"
    bundter.pack()
    assert ask(bundter, "/static/js/a.1.js", "br").content == SCRIPT
    assert ask(Bundter(*mapper), "/static/js/a.1.js", "br").text == "den gamle vej", "nothing is read before `read`"


def test_a_folder_that_cannot_be_written_is_told_and_harms_nothing(mapper, monkeypatch, capsys):
    kilde, lager = mapper
    lager.write_text("en fil", encoding="utf-8")
    monkeypatch.setattr(pakket, "LAGER", lager)
    monkeypatch.setattr(pakket, "Bundter", lambda: Bundter(kilde, lager))
    monkeypatch.setattr(pakket.os, "nice", lambda _: None, raising=False)
    assert pakket.main() == 1 and "kan ikke pakkes" in capsys.readouterr().err


def test_the_forms_of_a_browser():
    assert accepted("GZIP, br;q=0.5") == ["br", "gzip"] and accepted("br;q=0, gzip;q=0.0") == [] == accepted("*")


def test_streamlits_bundles_are_found():
    """Where they lie is Streamlit's own business: an upgrade that moves them is noticed here."""
    navne = {fil.name.split(".")[0] for fil in (pakket.BUNDTER / "js").glob("*.js")}
    assert {"PlotlyChart", "index"} <= navne


def test_the_fonts_of_a_page_are_cut_and_asked_about_again_soon(mapper, monkeypatch):
    kilde, lager = mapper
    navn = "media/SourceSansVF-Upright.ttf.x.woff2"
    (kilde / navn).write_bytes(SCRIPT)
    monkeypatch.setattr(pakket.skrifter, "cut", lambda navn, skrift, ikoner: b"skaaret")
    bundter = Bundter(kilde, lager)
    bundter.read()
    assert (navn, "woff2") in bundter.unpacked()
    bundter.pack()
    for tager in ("br", "identity"):
        svar = ask(bundter, f"/static/{navn}", tager)
        assert svar.content == b"skaaret" and "content-encoding" not in svar.headers
        assert svar.headers["content-type"] == "font/woff2" and "immutable" not in svar.headers["cache-control"]
    foer = bundter.hashes[navn]
    monkeypatch.setattr(pakket, "icons_in", lambda _: frozenset({"et_nyt_ikon"}))
    bundter.read()
    assert bundter.hashes[navn] != foer, "another icon is another font"
