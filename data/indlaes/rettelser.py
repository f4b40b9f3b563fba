"""What was corrected between two versions of the own data: cell by cell, each with the place that its row names.

A row that is new is no correction: what came is told by its own date. Whether a place is known, and where it stands at
a level, is not decided here but by the database (queries/rettelser_sted.sql).
"""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.build import DATA
from data.indlaes.egne_noegletal import TABEL as KATALOG
from data.indlaes.forskelle import Forskelle, differences, key_words
from data.indlaes.grundlag import base
from data.indlaes.laesning import Tabel
from data.indlaes.registre import Skema
from data.indlaes.sammenlign import tables_of
from data.registre import ARK

# A place as a register writes it: (level, name) of each area it names, a kommune by its code. None for the name when
# the row names no place at all, which is then the whole country.
Stednavne = tuple[tuple[str, str | None], ...]
UDEN_STED: Stednavne = (("land", None),)

# The kinds of area that a row names by its name; of a town or the like, its kommune or region beside it is the place.
VED_NAVN = ("land", "videreuddannelsesregion", "region", "delregion", "sundhedsraad")
# The cells of a tender that follow its newest event.
FOELGER_STATUS = ("status", "status_dato")
KOLONNER = ("hvad", "ark", "noegle", "kolonne", "slags", "foer", "efter", "sted", "sted_foer")


@dataclass(frozen=True, eq=False)
class Rettelser:
    """raekker: a row for each correction; hvad ("rettet"; "udfyldt" and "toemt": was or is empty; "status": a tender
    that went on to a new event; "udgaaet": the row is gone), ark, noegle (the row's key in words), kolonne and slags
    (heading and kind of the cell, None for a whole row), foer, efter (text, None when empty), `sted` and `sted_foer`:
    numbers in `steder`, where the row stands now and where it stood. A row that is gone stands where it stood.

    The area is part of the key of HU-forløb and indicators: with another area there it is another row, and the old one
    is gone."""

    raekker: pd.DataFrame
    steder: tuple[Stednavne, ...]


def corrections(fra: int, til: int, kilder: Path = DATA) -> Rettelser:
    """What version `til` corrects in version `fra`, in the order of the sheets. Raises IndlaesFejl, VersionFejl."""
    skema = base(kilder).skema
    gamle, nye = tables_of(fra, kilder), tables_of(til, kilder)
    forskelle = differences(skema, gamle, nye)
    foer, nu = _Steder(skema, gamle), _Steder(skema, nye)
    navne = skema.kode_navne | _own_names(gamle) | _own_names(nye)
    gaaet_videre = _new_events(forskelle, nye.get("udbud_haendelse"), skema)
    poster = []
    for en in forskelle.aendringer:
        felt = skema.field(en.tabel, en.kolonne)
        vaerdier = tuple(_in_words(skema, navne, felt.slags, vaerdi) for vaerdi in (en.foer, en.efter))
        steder = (nu.of(en.tabel, en.noegle), foer.of(en.tabel, en.noegle))
        poster.append((_kind(en, gaaet_videre), en, felt.overskrift, felt.slags, *vaerdier, *steder))
    for en in forskelle.udgaaede:
        sted = foer.of(en.tabel, en.noegle)
        poster.append(("udgaaet", en, None, None, None, None, sted, sted))
    plads = {navn: nr for nr, navn in enumerate(ARK)}
    poster.sort(key=lambda post: plads[post[1].tabel])
    numre: dict[Stednavne, int] = {}
    raekker = [
        (
            hvad,
            ARK[en.tabel],
            key_words(_named(skema, navne, en.tabel, en.noegle)),
            *celle,
            *(numre.setdefault(et, len(numre)) for et in (sted, sted_foer)),
        )
        for hvad, en, *celle, sted, sted_foer in poster
    ]
    # None stays None only among objects
    return Rettelser(pd.DataFrame(raekker, columns=KOLONNER, dtype=object), tuple(numre))


class _Steder:
    """The places that the rows of one version name."""

    def __init__(self, skema: Skema, tabeller: dict[str, Tabel]):
        self._skema, self._tabeller = skema, tabeller
        self._numre: dict[str, dict[tuple, int]] = {}

    def of(self, tabel: str, noegle: tuple) -> Stednavne:
        """The place of a row by its key; an event stands where its tender stands."""
        if tabel == "udbud_haendelse":
            tabel, noegle = "udbud", noegle[:1]
        nr = self._number(tabel, noegle)
        return UDEN_STED if nr is None else _place(self._tabeller[tabel].celler, nr)

    def _number(self, tabel: str, noegle: tuple) -> int | None:
        if tabel not in self._numre:
            celler = self._tabeller[tabel].celler if tabel in self._tabeller else {}
            kolonner = [celler.get(kolonne, ()) for kolonne in self._skema.key(tabel)]
            self._numre[tabel] = {en: nr for nr, en in enumerate(zip(*kolonner))}
        return self._numre[tabel].get(noegle)


def _place(celler: dict[str, list[str | None]], nr: int) -> Stednavne:
    """The finest place that a row names: an area by its name, kommuner, a sundhedsråd, a region; a source has none."""

    def cell(kolonne: str) -> str | None:
        return celler[kolonne][nr] if kolonne in celler else None

    if cell("omraade_type") in VED_NAVN:
        return ((cell("omraade_type"), cell("omraade")),)
    if koder := cell("kommunekoder") or cell("kommunekode"):
        return tuple(("kommune", kode) for kode in sorted(koder.split(";")))
    if cell("omraade_type") == "kommune":
        return (("kommune", cell("omraade")),)
    niveau = next((en for en in ("sundhedsraad", "region", "videreuddannelsesregion") if cell(en)), None)
    return ((niveau, cell(niveau)),) if niveau else UDEN_STED


def _new_events(forskelle: Forskelle, haendelser: Tabel | None, skema: Skema) -> set[tuple[str, str | None]]:
    """(tender, value) of the status and the date of every event that only the newer version has."""
    noegler = {en.noegle for en in forskelle.nye if en.tabel == "udbud_haendelse"}
    if not noegler:
        return set()
    celler = haendelser.celler
    nye = [nr for nr, en in enumerate(zip(*(celler[en] for en in skema.key("udbud_haendelse")))) if en in noegler]
    return {(celler["udbud_id"][nr], celler[kolonne][nr]) for nr in nye for kolonne in ("status", "dato")}


def _kind(aendring, gaaet_videre: set[tuple[str, str | None]]) -> str:
    foelger_status = aendring.tabel == "udbud" and aendring.kolonne in FOELGER_STATUS
    if foelger_status and (aendring.noegle[0], aendring.efter) in gaaet_videre:
        return "status"
    if not aendring.foer:
        return "udfyldt"
    return "rettet" if aendring.efter else "toemt"


def _own_names(tabeller: dict[str, Tabel]) -> dict[str, str]:
    """The names of the indicators that a version defines, by their ids."""
    if KATALOG not in tabeller:
        return {}
    celler = tabeller[KATALOG].celler
    return {noegletal: navn for noegletal, navn in zip(celler["noegletal"], celler["navn"]) if noegletal and navn}


def _named(skema: Skema, navne: dict[str, str], tabel: str, noegle: tuple) -> tuple:
    """A key with the name of its indicator."""
    return tuple(
        navne.get(del_, del_) if kolonne == "noegletal" else del_ for kolonne, del_ in zip(skema.key(tabel), noegle)
    )


def _in_words(skema: Skema, navne: dict[str, str], slags: str, vaerdi: str | None) -> str | None:
    """A code as people know it: the name of a kommune, a status or an indicator."""
    if not vaerdi:
        return None
    if slags in ("kommune", "kommuner"):
        return ", ".join(skema.kommunenavne.get(kode, kode) for kode in vaerdi.split(";"))
    return navne.get(vaerdi, vaerdi) if slags == "kode" else vaerdi
