"""What some records say of themselves: who told of them, and the newest date they speak of."""

import pandas as pd

from views.faelles.kilder import as_sources
from views.faelles.view import Kilde
from views.sprog import dansk


def sources_of(poster: pd.DataFrame) -> tuple[Kilde, ...]:
    """The sources of some records (kilde_id, titel, udgiver, url, kilde_dato), most used first."""
    felter = ["kilde_id", "titel", "udgiver", "url", "kilde_dato"]
    antal = poster.groupby(felter, dropna=False, sort=False).size().reset_index(name="poster")
    return as_sources(
        antal.sort_values("poster", ascending=False, kind="stable").rename(columns={"kilde_dato": "dato"})
    )


def newest_date(poster: pd.DataFrame, kolonner: tuple[str, ...] = ("opslag_dato", "status_dato")) -> str:
    """The newest date some records speak of, in Danish."""
    datoer = pd.concat([poster[kolonne] for kolonne in kolonner]).dropna()
    return dansk.day(max(datoer)) if len(datoer) else "udateret"
