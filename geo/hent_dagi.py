"""Fetches the official kommune borders from Datafordeler and puts them in place of the map in use.

    DATAFORDELER_NOEGLE=... python -m geo.hent_dagi [--ja]

The key is the user's own (datafordeler.dk: user, IT-system, API key). It is read from the environment or typed, stands
in no text or file, and is kept nowhere. What would change is shown first; on any failure the map in use stays.
"""

import argparse
import getpass
import json
import os
import re
import sys
import tempfile
import urllib.parse
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path

from data.hent.transport import FILSVAR, Anmodning, HentFejl, fetch, fetch_into
from geo.former import Kortgrundlag, active_basemap, folder
from geo.import_dagi import LICENS, Afvist, Indlaest, install, read_kommuner

ADRESSE = "https://api.datafordeler.dk/FileDownloads"
VARIABEL = "DATAFORDELER_NOEGLE"
LAG = "Kommuneinddeling"
FRIST = 1800.0
FLYTTET = 0.01  # of a kommune's area: what a change of borders is, and rounding is not


@dataclass(frozen=True)
class Hentet:
    """The kommuner of a fetched file, the year it was made in, and the day it was fetched ("" when not told)."""

    laest: Indlaest
    aargang: str
    dag: str


def fetch_borders(adresse: str, noegle: str) -> Hentet:
    """The newest kommuneinddeling. Raises HentFejl and Afvist, neither with the key in it."""
    kode = urllib.parse.quote(noegle, safe="")
    liste = f"{adresse}/GetAvailableFileDownloads?Register=DAGI&apikey={kode}"
    dannet = newest_file(fetch(Anmodning("GET", liste, hemmelig=noegle)))
    fil = f"{adresse}/GetFile?Register=DAGI&type=current&LatestTotalForEntity={LAG}&format=gpkg&apiKey={kode}"
    with tempfile.TemporaryDirectory() as mappe:
        sti = Path(mappe) / f"{LAG}.zip"
        with open(sti, "w+b") as ud:
            hoveder = fetch_into(Anmodning("GET", fil, graense=FILSVAR, frist=FRIST, hemmelig=noegle), ud)
        return Hentet(read_kommuner(sti), dannet[:4], _day(hoveder.get("Date")))


def newest_file(svar: bytes) -> str:
    """When the newest file of the kommuner was made, from the service's list. Raises HentFejl when it has none."""
    try:
        filer = json.loads(svar.decode("utf-8-sig"))["availableFileDownloads"]
        dannet = [
            str(en["generationTime"])
            for en in filer
            if en["entityName"] == LAG and str(en["containedFileFormat"]).lower() == "gpkg"
        ]
    except (ValueError, KeyError, TypeError):
        raise HentFejl("Datafordelerens liste over filer kan ikke læses; dens form er ny.") from None
    if not dannet or not re.match(r"20\d\d-", max(dannet)):
        raise HentFejl(f"Datafordeleren har ingen GeoPackage-fil med {LAG} i DAGI.")
    return max(dannet)


def _day(hoved: str | None) -> str:
    """The service's own day, as 2026-11-27."""
    try:
        return parsedate_to_datetime(hoved).date().isoformat() if hoved else ""
    except ValueError:
        return ""


def difference(nu: Kortgrundlag, hentet: Hentet) -> str:
    """What would change, in Danish."""
    foer, efter = nu.kommuner.geometry.area, hentet.laest.kommuner.area
    flyttet = ((efter - foer).abs() / foer > FLYTTET).sum()
    return (
        f"I brug nu: {nu.navn} ({nu.aargang}).\nHentet: {len(hentet.laest.kommuner)} kommuner, årgang "
        f"{hentet.aargang}. {flyttet} af dem får et areal, der er mere end 1 pct. anderledes end på kortet i brug."
    )


def asked_for_key() -> str:
    """The key from the environment, or typed without being shown. Raises HentFejl for one that can be none, and where
    nobody can type it unseen."""
    noegle = os.environ.get(VARIABEL, "").strip()
    if not noegle and not sys.stdin.isatty():
        raise HentFejl(f"Nøglen mangler. Skriv den i {VARIABEL}, eller kør kommandoen i en terminal.")
    noegle = noegle or getpass.getpass("Nøgle til Datafordeleren (vises ikke): ").strip()
    if not re.fullmatch(r"[!-~]{8,200}", noegle):
        raise HentFejl("Nøglen er ikke udfyldt, eller den har tegn, som en nøgle ikke kan have.")
    return noegle


def main(arguments: list[str] | None = None, mappe: Path | None = None, adresse: str = ADRESSE) -> int:
    """0 when the map is in place, 1 when the user said no, 2 when it is refused; then nothing is changed."""
    parser = argparse.ArgumentParser(prog="python -m geo.hent_dagi", description="Henter de officielle kommunegrænser.")
    parser.add_argument("--ja", action="store_true", help="skift kortet uden at spørge")
    options = parser.parse_args(arguments)
    mappe = mappe or folder()
    try:
        hentet = fetch_borders(adresse, asked_for_key())
        print(difference(active_basemap(mappe), hentet))
        if not options.ja and input("Skal kortet skiftes? (ja/nej) ").strip().lower() not in ("ja", "j"):
            print("Intet er ændret.")
            return 1
        print(install(hentet.laest, f"{LAG}.zip", hentet.aargang, LICENS, mappe, hentet.dag))
    except (HentFejl, Afvist) as fejl:
        print(f"{fejl}\nIntet er ændret.", file=sys.stderr)
        return 2
    except OSError as fejl:
        print(f"{mappe}: kortet kan ikke skrives her ({fejl.strerror}); kontrollér rettighederne.", file=sys.stderr)
        return 2
    except (KeyboardInterrupt, EOFError):
        print("\nAfbrudt. Intet er ændret.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
