"""A figure of bars, lines and points as marks, from its plan."""

from export.tegning import farve, tekst
from export.tegning.maerker import DAEMPET, HVID, Boks, Maerke, Prik, Skrift, Streg
from export.tegning.ordbog.plan import Plan, Rude, Signatur, Soejle, Soejler, arrange, signature_width, trace_colour
from views.figur import farver

GITTER = farve.on_paper(farver.GITTER)
AKSE = farve.on_paper(farver.RAMME)
MINDST_TEKST = 0.62  # bars thinner than so many line heights carry no text inside


def axis_marks(figure: dict, bredde: float, hoejde: float, skrift: float) -> list[Maerke]:
    """The figure on a surface of that size in points, with its legend above."""
    plan = arrange(figure, bredde, hoejde, skrift)
    ud: list[Maerke] = legend_marks(plan)
    for rude in plan.ruder:
        ud += _axes(rude, skrift)
        for raekke in rude.soejler:
            ud += [_bar(rude, raekke, en) for en in raekke.soejler]
    ud += reference_lines(plan)
    for rude in plan.ruder:
        for raekke in rude.soejler:
            ud += [en for soejle in raekke.soejler for en in _bar_text(rude, raekke, soejle, skrift)]
        for spor in rude.punkter:
            ud += scatter_marks(rude, spor, skrift)
    return [*ud, *annotation_marks(plan)]


def legend_marks(plan: Plan) -> list[Maerke]:
    """The legend in rows above the panels."""
    ud: list[Maerke] = []
    y = plan.skrift * 0.8
    for raekke in plan.forklaring:
        x = 0.0
        for en in raekke:
            ud += _sample(en, x, y, plan.skrift)
            ud.append(Skrift(x + plan.skrift * 1.4, y, tekst.lines(en.navn), plan.skrift, gruppe="Signaturforklaring"))
            x += signature_width(en, plan.skrift)
        y += plan.skrift * 1.6
    return ud


def _sample(signatur: Signatur, x: float, y: float, skrift: float) -> list[Maerke]:
    midte, faelles = x + skrift * 0.5, {"navn": f"Signatur: {signatur.navn}", "gruppe": "Signaturforklaring"}
    if signatur.art == "soejle":
        kant = signatur.farve if signatur.skraveret else None
        boks = Boks(
            x, y - skrift * 0.45, skrift, skrift * 0.9, signatur.farve, kant, skraveret=signatur.skraveret, **faelles
        )
        return [boks]
    if signatur.art == "linje":
        return [
            Streg(((x, y), (x + skrift, y)), signatur.farve, 2.0, **faelles),
            Prik(midte, y, skrift * 0.5, signatur.farve, **faelles),
        ]
    return [Prik(midte, y, skrift * 0.7, signatur.farve, signatur.art == "rude", signatur.aaben, **faelles)]


def _axes(rude: Rude, skrift: float) -> list[Maerke]:
    venstre, top, hoejre, bund = rude.boks
    ud: list[Maerke] = []
    for tal, navn in rude.y.streger if rude.y.vises else ():
        _, y = rude.point(0, rude.y.share_of(tal))
        if not top - 1 <= y <= bund + 1:
            continue
        if rude.y.gitter:
            ud.append(Streg(((venstre, y), (hoejre, y)), GITTER, 0.75, gruppe="Akser"))
        ud.append(Skrift(venstre - 5, y, tekst.lines(navn), skrift, vandret="right", gruppe="Akser"))
    ud += _x_ticks(rude, skrift)
    if rude.y.titel:
        titel = tekst.lines(rude.y.titel)
        ud.append(Skrift(0, rude.titelhoejde, titel, skrift, DAEMPET, gruppe="Akser"))
    if rude.x.titel:
        y = bund + skrift * 1.35 * max((len(tekst.lines(en)) for _, en in rude.x.streger), default=1) + skrift * 0.9
        titel = tekst.lines(rude.x.titel)
        ud.append(Skrift((venstre + hoejre) / 2, y, titel, skrift, DAEMPET, "center", gruppe="Akser"))
    nul = rude.x if rude.soejler and rude.soejler[0].vandret else rude.y
    if nul.art == "tal" and min(nul.fra, nul.til) <= 0 <= max(nul.fra, nul.til) and rude.soejler:
        andel = nul.share_of(0)
        ender = ((0, andel), (1, andel)) if nul is rude.y else ((andel, 0), (andel, 1))
        ud.append(Streg(tuple(rude.point(*en) for en in ender), AKSE, 1.0, gruppe="Akser"))
    return ud


def _x_ticks(rude: Rude, skrift: float) -> list[Maerke]:
    """Ticks of the lower axis; every second, third ... name where they would touch."""
    _, top, _, bund = rude.boks
    if not rude.x.vises:
        return []
    steder = [(rude.point(rude.x.share_of(tal), 0)[0], navn) for tal, navn in rude.x.streger]
    ud: list[Maerke] = []
    if rude.x.gitter:
        ud += [Streg(((x, top), (x, bund)), GITTER, 0.75, gruppe="Akser") for x, _ in steder]
    if rude.bund:
        for x, navn in steder[:: _every(steder, skrift)]:
            ud.append(Skrift(x, bund + 4, tekst.lines(navn), skrift, vandret="center", lodret="top", gruppe="Akser"))
    return ud


def _every(steder: list[tuple[float, str]], skrift: float) -> int:
    bred = max((tekst.block(tekst.lines(navn), skrift)[0] for _, navn in steder), default=0) + 4
    afstand = min((abs(b[0] - a[0]) for a, b in zip(steder, steder[1:])), default=bred)
    return max(1, -(-int(bred) // max(int(afstand), 1)))


def bar_box(rude: Rude, vandret: bool, soejle: Soejle) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a bar, in points."""
    langs, tvaers = (rude.x, rude.y) if vandret else (rude.y, rude.x)
    lave, hoeje = [tvaers.share_of(soejle.midte + tegn * soejle.tykkelse / 2) for tegn in (-1, 1)]
    ender = [langs.share_of(en) for en in (soejle.fra, soejle.til)]
    hjoerner = [rude.point(*((ende, side) if vandret else (side, ende))) for ende, side in zip(ender, (lave, hoeje))]
    (x0, y0), (x1, y1) = hjoerner
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _bar(rude: Rude, raekke: Soejler, soejle: Soejle) -> Boks:
    x0, y0, x1, y1 = bar_box(rude, raekke.vandret, soejle)
    kant = soejle.farve if raekke.skraveret else None
    return Boks(
        x0,
        y0,
        x1 - x0,
        y1 - y0,
        soejle.farve,
        kant,
        1.0,
        raekke.skraveret,
        navn=raekke.navn or "Søjle",
        gruppe="Søjler",
    )


def _bar_text(rude: Rude, raekke: Soejler, soejle: Soejle, skrift: float) -> list[Maerke]:
    linjer = tekst.lines(soejle.tekst)
    if not soejle.tekst or raekke.tekstplads == "none":
        return []
    x0, y0, x1, y1 = bar_box(rude, raekke.vandret, soejle)
    bredde, hoejde = tekst.block(linjer, skrift)
    rum = ((x1 - x0) - 6, (y1 - y0)) if raekke.vandret else ((x1 - x0) + 8, (y1 - y0))
    passer = bredde <= rum[0] and hoejde * MINDST_TEKST <= rum[1]
    if raekke.tekstplads == "inside" and not passer:
        return []
    if raekke.tekstplads == "inside" or (raekke.tekstplads == "auto" and passer):
        farven = farve.on_paper(raekke.tekstfarve) or farve.text_on(soejle.farve if not raekke.skraveret else HVID)
        return [Skrift((x0 + x1) / 2, (y0 + y1) / 2, linjer, skrift, farven, "center", gruppe="Tal")]
    if raekke.vandret:
        return [Skrift(x1 + 4, (y0 + y1) / 2, linjer, skrift, gruppe="Tal")]
    return [Skrift((x0 + x1) / 2, y0 - 2, linjer, skrift, vandret="center", lodret="bottom", gruppe="Tal")]


def scatter_marks(rude: Rude, spor: dict, skrift: float) -> list[Maerke]:
    """Lines, markers and words of a scatter trace; a missing value breaks the line."""
    steder = [
        None if x is None or y is None or y != y else rude.point(rude.x.share(x), rude.y.share(y))
        for x, y in zip(spor["x"], spor["y"], strict=True)
    ]
    maade = spor.get("mode", "lines+markers")
    ud: list[Maerke] = []
    if "lines" in maade:
        ud += _broken_line(steder, trace_colour(spor), spor.get("name", ""))
    if "markers" in maade and spor.get("marker", {}).get("opacity", 1):
        ud += [_dot(spor, nr, sted) for nr, sted in enumerate(steder) if sted]
    if "text" in maade:
        ud += [en for nr, sted in enumerate(steder) if sted for en in _words(spor, nr, sted, skrift)]
    return ud


def _broken_line(steder: list, farven: str, navn: str) -> list[Maerke]:
    stykker: list[list] = [[]]
    for sted in steder:
        if sted is None:
            stykker.append([])
        else:
            stykker[-1].append(sted)
    return [Streg(tuple(en), farven, 2.5, navn=navn, gruppe="Linjer") for en in stykker if len(en) > 1]


def _at(vaerdi, nr: int):
    return vaerdi[nr] if isinstance(vaerdi, (list, tuple)) else vaerdi


def _dot(spor: dict, nr: int, sted: tuple[float, float]) -> Prik:
    maerke = spor.get("marker", {})
    symbol = str(_at(maerke.get("symbol", "circle"), nr))
    farven = farve.on_paper(_at(maerke.get("color"), nr)) or trace_colour(spor)
    stoerrelse = float(_at(maerke.get("size", 7), nr)) * 0.75 + 1
    return Prik(
        *sted, stoerrelse, farven, "diamond" in symbol, symbol.endswith("-open"), spor.get("name", ""), "Punkter"
    )


def _words(spor: dict, nr: int, sted: tuple[float, float], skrift: float) -> list[Maerke]:
    ord_ = str(_at(spor.get("text"), nr) or "").strip()
    if not ord_:
        return []
    lodret, vandret = (_at(spor.get("textposition", "middle center"), nr)).split(" ")
    afstand = float(_at(spor.get("marker", {}).get("size", 6), nr)) * 0.75 / 2 + 5
    if not spor.get("marker", {}).get("opacity", 1):
        afstand = 5.0
    x = sted[0] + {"left": -afstand, "right": afstand}.get(vandret, 0)
    y = sted[1] + {"top": -afstand, "bottom": afstand}.get(lodret, 0) * (0.6 if vandret == "center" else 0)
    farven = farve.on_paper(_at(spor.get("textfont", {}).get("color"), nr)) or "#1b2733"
    anker = {"left": "right", "right": "left"}.get(vandret, "center")
    side = {"top": "bottom", "bottom": "top"}.get(lodret, "middle")
    return [Skrift(x, y, tekst.lines(ord_), skrift, farven, anker, side, "Navne")]


def reference_lines(plan: Plan) -> list[Maerke]:
    """plotly's shapes: lines across a panel."""
    ud: list[Maerke] = []
    for en in plan.streger:
        ender = [_place(plan, en, f"x{nr}", f"y{nr}") for nr in (0, 1)]
        streg = en["line"]
        ud.append(Streg(tuple(ender), farve.on_paper(streg["color"]), streg["width"], "dash" in streg, "Hjælpelinje"))
    return ud


def annotation_marks(plan: Plan) -> list[Maerke]:
    """plotly's annotations, at most a tenth beyond the paper; `xshift` and `yshift` are its pixels."""
    ud: list[Maerke] = []
    for en in plan.noter:
        x, y = _place(plan, en, "x", "y")
        x += en.get("xshift", 0) * 0.75
        y -= en.get("yshift", 0) * 0.75
        vandret, lodret = en.get("xanchor", "center"), en.get("yanchor", "middle")
        if lodret == "bottom":
            y = min([y, *_bar_tops(plan.ruder[0], en)])
        farven = farve.on_paper(en.get("font", {}).get("color")) or "#1b2733"
        if farve.contrast(farven, HVID) < 4.5:
            farven = DAEMPET
        linjer = tekst.lines(en["text"])
        bredde, _ = tekst.block(linjer, plan.skrift)
        venstre = x - {"left": 0, "center": bredde / 2, "right": bredde}[vandret]
        if venstre + bredde > plan.bredde:
            vandret, x = "right", min(x + bredde, plan.bredde)
        ud.append(Skrift(x, y, linjer, plan.skrift, farven, vandret, lodret, "Noter"))
    return ud


def _bar_tops(rude: Rude, note: dict) -> list[float]:
    """The upper edges of the level bars in an annotation's row: they may be thicker than on the screen."""
    if note.get("yref") == "paper":
        return []
    alle = [soejle for raekke in rude.soejler if raekke.vandret for soejle in raekke.soejler]
    return [bar_box(rude, True, en)[1] for en in alle if en.midte == rude.y.number(note["y"])]


def _place(plan: Plan, en: dict, x_navn: str, y_navn: str) -> tuple[float, float]:
    """A place given on the paper or on the axes of the first panel."""
    venstre, top, hoejre, bund = plan.indre
    rude = plan.ruder[0]
    if en.get("xref") == "paper":
        x = venstre + en[x_navn] * (hoejre - venstre)
    else:  # on an axis a place may also be a name or a date
        x, _ = rude.point(rude.x.share(en[x_navn]), 0)
    if en.get("yref") == "paper":
        y = bund - en[y_navn] * (bund - top)
    else:
        _, y = rude.point(0, rude.y.share(en[y_navn]))
    return (round(x, 2), round(y, 2))
