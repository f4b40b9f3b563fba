"""Puts the official kommune borders in place of the generalised map.

    python -m geo.import_dagi FIL [--aargang 2021] [--licens TEKST]
    python -m geo.import_dagi --nulstil

FIL is DAGI's kommuneinddeling (Klimadatastyrelsen) or a map of the same kind, as GeoJSON, GeoPackage or Shapefile,
also zipped, as Datafordeler hands it out (python -m geo.hent_dagi fetches it). A file that cannot be used is refused
with one sentence and exit code 2, and nothing changes.
"""

import argparse
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyproj import CRS as Projection
from pyproj.exceptions import ProjError

from geo import niveauer
from geo.daekning import cleaned, fitted, polygons_only
from geo.former import CRS, OFFICIEL, basemap, folder, write_basemap
from geo.kontrolpunkter import control_points
from geo.kortlag import all_layers, within_limits
from geo.pakket import Ulaeselig, unpacked

CHRISTIANSOE = "411"
CODE_COLUMNS = ("kommunekode", "kode", "komkode", "kom_kode", "kommunenr", "komnr", "lau_1", "lau_id", "nationalcode")
CODE = re.compile(r"(?:DK[_-]?)?0*(\d{3})(?:\.0+)?", re.IGNORECASE)
DEGREES = (4.0, 53.0, 17.0, 59.0)  # Denmark with room around, as longitude and latitude
METRES = (400_000.0, 6_000_000.0, 950_000.0, 6_450_000.0)  # the same in EPSG:25832
LARGE_OVERLAP = 500_000.0  # m2 between two kommuner; less is digitising noise
MISPLACED = 30_000.0  # metres between a kommune and where it is known to lie; islets do not move a centroid so far

KILDE = "Klimadatastyrelsen, Danmarks Administrative Geografiske Inddeling (DAGI)"
LICENS = "CC BY 4.0"
UKENDT = "ukendt årgang"


class Afvist(Exception):
    """The file cannot be used; the message is one Danish sentence that says what, where and how to mend it."""


@dataclass(frozen=True)
class Indlaest:
    """Kommune shapes by kommunekode in EPSG:25832, whole metres, a valid coverage; and what was done to them."""

    kommuner: gpd.GeoSeries
    noter: tuple[str, ...]


def read_kommuner(path: Path) -> Indlaest:
    """The 98 kommuner of a map file. Raises Afvist."""
    with tempfile.TemporaryDirectory() as room:
        try:
            frame = read_map(unpacked(path, Path(room)))
        except Ulaeselig as fejl:
            raise Afvist(f"{path.name}: {fejl}") from None
    koder, notes = read_codes(frame, path)
    shapes = in_metres(frame.geometry, path)
    shapes, repairs = dissolved(shapes, koder)
    check_complete(shapes, path)
    check_places(shapes, path)
    notes += repairs + overlap_notes(shapes, path)
    try:
        settled = cleaned(shapes)
    except (ValueError, shapely.errors.GEOSException):
        raise Afvist(
            f"{path.name}: kommunernes grænser kan ikke samles til ét kort uden huller og overlap; "
            "hent kommuneinddelingen igen fra DAGI."
        ) from None
    check_complete(settled[~settled.is_empty], path)
    return Indlaest(settled, tuple(notes))


def read_map(path: Path) -> gpd.GeoDataFrame:
    """The features of the file's kommune layer."""
    if not path.is_file():
        raise Afvist(f"{path}: filen findes ikke; kontrollér stien.")
    try:
        layers = [navn for navn, kind in pyogrio.list_layers(path) if kind is not None]
        if not layers:
            raise Afvist(f"{path.name}: filen har ingen geometri; hent kommuneinddelingen som kort, ikke som tabel.")
        frame = gpd.read_file(path, layer=kommune_layer(layers))
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, RuntimeError, ValueError, OSError):
        raise Afvist(
            f"{path.name}: filen kan ikke læses som et kort; brug GeoJSON, GeoPackage eller Shapefile (gerne zippet)."
        ) from None
    if not isinstance(frame, gpd.GeoDataFrame):
        raise Afvist(f"{path.name}: filen har ingen geometri; hent kommuneinddelingen som kort, ikke som tabel.")
    frame = frame[~(frame.geometry.isna() | frame.geometry.is_empty)]
    if frame.empty:
        raise Afvist(f"{path.name}: filen er tom; hent kommuneinddelingen igen.")
    kinds = set(frame.geom_type) - {"Polygon", "MultiPolygon", "GeometryCollection"}
    if kinds:
        raise Afvist(
            f"{path.name}: filen har {', '.join(sorted(kinds))} i stedet for flader; "
            "hent kommuneinddelingen som polygoner."
        )
    return frame


def kommune_layer(layers: list[str]) -> str:
    """The layer to read of a file with several: one that is called after the kommuner, else the first."""
    return next((layer for layer in layers if "kommune" in layer.lower()), layers[0])


def as_code(value) -> str | None:
    """A kommunekode of three digits from 101, "0101", "101.0", "DK_101"; None when it is none of these."""
    match = CODE.fullmatch(str(value).strip())
    return match.group(1) if match else None


def read_codes(frame: gpd.GeoDataFrame, path: Path) -> tuple[pd.Series, list[str]]:
    """The kommunekode of every feature that is to be used, and notes."""
    column = code_column(frame)
    if column is None:
        found = ", ".join(str(navn) for navn in frame.columns if navn != frame.geometry.name) or "ingen"
        raise Afvist(
            f"{path.name}: ingen kolonne med kommunekoder (fundne kolonner: {found}); kald den kommunekode eller kode."
        )
    koder = frame[column].map(as_code)
    known = set(niveauer.areas("kommune"))
    unknown = sorted({str(value) for value in frame[column][~koder.isin(known | {CHRISTIANSOE})]})
    if unknown:
        raise Afvist(
            f"{path.name}: kolonnen {column} har {len(unknown)} ukendte kommunekoder ({some(unknown)}); "
            "brug kommuneinddelingen fra 2007 og frem."
        )
    notes = ["Christiansø (411) er ikke en kommune og er udeladt."] if (koder == CHRISTIANSOE).any() else []
    return koder[koder != CHRISTIANSOE], notes


def code_column(frame: gpd.GeoDataFrame) -> str | None:
    """The column that holds most kommunekoder; known names win ties and stand in when no column has enough."""
    known = set(niveauer.areas("kommune")) | {CHRISTIANSOE}
    columns = [column for column in frame.columns if column != frame.geometry.name]
    columns.sort(key=lambda column: not is_code_name(column))
    shares = {column: frame[column].map(as_code).isin(known).mean() for column in columns}
    best = max(columns, key=shares.get, default=None)
    if best is not None and shares[best] >= 0.5:
        return best
    return next((column for column in columns if is_code_name(column)), None)


def is_code_name(column: str) -> bool:
    """Whether a column is called something that means kommunekode; Shapefile cuts names to ten letters."""
    navn = str(column).lower()
    return navn in CODE_COLUMNS or navn in {known[:10] for known in CODE_COLUMNS}


def in_metres(shapes: gpd.GeoSeries, path: Path) -> gpd.GeoSeries:
    """The shapes in EPSG:25832 without heights. A missing or impossible projection is guessed from the coordinates."""
    shapes = gpd.GeoSeries(shapely.force_2d(shapes.to_numpy()), index=shapes.index, crs=shapes.crs)
    if shapes.crs is None or (shapes.crs.is_geographic and not inside(shapes.total_bounds, DEGREES)):
        guess = "EPSG:4326" if inside(shapes.total_bounds, DEGREES) else CRS
        shapes = shapes.set_crs(Projection(guess), allow_override=True)
    try:
        shapes = shapes.to_crs(CRS)
    except ProjError:
        raise Afvist(f"{path.name}: kortets projektion er ukendt; gem filen i EPSG:25832.") from None
    if not inside(shapes.total_bounds, METRES):
        raise Afvist(
            f"{path.name}: koordinaterne ligger uden for Danmark; gem filen i EPSG:25832 eller EPSG:4326 med x før y."
        )
    return shapes


def inside(bounds: np.ndarray, box: tuple[float, float, float, float]) -> bool:
    """Whether bounds lie within a box; False for bounds that are not numbers."""
    xmin, ymin, xmax, ymax = bounds
    return bool(box[0] <= xmin and box[1] <= ymin and xmax <= box[2] and ymax <= box[3])


def dissolved(shapes: gpd.GeoSeries, koder: pd.Series) -> tuple[gpd.GeoSeries, list[str]]:
    """One shape per kommune, by kommunekode in order."""
    invalid = int((~shapes.is_valid).sum())
    parts = shapes.map(polygons_only)
    joined = {kode: shapely.union_all(parts[index].to_numpy()) for kode, index in koder.groupby(koder).groups.items()}
    notes = [f"{invalid} ugyldige flader er rettet."] if invalid else []
    result = gpd.GeoSeries(joined, crs=CRS).sort_index()
    return result[~result.is_empty], notes


def check_complete(shapes: gpd.GeoSeries, path: Path) -> None:
    kommuner = niveauer.areas("kommune")
    missing = [area.navn for kode, area in kommuner.items() if kode not in shapes.index]
    if missing:
        raise Afvist(
            f"{path.name}: {len(missing)} af {len(kommuner)} kommuner mangler ({some(missing)}); "
            "hent hele kommuneinddelingen."
        )


def check_places(shapes: gpd.GeoSeries, path: Path) -> None:
    """Refuses a file whose codes are shuffled."""
    known = {kode: shapely.Point(point.x, point.y) for kode, point in control_points().items()}
    targets = gpd.GeoSeries(known, crs=CRS)
    distance = shapes.centroid.distance(targets, align=True)
    kommuner = niveauer.areas("kommune")
    misplaced = [f"{kommuner[kode].navn} ({kode})" for kode in distance.index[distance > MISPLACED]]
    if misplaced:
        raise Afvist(
            f"{path.name}: {len(misplaced)} kommuner ligger et forkert sted ({some(misplaced)}); "
            "kontrollér koblingen mellem koder og flader."
        )


def overlap_notes(shapes: gpd.GeoSeries, path: Path) -> list[str]:
    """Notes on small overlaps and gaps that `cleaned` mends; large overlaps are refused."""
    values, koder = shapes.to_numpy(), shapes.index
    left, right = shapely.STRtree(values).query(values, predicate="overlaps")
    within = shapely.STRtree(values).query(values, predicate="contains")
    left, right = np.r_[left, within[0]], np.r_[right, within[1]]
    left, right = left[left != right], right[left != right]
    area = shapely.area(shapely.intersection(values[left], values[right]))
    if area.size and area.max() > LARGE_OVERLAP:
        worst = area.argmax()
        names = " og ".join(niveauer.areas("kommune")[koder[i[worst]]].navn for i in (left, right))
        km2 = f"{area[worst] / 1e6:.1f}".replace(".", ",")
        raise Afvist(f"{path.name}: {names} overlapper hinanden med {km2} km2; ret fladerne, eller hent filen igen.")
    if shapely.coverage_is_valid(values, gap_width=1.0):
        return []
    return ["Små overlap og sprækker mellem kommunerne er lukket."]


def some(items: list[str], limit: int = 8) -> str:
    """A list as text, cut after `limit` items."""
    rest = len(items) - limit
    return ", ".join(items[:limit]) + (f" og {rest} til" if rest > 0 else "")


def import_file(path: Path, aargang: str, licens: str, mappe: Path) -> str:
    """Writes the official basemap and returns a Danish report. Raises Afvist, and OSError when it cannot be written."""
    return install(read_kommuner(path), path.name, aargang, licens, mappe)


def install(read: Indlaest, file_name: str, aargang: str, licens: str, mappe: Path, hentet: str = "") -> str:
    """The same for a file that is read. `hentet`: the day it was fetched, "" when it was not."""
    metadata = {
        "navn": "officielle kommunegrænser",
        "kilde": KILDE,
        "licens": licens,
        "aargang": aargang,
        "forbehold": "Grænserne er forenklet til skærmbrug.",
        "er_officiel": True,
        "hentet": hentet,
    }
    try:
        simple, tolerance = fitted(read.kommuner, lambda shapes: within_limits(basemap(shapes, metadata)))
        largest = max(len(lag.indhold) for lag in all_layers(basemap(simple, metadata)).values())
    except ValueError:
        raise Afvist(
            f"{file_name}: kortet kan ikke tegnes i de lag, som siderne bruger; brug en DAGI-fil i mindre målestok."
        ) from None
    write_basemap(mappe / OFFICIEL, simple, metadata)
    lines = [
        f"{len(simple)} kommuner er indlæst fra {file_name} ({aargang}, {licens}).",
        *read.noter,
        f"Grænserne er forenklet med {tolerance} m; største kortlag fylder {largest // 1000} kB.",
        "Kortet er i brug fra nu af; python -m geo.import_dagi --nulstil går tilbage til det generaliserede kort.",
    ]
    return "\n".join(lines)


def reset(mappe: Path) -> str:
    """Goes back to the generalised map."""
    try:
        (mappe / OFFICIEL).unlink()
    except FileNotFoundError:
        return "Der er ingen officielle grænser at fjerne; det generaliserede kort er allerede i brug."
    return "De officielle grænser er fjernet; det generaliserede kort er i brug igen."


def year(text: str) -> str:
    if not re.fullmatch(r"20\d\d", text):
        raise argparse.ArgumentTypeError(f"årgangen {text} er ikke et årstal som 2021")
    return text


def main(arguments: list[str] | None = None, mappe: Path | None = None) -> int:
    """0 when the map is in place, 2 when the file or the call is refused."""
    parser = argparse.ArgumentParser(
        prog="python -m geo.import_dagi", description="Indlæser de officielle kommunegrænser."
    )
    parser.add_argument("fil", nargs="?", type=Path, help="DAGI kommuneinddeling: GeoJSON, GeoPackage eller Shapefile")
    parser.add_argument("--aargang", type=year, help="grænsernes årgang, f.eks. 2021")
    parser.add_argument("--licens", default=LICENS, help=f"filens licens (ellers {LICENS})")
    parser.add_argument("--nulstil", action="store_true", help="tilbage til det generaliserede kort")
    options = parser.parse_args(arguments)
    if (options.fil is None) == (not options.nulstil):
        parser.error("angiv enten en kortfil eller --nulstil")
    mappe = mappe or folder()
    try:
        if options.nulstil:
            print(reset(mappe))
        else:
            print(import_file(options.fil, options.aargang or UKENDT, options.licens, mappe))
    except Afvist as fejl:
        print(fejl, file=sys.stderr)
        return 2
    except OSError as fejl:
        print(f"{mappe}: kortet kan ikke skrives her ({fejl.strerror}); kontrollér rettighederne.", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
