"""Shapes that every renderer of marks needs: hatching, diamonds, the lines under letters, and moving marks."""

from collections.abc import Iterable
from dataclasses import replace

from export.tegning import tekst
from export.tegning.maerker import Boks, Flade, Maerke, Prik, Punkt, Skrift, Streg

AFSTAND = 4.0


def hatching(boks: Boks) -> list[tuple[Punkt, Punkt]]:
    """The slanted lines of a hatched box, clipped to it."""
    if not boks.skraveret or boks.fyld is None:
        return []
    hoejre, bund = boks.x + boks.bredde, boks.y + boks.hoejde
    ud = []
    for nr in range(1, int((boks.bredde + boks.hoejde) / AFSTAND) + 1):
        start = boks.x - boks.hoejde + nr * AFSTAND  # the line x = start + (bund - y)
        fra, til = max(boks.x, start), min(hoejre, start + boks.hoejde)
        if til > fra:
            ud.append(((fra, bund - (fra - start)), (til, bund - (til - start))))
    return ud


def diamond(prik: Prik) -> tuple[Punkt, ...]:
    """The ring of a diamond."""
    r = prik.diameter / 2 * 1.15
    x, y = prik.x, prik.y
    return ((x, y - r), (x + r, y), (x, y + r), (x - r, y), (x, y - r))


def baselines(skrift: Skrift) -> list[float]:
    """The y of every line's baseline."""
    hoej = skrift.stoerrelse * tekst.LINJEHOEJDE
    top = skrift.y - {"top": 0, "middle": len(skrift.linjer) / 2, "bottom": len(skrift.linjer)}[skrift.lodret] * hoej
    return [top + nr * hoej + skrift.stoerrelse * 0.96 for nr in range(len(skrift.linjer))]


def line_start(skrift: Skrift, nr: int) -> float:
    """The x where a line's first letter begins."""
    bredde = tekst.width(skrift.linjer[nr], skrift.stoerrelse)
    return skrift.x - {"left": 0, "center": bredde / 2, "right": bredde}[skrift.vandret]


def text_box(skrift: Skrift) -> tuple[float, float, float, float]:
    """The box that a text takes up (left, top, right, bottom), in points."""
    bredde, hoejde = tekst.block(skrift.linjer, skrift.stoerrelse)
    x = skrift.x - {"left": 0, "center": bredde / 2, "right": bredde}[skrift.vandret]
    y = skrift.y - {"top": 0, "middle": hoejde / 2, "bottom": hoejde}[skrift.lodret]
    return (x, y, x + bredde, y + hoejde)


def moved(maerker: Iterable[Maerke], hen: float, ned: float) -> list[Maerke]:
    """Marks at another place of a larger surface."""
    ud: list[Maerke] = []
    for en in maerker:
        if isinstance(en, Flade):
            ud.append(replace(en, ringe=tuple(tuple((x + hen, y + ned) for x, y in ring) for ring in en.ringe)))
        elif isinstance(en, Streg):
            ud.append(replace(en, punkter=tuple((x + hen, y + ned) for x, y in en.punkter)))
        else:
            ud.append(replace(en, x=en.x + hen, y=en.y + ned))
    return ud
