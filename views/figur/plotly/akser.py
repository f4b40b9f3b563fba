"""Bars, lines and points on axes, for plotly."""

from collections.abc import Sequence

from geo.tekstbredde import text_width
from views.figur import farver
from views.figur.kontrast import text_on
from views.figur.model import (
    DELT_FARVE,
    FORAN,
    HVOR_DER_ER_PLADS,
    INDENI,
    INDENI_FRA_START,
    OVER,
    OVER_TIL_HOEJRE,
    OVER_TIL_VENSTRE,
    PROGNOSE,
    PROGNOSE_NAVN,
    STABLET,
    TIL_HOEJRE,
    TIL_VENSTRE,
    UNDER,
    UNDER_TIL_HOEJRE,
    VED_ENDEN,
    Aksefigur,
    Datoakse,
    Linje,
    Ord,
    Punkter,
    Rude,
    Serie,
    Soejler,
)
from views.figur.plotly.akse import axis_of, number_axis, place_of
from views.figur.plotly.flade import cut_rows, surface
from views.figur.plotly.noter import annotations, lines_across
from views.figur.plotly.typografi import Typografi
from views.figur.ruder import stacked

NEW_LINE, BOLD, BOLD_END = "<br>", "<b>", "</b>"
MILLISEKUNDER_PR_DAG = 86_400_000
LEGEND_ABOVE = {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "traceorder": "normal"}
MAADER = {STABLET: "stack", FORAN: "overlay"}
ORD_PAA_SOEJLER = {
    VED_ENDEN: {"textposition": "outside", "cliponaxis": False},
    INDENI: {"textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "constraintext": "none"},
    INDENI_FRA_START: {"textposition": "inside", "insidetextanchor": "start"},
    HVOR_DER_ER_PLADS: {"textposition": "auto", "insidetextanchor": "start", "cliponaxis": False},
}
ORD_VED_PUNKTER = {
    OVER: "top center",
    UNDER: "bottom center",
    TIL_HOEJRE: "middle right",
    TIL_VENSTRE: "middle left",
    OVER_TIL_HOEJRE: "top right",
    OVER_TIL_VENSTRE: "top left",
    UNDER_TIL_HOEJRE: "bottom right",
}
FORMER = {"prik": "circle", "rude": "diamond", "streg": "line-ns"}
# A bar that is clicked leaves the others as they are.
UNDIMMED = {"unselected": {"marker": {"opacity": 1}}}
# The mark at a known value of a line, in pixels.
MAERKE = 6
# Of a line and of a thin one, in pixels.
STREG, TYND_STREG = 2.5, 1.5
INTET = "rgba(0, 0, 0, 0)"


def axes_figure(figur: Aksefigur, typografi: Typografi) -> dict:
    """A figure of the model as plotly's dict."""
    if typografi.bredde and not typografi.dias:
        figur = stacked(figur)
    par = [_axes_of(nr) for nr in range(len(figur.ruder))]
    spor = [
        _trace(figur, rude, serie, typografi) | _on(x, y)
        for rude, (x, y) in zip(figur.ruder, par, strict=True)
        for serie in rude.serier
        if typografi.navne or not _only_names(serie)
    ]
    if figur.prognose:
        spor.append(_forecast_key(figur, typografi))
    return {"data": spor, "layout": _layout(figur, par, spor, typografi)}


def _only_names(serie: Serie) -> bool:
    return isinstance(serie, Punkter) and not serie.form and serie.ord is not None and serie.ord.navne


def _axes_of(nr: int) -> tuple[str, str]:
    """plotly's names of a panel's axes."""
    nummer = "" if nr == 0 else str(nr + 1)
    return f"x{nummer}", f"y{nummer}"


def _on(x: str, y: str) -> dict:
    return {} if x == "x" else {"xaxis": x, "yaxis": y}


def _layout(figur: Aksefigur, par: list[tuple[str, str]], spor: list[dict], typografi: Typografi) -> dict:
    layout = surface(figur.hoejde, figur.margen, typografi) | {"showlegend": figur.forklaring}
    if figur.forklaring:
        layout["legend"] = _legend(layout, spor, typografi)
    if figur.luft is not None:
        layout["bargap"] = figur.luft
    if figur.maade in MAADER:
        layout["barmode"] = MAADER[figur.maade]
    if noter := annotations(figur, typografi):
        layout["annotations"] = noter
    if figur.linjer:
        layout["shapes"] = lines_across(figur, typografi)
    stoerst = max((_largest(figur, rude) for rude in figur.ruder), default=0)
    for rude, (x, y) in zip(figur.ruder, par, strict=True):
        layout |= _panel_axes(figur, rude, x, y, typografi, stoerst)
    if typografi.dias and any(en["type"] == "bar" for en in spor):
        # a number that does not fit its bar at this size is left out: smaller, nobody could read it
        layout["uniformtext"] = {"minsize": typografi.skrift, "mode": "hide"}
    if raekker := figur.raekker:
        cut_rows(layout, len(raekker), typografi)
    return layout


def _legend(layout: dict, spor: list[dict], typografi: Typografi) -> dict:
    """Entries beside each other above the chart; on a slide as many lines as they need are kept free."""
    if not typografi.dias:
        return LEGEND_ABOVE
    px = typografi.skrift
    navne = [en["name"] for en in spor if en.get("name") and en.get("showlegend") is not False]
    # plotly gives each entry the width of the longest
    bredest = max((text_width(navn, px) for navn in navne), default=0) + 3 * px
    linjer = -(-len(navne) // max(1, int(typografi.bredde // bredest)))
    layout["margin"]["t"] = max(layout["margin"]["t"], round((linjer * 1.5 + 0.5) * px))
    return LEGEND_ABOVE | {"font": layout["font"]}


def _largest(figur: Aksefigur, rude: Rude) -> float:
    """No number on the axes of the panel is larger."""
    hver = [
        max((abs(en) for en in _numbers_of(serie) if isinstance(en, (int, float))), default=0) for serie in rude.serier
    ]
    return sum(hver) if figur.maade == STABLET else max(hver, default=0)


def _numbers_of(serie: Serie) -> tuple:
    return (*serie.x, *serie.y) if isinstance(serie, Punkter) else serie.vaerdier


def _panel_axes(figur: Aksefigur, rude: Rude, x: str, y: str, typografi: Typografi, stoerst: float) -> dict:
    begge = ((x, rude.x), (y, rude.y))
    akser = {f"{navn[0]}axis{navn[1:]}": axis_of(akse, rude, typografi, stoerst) for navn, akse in begge}
    if rude.plads is None:
        return akser
    x0, x1, y0, y1 = rude.plads
    akser[f"xaxis{x[1:]}"] |= {"domain": [x0, x1], "anchor": y}
    akser[f"yaxis{y[1:]}"] |= {"domain": [y0, y1], "anchor": x}
    for navn, akse in begge:
        foerste = next(
            (_axes_of(nr)[navn[0] == "y"] for nr, anden in enumerate(figur.ruder) if number_axis(anden, akse, navn[0])),
            navn,
        )
        if foerste != navn:
            akser[f"{navn[0]}axis{navn[1:]}"]["matches"] = foerste
    return akser


def _trace(figur: Aksefigur, rude: Rude, serie: Serie, typografi: Typografi) -> dict:
    tegnet = {Soejler: _bars, Linje: _line, Punkter: _points}[type(serie)](rude, serie, typografi)
    if serie.navn:
        tegnet["name"] = serie.navn
        if len(figur.ruder) > 1 and figur.forklaring:
            tegnet["legendgroup"] = serie.navn
    if not serie.forklares:
        tegnet["showlegend"] = False
    return tegnet | (_hover(serie.hover) if serie.hover else {"hoverinfo": "skip"})


def _hover(tekster: Sequence[str]) -> dict:
    """The hover texts of a series. The lines that all end with, such as their source, are sent once, and so are the
    marks around what is left: they are most of a long list of events."""
    linjer = [en.split(NEW_LINE) for en in tekster]
    faelles = 0
    while all(len(en) > faelles + 1 and en[-1 - faelles] == linjer[0][-1 - faelles] for en in linjer):
        faelles += 1
    hale = NEW_LINE.join(["", *linjer[0][len(linjer[0]) - faelles :]])
    if not faelles or "%" in hale:  # it would be read as a template
        return {"hovertext": list(tekster), "hoverinfo": "text"}
    egne = [NEW_LINE.join(en[: len(en) - faelles]) for en in linjer]
    fed = all(en.startswith(BOLD) and en.endswith(BOLD_END) and en.count("<") == 2 for en in egne)
    if fed:
        egne = [en.removeprefix(BOLD).removesuffix(BOLD_END) for en in egne]
    eget = f"{BOLD}%{{hovertext}}{BOLD_END}" if fed else "%{hovertext}"
    return {"hovertext": egne, "hovertemplate": f"{eget}{hale}<extra></extra>"}


def _bars(rude: Rude, serie: Soejler, typografi: Typografi) -> dict:
    steder = [place_of(rude.y if serie.liggende else rude.x, sted) for sted in serie.steder]
    laengder = list(serie.vaerdier)
    if isinstance(rude.x if serie.liggende else rude.y, Datoakse):
        laengder = [dage * MILLISEKUNDER_PR_DAG for dage in laengder]
    spor = {
        "type": "bar",
        "x": laengder if serie.liggende else steder,
        "y": steder if serie.liggende else laengder,
        "marker": _bar_marker(serie, typografi),
    }
    if serie.liggende:
        spor |= {"orientation": "h"} | UNDIMMED
    if serie.begynder:
        spor["base"] = list(serie.begynder)
    if serie.tykkelse is not None:
        spor["width"] = serie.tykkelse
    if serie.ord:
        spor |= {"text": list(serie.ord.tekster)} | ORD_PAA_SOEJLER[serie.ord.plads]
        if typografi.dias or serie.ord.farve:
            spor["textfont"] = {"size": typografi.type_size(14) if serie.ord.farve else typografi.skrift}
        if not serie.skraveret:  # through a hatched bar the page is seen
            alle = [serie.farve] if isinstance(serie.farve, str) else serie.farve
            ordene = [_words_on(INTET if serie.aaben else en, typografi) for en in alle]
            spor["insidetextfont"] = {"color": ordene[0] if len({*ordene}) == 1 else ordene}
    if typografi.dias:
        spor["constraintext"] = "none"  # else plotly shrinks words until they fit their bar
    return spor


def _words_on(farve: str, typografi: Typografi) -> str:
    """The colour of words in a bar: plotly's own choice leaves a third of the contrast that is needed."""
    # through a half-transparent colour the page is seen
    return text_on(farve) if farve.startswith("#") else typografi.farve or farver.SIDENS_TEKST


def _bar_marker(serie: Soejler, typografi: Typografi) -> dict:
    farve = serie.farve if isinstance(serie.farve, str) else list(serie.farve)
    if serie.skraveret == PROGNOSE:
        return hatched(farve, typografi)
    if serie.aaben:
        return {"color": INTET, "line": {"color": farve, "width": TYND_STREG * typografi.gange}}
    if serie.skraveret == DELT_FARVE:
        return {"color": farve, "pattern": {"shape": "/", "solidity": 0.35}}
    return {"color": farve}


def hatched(farve: str | list[str], typografi: Typografi) -> dict:
    """The marker of a bar that is a forecast."""
    moenster = {"shape": "/", "fillmode": "replace", "fgcolor": farve, "size": 6, "solidity": 0.35}
    return {"color": farve, "pattern": moenster, "line": {"color": farve, "width": 1.5 * typografi.gange}}


def _forecast_key(figur: Aksefigur, typografi: Typografi) -> dict:
    """A legend entry that says what hatching means."""
    liggende = any(isinstance(en, Soejler) and en.liggende for en in figur.ruder[0].serier)
    spor = {"type": "bar", "name": PROGNOSE_NAVN, "x": [None], "y": [None], "hoverinfo": "skip"}
    return spor | {"marker": hatched(farver.REFERENCE, typografi)} | ({"orientation": "h"} if liggende else {})


def _line(rude: Rude, serie: Linje, typografi: Typografi) -> dict:
    spor = {
        "type": "scatter",
        "mode": "lines" if serie.tynd else "lines+markers",
        "x": [place_of(rude.x, sted) for sted in serie.steder],
        "y": list(serie.vaerdier),
        "line": {"color": serie.farve, "width": (TYND_STREG if serie.tynd else STREG) * typografi.gange},
        # a year that is not known is a gap, never a line across
        "connectgaps": False,
    }
    return spor if serie.tynd else {"marker": {"size": MAERKE * typografi.gange}} | spor


def _points(rude: Rude, serie: Punkter, typografi: Typografi) -> dict:
    spor = {
        "type": "scatter",
        "mode": "markers+text" if serie.ord and (serie.form or serie.afstand) else "text" if serie.ord else "markers",
        "x": [place_of(rude.x, sted) for sted in serie.x],
        "y": [place_of(rude.y, sted) for sted in serie.y],
        "cliponaxis": False,
    }
    if serie.ord:
        spor |= _words(serie.ord, typografi)
    if serie.form:
        spor["marker"] = _mark(serie, typografi)
    elif serie.afstand:
        # a marker that cannot be seen keeps the words off what another series draws there
        spor["marker"] = {"opacity": 0, "size": serie.afstand * typografi.gange}
    return spor


def _words(ord_: Ord, typografi: Typografi) -> dict:
    plads = ORD_VED_PUNKTER[ord_.plads] if isinstance(ord_.plads, str) else [ORD_VED_PUNKTER[en] for en in ord_.plads]
    skrift = {"size": typografi.type_size(12)}
    if ord_.farve:  # words with a colour of their own say what the chart is about
        skrift = {"size": typografi.type_size(13)}
        if typografi.farve:  # no colour can be read on a light and on a dark page
            skrift["color"] = ord_.farve if isinstance(ord_.farve, str) else list(ord_.farve)
    return {"text": list(ord_.tekster), "textposition": plads, "textfont": skrift}


def _mark(serie: Punkter, typografi: Typografi) -> dict:
    form, farve = FORMER[serie.form], serie.farve if isinstance(serie.farve, str) else list(serie.farve)
    streg = {"rude": 2, "streg": 3}.get(serie.form, 0) * typografi.gange
    if isinstance(serie.aaben, tuple):
        symbol = [f"{form}-open" if en else form for en in serie.aaben]
        streg = [2.5 * typografi.gange if en else streg for en in serie.aaben]
    else:
        symbol = f"{form}-open" if serie.aaben else form
    return {
        "symbol": symbol,
        "size": serie.stoerrelse * typografi.gange,
        "color": farve,
        "line": {"width": streg} | ({"color": farve} if serie.form != "prik" else {}),
    }
