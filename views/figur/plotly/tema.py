"""Colours that are others on a dark page. Only the browser knows which page it has, so a figure names them by the
placeholders that Streamlit's frontend fills in from the chart colours of the theme (.streamlit/config.toml), at once
and without a question to the server."""

from typing import Any

from views.figur import farver

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
    if isinstance(del_, dict):
        return {navn: themed(en) for navn, en in del_.items()}
    if isinstance(del_, list):
        return [themed(en) for en in del_]
    if isinstance(del_, tuple):
        return tuple(themed(en) for en in del_)
    if isinstance(del_, str) and "#" in del_:
        for farve, pladsholder in PLADSHOLDERE.items():
            del_ = del_.replace(farve, pladsholder)
    return del_
