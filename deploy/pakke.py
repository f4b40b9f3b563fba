"""A zip with everything that a machine without a net needs: python start.py --pakke win_amd64 [--python 3.12]

Code, data, map, and a wheel of every package for the platform and Python asked for: those that are pinned, and what
they in turn need there, in the versions that are installed and tested here. pip judges conditions such as
`sys_platform == "win32"` by the machine that it runs on, so they are judged here for the other one.
"""

import argparse
import email.parser
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROD = Path(__file__).resolve().parents[1]
KORTE = {"macosx": "macosx_14_0_arm64", "manylinux": "manylinux_2_28_x86_64"}
KENDTE = re.compile(r"win_(amd64|arm64)|macosx_\d+_\d+_(arm64|x86_64)|manylinux_2_\d+_(x86_64|aarch64)")
LINUX = re.compile(r"manylinux_2_(\d+)_(\w+)")
AELDSTE_GLIBC = 5
MAPPER = (".streamlit", "data", "deploy", "docs", "export", "geo", "pages", "queries", "ui", "views")
FILER = ("dashboard.py", "start.py", "requirements.txt", "README.md", "LICENSE")
# What is made where it runs, and the site's own: data.kopi takes that along.
IKKE_MED = re.compile(
    r"(^|/)(__pycache__|\.bygger-[^/]*|\.pakket|egne|fremvisninger)(/|$)|\.laas$|\.duckdb(\.|$)|adgang\.toml$"
)
NAVN = "laegedaekning"
BEGYND = """Lægedækning

1. Installér Python {python} (python.org), hvis den ikke er der.
2. Åbn en kommandolinje i denne mappe, og skriv:  {kommando} start.py
3. Åbn http://localhost:8501 i en browser.

Der skal ikke bruges net. Mere står i docs/drift.md og docs/brugervejledning.md.
"""


class PakkeFejl(Exception):
    """The package cannot be made. The text is for the user."""


@dataclass(frozen=True)
class Maal:
    """The machine that is packed for: a platform as pip names it, and a Python such as "3.12"."""

    platform: str
    python: str

    @property
    def tags(self) -> list[str]:
        """Every platform whose wheels run there, as far as pip does not know it by itself."""
        if fundet := LINUX.fullmatch(self.platform):
            return [f"manylinux_2_{nr}_{fundet[2]}" for nr in range(int(fundet[1]), AELDSTE_GLIBC - 1, -1)] + [
                f"manylinux2014_{fundet[2]}"
            ]
        return [self.platform]

    @property
    def omgivelser(self) -> dict[str, str]:
        """What conditions of requirements are judged by."""
        art, _, resten = self.platform.partition("_")
        navne = {"win": ("win32", "Windows", "nt"), "macosx": ("darwin", "Darwin", "posix")}
        sys_platform, system, os_navn = navne.get(art, ("linux", "Linux", "posix"))
        maskine = re.sub(r"^[\d_]*_", "", f"_{resten}")
        return {
            "sys_platform": sys_platform,
            "platform_system": system,
            "os_name": os_navn,
            "platform_machine": maskine.upper() if art == "win" else maskine,
            "python_version": self.python,
            "python_full_version": f"{self.python}.0",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        }


def target(platform: str, python: str) -> Maal:
    """Raises PakkeFejl when this names no machine that is packed for."""
    platform = KORTE.get(platform, platform)
    if not KENDTE.fullmatch(platform):
        mulige = ", ".join(("win_amd64", *KORTE, *KORTE.values()))
        raise PakkeFejl(f"»{platform}« er ingen platform, der kan pakkes til. Skriv fx {mulige}.")
    if not re.fullmatch(r"3\.\d+", python):
        raise PakkeFejl(f"»{python}« er ingen version af Python; skriv fx 3.12.")
    return Maal(platform, python)


def pinned(tekst: str, maal: Maal) -> list[Requirement]:
    """The lines of a requirements.txt that hold on that machine."""
    linjer = (linje.partition("#")[0].strip() for linje in tekst.splitlines())
    return [krav for linje in linjer if linje and holds(krav := Requirement(linje), maal)]


def holds(krav: Requirement, maal: Maal, tilvalg: Iterable[str] = ("",)) -> bool:
    """Is a package needed on that machine, with these extras?"""
    return krav.marker is None or any(krav.marker.evaluate({**maal.omgivelser, "extra": en}) for en in tilvalg)


def needed(hjul: Path, maal: Maal, tilvalg: Iterable[str] = ()) -> list[Requirement]:
    """What the package in a wheel needs in turn."""
    with zipfile.ZipFile(hjul) as fil:
        navn = next(en for en in fil.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", en))
        post = email.parser.HeaderParser().parsestr(fil.read(navn).decode("utf-8"))
    alle = map(Requirement, post.get_all("Requires-Dist") or ())
    return [krav for krav in alle if holds(krav, maal, ("", *tilvalg))]


def wheels(mappe: Path) -> dict[str, Path]:
    """The wheels in a folder by the package's name."""
    return {canonicalize_name(parse_wheel_filename(fil.name)[0]): fil for fil in mappe.glob("*.whl")}


def missing(mappe: Path, krav: Iterable[Requirement], maal: Maal) -> list[Requirement]:
    """What is needed, directly or in turn, and has no wheel of a version that will do in the folder."""
    har, set_, mangler, naeste = wheels(mappe), set(), {}, [*krav]
    while naeste:
        en = naeste.pop()
        navn, noegle = canonicalize_name(en.name), (canonicalize_name(en.name), str(en.specifier), frozenset(en.extras))
        if noegle in set_:
            continue
        set_.add(noegle)
        if navn not in har or not en.specifier.contains(parse_wheel_filename(har[navn].name)[1], prereleases=True):
            mangler[navn] = en
        else:
            naeste += needed(har[navn], maal, en.extras)
    return [*mangler.values()]


def as_here(krav: Requirement, installeret: Mapping[str, str]) -> str:
    """The requirement as pip reads it: in the version that is installed here, where that will do."""
    version = installeret.get(canonicalize_name(krav.name))
    if version and krav.specifier.contains(version, prereleases=True):
        return f"{krav.name}=={version}"
    return f"{krav.name}{krav.specifier}"


def fetch(mappe: Path, krav: list[Requirement], maal: Maal) -> None:
    """Fetch wheels until nothing is missing. Raises PakkeFejl, with the packages that have none for the machine."""
    installeret = {canonicalize_name(en.name): en.version for en in metadata.distributions()}
    spurgt: set[str] = set()
    while mangler := missing(mappe, krav, maal):
        naeste = [as_here(en, installeret) for en in mangler]
        if spurgt.issuperset(naeste):
            raise PakkeFejl(f"Pakkerne passer ikke sammen på {maal.platform}: {', '.join(naeste)}.")
        spurgt.update(naeste)
        _download(mappe, naeste, maal)


def _download(mappe: Path, pakker: list[str], maal: Maal) -> None:
    til = ["--only-binary=:all:", "--no-deps", "--implementation=cp", f"--python-version={maal.python}"]
    til += [f"--platform={en}" for en in maal.tags]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--dest", str(mappe)]
    if subprocess.run([*pip, *til, *pakker], check=False).returncode:
        raise PakkeFejl(
            f"Der er ikke hjul til {maal.platform} og Python {maal.python} af alle pakker; se linjerne ovenfor. "
            "Prøv en anden Python, eller en nyere udgave af systemet."
        )


def contents(rod: Path = ROD) -> Iterator[Path]:
    """The files of the product that go along."""
    yield from (rod / navn for navn in FILER)
    for mappe in MAPPER:
        for sti in sorted((rod / mappe).rglob("*")):
            if sti.is_file() and not IKKE_MED.search(sti.relative_to(rod).as_posix()):
                yield sti


def write(ud: Path, mappe: Path, maal: Maal, rod: Path = ROD) -> None:
    """The zip: the product in a folder of its own, and the wheels in hjul/ in that."""
    ny = ud.with_name(f".{ud.name}")
    kommando = f"py -{maal.python}" if maal.platform.startswith("win") else f"python{maal.python}"
    with zipfile.ZipFile(ny, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as fil:
        for sti in contents(rod):
            fil.write(sti, f"{NAVN}/{sti.relative_to(rod).as_posix()}")
        for sti in sorted(mappe.glob("*.whl")):
            fil.write(sti, f"{NAVN}/hjul/{sti.name}", zipfile.ZIP_STORED)
        om = {"platform": maal.platform, "python": maal.python}
        fil.writestr(f"{NAVN}/hjul/om.json", json.dumps(om))
        # notepad of an old Windows knows UTF-8 by its mark alone
        fil.writestr(f"{NAVN}/BEGYND-HER.txt", BEGYND.format(python=maal.python, kommando=kommando).encode("utf-8-sig"))
    ny.replace(ud)


def main(argumenter: list[str] | None = None) -> int:
    """Command line; returns 0 when the package is made, 2 when it cannot be."""
    parser = argparse.ArgumentParser(prog="python start.py --pakke PLATFORM", description="Lav en pakke uden net.")
    parser.add_argument("platform")
    parser.add_argument("python")
    valg = parser.parse_args(argumenter)
    try:
        maal = target(valg.platform, valg.python)
        ud = Path.cwd() / f"{NAVN}-{maal.platform}-python{maal.python}.zip"
        with tempfile.TemporaryDirectory() as mappe:
            krav = pinned((ROD / "requirements.txt").read_text(encoding="utf-8"), maal)
            fetch(Path(mappe), krav, maal)
            write(ud, Path(mappe), maal)
            antal = len(wheels(Path(mappe)))
    except PakkeFejl as fejl:
        print(fejl, file=sys.stderr)
        return 2
    print(f"{ud.name}: {antal} pakker, {ud.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
