"""What the chosen area should have, what it has, and what lies between: in one number with its rule and its date."""

import pandas as pd

from geo import niveauer
from queries import omtale
from queries.database import Snapshot
from queries.periode import first_day, last_day
from views.faelles.behovstal import MODEL, TAELLES_I, of_area, rule_of_norm, told_by
from views.faelles.filtre import Filters
from views.faelles.view import Tal
from views.sprog import dansk

SIDE, FANE, ENHED = "balance", "behov-mod-kapacitet", "kapaciteter"


def target_number(filters: Filters, data: Snapshot) -> Tal:
    """Target, capacity, difference, rule and date of the chosen area. A draft is no target: then it is the norm's."""
    post = of_area(filters, data)
    efter_model = post["behov_model"] == post["behov_model"] and not post["er_udkast"]
    norm = rule_of_norm(isinstance(post["tilmeldte_dato"], str))
    regel, maal = (MODEL, float(post["behov_model"])) if efter_model else (norm, float(post["behov_flad"]))
    fra = f", gælder fra {dansk.day(post['maal_fra'])}" if efter_model and isinstance(post["maal_fra"], str) else ""
    kapacitet, ukendt = float(post["kapacitet"]), post["kapacitet"] != post["kapacitet"]
    belaeg = told_by(pd.DataFrame([post]), filters.niveau, data)
    dele = [f"Behov {dansk.quantity(maal, ENHED)} efter {regel}{fra}"]
    if ukendt:
        dele.append("kapaciteten er ikke kendt")
    else:
        dele.append(f"mod {dansk.quantity(kapacitet, TAELLES_I[post['taelles_i']][0])} ({dansk.day(post['dato'])})")
    return Tal(
        ", ".join(dele) + ":",
        "forskel ukendt" if ukendt else _gap(kapacitet - maal),
        "",
        "" if efter_model else _rule_today(filters, data),
        belaeg.opgjort,
        belaeg.kilder,
        f"{filters.link(SIDE)}&fane={FANE}",
    )


def _gap(forskel: float) -> str:
    if not round(forskel):
        return "ingen forskel"
    return f"mangler {dansk.number(-forskel)}" if forskel < 0 else f"{dansk.number(forskel)} flere"


def _rule_today(filters: Filters, data: Snapshot) -> str:
    """Which rule sources say holds today in the regions of the area; "" where they differ, or the data are invented."""
    koder = set(niveauer.areas(filters.niveau, filters.struktur)[filters.omraade].kommunekoder)
    regioner = niveauer.areas("region", niveauer.STRUKTURER[0]).values()
    alle = omtale.rules(data)
    alle = alle[alle["region"].isin({en.navn for en in regioner if koder & set(en.kommunekoder)}) & alle["fra"].notna()]
    gaelder = [
        first_day(en.fra) <= filters.i_dag and (not isinstance(en.til, str) or last_day(en.til) >= filters.i_dag)
        for en in alle.itertuples()
    ]
    nu = alle[gaelder].drop_duplicates(["navn", "fra"])
    if filters.datasaet != "offentlig" or len(nu) != 1:
        return ""
    regel = f"{nu['navn'].iloc[0]}, fra {dansk.day(nu['fra'].iloc[0])}"
    return f"Reglen i dag: {regel}; områdets mål efter den er ikke kendt."
