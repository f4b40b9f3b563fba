"""A figure on axes, read once: its panels with their axes and boxes, the bars' places, and the legend.

The drawing (export/tegning/akselfigur.py) and the native charts (export/dias/diagrammer.py) are both made from it.
"""

from collections import defaultdict
from dataclasses import dataclass

from export.tegning import farve, tekst
from export.tegning.akser import MILLISEKUNDER_PR_DAG, Akse, axis, days
from views.figur.plotly.tegn import plotly_of

LUFT = 6.0
SOEJLELUFT = 0.2
FARVE = "#2a7ab5"


@dataclass(frozen=True)
class Soejle:
    """One bar in numbers of its axes: from `fra` to `til` along its length, `midte` and `tykkelse` across."""

    nr: int
    midte: float
    tykkelse: float
    fra: float
    til: float
    farve: str
    tekst: str


@dataclass(frozen=True)
class Soejler:
    """A series of bars."""

    navn: str
    vandret: bool
    skraveret: bool
    tekstplads: str
    tekstfarve: str | None
    vaerdier: tuple[tuple[object, float | None], ...]
    soejler: tuple[Soejle, ...]


@dataclass(frozen=True)
class Rude:
    """A panel: two axes, the box they span (left, top, right, bottom in points), its bars, and its scatter traces."""

    x: Akse
    y: Akse
    boks: tuple[float, float, float, float]
    soejler: tuple[Soejler, ...]
    punkter: tuple[dict, ...]
    stakket: bool
    bund: bool  # are the ticks of x written below it?
    titelhoejde: float  # where the unit of y is written

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Shares of the axes as points on the drawing."""
        venstre, top, hoejre, bund = self.boks
        return (round(venstre + x * (hoejre - venstre), 2), round(bund - y * (bund - top), 2))


@dataclass(frozen=True)
class Signatur:
    """An entry of the legend. `art`: soejle, linje, prik or rude."""

    navn: str
    farve: str
    art: str
    skraveret: bool = False
    aaben: bool = False


@dataclass(frozen=True)
class Plan:
    """A whole figure on a surface. `indre` is plotly's "paper": the box of all panels."""

    bredde: float
    hoejde: float
    skrift: float
    indre: tuple[float, float, float, float]
    ruder: tuple[Rude, ...]
    forklaring: tuple[tuple[Signatur, ...], ...]
    noter: tuple[dict, ...]
    streger: tuple[dict, ...]


def arrange(figure: dict, bredde: float, hoejde: float, skrift: float) -> Plan:
    """The plan of a figure of bars, lines and points on a surface of that size; all lengths in points."""
    figure = plotly_of(figure)
    layout = figure["layout"]
    par = _pairs(figure["data"])
    forklaring = _legend_rows(figure, bredde, skrift)
    raa = {noegle: _panel(layout, noegle, spor) for noegle, spor in par.items()}
    if len(raa) > 1:
        faelles = _with_common_ranges(layout, raa)
        raa = {noegle: _panel(faelles, noegle, spor) for noegle, spor in par.items()}
    indre = _inner(layout, raa, len(forklaring), bredde, hoejde, skrift)
    ruder = tuple(_placed(noegle, en, indre, layout, raa, skrift) for noegle, en in raa.items())
    noter = tuple(en for en in layout.get("annotations", ()) if en.get("text"))
    return Plan(bredde, hoejde, skrift, indre, ruder, forklaring, noter, tuple(layout.get("shapes", ())))


def _pairs(data: list[dict]) -> dict[tuple[str, str], list[dict]]:
    """The traces by the axes that they stand on."""
    par: dict[tuple[str, str], list[dict]] = defaultdict(list)
    for spor in data:
        if any(en is not None for en in spor["x"]) and any(en is not None for en in spor["y"]):
            par[spor.get("xaxis", "x"), spor.get("yaxis", "y")].append(spor)
        elif spor["type"] == "scatter":
            par[spor.get("xaxis", "x"), spor.get("yaxis", "y")].append(spor | {"x": [], "y": spor["y"]})
    return par


def axis_layout(layout: dict, navn: str) -> dict:
    """The layout of the axis that traces call "x", "x2" ..."""
    return layout.get(f"{navn[0]}axis{navn[1:]}", {})


def _with_common_ranges(layout: dict, raa: dict) -> dict:
    """The layout with one range for all axes of numbers that the figure wants alike (plotly's `matches`)."""
    grupper: dict[str, dict[str, Akse]] = defaultdict(dict)
    for noegle, (x, y, *_) in raa.items():
        for navn, akse in zip(noegle, (x, y), strict=True):
            if akse.art == "tal":
                grupper[axis_layout(layout, navn).get("matches", navn)][navn] = akse
    ens = {
        f"{navn[0]}axis{navn[1:]}": axis_layout(layout, navn)
        | {"range": [min(en.fra for en in akser.values()), max(en.til for en in akser.values())]}
        for akser in grupper.values()
        if len(akser) > 1
        for navn in akser
    }
    return layout | ens


def _panel(layout: dict, noegle: tuple[str, str], spor: list[dict]) -> tuple:
    """Axes, bars and scatter traces of a panel."""
    soejlespor = [en for en in spor if en["type"] == "bar"]
    vandret = any(en.get("orientation") == "h" for en in soejlespor)
    layouts = [axis_layout(layout, en) for en in noegle]
    x_raa = [v for en in spor for v in en["x"] if not (en["type"] == "bar" and vandret)]
    y_raa = [v for en in spor for v in en["y"] if not (en["type"] == "bar" and not vandret)]
    tvaers = axis(layouts[vandret], (x_raa, y_raa)[vandret], (), False)
    raekker, laengder = _bars(layout, soejlespor, tvaers, vandret)
    langs = axis(layouts[not vandret], (x_raa, y_raa)[not vandret], laengder, bool(soejlespor))
    x, y = (langs, tvaers) if vandret else (tvaers, langs)
    punkter = tuple(en for en in spor if en["type"] == "scatter" and len(en["x"]))
    return x, y, raekker, punkter, layout.get("barmode", "group") == "stack"


def _bars(layout: dict, spor: list[dict], tvaers: Akse, vandret: bool) -> tuple[tuple[Soejler, ...], list[float]]:
    """The bars of a panel, stacked or beside each other, and where they begin and end."""
    maade = layout.get("barmode", "group")
    luft = layout.get("bargap", SOEJLELUFT)
    plads = (1 - luft) / (max(len(spor), 1) if maade == "group" else 1)
    hoejder: dict[object, float] = defaultdict(float)
    raekker, ender = [], []
    for nr, en in enumerate(spor):
        steder, laengder = (en["y"], en["x"]) if vandret else (en["x"], en["y"])
        forskudt = (nr - (len(spor) - 1) / 2) * plads if maade == "group" else 0.0
        bund = en.get("base")
        soejler = []
        for plads_nr, (sted, laengde) in enumerate(zip(steder, laengder, strict=True)):
            if laengde is None or laengde != laengde or sted is None:
                continue
            if bund is not None:
                fra = days(bund[plads_nr])
                til = fra + laengde / MILLISEKUNDER_PR_DAG
            else:
                fra = hoejder[sted] if maade == "stack" else 0.0
                til = fra + float(laengde)
                hoejder[sted] = til
            ender += [fra, til]
            tyk = en.get("width", plads)
            soejler.append(
                Soejle(
                    plads_nr,
                    tvaers.number(sted) + forskudt,
                    tyk,
                    fra,
                    til,
                    _item_colour(en, plads_nr),
                    str(_item(en.get("text", ""), plads_nr) or ""),
                )
            )
        raekker.append(
            Soejler(
                en.get("name", ""),
                vandret,
                is_hatched(en),
                en.get("textposition", "auto" if "text" in en else "none"),
                _first(en.get("textfont", {}).get("color")),
                tuple(zip(steder, (None if v is None or v != v else float(v) for v in laengder), strict=True)),
                tuple(soejler),
            )
        )
    return tuple(raekker), ender


def is_hatched(spor: dict) -> bool:
    """Does the trace stand for a forecast or another less certain thing?"""
    return bool(spor.get("marker", {}).get("pattern", {}).get("shape"))


def trace_colour(spor: dict) -> str:
    """The colour of a trace as a whole, on paper."""
    raa = spor.get("marker", {}).get("color") or spor.get("line", {}).get("color") or FARVE
    return farve.on_paper(_first(raa)) or FARVE


def _item_colour(spor: dict, nr: int) -> str:
    raa = _item(spor.get("marker", {}).get("color") or FARVE, nr)
    return farve.on_paper(raa) or FARVE


def _item(vaerdi, nr: int):
    return vaerdi[nr] if isinstance(vaerdi, (list, tuple)) else vaerdi


def _first(vaerdi):
    return vaerdi[0] if isinstance(vaerdi, (list, tuple)) else vaerdi


def signatures(figure: dict) -> list[Signatur]:
    """What the legend explains, in order."""
    vises = figure["layout"].get("showlegend")
    spor = [en for en in figure["data"] if en.get("showlegend", True) and en.get("name")]
    if vises is False or (vises is None and len(spor) < 2 and not any(en.get("showlegend") for en in spor)):
        return []
    return list({en["name"]: _signature(en) for en in spor}.values())


def _signature(spor: dict) -> Signatur:
    symbol = str(_first(spor.get("marker", {}).get("symbol", "circle")))
    if spor["type"] == "bar":
        art = "soejle"
    elif "lines" in spor.get("mode", ""):
        art = "linje"
    else:
        art = "rude" if "diamond" in symbol else "prik"
    return Signatur(tekst.plain(spor["name"]), trace_colour(spor), art, is_hatched(spor), symbol.endswith("-open"))


def _legend_rows(figure: dict, bredde: float, skrift: float) -> tuple[tuple[Signatur, ...], ...]:
    """The legend broken into rows."""
    raekker: list[list[Signatur]] = [[]]
    fyldt = 0.0
    for en in signatures(figure):
        plads = signature_width(en, skrift)
        if raekker[-1] and fyldt + plads > bredde:
            raekker.append([])
            fyldt = 0.0
        raekker[-1].append(en)
        fyldt += plads
    return tuple(tuple(en) for en in raekker if en)


def signature_width(signatur: Signatur, skrift: float) -> float:
    """The room of an entry of the legend with its sample and the space behind it."""
    return skrift * 2.6 + tekst.width(tekst.lines(signatur.navn)[0], skrift)


def _inner(layout: dict, raa: dict, raekker: int, bredde: float, hoejde: float, skrift: float) -> tuple:
    """The box of all panels: what is left beside the words at the axes and the legend above."""
    alle = list(raa.values())
    navne = [tekst.block(tekst.lines(navn), skrift)[0] for _, y, *_ in alle if y.vises for _, navn in y.streger]
    venstre = min(max(navne, default=0.0) + (LUFT if navne else 0), bredde * 0.45)
    linjer = max((len(tekst.lines(navn)) for x, *_ in alle if x.vises for _, navn in x.streger), default=0)
    bund = linjer * skrift * 1.25 + (LUFT if linjer else 0)
    bund += skrift * 1.4 if any(x.titel for x, *_ in alle) else 0
    top = raekker * skrift * 1.6 + (skrift * 1.5 if any(y.titel for _, y, *_ in alle) else skrift * 0.7)
    if _words_above(layout):
        top += skrift * 1.3
    hoejre = max([skrift, *[_overhang(en, skrift, bredde - venstre) for en in alle], _note_overhang(layout, skrift)])
    return (venstre, top, bredde - min(hoejre, bredde * 0.35), hoejde - bund)


def _words_above(layout: dict) -> bool:
    """Do words stand above the panels?"""
    return any(
        en.get("yref") == "paper" and en.get("y", 0) >= 1 and en.get("yanchor") == "bottom"
        for en in layout.get("annotations", ())
    )


def _overhang(panel: tuple, skrift: float, laengde: float) -> float:
    """The room that texts need beyond the right end of an axis with so much room in all."""
    x, _, raekker, punkter, _ = panel
    steder: list[tuple[float, float]] = []
    for raekke in raekker:
        if raekke.vandret and raekke.tekstplads in ("outside", "auto"):
            for en in raekke.soejler:
                steder.append((x.share_of(en.til), tekst.block(tekst.lines(en.tekst), skrift)[0] + LUFT))
    for spor in punkter:
        if "text" in spor.get("mode", ""):
            pladser = spor.get("textposition", "")
            for nr, (sted, ord_) in enumerate(zip(spor["x"], spor["text"], strict=True)):
                if sted is not None and str(_item(pladser, nr)).endswith("right"):
                    bred = tekst.block(tekst.lines(str(ord_ or "")), skrift)[0]
                    steder.append((x.share(sted), bred + skrift))
    if x.streger and x.vises:
        steder.append((x.share_of(x.streger[-1][0]), tekst.block(tekst.lines(x.streger[-1][1]), skrift)[0] / 2))
    return max((bred - (1 - andel) * laengde) / andel for andel, bred in [(1.0, 0.0), *steder] if andel > 0)


def _note_overhang(layout: dict, skrift: float) -> float:
    """Room for words that begin at the right edge of the panels or near it (a timeline's last event)."""
    noter = layout.get("annotations", ())
    if any(en.get("xref") == "paper" and en.get("x", 0) > 0.9 and en.get("xanchor") == "left" for en in noter):
        return max(tekst.block(tekst.lines(en["text"]), skrift)[0] for en in noter if en.get("x", 0) > 0.9) + skrift
    if layout.get("xaxis", {}).get("type") == "date" and noter:
        return max(tekst.block(tekst.lines(en["text"]), skrift)[0] for en in noter) * 0.9
    return 0.0


def _placed(noegle: tuple[str, str], panel: tuple, indre: tuple, layout: dict, alle: dict, skrift: float) -> Rude:
    x, y, soejler, punkter, stakket = panel
    venstre, top, hoejre, bund = indre
    bredde, hoejde = hoejre - venstre, bund - top
    boks = (
        venstre + x.plads[0] * bredde,
        bund - y.plads[1] * hoejde,
        venstre + x.plads[1] * bredde,
        bund - y.plads[0] * hoejde,
    )
    nederst = min(en[1].plads[0] for (navn, _), en in alle.items() if navn == noegle[0])
    return Rude(
        x,
        y,
        boks,
        soejler,
        punkter,
        stakket,
        y.plads[0] == nederst,
        boks[1] - skrift * (2.2 if _words_above(layout) else 0.85),
    )
