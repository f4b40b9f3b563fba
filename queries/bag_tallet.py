"""The records behind one figure of one area: the very rows that are counted or added up in it, each with what it adds.

`tal` is what a row adds to the figure and `af` what it adds to what a share is out of, so a count or a sum is
`tal.sum()` and a percentage `100 * tal.sum() / af.sum()`; of a rate by inhabitants `tal` adds up to what is divided by
them. `omraade` is an area of the level, `LAND` for the country, or one of the two rests. `periode` is (fra, til).
"""

from datetime import date

import pandas as pd

from queries import udbud
from queries.database import Snapshot
from queries.omraadetal import figures
from queries.periode import Dato, days, years
from queries.placering import FLERE_OMRAADER, IKKE_STEDFAESTET, LAND, placed, stands_at
from queries.puljeprojekter import pool_projects

Periode = tuple[Dato, Dato]
ENHEDER = {"ydernumre": "ydernummer", "kapaciteter": "kapacitet", "klinikker": "klinik"}
# A rate -> what is counted in it, and of a share what that is out of.
TAELLER = {
    "ydernumre_pr_100000": ("ydernumre", ""),
    "kapaciteter_pr_100000": ("kapaciteter", ""),
    "kr_pr_indbygger": ("beloeb_kr", ""),
    "ubesat_pr_100000": ("ubesat", ""),
    "besat_af_opslaaet_pct": ("besat", "opslaaet"),
    "besat_af_dimensioneret_pct": ("besat", "dimensioneret"),
}
# A figure of the counts -> the columns that are counted, and the one that it is out of.
FOLKETAL = {
    "indbyggere": (("indbyggere",), ""),
    "indbyggere_80plus": (("indbyggere_80plus",), ""),
    "indbyggere_pr_km2": (("indbyggere",), "areal_km2"),
    "andel_65plus_pct": (("indbyggere_65_79", "indbyggere_80plus"), "indbyggere"),
    "andel_65_79_pct": (("indbyggere_65_79",), "indbyggere"),
    "andel_80plus_pct": (("indbyggere_80plus",), "indbyggere"),
}


def rounds_behind(
    kolonne: str, niveau: str, struktur: str, omraade: str, datasaet: str, periode: Periode, data: Snapshot
) -> pd.DataFrame:
    """The rounds (queries.udbud.rounds) behind a figure of the tender register, with `tal` and `af`. A lot stands in
    its last offered round of the period, and adds its units."""
    runder = _here(data.once(_placed_rounds, niveau, struktur, datasaet, periode), omraade)
    kolonne = TAELLER.get(kolonne, (kolonne,))[0]
    if kolonne == "runder":
        return runder.assign(tal=1, af=0)
    if kolonne in ("runder_uden_ansoegere", "andel_runder_uden_ansoegere"):
        kendt = runder[runder["antal_ansoegere"].notna()]
        ingen = (kendt["antal_ansoegere"] == 0).astype(int)
        return kendt.assign(tal=ingen, af=1) if kolonne.startswith("andel") else kendt[ingen == 1].assign(tal=1, af=0)
    enhed, _, udfald = kolonne.partition("_")
    lod = runder[runder["er_sidste"] & (runder["enhed"] == ENHEDER[enhed])]
    laege = lod["antal_laege"].fillna(0)
    tal = {"": lod["antal"], "besat": laege, "ikke_besat": lod["antal"] - laege}[udfald]
    lod = lod.assign(tal=tal.astype(int), af=0)
    return lod[lod["tal"] > 0]


def clinics_behind(
    kolonne: str,
    niveau: str,
    struktur: str,
    omraade: str,
    datasaet: str,
    periode: Periode,
    dag: date,
    data: Snapshot,
) -> pd.DataFrame:
    """The clinics behind a figure of the clinic register: columns as `queries.klinikker.clinics`, with `tal` (1)."""
    alle = data.once(_placed_clinics, kolonne, niveau, struktur, datasaet, periode, dag)
    return _here(alle, omraade).assign(tal=1, af=0)


def projects_behind(
    kolonne: str, niveau: str, struktur: str, omraade: str, datasaet: str, pulje: str, periode: Periode, data: Snapshot
) -> pd.DataFrame:
    """The projects (queries.puljeprojekter.pool_projects) that count in a figure of a pool, with `tal`. One that covers
    several areas stands in none of them."""
    her = _here(data.once(_placed_projects, niveau, struktur, datasaet, pulje, periode), omraade)
    return her.assign(tal=1.0 if kolonne == "projekter" else her["beloeb_kr"], af=0)


def posts_behind(
    kolonne: str, niveau: str, struktur: str, omraade: str, datasaet: str, periode: Periode, data: Snapshot
) -> pd.DataFrame:
    """The rows of HU-forløb behind a figure: raekke, omraade, aar, runde, maal, antal, note and the source, a row for
    each measure that is counted, with `tal` and `af`. An area's year is its own row or the finer rows of one kind
    within it, whichever knows most. What the areas lack of the country has no rows of its own: then it is empty."""
    taeller, naevner = TAELLER.get(kolonne, (kolonne, ""))
    alle = data.frame("hu_bag", {"datasaet": datasaet})
    fra, til = (aar[0] for aar in years([periode]).values())
    alle = alle[alle["maal"].isin([taeller, naevner]) & alle["aar"].between(fra or 0, til or 9999)]
    paa = LAND if omraade == LAND else niveau
    # a record for a finer area stands in the country too
    sted = placed(paa, struktur, data)
    par = zip(alle["kendt_niveau"], alle["kendt_id"], strict=True)
    her = alle.loc[[sted.get(en) == omraade for en in par]]
    i_alt = her.groupby(["aar", "maal", "kendt_niveau"], as_index=False)["antal"].sum()
    i_alt["egen"] = i_alt["kendt_niveau"] == paa
    bedst = i_alt.sort_values(["antal", "egen", "kendt_niveau"]).groupby(["aar", "maal"], as_index=False).last()
    ud = her.merge(bedst[["aar", "maal", "kendt_niveau"]], on=["aar", "maal", "kendt_niveau"])
    if naevner:  # only the years in which both are known
        begge = ud.groupby("aar")["maal"].nunique()
        ud = ud[ud["aar"].isin(begge[begge == 2].index)]
    tael = ud["antal"].where(ud["maal"] == taeller, 0)
    return ud.assign(tal=tael, af=ud["antal"].where(ud["maal"] == naevner, 0) if naevner else 0)


def measurements_behind(
    noegletal: str, niveau: str, struktur: str, omraade: str, datasaet: str, periode: Periode, data: Snapshot
) -> pd.DataFrame:
    """The measurements behind a stated figure: raekke, omraade, vaerdi, kvalifikator, dato, note and the source, with
    `tal`. They are the area's own, else those of the finer areas that together cover it."""
    paa = LAND if omraade == LAND else niveau
    alle = data.frame("noegletal_bag", {"datasaet": datasaet, "noegletal": noegletal})
    svar = figures("noegletal", paa, struktur, datasaet, [periode], data, noegletal=noegletal)
    svar = svar[(svar["omraade_id"] == omraade) & svar["vaerdi"].notna()]
    if svar.empty:
        return alle.head(0).assign(tal=0.0, af=0)
    sted = placed(paa, struktur, data)
    par = zip(alle["kendt_niveau"], alle["kendt_id"], strict=True)
    her = alle.loc[[sted.get(en) == omraade for en in par]]
    her = her[(her["dato"] == svar["dato"].iloc[0]) & her["kilde_id"].isin(svar["kilder"].iloc[0].split(";"))]
    # its own row stands alone; else the fewest that cover it all, or a list on which some kommuner do not stand
    talt = her.groupby("kendt_niveau").agg(raekker=("raekke", "count"), kommuner=("kommuner", "sum"))
    hele = talt[talt["kommuner"] == sum(1 for en, i in sted.items() if en[0] == "kommune" and i == omraade)]
    fundet = paa if paa in talt.index else hele["raekker"].idxmin() if len(hele) else "kommune"
    return her[her["kendt_niveau"] == fundet].assign(tal=lambda en: en["vaerdi"], af=0)


def counts_behind(
    kolonne: str, niveau: str, struktur: str, omraade: str, periode: Periode, data: Snapshot
) -> pd.DataFrame:
    """The kommuner's counts of inhabitants behind a figure: kommunekode, omraade, dato, indbyggere, indbyggere_65_79,
    indbyggere_80plus, areal_km2 and the source; `tal` is what they add, `af` what it is out of. A change is of two
    counts, and of no list."""
    paa = LAND if omraade == LAND else niveau
    alle = data.frame("befolkning_bag", {})
    dato = figures("befolkning", paa, struktur, "", [periode], data).set_index("omraade_id").loc[omraade, "dato"]
    sted = placed(paa, struktur, data)
    her = alle.loc[[sted.get(("kommune", en)) == omraade for en in alle["kommunekode"]]]
    her = her[her["dato"] == (None if pd.isna(dato) else pd.Timestamp(dato).strftime("%Y-%m-%d"))]
    taeller, naevner = FOLKETAL[kolonne]
    return her.assign(tal=her[list(taeller)].sum(axis=1), af=her[naevner] if naevner else 0)


def _here(alle: pd.DataFrame, omraade: str) -> pd.DataFrame:
    """The records of an area; of the country, all of them."""
    return alle if omraade == LAND else alle[alle["sted_id"] == omraade]


def _placed_rounds(niveau: str, struktur: str, datasaet: str, periode: Periode, data: Snapshot) -> pd.DataFrame:
    alle = udbud.rounds(datasaet, niveau, struktur, "", *periode, data=data)
    return alle.assign(sted_id=stands_at(alle, niveau, struktur, data))


def _placed_clinics(
    kolonne: str, niveau: str, struktur: str, datasaet: str, periode: Periode, dag: date, data: Snapshot
) -> pd.DataFrame:
    alle = data.frame("klinik_bag", {"datasaet": datasaet, "kolonne": kolonne, "dag": dag} | days([periode]))
    return alle.assign(sted_id=stands_at(alle, niveau, struktur, data))


def _placed_projects(
    niveau: str, struktur: str, datasaet: str, pulje: str, periode: Periode, data: Snapshot
) -> pd.DataFrame:
    alle = pool_projects(pulje, niveau, struktur, datasaet, data)
    fra, til = (aar[0] for aar in years([periode]).values())
    sted = [FLERE_OMRAADER if len(en) > 1 else en[0] if en else IKKE_STEDFAESTET for en in alle["omraade_ids"]]
    alle = alle.assign(sted_id=pd.Series(sted, alle.index, object))
    return alle[alle["medregnes"] & alle["aar_fra"].between(fra or 0, til or 9999)]
