"""All colours of the product. They are told apart with the common kinds of colour blindness and on paper in grey."""

# Magnitude: five classes from little to much, falling steadily in lightness.
SEKVENTIEL = ("#e3f0c4", "#9ed3b1", "#4aafb8", "#2a7ab5", "#28408f")
# Text that can be read on each of the five; no two alike and none used elsewhere, for each has its own twin on a dark
# page.
TEKST_PAA = ("#1b2732", "#1b2734", "#1b2735", "#fffffd", "#fffffe")

# Less and more than something: far below, below, above, far above. Neither end is good or bad by its colour, and all
# four are told apart in grey. The text that can be read on each has twins of its own.
UNDER_OG_OVER = ("#7f3b08", "#f8c471", "#e3eef8", "#4a99c9")
TEKST_UNDER_OG_OVER = ("#fffffb", "#1b2736", "#1b2736", "#1b2737")

# Half-transparent greys look right on a light and on a dark page.
INGEN_DATA = "rgba(128, 128, 128, 0.22)"
UDENFOR = "rgba(128, 128, 128, 0.08)"
# Areas of a map that does not speak by colour, and the circles on it with the words in them.
NEUTRAL = "rgba(128, 128, 128, 0.14)"
SYMBOL, SYMBOLTEKST = "#1f5f95", "#fffffc"
KANT = "rgba(110,118,128,0.9)"
RAMME = "rgba(128, 128, 128, 0.7)"
SKRAVERING = "rgba(128, 128, 128, 0.55)"
GITTER = "rgba(128, 128, 128, 0.25)"

# One fixed colour per outcome, everywhere: Okabe and Ito's hues in six steps of lightness, told apart with every common
# colour blindness and in grey (tests/views/figur/test_farver.py).
UDFALD = {
    "besat": "#12946f",
    "ingen_ansoegere": "#c2410c",
    "udbudsklinik": "#e9bb45",
    "regionsklinik": "#5b3a8c",
    "afventer": "#d3d9df",
    "trukket_tilbage": "#56a9dc",
}
# A kind that is no outcome and stands beside them.
ENDNU_ET_SLAGS = "#0f766e"

# The regions from 2027, told apart; what they hold is no magnitude.
REGIONER = ("#f9e8b8", "#8f86c9", "#e8a77a", "#a9d8ec")
REGIONSORD = "#1b2733"

# The page behind a figure.
BUND = "#fefefe"

# On a dark page light is more, and no outcome is as dark as the page. By the colour that stands for it on a light one.
MOERK = dict(
    zip(
        (*SEKVENTIEL, *TEKST_PAA, *UDFALD.values(), BUND, SYMBOL, SYMBOLTEKST, *UNDER_OG_OVER, *TEKST_UNDER_OG_OVER[:2])
        + TEKST_UNDER_OG_OVER[3:],
        (
            *("#2f5396", "#2a79b0", "#4fb0b9", "#9bd5b0", "#eef6cf"),
            *("#ffffff", "#ffffff", "#12181f", "#12181f", "#12181f"),
            *("#22a67d", "#cc4a18", "#f3c95c", "#6f4db3", "#e4e8ec", "#74bdec"),
            *("#12181f", "#7fb8e0", "#12181f"),
            *("#ffc078", "#9c5f26", "#2c4a63", "#4f9fd4"),
            *("#12181f", "#ffffff", "#12181f"),
        ),
        strict=True,
    )
)

# The outline of a chosen area, and the rim that parts it from dark colours, also in grey.
MARKERET, MARKERET_RAND = "#d9480f", "#ffffff"
# A series that is nothing but itself; not the ramp's blue, which is another on a dark page.
LINJE = "#2b7ab5"
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


def _parts(farve: str) -> list[int]:
    return [int(farve[i : i + 2], 16) for i in (1, 3, 5)]


# Words on a colour: one of the two can always be read.
ORD_PAA_MOERKT, ORD_PAA_LYST = "#ffffff", "#000000"
# Streamlit puts the text colour of the page's theme in place of this one, which only the browser knows
# (streamlit.elements.lib.streamlit_plotly_theme.GRAY_90).
SIDENS_TEKST = "#000037"
