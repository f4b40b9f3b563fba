"""The way from a number to the list behind it, narrowed to the rows that are counted in it."""

from urllib.parse import urlencode

import queries
from queries.database import Snapshot
from views.faelles.filtre import Filters

# Numbers of units that have no doctor yet; the other numbers of the register are of all that was offered.
UDEN_LAEGE = ("ydernumre_ikke_besat", "kapaciteter_ikke_besat")
UDBUDT = (
    "udbudte_ydernumre",
    "udbudte_kapaciteter",
    "udbudte_klinikker",
    "ydernumre_pr_100000",
    "kapaciteter_pr_100000",
)


def list_link(filters: Filters, data: Snapshot) -> str:
    """The address, from the root of the site, of the list behind the chosen indicator; "" when its register has no list
    of rows."""
    if filters.indikator in (*UDEN_LAEGE, *UDBUDT):
        status = "uden-laege" if filters.indikator in UDEN_LAEGE else "udbudt"
        return filters.link("ydernumre") + "&" + urlencode({"fane": "liste", "status": status})
    katalog = queries.catalogue_of(filters.datasaet, data)
    register = katalog[filters.indikator].register if filters.indikator in katalog else ""
    side, fane = {"klinik": ("ydernumre", "klinikker"), "pulje": ("puljen", "projekter")}.get(register, ("", ""))
    return f"{filters.link(side)}&{urlencode({'fane': fane})}" if side else ""
