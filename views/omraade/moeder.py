"""The meetings that people look back to, and those to come: PLO's assembly, its members, Almen Praksisudvalget, the
sundhedsråd."""

from datetime import date, timedelta

import pandas as pd

from queries import siden
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.kilder import as_sources, of_rows
from views.faelles.view import View
from views.sprog import dansk
from views.sprog.markdown import Markdown, link, plain

ORGANER = {
    "repraesentantskabet": "PLO's repræsentantskab",
    "almen_praksisudvalget": "Almen Praksisudvalget",
    "medlemmerne": "PLO's medlemmer",
    "sundhedsraad": "Sundhedsråd",
    "andre": "Andre møder",
}
STANDARD = "repraesentantskabet"
SIDE = "siden_sidst"
# PLO's assembly meets at least once a year: when the newest known is older, one is missing here.
MOEDE_HVERT = timedelta(days=365)
PLANLAGT = "planlagt dato; om mødet blev holdt, er ikke set"
DEFINITION = (
    "Et planlagt møde er nævnt af en kilde fra før mødet, og ingen senere kilde siger, at det er holdt. Kendes kun "
    "måneden eller årstiden, står den."
)


def held(organ: str, i_dag: date, data: Snapshot) -> pd.DataFrame:
    """The meetings of an organ until today whose day or month is known, the newest first; see `siden.meetings`."""
    alle = siden.meetings(data)
    return alle[(alle["organ"] == organ) & alle["dato"].notna() & (alle["dag"].dt.date <= i_dag)]


def organs(i_dag: date, data: Snapshot) -> dict[str, str]:
    """The organs that have a meeting to look back to, by code."""
    return {kode: navn for kode, navn in ORGANER.items() if len(held(kode, i_dag, data))}


def last_meeting(organ: str, i_dag: date, data: Snapshot) -> date:
    """The first day that the newest known meeting of an organ until today can mean."""
    return held(organ, i_dag, data)["dag"].iloc[0].date()


def looking_back(filters: Filters, organ: str, data: Snapshot) -> Filters:
    """The choices with the day that is looked back to: the chosen one, else the organ's last meeting."""
    if filters.siden or organ == STANDARD:
        return filters
    return filters.on(siden=last_meeting(organ, filters.i_dag, data).isoformat())


def days(filters: Filters, organ: str, data: Snapshot) -> dict[str, str]:
    """The meetings of an organ to choose between: ISO date of the first day each can mean -> its date in Danish."""
    return {str(post.dag.date()): dansk.day(post.dato) for post in held(organ, filters.i_dag, data).itertuples()}


def meeting_on(dag: date, i_dag: date, data: Snapshot) -> pd.Series | None:
    """The meeting that a day stands for; None when it stands for none."""
    fundet = siden.meetings(data)
    fundet = fundet[fundet["dato"].notna() & (fundet["dag"].dt.date == dag) & (dag <= i_dag)]
    return None if fundet.empty else fundet.iloc[0]


def told_of(moede: pd.Series, i_dag: date, data: Snapshot) -> Markdown:
    """Which meeting is looked back to, who says when it was, what the source is unsure of, and whether there may have
    been one since."""
    (kilde,) = as_sources(pd.DataFrame([moede.drop("dato").rename({"kilde_dato": "dato"})]))
    navn = moede["navn"][0].lower() + moede["navn"][1:]
    planlagt = f", {PLANLAGT}" if moede["er_planlagt"] else ""
    alt = plain(
        f"Alt, som kilderne daterer til det seneste møde, vi kender datoen på, eller senere: {navn} "
        f"({dansk.day(moede['dato'])}{planlagt}). Kilde:"
        if _is_newest(moede, i_dag, data)
        else f"Alt, som kilderne daterer til {navn} ({dansk.day(moede['dato'])}{planlagt}) eller senere. Kilde:"
    )
    dele = [f"{alt} {link(kilde.titel, kilde.url)}."]
    if isinstance(moede["note"], str):
        dele.append(plain(moede["note"]))
    if _is_newest(moede, i_dag, data):
        dele.append(_since(moede, i_dag, data))
    return Markdown(" ".join(filter(None, dele)))


def _is_newest(moede: pd.Series, i_dag: date, data: Snapshot) -> bool:
    return held(moede["organ"], i_dag, data)["moede_id"].iloc[0] == moede["moede_id"]


def _since(moede: pd.Series, i_dag: date, data: Snapshot) -> Markdown | str:
    """Of the assembly: may there have been a meeting since the newest whose day is known?"""
    alle = siden.meetings(data)
    uden_dag = alle[(alle["organ"] == moede["organ"]) & alle["dato"].isna()]
    begyndt = uden_dag[(uden_dag["dag"] > moede["dag"]) & (uden_dag["dag"].dt.date <= i_dag)]
    if len(begyndt):
        return plain(f"Der kan være holdt et møde siden: {begyndt['tid'].iloc[0]}, dagen er ikke set.")
    if moede["organ"] == STANDARD and i_dag - moede["dag"].date() >= MOEDE_HVERT:
        return plain("Der kan være holdt et møde siden.")
    return ""


def meetings_view(filters: Filters, data: Snapshot) -> View:
    """All known meetings, those to come first, each with its organ, whether it was only planned, and its source."""
    alle = siden.meetings(data)
    i_dag = filters.i_dag
    forude = int((alle["dag"].dt.date > i_dag).sum())
    tabel = pd.DataFrame(
        {
            "Dato": [_when(post) for post in alle.itertuples()],
            "Hvem": [ORGANER[en] for en in alle["organ"]],
            "Møde": alle["navn"],
            "Holdt": [_status(post, i_dag) for post in alle.itertuples()],
            "Bemærkning": alle["note"].fillna(""),
            "Kilde": alle["titel"],
            "Link": alle["url"].where(alle["url"].notna(), None),
        }
    ).reset_index(drop=True)
    belaeg = of_rows(alle, data)
    return View(
        id="moeder",
        title=f"Møder i PLO og om lægedækning: {dansk.counted(len(alle), 'kendt møde', 'kendte møder')}",
        subtitle=f"{dansk.counted(forude, 'ligger', 'ligger')} forude" if forude else "Ingen kendte møder forude",
        figure=None,
        table=tabel,
        alt=f"Tabel med {dansk.quantity(len(tabel), 'møder')}, det seneste først.",
        definition=DEFINITION,
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        coverage="Listen er de møder, kilderne nævner; der kan være flere.",
        link=filters.link(SIDE),
        filters=filters.on(omraade="", sammenlign=""),
        text=plain("Det seneste først. På »Siden sidst« vælges, hvilket mødes dag der ses tilbage til."),
        link_column="Link",
        missing="–",
    )


def _when(post) -> str:
    return dansk.day(post.dato) if isinstance(post.dato, str) else post.tid


def _status(post, i_dag: date) -> str:
    if not post.er_planlagt:
        return "Ja"
    return "Planlagt" if post.dag.date() > i_dag else "Planlagt; ikke set, om det blev holdt"
