"""Colours of the screen as they are printed: half-transparent ones mixed with the white of the paper."""

import re

from export.tegning.maerker import HVID, SORT

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
    bund = farve or HVID
    return max((SORT, HVID), key=lambda skrift: contrast(skrift, bund))


def contrast(ene: str, anden: str) -> float:
    """The contrast of two colours as the WCAG counts it, 1 to 21."""
    lyse, moerke = sorted((_luminance(ene), _luminance(anden)), reverse=True)
    return (lyse + 0.05) / (moerke + 0.05)


def lightened(farve: str, andel: float = 0.65) -> str:
    """A colour mixed with white: what a hatched surface looks like from afar."""
    return "#" + "".join(f"{round(int(farve[i : i + 2], 16) * (1 - andel) + 255 * andel):02x}" for i in (1, 3, 5))


def _luminance(farve: str) -> float:
    dele = [int(farve[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = [en / 12.92 if en <= 0.03928 else ((en + 0.055) / 1.055) ** 2.4 for en in dele]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
