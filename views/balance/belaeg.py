"""The records that a run rests on besides the assumptions."""

from queries.database import Snapshot
from views.balance.balance import Balance
from views.faelles.filtre import Filters
from views.faelles.kilder import Belaeg


def of_run(svar: Balance, filters: Filters, data: Snapshot) -> Belaeg:
    """The HU-forløb, doctors and offers that the run of the country begins with."""
    return Belaeg()


def of_the_87(svar: Balance, filters: Filters, data: Snapshot) -> Belaeg:
    """The same of Region Sjælland by itself."""
    return Belaeg()
