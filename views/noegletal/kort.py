"""The map of an indicator: now, year by year, and of one area by itself."""

from dataclasses import replace

import pandas as pd

from geo import niveauer
from geo.kortlag import close_up, layer, zoom_box
from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.indikatortal import Indikatortal, indicator_values, indicator_years, remembered
from views.faelles.indikatorview import area_name, area_table, area_trends, class_name, hover_texts, indicator_view
from views.faelles.view import View
from views.figur import farver
from views.figur.klasser import Klasser, classify
from views.figur.model import Billede, Klasse, Kort
from views.noegletal.titel import map_title
from views.sprog import dansk


def map_view(filters: Filters, data: Snapshot) -> View:
    """The choropleth of the chosen indicator, with its table twin; enlarged around the chosen area."""
    vist = filters.on(niveau=niveauer.map_level(filters.niveau))
    tal = indicator_values(vist, data)
    tegnes = not tal.withheld and not tal.kendte.empty
    valgte = niveauer.members(filters.niveau, filters.omraade)
    return indicator_view(
        "kort",
        tal,
        filters,
        data,
        title=map_title(tal, filters),
        figure=_map_figure(tal, valgte) if tegnes else None,
        table=area_table(tal),
        trend=area_trends(tal, filters, data),
        alt=_map_alt(tal),
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
    stedet = area_name(filters, filters.omraade)
    view = indicator_view(
        "omraadekort",
        tal,
        vist,
        data,
        title=f"{tal.navn} i {stedet}: {dele}",
        figure=_area_figure(tal, filters, valgte) if tegnes else None,
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
    ud = f"Kendt for {len(kendte)} af {len(valgte)} {niveau} på kortet."
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


def _area_figure(tal: Indikatortal, filters: Filters, valgte: list[str]) -> Kort:
    lag = layer(tal.filters.niveau, tal.filters.struktur)
    kendte = tal.kendte[tal.kendte["omraade_id"].isin(valgte)]
    klasser = classify(kendte["vaerdi"].tolist(), tal.indikator.enhed, tal.indikator.decimaler)
    farvet = [
        replace(klasse, omraade_ids=tuple(en for en in klasse.omraade_ids if en in valgte))
        for klasse in _coloured(tal, klasser)
    ]
    udenfor = Klasse(farver.UDENFOR, "Uden for området", None, tuple(en for en in lag.omraade_ids if en not in valgte))
    navne = niveauer.areas(tal.filters.niveau, tal.filters.struktur)
    # outside the area a name is enough to click by
    hover = {kode: en.navn for kode, en in navne.items()} | {kode: hover_texts(tal)[kode] for kode in valgte}
    return Kort(
        lag,
        (Billede("", tuple(klasse for klasse in (*farvet, udenfor) if klasse.omraade_ids), hover),),
        dansk.capital(klasser.enhed),
        valgte=(filters.omraade,) if filters.niveau == "kommune" else (),
        vaerdier=_values_as_written(kendte, klasser),
        udsnit=zoom_box(lag, valgte),
        navne={en: navne[en].kort_navn for en in valgte},
    )


def film_view(filters: Filters, data: Snapshot) -> View:
    """The map year by year, played in the browser, enlarged around the chosen area. Only years with a figure; on
    incomplete data it says what it is."""
    vist = filters.on(niveau=niveauer.map_level(filters.niveau))
    tal = indicator_values(vist, data)
    aar = {} if tal.withheld else indicator_years(vist, data)
    note = "" if tal.komplet else "Filmen viser, hvad kilderne fortæller om hvert år. Den er ikke en udvikling."
    return indicator_view(
        "film",
        tal,
        filters,
        data,
        title=f"{tal.indikator.navn} år for år på kortet",
        figure=_film_figure(aar, niveauer.members(filters.niveau, filters.omraade)) if aar else None,
        table=_film_table(tal, aar),
        alt=f"Danmarkskort med {tal.indikator.navn} for hvert af årene {', '.join(map(str, aar))}."
        if aar
        else saetninger.no_figure(tal),
        note=note if aar or tal.withheld else saetninger.missing_data(tal),
        withheld=tal.withheld,
    )


def _film_table(tal: Indikatortal, aar: dict[int, Indikatortal]) -> pd.DataFrame:
    return pd.DataFrame(
        {"Område": tal.omraader["navn"]} | {str(navn): en.omraader["vaerdi"] for navn, en in aar.items()}
    )


@remembered
def _map_alt(tal: Indikatortal) -> str:
    if tal.kendte.empty or tal.withheld:
        return saetninger.no_figure(tal)
    lav, hoej = tal.value_text(tal.kendte["vaerdi"].min()), tal.value_text(tal.kendte["vaerdi"].max())
    return f"Danmarkskort med {tal.navn}: fra {lav} til {hoej}. {saetninger.coverage(tal)}"


def _map_figure(tal: Indikatortal, valgte: tuple[str, ...]) -> Kort:
    lag = layer(tal.filters.niveau, tal.filters.struktur)
    return Kort(lag, **_on_the_map(tal), **close_up(lag, valgte))


@remembered
def _on_the_map(tal: Indikatortal) -> dict:
    """What a `Kort` needs to know of the areas, whichever is chosen."""
    klasser = classify(tal.kendte["vaerdi"].tolist(), tal.indikator.enhed, tal.indikator.decimaler)
    return {
        "billeder": (Billede("", tuple(en for en in _coloured(tal, klasser) if en.omraade_ids), hover_texts(tal)),),
        "enhed": dansk.capital(klasser.enhed),
        "vaerdier": _values_as_written(tal.kendte, klasser),
    }


def _values_as_written(kendte: pd.DataFrame, klasser: Klasser) -> dict[str, str]:
    """The values of areas as they stand on the map, by omraade_id."""
    par = zip(kendte["omraade_id"].tolist(), kendte["vaerdi"].tolist(), strict=True)
    return {omraade: dansk.number(klasser.written(vaerdi), klasser.decimaler) for omraade, vaerdi in par}


def _film_figure(aar: dict[int, Indikatortal], valgte: tuple[str, ...]) -> Kort:
    """One picture a year, all with the classes of all years together; enlarged around the chosen areas."""
    tal = next(iter(aar.values()))
    vaerdier = [vaerdi for en in aar.values() for vaerdi in en.kendte["vaerdi"]]
    klasser = classify(vaerdier, tal.indikator.enhed, tal.indikator.decimaler)
    lag = layer(tal.filters.niveau, tal.filters.struktur)
    billeder = tuple(Billede(str(navn), tuple(_coloured(en, klasser)), hover_texts(en)) for navn, en in aar.items())
    return Kort(lag, billeder, dansk.capital(klasser.enhed), **close_up(lag, valgte))


def _coloured(tal: Indikatortal, klasser: Klasser) -> list[Klasse]:
    """The areas by class, and last those without a figure; a class may be empty."""
    medlemmer: list[list[str]] = [[] for _ in klasser.graenser]
    uden_tal = []
    for omraade, vaerdi in zip(tal.omraader["omraade_id"].tolist(), tal.omraader["vaerdi"].tolist(), strict=True):
        nummer = klasser.class_of(vaerdi)
        (uden_tal if nummer is None else medlemmer[nummer]).append(omraade)
    # few classes are spread over the whole ramp, so that they are told apart
    trin = [round(nr * 4 / max(len(medlemmer) - 1, 1)) for nr in range(len(medlemmer))]
    return [
        Klasse(farver.SEKVENTIEL[nr], class_name(tal, graense) or etiket, farver.TEKST_PAA[nr], tuple(omraader))
        for nr, graense, etiket, omraader in zip(trin, klasser.graenser, klasser.etiketter, medlemmer, strict=True)
    ] + [Klasse(farver.INGEN_DATA, dansk.capital(dansk.INGEN_DATA), None, tuple(uden_tal))]
