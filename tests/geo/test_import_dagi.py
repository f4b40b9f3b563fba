"""The import of official borders: many shapes of right files are read, wrong ones are refused and change nothing.

The made-up files are the generalised map in other clothes.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo import import_dagi
from geo.former import GENERALISERET, OFFICIEL, active_basemap
from geo.import_dagi import as_code, main, read_kommuner
from geo.kortlag import MAX_BYTES, all_layers
from geo.kvalitet import main as measure

pytestmark = [  # what the made-up files are meant to be like
    pytest.mark.filterwarnings("ignore:Column names longer than 10"),
    pytest.mark.filterwarnings("ignore:'crs' was not provided"),
    pytest.mark.filterwarnings("ignore:Normalized/laundered"),
]
ROOT = Path(import_dagi.__file__).resolve().parents[1]


@pytest.fixture
def frame(grundlag) -> gpd.GeoDataFrame:
    """The generalised kommuner as a plain table: kommunekode, geometry."""
    return grundlag.kommuner.reset_index()


def same_map(kommuner: gpd.GeoSeries, grundlag, tolerance: float = 2.0) -> None:
    """All kommuner are where they were, within metres of border."""
    ours = grundlag.kommuner.geometry
    assert list(kommuner.index) == list(ours.index) and kommuner.crs == "EPSG:25832"
    assert shapely.coverage_is_valid(kommuner.to_numpy())
    moved = kommuner.symmetric_difference(ours).area / ours.length
    assert moved.max() < tolerance


def split(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Every polygon a feature of its own, and København in two halves."""
    parts = frame.explode(ignore_index=True)
    xmin, ymin, xmax, ymax = frame.total_bounds
    boxes = [shapely.box(xmin, ymin, 722000, ymax), shapely.box(722000, ymin, xmax, ymax)]
    return parts.overlay(gpd.GeoDataFrame(geometry=boxes, crs=frame.crs), how="identity").explode(ignore_index=True)


CLOTHES = {
    "geojson-degrees": ("k.geojson", lambda f: f.to_crs(4326)),
    "geojson-metres": ("k.geojson", lambda f: f),
    "gpkg-int-kode": ("k.gpkg", lambda f: f.rename(columns={"kommunekode": "kode"}).astype({"kode": int})),
    "shapefile-zero-padded": ("k.shp", lambda f: f.assign(KOMKODE="0" + f.kommunekode)[["KOMKODE", "geometry"]]),
    "shapefile-cut-name": ("k.shp", lambda f: f.rename(columns={"kommunekode": "nationalco"})),
    "float-like": ("k.gpkg", lambda f: f.assign(lau_1=f.kommunekode + ".0")[["lau_1", "geometry"]]),
    "float": ("k.gpkg", lambda f: f.assign(Kode=f.kommunekode.astype(float))[["Kode", "geometry"]]),
    "lau": ("k.gpkg", lambda f: f.assign(LAU_ID="DK_" + f.kommunekode)[["LAU_ID", "geometry"]]),
    "unknown-name": ("k.gpkg", lambda f: f.assign(nr=f.kommunekode, kode=range(98))[["kode", "nr", "geometry"]]),
    "other-projection": ("k.gpkg", lambda f: f.to_crs(3035)),
    "heights": ("k.gpkg", lambda f: f.set_geometry(shapely.force_3d(f.geometry.to_numpy(), 7.0), crs=f.crs)),
    "many-features": ("k.gpkg", split),
    "no-projection-metres": ("k.shp", lambda f: f.set_crs(None, allow_override=True)),
    "no-projection-degrees": ("k.shp", lambda f: f.to_crs(4326).set_crs(None, allow_override=True)),
    "shuffled-rows": ("k.gpkg", lambda f: f.sample(frac=1, random_state=1)),
}


@pytest.mark.parametrize("name, dress", CLOTHES.values(), ids=CLOTHES)
def test_files_in_many_clothes_are_the_same_map(frame, grundlag, tmp_path, name, dress):
    dress(frame).to_file(tmp_path / name)
    read = read_kommuner(tmp_path / name)
    same_map(read.kommuner, grundlag)
    assert not [note for note in read.noter if "Christiansø" in note]


def test_zipped_shapefile(frame, grundlag, tmp_path):
    (tmp_path / "shp").mkdir()
    frame.to_file(tmp_path / "shp" / "kommuner.shp")
    archive = shutil.make_archive(str(tmp_path / "dagi"), "zip", tmp_path / "shp")
    same_map(read_kommuner(Path(archive)).kommuner, grundlag)


def test_metres_in_a_geojson_without_projection(frame, grundlag, tmp_path):
    (tmp_path / "k.geojson").write_text(frame.set_crs(None, allow_override=True).to_json(), encoding="utf-8")
    same_map(read_kommuner(tmp_path / "k.geojson").kommuner, grundlag)


def test_the_kommune_layer_is_found_among_others(frame, grundlag, tmp_path):
    frame.dissolve().drop(columns="kommunekode").to_file(tmp_path / "k.gpkg", layer="region")
    frame.to_file(tmp_path / "k.gpkg", layer="Kommuneinddeling")
    same_map(read_kommuner(tmp_path / "k.gpkg").kommuner, grundlag)


def test_christiansoe_is_left_out_and_said(frame, grundlag, tmp_path):
    islet = gpd.GeoDataFrame(
        {"kommunekode": ["0411"]}, geometry=[shapely.Point(890000, 6148000).buffer(300)], crs=frame.crs
    )
    pd.concat([frame, islet]).to_file(tmp_path / "k.gpkg")
    read = read_kommuner(tmp_path / "k.gpkg")
    same_map(read.kommuner, grundlag)
    assert any("Christiansø" in note for note in read.noter)


def test_small_slivers_are_repaired_and_said(frame, grundlag, tmp_path):
    shifted = frame.assign(geometry=frame.translate(3, 0).where(frame.kommunekode == "461", frame.geometry))
    assert not shapely.coverage_is_valid(shifted.geometry.to_numpy())
    shifted.to_file(tmp_path / "k.gpkg")
    read = read_kommuner(tmp_path / "k.gpkg")
    same_map(read.kommuner, grundlag, tolerance=5.0)
    assert any("sprækker" in note for note in read.noter)


def swap(frame, one, other):
    return frame.assign(kommunekode=frame.kommunekode.replace({one: other, other: one}))


def overlapping(frame):
    geometry = frame.geometry.where(frame.kommunekode != "461", frame.buffer(3000))
    return frame.assign(geometry=geometry)


def copied(frame):
    aarhus = frame.geometry[frame.kommunekode == "751"].iloc[0]
    return frame.assign(geometry=frame.geometry.where(frame.kommunekode != "727", aarhus))


WRONG = {
    "missing": (lambda f: f[~f.kommunekode.isin(["101", "461"])], "2 af 98 kommuner mangler (København, Odense)"),
    "empty-shape": (
        lambda f: f.assign(geometry=f.geometry.where(f.kommunekode != "741", None)),
        "1 af 98 kommuner mangler (Samsø)",
    ),
    "unknown-codes": (
        lambda f: f.assign(kommunekode=f.kommunekode.replace({"101": "999", "147": "x"})),
        "2 ukendte kommunekoder (999, x)",
    ),
    "old-codes": (lambda f: f.assign(kommunekode=[str(n) for n in range(1, 99)]), "ukendte kommunekoder"),
    "no-code-column": (lambda f: f.assign(navn="x")[["navn", "geometry"]], "fundne kolonner: navn"),
    "points": (lambda f: f.assign(geometry=f.representative_point()), "Point i stedet for flader"),
    "lines": (lambda f: f.assign(geometry=f.boundary), "LineString i stedet for flader"),
    "no-features": (lambda f: f.iloc[:0], "filen er tom"),
    "overlap": (overlapping, "overlapper hinanden"),
    "same-shape-twice": (copied, "overlapper hinanden"),
    "swapped-codes": (lambda f: swap(f, "101", "851"), "København (101), Aalborg (851)"),
    "elsewhere": (lambda f: f.assign(geometry=f.translate(0, 900_000)), "uden for Danmark"),
    "axes-swapped": (
        lambda f: f.to_crs(4326).assign(
            geometry=lambda d: shapely.transform(d.geometry.to_numpy(), lambda xy: xy[:, ::-1])
        ),
        "uden for Danmark",
    ),
}


def assert_refused(path: Path, mappe: Path, capsys, reason: str) -> None:
    """Exit code 2, one sentence with the file's name and the reason, and an untouched folder."""
    before = {file.name: file.read_bytes() for file in mappe.iterdir()}
    assert main([str(path)], mappe) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and captured.err.count("\n") == 1 and captured.err.rstrip().endswith(".")
    assert path.name in captured.err and reason in captured.err and ";" in captured.err
    assert {file.name: file.read_bytes() for file in mappe.iterdir()} == before


@pytest.mark.parametrize("spoil, reason", WRONG.values(), ids=WRONG)
def test_wrong_maps_are_refused(frame, tmp_path, mappe, capsys, spoil, reason):
    spoil(frame).to_file(tmp_path / "k.gpkg")
    assert_refused(tmp_path / "k.gpkg", mappe, capsys, reason)


@pytest.mark.parametrize(
    "name, content",
    [
        ("k.geojson", b"this is no map"),
        ("k.geojson", b""),
        ("k.geojson", b'{"type": "FeatureCollection", "features": [{"type": "Feat'),
        ("k.gpkg", b"SQLite format 3\x00 broken"),
        ("k.shp", b"\x00\x00\x27\x0a"),
        ("k.zip", b"PK\x03\x04 broken"),
        ("k.csv", b"kommunekode,navn\n101,K\xc3\xb8benhavn\n"),
        ("k.json", b'{"kommuner": []}'),
        ("k.png", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_files_that_are_no_map_are_refused(tmp_path, mappe, capsys, name, content):
    (tmp_path / name).write_bytes(content)
    assert_refused(tmp_path / name, mappe, capsys, "")


def test_missing_file_and_folder_are_refused(tmp_path, mappe, capsys):
    assert_refused(tmp_path / "findes-ikke.gpkg", mappe, capsys, "findes ikke")
    assert_refused(tmp_path, mappe, capsys, "findes ikke")


def test_refusal_keeps_an_official_map_that_is_in_use(frame, tmp_path, mappe, capsys):
    shutil.copy(mappe / GENERALISERET, mappe / OFFICIEL)
    frame.iloc[:50].to_file(tmp_path / "k.gpkg")
    assert_refused(tmp_path / "k.gpkg", mappe, capsys, "48 af 98")


def test_import_and_reset(frame, mappe, tmp_path, capsys):
    frame.to_crs(4326).to_file(tmp_path / "dagi.geojson")
    before = active_basemap(mappe)
    assert main([str(tmp_path / "dagi.geojson"), "--aargang", "2024", "--licens", "prøvelicens"], mappe) == 0
    assert "98 kommuner" in capsys.readouterr().out
    official = active_basemap(mappe)
    assert (official.er_officiel, official.aargang, official.licens) == (True, "2024", "prøvelicens")
    assert "Klimadatastyrelsen" in official.kilde
    assert max(len(lag.indhold) for lag in all_layers(official).values()) <= MAX_BYTES
    assert main(["--nulstil"], mappe) == 0
    assert active_basemap(mappe).version == before.version
    assert main(["--nulstil"], mappe) == 0
    assert "allerede" in capsys.readouterr().out
    assert [path.name for path in mappe.iterdir()] == [GENERALISERET]


def test_the_official_file(dagi, dagi_kommuner, mappe, capsys):
    assert main([str(dagi), "--aargang", "2021"], mappe) == 0
    official = active_basemap(mappe)
    assert official.aargang == "2021" and official.licens == "CC BY 4.0"
    kommuner = official.kommuner.geometry
    overlap = kommuner.intersection(dagi_kommuner).area / kommuner.union(dagi_kommuner).area
    assert overlap.mean() > 0.96 and overlap.min() > 0.85


@pytest.mark.parametrize("arguments", [[], ["a", "--nulstil"], ["a", "--aargang", "i fjor"], ["a", "b"], ["--ukendt"]])
def test_wrong_calls_leave_no_traceback(arguments, tmp_path):
    call = [sys.executable, "-m", "geo.import_dagi", *arguments]
    result = subprocess.run(call, cwd=ROOT, env={"LAEGEDAEKNING_FORMER": str(tmp_path)}, capture_output=True, text=True)
    assert result.returncode == 2 and "usage" in result.stderr and "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_folder_that_cannot_be_written_is_said(frame, tmp_path, capsys):
    frame.to_file(tmp_path / "k.gpkg")
    assert main([str(tmp_path / "k.gpkg")], tmp_path / "findes-ikke") == 2
    assert "kan ikke skrives" in capsys.readouterr().err


@given(
    kode=st.integers(100, 999),
    zeros=st.integers(0, 3),
    prefix=st.sampled_from(["", "DK", "dk_", "DK-"]),
    dot=st.booleans(),
)
def test_codes_are_read_in_every_spelling(kode, zeros, prefix, dot):
    text = f" {prefix}{'0' * zeros}{kode}{'.0' if dot else ''} "
    assert as_code(text) == as_code(kode) == as_code(float(kode)) == str(kode)


@given(st.one_of(st.text(), st.none(), st.floats(), st.integers(), st.binary()))
def test_what_is_no_code_is_none(value):
    code = as_code(value)
    assert code is None or (len(code) == 3 and code in str(value))


def test_the_measuring_command_refuses_the_same_way(tmp_path, capsys):
    assert measure(["--dagi", str(tmp_path / "mangler.geojson")]) == 2
    assert "findes ikke" in capsys.readouterr().err


def test_the_measuring_command_reports(dagi, capsys):
    assert measure(["--dagi", str(dagi)]) == 0
    report = capsys.readouterr().out
    assert "af 186" in report and report.count(".json: ") == 5
