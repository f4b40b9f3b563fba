"""Who asks, as an argument of whatever opens data or changes them; and the sentences that refuse."""

from dataclasses import dataclass, field
from enum import IntEnum


class Rolle(IntEnum):
    """What one may: a role may all that those before it may."""

    GAEST = 0  # what is public, and the invented example
    MEDLEM = 1  # the secretariat's own data too
    REDAKTOER = 2  # and changing them

    @property
    def navn(self) -> str:
        """What people call it."""
        return NAVNE[self]


# The dataset that is not for everybody.
EGNE = "egne"
# What the log calls it.
LAESE = "læse egne data"
NAVNE = ("gæst", "medlem", "redaktør")
LAES_EGNE = (
    "Egne data kan kun læses af medlemmer; få adgang på siden /adgang, eller bed sekretariatet om et link med en "
    "slutdato."
)
UDLOEBET = "Linket til egne data er udløbet; bed den, der gav det, om et nyt, eller få adgang på siden /adgang."
RET_EGNE = "Kun en redaktør kan ændre egne data; få adgang på siden /adgang."
RET_DECKS = "Kun en redaktør kan gemme og slette præsentationer på serveren; få adgang på siden /adgang."
SE_VERSIONER = "Versioner af egne data kan kun ses af medlemmer; få adgang på siden /adgang."


class IngenAdgang(Exception):
    """What was asked is not for this one; the text is one Danish sentence: what, why, and how to get it."""


@dataclass(frozen=True)
class Bruger:
    """The one who asks. navn: as the log and the versions tell it; aabnet: what signed links open of the own data, the
    id of a View or the code of a show each; udloebet: did one of those links run out? fra: the address asked from, for
    the log."""

    rolle: Rolle = Rolle.GAEST
    navn: str = ""
    aabnet: frozenset[str] = frozenset()
    udloebet: bool = False
    fra: str = field(default="", compare=False)

    def may_read_own(self, hvad: str = "") -> bool:
        """The own data, or as much of them as that View or show."""
        return self.rolle >= Rolle.MEDLEM or (bool(hvad) and hvad in self.aabnet)

    @property
    def why_not(self) -> str:
        """The sentence that refuses to show own data."""
        return UDLOEBET if self.udloebet else LAES_EGNE

    def may_edit(self) -> bool:
        """Import, take another version into use, and keep decks on the server."""
        return self.rolle >= Rolle.REDAKTOER


GAEST = Bruger()
# The one at a machine that nobody else reaches.
VED_MASKINEN = Bruger(Rolle.REDAKTOER, fra="maskinen selv")
PAA_KOMMANDOLINJEN = Bruger(Rolle.REDAKTOER, fra="kommandolinjen")
