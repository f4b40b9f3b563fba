"""What every figure but a map has around it: height, margins, and words of the right size on a slide."""

from geo.tekstbredde import text_width
from views.figur.plotly.typografi import Typografi
from views.sprog import dansk

# So many pixels, with words of 12, a row needs for its name to be read.
RAEKKE = 15.5
FAERREST = 3


def surface(hoejde: int, margen: tuple[int, int, int, int], typografi: Typografi) -> dict:
    """plotly's layout: height and margins (left, right, top, bottom; pixels on the page), and the type on a slide."""
    venstre, hoejre, top, bund = (side * typografi.gange for side in margen)
    mindst = typografi.skrift if typografi.dias else 0
    ud = {
        "height": typografi.hoejde or hoejde,
        "margin": {"l": venstre, "r": max(hoejre, mindst), "t": max(top, mindst), "b": bund},
        # nothing moves under a finger, and numbers are written as Danes do
        "dragmode": False,
        "separators": ",.",
    }
    if typografi.dias:
        skrift = {"size": typografi.skrift, "color": typografi.farve}
        ud |= {"font": skrift, "hoverlabel": {"font": {"size": typografi.skrift}}}
    return ud


def plot_height(layout: dict) -> float:
    """The pixels between the margins above and below."""
    return max(1.0, layout["height"] - layout["margin"]["t"] - layout["margin"]["b"])


def axis_type(typografi: Typografi) -> dict:
    """What an axis says of its words on a slide: Streamlit's theme has sizes of its own for what is left open."""
    if not typografi.dias:
        return {}
    return {"tickfont": {"size": typografi.skrift, "color": typografi.farve}, "automargin": True}


def cut_rows(layout: dict, antal: int, typografi: Typografi) -> None:
    """Of more rows than can be told apart on a slide the first are shown, and how many there are besides."""
    vises = max(FAERREST, int(plot_height(layout) // (RAEKKE * typografi.gange)))
    if not typografi.dias or antal <= vises:
        return
    akse, px = layout["yaxis"], typografi.skrift
    del akse["autorange"]
    akse["range"] = [vises - 1 - 0.5, -0.5]
    tekst = f"… og {dansk.quantity(antal - vises + 1, 'rækker')} mere"
    # below the names, where no bar and no number of the other axis stands
    layout["margin"]["l"] = max(layout["margin"]["l"], text_width(tekst, px) + 2 * px)
    layout.setdefault("annotations", []).append(
        {
            "text": tekst,
            "x": 0,
            "y": 0,
            "xref": "paper",
            "yref": "paper",
            "xanchor": "right",
            "yanchor": "top",
            "xshift": -px,
            "showarrow": False,
            "font": {"size": px},
        }
    )
