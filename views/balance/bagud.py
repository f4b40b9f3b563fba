"""The arithmetic looking back: from PLO's count of January 2023 to what PLO wrote at the end of 2024."""

from math import ceil, floor

import pandas as pd

from queries.database import Snapshot
from views.balance import figur, interval
from views.balance.antagelser import GUNSTIG, MIDT, SAET, UGUNSTIG
from views.balance.antaget import changed
from views.balance.balance import Balance
from views.balance.belaeg import of_years
from views.balance.ramme import BETINGELSE, OPDIGTET, Fortalt, empty, scenario_view
from views.balance.svar_bagud import Bagud, hindcast
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.figur.model import TIL_HOEJRE, Aksefigur, Kategorier, Linje, Punkter, Rude, Talakse

EMNE = "regnet bagud"
INGEN_PROEVE = "To tal valgte antagelserne; det her er ikke en prøve."
# "Ca. 3.400" in January 2023, and "ca. 3.500" in November 2024 (model's p0: docs/balance.md).
KUN_OFFENTLIGE = "De to tal, der regnes imellem, er PLO's egne og holdes ikke op mod opdigtede. Vælg offentlige kilder."
TRIN = 50  # between the numbers of the axis
FRA, TIL, TALT, SAGT = 2022, 2024, 3400.0, 3500.0
STEDER = ("Januar 2023", "Udgangen af 2023", "Udgangen af 2024")
# The years whose HU-forløb gave the new doctors of those two years, with the delays that are tried.
HU_AAR = range(2017, 2021)
BRUGTE = ("h", "fi", "delta", "c", "s", "o", "e")
PLOS_NAVN = "PLO's egne tal: ca. 3.400 og ca. 3.500"


def backwards(filters: Filters, data: Snapshot) -> View:
    """The doctors that the arithmetic gives, beside what PLO counted."""
    return scenario_view("bal_bagud", EMNE, filters.without_area(), data, _told)


def _told(svar: Balance, filters: Filters, data: Snapshot) -> Fortalt:
    if filters.datasaet == OPDIGTET:
        return empty(KUN_OFFENTLIGE, BRUGTE)
    regnet = hindcast(svar, TALT, FRA, TIL)
    sidst = {saet: regnet.laeger[saet][-1] for saet in SAET}
    return Fortalt(
        title=f"{BETINGELSE}: regnet fra 2023 er der {interval.with_range(sidst, 'PLO-læger')} ved udgangen af {TIL}; "
        "PLO skrev ca. 3.500",
        figure=_figure(regnet),
        table=_table(regnet),
        alt="Tre linjer for antallet af PLO-læger fra januar 2023 til udgangen af 2024, regnet med tre sæt antagelser, "
        "og to ruder for PLO's egne tal. Aksen begynder ikke ved nul.",
        definition=f"{INGEN_PROEVE} Begynder med ca. 3.400 PLO-læger i januar 2023; hvert år holder en andel op, og de "
        "nye læger kommer til. Antagelserne om afgang og egen praksis er valgt, så regnestykket passer med de to tal.",
        brugte=BRUGTE,
        ud_over=INGEN_PROEVE,
        sted="Hele landet",
        condition=changed(svar),
        belaeg=of_years(svar, filters.datasaet, HU_AAR, data),
    )


def _table(regnet: Bagud) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Tidspunkt": STEDER,
            "Regnet": regnet.laeger[MIDT],
            "Regnet, gunstige antagelser": regnet.laeger[GUNSTIG],
            "Regnet, ugunstige antagelser": regnet.laeger[UGUNSTIG],
            "PLO's eget tal (ca.)": pd.array([TALT, None, SAGT], dtype="Float64"),
        }
    )


def _figure(regnet: Bagud) -> Aksefigur:
    hover = tuple(
        f"<b>{sted}</b><br>Regnet: {interval.with_range({saet: regnet.laeger[saet][nr] for saet in SAET}, 'PLO-læger')}"
        for nr, sted in enumerate(STEDER)
    )
    sidst = {saet: regnet.laeger[saet][-1] for saet in SAET}
    ord_ = {saet: f"{figur.SAETTENE[saet]} ca. {interval.number(sidst[saet])}" for saet in (GUNSTIG, UGUNSTIG)}
    plo = Punkter(
        PLOS_NAVN,
        (STEDER[0], STEDER[-1]),
        (TALT, SAGT),
        figur.KANT,
        "rude",
        True,
        14,
        tuple(
            f"<b>{sted}</b><br>PLO: ca. {interval.number(tal)}" for sted, tal in ((STEDER[0], TALT), (STEDER[-1], SAGT))
        ),
    )
    serier = (
        Linje("Regnet med disse antagelser", STEDER, regnet.laeger[MIDT], figur.LAEGER, hover),
        *figur.edges(STEDER, regnet.laeger, figur.LAEGER),
        plo,
        *(figur.words_at(STEDER[-1], sidst[saet], ordet, TIL_HOEJRE) for saet, ordet in ord_.items()),
    )
    lav, hoej = min(TALT, *(min(en) for en in regnet.laeger.values())), max(max(en) for en in regnet.laeger.values())
    fra, til = TRIN * floor((lav - TRIN / 2) / TRIN), TRIN * ceil((hoej + TRIN / 2) / TRIN)
    y = Talakse("PLO-læger (aksen begynder ikke ved nul)", fra, til)
    return Aksefigur((Rude(serier, Kategorier(STEDER), y),), 380, forklaring=True, margen=(0, 130, 8, 30))
