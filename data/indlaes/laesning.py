"""From recognised sheets to tables: every cell read by its column's kind, all errors collected.

Columns are read value by value, each different value once: fifty thousand rows hold few different words.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from data.indlaes.enheder import Enhed, check_unit, measure, split_unit, unit_of_indicator
from data.indlaes.genkend import Genkendt
from data.indlaes.navne import index, listed, nearest, plain
from data.indlaes.registre import Felt, Skema
from data.indlaes.steder import Steder
from data.indlaes.tegn import broken, perhaps_broken
from data.indlaes.vaerdier import ALLE_AAR, FEJLKODE, Ulaeselig, any_date, full_date, whole_number, yes_no
from data.slug import slug

STREGER = {"-", "–", "—"}
TOMME = STREGER | {"n/a", "na", "ikke oplyst", "uoplyst", "..", "…"}
FRI_TEKST = {"tekst", "kilde", "omraade"}
ADRESSE = re.compile(r"https?://\S+")
LAENGSTE_TEKST = 4000
LAENGSTE_ID = 100
# Types of which there is one, so that nobody is asked for its name.
EN_AF_SLAGSEN = {"land": "Danmark", "ikke_almen_praksis": "Ikke almen praksis", "udland": "Udlandet"}


@dataclass(frozen=True)
class Sted:
    """Where a row was read: file (as shown), sheet ("" in a csv), row as a spreadsheet counts. `kolonne`: the letter of
    the one cell that it was made of, "" for a row of a register."""

    fil: str
    ark: str
    raekke: int
    kolonne: str = ""


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
    """What was read of a sheet. `gaettede`: cells that could be read in two ways, as they were taken; `advarsler`:
    cells that look wrong; `adresser`: where the source of a row lies, when its cell is linked; `udfoldede`: so many of
    its last rows were unfolded from crosstabs, and replace only the figures of their indicator, level and date."""

    tabel: Tabel
    fejl: list[Celle] = field(default_factory=list)
    gaettede: list[Celle] = field(default_factory=list)
    advarsler: list[Celle] = field(default_factory=list)
    adresser: dict[Sted, str] = field(default_factory=dict)
    udfoldede: int = 0


class Laeser:
    """Reads sheets into tables. `i_dag`: what dates are plausible depends on it."""

    def __init__(self, skema: Skema, i_dag: date):
        self._skema = skema
        self._i_dag = i_dag
        self.steder = Steder(skema)
        self._enheder = {navn: unit_of_indicator(enhed) for navn, _, enhed in skema.noegletal}
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
                celler[felt.navn] = self._column(laest, genkendt, plads, felt)
        for plads, felt in genkendt.dubletter.items():
            if not felt.udledes:
                self._same(laest, genkendt, plads, felt)
        for felt in self._skema.felter[tabel]:
            if not felt.udledes:
                celler.setdefault(felt.navn, [felt.standard] * len(genkendt.data))
        self._units(laest, genkendt)
        self._areas(laest, tabel)
        laest.tabel.celler = {felt.navn: celler[felt.navn] for felt in self._skema.felter[tabel] if felt.navn in celler}
        laest.adresser = _addresses(genkendt, fil)
        return laest

    def _column(self, laest: Laest, genkendt: Genkendt, plads: int, felt: Felt) -> list[str | None]:
        tabel, tekster = genkendt.tabel, genkendt.cells(plads)
        laes = self._reader(felt, genkendt.ark.komma, genkendt.enheder.get(plads, Enhed()))
        kendte: dict[str | None, tuple[str | None, str]] = {
            tekst: _read_one(laes, felt, tekst) for tekst in set(tekster)
        }
        daarlige = {tekst: besked for tekst, (_, besked) in kendte.items() if besked}
        laest.fejl += _cells(tabel, felt, tekster, daarlige)
        maerkelige = {
            tekst: besked
            for tekst, (vaerdi, _) in kendte.items()
            if tekst and tekst not in daarlige and (besked := self._odd(felt, tekst, vaerdi))
        }
        laest.advarsler += _cells(tabel, felt, tekster, maerkelige)
        if felt.slags == "tal":
            to_maader = {en: kendte[en][0] for en in kendte if en and en not in daarlige and two_ways(en)}
            laest.gaettede += _cells(tabel, felt, tekster, to_maader)
        return [kendte[tekst][0] for tekst in tekster]

    def _same(self, laest: Laest, genkendt: Genkendt, plads: int, felt: Felt) -> None:
        """A column that stands twice (a code beside its name): where both are filled in they must say the same."""
        foerste = laest.tabel.celler[felt.navn]
        anden = self._column(laest, genkendt, plads, felt)
        overskrift = genkendt.overskrifter[plads]
        for nr, (a, b, tekst) in enumerate(zip(foerste, anden, genkendt.cells(plads))):
            if not a:
                foerste[nr] = b
            elif b and self._meaning(felt, a) != self._meaning(felt, b) and tekst:
                besked = f"passer ikke med kolonnen »{overskrift}«, hvor der står »{tekst}«. Ret den ene af dem."
                laest.fejl.append(Celle(genkendt.tabel, nr, felt.navn, self._shown(felt, a), besked))

    def _meaning(self, felt: Felt, vaerdi: str) -> str:
        """What two cells that say the same have in common: a source may be named by its id, title or address."""
        if felt.slags != "kilde":
            return vaerdi
        faelles = self._skema.faelles_kilder
        return next((en for en, (_, titel, _, url, *_) in faelles.items() if vaerdi in (en, titel, url)), vaerdi)

    def _shown(self, felt: Felt, vaerdi: str) -> str:
        return self.steder.shown(vaerdi) if felt.slags == "kommune" else vaerdi

    def _reader(self, felt: Felt, komma: bool, enhed: Enhed) -> Callable[[str], str]:
        aar = self._years(felt)
        return {
            "heltal": partial(_count, felt, komma, enhed),
            "tal": partial(
                measure, komma=komma, kolonnens=felt.enhed if felt.slags == "tal" else "", i_overskrift=enhed
            ),
            "dato": partial(any_date, aar=aar),
            "dag": partial(full_date, aar=aar),
            "ja_nej": yes_no,
            "kode": partial(self._code, felt),
            "kommune": self.steder.kommune,
            "kommuner": self.steder.kommuner,
            **{en: partial(self.steder.name, en) for en in ("region", "sundhedsraad", "videreuddannelsesregion")},
            "id": _id,
        }.get(felt.slags, _text)

    def _years(self, felt: Felt) -> tuple[int, int]:
        return (felt.aar[0], self._i_dag.year + felt.aar[1]) if felt.aar else ALLE_AAR

    def _odd(self, felt: Felt, tekst: str, vaerdi: str | None) -> str:
        """What looks wrong with a cell that could be read, "" when nothing does."""
        if felt.slags == "heltal" and felt.aar and vaerdi:
            fra, til = self._years(felt)
            if not fra <= int(vaerdi) <= til:
                return f"ligger uden for {fra}-{til}. Se efter, om årstallet er skrevet rigtigt."
        if felt.slags in FRI_TEKST and (fundet := perhaps_broken(tekst)):
            return f"har et spørgsmålstegn inde i et ord (»{fundet}«). Er et æ, ø eller å gået tabt?"
        return ""

    def _units(self, laest: Laest, genkendt: Genkendt) -> None:
        """The unit beside an indicator's value must be that of the indicator."""
        celler = laest.tabel.celler
        for plads, felt in genkendt.felter.items():
            if felt.slags != "tal" or felt.enhed is not None:
                continue
            i_overskrift = genkendt.enheder.get(plads, Enhed())
            tekster = genkendt.cells(plads)
            skrevne = {tekst: split_unit(tekst)[1] for tekst in set(tekster) if tekst}
            if not i_overskrift.nogen and not any(enhed.nogen for enhed in skrevne.values()):
                continue
            for nr, (tekst, noegletal) in enumerate(zip(tekster, celler["noegletal"])):
                enhed = skrevne.get(tekst, i_overskrift)
                if tekst and celler[felt.navn][nr] and noegletal in self._enheder:
                    try:
                        check_unit(enhed if enhed.nogen else i_overskrift, self._enheder[noegletal])
                    except Ulaeselig as fejl:
                        celler[felt.navn][nr] = None
                        laest.fejl.append(Celle(genkendt.tabel, nr, felt.navn, tekst, str(fejl)))

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
                celler["omraade"][nr] = self.steder.shown(koder[nr])
            if niveau in EN_AF_SLAGSEN and not omraade:
                celler["omraade"][nr] = EN_AF_SLAGSEN[niveau]
            if not omraade or not niveau:
                continue
            if (niveau, omraade) not in kendte:
                kendte[niveau, omraade] = _read_one(partial(self.steder.name, niveau), None, omraade)
            navn, besked = kendte[niveau, omraade]
            celler["omraade"][nr] = navn
            if besked:
                laest.fejl.append(Celle(tabel, nr, "omraade", omraade, besked))
            elif niveau == "kommune" and koder and not koder[nr]:
                koder[nr] = self.steder.kommune(navn)


def _cells(tabel: str, felt: Felt, tekster: list[str | None], beskeder: dict[str, str]) -> list[Celle]:
    """The cells of a column that there is something to say about, by their text."""
    if not beskeder:
        return []
    return [
        Celle(tabel, nr, felt.navn, tekst, beskeder[tekst]) for nr, tekst in enumerate(tekster) if tekst in beskeder
    ]


def _addresses(genkendt: Genkendt, fil: str) -> dict[Sted, str]:
    """The addresses behind the cells of the source column, by the place of the row."""
    pladser = {plads for plads, felt in genkendt.felter.items() if felt.slags == "kilde"}
    raekker = {*genkendt.data} if genkendt.ark.links else ()
    return {
        Sted(fil, genkendt.ark.navn, raekke): adresse
        for (raekke, kolonne), adresse in genkendt.ark.links.items()
        if kolonne - 1 in pladser and raekke in raekker and ADRESSE.fullmatch(adresse)
    }


def _count(felt: Felt, komma: bool, i_overskrift: Enhed, tekst: str) -> str:
    """A whole number, without its unit when that fits the column."""
    tal, egen = split_unit(tekst)
    check_unit(egen if egen.nogen else i_overskrift, felt.enhed or "")
    return whole_number(tal, komma)


def _id(tekst: str) -> str:
    fundet = slug(tekst)
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
        return None, error_text(tekst)
    if felt and felt.slags in FRI_TEKST | {"id"} and (fundet := broken(tekst)):
        return None, f"har ødelagte tegn (»{fundet}«). Gem filen igen som .xlsx eller CSV UTF-8, eller ret teksten."
    try:
        return laes(tekst), ""
    except Ulaeselig as fejl:
        return None, str(fejl)


def error_text(kode: str) -> str:
    """What is wrong with a cell that shows an error of Excel (FEJLKODE)."""
    if kode.startswith("##"):
        return "er ikke værdien: kolonnen var for smal til at vise den. Gør den bredere i Excel, og gem filen igen."
    return "er en fejl fra Excel. Ret formlen i cellen, eller skriv værdien."


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
