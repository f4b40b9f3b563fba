"""A figure of bars, lines and points as marks, from its plan."""

from itertools import pairwise

from export.tegning import farve, tekst
from export.tegning.maerker import Boks, Linje, Maerke, Prik, Skrift, Streg
from export.tegning.paaskrifter import REFERENCE, along, diameter, words
from export.tegning.plan import Plan, Rude, Soejle, Soejler, arrange, is_level
from export.tegning.signaturer import FOER, UDEN_TEGN, Signatur, each, series_colour, signature_width
from views.figur import farver, model
from views.figur.farver import DAEMPET

GITTER = farve.on_paper(farver.GITTER)
AKSE = farve.on_paper(farver.RAMME)
VED_AKSE = 5  # between the names of an axis and its panel
LINJEPUNKT = 7  # the marks of a line, in the figure's pixels
# Of a line, of a thin one, and of the edge of an open bar.
STREG, TYND_STREG, KANT = 2.5, 1.25, 1.25


def axis_marks(figur: model.Aksefigur, bredde: float, hoejde: float, skrift: float) -> list[Maerke]:
    """The figure on a surface of that size in points, with its legend above."""
    plan = arrange(figur, bredde, hoejde, skrift)
    ud: list[Maerke] = legend_marks(plan)
    for rude in plan.ruder:
        ud += _axes(rude, skrift)
        for raekke in rude.soejler:
            ud += [bar(rude, raekke, soejle) for soejle in raekke.soejler]
    ud += reference_lines(plan)
    for rude in plan.ruder:
        for serie in rude.punkter:
            ud += point_marks(rude, serie)
    return [*ud, *words(plan, [en for en in ud if isinstance(en, Skrift)])]


def legend_marks(plan: Plan) -> list[Maerke]:
    """The legend in rows above the panels."""
    ud: list[Maerke] = []
    y = plan.skrift * 0.8
    for raekke in plan.forklaring:
        x = 0.0
        for signatur in raekke:
            ud += _sample(signatur, x, y, plan.skrift)
            ud.append(
                Skrift(x + plan.skrift * FOER, y, tekst.lines(signatur.navn), plan.skrift, gruppe="Signaturforklaring")
            )
            x += signature_width(signatur, plan.skrift)
        y += plan.skrift * 1.6
    return ud


def _sample(signatur: Signatur, x: float, y: float, skrift: float) -> list[Maerke]:
    midte, faelles = x + skrift * 0.5, {"navn": f"Signatur: {signatur.navn}", "gruppe": "Signaturforklaring"}
    if signatur.art == UDEN_TEGN:
        return []
    if signatur.art == "soejle":
        udseende = _bar_look(signatur.farve, signatur.skraveret, signatur.aaben)
        return [Boks(x, y - skrift * 0.45, skrift, skrift * 0.9, **udseende, **faelles)]
    if signatur.art == "linje":
        streg = Streg(((x, y), (x + skrift, y)), signatur.farve, TYND_STREG if signatur.tynd else 2.0, **faelles)
        return [streg] if signatur.tynd else [streg, Prik(midte, y, skrift * 0.5, signatur.farve, **faelles)]
    if signatur.art == "streg":
        return [Streg(((midte, y - skrift * 0.45), (midte, y + skrift * 0.45)), signatur.farve, 3.0, **faelles)]
    return [Prik(midte, y, skrift * 0.7, signatur.farve, signatur.art == "rude", signatur.aaben, **faelles)]


def _axes(rude: Rude, skrift: float) -> list[Maerke]:
    venstre, _, hoejre, bund = rude.boks
    ud = y_ticks(rude, skrift) + x_ticks(rude, skrift)
    if rude.y.titel:
        titel = tekst.lines(rude.y.titel)
        ud.append(Skrift(0, rude.titelhoejde, titel, skrift, DAEMPET, gruppe="Akser"))
    if rude.x.titel:
        y = bund + skrift * 1.35 * max((len(tekst.lines(navn)) for _, navn in rude.x.streger), default=1) + skrift * 0.9
        titel = tekst.lines(rude.x.titel)
        ud.append(Skrift((venstre + hoejre) / 2, y, titel, skrift, DAEMPET, "center", gruppe="Akser"))
    return ud + _zero_line(rude)


def _zero_line(rude: Rude) -> list[Maerke]:
    """Where the bars stand."""
    if not rude.soejler:
        return []
    nul = rude.x if is_level(rude.rude) else rude.y
    if not nul.er_tal or not min(nul.fra, nul.til) <= 0 <= max(nul.fra, nul.til):
        return []
    andel = nul.share_of(0)
    ender = ((0, andel), (1, andel)) if nul is rude.y else ((andel, 0), (andel, 1))
    return [Streg(tuple(rude.point(*ende) for ende in ender), AKSE, 1.0, gruppe="Akser")]


def y_ticks(rude: Rude, skrift: float) -> list[Maerke]:
    """Ticks of the upright axis with their lines across the panel."""
    venstre, top, hoejre, bund = rude.boks
    steder = [(rude.point(0, rude.y.share_of(tal))[1], navn) for tal, navn in rude.y.streger]
    steder = [(y, navn) for y, navn in steder if top - 1 <= y <= bund + 1]
    ud: list[Maerke] = []
    if rude.y.gitter:
        ud += [Streg(((venstre, y), (hoejre, y)), GITTER, 0.75, gruppe="Akser") for y, _ in steder]
    if rude.y.vises:
        navne = [(y, _within(navn, rude.navneplads - VED_AKSE, skrift)) for y, navn in steder]
        egen = _type_of_names(navne, rude.navneplads - VED_AKSE, skrift)
        ud += [Skrift(venstre - VED_AKSE, y, navn, egen, vandret="right", gruppe="Akser") for y, navn in navne]
    return ud


def _within(navn: str, bred: float, skrift: float) -> tuple[Linje, ...]:
    """A name on as many lines as it has room for."""
    linjer = tekst.lines(navn)
    if tekst.block(linjer, skrift)[0] <= bred:
        return linjer
    return tekst.wrapped(tekst.plain(navn), bred, skrift, "<b>" in navn)


def _type_of_names(navne: list[tuple[float, tuple[Linje, ...]]], bred: float, skrift: float) -> float:
    """The type at which no name covers the next one below, nor leaves its room to the left: names of two lines need
    twice the room."""
    laengst = max((tekst.block(linjer, skrift)[0] for _, linjer in navne), default=0.0)
    ud = skrift * min(1.0, bred / laengst) if laengst else skrift
    i_orden = sorted(navne, key=lambda en: en[0])
    for (over, navn), (under, naeste) in pairwise(i_orden):
        ud = min(ud, (under - over) / ((len(navn) + len(naeste)) / 2 * tekst.LINJEHOEJDE))
    return ud


def x_ticks(rude: Rude, skrift: float) -> list[Maerke]:
    """Ticks of the lower axis; every second, third ... name where they would touch."""
    _, top, _, bund = rude.boks
    steder = [(rude.point(rude.x.share_of(tal), 0)[0], navn) for tal, navn in rude.x.streger]
    ud: list[Maerke] = []
    if rude.x.gitter:
        ud += [Streg(((x, top), (x, bund)), GITTER, 0.75, gruppe="Akser") for x, _ in steder]
    if rude.x.vises:
        for x, navn in steder[:: _every(steder, skrift)]:
            ud.append(Skrift(x, bund + 4, tekst.lines(navn), skrift, vandret="center", lodret="top", gruppe="Akser"))
    return ud


def _every(steder: list[tuple[float, str]], skrift: float) -> int:
    bred = max((tekst.block(tekst.lines(navn), skrift)[0] for _, navn in steder), default=0) + 4
    afstand = min((abs(b[0] - a[0]) for a, b in zip(steder, steder[1:])), default=bred)
    return max(1, -(-int(bred) // max(int(afstand), 1)))


def bar(rude: Rude, raekke: Soejler, soejle: Soejle) -> Boks:
    x0, y0, x1, y1 = rude.bar_box(raekke.serie.liggende, soejle)
    udseende = _bar_look(soejle.farve, bool(raekke.serie.skraveret), raekke.serie.aaben)
    return Boks(x0, y0, x1 - x0, y1 - y0, **udseende, navn=raekke.serie.navn or "Søjle", gruppe="Søjler")


def _bar_look(farven: str, skraveret: bool, aaben: bool) -> dict:
    if aaben:
        return {"fyld": None, "kant": farven, "tykkelse": KANT}
    return {"fyld": farven, "kant": farven if skraveret else None, "tykkelse": 1.0, "skraveret": skraveret}


def point_marks(rude: Rude, serie: model.Linje | model.Punkter) -> list[Maerke]:
    """The line and the marks of a series; a missing value breaks the line."""
    steder = rude.places(serie)
    if isinstance(serie, model.Linje):
        farven = series_colour(serie)
        synlige = [] if serie.tynd else [sted for sted in steder if sted]
        prikker = [Prik(*sted, diameter(LINJEPUNKT), farven, navn=serie.navn, gruppe="Punkter") for sted in synlige]
        return _broken_line(steder, farven, serie.navn, TYND_STREG if serie.tynd else STREG) + prikker
    if not serie.form:
        return []
    return [_dot(serie, nr, sted) for nr, sted in enumerate(steder) if sted]


def _broken_line(steder: list, farven: str, navn: str, tykkelse: float) -> list[Maerke]:
    stykker: list[list] = [[]]
    for sted in steder:
        if sted is None:
            stykker.append([])
        else:
            stykker[-1].append(sted)
    return [Streg(tuple(stykke), farven, tykkelse, navn=navn, gruppe="Linjer") for stykke in stykker if len(stykke) > 1]


def _dot(serie: model.Punkter, nr: int, sted: tuple[float, float]) -> Prik | Streg:
    farven = farve.on_paper(each(serie.farve, nr) or None) or series_colour(serie)
    aaben = bool(each(serie.aaben, nr))
    if serie.form == "streg":
        x, (y, halv) = sted[0], (sted[1], diameter(serie.stoerrelse) / 2)
        return Streg(((x, y - halv), (x, y + halv)), farven, 3.0, navn=serie.navn, gruppe="Punkter")
    return Prik(*sted, diameter(serie.stoerrelse), farven, serie.form == "rude", aaben, serie.navn, "Punkter")


def reference_lines(plan: Plan) -> list[Maerke]:
    """The dashed lines across the first panel."""
    ud: list[Maerke] = []
    for linje in plan.figur.linjer:
        venstre, top, hoejre, bund = (round(kant, 2) for kant in plan.indre)
        x, y = along(plan.ruder[0], linje)
        ender = ((x, bund), (x, top)) if linje.akse == "x" else ((venstre, y), (hoejre, y))
        ud.append(Streg(ender, REFERENCE, 1.5, True, "Hjælpelinje"))
    return ud
