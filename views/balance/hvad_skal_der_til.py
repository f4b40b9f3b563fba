""" "Hvad skal der til?": how many new PLO doctors a year fill the 87 by a chosen year, against those assumed."""

import pandas as pd

from queries.database import Snapshot
from views.balance import figur, interval
from views.balance.antagelser import GUNSTIG, MIDT, SAET, UGUNSTIG
from views.balance.antaget import changed
from views.balance.balance import Balance
from views.balance.belaeg import of_the_87
from views.balance.hvornaar import KUN_OFFENTLIGE, NORMTALLET
from views.balance.ramme import BETINGELSE, Fortalt, empty, scenario_view, used
from views.balance.scenarie import KENDT
from views.balance.svar_krav import Krav, requirements
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.figur.model import INDENI, Aksefigur, Hjaelpelinje, Kategorier, Ord, Rude, Soejler, Talakse

EMNE = "hvad skal der til, for at de 87 er besat?"
MAALAAR, TITLENS_AAR = (2028, 2030, 2032, 2035), 2030


def what_it_takes(filters: Filters, data: Snapshot) -> View:
    """A bar for each year by which all are to be filled, and a line at what is assumed."""
    return scenario_view("bal_hvad_skal_der_til", EMNE, filters, data, _told)


def _told(svar: Balance, filters: Filters, data: Snapshot) -> Fortalt:
    brugte = used(svar, "p0", "sigma", "g", "p")
    if not svar.de_87:
        return empty(KUN_OFFENTLIGE, brugte)
    krav = _requirements(svar)
    nu = {saet: forloeb.samlet[0].nye_laeger for saet, forloeb in svar.de_87.items()}
    kraevet = {saet: krav[saet][TITLENS_AAR].laeger for saet in SAET}
    return Fortalt(
        title=f"{BETINGELSE}: {interval.with_range(kraevet, 'nye læger om året')} er nok til de 87 i "
        f"{TITLENS_AAR}; scenariet har {interval.with_range(nu, 'i 2026')}",
        figure=_figure(krav, nu),
        table=_table(krav),
        alt="Søjler for fire år: så mange nye PLO-læger om året skal Region Sjælland have, for at der er læger nok til "
        "alle 87 ved årets udgang. En vandret linje viser, hvor mange scenariet regner med i 2026.",
        definition="Det mindste antal nye PLO-læger om året i Region Sjælland, med hvilket der er læger nok til alle "
        "87 ved årets udgang; en læge tæller med, også mens en klinik endnu ikke kan blive til en PLO-klinik. Resten "
        "af antagelserne er uændret. Tallet om året er det i 2026; andelen af landets nye læger er den samme alle "
        "år, så ændrer landets tal sig, gør Sjællands det også. Landets nye læger er et fast antal: det, Sjælland får "
        "mere, får de andre regioner mindre.",
        brugte=brugte,
        sted="Region Sjælland",
        condition=f"{changed(svar)} · {NORMTALLET}",
        belaeg=of_the_87(svar, filters.datasaet, data),
    )


def _requirements(svar: Balance) -> dict[str, dict[int, Krav]]:
    """By set and year."""
    scenarie = svar.scenarie.on(politik=KENDT)
    return {
        saet: {en.aar: en for en in requirements(forloeb.grundlag, scenarie, forloeb.forudsaetninger, MAALAAR)}
        for saet, forloeb in svar.de_87.items()
    }


def _table(krav: dict[str, dict[int, Krav]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Læger nok ved udgangen af": [str(aar) for aar in MAALAAR],
            "Nye læger om året": [krav[MIDT][aar].laeger for aar in MAALAAR],
            "Nye læger om året, gunstige antagelser": [krav[GUNSTIG][aar].laeger for aar in MAALAAR],
            "Nye læger om året, ugunstige antagelser": [krav[UGUNSTIG][aar].laeger for aar in MAALAAR],
            "Andel af landets nye læger, pct.": [100 * (krav[MIDT][aar].andel or 0) for aar in MAALAAR],
            "Nye læger om året i scenariet": [krav[MIDT][aar].nu for aar in MAALAAR],
        }
    )


def _figure(krav: dict[str, dict[int, Krav]], nu: dict[str, float]) -> Aksefigur:
    steder = tuple(str(aar) for aar in MAALAAR)
    efter = [{saet: krav[saet][aar].laeger for saet in SAET} for aar in MAALAAR]
    ord_ = Ord(tuple(f"ca. {interval.number(en[MIDT])}<br>({interval.span(en)})" for en in efter), INDENI)
    hover = tuple(
        f"<b>Læger nok ved udgangen af {sted}</b><br>{interval.with_range(en, 'nye læger om året')}"
        for sted, en in zip(steder, efter)
    )
    soejler = Soejler("Nye læger om året", steder, tuple(en[MIDT] for en in efter), figur.LAEGER, hover, ord_)
    hoejest = max(max(en.values()) for en in efter)
    y = Talakse("Nye PLO-læger om året i Region Sjælland", fra=0, til=hoejest * 1.2)
    linje = Hjaelpelinje("y", nu[MIDT], f"scenariet: ca. {interval.number(nu[MIDT])} ({interval.span(nu)})")
    x = Kategorier(steder, titel="Læger nok ved udgangen af")
    return Aksefigur((Rude((soejler,), x, y),), 380, linjer=(linje,), luft=0.45, margen=(0, 10, 20, 50))
