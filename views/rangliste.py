"""The areas of a level from high to low."""

import pandas as pd

from geo import niveauer
from queries.database import Snapshot
from views import dansk, farver, ord, ramme
from views.filtre import Filters
from views.indikatortal import Indikatortal, indicator_values
from views.indikatorview import area_table, area_trends, hover_texts, indicator_view
from views.view import View

LAENGSTE_RANGLISTE = 20


def ranking_view(filters: Filters, data: Snapshot | None = None) -> View:
    """The areas from high to low, with the chosen one picked out; only on complete data."""
    tal = indicator_values(filters.on(niveau=niveauer.map_level(filters.niveau)), data)
    valgte = niveauer.members(filters.niveau, filters.omraade)
    withheld = tal.withheld
    if not withheld and not tal.komplet:
        withheld = (
            f"Ingen rangliste på disse data: den ville sammenligne det, kilderne tilfældigvis viser. {tal.begrundelse}"
        )
    ordnet = tal.kendte.sort_values(["vaerdi", "navn"], ascending=[False, True]).reset_index(drop=True)
    vises = not withheld and not ordnet.empty
    return indicator_view(
        "rangliste",
        tal,
        filters,
        data,
        title=f"{tal.indikator.navn}: " + ("rangliste" if withheld else "fra højest til lavest"),
        figure=_ranking_figure(tal, ordnet, valgte) if vises else None,
        table=area_table(tal),
        trend=area_trends(tal, data),
        alt=f"Søjler for {tal.indikator.navn} i {len(ordnet)} områder, fra højest til lavest."
        if vises
        else ord.no_figure(tal, withheld),
        note="" if vises or withheld else ord.missing_data(tal),
        withheld=withheld,
    )


def _ranking_figure(tal: Indikatortal, ordnet: pd.DataFrame, valgte: tuple[str, ...]) -> dict:
    """Horizontal bars, the highest at the top; a long list is cut, but the chosen areas always stand in it."""
    vist = ordnet.head(LAENGSTE_RANGLISTE)
    udenfor = set(valgte) - set(vist["omraade_id"])
    vist = pd.concat([vist, ordnet[ordnet["omraade_id"].isin(udenfor)]])
    hover = hover_texts(tal)
    kort_navn = {o.omraade_id: o.kort_navn for o in niveauer.areas(tal.filters.niveau, tal.filters.struktur).values()}
    # equal figures share a place, as in the area's own numbers
    plads = dict(
        zip(ordnet["omraade_id"], ordnet["vaerdi"].rank(method="min", ascending=False).astype(int), strict=True)
    )
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": vist["vaerdi"].tolist(),
                "y": [f"{plads[en]}. {kort_navn[en]}" for en in vist["omraade_id"]],
                "text": [dansk.number(v, tal.indikator.decimaler) for v in vist["vaerdi"]],
                "textposition": "outside",
                "cliponaxis": False,
                "hovertext": [hover[en] for en in vist["omraade_id"]],
                "hoverinfo": "text",
                "marker": {"color": [farver.MARKERET if en in valgte else farver.LINJE for en in vist["omraade_id"]]},
            }
        ],
        "layout": ramme.list_of_bars(
            90 + 24 * len(vist), 40, ramme.value_axis(dansk.capital(tal.indikator.enhed)), bargap=0.25
        ),
    }
