"""Has a spreadsheet count workbooks, and installs Debian's LibreOffice when there is none: python -m tests.libreoffice

What a formula gives is only known when a spreadsheet has counted it; an evaluator of our own would share our mistakes.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests import apt

PAKKE = "libreoffice-calc-nogui"
NAVNE = ("soffice", "libreoffice")
MANGLER = "No LibreOffice: run python -m tests.libreoffice, or name one in SOFFICE."
LAENGST = 300  # seconds


def find() -> str | None:
    """The path of LibreOffice (SOFFICE names one), or None."""
    oensket = os.environ.get("SOFFICE")
    if oensket:
        return oensket
    return next((sti for navn in NAVNE if (sti := shutil.which(navn))), None)


def recalculated(boeger: Mapping[str, bytes], mappe: Path) -> dict[str, Path]:
    """Workbooks by name, each counted and saved anew in a folder. What they held as counted before does not count when
    it is left out of the file. Raises FileNotFoundError without a LibreOffice."""
    sti = find()
    if sti is None:
        raise FileNotFoundError(MANGLER)
    ind, ud = mappe / "ind", mappe / "ud"
    for en in (ind, ud):
        en.mkdir(parents=True, exist_ok=True)
    for navn, indhold in boeger.items():
        (ind / f"{navn}.xlsx").write_bytes(indhold)
    filer = [str(ind / f"{navn}.xlsx") for navn in boeger]
    # a profile of its own, for two at once share none
    profil = f"-env:UserInstallation={(mappe / 'profil').as_uri()}"
    til = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(ud)]
    subprocess.run([sti, profil, *til, *filer], check=True, capture_output=True, timeout=LAENGST)
    return {navn: ud / f"{navn}.xlsx" for navn in boeger}


def main() -> int:
    return apt.see_to_it("LibreOffice", PAKKE, find, "the tests of formulas are left out")


if __name__ == "__main__":
    sys.exit(main())
