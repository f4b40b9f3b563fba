"""What the years of a register hold, so that whole years are compared with whole years."""

from collections.abc import Sequence

import pandas as pd

from queries.database import Snapshot
from queries.omraadetal import completeness

# With fewer rounds than this nobody can say what is usual.
MINDST_RUNDER = 20


def complete_years(register: str, datasaet: str, niveau: str, aar: Sequence[int], data: Snapshot) -> frozenset[int]:
    """The years of a list for which a register is said to hold everything at a level (`fuldstaendighed`)."""
    if not aar:
        return frozenset()
    svar = completeness(datasaet, register, niveau, [(et, et) for et in aar], data)
    return frozenset(et for et, komplet in zip(aar, svar["komplet"], strict=True) if komplet)


def hu_years(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """aar, rummer_prognose, runder (number of rounds that are over; 0 where the year is known as a whole only),
    sidste_runde (<NA> without rounds)."""
    return data.frame("hu_aar", {"datasaet": datasaet})


def usual_days_to_outcome(datasaet: str, data: Snapshot) -> int | None:
    """Days within which nine of ten rounds of tenders have had an outcome; None when too few tell."""
    svar = data.frame("afgoerelsestid", {"datasaet": datasaet}).iloc[0]
    return int(svar["ni_af_ti_dage"]) if svar["runder"] >= MINDST_RUNDER else None
