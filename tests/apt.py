"""Packages of the system that tests run, installed with apt-get."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


def install(pakke: str, **miljoe: str) -> None:
    """Install a package. Raises CalledProcessError or FileNotFoundError when that fails."""
    som_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    om = os.environ | {"DEBIAN_FRONTEND": "noninteractive"} | miljoe
    for kommando in (
        ["apt-get", "update", "-q"],
        ["apt-get", "install", "-q", "-y", "--no-install-recommends", pakke],
    ):
        subprocess.run([*som_root, *kommando], check=True, env=om, stdout=subprocess.DEVNULL)


def see_to_it(navn: str, pakke: str, find: Callable[[], str | Path | None], uden: str, **miljoe: str) -> int:
    """Install what is missing; 0 when it is there, and where tests may skip what they lack. `uden`: what is then left
    out."""
    if find():
        return 0
    print(f"Installing the system's {navn} for tests.")
    try:
        install(pakke, **miljoe)
    except (subprocess.CalledProcessError, FileNotFoundError) as fejl:
        print(f"{navn} could not be installed ({fejl}); {uden}.", file=sys.stderr)
    return 0 if find() or not os.environ.get("CI") else 1
