"""One axis of the model as plotly's dict."""

from views.figur import farver
from views.figur.model import Akse, Datoakse, Kategorier, Rude, Sted, Talakse
from views.figur.plotly.flade import axis_type
from views.figur.plotly.typografi import Typografi
from views.figur.tal_paa_akser import axis_number, millions
from views.sprog import dansk

# So many names at most below a small panel.
FEW = 5
# Numbers from here on are so long that few of them stand level beside each other.
LONG = 10_000
FIRE_UGER_MS = 28 * 24 * 3600 * 1000
DAGE = {"dtickrange": [None, FIRE_UGER_MS], "value": "%-d.%-m.%Y"}
MAANEDER = {"dtickrange": ["M1", None], "value": "%m.%Y"}


def axis_of(akse: Akse, rude: Rude, typografi: Typografi, stoerst: float = 0) -> dict:
    """The axis; its place in the figure is the panel's. stoerst: no number on an axis of the figure is larger."""
    tegnet = _categories(akse, rude) if isinstance(akse, Kategorier) else _scale(akse, stoerst)
    if akse is rude.x and isinstance(akse, Talakse):
        tegnet |= {"tickangle": 0} | ({"nticks": FEW} if stoerst >= LONG else {})
    if typografi.dias:
        skrift = axis_type(typografi)
        # an axis without words keeps no room for them
        tegnet |= skrift if akse.vises else {"tickfont": skrift["tickfont"]}
        if tegnet.get("title", {}).get("text"):
            # plotly's own distance to the numbers does not grow with the type
            tegnet["title"] |= {"font": skrift["tickfont"], "standoff": 0.75 * skrift["tickfont"]["size"]}
    return tegnet


def _scale(akse: Talakse | Datoakse, stoerst: float) -> dict:
    return _numbers(akse, stoerst) if isinstance(akse, Talakse) else _dates(akse)


def number_axis(rude: Rude, akse: Akse, retning: str) -> bool:
    """Has the panel, in that direction, an axis of numbers that shares its range with the given one?"""
    egen = rude.x if retning == "x" else rude.y
    return isinstance(egen, Talakse) and isinstance(akse, Talakse) and egen.faelles == akse.faelles != ""


def place_of(akse: Akse, sted: Sted | None) -> Sted | None:
    """A place on an axis as traces give it: the chosen ones are bold."""
    if isinstance(akse, Kategorier) and sted in akse.valgte:
        return f"<b>{sted}</b>"
    return sted


def are_numbers(akse: Kategorier) -> bool:
    """Are the places numbered, with names of their own beside?"""
    return bool(akse.navne) and not any(isinstance(en, str) for en in akse.navne)


def _categories(akse: Kategorier, rude: Rude) -> dict:
    ud = {"fixedrange": True, "automargin": True}
    if akse.titel:
        ud["title"] = {"text": akse.titel}
    if are_numbers(akse):
        skrevet = akse.skrevne or tuple((en, str(en)) for en in akse.navne)
        ender = [akse.navne[0] - 0.5, akse.navne[-1] + 0.5]
        ud |= {
            "tickmode": "array",
            "tickvals": [sted for sted, _ in skrevet],
            "ticktext": [navn for _, navn in skrevet],
            "range": ender[::-1] if akse.fra_oven else ender,
            "showgrid": False,
            "zeroline": False,
        }
        return ud
    ud["type"] = "category"
    if akse.navne:
        ud |= {"categoryorder": "array", "categoryarray": [place_of(akse, en) for en in akse.navne]}
        # a place without a mark has its room too
        ender = [-0.5, len(akse.navne) - 0.5]
        ud["range"] = ender[::-1] if akse.fra_oven else ender
    elif akse.fra_oven:
        ud["autorange"] = "reversed"
    if akse.skrevne:
        ud |= {
            "tickmode": "array",
            "tickvals": [en for en, _ in akse.skrevne],
            "ticktext": [en for _, en in akse.skrevne],
        }
    if not akse.vises:
        ud |= {"showticklabels": False, "showgrid": False}
    elif rude.plads is not None and not akse.fra_oven:
        ud |= {"nticks": FEW, "tickangle": 0}  # a small panel has no room for all names, nor for slanted ones
    return ud


def _numbers(akse: Talakse, stoerst: float) -> dict:
    if not akse.vises:
        return {"visible": False, "fixedrange": True} | ({} if akse.til is None else {"range": [akse.fra, akse.til]})
    ud = {
        "title": {"text": akse.titel},
        "separatethousands": True,
        "exponentformat": "none",  # else 200.000 is 200k
        "automargin": True,
        "fixedrange": True,
        "gridcolor": farver.GITTER,
    }
    if akse.til is None:
        ud["rangemode"] = "tozero"
    else:
        ud |= {"range": [akse.fra, akse.til], "tickformat": ",~f"}
    if navne := {dansk.number(tal): axis_number(tal) for tal in millions(max(stoerst, akse.til or 0))}:
        ud["labelalias"] = navne
    if akse.hele:
        ud["dtick"] = 1
    if not akse.nullinje:
        ud["zeroline"] = False
    if not akse.skrives:
        ud["showticklabels"] = False
    return ud


def _dates(akse: Datoakse) -> dict:
    ud = {
        "type": "date",
        "tickformat": "%Y" if akse.aarlig else "%m.%Y",
        "fixedrange": True,
        "gridcolor": farver.GITTER,
    }
    if akse.til is not None:
        ud |= {"range": [akse.fra, akse.til], "nticks": 6}
        # days where the dates stand closer than months, for else the same month is written twice; upright on a phone
        maaneder = {"tickformatstops": [DAGE, MAANEDER], "autotickangles": [0, 90]}
        ud |= {"dtick": "M12", "tickangle": 0} if akse.aarlig else maaneder
    return ud if akse.vises else ud | {"visible": False}
