"""Fetch official figures into the CSV files of data/: python -m data.hent dst|sor [--ja]

Shows what would change and asks; then all files are replaced or none. `make data` (or the next start) builds them in.
"""

import argparse
import sys
from datetime import date
from pathlib import Path

from data.build import DATA
from data.hent import dst, sor
from data.hent.statbank import ADRESSE, Statbank
from data.hent.transport import HentFejl
from data.hent.udkast import Udkast

FOERSTE_AAR = 2016


def main(argumenter: list[str] | None = None) -> int:
    """0: done, or nothing new; 1: the user said no; 2: refused, and nothing is changed."""
    valg = _parser().parse_args(argumenter)
    udkast = Udkast(valg.kilder)
    try:
        valg.fyld(valg, udkast)
        return _write_if_wanted(udkast, valg.ja)
    except HentFejl as fejl:
        print(f"{fejl}\nIntet er ændret.", file=sys.stderr)
        return 2
    except (KeyboardInterrupt, EOFError):
        print("\nAfbrudt. Intet er ændret.", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data.hent", description="Hent officielle tal.")
    kommandoer = parser.add_subparsers(required=True, metavar="dst|sor")
    faelles = argparse.ArgumentParser(add_help=False)
    faelles.add_argument("--ja", action="store_true", help="skriv filerne uden at spørge")
    faelles.add_argument("--fra", type=int, default=FOERSTE_AAR, help=f"det første år (ellers {FOERSTE_AAR})")
    faelles.add_argument("--kilder", type=Path, default=DATA, help="mappen med CSV-filerne")

    af_dst = kommandoer.add_parser("dst", parents=[faelles], help="folketal, fremskrivning og lægekontakter")
    af_dst.add_argument("--kun", nargs="+", choices=[*dst.TABELLER], default=[*dst.TABELLER], help="kun disse tabeller")
    af_dst.add_argument("--adresse", default=ADRESSE, help="Statistikbankens adresse")
    af_dst.set_defaults(fyld=_from_dst)

    af_sor = kommandoer.add_parser("sor", parents=[faelles], help="ydernumre i almen praksis")
    af_sor.add_argument("--type", nargs="+", default=[], help="enhedstyperne, der er almen praksis, uden at spørge")
    af_sor.add_argument("--fil", type=Path, help="en fil, der er hentet i forvejen (csv eller zip)")
    af_sor.add_argument("--adresse", default=sor.ADRESSE, help="filens adresse")
    af_sor.set_defaults(fyld=_from_sor)
    return parser


def _from_dst(valg: argparse.Namespace, udkast: Udkast) -> None:
    bank = Statbank(valg.adresse.rstrip("/"))
    dst.fetch_tables(bank, udkast, valg.kun, valg.fra, date.today().isoformat(), print)


def _from_sor(valg: argparse.Namespace, udkast: Udkast) -> None:
    svar = sor.read_file(valg.fil) if valg.fil else sor.fetch(valg.adresse)
    kilder = [kilde.casefold() for kilde in valg.type]
    typer = sor.named(svar, kilder) if kilder else _ask_for_types(svar)
    sor.fill(svar, typer, udkast, valg.fra, date.today().isoformat(), print)


def _ask_for_types(svar: sor.Svar) -> set[str]:
    """Shows the kinds of unit that have ydernumre, and lets a person say which are general practice."""
    antal = sor.types(svar)
    print("Enheder med ydernummer, efter type (ydernumre i alt, i brug nu):")
    for nr, (navn, alle, nu) in enumerate(antal, 1):
        print(f"  {nr:>2}. {navn}: {alle}, {nu}")
    skrevet = input("Hvilke er almen praksis? Skriv numrene (fx 1,3), eller tryk Enter for at afbryde: ")
    numre = [en.strip() for en in skrevet.split(",") if en.strip()]
    if not numre:
        raise EOFError
    if not all(en.isdigit() and 1 <= int(en) <= len(antal) for en in numre):
        raise HentFejl(f"»{skrevet.strip()}« er ikke numre fra listen.")
    return {antal[int(en) - 1][0] for en in numre}


def _write_if_wanted(udkast: Udkast, ja: bool) -> int:
    if not udkast.changed():
        print("Alt er som før; der er intet at skrive.")
        return 0
    print(f"\nDet ændres:\n{udkast.told()}\n")
    if not ja and input("Skal filerne skrives? (ja/nej) ").strip().lower() not in ("ja", "j"):
        print("Intet er ændret.")
        return 1
    udkast.write()
    print("Filerne er skrevet. Kør make data, eller start igen, så er tallene med.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
