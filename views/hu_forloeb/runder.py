"""Vacant HU-forløb by round and area as a heat map; only where every round is known."""

import pandas as pd

from geo import niveauer
from queries import hu_serier
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import withheld_reason
from views.faelles.gruppeview import among_areas
from views.faelles.view import View
from views.figur import farver
from views.figur.klasser import Klasser, classify
from views.figur.model import Felt, Gitter
from views.hu_forloeb.tal import DEFINITION, IKKE_STEDFAESTET, hu_view, in_period, told_by
from views.sprog import dansk
from views.sprog.ord import KAN_INDLAESES


@among_areas("sundhedsraad")
def rounds_view(filters: Filters, data: Snapshot) -> View:
    """Vacant posts of every area in every round, forecasts set apart; what is not placed is a row of its own."""
    runder = in_period(hu_serier.hu_by_round(filters.niveau, filters.struktur, filters.datasaet, data), filters)
    withheld = withheld_reason("hu_forloeb", "Ubesatte pr. runde og område", filters, data)
    if withheld and runder.empty:
        withheld += " Ingen af kilderne har tal for en enkelt runde."
    vises = not withheld and not runder.empty
    return hu_view(
        "hu_runder",
        filters,
        data,
        title=_title(runder, filters) if vises else "Ubesatte HU-forløb, runde for runde",
        figure=_figure(runder, filters) if vises else None,
        table=_table(runder) if vises else pd.DataFrame(),
        alt="Felter for ubesatte HU-forløb i "
        f"{dansk.quantity(len(niveauer.areas(filters.niveau, filters.struktur)), 'områder')} og "
        f"{dansk.quantity(len(runder[['aar', 'runde']].drop_duplicates()), 'runder')}.",
        definition=f"Ubesatte forløb (opslået minus besat) i hver opslagsrunde. {DEFINITION}",
        withheld=withheld,
        note=_note(runder, vises),
        belaeg=told_by([runder], data),
    )


def _note(runder: pd.DataFrame, vises: bool) -> str:
    if not vises:
        return f"Der er ingen tal pr. runde i perioden. Vælg flere år. {KAN_INDLAESES}"
    prognose = " Runden bag den stiplede linje er en prognose." if runder["er_prognose"].any() else ""
    return (
        f"Et forløb, der står tomt i flere runder, tælles i hver af dem.{prognose} "
        "»Ikke stedfæstet« er forløb, der kun er kendt for et større område."
    )


def _title(runder: pd.DataFrame, filters: Filters) -> str:
    fakta = runder[~runder["er_prognose"] & (runder["omraade_id"] != IKKE_STEDFAESTET)]
    altid = fakta.groupby("kort_navn", sort=False)["ubesat"].agg(lambda v: bool((v.fillna(0) > 0).all()))
    navne = altid[altid].index.tolist()
    antal = len(fakta[["aar", "runde"]].drop_duplicates())
    if antal < 2 or not navne or len(navne) > 3:
        niveau = niveauer.level(filters.niveau).navn_flertal
        hvor = f"{len(navne)} {niveau} har" if len(navne) > 3 else "Ingen områder har"
        return (
            f"{hvor} haft ubesatte HU-forløb i alle {dansk.quantity(antal, 'runder')}"
            if antal > 1
            else "Ubesatte HU-forløb i runden"
        )
    return f"{dansk.sentence_list(navne)} har haft ubesatte HU-forløb i alle {dansk.quantity(antal, 'runder')}"


def _table(runder: pd.DataFrame) -> pd.DataFrame:
    """Area x round, the rows for what is not placed and the country last; the parts add up to the country."""
    bred = _wide(runder)
    bred.loc[niveauer.HELE_LANDET] = bred.sum(min_count=1)
    return bred.astype("Int64").rename_axis("Område").reset_index()


def _wide(runder: pd.DataFrame) -> pd.DataFrame:
    kolonne = _round_names(runder)
    bred = runder.assign(kolonne=kolonne).pivot(index="omraade_id", columns="kolonne", values="ubesat")
    bred = bred.reindex(index=runder["omraade_id"].unique(), columns=list(dict.fromkeys(kolonne)))
    bred.index = runder.drop_duplicates("omraade_id")["kort_navn"]
    return bred


def _round_names(runder: pd.DataFrame) -> list[str]:
    return [f"{post.aar} r. {post.runde}" + (" (prognose)" if post.er_prognose else "") for post in runder.itertuples()]


def _figure(runder: pd.DataFrame, filters: Filters) -> Gitter:
    navne = runder.drop_duplicates("omraade_id").set_index("omraade_id")["kort_navn"]
    runde = runder.drop_duplicates(["aar", "runde"])
    klasser = classify(runder["ubesat"].dropna().tolist(), "forløb", 0)
    antal = len(klasser.graenser)
    klassefarver = [farver.SEKVENTIEL[round(nr * 4 / max(antal - 1, 1))] for nr in range(antal)]
    etiketter = [*klasser.etiketter[:-1], f"{klasser.etiketter[-1]} {dansk.unit(klasser.etiketter[-1], 'ubesatte')}"]
    return Gitter(
        kolonner=tuple(str(post.runde) for post in runde.itertuples()),
        raekker=tuple(navne),
        felter=tuple(
            tuple(_cell(post, klasser, klassefarver) for post in raekke.itertuples())
            for _, raekke in runder.groupby("omraade_id", sort=False)
        ),
        valgte=tuple(navne[navne.index == filters.omraade]),
        fulde=tuple(_round_names(runde)),
        overkolonner=tuple((nr, str(post.aar)) for nr, (post, ny) in enumerate(_with_new_year(runde)) if ny),
        klasser=tuple(zip(klassefarver, etiketter, strict=True)),
        prognose=int(runde["er_prognose"].to_numpy().argmax()) if runde["er_prognose"].any() else None,
    )


def _cell(post, klasser: Klasser, klassefarver: list[str]) -> Felt:
    """A row of the table of rounds as a cell."""
    if pd.isna(post.ubesat):
        return Felt("", "")
    hover = f"{dansk.quantity(post.ubesat, 'ubesatte')} af {dansk.quantity(post.opslaaet, 'opslåede')}"
    return Felt(str(post.ubesat), klassefarver[klasser.class_of(post.ubesat)], hover)


def _with_new_year(runde: pd.DataFrame):
    """Each round, and whether it is the first of its year."""
    foer = None
    for post in runde.itertuples():
        yield post, post.aar != foer
        foer = post.aar
