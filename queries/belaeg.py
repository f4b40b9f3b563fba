"""What the figures by area rest on: the sources of the very records that each figure was made of, and their dates.

A figure and its sources are chosen by the same rules: area, unit, period, preferred rows, forecasts or not. A record
has one date, the newest that it is known as of: the last status of a tender, the end (else the start) of a clinic, the
year of training posts, the day of a measurement. What has no such date, as a pool project never does, has its source's.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pandas as pd

from queries.database import Snapshot
from queries.omraadetal import AENDRINGER, EFTER_AARSTAL, figures
from queries.periode import days, span, years
from queries.placering import FLERE_OMRAADER, IKKE_STEDFAESTET, LAND, placed

# Every record stands in an area of the level or in a rest, and all of them are the country's.
HAENDELSER = ("udbud", "klinik", "pulje")
PR_INDBYGGER = ("ydernumre_pr_100000", "kapaciteter_pr_100000", "kr_pr_indbygger", "ubesat_pr_100000")
HU_FORHOLD = {
    "besat_af_opslaaet_pct": ("besat", "opslaaet"),
    "besat_af_dimensioneret_pct": ("besat", "dimensioneret"),
    "ubesat_pr_100000": ("ubesat",),
}
DELE = ("kilde_id", "poster", "foerste", "sidste", "periode")


class Post(NamedTuple):
    """What one source tells of a figure: the number of records, and the first and the last date of them (text as
    precise as it is; None when no record has one, and for what a rate is divided by). periode: the number of the period
    that the figure is of."""

    kilde_id: str
    poster: int
    foerste: str | None
    sidste: str | None
    periode: int = 0


def behind(
    register: str,
    kolonne: str,
    niveau: str,
    struktur: str | int,
    datasaet: str,
    perioder: tuple,
    data: Snapshot,
    *,
    pulje: str | None = None,
    dag: date | None = None,
) -> dict[str, tuple[Post, ...]]:
    """What the figures of one indicator rest on, by omraade_id: the areas of the level, its rests, and the country.

    `kolonne`: a column of the register's figures, or a `noegletal`; `perioder`: tuples (fra, til), of which the figures
    are made one by one; `pulje` matters for "pulje", `dag` (the day of the question) for "klinik". Nothing stands for
    an area without records. HU-forløb are without forecasts. Never change it.
    """
    valg = {
        "pulje": (("pulje", pulje),),
        "klinik": (("dag", dag), ("kolonne", kolonne)),
        "udbud": (("kolonne", kolonne),),
    }
    sted = (niveau, str(struktur), datasaet)
    return data.once(_behind, register, kolonne, *sted, perioder, valg.get(register, ()))


def _behind(
    register: str, kolonne: str, niveau: str, struktur: str, datasaet: str, perioder: tuple, valg: tuple, data: Snapshot
) -> dict[str, tuple[Post, ...]]:
    sted = (niveau, struktur, datasaet, perioder)
    if register in HAENDELSER:
        poster = _of_events(register, dict(valg), *sted, data)
    else:
        poster = _of_measures(register, kolonne, *sted, data)
    ud: defaultdict[str, list[Post]] = defaultdict(list)
    for omraade, post in poster:
        ud[omraade].append(post)
    if kolonne in PR_INDBYGGER:
        divided_by = sorted(_inhabitants(register, dict(valg), niveau, struktur, datasaet, perioder, data))
        for egne in ud.values():
            perioden = {en.periode for en in egne}
            egne += [Post(kilde, 0, None, None, nr) for nr, kilde in divided_by if nr in perioden]
    return {omraade: tuple(egne) for omraade, egne in ud.items()}


def _inhabitants(
    register: str, valg: dict, niveau: str, struktur: str, datasaet: str, perioder: tuple, data: Snapshot
) -> set[tuple[int, str]]:
    """Period and source of the counts that a register's rates are divided by: the figures tell which they are of."""
    valg = {"hu_forloeb": {"prognoser": False}, "pulje": {"pulje": valg.get("pulje")}}.get(register, {})
    ramme = figures(register, niveau, struktur, datasaet, perioder, data, **valg)
    svar = data.frame("belaeg_befolkning", {"niveau": niveau, "kolonne": "indbyggere"})
    kilder: defaultdict[str, set[str]] = defaultdict(set)
    for dato, kilde in _rows(svar, "dato", "kilde_id"):
        kilder[dato].add(kilde)
    datoer = ramme["folketal_dato"].dt.strftime("%Y-%m-%d")
    return {(nr, en) for nr, dato in zip(ramme["periode"], datoer, strict=True) for en in kilder.get(dato, ())}


def dates(bag: dict[str, tuple[Post, ...]]) -> dict[str, str | None]:
    """The date, or the span of dates (ISO, "2017/2020-05"), of each area's records; None when none has a date."""
    return {omraade: span(dato for post in poster for dato in post[2:4]) for omraade, poster in bag.items()}


def _of_events(
    register: str, valg: dict, niveau: str, struktur: str, datasaet: str, perioder: tuple, data: Snapshot
) -> Iterator[tuple[str, Post]]:
    """Every record stands in an area or in a rest, and all of them are the country's."""
    tid = years(perioder) if register in EFTER_AARSTAL else days(perioder)
    ramme = data.frame(f"belaeg_{register}", {"datasaet": datasaet} | valg | tid)
    placering = placed(niveau, struktur, data)
    for kendt_niveau, kendt_id, kommuner, *dele in _rows(ramme, "kendt_niveau", "kendt_id", "kommunekoder", *DELE):
        if kommuner:
            steder = {placering.get(("kommune", en)) for en in kommuner.split(";")}
            omraade = FLERE_OMRAADER if len(steder) > 1 else steder.pop()
        else:
            omraade = placering.get((kendt_niveau, kendt_id))
        post = _post(*dele)
        yield omraade or IKKE_STEDFAESTET, post
        if niveau != LAND:
            yield LAND, post


def _of_measures(
    register: str, kolonne: str, niveau: str, struktur: str, datasaet: str, perioder: tuple, data: Snapshot
) -> Iterator[tuple[str, Post]]:
    """A measurement is its area's own; the country has its own."""
    match register:
        case "hu_forloeb":
            yield from _of_training_posts(kolonne, niveau, struktur, datasaet, perioder, data)
        case "befolkning":
            for paa in dict.fromkeys((niveau, LAND)):
                yield from _counted(kolonne, paa, struktur, perioder, data)
        case "fremskrivning":
            for paa in dict.fromkeys((niveau, LAND)):
                yield from _projected(paa, len(perioder), data)
        case "laegekontakt":
            for paa in dict.fromkeys((niveau, LAND)):
                yield from _in_contact(paa, struktur, perioder, data)
        case _:
            for paa in dict.fromkeys((niveau, LAND)):
                yield from _measured(kolonne, paa, struktur, datasaet, perioder, data)


def _of_training_posts(
    kolonne: str, niveau: str, struktur: str, datasaet: str, perioder: tuple, data: Snapshot
) -> Iterator[tuple[str, Post]]:
    """Year by year; a rate rests on both of its parts, and stands for the years in which both are known."""
    dele = [_best_known(maal, niveau, struktur, datasaet, data) for maal in HU_FORHOLD.get(kolonne, (kolonne,))]
    i_aaret = {en: set().union(*(del_[en][-1] for del_ in dele)) for en in set.intersection(*map(set, dele))}
    graenser = years(perioder)
    for nr, (fra, til) in enumerate(zip(graenser["fra_aar"], graenser["til_aar"], strict=True)):
        aarene: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for (omraade, aar), kilder in i_aaret.items():
            if (fra is None or aar >= fra) and (til is None or aar <= til):
                for kilde in kilder:
                    aarene[omraade, kilde].append(aar)
        for (omraade, kilde), aar in aarene.items():
            yield omraade, Post(kilde, len(aar), str(min(aar)), str(max(aar)), nr)


def _best_known(maal: str, niveau: str, struktur: str, datasaet: str, data: Snapshot) -> dict[tuple[str, int], tuple]:
    """(area, year) -> posts, is it the area's own row, the kind of area, and sources: of its own row or of the finer
    rows of one kind within it, whichever knows most. What the areas lack of the country is not placed."""
    ramme = data.frame("belaeg_hu_forloeb", {"datasaet": datasaet, "prognoser": False})
    placering = {paa: placed(paa, struktur, data) for paa in (niveau, LAND)}
    efter_art: dict[tuple[str, int, str], tuple[int, set[str]]] = {}
    kolonner = ("kendt_niveau", "kendt_id", "aar", "maal", "antal", "kilder")
    for art, kendt_id, aar, et_maal, antal, kilder in _rows(ramme, *kolonner):
        for omraade in {paa.get((art, kendt_id)) for paa in placering.values()} - {None} if et_maal == maal else ():
            i_alt, fra = efter_art.get((omraade, aar, art), (0, set()))
            efter_art[omraade, aar, art] = (i_alt + antal, fra | {*kilder.split(";")})
    ud: dict[tuple[str, int], tuple] = {}
    placeret: defaultdict[int, int] = defaultdict(int)
    for (omraade, aar, art), (antal, kilder) in efter_art.items():
        egen = art == (LAND if omraade == LAND else niveau)
        ud[omraade, aar] = max(ud.get((omraade, aar), ()), (antal, egen, art, kilder), key=lambda en: en[:3])
    for (omraade, aar), (antal, *_) in ud.items():
        placeret[aar] += antal if omraade != LAND else 0
    rest = {
        aar: en for (omraade, aar), en in ud.items() if omraade == LAND and niveau != LAND and en[0] != placeret[aar]
    }
    return ud | {(IKKE_STEDFAESTET, aar): en for aar, en in rest.items()}


def _measured(
    noegletal: str, niveau: str, struktur: str, datasaet: str, perioder: tuple, data: Snapshot
) -> Iterator[tuple[str, Post]]:
    """A measurement says itself when it was made, and by whom."""
    ramme = figures("noegletal", niveau, struktur, datasaet, perioder, data, noegletal=noegletal)
    for omraade, periode, dato, kilder in _rows(ramme, "omraade_id", "periode", "dato", "kilder"):
        if dato:
            yield from ((omraade, Post(kilde, 1, dato, dato, periode)) for kilde in dict.fromkeys(kilder.split(";")))


def _counted(kolonne: str, niveau: str, struktur: str, perioder: tuple, data: Snapshot) -> Iterator[tuple[str, Post]]:
    """The figures tell which counts they are of: a change is of two. The sources stand with the count."""
    ramme = figures("befolkning", niveau, struktur, "", perioder, data)
    svar = data.frame("belaeg_befolkning", {"niveau": niveau, "kolonne": kolonne})
    kilder = _by_area_and_date(svar)
    dage = {en: ramme[en].dt.strftime("%Y-%m-%d").tolist() for en in ("dato", "dato_foer")}
    kendt = ramme[kolonne].notna()
    for omraade, periode, vises, dato, foer in zip(
        ramme["omraade_id"], ramme["periode"], kendt, *dage.values(), strict=True
    ):
        for talt in (foer, dato) if kolonne in AENDRINGER else (dato,):
            poster = kilder.get((omraade, talt), ()) if vises else ()
            yield from ((omraade, Post(en, antal, talt, talt, periode)) for en, antal in poster)


def _projected(niveau: str, perioder: int, data: Snapshot) -> Iterator[tuple[str, Post]]:
    """A projection is known as of the day it was published, and is the same in every period."""
    svar = data.frame("belaeg_fremskrivning", {"niveau": niveau})
    for omraade, dato, kilde, antal in _rows(svar, "omraade_id", "dato", "kilde_id", "poster"):
        yield from ((omraade, _post(kilde, antal, dato, dato, nr)) for nr in range(perioder))


def _in_contact(niveau: str, struktur: str, perioder: tuple, data: Snapshot) -> Iterator[tuple[str, Post]]:
    ramme = figures("laegekontakt", niveau, struktur, "", perioder, data)
    kilder = _by_area_and_date(data.frame("belaeg_laegekontakt", {"niveau": niveau}))
    for omraade, periode, dato in _rows(ramme, "omraade_id", "periode", "dato"):
        yield from ((omraade, _post(en, antal, dato, dato, periode)) for en, antal in kilder.get((omraade, dato), ()))


def _by_area_and_date(svar: pd.DataFrame) -> dict[tuple[str, str], list[tuple[str, int]]]:
    kilder: defaultdict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for omraade, dato, kilde, poster in _rows(svar, "omraade_id", "dato", "kilde_id", "poster"):
        kilder[omraade, dato].append((kilde, poster))
    return kilder


def _rows(ramme: pd.DataFrame, *kolonner: str) -> Iterator[tuple]:
    """Rows as plain values, None for a text that is missing (no number is): a frame is slow to walk."""
    return zip(*([None if v != v else v for v in ramme[en].tolist()] for en in kolonner), strict=True)


def _post(kilde_id: str, poster: int, foerste: str | None, sidste: str | None, periode: int) -> Post:
    return Post(kilde_id, int(poster), foerste, sidste, int(periode))
