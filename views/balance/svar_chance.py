"""What chance alone does, by arithmetic: those who come and those who go are so many independent choices.

Not a band of the pictures: the assumptions mean far more. It is one sentence of a note, "selv med rigtige antagelser".
"""

from dataclasses import dataclass
from math import sqrt

from views.balance.forloeb import Forloeb, filled
from views.balance.scenarie import FOERSTE_AAR

# Of eight in ten outcomes half lie within so many standard deviations on each side.
OTTE_AF_TI = 1.2815515655446004


@dataclass(frozen=True)
class Chance:
    """aar: the year at whose end it is told. pr_aar, sd: standard deviation in places, of one year and until then.
    plus_minus: eight of ten outcomes lie within so many places of the run."""

    aar: int
    pr_aar: float
    sd: float

    @property
    def plus_minus(self) -> float:
        return OTTE_AF_TI * self.sd


def chance(forloeb: Forloeb, aar: int) -> Chance:
    """The spread of doctors, and so of places without one while there are any, of a run at the end of a year: each year
    as the first (the numbers of beginners and of doctors hardly change), and no year's chance is made good by the next.
    """
    f, grundlag, foerste = forloeb.forudsaetninger, forloeb.grundlag, forloeb.samlet[0]
    hele = int(f.forsinkelse)
    begyndt = sum(filled(grundlag, region, FOERSTE_AAR - hele, f) for region in grundlag.hu_andel)
    # of those who began, the share that ends as a doctor here, and of the doctors the share that goes
    kommer = foerste.nye_laeger / begyndt if begyndt else 0.0
    gaar = foerste.opgivet / grundlag.laeger if grundlag.laeger else 0.0
    varians = begyndt * kommer * (1 - kommer) + grundlag.laeger * gaar * (1 - gaar)
    return Chance(aar, sqrt(varians), sqrt(varians * (aar - FOERSTE_AAR + 1)))
