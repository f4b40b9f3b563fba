"""The codes of an address: what choices they mean, and which of them mean nothing."""

import re
from datetime import date
from functools import lru_cache

import queries
from data.grupper import group
from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import ADSKILT, ALLE, FLEST_OMRAADER, KUN, Filters
from views.faelles.stavning import area_code, canonical
from views.sprog import dansk

# An official layer: known of every kommune, whatever the registers hold.
KENDT_OVERALT = "andel_80plus_pct"
# The first day that one can look back to on Siden sidst.
FOERSTE_DAG = date(2011, 1, 1)
ISO_DAG = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# The choices, which go along from page to page.
FELTER = {
    "omraade": "Område",
    "indikator": "Nøgletal",
    "niveau": "Niveau",
    "struktur": "Regioner",
    "fra": "Fra og med år",
    "til": "Til og med år",
    "datasaet": "Datasæt",
    "sammenlign": "Sammenlign med",
    "pulje": "Pulje",
    "behov": "Mål for behov",
    "omraader": "Områder ved siden af hinanden",
    "siden": "Siden",
    "scenarie": "Scenarie",
    "kapacitet": "Kapacitet",
}
# The longest scenario that an address can hold; all assumptions changed at once take less.
FLEST_TEGN = 400
# What only the page that is shown knows of: which tabs and measures are open, and what its lists are narrowed to.
SIDENS_EGNE = ("fane", "skinne", "spoergsmaal", "maal", "naevner", "taelling", "soeg", "status", "bag", "sted", "kun")
SIDENS_EGNE += ("organ",)
# The address, from the root of the site, of the view that a list was opened from.
TILBAGE = "tilbage"
KODER = (*FELTER, *SIDENS_EGNE, TILBAGE)
JA, NEJ = "ja", "nej"

# What a refusal calls a choice whose name in the bar says nothing by itself.
NAEVNT = {"siden": "dagen, der ses tilbage til", "fra": "første år", "til": "sidste år"}
# What more there is to say of a code that is refused.
HJAELP = {
    "siden": f"En dag skrives som 2025-11-01, er tidligst {dansk.day(FOERSTE_DAG.isoformat())} og ikke i fremtiden."
}


def refusal(navn: str, kode: str) -> str:
    """What to say, in plain text, of a code that is refused; `kode` as it can be shown."""
    if navn == "siden" and _is_early(kode):
        foerste = dansk.day(FOERSTE_DAG.isoformat())
        return f"Der kan tidligst ses tilbage til {foerste}. Siden viser det, der er sket siden da."
    if navn == "omraader" and ADSKILT not in kode and area_code(kode) != kode:
        return f"Der kan højst stå {FLEST_OMRAADER} områder ved siden af hinanden; »{kode}« er ikke med."
    hjaelp = f" {HJAELP[navn]}" if navn in HJAELP else ""
    valg = NAEVNT.get(navn, FELTER[navn]).lower()
    return f"»{kode}« kendes ikke ({valg}). Siden viser standardvalget; vælg selv et andet.{hjaelp}"


def understood(koder: dict[str, str], data: Snapshot, i_dag: date) -> tuple[Filters, dict[str, str]]:
    """The choices behind the codes (one for each of FELTER, "" for none), and the codes that mean nothing. Shared by
    all who ask with the same codes on the same day: never change it."""
    return data.once(_understood, tuple(koder.items()), i_dag)


def default_dataset(data: Snapshot) -> str:
    """The secretariat's own data as soon as there are any, else what is public."""
    return "egne" if "egne" in queries.datasets(data) else "offentlig"


def default_indicator(datasaet: str, data: Snapshot) -> str:
    """What a map shows when nobody chose: tenders where all of them are known, else what is known of every area."""
    return Filters.indikator if queries.is_complete(datasaet, "udbud", Filters.niveau, data=data)[0] else KENDT_OVERALT


def _understood(par: tuple[tuple[str, str], ...], i_dag: date, data: Snapshot) -> tuple[Filters, dict[str, str]]:
    koder, afvist = {navn: canonical(navn, kode) for navn, kode in par}, {}

    def choice(navn: str, gyldige, standard: str) -> str:
        kode = koder[navn]
        if kode and kode not in gyldige:
            afvist[navn] = kode
        return kode if kode in gyldige else standard

    gruppe = group(koder["omraade"])
    niveauerne = [n.niveau for n in niveauer.levels().values() if n.er_kortniveau]
    niveauerne += [gruppe.kode] if gruppe else []
    niveau = choice("niveau", niveauerne, gruppe.kode if gruppe else Filters.niveau)
    struktur = choice("struktur", niveauer.structures(), niveauer.structure_on(i_dag))
    omraade = gruppe.kode if gruppe else choice("omraade", _every_area(), "")
    if koder["struktur"] == struktur:
        # a link from before the reform that names the regions after it means the region that holds the old one
        omraade = _after_reform(omraade, struktur)
    if omraade and omraade not in niveauer.areas(niveau, struktur):
        # an old link, or one with the area alone: the area is what people ask for, so the level follows it
        niveau, struktur = niveauer.level_of(omraade, struktur)
    datasaet = choice("datasaet", queries.datasets(data), default_dataset(data))
    aar = [str(en) for en in queries.dataset_range(datasaet, data)]
    fra, til = (int(choice(navn, aar, "0")) or None for navn in ("fra", "til"))
    if fra and til and fra > til:
        fra, til = til, fra
    filters = Filters(
        niveau=niveau,
        struktur=struktur,
        omraade=omraade,
        fra=fra,
        til=til,
        datasaet=datasaet,
        indikator=choice("indikator", queries.catalogue_of(datasaet, data), default_indicator(datasaet, data)),
        sammenlign=choice("sammenlign", niveauer.areas(niveau, struktur), ""),
        pulje=choice("pulje", list(queries.pools(datasaet, data)["pulje_id"]), ""),
        behov=choice("behov", queries.catalogue_of(datasaet, data), Filters.behov),
        omraader=ADSKILT.join(_known_areas(koder["omraader"], struktur, afvist)),
        siden=_day(koder["siden"], i_dag, afvist),
        scenarie=_scenario(koder["scenarie"]),
        kapacitet=choice("kapacitet", (ALLE, KUN), ALLE),
        dag=i_dag,
    )
    return filters, afvist


def _known_areas(koder: str, struktur: str, afvist: dict[str, str]) -> list[str]:
    """The areas named side by side, each once; those that do not exist are refused."""
    navngivne = list(dict.fromkeys(en for en in koder.split(ADSKILT) if en))
    ukendte = [en for en in navngivne if niveauer.level_of(en, struktur) is None]
    if ukendte or len(navngivne) > FLEST_OMRAADER:
        afvist["omraader"] = ADSKILT.join(ukendte or navngivne[FLEST_OMRAADER:])
    return [en for en in navngivne if en not in ukendte][:FLEST_OMRAADER]


def _scenario(kode: str) -> str:
    """A scenario goes along as it is, and what draws it says which part of it means nothing: another one than was asked
    for must never be drawn. One cut short ends in a mark that is in no scenario."""
    return kode if len(kode) <= FLEST_TEGN else f"{kode[:FLEST_TEGN]}…"


def is_day(kode: str, i_dag: date) -> bool:
    """Is it a day written 2025-11-01, from the first that can be looked back to until today?"""
    try:
        return ISO_DAG.fullmatch(kode) is not None and FOERSTE_DAG <= date.fromisoformat(kode) <= i_dag
    except ValueError:
        return False


def _day(kode: str, i_dag: date, afvist: dict[str, str]) -> str:
    """A day as an ISO date; "" when none is named, and the first one for any before it."""
    if not kode or is_day(kode, i_dag):
        return kode
    afvist["siden"] = kode
    return FOERSTE_DAG.isoformat() if _is_early(kode) else ""


def _is_early(kode: str) -> bool:
    """Is it a day before the first that can be looked back to?"""
    try:
        return ISO_DAG.fullmatch(kode) is not None and date.fromisoformat(kode) < FOERSTE_DAG
    except ValueError:
        return False


def _after_reform(omraade: str, struktur: str) -> str:
    """A region of another structure as the one of this that holds it, if one does."""
    fundet = niveauer.level_of(omraade, struktur) if omraade else None
    if fundet is None or fundet[0] != "region" or fundet[1] == struktur:
        return omraade
    return niveauer.containing("region", omraade, "region", fundet[1], struktur) or omraade


@lru_cache(maxsize=1)
def _every_area() -> frozenset[str]:
    kort = [en.niveau for en in niveauer.levels().values() if en.er_kortniveau]
    return frozenset(
        kode for struktur in niveauer.structures() for niveau in kort for kode in niveauer.areas(niveau, struktur)
    )
