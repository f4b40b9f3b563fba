"""The list of indicators to choose from: what each is called there, and where it can be shown when not here."""

import queries
from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.sprog import dansk

# Finer levels before the larger ones that they can be put together to.
FRA_FINE = ("kommune", "sundhedsraad", "region", "videreuddannelsesregion")


def indicator_labels(filters: Filters, data: Snapshot) -> dict[str, str]:
    """Code -> label of every indicator for maps, in groups as the catalogue has them; those that are measured at other
    levels than the map's only stand last, and say at which."""
    katalog = {navn: en for navn, en in queries.catalogue_of(filters.datasaet, data).items() if en.paa_kort}
    kendte: dict[str, set[str]] = {}
    for navn, niveau in queries.indicator_levels(filters.datasaet, data).itertuples(index=False):
        kendte.setdefault(navn, set()).add(niveau)
    niveau = niveauer.map_level(filters.niveau)
    andetsteds = {
        navn: hvor
        for navn, en in katalog.items()
        if en.register == "noegletal" and (hvor := _elsewhere(kendte.get(navn, set()), niveau, en.sammenlaegning))
    }
    foerst = {navn: en.navn for navn, en in katalog.items() if navn not in andetsteds}
    return foerst | {navn: f"{katalog[navn].navn} ({hvor})" for navn, hvor in andetsteds.items()}


def _elsewhere(kendte: set[str], niveau: str, sammenlaegning: str) -> str:
    """Where an indicator is known, when it cannot be shown at the level; "" when it can."""
    paa_kort = [en for en in FRA_FINE if en in kendte]
    finere = FRA_FINE[: FRA_FINE.index(niveau) + 1] if sammenlaegning != "ingen" else (niveau,)
    if set(finere) & set(paa_kort):
        return ""
    if not paa_kort:
        return "kun for hele landet" if "land" in kendte else "ingen tal"
    return f"findes for {dansk.sentence_list([niveauer.level(en).navn_flertal.lower() for en in paa_kort])}"
