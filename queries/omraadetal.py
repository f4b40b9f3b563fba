"""Figures by area. Every function answers for any level, structure, period and dataset.

Each returns one row per area of the level plus, where records can be known for a larger or for several areas, the
rows `ikke_stedfaestet` and `flere_omraader`, so that the sum is the national figure at every level. Missing is <NA>,
never 0.

Periods are years, months, days or None (`queries.periode`); a record with a less precise date belongs to the first day
it can mean. Counts in a register that is not complete are never 0, and rates on such a register are withheld (<NA>).
"""

import pandas as pd

from queries.database import Snapshot
from queries.periode import Dato, first_day, last_day
from queries.standard import snapshot_or_default


def is_complete(
    datasaet: str, register: str, niveau: str, fra: Dato = None, til: Dato = None, data: Snapshot | None = None
) -> tuple[bool, str]:
    """Whether a register holds everything for a level and period, and the Danish reason when it does not."""
    parametre = {"datasaet": datasaet, "register": register, "niveau": niveau} | _years(fra, til)
    svar = snapshot_or_default(data).frame("fuldstaendighed", parametre).iloc[0]
    return bool(svar["komplet"]), svar["begrundelse"]


def udbud_pr_omraade(
    niveau: str,
    struktur: str | int,
    datasaet: str,
    fra: Dato = None,
    til: Dato = None,
    data: Snapshot | None = None,
) -> pd.DataFrame:
    """Tenders by area.

    Columns: omraade_id, navn; `ydernumre`, `kapaciteter`, `klinikker` (units offered in the period, each lot once, in
    its last round; decisions without a known offer left out); `runder` (rows: rounds and decisions);
    `ydernumre_ikke_besat`, `runder_uden_ansoegere`, `runder_med_ansoegertal`; indbyggere; and, on complete data,
    `ydernumre_pr_100000`, `kapaciteter_pr_100000` (per 100,000 inhabitants) and `andel_runder_uden_ansoegere` (pct.).
    """
    komplet, _ = is_complete(datasaet, "udbud", niveau, fra, til, data)
    parametre = _area(niveau, struktur, datasaet) | _days(fra, til) | {"komplet": komplet}
    return snapshot_or_default(data).frame("udbud_pr_omraade", parametre)


def klinik_pr_omraade(
    niveau: str,
    struktur: str | int,
    datasaet: str,
    fra: Dato = None,
    til: Dato = None,
    data: Snapshot | None = None,
) -> pd.DataFrame:
    """Known clinics that are not PLO-klinikker, by area.

    Columns: omraade_id, navn, `udbudsklinikker`, `regionsklinikker` (with nær- and praksisklinikker),
    `licensklinikker`, `konverteret_til_plo` (taken over by general practitioners in the period).
    """
    komplet, _ = is_complete(datasaet, "klinik", niveau, fra, til, data)
    parametre = _area(niveau, struktur, datasaet) | _days(fra, til) | {"komplet": komplet}
    return snapshot_or_default(data).frame("klinik_pr_omraade", parametre)


def pulje_pr_omraade(
    niveau: str,
    struktur: str | int,
    datasaet: str,
    pulje: str | None = None,
    fra: Dato = None,
    til: Dato = None,
    data: Snapshot | None = None,
) -> pd.DataFrame:
    """Pool projects by area, for one pool or all, by the first year of the project.

    Columns: omraade_id, navn; `projekter` and `beloeb_kr` (kroner) of the projects that count; `uden_beloeb` (supported
    projects whose amount no source tells); indbyggere; and, on complete data, `kr_pr_indbygger`.
    """
    komplet, _ = is_complete(datasaet, "pulje", niveau, fra, til, data)
    parametre = _area(niveau, struktur, datasaet) | _years(fra, til) | {"pulje": pulje, "komplet": komplet}
    return snapshot_or_default(data).frame("pulje_pr_omraade", parametre)


def hu_pr_omraade(
    niveau: str,
    struktur: str | int,
    datasaet: str,
    fra: Dato = None,
    til: Dato = None,
    prognoser: bool = True,
    data: Snapshot | None = None,
) -> pd.DataFrame:
    """Training posts in general practice (HU-forløb) by area, from the preferred rows.

    `prognoser=False` leaves out rows that were forecasts in their source, as a figure shown as fact must.
    Columns: omraade_id, navn; `dimensioneret`, `opslaaet`, `besat`, `ubesat` (posts; each summed over the years where
    it is known); indbyggere; and, on complete data, `ubesat_pr_100000` (per 100,000 inhabitants) and
    `besat_af_opslaaet_pct` (over the years where both are known).
    """
    komplet, _ = is_complete(datasaet, "hu_forloeb", niveau, fra, til, data)
    parametre = _area(niveau, struktur, datasaet) | _years(fra, til) | {"prognoser": prognoser, "komplet": komplet}
    return snapshot_or_default(data).frame("hu_pr_omraade", parametre)


def befolkning_pr_omraade(
    niveau: str, struktur: str | int, til: Dato = None, data: Snapshot | None = None
) -> pd.DataFrame:
    """Inhabitants by area (Statistics Denmark), the newest count not later than `til`.

    Columns: omraade_id, navn, `indbyggere` (at `dato`), `indbyggere_pr_km2`, `andel_65plus_pct` (at `dato_65plus`).
    """
    parametre = {"niveau": niveau, "struktur": str(struktur), "til": last_day(til)}
    return snapshot_or_default(data).frame("befolkning_pr_omraade", parametre)


def noegletal_pr_omraade(
    noegletal: str,
    niveau: str,
    struktur: str | int,
    datasaet: str,
    fra: Dato = None,
    til: Dato = None,
    data: Snapshot | None = None,
) -> pd.DataFrame:
    """The newest measurement of one indicator by area; no forecasts.

    Columns: omraade_id, navn, `vaerdi` (unit: the catalogue's), `dato` (as precise as its source), `kvalifikator`,
    note, kilde_id (the last three only where the area itself was measured). There are no rows for what is not placed: a
    measurement belongs to its area and is not a part of a sum.
    """
    parametre = _area(niveau, struktur, datasaet) | _days(fra, til) | {"noegletal": noegletal}
    return snapshot_or_default(data).frame("noegletal_pr_omraade", parametre)


def _area(niveau: str, struktur: str | int, datasaet: str) -> dict:
    return {"niveau": niveau, "struktur": str(struktur), "datasaet": datasaet}


def _days(fra: Dato, til: Dato) -> dict:
    return {"fra": first_day(fra), "til": last_day(til)}


def _years(fra: Dato, til: Dato) -> dict:
    foerste, sidste = first_day(fra), last_day(til)
    return {"fra_aar": foerste and foerste.year, "til_aar": sidste and sidste.year}
