"""Marks as pixels, by matplotlib's `Figure` alone: pyplot keeps a list of figures that threads would share."""

import io

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text

from export.tegning import farve, tekst
from export.tegning.hjaelpeformer import baselines, diamond, hatching, line_start
from export.tegning.maerker import Boks, Flade, Maerke, Prik, Skrift, Streg, Tegning
from geo import tekstbredde
from views.figur.farver import HVID

PUNKTER_PR_TOMME = 72
NORMAL = FontProperties(fname=str(tekstbredde.SKRIFTMAPPE / f"{tekstbredde.SKRIFT}.ttf"))
FED = FontProperties(fname=str(tekstbredde.SKRIFTMAPPE / f"{tekstbredde.FED}.ttf"))


def raster(tegning: Tegning, oploesning: int, oplysninger: dict[str, str]) -> bytes:
    """A PNG of the drawing with so many pixels an inch. `oplysninger`: the text chunks of the file, by name."""
    figur = Figure(figsize=(tegning.bredde / PUNKTER_PR_TOMME, tegning.hoejde / PUNKTER_PR_TOMME), facecolor=HVID)
    flade = figur.add_axes((0, 0, 1, 1))
    flade.set(xlim=(0, tegning.bredde), ylim=(tegning.hoejde, 0))
    flade.axis("off")
    for nr, maerke in enumerate(tegning.maerker):
        for kunstner in _artists(maerke):
            kunstner.set(zorder=nr + 1, clip_on=False)
            flade.add_artist(kunstner)
    FigureCanvasAgg(figur)
    ud = io.BytesIO()
    figur.savefig(ud, format="png", dpi=oploesning, metadata=oplysninger)
    return ud.getvalue()


def _artists(maerke: Maerke) -> list:
    return KUNSTNERE[type(maerke)](maerke)


def _area(en: Flade) -> list:
    punkter = [punkt for ring in en.ringe for punkt in ring]
    koder = [
        Path.MOVETO if nr == 0 else Path.CLOSEPOLY if nr == len(ring) - 1 else Path.LINETO
        for ring in en.ringe
        for nr in range(len(ring))
    ]
    stil = {"facecolor": en.fyld or "none", "edgecolor": en.kant or "none", "linewidth": en.tykkelse if en.kant else 0}
    return [PathPatch(Path(punkter, koder), joinstyle="round", **stil)]


def _box(en: Boks) -> list:
    fyld = farve.lightened(en.fyld) if en.skraveret and en.fyld else en.fyld
    kasse = Rectangle(
        (en.x, en.y),
        en.bredde,
        en.hoejde,
        facecolor=fyld or "none",
        edgecolor=en.kant or "none",
        linewidth=en.tykkelse if en.kant else 0,
        alpha=en.daekning if en.daekning < 1 else None,
    )
    return [kasse, *(Line2D(*zip(*ender), color=en.fyld, linewidth=0.8) for ender in hatching(en))]


def _dot(en: Prik) -> list:
    if en.rude:
        return _area(Flade((diamond(en),), None if en.aaben else en.farve, en.farve, 1.5))
    kant = {"edgecolor": en.farve if en.aaben else "none", "linewidth": 1.5 if en.aaben else 0}
    return [Circle((en.x, en.y), en.diameter / 2, facecolor="none" if en.aaben else en.farve, **kant)]


def _line(en: Streg) -> list:
    stil = {"linestyle": (0, (5, 3))} if en.stiplet else {}
    return [Line2D(*zip(*en.punkter), color=en.farve, linewidth=en.tykkelse, solid_joinstyle="round", **stil)]


def _text(en: Skrift) -> list:
    ud = []
    for nr, (linje, y) in enumerate(zip(en.linjer, baselines(en), strict=True)):
        x = line_start(en, nr)
        for loeb in linje:
            skrift = FED if loeb.fed else NORMAL
            # "$" would begin a formula
            ud.append(
                Text(
                    x,
                    y,
                    loeb.tekst,
                    color=en.farve,
                    fontsize=en.stoerrelse,
                    fontproperties=skrift,
                    va="baseline",
                    ha="left",
                    parse_math=False,
                )
            )
            ud[-1].set_fontsize(en.stoerrelse)
            x += tekst.width((loeb,), en.stoerrelse)
    return ud


KUNSTNERE = {Flade: _area, Boks: _box, Prik: _dot, Streg: _line, Skrift: _text}
