"""Backup and restore: python -m data.kopi tag [FIL] | se FIL | tilbage FIL"""

import argparse
import sys
from datetime import datetime
from pathlib import Path

from data.kopi.fil import Kopi, KopiFejl, read, take
from data.kopi.tilbage import put_back
from data.laas import Optaget

ROD = Path(__file__).resolve().parents[2]


def main(argumenter: list[str] | None = None) -> int:
    """Command line; 0: done, 1: done, with own data in the copy that cannot be used, 2: not done."""
    parser = argparse.ArgumentParser(
        prog="python -m data.kopi", description="Sikkerhedskopi af det, der er jeres eget."
    )
    hvad = parser.add_subparsers(dest="hvad", required=True)
    tag = hvad.add_parser("tag", help="tag en kopi af egne data, præsentationer, adgang og officielle grænser")
    tag.add_argument("fil", type=Path, nargs="?", help="zip-filen (ellers laegedaekning-kopi-DATO-TID.zip her)")
    for navn, hjaelp in {"se": "efterprøv en kopi, og se, hvad der er i den", "tilbage": "læg en kopi tilbage"}.items():
        hvad.add_parser(navn, help=hjaelp).add_argument("fil", type=Path)
    parser.add_argument("--rod", type=Path, default=ROD, help="installationens mappe")
    valg = parser.parse_args(argumenter)
    try:
        return _do(valg, datetime.now().astimezone())
    except (KopiFejl, Optaget) as fejl:
        print(fejl, file=sys.stderr)
        return 2


def _do(valg: argparse.Namespace, nu: datetime) -> int:
    if valg.hvad == "tag":
        fil = valg.fil or Path(f"laegedaekning-kopi-{nu:%Y%m%d-%H%M%S}.zip")
        kopi = take(fil, valg.rod, nu)
        print(f"{fil}: {_told(kopi)}")
    elif valg.hvad == "se":
        kopi = read(valg.fil)
        print(_told(kopi))
    else:
        kopi, foer = put_back(valg.fil, valg.rod, nu)
        print(f"Lagt tilbage: {_told(kopi)}")
        if foer:
            print(f"Det, der lå her, er flyttet til {foer}. Slet det, når alt er, som det skal være.")
    return 1 if kopi.mangel else 0


def _told(kopi: Kopi) -> str:
    versioner = {navn.split("/")[3] for navn in kopi.filer if navn.startswith("data/egne/versioner/")}
    i_brug = f"i brug er {kopi.gaeldende}" if kopi.gaeldende else kopi.mangel or "ingen egne data er i brug"
    return f"{len(kopi.filer)} filer, {len(versioner)} versioner af egne data ({i_brug}), taget {kopi.tid}"


if __name__ == "__main__":
    sys.exit(main())
