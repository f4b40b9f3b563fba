"""Everything from a fresh folder to a running dashboard: python start.py [--port 8600]

On Windows, macOS and Linux, with nothing but Python: makes .venv, installs the pinned packages, builds the database if
its sources changed, and starts. In a folder that `--pakke` made, the packages lie beside this file and nothing is
fetched. See docs/drift.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

ROD = Path(__file__).resolve().parent
MILJOE = ROD / ".venv"
KRAV = ROD / "requirements.txt"
HJUL = ROD / "hjul"
DATABASE = ROD / "data" / "laegedaekning.duckdb"
PORT = "8501"
AELDSTE = (3, 11)
UDEN_VENV = (
    "Python kan ikke lave et miljø i .venv. På Debian og Ubuntu mangler pakken python3-venv; på Windows installeres "
    "Python fra python.org."
)


class StartFejl(Exception):
    """It cannot go on. The text is for the user."""


def main(argumenter: list[str] | None = None) -> int:
    """Command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python start.py", description="Installér, byg databasen, og start.")
    parser.add_argument("--port", default=os.environ.get("PORT", PORT), help="porten (ellers PORT, ellers 8501)")
    parser.add_argument("--installer", action="store_true", help="installér, byg og pak; start ikke")
    parser.add_argument("--pakke", metavar="PLATFORM", help="lav en zip, der kører uden net: win_amd64, macosx, ...")
    parser.add_argument("--python", metavar="VERSION", help="Python på den anden maskine, fx 3.12 (ellers som her)")
    valg = parser.parse_args(argumenter)
    try:
        installed()
        if valg.pakke:
            return run("-m", "deploy.pakke", valg.pakke, valg.python or "{}.{}".format(*sys.version_info))
        up_to_date()
        # a server that is started at once has it done beside it
        return run("-m", "ui.pakket") if valg.installer else serve(valg.port)
    except StartFejl as fejl:
        print(fejl, file=sys.stderr)
        return 2


def python_of(miljoe: Path = MILJOE, windows: bool = os.name == "nt") -> Path:
    """The Python of an environment."""
    return miljoe / "Scripts" / "python.exe" if windows else miljoe / "bin" / "python"


def environment() -> dict[str, str]:
    """What our processes are given: text is UTF-8 on Windows too."""
    return {**os.environ, "PYTHONUTF8": "1"}


def run(*argumenter: str) -> int:
    """Run the environment's Python in this folder; its exit code."""
    return subprocess.run([str(python_of()), *argumenter], cwd=ROD, env=environment(), check=False).returncode


def installed() -> None:
    """See to it that .venv holds the pinned packages. Raises StartFejl."""
    _right_python()
    stempel, oensket = MILJOE / "run-time", hashlib.sha256(KRAV.read_bytes()).hexdigest()
    if not _works():
        print("Laver .venv ...", flush=True)
        if subprocess.run([sys.executable, "-m", "venv", "--clear", str(MILJOE)], check=False).returncode:
            raise StartFejl(UDEN_VENV)
    elif stempel.exists() and stempel.read_text(encoding="utf-8").strip() == oensket:
        stempel.touch()
        return
    print("Installerer pakkerne ...", flush=True)
    if run("-m", "pip", "install", "--quiet", "--disable-pip-version-check", *_from_where(), "-r", str(KRAV)):
        raise StartFejl("Pakkerne kan ikke installeres; se linjerne ovenfor.")
    stempel.write_text(oensket, encoding="utf-8")


def _right_python() -> None:
    har = sys.version_info[:2]
    if har < AELDSTE:
        raise StartFejl("Der skal bruges Python {}.{} eller nyere; dette er {}.{}.".format(*AELDSTE, *har))
    om = HJUL / "om.json"
    if om.exists():
        post = json.loads(om.read_text(encoding="utf-8"))
        if post["python"] != "{}.{}".format(*har):
            raise StartFejl(
                "Mappen er pakket til Python {} ({}); dette er {}.{}. Start med den, fx: py -{} start.py".format(
                    post["python"], post["platform"], *har, post["python"]
                )
            )


def _works() -> bool:
    """Is there an environment that runs here? One that came from another machine with its folder does not."""
    try:
        return subprocess.run([str(python_of()), "-c", ""], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _from_where() -> list[str]:
    return ["--no-index", "--find-links", str(HJUL)] if HJUL.is_dir() else []


def up_to_date() -> None:
    """Build the database. Refused sources leave the last good one; without any, raises StartFejl."""
    if run("-m", "data.build") and not DATABASE.exists():
        raise StartFejl("Databasen kan ikke bygges; se linjerne ovenfor.")


def serve(port: str) -> int:
    """Become the server. Windows cannot: there it is a child that is waited for, and Ctrl+C reaches it by itself."""
    kommando = [str(python_of()), "-m", "streamlit", "run", "dashboard.py", "--server.port", port]
    if adresse := os.environ.get("ADRESSE"):
        kommando += ["--server.address", adresse]
    os.chdir(ROD)
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(kommando[0], kommando, environment())
    barn = subprocess.Popen(kommando, env=environment())
    while True:
        try:
            return barn.wait()
        except KeyboardInterrupt:
            continue


if __name__ == "__main__":
    sys.exit(main())
