"""Where sources disagree: every area, indicator and year of which two of them give different numbers."""

from dataclasses import replace

import pandas as pd

from queries import omtale
from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.kilder import of_rows
from views.faelles.registerview import register_view
from views.faelles.view import View
from views.sprog import dansk
from views.sprog.markdown import plain


def disagreements_view(filters: Filters, data: Snapshot) -> View:
    """A row for each of the numbers, the one that is shown elsewhere first, with who says it and why it differs."""
    alle = omtale.disagreements(filters.datasaet, data)
    sager = len(alle.drop_duplicates(["omraade", "noegletal", "aar"]))
    view = register_view(
        "noegletal_uenige",
        "noegletal",
        "data_og_kilder",
        filters,
        data,
        title=f"{dansk.counted(sager, 'tal, som', 'tal, som')} kilderne er uenige om" if sager else "Kilderne er enige",
        figure=None,
        table=pd.DataFrame(
            {
                "Område": alle["omraade"],
                "Nøgletal": alle["noegletal"],
                "Dato": alle["dato"],
                "Tal": [_value(post) for post in alle.itertuples()],
                "Valgt": ["Ja" if en else "Nej" for en in alle["foretrukken"]],
                "Hvem siger det": alle["udgiver"],
                "Bemærkning": alle["note"].fillna(""),
                "Kilde": alle["url"].where(alle["url"].notna(), None),
            }
        ).reset_index(drop=True),
        alt=f"Tabel med {dansk.quantity(len(alle), 'målinger')}.",
        definition="To kilder giver samme nøgletal forskellige tal for samme område og tid. Tallene kan begge være "
        "rigtige: måned, afgrænsning og optælling kan være forskellige.",
        coverage="Kun nøgletal; hvor kilder er uenige om HU-forløb, står på siden HU-forløb.",
        text=plain("Det tal, der er valgt og vises andre steder, står først." if sager else ""),
        note="" if sager else "Ingen to kilder giver samme nøgletal forskellige tal for samme område og år.",
        date_columns=("Dato",),
        link_column="Kilde",
        missing="–",
        belaeg=of_rows(alle, data),
    )
    return replace(view, subtitle=dansk.capital(saetninger.dataset(filters)))


def _value(post) -> str:
    kval = f"{post.kvalifikator} " if isinstance(post.kvalifikator, str) else ""
    return f"{kval}{dansk.number(post.vaerdi, 1 if post.vaerdi % 1 else post.decimaler)} {post.enhed}"
