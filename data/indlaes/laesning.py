"""From recognised sheets to tables: every cell read by its column's kind, all errors collected.

Columns are read value by value, each different value once: fifty thousand rows hold few different words.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from data.indlaes.genkend import Genkendt
from data.indlaes.navne import as_id, index, listed, nearest, plain
from data.indlaes.registre import Felt, Skema
from data.indlaes.steder import Steder
from data.indlaes.vaerdier import FEJLKODE, Ulaeselig, any_date, full_date, number, whole_number, yes_no

STREGER = {"-", "–", "—"}
TOMME = STREGER | {"n/a", "na", "ikke oplyst", "uoplyst"}
LAENGSTE_TEKST = 4000
LAENGSTE_ID = 100


@dataclass(frozen=True)
class Sted:
    """Where a row was read: file (as shown), sheet ("" in a csv), row as a spreadsheet counts."""

    fil: str
    ark: str
    raekke: int


@dataclass
class Tabel:
    """Rows of one table: cells by column as the CSV files have them; where each row was read (None: from the version in
    use)."""

    celler: dict[str, list[str | None]]
    steder: list[Sted | None]

    def __len__(self) -> int:
        return len(self.steder)


@dataclass(frozen=True)
class Celle:
    """A cell that cannot be read: table, row in the table (from 0), column, the text as written, what is wrong."""

    tabel: str
    nr: int
    kolonne: str
    vaerdi: str
    besked: str


@dataclass
class Laest:
    """What was read of a sheet. `gaettede`: cells that could be read in two ways, as they were taken. `udfoldede`: so
    many of its last rows were unfolded from crosstabs, and replace only the figures of their indicator, level and date.
    """

    tabel: Tabel
    fejl: list[Celle] = field(default_factory=list)
    gaettede: list[Celle] = field(default_factory=list)
    udfoldede: int = 0


class Laeser:
    """Reads sheets into tables."""

    def __init__(self, skema: Skema):
        self._skema = skema
        self._steder = Steder(skema)
        self._koder = {
            koder: index(
                [(kode, kode) for kode in koder]
                + [(skema.kode_navne[kode], kode) for kode in koder if kode in skema.kode_navne]
            )
            for felter in skema.felter.values()
            for koder in {felt.koder for felt in felter}
        }

    def know(self, koder: tuple[str, ...], par: Iterable[tuple[str, str]]) -> None:
        """Accept more in the columns with this vocabulary: (what is written, what it means)."""
        for form, betydning in index(par).items():
            self._koder[koder].setdefault(form, betydning)

    def read(self, genkendt: Genkendt, fil: str) -> Laest:
        """The cells of a sheet; one that cannot be read is empty, and told of."""
        tabel, ark = genkendt.tabel, genkendt.ark
        laest = Laest(Tabel({}, [Sted(fil, ark.navn, nr) for nr in genkendt.data]))
        celler = laest.tabel.celler
        for plads, felt in genkendt.felter.items():
            if not felt.udledes:
                celler[felt.navn] = self._column(laest, tabel, felt, genkendt.cells(plads), ark.komma)
        for felt in self._skema.felter[tabel]:
            if not felt.udledes:
                celler.setdefault(felt.navn, [felt.standard] * len(genkendt.data))
        self._areas(laest, tabel)
        laest.tabel.celler = {felt.navn: celler[felt.navn] for felt in self._skema.felter[tabel] if felt.navn in celler}
        return laest

    def _column(self, laest: Laest, tabel: str, felt: Felt, tekster: list[str | None], komma: bool) -> list[str | None]:
        laes = self._reader(felt, komma)
        kendte: dict[str | None, tuple[str | None, str]] = {
            tekst: _read_one(laes, felt, tekst) for tekst in set(tekster)
        }
        daarlige = {tekst for tekst, (_, besked) in kendte.items() if besked}
        if daarlige:
            laest.fejl += [
                Celle(tabel, nr, felt.navn, tekst, kendte[tekst][1])
                for nr, tekst in enumerate(tekster)
                if tekst in daarlige
            ]
        if felt.slags == "tal":
            laest.gaettede += [
                Celle(tabel, nr, felt.navn, tekst, kendte[tekst][0])
                for nr, tekst in enumerate(tekster)
                if tekst and tekst not in daarlige and two_ways(tekst)
            ]
        return [kendte[tekst][0] for tekst in tekster]

    def _reader(self, felt: Felt, komma: bool) -> Callable[[str], str]:
        return {
            "heltal": partial(whole_number, komma=komma),
            "tal": partial(number, komma=komma),
            "dato": any_date,
            "dag": full_date,
            "ja_nej": yes_no,
            "kode": partial(self._code, felt),
            "kommune": self._steder.kommune,
            "kommuner": self._steder.kommuner,
            "region": partial(self._steder.name, "region"),
            "id": _id,
        }.get(felt.slags, _text)

    def _code(self, felt: Felt, tekst: str) -> str:
        opslag = self._koder[felt.koder]
        fundet = opslag.get(plain(tekst))
        if fundet:
            return fundet
        naermeste = nearest(tekst, opslag)
        hint = f"Mente du »{naermeste[0]}«?" if naermeste else _choices(felt)
        raise Ulaeselig(f"findes ikke. {hint}")

    def _areas(self, laest: Laest, tabel: str) -> None:
        """The name of an area depends on its level; for a kommune the name and the code say the same."""
        celler = laest.tabel.celler
        if "omraade" not in celler:
            return
        kendte: dict[tuple, str | None] = {}
        koder = celler.get("kommunekode")
        for nr, (niveau, omraade) in enumerate(zip(celler["omraade_type"], celler["omraade"])):
            if niveau == "kommune" and koder and koder[nr] and not omraade:
                celler["omraade"][nr] = self._steder.shown(koder[nr])
            if niveau == "land" and not omraade:
                celler["omraade"][nr] = "Danmark"
            if not omraade or not niveau:
                continue
            if (niveau, omraade) not in kendte:
                kendte[niveau, omraade] = _read_one(partial(self._steder.name, niveau), None, omraade)
            navn, besked = kendte[niveau, omraade]
            celler["omraade"][nr] = navn
            if besked:
                laest.fejl.append(Celle(tabel, nr, "omraade", omraade, besked))
            elif niveau == "kommune" and koder and not koder[nr]:
                koder[nr] = self._steder.kommune(navn)


def _id(tekst: str) -> str:
    fundet = as_id(tekst)
    if not fundet or len(fundet) > LAENGSTE_ID:
        raise Ulaeselig(f"kan ikke bruges som id. Brug højst {LAENGSTE_ID} bogstaver og tal, fx lolland-2026-1.")
    return fundet


def _text(tekst: str) -> str:
    if len(tekst) > LAENGSTE_TEKST:
        raise Ulaeselig(f"er på {len(tekst)} tegn; der er plads til {LAENGSTE_TEKST}. Forkort teksten.")
    return tekst


def _read_one(laes: Callable[[str], str], felt: Felt | None, tekst: str | None) -> tuple[str | None, str]:
    """The value and "", or None and what is wrong with the text."""
    if tekst is None or (felt and tekst.lower() in _empty_words(felt)):
        return (felt.standard if felt else None), ""
    if FEJLKODE.fullmatch(tekst):
        return None, "er en fejl fra Excel. Ret formlen i cellen, eller skriv værdien."
    try:
        return laes(tekst), ""
    except Ulaeselig as fejl:
        return None, str(fejl)


def _empty_words(felt: Felt) -> set[str]:
    """What people write for "nothing" in such a column. »ikke oplyst« is a code in some."""
    return {"tekst": set(), "ja_nej": set(), "kode": STREGER}.get(felt.slags, TOMME)


def two_ways(tekst: str) -> bool:
    """1.684 is a Danish thousand and an English decimal."""
    hele, punktum, rest = tekst.partition(".")
    return (
        bool(punktum) and len(rest) == 3 and rest.isdigit() and hele.isdigit() and 0 < len(hele) < 4 and hele[0] != "0"
    )


def _choices(felt: Felt) -> str:
    if len(felt.koder) > 20:
        return "Se arket »Gyldige værdier« i skabelonen."
    return f"Skriv {listed(list(felt.koder))}."
