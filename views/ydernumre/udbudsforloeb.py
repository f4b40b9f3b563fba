"""The lots as a list that can be searched, and the life of one lot as a timeline across all its rounds."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

from queries import udbud
from queries.database import Snapshot
from queries.periode import first_day, last_day
from views.faelles.filtre import Filters
from views.faelles.kilder import of_rows
from views.faelles.registerview import register_view
from views.faelles.sted import about
from views.faelles.view import View
from views.figur import farver
from views.figur.model import (
    FORAN,
    OVER_TIL_HOEJRE,
    OVER_TIL_VENSTRE,
    Aksefigur,
    Datoakse,
    Kategorier,
    Note,
    Ord,
    Punkter,
    Rude,
    Serie,
    Soejler,
)
from views.sprog import dansk, ord
from views.sprog.markdown import figure_text, plain
from views.ydernumre.registeret import (
    ENHEDER,
    SIDE,
    nothing_known,
    told_by,
    unit_of,
    unit_rounds,
)

UDATERET = "udateret"
# Does the source say that a specialist was there who could bid? What PLO asks of every tender.
SPECIALLAEGE = "Speciallæge klar"
OM_SPECIALLAEGE = (
    "»Speciallæge klar« er, om kilden siger, at der var en færdiguddannet speciallæge, som kunne byde ind."
)
# Days of a life from which years alone are written: of a shorter one there would be a single year.
AARLIG_FRA = 3 * 365
# How far along the time the words of a dot stand at its left.
SENT = 0.6


def lots(filters: Filters, data: Snapshot) -> pd.DataFrame:
    """One row per lot of the chosen unit and area, in its last round, the newest first; decisions without an offer too.

    Columns as people read them, with raw values: Sted, Kommune, Antal, Opslået and Status pr. (ISO dates as
    precise as their source), Status, Runder, Ansøgere, Til læge, Speciallæge klar
    ("ja", "nej"), Kilde (address), Region, Kildetitel; index: kaede_id.
    """
    return lots_table(_last_rounds(filters, data))


def lots_table(sidste: pd.DataFrame) -> pd.DataFrame:
    """Rounds (queries.udbud.rounds), one of each lot, as `lots` shows them."""
    return pd.DataFrame(
        {
            "Sted": sidste["sted"],
            "Kommune": sidste["kommune"],
            "Antal": sidste["antal"],
            "Opslået": sidste["opslag_dato"],
            "Status": sidste["status_navn"],
            "Status pr.": sidste["status_dato"],
            "Runder": sidste["runde"],
            "Ansøgere": sidste["antal_ansoegere"],
            "Til læge": sidste["antal_laege"].where(sidste["antal_laege"] > 0),
            SPECIALLAEGE: sidste["laege_klar"].astype(object).map({True: "ja", False: "nej"}),
            "Kilde": sidste["url"],
            "Region": sidste["region"],
            "Kildetitel": sidste["titel"],
        }
    ).set_axis(sidste["kaede_id"])


def _last_rounds(filters: Filters, data: Snapshot) -> pd.DataFrame:
    runder = unit_rounds(filters, data)
    return runder[(runder["plads"] == "inde") & ~runder["har_senere_runde"]]


def search(liste: pd.DataFrame, tekst: str) -> pd.DataFrame:
    """The lots in which every word stands somewhere (place, kommune, region, status, date, source)."""
    if liste.empty:
        return liste
    samlet = liste.astype(object).where(liste.notna(), "").astype(str).agg(" ".join, axis=1)
    return liste.loc[[dansk.holds(lod, tekst) for lod in samlet]]


def all_lots(filters: Filters, data: Snapshot) -> View:
    """Every lot of the chosen unit and area as a table."""
    alle = lots(filters, data)
    return lots_view(filters, alle, alle, data)


def lots_view(filters: Filters, liste: pd.DataFrame, alle: pd.DataFrame, data: Snapshot) -> View:
    """The found lots as a table to sort and take home; without any, what to do about it."""
    # within one region its name on every row tells nothing
    uden = ["Kildetitel", "Region"] if filters.omraade and alle["Region"].nunique() == 1 else ["Kildetitel"]
    uden += [navn for navn in ("Kilde", SPECIALLAEGE) if alle[navn].isna().all()]
    tabel = liste.drop(columns=uden).reset_index(drop=True)
    klar = f" {OM_SPECIALLAEGE}" if SPECIALLAEGE in tabel else ""
    view = register_view(
        "udbudsliste",
        "udbud",
        SIDE,
        filters,
        data,
        title=f"Udbud og beslutninger: {filters.place()}",
        figure=None,
        table=tabel,
        alt=f"Tabel med {dansk.counted(len(tabel), 'udbud eller beslutning', 'udbud og beslutninger')}.",
        definition="Et udbud er det, regionen slår op samlet. Antal tælles i ydernumre, lægekapaciteter eller "
        f"klinikker, som valgt. »Til læge« er, hvor mange af dem der fandt en læge.{klar}",
        text=plain(list_caption(filters, liste, alle) if len(liste) else ""),
        note="" if len(liste) else nothing_known(filters, data) if alle.empty else "Ingen udbud passer. Ret søgningen.",
        date_columns=("Opslået", "Status pr."),
        link_column="Kilde" if "Kilde" in tabel else "",
        belaeg=told_by(filters, _rounds_of(filters, liste, data), data),
        missing="–",
    )
    return about(view, filters.place())


def _rounds_of(filters: Filters, liste: pd.DataFrame, data: Snapshot) -> pd.DataFrame:
    """The last rounds of the lots in a list, wherever they stand."""
    sidste = _last_rounds(filters.on(omraade=""), data)
    return sidste[sidste["kaede_id"].isin(liste.index)]


def lot_labels(liste: pd.DataFrame) -> dict[str, str]:
    """The lots in a select box: "Vollsmose (Odense) · 1. september 2020 · Besat · 3 runder"."""
    kolonner = (liste[navn].tolist() for navn in ("Opslået", "Status pr.", "Runder", "Sted", "Status"))
    return {kaede_id: _lot_label(*post) for kaede_id, *post in zip(liste.index, *kolonner, strict=True)}


def list_caption(filters: Filters, liste: pd.DataFrame, alle: pd.DataFrame) -> str:
    """How much is listed of what."""
    enheder, i_alt = unit_of(filters).count(int(liste["Antal"].sum())), dansk.number(len(alle))
    fundet = f"{dansk.number(len(liste))} af {i_alt}" if len(liste) < len(alle) else i_alt
    hvad = dansk.noun(len(alle), "udbud eller beslutning", "udbud og beslutninger")
    return f"{fundet} {hvad} ({enheder}) i {filters.place()}; {_warning(filters)}hvert står i sin seneste runde."


def longest(liste: pd.DataFrame) -> str:
    """The lot that took most rounds: what is shown before anyone chooses."""
    return liste["Runder"].fillna(0).astype(int).idxmax()


def timeline(filters: Filters, kaede_id: str, data: Snapshot) -> View:
    """The event log of one lot across its rounds: what happened, when (as precisely as known), and who says so.

    Raises KeyError when the lot is unknown in the dataset.
    """
    log = udbud.event_log(filters.datasaet, kaede_id, data)
    if log.empty:
        raise KeyError(kaede_id)
    foerste = log.iloc[0]
    runder = log.drop_duplicates("udbud_id")
    udaterede = int(log["dato"].isna().sum())
    maengde = ENHEDER[foerste["enhed"]].count(int(foerste["udbudt"]))
    rundetal = f", {dansk.quantity(len(runder), 'runder')}" if len(runder) > 1 else ""
    note = " ".join(en for en in runder["rundenote"].dropna().drop_duplicates())
    uden = (
        f"{udaterede} af {dansk.quantity(len(log), 'hændelser')} er udaterede og står kun i rækkefølge. "
        if udaterede
        else ""
    )
    view = register_view(
        f"forloeb-{kaede_id}",
        "udbud",
        SIDE,
        filters,
        data,
        title=f"Forløbet for {foerste['sted']}: {maengde}{rundetal}, senest {log['haendelse'].iloc[-1].lower()}",
        figure=_figure(log),
        table=_table(log),
        alt="Tidslinje: " + "; ".join(_sentence(post) for post in log.itertuples()) + ".",
        definition="Hændelserne i den rækkefølge, kilderne giver dem. En prik er en kendt dag; en bjælke dækker den "
        "måned eller det år, kilden nævner. Besat betyder ikke, at klinikken er fyldt.",
        coverage=f"{uden}Forløbet viser, hvad kilderne fortæller; der kan være hændelser, ingen kilde nævner.",
        note=note,
        belaeg=of_rows(log, data),
    )
    return about(view, foerste["sted"])


def _warning(filters: Filters) -> str:
    return f"{ord.EKSEMPEL_ADVARSEL}; " if filters.datasaet == "eksempel" else ""


def _lot_label(opslaaet: str | None, status_dato: str | None, runder: int | None, sted: str, status: str) -> str:
    dato = opslaaet if isinstance(opslaaet, str) else status_dato
    flere = f" · {dansk.quantity(runder, 'runder')}" if pd.notna(runder) and runder > 1 else ""
    return f"{sted} · {dansk.day(dato)} · {status}{flere}"


def _table(log: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Runde": log["runde"],
            "Hændelse": log["haendelse"],
            "Dato": [dansk.day(en) if isinstance(en, str) else UDATERET for en in log["dato"]],
            "Antal": log["antal"],
            "Bemærkning": log["note"].fillna(""),
            "Kilde": log["titel"],
            "Link": log["url"].fillna(""),
        }
    )


def _sentence(post) -> str:
    dato = dansk.day(post.dato) if isinstance(post.dato, str) else UDATERET
    return f"{_label(post)} ({dato})"


def _label(post) -> str:
    return f"{post.runde}. runde: {post.haendelse}" if pd.notna(post.runde) else post.haendelse


def _figure(log: pd.DataFrame) -> Aksefigur:
    """A row per event from the top: a dot for a known day, a bar for the month or year it lies in, and for an undated
    event only its place in the order."""
    datoer = [en for en in log["dato"] if isinstance(en, str)]
    fra = min((first_day(en) for en in datoer), default=date(2020, 1, 1))
    til = max((last_day(en) for en in datoer), default=date(2020, 12, 31))
    luft = timedelta(days=max((til - fra).days // 20, 15))
    poster = list(enumerate(log.itertuples()))
    rude = Rude(
        _marks(poster, fra + (til - fra) * SENT),
        Datoakse(str(fra - luft), str(til + luft), aarlig=(til - fra).days > AARLIG_FRA, vises=bool(datoer)),
        Kategorier(
            tuple(nr for nr, _ in poster), skrevne=tuple((nr, _label(post)) for nr, post in poster), fra_oven=True
        ),
    )
    return Aksefigur(
        (rude,),
        60 + 44 * len(log),
        FORAN,
        # the words of the last event reach beyond its mark
        margen=(0, 150, 8, 30),
        noter=tuple(_words_beside(nr, post) for nr, post in poster if not _is_day(post)),
    )


def _is_day(post) -> bool:
    return isinstance(post.dato, str) and len(post.dato) == 10


def _marks(poster: list[tuple[int, Any]], sent: date) -> tuple[Serie, ...]:
    """All dots with their words as one series (an undated event has its row and no dot), and all bars as another.
    The words of a dot after the day `sent` end at it, for there is no room for them at its right."""
    dage = [(nr, post) for nr, post in poster if _is_day(post) or not isinstance(post.dato, str)]
    perioder = [(nr, post) for nr, post in poster if isinstance(post.dato, str) and not _is_day(post)]
    plads = tuple(
        OVER_TIL_VENSTRE if _is_day(post) and first_day(post.dato) > sent else OVER_TIL_HOEJRE for _, post in dage
    )
    prikker = Punkter(
        "",
        tuple(post.dato if _is_day(post) else None for _, post in dage),
        tuple(nr for nr, _ in dage),
        tuple(farver.UDFALD[post.udfaldsgruppe] for _, post in dage),
        stoerrelse=15,
        hover=tuple(_hover(post) for _, post in dage),
        ord=Ord(tuple(_words(post) if _is_day(post) else "" for _, post in dage), plads),
    )
    bjaelker = Soejler(
        "",
        tuple(nr for nr, _ in perioder),
        tuple((last_day(post.dato) - first_day(post.dato)).days + 1 for _, post in perioder),
        tuple(farver.UDFALD[post.udfaldsgruppe] for _, post in perioder),
        tuple(_hover(post) for _, post in perioder),
        liggende=True,
        begynder=tuple(str(first_day(post.dato)) for _, post in perioder),
        tykkelse=0.36,
    )
    return tuple(serie for serie, dele in ((prikker, dage), (bjaelker, perioder)) if dele)


def _hover(post) -> str:
    return f"<b>{_sentence(post)}</b><br>{figure_text(post.note if isinstance(post.note, str) else post.titel)}"


def _words(post) -> str:
    """The date as precise as it is, and how many; numbers of applicants are numbers of people."""
    antal = ""
    if pd.notna(post.antal):
        enhed = ENHEDER[post.enhed]
        ansoegere = dansk.counted(post.antal, "ansøger", "ansøgere")
        antal = " · " + (ansoegere if post.status == "ansoegere" else enhed.count(int(post.antal)))
    return f"{dansk.day(post.dato) if isinstance(post.dato, str) else '<i>udateret</i>'}{antal}"


def _words_beside(nr: int, post) -> Note:
    """The words of an event without a day: above its bar, or where an undated one stands in the order."""
    if not isinstance(post.dato, str):
        return Note(_words(post), None, nr)
    return Note(_words(post), str(first_day(post.dato)), nr)
