"""The questions the product asks of its data: one .sql file each, with bound parameters, and functions that run them.

Never imports streamlit.
"""

from data.registre import REGISTRE
from queries.aarene import complete_years, hu_years, usual_days_to_outcome
from queries.omraadetal import (
    MAALINGER,
    befolkning_pr_omraade,
    figures_by_year,
    hu_pr_omraade,
    is_complete,
    klinik_pr_omraade,
    noegletal_pr_omraade,
    pulje_pr_omraade,
    udbud_pr_omraade,
)
from queries.opslag import (
    Indikator,
    Ordforklaring,
    catalogue,
    catalogue_of,
    dataset_range,
    datasets,
    glossary,
    health_councils_by_region,
    hu_country_by_year,
    most_mentioned_kommune,
    pools,
    records_by_area_and_year,
    register_range,
    register_status,
    register_years,
    source,
    sources,
    uncertain_placements,
    undated_rounds,
)

__all__ = [
    "Indikator",
    "MAALINGER",
    "Ordforklaring",
    "REGISTRE",
    "befolkning_pr_omraade",
    "figures_by_year",
    "catalogue",
    "complete_years",
    "catalogue_of",
    "dataset_range",
    "datasets",
    "glossary",
    "hu_country_by_year",
    "health_councils_by_region",
    "hu_pr_omraade",
    "hu_years",
    "is_complete",
    "klinik_pr_omraade",
    "noegletal_pr_omraade",
    "most_mentioned_kommune",
    "pools",
    "pulje_pr_omraade",
    "records_by_area_and_year",
    "register_status",
    "register_range",
    "register_years",
    "source",
    "sources",
    "udbud_pr_omraade",
    "uncertain_placements",
    "undated_rounds",
    "usual_days_to_outcome",
]
