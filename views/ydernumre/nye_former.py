"""What was new before and after 1 July 2025, from which day a region may choose the form of a clinic freely."""

import pandas as pd

from queries import udbud
from queries.database import Snapshot
from queries.periode import first_day, last_day
from views.faelles.filtre import Filters
from views.faelles.kilder import joined
from views.faelles.paastand import register_years
from views.faelles.poster import of_clinics, of_rounds
from views.faelles.udfald import offered_lots
from views.faelles.view import View
from views.figur import farver
from views.figur.model import STABLET, Aksefigur, Hjaelpelinje, Kategorier, Rude, Soejler, Talakse
from views.sprog import dansk
from views.ydernumre.klinikregister import SKIFT, SKIFTETS_ORD, TYPER, clinic_view, clinics_of, complete_years
from views.ydernumre.registeret import ENHEDER, complete

ENHED = ENHEDER["kapacitet"]
PLO = ("Fandt en praktiserende læge", farver.UDFALD["besat"])
FRA_AAR = 2023
FAA = 8
DEFINITION = (
    "Øverst: udbuds-, regions-, nær-, praksis- og licensklinikker, der åbnede i halvåret. Nederst: lægekapaciteter, "
    "der fandt en praktiserende læge i halvåret. De to tælles i hver sin enhed og lægges ikke sammen. Det, hvis halvår "
    "ingen kilde giver, står ikke i figuren."
)


def new_forms(filters: Filters, data: Snapshot) -> View:
    """Two panels by half-year, from 2023: clinics that opened, by type, and capacities that a doctor took. A line
    stands at 1 July 2025."""
    klinikker = clinics_of(filters, data)
    aabnede = klinikker.assign(halvaar=[_half(en) for en in klinikker["fra_dato"]])
    lod = _filled(filters, data)
    paa_aaret = aabnede["aabnede"] & (aabnede["fra_dato"].str.len() == 4) & (aabnede["fra_dato"] >= str(FRA_AAR))
    udaterede = int(paa_aaret.sum())
    aabnede = aabnede[aabnede["halvaar"] != ""]
    halvaar = _halves(pd.concat([aabnede["halvaar"], lod["halvaar"]]))
    komplet = complete(filters, data) and bool(complete_years(filters, data))
    vises = bool(halvaar) and len(aabnede) + len(lod) > 0
    tabel = _table(halvaar, aabnede, lod, komplet)
    belaeg = joined([of_clinics(aabnede, data), of_rounds(lod, data)])
    return clinic_view(
        "nye_former",
        filters,
        data,
        aabnede,
        belaeg=belaeg,
        title=f"Nye klinikker og lægekapaciteter før og efter 1. juli 2025: {filters.place()}",
        figure=_figure(halvaar, tabel) if vises else None,
        table=tabel if vises else pd.DataFrame(),
        alt="To grafer halvår for halvår: åbnede klinikker efter type, og lægekapaciteter, der fandt en læge.",
        definition=DEFINITION,
        note=_note(udaterede, komplet, _going_on(halvaar, filters, data))
        if vises
        else f"Ingen kilde daterer en ny klinik i {filters.place()} siden {FRA_AAR}.",
        decimals=dict.fromkeys(tabel.columns[1:], 0),
    )


def _filled(filters: Filters, data: Snapshot) -> pd.DataFrame:
    """The capacities of the area that a doctor took, each lot once, with the half-year."""
    valg = (filters.datasaet, filters.niveau, filters.struktur, filters.omraade, filters.fra, filters.til)
    lod = offered_lots(udbud.rounds(*valg, data=data))
    lod = lod[(lod["enhed"] == ENHED.enhed) & (lod["antal_laege"] > 0)]
    lod = lod.assign(halvaar=[_half(en) for en in lod["status_dato"]])
    return lod[lod["halvaar"] != ""]


def _half(dato) -> str:
    """ "2025, 2. halvår"; "" before 2023, and when the date may lie in either half."""
    if not isinstance(dato, str) or int(dato[:4]) < FRA_AAR:
        return ""
    foerste, sidste = first_day(dato), last_day(dato)
    halve = {1 if dag.month <= 6 else 2 for dag in (foerste, sidste)}
    return f"{dato[:4]}, {halve.pop()}. halvår" if len(halve) == 1 else ""


def _halves(kendte: pd.Series) -> tuple[str, ...]:
    """All half-years from 2023 to the newest that is known, at least to the one that begins on the day of change."""
    sidste = max([*kendte, f"{SKIFT.year}, 2. halvår"])
    alle = [f"{aar}, {nr}. halvår" for aar in range(FRA_AAR, int(sidste[:4]) + 1) for nr in (1, 2)]
    return tuple(en for en in alle if en <= sidste)


def _table(halvaar: tuple[str, ...], klinikker: pd.DataFrame, lod: pd.DataFrame, komplet: bool) -> pd.DataFrame:
    """A row for each half-year. Where not all is known, a half-year without any is unknown and not zero."""
    typer = [typen for typen in TYPER if (klinikker["kliniktype"] == typen).any()]
    tal = {
        f"{TYPER[typen][0]}, åbnet": [
            int(((klinikker["kliniktype"] == typen) & (klinikker["halvaar"] == en)).sum()) for en in halvaar
        ]
        for typen in typer
    }
    tal[f"Lægekapaciteter: {PLO[0].lower()}"] = [
        int(lod.loc[lod["halvaar"] == en, "antal_laege"].sum()) for en in halvaar
    ]
    ud = {navn: pd.array([n if n or komplet else None for n in antal], dtype="Int64") for navn, antal in tal.items()}
    return pd.DataFrame({"Halvår": list(halvaar)} | ud)


def _going_on(halvaar: tuple[str, ...], filters: Filters, data: Snapshot) -> str:
    """The newest half-year, when more of its year is to come; "" else."""
    delvise = register_years("klinik", filters, data, "konverteret_til_plo").dele
    return halvaar[-1] if halvaar and int(halvaar[-1][:4]) in delvise else ""


def _note(udaterede: int, komplet: bool, ikke_slut: str) -> str:
    dele = (
        []
        if komplet
        else ["Tallene er det, kilderne viser; et tomt halvår er ikke nul, og før og efter kan ikke sammenlignes."]
    )
    if ikke_slut:
        dele.append(f"{ikke_slut}: der kan komme flere.")
    if udaterede:
        uden = dansk.counted(udaterede, "klinik, der kun kendes", "klinikker, der kun kendes")
        dele.append(f"{dansk.capital(uden)} på året, står ikke i figuren.")
    return " ".join(dele)


def _figure(halvaar: tuple[str, ...], tabel: pd.DataFrame) -> Aksefigur:
    """The years are written once, below both panels; the line stands between the half-years it parts."""
    *typer, plo = tabel.columns[1:]
    navne = {f"{navn}, åbnet": (navn, farve) for navn, farve in TYPER.values()}
    steder = tuple(f"{en[:4]}<br>{en[6:8]} halvår" for en in halvaar)
    oeverst = tuple(_bars(*navne[typen], steder, tabel[typen]) for typen in typer)
    nederst = (_bars(*PLO, steder, tabel[plo]),)
    linje = Hjaelpelinje("x", halvaar.index(f"{SKIFT.year}, 2. halvår") - 0.5, SKIFTETS_ORD)
    ruder = (
        Rude(
            nederst,
            Kategorier(steder),
            _whole(tabel),
            "Lægekapaciteter, der fandt en læge",
            plads=(0, 1, 0, 0.36),
        ),
        Rude(
            oeverst,
            Kategorier(steder, vises=False),
            _whole(tabel),
            "Åbnede klinikker",
            plads=(0, 1, 0.55, 0.93),
        ),
    )
    return Aksefigur(ruder, 460, STABLET, True, margen=(0, 10, 8, 44), linjer=(linje,))


def _whole(tabel: pd.DataFrame) -> Talakse:
    """Where few are counted, only whole numbers are written at the axis."""
    return Talakse("", hele=int(tabel.iloc[:, 1:].max().max()) < FAA)


def _bars(navn: str, farve: str, steder: tuple[str, ...], antal: pd.Series) -> Soejler:
    vaerdier = tuple(None if pd.isna(en) else int(en) for en in antal)
    hover = tuple(
        f"{sted.replace('<br>', ', ')}: {navn.lower()} {dansk.INGEN_DATA if n is None else n}"
        for sted, n in zip(steder, vaerdier, strict=True)
    )
    return Soejler(navn, steder, vaerdier, farve, hover)
