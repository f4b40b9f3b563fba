"""What imports leave in the memory of a real server: python -m tests.last.indlaesning_hukommelse

A server as users start it, on a copy of the project, gets IMPORTER (30) imports one after the other: the first three
and each tenth by its own page in a browser, the others by `python -m data.indlaes` beside it. After each, pages are
opened, and its memory (RSS, its children's with it) is read: after those by the page when the server has warmed all of
Kort, after the others when it has worked on that for PAUSE seconds. After the last, which is warmed too, it must be
within MEST_MB of that after the third. Linux only. Ends with 1 when it is not.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
from playwright.sync_api import sync_playwright

from tests import chromium
from tests.data.indlaes_filer import UDBUD, as_xlsx, table
from tests.e2e.kopi import untouched_copy
from tests.e2e.server import Server, running
from tests.e2e.test_indlaesning import load
from tests.last.indlaesning_ondsindede import open_import
from tests.last.klient import Session

IMPORTER = int(os.environ.get("IMPORTER", "30"))
MEST_MB = 100
PAUSE = 15
FORSOEG = 5
LAENGST_INDLAESNING = 600
SIDER = (("overblik", ""), ("kort", "niveau=region"), ("ydernumre", "datasaet=egne"), ("data_og_kilder", ""))
SIDE = os.sysconf("SC_PAGE_SIZE")
# What a server that nobody asks does by itself; more is a fault of its own.
LAENGST_VARM = 3600


def workbook(nr: int) -> bytes:
    """Tenders of which some are others than at the import before."""
    poster = (UDBUD | {"Udbuds-id": f"nr-{nr}-{en}", "Sted": f"By {en}", "Antal": en % 4 + 1} for en in range(100 + nr))
    return as_xlsx({"Udbud": table(*poster)})


def memory_mb(server: Server) -> float:
    """MB that the server and all processes it has started hold."""
    boern: dict[int, list[int]] = {}
    for sti in Path("/proc").glob("[0-9]*/stat"):
        try:
            foraelder = int(sti.read_text().rsplit(")", 1)[1].split()[1])
        except OSError:  # it has ended
            continue
        boern.setdefault(foraelder, []).append(int(sti.parent.name))
    alle = [server.proces.pid]
    for pid in alle:
        alle += boern.get(pid, [])
    return sum(map(_resident, alle)) / 1e6


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * SIDE
    except OSError:
        return 0


def health(server: Server) -> dict:
    return httpx.get(f"{server.url}/sundhed", trust_env=False, timeout=60).json()


def import_beside(mappe: Path, nr: int) -> None:
    """By the command, on the data folder of the running server. Raises RuntimeError with its words when it is refused
    again and again: on a busy machine the Views may take longer than an import waits."""
    fil = mappe.parent / f"{nr}.xlsx"
    fil.write_bytes(workbook(nr))
    for _ in range(FORSOEG):
        koersel = subprocess.run(
            [sys.executable, "-m", "data.indlaes", str(fil)], cwd=mappe, capture_output=True, encoding="utf-8"
        )
        if koersel.returncode == 0:
            return
        print(f"indlæsning {nr}: {koersel.stderr.strip()}", flush=True)
    raise RuntimeError(f"Import {nr} was refused {FORSOEG} times")


def import_by_page(browser, server: Server, nr: int) -> None:
    """By the page's own upload, in a tab that is closed afterwards."""
    tab = open_import(browser, server)
    load(tab, workbook(nr), f"Version {nr}", LAENGST_INDLAESNING)
    tab.close()


async def open_pages(server: Server) -> None:
    """A tab on each of some pages. Raises ScriptError when one fails."""
    for side, query in SIDER:
        async with Session(server.port, side, query) as session:
            await session.open()


def wait_warm(server: Server) -> None:
    """Until the server has made all of Kort of the newest version."""
    slut = time.monotonic() + LAENGST_VARM
    while not (svar := health(server))["varm"]:
        if time.monotonic() > slut:
            raise TimeoutError(f"The server is not warm after {LAENGST_VARM} s: {svar}")
        time.sleep(1)


def measure(browser, server: Server, mappe: Path) -> list[float]:
    """The memory after each import, in MB."""
    maalt = []
    for nr in range(1, IMPORTER + 1):
        foer, begyndt = health(server)["dataversion"], time.monotonic()
        paa_siden = nr <= 3 or nr % 10 == 0
        import_by_page(browser, server, nr) if paa_siden else import_beside(mappe, nr)
        indlaest = time.monotonic()
        with ThreadPoolExecutor(1) as traad:  # the browser's own loop runs in this one
            traad.submit(asyncio.run, open_pages(server)).result()
        if health(server)["dataversion"] == foer:
            raise RuntimeError(f"The server shows nothing of import {nr}:\n{server.log()}")
        wait_warm(server) if paa_siden or nr == IMPORTER else time.sleep(PAUSE)
        maalt.append(memory_mb(server))
        print(
            f"indlæsning {nr} {'på siden' if paa_siden else 'ved siden af'}: {indlaest - begyndt:.0f} s, "
            f"målt efter {time.monotonic() - indlaest:.0f} s: {maalt[-1]:.0f} MB",
            flush=True,
        )
    return maalt


def main() -> int:
    """Returns 1 when the memory grew by more than it may."""
    with tempfile.TemporaryDirectory() as navn, sync_playwright() as playwright:
        mappe = Path(navn) / "projekt"
        untouched_copy(mappe)
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        with running("streamlit", mappe, miljoe={"OPVARMNING": "ja"}) as server:
            maalt = measure(browser, server, mappe)
        browser.close()
    vokset = maalt[-1] - maalt[min(2, len(maalt) - 1)]
    print(f"{vokset:+.0f} MB siden den tredje (højst {MEST_MB}); mest {max(maalt):.0f} MB")
    return 1 if vokset > MEST_MB else 0


if __name__ == "__main__":
    sys.exit(main())
