"""What the pictures of the scenario share: one colour a thing, and the edges of the band as thin lines.

Doctors are the house's blue, what is open is hollow, and clinics have the colour that clinics have elsewhere. Nothing
is red: a place without a PLO doctor is no verdict.
"""

from collections.abc import Mapping, Sequence

from views.balance.antagelser import GUNSTIG, MIDT, UGUNSTIG
from views.figur import farver
from views.figur.model import Linje, Ord, Punkter

LAEGER = farver.LINJE
AABNE = farver.REFERENCE
KLINIK = farver.UDFALD["regionsklinik"]
OVERTAGELSER = farver.REFERENCE
KANT = farver.SIDENS_TEKST
SAETTENE = {MIDT: "midt", GUNSTIG: "gunstigt", UGUNSTIG: "ugunstigt"}
FRI_FOR_MAERKET = 16  # pixels
KANTERNES_NAVN = "Gunstige og ugunstige antagelser (intet sikkerhedsinterval)"


def edges(steder: Sequence[str], tal: Mapping[str, Sequence[float]], farve: str) -> tuple[Linje, ...]:
    """The two edges of the band as thin lines, with one entry in the legend; their numbers stand in the hovers of the
    middle. tal: by set."""
    return tuple(
        Linje(KANTERNES_NAVN, tuple(steder), tuple(tal[saet]), farve, forklares=nr == 0, tynd=True)
        for nr, saet in enumerate((GUNSTIG, UGUNSTIG))
    )


def words_at(sted: str, hoejde: float, ord_: str, plads: str) -> Punkter:
    """Words at one place; a series of their own, for a native chart has one value for each name. A phone leaves them
    out."""
    return Punkter(
        "", (sted,), (hoejde,), form="", ord=Ord((ord_,), plads, navne=True), forklares=False, afstand=FRI_FOR_MAERKET
    )
