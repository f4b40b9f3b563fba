"""Colours of the screen as they are printed: half-transparent ones mixed with the white of the paper."""

import re

from views.figur import kontrast
from views.figur.farver import HVID

RGBA = re.compile(r"rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*([\d.]+)\s*)?\)")
LAESELIG = 3.0


def on_paper(farve: str | None) -> str | None:
    """ "#rrggbb" of a colour on white; None for none at all. Raises ValueError for what is no colour."""
    if farve is None:
        return None
    if re.fullmatch(r"#[0-9a-fA-F]{6}", farve):
        return farve.lower()
    fundet = RGBA.fullmatch(farve.strip())
    if fundet is None:
        raise ValueError(f"not a colour: {farve}")
    daekning = float(fundet[4]) if fundet[4] else 1.0
    if daekning == 0:
        return None
    return "#" + "".join(f"{round(255 + (int(fundet[nr]) - 255) * daekning):02x}" for nr in (1, 2, 3))


def text_on(farve: str | None) -> str:
    """The dark or the white, whichever can be read better on a colour."""
    return kontrast.text_on(farve or HVID)


def lightened(farve: str, andel: float = 0.65) -> str:
    """A colour mixed with white: what a hatched surface looks like from afar."""
    return "#" + "".join(f"{round(int(farve[i : i + 2], 16) * (1 - andel) + 255 * andel):02x}" for i in (1, 3, 5))
