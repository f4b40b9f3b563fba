"""A running server whose disk is made read-only, and then full: it goes on, refuses imports in words, and recovers."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import httpx
from playwright.sync_api import Page, sync_playwright

from tests import chromium
from tests.data.egne_versioner import everything
from tests.e2e.kopi import untouched_copy
from tests.e2e.server import Server, running
from tests.e2e.siden import wait_until
from tests.e2e.test_indlaesning import text, upload
from tests.last import montering
from tests.last.indlaesning_drab import Sted
from tests.last.indlaesning_hukommelse import workbook
from tests.last.indlaesning_ondsindede import open_import
from tests.last.klient import ScriptError, Session

RUMMELIG = 600 * 1024 * 1024
SIDER = (("overblik", ""), ("kort", "niveau=kommune"), ("ydernumre", "datasaet=egne"), ("data_og_kilder", ""))
LAENGST = 120
INDLAES = (sys.executable, "-m", "data.indlaes")


@dataclass
class Servertur:
    """The server, its project on a disk of its own, and what went wrong so far."""

    server: Server
    mappe: Path
    fejl: list[str]

    def expect(self, sandt: bool, hvad: str) -> None:
        if not sandt:
            self.fejl.append(hvad)
            print(f"FEJL: {hvad}", file=sys.stderr, flush=True)

    def command(self, *argumenter: str) -> tuple[int, str]:
        koersel = subprocess.run([*INDLAES, *argumenter], cwd=self.mappe, capture_output=True, encoding="utf-8")
        return koersel.returncode, koersel.stderr.strip()

    def health(self) -> dict:
        svar = httpx.get(f"{self.server.url}/sundhed", trust_env=False, timeout=60)
        return svar.json() | {"kode": svar.status_code}

    def expect_pages(self, hvad: str) -> None:
        """`/sundhed` and some pages answer."""
        svar = self.health()
        self.expect(svar["kode"] == 200 and svar["status"] == "ok", f"{hvad}: /sundhed: {svar}")
        with ThreadPoolExecutor(1) as traad:  # the browser's own loop runs in this one
            for galt in traad.submit(asyncio.run, self._failing_pages()).result():
                self.expect(False, f"{hvad}: {galt}")

    async def _failing_pages(self) -> list[str]:
        galt = []
        for side, query in SIDER:
            try:
                async with Session(self.server.port, side, query) as session:
                    await session.open()
            except (ScriptError, TimeoutError) as fejl:
                galt.append(f"/{side}: {fejl}")
        return galt


def try_server(_grundlag: Sted, rod: Path) -> list[str]:
    """On a disk of its own: imports are refused while it is spoilt, pages are shown all the time, and the same proposal
    is loaded when it is mended."""
    fejl: list[str] = []
    with montering.disk(rod, RUMMELIG), sync_playwright() as playwright:
        mappe = rod / "projekt"
        untouched_copy(mappe)
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        with running("streamlit", mappe) as server:
            tur = Servertur(server, mappe, fejl)
            tab = open_import(browser, server)
            fil = rod.parent / "foerste.xlsx"
            fil.write_bytes(workbook(1))
            kode, tekst = tur.command(str(fil))
            tur.expect(kode == 0, f"the first import: {tekst}")
            for nr, (grund, skade) in enumerate(
                (("disken er skrivebeskyttet", montering.read_only), ("disken er fuld", montering.full)), 2
            ):
                _spoil_and_mend(tur, tab, nr, grund, partial(skade, rod))
        browser.close()
    return fejl


def _spoil_and_mend(tur: Servertur, tab: Page, nr: int, grund: str, skade: Callable) -> None:
    data, version = tur.mappe / "data", tur.health()["dataversion"]
    foer = everything(data), (data / "laegedaekning.duckdb").read_bytes()
    upload(tab, workbook(nr))
    fil = tur.mappe.parent.parent / f"{nr}.xlsx"
    fil.write_bytes(workbook(nr))
    with skade():
        tur.expect_pages(f"{grund}, før en indlæsning")
        kode, tekst = tur.command(str(fil))
        tur.expect(kode == 2 and grund in tekst and "Intet er ændret" in tekst, f"{grund}: {kode}, »{tekst}«")
        print(f"{grund}: kommandoen siger »{tekst}«", flush=True)
        tab.get_by_role("button", name="Indlæs", exact=True).click()
        svaret = wait_until(tab, lambda: grund in text(tab), LAENGST)
        tur.expect(svaret, f"{grund}: the page says »{text(tab)[-600:]}«")
        tur.expect_pages(f"{grund}, efter en indlæsning")
        tur.expect(tur.health()["dataversion"] == version, f"{grund}: the server shows other data")
        tur.expect((everything(data), (data / "laegedaekning.duckdb").read_bytes()) == foer, f"{grund}: files changed")
    tab.get_by_role("button", name="Indlæs", exact=True).click()
    lykkedes = wait_until(tab, lambda: f"Version {nr}" in text(tab) and "er i brug" in text(tab), LAENGST)
    tur.expect(lykkedes, f"{grund}: afterwards the page says »{text(tab)[-600:]}«")
    tur.expect_pages(f"{grund}, bagefter")
    tur.expect(tur.health()["dataversion"] != version, f"{grund}: the server does not show the new version")
    rester = [*data.rglob(".ny-*"), *data.glob(".bygger-*")]
    tur.expect(not rester, f"{grund}: left behind: {rester}")
