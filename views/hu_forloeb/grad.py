"""The fill rate of HU-forløb year by year, its denominator named: of the advertised or the dimensioned posts."""

import pandas as pd

import queries
from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import withheld_reason
from views.faelles.paastand import TAERSKEL, Retning, direction
from views.faelles.view import View
from views.figur import farver
from views.figur.model import UNDER, Aksefigur, Linje, Ord, Punkter, Rude
from views.hu_forloeb import figur
from views.hu_forloeb.tal import (
    GENOPSLAG,
    KOLONNER,
    NAEVNERE,
    hu_view,
    in_sentence,
    rates,
    stated_rates,
    told_by,
    year_list,
)
from views.sprog import dansk

PROCENT = "hu_besat_af_opslaaet_pct"


def rate_of_advertised(filters: Filters, data: Snapshot) -> View:
    """Filled posts in pct. of advertised posts."""
    return _rate_view("opslaaet", filters, data)


def rate_of_dimensioned(filters: Filters, data: Snapshot) -> View:
    """Filled posts in pct. of dimensioned posts."""
    return _rate_view("dimensioneret", filters, data)


RATE_VIEWS = {"opslaaet": rate_of_advertised, "dimensioneret": rate_of_dimensioned}


def _rate_view(naevner: str, filters: Filters, data: Snapshot) -> View:
    """The fill rate by year: the chosen area, the one to compare with, and the country as reference."""
    steder = list(dict.fromkeys([filters.omraade, filters.sammenlign, ""]))
    linjer = {sted: linje for sted in steder if len(linje := rates(filters, sted, naevner, data))}
    egne = _stated_beside(filters, linjer, steder, data) if naevner == "opslaaet" else {}
    vises = bool(linjer or egne)
    valgt = filters.omraade if filters.omraade in linjer else next(iter(linjer), filters.omraade)
    vej = _direction(linjer.get(valgt), data)
    return hu_view(
        f"hu_grad_{naevner}",
        filters,
        data,
        sted=dansk.capital(filters.place(valgt)),
        belaeg=told_by([*linjer.values(), *egne.values()], data),
        title=_title(vej, dansk.capital(filters.place(valgt)), naevner),
        figure=_rate_figure(filters, linjer, egne, naevner) if vises else None,
        table=_rate_table(filters, linjer, egne, naevner),
        alt=f"Linjer for besatte i procent af {NAEVNERE[naevner]} HU-forløb, år for år. {_title(vej, '', naevner)}.",
        definition=f"Besatte forløb i procent af {NAEVNERE[naevner]} forløb i samme år. {GENOPSLAG}",
        coverage=_coverage(filters, linjer),
        withheld="" if vises else _withheld(naevner, filters, data),
        note=_note(filters, linjer, egne, vej, data),
    )


def _stated_beside(filters: Filters, linjer: dict, steder: list[str], data: Snapshot) -> dict[str, pd.DataFrame]:
    """The sources' own percentages by area, in the years where none can be worked out."""
    egne = {}
    for sted in steder:
        ramme = stated_rates(filters, sted, data)
        udregnet = linjer[sted]["aar"] if sted in linjer else []
        ramme = ramme[~ramme["aar"].isin(udregnet)]
        if len(ramme):
            egne[sted] = ramme
    return egne


def _direction(linje: pd.DataFrame | None, data: Snapshot) -> Retning | None:
    """Where the line is going, over the years that are over."""
    if linje is None:
        return None
    hele = linje[~linje["delvist"]]
    return direction(hele["aar"], hele["pct"], queries.catalogue(data)[PROCENT].lav_er_godt)


def _withheld(naevner: str, filters: Filters, data: Snapshot) -> str:
    land = filters if filters.omraade else filters.on(niveau=niveauer.LAND)
    hvad = f"Besatte af de {NAEVNERE[naevner]}"
    return withheld_reason("hu_forloeb", hvad, land, data) or f"{hvad}: der er ingen tal i perioden."


def _title(vej: Retning | None, sted: str, naevner: str) -> str:
    hvad = f"Besat af de {NAEVNERE[naevner]}"
    hale = f" ({in_sentence(sted)})" if sted else ""
    if vej is None:
        return f"{hvad} HU-forløb, i pct.{hale}"
    fra, til = dansk.number(vej.fra), dansk.number(vej.til)
    if vej.ord == "uændret":
        return f"{hvad}: {til} pct. i både {vej.fra_aar} og {vej.til_aar}{hale}"
    return f"{hvad}: {vej.ord} fra {fra} pct. i {vej.fra_aar} til {til} pct. i {vej.til_aar}{hale}"


def _coverage(filters: Filters, linjer: dict[str, pd.DataFrame]) -> str:
    dele = [
        f"{dansk.capital(filters.place(sted))} {year_list(linje['aar'].tolist())}" for sted, linje in linjer.items()
    ]
    hvor = dansk.sentence_list(dele) if dele else "ingen år i perioden"
    return f"Andelen er regnet ud, hvor kilderne er fuldstændige: {hvor}."


def _note(filters: Filters, linjer: dict, egne: dict, vej: Retning | None, data: Snapshot) -> str:
    """What the line does not say: direction and judgement apart, whose percentage a diamond is, what is left out."""
    dele = []
    if vej is not None and vej.er_godt is not None:
        dom = "den rigtige vej" if vej.er_godt else "den forkerte vej"
        godt = "lav" if queries.catalogue(data)[PROCENT].lav_er_godt else "høj"
        dele.append(f"Retning: {vej.ord}. Vurdering: en {godt} andel er god, så det går {dom}. {TAERSKEL}")
    elif vej is not None and vej.er_lille:
        dele.append(f"Retning: {vej.ord}. {TAERSKEL}")
    delvise = {int(aar) for linje in linjer.values() for aar in linje.loc[linje["delvist"], "aar"]}
    dele += [f"{aar}*: kun de afgjorte runder." for aar in sorted(delvise)]
    for post in (post for ramme in egne.values() for post in ramme.itertuples()):
        pct = dansk.number(post.besaettelsesgrad_pct)
        dele.append(f"Rude: {pct} pct. i {post.aar} er kildens egen procent for {in_sentence(post.navn)}.")
    for sted in dict.fromkeys([filters.omraade, filters.sammenlign]):
        if sted and sted not in linjer:
            grund = withheld_reason("hu_forloeb", f"Andelen for {filters.place(sted)}", filters, data)
            dele.append(grund or f"{filters.place(sted)} har ingen tal i perioden.")
    return " ".join(dele)


def _rate_figure(filters: Filters, linjer: dict, egne: dict, naevner: str) -> Aksefigur:
    # the country comes last: "" is also what "no area" is called
    farve = {filters.omraade: farver.MARKERET, filters.sammenlign: farver.SAMMENLIGN}
    farve[""] = farver.REFERENCE if filters.omraade else farver.LINJE
    alle = [int(et) for ramme in (*linjer.values(), *egne.values()) for et in ramme["aar"]]
    delvise = {int(et) for linje in linjer.values() for et in linje.loc[linje["delvist"], "aar"]}
    aar = range(min(alle), max(alle) + 1)
    serier = [_rate_line(filters, sted, linje, aar, farve[sted], naevner) for sted, linje in linjer.items()]
    serier += [_stated_marks(filters, sted, ramme, farve[sted]) for sted, ramme in egne.items()]
    skrevne = tuple((et, f"{et}*" if et in delvise else str(et)) for et in aar)
    x, y = figur.years(aar, skrevne=skrevne), figur.values(f"Pct. besat af {NAEVNERE[naevner]}")
    return figur.framed((Rude(tuple(serier), x, y),), 340)


def _rate_line(filters: Filters, sted: str, linje: pd.DataFrame, aar: range, farve: str, naevner: str) -> Linje:
    pr_aar = linje.set_index("aar")
    kendte = [et in pr_aar.index for et in aar]
    navn = dansk.capital(filters.place(sted))
    return Linje(
        navn,
        tuple(aar),
        tuple(round(pr_aar.at[et, "pct"], 1) if ok else None for et, ok in zip(aar, kendte)),
        farve,
        tuple(
            f"<b>{navn}, {et}</b><br>{pr_aar.at[et, 'besat']} af {pr_aar.at[et, 'naevner']} {NAEVNERE[naevner]}: "
            f"{dansk.number(pr_aar.at[et, 'pct'])} pct."
            if ok
            else ""
            for et, ok in zip(aar, kendte)
        ),
    )


def _stated_marks(filters: Filters, sted: str, ramme: pd.DataFrame, farve: str) -> Punkter:
    navn = dansk.capital(filters.place(sted))
    return Punkter(
        f"{navn}: kildens egen procent",
        tuple(ramme["aar"].astype(int)),
        tuple(ramme["besaettelsesgrad_pct"]),
        farve,
        "rude",
        True,
        stoerrelse=11,
        hover=tuple(
            f"<b>{navn}, {p.aar}</b><br>{dansk.number(p.besaettelsesgrad_pct)} pct. ifølge kilden"
            for p in ramme.itertuples()
        ),
        ord=Ord(tuple(dansk.number(v) for v in ramme["besaettelsesgrad_pct"]), UNDER, decimaler=0),
    )


def _rate_table(filters: Filters, linjer: dict, egne: dict, naevner: str) -> pd.DataFrame:
    naevner_navn = KOLONNER[naevner]
    raekker = [
        (
            dansk.capital(filters.place(sted)),
            str(p.aar),
            p.besat,
            p.naevner,
            p.pct,
            "Kun de afgjorte runder" if p.delvist else "",
        )
        for sted, linje in linjer.items()
        for p in linje.itertuples()
    ] + [
        (
            dansk.capital(filters.place(sted)),
            str(p.aar),
            p.besat,
            p.opslaaet,
            p.besaettelsesgrad_pct,
            f"Kildens egen procent. {p.note}",
        )
        for sted, ramme in egne.items()
        for p in ramme.itertuples()
    ]
    tabel = pd.DataFrame(raekker, columns=["Område", "År", "Besat", naevner_navn, "Pct.", "Bemærkning"])
    return tabel.astype({"Besat": "Int64", naevner_navn: "Int64", "Pct.": float})
