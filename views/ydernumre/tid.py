"""Tenders over time, and the measures that complete data allow, with the country (and another area) as reference."""

import pandas as pd

from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.paastand import direction
from views.faelles.registerview import withheld_reason
from views.faelles.udfald import UDFALD, by_outcome, offered_lots
from views.faelles.view import View
from views.figur import farver
from views.figur.model import (
    DELT_FARVE,
    STABLET,
    VED_ENDEN,
    Aksefigur,
    Kategorier,
    Linje,
    Ord,
    Rude,
    Soejler,
    Talakse,
)
from views.figur.ramme import by_year
from views.sprog import dansk
from views.ydernumre.maal import MAAL, Maal, measures, without_applicants
from views.ydernumre.registeret import (
    Enhed,
    area_name,
    complete,
    nothing_known,
    outcome_name,
    udbud_view,
    unit_of,
    unit_rounds,
)

UDATERET = "Uden dato"
# Heights in pixels in the small panels: the two lines above the bars, and the gap below them.
OVERSKRIFT, MELLEMRUM = 44, 14


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
    noter = {
        True: "Søjlen viser, hvad der blev af de numre, der blev slået op i perioden; de nyeste er endnu ikke afgjort.",
        False: "Rækken viser, hvad kilderne fortæller om hvert år. Den er ingen udvikling, og et tomt år er ikke nul.",
    }
    return udbud_view(
        "udbud_over_tid",
        filters,
        data,
        lod,
        title=f"Udbudte {enhed.flertal} og hvad der blev af dem: {area_name(filters)}",
        figure=None if lod.empty else _bars(matrix, komplet, enhed.flertal),
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
        serier[0][2],
        title=titel + (f" mod {dansk.sentence_list([navn for navn, *_ in serier[1:]])}" if len(serier) > 1 else ""),
        figure=None if withheld or not kendt else _panels(serier, tal, enhed),
        table=pd.DataFrame() if withheld else pd.DataFrame(raekker),
        alt="Fem mål side om side: " + "; ".join(maal.navn.lower() for maal in MAAL.values()) + ".",
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
    tabel = pd.DataFrame({"År": aarene})
    for navn, vaerdier in tal.items():
        tabel[f"{navn} (pct.)"] = [en for en, _ in vaerdier]
        tabel[f"{navn}: runder"] = pd.array([n for _, n in vaerdier], dtype="Int64")
    return udbud_view(
        "udbud_uden_ansoegere",
        filters,
        data,
        serier[0][2],
        title=_finding(serier[0][0], aarene, foerste, enhed.flertal, skjult=bool(withheld)),
        figure=None if withheld or not kendt else _lines(serier, aarene, tal),
        table=pd.DataFrame() if withheld else tabel,
        alt=f"Linjer: andel runder for {enhed.flertal} uden ansøgere, år for år.",
        definition=f"{maal.definition} Runderne hører til året, de blev slået op. Lavt er godt.",
        withheld=withheld,
        note=("Et år kan bygge på få runder; tabellen viser hvor mange." if kendt else "")
        if withheld or kendt
        else nothing_known(filters, data),
    )


def _series(filters: Filters, data: Snapshot) -> list[tuple[str, str, pd.DataFrame]]:
    """Name, colour and rounds of the chosen area, the one it is compared with, and the country."""
    valg = [
        (en, farve) for en, farve in ((filters.omraade, farver.LINJE), (filters.sammenlign, farver.SAMMENLIGN)) if en
    ]
    valg.append(("", farver.REFERENCE if filters.omraade else farver.LINJE))
    # without a chosen area the country comes first
    valg = valg if filters.omraade else valg[::-1]
    return [
        (area_name(filters, en), farve, unit_rounds(filters.on(omraade=en), data))
        for en, farve in dict(valg).items()
        if not en or en in niveauer.areas(filters.niveau, filters.struktur)
    ]


def _finding(navn: str, aarene: list[str], tal: list[tuple[float, int]], enheder: str, skjult: bool) -> str:
    """Where the share went, as a title; whether that is good is said apart."""
    emne = f"Runder for {enheder} uden ansøgere, {navn}"
    retning = None if skjult else direction(pd.Series(aarene), pd.Series([en for en, _ in tal]), lav_er_godt=True)
    if retning is None:
        return f"{emne}: år for år"
    godt = {True: " (bedre)", False: " (dårligere)", None: ""}[retning.er_godt]
    fra, til = dansk.number(retning.fra), dansk.number(retning.til)
    if retning.ord == "uændret":
        return f"{emne}: {til} pct. i både {retning.fra_aar} og {retning.til_aar}"
    return f"{emne}: {retning.ord} fra {fra} pct. i {retning.fra_aar} til {til} pct. i {retning.til_aar}{godt}"


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


def _bars(matrix: pd.DataFrame, komplet: bool, enheder: str) -> Aksefigur:
    """Stacked bars, an outcome each; of many quarters only the years are written."""
    matrix = matrix.astype(float)
    perioder = tuple(matrix.index)
    aar = [en for en in perioder if en.endswith("1. kv.") or "kv." not in en]
    kun_aar = len(perioder) > 8 and len(aar) < len(perioder)
    serier = tuple(_outcome_bars(udfald, matrix[udfald], komplet) for udfald in matrix.columns)
    x = Kategorier(skrevne=tuple((en, en.removesuffix(" 1. kv.")) for en in aar) if kun_aar else ())
    return by_year(serier, dansk.capital(enheder), 400, x, maade=STABLET, luft=0.2, forklaring=len(serier) > 1)


def _outcome_bars(udfald: str, antal: pd.Series, komplet: bool) -> Soejler:
    navn = outcome_name(udfald, komplet)
    kendte = tuple(None if n != n else int(n) for n in antal)
    return Soejler(
        navn,
        tuple(antal.index),
        kendte,
        UDFALD[udfald][1],
        tuple("" if n is None else f"{hvor}: {navn.lower()} {dansk.number(n)}" for hvor, n in zip(antal.index, kendte)),
        # two outcomes share a colour (no doctor is sought any more); hatching tells them apart
        skraveret=DELT_FARVE if udfald == "fordelt" else "",
    )


def _panels(serier, tal: dict, enhed: Enhed) -> Aksefigur:
    """One small panel per measure, each with its own axis: the measures have different units."""
    soejler = 22 * len(serier)
    panel = OVERSKRIFT + soejler + MELLEMRUM
    hoejde = panel * len(MAAL)
    ruder = []
    for nr, (noegle, maal) in enumerate(MAAL.items()):
        vaerdier = [tal[navn][noegle] for navn, _, _ in serier]
        top = 1 - (nr * panel + OVERSKRIFT) / hoejde
        ruder.append(
            Rude(
                tuple(
                    _panel_bar(maal, navn, farve, en, _cases(noegle, en[1], enhed), forklares=nr == 0)
                    for (navn, farve, _), en in zip(serier, vaerdier, strict=True)
                ),
                # room for the number at the end of the longest bar
                Talakse(fra=0, til=1.5 * max([0.01, *_known(vaerdier)]), vises=False),
                Kategorier(vises=False, fra_oven=True),
                maal.navn,
                _cases(noegle, vaerdier[0][1], enhed),
                (0, 1, round(max(top - soejler / hoejde, 0), 4), round(top, 4)),
            )
        )
    return Aksefigur(tuple(ruder), hoejde + 40, luft=0.15, margen=(0, 0, 40, 0), forklaring=len(serier) > 1)


def _known(vaerdier: list[tuple[float, int]]) -> list[float]:
    return [vaerdi for vaerdi, antal in vaerdier if antal]


def _panel_bar(
    maal: Maal, navn: str, farve: str, vaerdi: tuple[float, int], bygger_paa: str, *, forklares: bool
) -> Soejler:
    tal, antal = vaerdi
    return Soejler(
        dansk.capital(navn),
        (navn,),
        (tal if antal else 0,),
        farve,
        (f"{navn}: bygger på {bygger_paa}",),
        Ord((dansk.quantity(tal, maal.enhed, maal.decimaler),), VED_ENDEN),
        liggende=True,
        forklares=forklares,
    )


def _lines(serier, aarene: list[str], tal: dict) -> Aksefigur:
    linjer = tuple(
        Linje(
            dansk.capital(navn),
            tuple(aarene),
            tuple(None if v != v else round(v, 1) for v, _ in tal[navn]),
            farve,
            tuple(f"{navn}, {aar}: {dansk.number(v)} pct. af {n} runder" for aar, (v, n) in zip(aarene, tal[navn])),
        )
        for navn, farve, _ in serier
    )
    return by_year(linjer, "Pct. af runderne", 320, forklaring=len(serier) > 1)
