"""Colours that are others on a dark page. Only the browser knows which page it has, so a figure names them by the
placeholders that Streamlit's frontend fills in from the chart colours of the theme (.streamlit/config.toml), at once
and without a question to the server."""

import re
from typing import Any

from views.figur import farver
from views.sprog.markdown import UDEN_TEKST

# Streamlit's lists, with the number of their first placeholder and the colours of ours that stand in them.
LISTER: dict[str, tuple[int, tuple[str, ...]]] = {
    "chartCategoricalColors": (1, tuple(farver.UDFALD.values())),
    "chartSequentialColors": (11, (*farver.SEKVENTIEL, *farver.TEKST_PAA)),
    "chartDivergingColors": (
        21,
        (
            *(farver.BUND, farver.SYMBOL, farver.SYMBOLTEKST),
            *farver.UNDER_OG_OVER,
            *dict.fromkeys(farver.TEKST_UNDER_OG_OVER),
        ),
    ),
}
PLADSHOLDERE = {
    farve: f"#{foerste + nr:06d}" for foerste, farverne in LISTER.values() for nr, farve in enumerate(farverne)
}
FARVER = re.compile("|".join(map(re.escape, PLADSHOLDERE)))
LAENGDE = 10  # Streamlit uses lists of ten


def theme_colours(moerk: bool) -> dict[str, list[str]]:
    """What the theme's lists must hold on a light or a dark page; what is left of them is grey."""
    ud = {}
    for navn, (_, farverne) in LISTER.items():
        vores = [farver.MOERK[en] if moerk else en for en in farverne]
        ud[navn] = vores + [farver.REFERENCE] * (LAENGDE - len(vores))
    return ud


def themed(del_: Any) -> Any:
    """A figure with placeholders for the colours that follow the theme."""
    if isinstance(del_, str):
        return FARVER.sub(lambda fundet: PLADSHOLDERE[fundet[0]], del_) if "#" in del_ else del_
    if isinstance(del_, dict):
        return {navn: en if type(en) in UDEN_TEKST else themed(en) for navn, en in del_.items()}
    if isinstance(del_, (list, tuple)):
        return type(del_)(en if type(en) in UDEN_TEKST else themed(en) for en in del_)
    return del_
