"""Words on a figure with axes that belong to no series: headings of panels, remarks, and lines across."""

from views.figur import farver
from views.figur.model import Aksefigur, Hjaelpelinje, Kategorier, Note, Rude
from views.figur.plotly.akse import are_numbers
from views.figur.plotly.typografi import Typografi

# Pixels between a bar and the words above it, and between a line across and its words.
OVER_SOEJLE, VED_LINJE = 7, 6


def annotations(figur: Aksefigur, typografi: Typografi) -> list[dict]:
    """plotly's annotations, in the order: headings, words at lines, remarks."""
    return [
        *(_heading(rude, typografi) for rude in figur.ruder if rude.overskrift),
        *(_at_line(linje, typografi) for linje in figur.linjer),
        *(_note(figur.ruder[0], note, typografi) for note in figur.noter),
    ]


def lines_across(figur: Aksefigur, typografi: Typografi) -> list[dict]:
    """plotly's shapes: dashed lines from one side of the panel to the other."""
    streg = {"color": farver.REFERENCE, "width": 1.5 * typografi.gange, "dash": "dash"}
    ud = []
    for linje in figur.linjer:
        langs, paa = ("y", "x") if linje.akse == "x" else ("x", "y")
        ud.append(
            {"type": "line", "line": streg, f"{langs}ref": "paper", f"{langs}0": 0, f"{langs}1": 1}
            | {f"{paa}0": linje.ved, f"{paa}1": linje.ved}
        )
    return ud


def _heading(rude: Rude, typografi: Typografi) -> dict:
    x0, _, _, y1 = rude.plads
    under = ""
    if rude.underoverskrift:
        under = f"<br><span style='font-size:{typografi.type_size(12)}px'>{rude.underoverskrift}</span>"
    return {
        "text": f"<b>{rude.overskrift}</b>{under}",
        "x": x0,
        "xref": "paper",
        "xanchor": "left",
        "y": y1,
        "yref": "paper",
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "font": {"size": typografi.type_size(14 if under else 13)},
    }


def _at_line(linje: Hjaelpelinje, typografi: Typografi) -> dict:
    ud = {"text": linje.ord, "showarrow": False, "font": {"size": typografi.type_size(12)}}
    if linje.akse == "y":
        return ud | {"xref": "paper", "x": 1, "xanchor": "right", "y": linje.ved, "yanchor": "bottom"}
    oppe = {"y": 1, "yanchor": "top"} if linje.ved_enden else {"y": 0, "yanchor": "bottom"}
    return ud | {"yref": "paper", "x": linje.ved, "xanchor": "left", "xshift": VED_LINJE * typografi.gange} | oppe


def _note(rude: Rude, note: Note, typografi: Typografi) -> dict:
    tekst = f"<i>{note.tekst}</i>" if note.daempet else note.tekst
    ud = {"text": tekst, "y": note.y, "showarrow": False, "font": {"size": typografi.type_size(12)}}
    if note.lodret:
        return ud | {"x": _position(rude, note.x), "yanchor": "bottom", "textangle": -90}
    if note.x is None:
        return ud | {"x": 0, "xref": "paper", "xanchor": "left", "yanchor": "middle"}
    return ud | {"x": note.x, "xanchor": "left", "yanchor": "bottom", "yshift": OVER_SOEJLE * typografi.gange}


def _position(rude: Rude, sted):
    """The number of a place on an axis of names."""
    if isinstance(rude.x, Kategorier) and rude.x.navne and not are_numbers(rude.x):
        return rude.x.navne.index(sted)
    return sted
