"""An imitation of the StatBank's API in its documented shape: tables, tableinfo and data, with a few small tables.

Written by hand: the codes and names of variables are the service's, the figures are made of the codes.
"""

import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass, field

from data.build import DATA
from data.hent.omraader import kommuner
from tests.data.hent.tjeneste import Svar

KOMMUNER = kommuner(DATA)
AREAS = {"000": "Hele landet", "084": "Region Hovedstaden"} | KOMMUNER | {"411": "Christiansø"}
UNDER_65, AELDRE = [str(alder) for alder in range(65)], [str(alder) for alder in range(65, 100)]
AGES = {"IALT": "Alder i alt"} | {alder: f"{alder} år" for alder in [*UNDER_65, *AELDRE]}


def people(kode: str, alder: str) -> int:
    """Inhabitants of an age: a few, different in every kommune."""
    if kode == "000":
        return sum(people(en, alder) for en in [*KOMMUNER, "411"])
    if alder in ("IALT", "TOT"):
        return 100 * int(kode) + sum(people(kode, en) for en in AELDRE)
    return 1 + (int(kode) + int(alder.rstrip("-"))) % 7


@dataclass
class Tabel:
    """variables: (id, text, codes and texts, time); `tal` gives the figure of a choice of codes by variable."""

    tekst: str
    variable: list[tuple[str, str, dict[str, str], bool]]
    tal: Callable[[dict[str, str]], object]
    aktiv: bool = True
    opdateret: str = "2026-08-10T08:00:00"

    def info(self, navn: str) -> dict:
        return {
            "id": navn,
            "text": self.tekst,
            "unit": "Antal",
            "suppressedDataValue": "0",
            "updated": self.opdateret,
            "active": self.aktiv,
            "variables": [
                {
                    "id": id_,
                    "text": tekst,
                    "elimination": not tid,
                    "time": tid,
                    "values": [{"id": kode, "text": navn} for kode, navn in vaerdier.items()],
                }
                for id_, tekst, vaerdier, tid in self.variable
            ],
        }

    def values(self, id_: str) -> dict[str, str]:
        return next(en[2] for en in self.variable if en[0] == id_)


def same(*koder: str) -> dict[str, str]:
    return {kode: kode for kode in koder}


def the_tables() -> dict[str, Tabel]:
    koen, mand_kvinde = {"TOT": "I alt", "1": "Mænd", "2": "Kvinder"}, {"M": "Mænd", "K": "Kvinder"}
    aldre_frem = {"TOT": "I alt"} | {en: f"{en} år" for en in [*UNDER_65, *AELDRE]} | {"100-": "100 år og derover"}
    ydelser = {"120": "LÆGER I ALT", "130": "ALMEN LÆGE I ALT"}
    syge = [
        ("OMRÅDE", "område", AREAS, False),
        ("YDELSESART", "ydelsens art", ydelser, False),
        ("ALERAMS", "alder", {"IALT": "I alt", "0-14": "0-14 år"}, False),
        ("KØN", "køn", koen, False),
        ("Tid", "tid", same("2024", "2025"), True),
    ]
    folk = [
        ("OMRÅDE", "område", AREAS, False),
        ("KØN", "køn", koen, False),
        ("ALDER", "alder", AGES, False),
        ("CIVILSTAND", "civilstand", {"TOT": "I alt", "U": "Ugift"}, False),
        ("Tid", "tid", same("2007K4", "2024K1", "2025K1", "2025K3", "2026K1"), True),
    ]
    frem = [
        ("KOMMUNEDK", "kommune", {k: v for k, v in AREAS.items() if k not in ("000", "084")}, False),
        ("ALDER", "alder", aldre_frem, False),
        ("KØN", "køn", mand_kvinde, False),
        ("Tid", "tid", same(*(str(aar) for aar in range(2026, 2051))), True),
    ]
    landet = [
        ("HERKOMST", "herkomst", {"5": "Dansk", "4": "Indvandrere"}, False),
        ("ALDER", "alder", aldre_frem, False),
        ("Tid", "tid", same(*(str(aar) for aar in range(2026, 2071))), True),
    ]
    alle = [*KOMMUNER, "411"]
    return {
        "FOLK1A": Tabel("Folketal", folk, lambda v: people(v["OMRÅDE"], v["ALDER"])),
        "FRKM125": Tabel("Fremskrivning 2025", frem, lambda v: 1, aktiv=False),
        "FRKM126": Tabel("Fremskrivning 2026", frem, lambda v: people(v["KOMMUNEDK"], v["ALDER"])),
        "FRDK126": Tabel(
            "Fremskrivning 2026 for hele landet",
            landet,
            # a dozen more than the kommuner of both sexes make: each cell is rounded by itself
            lambda v: 2 * sum(people(en, v["ALDER"]) for en in alle) + 12 if v["HERKOMST"] == "5" else 0,
        ),
        "LABY27": Tabel(
            "Borgere pr. lægekapacitet",
            [
                ("KOMGRP", "kommunegruppe", {"1": "Hovedstadskommuner", "2": "Landkommuner"} | KOMMUNER, False),
                ("Tid", "tid", same("2015", "2024", "2025"), True),
            ],
            lambda v: f"{1500 + int(v['KOMGRP'])},5",
            opdateret="2026-01-02T08:00:00",
        ),
        "SYGP1": Tabel("Personer", syge, lambda v: _seen(v["OMRÅDE"])),
        "SYGK1": Tabel("Kontakter", syge, lambda v: 7 * _seen(v["OMRÅDE"])),
    }


def _seen(kode: str) -> int:
    return sum(_seen(en) for en in [*KOMMUNER, "411"]) if kode == "000" else int(80 * int(kode))


@dataclass
class Bank:
    """`foerst` may answer instead, `krop` may spoil the bytes of an answer, `raekke` each row (None leaves it out)."""

    tabeller: dict[str, Tabel] = field(default_factory=the_tables)
    foerst: Callable[[str, str], Svar | None] = lambda _sti, _tabel: None
    krop: Callable[[bytes, str], bytes] = lambda krop, _tabel: krop
    raekke: Callable[[str, dict[str, str], str], str | None] = lambda _tabel, _koder, tal: tal
    tekster: bool = False  # labels instead of codes
    spurgt: list[dict] = field(default_factory=list)

    def svar(self, metode: str, sti: str, krop: bytes) -> Svar:
        hvad, _, resten = sti.strip("/").partition("?")
        if hvad == "tables":
            liste = [{"id": id_, "active": en.aktiv, "text": en.tekst} for id_, en in self.tabeller.items()]
            return self.foerst("tables", "") or self._json(liste)
        if hvad == "tableinfo":
            navn = dict(par.split("=") for par in resten.split("&"))["id"]
            return self.foerst(hvad, navn) or self._info(navn)
        spurgt = json.loads(krop)
        self.spurgt.append(spurgt)
        return self.foerst("data", spurgt["table"]) or self._data(spurgt)

    def _info(self, navn: str) -> Svar:
        if navn not in self.tabeller:
            besked = {"errorTypeCode": "EXTRACT-NOTFOUND", "message": f"Tabel findes ikke: {navn}"}
            return Svar(json.dumps(besked).encode(), 400, type="application/json")
        return self._json(self.tabeller[navn].info(navn))

    def _data(self, spurgt: dict) -> Svar:
        navn = spurgt["table"]
        tabel = self.tabeller[navn]
        valgt = {en["code"]: en["values"] for en in spurgt["variables"]}
        assert set(valgt) == {en[0] for en in tabel.variable}, "every variable is named"
        assert spurgt["lang"] == "da" and spurgt["valuePresentation"] == "Code"
        navne = [en[1] if self.tekster else en[0].upper() for en in tabel.variable]
        linjer = [";".join([*navne, "INDHOLD"])]
        for koder in itertools.product(*(valgt[en[0]] for en in tabel.variable)):
            valg = {en[0]: kode for en, kode in zip(tabel.variable, koder, strict=True)}
            tal = self.raekke(navn, valg, str(tabel.tal(valg)))
            if tal is not None:
                vist = [tabel.values(id_)[kode] if self.tekster else kode for id_, kode in valg.items()]
                linjer.append(";".join([*vist, tal]))
        begyndelse = "" if spurgt["format"] == "BULK" else "\ufeff"
        return Svar(self.krop((begyndelse + "\r\n".join(linjer) + "\r\n").encode(), navn))

    @staticmethod
    def _json(svar: object) -> Svar:
        return Svar(json.dumps(svar, ensure_ascii=False).encode(), type="text/json; charset=utf-8")
