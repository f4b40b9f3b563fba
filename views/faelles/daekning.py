""" "Hvad ved vi ikke?": where a register speaks and where it is silent, as a matrix of areas and years."""

import pandas as pd

import queries
from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.kilder import of_rows
from views.faelles.registerview import register_view
from views.faelles.view import View
from views.figur import farver
from views.figur.model import Felt, Gitter
from views.sprog import dansk
from views.sprog.ord import KAN_INDLAESES


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
        alt=f"Poster i »{queries.REGISTRE[register].navn}« for hvert område og år; "
        f"{dansk.quantity(kendte, 'felter')} har mindst én.",
        definition="Antal poster i registeret for hvert område og år. I et tomt felt fortæller ingen kilde noget.",
        belaeg=of_rows(queries.register_records(register, filters.datasaet, data), data),
        note="" if kendte else f"Registeret er tomt. {KAN_INDLAESES}",
    )


def _figure(matrix: pd.DataFrame) -> Gitter:
    flest, faerrest = matrix.max(axis=None), matrix[matrix > 0].min(axis=None)
    felter = tuple(tuple(_cell(antal, faerrest, flest) for antal in raekke) for raekke in matrix.to_numpy(int))
    return Gitter(tuple(map(str, matrix.columns)), tuple(matrix.index), felter)


def _cell(antal: int, faerrest: int, flest: int) -> Felt:
    if not antal:
        return Felt("", "")
    andel = (antal - faerrest) / (flest - faerrest) if flest > faerrest else 0.5
    # the colours of maps, which the theme of the page knows
    farve = farver.SEKVENTIEL[round(andel * (len(farver.SEKVENTIEL) - 1))]
    return Felt(str(antal), farve, dansk.counted(antal, "post", "poster"))
