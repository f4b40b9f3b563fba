"""What sources say in words beside the registers, by subject: each statement with its day and its source."""

import pandas as pd

from queries import omtale
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.kilder import of_rows
from views.faelles.view import View
from views.figur import farver
from views.figur.model import Ord, Soejler, Talakse
from views.figur.ramme import list_of_bars
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, figure_text, plain

LANDET = "Danmark"
DEFINITION = "Udsagn fra kilder, der ikke er en måling for et område. Hvert står med sin dag og sin kilde."
DAEKNING = "Udsagnene er dem, vi har set; de er ikke en fuldstændig liste. De er de samme i alle datasæt."


def cost_view(filters: Filters, data: Snapshot) -> View:
    """What a patient costs more by clinic type, as PLO has computed it once."""
    alle = omtale.statements(("udgift",), data).sort_values("tal", ascending=False)
    aar, hvem = alle["dato"].iloc[0][:4], alle["udgiver"].iloc[0]
    tekst = [f"+{dansk.number(tal)} pct." for tal in alle["tal"]]
    soejler = Soejler(
        "Merudgift",
        tuple(alle["tekst"]),
        tuple(alle["tal"].tolist()),
        tuple(farver.UDFALD[en.lower()] for en in alle["tekst"]),
        tuple(f"<b>{en}</b><br>{tal} pr. patient" for en, tal in zip(alle["tekst"], tekst, strict=True)),
        Ord(tuple(tekst)),
        liggende=True,
    )
    figur = list_of_bars((soejler,), Talakse("Pct. mere pr. patient end i en PLO-klinik"), 180, 80)
    return _view(
        "udgift_kliniktype",
        filters,
        data,
        alle,
        side="ydernumre",
        title=f"{hvem} {aar}: en patient i en regionsklinik koster {tekst[0].removeprefix('+')} mere",
        subtitle=f"PLO's egen beregning fra {aar}, ikke en opgørelse fra regionerne",
        figure=figur,
        table=pd.DataFrame(
            {
                "Kliniktype": alle["tekst"],
                "Pct. mere pr. patient": alle["tal"],
                "Hvem siger det": alle["udgiver"],
                "År": alle["dato"].str[:4],
            }
        ),
        alt="Søjler: hvor meget mere en patient koster i en regionsklinik og en udbudsklinik.",
        definition="Udgift pr. patient i forhold til en PLO-klinik, beregnet af PLO Analyse. Metoden er ikke set.",
    )


def own_practice_view(filters: Filters, data: Snapshot) -> View:
    """What young doctors have answered about owning a practice: four surveys with four questions, never a series."""
    alle = omtale.statements(("egen_praksis",), data).sort_values("dato")
    navne = tuple(f"{post.udgiver.split(' (')[0]} {post.dato[:4]}" for post in alle.itertuples())
    soejler = Soejler(
        "Svar",
        navne,
        tuple(alle["tal"].tolist()),
        farver.LINJE,
        tuple(f"<b>{navn}</b><br>{figure_text(en)}" for navn, en in zip(navne, alle["tekst"], strict=True)),
        Ord(tuple(_number(post) for post in alle.itertuples())),
        liggende=True,
    )
    return _view(
        "egen_praksis",
        filters,
        data,
        alle,
        side="hu_forloeb",
        title=f"{dansk.quantity(len(alle), 'kilder')} om at eje sin praksis",
        subtitle="Hver har sit eget spørgsmål; de er ikke en udvikling",
        figure=list_of_bars((soejler,), Talakse("Pct.", fra=0, til=100), 240, 60),
        table=_table(alle),
        alt="Søjler: andelen i fire undersøgelser, der ejer eller vil eje en praksis.",
        definition="Spørgsmålene står i tabellen. De er stillet til forskellige læger og må ikke sammenlignes.",
    )


def clinics_view(filters: Filters, data: Snapshot) -> View:
    """Statements on the running and handing over of clinics."""
    return _list(
        "udsagn_klinikker", "klinikker", ("klinikdrift", "overdragelse", "kapacitet"), "ydernumre", filters, data
    )


def training_view(filters: Filters, data: Snapshot) -> View:
    """Statements on HU-forløb and those who finish them."""
    return _list("udsagn_uddannelse", "uddannelse og nye læger", ("uddannelse", "behov"), "hu_forloeb", filters, data)


def reform_statements(filters: Filters, data: Snapshot) -> View:
    """Statements on laws and on the sundhedsråd."""
    return _list("udsagn_reform", "reformen og sundhedsrådene", ("reform", "raad"), "reformen", filters, data)


def plo_view(filters: Filters, data: Snapshot) -> View:
    """Statements on PLO: agreements, elections, members."""
    return _list("udsagn_plo", "PLO: aftaler, valg og medlemmer", ("plo",), "siden_sidst", filters, data)


def _list(id_: str, emne: str, emner: tuple[str, ...], side: str, filters: Filters, data: Snapshot) -> View:
    alle = omtale.statements(emner, data)
    linjer = [f"- {bold(_when_and_where(en))} {plain(_words(en))}" for en in alle.itertuples()]
    return _view(
        id_,
        filters,
        data,
        alle,
        side=side,
        title=f"Hvad kilderne siger om {emne}",
        subtitle=f"{dansk.counted(len(alle), 'udsagn', 'udsagn')}, de nyeste først",
        figure=None,
        table=_table(alle),
        alt=f"{len(alle)} udsagn.",
        definition=DEFINITION,
        text=Markdown("\n".join(linjer)),
    )


def _view(id_: str, filters: Filters, data: Snapshot, alle: pd.DataFrame, *, side: str, **dele) -> View:
    belaeg = of_rows(alle, data)
    return View(
        id=id_,
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        coverage=DAEKNING,
        link=filters.link(side),
        # what is told of the country is told so, whatever area is chosen
        filters=filters.on(omraade="", sammenlign=""),
        missing="–",
        **dele,
    )


def _words(post) -> str:
    """The statement, with what there is to know about it."""
    dele = [
        post.tekst,
        f"({_number(post)})" if _adds_number(post) else "",
        post.note if isinstance(post.note, str) else "",
    ]
    dele += [
        "Ventet eller planlagt." if post.er_prognose else "",
        "Året er læst af sammenhængen." if post.dato_udledt else "",
    ]
    return " ".join(filter(None, [*dele, f"{post.udgiver}."]))


def _when_and_where(post) -> str:
    return f"{dansk.day(post.dato)}:" if post.sted == LANDET else f"{dansk.day(post.dato)}, {post.sted}:"


def _adds_number(post) -> bool:
    """Is the number not in the words already?"""
    return post.tal == post.tal and post.tal is not None and dansk.number(post.tal) not in post.tekst


def _number(post) -> str:
    kval = f"{post.kvalifikator} " if isinstance(post.kvalifikator, str) else ""
    return f"{kval}{dansk.number(post.tal, 0 if post.tal == int(post.tal) else 1)} {post.enhed}"


def _table(alle: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Dato": alle["dato"].map(dansk.day),
            "Sted": alle["sted"],
            "Udsagn": alle["tekst"],
            "Tal": alle["tal"],
            "Enhed": alle["enhed"].fillna(""),
            "Hvem siger det": alle["udgiver"],
            "Bemærkning": alle["note"].fillna(""),
        }
    ).reset_index(drop=True)
