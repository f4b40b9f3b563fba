"""Which areas somebody has designated as short of doctors: list by list, with its date, the country's and the regions'
lists apart."""

from datetime import date

import pandas as pd

from geo import niveauer
from geo.kortlag import close_up, layer
from queries import behov
from queries.database import Snapshot
from queries.periode import first_day, last_day
from views.balance.behov_ord import SIDE
from views.faelles import saetninger
from views.faelles.filtre import Filters
from views.faelles.kilder import of_rows
from views.faelles.view import View
from views.figur import farver
from views.figur.model import Klasse, Kort
from views.sprog import dansk
from views.sprog.ord import KAN_INDLAESES

LISTER = {
    "landsdaekkende": "Den landsdækkende liste",
    "plo": "PLO’s liste",
    "regional": "Regionens liste",
    "opmaerksomhed": "Opmærksomhedsområder",
}
# The lists of the whole country, in the order in which one of them is drawn.
PAA_KORTET = ("landsdaekkende", "plo")
DAEKNING = {"hele": "Helt", "dele": "Delvist", "ukendt": "Helt eller delvist"}
FARVER = {"hele": 4, "ukendt": 3, "dele": 1}
DEFINITION = (
    "Den landsdækkende liste er fast i en aftaleperiode; regionernes lister er løbende eller årlige. Lister går efter "
    "postnumre eller planområder, så en kommune kan være delvist på. De er udpegninger og ikke en opgørelse af, hvor "
    "mange læger der er."
)


def designated_view(filters: Filters, data: Snapshot) -> View:
    """The country's newest list on a map of the kommuner, with the chosen area outlined, and every list in the
    table: those of the area where it is on any."""
    landets = _begun(behov.designated(filters.datasaet, data), filters)
    egne, staar = _of_area(landets, filters), _in_force(landets, filters)
    liste, vist = _drawn(staar), egne if len(egne) else landets
    belaeg = of_rows(pd.concat([vist, liste]).assign(dato=lambda en: en["fra"]), data)
    navn = filters.area_name(uden=niveauer.HELE_LANDET)
    return View(
        id="beh_truede",
        title=_title(liste, _of_area(liste, filters), filters),
        subtitle=f"{navn} · {saetninger.period_and_dataset(filters)}",
        figure=_figure(liste, filters) if len(liste) else None,
        table=_table(vist),
        alt=f"Danmarkskort med de {dansk.quantity(len(liste), 'kommuner')}, der står på listen."
        if len(liste)
        else "Ingen figur: ingen liste for hele landet er kendt.",
        definition=DEFINITION,
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        coverage=_coverage(staar, filters),
        geography=layer("kommune", filters.struktur).grundlag.navn,
        link=filters.link(SIDE),
        filters=filters,
        note=_note(staar, liste),
        missing="–",
    )


def _begun(alle: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The lists of the period: begun by its end, and not over before it."""
    til, fra = filters.til or 9999, filters.fra or 0
    inde = [int(en[:4]) <= til and int((slut or "9999")[:4]) >= fra for en, slut in _spans(alle)]
    return alle.loc[inde].reset_index(drop=True)


def _spans(alle: pd.DataFrame) -> list[tuple[str, str | None]]:
    par = zip(alle["fra"], alle["til"], strict=True)
    return [(fra, til if isinstance(til, str) else None) for fra, til in par]


def _of_area(alle: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """What lies in the chosen area, as far as a kommune tells."""
    if not filters.omraade:
        return alle
    koder = niveauer.areas(filters.niveau, filters.struktur)[filters.omraade].kommunekoder
    return alle[alle["kommunekode"].isin(koder)].reset_index(drop=True)


def _in_force(alle: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """What stands on each list at the end of the period, or today: an area from the day it came on until it went off.
    PLO's lists are counts of a day, and the newest stands for itself."""
    dag = _day(filters)
    ud = alle.loc[[first_day(fra) <= dag and (til is None or last_day(til) >= dag) for fra, til in _spans(alle)]]
    plo = ud["liste"] == "plo"
    if not plo.any():
        return ud
    nyeste = max(ud.loc[plo, "fra"], key=first_day)
    return ud[~plo | (ud["fra"] == nyeste)]


def _day(filters: Filters) -> date:
    return min(filters.i_dag, date(filters.til, 12, 31)) if filters.til else filters.i_dag


def _drawn(alle: pd.DataFrame) -> pd.DataFrame:
    """The kommuner of the country's list: the official one where there is one."""
    for art in PAA_KORTET:
        egne = alle[(alle["liste"] == art) & (alle["omraade_type"] == "kommune")]
        if len(egne):
            return egne
    return alle.head(0)


def _when(liste: str, fra: str, filters: Filters) -> str:
    """As of when a list stands: what was counted on a day on that day, a running list today."""
    er_opgjort = liste == "plo" or len(fra) < len("2026-01-01")
    return dansk.day(fra) if er_opgjort else f"pr. {dansk.day(_day(filters).isoformat())}"


def _title(liste: pd.DataFrame, egne: pd.DataFrame, filters: Filters) -> str:
    if liste.empty:
        return f"Lægedækningstruede områder: {filters.area_name(uden=niveauer.HELE_LANDET)}"
    foerste = liste.iloc[0]
    hvad = f"{LISTER[foerste['liste']]} over lægedækningstruede, {_when(foerste['liste'], foerste['fra'], filters)}"
    if filters.omraade and egne.empty:
        return f"{hvad}: ingen del af {filters.area_name()}"
    hvordan = egne["daekning"].unique()
    daekning = DAEKNING[hvordan[0]].lower() if len(hvordan) == 1 else "helt eller delvist"
    if filters.omraade and filters.niveau == "kommune":
        return f"{hvad}: {filters.area_name()} {daekning}"
    hvor = f" i {filters.area_name()}" if filters.omraade else ""
    return f"{hvad}: {dansk.quantity(len(egne), 'kommuner')}{hvor} {daekning}"


def _figure(liste: pd.DataFrame, filters: Filters) -> Kort:
    lag = layer("kommune", filters.struktur)
    navne = niveauer.areas("kommune", filters.struktur)
    paa = dict(zip(liste["kommunekode"], liste["daekning"], strict=True))
    klasser = [
        Klasse(
            farver.SEKVENTIEL[trin], DAEKNING[art], farver.TEKST_PAA[trin], tuple(en for en in paa if paa[en] == art)
        )
        for art, trin in FARVER.items()
        if art in paa.values()
    ]
    uden = tuple(en for en in lag.omraade_ids if en not in paa)
    siden = dict(zip(liste["kommunekode"], map(dansk.day, liste["fra"]), strict=True))
    svaev = {
        kode: f"{en.navn}<br>" + (f"{DAEKNING[paa[kode]].lower()}, {siden[kode]}" if kode in paa else "ikke på listen")
        for kode, en in navne.items()
    }
    valgte = close_up(lag, _kommuner(filters)) if filters.omraade else {}
    klasser.append(Klasse(farver.NEUTRAL, "Ikke på listen", None, uden))
    return Kort(lag, tuple(klasser), svaev, "På listen", **valgte)


def _kommuner(filters: Filters) -> tuple[str, ...]:
    return niveauer.areas(filters.niveau, filters.struktur)[filters.omraade].kommunekoder


def _table(alle: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Liste": [LISTER[en] for en in alle["liste"]],
            "Område": alle["omraade"],
            "Kommune": alle["kommune"],
            "Helt eller delvist": [DAEKNING[en] for en in alle["daekning"]],
            "Fra": [dansk.day(en) for en in alle["fra"]],
            "Til": [dansk.day(en) if isinstance(en, str) else "" for en in alle["til"]],
            "Udpeget af": alle["udpeget_af"],
            "Kilde": alle["titel"],
        }
    )


def _coverage(alle: pd.DataFrame, filters: Filters) -> str:
    """Each list with its date and how much stands on it."""
    dele = [
        f"{LISTER[art]}, {_when(art, egne['fra'].iloc[0], filters)}: {dansk.quantity(len(egne), 'områder')}"
        for art in LISTER
        if len(egne := alle[alle["liste"] == art])
    ]
    return f"{'; '.join(dele)}." if dele else ""


def _note(alle: pd.DataFrame, liste: pd.DataFrame) -> str:
    regionale = alle["liste"].isin(["regional", "opmaerksomhed"]).any()
    if len(liste):
        return "Kortet viser landets liste; regionernes egne lister står for sig i tabellen." if regionale else ""
    if regionale:
        return "I perioden er kun regionernes egne lister kendt; de står i tabellen."
    return f"Ingen liste er kendt i perioden. {KAN_INDLAESES}"
