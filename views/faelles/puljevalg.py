"""Which pool is told of: money of different pools is never added up, for frames lie inside each other."""

import queries
from queries.database import Snapshot
from views.faelles.filtre import Filters


def chosen_pool(filters: Filters, data: Snapshot) -> str:
    """The id of the chosen pool, by default the newest within the chosen years of which applications and grants are
    known; "" without pools, or when the dataset has none of that id."""
    return data.once(_chosen_pool, filters.datasaet, filters.pulje, filters.fra, filters.til)


def _chosen_pool(datasaet: str, pulje: str, fra: int | None, til: int | None, data: Snapshot) -> str:
    puljer = queries.pools(datasaet, data)
    if pulje:
        return pulje if pulje in set(puljer["pulje_id"]) else ""
    i_tiden = puljer["periode"].map(lambda periode: _touches(periode, fra, til))
    puljer = puljer[i_tiden.astype(bool)]
    med_projekter = puljer[puljer["stoettede_projekter"].notna()]
    return next(iter([*med_projekter["pulje_id"], *puljer["pulje_id"]]), "")


def pool_name(pulje: str, datasaet: str, data: Snapshot) -> str:
    """What a pool is called; "" when the dataset has none of that id."""
    navne = queries.pools(datasaet, data).set_index("pulje_id")["navn"]
    return navne.get(pulje, "")


def _touches(periode: str | None, fra: int | None, til: int | None) -> bool:
    """Does a pool's period ("2025-2026", or "2019") share a year with the chosen ones? An unknown one may."""
    if not isinstance(periode, str) or not periode:
        return True
    return (fra is None or int(periode[-4:]) >= fra) and (til is None or int(periode[:4]) <= til)
