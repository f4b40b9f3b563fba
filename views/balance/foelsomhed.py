""" "Hvad betyder mest?": one assumption at a time, and what it does to the places without a PLO doctor."""

from math import ceil, floor, log10
from textwrap import wrap

import pandas as pd

from queries.database import Snapshot
from views.balance import figur, interval
from views.balance.antagelser import MIDT, SAET
from views.balance.antaget import KUN_DE_87, value
from views.balance.balance import Balance
from views.balance.belaeg import of_run
from views.balance.ramme import BETINGELSE, Fortalt, scenario_view, used, why_not, withheld
from views.balance.svar import at
from views.balance.svar_foelsomhed import Udslag, tornado
from views.balance.uden_plo import lacking
from views.balance.udsnit import chosen
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.figur.model import FORAN, VED_ENDEN, Aksefigur, Ord, Soejler, Talakse
from views.figur.ramme import list_of_bars

EMNE = "hvad betyder mest?"
FAERRE, FLERE = "Færre pladser uden PLO-læge", "Flere pladser uden PLO-læge"
FLEST, LUFT, LAENGSTE_LINJE = 9, 1.4, 36


def sensitivity(filters: Filters, data: Snapshot) -> View:
    """A row for each assumption that means something, the one that means most at the top."""
    return scenario_view("bal_foelsomhed", EMNE, filters, data, _told)


def _told(svar: Balance, filters: Filters, data: Snapshot) -> Fortalt:
    brugte = used(svar, *KUN_DE_87, "p")
    if grund := why_not(svar, filters):
        return withheld(EMNE, grund, brugte)
    koder = chosen(svar, filters).koder
    aarene = {saet: svar.landet[saet].of(koder) for saet in SAET}
    aar = svar.scenarie.aar
    udslag = tornado(svar, aar, koder)
    antal = interval.in_year(aarene, aar, lacking)
    foerst = udslag[0] if udslag else None
    mest = f"»{foerst.antagelse.navn}« betyder mest for" if foerst else "ingen antagelse ændrer"
    return Fortalt(
        title=f"{BETINGELSE}: {mest} de {interval.with_range(antal, 'pladser')} uden PLO-læge i {aar}",
        figure=_figure(udslag[:FLEST]) if udslag else None,
        table=_table(udslag, at(aarene[MIDT], aar).uden_plo),
        alt="Liggende søjler, to for hver antagelse: så mange færre eller flere pladser uden PLO-læge giver "
        "de to værdier, der er prøvet.",
        definition="Én antagelse ad gangen sættes til en anden værdi, som regel en på hver side af standarden; de "
        f"andre er uændrede. Virkningen er pladser uden PLO-læge ved udgangen af {aar} i forhold til scenariet. "
        f"Figuren viser højst {FLEST} antagelser; resten står i tabellen.",
        brugte=brugte,
        belaeg=of_run(svar, filters.datasaet, data),
        tom="" if udslag else "Ingen antagelse ændrer tallet for det valgte år.",
    )


def _effects(en: Udslag) -> tuple[tuple[int, float], ...]:
    """The values that are tried, with what each does."""
    par = ((en.lav, en.lav_effekt), (en.hoej, en.hoej_effekt))
    return tuple((vaerdi, effekt) for vaerdi, effekt in par if effekt is not None)


def _figure(udslag: tuple[Udslag, ...]) -> Aksefigur:
    alle = [effekt for en in udslag for _, effekt in _effects(en)]
    rum = max(map(abs, alle)) * LUFT
    trin = 10 ** floor(log10(rum))
    rum = trin * ceil(rum / trin)
    navne = tuple(_name(en) for en in udslag)
    serier = tuple(
        _bars(navn, farve, aaben, navne, [_on_this_side(en, flere) for en in udslag])
        for navn, farve, aaben, flere in ((FAERRE, figur.LAEGER, False, False), (FLERE, figur.AABNE, True, True))
    )
    x = Talakse("Ændring i forhold til scenariet", fra=-rum, til=rum)
    return list_of_bars(serier, x, 60 + 40 * len(navne), 10, maade=FORAN, forklaring=True)


def _on_this_side(en: Udslag, flere: bool) -> tuple[float | None, str, str]:
    """The larger effect to one side, its words and its hover; nothing where none goes that way."""
    paa_siden = [(effekt, vaerdi) for vaerdi, effekt in _effects(en) if (effekt > 0) == flere and effekt]
    if not paa_siden:
        return None, "", ""
    effekt, vaerdi = max(paa_siden, key=lambda par: abs(par[0]))
    fortegn = "+" if flere else "-"
    virkning = f"ca. {fortegn}{interval.amount(abs(effekt), 'pladser')}"
    hover = f"<b>{en.antagelse.navn}</b><br>{value(en.antagelse, vaerdi)}: {virkning}"
    return effekt, f"{fortegn}{interval.number(abs(effekt))}", hover


def _name(en: Udslag) -> str:
    """The assumption and the values tried, in lines so short that a phone has room for the bars."""
    proevet = " eller ".join(value(en.antagelse, vaerdi, uden_enhed=True) for vaerdi, _ in _effects(en))
    enhed = en.antagelse.enhed.split(" ")[0]
    return "<br>".join([*wrap(en.antagelse.navn, LAENGSTE_LINJE, break_on_hyphens=False), f"({proevet} {enhed})"])


def _bars(navn: str, farve: str, aaben: bool, navne: tuple[str, ...], dele: list) -> Soejler:
    vaerdier, ord_, hover = zip(*dele, strict=True)
    return Soejler(navn, navne, vaerdier, farve, hover, Ord(ord_, VED_ENDEN), liggende=True, aaben=aaben)


def _table(udslag: tuple[Udslag, ...], nu: float) -> pd.DataFrame:
    def tried(en: Udslag, vaerdi: int, effekt: float | None) -> str:
        return "" if effekt is None else value(en.antagelse, vaerdi)

    return pd.DataFrame(
        {
            "Antagelse": [en.antagelse.navn for en in udslag],
            "Den ene værdi": [tried(en, en.lav, en.lav_effekt) for en in udslag],
            "Virkning af den ene": pd.array([en.lav_effekt for en in udslag], dtype="Float64"),
            "Den anden værdi": [tried(en, en.hoej, en.hoej_effekt) for en in udslag],
            "Virkning af den anden": pd.array([en.hoej_effekt for en in udslag], dtype="Float64"),
            "Pladser uden PLO-læge i scenariet": [nu] * len(udslag),
        }
    )
