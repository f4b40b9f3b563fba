"""The map of an indicator: now, of one year, of the regions before and after the reform, and of one area by itself."""

from dataclasses import replace

import pandas as pd

from geo import niveauer
from geo.kortlag import layer
from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.indikatortal import Indikatortal, indicator_values, indicator_years, remembered
from views.faelles.indikatorview import area_lists, area_table, area_trends, indicator_view
from views.faelles.kilder import of_areas, of_years
from views.faelles.view import View
from views.noegletal.kortfigur import area_figure, compared_figure, has_a_map, map_figure
from views.noegletal.titel import map_title
from views.sprog import dansk


def map_view(filters: Filters, data: Snapshot) -> View:
    """The map of the chosen indicator, with its table twin; the chosen area outlined."""
    vist = filters.on(niveau=niveauer.map_level(filters.niveau))
    tal = indicator_values(vist, data)
    tegnes = not tal.withheld and has_a_map(tal, data)
    return indicator_view(
        "kort",
        tal,
        filters,
        data,
        title=map_title(tal, filters),
        figure=map_figure(tal, filters, data) if tegnes else None,
        table=area_table(tal),
        trend=area_trends(tal, filters, data),
        lister=area_lists(tal, data),
        alt=_map_alt(tal) if tegnes else saetninger.no_figure(tal),
        note="" if tegnes or tal.withheld else saetninger.missing_data(tal),
        withheld=tal.withheld,
    )


def area_map_view(filters: Filters, data: Snapshot) -> View:
    """The chosen area by itself, divided into the areas it consists of; a kommune among its neighbours."""
    del_niveau = niveauer.finer_level(filters.niveau)
    vist = filters if filters.niveau == "kommune" else filters.on(niveau=del_niveau, omraade="", sammenlign="")
    tal = indicator_values(vist, data)
    valgte = parts_of(filters)
    kendte = tal.kendte[tal.kendte["omraade_id"].isin(valgte)]
    tegnes = not tal.withheld and not kendte.empty
    dele = niveauer.level(vist.niveau).navn_flertal
    stedet = filters.area_name()
    view = indicator_view(
        "omraadekort",
        tal,
        vist,
        data,
        title=f"{tal.navn} i {stedet}: {dele}",
        figure=area_figure(tal, filters, valgte) if tegnes else None,
        belaeg=of_areas(tal, kendte["omraade_id"], data),
        table=_only(area_table(tal), [niveauer.areas(vist.niveau, vist.struktur)[en].navn for en in valgte]),
        alt=f"Kort over {stedet} med {tal.indikator.navn.lower()} for {len(valgte)} {dele}."
        if tegnes
        else saetninger.no_figure(tal),
        note="" if tegnes or tal.withheld else saetninger.missing_data(tal),
        withheld=tal.withheld,
    )
    daekning = _area_coverage(tal, filters, valgte, indicator_values(filters, data))
    return replace(view, link=filters.link("mit_omraade"), filters=filters, coverage=daekning)


def _area_coverage(tal: Indikatortal, filters: Filters, valgte: list[str], hele: Indikatortal) -> str:
    """For how many parts of the area there is a figure, and what is known for the area but for none of its parts."""
    niveau = niveauer.level(tal.filters.niveau).navn_flertal
    kendte = tal.kendte[tal.kendte["omraade_id"].isin(valgte)]
    ud = f"Kendt for {len(kendte)} af {dansk.quantity(len(valgte), niveau)} på kortet."
    egen = hele.omraader.loc[hele.omraader["omraade_id"] == filters.omraade, "vaerdi"].sum()
    rest = egen - kendte["vaerdi"].sum()
    if filters.niveau != "kommune" and tal.rester["vaerdi"].notna().any() and rest > 0:
        ud += f" Af områdets {tal.value_text(egen)} er {dansk.number(rest, tal.indikator.decimaler)} ikke stedfæstet."
    lag = layer(tal.filters.niveau, tal.filters.struktur)
    if uden := [en for en in valgte if en in lag.kun_i_ramme and len(valgte) > 1]:
        navne = [niveauer.areas(tal.filters.niveau, tal.filters.struktur)[en].navn for en in uden]
        ud += f" {dansk.sentence_list(navne)} er ikke med i udsnittet."
    return ud


def parts_of(filters: Filters) -> list[str]:
    """The areas to colour: those the chosen area consists of, or for a kommune all of its sundhedsråd's."""
    koder = niveauer.areas(filters.niveau, filters.struktur)[filters.omraade].kommunekoder
    if filters.niveau == "kommune":
        raad = niveauer.containing(filters.niveau, filters.omraade, "sundhedsraad", filters.struktur)
        koder = niveauer.areas("sundhedsraad", filters.struktur)[raad].kommunekoder
    dele = niveauer.areas(niveauer.finer_level(filters.niveau), filters.struktur).values()
    return [en.omraade_id for en in dele if set(en.kommunekoder) <= set(koder)]


def _only(tabel: pd.DataFrame, navne: list[str]) -> pd.DataFrame:
    return tabel[tabel["Område"].isin(navne)].reset_index(drop=True) if len(tabel) else tabel


def film_view(filters: Filters, data: Snapshot) -> View:
    """The map of the last year of the period that has one, in the classes of all years, with every year in the table;
    on incomplete data it says what it is."""
    vist = filters.on(niveau=niveauer.map_level(filters.niveau))
    tal = indicator_values(vist, data)
    aar = {} if tal.withheld else indicator_years(vist, data)
    note = "" if tal.komplet else "Kortet viser, hvad kilderne fortæller om året. Et andet år er ikke en udvikling."
    sidste = max(aar, default=None)
    return indicator_view(
        "film",
        tal,
        filters,
        data,
        title=_with_year(map_title(aar[sidste], filters), sidste) if aar else f"{tal.navn} år for år",
        figure=map_figure(aar[sidste], filters, data) if aar else None,
        belaeg=of_years(vist, tal.omraader["omraade_id"], data),
        table=_film_table(tal, aar),
        alt=f"Danmarkskort med {tal.indikator.navn} i {sidste}. Tabellen har også {', '.join(map(str, aar))}."
        if aar
        else saetninger.no_figure(tal),
        note=note if aar or tal.withheld else saetninger.missing_data(tal),
        withheld=tal.withheld,
    )


def compared_map_view(filters: Filters, data: Snapshot) -> View:
    """The regions' map in one structure, in the classes that both structures share: what a number looks like does not
    change with the reform."""
    filters = filters.on(niveau="region", omraade="", sammenlign="")
    view = map_view(filters, data)
    if view.figure is None:
        return replace(view, id="reform_kort")
    strukturer = [indicator_values(filters.on(struktur=en), data) for en in niveauer.structures()]
    tal = indicator_values(filters, data)
    return replace(view, id="reform_kort", figure=compared_figure(tal, tuple(strukturer), data))


def _with_year(titel: str, aar: int) -> str:
    return titel if str(aar) in titel else f"{titel}, {aar}"


def _film_table(tal: Indikatortal, aar: dict[int, Indikatortal]) -> pd.DataFrame:
    return pd.DataFrame(
        {"Område": tal.omraader["navn"]} | {str(navn): en.omraader["vaerdi"] for navn, en in aar.items()}
    )


@remembered
def _map_alt(tal: Indikatortal) -> str:
    if tal.kendte.empty:
        return f"Danmarkskort med {tal.navn}. {saetninger.coverage(tal)}"
    lav, hoej = tal.value_text(tal.kendte["vaerdi"].min()), tal.value_text(tal.kendte["vaerdi"].max())
    return f"Danmarkskort med {tal.navn}: fra {lav} til {hoej}. {saetninger.coverage(tal)}"
