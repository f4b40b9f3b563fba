"""What can be imported: the registers, their sheets and columns, as schema.sql and the catalogue declare them."""

import re
from dataclasses import dataclass
from functools import cached_property

import duckdb

from data import registre
from data.indlaes.enheder import ANDEL, KR, PCT, STK
from data.registre import Register
from data.skema import DATASAET, RAEKKE, Kolonne, Regel, columns, rules
from data.tabeller import REGISTER_TABELLER

# What people load as one thing, by the word they load it by.
REGISTRE = {register.indlaesning: register for register in registre.REGISTRE.values() if register.indlaesning}
# In the order that their references allow.
TABELLER = ("kilde", "noegletal_katalog", *REGISTER_TABELLER)

# What the reader fills in when a cell is empty, from the rest of the row or the file (sammensaet.py, haendelser.py,
# kilder.py).
UDFYLDES = {
    ("udbud_haendelse", "raekkefoelge"),
    ("udbud_haendelse", "kilde_id"),
    ("puljeprojekt", "beloeb_praecision"),
    ("puljeprojekt", "medregnes"),
    ("puljeprojekt", "aar_til"),
    ("kilde", "kilde_id"),
    ("kilde", "udgiver"),
    ("noegletal_katalog", "noegletal"),
}
# Of an own indicator nobody is asked what follows from its being one (egne_noegletal.py).
UDLEDES = {
    ("noegletal_katalog", navn)
    for navn in (
        "register",
        "kolonne",
        "fravaer_er_nul",
        "kraever_komplet",
        "paa_kort",
        "vaerdinavne",
        "ejer",
        "gennemgaaet",
        "andre_navne",
    )
}
# Other words for codes, as people write them.
KODENAVNE = {
    "lav_er_godt": "Lavt er godt",
    "hoej_er_godt": "Højt er godt",
    "vaegtet": "Vægtet gennemsnit",
}

# Whole numbers that count nothing: years, rounds, places in an order.
NUMMER = re.compile(r"(?:aar|runde|raekkefoelge|faerdig_|evalueres)")
PRAECISION = re.compile(r"(?:^|_)praecision$")
KOMMUNER_REGEL = r"\d{3}(;\d{3})*"


def register_of(tabel: str) -> Register:
    """The register a table belongs to."""
    return next(en for en in REGISTRE.values() if tabel in en.tabeller)


@dataclass(frozen=True)
class Felt:
    """A column of an import sheet. `slags` says how its cells are read: tekst, id, kilde, kode, ja_nej, heltal, tal,
    dato (as precise as known), dag (a full date), kommune, kommuner, region, sundhedsraad, videreuddannelsesregion or
    omraade. `koder`: the values allowed. `aar`: the first year that its dates can be from, and how many years they can
    lie ahead."""

    navn: str
    overskrift: str
    andre_navne: tuple[str, ...]
    forklaring: str
    slags: str
    kraevet: bool
    standard: str | None
    eksempel: str
    koder: tuple[str, ...]
    aar: tuple[int, int] | None = None

    @property
    def enhed(self) -> str | None:
        """The unit of a number, as a key of enheder.TAGER; None where it depends on the row (an indicator's value)."""
        if self.navn == "vaerdi":
            return None
        if self.slags == "tal":
            slags = {"kr": KR, "pct": PCT}.get(self.navn.rsplit("_", 1)[-1])
            return slags or (ANDEL if self.navn.startswith("andel") else STK)
        return "" if NUMMER.match(self.navn) else STK

    @property
    def udledes(self) -> bool:
        """Does it follow from the rest, as the precision of a date does? It is not asked for, and not read."""
        return self.slags in ("praecision", "udledt")


@dataclass(frozen=True)
class Omraade:
    """An area by its level, key, full and short name; other keys it is known by."""

    niveau: str
    id: str
    navn: str
    kort_navn: str
    andre: tuple[str, ...] = ()


@dataclass(frozen=True)
class Noegletal:
    """An indicator by its id, with what an import must know of it: see schema.sql for the columns."""

    id: str
    navn: str
    enhed: str
    sammenlaegning: str
    register: str
    andre_navne: tuple[str, ...] = ()


class Skema:
    """The tables of schema.sql and what the catalogue and the geography say about their values."""

    def __init__(self, con: duckdb.DuckDBPyConnection):
        # More than the import tables: a key may stand in any of them.
        self.kolonner = {tabel: columns(tabel) for tabel in TABELLER}
        self.regler = {tabel: rules(tabel) for tabel in TABELLER}
        self._overskrifter = {
            (tabel, kolonne): rest
            for tabel, kolonne, *rest in con.table("overskrift")
            .project("tabel, kolonne, overskrift, andre_navne, standard, eksempel, foerste_aar, aar_frem")
            .fetchall()
        }
        self.statusser = con.table("udbud_status").order("orden").project("status, navn, forklaring, fase").fetchall()
        self.katalog = {
            en[0]: Noegletal(*en[:-1], tuple(en[-1].split(";")) if en[-1] else ())
            for en in con.table("noegletal_katalog")
            .order("raekke")
            .project("noegletal, navn, enhed, sammenlaegning, register, andre_navne")
            .fetchall()
        }
        self.noegletal = [(en.id, en.navn, en.enhed) for en in self.katalog.values()]
        self.overgange = con.table("udbud_overgang").project("fra_status, til_status, usaedvanlig").fetchall()
        self.omraader = _areas(con)
        self.dele = _parts(con)
        self.faelles_kilder: dict[str, tuple] = {
            raekke[0]: raekke
            for raekke in con.table("kilde").project("kilde_id, titel, udgiver, url, dato, type").fetchall()
        }
        self.felter = {tabel: self._fields(tabel) for tabel in TABELLER}

    def field(self, tabel: str, kolonne: str) -> Felt | None:
        """A column of a sheet, None when the sheet has no such column."""
        return self._efter_navn.get((tabel, kolonne))

    @cached_property
    def _efter_navn(self) -> dict[tuple[str, str], Felt]:
        return {(tabel, felt.navn): felt for tabel, felter in self.felter.items() for felt in felter}

    def key(self, tabel: str) -> tuple[str, ...]:
        """The columns that tell the rows of a table apart within a dataset."""
        noegler = {en.art: en.kolonner for en in self.regler[tabel] if en.art in ("PRIMARY KEY", "UNIQUE")}
        return tuple(navn for navn in noegler.get("PRIMARY KEY", noegler.get("UNIQUE")) if navn != DATASAET)

    def allowed_when(self, tabel: str, flag: str, kolonne: str) -> tuple[str, ...]:
        """The values a column may have in a row where a yes/no column says yes; () when no rule says so."""
        regel = re.compile(rf"\(\(NOT {flag}\) OR \({kolonne} IN \((.*)\)\)\)")
        fund = (regel.fullmatch(en.udtryk) for en in self.regler[tabel])
        return next((tuple(re.findall(r"'([^']*)'", et[1])) for et in fund if et), ())

    @cached_property
    def landets_navn(self) -> str:
        """What the whole country is called: "Hele landet"."""
        return next(en.kort_navn for en in self.omraader if en.niveau == "land")

    @cached_property
    def kommunenavne(self) -> dict[str, str]:
        """The names of the kommuner by their codes."""
        return {en.id: en.navn for en in self.omraader if en.niveau == "kommune"}

    @cached_property
    def kode_navne(self) -> dict[str, str]:
        """What codes are called in plain Danish, for statuses and indicators."""
        return KODENAVNE | {kode: navn for kode, navn, *_ in (*self.statusser, *self.noegletal)}

    def _fields(self, tabel: str) -> tuple[Felt, ...]:
        return tuple(self._field(tabel, en) for en in self.kolonner[tabel] if en.navn not in (DATASAET, RAEKKE))

    def _field(self, tabel: str, kolonne: Kolonne) -> Felt:
        overskrift, andre, standard, eksempel, foerste_aar, aar_frem = self._overskrifter[tabel, kolonne.navn]
        koder = self._codes(tabel, kolonne)
        return Felt(
            kolonne.navn,
            overskrift,
            tuple((andre or "").split(";")) if andre else (),
            kolonne.forklaring,
            "udledt" if (tabel, kolonne.navn) in UDLEDES else _kind(kolonne, self.regler[tabel], koder),
            not kolonne.maa_vaere_tom and standard is None and (tabel, kolonne.navn) not in UDFYLDES,
            standard,
            eksempel or "",
            koder,
            (foerste_aar, aar_frem) if foerste_aar else None,
        )

    def _codes(self, tabel: str, kolonne: Kolonne) -> tuple[str, ...]:
        """The vocabulary of a column: an enum, the list of a CHECK, or the keys of a catalogue table."""
        if kolonne.type.startswith("ENUM("):
            return tuple(re.findall(r"'([^']*)'", kolonne.type))
        for regel in self.regler[tabel]:
            liste = re.fullmatch(rf"\({kolonne.navn} IN \((.*)\)\)", regel.udtryk)
            if liste:
                return tuple(re.findall(r"'([^']*)'", liste[1]))
            if regel.kolonner == (kolonne.navn,) and regel.maaltabel == "udbud_status":
                return tuple(kode for kode, *_ in self.statusser)
            if regel.kolonner == (kolonne.navn,) and regel.maaltabel == "noegletal_katalog":
                return tuple(kode for kode, *_ in self.noegletal)
        return ()


def _kind(kolonne: Kolonne, regler: tuple[Regel, ...], koder: tuple[str, ...]) -> str:
    """How the cells of a column are read, from its type, its rules and what it refers to."""
    maal = {regel.maaltabel for regel in regler if regel.art == "FOREIGN KEY" and regel.kolonner[-1] == kolonne.navn}
    egne_regler = [regel.udtryk for regel in regler if regel.art == "CHECK" and kolonne.navn in regel.kolonner]
    if PRAECISION.search(kolonne.navn) and kolonne.type.startswith("ENUM("):
        return "praecision"
    if "kommune" in maal:
        return "kommune"
    if "kilde" in maal:
        return "kilde"
    if any(KOMMUNER_REGEL in udtryk for udtryk in egne_regler):
        return "kommuner"
    if koder:
        return "kode"
    if kolonne.navn in ("region", "sundhedsraad", "videreuddannelsesregion", "omraade"):
        return kolonne.navn
    if kolonne.navn.endswith("_id"):
        return "id"
    if any("TRY_CAST" in udtryk for udtryk in egne_regler) and kolonne.type == "VARCHAR" and "dato" in kolonne.navn:
        return "dato"
    slags = {"INTEGER": "heltal", "DOUBLE": "tal", "BOOLEAN": "ja_nej", "DATE": "dag", "VARCHAR": "tekst"}
    return slags.get(kolonne.type, "tal")


def _parts(con: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], frozenset[str]]:
    """The kommuner of an area, by its level and full name. A region's name means the same ones in each structure."""
    kommuner = con.table("kommune").project("kommunekode, navn, sundhedsraad_id").fetchall()
    raad = dict(con.table("sundhedsraad").project("sundhedsraad_id, navn").fetchall())
    regioner = dict(con.table("region").project("region_id, navn").fetchall())
    dele: dict[tuple[str, str], set[str]] = {("land", "Danmark"): {kode for kode, *_ in kommuner}}
    for kode, navn, raad_id in kommuner:
        dele[("kommune", navn)] = {kode}
        dele.setdefault(("sundhedsraad", raad[raad_id]), set()).add(kode)
    for kode, region_id in con.table("kommune_region").project("kommunekode, region_id").fetchall():
        dele.setdefault(("region", regioner[region_id]), set()).add(kode)
    return {omraade: frozenset(koder) for omraade, koder in dele.items()}


def _areas(con: duckdb.DuckDBPyConnection) -> tuple[Omraade, ...]:
    """Every area that a register can name. A region's name lives on through a reform: it is listed once."""
    ((landet,),) = con.table("niveau").filter("niveau = 'land'").project("navn").fetchall()
    kommuner = con.table("kommune").project("kommunekode, navn").fetchall()
    raad = con.table("sundhedsraad").project("sundhedsraad_id, navn, kort_navn").fetchall()
    regioner = (
        con.table("region").order("gyldig_fra DESC").project("region_id, navn, kort_navn, dst_kode, plo_r").fetchall()
    )
    uddannelse = con.table("videreuddannelsesregion").project("videreuddannelsesregion_id, kort_navn, navn").fetchall()
    delregioner = con.table("delregion").project("delregion_id, navn").fetchall()
    koder = {
        navn: tuple(dict.fromkeys(k for i, n, _, *andre in regioner if n == navn for k in (i, *andre) if k))
        for _, navn, *_ in regioner
    }
    kort = {navn: kort_navn for _, navn, kort_navn, *_ in regioner}
    return (
        Omraade("land", "land", "Danmark", landet, ("DK", "Landet")),
        *(Omraade("kommune", kode, navn, navn) for kode, navn in kommuner),
        *(Omraade("sundhedsraad", *en) for en in raad),
        *(Omraade("region", ider[0], navn, kort[navn], ider[1:]) for navn, ider in koder.items()),
        *(Omraade("videreuddannelsesregion", en[0], en[1], en[2]) for en in uddannelse),
        *(Omraade("delregion", kode, navn, navn) for kode, navn in delregioner),
    )
