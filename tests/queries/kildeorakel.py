"""Who is behind a figure, worked out a second time from the CSV files: beside orakel.py, and like it without the
database. A record is (kilde_id, date); the date is None when the record has none.
"""

from collections import defaultdict
from functools import cache

from tests.queries import orakel
from tests.queries.orakel import IKKE, aaret_i_perioden, foerste_dag, i_perioden, laes, omraader, placering, sidste_dag

Post = tuple[str, str | None]
# Records that are events of an area; the others are measured.
HAENDELSER = ("udbud", "klinik", "pulje")
ENHEDER = {"ydernumre": "ydernummer", "kapaciteter": "kapacitet", "klinikker": "klinik"}
KLINIKTYPER = {
    "udbudsklinikker": ("udbudsklinik",),
    "regionsklinikker": ("regionsklinik", "naerklinik", "praksisklinik"),
    "licensklinikker": ("licensklinik",),
}


@cache
def kilder(datasaet: str) -> dict[str, dict]:
    return {post["kilde_id"]: post for mappe in ("geografi", datasaet) for post in laes(f"{mappe}/kilde")}


def udbud_dato(post: dict, datasaet: str) -> str | None:
    """What has no date is known as of its source."""
    return post["status_dato"] or post["opslag_dato"] or kilder(datasaet)[post["kilde_id"]]["dato"]


def klinik_dato(post: dict, datasaet: str) -> str | None:
    return post["til_dato"] or post["fra_dato"] or kilder(datasaet)[post["kilde_id"]]["dato"]


def projekt_dato(post: dict, datasaet: str) -> str:
    return kilder(datasaet)[post["kilde_id"]]["dato"] or post["aar_fra"]


def stedet(post: dict, niveau: str, struktur: str) -> str:
    return placering(orakel.kendt_for(post["kommunekode"], post["region"]), niveau, struktur)


def runder(datasaet: str, fra=None, til=None) -> list[dict]:
    return [
        en
        for en in laes(f"{datasaet}/udbud")
        if i_perioden(foerste_dag(en["opslag_dato"] or en["status_dato"]), fra, til)
    ]


def sidste_runder(datasaet: str, fra=None, til=None, udbudte: bool = True) -> list[dict]:
    """Each lot once, in its last round of the period; only as offered unless asked otherwise."""
    kaede, sidste = orakel.kaeder(datasaet), {}
    for post in sorted(runder(datasaet, fra, til), key=lambda en: kaede[en["udbud_id"]][1]):
        if not udbudte or orakel.er_udbudt(post):
            sidste[kaede[post["udbud_id"]][0]] = post
    return [*sidste.values()]


def bag_udbud(kolonne: str, niveau: str, struktur: str, datasaet: str, fra=None, til=None) -> dict[str, list[Post]]:
    enhed = next((en for navn, en in ENHEDER.items() if kolonne.startswith(navn)), None)
    if enhed:
        poster = [en for en in sidste_runder(datasaet, fra, til) if en["enhed"] == enhed]
    else:
        alle = runder(datasaet, fra, til)
        poster = alle if kolonne == "runder" else [en for en in alle if en["antal_ansoegere"] is not None]
    ud = defaultdict(list)
    for post in poster:
        ud[stedet(post, niveau, struktur)].append((post["kilde_id"], udbud_dato(post, datasaet)))
    return ud


def klinikker(datasaet: str, fra=None, til=None) -> list[dict]:
    """Not known to have ended before the period or begun after it."""
    ud = []
    for post in laes(f"{datasaet}/klinik"):
        begyndt, ophoert = foerste_dag(post["fra_dato"]), foerste_dag(post["til_dato"])
        slut_foer = fra is not None and ophoert is not None and ophoert < foerste_dag(fra)
        if not slut_foer and not (til is not None and begyndt is not None and begyndt > sidste_dag(til)):
            ud.append(post)
    return ud


def bag_klinik(
    kolonne: str, niveau: str, struktur: str, datasaet: str, fra=None, til=None, *, dag: str
) -> dict[str, list[Post]]:
    """In operation on the last day of the period that is not after `dag`; since 2015; or taken over in the period."""
    slut = min(sidste_dag(til) or "9999", dag)
    ud = defaultdict(list)
    for post in laes(f"{datasaet}/klinik"):
        begyndt, ophoert = foerste_dag(post["fra_dato"]), foerste_dag(post["til_dato"])
        if kolonne == "konverteret_til_plo":
            plo = post["efterfoelger_type"] == "PLO-klinik" and ophoert is not None and ophoert <= dag
            taeller = plo and i_perioden(ophoert, fra, til)
        elif begyndt is not None and begyndt > slut:
            taeller = False
        elif kolonne.endswith("_siden_2015"):
            taeller = ophoert is None or ophoert >= "2015-01-01"
        else:
            taeller = ophoert > slut if ophoert else post["efterfoelger_type"] is None
        typer = KLINIKTYPER.get(kolonne.removesuffix("_siden_2015"), (post["kliniktype"],))
        if taeller and post["kliniktype"] in typer:
            ud[stedet(post, niveau, struktur)].append((post["kilde_id"], klinik_dato(post, datasaet)))
    return ud


def bag_pulje(
    kolonne: str, niveau: str, struktur: str, datasaet: str, fra=None, til=None, *, pulje: str
) -> dict[str, list[Post]]:
    ud = defaultdict(list)
    for post in laes(f"{datasaet}/puljeprojekt"):
        if post["medregnes"] == "1" and post["pulje_id"] == pulje and aaret_i_perioden(post["aar_fra"], fra, til):
            sted = orakel.projektets_sted(post, niveau, struktur)
            ud[sted].append((post["kilde_id"], projekt_dato(post, datasaet)))
    return ud


@cache
def _hu_aar(datasaet: str, maal: str, prognoser: bool) -> dict[tuple[str, str, str], tuple[int, frozenset[str]]]:
    """(kind of area, area, year) -> posts and sources: the row for the whole year, else its rounds."""
    hele, runder_ = {}, defaultdict(list)
    for post in laes(f"{datasaet}/hu_forloeb"):
        antal = orakel.hu_vaerdier(post)[maal]
        if antal is None or post["foretrukken"] != "1" or (post["er_prognose"] == "1" and not prognoser):
            continue
        noegle = (post["omraade_type"], post["omraade"], post["aar"])
        if post["runde"] is None:
            hele[noegle] = (antal, frozenset([post["kilde_id"]]))
        else:
            runder_[noegle].append((antal, post["kilde_id"]))
    samlet = {en: (sum(n for n, _ in dele), frozenset(k for _, k in dele)) for en, dele in runder_.items()}
    return samlet | hele


def _hu_bedst(maal: str, niveau: str, struktur: str, datasaet: str, fra, til) -> dict[tuple[str, str], tuple]:
    """(area, year) -> (posts, is its own row, kind, sources) of whatever kind of area knows most."""
    efter_art: dict[tuple, list] = defaultdict(list)
    for (art, navn, aar), (antal, kilde) in _hu_aar(datasaet, maal, False).items():
        sted = orakel.hu_sted(art, navn, niveau, struktur)
        if sted != IKKE and aaret_i_perioden(aar, fra, til):
            efter_art[sted, aar, art].append((antal, kilde))
    ud: dict[tuple[str, str], tuple] = {}
    for (sted, aar, art), dele in efter_art.items():
        kandidat = (sum(n for n, _ in dele), art == niveau, art, frozenset().union(*(k for _, k in dele)))
        ud[sted, aar] = max(ud.get((sted, aar), kandidat), kandidat, key=lambda en: en[:3])
    return ud


def bag_hu(kolonne: str, niveau: str, struktur: str, datasaet: str, fra=None, til=None) -> dict[str, list[Post]]:
    dele = {
        "besat_af_opslaaet_pct": ("besat", "opslaaet"),
        "besat_af_dimensioneret_pct": ("besat", "dimensioneret"),
        "ubesat_pr_100000": ("ubesat",),
    }.get(kolonne, (kolonne,))
    pr_maal = []
    for maal in dele:
        bedst = {en: (post[0], post[3]) for en, post in _hu_bedst(maal, niveau, struktur, datasaet, fra, til).items()}
        placeret = defaultdict(int)
        for (_, aar), (antal, _) in bedst.items():
            placeret[aar] += antal
        for (_, aar), (antal, _, _, kilde) in _hu_bedst(maal, "land", struktur, datasaet, fra, til).items():
            if antal != placeret[aar]:
                bedst[IKKE, aar] = (0, kilde)
        pr_maal.append(bedst)
    ud = defaultdict(list)
    for sted, aar in set.intersection(*(set(en) for en in pr_maal)):
        ud[sted] += [(kilde, aar) for kilde in frozenset().union(*(en[sted, aar][1] for en in pr_maal))]
    return ud


def bag_noegletal(
    noegletal: str, niveau: str, struktur: str, datasaet: str, fra=None, til=None
) -> dict[str, list[Post]]:
    ramme = orakel.noegletal_pr_omraade(noegletal, niveau, struktur, datasaet, fra, til)
    kendte = ramme[ramme["vaerdi"].notna()]
    return defaultdict(list, {en.Index: [(kilde, en.dato) for kilde in en.kilder] for en in kendte.itertuples()})


def bag_befolkning(
    kolonne: str, niveau: str, struktur: str, _datasaet: str, fra=None, til=None
) -> dict[str, list[Post]]:
    ramme = orakel.befolkning_pr_omraade(niveau, struktur, fra, til)
    ud = defaultdict(list)
    mere = {
        "indbyggere_pr_km2": {post["areal_kilde_id"] for post in laes("geografi/kommune")},
        "aldersindeks": {"kl-2015-09-65plus"},  # whose shares the ages are weighed by
    }.get(kolonne, set())
    for omraade, post in ramme[ramme[kolonne].notna()].iterrows():
        for dato in (post["dato_foer"], post["dato"]) if kolonne.startswith("aendring") else (post["dato"],):
            talt = {orakel.talt()[kode, dato]["kilde_id"] for kode in omraader(niveau, struktur)[omraade]}
            ud[omraade] += [(kilde, dato) for kilde in talt | mere]
    return ud


def bag_fremskrivning(
    kolonne: str, niveau: str, struktur: str, _datasaet: str, fra=None, til=None
) -> dict[str, list[Post]]:
    """The projection as of the day it was published, and the count that it sets out from."""
    udgivet = {post["kilde_id"]: post["dato"] for post in laes("geografi/kilde")}
    ud = defaultdict(list)
    for omraade, kommuner in omraader(niveau, struktur).items():
        for post in laes("geografi/fremskrivning"):
            if post["kommunekode"] in kommuner:
                foer = orakel.talt()[post["kommunekode"], f"{post['fremskrevet_fra']}-01-01"]["kilde_id"]
                ud[omraade] += [(post["kilde_id"], udgivet[post["kilde_id"]]), (foer, None)]
    return ud


def bag_laegekontakt(
    kolonne: str, niveau: str, struktur: str, _datasaet: str, fra=None, til=None
) -> dict[str, list[Post]]:
    """The shares of the year, and what larger areas are weighted by."""
    ramme = orakel.laegekontakt_pr_omraade(niveau, struktur, fra, til)
    ud = defaultdict(list)
    for omraade, aar in ramme["dato"].dropna().items():
        for post in laes("geografi/laegekontakt"):
            if post["aar"] == aar and post["kommunekode"] in omraader(niveau, struktur)[omraade]:
                ud[omraade].append((post["kilde_id"], aar))
                if niveau != "kommune":
                    ud[omraade].append((orakel.talt()[post["kommunekode"], f"{aar}-01-01"]["kilde_id"], aar))
    return ud


BAG = {
    "udbud": (bag_udbud, orakel.udbud_pr_omraade),
    "klinik": (bag_klinik, orakel.klinik_pr_omraade),
    "pulje": (bag_pulje, orakel.pulje_pr_omraade),
    "hu_forloeb": (bag_hu, orakel.hu_pr_omraade),
    "noegletal": (bag_noegletal, orakel.noegletal_pr_omraade),
    "befolkning": (bag_befolkning, orakel.befolkning_pr_omraade),
    "fremskrivning": (bag_fremskrivning, orakel.fremskrivning_pr_omraade),
    "laegekontakt": (bag_laegekontakt, orakel.laegekontakt_pr_omraade),
}

PR_INDBYGGER = ("ydernumre_pr_100000", "kapaciteter_pr_100000", "kr_pr_indbygger", "ubesat_pr_100000")


@cache
def bag(
    register: str, kolonne: str, niveau: str, struktur: str, datasaet: str, fra=None, til=None, **valg: str
) -> dict[str, list[Post]]:
    """The records behind each area, what is not placed, and the country. `valg`: which pool, or the day for clinics."""
    find = BAG[register][0]
    ud = dict(find(kolonne, niveau, struktur, datasaet, fra, til, **valg))
    if niveau != "land":
        ud["land"] = find(kolonne, "land", struktur, datasaet, fra, til, **valg).get("land", [])
    if kolonne in PR_INDBYGGER:
        slut = til or (
            max(en["aar_fra"] for en in laes(f"{datasaet}/puljeprojekt") if valg["pulje"] in (None, en["pulje_id"]))
            if register == "pulje"
            else orakel.register_aar(datasaet, register)[1]
        )
        talt = {post["dato"] for post in laes("geografi/folketal") if i_perioden(post["dato"], fra, slut)}
        folketal = {en["kilde_id"] for en in laes("geografi/folketal") if en["dato"] == max(talt, default="")}
        ud = {sted: [*poster, *((en, None) for en in folketal)] for sted, poster in ud.items() if poster}
    return ud


@cache
def kendte(
    register: str, kolonne: str, niveau: str, struktur: str, datasaet: str, fra=None, til=None, **valg: str
) -> tuple[str, ...]:
    """The areas that have a figure."""
    vaerdier = BAG[register][1]
    match register:
        case "noegletal":
            serie = vaerdier(kolonne, niveau, struktur, datasaet, fra, til)["vaerdi"]
        case "befolkning" | "fremskrivning" | "laegekontakt":
            serie = vaerdier(niveau, struktur, fra, til)[kolonne]
        case "pulje":
            serie = vaerdier(niveau, struktur, datasaet, valg["pulje"], fra, til)[kolonne]
        case "hu_forloeb":
            serie = vaerdier(niveau, struktur, datasaet, fra, til, prognoser=False)[kolonne]
        case _:
            serie = vaerdier(niveau, struktur, datasaet, fra, til, **valg)[kolonne]
    return tuple(en for en in omraader(niveau, struktur) if serie[en] == serie[en])


def span(datoer) -> tuple[str, str] | None:
    """The first and the last of some dates; of two that begin or end alike the one that says least."""
    kendt = [en for en in datoer if en]
    if not kendt:
        return None
    return min(kendt, key=lambda en: (foerste_dag(en), len(en))), max(kendt, key=lambda en: (sidste_dag(en), -len(en)))
