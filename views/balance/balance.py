"""What the pictures of the wing are made of: the runs that a scenario gives on the data there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from queries.database import Snapshot
from views.balance.antagelser import SAET, Antagelse, assumed
from views.balance.forloeb import Forloeb, run
from views.balance.grundlag import Kendt, of_the_87, whole
from views.balance.scenarie import KENDT, Scenarie
from views.faelles.filtre import Filters


@dataclass(frozen=True)
class Balance:
    """The runs of a scenario, by set (antagelser.SAET).

    kendt: what the data hold. regnet_for: what they are computed for ("hele landet", "17 sundhedsråd, lagt sammen").
    landet: the country and all below it. de_87: Region Sjælland by itself on public data, under the policy "kendt"
    whatever is chosen, a run of its own that is no part of `landet`; {} elsewhere. erstattet: the assumptions that the
    dataset measures, by id, with the sentence that says from what. mangler: what the policy asks for and the data do
    not hold, as a Danish sentence; "" when nothing is.
    """

    scenarie: Scenarie
    antagelser: tuple[Antagelse, ...]
    kendt: Kendt
    regnet_for: str
    landet: Mapping[str, Forloeb] = field(hash=False)
    de_87: Mapping[str, Forloeb] = field(hash=False)
    erstattet: Mapping[str, str] = field(hash=False)
    mangler: str = ""


def balance(filters: Filters, data: Snapshot) -> Balance:
    """The runs behind a page of choices. Raises UkendtScenarie when `filters.scenarie` is not understood."""
    raise NotImplementedError


def computed(scenarie: Scenarie, antagelser: tuple[Antagelse, ...], kendt: Kendt) -> Balance:
    """The runs of a scenario on what is known."""
    efter_saet = {saet: assumed(antagelser, scenarie.valgt, saet) for saet in SAET}
    landet = {saet: run(whole(kendt, f), scenarie, f) for saet, f in efter_saet.items()}
    alene = scenarie.on(politik=KENDT)
    de_87 = {saet: run(of_the_87(kendt, f), alene, f) for saet, f in efter_saet.items()} if kendt.aabne_87 else {}
    return Balance(scenarie, antagelser, kendt, "hele landet", landet, de_87, {})
