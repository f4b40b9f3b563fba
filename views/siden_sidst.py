"""Siden sidst: what came and what changed since a day, such as the last assembly, in numbers and one by one."""

from datetime import date

import pandas as pd

import queries
from data.build import DATA
from data.indlaes import compare, current, read_pointer, versions
from geo import niveauer
from queries import siden
from queries.database import Snapshot
from queries.periode import first_day
from queries.standard import snapshot_or_default
from views import dansk, ord
from views.filtre import Filters
from views.indikatortal import RESTER, as_sources
from views.indikatorview import area_name
from views.view import Kilde, View

SIDE = "siden_sidst"
ARTER = {
    "udbud": "Opslag og genopslag",
    "status": "Ny status i udbud",
    "klinik": "Klinikker åbnet, overtaget eller ophørt",
    "pulje": "Puljeprojekter",
    "hu_forloeb": "HU-forløb",
}
ENHEDER = {
    "ydernummer": ("ydernummer", "ydernumre"),
    "kapacitet": ("lægekapacitet", "lægekapaciteter"),
    "klinik": ("klinik", "klinikker"),
    "ansoeger": ("ansøger", "ansøgere"),
    "projekt": ("projekt", "projekter"),
    "forloeb": ("forløb", "forløb"),
}
RESTNAVNE = dict(zip(RESTER, ("Ikke stedfæstet", "Dækker flere områder"), strict=True))
DEFINITION = (
    "Alt, som kilderne daterer til dagen eller senere. Er kun måneden eller året kendt, tæller den første dag i det; "
    "det, der måske er sket senere i samme måned eller år, er nævnt for sig."
)


def last_assembly(data: Snapshot | None = None) -> tuple[date, str, tuple[Kilde, ...]]:
    """The first day that the newest assembly before today can mean, its name with date, and who says so."""
    moeder = siden.assemblies(data)
    holdt = moeder[[first_day(en) <= date.today() for en in moeder["dato"]]].iloc[0]
    kilde = as_sources(pd.DataFrame([holdt.drop("dato").rename({"kilde_dato": "dato"})]))
    return first_day(holdt["dato"]), f"{holdt['navn'].lower()} ({dansk.day(holdt['dato'])})", kilde


def assembly_days(data: Snapshot | None = None) -> dict[str, str]:
    """The assemblies to choose between: ISO date of the first day each can mean -> its date in Danish."""
    datoer = siden.assemblies(data)["dato"]
    return {first_day(en).isoformat(): dansk.day(en) for en in datoer if first_day(en) <= date.today()}


def day_of(filters: Filters, data: Snapshot | None = None) -> date:
    """The day to look back to: the chosen one, else the last assembly."""
    return date.fromisoformat(filters.siden) if filters.siden else last_assembly(data)[0]


def introduction(filters: Filters, data: Snapshot | None = None) -> str:
    """What is looked back to, and who says when that was."""
    _, moede, (kilde, *_) = last_assembly(data)
    if filters.siden:
        return f"Alt, som kilderne daterer til {_day_text(filters, data)} eller senere."
    sted = f"[{kilde.titel}]({kilde.url})" if kilde.url else kilde.titel
    return f"Alt, som kilderne daterer til det seneste {moede} eller senere. Mødets dato: {sted}."


def in_numbers(filters: Filters, data: Snapshot | None = None) -> View:
    """How much came and changed, by kind and by the parts of the chosen area (or of the country)."""
    alle = _events(filters, data)
    sikre = alle[~alle["er_usikker"]]
    raekker = _by_area(filters, data)
    antal = {art: int((sikre["art"] == art).sum()) for art in ARTER}
    linjer = [f"- **{navn}**: {dansk.number(antal[art])}" for art, navn in ARTER.items() if antal[art]]
    return _view(
        "siden_tal",
        filters,
        data,
        alle,
        title=f"{_count(len(sikre))} siden {_day_text(filters, data)}: {_place(filters)}"
        if len(sikre)
        else f"Intet dateret siden {_day_text(filters, data)}: {_place(filters)}",
        table=raekker,
        alt="; ".join(f"{navn}: {antal[art]}" for art, navn in ARTER.items()),
        text="\n".join(linjer) if linjer else "",
        note=""
        if linjer
        else f"Ingen kilde daterer noget for {_place(filters)} efter den dag. Vælg en tidligere dag eller et større "
        "område.",
        decimals=dict.fromkeys(raekker.columns[1:], 0),
    )


def one_by_one(filters: Filters, data: Snapshot | None = None) -> View:
    """Everything that came and changed, the newest first, each with its source."""
    alle = _events(filters, data)
    sikre = alle[~alle["er_usikker"]]
    tabel = pd.DataFrame(
        {
            "Dato": sikre["dato"],
            "Hvad": [ARTER[art] for art in sikre["art"]],
            "Sted": sikre["sted"],
            "Nyt": [_capital_with_letters(en) for en in sikre["hvad"]],
            "Antal": [_amount(post) for post in sikre.itertuples()],
            "Kilde": sikre["url"].where(sikre["url"].notna(), None),
        }
    ).reset_index(drop=True)
    return _view(
        "siden_liste",
        filters,
        data,
        alle,
        title=f"Det er sket siden {_day_text(filters, data)}: {_place(filters)}",
        table=tabel,
        alt=f"Tabel med {len(tabel)} hændelser.",
        text=f"{_count(len(tabel))}, de nyeste først." if len(tabel) else "",
        note="" if len(tabel) else "Ingen hændelser. Vælg en tidligere dag eller et større område.",
        decimals={},
        date_columns=("Dato",),
        link_column="Kilde",
        missing="–",
    )


def corrections(filters: Filters, data: Snapshot | None = None) -> View:
    """What was corrected in the own data since the day: the cells that differ between the version in use then and the
    one in use now. Of the other datasets no earlier versions are kept."""
    dag = day_of(filters, data).isoformat()
    rettet = pd.DataFrame(columns=["Ark", "Række", "Kolonne", "Før", "Efter"])
    note = "Rettelser kendes kun for egne data, hvor hver indlæsning er en version."
    if filters.datasaet == "egne":
        foer = [en.til for en in read_pointer(DATA).skift if en.tid[:10] < dag]
        numre = {en.navn: en.nr for en in versions(DATA)} | {"": 0}
        fra, nu = numre[foer[-1]] if foer else 0, current(DATA)
        note = "Intet er rettet." if fra else "De egne data er først indlæst efter dagen, så der er intet at rette."
        if fra and nu:
            rettet = compare(fra, nu.nr).celler
    return _view(
        "siden_rettet",
        filters,
        data,
        _events(filters, data).iloc[:0],
        title=f"Rettet siden {_day_text(filters, data)}",
        table=rettet,
        alt=f"Tabel med {len(rettet)} rettede celler.",
        text=f"{dansk.number(len(rettet))} rettede celler i hele landet, med værdien før og efter."
        if len(rettet)
        else "",
        note="" if len(rettet) else note,
        decimals={},
    )


def _view(id_: str, filters: Filters, data: Snapshot | None, alle: pd.DataFrame, **dele) -> View:
    kilder = alle.drop_duplicates("kilde_id").drop(columns="dato").rename(columns={"kilde_dato": "dato"})
    usikre = int(alle["er_usikker"].sum())
    forbehold = (
        f"Ikke med: {dansk.number(usikre)}, hvis måned eller år begyndte før dagen, og hvor mere ikke er kendt. "
        if usikre
        else ""
    )
    return View(
        id=id_,
        subtitle=f"{dansk.capital(_place(filters))} · {ord.dataset(filters)}",
        figure=None,
        definition=DEFINITION,
        sources=as_sources(kilder),
        as_of=dansk.day(max(alle["dato"], key=first_day)) if len(alle) else "udateret",
        coverage=forbehold + "Hændelser uden dato kan ikke være med. " + _completeness(filters, data),
        geography="",
        link=filters.link(SIDE),
        filters=filters,
        **dele,
    )


def _completeness(filters: Filters, data: Snapshot | None) -> str:
    komplet, begrundelse = queries.is_complete(filters.datasaet, "udbud", filters.niveau, data=data)
    return "" if komplet else f"Listen er det, kilderne viser. {begrundelse}"


def _events(filters: Filters, data: Snapshot | None) -> pd.DataFrame:
    return siden.events_since(
        filters.datasaet, filters.niveau, filters.struktur, filters.omraade, day_of(filters, data), data
    )


def _by_area(filters: Filters, data: Snapshot | None) -> pd.DataFrame:
    """A row for each part of the chosen area (of the level, for the country), and what stands in none of them."""
    niveau = niveauer.finer_level(filters.niveau) if filters.omraade else filters.niveau
    dag = day_of(filters, data)
    alle = snapshot_or_default(data).once(_counted, filters.datasaet, niveau, filters.struktur, dag)
    omraader = niveauer.areas(niveau, filters.struktur)
    if filters.omraade:
        koder = set(niveauer.areas(filters.niveau, filters.struktur)[filters.omraade].kommunekoder)
        valgte = [kode for kode, en in omraader.items() if set(en.kommunekoder) <= koder]
    else:
        valgte = [*omraader, *RESTER]
    navne = {kode: en.navn for kode, en in omraader.items()} | RESTNAVNE
    tabel = alle.reindex(valgte).fillna(0).astype("Int64")
    tabel.insert(0, "Område", [navne[kode] for kode in valgte])
    return tabel[(tabel.drop(columns="Område").sum(axis=1) > 0)].reset_index(drop=True)


def _counted(datasaet: str, niveau: str, struktur: str, dag: date, data: Snapshot) -> pd.DataFrame:
    """Number of events by omraade_id (index) and kind; HU-forløb are known by their own areas, and are left out."""
    alle = siden.events_since(datasaet, niveau, struktur, "", dag, data)
    alle = alle[~alle["er_usikker"] & (alle["art"] != "hu_forloeb")]
    sted = alle["omraade_id"].where(alle["omraade_id"].notna(), RESTER[0])
    tabel = pd.crosstab(sted, alle["art"])
    arter = [art for art in ARTER if art != "hu_forloeb"]
    return tabel.reindex(columns=arter, fill_value=0).set_axis([ARTER[en] for en in arter], axis=1)


def _capital_with_letters(hvad: str) -> str:
    """ "naerklinik åbnet", as the data spell it, is "Nærklinik åbnet"."""
    return dansk.capital(hvad.replace("naerklinik", "nærklinik"))


def _count(antal: int) -> str:
    return f"{dansk.number(antal)} {'hændelse' if antal == 1 else 'hændelser'}"


def _amount(post) -> str | None:
    if pd.isna(post.antal):
        return None
    return f"{dansk.number(post.antal)} {ENHEDER[post.enhed][int(post.antal != 1)]}"


def _day_text(filters: Filters, data: Snapshot | None) -> str:
    return dansk.day(day_of(filters, data).isoformat())


def _place(filters: Filters) -> str:
    return area_name(filters, filters.omraade) or "hele landet"
