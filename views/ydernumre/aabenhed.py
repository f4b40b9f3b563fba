"""What of the offers can be looked up, region by region: the place, the deadline, the applicants and the outcome. It
says how much sources tell, on own data how much is registered, and passes no verdict on anyone: what no source tells
may still have been told."""

from dataclasses import dataclass

import pandas as pd

from geo import niveauer
from queries import udbud
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import completeness
from views.faelles.kilder import Belaeg
from views.faelles.poster import of_rounds
from views.faelles.registerview import register_view
from views.faelles.view import View
from views.figur import farver
from views.figur.model import Felt, Gitter
from views.sprog import dansk
from views.sprog.ord import KAN_INDLAESES
from views.ydernumre.registeret import SIDE


@dataclass(frozen=True)
class Oplysning:
    """One thing about an offer that can be public, and the column that says how many offers it can be asked of."""

    kolonne: str
    navn: str
    ud_af: str


OPLYSNINGER = (
    Oplysning("sted", "Kommune", "udbud"),
    Oplysning("frist", "Frist", "udbud"),
    Oplysning("ansoegere", "Ansøgere", "udloebne"),
    Oplysning("udfald", "Udfald", "udloebne"),
)
DEFINITION = (
    "Hvert opslag tæller én gang for hver runde, uanset om det gælder ydernumre, lægekapaciteter eller en klinik; "
    "beslutninger uden kendt opslag tæller ikke. Kommune: kommunen er oplyst, ikke kun regionen. Frist: sidste dag for "
    "ansøgning er oplyst. Ansøgere: antallet er oplyst, også når det er 0. Udfald: det er oplyst, hvad der blev af "
    "opslaget. Om ansøgere og udfald spørges der først, når fristen er gået eller ikke kendes."
)
# The shares of a class, in pct. from and up to (not with); steps of the ramp of magnitude.
KLASSER = ((0, 20), (20, 40), (40, 60), (60, 80), (80, 101))


def openness_view(filters: Filters, data: Snapshot) -> View:
    """Four counts for each region and the country: of so many offers it is public. It works on what is known, for a
    count of what sources show claims nothing of the rest."""
    tal = udbud.openness(filters.datasaet, filters.struktur, filters.fra, filters.til, dag=filters.i_dag, data=data)
    tal = tal[(tal["omraade_id"] != "ikke_stedfaestet") | (tal["udbud"] > 0)]
    land = tal.select_dtypes("number").sum()
    tal = pd.concat([tal, pd.DataFrame([{"omraade_id": niveauer.LAND, "navn": niveauer.HELE_LANDET} | dict(land)])])
    komplet, begrundelse = completeness("udbud", filters, data)
    kendt = bool(land["udbud"])
    return register_view(
        "udbud_aabenhed",
        "udbud",
        SIDE,
        filters.on(niveau="region", omraade="", sammenlign=""),
        data,
        belaeg=_told_by(filters, data),
        title=_title(land, komplet) if kendt else "Hvad er oplyst om udbuddene?",
        figure=_figure(tal, komplet) if kendt else None,
        table=_table(tal) if kendt else pd.DataFrame(),
        alt="For hver region: ved hvor mange opslag kommunen, fristen, ansøgerne og udfaldet er oplyst.",
        definition=DEFINITION,
        coverage="Registeret er fuldstændigt." if komplet else begrundelse,
        note=_note(komplet, filters.datasaet)
        if kendt
        else f"Ingen kilde fortæller om udbud i perioden. {KAN_INDLAESES}",
    )


def _told_by(filters: Filters, data: Snapshot) -> Belaeg:
    alle = udbud.rounds(filters.datasaet, "region", filters.struktur, "", filters.fra, filters.til, data=data)
    return of_rounds(alle[alle["er_udbudt"]], data)


def _title(land: pd.Series, komplet: bool) -> str:
    """What is said least about, with its count."""
    mindst = min(OPLYSNINGER, key=lambda en: land[en.kolonne] / max(land[en.ud_af], 1))
    hvad = {"sted": "kommunen", "frist": "fristen", "ansoegere": "antallet af ansøgere", "udfald": "udfaldet"}
    opslag = "" if komplet else " kendte"
    return f"{dansk.capital(hvad[mindst.kolonne])} er oplyst ved {_of(land, mindst)}{opslag} opslag"


def _of(post: pd.Series, en: Oplysning) -> str:
    return f"{dansk.number(int(post[en.kolonne]))} af {dansk.number(int(post[en.ud_af]))}"


def _note(komplet: bool, datasaet: str) -> str:
    if komplet or datasaet == "egne":
        hvad = "Tallene siger, hvad der står i egne data, ikke hvad der er offentligt. " if datasaet == "egne" else ""
        return f"{hvad}En tom celle i registeret tæller som ikke oplyst."
    return (
        "Tallene gælder de opslag, vi kender, og siger ikke, hvad en region har oplyst til ansøgerne: det, ingen kilde "
        "viser, kan have stået i et opslag, der ikke længere er på nettet. Felterne er derfor ikke farvet efter andel."
    )


def _figure(tal: pd.DataFrame, komplet: bool) -> Gitter:
    """A row for each region with its offers, a column for each piece of information."""
    return Gitter(
        kolonner=tuple(en.navn for en in OPLYSNINGER),
        raekker=tuple(post["navn"] for _, post in tal.iterrows()),
        felter=tuple(tuple(_cell(post, en, komplet) for en in OPLYSNINGER) for _, post in tal.iterrows()),
        valgte=(niveauer.HELE_LANDET,),
        klasser=tuple(
            (farver.SEKVENTIEL[nr], f"{fra}-{min(til, 100)} pct." if nr in (0, len(KLASSER) - 1) else "")
            for nr, (fra, til) in enumerate(KLASSER)
        )
        if komplet
        else (),
    )


def _cell(post: pd.Series, en: Oplysning, komplet: bool) -> Felt:
    """ "12 af 40"; a region without offers has nothing to tell of."""
    ud_af = int(post[en.ud_af])
    if not ud_af:
        return Felt("–", "", "ingen opslag at spørge om")
    andel = 100 * int(post[en.kolonne]) / ud_af
    klasse = next(nr for nr, (fra, til) in enumerate(KLASSER) if fra <= andel < til)
    farve = farver.SEKVENTIEL[klasse] if komplet else farver.SEKVENTIEL[0]
    return Felt(_of(post, en), farve, f"{dansk.number(andel)} pct.")


def _table(tal: pd.DataFrame) -> pd.DataFrame:
    kolonner = {"Region": tal["navn"], "Opslag": tal["udbud"], "Frist gået eller ukendt": tal["udloebne"]}
    for en in OPLYSNINGER:
        kolonner |= {
            f"{en.navn} oplyst": tal[en.kolonne],
            f"{en.navn} (pct.)": (100.0 * tal[en.kolonne] / tal[en.ud_af].where(tal[en.ud_af] > 0)).astype("Float64"),
        }
    return pd.DataFrame(kolonner).reset_index(drop=True)
