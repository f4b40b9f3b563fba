""" "Års lager": how many years the doctors of an area would take over what stands open, area by area."""

from collections.abc import Mapping

import pandas as pd

from queries.database import Snapshot
from views.balance import interval
from views.balance.antagelser import GUNSTIG, MIDT, SAET, UGUNSTIG
from views.balance.antaget import KUN_DE_87
from views.balance.balance import Balance
from views.balance.belaeg import of_run
from views.balance.forloeb import AARENE, Forloeb, Omraade
from views.balance.motor import Aaret
from views.balance.ramme import BETINGELSE, UKENDT_OMRAADE, Fortalt, scenario_view, summed, used, withheld
from views.balance.steder import REGNET_PAA, inside
from views.balance.svar import at, years_of_stock
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.figur import farver
from views.figur.model import Felt, Gitter
from views.sprog import dansk

EMNE = "områderne efter års lager"
# Years of stock from which a class begins, its words and its colour; and where no doctors are left by takeovers.
INTET, ALDRIG = "intet åbent", "ingen læger til overs"
KLASSER = ((0.0, "under 1 års lager"), (1.0, "1-2 år"), (2.0, "2-4 år"), (4.0, "4 år eller mere"))
FARVER = dict(zip((en for _, en in KLASSER), farver.SEKVENTIEL[:4], strict=True)) | {ALDRIG: farver.SEKVENTIEL[4]}
LANGT = 2.0
# With fewer doctors an area has no years of its own, only its part of the sum.
FAERREST_LAEGER = 20


def areas_by_stock(filters: Filters, data: Snapshot) -> View:
    """A row for each area, the one with the longest stock at the top, and a column for each year."""
    return scenario_view("bal_omraader", EMNE, filters, data, _told)


def _told(svar: Balance, filters: Filters, data: Snapshot) -> Fortalt:
    brugte = used(svar, *KUN_DE_87, "p")
    midt = svar.landet[MIDT]
    if svar.mangler or len(midt.aar) == 1:
        return withheld(EMNE, svar.mangler or UKENDT_OMRAADE, brugte)
    steder = _shown(midt)
    aar = svar.scenarie.aar
    lange = {saet: sum(_is_long(at(svar.landet[saet].aar[en.kode], aar)) for en in steder) for saet in SAET}
    ordnet = sorted(steder, key=lambda en: _order(at(midt.aar[en.kode], aar)))
    return Fortalt(
        title=f"{BETINGELSE}: {lange[MIDT]} ({interval.span(lange)}) af {len(steder)} sundhedsråd har åbne udbud til "
        f"mere end to års læger i {aar}",
        figure=_figure(ordnet, svar.landet, filters),
        table=_table(ordnet, svar.landet, aar, filters),
        alt="Et gitter med en række for hvert sundhedsråd og en søjle for hvert år: hvor mange år de læger, der ikke "
        "skal overtage en plads, er om at besætte de åbne udbud.",
        definition="Års lager: åbne udbud ved årets udgang delt med de nye læger, der er til overs, når årets "
        f"overtagelser har fået en læge. »{dansk.capital(ALDRIG)}«: der er ikke flere nye læger end overtagelser. "
        f"Klinikker er ikke talt med. Ordnet efter {aar}.",
        brugte=brugte,
        ud_over=summed(svar),
        sted="Hele landet",
        belaeg=of_run(svar, filters, data),
    )


def _shown(midt: Forloeb) -> list[Omraade]:
    """The areas that have years of their own; a rest bucket has no doctors and is none."""
    return [en for en in midt.grundlag.omraader if en.laeger >= FAERREST_LAEGER]


def _is_long(en: Aaret) -> bool:
    lager = years_of_stock(en)
    return lager is None or lager > LANGT


def _order(en: Aaret) -> tuple:
    """The longest first: never, then by years; equals by how many are open."""
    lager = years_of_stock(en)
    return (lager is not None, -(lager or 0), -en.aabne)


def stock_class(en: Aaret) -> str:
    """The class of a year."""
    lager = years_of_stock(en)
    if lager is None:
        return ALDRIG
    if not lager:
        return INTET
    return [ord_ for fra, ord_ in KLASSER if lager >= fra][-1]


def _figure(ordnet: list[Omraade], landet: Mapping[str, Forloeb], filters: Filters) -> Gitter:
    midt = landet[MIDT]
    valgte = inside(filters, midt) if filters.omraade else ()
    return Gitter(
        tuple(str(aar) for aar in AARENE),
        tuple(_name(en, filters) for en in ordnet),
        tuple(tuple(_cell(landet, en.kode, aar) for aar in AARENE) for en in ordnet),
        tuple(_name(en, filters) for en in ordnet if en.kode in valgte),
        klasser=tuple((farve, ord_) for ord_, farve in FARVER.items()),
    )


def _name(omraade: Omraade, filters: Filters) -> str:
    return filters.on(niveau=REGNET_PAA).area_name(omraade.kode, uden=omraade.navn, kort=True)


def _cell(landet: Mapping[str, Forloeb], kode: str, aar: int) -> Felt:
    saettene = {saet: at(landet[saet].aar[kode], aar) for saet in SAET}
    klasse = stock_class(saettene[MIDT])
    lager = {saet: years_of_stock(en) for saet, en in saettene.items()}
    ordnet = sorted(lager.values(), key=lambda en: float("inf") if en is None else en)
    hover = f"{_years(lager[MIDT])} års lager ({_years(ordnet[0])} - {_years(ordnet[-1])})"
    if klasse == INTET:
        return Felt("0", "", hover)
    tekst = "aldrig" if lager[MIDT] is None else _years(lager[MIDT])
    return Felt(tekst, FARVER[klasse], hover)


def _years(lager: float | None) -> str:
    return "aldrig" if lager is None else dansk.number(lager, 1)


def _table(ordnet: list[Omraade], landet: Mapping[str, Forloeb], aar: int, filters: Filters) -> pd.DataFrame:
    sidst = {saet: [at(landet[saet].aar[en.kode], aar) for en in ordnet] for saet in SAET}
    lager = {saet: [years_of_stock(en) for en in sidst[saet]] for saet in SAET}
    return pd.DataFrame(
        {
            "Sundhedsråd": [_name(en, filters) for en in ordnet],
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
