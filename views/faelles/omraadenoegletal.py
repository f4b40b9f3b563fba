"""Which indicators are told of an area, on its own and beside others."""

import queries
from queries.database import Snapshot
from views.faelles.filtre import Filters

# What a chair is asked, in the order it is asked.
INDIKATORER = (
    "indbyggere",
    "andel_80plus_pct",
    "vaekst_80plus_pct",
    "andel_med_laegekontakt_pct",
    "laegekontakter_pr_indbygger",
    "borgere_pr_kapacitet",
    "kapaciteter_beregnet",
    "ydernumre_almen_praksis",
    "ydernumre_aabnet",
    "ydernumre_lukket",
    "praktiserende_laeger",
    "patienter_pr_laege",
    "kapaciteter_aktive",
    "tilmeldte_patienter",
    "kapaciteter_lukket",
    "lukket_praksis_pct",
    "laeger_60plus_pct",
    "udbudte_ydernumre",
    "ydernumre_ikke_besat",
    "ydernumre_pr_100000",
    "udbudte_kapaciteter",
    "andel_runder_uden_ansoegere",
    "kendte_udbudsklinikker",
    "kendte_regionsklinikker",
    "konverteret_til_plo",
    "hu_opslaaet",
    "hu_ubesat",
    "hu_besat_af_opslaaet_pct",
    "pulje_projekter",
    "pulje_beloeb",
)


def indicators(filters: Filters, data: Snapshot) -> tuple[str, ...]:
    """What is told of an area on this dataset: the fixed ones that the catalogue has, then the secretariat's own."""
    katalog = queries.catalogue_of(filters.datasaet, data)
    egne = [navn for navn, en in katalog.items() if en.egen and navn not in INDIKATORER]
    return (*(navn for navn in INDIKATORER if navn in katalog), *egne)
