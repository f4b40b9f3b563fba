"""A map for a slide: classes beside it instead of below, and its names placed anew, for they take more room."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from geo.koropleth import NAMES
from views.figur.plotly.typografi import text_width

LINE = 1.25
AIR = 0.15
LIFT = 0.3
# How far, in type sizes, a name may move from where it stands on the page; beside the map there is more room.
REACH = (2.0, 2.0)
REACH_BESIDE = (2.0, 9.0)
STEP = 0.25

Box = tuple[float, float, float, float]
Place = tuple[str, float, float]


@dataclass
class Navn:
    """A word on the map: in which trace and where in it, its place in pixels, and the leader to it, if any."""

    spor: dict
    nr: int
    x: float
    y: float
    placering: str
    pegelinje: tuple[dict, int] | None = None

    @property
    def tekst(self) -> str:
        return self.spor["text"][self.nr]


# Who comes first has the better places; the order that moves the names least is kept.
ORDERS: tuple[Callable[[Navn], float], ...] = (
    lambda en: en.y,
    lambda en: -en.y,
    lambda en: en.x,
    lambda en: -en.x,
    lambda en: len(en.tekst),
    lambda en: -len(en.tekst),
)


def enlarged_map(figure: dict, bredde: int, hoejde: int, skrift: dict) -> dict:
    """Fill the area with the map; `skrift` is plotly's font for its words."""
    layout, px = figure["layout"], skrift["size"]
    for spor in figure["data"]:
        if "text" in spor.get("mode", ""):
            spor["textfont"] = _readable(skrift | spor.get("textfont", {}) | {"size": px})
    til_klasser = _legend_beside(figure, skrift)
    geo = layout["geo"]
    geo["domain"] = {"x": [til_klasser / bredde, 1], "y": [0, 1]}
    bund = layout.get("margin", {}).get("b", 0)
    layout["margin"] = {"l": 0, "r": 0, "t": 0, "b": bund}
    _place_names(figure, _fill(geo, bredde - til_klasser, hoejde - bund), px)
    return figure


def _readable(skrift: dict) -> dict:
    """The font with a rim of the opposite lightness: a name reaches out over other areas and the sea."""
    rgb = [int(skrift["color"].lstrip("#")[i : i + 2], 16) for i in (0, 2, 4)]
    rand = "#ffffff" if sum(rgb) < 3 * 128 else "#12181f"
    return skrift | {"shadow": ", ".join([f"0 0 4px {rand}"] * 3)}


def _legend_beside(figure: dict, skrift: dict) -> float:
    """The classes below each other at the left edge; returns the width that they take."""
    legende, px = figure["layout"]["legend"], skrift["size"]
    titel = legende.get("title", {}).get("text", "")
    navne = [spor["name"] for spor in figure["data"] if spor.get("showlegend") and "name" in spor]
    figure["layout"]["legend"] = legende | {
        "orientation": "v",
        "x": 0,
        "y": 0.5,
        "xanchor": "left",
        "yanchor": "middle",
        "font": skrift,
        "title": {"text": titel, "font": skrift},
    }
    if not navne:
        return 0
    return max(text_width(titel, px), *(text_width(navn, px) + 2.2 * px for navn in navne)) + 1.5 * px


def _fill(geo: dict, bredde: float, hoejde: float) -> tuple[float, float, float, float, float]:
    """Widen the map until it has the shape of its area: sea on both sides, with room for names. Returns the western
    and northern edge, the pixels of a unit, and the size."""
    (x0, x1), (y0, y1) = geo["lonaxis"]["range"], geo["lataxis"]["range"]
    pr_enhed = min(bredde / (x1 - x0), hoejde / (y1 - y0))
    mere_x, mere_y = bredde / pr_enhed - (x1 - x0), hoejde / pr_enhed - (y1 - y0)
    geo["lonaxis"]["range"] = [x0 - mere_x / 2, x1 + mere_x / 2]
    geo["lataxis"]["range"] = [y0 - mere_y / 2, y1 + mere_y / 2]
    return x0 - mere_x / 2, y1 + mere_y / 2, pr_enhed, bredde, hoejde


def _place_names(figure: dict, udsnit: tuple[float, float, float, float, float], px: int) -> None:
    """Every name where it stood, or as near as it finds room; else only its number; else not at all."""
    vest, nord, pr_enhed, bredde, hoejde = udsnit
    navne = list(_names(figure, vest, nord, pr_enhed))
    forsoeg = (_attempt(navne, orden, bredde, hoejde, px) for orden in ORDERS)
    placeret, _ = min(forsoeg, key=lambda en: en[1])
    for spor in {id(en.spor): en.spor for en in navne}.values():
        valgte = [(navn, placeret[nr]) for nr, navn in enumerate(navne) if navn.spor is spor and nr in placeret]
        for navn, (_, x, y) in valgte:
            _pull_leader(navn, vest + x / pr_enhed, nord - y / pr_enhed, px / pr_enhed)
        spor["lon"] = [vest + x / pr_enhed for _, (_, x, _) in valgte]
        spor["lat"] = [nord - y / pr_enhed for _, (_, _, y) in valgte]
        spor["text"] = [tekst for _, (tekst, *_) in valgte]
        if isinstance(spor.get("textposition"), list):
            spor["textposition"] = [navn.placering for navn, _ in valgte]
    for nr, navn in enumerate(navne):
        if navn.pegelinje and nr not in placeret:
            for akse in ("lon", "lat"):
                navn.pegelinje[0][akse][3 * navn.pegelinje[1] : 3 * navn.pegelinje[1] + 2] = [None, None]


def _attempt(
    navne: list[Navn], orden: Callable[[Navn], float], bredde: float, hoejde: float, px: int
) -> tuple[dict[int, Place], float]:
    """Place the names in that order: the place of each that found one, and what it cost in movement and loss.

    Captions of insets stand still; names in the water come last, for they have most room to move.
    """
    optaget: list[Box] = []
    placeret: dict[int, Place] = {}
    pris = 0.0
    raekke = sorted(
        range(len(navne)),
        key=lambda nr: (navne[nr].spor.get("meta") == NAMES, navne[nr].pegelinje is not None, orden(navne[nr])),
    )
    for nr in raekke:
        fundet = _place(navne[nr], optaget, bredde, hoejde, px)
        if fundet is None:
            pris += 60
            continue
        sted, flyttet = fundet
        optaget.append(_box(*sted, navne[nr].placering, px))
        placeret[nr] = sted
        pris += flyttet
    return placeret, pris


def _names(figure: dict, vest: float, nord: float, pr_enhed: float) -> Iterator[Navn]:
    pegelinjer = None
    for spor in (en for en in figure["data"] if en["type"] == "scattergeo"):
        if spor["mode"] == "lines":
            pegelinjer = spor if spor.get("meta") == NAMES else None
        elif "text" in spor["mode"]:
            steder = spor.get("textposition", "middle center")
            ved = pegelinjer is not None and isinstance(steder, list) and "middle center" not in steder
            for nr, (lon, lat) in enumerate(zip(spor["lon"], spor["lat"], strict=True)):
                sted = steder[nr] if isinstance(steder, list) else steder
                linje = (pegelinjer, nr) if ved else None
                y = (nord - lat) * pr_enhed
                # large words above a point reach down to it
                y -= LIFT * spor["textfont"]["size"] if sted.startswith("top") else 0
                yield Navn(spor, nr, (lon - vest) * pr_enhed, y, sted, linje)


def _place(navn: Navn, optaget: list[Box], bredde: float, hoejde: float, px: int) -> tuple[Place, float] | None:
    """The best free place of a name and its cost: the distance in type sizes, squared, and what its form costs."""
    bedst = None
    for tekst, straf, (ret_x, ret_y) in _forms(navn):
        for dx, dy in _steps(ret_x, ret_y, navn.pegelinje is not None):
            pris = straf + dx * dx * 1.2 + dy * dy
            if bedst is not None and pris >= bedst[1]:
                break
            x, y = navn.x + (-dx if navn.placering.endswith("left") else dx) * px, navn.y + dy * px
            boks = _box(tekst, x, y, navn.placering, px)
            er_inde = boks[0] >= 0 and boks[1] >= 0 and boks[2] <= bredde and boks[3] <= hoejde
            if er_inde and not any(_overlap(boks, en) for en in optaget):
                bedst = (tekst, x, y), pris
                break
    return bedst


def _forms(navn: Navn) -> list[tuple[str, float, tuple[float, float]]]:
    """The ways to write a name, what each costs, and how far it may move: as it is, on one line, only its number."""
    raekkevidde = REACH_BESIDE if navn.pegelinje else REACH
    former = [(navn.tekst, 0.0, raekkevidde)]
    navnet, tal = navn.tekst.rsplit("<b>", 1) if "<b>" in navn.tekst else (navn.tekst, "")
    if tal:
        if navnet.endswith("<br>"):
            former.append((f"{navnet.removesuffix('<br>')} <b>{tal}", 0.4, raekkevidde))
        former.append((f"<b>{tal}", 12.0, (1.0, 1.0)))
    return former


@cache
def _steps(ret_x: float, ret_y: float, kun_udad: bool) -> list[tuple[float, float]]:
    """Movements in type sizes, the shortest first; up and down rather than sideways, for names are wide."""
    antal_x, antal_y = int(ret_x / STEP), int(ret_y / STEP)
    vandret = range(0, antal_x + 1) if kun_udad else range(-antal_x, antal_x + 1)
    alle = [(i * STEP, j * STEP) for i in vandret for j in range(-antal_y, antal_y + 1)]
    return sorted(alle, key=lambda en: en[0] ** 2 * 1.2 + en[1] ** 2)


def _box(tekst: str, x: float, y: float, placering: str, px: int) -> Box:
    """The box of a text placed as plotly does, with a little air."""
    b, h = text_width(tekst, px) + AIR * px, (tekst.count("<br>") + 1) * LINE * px
    venstre = {"left": x - b, "right": x, "center": x - b / 2}[placering.rsplit(" ", 1)[-1]]
    top = {"top": y - h, "bottom": y, "middle": y - h / 2}[placering.split(" ", 1)[0]]
    return (venstre, top, venstre + b, top + h)


def _overlap(en: Box, anden: Box) -> bool:
    return en[0] < anden[2] and anden[0] < en[2] and en[1] < anden[3] and anden[1] < en[3]


def _pull_leader(navn: Navn, lon: float, lat: float, enheder: float) -> None:
    """The leader ends where its name now stands."""
    if navn.pegelinje:
        linje, nr = navn.pegelinje
        afstand = 0.2 * enheder
        linje["lon"][3 * nr + 1] = lon + afstand if navn.placering.endswith("left") else lon - afstand
        linje["lat"][3 * nr + 1] = lat
