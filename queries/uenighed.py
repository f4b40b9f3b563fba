"""Sources that say otherwise than the preferred one, and what sources expect."""

import pandas as pd

from queries.database import Snapshot


def other_measurements(noegletal: str, niveau: str, struktur: str | int, datasaet: str, data: Snapshot) -> pd.DataFrame:
    """What sources that are not preferred say of an indicator, by area ("land" is a level too), the newest first.

    Columns: omraade_id, navn, vaerdi (unit: the catalogue's), dato (as precise as its source), dag (its first day),
    kvalifikator, note; and the source: kilde_id, titel, udgiver, url, kilde_dato. No forecasts, no by or delregion.
    """
    valg = {"noegletal": noegletal, "niveau": niveau, "struktur": str(struktur), "datasaet": datasaet}
    return data.frame("noegletal_andre", valg)


def expected(noegletal: str, datasaet: str, data: Snapshot) -> pd.DataFrame:
    """What sources expect of an indicator for the whole country, the newest date and of it the preferred one first:
    vaerdi, dato, kvalifikator, foretrukken, note, and the source."""
    return data.frame("noegletal_ventet", {"noegletal": noegletal, "datasaet": datasaet})
