"""Counted inhabitants (FOLK1A) and expected ones (FRKM1yy with FRDK1yy) by kommune, with the old in two age groups.

Both are counts, so what a table has no total for is asked for in full and added up. A single gap refuses the table.
"""

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from data.hent.omraader import CHRISTIANSOE, LANDET, refuse_unless_all, refuse_unless_sum
from data.hent.statbank import Statbank, whole
from data.hent.svar import Celle
from data.hent.tabel import Tabel, Variabel
from data.hent.transport import HentFejl

FRKM, FRDK = re.compile(r"FRKM1\d\d"), "FRDK1"
FREM_TIL = ("2030", "2035", "2040")
# Each cell of a projection is rounded by itself, so kommuner and country never meet exactly.
AFRUNDING = 50
AAR_1_JANUAR = re.compile(r"(\d{4})K1")
ET_AAR = re.compile(r"(\d{1,3})-?")  # 65; in a projection the last is "100-"
MAAL = ("indbyggere", "indbyggere_65_79", "indbyggere_80plus")

# Figures of an area (a kommunekode) on a day, by MAAL.
Folketal = dict[tuple[str, str], dict[str, int]]


@dataclass(frozen=True)
class Folk:
    """What a table says: inhabitants by kommunekode and day, of the 98 kommuner alone."""

    tabel: Tabel
    tal: Folketal
    uden: int  # inhabitants of Christiansø, which is no kommune, on the last day


@dataclass(frozen=True)
class _Spoergsmaal:
    """What a table is asked for: these areas, all ages, these days by their code, and the whole of the rest."""

    tabel: Tabel
    omraader: Variabel
    aldre: Variabel
    tider: Mapping[str, str]
    landet: bool

    def chosen(self, kendte: Mapping[str, str]) -> dict[str, list[str]]:
        """The codes to ask for, by variable."""
        tabel, i_alt = self.tabel, whole(self.aldre)[0]
        omraader = [LANDET] if self.landet else []
        return {en.id: whole(en) for en in tabel.others(self.omraader, self.aldre, tabel.tid)} | {
            self.omraader.id: omraader + [en for en in self.omraader.vaerdier if en in kendte or en == CHRISTIANSOE],
            self.aldre.id: [kode for kode in self.aldre.vaerdier if _group(kode, i_alt)],
            tabel.tid.id: list(self.tider),
        }


def counted(bank: Statbank, kendte: Mapping[str, str], fra: int) -> Folk:
    """1 January of every year from `fra` on. Raises HentFejl unless the kommuner make the country, to the person."""
    tabel = bank.info("FOLK1A")
    omraader = tabel.with_codes(kendte, "kommuner")
    if LANDET not in omraader.vaerdier:
        raise HentFejl(f"{tabel.id} har ikke landets tal (000), som kommunerne skal prøves mod.")
    tider = {
        kode: f"{fundet[1]}-01-01"
        for kode in tabel.tid.vaerdier
        if (fundet := AAR_1_JANUAR.fullmatch(kode)) and int(fundet[1]) >= fra
    }
    tal = _figures(bank, _Spoergsmaal(tabel, omraader, _ages_of(tabel), tider, True), kendte, "BULK")
    for dag in tider.values():
        for maal in MAAL:
            _refuse_unless_whole(tal, dag, maal, tal[LANDET, dag][maal], tabel.id, 0)
    return _of_kommuner(tabel, tal, kendte)


def expected(bank: Statbank, kendte: Mapping[str, str]) -> tuple[Folk, int]:
    """The years FREM_TIL of the newest projection, and the year it starts from. Raises HentFejl unless the kommuner
    make the country's own projection within AFRUNDING persons."""
    navn = bank.newest(FRKM)
    tabel = bank.info(navn)
    omraader = tabel.with_codes(kendte, "kommuner")
    basis = int(min(tabel.tid.vaerdier))
    tider = {kode: f"{kode}-01-01" for kode in FREM_TIL if kode in tabel.tid.vaerdier and int(kode) > basis}
    tal = _figures(bank, _Spoergsmaal(tabel, omraader, _ages_of(tabel), tider, False), kendte, "CSV")
    landet = _country(bank, navn.replace("FRKM1", FRDK), list(tider))
    for kode, dag in tider.items():
        _refuse_unless_whole(tal, dag, MAAL[0], landet[kode], tabel.id, AFRUNDING)
    return _of_kommuner(tabel, tal, kendte), basis


def _country(bank: Statbank, navn: str, tider: list[str]) -> dict[str, int]:
    """Expected inhabitants of the country by year."""
    tabel = bank.info(navn)
    valg = {en.id: whole(en) for en in tabel.others(tabel.tid)} | {tabel.tid.id: tider}
    i_alt: dict[str, Decimal] = defaultdict(Decimal)
    for celle in bank.cells(tabel, valg):
        i_alt[celle.koder[tabel.tid.id]] += _known(celle, tabel)
    if set(i_alt) != set(tider):
        raise HentFejl(f"{tabel.id} har ikke alle årene {', '.join(tider)}.")
    return {kode: int(antal) for kode, antal in i_alt.items()}


def _ages_of(tabel: Tabel) -> Variabel:
    aldre = tabel.with_codes({"65", "79", "80"}, "alder")
    mangler = [str(alder) for alder in range(65, 100) if str(alder) not in aldre.vaerdier]
    if mangler or len(whole(aldre)) != 1:
        raise HentFejl(f"{tabel.id} er ikke længere delt efter alder i hele år og i alt.")
    return aldre


def _figures(bank: Statbank, spurgt: _Spoergsmaal, kendte: Mapping[str, str], form: str) -> Folketal:
    """The three figures of every area on every day. Raises HentFejl unless the table and its answer have them all."""
    tabel, i_alt = spurgt.tabel, whole(spurgt.aldre)[0]
    refuse_unless_all(spurgt.omraader.vaerdier, kendte, tabel.id)
    if not spurgt.tider:
        raise HentFejl(f"{tabel.id} har ingen af de år, der spørges om.")
    valg = spurgt.chosen(kendte)
    sum_: Folketal = defaultdict(lambda: dict.fromkeys(MAAL, 0))
    celler = bank.cells(tabel, valg, form)
    refuse_unless_all((en.koder[spurgt.omraader.id] for en in celler), kendte, f"Svaret om {tabel.id}")
    for celle in celler:
        if any(kode not in valg[variabel] for variabel, kode in celle.koder.items()):
            raise HentFejl(f"Svaret om {tabel.id} har andet med, end der blev spurgt om.")
        dag = spurgt.tider[celle.koder[tabel.tid.id]]
        maal = _group(celle.koder[spurgt.aldre.id], i_alt)
        sum_[celle.koder[spurgt.omraader.id], dag][maal] += _known(celle, tabel)
    ventet = math.prod(len(koder) for koder in valg.values())
    if len(celler) != ventet:
        raise HentFejl(f"Svaret om {tabel.id} har {len(celler)} tal, men der blev spurgt om {ventet}.")
    return dict(sum_)


def _group(kode: str, i_alt: str) -> str | None:
    """The figure an age counts in; None for the young, who only count in the total."""
    if kode == i_alt:
        return MAAL[0]
    alder = ET_AAR.fullmatch(kode)
    if not alder or int(alder[1]) < 65:
        return None
    return MAAL[1] if int(alder[1]) < 80 else MAAL[2]


def _known(celle: Celle, tabel: Tabel) -> int:
    """The number of a cell as whole persons. A gap is no zero."""
    if celle.tal is None:
        raise HentFejl(f"{tabel.id} mangler et tal ({', '.join(celle.koder.values())}); det er ikke 0.")
    if celle.tal != celle.tal.to_integral_value():
        raise HentFejl(
            f"{tabel.id} har {celle.tal} personer ({', '.join(celle.koder.values())}); det er ikke et antal."
        )
    return int(celle.tal)


def _refuse_unless_whole(tal: Folketal, dag: str, maal: str, i_alt: int, tabel: str, forskel: int) -> None:
    dele = [Decimal(felter[maal]) for (kode, en), felter in tal.items() if en == dag and kode != LANDET]
    refuse_unless_sum(dele, Decimal(i_alt), f"{tabel}, {maal} {dag}", forskel)


def _of_kommuner(tabel: Tabel, tal: Folketal, kendte: Mapping[str, str]) -> Folk:
    sidst = max(dag for _, dag in tal)
    uden = tal.get((CHRISTIANSOE, sidst), {}).get(MAAL[0], 0)
    return Folk(tabel, {noegle: felter for noegle, felter in tal.items() if noegle[0] in kendte}, uden)
