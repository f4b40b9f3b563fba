"""The map layers that the server hands out: every level as GeoJSON in display coordinates, with insets.

Nothing here is geography: shapes are moved and enlarged for the eye only (Bornholm to a framed inset in the Kattegat,
greater Copenhagen enlarged beside it). Areas and neighbours are computed from geo.former.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely

from geo import niveauer
from geo.former import Kortgrundlag, active_basemap, shapes
from geo.visning import Box, around, grown, moved, rounded_box, rounded_rings, to_display

MAX_BYTES = 150_000
BYTES_PER_POINT = 12  # no map has less on average; spares the encoding of maps that are far too detailed
BORNHOLM = "400"
HOVEDSTADSOMRAADET = ("101", "147", "151", "153", "155", "157", "159", "161", "163", "165", "167", "169", "173", "175")
HOVEDSTADSOMRAADET += ("183", "185", "187")
HS_PREFIX = "hs-"
LAG_ROUTE = "/lag/"  # where the server answers with a layer by its file name

# Where the insets stand: free water of the Kattegat, east of Anholt and north of Sjælland.
BORNHOLM_CENTRE = np.array([3.15, 3.10])
HS_CORNER = np.array([1.70, 0.20])  # lower left of the frame
HS_SCALE, HS_WIDTH, HS_HEIGHT = 3.0, 2.2, 2.0  # at most so much larger, wide and tall
FRAME_MARGIN = 0.08
DISPLAY_MARGIN = 0.12
SURROUNDINGS = 0.12  # how much land around a chosen area is enlarged with it
CHARACTER, LINE = 0.062, 0.137  # width and height of a caption's letters, for 12 px on a map 800 px tall


@dataclass(frozen=True)
class Ramme:
    """An inset's frame: a closed rectangle. The caption stands on (tekst_x, tekst_y): plotly's "top center"."""

    navn: str
    linje: tuple[tuple[float, float], ...]
    tekst_x: float
    tekst_y: float


@dataclass(frozen=True)
class Grundlag:
    """What the source line says about a layer's borders."""

    navn: str
    kilde: str
    licens: str
    aargang: str
    forbehold: str
    er_officiel: bool


@dataclass(frozen=True, eq=False)
class Kortlag:
    """One level as a map layer. All coordinates are display units, boxes are (xmin, ymin, xmax, ymax).

    `indhold` is a GeoJSON FeatureCollection whose features have a top-level id. `forstoerrede` maps the ids of
    enlarged copies ("hs-101") to the area they repeat. `udsnit_pr_omraade` leaves out the part of an area that stands
    in an inset, unless (`kun_i_ramme`) all of it does. `filnavn` changes exactly when the content does.
    """

    niveau: str
    struktur: str
    filnavn: str
    indhold: bytes
    omraade_ids: tuple[str, ...]
    forstoerrede: dict[str, str]
    rammer: tuple[Ramme, ...]
    udsnit: Box
    udsnit_pr_omraade: dict[str, Box]
    kun_i_ramme: frozenset[str]
    grundlag: Grundlag


def layer(niveau: str, struktur: str = niveauer.STRUKTURER[0], grundlag: Kortgrundlag | None = None) -> Kortlag:
    """The layer of a level, kept until the basemap changes. The structure matters for regions only.

    Raises KeyError when the level is unknown or is no map level.
    """
    if not niveauer.levels()[niveau].er_kortniveau:
        raise KeyError(niveau)
    return _layer(niveau, struktur if niveau == "region" else niveauer.STRUKTURER[0], grundlag or active_basemap())


def all_layers(grundlag: Kortgrundlag | None = None) -> dict[str, Kortlag]:
    """Every map level's layer in every structure, by file name."""
    grundlag = grundlag or active_basemap()
    layers = [
        layer(niveau.niveau, struktur, grundlag)
        for niveau in niveauer.levels().values()
        if niveau.er_kortniveau
        for struktur in (niveauer.STRUKTURER if niveau.niveau == "region" else niveauer.STRUKTURER[:1])
    ]
    return {lag.filnavn: lag for lag in layers}


def zoom_box(lag: Kortlag, omraade_ids, margin: float = 0.15) -> Box:
    """The box around some of a layer's areas, with a margin. An island in an inset is far away on the map, so it
    stands in the box only when nothing else does. Raises KeyError for an area that the layer lacks."""
    valgte = [en for en in omraade_ids if en not in lag.kun_i_ramme] or list(omraade_ids)
    return rounded_box(grown(around([lag.udsnit_pr_omraade[omraade] for omraade in valgte]), margin))


def close_up(lag: Kortlag, omraade_ids) -> dict:
    """What a `Kort` needs to outline some areas (valgte) and show them enlarged in a free corner (indsat); nothing when
    the layer has none of them."""
    valgte = tuple(en for en in omraade_ids if en in lag.omraade_ids)
    return {"valgte": valgte, "indsat": zoom_box(lag, valgte, SURROUNDINGS)} if valgte else {}


def clicked_area(feature: str) -> str:
    """The omraade_id behind a shape, which may be the enlarged copy of an area."""
    return feature.removeprefix(HS_PREFIX)


def within_limits(grundlag: Kortgrundlag) -> bool:
    """Whether the most detailed layer, and so every layer, is small enough to send."""
    if shapely.get_num_coordinates(grundlag.kommuner.geometry.to_numpy()).sum() * BYTES_PER_POINT > MAX_BYTES:
        return False
    drawn, inset, _ = draw("kommune", niveauer.STRUKTURER[0], grundlag)
    return len(encode(drawn | inset)) <= MAX_BYTES


@lru_cache(maxsize=32)
def shapes_of(lag: Kortlag) -> dict[str, shapely.Geometry]:
    """The display shapes of a layer by feature id, enlarged copies among them."""
    return {post["id"]: shapely.geometry.shape(post["geometry"]) for post in json.loads(lag.indhold)["features"]}


@lru_cache(maxsize=32)
def _layer(niveau: str, struktur: str, grundlag: Kortgrundlag) -> Kortlag:
    drawn, inset, frames = draw(niveau, struktur, grundlag)
    indhold = encode(drawn | inset)
    taken = [*map(frame_box, frames), *map(caption_box, frames)]
    at_home = {omraade: outside(shape, taken) for omraade, shape in drawn.items()}
    away = frozenset(omraade for omraade, shape in at_home.items() if shape.is_empty)
    at_home |= {omraade: drawn[omraade] for omraade in away}
    everything = [rounded_box(shapely.bounds(shape)) for shape in drawn.values()]
    whole = around([*everything, *map(frame_box, frames), *map(caption_box, frames)])
    return Kortlag(
        niveau,
        struktur,
        f"{niveau}-{hashlib.sha256(indhold).hexdigest()[:10]}.json",
        indhold,
        tuple(drawn),
        {feature: clicked_area(feature) for feature in inset},
        tuple(frames),
        rounded_box(grown(whole, DISPLAY_MARGIN)),
        {omraade: rounded_box(shapely.bounds(shape)) for omraade, shape in at_home.items()},
        away,
        Grundlag(
            grundlag.navn,
            grundlag.kilde,
            grundlag.licens,
            grundlag.aargang,
            grundlag.forbehold,
            grundlag.er_officiel,
        ),
    )


def draw(niveau: str, struktur: str, grundlag: Kortgrundlag) -> tuple[dict, dict, list[Ramme]]:
    """Display shapes by omraade_id, enlarged copies by feature id (of kommuner and sundhedsråd), and the frames."""
    bornholm = to_display(grundlag.kommuner.geometry[BORNHOLM])
    shift = BORNHOLM_CENTRE - box_centre(shapely.bounds(bornholm))
    frames = [frame("Bornholm", shapely.bounds(moved(bornholm, 1.0, shift)))]
    drawn = {
        area.omraade_id: with_bornholm_moved(area, to_display(shape), bornholm, shift)
        for area, shape in zip(niveauer.areas(niveau, struktur).values(), shapes(niveau, struktur, grundlag).geometry)
    }
    i_hovedstaden = of_the_capital(niveau, struktur)
    if not i_hovedstaden:
        return drawn, {}, frames
    inset = enlarged({kode: outside(drawn[kode], [frame_box(frames[0])]) for kode in i_hovedstaden})
    frames.append(frame("Hovedstadsområdet", around([shapely.bounds(shape) for shape in inset.values()])))
    return drawn, inset, frames


def of_the_capital(niveau: str, struktur: str) -> list[str]:
    """The areas too small to be read or clicked where they lie: most of each is in greater Copenhagen."""
    if niveau not in ("kommune", "sundhedsraad"):
        return []
    omraader = niveauer.areas(niveau, struktur).values()
    hele = {*HOVEDSTADSOMRAADET}
    return [en.omraade_id for en in omraader if 2 * len(hele & {*en.kommunekoder}) > len(en.kommunekoder)]


def with_bornholm_moved(area: niveauer.Omraade, shape, bornholm, shift: np.ndarray):
    """An area's display shape; Bornholm has no land neighbour, so it is whole parts of the shape that move."""
    if BORNHOLM not in area.kommunekoder:
        return shape
    parts = shapely.get_parts(shape)
    there = shapely.intersects(parts, bornholm)
    return shapely.multipolygons([*parts[~there], *moved(parts[there], 1.0, shift)])


def enlarged(shapes_: dict[str, shapely.Geometry]) -> dict[str, shapely.Geometry]:
    """Enlarged copies by feature id, placed in the inset's corner."""
    xmin, ymin, xmax, ymax = around([shapely.bounds(shape) for shape in shapes_.values()])
    scale = min(HS_SCALE, HS_WIDTH / (xmax - xmin), HS_HEIGHT / (ymax - ymin))
    shift = HS_CORNER + FRAME_MARGIN - scale * np.array([xmin, ymin])
    return {f"{HS_PREFIX}{kode}": moved(shape, scale, shift) for kode, shape in shapes_.items()}


def frame(navn: str, content: Box) -> Ramme:
    """A frame around an inset's content, with the caption over its upper edge."""
    box = rounded_box(grown(content, FRAME_MARGIN))
    xmin, ymin, xmax, ymax = box
    line = ((xmin, ymin), (xmin, ymax), (xmax, ymax), (xmax, ymin), (xmin, ymin))
    return Ramme(navn, line, round((xmin + xmax) / 2, 4), ymax)


def frame_box(ramme: Ramme) -> Box:
    (xmin, ymin), _, (xmax, ymax), *_ = ramme.linje
    return (xmin, ymin, xmax, ymax)


def caption_box(ramme: Ramme) -> Box:
    width = len(ramme.navn) * CHARACTER
    return (ramme.tekst_x - width / 2, ramme.tekst_y, ramme.tekst_x + width / 2, ramme.tekst_y + LINE)


def box_centre(box) -> np.ndarray:
    xmin, ymin, xmax, ymax = box
    return np.array([xmin + xmax, ymin + ymax]) / 2


def outside(shape: shapely.Geometry, boxes: list[Box]) -> shapely.Geometry:
    """The polygons of a shape that are in no inset: a name belongs on the area, not on its island in a frame."""
    parts = shapely.get_parts(shape)
    return shapely.multipolygons(parts[~shapely.intersects(parts, shapely.union_all([shapely.box(*b) for b in boxes]))])


def encode(features: dict[str, shapely.Geometry]) -> bytes:
    """A GeoJSON FeatureCollection of display shapes; the same shapes give the same bytes."""
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "id": feature, "properties": {}, "geometry": geometry(rounded_rings(shape))}
                for feature, shape in features.items()
            ],
        },
        separators=(",", ":"),
    ).encode()


def geometry(polygons: list) -> dict:
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}
