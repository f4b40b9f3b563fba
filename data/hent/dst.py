"""What the tables of Statistics Denmark become in the product's own files.

FOLK1A -> geografi/folketal.csv, FRKM1yy -> geografi/fremskrivning.csv, SYGP1 and SYGK1 -> geografi/laegekontakt.csv,
LABY27 -> offentlig/noegletal.csv. What is computed of two tables says so in a source of its own.
"""

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from data.hent import folk, laege, omraader
from data.hent.statbank import Statbank
from data.hent.tabel import Tabel
from data.hent.transport import HentFejl
from data.hent.udkast import Raekke, Udkast

FOLKETAL, FREMSKRIVNING = "geografi/folketal.csv", "geografi/fremskrivning.csv"
LAEGEKONTAKT, NOEGLETAL = "geografi/laegekontakt.csv", "offentlig/noegletal.csv"
HENTNING = "katalog/hentning.csv"
UDGIVER = "Danmarks Statistik"
PR_KAPACITET, KAPACITETER = "borgere_pr_kapacitet", "kapaciteter_beregnet"

# What a fetch says of itself besides the difference: a line each.
Sig = Callable[[str], None]


def fetch_folk1a(bank: Statbank, udkast: Udkast, fra: int, sig: Sig) -> None:
    """Inhabitants on 1 January of every year from `fra` on, in the place of those days' rows."""
    kendte = omraader.kommuner(udkast.kilder)
    svar = folk.counted(bank, kendte, fra)
    kilde = _source(udkast, "geografi", svar.tabel, "dst-folk1a", "Folketal 1. januar efter alder (FOLK1A)")
    _put_people(udkast, FOLKETAL, svar, {}, kilde)
    aar = sorted({dag[:4] for _, dag in svar.tal})
    sig(
        f"FOLK1A, opdateret {svar.tabel.opdateret}: 98 kommuner, {aar[0]}-{aar[-1]}; kommunerne giver landets tal "
        f"hvert år. Christiansø ({svar.uden} indbyggere) er ikke en kommune og er ikke med."
    )


def fetch_frkm(bank: Statbank, udkast: Udkast, _fra: int, sig: Sig) -> None:
    """The newest projection, in the place of the whole file: two projections are never mixed."""
    kendte = omraader.kommuner(udkast.kilder)
    svar, basis = folk.expected(bank, kendte)
    navn = svar.tabel.id
    titel = f"Befolkningsfremskrivning {basis} for kommuner ({navn})"
    kilde = _source(udkast, "geografi", svar.tabel, "dst-frkm", titel)
    _put_people(udkast, FREMSKRIVNING, svar, {"fremskrevet_fra": basis}, kilde)
    aar = sorted({dag[:4] for _, dag in svar.tal})
    sig(
        f"{navn}, opdateret {svar.tabel.opdateret}: 98 kommuner, {', '.join(aar)}; kommunerne giver landets "
        f"fremskrivning inden for {folk.AFRUNDING} personer."
    )


def fetch_laby27(bank: Statbank, udkast: Udkast, fra: int, sig: Sig) -> None:
    """Inhabitants per lægekapacitet, and the capacities that follow from it and the inhabitants of the same year."""
    kendte = omraader.kommuner(udkast.kilder)
    svar = laege.per_capacity(bank, kendte, fra)
    kilde = _source(udkast, "offentlig", svar.tabel, "dst-laby27", "Borgere pr. lægekapacitet (LABY27)")
    aar = sorted({en for _, en in svar.tal})
    if not aar:
        raise HentFejl("LABY27 har ingen tal for de år, der spørges om.")
    beregnet: list[Raekke] = []
    if svar.grupper:
        raekker = [
            _measured("kommunegruppe", navn, {}, PR_KAPACITET, et, tal, kilde) for (navn, et), tal in svar.tal.items()
        ]
        sig("LABY27 har kun kommunegrupper, ikke kommuner. Gruppernes tal gemmes, men vises ikke på kort.")
    else:
        steder = _places(udkast, kendte)
        raekker = [
            _measured("kommune", kendte[kode], steder[kode], PR_KAPACITET, et, tal, kilde)
            for (kode, et), tal in svar.tal.items()
        ]
        beregnet = _capacities(udkast, svar, kendte, steder)
    udkast.replace(NOEGLETAL, lambda en: en["noegletal"] in (PR_KAPACITET, KAPACITETER), [*raekker, *beregnet])
    sig(f"LABY27, opdateret {svar.tabel.opdateret}: {len(raekker)} tal, {aar[0]}-{aar[-1]}.")
    _tell_gaps(svar, kendte, sig)


def fetch_sygesikring(bank: Statbank, udkast: Udkast, fra: int, sig: Sig) -> None:
    """The share of the inhabitants that saw a GP in a year, and the contacts of that year, in the place of the file's
    rows of the same years."""
    kendte = omraader.kommuner(udkast.kilder)
    personer = laege.seen_by_gp(bank, "SYGP1", kendte, fra)
    kontakter = laege.seen_by_gp(bank, "SYGK1", kendte, fra)
    titel = "Andel med kontakt til almen læge, beregnet af Danmarks Statistiks SYGP1 og FOLK1A, og kontakter (SYGK1)"
    kilde = _source(udkast, "geografi", personer.tabel, "dst-sygp1-sygk1", titel, "Beregnet af Danmarks Statistiks tal")
    indbyggere = _inhabitants(udkast)
    raekker, uden_folketal, over = [], set(), []
    for (kode, aar), antal in personer.tal.items():
        if (kode, aar) not in indbyggere:
            uden_folketal.add(aar)
            continue
        andel = _rounded(100 * antal / indbyggere[kode, aar], "0.01")
        if andel > 100:
            over.append(f"{kendte[kode]} {aar}")
            continue
        tal = kontakter.tal.get((kode, aar))
        raekker.append(
            {
                "kommunekode": kode,
                "aar": aar,
                "andel_pct": andel,
                "kontakter": "" if tal is None else int(tal),
                "kilde_id": kilde,
            }
        )
    hele = _whole_years(raekker, kendte, sig)
    udkast.replace(LAEGEKONTAKT, lambda en: en["aar"] in hele, [en for en in raekker if en["aar"] in hele])
    sig(f"SYGP1 og SYGK1, opdateret {personer.tabel.opdateret}: {', '.join(sorted(hele)) or 'ingen hele år'}.")
    for svar in (personer, kontakter):
        _tell_gaps(svar, kendte, sig)
    if uden_folketal:
        sig(f"Uden folketal for året er udeladt: {', '.join(sorted(uden_folketal))}. Hent FOLK1A først.")
    if over:
        sig(f"Flere personer end indbyggere, udeladt: {', '.join(over[:8])}.")


TABELLER: dict[str, Callable[[Statbank, Udkast, int, Sig], None]] = {
    "folk1a": fetch_folk1a,
    "frkm": fetch_frkm,
    "laby27": fetch_laby27,
    "sygesikring": fetch_sygesikring,
}


def fetch_tables(bank: Statbank, udkast: Udkast, navne: list[str], fra: int, dag: str, sig: Sig) -> None:
    """Fill the draft from the tables named (TABELLER), in their order; `dag` is the day of the fetch."""
    for navn, hent in TABELLER.items():
        if navn in navne:
            hent(bank, udkast, fra, sig)
            udkast.put(HENTNING, {"hentning": navn, "hentet": dag})


def _source(udkast: Udkast, mappe: str, tabel: Tabel, kilde_id: str, titel: str, udgiver: str = UDGIVER) -> str:
    """Put the source into the folder's list, dated as the table is, and return its id."""
    url = f"https://www.statistikbanken.dk/{tabel.id}"
    post = {"kilde_id": kilde_id, "titel": titel, "udgiver": udgiver, "url": url, "dato": tabel.opdateret}
    udkast.put(f"{mappe}/kilde.csv", post | {"type": "myndighed" if udgiver == UDGIVER else "datasaet"})
    return kilde_id


def _put_people(udkast: Udkast, fil: str, svar: folk.Folk, felter: Mapping[str, object], kilde: str) -> None:
    """The rows of the days fetched; of a projection the whole file."""
    dage = {dag for _, dag in svar.tal}
    raekker = [
        {"kommunekode": kode, "dato": dag, **felter, **tal, "kilde_id": kilde} for (kode, dag), tal in svar.tal.items()
    ]
    raekkefoelge = {kode: nr for nr, kode in enumerate(omraader.kommuner(udkast.kilder))}
    raekker.sort(key=lambda en: (en["dato"], raekkefoelge[en["kommunekode"]]))
    udkast.replace(fil, lambda en: fil == FREMSKRIVNING or en["dato"] in dage, raekker)


def _inhabitants(udkast: Udkast) -> dict[tuple[str, str], Decimal]:
    """Inhabitants on 1 January by kommunekode and year, as the draft has them."""
    return {
        (en["kommunekode"], en["dato"][:4]): Decimal(en["indbyggere"])
        for en in udkast.file(FOLKETAL).nu
        if en["dato"].endswith("-01-01")
    }


def _capacities(
    udkast: Udkast, svar: laege.Maalt, kendte: Mapping[str, str], steder: Mapping[str, Raekke]
) -> list[Raekke]:
    titel = "Lægekapaciteter, beregnet som indbyggere (FOLK1A) delt med borgere pr. lægekapacitet (LABY27)"
    kilde = _source(udkast, "offentlig", svar.tabel, "dst-laby27-folk1a", titel, "Beregnet af Danmarks Statistiks tal")
    indbyggere = _inhabitants(udkast)
    return [
        _measured(
            "kommune",
            kendte[kode],
            steder[kode],
            KAPACITETER,
            aar,
            _rounded(indbyggere[kode, aar] / tal, "0.01"),
            kilde,
        )
        for (kode, aar), tal in svar.tal.items()
        if (kode, aar) in indbyggere
    ]


def _places(udkast: Udkast, kendte: Mapping[str, str]) -> dict[str, Raekke]:
    """What a row about a kommune says of where it is."""
    regioner = omraader.regions(udkast.kilder)
    return {kode: {"kommunekode": kode, "region": regioner.get(kode, "")} for kode in kendte}


def _measured(
    art: str, navn: str, sted: Mapping[str, str], noegletal: str, aar: str, tal: Decimal, kilde: str
) -> Raekke:
    """A row of noegletal.csv about a year."""
    return {
        "omraade_type": art,
        "omraade": navn,
        **sted,
        "noegletal": noegletal,
        "vaerdi": f"{tal:f}",
        "dato": aar,
        "praecision": "aar",
        "dato_udledt": "0",
        "er_prognose": "0",
        "foretrukken": "1",
        "kilde_id": kilde,
    }


def _whole_years(raekker: list[dict], kendte: Mapping[str, str], sig: Sig) -> set[str]:
    """The years that all kommuner have a row of: the register is complete, so part of a year is none."""
    antal: dict[str, int] = {}
    for en in raekker:
        antal[en["aar"]] = antal.get(en["aar"], 0) + 1
    for aar in sorted(aar for aar, en in antal.items() if en != len(kendte)):
        sig(f"{aar} er ikke hentet: kun {antal[aar]} af {len(kendte)} kommuner har et tal.")
    return {aar for aar, en in antal.items() if en == len(kendte)}


def _rounded(tal: Decimal, til: str) -> Decimal:
    return tal.quantize(Decimal(til), ROUND_HALF_UP)


def _tell_gaps(svar: laege.Maalt, kendte: Mapping[str, str], sig: Sig) -> None:
    if svar.huller:
        steder = [f"{kendte.get(kode, kode)} {aar}" for kode, aar in svar.huller]
        resten = f" og {len(steder) - 8} til" if len(steder) > 8 else ""
        sig(f"{svar.tabel.id} siger intet om {', '.join(steder[:8])}{resten}; de er ikke 0 og er udeladt.")
