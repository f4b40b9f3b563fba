"""The lots behind a number: which of the list are counted in it, by a code of the address."""

from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.ydernumre.registeret import unit_rounds

# code of `status` -> what the list is then called; the sum of the units in it is the number with that name
UDSNIT = {"": "Alle poster", "udbudt": "Udbudt", "fandt-laege": "Fandt en læge", "uden-laege": "Uden kendt læge"}


def chains_behind(filters: Filters, status: str, data: Snapshot) -> frozenset[str]:
    """The lots (kaede_id) that are counted; of one that only partly found doctors, the rest has none, so it is in both.
    An unknown status is none at all."""
    runder = unit_rounds(filters, data)
    runder = runder[runder["plads"] == "inde"]
    if not status or status not in UDSNIT:
        return frozenset(runder["kaede_id"])
    talt = runder[runder["er_sidste"]]
    laege = talt["antal_laege"].fillna(0)
    med = {"udbudt": talt["antal"] > 0, "fandt-laege": laege > 0, "uden-laege": talt["antal"] > laege}[status]
    return frozenset(talt.loc[med, "kaede_id"])
