"""Sources that say otherwise than the preferred one."""

import pandas as pd

from queries.database import Snapshot


def other_measurements(noegletal: str, niveau: str, struktur: str | int, datasaet: str, data: Snapshot) -> pd.DataFrame:
    """What sources that are not preferred say of an indicator, by area ("land" is a level too), the newest first.

    Columns: omraade_id, navn, vaerdi (unit: the catalogue's), dato (as precise as its source), dag (its first day),
    kvalifikator, note; and the source: kilde_id, titel, udgiver, url, kilde_dato. No forecasts, no by or delregion.
    """
    valg = {"noegletal": noegletal, "niveau": niveau, "struktur": str(struktur), "datasaet": datasaet}
    return data.frame("noegletal_andre", valg)
