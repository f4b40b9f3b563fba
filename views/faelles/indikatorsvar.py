"""What the register of an indicator answers for a level: the figures by area as all its views read them."""

import pandas as pd

import queries
from queries import Indikator
from queries.belaeg import PR_INDBYGGER
from queries.database import Snapshot
from queries.omraadetal import AENDRINGER
from views.faelles.filtre import Filters


def register_answer(indikator: Indikator, filters: Filters, niveau: str, data: Snapshot) -> pd.DataFrame:
    """What the indicator's register says of every area of a level and of what is not placed."""
    sted = (niveau, filters.struktur, filters.datasaet)
    periode = (filters.fra, filters.til)
    match indikator.register:
        case "udbud":
            return queries.udbud_pr_omraade(*sted, *periode, data=data)
        case "klinik":
            return queries.klinik_pr_omraade(*sted, *periode, dag=filters.i_dag, data=data)
        case "pulje":
            return queries.pulje_pr_omraade(*sted, filters.pulje or None, *periode, data=data)
        case "hu_forloeb":
            return queries.hu_pr_omraade(*sted, *periode, prognoser=False, data=data)
        case "befolkning":
            ramme = queries.befolkning_pr_omraade(niveau, filters.struktur, *periode, data=data)
            return ramme.assign(dato=_counted_on(ramme, indikator.kolonne))
        case "fremskrivning":
            return queries.fremskrivning_pr_omraade(niveau, filters.struktur, data=data)
        case "laegekontakt":
            return queries.laegekontakt_pr_omraade(niveau, filters.struktur, *periode, data=data)
        case _:
            return queries.noegletal_pr_omraade(indikator.kolonne, *sted, *periode, data=data)


def _counted_on(ramme: pd.DataFrame, kolonne: str) -> pd.Series:
    """The day of each count of inhabitants; of a change the two days, "2016-01-01/2026-01-01"."""
    dato = ramme["dato"].dt.strftime("%Y-%m-%d")
    return ramme["dato_foer"].dt.strftime("%Y-%m-%d") + "/" + dato if kolonne in AENDRINGER else dato


def area_values(indikator: Indikator, ramme: pd.DataFrame) -> pd.DataFrame:
    """omraade_id, navn, vaerdi, dato, kvalifikator, note, kilde_id for every row of an answer."""
    vaerdi = ramme[column_of(indikator)].astype("Float64").astype(float)
    ud = ramme[["omraade_id", "navn"]].assign(vaerdi=vaerdi)
    for kolonne in ("dato", "kvalifikator", "note", "kilde_id"):
        ud[kolonne] = ramme[kolonne].astype(object).where(ramme[kolonne].notna(), None) if kolonne in ramme else None
    return ud


def column_of(indikator: Indikator) -> str:
    """The column of the indicator in the figures of its register."""
    return "vaerdi" if indikator.register == "noegletal" else indikator.kolonne


def divided_by(indikator: Indikator, svar: pd.DataFrame) -> str:
    """The day of the count of inhabitants that a rate is divided by (ISO); "" for what is not, or has none."""
    if indikator.kolonne not in PR_INDBYGGER:
        return ""
    dage = svar["folketal_dato"].dropna()
    return dage.max().strftime("%Y-%m-%d") if len(dage) else ""
