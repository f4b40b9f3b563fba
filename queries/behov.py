"""How many capacities an area's inhabitants come to, and how many it has: need, supply, and what lies between.

Need is by inhabitants, for nobody publishes the listed patients of an area: flat by the norm, or shared out by age (an
illustration, which moves need between areas, never the country's). Supply is what sources count; a figure of one year
is held against the inhabitants of that year. What is expected is marked and stands against no supply.
"""

from collections.abc import Sequence

import pandas as pd

from queries.database import Snapshot
from queries.omraadetal import figures
from queries.periode import Dato

# Listed patients a capacity, to which a doctor shall take patients: the flat norm, for which inhabitants stand in here.
NORM, NORM_KILDE = 1600, "ugeskriftet-2025-06-hvad-siger"
# Where the shares come from that ages are weighed by (data/afledt.sql).
ALDER_KILDE = "kl-2015-09-65plus"
# What supply may be counted in, the best first. They are different counts and never stand in one figure.
KAPACITETER, LAEGER, BEREGNET = "kapaciteter_aktive", "praktiserende_laeger", "kapaciteter_beregnet"
UDBUD_AF_LAEGER = (KAPACITETER, LAEGER, BEREGNET)


def need(niveau: str, struktur: str | int, data: Snapshot) -> pd.DataFrame:
    """A row for each area of the level and each year that is counted or expected.

    Columns: omraade_id, navn, kort_navn, aar, er_ventet, fremskrevet_fra (<NA> for a count), indbyggere and
    indbyggere_65plus on 1 January; in capacities `behov_flad` and `behov_alder`, each of which adds up to the country's
    flat need; and `aldersindeks` (the country is 1).
    """
    return data.frame("behov", {"niveau": niveau, "struktur": str(struktur), "norm": NORM})


def counted_in(niveau: str, struktur: str | int, datasaet: str, fra: Dato, til: Dato, data: Snapshot) -> str:
    """What supply is counted in: what is known for most areas of the level, of equals the best. "" without any."""
    valg = (niveau, struktur, datasaet, fra, til, data)
    kendte = {en: int(_supply(en, *valg)["vaerdi"].notna().sum()) for en in UDBUD_AF_LAEGER}
    bedst = max(kendte, key=kendte.get)
    return bedst if kendte[bedst] else ""


def against_need(
    niveau: str,
    struktur: str | int,
    datasaet: str,
    fra: Dato = None,
    til: Dato = None,
    maal: str = "",
    *,
    data: Snapshot,
) -> pd.DataFrame:
    """The newest supply of the period beside the need of its own year, for each area of the level.

    `maal`: what supply is counted in; "" for `counted_in`. Columns: those of `need`; `kapacitet` (<NA> where it is not
    known: then the need is that of the newest count of the period), its dato, kvalifikator, note and kilder (kilde_id's
    parted by ";"); `forskel` (supply less need), `mangler` (0 where there is more) and `daekning_pct`.
    """
    maal = maal or counted_in(niveau, struktur, datasaet, fra, til, data) or KAPACITETER
    behov = need(niveau, struktur, data)
    behov = behov[~behov["er_ventet"]]
    sidst = max([en for en in set(behov["aar"]) if til is None or en <= int(str(til)[:4])] or [behov["aar"].max()])
    udbud = _supply(maal, niveau, struktur, datasaet, fra, til, data).drop(columns=["periode", "navn", "kilde_id"])
    udbud["aar"] = [int(en[:4]) if isinstance(en, str) else sidst for en in udbud["dato"]]
    ramme = behov.merge(udbud.rename(columns={"vaerdi": "kapacitet"}), on=["omraade_id", "aar"])
    forskel = ramme["kapacitet"].astype(float) - ramme["behov_flad"]
    daekning = 100 * ramme["kapacitet"].astype(float) / ramme["behov_flad"]
    return ramme.assign(forskel=forskel, mangler=(-forskel).clip(lower=0), daekning_pct=daekning)


def gross_and_net(forskelle: Sequence[float]) -> tuple[float, float]:
    """What is missing where something is, and what is when the surplus of others is set against it (below 0: that there
    is more than is needed)."""
    return sum(max(0.0, -en) for en in forskelle), -sum(forskelle)


def _supply(
    maal: str, niveau: str, struktur: str | int, datasaet: str, fra: Dato, til: Dato, data: Snapshot
) -> pd.DataFrame:
    """The newest figures of the period; one of a year whose inhabitants nobody counted can be held against nothing."""
    ramme = figures("noegletal", niveau, struktur, datasaet, [(fra, til)], data, noegletal=maal)
    talte = {int(en) for en, ventet in need(niveau, struktur, data)[["aar", "er_ventet"]].to_numpy() if not ventet}
    uden = [isinstance(en, str) and int(en[:4]) not in talte for en in ramme["dato"]]
    ramme.loc[uden, "vaerdi"] = float("nan")
    for kolonne in ("dato", "kvalifikator", "note", "kilder"):
        ramme[kolonne] = ramme[kolonne].astype(object).mask(uden, None)
    return ramme


def designated(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """Areas designated as short of doctors, the newest list first: liste ("landsdaekkende", "regional", "plo",
    "opmaerksomhed"), omraade_type, omraade, kommunekode and kommune (None for what lies in no known one), daekning
    ("hele", "dele", "ukendt"), fra and til (as precise as the source; til None while it stands), udpeget_af, note and
    the source."""
    return data.frame("truede", {"datasaet": datasaet})
