"""Where a series is going, and apart from that, whether it is good: one is arithmetic, one is the catalogue's."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Retning:
    """From the first to the last known value of a series. `er_godt` is None when the catalogue takes no side."""

    fra_aar: int
    fra: float
    til_aar: int
    til: float
    er_godt: bool | None

    @property
    def ord(self) -> str:
        """ "steget", "faldet" or "uændret"."""
        return "uændret" if self.til == self.fra else "steget" if self.til > self.fra else "faldet"


def direction(
    aar: Iterable[int], vaerdier: Iterable[float | None], lav_er_godt: bool | None, decimaler: int = 0
) -> Retning | None:
    """The direction of a yearly series; None with fewer than two known values. Compared as they are shown."""
    kendte = [
        (int(a), round(float(v), decimaler)) for a, v in zip(aar, vaerdier, strict=True) if v == v and v is not None
    ]
    if len(kendte) < 2:
        return None
    (fra_aar, fra), (til_aar, til) = kendte[0], kendte[-1]
    er_godt = None if lav_er_godt is None or til == fra else (til < fra) == lav_er_godt
    return Retning(fra_aar, fra, til_aar, til, er_godt)
