"""Tenders over time, and the measures that complete data allow, with the country (and another area) as reference."""

from datetime import date, timedelta

import pandas as pd

from geo import niveauer
from queries import usual_days_to_outcome
from queries.database import Snapshot
from queries.periode import last_day
from views.faelles.filtre import Filters
from views.faelles.fuldstaendig import withheld_reason
from views.faelles.paastand import DOM, TAERSKEL, Aarene, Retning, direction, register_years
from views.faelles.udfald import UDFALD, by_outcome, offered_lots
from views.faelles.view import View
from views.figur import farver
from views.figur.model import (
    DELT_FARVE,
    PROGNOSE,
    STABLET,
    Aksefigur,
    Kategorier,
    Linje,
    Soejler,
)
from views.figur.ramme import by_year
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, plain
from views.ydernumre.maal import MAAL, measures, without_applicants
from views.ydernumre.registeret import (
    Enhed,
    complete,
    nothing_known,
    outcome_name,
    udbud_view,
    unit_of,
    unit_rounds,
)

UDATERET = "Uden dato"
# Name, colour and rounds of a place; and its value and number of cases of each measure.
Serier = list[tuple[str, str, pd.DataFrame]]
Maalt = dict[str, tuple[float, int]]


def offered_over_time(filters: Filters, data: Snapshot) -> View:
    """Units by when they were offered (quarter, or year where dates are no finer), and what became of them."""
    lod = offered_lots(unit_rounds(filters, data))
    enhed, komplet = unit_of(filters), complete(filters, data)
    dele = by_outcome(lod)
    i_kvartaler = komplet and not lod.empty and (lod["dato"].dropna().str.len() > 4).all()
    dele = dele.assign(periode=dele["dato"].map(_quarter if i_kvartaler else _year))
    matrix = dele.pivot_table(index="periode", columns="udfald", values="antal", aggfunc="sum").astype("Int64")
    matrix = matrix.reindex(columns=[en for en in UDFALD if en in matrix], index=_periods(matrix.index))
    tabel = matrix.rename(columns={en: outcome_name(en, komplet) for en in UDFALD})
    tabel.insert(0, "I alt", matrix.sum(axis=1).astype("Int64"))
    if komplet:
        tabel = tabel.fillna(0)
    dage = usual_days_to_outcome(filters.datasaet, data) if komplet else None
    unge = _young(matrix.index, filters.i_dag, dage)
    noter = {
        True: f"Søjlen viser, hvad der blev af de numre, der blev slået op i perioden.{_young_note(unge, dage)}",
        False: "Rækken viser, hvad kilderne fortæller om hvert år. Den er ingen udvikling, og et tomt år er ikke nul.",
    }
    return udbud_view(
        "udbud_over_tid",
        filters,
        data,
        lod,
        title=f"Udbudte {enhed.flertal} og hvad der blev af dem: {filters.place()}",
        figure=None if lod.empty else _bars(matrix, komplet, enhed.flertal, unge),
        table=tabel.rename_axis("Slået op").reset_index(),
        alt=f"Søjler for hvert {'kvartal' if i_kvartaler else 'år'}: udbudte {enhed.flertal}, delt efter udfald.",
        note=nothing_known(filters, data) if lod.empty else noter[komplet],
    )


def key_figures(filters: Filters, data: Snapshot) -> View:
    """Five measures for the area beside the country and the area it is compared with; only on complete data."""
    enhed = unit_of(filters)
    serier = _series(filters, data)
    tal = {navn: measures(runder) for navn, _, runder in serier}
    withheld = withheld_reason("udbud", "Andele, gennemsnit og medianer", filters, data)
    kendt = any(n for _, n in tal[serier[0][0]].values())
    raekker = []
    for noegle, maal in MAAL.items():
        raekke = {"Mål": f"{maal.navn} ({maal.enhed})"}
        for navn, _, _ in serier:
            vaerdi, n = tal[navn][noegle]
            raekke |= {navn: dansk.number(vaerdi, maal.decimaler), f"{navn}: bygger på": _cases(noegle, n, enhed)}
        raekker.append(raekke)
    titel = f"Hvor let findes en læge til {enhed.flertal}? {dansk.capital(serier[0][0])}"
    return udbud_view(
        "udbud_noegletal",
        filters,
        data,
        _drawn(serier),
        title=titel + (f" mod {dansk.sentence_list([navn for navn, *_ in serier[1:]])}" if len(serier) > 1 else ""),
        figure=None,
        table=pd.DataFrame() if withheld else pd.DataFrame(raekker),
        alt=f"{dansk.capital(serier[0][0])}: " + "; ".join(_measure(maal, tal[serier[0][0]]) for maal in MAAL),
        text=Markdown("") if withheld or not kendt else _as_list(serier, tal, enhed),
        definition=" ".join(f"{maal.navn}: {maal.definition.format(enheder=enhed.flertal)}" for maal in MAAL.values()),
        withheld=withheld,
        note="" if withheld or kendt else nothing_known(filters, data),
    )


def shares_by_year(filters: Filters, data: Snapshot) -> View:
    """Share of rounds without applicants by the year of the offer, area beside country; only on complete data."""
    enhed, maal = unit_of(filters), MAAL["uden_ansoegere"]
    serier = _series(filters, data)
    withheld = withheld_reason("udbud", "Andelen uden ansøgere", filters, data)
    aarene = sorted({en for _, _, runder in serier for en in runder["dato"].dropna().str[:4]})
    tal = {
        navn: [without_applicants(runder[runder["dato"].str[:4] == aar]) for aar in aarene]
        for navn, _, runder in serier
    }
    foerste = tal[serier[0][0]]
    kendt = any(n for _, n in foerste)
    hele = register_years("udbud", filters, data)
    vej = None if withheld else direction(aarene, [en for en, _ in foerste], True, hele=hele.hele)
    tabel = pd.DataFrame({"År": [hele.text(int(aar)) for aar in aarene]})
    for navn, vaerdier in tal.items():
        tabel[f"{navn} (pct.)"] = [en for en, _ in vaerdier]
        tabel[f"{navn}: runder"] = pd.array([n for _, n in vaerdier], dtype="Int64")
    return udbud_view(
        "udbud_uden_ansoegere",
        filters,
        data,
        _drawn(serier),
        title=f"Runder for {enhed.flertal} uden ansøgere, {serier[0][0]}: {_finding(vej)}",
        figure=None if withheld or not kendt else _lines(serier, aarene, tal, hele),
        table=pd.DataFrame() if withheld else tabel,
        alt=f"Linjer: andel runder for {enhed.flertal} uden ansøgere, år for år.",
        definition=f"{maal.definition} Runderne hører til året, de blev slået op. Lavt er godt.",
        withheld=withheld,
        note=(_shares_note(aarene, hele, vej) if kendt else "") if withheld or kendt else nothing_known(filters, data),
    )


def _series(filters: Filters, data: Snapshot) -> Serier:
    """Name, colour and rounds of the chosen area, the one it is compared with, and the country."""
    valg = [
        (en, farve) for en, farve in ((filters.omraade, farver.LINJE), (filters.sammenlign, farver.SAMMENLIGN)) if en
    ]
    valg.append(("", farver.REFERENCE if filters.omraade else farver.LINJE))
    # without a chosen area the country comes first
    valg = valg if filters.omraade else valg[::-1]
    return [
        (filters.place(en), farve, unit_rounds(filters.on(omraade=en), data))
        for en, farve in dict(valg).items()
        if not en or en in niveauer.areas(filters.niveau, filters.struktur)
    ]


def _drawn(serier: list[tuple[str, str, pd.DataFrame]]) -> pd.DataFrame:
    """The offered rounds of all the areas side by side, each once."""
    runder = pd.concat([runder[runder["er_udbudt"] & (runder["plads"] == "inde")] for *_, runder in serier])
    return runder.drop_duplicates("udbud_id")


def _finding(vej: Retning | None) -> str:
    """Where the share went over the whole years, as the end of a title; whether that is good is said in the note."""
    if vej is None:
        return "år for år"
    fra, til = dansk.number(vej.fra), dansk.number(vej.til)
    if vej.ord == "uændret":
        return f"{til} pct. i både {vej.fra_aar} og {vej.til_aar}"
    return f"{vej.ord} fra {fra} pct. i {vej.fra_aar} til {til} pct. i {vej.til_aar}"


def _shares_note(aarene: list[str], hele: Aarene, vej: Retning | None) -> str:
    dele = [f"{aar}*: {hele.dele[int(aar)]}, og uden for vurderingen." for aar in aarene if int(aar) in hele.dele]
    if vej is not None and vej.er_godt is not None:
        dele += [DOM[vej.er_godt], TAERSKEL]
    elif vej is not None and vej.er_lille:
        dele.append(TAERSKEL)
    return " ".join([*dele, "Et år kan bygge på få runder; tabellen viser hvor mange."])


def _cases(noegle: str, antal: int, enhed: Enhed) -> str:
    return f"{dansk.number(antal)} {MAAL[noegle].grundlag.format(enheder=enhed.flertal)}"


def _year(dato) -> str:
    return dato[:4] if isinstance(dato, str) else UDATERET


def _quarter(dato) -> str:
    return f"{dato[:4]} {(int(dato[5:7]) + 2) // 3}. kv." if isinstance(dato, str) else UDATERET


def _periods(kendte: pd.Index) -> list[str]:
    """Every year or quarter from the first to the last, so that a gap shows; what is undated stands last."""
    daterede = sorted(en for en in kendte if en != UDATERET)
    uden = [UDATERET] if UDATERET in kendte else []
    if not daterede:
        return uden
    aarene = range(int(daterede[0][:4]), int(daterede[-1][:4]) + 1)
    if "kv." not in daterede[0]:
        return [str(aar) for aar in aarene] + uden
    alle = [f"{aar} {kvartal}. kv." for aar in aarene for kvartal in range(1, 5)]
    return [en for en in alle if daterede[0] <= en <= daterede[-1]] + uden


def _young(perioder: pd.Index, i_dag: date, dage: int | None) -> frozenset[str]:
    """The periods whose last tenders are younger than the usual time to an outcome; none when nobody knows it."""
    if dage is None:
        return frozenset()
    return frozenset(en for en in perioder if en != UDATERET and _last_day_of(en) + timedelta(dage) >= i_dag)


def _last_day_of(periode: str) -> date:
    maaned = 3 * int(periode[5]) if "kv." in periode else 12
    return last_day(f"{periode[:4]}-{maaned:02d}")


def _young_note(unge: frozenset[str], dage: int | None) -> str:
    if not unge:
        return ""
    inden = dansk.quantity(dage, "dage")
    return f" Ni af ti runder er afgjort inden {inden}; de skraverede er yngre og kan endnu få en læge."


def _bars(matrix: pd.DataFrame, komplet: bool, enheder: str, unge: frozenset[str]) -> Aksefigur:
    """Stacked bars, an outcome each, the youngest periods hatched; of many quarters only the years are written."""
    matrix = matrix.astype(float)
    perioder = tuple(matrix.index)
    aar = [en for en in perioder if en.endswith("1. kv.") or "kv." not in en]
    kun_aar = len(perioder) > 8 and len(aar) < len(perioder)
    er_ung = matrix.index.isin(unge)
    dele = [(matrix[~er_ung], False), *([(matrix[er_ung], True)] if er_ung.any() else [])]
    serier = tuple(_outcome_bars(udfald, del_[udfald], komplet, ung) for del_, ung in dele for udfald in matrix.columns)
    skrevne = tuple((en, en.removesuffix(" 1. kv.")) for en in aar) if kun_aar else ()
    x = Kategorier(perioder, skrevne=skrevne)
    return by_year(serier, dansk.capital(enheder), 400, x, maade=STABLET, luft=0.2, forklaring=len(matrix.columns) > 1)


def _outcome_bars(udfald: str, antal: pd.Series, komplet: bool, ung: bool) -> Soejler:
    navn = outcome_name(udfald, komplet)
    kendte = tuple(None if n != n else int(n) for n in antal)
    return Soejler(
        navn,
        tuple(antal.index),
        kendte,
        UDFALD[udfald][1],
        tuple("" if n is None else f"{hvor}: {navn.lower()} {dansk.number(n)}" for hvor, n in zip(antal.index, kendte)),
        # two outcomes share a colour (no doctor is sought any more); hatching tells them apart
        skraveret=PROGNOSE if ung else DELT_FARVE if udfald == "fordelt" else "",
        forklares=not ung,
    )


def _as_list(serier: Serier, tal: dict[str, Maalt], enhed: Enhed) -> Markdown:
    """The five measures in words. They have five units, so as bars of one length they would say nothing."""
    linjer = []
    for noegle, maal in MAAL.items():
        (navn, _, _), *andre = serier
        ved_siden = [f"{andet}: {_value(noegle, tal[andet])}" for andet, _, _ in andre]
        bygger_paa = f"bygger på {_cases(noegle, tal[navn][noegle][1], enhed)}"
        grundlag = plain("; ".join([*ved_siden, bygger_paa]))
        linjer.append(f"- {plain(maal.navn)}: {bold(_value(noegle, tal[navn]))} :small[({grundlag})]")
    return Markdown("\n".join(linjer))


def _measure(noegle: str, tal: Maalt) -> str:
    return f"{MAAL[noegle].navn.lower()} {_value(noegle, tal)}"


def _value(noegle: str, tal: Maalt) -> str:
    """A measure with its unit, or that there are no cases."""
    vaerdi, antal = tal[noegle]
    return dansk.quantity(vaerdi, MAAL[noegle].enhed, MAAL[noegle].decimaler) if antal else dansk.INGEN_DATA


def _lines(serier: Serier, aarene: list[str], tal: dict, hele: Aarene) -> Aksefigur:
    linjer = tuple(
        Linje(
            dansk.capital(navn),
            tuple(aarene),
            tuple(None if v != v else round(v, 1) for v, _ in tal[navn]),
            farve,
            tuple(
                f"{navn}, {aar}: {dansk.number(v)} pct. af {dansk.quantity(n, 'runder')}"
                for aar, (v, n) in zip(aarene, tal[navn])
            ),
        )
        for navn, farve, _ in serier
    )
    x = Kategorier(skrevne=tuple((aar, f"{aar}*" if int(aar) in hele.dele else aar) for aar in aarene))
    return by_year(linjer, "Pct. af runderne", 320, x, forklaring=len(serier) > 1)
