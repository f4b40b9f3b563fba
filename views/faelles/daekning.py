""" "Hvad ved vi ikke?": where a register speaks and where it is silent, as a matrix of areas and years."""

import pandas as pd

import queries
from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.registerview import register_view
from views.faelles.view import View
from views.figur import farver


def coverage_matrix(register: str, side: str, filters: Filters, data: Snapshot) -> View:
    """Number of records by area and year, all years. `side` is the page that shows it. An empty field is "no record",
    not zero.
    """
    # kommuner are too many to read; the next level tells the same
    niveau = niveauer.map_level(filters.niveau)
    niveau = "sundhedsraad" if niveau == "kommune" else niveau
    poster = queries.records_by_area_and_year(register, filters.datasaet, niveau, filters.struktur, data)
    matrix = poster.pivot_table(index="navn", columns="aar", values="poster", sort=False).astype("Int64")
    kendte = int((matrix > 0).sum().sum()) if len(matrix) else 0
    return register_view(
        f"daekning_{register}",
        register,
        side,
        filters.on(niveau=niveau, fra=None, til=None),
        data,
        title="Hvad ved vi ikke?",
        figure=_figure(matrix) if kendte else None,
        table=matrix.reset_index().rename(columns={"navn": "Område"} | {aar: str(aar) for aar in matrix.columns}),
        alt=f"Poster i »{queries.REGISTRE[register].navn}« for hvert område og år; {kendte} felter har mindst én.",
        definition="Antal poster i registeret for hvert område og år. I et tomt felt fortæller ingen kilde noget.",
        note="" if kendte else f"Registeret er tomt. Filen {register}.csv fylder det.",
    )


def _figure(matrix: pd.DataFrame) -> dict:
    tal = [[None if vaerdi == 0 else int(vaerdi) for vaerdi in raekke] for raekke in matrix.to_numpy()]
    return {
        "data": [
            {
                "type": "heatmap",
                "z": tal,
                "x": [str(aar) for aar in matrix.columns],
                "y": list(matrix.index),
                "text": [["" if vaerdi is None else str(vaerdi) for vaerdi in raekke] for raekke in tal],
                "texttemplate": "%{text}",
                "hovertemplate": "%{y}, %{x}: %{text} poster<extra></extra>",
                "hoverongaps": False,
                "colorscale": [[0, farver.SEKVENTIEL[0]], [1, farver.SEKVENTIEL[3]]],
                "showscale": False,
                "xgap": 2,
                "ygap": 2,
            }
        ],
        "layout": {
            "height": 90 + 26 * len(matrix),
            "margin": {"l": 0, "r": 0, "t": 8, "b": 30},
            "dragmode": False,
            "xaxis": {"type": "category", "fixedrange": True, "showgrid": False},
            "yaxis": {"autorange": "reversed", "automargin": True, "fixedrange": True, "showgrid": False},
        },
    }
