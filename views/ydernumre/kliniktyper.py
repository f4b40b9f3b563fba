"""Clinics that are not PLO-klinikker: opened, ended, taken over by general practitioners, or still waiting."""

from dataclasses import replace
from datetime import date

import pandas as pd

import queries
from queries import klinikker
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.poster import newest_date, sources_of
from views.faelles.registerview import register_view
from views.faelles.sted import about
from views.faelles.view import View
from views.figur import farver, model
from views.figur.ramme import by_year, list_of_bars
from views.sprog import dansk
from views.sprog.markdown import figure_text, plain
from views.ydernumre.registeret import SIDE, area_name

TYPER = {
    "udbudsklinik": ("Udbudsklinik", farver.UDFALD["udbudsklinik"]),
    "regionsklinik": ("Regionsklinik", farver.UDFALD["regionsklinik"]),
    "naerklinik": ("Nærklinik", farver.SAMMENLIGN),
    "praksisklinik": ("Praksisklinik", farver.LINJE),
    "licensklinik": ("Licensklinik", farver.REFERENCE),
}
DEFINITION = (
    "Udbudsklinikker drives af en privat leverandør på kontrakt med regionen; regions-, nær- og praksisklinikker "
    "drives af regionen selv; licensklinikker drives på licens. En PLO-klinik ejes af praktiserende læger."
)
HAENDELSER = {
    "aabnet": ("Åbnet", farver.REFERENCE),
    "plo": ("Overtaget som PLO-klinik", farver.UDFALD["besat"]),
    "andet": ("Ophørt eller givet videre til anden drift", farver.UDFALD["ingen_ansoegere"]),
}
# Years waited, from and up to (not with): a handful of bars.
VENTET = ((0, 1, "Under 1 år"), (1, 2, "1-2 år"), (2, 5, "2-5 år"), (5, 10, "5-10 år"), (10, 99, "Over 10 år"))
UDEN_START = "Ingen kilde fortæller, hvornår klinikkerne begyndte; de står i tabellen."
DAGE_PR_AAR = 365.25


def clinics_by_year(filters: Filters, data: Snapshot) -> View:
    """How many clinics of each type there were at the end of each year; only for years that are known completely."""
    liste = _clinics(filters, data)
    aarene = _complete_years(filters, data)
    opgjort = klinikker.newest_day(filters.datasaet, data)
    tal = {typen: [_at_end_of(liste, typen, aar, opgjort) for aar in aarene] for typen in TYPER}
    tal = {typen: antal for typen, antal in tal.items() if any(antal)}
    tabel = pd.DataFrame({"År": [str(aar) for aar in aarene]} | {TYPER[en][0]: antal for en, antal in tal.items()})
    withheld = _withheld(filters, data, "Hvor mange klinikker der findes,") if not aarene else ""
    return _view(
        "klinikker_pr_aar",
        filters,
        data,
        liste,
        title=f"Udbuds- og regionsklinikker ved årets udgang: {area_name(filters)}",
        figure=_bars(tal, aarene, TYPER, "Klinikker", model.STABLET) if tal else None,
        table=pd.DataFrame() if withheld else tabel,
        alt="Søjler for hvert år: antal klinikker, delt efter type.",
        definition=f"{DEFINITION} Talt ved årets udgang, det sidste år ved seneste oplysning. En klinik uden kendt "
        "startdato tæller med fra begyndelsen.",
        withheld=withheld,
        note="" if withheld or tal else f"Ingen udbuds- eller regionsklinikker i {area_name(filters)}.",
    )


def clinic_events(filters: Filters, data: Snapshot) -> View:
    """What happened to clinics, year by year, as far as the date is known: opened, taken over, ended otherwise."""
    liste = _clinics(filters, data)
    dele = {
        "aabnet": liste.loc[liste["aabnede"], "fra_dag"],
        "plo": liste.loc[liste["ophoerte"] & (liste["efterfoelger_type"] == "PLO-klinik"), "til_dag"],
        "andet": liste.loc[liste["ophoerte"] & (liste["efterfoelger_type"] != "PLO-klinik"), "til_dag"],
    }
    kendte = [dag.year for dage in dele.values() for dag in dage]
    aarene = list(range(min(kendte), max(kendte) + 1)) if kendte else []
    tal = {navn: [int((dage.dt.year == aar).sum()) for aar in aarene] for navn, dage in dele.items()}
    uden = int(liste["fra_dag"].isna().sum())
    komplet = bool(_complete_years(filters, data))
    udaterede = (
        f" {dansk.counted(uden, 'klinik', 'klinikker')} uden kendt startdato står ikke i figuren." if uden else ""
    )
    forbehold = "" if komplet else " Et tomt år er ikke nul: kilderne er eksempler."
    if not komplet:
        # what no source tells of is unknown, not zero
        tal = {navn: [n or None for n in antal] for navn, antal in tal.items()}
    tabel = {HAENDELSER[en][0]: pd.array(antal, dtype="Int64") for en, antal in tal.items()}
    return _view(
        "klinikhaendelser",
        filters,
        data,
        liste,
        title=f"Klinikker, der er åbnet, overtaget og ophørt: {area_name(filters)}",
        figure=_bars(tal, aarene, HAENDELSER, "Klinikker", model.VED_SIDEN) if kendte else None,
        table=pd.DataFrame({"År": [str(aar) for aar in aarene]} | tabel),
        alt="Søjler for hvert år: "
        + "; ".join(f"{HAENDELSER[navn][0].lower()} {len(en)} i alt" for navn, en in dele.items()),
        definition=f"{DEFINITION} Hver klinik tæller i det år, den åbnede, og i det år, den ophørte.",
        note=f"{'Tallene er det, kilderne viser.' if not komplet else ''}{udaterede}{forbehold}".strip()
        if kendte
        else f"Ingen kilde daterer en klinik i {area_name(filters)} i perioden.",
    )


def conversions(filters: Filters, data: Snapshot) -> View:
    """The clinics that became something else, above all PLO-klinikker: from when, to when, how many patients."""
    liste = _clinics(filters, data)
    blev = liste[liste["ophoerte"] & liste["efterfoelger_type"].notna()]
    plo = blev[blev["efterfoelger_type"] == "PLO-klinik"]
    kendte = "" if _complete_years(filters, data) else " kendte"
    hvad = dansk.noun(len(plo), "klinik", "klinikker")
    return _view(
        "overtagelser",
        filters,
        data,
        blev,
        title=f"{len(plo) or 'Ingen'}{kendte} {hvad} er overtaget som PLO-klinik: {area_name(filters)}",
        figure=_spans(plo) if len(plo) else None,
        table=_transitions(blev),
        alt="Bjælker fra start til overtagelse: "
        + ("; ".join(f"{en.navn}, {_day(en.til_dato)}" for en in plo.itertuples()) or "ingen."),
        definition=f"{DEFINITION} Kendes kun startens år eller måned, begynder bjælken den første dag. Tabellen har "
        "alle klinikker, der i perioden ophørte eller blev til noget andet.",
        note=_conversion_note(blev, plo) if len(plo) else f"Ingen kendt overtagelse i {area_name(filters)} i perioden.",
    )


def waiting(filters: Filters, data: Snapshot) -> View:
    """How long the clinics that still run have waited for a general practitioner; only on complete data."""
    opgjort = klinikker.newest_day(filters.datasaet, data)
    if filters.til and opgjort:
        opgjort = min(opgjort, date(filters.til, 12, 31))
    liste = _clinics(filters, data)
    aabne = _open_on(liste, opgjort)
    aar = (pd.Timestamp(opgjort) - aabne["fra_dag"]).dt.days / DAGE_PR_AAR if opgjort else pd.Series(dtype=float)
    aabne = aabne.assign(aar=aar).sort_values("aar", ascending=False)
    aarene = _complete_years(filters, data)
    withheld = (
        ""
        if aarene and opgjort and aarene[-1] == opgjort.year
        else _withheld(filters, data, "Hvor mange der venter, og hvor længe,")
    )
    tal = {
        typen: [
            int((aabne.loc[aabne["kliniktype"] == typen, "aar"].between(fra, til, "left")).sum())
            for fra, til, _ in VENTET
        ]
        for typen in TYPER
    }
    kendte = any(map(any, tal.values()))
    ingen = UDEN_START if len(aabne) else f"Ingen klinikker venter i {area_name(filters)}."
    halvdelen = f", halvdelen i mere end {dansk.number(aabne['aar'].median(), 1)} år" if kendte else ""
    titel = f"{len(aabne)} klinikker venter stadig på en praktiserende læge{halvdelen}"
    titel = "hvor længe har klinikkerne ventet?" if withheld or aabne.empty else titel
    return _view(
        "venter",
        filters,
        data,
        aabne,
        title=f"{dansk.capital(area_name(filters))}: {titel}",
        figure=None
        if withheld or not kendte
        else _bars(
            {en: n for en, n in tal.items() if any(n)}, [navn for *_, navn in VENTET], TYPER, "Klinikker", model.STABLET
        ),
        table=pd.DataFrame() if withheld else _waiting_table(aabne),
        alt="Søjler efter, hvor længe klinikkerne har været i drift uden at blive PLO-klinik, delt efter type.",
        definition=f"{DEFINITION} Ventetiden er fra klinikkens start til den seneste oplysning "
        f"({dansk.day(str(opgjort)) if opgjort else 'ukendt'}).",
        withheld=withheld,
        note="" if withheld or kendte else ingen,
        decimals={"År": 1},
    )


def clinic_list(filters: Filters, data: Snapshot) -> View:
    """All known clinics of the area and period, one by one."""
    liste = _clinics(filters, data)
    antal = dansk.counted(len(liste), "klinik", "klinikker")
    return _view(
        "klinikliste",
        filters,
        data,
        liste,
        title=f"Kendte klinikker: {area_name(filters)}",
        figure=None,
        table=_list_table(liste),
        alt=f"Tabel med {antal}.",
        definition=DEFINITION,
        text=plain(f"{antal}, der er eller har været udbuds-, regions- eller licensklinik." if len(liste) else ""),
        note="" if len(liste) else f"Ingen kendt klinik i {area_name(filters)} i perioden.",
        date_columns=("Fra", "Til"),
        link_column="Kilde",
        missing="–",
    )


def _list_table(liste: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Klinik": liste["navn"],
            "Sted": liste["sted"],
            "Region": liste["region"],
            "Type": [TYPER[en][0] for en in liste["kliniktype"]],
            "Fra": liste["fra_dato"],
            "Til": liste["til_dato"],
            "Blev til": liste["efterfoelger_type"],
            "Patienter": liste["patienter"],
            "Kilde": liste["url"],
        }
    )


def _clinics(filters: Filters, data: Snapshot) -> pd.DataFrame:
    return klinikker.clinics(
        filters.datasaet, filters.niveau, filters.struktur, filters.omraade, filters.fra, filters.til, data=data
    )


def _complete_years(filters: Filters, data: Snapshot) -> list[int]:
    """The years of the period in which every clinic is known. Clinics are older than most registers of them."""
    aarene = data.once(_years_known, filters.datasaet, filters.niveau)
    return [aar for aar in aarene if (filters.fra or aar) <= aar <= (filters.til or aar)]


def _years_known(datasaet: str, niveau: str, data: Snapshot) -> tuple[int, ...]:
    aarene = queries.register_range("klinik", datasaet, data)
    return tuple(aar for aar in aarene if queries.is_complete(datasaet, "klinik", niveau, aar, aar, data=data)[0])


def _withheld(filters: Filters, data: Snapshot, hvad: str) -> str:
    _, begrundelse = queries.is_complete(
        filters.datasaet, "klinik", filters.niveau, filters.fra, filters.til, data=data
    )
    return f"{hvad} vises ikke på disse data, for tallet ville ikke holde. {begrundelse}"


def _view(id_: str, filters: Filters, data: Snapshot, poster: pd.DataFrame, **dele) -> View:
    """A View of the clinic register whose sources are those of the clinics it shows."""
    _, begrundelse = queries.is_complete(
        filters.datasaet, "klinik", filters.niveau, filters.fra, filters.til, data=data
    )
    aarene = _complete_years(filters, data)
    fuld = f"Fuldstændigt for {dansk.period(aarene[0], aarene[-1])}." if aarene else begrundelse
    view = about(register_view(id_, "klinik", SIDE, filters, data, **({"coverage": fuld} | dele)), area_name(filters))
    return replace(view, sources=sources_of(poster), as_of=newest_date(poster, ("fra_dato", "til_dato")))


def _open_on(liste: pd.DataFrame, dag: date | None) -> pd.DataFrame:
    """The clinics that run on a day; one with an unknown start has begun before."""
    if dag is None:
        return liste.head(0)
    naar = pd.Timestamp(dag)
    begyndt = liste["fra_dag"].isna() | (liste["fra_dag"] <= naar)
    return liste[begyndt & (liste["til_dag"].isna() | (liste["til_dag"] > naar))]


def _at_end_of(liste: pd.DataFrame, typen: str, aar: int, opgjort: date | None) -> int:
    dag = min(date(aar, 12, 31), opgjort or date(aar, 12, 31))
    return int((_open_on(liste, dag)["kliniktype"] == typen).sum())


def _conversion_note(blev: pd.DataFrame, plo: pd.DataFrame) -> str:
    andre = blev[blev["efterfoelger_type"] != "PLO-klinik"]["efterfoelger_type"].value_counts()
    dele = [f"{n} lukkede" if en == "lukket" else f"{n} blev {en}" for en, n in andre.items()]
    uden = int(plo["fra_dag"].isna().sum())
    tekst = f"Desuden: {dansk.sentence_list(dele)}; de står i tabellen." if dele else ""
    return f"{tekst} {f'{uden} uden kendt start vises kun med overtagelsen.' if uden else ''}".strip()


def _day(dato) -> str:
    return dansk.day(dato) if isinstance(dato, str) else "ikke oplyst"


def _transitions(blev: pd.DataFrame) -> pd.DataFrame:
    """What PLO holds the regions to; takeovers first."""
    ordnet = blev.sort_values("efterfoelger_type", key=lambda en: en != "PLO-klinik", kind="stable")
    return pd.DataFrame(
        {
            "Klinik": ordnet["navn"],
            "Sted": ordnet["sted"],
            "Type": [TYPER[en][0] for en in ordnet["kliniktype"]],
            "Fra": [_day(en) for en in ordnet["fra_dato"]],
            "Til": [_day(en) for en in ordnet["til_dato"]],
            "Blev til": ordnet["efterfoelger_type"],
            "Patienter": ordnet["patienter"],
            "Kilde": ordnet["titel"],
            "Link": ordnet["url"].fillna(""),
        }
    )


def _waiting_table(aabne: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Klinik": aabne["navn"],
            "Sted": aabne["sted"],
            "Type": [TYPER[en][0] for en in aabne["kliniktype"]],
            "Fra": [_day(en) for en in aabne["fra_dato"]],
            "År": aabne["aar"],
            "Patienter": aabne["patienter"],
        }
    )


def _bars(tal: dict[str, list[int]], x: list, navne: dict, titel: str, maade: str) -> model.Aksefigur:
    steder = tuple(str(en) for en in x)
    serier = tuple(
        model.Soejler(
            navne[en][0],
            steder,
            tuple(antal),
            navne[en][1],
            tuple(f"{hvor}: {navne[en][0].lower()} {dansk.number(n)}" for hvor, n in zip(steder, antal)),
        )
        for en, antal in tal.items()
    )
    return by_year(serier, titel, 340, maade=maade, forklaring=True)


def _spans(plo: pd.DataFrame) -> model.Aksefigur:
    """A bar per clinic from its start to the takeover, which a dot marks; without a known start only the dot."""
    ordnet = plo.sort_values("til_dag", ascending=False)
    navne = [f"{figure_text(en.sted)} ({TYPER[en.kliniktype][0].lower()})" for en in ordnet.itertuples()]
    # clinics of the same kind in the same town need a row each
    raekker = tuple(f"{navn}{' ' * navne[:nr].count(navn)}" for nr, navn in enumerate(navne))
    hover = tuple(f"{figure_text(en.navn)}<br>{_day(en.fra_dato)} - {_day(en.til_dato)}" for en in ordnet.itertuples())
    fra = ordnet["fra_dag"].fillna(ordnet["til_dag"])
    tider = model.Soejler(
        "",
        raekker,
        tuple((til - begyndt).days for til, begyndt in zip(ordnet["til_dag"], fra)),
        tuple(TYPER[en][1] for en in ordnet["kliniktype"]),
        hover,
        liggende=True,
        begynder=tuple(str(en.date()) for en in fra),
    )
    overtaget = model.Punkter(
        "",
        tuple(str(en.date()) for en in ordnet["til_dag"]),
        raekker,
        HAENDELSER["plo"][1],
        stoerrelse=13,
        hover=hover,
        ord=model.Ord(tuple(f" {_day(en)}" for en in ordnet["til_dato"]), model.TIL_HOEJRE),
    )
    y = model.Kategorier(raekker, fra_oven=True)
    return list_of_bars((tider, overtaget), model.Datoakse(), 60 + 28 * len(ordnet), 130, y, luft=0.5)
