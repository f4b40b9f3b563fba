"""What records of a register rest on: who told of them, and the date that each is known as of."""

import pandas as pd

from queries.database import Snapshot
from views.faelles.kilder import Belaeg, of_rows


def of_rounds(runder: pd.DataFrame, data: Snapshot) -> Belaeg:
    """Rounds of tenders: their last status, else their offer."""
    return of_rows(runder.assign(dato=runder["status_dato"].fillna(runder["opslag_dato"])), data)


def of_clinics(klinikker: pd.DataFrame, data: Snapshot) -> Belaeg:
    """Clinics: when they ended, else when they began."""
    return of_rows(klinikker.assign(dato=klinikker["til_dato"].fillna(klinikker["fra_dato"])), data)


def of_projects(projekter: pd.DataFrame, data: Snapshot) -> Belaeg:
    """Pool projects: a project has years, and no date that it is known as of but that of its source (`dato`)."""
    return of_rows(projekter.assign(dato=projekter["dato"].fillna(projekter["aar_fra"].astype(str))), data)
