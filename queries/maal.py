"""Targets: how much capacity an area should have, by which rule, and from when."""

from datetime import date

import pandas as pd

from queries.database import Snapshot


def rules(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """The rules and models that set targets: maalsaet_id, navn, art ("flad_norm", "national_fordelingsmodel",
    "plo_gennemsnit", "overenskomst", "egen"), version, er_udkast, bindende, gyldig_fra, gyldig_til (days, NaT when not
    known), evalueres (year), note, and the source."""
    return data.frame("maalsaet", {"datasaet": datasaet})


def spans(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """From when to when each rule sets targets, region by region: columns as `queries.omtale.rules`, with `art` of the
    rule and `evalueres`. Empty without targets."""
    return data.frame("maal_regler", {"datasaet": datasaet})


def targets(niveau: str, struktur: str | int, datasaet: str, dag: date, data: Snapshot) -> pd.DataFrame:
    """The targets of every area of a level, in all versions; none is carried to a larger or a smaller area.

    Columns: omraade_id, navn, kort_navn; maal ("kapaciteter", "nye_kapaciteter", "patienter_pr_kapacitet",
    "minimumspatienttal_gns", "behovsindeks", "sygdomsvaegtede_borgere"), vaerdi (in the unit of `maal`), kvalifikator,
    antal_klinikker (behind a mean), foretrukken, gyldig_fra, gyldig_til, `gaelder` (on the day); maalsaet_id, maalsaet
    (its name), art, version, er_udkast, bindende, evalueres; note, kilde_id. To show on a day: `gaelder` and
    `foretrukken`, which is one row for an area and maal.
    """
    parametre = {"niveau": niveau, "struktur": str(struktur), "datasaet": datasaet, "dag": dag}
    return data.frame("maaltal_pr_omraade", parametre)
