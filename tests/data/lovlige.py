"""Random legal imports: what schema.sql allows, however unlikely, with the real judge to say what is legal.

The columns, kinds, vocabularies and limits are read from the schema, so a column or a rule that comes later is tried by
itself. What is drawn is a `Opskrift`; the same one always gives the same rows. Rows that the rules refuse are left out.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from random import Random

from hypothesis import strategies as st

from data.build import DATA, broken_controls, derive_registers
from data.indlaes.bedoem import FREMTID
from data.indlaes.grundlag import Grundlag
from data.indlaes.haendelser import fill_events
from data.indlaes.laesning import EN_AF_SLAGSEN, Tabel
from data.indlaes.registre import REGISTRE, TABELLER, Felt, Skema
from data.indlaes.sammensaet import derive_precision
from data.indlaes.skift import completeness
from data.indlaesning import insert_without, is_loaded_at_once, judge
from data.skema import RAEKKE, columns
from queries.database import Snapshot

FLEST_RAEKKER = 6
KOMPLETTE = [navn for navn, en in REGISTRE.items() if en.kan_vaere_komplet]
I_DAG = date(2026, 11, 26)
HELTAL = 2**31 - 1
TEKSTER = (
    "Nakskov",
    "Øster Ærø å",
    "$x$ og *fed* _skrå_ `kode`",
    "![](http://ude.example/x.png) [link](http://ude.example)",
    "# Overskrift\n- punkt",
    "<script>alert(1)</script> & \"anførsel\" 'apostrof'",
    "=1+1",
    "50 % | rør ~~streg~~ :red[rød] {a} {{b}} %s \\",
    "ÅRSLEV e\u0301 \u200b\u202e bagvendt \U0001f600",
    "a" * 300,
    "Et meget langt navn på en klinik, som ingen figur kan have plads til, og som derfor skal brydes " * 10,
    "1",
    "nan",
    ";",
    "(",
)


@dataclass(frozen=True)
class Opskrift:
    """What a random import is made of: rows by table, optional columns that are empty in all rows, (first, last year)
    of the registers said to be complete, the seed of the rest. `kun_region`: no kommune is known anywhere; `ingen_aar`:
    no date anywhere."""

    raekker: tuple[tuple[str, int], ...]
    tomme: frozenset[tuple[str, str]]
    komplet: tuple[tuple[str, tuple[int, int]], ...]
    kun_region: bool
    ingen_aar: bool
    froe: int


@dataclass(frozen=True)
class Import:
    """A legal import: the tables by name, cells by column as the CSV files of a version have them."""

    opskrift: Opskrift
    tabeller: dict[str, dict[str, list[str | None]]]


def random_recipe(froe: int) -> Opskrift:
    """The recipe of a seed, for long runs."""
    tilf = Random(froe)
    tabeller = tilf.sample(TABELLER, tilf.randint(1, len(TABELLER)))
    return _recipe(
        froe,
        {tabel: tilf.choice((1, 1, 2, 3, FLEST_RAEKKER, 3 * FLEST_RAEKKER)) for tabel in tabeller},
        {en for en in valgfri() if tilf.random() < 0.3},
        tuple(tilf.sample(KOMPLETTE, tilf.randint(0, len(KOMPLETTE)))),
        tilf.random() < 0.15,
        tilf.random() < 0.2,
    )


@st.composite
def recipes(draw) -> Opskrift:
    """Recipes that hypothesis can make smaller: fewer tables, fewer rows, fewer filled columns."""
    return _recipe(
        draw(st.integers(0, 2**20)),
        draw(st.dictionaries(st.sampled_from(TABELLER), st.integers(1, FLEST_RAEKKER), min_size=1)),
        set(valgfri()) - draw(st.sets(st.sampled_from(valgfri()))),
        draw(st.lists(st.sampled_from(KOMPLETTE), unique=True).map(tuple)),
        draw(st.booleans()),
        draw(st.booleans()),
    )


def _recipe(
    froe: int, raekker: dict[str, int], tomme: set, komplet: tuple, kun_region: bool, ingen_aar: bool
) -> Opskrift:
    if "puljeprojekt" in raekker:
        raekker["pulje"] = raekker.get("pulje", 1)
    if "udbud_haendelse" in raekker:
        raekker["udbud"] = raekker.get("udbud", raekker.pop("udbud_haendelse"))
    aar = tuple((navn, (2020, 2026)) for navn in komplet)
    return Opskrift(tuple(sorted(raekker.items())), frozenset(tomme), aar, kun_region, ingen_aar, froe)


@cache
def valgfri() -> list[tuple[str, str]]:
    """Every column that may be empty, as (table, column)."""
    return [(tabel, en.navn) for tabel in TABELLER for en in columns(tabel) if en.maa_vaere_tom]


class Lovlige:
    """Makes legal imports, and the data as they are after one of them. One at a time: they share a database."""

    def __init__(self) -> None:
        grundlag = Grundlag(DATA)
        self.con, self.skema = grundlag.con, grundlag.skema
        self.con.execute("SET threads = 1")
        self._kilder = self.con.sql("SELECT kilde_id FROM kilde ORDER BY kilde_id").fetchall()
        self.lavet = self.beholdt = 0

    def snapshot(self, opskrift: Opskrift) -> tuple[Import, Snapshot]:
        """The import, and the data with it. The data are good until the next call."""
        tabeller = _Udfylder(self.skema, [en for (en,) in self._kilder], opskrift).tables()
        borte: dict[str, set[int]] = {navn: set() for navn in tabeller}
        while self._insert(tabeller, borte) or self._refused(borte):
            pass
        self.lavet += sum(map(_length, tabeller.values()))
        tabeller = {navn: _without(celler, borte[navn]) for navn, celler in tabeller.items()}
        tabeller = {navn: celler for navn, celler in tabeller.items() if _length(celler)}
        self.beholdt += sum(map(_length, tabeller.values()))
        tabeller["fuldstaendighed"] = completeness(tabeller, dict(opskrift.komplet))
        self._insert_rows("fuldstaendighed", tabeller["fuldstaendighed"], set())
        derive_registers(self.con)
        return Import(opskrift, tabeller), Snapshot(f"lovlig-{opskrift.froe}", self.con)

    def _insert(self, tabeller: dict, borte: dict[str, set[int]]) -> bool:
        """Put the rows in, without those that are refused; True when more of them were than before."""
        foer = sum(map(len, borte.values()))
        for navn in (*reversed(TABELLER), "fuldstaendighed"):
            self.con.execute(f"DELETE FROM {navn} WHERE datasaet = 'egne'")  # a name of the schema
        for navn, celler in tabeller.items():
            self._insert_rows(navn, celler, borte[navn])
        return sum(map(len, borte.values())) > foer

    def _insert_rows(self, tabel: str, celler: dict, borte: set[int]) -> None:
        celler = _without(celler, borte) | {RAEKKE: [nr for nr in range(_length(celler)) if nr not in borte]}
        if celler[RAEKKE] and not is_loaded_at_once(self.con, tabel, celler, "egne"):
            brud, raekker = judge(self.con, tabel, celler, "egne", {})
            insert_without(self.con, tabel, raekker, {en.raekke for en in brud})
            borte |= {en.raekke for en in brud}

    def _refused(self, borte: dict[str, set[int]]) -> bool:
        """Add the rows that the rules across rows, or those of an import, refuse; True when there are any."""
        derive_registers(self.con)
        brud = [en for en in broken_controls(self.con) if en[1] == "egne"]
        brud += self.con.execute(FREMTID.read_text(encoding="utf-8"), {"i_dag": I_DAG.isoformat()}).fetchall()
        for tabel, _, raekke, *_ in brud:
            borte[tabel].add(raekke)
        return bool(brud)


def _length(celler: dict[str, list]) -> int:
    return len(next(iter(celler.values()), ()))


def _without(celler: dict[str, list], numre: set[int]) -> dict[str, list]:
    return {navn: [en for nr, en in enumerate(liste) if nr not in numre] for navn, liste in celler.items()}


class _Udfylder:
    """Fills the tables of one recipe, cell by cell, so that most rows are legal."""

    def __init__(self, skema: Skema, kilder: list[str], opskrift: Opskrift):
        self.skema, self.opskrift, self.tilf = skema, opskrift, Random(opskrift.froe)
        self.kilder = kilder
        self.kommuner = [en.id for en in skema.omraader if en.niveau == "kommune"]
        self.celler: dict[str, list[dict]] = {}

    def tables(self) -> dict[str, dict[str, list[str | None]]]:
        """The tables in the order of their references, as text."""
        antal = dict(self.opskrift.raekker)
        for tabel in TABELLER:
            if tabel != "udbud_haendelse":
                self.celler[tabel] = [self._row(tabel, nr) for nr in range(antal.get(tabel, 0))]
        tabeller = {tabel: self._columns(tabel) for tabel in TABELLER}
        return tabeller | {"udbud_haendelse": self._events(tabeller["udbud"])}

    def _columns(self, tabel: str) -> dict[str, list[str | None]]:
        navne = [felt.navn for felt in self.skema.felter[tabel]]
        celler = {navn: [raekke.get(navn) for raekke in self.celler.get(tabel, ())] for navn in navne}
        derive_precision(Tabel(celler, []))
        return celler

    def _row(self, tabel: str, nr: int) -> dict[str, str | None]:
        raekke: dict[str, str | None] = {}
        for felt in self.skema.felter[tabel]:
            maa_vaere_tom = self._may_be_empty(tabel, felt)
            tom = maa_vaere_tom and ((tabel, felt.navn) in self.opskrift.tomme or self.tilf.random() < 0.3)
            raekke[felt.navn] = None if tom else self._value(tabel, felt, nr, raekke)
        return RETTET.get(tabel, lambda raekke, _: raekke)(raekke, self)

    def _may_be_empty(self, tabel: str, felt: Felt) -> bool:
        return next(en.maa_vaere_tom for en in self.skema.kolonner[tabel] if en.navn == felt.navn)

    def _value(self, tabel: str, felt: Felt, nr: int, raekke: dict) -> str | None:
        tilf = self.tilf
        if felt.navn == "forrige_udbud_id":
            return None  # RETTET makes the chains
        if felt.navn == "pulje_id" and tabel == "puljeprojekt":
            return tilf.choice([en["pulje_id"] for en in self.celler["pulje"]] or ["findes-ikke"])
        if felt.navn == "maalsaet_id" and tabel == "maaltal":
            return tilf.choice([en["maalsaet_id"] for en in self.celler["maalsaet"]] or ["findes-ikke"])
        if felt.slags == "id":
            return f"{tabel[0]}-{nr}{tilf.choice(('', '_', '-x', 'a' * 60))}"
        if felt.slags == "kilde":
            return tilf.choice([en["kilde_id"] for en in self.celler["kilde"]] + tilf.choices(self.kilder, k=3))
        if felt.slags == "omraade":
            return tilf.choice(self._areas(raekke["omraade_type"]) or TEKSTER)
        if felt.slags == "kode":
            return tilf.choice(felt.koder)
        simple = {
            "ja_nej": lambda: tilf.choice("01"),
            "kommune": lambda: None if self.opskrift.kun_region else tilf.choice(self.kommuner),
            "kommuner": self._kommuner,
            **{en: partial(self._one_of, en) for en in ("region", "sundhedsraad", "videreuddannelsesregion")},
            "dato": self._date,
            "dag": lambda: self._date(dag=True),
            "heltal": lambda: self._number(tabel, felt.navn, heltal=True),
            "tal": lambda: self._number(tabel, felt.navn, heltal=False),
        }  # fmt: skip
        return simple.get(felt.slags, lambda: self._text(tabel, felt.navn))()

    def _kommuner(self) -> str | None:
        antal = self.tilf.randint(1, 3)
        return None if self.opskrift.kun_region else ";".join(self.tilf.sample(self.kommuner, antal))

    def _one_of(self, niveau: str) -> str:
        return self.tilf.choice(self._areas(niveau))

    def _areas(self, niveau: str) -> list[str]:
        return [en.navn for en in self.skema.omraader if en.niveau == niveau]

    def _date(self, dag: bool = False) -> str | None:
        if self.opskrift.ingen_aar:
            return None
        aar = self.tilf.choices((self.tilf.randint(2005, 2026), self.tilf.choice((1926, 1990, 2027, 2099))), (9, 1))[0]
        laengde = 10 if dag else self.tilf.choice((4, 7, 10))
        return f"{aar}-{self.tilf.randint(1, 12):02}-{self.tilf.randint(1, 28):02}"[:laengde]

    def _limits(self, tabel: str, kolonne: str) -> tuple[float, float]:
        """The least and the largest value that the CHECKs of a column name."""
        for regel in self.skema.regler[tabel]:
            if regel.art == "CHECK" and regel.kolonner == (kolonne,):
                if fund := re.search(r"BETWEEN (\S+) AND (\S+?)\)", regel.udtryk):
                    return float(fund[1]), float(fund[2])
                if fund := re.search(r">= (\d+)", regel.udtryk):
                    return float(fund[1]), HELTAL
        return 0, HELTAL

    def _number(self, tabel: str, kolonne: str, heltal: bool) -> str:
        mindst, hoejst = self._limits(tabel, kolonne)
        smaa = self.tilf.randint(0, 30)
        valg = [mindst, min(mindst + smaa, hoejst), min(mindst + smaa, hoejst), hoejst]
        if hoejst == HELTAL:
            valg += [mindst + smaa] * 6
        tal = self.tilf.choice(valg)
        if not heltal and self.tilf.random() < 0.5:
            tal = min(tal + self.tilf.choice((0.5, 1 / 3, 0.01)), hoejst)
        return str(int(tal)) if heltal else f"{tal:.4f}".rstrip("0").rstrip(".")

    def _text(self, tabel: str, kolonne: str) -> str:
        """Text as the CHECKs of the column allow it."""
        for regel in self.skema.regler[tabel]:
            if regel.art == "CHECK" and regel.kolonner == (kolonne,):
                if "http" in regel.udtryk:
                    return self.tilf.choice(("https://plo.dk/a", "http://x.dk/(a)_[b]?q=1&r=%20#d", "https://æ.dk/|*_"))
                if r"\d{4}(-\d{4})?" in regel.udtryk:
                    return self.tilf.choice(("2025", "2019-2021", "2024-2024"))
        return self.tilf.choice(TEKSTER)

    def _events(self, udbud: dict[str, list]) -> dict[str, list[str | None]]:
        """A log for each tender: all of it filled in by the import, or a way to its status of our own."""
        overgange = {(fra, til) for fra, til, _ in self.skema.overgange}
        kolonner = [felt.navn for felt in self.skema.felter["udbud_haendelse"]]
        egne: dict[str, list] = {navn: [] for navn in kolonner}
        for nr, status in enumerate(udbud["status"]):
            foer = [fra for fra, til in overgange if til == status and fra and (None, fra) in overgange]
            if self.tilf.random() < 0.3 and foer:
                for led, en in enumerate((self.tilf.choice(sorted(foer)), status), 1):
                    fast = {"udbud_id": udbud["udbud_id"][nr], "raekkefoelge": str(led), "status": en}
                    fast |= {"kilde_id": udbud["kilde_id"][nr], "dato": udbud["status_dato"][nr] if led == 2 else None}
                    for navn in kolonner:
                        egne[navn].append(fast.get(navn))
        fyldte, _ = fill_events(
            Tabel(udbud, [None] * _length(udbud)), Tabel(egne, [None] * _length(egne)), kolonner, overgange
        )
        derive_precision(fyldte)
        return fyldte.celler


def _udbud(raekke: dict, udfylder: _Udfylder) -> dict:
    """What the rules of a tender tie together: its numbers, its status, its dates, its chain."""
    tilf, status = udfylder.tilf, raekke["status"]
    if status in ("besat", "tildelt", "konverteret_plo") and not int(raekke["antal_tildelt"] or 0):
        raekke["antal_tildelt"] = "1"
    if raekke["antal_tildelt"] and int(raekke["antal_tildelt"]) > int(raekke["antal"]):
        raekke["antal_tildelt"] = raekke["antal"]
    if status == "ingen_ansoegere":
        raekke |= {navn: raekke[navn] and "0" for navn in ("antal_ansoegere", "antal_tildelt")}
    if status in ("udbudsklinik", "regionsklinik"):
        raekke["kliniktype_efter"] = status
    _in_order(raekke, "opslag_dato", "status_dato")
    _placed(raekke, udfylder)
    foer = udfylder.celler.setdefault("udbud", [])
    ledige = {en["udbud_id"] for en in foer} - {en["forrige_udbud_id"] for en in foer}
    for forrige in foer:
        if forrige["udbud_id"] in ledige and forrige["runde_nr"] and tilf.random() < 0.3:
            nr = int(forrige["runde_nr"]) + 1
            raekke |= {en: forrige[en] for en in ("sted", "kommunekode", "region")}
            raekke |= {"forrige_udbud_id": forrige["udbud_id"], "runde_nr": str(min(nr, HELTAL))}
            break
    foer.append(raekke)
    return raekke


def _klinik(raekke: dict, udfylder: _Udfylder) -> dict:
    _in_order(raekke, "fra_dato", "til_dato")
    if raekke["kliniktype"] not in ("udbudsklinik", "licensklinik"):
        raekke["kontraktudloeb_dato"] = None
    _in_order(raekke, "fra_dato", "kontraktudloeb_dato")
    if not raekke["konvertering_lovet_af"]:
        raekke["konvertering_lovet_dato"] = None
    return _placed(raekke, udfylder)


def _projekt(raekke: dict, udfylder: _Udfylder) -> dict:
    if int(raekke["aar_fra"]) > int(raekke["aar_til"]):
        raekke["aar_til"] = raekke["aar_fra"]
    if raekke["kommunekoder"]:
        raekke["region"] = None
    taeller = (
        raekke["beloeb_kr"]
        and raekke["status"].startswith("støttet")
        and raekke["beloeb_praecision"] in ("eksakt", "afrundet i kilden")
    )
    raekke["medregnes"] = "1" if taeller and udfylder.tilf.random() < 0.8 else "0"
    return raekke


def _hu(raekke: dict, _udfylder: _Udfylder) -> dict:
    opslaaet, besat = raekke["opslaaet"], raekke["besat"]
    if opslaaet and besat:
        raekke["besat"] = besat = str(min(int(opslaaet), int(besat)))
        raekke["ubesat"] = raekke["ubesat"] and str(int(opslaaet) - int(besat))
    raekke["foretrukken"] = "1"
    return raekke


def _tiltag(raekke: dict, udfylder: _Udfylder) -> dict:
    raekke["kommunekode"] = udfylder.tilf.choice(udfylder.kommuner) if raekke["omraade_type"] == "kommune" else None
    if raekke["kommunekode"]:
        raekke["omraade"] = udfylder.skema.kommunenavne[raekke["kommunekode"]]
    raekke["fra_dato"] = raekke["fra_dato"] or "2024"
    if bool(raekke["beloeb_kr"]) != bool(raekke["beloeb_gaelder"]):
        raekke |= {"beloeb_kr": None, "beloeb_gaelder": None}
    _in_order(raekke, "fra_dato", "til_dato")
    return raekke


def _hidden(kolonne: str, raekke: dict, _udfylder: _Udfylder) -> dict:
    """A number that is not shown is empty, and what is shown of an age in a kommune is not of one to four."""
    if raekke["omraade_type"] == "kommune" and raekke[kolonne] and int(raekke[kolonne]) < 5:
        raekke["aldersgruppe"] = "alle"
    return raekke | {"skjult": "0" if raekke[kolonne] else "1"}


def _bosaetning(raekke: dict, _udfylder: _Udfylder) -> dict:
    raekke["omraade"] = EN_AF_SLAGSEN.get(raekke["omraade_type"], raekke["omraade"])
    _in_order(raekke, "faerdig_fra", "faerdig_til")
    return raekke


def _udbudsplan(raekke: dict, udfylder: _Udfylder) -> dict:
    """The finest area that is named is enough: the others would have to hold it."""
    steder = ("kommunekode", "sundhedsraad", "region")
    kendt = next((navn for navn in steder if raekke[navn]), "sundhedsraad")
    vaerdi = raekke[kendt] or udfylder._one_of("sundhedsraad")
    return raekke | dict.fromkeys(steder) | {kendt: vaerdi}


def _maalsaet(raekke: dict, _udfylder: _Udfylder) -> dict:
    _in_order(raekke, "gyldig_fra", "gyldig_til")
    return raekke


def _maaltal(raekke: dict, udfylder: _Udfylder) -> dict:
    _in_order(raekke, "gyldig_fra", "gyldig_til")
    if raekke["omraade_type"] in ("kommune", "bydel"):
        raekke["kommunekode"] = udfylder.tilf.choice(udfylder.kommuner)
    if raekke["omraade_type"] == "kommune":
        raekke["omraade"] = udfylder.skema.kommunenavne[raekke["kommunekode"]]
    if raekke["maal"] == "minimumspatienttal_gns":
        raekke["antal_klinikker"] = raekke["antal_klinikker"] or "3"
    if raekke["maal"] == "behovsindeks":
        raekke["vaerdi"] = "1"
    raekke["foretrukken"] = "0"
    return _placed(raekke, udfylder)


def _truet(raekke: dict, udfylder: _Udfylder) -> dict:
    _in_order(raekke, "gyldig_fra", "gyldig_til")
    raekke["gyldig_fra"] = raekke["gyldig_fra"] or "2024-01-01"
    if raekke["omraade_type"] == "kommune":
        raekke["kommunekode"] = raekke["kommunekode"] or udfylder.tilf.choice(udfylder.kommuner)
        raekke["omraade"] = udfylder.skema.kommunenavne[raekke["kommunekode"]]
    if raekke["omraade_type"] == "postnummer":
        raekke["omraade"] = str(udfylder.tilf.randint(1000, 9990))
    return raekke


def _noegletal(raekke: dict, udfylder: _Udfylder) -> dict:
    if raekke["omraade_type"] in ("kommune", "by"):
        raekke["kommunekode"] = raekke["kommunekode"] or udfylder.tilf.choice(udfylder.kommuner)
    if raekke["omraade_type"] == "kommune":
        raekke["omraade"] = udfylder.skema.kommunenavne[raekke["kommunekode"]]
    if raekke["noegletal"].endswith("_pct"):
        raekke["vaerdi"] = str(min(float(raekke["vaerdi"]), 100.0))
    raekke["dato"] = raekke["dato"] or "2024"
    return _placed(raekke, udfylder)


def _placed(raekke: dict, udfylder: _Udfylder) -> dict:
    """A kommune lies in the region beside it: the region is left out then."""
    if raekke["kommunekode"]:
        raekke["region"] = None
    return raekke


def _in_order(raekke: dict, foerst: str, sidst: str) -> None:
    if raekke[foerst] and raekke[sidst] and raekke[foerst] > raekke[sidst]:
        raekke[foerst], raekke[sidst] = raekke[sidst], raekke[foerst]


RETTET = {
    "udbud": _udbud,
    "klinik": _klinik,
    "puljeprojekt": _projekt,
    "hu_forloeb": _hu,
    "tiltag": _tiltag,
    "laegestand": partial(_hidden, "laeger"),
    "laegebevaegelse": partial(_hidden, "antal"),
    "udbudsplan": _udbudsplan,
    "bosaetning": _bosaetning,
    "maalsaet": _maalsaet,
    "maaltal": _maaltal,
    "truet_udpegning": _truet,
    "noegletal": _noegletal,
}
