"""Every assumption with its value, its default and who says it: what the scenario stands on, as a table."""

import pandas as pd

import queries
from queries.database import Snapshot
from views.balance import antaget
from views.balance.antagelser import Antagelse
from views.balance.balance import Balance, balance
from views.balance.ramme import Fortalt, scenario_view
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.sprog import dansk

ERSTATTET = "bruges ikke: målt i data"
INGEN = "–"


def assumptions_view(filters: Filters, data: Snapshot) -> View:
    """All of them in the order of the catalogue; one that the dataset measures says so, with what it is measured by."""
    return scenario_view("bal_antagelser", "hvad scenariet bygger på", filters, data, _told)


def origins(filters: Filters, data: Snapshot) -> dict[str, str]:
    """Who says each assumption and when, by its id: "PLO (laeger.dk), 27. februar 2019"; "" for what nobody says."""
    return {en.id: _origin(en, data) for en in balance(filters, data).antagelser}


def _told(svar: Balance, filters: Filters, data: Snapshot) -> Fortalt:
    aendret = sum(en.id in svar.scenarie.valgt for en in svar.antagelser)
    rettet = f", {dansk.number(aendret)} ændret" if aendret else ""
    return Fortalt(
        title=f"{dansk.counted(len(svar.antagelser), 'antagelse', 'antagelser')}{rettet}",
        figure=None,
        table=pd.DataFrame([_row(en, svar, data) for en in svar.antagelser]),
        alt="Tabel over antagelserne med værdi, standard, status og kilde.",
        definition="Hver antagelse med den værdi, der er regnet med, og de tre sæt. Fra en kilde: kilden siger tallet; "
        "beregnet af kilder: regnestykket står ved; skøn: ingen kilde har tallet.",
        brugte=tuple(en.id for en in svar.antagelser),
    )


def _row(en: Antagelse, svar: Balance, data: Snapshot) -> dict[str, str]:
    maalt = svar.erstattet.get(en.id, "")
    kilde = queries.source(en.kilde_id, data) if en.kilde_id else pd.DataFrame()
    url = "" if kilde.empty or not isinstance(kilde["url"].iloc[0], str) else kilde["url"].iloc[0]
    return {
        "Antagelse": en.navn,
        "Værdi": INGEN if maalt else antaget.value(en, svar.scenarie.valgt.get(en.id, en.standard), uden_enhed=True),
        "Enhed": en.enhed,
        "Standard": antaget.value(en, en.standard, uden_enhed=True),
        "Gunstigt sæt": antaget.value(en, en.gunstig, uden_enhed=True),
        "Ugunstigt sæt": antaget.value(en, en.ugunstig, uden_enhed=True),
        "Status": ERSTATTET if maalt else antaget.status(en),
        "Kilde": maalt or _origin(en, data) or INGEN,
        "Hvorfor": en.regnestykke or en.forklaring,
        "Link": "" if maalt else url,
    }


def _origin(en: Antagelse, data: Snapshot) -> str:
    kilde = queries.source(en.kilde_id, data) if en.kilde_id else pd.DataFrame()
    return "" if kilde.empty else f"{kilde['udgiver'].iloc[0]}, {dansk.day(kilde['dato'].iloc[0])}"
