"""The areas of a level from high to low."""

from dataclasses import dataclass

from geo import niveauer
from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.indikatortal import Indikatortal, indicator_values, remembered
from views.faelles.indikatorview import area_table, area_trends, hover_texts, indicator_view
from views.faelles.view import View
from views.figur import farver
from views.figur.model import VED_ENDEN, Aksefigur, Ord, Soejler, Talakse
from views.figur.ramme import list_of_bars
from views.sprog import dansk

LAENGSTE_RANGLISTE = 20


@dataclass(frozen=True)
class Soejle:
    """One area's bar: its name with its place before it, its value, and its hover text."""

    omraade_id: str
    navn: str
    vaerdi: float
    hover: str


def ranking_view(filters: Filters, data: Snapshot) -> View:
    """The areas from high to low, with the chosen one picked out; only on complete data."""
    tal = indicator_values(filters.on(niveau=niveauer.map_level(filters.niveau)), data)
    valgte = niveauer.members(filters.niveau, filters.omraade)
    withheld = tal.withheld
    if not withheld and not tal.komplet:
        withheld = (
            f"Ingen rangliste på disse data: den ville sammenligne det, kilderne tilfældigvis viser. {tal.begrundelse}"
        )
    vises = not withheld and not tal.kendte.empty
    return indicator_view(
        "rangliste",
        tal,
        filters,
        data,
        title=f"{tal.indikator.navn}: " + ("rangliste" if withheld else "fra højest til lavest"),
        figure=_ranking_figure(tal, valgte) if vises else None,
        table=area_table(tal),
        trend=area_trends(tal, data),
        alt=f"Søjler for {tal.indikator.navn} i {len(tal.kendte)} områder, fra højest til lavest."
        if vises
        else saetninger.no_figure(tal, withheld),
        note="" if vises or withheld else saetninger.missing_data(tal),
        withheld=withheld,
    )


def _ranking_figure(tal: Indikatortal, valgte: tuple[str, ...]) -> Aksefigur:
    """Horizontal bars, the highest at the top; a long list is cut, but the chosen areas always stand in it."""
    ordnet = _bars(tal)
    vist = ordnet[:LAENGSTE_RANGLISTE] + [en for en in ordnet[LAENGSTE_RANGLISTE:] if en.omraade_id in valgte]
    decimaler = tal.indikator.decimaler
    soejler = Soejler(
        "",
        steder=tuple(en.navn for en in vist),
        vaerdier=tuple(en.vaerdi for en in vist),
        farve=tuple(farver.MARKERET if en.omraade_id in valgte else farver.LINJE for en in vist),
        hover=tuple(en.hover for en in vist),
        ord=Ord(tuple(dansk.number(en.vaerdi, decimaler) for en in vist), VED_ENDEN, decimaler=decimaler),
        liggende=True,
    )
    return list_of_bars((soejler,), Talakse(dansk.capital(tal.indikator.enhed)), 90 + 24 * len(vist), 40)


@remembered
def _bars(tal: Indikatortal) -> list[Soejle]:
    """Every area with a figure, from high to low. Equal figures share a place, as in the area's own numbers."""
    ordnet = tal.kendte.sort_values(["vaerdi", "navn"], ascending=[False, True])
    plads = ordnet["vaerdi"].rank(method="min", ascending=False).astype(int)
    omraader = niveauer.areas(tal.filters.niveau, tal.filters.struktur)
    hover = hover_texts(tal)
    return [
        Soejle(en, f"{nr}. {omraader[en].kort_navn}", vaerdi, hover[en])
        for en, nr, vaerdi in zip(ordnet["omraade_id"].tolist(), plads, ordnet["vaerdi"].tolist(), strict=True)
    ]
