"""A Sankey diagram as marks: nodes as boxes, flows as smooth bands, and the counts beside the nodes."""

from export.tegning import farve, tekst
from export.tegning.maerker import Boks, Flade, Maerke, Skrift
from views.figur import farver
from views.figur.model import Stroemme

KNUDE = 14.0
TRIN = 16
# The height of a line of words, in sizes of its letters.
LINJE = 1.2


def flow_marks(figur: Stroemme, bredde: float, hoejde: float, skrift: float) -> list[Maerke]:
    """The diagram on a surface of that size, in points; the nodes stand where the figure puts them."""
    luft = skrift * 0.9
    sidste = figur.of_column(len(figur.kolonner) - 1)
    bred = bredde - max(tekst.block(tekst.lines(en.ord), skrift)[0] for en in sidste) - KNUDE - 10
    maal = (hoejde - 2 * luft) / max(figur.tallest, 1) * (1 - figur.luft)
    bokse = {}
    for nr, knude in enumerate(figur.knuder):
        hoej = max(knude.antal * maal, 1.0)
        midte = luft + knude.midte * (hoejde - 2 * luft)
        bokse[nr] = (figur.kolonner[knude.kolonne] * bred, midte - hoej / 2, hoej)
    bokse = _apart(bokse, hoejde)
    ud: list[Maerke] = _bands(figur, bokse, maal)
    for knude, (x, y, hoej) in zip(figur.knuder, bokse.values(), strict=True):
        navn = tekst.plain(knude.ord)
        ud.append(Boks(x, y, KNUDE, hoej, farve.on_paper(knude.farve), navn=navn, gruppe="Knuder"))
    for knude, (x, y, hoej) in zip(figur.knuder, bokse.values(), strict=True):
        # words that are higher than their node would be struck through by its bands
        loeft = 0 if knude.kolonne == len(figur.kolonner) - 1 or hoej > skrift else (hoej + LINJE * skrift) / 2
        ud.append(Skrift(x + KNUDE + 6, y + hoej / 2 - loeft, tekst.lines(knude.ord), skrift, gruppe="Tal"))
    return ud


def _apart(bokse: dict, hoejde: float) -> dict:
    """Nodes of a column moved down until none covers another, and the column back inside."""
    ud = dict(bokse)
    for x in {en[0] for en in bokse.values()}:
        numre = sorted((nr for nr, en in bokse.items() if en[0] == x), key=lambda nr: bokse[nr][1])
        bund = 0.0
        for nr in numre:
            _, y, hoej = ud[nr]
            ud[nr] = (x, max(y, bund), hoej)
            bund = ud[nr][1] + hoej + 2
        for_meget = bund - 2 - hoejde
        if for_meget > 0:
            ud |= {nr: (x, ud[nr][1] - for_meget, ud[nr][2]) for nr in numre}
    return ud


def _bands(figur: Stroemme, bokse: dict, maal: float) -> list[Maerke]:
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


def _band(x0: float, y0: float, x1: float, y1: float, tyk: float) -> tuple:
    """An S-shaped band of that thickness, as a ring."""
    trin = [nr / TRIN for nr in range(TRIN + 1)]
    over = [(round(x0 + (x1 - x0) * t, 2), round(y0 + (y1 - y0) * (3 * t * t - 2 * t**3), 2)) for t in trin]
    under = [(x, round(y + max(tyk, 0.5), 2)) for x, y in reversed(over)]
    return (*over, *under, over[0])
