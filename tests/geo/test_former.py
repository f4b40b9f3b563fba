"""The basemap's shapes: complete, a valid coverage at every level, and replaced when the file changes."""

import json
import os

import numpy as np
import pytest
import shapely

from geo import former, niveauer
from geo.former import GENERALISERET, OFFICIEL, active_basemap, shapes, write_basemap
from geo.kontrolpunkter import control_points
from geo.kvalitet import compare


def test_levels_are_complete_valid_coverages(grundlag, level):
    niveau, struktur, count = level
    frame = shapes(niveau, struktur, grundlag)
    assert list(frame.index) == list(niveauer.areas(niveau, struktur)) and len(frame) == count
    assert frame.crs == "EPSG:25832"
    assert set(frame.geom_type) <= {"Polygon", "MultiPolygon"} and frame.is_valid.all() and not frame.is_empty.any()
    assert shapely.coverage_is_valid(frame.geometry.to_numpy())


def test_levels_cover_the_same_land(grundlag, level):
    niveau, struktur, _ = level
    assert shapes(niveau, struktur, grundlag).area.sum() == pytest.approx(grundlag.kommuner.area.sum(), rel=1e-9)


def test_generalised_map_has_whole_metres_and_says_what_it_is(grundlag):
    xy = shapely.get_coordinates(grundlag.kommuner.geometry.to_numpy())
    assert (xy == np.round(xy)).all()
    assert (grundlag.navn, grundlag.licens, grundlag.er_officiel) == ("generaliseret kort", "MIT", False)
    document = json.loads((former.FORMER / GENERALISERET).read_text(encoding="utf-8"))
    assert {"navn", "kilde", "licens", "aargang", "forbehold"} <= set(document["metadata"])


def test_kommuner_lie_where_they_should(grundlag):
    points = control_points()
    kommuner = grundlag.kommuner.geometry
    away = {kode: kommuner[kode].centroid.distance(shapely.Point(p.x, p.y)) for kode, p in points.items()}
    del away["185"]  # Tårnby without Saltholm, see KILDER.md
    assert max(away.values()) < 2500
    assert kommuner.area.sum() == pytest.approx(sum(p.areal for p in points.values()), rel=0.02)


def test_unknown_level_is_an_error(grundlag):
    with pytest.raises(KeyError):
        shapes("sogn", grundlag=grundlag)


def test_quality_against_the_official_borders(grundlag, dagi_kommuner):
    kvalitet = compare(grundlag, dagi_kommuner)
    assert kvalitet.naboer == 186
    assert np.mean(list(kvalitet.kommuner.values())) >= 0.86
    assert np.mean(list(kvalitet.sundhedsraad.values())) >= 0.915
    assert kvalitet.bevarede >= 182


def test_a_map_is_perfect_against_itself(grundlag):
    kvalitet = compare(grundlag, grundlag.kommuner.geometry)
    assert min(kvalitet.kommuner.values()) == pytest.approx(1.0)
    assert kvalitet.naboer == kvalitet.bevarede > 150 and kvalitet.nye == 0


def test_official_file_wins_and_changes_are_noticed(mappe, metadata):
    generalised = active_basemap(mappe)
    assert active_basemap(mappe) is generalised
    write_basemap(mappe / OFFICIEL, generalised.kommuner.geometry, metadata)
    official = active_basemap(mappe)
    assert official.er_officiel and official.navn == "prøvekort" and official.version != generalised.version
    moved = generalised.kommuner.geometry.translate(1000, 0)
    write_basemap(mappe / OFFICIEL, moved, metadata)
    os.utime(mappe / OFFICIEL, ns=(1, 1))  # the clock may not have moved between two writes
    assert active_basemap(mappe).kommuner.total_bounds[0] == official.kommuner.total_bounds[0] + 1000
    (mappe / OFFICIEL).unlink()
    assert active_basemap(mappe).version == generalised.version


def test_folder_can_be_set_from_outside(mappe, monkeypatch):
    monkeypatch.setenv(former.FOLDER_VARIABLE, str(mappe))
    (mappe / GENERALISERET).unlink()
    with pytest.raises(FileNotFoundError, match="geo.generaliser"):
        active_basemap()


def test_failed_write_leaves_the_old_file(mappe, metadata, monkeypatch):
    before = (mappe / GENERALISERET).read_bytes()

    def broken(*_):
        raise OSError("disk full")

    monkeypatch.setattr(former.os, "replace", broken)
    with pytest.raises(OSError):
        write_basemap(mappe / GENERALISERET, active_basemap(mappe).kommuner.geometry, metadata)
    assert (mappe / GENERALISERET).read_bytes() == before
    assert [path.name for path in mappe.iterdir()] == [GENERALISERET]
