"""The regions before and after 1 January 2027: who goes where, and what each register looks like on either side."""

from datetime import date

import pandas as pd

import queries
from geo import niveauer
from geo.kortlag import layer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.faelles.kilder import as_sources, joined, of_areas
from views.faelles.view import View
from views.figur import farver
from views.figur.model import Klasse, Kort
from views.sprog import dansk, ord
from views.sprog.markdown import Markdown, bold, plain

SIDE = "reformen"
SIKKERHED = {
    "verificeret": "Sikker",
    "verificeret_konflikt": "En kilde siger noget andet",
    "en_kilde": "Kun én kilde",
}
# Counts that add up; the figures of the two old regions together are those of the new one.
OPTALTE = (
    "indbyggere",
    "indbyggere_80plus",
    "udbudte_ydernumre",
    "udbudte_kapaciteter",
    "udbudte_klinikker",
    "udbudsrunder",
    "kendte_udbudsklinikker",
    "kendte_regionsklinikker",
    "hu_opslaaet",
    "hu_besat",
    "pulje_projekter",
    "pulje_beloeb",
)
FOER, EFTER = niveauer.STRUKTURER


def introduction(i_dag: date) -> str:
    """What the reform is, in the tense of the day."""
    bliver = becomes(i_dag)
    ved_med = "bliver ved med at bestå" if bliver == "bliver" else "består stadig"
    return (
        f"Den {_first_day()} {bliver} fem regioner til fire: Region Hovedstaden og Region Sjælland {bliver} Region "
        f"Østdanmark. Sundhedsrådene {ved_med} af de samme kommuner, så alle tal kan læses både før og efter."
    )


def becomes(i_dag: date) -> str:
    """ "bliver" until the day the new regions are in force, and "blev" from then on."""
    return "bliver" if i_dag < niveauer.structures()[EFTER].gyldig_fra else "blev"


def members_view(filters: Filters, data: Snapshot) -> View:
    """The sundhedsråd by new region on the map, and with their kommuner in the table."""
    alle = queries.health_councils_by_region(data)
    nye = alle[alle["struktur"] == EFTER]
    gamle = alle[alle["struktur"] == FOER].set_index("sundhedsraad_id")["region"]
    regioner = list(dict.fromkeys(nye["region"]))
    samlet, bliver = _gathered(), becomes(filters.i_dag)
    kilder = as_sources(nye.drop_duplicates("kilde").rename(columns={"kilde": "titel"}))
    return View(
        id="reform_omraader",
        title=f"{len(nye)} sundhedsråd i {dansk.quantity(len(regioner), 'regioner')} fra {_first_day()}",
        subtitle=niveauer.structures()[EFTER].navn,
        figure=_members_figure(nye, regioner),
        table=pd.DataFrame(
            {
                "Region fra 2027": nye["region"],
                "Region til 2026": nye["sundhedsraad_id"].map(gamle),
                "Sundhedsråd": nye["sundhedsraad"],
                "Kommuner": nye["kommunenavne"],
                "Indbyggere": nye["indbyggere"],
            }
        ).reset_index(drop=True),
        alt=f"Danmarkskort med de {len(nye)} sundhedsråd farvet efter region fra {_first_day()}: "
        f"{dansk.sentence_list(regioner)}.",
        definition="Et sundhedsråd dækker hele kommuner. En region fra 2027 består af hele sundhedsråd. Indbyggere er "
        f"talt {dansk.day(nye['folketal_dato'].max())}.",
        sources=kilder,
        as_of=dansk.day(nye["dato"].dropna().max()),
        coverage=" ".join(f"{dansk.sentence_list(gamle_)} {bliver} {ny}." for ny, gamle_ in samlet.items()),
        geography=layer("sundhedsraad").grundlag.navn,
        link=filters.link(SIDE),
        filters=filters,
        decimals={"Indbyggere": 0},
    )


def before_after_view(filters: Filters, data: Snapshot) -> View:
    """Each register's counts in the old regions that are gathered, added up, and in the new region; they agree."""
    linjer, belaeg = [], []
    gamle = {navn for navne in _gathered().values() for navn in navne}
    for navn in OPTALTE:
        foer = indicator_values(filters.on(niveau="region", struktur=FOER, indikator=navn), data)
        efter = indicator_values(filters.on(niveau="region", struktur=EFTER, indikator=navn), data)
        regioner = [kode for kode, en in niveauer.areas("region", FOER).items() if en.navn in gamle]
        belaeg.append(of_areas(foer, regioner, data))
        linjer += [_compared(foer, efter, ny, gamle) for ny, gamle in _gathered().items()]
    tabel, samlet = pd.DataFrame([en for en in linjer if en]), joined(belaeg)
    return View(
        id="reform_foer_efter",
        title="Samme tal før og efter: intet tælles to gange, intet falder ud",
        subtitle=f"{dansk.capital(dansk.period(filters.fra, filters.til))} · {_dataset(filters)}",
        figure=None,
        table=tabel,
        alt=f"Tabel med {dansk.quantity(len(tabel), 'optællinger')} før og efter reformen.",
        definition="De gamle regioners tal er lagt sammen. Det, der kun er kendt for en hel gammel region, hører med i "
        "den nye. Forholdstal lægges ikke sammen og står derfor ikke her.",
        sources=samlet.kilder,
        as_of=samlet.opgjort,
        coverage="Et tal, som ingen kilde giver, står som »ingen data« og er ikke nul.",
        link=filters.link(SIDE),
        filters=filters,
        text=plain("De andre regioner går uændrede videre." if len(tabel) else ""),
        note="" if len(tabel) else "Ingen optællinger i perioden. Vælg en længere periode.",
    )


def uncertain_view(filters: Filters, data: Snapshot) -> View:
    """The kommuner whose sundhedsråd a source contradicts, or only one source tells."""
    ramme = queries.uncertain_placements(data)
    pr_kommune = ramme.groupby("kommune", sort=False)
    saetninger = [
        f"- {bold(kommune)} står i {plain(post['sundhedsraad'].iloc[0])}. {SIKKERHED[post['sikkerhed'].iloc[0]]}."
        for kommune, post in pr_kommune
    ]
    return View(
        id="reform_usikre",
        title=f"{dansk.quantity(len(saetninger), 'kommuner')}, hvis sundhedsråd ikke er helt sikkert",
        subtitle="Den fulde liste i loven er ikke set af os; alle andre placeringer bekræftes af flere kilder",
        figure=None,
        table=pd.DataFrame(
            {
                "Kommune": ramme["kommune"],
                "Sundhedsråd": ramme["sundhedsraad"],
                "Sikkerhed": ramme["sikkerhed"].map(SIKKERHED),
                "Kilde": ramme["titel"],
                "Udgiver": ramme["udgiver"],
                "Adresse": ramme["url"],
            }
        ),
        alt="Ingen figur: en liste over kommuner.",
        definition="En placering er usikker, når en kilde siger noget andet end de øvrige, eller når kun én kilde "
        "fortæller om den.",
        sources=as_sources(ramme.drop_duplicates("titel")),
        as_of=dansk.day(ramme["dato"].dropna().max()),
        coverage=f"{len(niveauer.areas('kommune')) - len(saetninger)} af "
        f"{dansk.quantity(len(niveauer.areas('kommune')), 'kommuner')} er "
        "placeret ens af alle kilder.",
        link=filters.link(SIDE),
        filters=filters,
        text=Markdown("\n".join(saetninger)),
        note="" if saetninger else "Alle placeringer er sikre.",
        link_column="Adresse",
    )


def _gathered() -> dict[str, list[str]]:
    """New regions that are made of several old ones, by name: {"Region Østdanmark": ["Region Hovedstaden", ...]}."""
    ud: dict[str, list[str]] = {}
    for kode, gammel in niveauer.areas("region", FOER).items():
        ny = niveauer.containing("region", kode, "region", FOER, EFTER)
        ud.setdefault(niveauer.areas("region", EFTER)[ny].navn, []).append(gammel.navn)
    return {ny: gamle for ny, gamle in ud.items() if len(gamle) > 1}


def _compared(foer, efter, ny: str, gamle: list[str]) -> dict[str, str | float | None] | None:
    """A row: the indicator and its unit, each old region, their sum, and the new one."""
    gamle_tal = [foer.omraader.loc[foer.omraader["navn"] == navn, "vaerdi"].iloc[0] for navn in gamle]
    nyt_tal = efter.omraader.loc[efter.omraader["navn"] == ny, "vaerdi"].iloc[0]
    kendte = [en for en in gamle_tal if en == en]
    if not kendte and nyt_tal != nyt_tal:
        return None
    samlet = sum(kendte) if kendte else float("nan")
    tal = {**dict(zip(gamle, gamle_tal, strict=True)), "Lagt sammen": samlet, ny: nyt_tal}
    decimaler = foer.indikator.decimaler
    return {"Nøgletal": foer.navn, "Enhed": foer.indikator.enhed} | {
        navn: None if en != en else round(float(en), decimaler) for navn, en in tal.items()
    }


def _members_figure(nye: pd.DataFrame, regioner: list[str]) -> Kort:
    medlemmer = {region: tuple(nye.loc[nye["region"] == region, "sundhedsraad_id"].tolist()) for region in regioner}
    klasser = tuple(
        Klasse(farve, region, farver.REGIONSORD, ids)
        for farve, (region, ids) in zip(farver.REGIONER[: len(medlemmer)], medlemmer.items(), strict=True)
    )
    hover = {
        post.sundhedsraad_id: f"{post.sundhedsraad}<br>{post.region}<br>{dansk.quantity(post.kommuner, 'kommuner')}"
        for post in nye.itertuples()
    }
    return Kort(layer("sundhedsraad"), klasser, hover, "Region", graenser=layer("region", EFTER))


def _first_day() -> str:
    return dansk.day(niveauer.structures()[EFTER].gyldig_fra.isoformat())


def _dataset(filters: Filters) -> str:
    return ord.EKSEMPEL_ADVARSEL if filters.datasaet == "eksempel" else ord.DATASAET[filters.datasaet].lower()
