"""Fetching the official borders: from a real service on this machine, in the documented shape, with a key that no
text and no file ever holds."""

import io
import json
import shutil
import urllib.parse
import zipfile
from email.utils import formatdate
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo import hent_dagi
from geo.former import OFFICIEL, active_basemap
from geo.import_dagi import read_kommuner
from geo.pakket import Ulaeselig, unpacked
from tests.data.hent.tjeneste import Svar, served

NOEGLE = "Nøgle?".encode().hex() + "/+&=#hemmelig"
SKREVET = (NOEGLE, urllib.parse.quote(NOEGLE), urllib.parse.quote(NOEGLE, safe=""), urllib.parse.quote_plus(NOEGLE))


@pytest.fixture(scope="module")
def arkiv(grundlag, tmp_path_factory) -> bytes:
    """A zip as Datafordeler makes it: one GeoPackage, codes of four digits, Christiansø among them."""
    mappe = tmp_path_factory.mktemp("dagi")
    kommuner = grundlag.kommuner.reset_index()
    kommuner["kommunekode"] = "0" + kommuner.kommunekode
    oe = gpd.GeoDataFrame(
        {"kommunekode": ["0411"]}, geometry=[shapely.Point(890000, 6148000).buffer(300)], crs=kommuner.crs
    )
    return zipped(mappe, pd.concat([kommuner, oe]))


def zipped(mappe: Path, kommuner: gpd.GeoDataFrame, lag: str = "kommuneinddeling", filer: int = 1) -> bytes:
    kommuner.to_file(mappe / "dagi.gpkg", layer=lag)
    with zipfile.ZipFile(mappe / "dagi.zip", "w", zipfile.ZIP_DEFLATED) as pakke:
        for nr in range(filer):
            pakke.write(mappe / "dagi.gpkg", f"../DAGI_{nr}.gpkg")
        pakke.writestr("laes_mig.txt", "x")
    return (mappe / "dagi.zip").read_bytes()


def listed(**felter) -> bytes:
    fil = {"entityName": "Kommuneinddeling", "containedFileFormat": "gpkg", "generationTime": "2026-09-01T03:00:00Z"}
    andre = {"entityName": "Regionsinddeling", "containedFileFormat": "gpkg", "generationTime": "2026-12-01T03:00:00Z"}
    return json.dumps({"availableFileDownloads": [andre, fil | felter]}).encode()


@pytest.fixture(scope="module")
def serveren():
    with served() as tjeneste:
        yield tjeneste


@pytest.fixture
def tjeneste(serveren, arkiv, monkeypatch):
    for navn in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(navn, raising=False)
    monkeypatch.setenv(hent_dagi.VARIABEL, NOEGLE)
    monkeypatch.setattr("data.hent.transport.time.sleep", lambda _: None)
    serveren.spurgt.clear()
    serveren.liste, serveren.fil = Svar(listed(), type="application/json"), Svar(arkiv, type="application/zip")
    serveren.svar = lambda _metode, sti, _krop: serveren.liste if "GetAvailable" in sti else serveren.fil
    return serveren


@pytest.fixture
def hent(tjeneste, mappe, capsys):
    """Run the command: exit code, what was said. The key is looked for in all of it, and in every file."""

    def run(*tilvalg: str) -> tuple[int, str]:
        kode = hent_dagi.main([*tilvalg], mappe, tjeneste.adresse)
        sagt = "".join(capsys.readouterr())
        filer = b"".join(fil.read_bytes() for fil in mappe.rglob("*") if fil.is_file())
        assert not [en for en in SKREVET if en in sagt or en.encode() in filer]
        return kode, sagt

    return run


def test_the_map_is_put_in_place_with_its_year_and_day(hent, tjeneste, mappe):
    tjeneste.fil.hoveder = {"Date": formatdate(1795600000, usegmt=True)}
    kode, sagt = hent("--ja")
    assert kode == 0 and "98 kommuner, årgang 2026. 0 af dem" in sagt and "Christiansø" in sagt
    i_brug = active_basemap(mappe)
    assert (i_brug.er_officiel, i_brug.aargang, len(i_brug.kommuner)) == (True, "2026", 98)
    assert i_brug.hentet.startswith("2026-11-")
    spurgt = urllib.parse.urlsplit(tjeneste.spurgt[1][1])
    felter = dict(urllib.parse.parse_qsl(spurgt.query))
    assert felter["LatestTotalForEntity"] == "Kommuneinddeling" and felter["apiKey"] == NOEGLE


def test_nothing_is_changed_unless_the_user_says_so(hent, mappe, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda _: "nej")
    assert hent()[0] == 1 and not (mappe / OFFICIEL).exists()

    def hang_up(_):
        raise EOFError

    monkeypatch.setattr("builtins.input", hang_up)
    assert hent()[0] == 1 and not (mappe / OFFICIEL).exists()
    monkeypatch.setattr("builtins.input", lambda _: "ja")
    assert hent()[0] == 0 and (mappe / OFFICIEL).exists()


FORKERTE = {
    "key refused": ("liste", Svar(f'{{"message": "{NOEGLE}"}}'.encode(), 401), "nøgle kan være nogle timer"),
    "key repeated": ("liste", Svar(json.dumps({"message": f"forkert {NOEGLE}"}).encode(), 400), "(nøgle)"),
    "closed": ("liste", Svar(kode=410), "lukket"),
    "busy": ("fil", Svar(kode=503), "HTTP 503"),
    "moved": ("fil", Svar(kode=302, hoveder={"Location": f"https://x.example/{NOEGLE}"}), "viser videre til x.example"),
    "cut": ("fil", Svar(b"PK\x03\x04", lovet=1000), "afbrudt"),
    "web page": ("fil", Svar(b"<html>", type="text/html"), "webside"),
    "no list": ("liste", Svar(b'{"a": 1}', type="application/json"), "dens form er ny"),
    "no borders": ("liste", Svar(listed(entityName="Sogneinddeling"), type="application/json"), "ingen GeoPackage-fil"),
    "other form": ("liste", Svar(listed(containedFileFormat="gml"), type="application/json"), "ingen GeoPackage-fil"),
    "no archive": ("fil", Svar(b"PK\x03\x04 broken", type="application/zip"), "kan ikke læses som et kort"),
    "empty": ("fil", Svar(b"", type="application/zip"), "kan ikke læses som et kort"),
}


@pytest.mark.parametrize("hvor, svar, ord_", FORKERTE.values(), ids=FORKERTE)
def test_what_cannot_be_used_changes_nothing(hent, tjeneste, mappe, hvor, svar, ord_):
    foer = {fil.name: fil.read_bytes() for fil in mappe.iterdir()}
    setattr(tjeneste, hvor, svar)
    kode, sagt = hent("--ja")
    assert kode == 2 and ord_ in sagt and sagt.endswith("Intet er ændret.\n")
    assert {fil.name: fil.read_bytes() for fil in mappe.iterdir()} == foer


def test_a_wrong_or_missing_layer_is_refused(hent, tjeneste, grundlag, mappe, tmp_path):
    regioner = grundlag.kommuner.dissolve().assign(regionskode="1084")
    for kommuner, filer in ((regioner, 1), (grundlag.kommuner.reset_index().iloc[:97], 1), (regioner, 2)):
        tjeneste.fil = Svar(zipped(tmp_path, kommuner, "Regionsinddeling", filer), type="application/zip")
        kode, sagt = hent("--ja")
        assert kode == 2 and not (mappe / OFFICIEL).exists()
        assert "kommunekoder" in sagt or "1 af 98 kommuner mangler" in sagt or "2 GeoPackage-filer" in sagt


def test_a_key_that_nobody_can_type_unseen_is_asked_for_in_the_environment(hent, tjeneste, monkeypatch):
    monkeypatch.setenv(hent_dagi.VARIABEL, "")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{NOEGLE}\n"))
    kode, sagt = hent("--ja")
    assert kode == 2 and hent_dagi.VARIABEL in sagt and sagt.endswith("Intet er ændret.\n") and not tjeneste.spurgt


def test_a_key_that_can_be_none_is_not_sent(hent, tjeneste, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    for skrevet in ("", "kort", "med mellemrum i"):
        monkeypatch.setenv(hent_dagi.VARIABEL, "")
        monkeypatch.setattr("getpass.getpass", lambda _, skrevet=skrevet: skrevet)
        kode, sagt = hent("--ja")
        assert kode == 2 and "Nøglen" in sagt and not tjeneste.spurgt
    monkeypatch.setattr("getpass.getpass", lambda _: f" {NOEGLE} ")
    assert hent("--ja")[0] == 0


def test_the_zip_can_be_imported_as_it_came(arkiv, grundlag, tmp_path):
    (tmp_path / "DAGI_Kommuneinddeling.zip").write_bytes(arkiv)
    laest = read_kommuner(tmp_path / "DAGI_Kommuneinddeling.zip")
    assert list(laest.kommuner.index) == list(grundlag.kommuner.index)
    assert any("Christiansø" in en for en in laest.noter)


def test_an_archive_is_unpacked_within_its_folder_and_not_beyond_a_limit(arkiv, tmp_path, monkeypatch):
    (tmp_path / "k.zip").write_bytes(arkiv)
    rum = tmp_path / "rum"
    rum.mkdir()
    assert unpacked(tmp_path / "k.zip", rum).parent == rum and len([*tmp_path.rglob("*.gpkg")]) == 1
    monkeypatch.setattr("geo.pakket.UDPAKKET", 1000)
    with pytest.raises(Ulaeselig, match="for stor"):
        unpacked(tmp_path / "k.zip", rum)
    shutil.copy(tmp_path / "k.zip", tmp_path / "halv.zip")
    halv = arkiv[: len(arkiv) // 3] + b"x" * 50 + arkiv[len(arkiv) // 3 + 50 :]
    (tmp_path / "halv.zip").write_bytes(halv)
    monkeypatch.undo()
    with pytest.raises(Ulaeselig, match="ikke helt"):
        unpacked(tmp_path / "halv.zip", rum)
