"""A figure on axes laid out on a surface: its panels with their axes and boxes, the bars' places, and the legend.

The drawing (export/tegning/akselfigur.py) and the native charts (export/dias/diagrammer.py) are both made from it.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from export.tegning import farve, tekst
from export.tegning.akser import Akse, axis, days
from export.tegning.maerker import Linje
from export.tegning.overskrifter import HELE, end_of, headings, next_to, room_above
from export.tegning.signaturer import Signatur, each, legend_rows
from views.figur import farver, model

LUFT = 6.0
BREDESTE_NAVNE = 0.42
NAVNENES_DEL = 0.8  # of a drawing's height, without its legend and what stands below
TITEL_OVER_RUDE = 1.05  # of the type: from the top of a panel to the middle of the unit above it
SOEJLELUFT = 0.2
TIL_HOEJRE = (model.TIL_HOEJRE, model.OVER_TIL_HOEJRE, model.UNDER_TIL_HOEJRE)
RAEKKER_PR_RUDE = 5.4  # a small panel with its heading takes the height of so many rows of names


@dataclass(frozen=True)
class Soejle:
    """One bar in numbers of its axes: from `fra` to `til` along its length, `midte` and `tykkelse` across; its words,
    where they stand, and their colour ("" for what can be read best)."""

    midte: float
    tykkelse: float
    fra: float
    til: float
    farve: str
    tekst: str = ""
    tekstplads: str = ""
    tekstfarve: str = ""


@dataclass(frozen=True)
class Soejler:
    """A series of bars, and where each of those that are known stands."""

    serie: model.Soejler
    soejler: tuple[Soejle, ...]


@dataclass(frozen=True)
class Rude:
    """A panel: two axes, the box they span (left, top, right, bottom in points), and what stands on them.
    overskrift: the lines of its heading, in type of that size; navneplads: the room for words to the left of it;
    talplads: how far to the right numbers may reach."""

    rude: model.Rude
    x: Akse
    y: Akse
    boks: tuple[float, float, float, float]
    soejler: tuple[Soejler, ...]
    punkter: tuple[model.Linje | model.Punkter, ...]
    titelhoejde: float  # where the unit of y is written
    overskrift: tuple[Linje, ...]
    overskriftsskrift: float
    navneplads: float
    talplads: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Shares of the axes as points on the drawing."""
        venstre, top, hoejre, bund = self.boks
        return (round(venstre + x * (hoejre - venstre), 2), round(bund - y * (bund - top), 2))

    def places(self, serie: model.Linje | model.Punkter) -> list[tuple[float, float] | None]:
        """Where each point of a series is on the drawing; None for what is not known."""
        return [
            None if x is None or y is None else self.point(self.x.share(x), self.y.share(y))
            for x, y in zip(*points_of(serie), strict=True)
        ]

    def bar_box(self, liggende: bool, soejle: Soejle) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a bar, in points."""
        tvaers, langs = across_and_along(self, liggende)
        sider = [tvaers.share_of(soejle.midte + tegn * soejle.tykkelse / 2) for tegn in (-1, 1)]
        ender = [langs.share_of(ende) for ende in (soejle.fra, soejle.til)]
        hjoerner = [self.point(*((ende, side) if liggende else (side, ende))) for ende, side in zip(ender, sider)]
        (x0, y0), (x1, y1) = hjoerner
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


@dataclass(frozen=True)
class Plan:
    """A whole figure on a surface. `indre`: the box of all panels (left, top, right, bottom in points)."""

    figur: model.Aksefigur
    bredde: float
    hoejde: float
    skrift: float
    indre: tuple[float, float, float, float]
    ruder: tuple[Rude, ...]
    forklaring: tuple[tuple[Signatur, ...], ...]


@dataclass(frozen=True)
class _Panel:
    """A panel before it has a place."""

    rude: model.Rude
    x: Akse
    y: Akse
    soejler: tuple[Soejler, ...]
    punkter: tuple[model.Linje | model.Punkter, ...]


def arrange(figur: model.Aksefigur, bredde: float, hoejde: float, skrift: float) -> Plan:
    """The plan of a figure of bars, lines and points on a surface of that size; all lengths in points."""
    ruder = _with_shared_ranges(figur, [_axes(figur, rude) for rude in figur.ruder])
    ruder = [_joined(rude, bredde, hoejde, skrift) for rude in ruder]
    forklaring = legend_rows(figur, bredde, skrift)
    sider = _sides(figur, ruder, bredde, skrift)
    egen, overskrifter = headings(figur, sider, bredde, skrift)
    top, bund = _ends(ruder, len(forklaring), skrift)
    top += room_above(figur, overskrifter, hoejde - top - bund, egen)
    foroven = max((len(en) for rude, en in zip(figur.ruder, overskrifter) if end_of(rude) >= 1), default=0)
    indre = (sider[0], top, sider[1], hoejde - bund)
    titelhoejde = skrift * (TITEL_OVER_RUDE + foroven * tekst.LINJEHOEJDE)
    placeret = [
        _placed(figur, rude, indre, bredde, (titelhoejde, en, egen))
        for rude, en in zip(ruder, overskrifter, strict=True)
    ]
    return Plan(figur, bredde, hoejde, skrift, indre, tuple(placeret), forklaring)


def is_level(rude: model.Rude) -> bool:
    """Do the bars of a panel lie down?"""
    return any(isinstance(serie, model.Soejler) and serie.liggende for serie in rude.serier)


def across_and_along(rude: model.Rude | Rude, liggende: bool) -> tuple:
    """The axis that the bars stand on, and the one of their lengths."""
    return (rude.y, rude.x) if liggende else (rude.x, rude.y)


def points_of(serie: model.Linje | model.Punkter) -> tuple[tuple, tuple]:
    """The x and y of a line or of points."""
    return (serie.steder, serie.vaerdier) if isinstance(serie, model.Linje) else (serie.x, serie.y)


def _axes(figur: model.Aksefigur, rude: model.Rude) -> _Panel:
    liggende = is_level(rude)
    soejler = [serie for serie in rude.serier if isinstance(serie, model.Soejler)]
    # a series of which nothing is known takes no room beside others
    soejler = [serie for serie in soejler if any(v is not None for v in serie.vaerdier)] or soejler
    punkter = tuple(serie for serie in rude.serier if not isinstance(serie, model.Soejler))
    steder: tuple[list, list] = ([], [])
    for serie in rude.serier:
        if isinstance(serie, model.Soejler):
            steder[liggende].extend(serie.steder)
        else:
            for alle, egne in zip(steder, points_of(serie), strict=True):
                alle.extend(egne)
    tvaers_akse, langs_akse = across_and_along(rude, liggende)
    tvaers = axis(tvaers_akse, steder[liggende])
    raekker = tuple(_bars(figur, soejler, tvaers))
    ender = [ende for raekke in raekker for soejle in raekke.soejler for ende in (soejle.fra, soejle.til)]
    langs = axis(langs_akse, steder[not liggende], ender)
    x, y = (langs, tvaers) if liggende else (tvaers, langs)
    return _Panel(rude, x, y, raekker, punkter)


def _bars(figur: model.Aksefigur, serier: list[model.Soejler], tvaers: Akse) -> Iterator[Soejler]:
    """The bars of a panel: stacked, beside each other, or one before the other."""
    ved_siden = figur.maade == model.VED_SIDEN
    luft = SOEJLELUFT if figur.luft is None else figur.luft
    plads = (1 - luft) / (max(len(serier), 1) if ved_siden else 1)
    hoejder: dict[model.Sted, float] = defaultdict(float)
    for nr, serie in enumerate(serier):
        forskudt = (nr - (len(serier) - 1) / 2) * plads if ved_siden else 0.0
        soejler = []
        for sted_nr, (sted, laengde) in enumerate(zip(serie.steder, serie.vaerdier, strict=True)):
            if laengde is None:
                continue
            fra = _beginning(serie, sted_nr)
            if figur.maade == model.STABLET:
                fra += hoejder[sted]
                hoejder[sted] += float(laengde)
            soejler.append(
                Soejle(
                    tvaers.number(sted) + forskudt,
                    plads if serie.tykkelse is None else serie.tykkelse,
                    fra,
                    fra + float(laengde),
                    farve.on_paper(each(serie.farve, sted_nr)) or farver.LINJE,
                    *_words(serie, sted_nr),
                )
            )
        yield Soejler(serie, tuple(soejler))


def _beginning(serie: model.Soejler, nr: int) -> float:
    sted = serie.begynder[nr] if serie.begynder else 0.0
    return days(sted) if isinstance(sted, str) else sted


def _words(serie: model.Soejler, nr: int) -> tuple[str, str, str]:
    """What is written at a bar, where, and in which colour."""
    if serie.ord is None:
        return "", "", ""
    return serie.ord.tekster[nr], each(serie.ord.plads, nr), each(serie.ord.farve, nr)


def _with_shared_ranges(figur: model.Aksefigur, ruder: list[_Panel]) -> list[_Panel]:
    """Panels whose axes bear the same mark get one range from the least to the greatest of them."""
    for retning in ("x", "y"):
        grupper: dict[str, list[Akse]] = defaultdict(list)
        for panel in ruder:
            akse = getattr(panel.rude, retning)
            if isinstance(akse, model.Talakse) and akse.faelles:
                grupper[akse.faelles].append(getattr(panel, retning))
        for maerke, akser in grupper.items():
            fra, til = min(akse.fra for akse in akser), max(akse.til for akse in akser)
            ruder = [_ranged(figur, panel, retning, maerke, fra, til) for panel in ruder]
    return ruder


def _ranged(figur: model.Aksefigur, panel: _Panel, retning: str, maerke: str, fra: float, til: float) -> _Panel:
    akse = getattr(panel.rude, retning)
    if not isinstance(akse, model.Talakse) or akse.faelles != maerke:
        return panel
    return _axes(figur, replace(panel.rude, **{retning: replace(akse, fra=fra, til=til)}))


def _joined(panel: _Panel, bredde: float, hoejde: float, skrift: float) -> _Panel:
    """A panel with each of its names on one line, where two would not have room above each other and one has."""
    _, _, y0, y1 = panel.rude.plads or HELE
    linjer = max((len(tekst.lines(navn)) for _, navn in panel.y.streger), default=1)
    samlet = tuple((sted, navn.replace("<br>", " ")) for sted, navn in panel.y.streger)
    hoej = hoejde * (y1 - y0) * NAVNENES_DEL / max(len(panel.y.pladser), 1)
    bred = max((_width(navn, skrift) for _, navn in samlet), default=0.0)
    if linjer == 1 or linjer * tekst.LINJEHOEJDE * skrift <= hoej or bred > bredde * BREDESTE_NAVNE:
        return panel
    return replace(panel, y=replace(panel.y, streger=samlet))


def _sides(figur: model.Aksefigur, ruder: list[_Panel], bredde: float, skrift: float) -> tuple[float, float]:
    """Left and right of the box of all panels: what is left beside the words at the axes."""
    navne = [_width(navn, skrift) for rude in ruder if rude.y.vises for _, navn in rude.y.streger]
    venstre = min(max(navne, default=0.0) + (LUFT if navne else 0), bredde * 0.45)
    hoejre = max(
        [skrift, *(_overhang(rude, skrift, bredde - venstre) for rude in ruder), _note_overhang(figur, skrift)]
    )
    return venstre, bredde - min(hoejre, bredde * 0.35)


def _ends(ruder: list[_Panel], raekker: int, skrift: float) -> tuple[float, float]:
    """The room above the box of all panels, for so many rows of legend, and below it."""
    linjer = max((len(tekst.lines(navn)) for rude in ruder if rude.x.vises for _, navn in rude.x.streger), default=0)
    bund = linjer * skrift * 1.25 + (LUFT if linjer else 0)
    bund += skrift * 1.4 if any(rude.x.titel for rude in ruder) else 0
    top = raekker * skrift * 1.6 + (skrift * 1.65 if any(rude.y.titel for rude in ruder) else skrift * 0.7)
    return top, bund


def _width(ord_: str, skrift: float) -> float:
    return tekst.block(tekst.lines(ord_), skrift)[0]


def _overhang(panel: _Panel, skrift: float, laengde: float) -> float:
    """The room that texts need beyond the right end of an axis with so much room in all."""
    steder: list[tuple[float, float]] = [(1.0, 0.0)]
    for raekke in panel.soejler:
        for soejle in raekke.soejler if raekke.serie.liggende else ():
            if soejle.tekstplads in (model.VED_ENDEN, model.HVOR_DER_ER_PLADS):
                steder.append((panel.x.share_of(soejle.til), _width(soejle.tekst, skrift) + LUFT))
    for serie in panel.punkter:
        if isinstance(serie, model.Punkter) and serie.ord:
            for nr, (sted, ord_) in enumerate(zip(serie.x, serie.ord.tekster, strict=True)):
                if sted is not None and each(serie.ord.plads, nr) in TIL_HOEJRE:
                    steder.append((panel.x.share(sted), _width(ord_, skrift) + skrift))
    if panel.x.streger and panel.x.vises:
        tal, navn = panel.x.streger[-1]
        steder.append((panel.x.share_of(tal), _width(navn, skrift) / 2))
    return max((bred - (1 - andel) * laengde) / andel for andel, bred in steder if andel > 0)


def _note_overhang(figur: model.Aksefigur, skrift: float) -> float:
    """Room for the words at a timeline's last event."""
    if not isinstance(figur.ruder[0].x, model.Datoakse):
        return 0.0
    return max((_width(note.tekst, skrift) for note in figur.noter), default=0.0) * 0.9


def _placed(
    figur: model.Aksefigur,
    panel: _Panel,
    indre: tuple[float, float, float, float],
    helt_ud: float,
    over: tuple[float, tuple[Linje, ...], float],
) -> Rude:
    """A panel in its place. `over`: how high its unit stands, the lines of its heading and their type."""
    titelhoejde, overskrift, egen = over
    venstre, top, hoejre, bund = indre
    bredde, hoejde = hoejre - venstre, bund - top
    x0, x1, y0, y1 = panel.rude.plads or HELE
    boks = (venstre + x0 * bredde, bund - y1 * hoejde, venstre + x1 * bredde, bund - y0 * hoejde)
    foer = [en.plads[1] for en in figur.ruder if en.plads and en.plads[1] <= x0 and en.plads[2] == y0]
    plads = (x0 - max(foer)) * bredde if foer else boks[0]
    naeste = next_to(figur, panel.rude)
    til = helt_ud if naeste is None else venstre + naeste * bredde - 2
    paa = (panel.soejler, panel.punkter)
    return Rude(panel.rude, panel.x, panel.y, boks, *paa, boks[1] - titelhoejde, overskrift, egen, plads, til)


def names_below_each_other(figur: model.Aksefigur) -> tuple[str, ...]:
    """What is written at the places of level bars; panels of the same places count once."""
    navne: dict[model.Sted, str] = {}
    for rude in figur.ruder:
        skrevne = dict(rude.y.skrevne) if isinstance(rude.y, model.Kategorier) else {}
        for serie in rude.serier:
            if isinstance(serie, model.Soejler) and serie.liggende:
                navne |= {sted: str(skrevne.get(sted, sted)) for sted in serie.steder}
    return tuple(navne.values())


def rows(figur: model.Aksefigur, *, joined: bool = False) -> int:
    """How many lines of words stand below each other: names at level bars, or panels with their headings. joined: is
    each name one line?"""
    under_hinanden = len({rude.plads[2:] if rude.plads else None for rude in figur.ruder})
    if under_hinanden > 1:
        return round(under_hinanden * RAEKKER_PR_RUDE)
    navne = names_below_each_other(figur)
    linjer = 1 if joined else max((len(tekst.lines(navn)) for navn in navne), default=1)
    return len(navne) * linjer + 3
