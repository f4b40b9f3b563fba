"""HU-forløb: the headline numbers, and what is known where. The other views of the page stand in hu_forloeb_*.py."""

from dataclasses import replace

import pandas as pd

from queries.database import Snapshot
from views.faelles.bag_tallet import list_link
from views.faelles.daekning import coverage_matrix
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import completeness, withheld_reason
from views.faelles.view import Tal, View
from views.hu_forloeb.tal import (
    SIDE,
    in_sentence,
    part_years,
    parts_only,
    rates,
    settled,
    stated_rates,
    told_by,
    years,
)
from views.hu_forloeb.udsagn import as_sentence, statements_about
from views.sprog import dansk

INTRO = (
    "De 54 måneder, der gør en læge til speciallæge i almen medicin: hvor mange slås op, og hvor mange bliver besat?"
)

SUM_FORBEHOLD = (
    "Kort og rangliste viser det seneste hele år. Vælges flere år, lægges de sammen, og et forløb, der står tomt og "
    "slås op igen, tælles hver gang. Prognoser er ikke med."
)


def kommune_notice(filters: Filters) -> str:
    """What a visitor who chose kommuner is told; "" otherwise. See `registerniveau.fitted`."""
    if filters.niveau != "kommune":
        return ""
    valgt = dansk.capital(filters.place())
    hvis = f" {valgt} er derfor vist som sit sundhedsråd." if filters.omraade else ""
    return f"HU-forløb kendes ikke for kommuner; siden viser sundhedsråd.{hvis}"


def headline_numbers(filters: Filters, data: Snapshot) -> tuple[Tal, ...]:
    """Filled, vacant and fill rate of the newest settled year: of the chosen area if it has one, else the country."""
    mangler, sted = (), filters.omraade
    post = _newest(filters, sted, data)
    if post is None and sted:
        mangler, sted = (_unknown(filters, data),), ""
        post = _newest(filters, "", data)
    if post is None:
        return mangler or (_unknown(filters, data),)
    nyere = stated_rates(filters, sted, data).query("aar > @post.aar")
    if len(nyere):
        # nobody tells how many, but it is newer than the newest count
        mangler = (*mangler, _stated(nyere, filters, sted, data))
    navn, aar, kilder = (
        filters.place(sted),
        str(post["aar"]),
        told_by([post.to_frame().T], data).kilder,
    )
    dele = f" {parts_only(navn, aar)}" if post["kun_dele"] else ""
    besat = Tal(
        f"{'Kendte besatte' if post['kun_dele'] else 'Besatte'} HU-forløb {aar}",
        f"{dansk.number(post['besat'])} af {dansk.number(post['opslaaet'])}",
        "forløb",
        f"Besatte af opslåede i {navn}. Genopslag er talt med i de opslåede.{dele}",
        aar,
        kilder,
        filters.link(SIDE),
        _list_of("hu_besat", post, filters, sted, data),
    )
    ubesat = Tal(
        f"{'Kendte ubesatte' if post['kun_dele'] else 'Ubesatte'} HU-forløb {aar}",
        dansk.number(post["ubesat"]),
        "forløb",
        f"Slået op i {navn}, men ikke besat.{dele}",
        aar,
        kilder,
        filters.link(SIDE),
        _list_of("hu_ubesat", post, filters, sted, data),
    )
    return (*mangler, besat, ubesat, _fill_rate(filters, sted, post, data))[:3]


def coverage(filters: Filters, data: Snapshot) -> View:
    """Where and when the register of HU-forløb speaks; in all its years, whatever period is chosen."""
    matrix = coverage_matrix("hu_forloeb", SIDE, filters.on(fra=None, til=None), data)
    return replace(matrix, link=filters.link(SIDE))


def _newest(filters: Filters, sted: str, data: Snapshot) -> pd.Series | None:
    kendte = settled(years(filters, sted, data), part_years(filters, data))
    return None if kendte.empty else kendte.iloc[-1]


def _unknown(filters: Filters, data: Snapshot) -> Tal:
    navn = dansk.capital(filters.place())
    periode = dansk.period(filters.fra, filters.til)
    egne = stated_rates(filters, filters.omraade, data)
    if len(egne):
        return _stated(egne, filters, filters.omraade, data)
    udsagn = statements_about(filters, data)
    if len(udsagn):
        return Tal(
            f"{navn} {udsagn['aar'].max()}",
            "intet tal",
            "",
            f"Kilden siger, uden et tal: {as_sentence(udsagn)}",
            str(udsagn["aar"].max()),
            told_by([udsagn], data).kilder,
            filters.link(SIDE),
        )
    grund = completeness("hu_forloeb", filters, data)[1]
    return Tal(
        navn,
        dansk.INGEN_DATA,
        "",
        f"Ingen kilde giver både opslåede og besatte for {in_sentence(navn)} ({periode}). {grund}",
        "",
        (),
        filters.link(SIDE),
    )


def _stated(egne: pd.DataFrame, filters: Filters, sted: str, data: Snapshot) -> Tal:
    """The newest percentage that a source states itself of a place."""
    post = egne.iloc[-1]
    aar = str(post["aar"])
    return Tal(
        f"{dansk.capital(filters.place(sted))} {aar}",
        f"{dansk.number(post['besaettelsesgrad_pct'])} pct.",
        "besat",
        f"{post['note']} Kildens egen procent.",
        aar,
        told_by([post.to_frame().T], data).kilder,
        filters.link(SIDE),
    )


def _fill_rate(filters: Filters, sted: str, post: pd.Series, data: Snapshot) -> Tal:
    """Worked out where the year is complete, else the source's own percentage, else why there is none."""
    aar = int(post["aar"])
    kilder = told_by([post.to_frame().T], data).kilder
    pct = {
        n: r.set_index("aar")["pct"].get(aar)
        for n in ("opslaaet", "dimensioneret")
        if len(r := rates(filters, sted, n, data))
    }
    egne = stated_rates(filters, sted, data).set_index("aar")["besaettelsesgrad_pct"]
    if pct.get("opslaaet") is not None:
        vaerdi = f"{dansk.number(pct['opslaaet'])} pct."
        andel = pct.get("dimensioneret")
        ellers = "" if andel is None else f" Af de dimensionerede er det {dansk.number(andel)} pct."
        forklaring = f"Besatte af de opslåede i {filters.place(sted)}.{ellers}"
    elif aar in egne.index:
        vaerdi = f"{dansk.number(egne[aar])} pct."
        forklaring = "Kildens egen procent: besatte af de opslåede. Hvor mange der var dimensioneret, er ikke kendt."
    else:
        vaerdi = "vises ikke"
        forklaring = withheld_reason("hu_forloeb", "Besættelsesgraden", filters, data)
    liste = _list_of("hu_besat_af_opslaaet_pct", post, filters, sted, data) if pct.get("opslaaet") is not None else ""
    navn = f"Besættelsesgrad {aar}, af opslåede"
    return Tal(navn, vaerdi, "", forklaring, str(aar), kilder, filters.link(SIDE), liste)


def _list_of(indikator: str, post: pd.Series, filters: Filters, sted: str, data: Snapshot) -> str:
    """The address of the list of the rows behind a number of one year of a place."""
    aar = int(post["aar"])
    return list_link(filters.on(indikator=indikator, omraade=sted, fra=aar, til=aar), data)
