"""Figures about general practice: inhabitants per lægekapacitet (LABY27), and who saw a GP how often (SYGP1, SYGK1).

A gap is left out and told; a 0 in these tables may be a figure that is hidden, so it is a gap too. Ratios are taken as
they are and never added up: they go up to larger areas by what they were divided by.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from data.hent.omraader import CHRISTIANSOE, LANDET, refuse_unless_all, refuse_unless_sum
from data.hent.statbank import Statbank, whole
from data.hent.svar import Celle
from data.hent.tabel import Tabel, Variabel
from data.hent.transport import HentFejl

KOMMUNEKODE = re.compile(r"[1-8]\d\d")
ALMEN_LAEGE = "130"
ET_AAR = re.compile(r"\d{4}")
# Persons without a known kommune are in the country's number only.
UDEN_KOMMUNE = 100  # of which at most one part may be missing


@dataclass(frozen=True)
class Maalt:
    """Figures of a table by kommunekode (or, for `grupper`, by the name of a group of kommuner) and year; `huller` are
    the places and years that it does not say."""

    tabel: Tabel
    tal: dict[tuple[str, str], Decimal]
    huller: list[tuple[str, str]] = field(default_factory=list)
    grupper: bool = False


def per_capacity(bank: Statbank, kendte: Mapping[str, str], fra: int) -> Maalt:
    """LABY27 by kommune where the table knows them, else by its groups of kommuner: its codes decide."""
    tabel = bank.info("LABY27")
    steder = tabel.others(tabel.tid)
    if len(steder) != 1:
        raise HentFejl(f"{tabel.id} har fået en ny inddeling; kommandoen skal rettes.")
    omraader = steder[0]
    kommunekoder = [kode for kode in omraader.vaerdier if KOMMUNEKODE.fullmatch(kode)]
    if kommunekoder:
        refuse_unless_all(kommunekoder, kendte, tabel.id)
    koder = list(kendte) if kommunekoder else list(omraader.vaerdier)
    celler = bank.cells(tabel, {omraader.id: koder, tabel.tid.id: _years(tabel, fra)})
    maalt = _by_place(tabel, omraader, celler, koder)
    if kommunekoder:
        return maalt
    navne = {(omraader.vaerdier[kode], aar): tal for (kode, aar), tal in maalt.tal.items()}
    return Maalt(tabel, navne, [(omraader.vaerdier[kode], aar) for kode, aar in maalt.huller], grupper=True)


def seen_by_gp(bank: Statbank, navn: str, kendte: Mapping[str, str], fra: int) -> Maalt:
    """SYGP1 (persons with a contact) or SYGK1 (contacts) with almen læge in all, by kommune and year."""
    tabel = bank.info(navn)
    omraader, ydelser = tabel.with_codes(kendte, "kommuner"), tabel.with_codes([ALMEN_LAEGE], "ydelsens art")
    hedder = ydelser.vaerdier[ALMEN_LAEGE].casefold()
    if "læge" not in hedder or "almen" not in hedder:
        raise HentFejl(f"{navn}: kode {ALMEN_LAEGE} er ikke længere almen læge, men »{ydelser.vaerdier[ALMEN_LAEGE]}«.")
    refuse_unless_all(omraader.vaerdier, kendte, tabel.id)
    andre = [kode for kode in (LANDET, CHRISTIANSOE) if kode in omraader.vaerdier]
    valg = {en.id: whole(en) for en in tabel.others(omraader, ydelser, tabel.tid)}
    uden_i_alt = [navn for navn, koder in valg.items() if len(koder) != 1]
    if uden_i_alt:  # one person may be in several parts
        raise HentFejl(f"{tabel.id} har ikke et samlet tal for {', '.join(uden_i_alt)}.")
    valg |= {omraader.id: [*kendte, *andre], ydelser.id: [ALMEN_LAEGE], tabel.tid.id: _years(tabel, fra)}
    maalt = _by_place(tabel, omraader, bank.cells(tabel, valg), [*kendte, *andre])
    if LANDET in andre:
        _refuse_unless_country(maalt)
    return Maalt(
        tabel,
        {noegle: tal for noegle, tal in maalt.tal.items() if noegle[0] in kendte},
        [noegle for noegle in maalt.huller if noegle[0] in kendte],
    )


def _years(tabel: Tabel, fra: int) -> list[str]:
    aar = [kode for kode in tabel.tid.vaerdier if ET_AAR.fullmatch(kode) and int(kode) >= fra]
    if not aar:
        raise HentFejl(f"{tabel.id} har ingen år fra {fra} og frem.")
    return aar


def _by_place(tabel: Tabel, omraader: Variabel, celler: list[Celle], koder: list[str]) -> Maalt:
    """The figures of exactly these places in every year; what is missing, and 0, are gaps."""
    tal, huller = {}, []
    for celle in celler:
        noegle = celle.koder[omraader.id], celle.koder[tabel.tid.id]
        if noegle[0] not in koder:
            raise HentFejl(f"Svaret om {tabel.id} har andet med, end der blev spurgt om.")
        if celle.tal:
            tal[noegle] = celle.tal
        else:
            huller.append(noegle)
    fundne = {*tal, *huller}
    for aar in sorted({aar for _, aar in fundne}):
        steder = {kode for kode, et in fundne if et == aar}
        mangler = [omraader.vaerdier[kode] for kode in koder if kode not in steder]
        if mangler:
            raise HentFejl(
                f"Svaret om {tabel.id} for {aar}: {len(koder) - len(mangler)} af {len(koder)} områder er med; der "
                f"mangler {', '.join(mangler[:8])}."
            )
    return Maalt(tabel, tal, huller)


def _refuse_unless_country(maalt: Maalt) -> None:
    """The kommuner of a year without gaps must make the country but for those without a kommune."""
    med_hul = {aar for _, aar in maalt.huller}
    for aar in sorted({aar for _, aar in maalt.tal} - med_hul):
        dele = [tal for (kode, et), tal in maalt.tal.items() if et == aar and kode != LANDET]
        i_alt = maalt.tal[LANDET, aar]
        refuse_unless_sum(dele, i_alt, f"{maalt.tabel.id} {aar}", int(i_alt) // UDEN_KOMMUNE)
