"""The areas of a level from high to low."""

from dataclasses import dataclass

from geo import niveauer
from queries.database import Snapshot
from views.faelles import paastand, saetninger
from views.faelles.filtre import Filters
from views.faelles.indikatortal import Indikatortal, indicator_values, remembered
from views.faelles.indikatorview import area_lists, area_table, area_trends, hover_texts, indicator_view
from views.faelles.view import View
from views.figur import farver
from views.figur.model import PROGNOSE, VED_ENDEN, Aksefigur, Ord, Soejler, Talakse
from views.figur.ramme import list_of_bars
from views.noegletal.titel import place_text
from views.sprog import dansk

LAENGSTE_RANGLISTE = 20
UDEN_STED = "Ikke stedfæstet"


@dataclass(frozen=True)
class Soejle:
    """One area's bar: its name with its place before it, its value, and its hover text; omraade_id "" for what no area
    holds."""

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
        title=f"{tal.navn}: " + ("rangliste" if withheld else "fra højest til lavest"),
        figure=_ranking_figure(tal, valgte) if vises else None,
        table=area_table(tal),
        trend=area_trends(tal, filters, data),
        lister=area_lists(tal, data),
        alt=f"Søjler for {tal.navn} i {dansk.quantity(len(tal.kendte), 'områder')}, fra højest til lavest."
        if vises
        else saetninger.no_figure(tal, withheld),
        note=_note(tal) if vises else "" if withheld else saetninger.missing_data(tal),
        withheld=withheld,
    )


def area_of_bar(filters: Filters, navn: str, data: Snapshot) -> str:
    """The omraade_id of a bar by its name in the ranking; "" for what no area holds."""
    tal = indicator_values(filters.on(niveau=niveauer.map_level(filters.niveau)), data)
    return next((en.omraade_id for en in _bars(tal) if en.navn == navn), "")


def _ranking_figure(tal: Indikatortal, valgte: tuple[str, ...]) -> Aksefigur:
    """Horizontal bars, the highest at the top, hatched where they are expected; a long list is cut, but the chosen
    areas always stand in it."""
    ordnet = _bars(tal)
    altid, ventet = (*valgte, ""), tal.indikator.register == "fremskrivning"
    vist = ordnet[:LAENGSTE_RANGLISTE] + [en for en in ordnet[LAENGSTE_RANGLISTE:] if en.omraade_id in altid]
    decimaler = tal.indikator.decimaler
    soejler = Soejler(
        "",
        steder=tuple(en.navn for en in vist),
        vaerdier=tuple(en.vaerdi for en in vist),
        farve=tuple(_colour(en, valgte) for en in vist),
        hover=tuple(en.hover for en in vist),
        ord=Ord(tuple(dansk.number(en.vaerdi, decimaler) for en in vist), VED_ENDEN, decimaler=decimaler),
        liggende=True,
        skraveret=PROGNOSE if ventet else "",
    )
    enhed = Talakse(dansk.capital(tal.indikator.enhed))
    return list_of_bars((soejler,), enhed, 90 + 24 * len(vist), 40, prognose=ventet)


def _colour(soejle: Soejle, valgte: tuple[str, ...]) -> str:
    if not soejle.omraade_id:
        return farver.REFERENCE
    return farver.MARKERET if soejle.omraade_id in valgte else farver.LINJE


def _note(tal: Indikatortal) -> str:
    """That the list is cut, and why the areas have no numbers before their names, where they might be expected."""
    return " ".join(filter(None, [_cut(tal), _unnumbered(tal)]))


def _cut(tal: Indikatortal) -> str:
    if len(tal.kendte) <= LAENGSTE_RANGLISTE:
        return ""
    niveau = niveauer.level(tal.filters.niveau).navn_flertal
    return f"De første {LAENGSTE_RANGLISTE} af {len(tal.kendte)} {niveau}; alle står i tabellen."


def _unnumbered(tal: Indikatortal) -> str:
    if not tal.indikator.er_forhold:
        return "Et antal siger mest om, hvor stort området er; derfor er områderne ikke nummereret."
    if tal.andel_ikke_placeret <= paastand.MEST_IKKE_PLACERET:
        return ""
    andel = dansk.number(100 * tal.andel_ikke_placeret)
    return f"{andel} pct. af det, der tælles, er ikke stedfæstet og kunne vende rækkefølgen; derfor ingen numre."


@remembered
def _bars(tal: Indikatortal) -> list[Soejle]:
    """Every area with a figure, from high to low. A rate has its place before the name, and equal figures share one;
    of a count, what no area holds stands last."""
    ordnet = tal.kendte.sort_values(["vaerdi", "navn"], ascending=[False, True])
    vaerdier = ordnet["vaerdi"].tolist()
    navne = [niveauer.areas(tal.filters.niveau, tal.filters.struktur)[en].kort_navn for en in ordnet["omraade_id"]]
    if tal.indikator.er_forhold and place_text(tal, vaerdier[0]):
        plads = ordnet["vaerdi"].round(tal.indikator.decimaler).rank(method="min", ascending=False).astype(int)
        navne = [f"{nr}. {navn}" for nr, navn in zip(plads, navne, strict=True)]
    hover = hover_texts(tal)
    soejler = [
        Soejle(en, navn, vaerdi, hover[en])
        for en, navn, vaerdi in zip(ordnet["omraade_id"].tolist(), navne, vaerdier, strict=True)
    ]
    if not tal.indikator.er_forhold and tal.ikke_placeret:
        tekst = f"{UDEN_STED}<br>{tal.value_text(tal.ikke_placeret)}"
        soejler.append(Soejle("", UDEN_STED, tal.ikke_placeret, tekst))
    return soejler
