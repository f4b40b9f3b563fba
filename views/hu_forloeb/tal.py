"""The figures behind the HU-forløb views: the years of an area, fill rates and their denominator, sources."""

from collections.abc import Collection, Iterable
from dataclasses import replace

import pandas as pd

from geo import niveauer
from queries import hu_serier
from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.kilder import Belaeg, of_rows
from views.faelles.paastand import register_years
from views.faelles.registerview import register_view
from views.faelles.view import View
from views.sprog import dansk

SIDE = "hu_forloeb"
REGISTER = "hu_forloeb"
IKKE_STEDFAESTET = "ikke_stedfaestet"
# A fill rate has one of two denominators, and always says which.
NAEVNERE = {"opslaaet": "opslåede", "dimensioneret": "dimensionerede"}
NAEVNER_NAVN = {"opslaaet": "Af opslåede", "dimensioneret": "Af dimensionerede"}
# The indicators of the catalogue that the map of the page offers.
KORTTAL = {
    "hu_ubesat": "Ubesatte",
    "hu_besat_af_opslaaet_pct": "Besat af opslåede, pct.",
    "hu_opslaaet": "Opslåede",
    "hu_besat": "Besatte",
    "hu_dimensioneret": "Dimensionerede",
}
KOLONNER = {"dimensioneret": "Dimensioneret", "opslaaet": "Opslået", "besat": "Besat", "ubesat": "Ubesat"}

GENOPSLAG = (
    "Et forløb, der ikke bliver besat, slås op igen og tælles da igen som opslået: genopslag er ikke nye forløb. "
    "Derfor kan opslåede overstige dimensionerede, og samme forløb kan tælle flere gange på tværs af runder og år."
)
DEFINITION = (
    "Hoveduddannelsesforløb (HU-forløb) i almen medicin varer 54 måneder. Dimensioneret er Sundhedsstyrelsens årlige "
    f"ramme, opslået er det, der er slået op, og ubesat er opslået minus besat. {GENOPSLAG}"
)


def in_sentence(sted: str) -> str:
    """The name of an area in the middle of a sentence."""
    return sted.lower() if sted == niveauer.HELE_LANDET else sted


def years(filters: Filters, omraade: str, data: Snapshot) -> pd.DataFrame:
    """The rows of `hu_by_year` for one area of the level ("" for the country) within the period."""
    niveau = filters.niveau if omraade else niveauer.LAND
    ramme = hu_serier.hu_by_year(niveau, filters.struktur, filters.datasaet, data)
    egne = ramme[ramme["omraade_id"] == (omraade or niveauer.LAND)]
    return in_period(egne, filters).reset_index(drop=True)


def in_period(ramme: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The rows whose `aar` lies within the chosen years."""
    return ramme[ramme["aar"].between(filters.fra or 0, filters.til or 9999)]


def settled(serie: pd.DataFrame, delvise: Collection[int]) -> pd.DataFrame:
    """Years with advertised and filled posts that are over and known: none of the `part_years`."""
    return known(serie[~serie["er_prognose"] & ~serie["aar"].isin(delvise)])


def part_years(filters: Filters, data: Snapshot) -> frozenset[int]:
    """The years of which more rounds are to come on the day of the question: nothing is concluded from them."""
    return frozenset(register_years(REGISTER, filters, data).dele)


def parts_only(sted: str, aar: str) -> str:
    """What is said where the numbers of an area are those of parts that are not all of it."""
    hvor = in_sentence(sted).removeprefix("hele ")
    return f"{aar}: tallene er lagt sammen af de dele af {hvor}, der er kendt, og er ikke det hele."


def known(serie: pd.DataFrame) -> pd.DataFrame:
    """Years that tell of advertised and of filled posts, and of the same ones: told of apart, as of two rounds, they
    leave the vacant unknown."""
    return serie[serie[["opslaaet", "besat", "ubesat"]].notna().all(axis=1)]


def rates(filters: Filters, omraade: str, naevner: str, data: Snapshot) -> pd.DataFrame:
    """Fill rate by year where the register is complete: aar, besat, naevner (posts), pct, delvist, kilder.

    `naevner` is "opslaaet" or "dimensioneret". Forecasts are left out; `delvist` years have more rounds to come.
    """
    serie = years(filters, omraade, data)
    fakta = serie[~serie["er_prognose"] & serie["besat"].notna() & (serie[naevner].fillna(0) > 0)]
    niveau = filters.niveau if omraade else niveauer.LAND
    komplette = hu_serier.hu_complete_years(filters.datasaet, niveau, fakta["aar"].astype(int).tolist(), data)
    fakta = fakta[fakta["aar"].isin(komplette)]
    return pd.DataFrame(
        {
            "aar": fakta["aar"].astype(int),
            "besat": fakta["besat"].astype(int),
            "naevner": fakta[naevner].astype(int),
            "pct": 100 * fakta["besat"].astype(float) / fakta[naevner].astype(float),
            "delvist": fakta["aar"].isin(part_years(filters, data)),
            "kilder": fakta["kilder"],
        }
    ).reset_index(drop=True)


def stated_rates(filters: Filters, omraade: str, data: Snapshot) -> pd.DataFrame:
    """The sources' own percentages for an area in years that are not complete, as facts and of the advertised posts.

    A source says "all are filled" without a number: that is 100 pct. of whatever was advertised. Another percentage
    counts only with the two numbers beside it that show its denominator.
    """
    ramme = in_period(hu_serier.hu_stated_rates(filters.datasaet, data), filters)
    navn, niveau = dansk.capital(filters.place(omraade)), filters.niveau if omraade else niveauer.LAND
    kendt_naevner = (ramme["opslaaet"].notna() & ramme["besat"].notna()) | (ramme["besaettelsesgrad_pct"] == 100)
    # the same region has another id in each structure, and one name
    her = (ramme["navn"] == navn) & (ramme["kendt_niveau"] == niveau)
    return ramme[her & ramme["foretrukken"] & ~ramme["er_prognose"] & kendt_naevner]


def told_by(rammer: Iterable[pd.DataFrame], data: Snapshot) -> Belaeg:
    """What rows of HU-forløb rest on: frames with `aar` and `kilder` (kilde_id's parted by ";") or `kilde_id`. What
    happened is known as of its year, what was expected (`er_prognose`) as of its source."""
    poster = [
        (kilde, None if forventet else str(aar))
        for ramme in rammer
        for kilder, aar, forventet in zip(
            ramme["kilder" if "kilder" in ramme else "kilde_id"],
            ramme["aar"],
            ramme["er_prognose"].eq(True) if "er_prognose" in ramme else [False] * len(ramme),
            strict=True,
        )
        for kilde in kilder.split(";")
        if kilde
    ]
    return of_rows(pd.DataFrame(poster, columns=["kilde_id", "dato"]), data)


def year_list(aar: list[int]) -> str:
    """[2011, 2012, 2013, 2023] -> "2011-2013 og 2023"."""
    grupper: list[list[int]] = []
    for et in sorted(aar):
        if grupper and et == grupper[-1][-1] + 1:
            grupper[-1].append(et)
        else:
            grupper.append([et])
    return dansk.sentence_list([str(g[0]) if len(g) == 1 else f"{g[0]}-{g[-1]}" for g in grupper])


def hu_view(
    id_: str,
    filters: Filters,
    data: Snapshot,
    *,
    sted: str = "",
    **dele,
) -> View:
    """A View of this page. `sted` replaces the level in the subtitle."""
    view = register_view(id_, REGISTER, SIDE, filters, data, **dele)
    if sted:
        omraader = saetninger.subtitle(filters).split(" · ")[1:]
        view = replace(view, subtitle=" · ".join([sted, *omraader]))
    return view
