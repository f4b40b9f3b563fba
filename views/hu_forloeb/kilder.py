"""Where the sources on HU-forløb seem to disagree: two denominators, and counts from more than one source."""

import pandas as pd

import queries
from geo import niveauer
from queries import hu_serier
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import withheld_reason
from views.faelles.kilder import Belaeg
from views.faelles.view import View
from views.figur import farver
from views.figur.model import (
    FORAN,
    INDENI_FRA_START,
    Aksefigur,
    Kategorier,
    Ord,
    Rude,
    Serie,
    Soejler,
    Talakse,
)
from views.hu_forloeb import figur
from views.hu_forloeb.tal import (
    GENOPSLAG,
    KOLONNER,
    NAEVNERE,
    hu_view,
    in_period,
    rates,
    told_by,
    year_list,
)
from views.sprog import dansk
from views.sprog.markdown import figure_text


def denominators_view(filters: Filters, data: Snapshot) -> View:
    """The same filled posts against both denominators, with what other sources say of that year."""
    sted = filters.omraade if _both_rates(filters, filters.omraade, data) is not None else ""
    begge = _both_rates(filters, sted, data)
    if begge is None:
        return _no_denominators(filters, data)
    aar, raekker = begge
    andre = _other_counts(filters, aar, data) if not sted else pd.DataFrame()
    udsagn = _stated_by_others(filters, aar, data) if not sted else pd.DataFrame()
    alle = raekker + [
        _as_row(f"Af opslåede<br>({post.udgiver})", "opslaaet", post.besat, post.opslaaet, "Ikke foretrukken")
        for post in andre.itertuples()
    ]
    pr_naevner = (rates(filters, sted, naevner, data) for naevner in NAEVNERE)
    egne = [en[en["aar"] == aar] for en in pr_naevner]
    procenter, navn = [dansk.number(post["pct"]) for post in raekker], dansk.capital(filters.place(sted))
    return hu_view(
        "hu_naevner",
        filters,
        data,
        sted=navn,
        belaeg=told_by([*egne, *(en for en in (andre, udsagn) if len(en))], data),
        title=f"{procenter[0]} eller {procenter[1]} pct. besat i {aar}? Det afhænger af nævneren",
        figure=_denominator_figure(alle),
        table=pd.DataFrame(alle)[["navn", "besat", "naevner", "pct", "status"]].set_axis(
            ["Opgørelse", "Besat", "Nævner", "Pct.", "Status"], axis=1
        ),
        alt=". ".join(f"{post['navn']}: {post['tekst']}" for post in alle),
        definition=f"Besatte forløb i procent af de dimensionerede og af de opslåede i samme år. {GENOPSLAG}",
        coverage=f"{navn} {aar}, det seneste år, hvor alle tre tal er kendt og fuldstændige.",
        note=_denominator_note(raekker, andre, udsagn),
    )


def disagreements_view(filters: Filters, data: Snapshot) -> View:
    """Every count that has more than one source: the preferred one and the others beside it, with the reason."""
    ramme = in_period(hu_serier.hu_disagreements(filters.datasaet, data), filters)
    ramme = _with_labels(ramme.assign(udgiver=[_publisher(en, data) for en in ramme["kilde_id"]]))
    vises = len(ramme) > 0
    return hu_view(
        "hu_uenige",
        filters,
        data,
        sted=dansk.capital(filters.place("")),
        belaeg=told_by([ramme], data),
        title=f"Kilderne er uenige om {year_list(sorted(set(ramme['aar'])))}"
        if vises
        else "Uenige kilder: ingen i perioden",
        figure=_disagreement_figure(ramme) if vises else None,
        table=_disagreement_table(ramme),
        alt="Besatte og opslåede forløb efter hver kilde: "
        + "; ".join(
            f"{p.aar} {p.udgiver}: {_count(p.besat)} besat, {_count(p.opslaaet)} opslået" for p in ramme.itertuples()
        ),
        definition="Hvor flere kilder tæller det samme, bruges den foretrukne i alle andre visninger.",
        coverage="Bemærkningerne i tabellen siger, hvorfor den ene er valgt.",
        note=_disagreement_note(ramme) if vises else "Ingen kilder er uenige om et tal i perioden.",
    )


# ------------------------------------------------------------------------------------------------- denominators


def _both_rates(filters: Filters, sted: str, data: Snapshot) -> tuple[int, list[dict]] | None:
    """The newest finished year with both rates, and a row for each: of the dimensioned, of the advertised."""
    pr_naevner = {naevner: rates(filters, sted, naevner, data) for naevner in ("dimensioneret", "opslaaet")}
    aar = set.intersection(*({int(et) for et in r.loc[~r["delvist"], "aar"]} for r in pr_naevner.values()))
    if not aar:
        return None
    raekker = []
    for naevner, ramme in pr_naevner.items():
        post = ramme[ramme["aar"] == max(aar)].iloc[0]
        raekker.append(_as_row(f"Af {NAEVNERE[naevner]}", naevner, post["besat"], post["naevner"], "Foretrukken"))
    return max(aar), raekker


def _as_row(navn: str, naevner: str, besat: int, antal: int, status: str) -> dict:
    pct = 100 * besat / antal
    tekst = f"{besat} af {antal} {NAEVNERE[naevner]} = {dansk.number(pct)} pct."
    return {"navn": navn, "besat": int(besat), "naevner": int(antal), "pct": pct, "tekst": tekst, "status": status}


def _other_counts(filters: Filters, aar: int, data: Snapshot) -> pd.DataFrame:
    """Whole-year counts of the country that are not the preferred ones and no forecasts."""
    ramme = hu_serier.hu_disagreements(filters.datasaet, data)
    ramme = ramme[(ramme["aar"] == aar) & ramme["runde"].isna() & ~ramme["foretrukken"] & ~ramme["er_prognose"]]
    ramme = ramme[(ramme["navn"] == niveauer.HELE_LANDET) & ramme["opslaaet"].notna() & ramme["besat"].notna()]
    return ramme.assign(udgiver=[_publisher(en, data) for en in ramme["kilde_id"]])


def _stated_by_others(filters: Filters, aar: int, data: Snapshot) -> pd.DataFrame:
    ramme = hu_serier.hu_stated_rates(filters.datasaet, data)
    ramme = ramme[(ramme["aar"] == aar) & (ramme["kendt_niveau"] == niveauer.LAND) & ~ramme["foretrukken"]]
    return ramme.assign(udgiver=[_publisher(en, data) for en in ramme["kilde_id"]])


def _denominator_note(raekker: list[dict], andre: pd.DataFrame, udsagn: pd.DataFrame) -> str:
    dele = [
        f"{dansk.quantity(raekker[0]['besat'], 'besatte forløb')} i begge øverste søjler; kun nævneren er forskellig."
    ]
    for ramme in (udsagn, andre):
        dele += [f"{post.udgiver}: {post.note}" for post in ramme.itertuples() if not pd.isna(post.note)]
    return " ".join(dele)


def _no_denominators(filters: Filters, data: Snapshot) -> View:
    hvad = "Besatte af dimensionerede og af opslåede"
    land = filters if filters.omraade else filters.on(niveau=niveauer.LAND)
    withheld = withheld_reason("hu_forloeb", hvad, land, data)
    return hu_view(
        "hu_naevner",
        filters,
        data,
        belaeg=Belaeg(),
        title="Hvor stor en del blev besat? Det afhænger af nævneren",
        figure=None,
        table=pd.DataFrame(),
        alt="Ingen figur.",
        definition=f"Besatte forløb i procent af de dimensionerede og af de opslåede i samme år. {GENOPSLAG}",
        withheld=withheld,
        note="" if withheld else "Intet afsluttet år i perioden har både dimensionerede, opslåede og besatte forløb.",
    )


def _denominator_figure(raekker: list[dict]) -> Aksefigur:
    soejler = Soejler(
        "",
        tuple(post["navn"] for post in raekker),
        tuple(round(post["pct"], 1) for post in raekker),
        tuple(farver.LINJE if post["status"] == "Foretrukken" else farver.REFERENCE for post in raekker),
        ord=Ord(tuple(post["tekst"] for post in raekker), INDENI_FRA_START, farver.HVID),
        liggende=True,
    )
    x = Talakse("Pct. besat", 0, max(100, *(post["pct"] for post in raekker)), nullinje=False)
    rude = Rude((soejler,), x, Kategorier(fra_oven=True))
    return figur.framed((rude,), 90 + 46 * len(raekker), margen=(0, 10, 8, 40), forklaring=False)


# ------------------------------------------------------------------------------------------------- disagreements


def _publisher(kilde_id: str, data: Snapshot) -> str:
    return queries.source(kilde_id, data)["udgiver"].iloc[0]


def _count(antal) -> str:
    return "ukendt" if pd.isna(antal) else dansk.number(antal)


def _with_labels(ramme: pd.DataFrame) -> pd.DataFrame:
    """A column `etiket` by which people tell the rows apart; the publisher only where there is more than one."""
    flere = ramme["udgiver"].nunique() > 1
    etiketter = []
    for post in ramme.itertuples():
        runde = "" if pd.isna(post.runde) else f", runde {post.runde}"
        kilde = f"{figure_text(post.udgiver)}{' (valgt)' if post.foretrukken else ''}"
        etiketter.append(f"{post.aar}{runde}: {kilde if flere else 'valgt' if post.foretrukken else 'anden kilde'}")
    return ramme.assign(etiket=etiketter)


def _disagreement_note(ramme: pd.DataFrame) -> str:
    noter = ramme.loc[ramme["foretrukken"], "note"].dropna().tolist()
    return " ".join(noter) or "Den valgte opgørelse er brugt i alle andre visninger."


def _disagreement_figure(ramme: pd.DataFrame) -> Aksefigur:
    """A line for each source, by number: two may have the same publisher and would share a name."""
    ramme = ramme.reset_index(drop=True)
    serier = [_counts(ramme, maal, prognose) for maal in ("besat", "opslaaet") for prognose in (False, True)]
    numre = tuple(range(len(ramme)))
    y = Kategorier(numre, skrevne=tuple(zip(numre, ramme["etiket"], strict=True)), fra_oven=True)
    rude = Rude(tuple(en for en in serier if en), figur.values("Forløb"), y)
    prognose = bool(ramme["er_prognose"].any())
    return figur.framed((rude,), 110 + 32 * len(ramme), maade=FORAN, prognose=prognose)


def _counts(ramme: pd.DataFrame, maal: str, prognose: bool) -> Serie | None:
    """Bars for the filled, diamonds for the advertised posts."""
    kendte = ramme[(ramme["er_prognose"] == prognose) & ramme[maal].notna()]
    if kendte.empty:
        return None
    antal, numre = kendte[maal].astype(int).tolist(), kendte.index.tolist()
    hover = [f"{post.etiket}<br>{KOLONNER[maal]}: {getattr(post, maal)}" for post in kendte.itertuples()]
    if maal == "opslaaet":
        return figur.posts(KOLONNER[maal], antal, numre, hover, prognose=prognose)
    return figur.bars(KOLONNER[maal], figur.BESAT, numre, antal, hover, prognose=prognose, liggende=True)


def _disagreement_table(ramme: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "År": ramme["aar"].astype(str),
            "Runde": ["" if pd.isna(v) else str(v) for v in ramme["runde"]],
            "Kilde": ramme["udgiver"],
            "Status": ramme["foretrukken"].map({True: "Valgt", False: "Ikke valgt"}),
            **{navn: ramme[maal] for maal, navn in KOLONNER.items()},
            "Art": ramme["er_prognose"].map({True: "Prognose", False: "Faktisk"}),
            "Bemærkning": ramme["note"].fillna(""),
        }
    )
