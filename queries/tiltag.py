"""Recruitment measures: what is done to get doctors, where, when, for how much."""

import pandas as pd

from queries.database import Snapshot
from queries.periode import Dato, first_day, last_day


def measures(
    datasaet: str,
    niveau: str,
    struktur: str | int,
    omraade: str = "",
    fra: Dato = None,
    til: Dato = None,
    *,
    data: Snapshot,
) -> pd.DataFrame:
    """The measures that are about an area ("" is the country) and reach into the period; those of all of it first.

    Columns: tiltag_id, titel, art, omraade (the area it is for), kendt_niveau, fra_dato, til_dato (text as precise as
    its source; None when it goes on or nobody tells), beloeb_kr, beloeb_gaelder (what the amount is for),
    `gaelder_hele` (is it for all of the area, and not for a part?), note, dato, and the source: kilde_id, kildetitel,
    udgiver, url.
    """
    sted = {"niveau": niveau, "struktur": str(struktur), "omraade": omraade}
    tid = {"fra": first_day(fra), "til": last_day(til)}
    return data.frame("tiltag_liste", {"datasaet": datasaet} | tid | sted)
