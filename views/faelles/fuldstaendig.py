"""Does a register hold everything for the choices, and what is said when it does not."""

import queries
from queries.database import Snapshot
from views.faelles.filtre import Filters


def completeness(register: str, filters: Filters, data: Snapshot) -> tuple[bool, str]:
    """Whether a register is complete on the level and in the period of the choices, and the reason when it is not."""
    return queries.is_complete(filters.datasaet, register, filters.niveau, filters.fra, filters.til, data=data)


def withheld_sentence(what: str, begrundelse: str) -> str:
    """Why `what` ("Andelen uden ansøgere") is not shown on data that do not hold everything."""
    return f"{what} vises ikke på disse data, for tallet ville ikke holde. {begrundelse}"


def withheld_reason(register: str, what: str, filters: Filters, data: Snapshot) -> str:
    """The same where a register is not complete; "" where it is."""
    komplet, begrundelse = completeness(register, filters, data)
    return "" if komplet else withheld_sentence(what, begrundelse)
