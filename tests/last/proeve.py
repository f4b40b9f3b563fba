"""A data folder that something is done to, and what must hold of it whatever that is."""

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from data.build import build
from data.indlaes import all_versions, read_pointer
from tests.data.egne_versioner import broken_history
from tests.last.indlaesning_drab import ROD, Sted

FORSOEG = 3


@dataclass
class Proeve:
    """One data folder on a disk, and what must hold of it whatever happens."""

    sted: Sted
    fejl: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.remember()

    def remember(self) -> None:
        """What is there now must still be there afterwards."""
        self._pegepind = read_pointer(self.sted.kilder)
        self._filer = self.sted.version_files()

    def run(self, modul: str, *argumenter: str) -> tuple[int, str]:
        """A command on the folder: its exit code and what it complains of, or else what it says."""
        return self.run_python("-m", modul, *argumenter)

    def run_python(self, *argumenter: str) -> tuple[int, str]:
        """As `run`, of whatever Python is told to do. On a busy machine the Views may take longer than an import waits
        for them; that is no answer to what is asked here."""
        kommando = [sys.executable, *argumenter, *self.where()]
        for _ in range(FORSOEG):
            koersel = subprocess.run(kommando, cwd=ROD, capture_output=True, encoding="utf-8")
            if "kunne ikke efterprøves" not in koersel.stderr:
                break
        return koersel.returncode, koersel.stderr.strip() or koersel.stdout.strip()

    def where(self) -> tuple[str, ...]:
        return "--kilder", str(self.sted.kilder), "--out", str(self.sted.ud)

    def expect(self, sandt: bool, hvad: str) -> None:
        if not sandt:
            self.fejl.append(hvad)
            print(f"FEJL: {hvad}", file=sys.stderr, flush=True)

    def judge(self, hvad: str, kode: int, tekst: str, grund: str) -> None:
        """After an import that was let through (0), or refused for that reason."""
        sted, nu = self.sted, read_pointer(self.sted.kilder)
        set_ = sted.seen_ids()
        self.expect(kode == 0 or (kode == 2 and grund in tekst), f"{hvad}: code {kode}, »{tekst[-300:]}«")
        self.expect("Traceback" not in tekst, f"{hvad}: a traceback: {tekst[-800:]}")
        self.expect(set_ in (sted.ids(self._pegepind.gaeldende), sted.ids(nu.gaeldende)), f"{hvad}: a reader's data")
        self.expect(kode != 0 or set_ == sted.ids(nu.gaeldende) != sted.ids(self._pegepind.gaeldende), f"{hvad}: done?")
        if "Intet er ændret" in tekst:
            self.expect(nu == self._pegepind, f"{hvad}: it is said that nothing was changed")
        self._expect_nothing_lost(hvad, nu)

    def _expect_nothing_lost(self, hvad: str, nu) -> None:
        self.expect(self._filer.items() <= self.sted.version_files().items(), f"{hvad}: a version was lost or changed")
        self.expect(all(en.version for en in all_versions(self.sted.kilder)), f"{hvad}: a version cannot be used")
        for galt in broken_history(self._pegepind, nu):
            self.expect(False, f"{hvad}: {galt}")

    def judge_build(self, hvad: str, kode: int, tekst: str, grund: str, foer: bytes) -> None:
        """After a build that was let through, or refused for that reason: readers see the same data."""
        self.expect(kode == 0 or (kode == 2 and grund in tekst), f"{hvad}: code {kode}, »{tekst[-300:]}«")
        self.expect(kode == 0 or self.sted.ud.read_bytes() == foer, f"{hvad}: refused, but the database is another")
        self.expect(self.sted.seen_ids() == self.sted.ids(self._pegepind.gaeldende), f"{hvad}: a reader's data")
        self._expect_nothing_lost(hvad, read_pointer(self.sted.kilder))

    def go_on(self, hvad: str) -> None:
        """With room to write: the next start makes the database that of the pointer, and the next import works."""
        sted = self.sted
        build(sted.ud, sted.kilder)
        self.expect(sted.seen_ids() == sted.ids(read_pointer(sted.kilder).gaeldende), f"{hvad}: the next start")
        self.remember()
        kode, tekst = self.run("data.indlaes", self.other_file())
        self.judge(f"{hvad}, den næste", kode, tekst, "aldrig")
        self.expect(not sted.leftovers(), f"{hvad}: left behind: {sted.leftovers()}")

    def expect_choice(self, hvad: str, nr: int) -> None:
        """Choosing a version by hand makes all as it was, with every version there."""
        kode, tekst = self.run("data.indlaes", "--tilbage", str(nr))
        navn = read_pointer(self.sted.kilder).gaeldende
        self.expect(kode == 0 and navn.startswith(f"{nr:04d}-"), f"{hvad}: --tilbage {nr}: {kode}, »{tekst}«")
        self.expect(self.sted.seen_ids() == self.sted.ids(navn), f"{hvad}: a reader's data after --tilbage {nr}")
        self.expect(self._filer.items() <= self.sted.version_files().items(), f"{hvad}: a version was lost or changed")

    def other_file(self) -> str:
        """The same again has nothing to do."""
        er_a = any(post.startswith("a-") for post in self.sted.seen_ids())
        return str(self.sted.mappe / ("b.csv" if er_a else "a.csv"))

    def start(self) -> subprocess.Popen:
        """An import that something is to happen to."""
        return subprocess.Popen(
            [sys.executable, "-m", "data.indlaes", self.other_file(), *self.where()],
            cwd=ROD,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )


def on_disk(grundlag: Sted, rod: Path) -> Proeve:
    """A copy of the data folder on the disk at `rod`."""
    shutil.copytree(grundlag.kilder, rod / "kilder")
    (rod / "db").mkdir()
    shutil.copy(grundlag.ud, rod / "db")
    return Proeve(Sted(rod / "kilder", rod / "db" / grundlag.ud.name, grundlag.mappe))


def said(kode: int) -> str:
    return {0: "lykkedes", 2: "afvist"}.get(kode, f"KODE {kode}")
