"""Warnings: what is allowed, but worth a look before saying yes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from data.indlaes.forskelle import Forskelle
from data.indlaes.fund import Fund, Fundsteder
from data.indlaes.laesning import Celle, Laest
from data.indlaes.registre import REGISTRE
from data.indlaes.sammensaet import Kandidat
from data.registre import ARK

MANGE_UDGAAR = 0.2
FAA_RAEKKER = 5
LIGHED = 0.86


def advise(
    fund: Fundsteder,
    regler: Sequence[Celle],
    laeste: Mapping[str, Laest],
    registre: Sequence[str],
    kandidat: Kandidat,
    forskelle: Forskelle,
    komplet_nu: Mapping[str, tuple[int, int]],
) -> list[Fund]:
    """All warnings about these files; what the rules say of rows that were not loaded now is left out."""
    advarsler = [fund.located(en) for en in regler if fund.in_files(en) and not _made_first(fund, en, kandidat)]
    for laest in laeste.values():
        advarsler += [fund.located(en, True) for en in laest.advarsler]
        advarsler += [
            fund.located(
                Celle(en.tabel, en.nr, en.kolonne, en.vaerdi, f"er læst som {en.besked.replace('.', ',')}."), True
            )
            for en in laest.gaettede
        ]
    advarsler += _many_gone(forskelle)
    advarsler += _first_days(fund, laeste)
    advarsler += _similar_sources(kandidat)
    for register in registre:
        if register in komplet_nu:
            fra, til = komplet_nu[register]
            tekst = f"{REGISTRE[register].datanavn} var oplyst komplet for {fra}-{til}."
            advarsler.append(_general(f"{tekst} Sig det igen, hvis det stadig gælder; ellers vises ingen andele."))
    return list(dict.fromkeys(advarsler))


def _made_first(fund: Fundsteder, celle: Celle, kandidat: Kandidat) -> bool:
    """Is it the first event of a tender, made by us of its one row? That it begins with its outcome is our doing."""
    return fund.is_made(celle) and kandidat.tabeller[celle.tabel].celler["raekkefoelge"][celle.nr] == "1"


def _general(besked: str) -> Fund:
    return Fund("", "", None, "", "", besked)


def _many_gone(forskelle: Forskelle) -> list[Fund]:
    return [
        _general(
            f"{en.udgaaede} af {foer} rækker i {ARK[tabel]} udgår; de står ikke i filen. Er filen hele registeret?"
        )
        for tabel, en in forskelle.optalt.items()
        if (foer := en.udgaaede + en.aendrede + en.uaendrede) >= FAA_RAEKKER and en.udgaaede > MANGE_UDGAAR * foer
    ]


def _first_days(fund: Fundsteder, laeste: Mapping[str, Laest]) -> list[Fund]:
    """Excel turns "maj 2026" into 1 May: known to the month, shown to the day."""
    tekster = []
    for navn, laest in laeste.items():
        for kolonne, celler in laest.tabel.celler.items():
            dage = [en for en in celler if en and len(en) == 10] if "dato" in kolonne else []
            if len(dage) >= FAA_RAEKKER and all(en.endswith("-01") for en in dage):
                besked = (
                    "Alle datoer i kolonnen er den 1. i en måned. Kendes kun måneden, så skriv den som tekst: 2026-05."
                )
                foerste = fund.located(Celle(navn, 0, kolonne, "", besked), True)
                tekster.append(replace(foerste, raekke=None))
    return tekster


def _similar_sources(kandidat: Kandidat) -> list[Fund]:
    """A new source that looks like a known one is perhaps a slip of the pen."""
    nye = {kilde_id: kandidat.kildetitler[kilde_id] for kilde_id in kandidat.nye_kilder[:200]}
    kendte = {titel: kilde_id for kilde_id, titel in kandidat.kildetitler.items() if kilde_id not in nye}
    muligheder = [*kendte, *kendte.values()]
    tekster = []
    for titel in nye.values():
        ligner = get_close_matches(titel, muligheder, 1, LIGHED)
        if ligner:
            tekster.append(
                _general(f"Kilden »{titel}« er ny, men ligner »{ligner[0]}«. Er det den samme, så skriv dens titel.")
            )
    return tekster
