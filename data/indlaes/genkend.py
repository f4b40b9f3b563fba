"""Which table a sheet holds, and what every row and column of it is: by the headings, wherever the heading row is."""

from collections import defaultdict
from dataclasses import dataclass, field

from data.indlaes.enheder import Enhed, heading_unit
from data.indlaes.ikke_poster import is_note, is_total
from data.indlaes.navne import index, listed, nearest, plain
from data.indlaes.registre import REGISTRE, Felt, Skema, register_of
from data.registre import ARK
from data.regneark.ark import Ark

RAEKKER_MED_OVERSKRIFT = 60
FAERREST = 2
# Rows of the template that are no data; their first filled cell says so.
FORKLARING, EKSEMPEL = "forklaring:", "eksempel:"
# What our own files add beside the data.
EGNE_OVERSKRIFTER = {"fejl", "advarsler"}
EGNE_ARK = {"gyldigevaerdier", "vejledning", "fejl"}
# Kinds of columns where a row says what it is about.
STEDER = {"kommune", "kommuner", "region", "sundhedsraad", "videreuddannelsesregion", "omraade"}
BENAEVNELSER = {"sted", "navn", "titel"}
TALSLAGS = {"tal", "heltal"}
# Two columns of free text may mean different things; of anything else the same thing stands twice.
KUN_EN = {"tekst"}

# What a row that is no record is.
SKABELON, SUM, NOTE, GENTAGET, UDENFOR = "skabelon", "sum", "note", "gentaget", "udenfor"


@dataclass
class Genkendt:
    """A sheet that was recognised. `raekke`: the heading row, counted from 1. `felter`: the column of each place (from
    0); `dubletter`: places that hold a column of `felter` once more; `ukendte`: headings of places that are not read;
    `enheder`: the unit a heading gives. `data`: the row numbers of its data rows; `andre`: those of the rows that are
    none, by what they are. `to_raekker`: what the headings would be, were the row beside one with the heading row."""

    ark: Ark
    tabel: str
    raekke: int
    felter: dict[int, Felt]
    data: list[int]
    dubletter: dict[int, Felt] = field(default_factory=dict)
    ukendte: dict[int, str] = field(default_factory=dict)
    enheder: dict[int, Enhed] = field(default_factory=dict)
    gentagne: list[str] = field(default_factory=list)
    mangler: list[Felt] = field(default_factory=list)
    andre: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    to_raekker: tuple[int, list[str]] = (0, [])

    def cells(self, plads: int) -> list[str | None]:
        """The cells of a column, in the order of `data`."""
        raekker = self.ark.raekker
        return [raekker[nr - 1][plads] if plads < len(raekker[nr - 1]) else None for nr in self.data]

    @property
    def is_named(self) -> bool:
        """Has the sheet the name of its table?"""
        return _has_name(self.ark.navn, self.tabel)

    @property
    def overskrifter(self) -> list[str | None]:
        """The cells of the heading row."""
        return self.ark.raekker[self.raekke - 1]


class Genkender:
    """Recognises sheets by the headings of the catalogue and the column names of schema.sql."""

    def __init__(self, skema: Skema):
        self._skema = skema
        self._opslag = {
            tabel: index(
                [(felt.overskrift, felt.navn) for felt in felter]
                + [(felt.navn, felt.navn) for felt in felter]
                + [(andet, felt.navn) for felt in felter for andet in felt.andre_navne]
            )
            for tabel, felter in skema.felter.items()
        }
        self._forstaaet: dict[tuple[str, str], tuple[str | None, Enhed]] = {}

    def recognise(self, ark: Ark, register: str | None = None) -> Genkendt | str:
        """The sheet as a table, or why not, in words. `register` limits the search."""
        if not any(celle for raekke in ark.raekker for celle in raekke):
            return "er tomt"
        tabeller = REGISTRE[register].tabeller if register else tuple(ARK)
        bud = [
            (self._score(ark.navn, raekke, tabel), -nr, tabel)
            for nr, raekke in enumerate(ark.raekker[:RAEKKER_MED_OVERSKRIFT])
            for tabel in tabeller
        ]
        point, minus_nr, tabel = max(bud)
        if point <= 0:
            return self._why_not(ark, tabeller)
        lige = {en[2] for en in bud if en[0] == point and en[1] == minus_nr} - {tabel}
        if lige:
            navne = listed(sorted(register_of(en).datanavn for en in (tabel, *lige)))
            return f"kan være {navne}; vælg registeret"
        return self._table(ark, tabel, -minus_nr)

    def suggestion(self, tabel: str, ukendt: str) -> str:
        """The heading an unknown one may have been meant as, "" without any."""
        naermeste = nearest(ukendt, self._opslag[tabel])
        if not naermeste and len(forkortet := plain(ukendt)) >= 3:
            naermeste = [navn for form, navn in self._opslag[tabel].items() if form.startswith(forkortet)]
        return self._skema.field(tabel, naermeste[0]).overskrift if naermeste else ""

    def _understood(self, tabel: str, overskrift: str) -> tuple[str | None, Enhed]:
        """The column that a heading means, and the unit it gives; None for an unknown one."""
        if (tabel, overskrift) not in self._forstaaet:
            opslag = self._opslag[tabel]
            navn, enhed = heading_unit(overskrift) or ("", Enhed())
            felt = self._skema.field(tabel, opslag.get(plain(navn), ""))
            uden_enhed = (opslag.get(plain(overskrift)), Enhed())
            svar = (felt.navn, enhed) if felt and felt.slags in TALSLAGS else uden_enhed
            self._forstaaet[tabel, overskrift] = svar
        return self._forstaaet[tabel, overskrift]

    def _score(self, arknavn: str, raekke: list[str | None], tabel: str) -> float:
        """How well the headings in a row fit a table: found columns count, missing required ones count against it."""
        celler = [celle for celle in raekke if celle]
        forstaaede = [navn for celle in celler if (navn := self._understood(tabel, celle)[0])]
        fundne = {*forstaaede}
        if len(fundne) < FAERREST:
            return 0
        kraevede = {felt.navn for felt in self._skema.felter[tabel] if felt.kraevet and not felt.udledes}
        # Missing columns cost less than half, so that a sheet with one of them forgotten is still recognised.
        ukendte = len(celler) - len(forstaaede)
        return len(fundne) - 0.6 * len(kraevede - fundne) - 0.4 * ukendte + 1.5 * _has_name(arknavn, tabel)

    def _why_not(self, ark: Ark, tabeller: tuple[str, ...]) -> str:
        """Why no row of a sheet fits: perhaps its headings are spread over two."""
        for nr, (oevre, nedre) in enumerate(zip(ark.raekker, ark.raekker[1:RAEKKER_MED_OVERSKRIFT]), 1):
            samlet = ["".join(filter(None, par)) or None for par in _paired(oevre, nedre)]
            if max(self._score(ark.navn, samlet, tabel) for tabel in tabeller) > 0:
                return f"har overskrifter, der er delt over række {nr} og {nr + 1}; skriv dem i én række"
        return "er ikke genkendt: overskrifterne passer ikke med nogen af skabelonerne"

    def _table(self, ark: Ark, tabel: str, nr: int) -> Genkendt:
        fundet = Genkendt(ark, tabel, nr + 1, {}, [])
        for plads, celle in enumerate(ark.raekker[nr]):
            if celle:
                self._place_heading(fundet, plads, celle)
        fundne = {felt.navn for felt in fundet.felter.values()}
        fundet.mangler = [
            en for en in self._skema.felter[tabel] if en.kraevet and not en.udledes and en.navn not in fundne
        ]
        fundet.to_raekker = self._split_headings(fundet)
        _sort_rows(fundet)
        return fundet

    def _place_heading(self, fundet: Genkendt, plads: int, celle: str) -> None:
        navn, enhed = self._understood(fundet.tabel, celle)
        felt = self._skema.field(fundet.tabel, navn) if navn else None
        if not felt:
            fundet.ukendte[plads] = celle
        elif felt not in fundet.felter.values():
            fundet.felter[plads] = felt
        elif felt.slags in KUN_EN:
            fundet.gentagne.append(celle)
            fundet.ukendte[plads] = celle
        else:
            fundet.dubletter[plads] = felt
        if felt and enhed.nogen:
            fundet.enheder[plads] = enhed

    def _split_headings(self, fundet: Genkendt) -> tuple[int, list[str]]:
        """The other of two rows that the headings are spread over (0: they are not), and what they say together."""
        fundne = {felt.navn for felt in fundet.felter.values()}
        raekker, nr = fundet.ark.raekker, fundet.raekke
        for anden in (nr - 1, nr + 1):
            if not 1 <= anden <= len(raekker):
                continue
            nye: dict[str, str] = {}
            for oevre, nedre in _paired(raekker[min(anden, nr) - 1], raekker[max(anden, nr) - 1]):
                for sammen in ((nedre, oevre), (oevre, nedre)) if oevre and nedre else ():
                    navn = self._opslag[fundet.tabel].get(plain("".join(sammen)))
                    if navn and navn not in fundne:
                        nye.setdefault(navn, self._skema.field(fundet.tabel, navn).overskrift)
            if nye:
                return anden, [*nye.values()]
        return 0, []


def _has_name(arknavn: str, tabel: str) -> bool:
    return plain(arknavn) in (plain(ARK[tabel]), plain(tabel))


def _paired(oevre: list[str | None], nedre: list[str | None]) -> list[tuple[str | None, str | None]]:
    """Each heading of a row with the group above it; a group reaches until the next one."""
    par, gruppe = [], None
    for plads in range(max(len(oevre), len(nedre))):
        her = oevre[plads] if plads < len(oevre) else None
        under = nedre[plads] if plads < len(nedre) else None
        gruppe = her or gruppe
        par.append((her or (gruppe if under else None), under))
    return par


def _sort_rows(fundet: Genkendt) -> None:
    """What each row under the headings is."""
    raekker, pladser = fundet.ark.raekker, [*fundet.felter]
    kraevede = {plads for plads, felt in fundet.felter.items() if felt.kraevet}
    summer = _totals(fundet)
    noter = []
    for nr, raekke in enumerate(raekker[fundet.raekke :], fundet.raekke + 1):
        foerste = next((celle for celle in raekke if celle), None)
        if foerste is None:
            continue
        if foerste.lower().startswith((FORKLARING, EKSEMPEL)):
            fundet.andre[SKABELON].append(nr)
        elif nr in summer:
            fundet.andre[SUM].append(nr)
        elif not any(plads < len(raekke) and raekke[plads] for plads in pladser):
            fundet.andre[UDENFOR].append(nr)
        elif raekke[: len(fundet.overskrifter)] == fundet.overskrifter:
            fundet.andre[GENTAGET].append(nr)
        else:
            fundet.data.append(nr)
            if is_note(raekke, min(pladser), kraevede):
                noter.append(nr)
    # among the records a text alone may be a group that the rows below belong to; under them it is a note
    while noter and fundet.data and fundet.data[-1] == noter[-1]:
        fundet.andre[NOTE].append(noter.pop())
        fundet.data.pop()
    fundet.andre[NOTE].reverse()


def _totals(fundet: Genkendt) -> set[int]:
    """The rows that say they are a total: where they name what they are about, or in the columns before it."""
    foerste = min(fundet.felter)
    numre = set()
    for plads in range(max(map(len, fundet.ark.raekker), default=0)):
        felt = fundet.felter.get(plads) or fundet.dubletter.get(plads)
        omraade = felt is not None and (felt.slags in STEDER - {"omraade"} | {"id"} or felt.navn == "sted")
        sted = felt.slags in STEDER | {"id"} or felt.navn == "sted" if felt else plads < foerste
        if not sted and (not felt or felt.navn not in BENAEVNELSER):
            continue
        kolonne = [raekke[plads] if plads < len(raekke) else None for raekke in fundet.ark.raekker[fundet.raekke :]]
        ord_ = {tekst for tekst in set(kolonne) if tekst and is_total(tekst, sted, omraade)}
        if ord_:
            numre |= {nr for nr, tekst in enumerate(kolonne, fundet.raekke + 1) if tekst in ord_}
    return numre


def is_help_sheet(ark: Ark) -> bool:
    """Is it one of the sheets our templates bring along, which hold no data?"""
    return plain(ark.navn) in EGNE_ARK
