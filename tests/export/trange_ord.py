"""What is wrong with the words of a drawing: those that cover each other, and those that leave it."""

from itertools import combinations

from export.tegning.hjaelpeformer import text_box
from export.tegning.maerker import Skrift, Tegning
from geo.pladser import touch

# Of the type: what two lines may share of their height, for letters are lower than lines; and points to the side.
LUFT, SIDE = 0.12, 0.5
UDENFOR = 1.5


def crowded(tegning: Tegning) -> list[str]:
    """A sentence for each pair of words that touch, and for each that ends outside the drawing."""
    skrevet = [en for en in tegning.maerker if isinstance(en, Skrift) and en.text.strip()]
    ud = [
        f"{en.text} over {anden.text}" for en, anden in combinations(skrevet, 2) if touch(_letters(en), _letters(anden))
    ]
    return ud + [f"{en.text} uden for tegningen" for en in skrevet if _is_outside(en, tegning)]


def _letters(skrift: Skrift) -> tuple[float, float, float, float]:
    venstre, top, hoejre, bund = text_box(skrift)
    luft = skrift.stoerrelse * LUFT
    return (venstre + SIDE, top + luft, hoejre - SIDE, bund - luft)


def _is_outside(skrift: Skrift, tegning: Tegning) -> bool:
    venstre, top, hoejre, bund = text_box(skrift)
    lodret = skrift.stoerrelse * LUFT + UDENFOR
    return not (
        venstre >= -UDENFOR
        and hoejre <= tegning.bredde + UDENFOR
        and -lodret <= top
        and bund <= tegning.hoejde + lodret
    )
