"""Look-ups: the catalogue of indicators, datasets, sources."""

import csv
from dataclasses import dataclass

import pandas as pd

from data.indlaes.steder import BYER
from queries.database import Snapshot

EGNE = "egne"
# What the catalogue writes for the denominator of a plain count.
UDEN_NAEVNER = "ingen"
RETNING = {"lav_er_godt": True, "hoej_er_godt": False, "neutral": None}


@dataclass(frozen=True)
class Indikator:
    """One entry of the catalogue: everything people may ask about what a number is. See schema.sql for the columns.

    `kun_paa`: the datasets, parted by ";", that an own indicator, or one that a command fetches, has figures on; None
    for the others, which stand on all datasets.
    """

    datasaet: str
    noegletal: str
    navn: str
    gruppe: str
    enhed: str
    decimaler: int
    definition: str
    taeller: str
    naevner: str
    retning: str
    register: str
    kolonne: str
    sammenlaegning: str
    vaegt: str | None
    fravaer_er_nul: bool
    kraever_komplet: bool
    paa_kort: bool
    vaerdinavne: str | None
    ejer: str
    gennemgaaet: str
    naeste_gennemgang: str | None
    note: str | None
    kun_paa: str | None

    @property
    def egen(self) -> bool:
        """Is it one that the secretariat defined?"""
        return self.datasaet == EGNE

    @property
    def hentes(self) -> bool:
        """Is it one that there is only when a command has fetched it, for all 98 kommuner at once?"""
        return self.kun_paa is not None and not self.egen

    @property
    def lav_er_godt(self) -> bool | None:
        """Is a low figure good (True), a high one (False), or neither by itself (None)?"""
        return RETNING[self.retning]

    @property
    def er_forhold(self) -> bool:
        """Is the figure divided by something, so that areas of different size can share an axis?"""
        return self.naevner != UDEN_NAEVNER

    def value_name(self, vaerdi: float) -> str | None:
        """What a value of a single kommune is called ("På listen"), or None when the number speaks for itself."""
        if not self.vaerdinavne:
            return None
        navne = dict(par.split("=") for par in self.vaerdinavne.split(";"))
        return navne.get(f"{vaerdi:g}")


@dataclass(frozen=True)
class Ordforklaring:
    """A word of the field. `kilde` in words, "" when several public pages were summed up; `verificeret`: was the
    definition seen in a law, an agreement or another source?"""

    ord: str
    emne: str
    forklaring: str
    kilde: str
    verificeret: bool


def catalogue(data: Snapshot) -> dict[str, Indikator]:
    """The catalogue by `noegletal`, in the order of its file; own indicators last."""
    return data.once(_catalogue)


def catalogue_of(datasaet: str, data: Snapshot) -> dict[str, Indikator]:
    """What can be chosen on a dataset: the shared indicators; of own and of fetched ones those that have figures."""
    return data.once(_catalogue_of, datasaet)


def _catalogue_of(datasaet: str, data: Snapshot) -> dict[str, Indikator]:
    alle = catalogue(data).items()
    return {navn: en for navn, en in alle if en.kun_paa is None or datasaet in en.kun_paa.split(";")}


def _catalogue(data: Snapshot) -> dict[str, Indikator]:
    ramme = data.frame("katalog")
    for dag in ("gennemgaaet", "naeste_gennemgang"):
        ramme[dag] = ramme[dag].dt.strftime("%Y-%m-%d")
    poster = ramme.astype(object).where(ramme.notna(), None).to_dict("records")
    return {post["noegletal"]: Indikator(**post) for post in poster}


def glossary(data: Snapshot) -> tuple[Ordforklaring, ...]:
    """The words of the field and what they mean, in the order of their file."""
    ramme = data.frame("ordliste")
    ramme["kilde"] = ramme["kilde"].fillna("")
    return tuple(Ordforklaring(**post) for post in ramme.to_dict("records"))


# First and last year; None when no record has a date that says so.
Aar = tuple[int, int] | None


def datasets(data: Snapshot) -> dict[str, Aar]:
    """First and last year of each dataset that holds something: {"offentlig": (2007, 2026), "egne": None}."""
    return data.once(_datasets)


def _datasets(data: Snapshot) -> dict[str, Aar]:
    return {post.datasaet: _first_and_last(post) for post in data.frame("datasaet").itertuples()}


def register_years(datasaet: str, data: Snapshot) -> dict[str, Aar]:
    """First and last year of each register of a dataset that holds something."""
    ramme = data.frame("register_aar", {"datasaet": datasaet})
    return {post.register: _first_and_last(post) for post in ramme.itertuples()}


def dataset_range(datasaet: str, data: Snapshot) -> range:
    """The years that a dataset speaks of; none when no record of it has a date."""
    return _range(datasets(data).get(datasaet))


def register_range(register: str, datasaet: str, data: Snapshot) -> range:
    """The years that a register of a dataset speaks of; none when it is empty or no record has a date."""
    return _range(register_years(datasaet, data).get(register))


def _first_and_last(post) -> Aar:
    return None if pd.isna(post.foerste_aar) else (int(post.foerste_aar), int(post.sidste_aar))


def _range(aar: Aar) -> range:
    return range(aar[0], aar[1] + 1) if aar else range(0)


def most_mentioned_kommune(datasaet: str, data: Snapshot) -> str | None:
    """The kommunekode that most records of a dataset are about; None when it names no kommune."""
    ramme = data.frame("stoerste_kommune", {"datasaet": datasaet})
    return None if ramme.empty else ramme["kommunekode"].iloc[0]


def undated_rounds(datasaet: str, data: Snapshot) -> int:
    """Number of tender rounds without any date."""
    return int(data.frame("udateret", {"datasaet": datasaet})["runder"].iloc[0])


def sources(data: Snapshot) -> pd.DataFrame:
    """Every source: kilde_id, titel, udgiver, url, dato."""
    return data.frame("kilder")


def source(kilde_id: str, data: Snapshot) -> pd.DataFrame:
    """One source as a frame of one row: kilde_id, titel, udgiver, url, dato. Empty when the id is unknown."""
    return data.frame("kilde", {"kilde_id": kilde_id})


def pools(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """The pools of a dataset, the newest first; ramme_kr in kroner."""
    return data.frame("puljer", {"datasaet": datasaet})


def projection_span(data: Snapshot) -> Aar:
    """The year that the projection of inhabitants sets out from, and its last year; None without a projection."""
    ramme = data.frame("fremskrivning_graenser")
    return None if ramme.empty else (int(ramme["fra_aar"].iloc[0]), int(ramme["til_aar"].iloc[0]))


def projection_by_year(niveau: str, omraade: str, data: Snapshot) -> pd.DataFrame:
    """Inhabitants of an area year by year, those counted and then those expected: aar, indbyggere, indbyggere_65plus,
    indbyggere_80plus, er_ventet."""
    return data.frame("fremskrivning_aar", {"niveau": niveau, "omraade": omraade})


def indicator_levels(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """The levels at which each measured indicator is known: noegletal, kendt_niveau."""
    return data.frame("noegletal_niveauer", {"datasaet": datasaet})


def towns() -> list[tuple[str, str]]:
    """Towns with the kommunekode of each, as imports know them; a name of several towns stands for each."""
    with open(BYER, encoding="utf-8", newline="") as fil:
        return [(en["by"], en["kommunekode"]) for en in csv.DictReader(fil)]


def places(data: Snapshot) -> pd.DataFrame:
    """The places that the registers name: sted, kommunekode."""
    return data.frame("steder", {})


def hu_country_by_year(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """The country's HU-forløb by year: aar, dimensioneret, opslaaet, besat (posts), rummer_prognose, kilde_id."""
    return data.frame("hu_land_pr_aar", {"datasaet": datasaet})


def register_status(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """What each register holds: register, poster (rows), foerste_aar, sidste_aar, komplet, begrundelse."""
    return data.frame("register_status", {"datasaet": datasaet})


def records_by_area_and_year(register: str, datasaet: str, niveau: str, struktur: str, data: Snapshot) -> pd.DataFrame:
    """Number of records of a register by area and year: omraade_id, navn, aar, poster. Empty when it has none."""
    parametre = {"register": register, "datasaet": datasaet, "niveau": niveau, "struktur": struktur}
    return data.frame("daekning", parametre)


def register_records(register: str, datasaet: str, data: Snapshot) -> pd.DataFrame:
    """What `records_by_area_and_year` counts: kilde_id and dato (as precise as it is) of each record."""
    return data.frame("belaeg_register", {"register": register, "datasaet": datasaet})


def health_councils_by_region(data: Snapshot) -> pd.DataFrame:
    """Every sundhedsråd with its region in each structure: sundhedsraad_id, sundhedsraad, sikkerhed, its source (kilde,
    udgiver, dato, url), struktur, region_id, region, kommuner (count), kommunenavne, indbyggere (newest, on
    folketal_dato)."""
    return data.frame("sundhedsraad_i_region")


def uncertain_placements(data: Snapshot) -> pd.DataFrame:
    """Kommuner whose sundhedsråd is not certain, a row for each source: kommune, sundhedsraad, sikkerhed, titel,
    udgiver, dato, url."""
    return data.frame("usikre_placeringer")
