"""Tools for tests that only npm has: a pinned package each, installed beside the Python packages."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
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


def see_to_it(pakke: str, udgave: str, mappe: Path, find: Callable[[], Path | None]) -> int:
    """Install a package that `find` does not find; 0 when it is there, and where tests may skip what they lack."""
    if find():
        return 0
    print(f"Installing {pakke} {udgave} for tests.")
    try:
        install(pakke, udgave, mappe)
    except (subprocess.CalledProcessError, OSError) as fejl:
        print(f"{pakke} could not be installed ({fejl}); its tests are left out.", file=sys.stderr)
    return 0 if find() or not os.environ.get("CI") else 1
