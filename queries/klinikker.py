"""The clinics that are not PLO-klinikker, one by one."""

from datetime import date

import pandas as pd

from queries.database import Snapshot
from queries.periode import Dato, first_day, last_day


def clinics(
    datasaet: str,
    niveau: str,
    struktur: str | int,
    omraade: str = "",
    fra: Dato = None,
    til: Dato = None,
    *,
    data: Snapshot,
) -> pd.DataFrame:
    """Known clinics of an area (or the whole country) in a period, what ended last first.

    Columns: klinik_id, navn, sted, kommune, region, kliniktype, fra_dato and til_dato (text as precise as the source)
    with fra_dag and til_dag, efterfoelger_type, `aabnede` and `ophoerte` (did it happen in the period?),
    konvertering_lovet_af (an office), konvertering_lovet_dato, kontraktudloeb_dato, kontakt_dato (text, None when not
    known), patienter, patienter_dato, note, and the source.
    """
    parametre = {
        "datasaet": datasaet,
        "niveau": niveau,
        "struktur": str(struktur),
        "omraade": omraade,
        "fra": first_day(fra),
        "til": last_day(til),
    }
    return data.frame("klinik_liste", parametre)


def newest_day(datasaet: str, data: Snapshot) -> date | None:
    """The newest day the clinic register speaks of; None when it is empty."""
    dag = data.frame("klinik_opgjort", {"datasaet": datasaet})["dag"].iloc[0]
    return None if pd.isna(dag) else pd.Timestamp(dag).date()
