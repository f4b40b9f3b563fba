"""HU-forløb beyond the totals by area: years, rounds, disagreeing sources, stated rates, statements, extra posts.

All counts are posts (forløb). Advertised posts (`opslaaet`) count a post again each time it is advertised again.
"""

import pandas as pd

from queries.database import Snapshot
from queries.omraadetal import is_complete

MAAL = ("dimensioneret", "opslaaet", "besat", "ubesat")


def hu_by_year(niveau: str, struktur: str, datasaet: str, data: Snapshot) -> pd.DataFrame:
    """Posts by area and year from the preferred rows, a row each for what happened and what was expected.

    Columns: omraade_id, navn, kort_navn, aar, er_prognose; `dimensioneret`, `opslaaet`, `besat`, `ubesat` (posts, <NA>
    when unknown); kilder (kilde_id's separated by ";"); noter (what the sources add); kun_dele (advertised or
    filled posts are the sum of parts that are not all of the area). Areas without any figure have no row. The rows
    `ikke_stedfaestet` hold what the level does not place, so that every year adds up to the country.
    """
    parametre = {"niveau": niveau, "struktur": struktur, "datasaet": datasaet}
    return data.frame("hu_pr_aar", parametre)


def hu_by_round(niveau: str, struktur: str, datasaet: str, data: Snapshot) -> pd.DataFrame:
    """Posts of every area (and `ikke_stedfaestet`) for every known round; <NA> where nothing is known.

    Columns: omraade_id, navn, kort_navn, aar, runde, er_prognose, the four measures and kilder (see `hu_by_year`).
    Empty when no round is known.
    """
    parametre = {"niveau": niveau, "struktur": struktur, "datasaet": datasaet}
    return data.frame("hu_pr_runde", parametre)


def hu_disagreements(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """Counts that more than one source gives for the same area, year and round; the preferred row stands first.

    Columns: navn, aar, runde, the four measures, er_prognose, foretrukken, note, kilde_id.
    """
    return data.frame("hu_uenige", {"datasaet": datasaet})


def hu_stated_rates(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """Fill rates in pct. that sources state themselves, with the counts they state beside them.

    Columns: kendt_niveau, kendt_id, navn, aar, besaettelsesgrad_pct, dimensioneret, opslaaet, besat, er_prognose,
    foretrukken, note, kilde_id.
    """
    return data.frame("hu_egne_procenter", {"datasaet": datasaet})


def hu_statements(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """What sources say of an area without a number: kendt_niveau, navn, aar, note, kilde_id."""
    return data.frame("hu_udsagn", {"datasaet": datasaet})


def hu_statements_about(datasaet: str, niveau: str, struktur: str, omraade: str, data: Snapshot) -> pd.DataFrame:
    """The same of one area of a level or a part of it, the newest first."""
    return data.frame(
        "hu_udsagn_om", {"datasaet": datasaet, "niveau": niveau, "struktur": struktur, "omraade": omraade}
    )


def hu_extra_posts(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """Extra posts by area and year; they are part of other counts or plans and are never added to `dimensioneret`.

    Columns: kendt_niveau, kendt_id, navn, kort_navn, aar, er_prognose, antal (posts), afviger (another source's
    distribution of the same posts), note, kilder (kilde_id's separated by ";").
    """
    return data.frame("hu_ekstra", {"datasaet": datasaet})


def hu_complete_years(datasaet: str, niveau: str, aar: list[int], data: Snapshot) -> set[int]:
    """The years of a list for which the register holds everything at a level, so that rates hold."""
    return {et for et in aar if is_complete(datasaet, "hu_forloeb", niveau, et, et, data=data)[0]}
