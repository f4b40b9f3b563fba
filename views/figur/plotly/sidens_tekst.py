"""Words of a figure on a page: in the colour of the page's own text, for Streamlit's charts have a fainter one."""

from views.figur import farver

SKRIFT = {"color": farver.SIDENS_TEKST}


def in_the_pages_colour(figur: dict) -> dict:
    """The figure with every word that has no colour of its own in that of the page. Never changes the one it is given.

    Streamlit's template names a colour for each kind of words, so that each must be answered.
    """
    layout = figur["layout"]
    hover = layout.get("hoverlabel", {})
    ud = {"font": SKRIFT | layout.get("font", {}), "hoverlabel": hover | {"font": SKRIFT | hover.get("font", {})}}
    for navn, akse in layout.items():
        if navn.startswith(("xaxis", "yaxis")):
            ud[navn] = akse | {"tickfont": SKRIFT | akse.get("tickfont", {})} | _title(akse)
    if "legend" in layout:
        ud["legend"] = layout["legend"] | _title(layout["legend"])
    return figur | {"layout": layout | ud}


def _title(del_: dict) -> dict:
    titel = del_.get("title", {})
    return {"title": titel | {"font": SKRIFT | titel.get("font", {})}} if titel.get("text") else {}
