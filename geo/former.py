"""The basemap: which kommune shapes the product draws, and every level's areas as unions of them.

The official borders (geo/former/officiel.geojson, written by geo.import_dagi and not in git) win over the generalised
map that comes with the product (geo/former/generaliseret.geojson, written by geo.generaliser).
"""

import hashlib
import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import geopandas as gpd
import shapely

from geo import niveauer

CRS = "EPSG:25832"
FORMER = Path(__file__).resolve().parent / "former"
FOLDER_VARIABLE = "LAEGEDAEKNING_FORMER"
OFFICIEL, GENERALISERET = "officiel.geojson", "generaliseret.geojson"


@dataclass(frozen=True, eq=False)
class Kortgrundlag:
    """Kommune shapes with their origin. `kommuner`: GeoDataFrame by kommunekode, column geometry, EPSG:25832 (metres).

    `version` is a hash of the content; `hentet` the day it was fetched (2026-11-27), "" when it was not. Compared and
    hashed by identity; the same file version is the same object.
    """

    navn: str
    kilde: str
    licens: str
    aargang: str
    forbehold: str
    er_officiel: bool
    kommuner: gpd.GeoDataFrame
    version: str
    hentet: str = ""


def folder() -> Path:
    """Where the shape files lie: geo/former, or what the environment variable LAEGEDAEKNING_FORMER says."""
    return Path(os.environ.get(FOLDER_VARIABLE) or FORMER)


def active_basemap(mappe: Path | None = None) -> Kortgrundlag:
    """The basemap in force in a folder (default `folder()`). A changed file is noticed at the next call.

    Raises FileNotFoundError when the folder holds neither file.
    """
    mappe = mappe or folder()
    for navn in (OFFICIEL, GENERALISERET):
        try:
            stat = (mappe / navn).stat()
        except FileNotFoundError:
            continue
        return _load(mappe / navn, stat.st_mtime_ns, stat.st_size)
    raise FileNotFoundError(f"Der ligger ingen kortfil i {mappe}. Kør python -m geo.generaliser for at danne den.")


@lru_cache(maxsize=4)
def _load(path: Path, _mtime: int, _size: int) -> Kortgrundlag:
    """The time and size are there for the cache: they make a changed file a different call."""
    content = path.read_bytes()
    document = json.loads(content)
    shapes = {
        feature["properties"]["kommunekode"]: shapely.from_geojson(json.dumps(feature["geometry"]))
        for feature in document["features"]
    }
    kommuner = gpd.GeoDataFrame(geometry=gpd.GeoSeries(shapes, crs=CRS).rename_axis("kommunekode"))
    version = hashlib.sha256(content).hexdigest()[:10]
    metadata = document["metadata"]
    return Kortgrundlag(
        metadata["navn"],
        metadata["kilde"],
        metadata["licens"],
        str(metadata["aargang"]),
        metadata["forbehold"],
        metadata["er_officiel"],
        kommuner,
        version,
        metadata.get("hentet", ""),
    )


def basemap(kommuner: gpd.GeoSeries, metadata: dict) -> Kortgrundlag:
    """A basemap of shapes in memory, used to measure a map before it is written."""
    version = hashlib.sha256(b"".join(shapely.to_wkb(kommuner.to_numpy()))).hexdigest()[:10]
    frame = gpd.GeoDataFrame(geometry=kommuner.set_crs(CRS, allow_override=True))
    return Kortgrundlag(**metadata, kommuner=frame, version=version)


def write_basemap(path: Path, kommuner: gpd.GeoSeries, metadata: dict) -> None:
    """Writes shapes and metadata as GeoJSON in whole metres. Atomic: readers see the old file or the new one.

    `metadata` has navn, kilde, licens, aargang, forbehold and er_officiel, and hentet when it was fetched.
    """
    lines = [
        json.dumps(
            {
                "type": "Feature",
                "properties": {"kommunekode": kode},
                "geometry": whole_numbers(shapely.geometry.mapping(shape)),
            },
            separators=(",", ":"),
        )
        for kode, shape in kommuner.sort_index().items()
    ]
    head = {
        "type": "FeatureCollection",
        "metadata": metadata,
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}},
    }
    text = json.dumps(head, ensure_ascii=False)[:-1] + ', "features": [\n' + ",\n".join(lines) + "\n]}\n"
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_text(text, encoding="utf-8")
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def whole_numbers(value):
    """A GeoJSON geometry with its coordinates as integers."""
    if isinstance(value, dict):
        return {"type": value["type"], "coordinates": whole_numbers(value["coordinates"])}
    return [whole_numbers(item) for item in value] if isinstance(value, (tuple, list)) else round(value)


def shapes(
    niveau: str, struktur: str = niveauer.STRUKTURER[0], grundlag: Kortgrundlag | None = None
) -> gpd.GeoDataFrame:
    """The areas of a level by omraade_id, columns navn, kort_navn and geometry, EPSG:25832 (metres).

    Every area is the union of its kommuner, so the levels share their borders. Raises KeyError on an unknown level.
    """
    kommuner = (grundlag or active_basemap()).kommuner.geometry
    areas = niveauer.areas(niveau, struktur)
    return gpd.GeoDataFrame(
        {
            "navn": [area.navn for area in areas.values()],
            "kort_navn": [area.kort_navn for area in areas.values()],
        },
        geometry=[
            shapely.coverage_union_all(kommuner.loc[list(area.kommunekoder)].to_numpy()) for area in areas.values()
        ],
        index=list(areas),
        crs=CRS,
    ).rename_axis("omraade_id")
