"""The long form of statistics: a row for each figure, with columns for area, period, measure and value; or a row for
each area and period, with a column for each indicator."""

from collections.abc import Callable

from data.indlaes.enheder import Enhed, heading_unit
from data.indlaes.genkend import EKSEMPEL, FORKLARING
from data.indlaes.krydstabel import NIVEAUORD
from data.indlaes.maalinger import Maaling, Taltabel, cut, read_around, some, written_unit
from data.indlaes.navne import plain
from data.indlaes.omraadenavne import Etiket, Omraadenavne
from data.indlaes.perioder import Periode, period
from data.indlaes.vaerdier import Ulaeselig
from data.regneark.ark import Ark

RAEKKER_MED_OVERSKRIFT = 40
OVERSKRIFTER = {
    "omraade": ("område", "omraade", "områdenavn", "kommune", "kommunenavn", "bopælskommune", "kommune/region", "sted")
    + ("region", "regionsnavn", "sundhedsråd", "geografi", "komgrp", "kommunedk", "landsdel/kommune"),
    "kode": ("kommunekode", "kommunenr", "kommunenummer", "områdekode", "regionskode", "kode"),
    "periode": (
        "periode",
        "tid",
        "tidspunkt",
        "dato",
        "opgjort",
        "opgørelsesdato",
        "opgørelsestidspunkt",
        "årstal",
        "år",
    ),
    "del": ("kvartal", "halvår", "måned"),
    "opgoerelse": (
        "opgørelse",
        "opgørelser",
        "nøgletal",
        "indikator",
        "mål",
        "måltal",
        "variabel",
        "opgørelsestype",
        "emne",
    ),
    "vaerdi": ("værdi", "indhold", "antal", "tal", "resultat", "value"),
    "kilde": ("kilde",),
    "enhed": ("enhed", "måleenhed"),
}
OPSLAG = {plain(navn): hvad for hvad, navne in OVERSKRIFTER.items() for navn in navne}


def is_common(overskrift: str | None) -> bool:
    """Is it a heading that any statistic may have, such as a place, a time or a number?"""
    return plain(overskrift or "") in OPSLAG


def long_form(ark: Ark, navne: Omraadenavne, is_indicator: Callable[[str], bool]) -> Taltabel | None:
    """The sheet as rows of area, period and value, or of area, period and indicators; None when its headings do not say
    so."""
    for hoved, raekke in enumerate(ark.raekker[:RAEKKER_MED_OVERSKRIFT]):
        pladser: dict[str, list[int]] = {}
        for nr, celle in enumerate(raekke):
            if celle and (hvad := OPSLAG.get(plain(celle))):
                pladser.setdefault(hvad, []).append(nr)
        har_tid = "periode" in pladser or "del" in pladser
        if not har_tid or not {"omraade", "kode"} & {*pladser}:
            continue
        if len(pladser.get("vaerdi", ())) == 1:
            return _read(ark, hoved, pladser, {}, navne)
        andre = {nr: celle for nr, celle in enumerate(raekke) if celle and plain(celle) not in OPSLAG}
        if maalte := {nr: en for nr, celle in andre.items() if is_indicator((en := _measure_of(celle))[0])}:
            return _read(ark, hoved, pladser | {"vaerdi": [*maalte]}, maalte, navne)
    return None


def _measure_of(overskrift: str) -> tuple[str, Enhed]:
    """What the heading of a column of figures measures, and the unit behind it."""
    return heading_unit(overskrift) or (overskrift, Enhed())


def _read(
    ark: Ark, hoved: int, pladser: dict[str, list[int]], maalte: dict[int, tuple[str, Enhed]], navne: Omraadenavne
) -> Taltabel:
    """maalte: what each column of figures measures, where they say it themselves; {} where a row does."""
    tabel = Taltabel(ark, "bred" if maalte else "lang", "", [])
    overskrifter = ark.raekker[hoved]
    steder = pladser.get("omraade") or pladser["kode"]
    tabel.vink = _hint([overskrifter[nr] for nr in steder])
    linjer = list(enumerate(ark.raekker[:hoved], 1))
    perioder: dict[str, Periode | str] = {}
    for raekke_nr, raekke in enumerate(ark.raekker[hoved + 1 :], hoved + 2):
        felter = {hvad: [_cell(raekke, nr) for nr in numre] for hvad, numre in pladser.items()}
        vaerdi, sted = any(felter["vaerdi"]), _place(felter, bool(pladser.get("omraade")), navne)
        tid = " ".join(filter(None, felter.get("del", []) + felter.get("periode", [])))
        foerste = next(filter(None, raekke), None)
        if not foerste:
            continue
        if maalte and foerste.lower().startswith((FORKLARING, EKSEMPEL)):
            tabel.omkring |= {(raekke_nr, nr) for nr, celle in enumerate(raekke, 1) if celle}
            continue
        if not vaerdi and not (sted and tid) or not tid and not sted:
            linjer.append((raekke_nr, raekke))
            continue
        if not sted or not tid:
            mangler = "periode" if sted else "område"
            tabel.fejl.append((raekke_nr, f"Rækken har en værdi, men intet i kolonnen for {mangler}. Udfyld cellen."))
            continue
        if tid not in perioder:
            perioder[tid] = _period(tid)
        periode = perioder[tid]
        if isinstance(periode, str):
            tabel.fejl.append((raekke_nr, f"Perioden »{cut(tid)}« {periode}"))
            continue
        opgoerelse = next(filter(None, felter.get("opgoerelse", ())), "")
        etiket = _understood(sted, felter, navne)
        raekkens = opgoerelse, written_unit(next(filter(None, felter.get("enhed", ())), ""))
        tabel.maalinger += [
            Maaling(sted, etiket, periode, celle, raekke_nr, nr + 1, *maalte.get(nr, raekkens))
            for nr, celle in zip(pladser["vaerdi"], felter["vaerdi"])
        ]
        tabel.kilde = tabel.kilde or next(filter(None, felter.get("kilde", ())), "")
    raekker = {hoved + 1, *(en.raekke for en in tabel.maalinger)}
    tabel.brugte = {(raekke, nr + 1) for raekke in raekker for numre in pladser.values() for nr in numre}
    _tell_dimensions(tabel, ark, hoved, pladser)
    read_around(tabel, linjer)
    if maalte and not tabel.maalinger:
        tabel.fejl.append((hoved + 1, "Arket har overskrifter, men ingen rækker. Skriv rækkerne under dem."))
    omraader = len({en.etiket for en in tabel.maalinger})
    tabel.ligner = f"ligner den lange form: {len({en.raekke for en in tabel.maalinger})} rækker, {omraader} områder"
    return tabel


def _cell(raekke: list[str | None], nr: int) -> str | None:
    return raekke[nr] if nr < len(raekke) else None


def _place(felter: dict[str, list[str | None]], har_navne: bool, navne: Omraadenavne) -> str | None:
    """The finest area of the row: "Kommune" beside "Region" is the kommune."""
    fyldte = [en for en in felter.get("omraade", []) if en] if har_navne else []
    fyldte = fyldte or [en for en in felter.get("kode", []) if en]
    return next((en for en in fyldte if navne.understand(en).at("kommune")), fyldte[-1] if fyldte else None)


def _understood(sted: str, felter: dict[str, list[str | None]], navne: Omraadenavne) -> Etiket:
    etiket = navne.understand(sted)
    if etiket.slags != "total":
        return etiket
    andre = (navne.understand(en).at("region") for en in felter.get("omraade", ()) if en and en != sted)
    region = next(filter(None, andre), None)
    return Etiket("total", (("region", region),) if region else (("land", "Danmark"),))


def _hint(overskrifter: list[str | None]) -> str:
    ord_ = " ".join(filter(None, overskrifter)).lower()
    return next((niveau for begyndelse, niveau in NIVEAUORD.items() if begyndelse in ord_), "")


def _period(tid: str) -> Periode | str:
    try:
        return period(tid)
    except Ulaeselig as fejl:
        return str(fejl)


def _tell_dimensions(tabel: Taltabel, ark: Ark, hoved: int, pladser: dict[str, list[int]]) -> None:
    """A column besides these is a dimension. With one value it is about the whole table; with several, a figure would
    have several values, and which is meant is not for us to say."""
    brugte = {nr for numre in pladser.values() for nr in numre}
    raekker = [ark.raekker[maaling.raekke - 1] for maaling in tabel.maalinger]
    for nr, overskrift in enumerate(ark.raekker[hoved]):
        if nr in brugte:
            continue
        vaerdier = list(dict.fromkeys(celle for raekke in raekker if (celle := _cell(raekke, nr))))
        if not vaerdier:
            continue
        navn = f"Kolonnen »{cut(overskrift)}«" if overskrift else f"Kolonne {nr + 1} uden overskrift"
        hvad = some([f"»{cut(en)}«" for en in vaerdier])
        tabel.uden.append(f"{navn} er ikke læst ({hvad}).")
        if len(vaerdier) > 1:
            tabel.dobbelt = f"{navn} har flere værdier ({hvad}). Lad kun rækkerne med én af dem stå."
