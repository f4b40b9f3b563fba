"""Bars, lines and points on axes, for plotly."""

from views.figur import farver
from views.figur.model import (
    DELT_FARVE,
    FORAN,
    HVOR_DER_ER_PLADS,
    INDENI,
    INDENI_FRA_START,
    OVER,
    OVER_TIL_HOEJRE,
    PROGNOSE,
    STABLET,
    TIL_HOEJRE,
    TIL_VENSTRE,
    UNDER,
    VED_ENDEN,
    Aksefigur,
    Linje,
    Ord,
    Punkter,
    Rude,
    Serie,
    Soejler,
)
from views.figur.plotly.akse import axis_of, number_axis, place_of, shown_name
from views.figur.plotly.noter import annotations, lines_across
from views.figur.plotly.typografi import Typografi

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
}
FORMER = {"prik": "circle", "rude": "diamond"}
PROGNOSE_NAVN = "Prognose"


def axes_figure(figur: Aksefigur, typografi: Typografi) -> dict:
    """A figure of the model as plotly's dict."""
    par = [_axes_of(nr) for nr in range(len(figur.ruder))]
    spor = [
        _trace(figur, rude, serie) | _on(x, y)
        for rude, (x, y) in zip(figur.ruder, par, strict=True)
        for serie in rude.serier
        if typografi.navne or not _only_names(serie)
    ]
    if figur.prognose:
        spor.append(_forecast_key(figur))
    return {"data": spor, "layout": _layout(figur, par)}


def _only_names(serie: Serie) -> bool:
    return isinstance(serie, Punkter) and not serie.form and serie.ord is not None and serie.ord.navne


def _axes_of(nr: int) -> tuple[str, str]:
    """plotly's names of a panel's axes."""
    nummer = "" if nr == 0 else str(nr + 1)
    return f"x{nummer}", f"y{nummer}"


def _on(x: str, y: str) -> dict:
    return {} if x == "x" else {"xaxis": x, "yaxis": y}


def _layout(figur: Aksefigur, par: list[tuple[str, str]]) -> dict:
    venstre, hoejre, top, bund = figur.margen
    layout = {
        "height": figur.hoejde,
        "margin": {"l": venstre, "r": hoejre, "t": top, "b": bund},
        # nothing moves under a finger, and numbers are written as Danes do
        "dragmode": False,
        "separators": ",.",
        "showlegend": figur.forklaring,
    }
    if figur.forklaring:
        layout["legend"] = LEGEND_ABOVE
    if figur.luft is not None:
        layout["bargap"] = figur.luft
    if figur.maade in MAADER:
        layout["barmode"] = MAADER[figur.maade]
    if noter := annotations(figur):
        layout["annotations"] = noter
    if figur.linjer:
        layout["shapes"] = lines_across(figur)
    for rude, (x, y) in zip(figur.ruder, par, strict=True):
        layout |= _panel_axes(figur, rude, x, y)
    return layout


def _panel_axes(figur: Aksefigur, rude: Rude, x: str, y: str) -> dict:
    akser = {f"{navn[0]}axis{navn[1:]}": axis_of(akse, rude) for navn, akse in ((x, rude.x), (y, rude.y))}
    if rude.plads is None:
        return akser
    x0, x1, y0, y1 = rude.plads
    akser[f"xaxis{x[1:]}"] |= {"domain": [x0, x1], "anchor": y}
    akser[f"yaxis{y[1:]}"] |= {"domain": [y0, y1], "anchor": x}
    for navn, akse in ((x, rude.x), (y, rude.y)):
        foerste = next(
            (_axes_of(nr)[navn[0] == "y"] for nr, anden in enumerate(figur.ruder) if number_axis(anden, akse, navn[0])),
            navn,
        )
        if foerste != navn:
            akser[f"{navn[0]}axis{navn[1:]}"]["matches"] = foerste
    return akser


def _trace(figur: Aksefigur, rude: Rude, serie: Serie) -> dict:
    tegnet = {Soejler: _bars, Linje: _line, Punkter: _points}[type(serie)](rude, serie)
    if serie.navn:
        tegnet["name"] = serie.navn
        if len(figur.ruder) > 1 and figur.forklaring:
            tegnet["legendgroup"] = serie.navn
    if not serie.forklares:
        tegnet["showlegend"] = False
    return tegnet | ({"hovertext": list(serie.hover), "hoverinfo": "text"} if serie.hover else {"hoverinfo": "skip"})


def _bars(rude: Rude, serie: Soejler) -> dict:
    steder = [shown_name(rude.y if serie.liggende else rude.x, sted) for sted in serie.steder]
    laengder = list(serie.vaerdier)
    if serie.begynder:
        laengder = [dage * MILLISEKUNDER_PR_DAG for dage in laengder]
    spor = {
        "type": "bar",
        "x": laengder if serie.liggende else steder,
        "y": steder if serie.liggende else laengder,
        "marker": _bar_marker(serie),
    }
    if serie.liggende:
        spor["orientation"] = "h"
    if serie.begynder:
        spor["base"] = list(serie.begynder)
    if serie.tykkelse is not None:
        spor["width"] = serie.tykkelse
    if serie.ord:
        spor |= {"text": list(serie.ord.tekster)} | ORD_PAA_SOEJLER[serie.ord.plads]
        if serie.ord.farve:
            spor["textfont"] = {"size": 14, "color": serie.ord.farve}
    return spor


def _bar_marker(serie: Soejler) -> dict:
    farve = serie.farve if isinstance(serie.farve, str) else list(serie.farve)
    if serie.skraveret == PROGNOSE:
        return hatched(farve)
    if serie.skraveret == DELT_FARVE:
        return {"color": farve, "pattern": {"shape": "/", "solidity": 0.35}}
    return {"color": farve}


def hatched(farve: str | list[str]) -> dict:
    """The marker of a bar that is a forecast."""
    moenster = {"shape": "/", "fillmode": "replace", "fgcolor": farve, "size": 6, "solidity": 0.35}
    return {"color": farve, "pattern": moenster, "line": {"color": farve, "width": 1.5}}


def _forecast_key(figur: Aksefigur) -> dict:
    """A legend entry that says what hatching means."""
    liggende = any(isinstance(en, Soejler) and en.liggende for en in figur.ruder[0].serier)
    spor = {"type": "bar", "name": PROGNOSE_NAVN, "x": [None], "y": [None], "hoverinfo": "skip"}
    return spor | {"marker": hatched(farver.REFERENCE)} | ({"orientation": "h"} if liggende else {})


def _line(rude: Rude, serie: Linje) -> dict:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [place_of(rude.x, sted) for sted in serie.steder],
        "y": list(serie.vaerdier),
        "line": {"color": serie.farve, "width": 2.5},
        # a year that is not known is a gap, never a line across
        "connectgaps": False,
    }


def _points(rude: Rude, serie: Punkter) -> dict:
    spor = {
        "type": "scatter",
        "mode": "markers+text" if serie.ord and (serie.form or serie.afstand) else "text" if serie.ord else "markers",
        "x": [place_of(rude.x, sted) for sted in serie.x],
        "y": [shown_name(rude.y, sted) for sted in serie.y],
        "cliponaxis": False,
    }
    if serie.ord:
        spor |= _words(serie.ord)
    if serie.form:
        spor["marker"] = _mark(serie)
    elif serie.afstand:
        # a marker that cannot be seen keeps the words off what another series draws there
        spor["marker"] = {"opacity": 0, "size": serie.afstand}
    return spor


def _words(ord_: Ord) -> dict:
    plads = ORD_VED_PUNKTER[ord_.plads] if isinstance(ord_.plads, str) else [ORD_VED_PUNKTER[en] for en in ord_.plads]
    skrift = {"size": 12} | ({"color": ord_.farve if isinstance(ord_.farve, str) else list(ord_.farve)})
    return {"text": list(ord_.tekster), "textposition": plads, "textfont": skrift if ord_.farve else {"size": 12}}


def _mark(serie: Punkter) -> dict:
    form = FORMER[serie.form]
    aabne = serie.aaben if isinstance(serie.aaben, tuple) else None
    bredde = 2 if serie.form == "rude" else 0
    return {
        "symbol": [f"{form}-open" if en else form for en in aabne]
        if aabne is not None
        else f"{form}-open"
        if serie.aaben
        else form,
        "size": serie.stoerrelse,
        "color": serie.farve if isinstance(serie.farve, str) else list(serie.farve),
        "line": {"width": [2.5 if en else bredde for en in aabne] if aabne is not None else bredde},
    }
