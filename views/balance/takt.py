"""Takt-evne by area: how many places besides the takeovers can find a doctor in the first year of the scenario."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from queries.database import Snapshot
from views.balance import antaget, interval
from views.balance.antagelser import MIDT, SAET
from views.balance.balance import Balance, balance
from views.balance.belaeg import of_run, of_the_87
from views.balance.grundlag import SJAELLAND
from views.balance.ramme import BETINGELSE, used
from views.balance.scenarie import FOERSTE_AAR, UkendtScenarie
from views.balance.udsnit import areas
from views.faelles.filtre import Filters
from views.faelles.kilder import Belaeg, joined, of_rows


@dataclass(frozen=True)
class Takt:
    """efter_omraade: omraade_id -> the number by set; {} where the data carry no scenario. om: what must be said of it.
    belaeg: what it rests on."""

    efter_omraade: Mapping[str, Mapping[str, float]] = field(default_factory=dict, hash=False)
    om: str = ""
    belaeg: Belaeg = Belaeg()

    def words(self, omraade: str) -> str:
        """ "10 (3-15)", places; "" where nothing is computed."""
        tal = self.efter_omraade.get(omraade)
        return f"{interval.number(tal[MIDT])} ({interval.span(tal)})" if tal else ""


def takt_of(filters: Filters, data: Snapshot) -> Takt:
    """Of the areas of a level; on public data of Region Sjælland alone. A scenario that is not understood has none: the
    pictures of the scenario say so."""
    try:
        svar = balance(filters, data)
    except UkendtScenarie:
        return Takt()
    tal = _by_area(svar, filters)
    if not tal:
        return Takt()
    alene = not svar.kendt.steder
    brugte = used(svar, "p0", "sigma", "g") if alene else used(svar, *antaget.KUN_DE_87)
    hvis = of_the_87(svar, filters.datasaet, data) if alene else of_run(svar, filters.datasaet, data)
    return Takt(
        tal,
        f"{BETINGELSE} ({antaget.changed(svar)}): takt-evnen er de pladser ud over overtagelser, som der kan findes en "
        f"læge til i {FOERSTE_AAR}, med de tre sæt antagelser i parentes. {antaget.counted(svar, brugte)}",
        joined([of_rows(antaget.records(svar, brugte), data), hvis]),
    )


def _by_area(svar: Balance, filters: Filters) -> dict[str, dict[str, float]]:
    if not svar.kendt.steder:
        er_der = svar.de_87 and filters.niveau == "region" and SJAELLAND in areas(svar, "region", filters.struktur)
        return {SJAELLAND: interval.of_sets(svar.de_87, lambda en: en.samlet[0].takt_evne)} if er_der else {}
    dele = {kode: en.koder for kode, en in areas(svar, filters.niveau, filters.struktur).items() if en.koder}
    if not svar.landet:
        return {}
    return {kode: {saet: svar.landet[saet].of(koder)[0].takt_evne for saet in SAET} for kode, koder in dele.items()}
