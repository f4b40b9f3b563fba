"""The tenders themselves: rounds of an area, the event log of one lot, and what of the offers is public."""

from datetime import date

import pandas as pd

from queries.database import Snapshot
from queries.periode import Dato, first_day, last_day


def rounds(
    datasaet: str,
    niveau: str,
    struktur: str | int,
    omraade: str = "",
    fra: Dato = None,
    til: Dato = None,
    *,
    data: Snapshot,
) -> pd.DataFrame:
    """Every round of the period that is about an area (or the whole country), the newest first. Never change the frame.

    Columns: udbud_id, kaede_id (the lot), led; `plads` ("inde", or "maaske" when it is known for a larger area that
    holds the chosen one; then it belongs in no count of the area); kendt_niveau, kendt_id, region, kommune, sted;
    enhed, antal (units), `antal_laege` (units that went to a doctor, when that is the outcome); er_udbudt, er_sidste
    (count units where this is true: each lot once), har_senere_runde, runde (<NA> when unknown); opslag_dato, dato
    (offer, else status), status, status_navn, status_dato, fase, udfald; antal_ansoegere, laege_klar (was a
    specialist there who could bid? None: nobody says), `soegning` ("ansoegere", "ingen", "ikke_oplyst"); `dage` from
    the lot's first offer to a doctor having it (only between exact days); note and the source: kilde_id, titel,
    udgiver, url, kilde_dato.
    """
    sted = {"niveau": niveau, "struktur": str(struktur), "omraade": omraade}
    tid = {"fra": first_day(fra), "til": last_day(til)}
    return data.frame("udbud_runder", {"datasaet": datasaet} | tid | sted)


def event_log(datasaet: str, kaede_id: str, data: Snapshot) -> pd.DataFrame:
    """All events of one lot across its rounds, in their order. Empty when the lot is unknown.

    Columns: udbud_id, sted, kommune, region, enhed, udbudt (units), led, runde, raekkefoelge, status, haendelse (name),
    udfaldsgruppe, dato (text as precise as its source, or None), antal, note, rundenote, and the source.
    """
    return data.frame("udbud_forloeb", {"datasaet": datasaet, "kaede_id": kaede_id})


def openness(
    datasaet: str, struktur: str | int, fra: Dato = None, til: Dato = None, *, dag: date, data: Snapshot
) -> pd.DataFrame:
    """What is public of the offers of the period, by region, with a last row for those of no known region.

    Columns: omraade_id, navn; counts of rounds: `udbud` (offered), of those with a known kommune (`sted`) and deadline
    (`frist`); `udloebne` (the deadline is over on `dag`, or not known), of those with a known number of applicants
    (`ansoegere`) and outcome (`udfald`).
    """
    tid = {"fra": first_day(fra), "til": last_day(til), "dag": dag}
    return data.frame("udbud_aabenhed", {"datasaet": datasaet, "struktur": str(struktur)} | tid)


def plo_moves(
    datasaet: str,
    enhed: str,
    niveau: str,
    struktur: str | int,
    omraade: str = "",
    fra: Dato = None,
    til: Dato = None,
    *,
    data: Snapshot,
) -> pd.DataFrame:
    """Each time units of one kind ("ydernummer", "kapacitet", "klinik") came into PLO-form or left it, the newest
    first.

    Columns: kaede_id (the lot); retning ("ind", "ud", or "uvist" when nobody says what it was before); slags: into it
    "nyt", "konverteret" (from an udbuds- or regionsklinik), "igen" (after it had left), and out of it "regionsklinik",
    "udbudsklinik", "opkoebt" (bought by the region, or taken by its first right), "tilbageleveret", "fordelt"; status,
    antal (units), dato (text as precise as its source, None when undated) and aar, sted, kommune, omraade_id (of the
    level), kilde_id, titel, url.
    """
    sted = {"niveau": niveau, "struktur": str(struktur), "omraade": omraade}
    tid = {"fra": first_day(fra), "til": last_day(til)}
    return data.frame("plo_stroem", {"datasaet": datasaet, "enhed": enhed} | tid | sted)
