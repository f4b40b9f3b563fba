"""A Sankey diagram as marks: nodes as boxes, flows as smooth bands, and the counts beside the nodes."""

from dataclasses import replace

from export.tegning import farve, tekst
from export.tegning.hjaelpeformer import line_start
from export.tegning.maerker import Boks, Flade, Linje, Maerke, Punkt, Skrift
from views.figur import farver
from views.figur.model import Knude, Stroemme

KNUDE = 14.0
TRIN = 16
# The height of a line of words, in sizes of its letters; between words and a node; and of the surface for words at the
# left of the first column.
LINJE, VED_KNUDE, BREDEST_START = 1.2, 6.0, 0.12
Kasse = tuple[float, float, float]
"""Where a node stands: its left edge, its top, its height."""
Ring = tuple[Punkt, ...]


def flow_marks(figur: Stroemme, bredde: float, hoejde: float, skrift: float) -> list[Maerke]:
    """The diagram on a surface of that size, in points; the nodes stand where the figure puts them, and no band runs
    through the words: they stand before the first column, above the nodes of the next, and behind the last."""
    ord_ = {nr: tekst.lines(_broken(knude, bredde, skrift)) for nr, knude in enumerate(figur.knuder)}
    bokse, maal = _boxes(figur, ord_, (bredde, hoejde), skrift)
    ud: list[Maerke] = _bands(figur, bokse, maal)
    for knude, (x, y, hoej) in zip(figur.knuder, bokse.values(), strict=True):
        navn = tekst.plain(knude.ord)
        ud.append(Boks(x, y, KNUDE, hoej, farve.on_paper(knude.farve), navn=navn, gruppe="Knuder"))
    baand = [en.ringe[0] for en in ud if isinstance(en, Flade)]
    return [*ud, *(_words(figur, nr, bokse[nr], Skrift(0, 0, ord_[nr], skrift, gruppe="Tal"), baand) for nr in bokse)]


def _words(figur: Stroemme, nr: int, boks: Kasse, ord_: Skrift, baand: list[Ring]) -> Skrift:
    """The words of a node in their place; above it, to the side where bands cover least of them."""
    x, y, hoej = boks
    kolonne = figur.knuder[nr].kolonne
    if kolonne == 0:
        return replace(ord_, x=x - VED_KNUDE, y=y + hoej / 2, vandret="right")
    if kolonne == len(figur.kolonner) - 1:
        return replace(ord_, x=x + KNUDE + VED_KNUDE, y=y + hoej / 2)
    steder = (("center", x + KNUDE / 2), ("left", x), ("right", x + KNUDE))
    over = [replace(ord_, x=sted, y=y - 1, vandret=vandret, lodret="bottom") for vandret, sted in steder]
    return min(over, key=lambda en: sum(covered(en, ring) for ring in baand))


def covered(ord_: Skrift, baand: Ring) -> float:
    """How much of the words lies on a band, in square points."""
    bredde, hoejde = tekst.block(ord_.linjer, ord_.stoerrelse)
    venstre = line_start(ord_, 0)
    top = ord_.y - {"top": 0, "middle": hoejde / 2, "bottom": hoejde}[ord_.lodret]
    ud = 0.0
    # a band is its upper edge from the left and its lower from the right
    oeverst, nederst = baand[: TRIN + 1], baand[TRIN + 1 : -1][::-1]
    for (x0, over0), (x1, over1), (_, under0), (_, under1) in zip(
        oeverst, oeverst[1:], nederst, nederst[1:], strict=False
    ):
        bred = min(x1, venstre + bredde) - max(x0, venstre)
        hoej = min((under0 + under1) / 2, top + hoejde) - max((over0 + over1) / 2, top)
        ud += max(bred, 0) * max(hoej, 0)
    return ud


def _broken(knude: Knude, bredde: float, skrift: float) -> str:
    """A node's words, on two lines in the first column where one would take too much of the surface."""
    bred = tekst.block(tekst.lines(knude.ord), skrift)[0]
    return knude.ord.replace("</b> ", "</b><br>") if knude.kolonne == 0 and bred > bredde * BREDEST_START else knude.ord


def _boxes(
    figur: Stroemme, ord_: dict[int, tuple[Linje, ...]], flade: tuple[float, float], skrift: float
) -> tuple[dict[int, Kasse], float]:
    """Where each node stands by its number, and how many points one of what is counted is high."""
    bredde, hoejde = flade
    sidste = len(figur.kolonner) - 1
    bredder = [
        max(tekst.block(linjer, skrift)[0] for linjer, knude in zip(ord_.values(), figur.knuder) if knude.kolonne == nr)
        + VED_KNUDE
        for nr in (0, sidste)
    ]
    bred = bredde - sum(bredder) - KNUDE - 4
    over = LINJE * skrift + 4
    top, bund = over, skrift * 0.9
    maal = min(_measure(figur, nr, hoejde - top - bund, over if 0 < nr < sidste else 2.0) for nr in range(sidste + 1))
    bokse: dict[int, Kasse] = {}
    for nr, knude in enumerate(figur.knuder):
        hoej = max(knude.antal * maal, 1.0)
        midte = top + knude.midte * (hoejde - top - bund)
        bokse[nr] = (bredder[0] + figur.kolonner[knude.kolonne] * bred, midte - hoej / 2, hoej)
    for nr in range(sidste + 1):
        egne = [en for en, knude in enumerate(figur.knuder) if knude.kolonne == nr]
        mellem, foerst = (over, top) if 0 < nr < sidste else (2.0, 0.0)
        bokse |= _apart({en: bokse[en] for en in egne}, foerst, hoejde, mellem)
    return bokse, maal


def _measure(figur: Stroemme, kolonne: int, plads: float, mellem: float) -> float:
    """Points for each of what is counted, so that a column has room for its gaps: those of the figure, and at least so
    much between two nodes."""
    knuder = figur.of_column(kolonne)
    egen = plads * (1 - figur.luft) / max(figur.tallest, 1)
    return min(egen, max(plads - mellem * (len(knuder) - 1), 1.0) / max(sum(en.antal for en in knuder), 1))


def _apart(bokse: dict[int, Kasse], foerst: float, hoejde: float, mellem: float) -> dict[int, Kasse]:
    """Nodes of a column moved down until there is so much between them, the first no higher than `foerst`, and the
    column back inside."""
    ud = dict(bokse)
    bund = foerst
    for nr in sorted(bokse, key=lambda nr: bokse[nr][1]):
        x, y, hoej = bokse[nr]
        ud[nr] = (x, max(y, bund), hoej)
        bund = ud[nr][1] + hoej + mellem
    for_meget = max(bund - mellem - hoejde, 0)
    return {nr: (x, y - for_meget, hoej) for nr, (x, y, hoej) in ud.items()}


def _bands(figur: Stroemme, bokse: dict[int, Kasse], maal: float) -> list[Maerke]:
    """The flows, stacked at both ends in the order of where they go to and come from."""
    navne = [tekst.plain(knude.ord) for knude in figur.knuder]
    fra_top = {nr: en[1] for nr, en in bokse.items()}
    til_top = dict(fra_top)
    starter, slutter = {}, {}
    for baand in sorted(figur.baand, key=lambda en: bokse[en.til][1]):
        starter[baand] = fra_top[baand.fra]
        fra_top[baand.fra] += baand.antal * maal
    for baand in sorted(figur.baand, key=lambda en: bokse[en.fra][1]):
        slutter[baand] = til_top[baand.til]
        til_top[baand.til] += baand.antal * maal
    return [
        Flade(
            (_band(bokse[en.fra][0] + KNUDE, starter[en], bokse[en.til][0], slutter[en], en.antal * maal),),
            farve.on_paper(farver.translucent(en.farve)),
            navn=f"{navne[en.fra]} til {navne[en.til]}: {en.antal}",
            gruppe="Strømme",
        )
        for en in figur.baand
    ]


def _band(x0: float, y0: float, x1: float, y1: float, tyk: float) -> Ring:
    """An S-shaped band of that thickness, as a ring."""
    trin = [nr / TRIN for nr in range(TRIN + 1)]
    over = [(round(x0 + (x1 - x0) * t, 2), round(y0 + (y1 - y0) * (3 * t * t - 2 * t**3), 2)) for t in trin]
    under = [(x, round(y + max(tyk, 0.5), 2)) for x, y in reversed(over)]
    return (*over, *under, over[0])
