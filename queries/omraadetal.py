"""Figures by area. Every function answers for any level, structure, period and dataset.

Each returns one row per area of the level plus, where records can be known for a larger or for several areas, the
rows `ikke_stedfaestet` and `flere_omraader`, so that the sum is the national figure at every level. Missing is <NA>,
never 0. `indbyggere` is the newest count of the period (on `folketal_dato`), and rates by it are <NA> for a period
without one.

Periods are years, months, days or None (`queries.periode`); a record with a less precise date belongs to the first day
it can mean. Counts in a register that is not complete are never 0, and rates on such a register are withheld (<NA>).
The same queries answer for many periods at once (`figures_by_year`): each period as if it was asked for alone.
"""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from queries.database import Snapshot
from queries.periode import Dato, days, years

FORESPOERGSEL = {
    "udbud": "udbud_pr_omraade",
    "klinik": "klinik_pr_omraade",
    "pulje": "pulje_pr_omraade",
    "hu_forloeb": "hu_pr_omraade",
    "befolkning": "befolkning_pr_omraade",
    "fremskrivning": "fremskrivning_pr_omraade",
    "laegekontakt": "laegekontakt_pr_omraade",
    "noegletal": "noegletal_pr_omraade",
}
# Registers whose records have a year and no day.
EFTER_AARSTAL = ("pulje", "hu_forloeb", "laegekontakt")
# Official layers of all kommuner, the same in every dataset.
FAELLES = ("befolkning", "fremskrivning", "laegekontakt")
# The change of a share is of two counts: on `dato_foer` and on `dato`.
AENDRINGER = ("aendring_65plus_point", "aendring_65_79_point", "aendring_80plus_point")
# Measurements: each stands for itself, complete or not.
MAALINGER = (*FAELLES, "noegletal")


def is_complete(
    datasaet: str, register: str, niveau: str, fra: Dato = None, til: Dato = None, *, data: Snapshot
) -> tuple[bool, str]:
    """Whether a register holds everything for a level and period, and the Danish reason when it does not."""
    svar = completeness(datasaet, register, niveau, [(fra, til)], data).iloc[0]
    return bool(svar["komplet"]), svar["begrundelse"]


def figures_by_year(
    register: str,
    noegletal: str,
    niveau: str,
    struktur: str | int,
    datasaet: str,
    aar: Sequence[int],
    data: Snapshot,
    *,
    pulje: str | None = None,
    dag: date | None = None,
) -> pd.DataFrame:
    """What the functions below say of each year by itself, one below the other; `aar` is the first column.

    HU-forløb are without forecasts. `noegletal` matters for the register "noegletal" only, `pulje` for "pulje", and
    `dag` for "klinik". Raises KeyError when the register is unknown.
    """
    valg = {
        "noegletal": {"noegletal": noegletal},
        "hu_forloeb": {"prognoser": False},
        "pulje": {"pulje": pulje},
        "klinik": {"dag": dag},
    }
    ramme = figures(register, niveau, struktur, datasaet, [(et, et) for et in aar], data, **valg.get(register, {}))
    ramme.insert(0, "aar", [aar[nr] for nr in ramme.pop("periode")])
    return ramme


def udbud_pr_omraade(
    niveau: str,
    struktur: str | int,
    datasaet: str,
    fra: Dato = None,
    til: Dato = None,
    *,
    data: Snapshot,
) -> pd.DataFrame:
    """Tenders by area.

    Columns: omraade_id, navn; `ydernumre`, `kapaciteter`, `klinikker` (units offered in the period, each lot once, in
    its last round; decisions without a known offer left out); `runder` (rows: rounds and decisions);
    `ydernumre_besat` (of those, units that a doctor got), `ydernumre_ikke_besat` and `kapaciteter_ikke_besat` (units no
    doctor is known to have got);
    `runder_uden_ansoegere`, `runder_med_ansoegertal`; indbyggere; and, on complete data, `ydernumre_pr_100000`,
    `kapaciteter_pr_100000` (per 100,000 inhabitants) and `andel_runder_uden_ansoegere` (pct.).
    """
    return _one("udbud", niveau, struktur, datasaet, fra, til, data)


def klinik_pr_omraade(
    niveau: str,
    struktur: str | int,
    datasaet: str,
    fra: Dato = None,
    til: Dato = None,
    *,
    dag: date,
    data: Snapshot,
) -> pd.DataFrame:
    """Known clinics that are not PLO-klinikker, by area; `dag` is the day of the question.

    Columns: omraade_id, navn; in operation on the last day of the period, or on `dag` when it comes before:
    `udbudsklinikker`, `regionsklinikker` (with nær- and praksisklinikker), `licensklinikker`; in operation at some time
    from 2015 to that day: `udbudsklinikker_siden_2015`, `regionsklinikker_siden_2015`; and `konverteret_til_plo` (taken
    over by general practitioners in the period).
    """
    return _one("klinik", niveau, struktur, datasaet, fra, til, data, dag=dag)


def pulje_pr_omraade(
    niveau: str,
    struktur: str | int,
    datasaet: str,
    pulje: str | None = None,
    fra: Dato = None,
    til: Dato = None,
    *,
    data: Snapshot,
) -> pd.DataFrame:
    """Pool projects by area, for one pool or all, by the first year of the project.

    Columns: omraade_id, navn; `projekter` and `beloeb_kr` (kroner) of the projects that count; `uden_beloeb` (supported
    projects whose amount no source tells); indbyggere; and, on complete data, `kr_pr_indbygger`.
    """
    return _one("pulje", niveau, struktur, datasaet, fra, til, data, pulje=pulje)


def hu_pr_omraade(
    niveau: str,
    struktur: str | int,
    datasaet: str,
    fra: Dato = None,
    til: Dato = None,
    prognoser: bool = True,
    *,
    data: Snapshot,
) -> pd.DataFrame:
    """Training posts in general practice (HU-forløb) by area, from the preferred rows.

    `prognoser=False` leaves out rows that were forecasts in their source, as a figure shown as fact must.
    Columns: omraade_id, navn; `dimensioneret`, `opslaaet`, `besat`, `ubesat` (posts; each summed over the years where
    it is known); indbyggere; and, on complete data, `ubesat_pr_100000` (per 100,000 inhabitants),
    `besat_af_opslaaet_pct` and `besat_af_dimensioneret_pct` (each over the years where both of its parts are known).
    """
    return _one("hu_forloeb", niveau, struktur, datasaet, fra, til, data, prognoser=prognoser)


def befolkning_pr_omraade(
    niveau: str, struktur: str | int, fra: Dato = None, til: Dato = None, *, data: Snapshot
) -> pd.DataFrame:
    """Inhabitants by area (Statistics Denmark): the newest count of the period, <NA> when it has none.

    Columns: omraade_id, navn; at `dato`: `indbyggere`, `indbyggere_65plus`, `indbyggere_80plus`, `indbyggere_pr_km2`,
    and of all inhabitants (pct.) `andel_65plus_pct`, `andel_65_79_pct`, `andel_80plus_pct`; from `dato_foer`, ten years
    before, to `dato` (percentage points; <NA> without a count that day): `aendring_65plus_point`,
    `aendring_65_79_point`, `aendring_80plus_point`; and `aldersindeks`, the need by age alone (the country is 1).
    """
    return _one("befolkning", niveau, struktur, "", fra, til, data)


def fremskrivning_pr_omraade(niveau: str, struktur: str | int, *, data: Snapshot) -> pd.DataFrame:
    """What Statistics Denmark's projection expects by area, in no period: it is of years to come.

    Columns: omraade_id, navn, `ventede_80plus` (persons of 80 and over in its last year), `vaekst_80plus_pct` (how many
    more than were counted in the year that it sets out from, pct. of those).
    """
    return _one("fremskrivning", niveau, struktur, "", None, None, data)


def laegekontakt_pr_omraade(
    niveau: str, struktur: str | int, fra: Dato = None, til: Dato = None, *, data: Snapshot
) -> pd.DataFrame:
    """The inhabitants with a contact with general practice by area: the newest year of the period.

    Columns: omraade_id, navn, `andel_med_laegekontakt_pct` (of all inhabitants), `laegekontakter_pr_indbygger`
    (contacts per inhabitant), `dato` (the year as text).
    """
    return _one("laegekontakt", niveau, struktur, "", fra, til, data)


def noegletal_pr_omraade(
    noegletal: str,
    niveau: str,
    struktur: str | int,
    datasaet: str,
    fra: Dato = None,
    til: Dato = None,
    *,
    data: Snapshot,
) -> pd.DataFrame:
    """The newest measurement of one indicator by area; no forecasts.

    Columns: omraade_id, navn, `vaerdi` (unit: the catalogue's), `dato` (as precise as its source), `kvalifikator`,
    note, kilde_id (the last three only where the area itself was measured), kilder (kilde_id's of all that the figure
    was made of, parted by ";"). There are no rows for what is not placed: a measurement belongs to its area and is not
    a part of a sum.
    """
    return _one("noegletal", niveau, struktur, datasaet, fra, til, data, noegletal=noegletal)


def _one(
    register: str,
    niveau: str,
    struktur: str | int,
    datasaet: str,
    fra: Dato,
    til: Dato,
    data: Snapshot,
    **valg,
) -> pd.DataFrame:
    """The figures of a register for one period."""
    return figures(register, niveau, struktur, datasaet, [(fra, til)], data, **valg).drop(columns="periode")


def figures(
    register: str,
    niveau: str,
    struktur: str | int,
    datasaet: str,
    perioder: Sequence[tuple[Dato, Dato]],
    data: Snapshot,
    **valg,
) -> pd.DataFrame:
    """The figures of a register by area for several periods; column `periode` is the number of the period."""
    parametre = {"niveau": niveau, "struktur": str(struktur)} | valg
    if register not in FAELLES:
        parametre["datasaet"] = datasaet
    if register == "fremskrivning":  # of years to come, whichever are chosen
        parametre["perioder"] = len(perioder)
    else:
        parametre |= years(perioder) if register in EFTER_AARSTAL else days(perioder)
    if register not in MAALINGER:
        parametre["komplet"] = tuple(map(bool, completeness(datasaet, register, niveau, perioder, data)["komplet"]))
    return data.frame(FORESPOERGSEL[register], parametre)


def completeness(
    datasaet: str, register: str, niveau: str, perioder: Sequence[tuple[Dato, Dato]], data: Snapshot
) -> pd.DataFrame:
    """komplet, begrundelse; a row for each period: does the register hold everything at the level?"""
    parametre = {"datasaet": datasaet, "register": register, "niveau": niveau} | years(perioder)
    return data.frame("fuldstaendighed", parametre)
