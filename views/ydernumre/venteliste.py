"""The clinics that wait for a general practitioner, one by one: who promised it, when the contract expires, what came
of it, when there was last a contact about it; and the contracts that expire, as a calendar. A promise is an office's.
"""

from datetime import date

import pandas as pd

from queries.database import Snapshot
from queries.periode import last_day
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.figur import model
from views.figur.ramme import by_year
from views.sprog import dansk
from views.sprog.markdown import plain
from views.sprog.ord import KAN_INDLAESES
from views.ydernumre.klinikregister import DEFINITION, TYPER, clinic_view, clinics_of, complete_years

PLO = "PLO-klinik"
LISTE_DEFINITION = (
    f"{DEFINITION} Listen har de klinikker, der ikke er ophørt, og dem, der blev overtaget efter et løfte. Et løfte er "
    "givet af et organ eller en funktion, aldrig af en person. Seneste kontakt er PLO's med regionen om klinikken. "
    "En streg er det, ingen kilde fortæller, eller som ikke findes: kun udbuds- og licensklinikker har en kontrakt."
)
UKENDT = "–"
KENDTE = ("kendt klinik", "kendte klinikker")
# So many quarters of the calendar are drawn: as long as a contract usually runs.
KVARTALER = 20


def watch_list(filters: Filters, data: Snapshot) -> View:
    """Every clinic that waits, those that were promised a doctor first, and those that got one after a promise."""
    alle = clinics_of(filters, data)
    venter = alle[_waits(alle, filters.i_dag)]
    fik = alle[(alle["efterfoelger_type"] == PLO) & alle["konvertering_lovet_af"].notna()]
    liste = pd.concat([venter, fik])
    liste = liste.assign(
        venter=liste["klinik_id"].isin(venter["klinik_id"]), lovet=liste["konvertering_lovet_af"].notna()
    )
    liste = liste.sort_values(
        ["venter", "lovet", "konvertering_lovet_dato", "kontraktudloeb_dato", "navn"],
        ascending=[False, False, True, True, True],
    )
    komplet = bool(complete_years(filters, data))
    lovede = int(venter["konvertering_lovet_af"].notna().sum())
    return clinic_view(
        "venteliste",
        filters,
        data,
        liste,
        title=f"{_title(len(venter), lovede, komplet)}: {filters.place()}",
        figure=None,
        table=_table(liste, komplet),
        alt=f"Tabel med {dansk.counted(len(liste), 'klinik', 'klinikker')}.",
        definition=LISTE_DEFINITION,
        text=plain(_introduction(venter, lovede, len(fik)) if len(liste) else ""),
        note="" if len(liste) else f"Ingen kendte klinikker venter i {filters.place()}. {KAN_INDLAESES}",
        date_columns=("Lovet", "Kontrakt udløber", "Overtaget", "Seneste kontakt"),
        missing=UKENDT,
    )


def expiry_calendar(filters: Filters, data: Snapshot) -> View:
    """The contracts that expire from today on, by the quarter; each of them stands in the table."""
    alle = clinics_of(filters, data)
    i_drift = alle[_waits(alle, filters.i_dag)]
    paa_kontrakt = i_drift[i_drift["kliniktype"].isin(["udbudsklinik", "licensklinik"])]
    med = paa_kontrakt[paa_kontrakt["kontraktudloeb_dato"].notna()].sort_values(["kontraktudloeb_dato", "navn"])
    er_udloebet = [last_day(en) < filters.i_dag for en in med["kontraktudloeb_dato"]]
    kommende = med.loc[[not en for en in er_udloebet]]
    sted = filters.place()
    return clinic_view(
        "kontraktudloeb",
        filters,
        data,
        med,
        title=f"{_next_year(kommende, filters.i_dag)}: {sted}"
        if len(kommende)
        else f"Hvornår udløber kontrakterne i {sted}?",
        figure=_calendar(kommende, filters.i_dag) if len(kommende) else None,
        table=_expiries(med),
        alt="Søjler for hvert kvartal: kontrakter med udbuds- og licensklinikker, der udløber.",
        definition=f"{DEFINITION} Udbuds- og licensklinikker drives på en kontrakt med regionen. Kalenderen begynder "
        "i dag; en kontrakt kan være forlænget, uden at nogen kilde fortæller det.",
        note=_calendar_note(len(paa_kontrakt), len(med), sum(er_udloebet), sted),
        date_columns=("Kontrakt udløber", "Lovet"),
        missing=UKENDT,
    )


def _waits(alle: pd.DataFrame, dag: date) -> pd.Series:
    """Is a clinic not known to have ended, or to have become something else, by a day?"""
    return (alle["til_dag"].isna() & alle["efterfoelger_type"].isna()) | (alle["til_dag"] > pd.Timestamp(dag))


def _title(venter: int, lovede: int, komplet: bool) -> str:
    """What no source says has been taken over may have been, where not all is known."""
    hvem = dansk.counted(venter, "klinik", "klinikker") if komplet else dansk.counted(venter, *KENDTE)
    if lovede:
        return f"{dansk.number(lovede)} af {hvem}, der venter, er lovet en PLO-læge"
    if not venter:
        return "Ingen kendte klinikker venter på en PLO-læge"
    return f"{hvem} {'venter på en PLO-læge' if komplet else 'er ikke meldt overtaget'}; intet løfte er kendt"


def _introduction(venter: pd.DataFrame, lovede: int, fik: int) -> str:
    kontakt = int(venter["kontakt_dato"].notna().sum())
    dele = [f"Seneste kontakt er kendt for {dansk.number(kontakt)} af {dansk.number(len(venter))}, der venter."]
    if fik:
        dele.append(f"Nederst står {dansk.counted(fik, 'klinik', 'klinikker')}, der blev overtaget efter et løfte.")
    if not lovede:
        dele.append(
            "Regionerne ved, hvad de har lovet; sekretariatet kan skrive det i kolonnen »Konvertering lovet af« og "
            "indlæse det på siden Data og kilder."
        )
    return " ".join(dele)


def _table(liste: pd.DataFrame, komplet: bool) -> pd.DataFrame:
    blev_plo = liste["efterfoelger_type"] == PLO
    return pd.DataFrame(
        {
            "Klinik": liste["navn"],
            "Kommune": liste["kommune"],
            "Type": [TYPER[en][0] for en in liste["kliniktype"]],
            "Lovet af": liste["konvertering_lovet_af"].map(dansk.capital, na_action="ignore"),
            "Lovet": liste["konvertering_lovet_dato"],
            "Kontrakt udløber": liste["kontraktudloeb_dato"],
            "Blev PLO-klinik": ["ja" if en else "nej, venter" if komplet else "ikke meldt" for en in blev_plo],
            "Overtaget": liste["til_dato"].where(blev_plo),
            "Seneste kontakt": liste["kontakt_dato"],
        }
    ).reset_index(drop=True)


def _next_year(kommende: pd.DataFrame, dag: date) -> str:
    """How many expire within a year, else when the next one does."""
    graense = dag.replace(year=dag.year + 1, day=min(dag.day, 28))
    antal = sum(last_day(en) < graense for en in kommende["kontraktudloeb_dato"])
    if antal:
        return f"{dansk.counted(antal, 'kontrakt', 'kontrakter')} udløber inden for et år"
    return f"Den næste kontrakt udløber {dansk.day(kommende['kontraktudloeb_dato'].iloc[0])}"


def _calendar(kommende: pd.DataFrame, dag: date) -> model.Aksefigur:
    """A bar for each quarter from this one on; a contract of which only the year is known stands in its last."""
    foerste = pd.Period(dag, freq="Q")
    slut = [pd.Period(last_day(en), freq="Q") for en in kommende["kontraktudloeb_dato"]]
    sidste = min(max(slut), foerste + KVARTALER - 1)
    kvartaler = list(pd.period_range(foerste, sidste, freq="Q"))
    serier = []
    for typen, (navn, farve) in TYPER.items():
        antal = [sum(en == kvartal for en in _of_type(kommende, slut, typen)) for kvartal in kvartaler]
        if any(antal):
            steder = tuple(_quarter(en) for en in kvartaler)
            hover = tuple(f"{sted}: {navn.lower()} {n}" for sted, n in zip(steder, antal, strict=True))
            serier.append(model.Soejler(navn, steder, tuple(antal), farve, hover))
    # a year is written once, at its first quarter that is drawn
    aar = {en.year: _quarter(en) for en in reversed(kvartaler)}
    skrevne = tuple((kvartal, str(et)) for et, kvartal in sorted(aar.items()))
    x = model.Kategorier(tuple(_quarter(en) for en in kvartaler), skrevne=skrevne)
    return by_year(tuple(serier), "Kontrakter", 320, x, maade=model.STABLET, forklaring=True)


def _of_type(kommende: pd.DataFrame, slut: list[pd.Period], typen: str) -> list[pd.Period]:
    return [en for en, art in zip(slut, kommende["kliniktype"], strict=True) if art == typen]


def _quarter(kvartal: pd.Period) -> str:
    return f"{kvartal.quarter}. kv. {kvartal.year}"


def _expiries(med: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Kontrakt udløber": med["kontraktudloeb_dato"],
            "Klinik": med["navn"],
            "Sted": med["sted"],
            "Type": [TYPER[en][0] for en in med["kliniktype"]],
            "Lovet af": med["konvertering_lovet_af"].map(dansk.capital, na_action="ignore"),
            "Lovet": med["konvertering_lovet_dato"],
        }
    ).reset_index(drop=True)


def _calendar_note(paa_kontrakt: int, med: int, udloebet: int, sted: str) -> str:
    if not paa_kontrakt:
        return f"Ingen kendte udbuds- eller licensklinikker i {sted}."
    if not med:
        hvem = dansk.counted(paa_kontrakt, "kendt udbuds- eller licensklinik", "kendte udbuds- og licensklinikker")
        return (
            f"Ingen kilde fortæller, hvornår kontrakten udløber for {hvem} i {sted}. Regionerne har kontrakterne; "
            "datoerne kan indlæses på siden Data og kilder (kolonnen »Kontraktudløb«)."
        )
    dele = [f"Kontraktens udløb er kendt for {dansk.number(med)} af {dansk.number(paa_kontrakt)}."]
    if udloebet:
        dele.append(f"{dansk.number(udloebet)} er allerede udløbet og står øverst i tabellen.")
    return " ".join(dele)
