"""A table of the StatBank as its description tells it."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.hent.transport import HentFejl


@dataclass(frozen=True)
class Variabel:
    """One way a table is divided. `vaerdier`: text by code, in the table's own order; `tid`: are they periods?"""

    id: str
    tekst: str
    tid: bool
    vaerdier: dict[str, str]


@dataclass(frozen=True)
class Tabel:
    """`opdateret`: the day the figures were published, 2026-08-10; that is the date of the source."""

    id: str
    tekst: str
    opdateret: str
    variable: tuple[Variabel, ...]

    @property
    def tid(self) -> Variabel:
        return self._the_one((en for en in self.variable if en.tid), "periode")

    def with_codes(self, koder: Iterable[str], hvad: str) -> Variabel:
        """The variable that has most of these codes: its name is not the same in all tables. Raises HentFejl when none
        has any."""
        soegte = set(koder)
        flest = max(self.variable, key=lambda en: len(soegte & en.vaerdier.keys()))
        if not soegte & flest.vaerdier.keys():
            raise HentFejl(f"{self.id} er ikke delt efter {hvad}.")
        return flest

    def others(self, *kendte: Variabel) -> list[Variabel]:
        return [en for en in self.variable if en not in kendte]

    def _the_one(self, fundne: Iterable[Variabel], hvad: str) -> Variabel:
        alle = list(fundne)
        if len(alle) != 1:
            raise HentFejl(f"{self.id} er ikke delt efter {hvad}.")
        return alle[0]
