""" "Års lager": how many years the doctors of an area would take over what stands open, area by area."""

from collections.abc import Mapping

import pandas as pd

from geo.niveauer import level
from queries.database import Snapshot
from views.balance import interval
from views.balance.antagelser import GUNSTIG, MIDT, SAET, UGUNSTIG
from views.balance.antaget import KUN_DE_87
from views.balance.balance import Balance
from views.balance.belaeg import of_run
from views.balance.forloeb import AARENE, Forloeb
from views.balance.grundlag import Kendt, Sted
from views.balance.motor import Aaret
from views.balance.ramme import BETINGELSE, Fortalt, scenario_view, summed, used, withheld
from views.balance.svar import at, years_of_stock
from views.balance.udsnit import FAERREST, KRAEVER, chosen
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.figur import farver
from views.figur.model import Felt, Gitter
from views.sprog import dansk

EMNE = "områderne efter års lager"
# Years of stock from which a class begins, its words and its colour; and where no doctors are left by takeovers.
INTET, ALDRIG = "ingen pladser", "aldrig"
KLASSER = ((0.0, "<1 år"), (1.0, "1-2 år"), (2.0, "2-4 år"), (4.0, "4+ år"))
FARVER = dict(zip((en for _, en in KLASSER), farver.SEKVENTIEL[:4], strict=True)) | {ALDRIG: farver.SEKVENTIEL[4]}
LANGT, HELE_FRA = 2.0, 10


def areas_by_stock(filters: Filters, data: Snapshot) -> View:
    """A row for each area, the one with the longest stock at the top, and a column for each year."""
    return scenario_view("bal_omraader", EMNE, filters, data, _told)


def _told(svar: Balance, filters: Filters, data: Snapshot) -> Fortalt:
    brugte = used(svar, *KUN_DE_87, "p")
    if svar.mangler or not svar.kendt.steder:
        return withheld(EMNE, svar.mangler or KRAEVER, brugte)
    midt, steder = svar.landet[MIDT], _shown(svar.kendt)
    paa, valgte = filters.on(niveau=svar.kendt.niveau), chosen(svar, filters).koder if filters.omraade else ()
    aar = svar.scenarie.aar
    lange = {saet: sum(_is_long(at(svar.landet[saet].aar[en.kode], aar)) for en in steder) for saet in SAET}
    ordnet = sorted(steder, key=lambda en: _order(at(midt.aar[en.kode], aar)))
    return Fortalt(
        title=f"{BETINGELSE}: {lange[MIDT]} ({interval.span(lange)}) af {len(steder)} "
        f"{level(svar.kendt.niveau).navn_flertal} har pladser uden PLO-læge til mere end to års læger i {aar}",
        figure=_figure(ordnet, svar.landet, paa, valgte),
        table=_table(ordnet, svar.landet, aar, paa),
        alt="Et gitter med en række for hvert sundhedsråd og en søjle for hvert år: hvor mange år de læger, der ikke "
        "skal overtage en plads, er om at tage pladserne uden PLO-læge.",
        definition="Års lager: pladser uden PLO-læge ved årets udgang, åbne eller i klinik, delt med de nye læger, der "
        f"er til overs, når årets overtagelser har fået en læge. »{dansk.capital(ALDRIG)}«: der er ikke flere nye "
        f"læger end overtagelser. Ordnet efter {aar}.",
        brugte=brugte,
        ud_over=summed(svar),
        sted="Hele landet",
        belaeg=of_run(svar, filters.datasaet, data),
    )


def _shown(kendt: Kendt) -> list[Sted]:
    """The areas that have years of their own; a rest bucket has no doctors and is none."""
    return [en for en in kendt.steder if not en.er_rest and en.laeger >= FAERREST]


def _is_long(en: Aaret) -> bool:
    lager = years_of_stock(en)
    return lager is None or lager > LANGT


def _order(en: Aaret) -> tuple:
    """The longest first: never, then by years; equals by how many places."""
    lager = years_of_stock(en)
    return (lager is not None, -(lager or 0), -en.uden_plo)


def stock_class(en: Aaret) -> str:
    """The class of a year."""
    lager = years_of_stock(en)
    if lager is None:
        return ALDRIG
    if not lager:
        return INTET
    return [ord_ for fra, ord_ in KLASSER if lager >= fra][-1]


def _figure(ordnet: list[Sted], landet: Mapping[str, Forloeb], filters: Filters, valgte: tuple[str, ...]) -> Gitter:
    return Gitter(
        tuple(str(aar) for aar in AARENE),
        tuple(_name(en, filters) for en in ordnet),
        tuple(tuple(_cell(landet, en.kode, aar) for aar in AARENE) for en in ordnet),
        tuple(_name(en, filters) for en in ordnet if en.kode in valgte),
        klasser=tuple((farve, ord_) for ord_, farve in FARVER.items()),
    )


def _name(sted: Sted, filters: Filters) -> str:
    return filters.area_name(sted.kode, uden=sted.navn, kort=True)


def _cell(landet: Mapping[str, Forloeb], kode: str, aar: int) -> Felt:
    saettene = {saet: at(landet[saet].aar[kode], aar) for saet in SAET}
    klasse = stock_class(saettene[MIDT])
    lager = {saet: years_of_stock(en) for saet, en in saettene.items()}
    ordnet = sorted(lager.values(), key=lambda en: float("inf") if en is None else en)
    hover = f"{_years(lager[MIDT])} års lager ({_years(ordnet[0])} - {_years(ordnet[-1])})"
    if klasse == INTET:
        return Felt("0", "", hover)
    return Felt(_years(lager[MIDT]), FARVER[klasse], hover)


def _years(lager: float | None) -> str:
    return ALDRIG if lager is None else dansk.number(lager, int(lager < HELE_FRA))


def _table(ordnet: list[Sted], landet: Mapping[str, Forloeb], aar: int, filters: Filters) -> pd.DataFrame:
    sidst = {saet: [at(landet[saet].aar[en.kode], aar) for en in ordnet] for saet in SAET}
    lager = {saet: [years_of_stock(en) for en in sidst[saet]] for saet in SAET}
    return pd.DataFrame(
        {
            "Område": [_name(en, filters) for en in ordnet],
            "År": [str(aar)] * len(ordnet),
            "Års lager": pd.array(lager[MIDT], dtype="Float64"),
            "Års lager, gunstige antagelser": pd.array(lager[GUNSTIG], dtype="Float64"),
            "Års lager, ugunstige antagelser": pd.array(lager[UGUNSTIG], dtype="Float64"),
            "Åbne udbud": [en.aabne for en in sidst[MIDT]],
            "I klinik": [en.klinik for en in sidst[MIDT]],
            "Nye læger": [en.nye_laeger for en in sidst[MIDT]],
            "Overtagelser": [en.opgivet for en in sidst[MIDT]],
            "PLO-læger": [en.laeger for en in sidst[MIDT]],
        }
    )
