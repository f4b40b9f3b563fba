"""Imports on disks that are full or read-only, and with a pointer that is lost: python -m tests.last.indlaesning_disk

On real small disks (tmpfs), from "nothing fits" to "just fits": a build and an import on each; a disk that is filled,
or made read-only, in the middle of an import, in the switch itself too; a running server whose disk is made read-only,
and full; a pointer that is missing, older or broken. No version may be lost, a reader must see what the pointer says or
said, what is refused must be refused in Danish, and the next import must leave nothing behind. Says so and ends with 0
where nothing can be mounted; else ends with 1 when anything failed.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from data.indlaes import all_versions
from tests.last import montering
from tests.last.indlaesning_diskserver import try_server
from tests.last.indlaesning_drab import BYGNING, Sted, prepared, wait_until
from tests.last.proeve import on_disk, said

KB, MB = 1024, 1024 * 1024
RUMMELIG = 400 * MB
FULD, SKRIVEBESKYTTET = "disken er fuld", "disken er skrivebeskyttet"
VEJ_VIDERE = "--tilbage NR. Intet er slettet."
# Beside the old database and the new one a version is a few kB.
KNAP = tuple(nr * 4 * KB for nr in (0, 1, 2, 3, 4, 8))
# What is moved into place in an import, in this order.
FLYTNINGER = ("versionen", "pegepinden", "databasen")
# An import whose disk is made read-only just before the so many-eth move: the switch is over in a few milliseconds.
IMPORT_AFBRUDT = """
import os, sys
from data.indlaes.__main__ import main
from tests.last.montering import mount_read_only
flyt, rod, tilbage = os.replace, sys.argv[1], int(sys.argv[2])
def replace(fra, til):
    global tilbage
    if tilbage == 0:
        mount_read_only(rod)
    tilbage -= 1
    flyt(fra, til)
os.replace = replace
sys.exit(main(sys.argv[3:]))
"""


def measure_need(grundlag: Sted, rod: Path) -> int:
    """Bytes that an import needs at most beside what is there."""
    with montering.disk(rod, RUMMELIG):
        proeve = on_disk(grundlag, rod)
        foer, mest, faerdig = montering.used(rod), 0, threading.Event()

        def look() -> None:
            nonlocal mest
            while not faerdig.wait(0.002):
                mest = max(mest, montering.used(rod))

        traad = threading.Thread(target=look)
        traad.start()
        kode, tekst = proeve.run("data.indlaes", proeve.other_file())
        faerdig.set()
        traad.join()
        proeve.judge("med plads nok", kode, tekst, "aldrig")
    return mest - foer


def try_sizes(grundlag: Sted, rod: Path) -> list[str]:
    """A build and an import on disks with ever more room."""
    behov = measure_need(grundlag, rod)
    print(f"en indlæsning fylder højst {behov / MB:.1f} MB ud over det, der ligger der", flush=True)
    pladser = {0, 4 * KB, 16 * KB, 64 * KB, 512 * KB, 2 * MB, *(behov * nr // 8 for nr in range(2, 8))}
    pladser |= {behov - 64 * KB, behov - 16 * KB, behov - 4 * KB, behov, behov + 64 * KB, behov + 4 * MB}
    fejl, koder = [], []
    for plads in sorted(pladser):
        with montering.disk(rod, RUMMELIG):
            proeve = on_disk(grundlag, rod)
            montering.leave_free(rod, plads)
            hvad = f"{plads / MB:.3f} MB fri"
            foer = proeve.sted.ud.read_bytes()
            bygget, tekst = proeve.run("data.build", "--igen")
            proeve.judge_build(f"{hvad}, bygning", bygget, tekst, FULD, foer)
            kode, tekst = proeve.run("data.indlaes", proeve.other_file())
            proeve.judge(f"{hvad}, indlæsning", kode, tekst, FULD)
            proeve.expect(not proeve.sted.leftovers(), f"{hvad}: left behind at once: {proeve.sted.leftovers()}")
            montering.leave_free(rod, RUMMELIG)
            proeve.go_on(hvad)
            print(f"{hvad}: bygning {said(bygget)}, indlæsning {said(kode)}", flush=True)
            fejl += proeve.fejl
            koder.append(kode)
    if koder[0] != 2 or koder[-1] != 0:
        fejl.append(f"the sizes do not go from nothing fits to all fits: {koder}")
    return fejl


@dataclass(frozen=True)
class Skade:
    """Something that happens to the disk during an import. `naar` waits for the moment and stops the import there."""

    navn: str
    grund: str
    gaa_galt: Callable[[Path], AbstractContextManager]
    naar: Callable[[subprocess.Popen, Sted], None]


def damages() -> list[Skade]:
    """Full and read-only, from the first file to the switch."""
    fyldt = [
        Skade(f"fyldt før skiftet, {plads // KB} kB fri", FULD, partial(montering.full, plads=plads), when_built)
        for plads in KNAP
    ]
    bygning = [
        Skade(f"skrivebeskyttet {tid:g} s inde i bygningen", SKRIVEBESKYTTET, montering.read_only, in_build(tid))
        for tid in (0, 0.3, 0.9)
    ]
    visninger = [Skade("skrivebeskyttet, mens visninger prøves", SKRIVEBESKYTTET, montering.read_only, when_built)]
    return [*fyldt, *bygning, *visninger]


def in_build(sekunder: float) -> Callable[[subprocess.Popen, Sted], None]:
    """So long after the import began to build."""

    def wait(proces: subprocess.Popen, sted: Sted) -> None:
        wait_until(proces, lambda: sted.signs(BYGNING))
        time.sleep(sekunder)
        proces.send_signal(signal.SIGSTOP)

    return wait


def when_built(proces: subprocess.Popen, sted: Sted) -> None:
    """When the new database is written; then its Views are asked, which takes some seconds and writes nothing."""
    set_, siden = (), time.monotonic()
    while time.monotonic() - siden < 1.5 and proces.poll() is None:
        time.sleep(0.1)
        nu = tuple((fil.name, fil.stat().st_size) for fil in sted.ud.parent.glob(".bygger-*/*") if os.path.exists(fil))
        if not nu or nu != set_:
            set_, siden = nu, time.monotonic()
    proces.send_signal(signal.SIGSTOP)


def try_damages(grundlag: Sted, rod: Path) -> list[str]:
    """Let the disk go wrong in the middle of an import."""
    fejl = []
    for skade in damages():
        with montering.disk(rod, RUMMELIG):
            proeve = on_disk(grundlag, rod)
            proces = proeve.start()
            skade.naar(proces, proeve.sted)
            with skade.gaa_galt(rod):
                proces.send_signal(signal.SIGCONT)
                _, tekst = proces.communicate()
                proeve.judge(skade.navn, proces.returncode, tekst, skade.grund)
            proeve.go_on(skade.navn)
            print(f"{skade.navn}: {said(proces.returncode)}: {tekst.strip()}", flush=True)
            fejl += proeve.fejl
    return fejl


def try_switch(grundlag: Sted, rod: Path) -> list[str]:
    """Let the disk be made read-only in the middle of the switch."""
    fejl = []
    for nr, navn in enumerate(FLYTNINGER):
        hvad = f"skrivebeskyttet, lige før {navn} kommer på plads"
        with montering.disk(rod, RUMMELIG):
            proeve = on_disk(grundlag, rod)
            kode, tekst = proeve.run_python("-c", IMPORT_AFBRUDT, str(rod), str(nr), proeve.other_file())
            proeve.judge(hvad, kode, tekst, SKRIVEBESKYTTET)
            proeve.expect(kode == 2, f"{hvad}: it was let through")
            montering.unmount(rod)
            proeve.go_on(hvad)
            print(f"{hvad}: {said(kode)}: {tekst}", flush=True)
            fejl += proeve.fejl
    return fejl


def try_pointers(grundlag: Sted, rod: Path) -> list[str]:
    """Lose the pointer in every way that there is: what is said, and the way on."""
    mappe = rod / "pegepind"
    mappe.mkdir()
    proeve = on_disk(grundlag, mappe)
    fil = proeve.sted.kilder / "egne" / "gaeldende"
    gammel = fil.read_bytes()
    for _ in range(2):
        kode, tekst = proeve.run("data.indlaes", proeve.other_file())
        proeve.expect(kode == 0, f"before the pointer is lost: {tekst}")
    proeve.remember()
    antal = len(all_versions(proeve.sted.kilder))
    proeve.expect(antal == 3, f"three versions were to be there, not {antal}")
    set_ = proeve.sted.seen_ids()
    for navn, indhold, sagt in (
        ("mangler", None, f"Filen egne/gaeldende mangler, men der ligger {antal} versioner."),
        ("ødelagt", gammel[: len(gammel) // 2], "Filen egne/gaeldende er ødelagt."),
        ("tom", b"", "Filen egne/gaeldende er ødelagt."),
    ):
        fil.unlink() if indhold is None else fil.write_bytes(indhold)
        for modul, argumenter in (("data.indlaes", (proeve.other_file(),)), ("data.build", ("--igen",))):
            kode, tekst = proeve.run(modul, *argumenter)
            proeve.expect(kode == 2 and sagt in tekst and VEJ_VIDERE in tekst, f"pegepind {navn}, {modul}: »{tekst}«")
        proeve.expect(proeve.sted.seen_ids() == set_, f"pegepind {navn}: a reader's data")
        proeve.expect_choice(f"pegepind {navn}", antal)
        print(f"pegepind {navn}: {sagt} Taget i brug igen med --tilbage {antal}", flush=True)
    fil.write_bytes(gammel)
    _, ud = proeve.run("data.indlaes", proeve.other_file(), "--proev")
    proeve.expect("Version 3 og 2 ligger" in ud and "ikke nævnt i egne/gaeldende" in ud, f"pegepind ældre: »{ud}«")
    proeve.expect_choice("pegepind ældre", antal)
    print(f"pegepind ældre: {next((linje for linje in ud.splitlines() if 'ikke nævnt' in linje), 'intet sagt')}")
    proeve.remember()
    proeve.go_on("pegepind til sidst")
    return proeve.fejl


def main() -> int:
    """Returns 1 when something was lost, or a refusal was no sentence."""
    if hvorfor := montering.is_allowed():
        print(f"Her kan ingen disk monteres ({hvorfor}); prøverne med små diske er sprunget over.")
        return 0
    with tempfile.TemporaryDirectory() as navn:
        mappe = Path(navn)
        grundlag = prepared(mappe)
        fejl = []
        for proev in (try_pointers, try_switch, try_sizes, try_damages, try_server):
            begyndt = time.monotonic()
            nye = proev(grundlag, mappe / "disk" if proev is not try_pointers else mappe)
            print(f"{proev.__name__}: {len(nye)} fejl, {time.monotonic() - begyndt:.0f} s", flush=True)
            fejl += nye
    print(f"{len(fejl)} fejl" + "".join(f"\n  {en}" for en in fejl))
    return 1 if fejl else 0


if __name__ == "__main__":
    sys.exit(main())
