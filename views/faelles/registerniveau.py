"""The levels that a register is known on."""

from geo import niveauer
from views.faelles.filtre import Filters


def fitted(filters: Filters) -> Filters:
    """The choices on a level that HU-forløb can be known for: for a kommune, its sundhedsråd stands in."""
    if filters.niveau != "kommune":
        return filters
    raad = {kode: en.omraade_id for en in niveauer.areas("sundhedsraad").values() for kode in en.kommunekoder}
    omraade, sammenlign = raad.get(filters.omraade, ""), raad.get(filters.sammenlign, "")
    return filters.on(niveau="sundhedsraad", omraade=omraade, sammenlign="" if sammenlign == omraade else sammenlign)
