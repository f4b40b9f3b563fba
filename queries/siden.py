"""What happened since a day, and the meetings that people look back to."""

from datetime import date

import pandas as pd

from queries.database import Snapshot


def events_since(
    datasaet: str, niveau: str, struktur: str | int, omraade: str, dag: date, data: Snapshot
) -> pd.DataFrame:
    """Everything dated from `dag` on that is about an area ("" is the whole country), the newest first.

    Columns: art ("udbud", "status", "klinik", "pulje", "tiltag", "hu_forloeb"), dato (text as precise as its source),
    `er_usikker` (its month or year began before the day, so it may not belong here), sted, hvad, antal and enhed,
    omraade_id (of the level; None when known for a larger area, "flere_omraader" for a project in several), and the
    source.
    """
    sted = {"niveau": niveau, "struktur": str(struktur), "omraade": omraade}
    return data.frame("siden_sidst", {"datasaet": datasaet, "dag": dag} | sted)


def meetings(data: Snapshot) -> pd.DataFrame:
    """Meetings of PLO and others, the newest first: moede_id, organ (a code), dato (a day, or a month where no more is
    known; None where only the season is, which `tid` says), navn, er_planlagt (told of beforehand only), note, dag (the
    first day it can mean), and the source."""
    return data.frame("moeder")
