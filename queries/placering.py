"""Where what is known for one area stands on a level."""

import pandas as pd

from queries.database import Snapshot

LAND = "land"
IKKE_STEDFAESTET, FLERE_OMRAADER = "ikke_stedfaestet", "flere_omraader"


def placed(niveau: str, struktur: str, data: Snapshot) -> dict[tuple[str, str], str]:
    """(kind of area, its id) -> the area of the level that holds it; nothing for what no one area holds."""
    return data.once(_placed, niveau, str(struktur))


def _placed(niveau: str, struktur: str, data: Snapshot) -> dict[tuple[str, str], str]:
    ramme = data.frame("placering", {"niveau": niveau, "struktur": struktur})
    return {(art, kendt): omraade for art, kendt, omraade in ramme.itertuples(index=False)}


def stands_at(poster: pd.DataFrame, niveau: str, struktur: str, data: Snapshot) -> pd.Series:
    """The area of the level that each record (kendt_niveau, kendt_id) is counted in, `IKKE_STEDFAESTET` for none."""
    sted = placed(niveau, struktur, data)
    par = zip(poster["kendt_niveau"], poster["kendt_id"], strict=True)
    return pd.Series([sted.get(en, IKKE_STEDFAESTET) for en in par], poster.index, object)
