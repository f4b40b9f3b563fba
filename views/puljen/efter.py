"""What came after a pool project in the same area: later offers, filled HU-forløb, doctors; as many years after as
before. Nothing is said of why. Where the area or the years are not known, nothing is shown."""

from dataclasses import dataclass

import pandas as pd

from geo import niveauer
from geo.niveauer import LAND
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import withheld_reason
from views.faelles.indikatortal import indicator_series
from views.faelles.kilder import Belaeg, joined, of_years
from views.faelles.paastand import register_years
from views.faelles.sted import about
from views.faelles.view import View
from views.figur import farver
from views.figur.model import VED_ENDEN, VED_SIDEN, Aksefigur, Kategorier, Ord, Soejler, Talakse
from views.figur.ramme import list_of_bars
from views.puljen.pulje import Pulje, pool_view, read_pool
from views.sprog import dansk
from views.sprog.markdown import figure_text

FLEST_AAR = 3  # more years would be about other things
IKKE_AARSAG = "Tallene viser, hvad der skete, ikke hvorfor: der sker meget andet i et område end et projekt."
RAEKKE, NAVNEBREDDE = 46, 30


@dataclass(frozen=True)
class Maal:
    """What is held before and after: its indicator with the register and the level it is known on, and words for it.
    er_bestand: is it counted on a day, and not as what happens in a year?"""

    id: str
    indikator: str
    register: str
    niveau: str
    navn: str
    definition: str
    er_bestand: bool = False


UDBUD = Maal(
    "puljen_efter_udbud",
    "udbudte_ydernumre",
    "udbud",
    "kommune",
    "udbudte ydernumre",
    "Udbudte ydernumre i projektets kommuner, talt i de år, de blev slået op.",
)
HU = Maal(
    "puljen_efter_hu",
    "hu_besat",
    "hu_forloeb",
    "sundhedsraad",
    "besatte HU-forløb",
    "Besatte HU-forløb i det sundhedsråd, der rummer alle projektets kommuner; de kendes ikke for kommuner.",
)
LAEGER = Maal(
    "puljen_efter_laeger",
    "praktiserende_laeger",
    "noegletal",
    "kommune",
    "praktiserende læger",
    "Praktiserende læger i projektets kommuner, året før projektet og det seneste af årene efter.",
    er_bestand=True,
)
VINDUE = (
    "Før er de hele år, der går forud for projektets første år; efter er lige så mange hele år fra og med det, højst "
    f"{FLEST_AAR}."
)


def offers_after(filters: Filters, data: Snapshot) -> View | None:
    """Ydernumre offered in the kommuner of each project, before and after; None without pools."""
    return _view(UDBUD, filters, data)


def training_after(filters: Filters, data: Snapshot) -> View | None:
    """HU-forløb filled in the sundhedsråd of each project, before and after; None without pools."""
    return _view(HU, filters, data)


def doctors_after(filters: Filters, data: Snapshot) -> View | None:
    """General practitioners in the kommuner of each project, before and after; None without pools."""
    return _view(LAEGER, filters, data)


# What a page lets people choose between, by its code in the address.
NAVNE = {"udbud": "Udbudte ydernumre", "hu": "Besatte HU-forløb", "laeger": "Praktiserende læger"}
BYG = {"udbud": offers_after, "hu": training_after, "laeger": doctors_after}


def _view(maal: Maal, filters: Filters, data: Snapshot) -> View | None:
    pulje = read_pool(filters, data)
    if pulje is None:
        return None
    valg = pulje.filters.on(niveau=maal.niveau, indikator=maal.indikator, omraade="", sammenlign="")
    grund = (
        ""
        if maal.er_bestand
        else withheld_reason(maal.register, f"{dansk.capital(maal.navn)} før og efter", valg, data)
    )
    tal = pd.DataFrame() if grund else _before_and_after(maal, pulje, valg, data)
    stoettede = int(pulje.projekter["er_stoettet"].sum())
    vises = len(tal) > 0
    view = pool_view(
        maal.id,
        pulje,
        data,
        belaeg=_told_by(tal, valg, pulje, data) if vises else pulje.belaeg,
        title=_title(maal, tal) if vises else f"{dansk.capital(maal.navn)} før og efter projekterne",
        figure=_figure(maal, tal) if vises else None,
        table=_table(tal) if vises else pd.DataFrame(),
        alt=f"Søjler for hvert projekt: {maal.navn} i samme område før og efter projektets begyndelse.",
        definition=f"{maal.definition} {VINDUE} Et område kan være med i flere projekter.",
        withheld=grund,
        note=_note(maal, tal, stoettede) if not grund else "",
    )
    return about(view, niveauer.HELE_LANDET)


def _before_and_after(maal: Maal, pulje: Pulje, valg: Filters, data: Snapshot) -> pd.DataFrame:
    """A row for each supported project whose area and years are known: projekt, sted, omraader (ids of the level), the
    first and last year before and after, `foer`, `efter`, and the same of the country (NaN where it is not known)."""
    serier = indicator_series(valg, data)
    hele = _whole_years(maal, serier, valg, data)
    koder = {en.navn: en.omraade_id for en in niveauer.areas("kommune", valg.struktur).values()}
    raekker = []
    for post in pulje.projekter[pulje.projekter["er_stoettet"]].itertuples():
        omraader = _areas_of(maal, [koder[en] for en in post.kommuner], valg)
        vindue = _window(maal, serier, omraader, hele, int(post.aar_fra)) if omraader else None
        if vindue is None:
            continue
        foer, efter = vindue
        raekker.append(
            {
                "projekt": post.titel,
                "sted": dansk.sentence_list(list(post.kommuner)),
                "omraader": tuple(omraader),
                "foer_aar": (foer[0], foer[-1]),
                "efter_aar": (efter[0], efter[-1]),
                "foer": float(serier.loc[foer, omraader].sum().sum()),
                "efter": float(serier.loc[efter, omraader].sum().sum()),
                "land_foer": _of_country(serier, foer),
                "land_efter": _of_country(serier, efter),
            }
        )
    return pd.DataFrame(raekker)


def _whole_years(maal: Maal, serier: pd.DataFrame, valg: Filters, data: Snapshot) -> set[int]:
    """The years that can be held against each other. A measurement stands for itself; of what happens all must be
    known."""
    if maal.er_bestand:
        return {int(aar) for aar in serier.index if aar < valg.i_dag.year}
    return set(register_years(maal.register, valg, data).hele)


def _areas_of(maal: Maal, kommuner: list[str], valg: Filters) -> list[str]:
    """The areas of the measure's level that a project is about; [] when they are not known."""
    if maal.niveau == "kommune" or not kommuner:
        return kommuner
    raad = {niveauer.containing("kommune", en, maal.niveau, valg.struktur) for en in kommuner}
    return list(raad) if len(raad) == 1 else []


def _window(
    maal: Maal, serier: pd.DataFrame, omraader: list[str], hele: set[int], aar_fra: int
) -> tuple[list[int], list[int]] | None:
    """The years before and after, as many of each; of what is counted on a day, one of each. None without any."""

    def known(aar: int) -> bool:
        return aar in hele and aar in serier.index and serier.loc[aar, omraader].notna().all()

    if not set(omraader) <= set(serier.columns):
        return None
    if maal.er_bestand:
        senere = [aar for aar in range(aar_fra, aar_fra + FLEST_AAR) if known(aar)]
        return ([aar_fra - 1], [senere[-1]]) if known(aar_fra - 1) and senere else None
    antal = 0
    while antal < FLEST_AAR and known(aar_fra - antal - 1) and known(aar_fra + antal):
        antal += 1
    if not antal:
        return None
    return list(range(aar_fra - antal, aar_fra)), list(range(aar_fra, aar_fra + antal))


def _of_country(serier: pd.DataFrame, aar: list[int]) -> float:
    return float(serier.loc[aar, LAND].sum(skipna=False)) if LAND in serier else float("nan")


def _told_by(tal: pd.DataFrame, valg: Filters, pulje: Pulje, data: Snapshot) -> Belaeg:
    dele = [pulje.eget]
    for post in tal.itertuples():
        i_aarene = valg.on(fra=post.foer_aar[0], til=post.efter_aar[1])
        dele.append(of_years(i_aarene, post.omraader, data))
    return joined(dele)


def _title(maal: Maal, tal: pd.DataFrame) -> str:
    """The years where all projects have the same, and then both sums where every area counts once."""
    vinduer = {(post.foer_aar, post.efter_aar) for post in tal.itertuples()}
    navn = dansk.capital(maal.navn)
    if len(vinduer) > 1:
        return f"{navn} før og efter {dansk.counted(len(tal), 'projekt', 'projekter')}"
    ((foer, efter),) = vinduer
    steder = tal["omraader"].tolist()
    if len({en for dele in steder for en in dele}) < sum(map(len, steder)):
        projekter = dansk.counted(len(tal), "projekts område", "projekters områder")
        return f"{navn} i {projekter}, {dansk.period(*foer)} mod {dansk.period(*efter)}"
    foer_tal, efter_tal = (dansk.number(int(tal[en].sum())) for en in ("foer", "efter"))
    return f"{navn} i projekternes områder: {foer_tal} {dansk.period(*foer)} og {efter_tal} {dansk.period(*efter)}"


def _note(maal: Maal, tal: pd.DataFrame, stoettede: int) -> str:
    if tal.empty:
        return (
            f"Ingen af puljens {dansk.counted(stoettede, 'støttet projekt', 'støttede projekter')} har både et kendt "
            f"område og hele år før og efter med {maal.navn}."
        )
    dele = [IKKE_AARSAG]
    land = tal.drop_duplicates(["foer_aar", "efter_aar"])
    for post in land.itertuples():
        if post.land_foer == post.land_foer and post.land_efter == post.land_efter:
            foer = f"{dansk.number(post.land_foer)} ({dansk.period(*post.foer_aar)})"
            dele.append(f"Hele landet: {foer} og {dansk.number(post.land_efter)} ({dansk.period(*post.efter_aar)}).")
    if ikke := stoettede - len(tal):
        uden = dansk.counted(ikke, "støttet projekt", "støttede projekter")
        dele.append(f"{uden} uden kendt område, eller uden hele år før og efter, er ikke med.")
    return " ".join(dele)


def _table(tal: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Projekt": tal["projekt"],
            "Kommuner": tal["sted"],
            "År før": [dansk.period(*en) for en in tal["foer_aar"]],
            "Før": tal["foer"].astype("Int64"),
            "År efter": [dansk.period(*en) for en in tal["efter_aar"]],
            "Efter": tal["efter"].astype("Int64"),
            "Hele landet før": tal["land_foer"].astype("Int64"),
            "Hele landet efter": tal["land_efter"].astype("Int64"),
        }
    )


def _figure(maal: Maal, tal: pd.DataFrame) -> Aksefigur:
    """Two bars for each project, before and after, in the order of the projects."""
    navne = [figure_text(_shortened(en)) for en in tal["projekt"]]
    # two projects of one name need a row each
    raekker = tuple(f"{navn}{' ' * navne[:nr].count(navn)}" for nr, navn in enumerate(navne))
    serier = []
    for ord_, kolonne, aar, farve in (
        ("Før", "foer", "foer_aar", farver.REFERENCE),
        ("Efter", "efter", "efter_aar", farver.LINJE),
    ):
        antal = tuple(int(en) for en in tal[kolonne])
        hover = tuple(
            f"<b>{navn}</b><br>{dansk.period(*et)}: {dansk.quantity(n, maal.navn)}"
            for navn, et, n in zip(navne, tal[aar], antal, strict=True)
        )
        skrevet = Ord(tuple(dansk.number(n) for n in antal), VED_ENDEN, decimaler=0)
        serier.append(Soejler(ord_, raekker, antal, farve, hover, skrevet, liggende=True))
    hoejde = 90 + RAEKKE * len(raekker)
    y = Kategorier(raekker, fra_oven=True)
    return list_of_bars(tuple(serier), Talakse(""), hoejde, 50, y, maade=VED_SIDEN, forklaring=True)


def _shortened(tekst: str) -> str:
    return tekst if len(tekst) <= NAVNEBREDDE else f"{tekst[: NAVNEBREDDE - 1].rstrip()}…"
