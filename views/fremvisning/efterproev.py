"""Is there anything that cannot be shown? Every View, and whatever else pages show, is asked of a version of the data.

    python -m views.fremvisning.efterproev     the child process of an import: see `main`

An import is taken into use only when all of it can be shown (data/indlaes/efterproev.py). The same questions are put to
random legal imports by the tests, and the cheapest of them to a running server by its health check.
"""

import json
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import queries
from geo import niveauer
from geo.kortlag import all_layers
from queries.database import Database, Snapshot
from queries.udsnit import Raekke, Udsnit
from views.faelles import koder
from views.faelles.filtre import Filters
from views.faelles.registerniveau import fitted
from views.fremvisning import visninger
from views.hu_forloeb import registeret as hu_forloeb
from views.hu_forloeb.tal import REGISTER
from views.kilder import data_og_kilder, ordliste, overblik
from views.noegletal import hovedtal
from views.omraade import mit_omraade
from views.puljen import projekter as puljen_projekter
from views.puljen import tal as puljen_tal
from views.ydernumre import registeret as ydernumre
from views.ydernumre import udbudsforloeb

# Of the lives of lots so many are asked for: they are all made by the same few lines.
FLEST_FORLOEB = 5
# Rows are looked for behind so many Views, for so many seconds each; more rows than these together are no explanation.
FLEST_LEDT, LEDETID, FLEST_RAEKKER = 3, 20, 3
FOERSTE_RAEKKE = 2  # the headings of a CSV file are row 1

Byg = Callable[[Filters, Snapshot], Any]


def _hu_numbers(filters: Filters, data: Snapshot) -> Any:
    return hu_forloeb.headline_numbers(fitted(REGISTER, filters), data)


def _lot_list(filters: Filters, data: Snapshot) -> None:
    """The list of lots with its words, and the lives of the first ones."""
    liste = udbudsforloeb.lots(filters, data)
    udbudsforloeb.lots_view(filters, liste, liste, data)
    if len(liste):
        udbudsforloeb.lot_labels(liste)
        udbudsforloeb.longest(liste)
    for kaede_id in liste.index[:FLEST_FORLOEB]:
        visninger.build(f"{visninger.FORLOEB}{kaede_id}", filters, data)


# What pages show besides the Views, by the page; those of an area are asked with one.
SIDERNES_EGNE: dict[str, tuple[Byg, ...]] = {
    "Overblik": (overblik.questions, overblik.key_numbers, overblik.overview_map, overblik.what_is_not_known),
    "Kort": (hovedtal.headline_numbers,),
    "Ydernumre": (ydernumre.headline_numbers, ydernumre.largest_open, _lot_list),
    "Puljen": (
        puljen_tal.introduction,
        puljen_tal.headline_numbers,
        puljen_tal.more_numbers,
        puljen_tal.area_numbers,
        puljen_tal.what_is_not_known,
        puljen_projekter.project_cards,
    ),
    "HU-forløb": (_hu_numbers,),
    "Data og kilder": (
        data_og_kilder.state_view,
        data_og_kilder.quality_view,
        data_og_kilder.sources_view,
        data_og_kilder.fetches_view,
    ),
    "Ordliste": (ordliste.terms, ordliste.indicators),
}
OMRAADETS_EGNE: dict[str, tuple[Byg, ...]] = {
    "Mit område": (mit_omraade.area_numbers, mit_omraade.findings),
}


@dataclass(frozen=True)
class Spoergsmaal:
    """One thing to ask for: a View's id (or a page's name), what people call it, about which area, with which
    choices. `altid`: asked however long it takes."""

    visning: str
    navn: str
    sted: str
    filters: Filters
    byg: Byg
    altid: bool = True

    def fails(self, data: Snapshot) -> Exception | None:
        """What goes wrong when it is asked; None when it is shown."""
        try:
            self.byg(self.filters, data)
        except Exception as fejl:  # whatever a visitor would be told "Siden kunne ikke vises" for
            return fejl
        return None


@dataclass(frozen=True)
class Brist:
    """A question that fails; `fejl` is the exception in a line and `spor` where it happened, for the log."""

    spoergsmaal: Spoergsmaal
    fejl: str
    spor: str

    @property
    def visning(self) -> str:
        """The View's id."""
        return self.spoergsmaal.visning

    @property
    def navn(self) -> str:
        """What people call it."""
        return self.spoergsmaal.navn

    @property
    def sted(self) -> str:
        """The area it was asked about."""
        return self.spoergsmaal.sted


def questions(data: Snapshot, datasaet: str, i_dag: date) -> Iterator[Spoergsmaal]:
    """Everything to ask of a dataset, the most telling first: every kind about the country; every kind about one area,
    the levels in turn, so that all kinds and all levels are asked; those two always. Then every kind about one area of
    each of the other levels."""
    land = Filters(datasaet=datasaet, struktur=niveauer.structure_on(i_dag), dag=i_dag)
    yield Spoergsmaal("valg", "Valgene i menuen", niveauer.HELE_LANDET, land, _choices)
    yield from _of_pages(SIDERNES_EGNE, land, niveauer.HELE_LANDET)
    yield from (_of_view(visning, land, niveauer.HELE_LANDET) for visning in visninger.VISNINGER)
    steder = [land.on(niveau=niveau, omraade=kode, struktur=s) for niveau, kode, s in one_area_each(data, land)]
    indikatorer = [en.noegletal for en in queries.catalogue_of(datasaet, data).values() if en.paa_kort]
    for runde in range(len(steder)):
        for nr, visning in enumerate(visninger.VISNINGER):
            # kinds beside each other rest on the same rows, which are asked for once when they are about the same area
            sted = steder[(nr * len(steder) // len(visninger.VISNINGER) + runde) % len(steder)]
            # another indicator each time: all of them are asked for in the course of a few imports
            valg = sted.on(indikator=indikatorer[(nr * len(steder) + runde) % len(indikatorer)])
            yield replace(_of_view(visning, valg, sted.area_name()), altid=runde == 0)
        for nr, (side, dele) in enumerate((SIDERNES_EGNE | OMRAADETS_EGNE).items()):
            sted = steder[(nr + runde) % len(steder)]
            for en in _of_pages({side: dele}, sted, sted.area_name()):
                yield replace(en, altid=runde == 0)


def one_area_each(data: Snapshot, land: Filters) -> list[tuple[str, str, str]]:
    """(level, omraade_id, structure) of the area the data say most about, at every level, in both structures."""
    kommune = queries.most_mentioned_kommune(land.datasaet, data) or next(iter(niveauer.areas("kommune")))
    andre = [en for en in niveauer.structures() if en != land.struktur]
    steder = [(en.niveau, land.struktur) for en in niveauer.levels().values() if en.er_kortniveau]
    steder += [("region", struktur) for struktur in andre]
    return [
        (niveau, niveauer.containing("kommune", kommune, niveau, land.struktur, struktur), struktur)
        for niveau, struktur in steder
    ]


def shortcomings(
    data: Snapshot, datasaet: str, i_dag: date, frist: float | None = None, flest: int = 20
) -> Iterator[Brist]:
    """What cannot be shown of a dataset. After `frist` seconds no more is asked than what always is. At most
    `flest` are told."""
    slut = time.monotonic() + frist if frist else None
    fundet = 0
    for en in questions(data, datasaet, i_dag):
        if fundet >= flest or (slut and not en.altid and time.monotonic() > slut):
            return
        if (fejl := en.fails(data)) is not None:
            fundet += 1
            spor = "".join(traceback.format_exception(fejl))
            yield Brist(en, f"{type(fejl).__name__}: {fejl}", spor)


def _choices(filters: Filters, data: Snapshot) -> Any:
    return koder.understood(dict.fromkeys(koder.FELTER, "") | {"datasaet": filters.datasaet}, data, filters.i_dag)


def _of_view(visning: str, filters: Filters, sted: str) -> Spoergsmaal:
    def byg(filters: Filters, data: Snapshot) -> Any:
        return visninger.build(visning, filters, data)

    return Spoergsmaal(visning, visninger.name_of(visning), sted, filters, byg)


def _of_pages(sider: dict[str, tuple[Byg, ...]], filters: Filters, sted: str) -> Iterator[Spoergsmaal]:
    for side, dele in sider.items():
        for byg in dele:
            yield Spoergsmaal(f"side:{side}:{byg.__name__}", f"siden {side}", sted, filters, byg)


def culprits(en: Spoergsmaal, data: Snapshot, tabeller: Sequence[str]) -> tuple[Raekke, ...]:
    """The rows of these tables that make a question fail: with them alone it still does. Found by halving; () when it
    fails without any of them, or when no few rows do. `data` is used up."""
    udsnit = Udsnit(data.forbindelse)
    slut = time.monotonic() + LEDETID

    def fails(raekker: Sequence[Raekke]) -> bool:
        udsnit.keep(raekker, tabeller)
        return en.fails(Snapshot(data.version, data.forbindelse)) is not None

    fundne: list[Raekke] = []
    mulige = udsnit.rows(tabeller)
    while not fails(fundne):
        if len(fundne) == FLEST_RAEKKER or time.monotonic() > slut:
            return ()
        # the shortest beginning that fails ends with a row it cannot do without
        lav, hoej = 0, len(mulige)
        while lav < hoej:
            midt = (lav + hoej) // 2
            lav, hoej = (lav, midt) if fails([*fundne, *mulige[:midt]]) else (midt + 1, hoej)
        if lav == 0 or lav > len(mulige):
            return ()
        fundne.append(mulige[lav - 1])
        mulige = mulige[: lav - 1]
    return tuple(fundne)


def answer(fil: Path, tabeller: Sequence[str], i_dag: date, frist: float | None) -> list[dict]:
    """What cannot be shown of the own data in a database, as dicts of `Brist`, each with its `raekker`: (table, row
    from 0) of those that cause it."""
    fundne = list(shortcomings(Database(fil).snapshot(), "egne", i_dag, frist))
    svar = []
    for en in {brist.visning: brist for brist in reversed(fundne)}.values():
        raekker = ()
        if len(svar) < FLEST_LEDT:
            raekker = culprits(en.spoergsmaal, Database(fil).snapshot(), tabeller)
        brist = {felt: getattr(en, felt) for felt in ("visning", "navn", "sted", "fejl", "spor")}
        svar.append(brist | {"raekker": [(tabel, nr - FOERSTE_RAEKKE) for tabel, nr in raekker]})
    return svar


def main() -> int:
    """Get ready, then read a line of JSON, the arguments of `answer`, and write its answer as a line of JSON."""
    all_layers()
    linje = sys.stdin.readline()
    if linje.strip():
        valg = json.loads(linje)
        i_dag = date.fromisoformat(valg["i_dag"])
        print(json.dumps(answer(Path(valg["fil"]), valg["tabeller"], i_dag, valg["frist"])), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
