"""A figure of bars, lines and points as marks, from its plan."""

from export.tegning import farve, tekst
from export.tegning.maerker import Boks, Maerke, Prik, Skrift, Streg
from export.tegning.plan import (
    Plan,
    Rude,
    Signatur,
    Soejle,
    Soejler,
    across_and_along,
    arrange,
    each,
    is_level,
    points_of,
    series_colour,
    signature_width,
)
from views.figur import farver, model
from views.figur.farver import DAEMPET, HVID, SORT
from views.figur.kontrast import contrast

GITTER = farve.on_paper(farver.GITTER)
AKSE = farve.on_paper(farver.RAMME)
REFERENCE = farve.on_paper(farver.REFERENCE)
MINDST_TEKST = 0.62  # bars thinner than so many line heights carry no text inside
LINJEPUNKT = 7  # the marks of a line, in the figure's pixels
# Of a line, of a thin one, and of the edge of an open bar.
STREG, TYND_STREG, KANT = 2.5, 1.25, 1.25
PUNKTER_PR_PIXEL = 0.75
LAESBAR = 4.5  # least contrast of words that no series colours
# Between a bar and the words above it, and between a line across and its words.
OVER_SOEJLE, VED_LINJE = 5.25, 4.5
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


def axis_marks(figur: model.Aksefigur, bredde: float, hoejde: float, skrift: float) -> list[Maerke]:
    """The figure on a surface of that size in points, with its legend above."""
    plan = arrange(figur, bredde, hoejde, skrift)
    ud: list[Maerke] = legend_marks(plan)
    for rude in plan.ruder:
        ud += _axes(rude, skrift)
        for raekke in rude.soejler:
            ud += [_bar(rude, raekke, soejle) for soejle in raekke.soejler]
    ud += reference_lines(plan)
    for rude in plan.ruder:
        for raekke in rude.soejler:
            ud += [maerke for soejle in raekke.soejler for maerke in _bar_text(rude, raekke, soejle, skrift)]
        for serie in rude.punkter:
            ud += point_marks(rude, serie, skrift)
    return [*ud, *note_marks(plan)]


def legend_marks(plan: Plan) -> list[Maerke]:
    """The legend in rows above the panels."""
    ud: list[Maerke] = []
    y = plan.skrift * 0.8
    for raekke in plan.forklaring:
        x = 0.0
        for signatur in raekke:
            ud += _sample(signatur, x, y, plan.skrift)
            ud.append(
                Skrift(x + plan.skrift * 1.4, y, tekst.lines(signatur.navn), plan.skrift, gruppe="Signaturforklaring")
            )
            x += signature_width(signatur, plan.skrift)
        y += plan.skrift * 1.6
    return ud


def _sample(signatur: Signatur, x: float, y: float, skrift: float) -> list[Maerke]:
    midte, faelles = x + skrift * 0.5, {"navn": f"Signatur: {signatur.navn}", "gruppe": "Signaturforklaring"}
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
    ud = _y_ticks(rude, skrift) + _x_ticks(rude, skrift)
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


def _y_ticks(rude: Rude, skrift: float) -> list[Maerke]:
    """Ticks of the upright axis with their lines across the panel."""
    venstre, top, hoejre, bund = rude.boks
    ud: list[Maerke] = []
    for tal, navn in rude.y.streger:
        _, y = rude.point(0, rude.y.share_of(tal))
        if not top - 1 <= y <= bund + 1:
            continue
        if rude.y.gitter:
            ud.append(Streg(((venstre, y), (hoejre, y)), GITTER, 0.75, gruppe="Akser"))
        if rude.y.vises:
            ud.append(Skrift(venstre - 5, y, tekst.lines(navn), skrift, vandret="right", gruppe="Akser"))
    return ud


def _x_ticks(rude: Rude, skrift: float) -> list[Maerke]:
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


def bar_box(rude: Rude, liggende: bool, soejle: Soejle) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a bar, in points."""
    tvaers, langs = across_and_along(rude, liggende)
    lave, hoeje = [tvaers.share_of(soejle.midte + tegn * soejle.tykkelse / 2) for tegn in (-1, 1)]
    ender = [langs.share_of(ende) for ende in (soejle.fra, soejle.til)]
    hjoerner = [rude.point(*((ende, side) if liggende else (side, ende))) for ende, side in zip(ender, (lave, hoeje))]
    (x0, y0), (x1, y1) = hjoerner
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _bar(rude: Rude, raekke: Soejler, soejle: Soejle) -> Boks:
    x0, y0, x1, y1 = bar_box(rude, raekke.serie.liggende, soejle)
    udseende = _bar_look(soejle.farve, bool(raekke.serie.skraveret), raekke.serie.aaben)
    return Boks(x0, y0, x1 - x0, y1 - y0, **udseende, navn=raekke.serie.navn or "Søjle", gruppe="Søjler")


def _bar_look(farven: str, skraveret: bool, aaben: bool) -> dict:
    if aaben:
        return {"fyld": None, "kant": farven, "tykkelse": KANT}
    return {"fyld": farven, "kant": farven if skraveret else None, "tykkelse": 1.0, "skraveret": skraveret}


def _bar_text(rude: Rude, raekke: Soejler, soejle: Soejle, skrift: float) -> list[Maerke]:
    if not soejle.tekst:
        return []
    serie, linjer = raekke.serie, tekst.lines(soejle.tekst)
    plads = soejle.tekstplads
    x0, y0, x1, y1 = bar_box(rude, serie.liggende, soejle)
    bredde, hoejde = tekst.block(linjer, skrift)
    rum = ((x1 - x0) - 6, (y1 - y0)) if serie.liggende else ((x1 - x0) + 8, (y1 - y0))
    passer = bredde <= rum[0] and hoejde * MINDST_TEKST <= rum[1]
    if plads in (model.INDENI, model.INDENI_FRA_START) and not passer:
        return []
    if plads != model.VED_ENDEN and passer:
        bund = HVID if serie.skraveret or serie.aaben else soejle.farve
        farven = farve.on_paper(soejle.tekstfarve or None) or farve.text_on(bund)
        return [Skrift((x0 + x1) / 2, (y0 + y1) / 2, linjer, skrift, farven, "center", gruppe="Tal")]
    if serie.liggende and soejle.til < soejle.fra:
        return [Skrift(x0 - 4, (y0 + y1) / 2, linjer, skrift, vandret="right", gruppe="Tal")]
    if serie.liggende:
        return [Skrift(x1 + 4, (y0 + y1) / 2, linjer, skrift, gruppe="Tal")]
    return [Skrift((x0 + x1) / 2, y0 - 2, linjer, skrift, vandret="center", lodret="bottom", gruppe="Tal")]


def point_marks(rude: Rude, serie: model.Linje | model.Punkter, skrift: float) -> list[Maerke]:
    """The line, the marks and the words of a series; a missing value breaks the line."""
    steder = [
        None if x is None or y is None else rude.point(rude.x.share(x), rude.y.share(y))
        for x, y in zip(*points_of(serie), strict=True)
    ]
    if isinstance(serie, model.Linje):
        farven = series_colour(serie)
        synlige = [] if serie.tynd else [sted for sted in steder if sted]
        prikker = [Prik(*sted, _diameter(LINJEPUNKT), farven, navn=serie.navn, gruppe="Punkter") for sted in synlige]
        return _broken_line(steder, farven, serie.navn, TYND_STREG if serie.tynd else STREG) + prikker
    ud: list[Maerke] = []
    if serie.form:
        ud += [_dot(serie, nr, sted) for nr, sted in enumerate(steder) if sted]
    if serie.ord:
        ud += [maerke for nr, sted in enumerate(steder) if sted for maerke in _words(serie, nr, sted, skrift)]
    return ud


def _broken_line(steder: list, farven: str, navn: str, tykkelse: float) -> list[Maerke]:
    stykker: list[list] = [[]]
    for sted in steder:
        if sted is None:
            stykker.append([])
        else:
            stykker[-1].append(sted)
    return [Streg(tuple(stykke), farven, tykkelse, navn=navn, gruppe="Linjer") for stykke in stykker if len(stykke) > 1]


def _diameter(pixel: float) -> float:
    return pixel * PUNKTER_PR_PIXEL + 1


def _dot(serie: model.Punkter, nr: int, sted: tuple[float, float]) -> Prik | Streg:
    farven = farve.on_paper(each(serie.farve, nr) or None) or series_colour(serie)
    aaben = bool(each(serie.aaben, nr))
    if serie.form == "streg":
        x, (y, halv) = sted[0], (sted[1], _diameter(serie.stoerrelse) / 2)
        return Streg(((x, y - halv), (x, y + halv)), farven, 3.0, navn=serie.navn, gruppe="Punkter")
    return Prik(*sted, _diameter(serie.stoerrelse), farven, serie.form == "rude", aaben, serie.navn, "Punkter")


def _words(serie: model.Punkter, nr: int, sted: tuple[float, float], skrift: float) -> list[Maerke]:
    ord_ = serie.ord.tekster[nr].strip()
    if not ord_:
        return []
    til_siden, ned, vandret, lodret = PLADSER[each(serie.ord.plads, nr)]
    afstand = (serie.stoerrelse if serie.form else serie.afstand) * PUNKTER_PR_PIXEL / 2 + 5
    x, y = sted[0] + til_siden * afstand, sted[1] + ned * afstand * 0.6
    farven = farve.on_paper(each(serie.ord.farve, nr) or None) or SORT
    return [Skrift(x, y, tekst.lines(ord_), skrift, farven, vandret, lodret, "Navne")]


def reference_lines(plan: Plan) -> list[Maerke]:
    """The dashed lines across the first panel."""
    ud: list[Maerke] = []
    for linje in plan.figur.linjer:
        venstre, top, hoejre, bund = (round(kant, 2) for kant in plan.indre)
        x, y = _along(plan.ruder[0], linje)
        ender = ((x, bund), (x, top)) if linje.akse == "x" else ((venstre, y), (hoejre, y))
        ud.append(Streg(ender, REFERENCE, 1.5, True, "Hjælpelinje"))
    return ud


def _along(rude: Rude, linje: model.Hjaelpelinje) -> tuple[float, float]:
    """A point on a line across."""
    if linje.akse == "x":
        return rude.point(rude.x.share(linje.ved), 0)
    return rude.point(0, rude.y.share(linje.ved))


def note_marks(plan: Plan) -> list[Maerke]:
    """The headings of panels, the words at lines across, and the remarks."""
    overskrifter = [_heading(plan, rude) for rude in plan.ruder if rude.rude.overskrift]
    ved_linjer = [_at_line(plan, linje) for linje in plan.figur.linjer]
    return [*overskrifter, *ved_linjer, *(_note(plan, note) for note in plan.figur.noter)]


def _heading(plan: Plan, rude: Rude) -> Skrift:
    linjer = tekst.lines(f"<b>{rude.rude.overskrift}</b>")
    if rude.rude.underoverskrift:
        linjer += tekst.lines(rude.rude.underoverskrift)
    # level bars may begin at the very top of their panel
    y = rude.boks[1] - (OVER_SOEJLE if is_level(rude.rude) else 0)
    return _inside(plan, round(rude.boks[0], 2), round(y, 2), linjer, "left", "bottom")


def _at_line(plan: Plan, linje: model.Hjaelpelinje) -> Skrift:
    _, top, hoejre, bund = (round(kant, 2) for kant in plan.indre)
    x, y = _along(plan.ruder[0], linje)
    linjer = tekst.lines(linje.ord)
    if linje.akse == "y":
        return _inside(plan, hoejre, y, linjer, "right", "bottom", REFERENCE)
    y, lodret = (top, "top") if linje.ved_enden else (bund, "bottom")
    return _inside(plan, x + VED_LINJE, y, linjer, "left", lodret, REFERENCE)


def _note(plan: Plan, note: model.Note) -> Skrift:
    rude, linjer = plan.ruder[0], tekst.lines(note.tekst)
    farven = REFERENCE if note.daempet else SORT
    _, y = rude.point(0, rude.y.share(note.y))
    if note.x is None:
        return _inside(plan, round(plan.indre[0], 2), y, linjer, "left", "middle", farven)
    x, _ = rude.point(rude.x.share(note.x), 0)
    if note.lodret:
        return _inside(plan, x, y, linjer, "center", "bottom", farven)
    return _inside(plan, x, min([y - OVER_SOEJLE, *_bar_tops(rude, note)]), linjer, "left", "bottom", farven)


def _bar_tops(rude: Rude, note: model.Note) -> list[float]:
    """The upper edges of the level bars in a remark's row: they may be thicker than on the screen."""
    alle = [soejle for raekke in rude.soejler if raekke.serie.liggende for soejle in raekke.soejler]
    return [bar_box(rude, True, soejle)[1] for soejle in alle if soejle.midte == rude.y.number(note.y)]


def _inside(plan: Plan, x: float, y: float, linjer, vandret: str, lodret: str, farven: str = SORT) -> Skrift:
    """Words that end at the edge of the drawing where they would leave it, in a colour that can be read."""
    bredde, _ = tekst.block(linjer, plan.skrift)
    venstre = x - {"left": 0, "center": bredde / 2, "right": bredde}[vandret]
    if venstre + bredde > plan.bredde:
        vandret, x = "right", min(x + bredde, plan.bredde)
    farven = farven if contrast(farven, HVID) >= LAESBAR else DAEMPET
    return Skrift(x, y, linjer, plan.skrift, farven, vandret, lodret, "Noter")
