"""How many capacities an area comes to, and how many it has: need, supply, and what lies between.

Need is flat by the norm, or shared out by age (an illustration, which moves need between areas, never the country's).
It is by listed patients where they are known for all areas that stand beside each other on the day of their supply,
else by the inhabitants of its year: one of the two for all of them. Supply is what sources count. What is expected is
marked and stands against no supply.
"""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from queries import maal
from queries.database import Snapshot
from queries.omraadetal import figures
from queries.periode import Dato, first_day
from queries.placering import placed

# Listed patients a capacity, to which a doctor shall take patients: the flat norm.
NORM, NORM_KILDE = 1600, "ugeskriftet-2025-06-hvad-siger"
# Where the shares come from that ages are weighed by (data/afledt.sql).
ALDER_KILDE = "kl-2015-09-65plus"
# What supply may be counted in, the best first. They are different counts and never stand in one figure.
KAPACITETER, LAEGER, BEREGNET = "kapaciteter_aktive", "praktiserende_laeger", "kapaciteter_beregnet"
# The part of the first that is not in clinics of the region or of a supplier: asked for by name, never by itself.
KAPACITETER_PLO = "kapaciteter_aktive_plo"
TILMELDTE = "tilmeldte_patienter"
MODEL, PLO = "national_fordelingsmodel", "plo_gennemsnit"
# The levels whose targets add up to those of an area, the larger parts first.
DELE = {"sundhedsraad": ("kommune",)} | dict.fromkeys(
    ("land", "videreuddannelsesregion", "region"), ("sundhedsraad", "kommune")
)
INTET_MAAL = (float("nan"), False, None, None, "")
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
    taelles_i: str = "",
    *,
    data: Snapshot,
) -> pd.DataFrame:
    """The newest supply of the period beside the need of its own year, for each area of the level.

    `taelles_i`: what supply is counted in; "" for `counted_in`. Columns: those of `need`; `kapacitet` (<NA> where it is
    not known: then the need is that of the newest count of the period), its dato, kvalifikator, note and kilder
    (kilde_id's parted by ";"), and `taelles_i`; `folk`, the people that the flat need is of, here the inhabitants, with
    `tilmeldte_dato` and `tilmeldte_kilder` for `by_patients`; and against the flat need `forskel` (supply less need),
    `mangler` (0 where there is more) and `daekning_pct`.
    """
    taelles_i = taelles_i or counted_in(niveau, struktur, datasaet, fra, til, data) or KAPACITETER
    behov = need(niveau, struktur, data)
    behov = behov[~behov["er_ventet"]]
    sidst = max([en for en in set(behov["aar"]) if til is None or en <= int(str(til)[:4])] or [behov["aar"].max()])
    udbud = _supply(taelles_i, niveau, struktur, datasaet, fra, til, data).drop(columns=["periode", "navn", "kilde_id"])
    udbud["aar"] = [int(en[:4]) if isinstance(en, str) else sidst for en in udbud["dato"]]
    ramme = behov.merge(udbud.rename(columns={"vaerdi": "kapacitet"}), on=["omraade_id", "aar"])
    folk = {"folk": ramme["indbyggere"].astype(float), "tilmeldte_dato": None, "tilmeldte_kilder": ""}
    return held_against(ramme.assign(taelles_i=taelles_i, **folk), "behov_flad")


def by_patients(
    ramme: pd.DataFrame, koder: Sequence[str], sted: tuple[str, str | int, str, Dato, Dato], data: Snapshot
) -> pd.DataFrame:
    """Rows of `against_need` of all areas of a level, with the need by listed patients when those of the areas `koder`
    (() for all) are known on one day, that of their supply; else as they are. sted: what `against_need` was asked for.

    Where no supply is known it is the newest day. An area that nobody is listed in has no doctor, and would need none:
    then inhabitants say more. The need by age is NaN unless the patients of the country are known.
    """
    viste = ramme["omraade_id"].isin(koder) | (not koder)
    dage = {first_day(en) for en in ramme.loc[viste, "dato"] if isinstance(en, str)}
    if len(dage) > 1:
        return ramme
    niveau, struktur, datasaet, *periode = sted
    valg = (struktur, datasaet, (*dage, *dage) or tuple(periode), data)
    fundne = ramme[["omraade_id"]].join(_listed(niveau, *valg), on="omraade_id")
    opgjort = {first_day(en) for en in fundne.loc[viste, "dato"] if isinstance(en, str)}
    if len(opgjort) != 1 or not (fundne.loc[viste, "vaerdi"] > 0).all():
        return ramme
    samtidige = [isinstance(en, str) and first_day(en) in opgjort for en in fundne["dato"]]
    folk = fundne["vaerdi"].where(samtidige)
    land = _listed("land", *valg)
    i_alt = land["vaerdi"].iloc[0] if {first_day(en) for en in land["dato"] if isinstance(en, str)} == opgjort else None
    indbyggere = need("land", struktur, data).set_index("aar")["indbyggere"]
    vaegt = float("nan") if i_alt is None else i_alt / ramme["aar"].map(indbyggere).astype(float)
    nye = {"folk": folk, "behov_flad": folk / NORM, "behov_alder": ramme["behov_alder"] * vaegt}
    nye |= {"tilmeldte_dato": fundne["dato"].where(samtidige, None), "tilmeldte_kilder": fundne["kilder"].fillna("")}
    return held_against(ramme.assign(**nye), "behov_flad")


def _listed(
    niveau: str, struktur: str | int, datasaet: str, periode: tuple[Dato, Dato], data: Snapshot
) -> pd.DataFrame:
    """By omraade_id: the newest vaerdi of listed patients in a period, with its dato and kilder."""
    alle = figures("noegletal", niveau, struktur, datasaet, [periode], data, noegletal=TILMELDTE)
    return alle.set_index("omraade_id")[["vaerdi", "dato", "kilder"]].astype({"vaerdi": float})


def held_against(ramme: pd.DataFrame, behov: str) -> pd.DataFrame:
    """The rows with their supply held against the need in that column: `forskel`, `mangler`, `daekning_pct`."""
    kapacitet = ramme["kapacitet"].astype(float)
    forskel = kapacitet - ramme[behov]
    return ramme.assign(forskel=forskel, mangler=(-forskel).clip(lower=0), daekning_pct=100 * kapacitet / ramme[behov])


def gross_and_net(forskelle: Sequence[float]) -> tuple[float, float]:
    """What is missing where something is, and what is when the surplus of others is set against it (below 0: that there
    is more than is needed)."""
    return sum(max(0.0, -en) for en in forskelle), -sum(forskelle)


def _supply(
    taelles_i: str, niveau: str, struktur: str | int, datasaet: str, fra: Dato, til: Dato, data: Snapshot
) -> pd.DataFrame:
    """The newest figures of the period; one of a year whose inhabitants nobody counted can be held against nothing."""
    ramme = figures("noegletal", niveau, struktur, datasaet, [(fra, til)], data, noegletal=taelles_i)
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


def with_model(
    ramme: pd.DataFrame, niveau: str, struktur: str | int, datasaet: str, dag: date, data: Snapshot
) -> pd.DataFrame:
    """Rows of `against_need` or `by_patients` with the targets of the day.

    `behov_model`: the national model's target in capacities (NaN where there is none), `er_udkast`, `maalsaet` (its
    name and version), `maal_fra` (the day it holds from, None when that is not known) and `maal_kilder`;
    `plo_gennemsnit` (patients a capacity, PLO's alternative) and `minimum_gns` (the mean of the clinics' least numbers
    of patients), NaN where nobody tells them.

    A target in patients a capacity divides the people of the row, listed or living there, and an index of need
    multiplies its flat need; a number of people weighted by illness shares out the country's flat need where it is told
    of every area. An area
    without a target of its own has the sum of its parts', when all of them have one of the same version.
    """
    alle = maal.targets(niveau, struktur, datasaet, dag, data)
    egne = _of_the_model(alle)
    fundet = [_in_capacities(post, egne.get(post.omraade_id), egne, ramme) for post in ramme.itertuples()]
    for del_niveau in DELE.get(niveau, ()):
        if any(en is None for en in fundet):
            dele = _sums_of_parts(ramme, del_niveau, (niveau, str(struktur)), datasaet, dag, data)
            fundet = [en or dele.get(kode) for kode, en in zip(ramme["omraade_id"], fundet, strict=True)]
    felter = ["behov_model", "er_udkast", "maalsaet", "maal_fra", "maal_kilder"]
    nye = pd.DataFrame([en or INTET_MAAL for en in fundet], columns=felter, index=ramme.index)
    plo = alle[alle["gaelder"] & (alle["art"] == PLO) & (alle["maal"] == "patienter_pr_kapacitet")]
    mindst = alle[alle["gaelder"] & alle["foretrukken"] & (alle["maal"] == "minimumspatienttal_gns")]
    return ramme.join(nye.astype({"maalsaet": object, "maal_fra": object})).assign(
        **{
            navn: ramme["omraade_id"].map(en.groupby("omraade_id")["vaerdi"].last()).astype(float)
            for navn, en in (("plo_gennemsnit", plo), ("minimum_gns", mindst))
        }
    )


def _of_the_model(alle: pd.DataFrame) -> dict[str, dict]:
    """By omraade_id: the targets of the national model on the day, by what they are of: the preferred one, else a
    draft."""
    mulige = alle[alle["gaelder"] & (alle["foretrukken"] | alle["er_udkast"]) & (alle["art"] == MODEL)]
    ud: dict[str, dict] = {}
    for post in mulige.sort_values("foretrukken", kind="stable").itertuples():
        ud.setdefault(post.omraade_id, {})[post.maal] = post
    return ud


def _in_capacities(post, egne: dict | None, alle: dict[str, dict], ramme: pd.DataFrame) -> tuple | None:
    """The target of an area in capacities, by the most direct of what is told."""
    if not egne:
        return None
    for maalt in ("kapaciteter", "patienter_pr_kapacitet", "behovsindeks", "sygdomsvaegtede_borgere"):
        mulig = egne.get(maalt)
        if mulig is None or not mulig.vaerdi:
            continue
        vaerdi = mulig.vaerdi
        if maalt == "patienter_pr_kapacitet":
            vaerdi = post.folk / vaerdi
        elif maalt == "behovsindeks":
            vaerdi = post.behov_flad * vaerdi
        elif maalt == "sygdomsvaegtede_borgere":
            kendte = [alle[en][maalt].vaerdi for en in ramme["omraade_id"] if maalt in alle.get(en, {})]
            if len(kendte) < len(ramme):
                continue
            vaerdi = ramme["behov_flad"].sum(skipna=False) * vaerdi / sum(kendte)
        if vaerdi != vaerdi:
            continue
        fra = None if pd.isna(mulig.gyldig_fra) else f"{mulig.gyldig_fra:%Y-%m-%d}"
        navn = f"{mulig.maalsaet}, {mulig.version}" if mulig.version else mulig.maalsaet
        return float(vaerdi), bool(mulig.er_udkast), navn, fra, mulig.kilde_id
    return None


def _sums_of_parts(
    ramme: pd.DataFrame, del_niveau: str, sted: tuple[str, str], datasaet: str, dag: date, data: Snapshot
) -> dict[str, tuple]:
    """By omraade_id: the targets of an area's parts added up, where all have one of the same version."""
    egne = _of_the_model(maal.targets(del_niveau, sted[1], datasaet, dag, data))
    placering, folk = placed(*sted, data), need(del_niveau, sted[1], data)
    opgjort = next((first_day(en) for en in ramme["tilmeldte_dato"] if isinstance(en, str)), None)
    tilmeldte = _listed(del_niveau, sted[1], datasaet, (opgjort, opgjort), data)["vaerdi"]
    folk = folk.assign(folk=folk["omraade_id"].map(tilmeldte) if opgjort else folk["indbyggere"])
    folk["behov_flad"] = folk["folk"] / NORM
    ud = {}
    for post in ramme.itertuples() if egne else ():
        koder = [kode for (art, kode), i in placering.items() if art == del_niveau and i == post.omraade_id]
        dele = folk[(folk["aar"] == post.aar) & folk["omraade_id"].isin(koder)]
        fundet = [_in_capacities(en, egne.get(en.omraade_id), {}, dele) for en in dele.itertuples()]
        if fundet and None not in fundet and len({en[1:3] for en in fundet}) == 1:
            vaerdier, udkast, navne, fra, kilder = zip(*fundet, strict=True)
            ens = fra[0] if len(set(fra)) == 1 else None
            ud[post.omraade_id] = (sum(vaerdier), udkast[0], navne[0], ens, ";".join(sorted(set(kilder))))
    return ud
