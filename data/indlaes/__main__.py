"""Import from the command line: python -m data.indlaes FIL... [--proev] [--tilfoej] [--komplet FRA-TIL] ..."""

import argparse
import logging
import re
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from data.adgang.bruger import PAA_KOMMANDOLINJEN
from data.build import DATA, DEFAULT_OUT
from data.disk import reason
from data.indlaes import (
    REGISTRE,
    Fil,
    Forslag,
    IndlaesFejl,
    Optaget,
    VersionFejl,
    all_versions,
    propose,
    read_pointer,
)
from data.indlaes.doere import go_back_by, load_by
from data.indlaesning import DataFejl
from data.versioner import Fundet

FLEST_VISTE = 30


def main(argumenter: Sequence[str] | None = None) -> int:
    """Returns 0 when the files were loaded (or could be, with --proev), 2 when they were refused."""
    valg = _parser().parse_args(argumenter)
    logging.getLogger("data.regneark").addHandler(logging.NullHandler())  # what the reader met is for a server's log
    try:
        if valg.versioner:
            return _list_versions(valg.kilder)
        if valg.tilbage is not None:
            return _back(valg)
        if not valg.filer:
            print("Angiv mindst én fil, fx: python -m data.indlaes udbud.xlsx", file=sys.stderr)
            return 2
        return _import(valg)
    except (IndlaesFejl, Optaget, VersionFejl, DataFejl) as fejl:
        print(fejl, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data.indlaes", description="Indlæs sekretariatets egne data.")
    parser.add_argument("filer", nargs="*", type=Path, metavar="FIL", help="xlsx eller csv efter skabelonerne")
    parser.add_argument("--proev", action="store_true", help="vis, hvad der ville ske, og indlæs intet")
    parser.add_argument("--register", choices=list(REGISTRE), help="når overskrifterne ikke er nok")
    parser.add_argument("--tilfoej", action="store_true", help="tilføj og ret kun; rækker, der ikke er i filen, bliver")
    parser.add_argument(
        "--komplet", type=_period, metavar="FRA-TIL", help="filerne rummer alt i disse år, fx 2022-2026"
    )
    parser.add_argument(
        "--noegletal", default="", metavar="NAVN", help="nøgletallet i en krydstabel, der ikke selv siger det"
    )
    parser.add_argument("--kilde", default="", help="hvor en krydstabels tal er fra, når den ikke selv siger det")
    parser.add_argument("--hvem", default="", help="hvem der indlæser")
    parser.add_argument("--note", default="", help="en bemærkning til versionen")
    parser.add_argument(
        "--tilbage", type=int, metavar="NR", help="tag en tidligere version i brug; 0 er før den første"
    )
    parser.add_argument("--versioner", action="store_true", help="vis versionerne")
    parser.add_argument("--kilder", type=Path, default=DATA, help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT, help=argparse.SUPPRESS)
    return parser


def _period(tekst: str) -> tuple[int, int]:
    fund = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", tekst)
    if not fund:
        raise argparse.ArgumentTypeError("skriv årene som 2022-2026")
    return int(fund[1]), int(fund[2] or fund[1])


def _import(valg: argparse.Namespace) -> int:
    filer = []
    for sti in valg.filer:
        try:
            filer.append(Fil(sti.name, sti.read_bytes()))
        except OSError as fejl:
            print(f"{sti.name}: Filen kan ikke læses: {reason(fejl)}.", file=sys.stderr)
            return 2
    forslag = propose(
        filer,
        i_dag=_now().date(),
        register=valg.register,
        tilfoej=valg.tilfoej,
        noegletal=valg.noegletal,
        kilde=valg.kilde,
        kilder=valg.kilder,
        fremdrift=_progress,
    )
    print_proposal(forslag)
    if not forslag.kan_indlaeses:
        print(f"{len(forslag.fejl)} fejl. Intet er indlæst.", file=sys.stderr)
        return 2
    if valg.proev:
        print("Filerne kan indlæses. Intet er ændret.")
        return 0
    komplet = (
        dict.fromkeys((en for en in forslag.registre if REGISTRE[en].kan_vaere_komplet), valg.komplet)
        if valg.komplet
        else {}
    )
    om = {"komplet": komplet, "note": valg.note, "ud": valg.out, "fremdrift": _progress}
    version = load_by(PAA_KOMMANDOLINJEN, forslag, valg.hvem, nu=_now(), **om)
    print(f"Indlæst som version {version.nr} ({version.navn}).")
    return 0


def print_proposal(forslag: Forslag) -> None:
    """What was understood, what changes, and all that is wrong."""
    for tekst in (*forslag.bemaerkninger, *forslag.kvittering):
        print(tekst)
    for ramme in (forslag.optalt, forslag.raekker.head(FLEST_VISTE), forslag.aendringer.head(FLEST_VISTE)):
        if not ramme.empty:
            print(f"\n{ramme.to_string(index=False)}")
    for en in forslag.advarsler:
        print(f"Advarsel: {en}")
    for en in forslag.fejl:
        print(f"Fejl: {en}", file=sys.stderr)


def _back(valg: argparse.Namespace) -> int:
    om = {"kilder": valg.kilder, "ud": valg.out, "fremdrift": _progress}
    version = go_back_by(PAA_KOMMANDOLINJEN, valg.tilbage, valg.hvem, nu=_now(), **om)
    print(f"Version {version.nr} er i brug." if version else "Der er ingen egne data i brug.")
    return 0


def _list_versions(kilder: Path) -> int:
    alle = all_versions(kilder)
    gaeldende = None
    try:
        gaeldende = read_pointer(kilder).gaeldende
    finally:  # the list is what is needed to mend a pointer
        for en in alle:
            print(version_line(en, en.navn == gaeldende))
    if not gaeldende:
        print("Der er ingen egne data i brug.")
    return 0


def version_line(fundet: Fundet, i_brug: bool) -> str:
    """A version in one line: number, when, who, files, what changed; or why it cannot be used."""
    maerke = "* " if i_brug else "  "
    if fundet.version is None:
        return f"{maerke}{fundet.nr} · {fundet.navn} · kan ikke bruges: {fundet.fejl}"
    version = fundet.version
    antal = {navn: sum(getattr(en, navn) for en in version.optalt.values()) for navn in ("nye", "aendrede", "udgaaede")}
    hvad = f"{antal['nye']} nye, {antal['aendrede']} ændrede, {antal['udgaaede']} udgået"
    filer = ", ".join(navn for navn, _ in version.filer)
    ubrugt = "" if fundet.brugt else "ikke nævnt i egne/gaeldende"
    dele = [f"{version.nr}", version.tid[:16].replace("T", " "), version.hvem, filer, hvad, version.note, ubrugt]
    return maerke + " · ".join(filter(None, dele))


def _now() -> datetime:
    """The clock of the command line."""
    return datetime.now().astimezone()


def _progress(andel: float, tekst: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{andel:4.0%} {tekst:<60}", end="\n" if andel >= 1 else "", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
