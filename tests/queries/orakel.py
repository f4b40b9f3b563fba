"""The figures by area worked out a second time: plain pandas and Python on the CSV files, without the database.

Written from the definitions (register README, catalogue, docstrings), not from the SQL, and sharing no code with it.
Every function returns a frame indexed by omraade_id in the order of the files, the two rest rows last; missing is NaN.
"""

from functools import cache
from pathlib import Path

import pandas as pd

DATA = Path(__file__).resolve().parents[2] / "data"
IKKE, FLERE = "ikke_stedfaestet", "flere_omraader"
NIVEAUER = ("land", "videreuddannelsesregion", "region", "sundhedsraad", "kommune")
# Official layers of all kommuner, the same in every dataset.
FAELLES = ("befolkning", "fremskrivning", "laegekontakt")
NAN = float("nan")
Kommuner = frozenset[str]


@cache
def laes(navn: str) -> tuple[dict[str, str | None], ...]:
    """Rows of data/<navn>.csv as text; an empty cell is None."""
    ramme = pd.read_csv(DATA / f"{navn}.csv", dtype=str, keep_default_na=False)
    return tuple({felt: vaerdi or None for felt, vaerdi in post.items()} for post in ramme.to_dict("records"))


# ------------------------------------------------------------------------------------------------- dates


def foerste_dag(dato) -> str | None:
    """The first day a date (year, month, day, in any way of writing it) can mean, as ISO text."""
    return f"{dato}{'-01-01'[len(str(dato)) - 10 :]}" if dato and len(str(dato)) < 10 else (dato and str(dato)[:10])


def sidste_dag(dato) -> str | None:
    """The last day it can mean; day 31 of every month does, for ISO text is only compared."""
    return f"{dato}{'-12-31'[len(str(dato)) - 10 :]}" if dato and len(str(dato)) < 10 else (dato and str(dato)[:10])


def i_perioden(dag: str | None, fra, til) -> bool:
    """Is a first day within a period? What is undated is in no period."""
    if fra is None and til is None:
        return True
    return dag is not None and (fra is None or dag >= foerste_dag(fra)) and (til is None or dag <= sidste_dag(til))


def aaret_i_perioden(aar: str, fra, til) -> bool:
    """The same for a whole year, of which a period touches the years it begins and ends in."""
    return (fra is None or aar >= foerste_dag(fra)[:4]) and (til is None or aar <= sidste_dag(til)[:4])


# ------------------------------------------------------------------------------------------------- geography


@cache
def region_ved_navn() -> dict[str, Kommuner]:
    """The kommuner of a region by its name, in whichever structure it stands."""
    navne = {post["region_id"]: post["navn"] for post in laes("geografi/region")}
    ud: dict[str, set] = {}
    for post in laes("geografi/kommune_region"):
        ud.setdefault(navne[post["region_id"]], set()).add(post["kommunekode"])
    return {navn: frozenset(koder) for navn, koder in ud.items()}


@cache
def omraader(niveau: str, struktur: str) -> dict[str, Kommuner]:
    """The areas of a level and their kommuner; none for an area whose kommuner no source lists."""
    kommuner = laes("geografi/kommune")
    if niveau == "land":
        return {"land": frozenset(post["kommunekode"] for post in kommuner)}
    if niveau.startswith("gruppe."):
        medlemmer = niveau.split(".")[2:]
        felt = "kommunekode" if medlemmer[0].isdigit() else "sundhedsraad_id"
        inde = frozenset(post["kommunekode"] for post in kommuner if post[felt] in medlemmer)
        return {niveau: inde, "udenfor": frozenset(post["kommunekode"] for post in kommuner) - inde}
    if niveau == "kommune":
        return {post["kommunekode"]: frozenset([post["kommunekode"]]) for post in kommuner}
    if niveau == "region":
        return {
            post["region_id"]: region_ved_navn()[post["navn"]]
            for post in laes("geografi/region")
            if post["struktur"] == struktur
        }
    if niveau == "delregion":
        raad = omraader("sundhedsraad", struktur)
        return {
            post["delregion_id"]: frozenset().union(*(raad[en] for en in (post["sundhedsraad"] or "").split(";") if en))
            for post in laes("geografi/delregion")
        }
    noegle = f"{niveau}_id"
    return {
        post[noegle]: frozenset(k["kommunekode"] for k in kommuner if k[noegle] == post[noegle])
        for post in laes(f"geografi/{niveau}")
    }


def navne(niveau: str, struktur: str) -> list[str]:
    """The full names of the areas of a level, then those of the rest rows."""
    if niveau == "land":
        egne = ["Hele landet"]
    elif niveau.startswith("gruppe."):
        egne = [niveau.split(".")[1], "Resten af landet"]
    else:
        poster = laes(f"geografi/{niveau}")
        egne = [post["navn"] for post in poster if niveau != "region" or post["struktur"] == struktur]
    return [*egne, "Ikke stedfæstet", "Dækker flere områder"]


@cache
def placering(kendt: Kommuner, niveau: str, struktur: str) -> str:
    """The area of the level that holds all the kommuner something is known for."""
    return next((en for en, medlemmer in omraader(niveau, struktur).items() if kendt <= medlemmer), IKKE)


def kendt_for(kommunekode: str | None, region: str | None) -> Kommuner:
    """The finest area a record is known for."""
    if kommunekode:
        return frozenset([kommunekode])
    return region_ved_navn()[region] if region else omraader("land", "2007")["land"]


# ------------------------------------------------------------------------------------------------- completeness


@cache
def register_aar(datasaet: str, register: str) -> tuple[str, str]:
    """First and last year a register speaks of; what was a forecast does not count."""
    match register:
        case "udbud":
            aar = [post["opslag_dato"] or post["status_dato"] for post in laes(f"{datasaet}/udbud")]
        case "klinik":
            aar = [post[felt] for post in laes(f"{datasaet}/klinik") for felt in ("fra_dato", "til_dato")]
        case "pulje":
            aar = [post["aar_fra"] for post in laes(f"{datasaet}/puljeprojekt")]
        case "hu_forloeb":
            maal = ("dimensioneret", "opslaaet", "besat", "ubesat")
            aar = [
                post["aar"]
                for post in laes(f"{datasaet}/hu_forloeb")
                if post["er_prognose"] == "0" and any(post[en] for en in maal)
            ]
    kendte = [en[:4] for en in aar if en]
    return min(kendte), max(kendte)


def komplet(datasaet: str, register: str, niveau: str, fra=None, til=None) -> bool:
    """Does the register hold everything for the level in the part of the period that it speaks of?"""
    foerste, sidste = register_aar(datasaet, register)
    fra_aar = max(foerste, foerste_dag(fra)[:4]) if fra else foerste
    til_aar = min(sidste, sidste_dag(til)[:4]) if til else sidste
    return fra_aar <= til_aar and any(
        post["komplet"] == "1" and (post["fra_aar"] or "0000") <= fra_aar and til_aar <= (post["til_aar"] or "9999")
        for post in laes("katalog/fuldstaendighed")
        if (post["datasaet"], post["register"]) == (datasaet, register) and post["niveau"] in ("alle", niveau)
    )


def tabel(
    niveau: str, struktur: str, poster: list[dict], kolonner: tuple[str, ...], nul_er_kendt: bool
) -> pd.DataFrame:
    """Sums of records by the area in `sted`.

    Where not all is known, an area without records is unknown, never 0; so is an area whose kommuner nobody lists.
    """
    alle = pd.DataFrame(poster, columns=["sted", *kolonner]).astype(dict.fromkeys(kolonner, float))
    ud = alle.groupby("sted").sum().reindex([*omraader(niveau, struktur), IKKE, FLERE]).fillna(0.0)
    uvisse = [en for en, kommuner in omraader(niveau, struktur).items() if not (nul_er_kendt and kommuner)]
    ud.loc[uvisse] = ud.loc[uvisse].replace(0.0, NAN)
    return ud.rename_axis("omraade_id")


def indbyggere(niveau: str, struktur: str, sidste_aar: str, fra=None, til=None) -> pd.Series:
    """The newest count of inhabitants of the period's years by area; the rest rows have none. A period without an end
    ends with the last year there is anything to divide."""
    aar = (foerste_dag(fra)[:4] if fra else None, sidste_dag(til)[:4] if til else sidste_aar)
    ud = befolkning_pr_omraade(niveau, struktur, *aar)["indbyggere"]
    return ud.reindex([*ud.index, IKKE, FLERE])


# ------------------------------------------------------------------------------------------------- tenders

BESLUTNINGER, KOEB = ("besluttet", "reserve"), ("opkoebt", "foersteret")
ENHEDER = {"ydernummer": "ydernumre", "kapacitet": "kapaciteter", "klinik": "klinikker"}
UDBUD = (
    *ENHEDER.values(),
    "runder",
    "ydernumre_besat",
    "ydernumre_ikke_besat",
    "kapaciteter_ikke_besat",
    "runder_uden_ansoegere",
    "runder_med_ansoegertal",
)


def er_udbudt(post: dict) -> bool:
    """Is a round an offer? A decision is none, nor what the region bought and has not put up."""
    return post["status"] not in BESLUTNINGER and (post["status"] not in KOEB or post["opslag_dato"] is not None)


@cache
def kaeder(datasaet: str) -> dict[str, tuple[str, int]]:
    """udbud_id -> (first round of its lot, number of the round in the chain)."""
    forrige = {post["udbud_id"]: post["forrige_udbud_id"] for post in laes(f"{datasaet}/udbud")}
    ud = {}
    for udbud_id in forrige:
        led, rod = 1, udbud_id
        while forrige[rod]:
            led, rod = led + 1, forrige[rod]
        ud[udbud_id] = (rod, led)
    return ud


def udbud_pr_omraade(niveau: str, struktur: str, datasaet: str, fra=None, til=None) -> pd.DataFrame:
    """Units by the last round of their lot within the period; rounds; and the rates that complete data allow."""
    gruppe = {post["status"]: post["udfaldsgruppe"] for post in laes("katalog/udbud_status")}
    kaede = kaeder(datasaet)
    runder = [
        post
        for post in laes(f"{datasaet}/udbud")
        if i_perioden(foerste_dag(post["opslag_dato"] or post["status_dato"]), fra, til)
    ]
    sidste = {}
    for post in sorted(runder, key=lambda post: kaede[post["udbud_id"]][1]):
        if er_udbudt(post):
            sidste[kaede[post["udbud_id"]][0]] = post["udbud_id"]
    taelles = set(sidste.values())
    poster = []
    for post in runder:
        antal = int(post["antal"]) if post["udbud_id"] in taelles else 0
        fandt_laege = antal and gruppe[post["status"]] == "besat"
        fik_laege = int(post["antal_tildelt"]) if fandt_laege else 0
        poster.append(
            {navn: antal * (post["enhed"] == enhed) for enhed, navn in ENHEDER.items()}
            | {
                "sted": placering(kendt_for(post["kommunekode"], post["region"]), niveau, struktur),
                "runder": 1,
                "ydernumre_besat": (post["enhed"] == "ydernummer") * fik_laege,
                "ydernumre_ikke_besat": (post["enhed"] == "ydernummer") * (antal - fik_laege),
                "kapaciteter_ikke_besat": (post["enhed"] == "kapacitet") * (antal - fik_laege),
                "runder_uden_ansoegere": post["antal_ansoegere"] == "0",
                "runder_med_ansoegertal": post["antal_ansoegere"] is not None,
            }
        )
    alt_kendt = komplet(datasaet, "udbud", niveau, fra, til)
    ud = tabel(niveau, struktur, poster, UDBUD, alt_kendt)
    # how many rounds have a known number is a fact of the register, not of the world: 0 is 0
    ud["runder_med_ansoegertal"] = ud["runder_med_ansoegertal"].fillna(0)
    ud["indbyggere"] = indbyggere(niveau, struktur, register_aar(datasaet, "udbud")[1], fra, til)
    for enhed in ("ydernumre", "kapaciteter"):
        ud[f"{enhed}_pr_100000"] = 100_000 * ud[enhed] / ud["indbyggere"] if alt_kendt else NAN
    andel = 100 * ud["runder_uden_ansoegere"] / ud["runder_med_ansoegertal"].replace(0, NAN)
    ud["andel_runder_uden_ansoegere"] = andel.drop([IKKE, FLERE]) if alt_kendt else NAN
    return ud


# ------------------------------------------------------------------------------------------------- clinics

REGIONSDREVNE = ("regionsklinik", "naerklinik", "praksisklinik")
KLINIK = (
    "udbudsklinikker",
    "regionsklinikker",
    "licensklinikker",
    "udbudsklinikker_siden_2015",
    "regionsklinikker_siden_2015",
    "konverteret_til_plo",
)


def klinik_pr_omraade(niveau: str, struktur: str, datasaet: str, fra=None, til=None, *, dag) -> pd.DataFrame:
    """Clinics in operation on the last day of the period that is not after `dag`, those of 2015 to that day, and
    conversions within the period."""
    slut = min(sidste_dag(til) or "9999", str(dag))
    poster = []
    for post in laes(f"{datasaet}/klinik"):
        begyndt, ophoert = foerste_dag(post["fra_dato"]), foerste_dag(post["til_dato"])
        findes = begyndt is None or begyndt <= slut
        lukket = ophoert <= slut if ophoert else post["efterfoelger_type"] is not None
        siden = findes and (ophoert is None or ophoert >= "2015-01-01")
        blev_plo = post["efterfoelger_type"] == "PLO-klinik" and ophoert is not None and ophoert <= str(dag)
        poster.append(
            {
                "sted": placering(kendt_for(post["kommunekode"], post["region"]), niveau, struktur),
                "udbudsklinikker": findes and not lukket and post["kliniktype"] == "udbudsklinik",
                "regionsklinikker": findes and not lukket and post["kliniktype"] in REGIONSDREVNE,
                "licensklinikker": findes and not lukket and post["kliniktype"] == "licensklinik",
                "udbudsklinikker_siden_2015": siden and post["kliniktype"] == "udbudsklinik",
                "regionsklinikker_siden_2015": siden and post["kliniktype"] in REGIONSDREVNE,
                "konverteret_til_plo": blev_plo and i_perioden(ophoert, fra, til),
            }
        )
    return tabel(niveau, struktur, poster, KLINIK, komplet(datasaet, "klinik", niveau, fra, til))


# ------------------------------------------------------------------------------------------------- pools

PULJE = ("projekter", "beloeb_kr", "uden_beloeb")


def projektets_sted(post: dict, niveau: str, struktur: str) -> str:
    """Where a pool project stands."""
    if not post["kommunekoder"]:
        return placering(kendt_for(None, post["region"]), niveau, struktur)
    steder = {placering(frozenset([kode]), niveau, struktur) for kode in post["kommunekoder"].split(";")}
    return steder.pop() if len(steder) == 1 else FLERE


def pulje_pr_omraade(niveau: str, struktur: str, datasaet: str, pulje=None, fra=None, til=None) -> pd.DataFrame:
    """Projects that count with their amounts, and supported ones without an amount, by first year."""
    poster = []
    for post in laes(f"{datasaet}/puljeprojekt"):
        if pulje not in (None, post["pulje_id"]) or not aaret_i_perioden(post["aar_fra"], fra, til):
            continue
        taeller = post["medregnes"] == "1"
        stoettet = post["status"] in ("støttet", "støttet i anden omgang")
        poster.append(
            {
                "sted": projektets_sted(post, niveau, struktur),
                "projekter": taeller,
                "beloeb_kr": float(post["beloeb_kr"]) if taeller else 0,
                "uden_beloeb": stoettet and not taeller and post["beloeb_kr"] is None,
            }
        )
    alt_kendt = komplet(datasaet, "pulje", niveau, fra, til)
    ud = tabel(niveau, struktur, poster, PULJE, alt_kendt)
    ud["uden_beloeb"] = ud["uden_beloeb"].fillna(0)
    sidste_aar = max(
        (p["aar_fra"] for p in laes(f"{datasaet}/puljeprojekt") if pulje in (None, p["pulje_id"])), default=None
    )
    ud["indbyggere"] = indbyggere(niveau, struktur, sidste_aar, fra, til)
    ud["kr_pr_indbygger"] = ud["beloeb_kr"] / ud["indbyggere"] if alt_kendt else NAN
    return ud


# ------------------------------------------------------------------------------------------------- training posts

HU = ("dimensioneret", "opslaaet", "besat", "ubesat")


def hu_vaerdier(post: dict) -> dict[str, int | None]:
    """The measures of a row, what is vacant worked out where the source does not say it."""
    vaerdier = {maal: int(post[maal]) if post[maal] else None for maal in HU}
    if vaerdier["ubesat"] is None and None not in (vaerdier["opslaaet"], vaerdier["besat"]):
        vaerdier["ubesat"] = vaerdier["opslaaet"] - vaerdier["besat"]
    return vaerdier


@cache
def _hu_aarstal(datasaet: str, prognoser: bool) -> dict[tuple[str, str, str, str], int]:
    """(kind of area, area, year, measure) -> posts: the row for the whole year, else the sum of the rounds."""
    hele, runder = {}, {}
    for post in laes(f"{datasaet}/hu_forloeb"):
        if post["foretrukken"] == "1" and (prognoser or post["er_prognose"] == "0"):
            for maal, antal in hu_vaerdier(post).items():
                noegle = (post["omraade_type"], post["omraade"], post["aar"], maal)
                if antal is not None and post["runde"] is None:
                    hele[noegle] = antal
                elif antal is not None:
                    runder[noegle] = runder.get(noegle, 0) + antal
    return runder | hele


@cache
def hu_sted(art: str, navn: str, niveau: str, struktur: str) -> str:
    """Where the figure of a named area stands at a level."""
    if art == "land":
        return placering(omraader("land", struktur)["land"], niveau, struktur)
    if art == "region":
        return placering(region_ved_navn()[navn], niveau, struktur)
    felt = "kort_navn" if art == "videreuddannelsesregion" else "navn"
    post = next(post for post in laes(f"geografi/{art}") if post[felt] == navn)
    if art == niveau:
        return post[f"{art}_id"]
    kommuner = omraader(art, struktur)[post[f"{art}_id"]] or region_ved_navn()[post["region"]]
    return placering(kommuner, niveau, struktur)


def _hu_pr_aar(niveau: str, struktur: str, aarstal: dict) -> dict[tuple[str, str, str], int]:
    """(area, year, measure) -> the best that is known: its own row, or the finer rows of one kind within it."""
    efter_art: dict[tuple, int] = {}
    for (art, navn, aar, maal), antal in aarstal.items():
        noegle = (art, hu_sted(art, navn, niveau, struktur), aar, maal)
        efter_art[noegle] = efter_art.get(noegle, 0) + antal
    ud: dict[tuple[str, str, str], int] = {}
    for (_, sted, aar, maal), antal in efter_art.items():
        if sted != IKKE:
            ud[sted, aar, maal] = max(ud.get((sted, aar, maal), 0), antal)
    return ud


def hu_pr_omraade(niveau: str, struktur: str, datasaet: str, fra=None, til=None, prognoser=True) -> pd.DataFrame:
    """Posts by area over the years of the period; what no area of the level has is not placed."""
    aarstal = {
        noegle: antal
        for noegle, antal in _hu_aarstal(datasaet, prognoser).items()
        if aaret_i_perioden(noegle[2], fra, til)
    }
    pr_aar = _hu_pr_aar(niveau, struktur, aarstal)
    for (_, aar, maal), antal in _hu_pr_aar("land", struktur, aarstal).items():
        placeret = sum(del_ for (_, delaar, delmaal), del_ in pr_aar.items() if (delaar, delmaal) == (aar, maal))
        pr_aar[IKKE, aar, maal] = antal - placeret
    i_alt: dict[tuple[str, str], int] = dict.fromkeys(((rest, maal) for rest in (IKKE, FLERE) for maal in HU), 0)
    for (sted, _, maal), antal in pr_aar.items():
        i_alt[sted, maal] = i_alt.get((sted, maal), 0) + antal
    steder = pd.Index([*omraader(niveau, struktur), IKKE, FLERE], name="omraade_id")
    ud = pd.DataFrame({maal: [i_alt.get((sted, maal), NAN) for sted in steder] for maal in HU}, index=steder)
    ud["indbyggere"] = indbyggere(niveau, struktur, register_aar(datasaet, "hu_forloeb")[1], fra, til)
    ud["ubesat_pr_100000"] = NAN
    for naevner in ("opslaaet", "dimensioneret"):
        ud[f"besat_af_{naevner}_pct"] = NAN
    if komplet(datasaet, "hu_forloeb", niveau, fra, til):
        ud["ubesat_pr_100000"] = 100_000 * ud["ubesat"] / ud["indbyggere"]
        for sted in omraader(niveau, struktur):
            for naevner in ("opslaaet", "dimensioneret"):
                begge = [
                    aar
                    for (en, aar, maal) in pr_aar
                    if (en, maal) == (sted, naevner) and (sted, aar, "besat") in pr_aar
                ]
                delt_med = sum(pr_aar[sted, aar, naevner] for aar in begge)
                if delt_med:
                    besatte = sum(pr_aar[sted, aar, "besat"] for aar in begge)
                    ud.loc[sted, f"besat_af_{naevner}_pct"] = 100 * besatte / delt_med
    return ud


# ------------------------------------------------------------------------------------------------- population


ALDRE = {
    "65plus": ("indbyggere_65_79", "indbyggere_80plus"),
    "65_79": ("indbyggere_65_79",),
    "80plus": ("indbyggere_80plus",),
}
BEFOLKNING = (
    "indbyggere",
    "indbyggere_65plus",
    "indbyggere_80plus",
    "indbyggere_pr_km2",
    *(f"andel_{alder}_pct" for alder in ALDRE),
    *(f"aendring_{alder}_point" for alder in ALDRE),
    "aldersindeks",
)


def efter_alder(poster: list[dict]) -> float:
    """What an inhabitant weighs by age: 32 pct. of the consultations to the 18 pct. of 65 and over, rounded."""
    i_alt, aeldre = lagt_sammen(poster, "indbyggere"), lagt_sammen(poster, *ALDRE["65plus"])
    return (round(0.68 / 0.82, 3) * (i_alt - aeldre) + round(0.32 / 0.18, 3) * aeldre) / i_alt


@cache
def talt() -> dict[tuple[str, str], dict]:
    """The counts of inhabitants by kommunekode and day."""
    return {(post["kommunekode"], post["dato"]): post for post in laes("geografi/folketal")}


@cache
def landets_alder(dato: str) -> float:
    return efter_alder([en for (_, dag), en in talt().items() if dag == dato])


def lagt_sammen(poster: list[dict], *felter: str) -> int:
    return sum(int(post[felt]) for post in poster for felt in felter)


def befolkning_pr_omraade(niveau: str, struktur: str, fra=None, til=None) -> pd.DataFrame:
    """The newest count of the period, with the change since the same day ten years before."""
    areal = {post["kommunekode"]: float(post["areal_km2"]) for post in laes("geografi/kommune")}
    datoer = sorted(dato for dato in {dato for _, dato in talt()} if i_perioden(dato, fra, til))
    raekker = {}
    for omraade, kommuner in omraader(niveau, struktur).items():
        raekke = dict.fromkeys(BEFOLKNING, NAN) | {"dato": None, "dato_foer": None}
        for dato in datoer:
            foer = f"{int(dato[:4]) - 10}{dato[4:]}"
            poster, tidligere = ([talt().get((kode, en)) for kode in kommuner] for en in (dato, foer))
            if not poster or None in poster:
                continue
            i_alt = lagt_sammen(poster, "indbyggere")
            raekke = dict.fromkeys(BEFOLKNING, NAN) | {
                "indbyggere": i_alt,
                "indbyggere_65plus": lagt_sammen(poster, *ALDRE["65plus"]),
                "indbyggere_80plus": lagt_sammen(poster, *ALDRE["80plus"]),
                "indbyggere_pr_km2": i_alt / sum(areal[kode] for kode in kommuner),
                "aldersindeks": efter_alder(poster) / landets_alder(dato),
                "dato": dato,
                "dato_foer": None if None in tidligere else foer,
            }
            for alder, felter in ALDRE.items():
                andel = raekke[f"andel_{alder}_pct"] = 100 * lagt_sammen(poster, *felter) / i_alt
                if None not in tidligere:
                    da = 100 * lagt_sammen(tidligere, *felter) / lagt_sammen(tidligere, "indbyggere")
                    raekke[f"aendring_{alder}_point"] = andel - da
        raekker[omraade] = raekke
    return pd.DataFrame.from_dict(raekker, orient="index").rename_axis("omraade_id")


def fremskrivning_pr_omraade(niveau: str, struktur: str, fra=None, til=None) -> pd.DataFrame:
    """What is expected in the last projected year, whatever the period."""
    ventet = {(post["kommunekode"], post["dato"]): post for post in laes("geografi/fremskrivning")}
    sidst = max(dato for _, dato in ventet)
    raekker = {}
    for omraade, kommuner in omraader(niveau, struktur).items():
        poster = [ventet[kode, sidst] for kode in kommuner]
        foer = [talt()[kode, f"{ventet[kode, sidst]['fremskrevet_fra']}-01-01"] for kode in kommuner]
        ud, ind = (lagt_sammen(en, "indbyggere_80plus") for en in (poster, foer))
        raekker[omraade] = {"ventede_80plus": ud or NAN, "vaekst_80plus_pct": 100 * (ud / ind - 1) if ind else NAN}
    return pd.DataFrame.from_dict(raekker, orient="index").rename_axis("omraade_id")


def laegekontakt_pr_omraade(niveau: str, struktur: str, fra=None, til=None) -> pd.DataFrame:
    """Of the persons of the year, worked out from the share and the inhabitants of each kommune."""
    andele = {(post["kommunekode"], post["aar"]): float(post["andel_pct"]) for post in laes("geografi/laegekontakt")}
    antal = {(post["kommunekode"], post["aar"]): post["kontakter"] for post in laes("geografi/laegekontakt")}
    aarene = sorted({aar for _, aar in andele if aaret_i_perioden(aar, fra, til)})
    raekker = {}
    for omraade, kommuner in omraader(niveau, struktur).items():
        raekke = {"andel_med_laegekontakt_pct": NAN, "laegekontakter_pr_indbygger": NAN, "dato": None}
        for aar in aarene:
            if kommuner and all((kode, aar) in andele and (kode, f"{aar}-01-01") in talt() for kode in kommuner):
                folk = {kode: int(talt()[kode, f"{aar}-01-01"]["indbyggere"]) for kode in kommuner}
                personer = sum(andele[kode, aar] / 100 * antal for kode, antal in folk.items())
                kontakter = [antal[kode, aar] for kode in kommuner]
                pr_indbygger = NAN if None in kontakter else sum(map(int, kontakter)) / sum(folk.values())
                raekke = {
                    "andel_med_laegekontakt_pct": 100 * personer / sum(folk.values()),
                    "laegekontakter_pr_indbygger": pr_indbygger,
                    "dato": aar,
                }
        raekker[omraade] = raekke
    return pd.DataFrame.from_dict(raekker, orient="index").rename_axis("omraade_id")


# ------------------------------------------------------------------------------------------------- indicators


@cache
def _maalt(datasaet: str, noegletal: str, fra, til) -> tuple[tuple[str, Kommuner, str, str, float, str], ...]:
    """(kind of area, kommuner, first day, date as written, value, kilde_id) of each measurement of a whole area."""
    raad = {post["navn"]: post["sundhedsraad_id"] for post in laes("geografi/sundhedsraad")}
    ud = []
    for post in laes(f"{datasaet}/noegletal"):
        art = post["omraade_type"]
        if (post["noegletal"], post["foretrukken"], post["er_prognose"]) != (noegletal, "1", "0"):
            continue
        if not i_perioden(foerste_dag(post["dato"]), fra, til) or art not in (
            "land",
            "region",
            "sundhedsraad",
            "kommune",
        ):
            continue
        match art:
            case "land":
                kommuner = omraader("land", "2007")["land"]
            case "region":
                kommuner = region_ved_navn()[post["omraade"]]
            case "sundhedsraad":
                kommuner = omraader(art, "2007")[raad[post["omraade"]]]
            case _:
                kommuner = frozenset([post["kommunekode"]])
        ud.append((art, kommuner, foerste_dag(post["dato"]), post["dato"], float(post["vaerdi"]), post["kilde_id"]))
    return tuple(ud)


@cache
def _led(datasaet: str, noegletal: str, fra, til) -> tuple[tuple, ...]:
    """Measurements with their weight, and what an absence means:
    (kind, kommuner, day, date, value, weight, sources)."""
    post = next(post for post in laes("katalog/noegletal_katalog") if post["noegletal"] == noegletal)
    maalt = _maalt(datasaet, noegletal, fra, til)
    vejet = _maalt(datasaet, post["vaegt"], fra, til) if post["vaegt"] else ()
    vaegt = {(art, kommuner, dag): (vaerdi, kilde) for art, kommuner, dag, _, vaerdi, kilde in vejet}
    ud = []
    for *en, kilde in maalt:
        tyngde, vejet_af = vaegt.get(tuple(en[:3]), (None, None))
        ud.append((*en, tyngde, frozenset([kilde, vejet_af]) - {None}))
    kendt = {(kommuner, dag) for art, kommuner, dag, *_ in maalt if art == "kommune"}
    if post["fravaer_er_nul"] == "1":
        # a list of those concerned says of all others that they are not
        datoer = {dag: dato for art, _, dag, dato, *_ in maalt if art == "kommune"}
        lister = {dag: frozenset(en[-1] for en in maalt if (en[0], en[2]) == ("kommune", dag)) for dag in datoer}
        alle = omraader("kommune", "2007").values()
        ud += [
            ("kommune", k, dag, dato, 0.0, None, lister[dag])
            for dag, dato in datoer.items()
            for k in alle
            if (k, dag) not in kendt
        ]
    # where there is nothing to weigh, a ratio is neither known nor needed
    ud += [
        ("kommune", kommuner, dag, dato, 0.0, 0.0, frozenset([kilde]))
        for art, kommuner, dag, dato, tyngde, kilde in vejet
        if art == "kommune" and tyngde == 0 and (kommuner, dag) not in kendt
    ]
    return tuple(ud)


def noegletal_pr_omraade(noegletal: str, niveau: str, struktur: str, datasaet: str, fra=None, til=None) -> pd.DataFrame:
    """The newest figure of the area itself; else of the newest day on which parts of one kind cover all of it."""
    sammenlaegning = next(
        post["sammenlaegning"] for post in laes("katalog/noegletal_katalog") if post["noegletal"] == noegletal
    )
    grupper: dict[tuple[str, str, str], list] = {}
    for art, kommuner, dag, dato, vaerdi, vaegt, kilder in _led(datasaet, noegletal, fra, til):
        sted = placering(kommuner, niveau, struktur)
        grupper.setdefault((sted, art, dag), []).append((kommuner, dato, vaerdi, vaegt, kilder))
    bedst: dict[str, tuple] = {}
    for (sted, _, dag), dele in grupper.items():
        hele = omraader(niveau, struktur).get(sted)
        if hele is None or frozenset().union(*(kommuner for kommuner, *_ in dele)) != hele:
            continue
        _, dato, vaerdi, vaegt, _ = dele[0]
        if len(dele) > 1 and sammenlaegning == "sum":
            vaerdi = sum(del_[2] for del_ in dele)
        elif len(dele) > 1 and sammenlaegning == "vaegtet" and None not in (vaegte := [del_[3] for del_ in dele]):
            if not sum(vaegte):
                continue
            vaerdi = sum(del_[2] * del_[3] for del_ in dele) / sum(vaegte)
        elif len(dele) > 1 or (sammenlaegning == "vaegtet" and vaegt == 0):
            continue
        rang = (len(dele) == 1, dag, -len(dele))
        if sted not in bedst or rang > bedst[sted][0]:
            bedst[sted] = (rang, vaerdi, dato, frozenset().union(*(del_[4] for del_ in dele)))
    index = pd.Index([*omraader(niveau, struktur)], name="omraade_id")
    return pd.DataFrame(
        {
            "vaerdi": [bedst[en][1] if en in bedst else NAN for en in index],
            "dato": [bedst[en][2] if en in bedst else None for en in index],
            "kilder": [bedst[en][3] if en in bedst else frozenset() for en in index],
        },
        index=index,
    )
