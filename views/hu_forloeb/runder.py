"""Vacant HU-forløb by round and area as a heat map; only where every round is known."""

import pandas as pd

from geo import niveauer
from queries import hu_serier
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.gruppeview import among_areas
from views.faelles.registerview import withheld_reason
from views.faelles.view import View
from views.figur import farver
from views.figur.klasser import Klasser, classify
from views.hu_forloeb import figur as hu_forloeb_figur
from views.hu_forloeb.tal import DEFINITION, IKKE_STEDFAESTET, LANDET, hu_view, in_period
from views.sprog import dansk


@among_areas("sundhedsraad")
def rounds_view(filters: Filters, data: Snapshot) -> View:
    """Vacant posts of every area in every round, forecasts set apart; what is not placed is a row of its own."""
    runder = in_period(hu_serier.hu_by_round(filters.niveau, filters.struktur, filters.datasaet, data), filters)
    withheld = withheld_reason("hu_forloeb", "Ubesatte pr. runde og område", filters, data)
    if withheld and runder.empty:
        withheld += " Ingen af kilderne har tal for en enkelt runde."
    vises = not withheld and not runder.empty
    return hu_view(
        "hu_runder",
        filters,
        data,
        title=_title(runder, filters) if vises else "Ubesatte HU-forløb, runde for runde",
        figure=_figure(runder, filters) if vises else None,
        table=_table(runder) if vises else pd.DataFrame(),
        alt=f"Felter for ubesatte HU-forløb i {len(niveauer.areas(filters.niveau, filters.struktur))} områder og "
        f"{len(runder[['aar', 'runde']].drop_duplicates())} runder.",
        definition=f"Ubesatte forløb (opslået minus besat) i hver opslagsrunde. {DEFINITION}",
        withheld=withheld,
        note=_note(runder, vises),
    )


def _note(runder: pd.DataFrame, vises: bool) -> str:
    if not vises:
        return "Der er ingen tal pr. runde i perioden. Vælg flere år; filen hu_forloeb.csv fylder hullet."
    prognose = " Runden bag den stiplede linje er en prognose." if runder["er_prognose"].any() else ""
    return (
        f"Et forløb, der står tomt i flere runder, tælles i hver af dem.{prognose} "
        "»Ikke stedfæstet« er forløb, der kun er kendt for et større område."
    )


def _title(runder: pd.DataFrame, filters: Filters) -> str:
    fakta = runder[~runder["er_prognose"] & (runder["omraade_id"] != IKKE_STEDFAESTET)]
    altid = fakta.groupby("kort_navn", sort=False)["ubesat"].agg(lambda v: bool((v.fillna(0) > 0).all()))
    navne = altid[altid].index.tolist()
    antal = len(fakta[["aar", "runde"]].drop_duplicates())
    if antal < 2 or not navne or len(navne) > 3:
        niveau = niveauer.level(filters.niveau).navn_flertal
        hvor = f"{len(navne)} {niveau} har" if len(navne) > 3 else "Ingen områder har"
        return f"{hvor} haft ubesatte HU-forløb i alle {antal} runder" if antal > 1 else "Ubesatte HU-forløb i runden"
    return f"{dansk.sentence_list(navne)} har haft ubesatte HU-forløb i alle {antal} runder"


def _table(runder: pd.DataFrame) -> pd.DataFrame:
    """Area x round, the rows for what is not placed and the country last; the parts add up to the country."""
    bred = _wide(runder)
    bred.loc[LANDET] = bred.sum(min_count=1)
    return bred.astype("Int64").rename_axis("Område").reset_index()


def _wide(runder: pd.DataFrame) -> pd.DataFrame:
    kolonne = [
        f"{post.aar} r. {post.runde}" + (" (prognose)" if post.er_prognose else "") for post in runder.itertuples()
    ]
    bred = runder.assign(kolonne=kolonne).pivot(index="omraade_id", columns="kolonne", values="ubesat")
    bred = bred.reindex(index=runder["omraade_id"].unique(), columns=list(dict.fromkeys(kolonne)))
    bred.index = runder.drop_duplicates("omraade_id")["kort_navn"]
    return bred


def _figure(runder: pd.DataFrame, filters: Filters) -> dict:
    bred = _wide(runder)
    navne = runder.drop_duplicates("omraade_id").set_index("omraade_id")["kort_navn"]
    raekker = [f"<b>{navn}</b>" if en == filters.omraade else navn for en, navn in navne.items()]
    klasser = classify(runder["ubesat"].dropna().tolist(), "forløb", 0)
    runde = runder.drop_duplicates(["aar", "runde"])
    return {
        "data": [_cells(runder, klasser, raekker, list(bred.columns))],
        "layout": hu_forloeb_figur.layout(
            160 + 26 * len(raekker),
            {
                "tickmode": "array",
                "type": "category",
                "tickvals": list(range(len(runde))),
                "ticktext": [f"{p.runde}<br><b>{p.aar}</b>" if ny else str(p.runde) for p, ny in _with_new_year(runde)],
                "tickangle": 0,
                "showgrid": False,
                "zeroline": False,
            },
            {"autorange": "reversed", "showgrid": False},
            margin={"l": 0, "r": 0, "t": 24, "b": 110},
            **_forecast_border(runde),
        ),
    }


def _cells(runder: pd.DataFrame, klasser: Klasser, raekker: list[str], kolonner: list[str]) -> dict:
    vaerdier = _grid(runder["ubesat"], len(kolonner))
    antal = len(klasser.graenser)
    trin = [round(nr * 4 / max(antal - 1, 1)) for nr in range(antal)]
    skala = [[graense / antal, farver.SEKVENTIEL[en]] for nr, en in enumerate(trin) for graense in (nr, nr + 1)]
    return {
        "type": "heatmap",
        "z": [[klasser.class_of(v) for v in raekke] for raekke in vaerdier],
        "x": kolonner,
        "y": raekker,
        "customdata": _grid(runder["opslaaet"], len(kolonner)),
        "text": [["" if v is None else str(v) for v in raekke] for raekke in vaerdier],
        "texttemplate": "%{text}",
        "hovertemplate": "%{y}, %{x}<br>%{text} ubesatte af %{customdata} opslåede<extra></extra>",
        "hoverongaps": False,
        "colorscale": skala,
        "zmin": -0.5,
        "zmax": antal - 0.5,
        "colorbar": {
            "tickvals": list(range(antal)),
            "ticktext": [*klasser.etiketter[:-1], f"{klasser.etiketter[-1]} ubesatte"],
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "xref": "container",
            "y": 0,
            "yanchor": "bottom",
            "yref": "container",
            "thickness": 12,
            "len": 220,
            "lenmode": "pixels",
        },
        "textfont": {"size": 11},
        "xgap": 1,
        "ygap": 1,
    }


def _grid(vaerdier: pd.Series, kolonner: int) -> list[list[int | None]]:
    """The rows of a sorted area x round frame as a grid."""
    flad = [None if pd.isna(v) else int(v) for v in vaerdier]
    return [flad[start : start + kolonner] for start in range(0, len(flad), kolonner)]


def _with_new_year(runde: pd.DataFrame):
    """Each round, and whether it is the first of its year."""
    foer = None
    for post in runde.itertuples():
        yield post, post.aar != foer
        foer = post.aar


def _forecast_border(runde: pd.DataFrame) -> dict:
    """A dashed line before the first forecast, and the word above."""
    if not runde["er_prognose"].any():
        return {}
    x = int(runde["er_prognose"].to_numpy().argmax()) - 0.5
    streg = {"color": farver.REFERENCE, "width": 2, "dash": "dash"}
    return {
        "shapes": [{"type": "line", "xref": "x", "yref": "paper", "x0": x, "x1": x, "y0": 0, "y1": 1, "line": streg}],
        "annotations": [
            {
                "x": x,
                "xanchor": "left",
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "text": hu_forloeb_figur.PROGNOSE,
                "showarrow": False,
            }
        ],
    }
