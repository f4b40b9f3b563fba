"""Siden sidst: what came and what changed since a day, such as the last assembly, in numbers and one by one.

What was corrected is listed in siden_rettet.py."""

from datetime import date

import pandas as pd

import queries
from geo import niveauer
from queries import siden
from queries.database import Snapshot
from queries.periode import first_day
from queries.rettelser import Rettet, corrections_since
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.indikatortal import RESTER
from views.faelles.kilder import as_sources
from views.faelles.koder import FOERSTE_DAG
from views.faelles.view import Kilde, View
from views.omraade import moeder
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, plain

SIDE = "siden_sidst"
EGNE = "egne"
EGNE_UDGIVER = "PLO's sekretariat"
ARTER = {
    "udbud": "Opslag og genopslag",
    "status": "Ny status i udbud",
    "klinik": "Klinikker åbnet, overtaget eller ophørt",
    "pulje": "Puljeprojekter",
    "tiltag": "Rekrutteringstiltag begyndt",
    "hu_forloeb": "HU-forløb",
}
# The headings of the numbers by area; the lines above them say it in full.
KOLONNENAVNE = ARTER | {"klinik": "Klinikker", "tiltag": "Tiltag"}
IKKE_FORDELT = {ARTER["hu_forloeb"]: "(har områder for sig og står ikke i tabellen)"}
ENHEDER = {
    "ydernummer": ("ydernummer", "ydernumre"),
    "kapacitet": ("lægekapacitet", "lægekapaciteter"),
    "klinik": ("klinik", "klinikker"),
    "ansoeger": ("ansøger", "ansøgere"),
    "projekt": ("projekt", "projekter"),
    "tiltag": ("tiltag", "tiltag"),
    "forloeb": ("forløb", "forløb"),
}
RESTNAVNE = dict(zip(RESTER, ("Ikke stedfæstet", "Dækker flere områder"), strict=True))
# Of a chosen area: what is known for all of it and not for one of its parts.
REST_AF_OMRAADE = "Større område eller flere områder"
RETTELSER = "Rettelser"
DEFINITION = (
    "Alt, som kilderne daterer til dagen eller senere. Er kun måneden eller året kendt, tæller den første dag i det; "
    "det, der måske er sket senere i samme måned eller år, er nævnt for sig."
)


def day_of(filters: Filters, data: Snapshot) -> date:
    """The day to look back to: the chosen one, else the last meeting of PLO's assembly."""
    if filters.siden:
        return date.fromisoformat(filters.siden)
    return moeder.last_meeting(moeder.STANDARD, filters.i_dag, data)


def newest_news(filters: Filters, data: Snapshot) -> str:
    """The last date, as precise as its source and before the day that is looked back to, of which anything is told of
    the chosen area; "" while the page has something to show, or where there is nothing at all."""
    if not _events(filters, data)["er_usikker"].all():
        return ""
    alle = siden.events_since(filters.datasaet, filters.niveau, filters.struktur, filters.omraade, FOERSTE_DAG, data)
    return max(alle.loc[~alle["er_usikker"], "dato"], key=first_day, default="")


def introduction(filters: Filters, data: Snapshot) -> Markdown:
    """What is looked back to, and when it is a meeting, who says when that was."""
    moede = moeder.meeting_on(day_of(filters, data), filters.i_dag, data) if filters.dag else None
    if moede is None:
        return plain(f"Alt, som kilderne daterer til {day_text(filters, data)} eller senere.")
    return moeder.told_of(moede, filters.i_dag, data)


def in_numbers(filters: Filters, data: Snapshot) -> View:
    """How much came and changed and was corrected, by kind and by the parts of the chosen area (or of the country)."""
    alle = _events(filters, data)
    sikre = alle[~alle["er_usikker"]]
    rettet = corrected(filters, data)
    # without two versions to compare it is not known, which is not the same as none
    rettelser = len(rettet.her) if rettet and rettet.er_kendt else None
    raekker = _by_area(filters, rettelser, data)
    antal = {navn: int((sikre["art"] == art).sum()) for art, navn in ARTER.items()}
    if rettelser is not None:
        antal[RETTELSER] = rettelser
    linjer = [
        f"- {bold(navn)}: {dansk.number(en)} {plain(IKKE_FORDELT.get(navn, ''))}".rstrip()
        for navn, en in antal.items()
        if en
    ]
    dag, sted = day_text(filters, data), place(filters)
    return _event_view(
        "siden_tal",
        filters,
        data,
        alle,
        rettet if rettelser else None,
        title=f"{_what(len(sikre), rettelser or 0)} siden {dag}: {sted}",
        table=raekker,
        alt="; ".join(f"{navn}: {en}" for navn, en in antal.items()),
        text=Markdown("\n".join(linjer)),
        note=""
        if len(raekker)
        else "Der er kun HU-forløb. De står på listen herunder og deles ikke på områder."
        if linjer
        else _nothing(filters, data),
        decimals=dict.fromkeys(raekker.columns[1:], 0),
    )


def _nothing(filters: Filters, data: Snapshot) -> str:
    """That nobody tells of anything, and of what they told last."""
    seneste = newest_news(filters, data)
    if seneste:
        videre = f"Det seneste, vi kender, er dateret {dansk.day(seneste)}."
    else:
        videre = "Vælg et større område; her er intet dateret." if filters.omraade else "Intet er dateret."
    return f"Ingen kilde daterer noget for {place(filters)} til {day_text(filters, data)} eller senere. {videre}"


def one_by_one(filters: Filters, data: Snapshot) -> View:
    """Everything that came and changed, the newest first, each with its source."""
    alle = _events(filters, data)
    sikre = alle[~alle["er_usikker"]]
    tabel = pd.DataFrame(
        {
            "Dato": sikre["dato"],
            "Hvad": [ARTER[art] for art in sikre["art"]],
            "Sted": sikre["sted"],
            "Nyt": [_capital_with_letters(en) for en in sikre["hvad"]],
            "Antal": list(map(_amount, sikre["antal"].tolist(), sikre["enhed"].tolist())),
            "Kilde": sikre["url"].where(sikre["url"].notna(), None),
        }
    ).reset_index(drop=True)
    return _event_view(
        "siden_liste",
        filters,
        data,
        alle,
        title=f"Det er sket siden {day_text(filters, data)}: {place(filters)}",
        table=tabel,
        alt=f"Tabel med {dansk.quantity(len(tabel), 'hændelser')}.",
        text=plain(f"{_count(len(tabel))}{', de nyeste først' if len(tabel) > 1 else ''}." if len(tabel) else ""),
        note=""
        if len(tabel)
        else f"Ingen hændelser. Vælg en tidligere dag{' eller et større område' * bool(filters.omraade)}.",
        date_columns=("Dato",),
        link_column="Kilde",
        missing="–",
    )


def version_sources(rettet: Rettet | None) -> tuple[Kilde, ...]:
    """The two versions that were compared, as one source: neither says by itself what was corrected."""
    if not rettet or not rettet.er_kendt:
        return ()
    titel = f"Egne data, version {rettet.til.nr}, sammenlignet med version {rettet.fra.nr}"
    return (Kilde(titel, EGNE_UDGIVER, dansk.day(rettet.til.tid[:10]), ""),)


def _event_view(
    id_: str, filters: Filters, data: Snapshot, alle: pd.DataFrame, rettet: Rettet | None = None, **dele
) -> View:
    """`rettet`: what else the view tells of, so that its versions are sources too."""
    kilder = alle.drop_duplicates("kilde_id").drop(columns="dato").rename(columns={"kilde_dato": "dato"})
    usikre = int(alle["er_usikker"].sum())
    dage = [*alle["dato"].unique(), *([rettet.til.tid[:10]] if rettet else [])]
    forbehold = (
        f"{_count(usikre)} er ikke med: kilden giver kun måneden eller året, og det begyndte før dagen. "
        if usikre
        else ""
    )
    return since_view(
        id_,
        filters,
        definition=DEFINITION,
        sources=as_sources(kilder) + version_sources(rettet),
        as_of=dansk.day(max(dage, key=first_day, default=None)),
        coverage=forbehold + "Hændelser uden dato kan ikke være med. " + _completeness(filters, data),
        **dele,
    )


def since_view(id_: str, filters: Filters, **dele) -> View:
    """A View of this page: a table, of the chosen area, in the chosen dataset."""
    return View(
        id=id_,
        subtitle=f"{dansk.capital(place(filters))} · {saetninger.dataset(filters)}",
        figure=None,
        link=filters.link(SIDE),
        filters=filters,
        **dele,
    )


def _completeness(filters: Filters, data: Snapshot) -> str:
    komplet, begrundelse = queries.is_complete(filters.datasaet, "udbud", filters.niveau, data=data)
    return "" if komplet else f"Listen er det, kilderne viser. {begrundelse}"


def _events(filters: Filters, data: Snapshot) -> pd.DataFrame:
    return siden.events_since(
        filters.datasaet, filters.niveau, filters.struktur, filters.omraade, day_of(filters, data), data
    )


def corrected(filters: Filters, data: Snapshot) -> Rettet | None:
    """What was corrected for the chosen area; None for datasets of which no earlier versions are kept."""
    if filters.datasaet != EGNE:
        return None
    return corrections_since(day_of(filters, data), filters.niveau, filters.struktur, filters.omraade, data)


def _by_area(filters: Filters, rettelser: int | None, data: Snapshot) -> pd.DataFrame:
    """A row for each part of the chosen area (of the level, for the country), and what stands in none or in several of
    them: the rows sum to the figures of the area. `rettelser`: those of the whole area, None when not known."""
    niveau = niveauer.finer_level(filters.niveau) if filters.omraade else filters.niveau
    omraader = niveauer.areas(niveau, filters.struktur)
    if filters.omraade:
        koder = set(niveauer.areas(filters.niveau, filters.struktur)[filters.omraade].kommunekoder)
        valgte = [kode for kode, en in omraader.items() if set(en.kommunekoder) <= koder]
    else:
        valgte = [*omraader, *RESTER]
    alle = data.once(_counted, filters.datasaet, niveau, filters.struktur, day_of(filters, data))
    tabel = alle.reindex(valgte).fillna(0).astype("Int64")
    i_alt = _events(filters, data)
    i_alt = i_alt.loc[~i_alt["er_usikker"], "art"].map(KOLONNENAVNE).value_counts()
    if rettelser is not None:
        dele = corrected(filters.on(niveau=niveau, omraade=""), data).her["omraade_id"].value_counts()
        tabel[RETTELSER] = dele.reindex(valgte).fillna(0).astype("Int64")
        i_alt[RETTELSER] = rettelser
    navne = {kode: en.navn for kode, en in omraader.items()} | RESTNAVNE
    if filters.omraade:
        tabel.loc[RESTER[0]] = i_alt.reindex(tabel.columns).fillna(0).astype("Int64") - tabel.sum()
        navne[RESTER[0]] = REST_AF_OMRAADE
    tabel.insert(0, "Område", [navne[kode] for kode in tabel.index])
    return tabel[(tabel.drop(columns="Område").sum(axis=1) > 0)].reset_index(drop=True)


def _counted(datasaet: str, niveau: str, struktur: str, dag: date, data: Snapshot) -> pd.DataFrame:
    """Number of events by omraade_id (index) and kind; HU-forløb are known by their own areas, and are left out."""
    alle = siden.events_since(datasaet, niveau, struktur, "", dag, data)
    alle = alle[~alle["er_usikker"] & (alle["art"] != "hu_forloeb")]
    sted = alle["omraade_id"].where(alle["omraade_id"].notna(), RESTER[0])
    tabel = pd.crosstab(sted, alle["art"])
    arter = [art for art in ARTER if art != "hu_forloeb"]
    return tabel.reindex(columns=arter, fill_value=0).set_axis([KOLONNENAVNE[en] for en in arter], axis=1)


def _capital_with_letters(hvad: str) -> str:
    """ "naerklinik åbnet", as the data spell it, is "Nærklinik åbnet"."""
    return dansk.capital(hvad.replace("naerklinik", "nærklinik"))


def _what(haendelser: int, rettelser: int) -> str:
    """ "12 hændelser og 3 rettelser", "Intet dateret"."""
    rettet = dansk.counted(rettelser, "rettelse", "rettelser")
    if not haendelser:
        return f"Intet dateret, men {rettet}" if rettelser else "Intet dateret"
    return f"{_count(haendelser)} og {rettet}" if rettelser else _count(haendelser)


def _count(antal: int) -> str:
    return dansk.counted(antal, "hændelse", "hændelser")


def _amount(antal: int | None, enhed: str) -> str | None:
    if pd.isna(antal):
        return None
    return dansk.counted(antal, *ENHEDER[enhed])


def day_text(filters: Filters, data: Snapshot) -> str:
    """The day looked back to, in Danish."""
    return dansk.day(day_of(filters, data).isoformat())


def place(filters: Filters) -> str:
    """The name of the chosen area, or the whole country."""
    return filters.place()
