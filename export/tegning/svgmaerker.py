"""Marks as SVG elements: text stays text, and every shape carries the name that a pointer shows."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from xml.sax.saxutils import escape

from export.tegning import farve
from export.tegning.hjaelpeformer import baselines, diamond, hatching
from export.tegning.maerker import Boks, Flade, Maerke, Prik, Skrift, Streg

# The font that text is measured in (geo/tekstbredde.py), and the nearest ones.
SKRIFTNAVNE = "DejaVu Sans, Verdana, sans-serif"


def element(maerke: Maerke) -> str:
    """The element of one mark."""
    return SVG[type(maerke)](maerke)


def _style(fyld: str | None, kant: str | None, tykkelse: float) -> str:
    streg = f' stroke="{kant}" stroke-width="{tykkelse:g}"' if kant else ""
    return f'fill="{fyld or "none"}"{streg}'


def _titled(tag: str, navn: str) -> str:
    """An element with the name that a pointer shows."""
    return f"<{tag}><title>{escape(navn)}</title></{tag.split(' ')[0]}>" if navn else f"<{tag}/>"


def _svg_area(en: Flade) -> str:
    vej = "".join(map(_ring, en.ringe))
    return _titled(f'path d="{vej}" fill-rule="evenodd" {_style(en.fyld, en.kant, en.tykkelse)}', en.navn)


def _ring(ring: Sequence[tuple[float, float]]) -> str:
    """A ring as steps of tenths of a point, finer than anyone sees: a map takes half the room."""
    punkter = [(round(x * 10), round(y * 10)) for x, y in ring]
    skridt = [(x - fra_x, y - fra_y) for (fra_x, fra_y), (x, y) in pairwise(punkter)]
    videre = "".join(_pair(*en) for en in skridt if en != (0, 0))
    return f"M{_pair(*punkter[0])}" + (f"l{videre}z" if videre else "z")


def _pair(x: int, y: int) -> str:
    """Two tenths as short as a path may write them: " 12.3-.4"."""
    return " " * (x >= 0) + _tenths(x) + " " * (y >= 0) + _tenths(y)


def _tenths(tal: int) -> str:
    hele, rest = divmod(abs(tal), 10)
    return "-" * (tal < 0) + (f"{hele or ''}.{rest}" if rest else str(hele))


def _svg_box(en: Boks) -> str:
    fyld = farve.lightened(en.fyld) if en.skraveret and en.fyld else en.fyld
    synlig = f' fill-opacity="{en.daekning:g}"' if en.daekning < 1 else ""
    stil = _style(fyld, en.kant, en.tykkelse)
    maal = f'x="{en.x:.2f}" y="{en.y:.2f}" width="{en.bredde:.2f}" height="{en.hoejde:.2f}"'
    kasse = _titled(f"rect {maal} {stil}{synlig}", en.navn)
    skraa = "".join(
        f'<line x1="{x0:.2f}" y1="{y0:.2f}" x2="{x1:.2f}" y2="{y1:.2f}" stroke="{en.fyld}" stroke-width="0.8"/>'
        for (x0, y0), (x1, y1) in hatching(en)
    )
    return kasse + skraa


def _svg_dot(en: Prik) -> str:
    if en.rude:
        ring = diamond(en)
        return _svg_area(Flade((ring,), None if en.aaben else en.farve, en.farve, 1.5, en.navn))
    stil = _style(None if en.aaben else en.farve, en.farve if en.aaben else None, 1.5)
    return _titled(f'circle cx="{en.x:.2f}" cy="{en.y:.2f}" r="{en.diameter / 2:.2f}" {stil}', en.navn)


def _svg_line(en: Streg) -> str:
    punkter = " ".join(f"{x:g},{y:g}" for x, y in en.punkter)
    stiplet = ' stroke-dasharray="5 3"' if en.stiplet else ""
    return f'<polyline points="{punkter}" {_style(None, en.farve, en.tykkelse)}{stiplet}/>'


def _svg_text(en: Skrift) -> str:
    anker = {"left": "start", "center": "middle", "right": "end"}[en.vandret]
    linjer = []
    for linje, y in zip(en.linjer, baselines(en), strict=True):
        loeb = "".join(
            f'<tspan font-weight="{700 if del_.fed else 400}">{escape(del_.tekst)}</tspan>' for del_ in linje
        )
        linjer.append(
            f'<text x="{en.x:.2f}" y="{y:.2f}" font-size="{en.stoerrelse:g}" fill="{en.farve}" text-anchor="{anker}" '
            f'xml:space="preserve">{loeb}</text>'
        )
    return "".join(linjer)


SVG: dict[type, Callable] = {Flade: _svg_area, Boks: _svg_box, Prik: _svg_dot, Streg: _svg_line, Skrift: _svg_text}
