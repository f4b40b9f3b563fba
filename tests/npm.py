"""Tools for tests that only npm has: a pinned package each, installed beside the Python packages."""

import shutil
import subprocess
import sys
from pathlib import Path

STILLE = ("--no-save", "--no-audit", "--no-fund", "--no-update-notifier", "--ignore-scripts", "--loglevel=error")


def folder(navn: str, udgave: str) -> Path:
    """Where a package of that version is installed; it need not be there."""
    return Path(sys.prefix) / f"{navn}-{udgave}"


def install(pakke: str, udgave: str, mappe: Path) -> None:
    """Install a package in a folder of its own. Raises CalledProcessError or OSError."""
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("there is no npm")
    mappe.mkdir(parents=True, exist_ok=True)
    kommando = [npm, "install", *STILLE, "--prefix", str(mappe), f"{pakke}@{udgave}"]
    subprocess.run(kommando, check=True, stdout=subprocess.DEVNULL)
