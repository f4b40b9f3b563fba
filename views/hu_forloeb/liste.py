"""The rows of the register of HU-forløb: what a figure is made of, with the source of each."""

import pandas as pd

from queries import hu_serier
from queries.bag_tallet import posts_behind
from queries.database import Snapshot
from queries.placering import LAND
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.hu_forloeb.tal import DEFINITION, KOLONNER, hu_view, told_by
from views.sprog import dansk
from views.sprog.markdown import plain

HELE_AARET = "hele året"


def list_view(filters: Filters, data: Snapshot) -> View:
    """All rows that the figures of the area and period are made of."""
    sted = (filters.niveau, filters.struktur, filters.omraade or LAND, filters.datasaet, (filters.fra, filters.til))
    return rows_view(filters, pd.concat([posts_behind(en, *sted, data) for en in hu_serier.MAAL]), data)


def rows_view(filters: Filters, raekker: pd.DataFrame, data: Snapshot) -> View:
    """Rows of `queries.bag_tallet.posts_behind`: one for each row of the register, with what is counted of it."""
    navn = filters.place()
    tabel = _table(raekker)
    antal = dansk.counted(len(tabel), "opgørelse", "opgørelser")
    return hu_view(
        "hu_liste",
        filters,
        data,
        title=f"HU-forløb, opgørelse for opgørelse: {navn}",
        sted=dansk.capital(navn),
        figure=None,
        table=tabel,
        alt=f"Tabel med {antal}.",
        definition=DEFINITION,
        text=plain(f"{antal} bag tallene for {navn}. Tomt, hvor kilden intet tal giver." if len(tabel) else ""),
        note="" if len(tabel) else f"Ingen kilde har tal for {navn} i perioden.",
        belaeg=told_by([raekker], data),
        link_column="Kilde" if "Kilde" in tabel else "",
        missing="–",
    )


def _table(raekker: pd.DataFrame) -> pd.DataFrame:
    """A row for each row of the register; a measure that is not counted stays empty."""
    poster = raekker.drop_duplicates("raekke").sort_values(["aar", "runde", "raekke"], ascending=[False, False, True])
    tal = raekker.pivot_table(index="raekke", columns="maal", values="antal", aggfunc="first")
    tabel = pd.DataFrame(
        {
            "Område": poster["omraade"],
            "År": poster["aar"].astype(str),
            "Runde": [HELE_AARET if pd.isna(en) else f"{en}. runde" for en in poster["runde"]],
            **{navn: poster["raekke"].map(tal[maal]).astype("Int64") for maal, navn in KOLONNER.items() if maal in tal},
            "Bemærkning": poster["note"].fillna(""),
            "Udgiver": poster["udgiver"],
            "Kilde": poster["url"].fillna(""),
        }
    ).reset_index(drop=True)
    # what no source says, or that none is on the net, needs no column
    return tabel.drop(columns=[en for en in ("Bemærkning", "Kilde") if (tabel[en] == "").all()])
