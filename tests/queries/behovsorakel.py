"""Need and supply by area worked out a second time: plain pandas on the CSV files, from the definitions (model.md 3.3's
formulas are written out here), sharing no code with queries/behov.py."""

from functools import cache

import pandas as pd

from tests.queries import orakel
from tests.queries.orakel import laes, omraader

NORM = 1600
UNG, AELDRE = 0.829, 1.778


@cache
def folk() -> pd.DataFrame:
    """kommunekode, aar, ventet, i_alt, aeldre: what was counted and what is expected, one below the other."""
    dele = [
        pd.DataFrame(laes(f"geografi/{en}")).assign(ventet=en == "fremskrivning")
        for en in ("folketal", "fremskrivning")
    ]
    samlet = pd.concat(dele)
    tal = {en: samlet[en].astype(int) for en in ("indbyggere", "indbyggere_65_79", "indbyggere_80plus")}
    return pd.DataFrame(
        {
            "kommunekode": samlet["kommunekode"].str.zfill(3),
            "aar": samlet["dato"].str[:4].astype(int),
            "ventet": samlet["ventet"],
            "i_alt": tal["indbyggere"],
            "aeldre": tal["indbyggere_65_79"] + tal["indbyggere_80plus"],
        }
    ).reset_index(drop=True)


@cache
def behov(niveau: str, struktur: str) -> pd.DataFrame:
    """By (omraade_id, aar): ventet, i_alt, aeldre, flad, alder, indeks."""
    alle = folk()
    land = alle.groupby("aar")[["i_alt", "aeldre"]].sum()
    land["vaegtet"] = UNG * (land["i_alt"] - land["aeldre"]) + AELDRE * land["aeldre"]
    dele = []
    for omraade, kommuner in omraader(niveau, struktur).items():
        her = alle[alle["kommunekode"].isin(kommuner)]
        dele.append(
            her.groupby("aar").agg(ventet=("ventet", "first"), i_alt=("i_alt", "sum"), aeldre=("aeldre", "sum"))
        )
        dele[-1]["omraade_id"] = omraade
    ud = pd.concat(dele).reset_index()
    ud["flad"] = ud["i_alt"] / NORM
    vaegtet = UNG * (ud["i_alt"] - ud["aeldre"]) + AELDRE * ud["aeldre"]
    andel = vaegtet / ud["aar"].map(land["vaegtet"])
    ud["alder"] = andel * ud["aar"].map(land["i_alt"]) / NORM
    ud["indeks"] = andel / (ud["i_alt"] / ud["aar"].map(land["i_alt"]))
    return ud.set_index(["omraade_id", "aar"])


def tilmeldte(niveau: str, struktur: str, datasaet: str, fra=None, til=None) -> pd.DataFrame:
    """The newest listed patients of each area: antal, dato, and flad, the capacities that they come to."""
    svar = orakel.noegletal_pr_omraade("tilmeldte_patienter", niveau, struktur, datasaet, fra, til)
    return pd.DataFrame({"antal": svar["vaerdi"], "dato": svar["dato"], "flad": svar["vaerdi"] / NORM})


def udbud(maal: str, niveau: str, struktur: str, datasaet: str, fra=None, til=None) -> pd.DataFrame:
    """The newest supply of each area: kapacitet, dato; NaN for one that no source counts on one day."""
    svar = orakel.noegletal_pr_omraade(maal, niveau, struktur, datasaet, fra, til)
    return svar.rename(columns={"vaerdi": "kapacitet"})[["kapacitet", "dato"]]
