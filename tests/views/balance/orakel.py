"""The scenario computed once more, in pandas: every place is in a row, and a year moves rows from one state to another.

Written from the equations of the specification alone, without a look at views/balance/motor.py. It shares nothing with
the engine but the records that a run begins with.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

AARENE = range(2026, 2036)
AFGANG = np.array([0.02, 0.02, 0.02, 0.02, 0.02, 0.08, 0.18, 0.25])  # by age group, from those under 40 to 70 and more
NYE_I_GRUPPE = np.array([0.5, 0.5, 0, 0, 0, 0, 0, 0])
TAGES = {"o": ("overtagelse", "aaben"), "k": ("", "klinik"), "n": ("udbud", "aaben")}


@dataclass
class Lager:
    """pladser: a row each for places of one area, kind, year and state: omraade, art (udbud, overtagelse), aar, siden
    (the year it became a clinic, 0 while open), antal. laeger, uden_plads: by area. aldre: area x age group."""

    pladser: pd.DataFrame
    laeger: pd.Series
    uden_plads: pd.Series
    aldre: pd.DataFrame


def computed(grundlag, scenarie, f) -> pd.DataFrame:
    """By area and year (index): P, U, A, K, W, D, X, N, F_R, C, F_A, Q_A, Q_R."""
    lager = _start(grundlag)
    lukket = lager.laeger * 0.0
    kappa = _kappa(grundlag, f)
    alle = []
    for aar in AARENE:
        opgivet = _given_up(grundlag, lager, kappa, f)
        udbudt = _offered(grundlag, scenarie, aar)
        tilgang = _settled(grundlag, lager, opgivet, udbudt, aar, f)
        raadig = f.omega * lager.uden_plads + tilgang
        if scenarie.politik == "takt":
            udbudt = (raadig - opgivet - _count(lager, "aaben") - _eligible(lager, aar, f)).clip(lower=0)
        besat = _year(lager, aar, opgivet, udbudt, raadig, f, scenarie.orden)
        lukket = lukket + besat.pop("lukket")
        tal = {"P": lager.laeger, "U": lager.uden_plads, "A": _count(lager, "aaben"), "K": _count(lager, "klinik")}
        tal |= {"W": lukket, "D": tilgang, "X": opgivet, "N": udbudt} | besat
        alle.append(pd.DataFrame(tal).assign(aar=aar))
    ud = pd.concat(alle).rename_axis("omraade").set_index("aar", append=True)
    return ud.sort_index()


def _start(grundlag) -> Lager:
    koder = [en.kode for en in grundlag.omraader]
    aabne = [(en.kode, "udbud", aar, 0, float(antal)) for en in grundlag.omraader for aar, antal in en.aabne]
    laeger = pd.Series([float(en.laeger) for en in grundlag.omraader], index=koder)
    med = {en.kode: en.aldre for en in grundlag.omraader if en.aldre}
    return Lager(
        pd.DataFrame(aabne, columns=["omraade", "art", "aar", "siden", "antal"]).astype({"antal": float}),
        laeger,
        laeger * 0.0,
        pd.DataFrame.from_dict(med, orient="index", columns=range(8)).astype(float),
    )


def _kappa(grundlag, f) -> float:
    """The level of leaving that makes the base year of areas with ages equal to e."""
    med = [en for en in grundlag.omraader if en.aldre]
    vejet = sum(float(AFGANG @ np.array(en.aldre)) for en in med)
    return f.e * sum(en.laeger for en in med) / vejet if vejet else 0.0


def _given_up(grundlag, lager: Lager, kappa: float, f) -> pd.Series:
    faktor = pd.Series({en.kode: en.faktor for en in grundlag.omraader})
    uden_aldre = f.e * faktor * lager.laeger
    med_aldre = kappa * (lager.aldre @ AFGANG)
    return med_aldre.reindex(uden_aldre.index).fillna(uden_aldre)


def _offered(grundlag, scenarie, aar: int) -> pd.Series:
    if scenarie.politik == "plan":
        return pd.Series({en.kode: float(en.plan.get(aar, 0)) for en in grundlag.omraader})
    om_aaret = grundlag.pladser_pr_aar if scenarie.politik == "maal" else 0.0
    return pd.Series({en.kode: en.andel * om_aaret for en in grundlag.omraader})


def _finished(grundlag, region: str, aar: int, f) -> float:
    """G: the delay in years is rarely whole, and starts are spread over the year."""
    aar_i_uddannelse = (54 + f.delta) / 12
    n, rest = divmod(aar_i_uddannelse, 1)
    besat = {}
    for et in (aar - int(n), aar - int(n) - 1):
        antaget = (f.h if et <= 2025 else f.h_frem) * f.fi / f.fi_standard * grundlag.hu_andel[region]
        besat[et] = grundlag.hu.get((region, et), antaget)
    return f.c * ((1 - rest) * besat[aar - int(n)] + rest * besat[aar - int(n) - 1])


def _settled(grundlag, lager: Lager, opgivet: pd.Series, udbudt: pd.Series, aar: int, f) -> pd.Series:
    """D = s · Σ M(v→a) · G(v) + o. Areas without doctors are what no place is known for; nobody settles there."""
    sted = pd.DataFrame({en.kode: {"region": en.region, "med": en.laeger > 0} for en in grundlag.omraader}).T
    laeger = lager.laeger[sted["med"].astype(bool)]
    ledigt = (_count(lager, "aaben") + udbudt + opgivet).reindex(laeger.index)
    paa_skala = ledigt * (laeger.sum() / ledigt.sum()) if ledigt.sum() > 0 else ledigt * 0.0
    vaegt = (1 - f.g) * laeger + f.g * paa_skala
    nye = vaegt * 0.0
    for region in grundlag.hu_andel:
        hjemme = sted["region"].reindex(vaegt.index) == region
        nye = nye + f.s * _finished(grundlag, region, aar, f) * _row(grundlag, region, vaegt, hjemme, f)
    nye = nye + f.o * (vaegt / vaegt.sum() if vaegt.sum() > 0 else vaegt)
    return (grundlag.andel_af_landet * nye).reindex(lager.laeger.index).fillna(0.0)


def _row(grundlag, region: str, vaegt: pd.Series, hjemme: pd.Series, f) -> pd.Series:
    if grundlag.bosaetning:
        return pd.Series({kode: grundlag.bosaetning.get((region, kode), 0.0) for kode in vaegt.index})
    inde, ude = vaegt.where(hjemme, 0.0), vaegt.where(~hjemme, 0.0)
    bliver = f.sigma if inde.sum() > 0 and ude.sum() > 0 else float(inde.sum() > 0)
    ud = vaegt * 0.0
    if inde.sum() > 0:
        ud = ud + bliver * inde / inde.sum()
    return ud + (1 - bliver) * ude / ude.sum() if ude.sum() > 0 else ud


def _count(lager: Lager, tilstand: str) -> pd.Series:
    er = lager.pladser["siden"] > 0 if tilstand == "klinik" else lager.pladser["siden"] == 0
    return lager.pladser[er].groupby("omraade")["antal"].sum().reindex(lager.laeger.index).fillna(0.0)


def _eligible(lager: Lager, aar: int, f) -> pd.Series:
    klar = lager.pladser[(lager.pladser["siden"] > 0) & (aar - lager.pladser["siden"] >= f.tau)]
    return klar.groupby("omraade")["antal"].sum().reindex(lager.laeger.index).fillna(0.0)


def _year(lager: Lager, aar: int, opgivet, udbudt, raadig, f, orden: str) -> dict[str, pd.Series]:
    nye = [
        pd.DataFrame({"omraade": antal.index, "art": art, "aar": aar, "siden": 0, "antal": antal.to_numpy()})
        for art, antal in (("udbud", udbudt), ("overtagelse", opgivet))
    ]
    lager.pladser = pd.concat([en for en in (lager.pladser, *nye) if len(en)], ignore_index=True)
    tilbage, taget = raadig.copy(), {}
    for slags in orden:
        taget[slags] = _taken(lager, aar, slags, tilbage, f)
        tilbage = tilbage - taget[slags]
    ud = _left(lager, aar, f)
    samlet = sum(taget.values())
    _age(lager, opgivet, samlet)
    lager.laeger = lager.laeger - opgivet + samlet
    lager.uden_plads = tilbage
    return ud | {"F_R": taget["o"], "C": taget["k"], "F_A": taget["n"]}


def _taken(lager: Lager, aar: int, slags: str, tilbage: pd.Series, f) -> pd.Series:
    """Doctors take places of a kind, the oldest first: of the running sum, what they reach."""
    art, tilstand = TAGES[slags]
    p = lager.pladser
    if tilstand == "klinik":
        er = (p["siden"] > 0) & (aar - p["siden"] >= f.tau)
    else:
        er = (p["siden"] == 0) & (p["art"] == art)
    koe = p[er].sort_values(["siden", "aar"], kind="stable")
    foer = koe.groupby("omraade")["antal"].cumsum() - koe["antal"]
    faar = (koe["omraade"].map(tilbage).astype(float) - foer).clip(lower=0.0)
    taget = pd.concat([faar, koe["antal"]], axis=1).min(axis=1)
    lager.pladser.loc[koe.index, "antal"] = koe["antal"] - taget
    return taget.groupby(koe["omraade"]).sum().reindex(lager.laeger.index).fillna(0.0)


def _left(lager: Lager, aar: int, f) -> dict[str, pd.Series]:
    """What nobody took: becomes a clinic, is withdrawn, is closed, or stays open."""
    p = lager.pladser
    gamle = p[(p["art"] == "udbud") & (p["siden"] == 0) & (p["aar"] < aar)]
    opgivne = p[(p["art"] == "overtagelse") & (p["siden"] == 0)]
    q_a, q_r = f.rho_n * gamle["antal"], f.rho_r * opgivne["antal"]
    z, lukket = f.zeta * (gamle["antal"] - q_a), opgivne["antal"] - q_r
    bliver = p.drop(index=opgivne.index)
    bliver.loc[gamle.index, "antal"] = gamle["antal"] - q_a - z
    klinikker = [gamle.assign(antal=q_a, siden=aar), opgivne.assign(antal=q_r, siden=aar)]
    lager.pladser = pd.concat([bliver, *(en for en in klinikker if len(en))], ignore_index=True)

    def by_area(antal: pd.Series) -> pd.Series:
        return antal.groupby(p.loc[antal.index, "omraade"]).sum().reindex(lager.laeger.index).fillna(0.0)

    return {"Q_A": by_area(q_a), "Q_R": by_area(q_r), "lukket": by_area(z) + by_area(lukket)}


def _age(lager: Lager, opgivet: pd.Series, samlet: pd.Series) -> None:
    """Leavers go by age, a fifth of those who stay moves up a group, and joiners are under 45."""
    if lager.aldre.empty:
        return
    a = lager.aldre.to_numpy()
    vejet = a @ AFGANG
    gaar = opgivet.reindex(lager.aldre.index).to_numpy()
    kappa = np.divide(gaar, vejet, out=np.zeros_like(gaar), where=vejet > 0)
    a = a * (1 - np.outer(kappa, AFGANG))
    op = a * np.array([0.2] * 7 + [0.0])
    a = a - op + np.hstack([np.zeros((len(a), 1)), op[:, :-1]])
    a = a + np.outer(samlet.reindex(lager.aldre.index).to_numpy(), NYE_I_GRUPPE)
    lager.aldre = pd.DataFrame(a, index=lager.aldre.index)
