"""A Sankey diagram as marks: nodes as boxes, flows as smooth bands, and the counts beside the nodes."""

from collections import defaultdict

from export.tegning import farve, tekst
from export.tegning.maerker import Boks, Flade, Maerke, Skrift
from views.figur.plotly.tegn import plotly_of

KNUDE = 14.0
TRIN = 16
FYLDT = 0.65  # of the height; the rest parts the nodes of a column


def flow_marks(figure: dict, bredde: float, hoejde: float, skrift: float) -> list[Maerke]:
    """The diagram on a surface of that size, in points; the nodes stand where the figure puts them."""
    figure = plotly_of(figure)
    spor = figure["data"][0]
    knuder, link = spor["node"], spor["link"]
    ind, ud_ = _sums(link)
    luft = skrift * 0.9
    hoejre = max(
        (tekst.block(tekst.lines(en["text"]), skrift)[0] for en in _notes(figure) if en["x"] > 0.9), default=0.0
    )
    bred = bredde - hoejre - KNUDE - 10
    maal = (hoejde - 2 * luft) / max(_tallest(knuder, ind, ud_), 1) * FYLDT
    bokse = {}
    for nr, (x, y) in enumerate(zip(knuder["x"], knuder["y"], strict=True)):
        hoej = max(max(ind[nr], ud_[nr]) * maal, 1.0)
        bokse[nr] = (x * bred, luft + y * (hoejde - 2 * luft) - hoej / 2, hoej)
    bokse = _apart(bokse, hoejde)
    navn_paa = [tekst.plain(en) for en in knuder["customdata"]]
    ud: list[Maerke] = _bands(link, bokse, maal, navn_paa)
    for nr, (x, y, hoej) in bokse.items():
        ud.append(Boks(x, y, KNUDE, hoej, farve.on_paper(knuder["color"][nr]), navn=navn_paa[nr], gruppe="Knuder"))
    for nr, note in enumerate(_notes(figure)):
        x, y, hoej = bokse[nr]
        ud.append(Skrift(x + KNUDE + 6, y + hoej / 2, tekst.lines(note["text"]), skrift, gruppe="Tal"))
    return ud


def _notes(figure: dict) -> list[dict]:
    """The labels of the nodes, in the order of the nodes."""
    return list(figure["layout"]["annotations"])


def _sums(link: dict) -> tuple[dict, dict]:
    ind: dict[int, float] = defaultdict(float)
    ud: dict[int, float] = defaultdict(float)
    for fra, til, antal in zip(link["source"], link["target"], link["value"], strict=True):
        ud[fra] += antal
        ind[til] += antal
    return ind, ud


def _tallest(knuder: dict, ind: dict, ud: dict) -> float:
    """The sum of the column that holds most."""
    kolonner: dict[float, float] = defaultdict(float)
    for nr, x in enumerate(knuder["x"]):
        kolonner[x] += max(ind[nr], ud[nr])
    return max(kolonner.values())


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


def _bands(link: dict, bokse: dict, maal: float, navne: list[str]) -> list[Maerke]:
    """The flows, stacked at both ends in the order of where they go to and come from."""
    poster = list(zip(link["source"], link["target"], link["value"], link["color"], strict=True))
    fra_top = {nr: en[1] for nr, en in bokse.items()}
    til_top = dict(fra_top)
    starter, slutter = {}, {}
    for post in sorted(poster, key=lambda en: bokse[en[1]][1]):
        starter[post] = fra_top[post[0]]
        fra_top[post[0]] += post[2] * maal
    for post in sorted(poster, key=lambda en: bokse[en[0]][1]):
        slutter[post] = til_top[post[1]]
        til_top[post[1]] += post[2] * maal
    return [
        Flade(
            (_band(bokse[fra][0] + KNUDE, starter[post], bokse[til][0], slutter[post], antal * maal),),
            farve.on_paper(farven),
            navn=f"{navne[fra]} til {navne[til]}: {antal}",
            gruppe="Strømme",
        )
        for post in poster
        for fra, til, antal, farven in [post]
    ]


def _band(x0: float, y0: float, x1: float, y1: float, tyk: float) -> tuple:
    """An S-shaped band of that thickness, as a ring."""
    trin = [nr / TRIN for nr in range(TRIN + 1)]
    over = [(round(x0 + (x1 - x0) * t, 2), round(y0 + (y1 - y0) * (3 * t * t - 2 * t**3), 2)) for t in trin]
    under = [(x, round(y + max(tyk, 0.5), 2)) for x, y in reversed(over)]
    return (*over, *under, over[0])
