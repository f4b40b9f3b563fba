"""The state of the data: how new, how complete, what they lack, and every source."""

from dataclasses import replace
from datetime import date

import pandas as pd

from geo.former import active_basemap
from queries import kvalitet
from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.view import Kilde, View
from views.sprog import dansk, ord
from views.sprog.markdown import Markdown, bold, plain

SIDE = "data_og_kilder"
FLEST_POSTER = 12
LICENSER = (
    "- **Folketal, fremskrivning og areal**: Danmarks Statistik, CC BY 4.0. Christiansø er ikke en kommune og er ikke "
    "med i folketallene. Aldersgrupperne for 2016-2019 og 2021-2025 er afskrevet efter en kopi og kun prøvet for jævn "
    "udvikling; alle folketal, og alderen i 2026, er efterregnet.\n"
    "- **Kontakt til almen læge**: andelen er beregnet efter Danmarks Statistiks SYGP1 og FOLK1A, af en "
    "tredjepart, til den hentes; tallene bag er CC BY 4.0.\n"
    "- **Kort**: det generaliserede kort er tegnet efter npm-pakken react-denmark-map (MIT). Indlæses de officielle "
    "grænser, er kilden Klimadatastyrelsen, Danmarks Administrative Geografiske Inddeling (DAGI), CC BY 4.0.\n"
    "- **Offentlige registre**: sammenstillet af de kilder, der er nævnt ved hver post; tallene er kildernes.\n"
    "- **Eksempeldata**: opdigtede; må bruges frit, aldrig som tal.\n"
    "- **Egne data**: sekretariatets; de forlader ikke maskinen.\n"
    "- **Programmet**: MIT-licens."
)


def state_view(filters: Filters, data: Snapshot) -> View:
    """How new each register of the dataset is, how many rows and sources it has, and whether it is complete."""
    registre = kvalitet.as_of(filters.datasaet, data)
    tabel = pd.DataFrame(
        {
            "Register": registre["navn"],
            "Poster": registre["poster"],
            "Nyeste oplysning": registre["nyeste_dato"],
            "Nyeste kilde": registre["nyeste_kilde"],
            "Kilder": registre["kilder"],
            "Fuldstændigt": [_completeness(post) for post in registre.itertuples()],
            "Begrundelse": registre["begrundelse"],
        }
    )
    poster = dansk.counted(registre["poster"].sum(), "post", "poster")
    nyeste = max(registre["nyeste_dato"].dropna(), default="")
    return _view(
        "data_stand",
        filters,
        title=f"{dansk.counted(len(tabel), 'register', 'registre')}, {poster}" if len(tabel) else "Ingen data",
        table=tabel,
        alt=f"Tabel med {len(tabel)} registre.",
        definition="Nyeste oplysning er den nyeste dato, en post handler om; nyeste kilde er, hvornår den seneste "
        "kilde er udgivet. Kun fuldstændige registre giver andele, ranglister og sammenligninger.",
        as_of=dansk.day(nyeste) if nyeste else "udateret",
        decimals={"Poster": 0, "Kilder": 0},
        date_columns=("Nyeste oplysning", "Nyeste kilde"),
        text=Markdown(f"Datasættet {bold(ord.DATASAET[filters.datasaet])}."),
        note="Datasættet er tomt." if tabel.empty else "",
        missing="–",
    )


def quality_view(filters: Filters, data: Snapshot) -> View:
    """What the dataset does not say though it could."""
    fund = kvalitet.quality_findings(filters.datasaet, filters.i_dag, data)
    poster = fund["Poster"].str.split(", ")
    fund["Poster"] = [_first_few(en) for en in poster]
    return _view(
        "data_kvalitet",
        filters,
        title=f"Det mangler: {dansk.counted(len(fund), 'slags oplysning', 'slags oplysninger')}"
        if len(fund)
        else "Der mangler ingen oplysninger",
        table=fund,
        alt=f"Tabel med {len(fund)} fund.",
        definition="Det, registrene kunne fortælle, men ikke gør: manglende udfald, steder, beløb og datoer. En post "
        "kan stå flere gange.",
        as_of=dansk.day(filters.i_dag.isoformat()),
        decimals={"Antal": 0},
        text=plain("Hver linje er en opgave for den, der fører registrene."),
        note="" if len(fund) else "Alle poster har udfald, sted, beløb og dato.",
    )


def sources_view(filters: Filters, data: Snapshot) -> View:
    """Every source that the dataset's figures rest on, with its link."""
    kilder = kvalitet.sources_used(filters.datasaet, data)
    return _view(
        "data_kilder",
        filters,
        title=f"{dansk.counted(len(kilder), 'kilde', 'kilder')} bag tallene",
        table=kilder,
        alt=f"Tabel med {dansk.counted(len(kilder), 'kilde', 'kilder')}.",
        definition="De kilder, datasættets tal hviler på. Kilderne til geografi og folketal er de samme for alle "
        "datasæt og står under licenserne.",
        as_of=dansk.day(max(kilder["Dato"].dropna(), default="")),
        text=plain("Søg i tabellen med forstørrelsesglasset i dens hjørne."),
        link_column=next((en for en in kilder if kilder[en].astype(str).str.startswith("http").any()), ""),
        missing="–",
    )


def fetches_view(filters: Filters, data: Snapshot) -> View:
    """The official sources that a command fetches: when each was fetched last, what its figures are about, when new
    ones are to be expected, and how to fetch them."""
    hentninger = kvalitet.fetches(data).astype(object)
    kort = active_basemap()
    er_kort = hentninger["tabel"] == "kort"
    hentninger.loc[er_kort, "tal_fra"] = kort.aargang if kort.er_officiel and kort.aargang.isdigit() else ""
    hentninger.loc[er_kort, "hentet"] = kort.hentet or None
    tabel = pd.DataFrame(
        {
            "Kilde": hentninger["navn"],
            "Sidst hentet": [None if pd.isna(en) else en for en in hentninger["hentet"]],
            "Tallene er fra": [en or None for en in hentninger["tal_fra"]],
            "Nye tal ventes": [_expected(post, filters.i_dag) for post in hentninger.itertuples()],
            "Udgives": hentninger["udgives"],
            "Hentes med": hentninger["kommando"],
            "Udgiver": hentninger["udgiver"],
            "Licens": hentninger["licens"],
            "Adresse": hentninger["url"],
        }
    )
    hentede = int(tabel["Sidst hentet"].notna().sum())
    antal = dansk.counted(len(tabel), "officiel kilde", "officielle kilder")
    view = _view(
        "data_hentninger",
        filters,
        title=f"{antal} kan hentes; {hentede or 'ingen'} er hentet",
        table=tabel,
        alt=f"Tabel med {len(tabel)} officielle kilder.",
        definition="Officielle tal hentes med en kommando på maskinen, aldrig af siden selv. Er en kilde ikke hentet, "
        "siger kilderne ved tallene, hvilken kopi de er skrevet af fra.",
        as_of=dansk.day(filters.i_dag.isoformat()),
        date_columns=("Sidst hentet", "Tallene er fra"),
        link_column="Adresse",
        text=plain(
            "Kommandoerne skrives på den maskine, dashboardet kører på. De spørger, før de ændrer noget. Tal fra en "
            "kilde, der ikke er hentet, er skrevet af fra en offentliggjort kopi."
        ),
        missing="–",
    )
    # real sources, whichever dataset is shown
    return replace(view, subtitle="Officielle kilder, de samme for alle datasæt")


def _expected(post, i_dag: date) -> str | None:
    """When new figures are to be expected, None when nobody says; that they can be there already is said."""
    if not post.tal_fra:
        return "kan hentes nu"
    if pd.isna(post.aar_efter):
        return None
    aar = int(post.tal_fra[:4]) + int(post.aar_efter)
    if pd.isna(post.maaned):
        hvornaar, begynder = f"i løbet af {aar}", date(aar, 1, 1)
    else:
        begynder = date(aar, int(post.maaned), 1)
        hvornaar = dansk.day(f"{aar}-{int(post.maaned):02d}")
    return f"{hvornaar}; kan være ude" if begynder <= i_dag else hvornaar


def _view(id_: str, filters: Filters, **dele) -> View:
    return View(
        id=id_,
        subtitle=dansk.capital(saetninger.dataset(filters)),
        figure=None,
        sources=(Kilde("Databasen", "Lægedækningsdashboardet", dansk.day(filters.i_dag.isoformat()), ""),),
        link=filters.link(SIDE),
        filters=filters,
        **dele,
    )


def _completeness(post) -> str:
    if not post.komplet:
        return "nej"
    if pd.isna(post.komplet_fra):
        return "ja"
    return f"ja, {post.komplet_fra}-{post.komplet_til}"


def _first_few(poster: list[str]) -> str:
    flere = len(poster) - FLEST_POSTER
    return ", ".join(poster[:FLEST_POSTER]) + (f" og {flere} mere" if flere > 0 else "")
