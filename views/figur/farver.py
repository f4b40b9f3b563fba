"""All colours of the product. They are told apart with the common kinds of colour blindness and on paper in grey."""

# Magnitude: five classes from little to much, falling steadily in lightness.
SEKVENTIEL = ("#e3f0c4", "#9ed3b1", "#4aafb8", "#2a7ab5", "#28408f")
# Text that can be read on each of the five.
TEKST_PAA = ("#1b2733", "#1b2733", "#1b2733", "#ffffff", "#ffffff")

# Half-transparent greys look right on a light and on a dark page.
INGEN_DATA = "rgba(128, 128, 128, 0.22)"
UDENFOR = "rgba(128, 128, 128, 0.08)"
KANT = "rgba(110, 118, 128, 0.9)"
RAMME = "rgba(128, 128, 128, 0.7)"
GITTER = "rgba(128, 128, 128, 0.25)"

# One fixed colour per outcome, everywhere (Okabe and Ito's palette, told apart with every common colour blindness).
UDFALD = {
    "besat": "#009e73",
    "ingen_ansoegere": "#d55e00",
    "udbudsklinik": "#e69f00",
    "regionsklinik": "#cc79a7",
    "afventer": "#8c98a4",
    "trukket_tilbage": "#56b4e9",
}

# The regions from 2027, told apart; what they hold is no magnitude.
REGIONER = ("#9ecae1", "#c7b3d9", "#f4c790", "#a8d5a2")

MARKERET = "#d9480f"
LINJE = "#2a7ab5"
SAMMENLIGN = "#7b4fb0"
REFERENCE = "#868e96"

# The lines of a chart that PowerPoint draws, where no page shows through.
DIAGRAMGITTER, DIAGRAMAKSE = "#dfe2e5", "#8c98a4"
# A cell of a grid where nothing is known, on paper.
TOM_CELLE = "#f4f5f6"
# Words and lines of what is drawn or written on white: files, slides, paper. And the words of a dark slide.
SORT, DAEMPET, HVID, LYS_TEKST = "#1b2733", "#55606b", "#ffffff", "#e8edf2"
TABELHOVED, TABELSTRIBE, TABELKANT, STREG = "#28408f", "#f4f5f6", "#c9ced3", "#9aa3ab"
# How much of a flow's colour is left when the page shows through it.
DAEKNING = 0.28


def translucent(farve: str) -> str:
    """A colour "#rrggbb" that lets the page through."""
    r, g, b = _parts(farve)
    return f"rgba({r}, {g}, {b}, {DAEKNING})"


def between(fra: str, til: str, andel: float) -> str:
    """The colour "#rrggbb" a share of the way from one to another."""
    dele = zip(_parts(fra), _parts(til), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * andel):02x}" for a, b in dele)


def _parts(farve: str) -> list[int]:
    return [int(farve[i : i + 2], 16) for i in (1, 3, 5)]


# The rim around words on a map, of the lightness opposite to theirs.
LYS_RAND, MOERK_RAND = "#ffffff", "#12181f"
# Words on a colour: one of the two can always be read.
ORD_PAA_MOERKT, ORD_PAA_LYST = "#ffffff", "#000000"
# Streamlit puts the text colour of the page's theme in place of this one, which only the browser knows
# (streamlit.elements.lib.streamlit_plotly_theme.GRAY_90).
SIDENS_TEKST = "#000037"
