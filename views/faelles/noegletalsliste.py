"""The list of indicators to choose from: what each is called there, and where it can be shown when not here."""

import queries
from geo import niveauer
from queries.database import Snapshot
from queries.opslag import Indikator
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import completeness
from views.faelles.registerniveau import fitted
from views.sprog import dansk

TILBAGEHOLDT = "vises ikke: kilderne er ikke fuldstændige"
# Finer levels before the larger ones that they can be put together to.
FRA_FINE = ("kommune", "sundhedsraad", "region", "videreuddannelsesregion")


def indicator_labels(filters: Filters, data: Snapshot) -> dict[str, str]:
    """Code -> label of every indicator for maps, each with its group, in the catalogue's order: a select box has no
    headings, and who writes a group's name finds all of it. The chosen one has its name alone, for the box is narrow,
    and so has one whose name holds the group's.
    Those that the map cannot show here stand last and say where they are known, or that they are withheld."""
    katalog = {navn: en for navn, en in queries.catalogue_of(filters.datasaet, data).items() if en.paa_kort}
    kendte: dict[str, set[str]] = {}
    for navn, niveau in queries.indicator_levels(filters.datasaet, data).itertuples(index=False):
        kendte.setdefault(navn, set()).add(niveau)
    niveau = niveauer.map_level(filters.niveau)
    paa = filters.on(niveau=niveau)
    andetsteds = {
        navn: hvor for navn, en in katalog.items() if (hvor := _not_here(en, kendte.get(navn, set()), paa, data))
    }
    med_gruppe = {navn: en.navn if navn == filters.indikator else _in_group(en) for navn, en in katalog.items()}
    foerst = {navn: label for navn, label in med_gruppe.items() if navn not in andetsteds}
    return foerst | {navn: f"{med_gruppe[navn]} ({hvor})" for navn, hvor in andetsteds.items()}


def _in_group(indikator: Indikator) -> str:
    """The name with its group; of a group called after two things the first: each label is sent with every page."""
    gruppe = indikator.gruppe.split(" og ")[0]
    return indikator.navn if gruppe.lower() in indikator.navn.lower() else f"{indikator.navn} · {gruppe}"


def _not_here(indikator: Indikator, kendte: set[str], filters: Filters, data: Snapshot) -> str:
    """Why an indicator cannot be shown at the level of the choices; "" when it can."""
    if indikator.register == "noegletal":
        return _elsewhere(kendte, filters.niveau, indikator.sammenlaegning)
    # where it is withheld, it is so at every level
    if indikator.kraever_komplet and not completeness(indikator.register, filters, data)[0]:
        return TILBAGEHOLDT
    if (paa := fitted(indikator.register, filters).niveau) != filters.niveau:
        return f"findes for {niveauer.level(paa).navn_flertal.lower()}"
    return ""


def _elsewhere(kendte: set[str], niveau: str, sammenlaegning: str) -> str:
    """Where an indicator is known, when it cannot be shown at the level; "" when it can."""
    paa_kort = [en for en in FRA_FINE if en in kendte]
    finere = FRA_FINE[: FRA_FINE.index(niveau) + 1] if sammenlaegning != "ingen" else (niveau,)
    if set(finere) & set(paa_kort):
        return ""
    if not paa_kort:
        return "kun for hele landet" if "land" in kendte else "ingen tal"
    return f"findes for {dansk.sentence_list([niveauer.level(en).navn_flertal.lower() for en in paa_kort])}"
