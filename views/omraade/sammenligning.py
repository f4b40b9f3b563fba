"""Up to four areas of any level side by side: one table, and small charts of the same indicator on the same axes."""

import pandas as pd

import queries
from geo import niveauer
from queries import Indikator
from queries.database import Snapshot
from views.faelles import saetninger
from views.faelles.filtre import ADSKILT, FLEST_I_ORD, FLEST_OMRAADER, Filters
from views.faelles.indikatortal import chosen_indicator, indicator_series, indicator_values
from views.faelles.indikatorview import year_series
from views.faelles.kilder import Belaeg, beside_country, joined, of_area, of_years
from views.faelles.omraadenoegletal import indicators
from views.faelles.paastand import Aarene, years_of
from views.faelles.registerniveau import fitted
from views.faelles.view import View
from views.figur import farver
from views.figur.model import STABLET, Aksefigur, Kategorier, Rude, Talakse
from views.sprog import dansk
from views.sprog.markdown import plain

SIDE = "sammenlign"
INGEN_VALGT = f"Vælg op til {FLEST_I_ORD} områder: kommuner, sundhedsråd, regioner eller egne grupper, også blandet."
ANTAL_OG_ANDELE = (
    "Et antal siger mest om, hvor stort området er; andele og tal pr. læge eller indbygger kan holdes op mod hinanden."
)
NAN = float("nan")
PR_RAEKKE, PANELHOEJDE = 2, 240
VANDRET_LUFT, LODRET_LUFT = 0.06, 0.24


def chosen_areas(filters: Filters) -> tuple[str, ...]:
    """The areas side by side; without a choice, the chosen area and the larger ones that hold it."""
    if filters.omraader:
        return tuple(filters.omraader.split(ADSKILT))[:FLEST_OMRAADER]
    if not filters.omraade:
        return ()
    stoerre = (
        niveauer.containing(filters.niveau, filters.omraade, niveau, filters.struktur)
        for niveau in ("sundhedsraad", "region")
    )
    return tuple(dict.fromkeys(en for en in (filters.omraade, *stoerre) if en))


def _title(navne: list[str]) -> str:
    """One area alone stands beside nothing but the country."""
    if len(navne) == 1:
        return f"{navne[0]} ved siden af hele landet"
    return f"{dansk.sentence_list(navne)} ved siden af hinanden" if navne else "Områder ved siden af hinanden"


def side_by_side(filters: Filters, data: Snapshot) -> View:
    """One row for each indicator, one column for each area, and the country last; only what can be compared."""
    omraader = chosen_areas(filters)
    katalog = queries.catalogue(data)
    linjer, udeladt, egne, landets = [], [], [], []
    for noegletal in indicators(filters, data):
        valg = filters.on(indikator=noegletal)
        tal = [_values(valg, en, data) for en in omraader]
        kendte = [en for en in tal if en is not None]
        if not kendte:
            continue
        if any(not _comparable(filters.on(indikator=noegletal), en, data) for en in omraader):
            udeladt.append(katalog[noegletal].navn)
            continue
        landet = indicator_values(valg.on(niveau="region"), data)
        linjer.append((katalog[noegletal], landet.navn, tal, landet.i_alt))
        egne += [_behind(valg, en, data) for en, v in zip(omraader, tal, strict=True) if v is not None]
        landets.append(of_area(landet, niveauer.LAND, data))
    samlet = beside_country(egne, landets)
    navne = [_name(filters, en) for en in omraader]
    tabel = pd.DataFrame(
        [
            [navn, indikator.enhed, *(_cell(indikator, v) for v in tal), _cell(indikator, land)]
            for indikator, navn, tal, land in linjer
        ],
        columns=["Nøgletal", "Enhed", *navne, niveauer.HELE_LANDET],
    )
    return View(
        id="sammenligning",
        title=_title(navne),
        subtitle=saetninger.period_and_dataset(filters),
        figure=None,
        table=tabel,
        alt=f"Tabel med {len(tabel)} nøgletal for {dansk.sentence_list([*navne, niveauer.HELE_LANDET])}.",
        definition=" ".join(f"{indikator.navn}: {indikator.definition}" for indikator, *_ in linjer),
        sources=samlet.kilder,
        as_of=samlet.opgjort,
        coverage=_coverage(len(linjer), udeladt),
        link=filters.link(SIDE),
        filters=filters,
        withheld="" if linjer or not udeladt else _coverage(0, udeladt),
        text=plain(ANTAL_OG_ANDELE if linjer else ""),
        note=""
        if linjer or udeladt
        else INGEN_VALGT
        if not omraader
        else "Ingen kilde fortæller om områderne i perioden.",
        missing=dansk.INGEN_DATA,
    )


def small_multiples(filters: Filters, data: Snapshot) -> View:
    """The chosen indicator year by year, a panel for each area, all on the same axes; only on complete data."""
    omraader = chosen_areas(filters)
    indikator = chosen_indicator(filters, data)
    navne = [_name(filters, en) for en in omraader]
    holdbare = all(_comparable(filters, en, data) for en in omraader)
    serier = {navn: _series(filters, en, data) for navn, en in zip(navne, omraader, strict=True)}
    vises = holdbare and any(en.notna().any() for en in serier.values())
    aar = sorted({et for en in serier.values() for et in en.index})
    belaeg = joined(_behind_years(filters, en, data) for en in omraader)
    aarene = years_of(indikator, filters, data)
    kendte = [et for et in aar if any(en.get(et, NAN) == en.get(et, NAN) for en in serier.values())]
    return View(
        id="sammenligning_aar",
        title=f"{indikator.navn} år for år, på samme akse",
        subtitle=saetninger.period_and_dataset(filters),
        figure=_panels(serier, aar, indikator, aarene) if vises else None,
        table=pd.DataFrame(
            {"År": [aarene.text(en) for en in kendte]}
            | {navn: en.reindex(kendte).tolist() for navn, en in serier.items()}
        ),
        alt=f"{indikator.navn} for hvert år: et lille diagram for hvert af {dansk.sentence_list(navne)}."
        if vises
        else "Ingen figur.",
        definition=indikator.definition,
        sources=belaeg.kilder,
        as_of=belaeg.opgjort,
        coverage=" ".join(["Alle diagrammer har samme akse, så højden kan sammenlignes.", *_hatched(kendte, aarene)])
        if vises
        else "",
        link=filters.link(SIDE),
        filters=filters,
        decimals=dict.fromkeys(navne, indikator.decimaler),
        withheld=""
        if holdbare
        else f"{indikator.navn} vises ikke side om side på disse data: registeret er ikke fuldstændigt, så det ville "
        "sammenligne det, kilderne tilfældigvis viser.",
        note="" if vises else _why_empty(omraader),
    )


def _of_area(filters: Filters, omraade: str, data: Snapshot) -> Filters:
    """The choices for one of the areas: its structure, and its level or one that the register is known for."""
    niveau, struktur = niveauer.level_of(omraade, filters.struktur)
    valg = filters.on(omraade=omraade, niveau=niveau, struktur=struktur, sammenlign="", omraader="")
    return fitted(queries.catalogue(data)[filters.indikator].register, valg)


def _values(filters: Filters, omraade: str, data: Snapshot) -> float | None:
    """The area's figure; None when it is not known."""
    valg = _of_area(filters, omraade, data)
    if valg.omraade != omraade:
        return None  # the indicator is known for a larger area only
    fundet = indicator_values(valg, data).omraader.set_index("omraade_id")["vaerdi"].get(omraade, float("nan"))
    return None if fundet != fundet else float(fundet)


def _behind(filters: Filters, omraade: str, data: Snapshot) -> Belaeg:
    valg = _of_area(filters, omraade, data)
    return of_area(indicator_values(valg, data), omraade, data)


def _behind_years(filters: Filters, omraade: str, data: Snapshot) -> Belaeg:
    valg = _of_area(filters, omraade, data)
    return of_years(valg, [omraade], data)


def _comparable(filters: Filters, omraade: str, data: Snapshot) -> bool:
    return indicator_values(_of_area(filters, omraade, data), data).komplet


def _series(filters: Filters, omraade: str, data: Snapshot) -> pd.Series:
    serie = indicator_series(_of_area(filters, omraade, data), data)
    return serie[omraade] if omraade in serie else pd.Series(dtype=float)


def _name(filters: Filters, omraade: str) -> str:
    niveau, struktur = niveauer.level_of(omraade, filters.struktur)
    return filters.on(niveau=niveau, struktur=struktur).area_name(omraade)


def _hatched(aar: list[int], aarene: Aarene) -> list[str]:
    """What is drawn apart: years of which more is to come."""
    dele = [aarene.text(en) for en in aar if en in aarene.dele]
    return [f"{dansk.sentence_list(dele)} står for sig."] if dele else []


def _why_empty(omraader: tuple[str, ...]) -> str:
    return "Ingen kilde fortæller om områderne i perioden." if omraader else INGEN_VALGT


def _cell(indikator, vaerdi: float | None) -> float | None:
    return None if dansk.is_missing(vaerdi) else round(vaerdi, indikator.decimaler)


def _coverage(kendte: int, udeladt: list[str]) -> str:
    vist = f"{kendte} nøgletal kan sammenlignes. " if kendte else ""
    if not udeladt:
        return vist.strip()
    return (
        f"{vist}{len(udeladt)} er udeladt, fordi deres registre ikke er fuldstændige, så en sammenligning ikke ville "
        f"holde: {dansk.sentence_list([en.lower() for en in udeladt])}."
    )


def _panels(serier: dict[str, pd.Series], aar: list[int], indikator: Indikator, aarene: Aarene) -> Aksefigur:
    """Two panels beside each other, and two below: four in a row cannot be read on a phone."""
    kolonner = min(len(serier), PR_RAEKKE)
    raekker = -(-len(serier) // PR_RAEKKE)
    ruder = []
    for nr, (navn, serie) in enumerate(serier.items()):
        x0, x1 = _span(nr % PR_RAEKKE, kolonner, VANDRET_LUFT)
        y0, y1 = _span(raekker - 1 - nr // PR_RAEKKE, raekker, LODRET_LUFT)
        titel = dansk.capital(indikator.enhed) if nr == 0 else ""
        ruder.append(
            Rude(
                year_series(navn, aar, serie.reindex(aar).tolist(), farver.LINJE, indikator, aarene),
                Kategorier(),
                Talakse(titel, skrives=nr % PR_RAEKKE == 0, faelles="y"),
                navn.removeprefix("Sundhedsråd "),
                plads=(x0, x1, y0, y1),
            )
        )
    # the hatched bar of a year that goes on stands in line with the others
    return Aksefigur(tuple(ruder), PANELHOEJDE * raekker, maade=STABLET, margen=(0, 10, 32, 30))


def _span(plads: int, antal: int, luft: float) -> list[float]:
    """From where to where the panel at a place reaches, as shares of the figure."""
    bredde = (1 - luft * (antal - 1)) / antal
    fra = plads * (bredde + luft)
    return [round(fra, 4), round(fra + bredde, 4)]
