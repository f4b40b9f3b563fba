"""Which table a sheet holds, and which column stands where: by the headings, wherever the heading row is."""

from dataclasses import dataclass, field

from data.indlaes.navne import index, listed, nearest, plain
from data.indlaes.registre import ARK, REGISTRE, Felt, Skema, register_of
from data.regneark.ark import Ark

RAEKKER_MED_OVERSKRIFT = 20
FAERREST = 2
# Rows of the template that are no data; their first filled cell says so.
FORKLARING, EKSEMPEL = "forklaring:", "eksempel:"
# What our own files add beside the data.
EGNE_OVERSKRIFTER = {"fejl", "advarsler"}
EGNE_ARK = {"gyldigevaerdier", "vejledning", "fejl"}


@dataclass
class Genkendt:
    """A sheet that was recognised. `raekke`: the heading row, counted from 1. `felter`: the column of each place (from
    0). `data`: the row numbers of its data rows."""

    ark: Ark
    tabel: str
    raekke: int
    felter: dict[int, Felt]
    data: list[int]
    ukendte: list[str] = field(default_factory=list)
    gentagne: list[str] = field(default_factory=list)
    mangler: list[Felt] = field(default_factory=list)
    eksempler: int = 0

    def cells(self, plads: int) -> list[str | None]:
        """The cells of a column, in the order of `data`."""
        raekker = self.ark.raekker
        return [raekker[nr - 1][plads] if plads < len(raekker[nr - 1]) else None for nr in self.data]


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

    def recognise(self, ark: Ark, register: str | None = None) -> Genkendt | str:
        """The sheet as a table, or why not, in words. `register` limits the search."""
        if not any(celle for raekke in ark.raekker for celle in raekke):
            return "er tomt"
        tabeller = REGISTRE[register].tabeller if register else tuple(ARK)
        bud = [
            (self._score(ark, nr, tabel), -nr, tabel)
            for nr in range(min(RAEKKER_MED_OVERSKRIFT, len(ark.raekker)))
            for tabel in tabeller
        ]
        point, minus_nr, tabel = max(bud)
        if point <= 0:
            return "er ikke genkendt: overskrifterne passer ikke med nogen af skabelonerne"
        lige = {en[2] for en in bud if en[0] == point and en[1] == minus_nr} - {tabel}
        if lige:
            navne = listed(sorted(register_of(en).titel for en in (tabel, *lige)))
            return f"kan være {navne}; vælg registeret"
        return self._table(ark, tabel, -minus_nr)

    def _score(self, ark: Ark, nr: int, tabel: str) -> float:
        """How well the headings in a row fit a table: found columns count, missing required ones count against it."""
        opslag = self._opslag[tabel]
        fundne = {opslag[form] for celle in ark.raekker[nr] if celle and (form := plain(celle)) in opslag}
        if len(fundne) < FAERREST:
            return 0
        kraevede = {felt.navn for felt in self._skema.felter[tabel] if felt.kraevet and not felt.udledes}
        navnet_passer = plain(ark.navn) in (plain(ARK[tabel]), plain(tabel))
        celler = sum(celle is not None for celle in ark.raekker[nr])
        # Missing columns cost less than half, so that a sheet with one of them forgotten is still recognised.
        return len(fundne) - 0.6 * len(kraevede - fundne) - 0.4 * (celler - len(fundne)) + 1.5 * navnet_passer

    def _table(self, ark: Ark, tabel: str, nr: int) -> Genkendt:
        opslag = self._opslag[tabel]
        fundet = Genkendt(ark, tabel, nr + 1, {}, [])
        for plads, celle in enumerate(ark.raekker[nr]):
            navn = opslag.get(plain(celle)) if celle else None
            if navn and any(felt.navn == navn for felt in fundet.felter.values()):
                fundet.gentagne.append(celle)
            elif navn:
                fundet.felter[plads] = self._skema.field(tabel, navn)
            elif celle and plain(celle) not in EGNE_OVERSKRIFTER:
                fundet.ukendte.append(celle)
        fundne = {felt.navn for felt in fundet.felter.values()}
        fundet.mangler = [
            en for en in self._skema.felter[tabel] if en.kraevet and not en.udledes and en.navn not in fundne
        ]
        for raekke_nr, raekke in enumerate(ark.raekker[nr + 1 :], nr + 2):
            foerste = next((celle for celle in raekke if celle), None)
            if foerste and foerste.lower().startswith((FORKLARING, EKSEMPEL)):
                fundet.eksempler += 1
            elif any(plads < len(raekke) and raekke[plads] for plads in fundet.felter):
                fundet.data.append(raekke_nr)
        return fundet

    def suggestion(self, tabel: str, ukendt: str) -> str:
        """The heading an unknown one may have been meant as, "" without any."""
        naermeste = nearest(ukendt, self._opslag[tabel])
        return self._skema.field(tabel, naermeste[0]).overskrift if naermeste else ""


def is_help_sheet(ark: Ark) -> bool:
    """Is it one of the sheets our templates bring along, which hold no data?"""
    return plain(ark.navn) in EGNE_ARK
