"""Clinics that are not PLO-klinikker: opened, ended, taken over by general practitioners, or still waiting."""

from datetime import date

import pandas as pd

from queries import klinikker
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.figur import model
from views.figur.ramme import list_of_bars
from views.sprog import dansk
from views.sprog.markdown import figure_text, plain
from views.ydernumre.klinikregister import (
    DEFINITION,
    HAENDELSER,
    TYPER,
    bars,
    clinic_view,
    clinics_of,
    complete_years,
    open_on,
    withheld_clinics,
)

# Years waited, from and up to (not with): a handful of bars.
VENTET = ((0, 1, "Under 1 år"), (1, 2, "1-2 år"), (2, 5, "2-5 år"), (5, 10, "5-10 år"), (10, 99, "Over 10 år"))
UDEN_START = "Ingen kilde fortæller, hvornår klinikkerne begyndte; de står i tabellen."
DAGE_PR_AAR = 365.25


def conversions(filters: Filters, data: Snapshot) -> View:
    """The clinics that became something else, above all PLO-klinikker: from when, to when, how many patients."""
    liste = clinics_of(filters, data)
    blev = liste[liste["ophoerte"] & liste["efterfoelger_type"].notna()]
    plo = blev[blev["efterfoelger_type"] == "PLO-klinik"]
    kendte = "" if complete_years(filters, data) else " kendte"
    hvad = dansk.noun(len(plo), "klinik", "klinikker")
    return clinic_view(
        "overtagelser",
        filters,
        data,
        blev,
        title=f"{len(plo) or 'Ingen'}{kendte} {hvad} er overtaget som PLO-klinik: {filters.place()}",
        figure=_spans(plo) if len(plo) else None,
        table=_transitions(blev),
        alt="Bjælker fra start til overtagelse: "
        + ("; ".join(f"{en.navn}, {_day(en.til_dato)}" for en in plo.itertuples()) or "ingen."),
        definition=f"{DEFINITION} Kendes kun startens år eller måned, begynder bjælken den første dag. Tabellen har "
        "alle klinikker, der i perioden ophørte eller blev til noget andet.",
        note=_conversion_note(blev, plo) if len(plo) else f"Ingen kendt overtagelse i {filters.place()} i perioden.",
    )


def waiting(filters: Filters, data: Snapshot) -> View:
    """How long the clinics that still run have waited for a general practitioner; only on complete data."""
    opgjort = klinikker.newest_day(filters.datasaet, data)
    if filters.til and opgjort:
        opgjort = min(opgjort, date(filters.til, 12, 31))
    liste = clinics_of(filters, data)
    aabne = open_on(liste, opgjort)
    aar = (pd.Timestamp(opgjort) - aabne["fra_dag"]).dt.days / DAGE_PR_AAR if opgjort else pd.Series(dtype=float)
    aabne = aabne.assign(aar=aar).sort_values("aar", ascending=False)
    aarene = complete_years(filters, data)
    withheld = (
        ""
        if aarene and opgjort and aarene[-1] == opgjort.year
        else withheld_clinics(filters, data, "Hvor mange der venter, og hvor længe,")
    )
    tal = {
        typen: [
            int((aabne.loc[aabne["kliniktype"] == typen, "aar"].between(fra, til, "left")).sum())
            for fra, til, _ in VENTET
        ]
        for typen in TYPER
    }
    kendte = any(map(any, tal.values()))
    ingen = UDEN_START if len(aabne) else f"Ingen klinikker venter i {filters.place()}."
    halvdelen = f", halvdelen i mere end {dansk.number(aabne['aar'].median(), 1)} år" if kendte else ""
    titel = f"{dansk.quantity(len(aabne), 'klinikker')} venter stadig på en praktiserende læge{halvdelen}"
    titel = "hvor længe har klinikkerne ventet?" if withheld or aabne.empty else titel
    return clinic_view(
        "venter",
        filters,
        data,
        aabne,
        title=f"{dansk.capital(filters.place())}: {titel}",
        figure=None
        if withheld or not kendte
        else bars(
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
    return clinics_view(filters, clinics_of(filters, data), data)


def clinics_view(filters: Filters, liste: pd.DataFrame, data: Snapshot) -> View:
    """Some of them."""
    antal = dansk.counted(len(liste), "klinik", "klinikker")
    return clinic_view(
        "klinikliste",
        filters,
        data,
        liste,
        title=f"Kendte klinikker: {filters.place()}",
        figure=None,
        table=_list_table(liste),
        alt=f"Tabel med {antal}.",
        definition=DEFINITION,
        text=plain(f"{antal}, der er eller har været udbuds-, regions- eller licensklinik." if len(liste) else ""),
        note="" if len(liste) else f"Ingen kendt klinik i {filters.place()} i perioden.",
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


def _takeover(post) -> str:
    """What is written at the dot: the day, and that nobody knows when the clinic began, for no bar is not no time."""
    return f" {_day(post.til_dato)}" + (", start ukendt" if pd.isna(post.fra_dag) else "")


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
        ord=model.Ord(tuple(map(_takeover, ordnet.itertuples())), model.TIL_HOEJRE),
    )
    y = model.Kategorier(raekker, fra_oven=True)
    return list_of_bars((tider, overtaget), model.Datoakse(), 60 + 28 * len(ordnet), 130, y, luft=0.5)
