""" "Udbud mod læger": how many places ask for a doctor each year, and how many doctors there are."""

from collections.abc import Callable

import pandas as pd

from queries.database import Snapshot
from views.balance import figur, interval
from views.balance.antagelser import GUNSTIG, MIDT, SAET, UGUNSTIG
from views.balance.antaget import KUN_DE_87
from views.balance.balance import Balance
from views.balance.belaeg import of_run
from views.balance.motor import Aaret
from views.balance.ramme import BETINGELSE, OPDIGTET, Fortalt, scenario_view, summed, used, why_not, withheld
from views.balance.scenarie import FOERSTE_AAR
from views.balance.udsnit import chosen
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.figur.model import STABLET, Aksefigur, Kategorier, Linje, Punkter, Soejler
from views.figur.ramme import by_year

# "115 nye kolleger, vi regner med at få næste år" (PLO's report, autumn 2025), read as net: docs/balance.md.
PLOS_VENTEDE = 115
RUDENS_NAVN = f"PLO's ventede tilgang i {FOERSTE_AAR}: {PLOS_VENTEDE} (netto)"
EMNE = "udbudte pladser og nye læger år for år"


def offers_and_doctors(filters: Filters, data: Snapshot) -> View:
    """Takeovers and new offers as bars, new doctors as a line with the edges of the band."""
    return scenario_view("bal_udbud_og_laeger", EMNE, filters, data, _told)


def _told(svar: Balance, filters: Filters, data: Snapshot) -> Fortalt:
    brugte = used(svar, *KUN_DE_87, "p", "rho_n", "rho_r", "tau", "zeta", "ky")
    if grund := why_not(svar, filters):
        return withheld(EMNE, grund, brugte)
    koder = chosen(svar, filters).koder
    aarene = {saet: svar.landet[saet].of(koder) for saet in SAET}
    nye = interval.in_year(aarene, FOERSTE_AAR, doctors)
    pladser = interval.in_year(aarene, FOERSTE_AAR, places)
    # a number that PLO has told of the country is not held against invented ones
    landet = not filters.omraade and filters.datasaet != OPDIGTET
    return Fortalt(
        title=f"{BETINGELSE}: {interval.with_range(nye, 'nye læger')} til "
        f"{interval.with_range(pladser, 'pladser')} i {FOERSTE_AAR}",
        figure=_figure(aarene, landet),
        table=_table(aarene),
        alt="Søjler for hvert år: pladser, der gives op og skal overtages, og nye udbudte pladser; en linje for nye "
        f"læger, og to tynde linjer for {figur.KANTERNES_NAVN.lower()}."
        + (f" En rude viser {RUDENS_NAVN}." if landet else ""),
        definition="Overtagelser er pladser, som læger giver op i året; nye udbud følger den valgte udbudspolitik. Nye "
        "læger er færdige speciallæger, der ønsker en plads som PLO-læge. Afstanden fra linjen op til toppen af søjlen "
        "er pladser, der ikke finder en læge i året; er linjen over søjlen, tager læger pladser, der stod åbne før."
        + (
            f" Ruden står ved overtagelserne plus {PLOS_VENTEDE}, for PLO's tal er netto og lægges ikke til tilgangen."
            if landet
            else ""
        ),
        brugte=brugte,
        ud_over=summed(svar, koder),
        belaeg=of_run(svar, filters.datasaet, data),
    )


def doctors(en: Aaret) -> float:
    """Who wants a place in a year."""
    return en.nye_laeger


def given_up(en: Aaret) -> float:
    """Places to be taken over in a year."""
    return en.opgivet


def offered(en: Aaret) -> float:
    """New places in a year."""
    return en.udbudt


def places(en: Aaret) -> float:
    """What asks for a doctor in a year."""
    return en.opgivet + en.udbudt


def _table(aarene: dict[str, tuple[Aaret, ...]]) -> pd.DataFrame:
    midt = aarene[MIDT]
    return pd.DataFrame(
        {
            "År": [str(en.aar) for en in midt],
            "Overtagelser": [en.opgivet for en in midt],
            "Nye udbud": [en.udbudt for en in midt],
            "Pladser i alt": [places(en) for en in midt],
            "Nye læger": [en.nye_laeger for en in midt],
            "Nye læger, gunstige antagelser": [en.nye_laeger for en in aarene[GUNSTIG]],
            "Nye læger, ugunstige antagelser": [en.nye_laeger for en in aarene[UGUNSTIG]],
            "Pladser i alt, gunstige antagelser": [places(en) for en in aarene[GUNSTIG]],
            "Pladser i alt, ugunstige antagelser": [places(en) for en in aarene[UGUNSTIG]],
            "PLO-læger ved årets udgang": [en.laeger for en in midt],
        }
    )


def _figure(aarene: dict[str, tuple[Aaret, ...]], landet: bool) -> Aksefigur:
    midt = aarene[MIDT]
    steder = tuple(str(en.aar) for en in midt)
    kanter = {saet: [en.nye_laeger for en in aarene[saet]] for saet in (GUNSTIG, UGUNSTIG)}
    hover = tuple(
        f"<b>{en.aar}</b><br>{interval.with_range(interval.in_year(aarene, en.aar, doctors), 'nye læger')}<br>"
        f"{interval.with_range(interval.in_year(aarene, en.aar, places), 'pladser')}"
        for en in midt
    )
    serier = (
        _bars("Overtagelser", aarene, given_up, figur.OVERTAGELSER, False),
        _bars("Nye udbud", aarene, offered, figur.AABNE, True),
        Linje("Nye læger", steder, tuple(en.nye_laeger for en in midt), figur.LAEGER, hover),
        *figur.edges(steder, kanter, figur.LAEGER),
        *((_check(midt[0]),) if landet else ()),
    )
    return by_year(serier, "Læger og pladser om året", 400, Kategorier(steder), maade=STABLET, forklaring=True)


def _bars(
    navn: str, aarene: dict[str, tuple[Aaret, ...]], tal: Callable[[Aaret], float], farve: str, aaben: bool
) -> Soejler:
    midt = aarene[MIDT]
    hover = tuple(
        f"<b>{en.aar}</b><br>{navn}: {interval.with_range(interval.in_year(aarene, en.aar, tal), 'pladser')}"
        for en in midt
    )
    return Soejler(navn, tuple(str(en.aar) for en in midt), tuple(map(tal, midt)), farve, hover, aaben=aaben)


def _check(foerste: Aaret) -> Punkter:
    """PLO's own number beside the line: what the doctors would be if it holds."""
    sagt = foerste.opgivet + PLOS_VENTEDE
    return Punkter(
        RUDENS_NAVN,
        (str(foerste.aar),),
        (sagt,),
        figur.LAEGER,
        "rude",
        True,
        12,
        (f"<b>{foerste.aar}</b><br>{RUDENS_NAVN}<br>svarer til {interval.amount(sagt, 'nye læger')}",),
    )
