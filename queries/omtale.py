"""What is told in words beside the registers: rules, statements, the seats of the sundhedsråd, what holds for each
type of clinic. It is the same in every dataset. Every frame has the source too: kilde_id, titel, udgiver, url,
kilde_dato."""

import pandas as pd

from queries.database import Snapshot


def rules(data: Snapshot) -> pd.DataFrame:
    """The rules of how many doctors and patients there shall be: regel_id, art, navn, region (None for the country),
    fra and til (as precise as the source, None when open), er_udkast, aftalt ("aftalt", "fastsat" or None), note."""
    return data.frame("regler")


def statements(emner: tuple[str, ...], data: Snapshot) -> pd.DataFrame:
    """What sources say of some subjects, the newest first: udsagn_id, emne, sted, dato, dato_udledt, er_prognose,
    tekst, tal, kvalifikator and enhed (None without a number), note."""
    return data.frame("udsagn", {"emner": emner})


def council_seats(struktur: str | int, data: Snapshot) -> pd.DataFrame:
    """The newest known seats of every sundhedsråd, the largest first: sundhedsraad_id, navn, kort_navn, region, dato,
    regionale, kommunale, medlemmer, dagsordener (an address or None), note."""
    return data.frame("raadspladser", {"struktur": str(struktur)})


def clinic_terms(data: Snapshot) -> pd.DataFrame:
    """What holds for each type of clinic: forhold, kliniktype, tekst, dato."""
    return data.frame("kliniktypevilkaar")


def disagreements(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """Measurements of the same indicator, area and time that differ: omraade, noegletal (its name), enhed, decimaler,
    aar, dato, vaerdi, kvalifikator, foretrukken, note."""
    return data.frame("uenige", {"datasaet": datasaet})
