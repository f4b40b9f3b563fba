"""The levels that a register is known on."""

import queries
from geo import niveauer
from views.faelles.filtre import Filters


def fitted(register: str, filters: Filters) -> Filters:
    """The choices on a level that a register can be known for: HU-forløb are known for no kommune, and the sundhedsråd
    that holds it stands in. Raises KeyError when the register is unknown."""
    fineste = niveauer.level(queries.REGISTRE[register].fineste_niveau)
    if niveauer.level(filters.niveau).orden <= fineste.orden:
        return filters
    omraade, sammenlign = (
        niveauer.containing(filters.niveau, kode, fineste.niveau, filters.struktur)
        for kode in (filters.omraade, filters.sammenlign)
    )
    return filters.on(niveau=fineste.niveau, omraade=omraade, sammenlign="" if sammenlign == omraade else sammenlign)
