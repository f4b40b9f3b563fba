"""The state of the data: what is missing, how new it is, and whole tables to take home."""

from datetime import date

import duckdb
import pandas as pd

from data.registre import ARK
from queries.database import Snapshot

# The tables of a dataset that can be taken home; the catalogue is the same for all datasets.
TABELNAVN = {tabel: ark for tabel, ark in ARK.items() if tabel != "noegletal_katalog"}


def quality_findings(datasaet: str, i_dag: date, data: Snapshot) -> pd.DataFrame:
    """What a dataset does not say though it could: Register, Fund, Antal, Poster (their ids, separated by commas)."""
    ramme = data.frame("kvalitet", {"datasaet": datasaet, "i_dag": i_dag})
    ramme.columns = ["Register", "Fund", "Antal", "Poster"]
    return ramme


def as_of(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """How new each register is: register (code), navn, poster (rows), nyeste_dato and nyeste_kilde (as precise as
    known), kilder (count), komplet, komplet_fra, komplet_til (years), begrundelse."""
    return data.frame("opgjort", {"datasaet": datasaet})


def fetches(data: Snapshot) -> pd.DataFrame:
    """The official sources that a command fetches: hentning (id), navn, udgiver, kommando, licens, url, tabel, udgives
    (when new figures come, in words), aar_efter and maaned (the same as numbers, NA when not known), hentet (day, NA
    when never), tal_fra (what the figures there are about, "" when there are none)."""
    return data.frame("hentninger")


def sources_used(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """The sources that rows of a dataset rest on, with Danish headings, in the order of their file. Those of geography
    and population are shared by all datasets and not among them."""
    brugte = set(data.frame("kilder_brugt", {"datasaet": datasaet})["kilde_id"])
    alle = table_frame("kilde", datasaet, data)
    kolonner = data.frame("overskrifter", {"tabel": "kilde"})["kolonne"].tolist()
    return alle[alle.iloc[:, kolonner.index("kilde_id")].isin(brugte)].reset_index(drop=True)


def table_frame(tabel: str, datasaet: str, data: Snapshot) -> pd.DataFrame:
    """A whole table (a key of TABELNAVN) of a dataset with Danish headings, in the order of its file. Codes stay codes.

    Of the sources, those of all datasets: rows may rest on any of them. Raises KeyError for another table.
    """
    TABELNAVN[tabel]
    navne = data.frame("overskrifter", {"tabel": tabel})
    with data.forbindelse.cursor() as cursor:
        raekker = cursor.table(tabel)
        if tabel != "kilde":
            raekker = raekker.filter(duckdb.ColumnExpression("datasaet") == duckdb.ConstantExpression(datasaet))
        ramme = raekker.order("datasaet, raekke").df()
    return ramme[list(navne["kolonne"])].set_axis(list(navne["overskrift"]), axis=1)
