"""What the pictures of the wing are made of: the runs that a scenario gives on the data there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from queries.database import Snapshot
from views.balance.antagelser import Antagelse
from views.balance.forloeb import Forloeb
from views.balance.scenarie import Scenarie
from views.faelles.filtre import Filters


@dataclass(frozen=True)
class Balance:
    """The runs of a scenario, by set (antagelser.SAET).

    regnet_for: what they are computed for ("landet", "17 sundhedsråd, lagt sammen"). landet: the country and all below
    it. de_87: Region Sjælland by itself on public data, a run of its own that is no part of `landet`; {} elsewhere.
    erstattet: the assumptions that the dataset measures, by id, with the sentence that says from what. mangler: what
    the chosen area or policy asks for and the data do not hold, as a Danish sentence; "" when nothing is.
    """

    scenarie: Scenarie
    antagelser: tuple[Antagelse, ...]
    regnet_for: str
    landet: Mapping[str, Forloeb] = field(hash=False)
    de_87: Mapping[str, Forloeb] = field(hash=False)
    erstattet: Mapping[str, str] = field(hash=False)
    mangler: str = ""


def balance(filters: Filters, data: Snapshot) -> Balance:
    """The runs behind a page of choices. Raises UkendtScenarie when `filters.scenarie` is not understood."""
    raise NotImplementedError
