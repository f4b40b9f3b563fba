"""The words of a figure on axes, besides its axes and its legend: numbers at bars, words at points and lines, remarks.

Each stands in the first of its places that is on the drawing and where nothing else is written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from math import hypot

from export.tegning import farve, tekst
from export.tegning.hjaelpeformer import text_box
from export.tegning.maerker import Skrift
from export.tegning.plan import Plan, Rude, Soejle, Soejler, is_level
from export.tegning.signaturer import each
from geo import pladser
from geo.pladser import Plads
from geo.visning import Box
from views.figur import farver, model
from views.figur.farver import DAEMPET, HVID, SORT
from views.figur.kontrast import contrast

REFERENCE = farve.on_paper(farver.REFERENCE)
LAESBAR = 4.5  # least contrast of words that no series colours
MINDST_TEKST = 0.62  # bars thinner than so many line heights carry no text inside
MINDST_SKRIFT = 0.7  # of the type: the smallest that numbers in narrow bars are written with
# What words may reach beyond the sides of an upright bar, and must keep from the ends of a level one.
UD_OVER, INDEN_FOR = 3.0, 6.0
PUNKTER_PR_PIXEL = 0.75
# Between a bar and the words above it, and between a line across and its words.
OVER_SOEJLE, VED_LINJE = 5.25, 4.5
LUFT = 0.12  # of the type: what two lines of words may share of their height
FLEST_LOEFT = 4
LINJETRIN = 4.0
# Where words stand beside a point: to the left or right of it and above or below, and how they are anchored.
PLADSER = {
    model.OVER: (0, -1, "center", "bottom"),
    model.UNDER: (0, 1, "center", "top"),
    model.TIL_HOEJRE: (1, 0, "left", "middle"),
    model.TIL_VENSTRE: (-1, 0, "right", "middle"),
    model.OVER_TIL_HOEJRE: (1, 0, "left", "bottom"),
    model.OVER_TIL_VENSTRE: (-1, 0, "right", "bottom"),
    model.UNDER_TIL_HOEJRE: (1, 0, "left", "top"),
}
Steder = tuple[Skrift, ...]
"""The places that words may have, the best first."""


def words(plan: Plan, taget: Sequence[Skrift]) -> list[Skrift]:
    """All words of the figure that are not written yet."""
    faste = [en for rude in plan.ruder for raekke in rude.soejler for en in bar_words(rude, raekke, plan.skrift)]
    return [*faste, *words_over(plan, [(rude, serie) for rude in plan.ruder for serie in rude.punkter], taget, faste)]


def words_over(
    plan: Plan,
    serier: Sequence[tuple[Rude, model.Linje | model.Punkter]],
    taget: Sequence[Skrift] = (),
    tal: Sequence[Skrift] = (),
) -> list[Skrift]:
    """Headings, remarks, and the words of some series, clear of what is written. Remarks stand in any case; words at a
    point that have no place are left to the table."""
    overskrifter = [_heading(plan, rude) for rude in plan.ruder if rude.overskrift]
    optaget = [*taget, *tal, *overskrifter]
    noter = []
    for steder in _remarks(plan):
        noter.append((_settled([steder], plan, [*optaget, *noter]) or [steder[0]])[0])
    ved_punkter = [en for rude, serie in serier for en in point_words(rude, serie, plan.skrift)]
    return [*overskrifter, *noter, *_settled(ved_punkter, plan, [*optaget, *noter])]


def _settled(ordene: Sequence[Steder], plan: Plan, optaget: Sequence[Skrift]) -> list[Skrift]:
    luft = plan.skrift * LUFT
    rum = (-1.0, -luft, plan.bredde + 1.0, plan.hoejde + luft)
    fundne = pladser.placed([partial(_places, steder) for steder in ordene], rum, [_core(en) for en in optaget])
    return [en.hvad for en in fundne if en is not None]


def _places(steder: Steder) -> Iterator[Plads]:
    return (Plads(_core(en), hvad=en) for en in steder)


def _core(skrift: Skrift) -> tuple[float, float, float, float]:
    """What words take up: lines may stand as close to each other as those of one text."""
    venstre, top, hoejre, bund = text_box(skrift)
    return (venstre - 1, top + skrift.stoerrelse * LUFT, hoejre + 1, bund - skrift.stoerrelse * LUFT)


def bar_words(rude: Rude, raekke: Soejler, skrift: float) -> list[Skrift]:
    """The words of a series of bars, those inside upright ones in the type that all of them have room for."""
    ud = [en for soejle in raekke.soejler for en in _bar_words(rude, raekke, soejle, skrift)]
    if raekke.serie.liggende or not ud:
        return ud
    mindst = min(en.stoerrelse for en in ud)
    return [replace(en, stoerrelse=mindst) if en.lodret == "middle" else en for en in ud]


def _bar_words(rude: Rude, raekke: Soejler, soejle: Soejle, skrift: float) -> list[Skrift]:
    if not soejle.tekst:
        return []
    serie, linjer = raekke.serie, tekst.lines(soejle.tekst)
    plads = soejle.tekstplads
    x0, y0, x1, y1 = rude.bar_box(serie.liggende, soejle)
    bredde, hoejde = tekst.block(linjer, skrift)
    bred = (x1 - x0) - INDEN_FOR if serie.liggende else (x1 - x0) + UD_OVER
    mindre = 1.0 if serie.liggende or bredde <= bred else bred / bredde
    passer = bredde * mindre <= bred and hoejde * MINDST_TEKST <= y1 - y0 and mindre >= MINDST_SKRIFT
    if plads in (model.INDENI, model.INDENI_FRA_START) and not passer:
        return []
    if plads != model.VED_ENDEN and passer:
        bund = HVID if serie.skraveret or serie.aaben else soejle.farve
        farven = farve.on_paper(soejle.tekstfarve or None) or farve.text_on(bund)
        return [Skrift((x0 + x1) / 2, (y0 + y1) / 2, linjer, skrift * mindre, farven, "center", gruppe="Tal")]
    if serie.liggende:
        # numbers of bars that lie beside each other are no higher than their bar
        egen = min(skrift, (y1 - y0) / (tekst.LINJEHOEJDE - LUFT)) if len(rude.soejler) > 1 else skrift
        x, vandret, farven = (x0 - 4, "right", SORT) if soejle.til < soejle.fra else (x1 + 4, "left", SORT)
        if vandret == "left" and x + bredde > rude.talplads and bredde + 8 < x1 - x0:
            # it would run into the panel beside
            x, vandret, farven = x1 - 4, "right", farve.text_on(soejle.farve)
        return [Skrift(x, (y0 + y1) / 2, linjer, egen, farven, vandret, gruppe="Tal")]
    return [Skrift((x0 + x1) / 2, y0 - 2, linjer, skrift, vandret="center", lodret="bottom", gruppe="Tal")]


def diameter(pixel: float) -> float:
    """A mark that is so many of the figure's pixels wide, in points."""
    return pixel * PUNKTER_PR_PIXEL + 1


def point_words(rude: Rude, serie: model.Linje | model.Punkter, skrift: float) -> list[Steder]:
    """The places of the words at each point of a series. Above bars they can be lifted; else they can stand anywhere
    around their point where no line runs and no mark stands."""
    if isinstance(serie, model.Linje) or not serie.ord:
        return []
    tegnet = [boks for en in rude.punkter for boks in _drawn(rude, en)]
    ud = []
    for nr, sted in enumerate(rude.places(serie)):
        if sted is None or not serie.ord.tekster[nr].strip():
            continue
        egen = each(serie.ord.plads, nr)
        if rude.soejler:
            ud.append(_lifted(_at_point(serie, nr, sted, skrift, egen)))
        else:
            andre = [_at_point(serie, nr, sted, skrift, en) for en in PLADSER if en != egen]
            frie = [en for en in andre if not any(pladser.touch(_core(en), boks) for boks in tegnet)]
            ud.append((_at_point(serie, nr, sted, skrift, egen), *frie))
    return ud


def _drawn(rude: Rude, serie: model.Linje | model.Punkter) -> list[Box]:
    """What the marks and the line of a series take up, a line as steps along it."""
    steder = rude.places(serie)
    if isinstance(serie, model.Punkter):
        halv = diameter(serie.stoerrelse) / 2
        return [(x - halv, y - halv, x + halv, y + halv) for x, y in filter(None, steder) if serie.form]
    ud = []
    for fra, til in pairwise(steder):
        if fra and til:
            antal = max(round(hypot(til[0] - fra[0], til[1] - fra[1]) / LINJETRIN), 1)
            trin = [
                (fra[0] + (til[0] - fra[0]) * nr / antal, fra[1] + (til[1] - fra[1]) * nr / antal)
                for nr in range(antal + 1)
            ]
            ud += [(x - 0.5, y - 0.5, x + 0.5, y + 0.5) for x, y in trin]
    return ud


def _lifted(skrift: Skrift) -> Steder:
    """Words where they are, or so many lines higher."""
    linje = skrift.stoerrelse * tekst.LINJEHOEJDE * len(skrift.linjer)
    return tuple(replace(skrift, y=skrift.y - nr * linje) for nr in range(FLEST_LOEFT))


def _at_point(serie: model.Punkter, nr: int, sted: tuple[float, float], skrift: float, plads: str) -> Skrift:
    til_siden, ned, vandret, lodret = PLADSER[plads]
    afstand = (serie.stoerrelse if serie.form else serie.afstand) * PUNKTER_PR_PIXEL / 2 + 5
    x, y = sted[0] + til_siden * afstand, sted[1] + ned * afstand * 0.6
    farven = farve.on_paper(each(serie.ord.farve, nr) or None) or SORT
    return Skrift(x, y, tekst.lines(serie.ord.tekster[nr].strip()), skrift, farven, vandret, lodret, "Navne")


def _heading(plan: Plan, rude: Rude) -> Skrift:
    # level bars may begin at the very top of their panel
    y = rude.boks[1] - (OVER_SOEJLE if is_level(rude.rude) else 0)
    ud = _inside(plan, round(rude.boks[0], 2), round(y, 2), rude.overskrift, "left", "bottom")
    return replace(ud, stoerrelse=rude.overskriftsskrift)


def _remarks(plan: Plan) -> list[Steder]:
    """The places of the words at lines across, and of the remarks."""
    return [*(_at_line(plan, linje) for linje in plan.figur.linjer), *(_note(plan, en) for en in plan.figur.noter)]


def along(rude: Rude, linje: model.Hjaelpelinje) -> tuple[float, float]:
    """A point on a line across."""
    if linje.akse == "x":
        return rude.point(rude.x.share(linje.ved), 0)
    return rude.point(0, rude.y.share(linje.ved))


def _at_line(plan: Plan, linje: model.Hjaelpelinje) -> Steder:
    """Beside a line, above or below a level one."""
    venstre, top, hoejre, bund = (round(kant, 2) for kant in plan.indre)
    x, y = along(plan.ruder[0], linje)
    linjer = tekst.lines(linje.ord)
    if linje.akse == "y":
        steder = ((hoejre, "right", "bottom"), (hoejre, "right", "top"), (venstre + VED_LINJE, "left", "bottom"))
        return tuple(_inside(plan, hen, y, linjer, vandret, lodret, REFERENCE) for hen, vandret, lodret in steder)
    y, lodret = (top, "top") if linje.ved_enden else (bund, "bottom")
    return tuple(
        _inside(plan, hen, y, linjer, vandret, lodret, REFERENCE)
        for hen, vandret in ((x + VED_LINJE, "left"), (x - VED_LINJE, "right"))
    )


def _note(plan: Plan, note: model.Note) -> Steder:
    rude, linjer = plan.ruder[0], tekst.lines(note.tekst)
    farven = REFERENCE if note.daempet else SORT
    _, y = rude.point(0, rude.y.share(note.y))
    if note.x is None:
        return (_inside(plan, round(plan.indre[0] + VED_LINJE, 2), y, linjer, "left", "middle", farven),)
    x, _ = rude.point(rude.x.share(note.x), 0)
    if note.lodret:
        return _lifted(_inside(plan, x, y, linjer, "center", "bottom", farven))
    return (_inside(plan, x, min([y - OVER_SOEJLE, *_bar_tops(rude, note)]), linjer, "left", "bottom", farven),)


def _bar_tops(rude: Rude, note: model.Note) -> list[float]:
    """The upper edges of the level bars in a remark's row: they may be thicker than on the screen."""
    alle = [soejle for raekke in rude.soejler if raekke.serie.liggende for soejle in raekke.soejler]
    return [rude.bar_box(True, soejle)[1] for soejle in alle if soejle.midte == rude.y.number(note.y)]


def _inside(plan: Plan, x: float, y: float, linjer, vandret: str, lodret: str, farven: str = SORT) -> Skrift:
    """Words that end at the edge of the drawing where they would leave it, in a colour that can be read."""
    bredde, _ = tekst.block(linjer, plan.skrift)
    venstre = x - {"left": 0, "center": bredde / 2, "right": bredde}[vandret]
    if venstre + bredde > plan.bredde:
        vandret, x = "right", min(x + bredde, plan.bredde)
    farven = farven if contrast(farven, HVID) >= LAESBAR else DAEMPET
    return Skrift(x, y, linjer, plan.skrift, farven, vandret, lodret, "Noter")
