"""Imports and goings back that are killed: python -m tests.last.indlaesning_drab

DRAB (200) imports, and a going back for every fourth of them, are killed (kill -9): before they write, while they
build, while the Views are asked, and most of them within the few milliseconds of the switch itself. After each kill no
version may be lost or changed, the pointer's history must be whole and in order, a reader must see what the pointer
said before or says now, and the next start must make the two the same. It happens in a temporary folder. Ends with 1
when anything failed.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from data.build import DATA, build
from data.indlaes import Fil, all_versions, load, propose, read_pointer
from data.versioner import folder, read_tables
from queries.database import Database
from tests.dag import I_DAG, NU
from tests.data.egne_versioner import broken_history, everything
from tests.data.indlaes_filer import UDBUD, as_csv

DRAB = int(os.environ.get("DRAB", "200"))
TILBAGE_FOR_HVER = 4
ROD = Path(__file__).resolve().parents[2]
KOMMANDO = (sys.executable, "-m", "data.indlaes")
FILER = {"a.csv": 40, "b.csv": 60}
# Moments to be killed at, with how often. To ask the Views takes by far the longest and writes nothing.
SKRIVNING, BYGNING, VISNINGER, SKIFTET = "før der skrives", "mens der bygges", "mens visninger prøves", "under skiftet"
VAEGTE = {SKRIVNING: 2, BYGNING: 6, VISNINGER: 1, SKIFTET: 11}
KIG = 0.002


@dataclass
class Sted:
    """Where it happens: the sources, the database, and the files that are imported in turn."""

    kilder: Path
    ud: Path
    mappe: Path

    def start(self, *argumenter: str) -> subprocess.Popen:
        """An import or a going back, in a group of its own with the children it starts."""
        return subprocess.Popen(
            [*KOMMANDO, *argumenter, "--kilder", str(self.kilder), "--out", str(self.ud)],
            cwd=ROD,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def signs(self, oejeblik: str) -> set[tuple[str, int]]:
        """What tells from outside that a loading has come so far; an earlier one may have left the same."""
        egne = self.kilder / "egne"
        if oejeblik == SKIFTET:  # a going back keeps no version: its first sign is the copy of the old pointer
            stier = [*(egne / "versioner").glob(".ny-*/version.json"), *egne.glob(".ny-gaeldende*")]
        else:
            stier = [*self.ud.parent.glob(".bygger-*")]
        fundet = set()
        for sti in stier:
            try:
                fundet.add((str(sti), sti.stat().st_mtime_ns if sti.is_file() else 0))
            except FileNotFoundError:
                continue
        return fundet

    def leftovers(self) -> list[Path]:
        """What a loading that was cut off left behind."""
        egne = self.kilder / "egne"
        return [*egne.rglob(".ny-*"), *self.ud.parent.glob(".bygger-*")]

    def ids(self, navn: str) -> frozenset[str]:
        """The tenders of a version, by its name; none of no version."""
        return frozenset(read_tables(folder(self.kilder, navn))["udbud"]["udbud_id"]) if navn else frozenset()

    def seen_ids(self) -> frozenset[str]:
        """The tenders that a reader sees in the own data, opened as the app opens the database."""
        with Database(self.ud).snapshot().forbindelse.cursor() as cursor:
            egne = cursor.table("udbud").filter("datasaet = 'egne'").project("udbud_id")
            return frozenset(post for (post,) in egne.fetchall())

    def version_files(self) -> dict[str, bytes]:
        alle = everything(self.kilder)
        return {navn: indhold for navn, indhold in alle.items() if navn.startswith("versioner")}


def prepared(mappe: Path) -> Sted:
    """All sources, a database of them, and two versions."""
    sted = Sted(mappe / "kilder", mappe / "db" / "laegedaekning.duckdb", mappe)
    for kilde in ("katalog", "geografi", "offentlig", "eksempel"):
        shutil.copytree(DATA / kilde, sted.kilder / kilde)
    build(sted.ud, sted.kilder)
    for navn, antal in FILER.items():
        raekker = [UDBUD | {"Udbuds-id": f"{navn[0]}-{nr}", "Sted": f"By {nr}"} for nr in range(antal)]
        (mappe / navn).write_bytes(as_csv(*raekker))
    load(propose([Fil("a.csv", (mappe / "a.csv").read_bytes())], kilder=sted.kilder, i_dag=I_DAG), ud=sted.ud, nu=NU)
    return sted


@dataclass
class Drab:
    """Kills one loading after the other, and keeps what must still be there."""

    sted: Sted
    tilfaeldig: random.Random
    sekunder: dict[str, float] = field(default_factory=dict)
    draebt: int = 0
    naaede: int = 0
    rester: int = 0
    fejl: list[str] = field(default_factory=list)
    udfald: Counter = field(default_factory=Counter)

    def measure(self) -> None:
        """How long each moment lasts, of loadings that nobody kills."""
        indlaest, tilbage = self._moments(str(self.sted.mappe / "b.csv")), self._moments("--tilbage", "1")
        self.sekunder = {
            SKRIVNING: indlaest[BYGNING],
            BYGNING: tilbage[SKIFTET] - tilbage[BYGNING],  # which asks no Views
            VISNINGER: indlaest[SKIFTET] - indlaest[BYGNING],
            SKIFTET: max(en["færdig"] - en[SKIFTET] for en in (indlaest, tilbage)),
        }
        print("  ".join(f"{navn}: {tid:.3f} s" for navn, tid in self.sekunder.items()), flush=True)

    def _moments(self, *argumenter: str) -> dict[str, float]:
        """When a loading came to each moment, in seconds from its start."""
        sted, begyndt = self.sted, time.perf_counter()
        fil, gamle = sted.ud.stat().st_ino, {en: sted.signs(en) for en in (BYGNING, SKIFTET)}
        tegn = {en: lambda en=en: sted.signs(en) - gamle[en] for en in gamle}
        tegn["færdig"] = lambda: sted.ud.stat().st_ino != fil
        proces = sted.start(*argumenter)
        naaet = {}
        for oejeblik, set_ in tegn.items():
            wait_until(proces, set_)
            naaet[oejeblik] = time.perf_counter() - begyndt
        proces.wait()
        return naaet

    def kill_one(self, tilbage: bool) -> None:
        """Start a loading, kill it at a random moment, and look at what is left."""
        sted = self.sted
        foer, filer = read_pointer(sted.kilder), sted.version_files()
        oejeblik = self.tilfaeldig.choices(list(VAEGTE), VAEGTE.values())[0]
        if tilbage and oejeblik == VISNINGER:
            oejeblik = SKIFTET
        gamle = sted.signs(oejeblik)
        proces = sted.start(*(self._going_back(foer.gaeldende) if tilbage else self._import(foer.gaeldende)))
        if oejeblik != SKRIVNING:
            wait_until(proces, lambda: sted.signs(oejeblik) - gamle)
        time.sleep(self._pause(oejeblik))
        faerdig = proces.poll() is not None
        proces.kill()
        proces.wait()
        self.naaede += faerdig
        self.draebt += not faerdig and not tilbage
        self._judge(f"{'tilbage' if tilbage else 'indlæsning'} dræbt {oejeblik}", foer, filer)
        end_children(proces)

    def _import(self, gaeldende: str) -> tuple[str, ...]:
        """The other of the two files: the same again has nothing to do."""
        er_a = any(post.startswith("a-") for post in self.sted.ids(gaeldende))
        return (str(self.sted.mappe / ("b.csv" if er_a else "a.csv")),)

    def _going_back(self, gaeldende: str) -> tuple[str, ...]:
        andre = [en.nr for en in all_versions(self.sted.kilder) if en.navn != gaeldende] + [0] * bool(gaeldende)
        return ("--tilbage", str(self.tilfaeldig.choice(andre)))

    def _pause(self, oejeblik: str) -> float:
        fra = self.sekunder[BYGNING] if oejeblik == VISNINGER else 0
        return self.tilfaeldig.uniform(fra, self.sekunder[oejeblik] * (1.5 if oejeblik == SKIFTET else 1))

    def _judge(self, hvad: str, foer, filer: dict[str, bytes]) -> None:
        """Everything that must hold: as it was left, and after what the next start of the app does."""
        sted = self.sted
        efterladt, nu = sted.leftovers(), read_pointer(sted.kilder)
        self.rester += bool(efterladt)
        set_ = sted.seen_ids()
        skiftet, fulgt_med = nu.skift != foer.skift, set_ == sted.ids(nu.gaeldende)
        ny = len(sted.version_files()) > len(filer)
        self.udfald[left_as(bool(efterladt), ny, skiftet, fulgt_med)] += 1
        galt = broken_history(foer, nu)
        if not filer.items() <= sted.version_files().items():
            galt.append("a version was lost or changed")
        if not all(en.version for en in all_versions(sted.kilder)):
            galt.append("a version cannot be used")
        if set_ not in (sted.ids(foer.gaeldende), sted.ids(nu.gaeldende)):
            galt.append("a reader sees something else")
        build(sted.ud, sted.kilder)
        if sted.seen_ids() != sted.ids(nu.gaeldende):
            galt.append("the next start did not make the database that of the pointer")
        if read_pointer(sted.kilder) != nu:
            galt.append("the next start changed the pointer")
        self.fejl += [f"{hvad}: {en}" for en in galt]
        for en in galt:
            print(f"{hvad}: {en}", file=sys.stderr, flush=True)


def left_as(rester: bool, ny_version: bool, skiftet: bool, fulgt_med: bool) -> str:
    """In words, how far a killed loading had come."""
    if skiftet:
        return "pegepind og database skiftet" if fulgt_med else "pegepind skiftet, databasen ikke"
    if ny_version:
        return "version gemt, pegepind ikke skiftet"
    return "rester af det halve" if rester else "intet skrevet"


def wait_until(proces: subprocess.Popen, sandt) -> None:
    """Look often, until it is true or the process has ended."""
    while not sandt() and proces.poll() is None:
        time.sleep(KIG)


def end_children(proces: subprocess.Popen) -> None:
    """What a killed loading had asked to look at the Views: it ends by itself, but would slow the next one."""
    try:
        os.killpg(proces.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def main() -> int:
    """Returns 1 when something was lost."""
    with tempfile.TemporaryDirectory() as navn:
        sted = prepared(Path(navn))
        drab = Drab(sted, random.Random(1))
        drab.measure()
        begyndt = time.monotonic()
        tilbage = 0
        while drab.draebt < DRAB:
            drab.kill_one(False)
            if drab.draebt >= (tilbage + 1) * TILBAGE_FOR_HVER:
                drab.kill_one(True)
                tilbage += 1
            if (drab.draebt + tilbage) % 10 == 0:
                print(f"{drab.draebt} + {tilbage}, {time.monotonic() - begyndt:.0f} s, {dict(drab.udfald)}", flush=True)
        load(propose([Fil("c.csv", as_csv(UDBUD))], kilder=sted.kilder, i_dag=I_DAG), ud=sted.ud, nu=NU)
        skift = read_pointer(sted.kilder).skift
        tilovers = sted.leftovers()
        print(
            f"{drab.draebt} indlæsninger og {tilbage} gange tilbage dræbt ({drab.naaede} nåede at blive færdige): "
            f"{len(drab.fejl)} fejl; {drab.rester} efterlod rester, {len(tilovers)} rester efter den næste indlæsning; "
            f"{len(all_versions(sted.kilder))} versioner, {len(skift)} skift i historien"
        )
        print("; ".join(f"{navn}: {antal}" for navn, antal in drab.udfald.most_common()))
    return 1 if drab.fejl or tilovers else 0


if __name__ == "__main__":
    sys.exit(main())
