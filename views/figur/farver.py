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
