"""Hostile files through the real page of a real server: python -m tests.last.indlaesning_ondsindede

Every file of tests/regneark/ondsindede.py is uploaded in a browser, while `/sundhed` is asked ten times a second; then
one session puts 60 files of 19 MB past the page, as a script would, and closes its tab. Ends with 1 when an answer was
slower than MAAL_SEKUNDER, a file was not answered in words, or the memory did not come back within MAAL_MB.
"""

import json
import re
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from playwright.sync_api import Page, sync_playwright

from tests import chromium
from tests.data.indlaes_filer import UDBUD, as_xlsx, table
from tests.e2e.kopi import copy_of_project
from tests.e2e.server import Server, running
from tests.e2e.siden import visit, wait_idle, wait_until
from tests.regneark.ondsindede import hostile
from ui.oplaeg import FLEST_FILER, PAUSE, VENTER

MAAL_SEKUNDER = 1.0
MAAL_MB = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RAA, RAA_BYTES = 60, 19 * 1024 * 1024
# Puts files to the address of an upload that the page made, in turn, as any script with its cookie can.
PUT = """async ([adresse, antal, bytes]) => {
    const kode = document.cookie.match(/_streamlit_xsrf=([^;]+)/)?.[1], svar = {};
    for (let nr = 0; nr < antal; nr++) {
        const form = new FormData();
        form.append('fil', new Blob([new Uint8Array(bytes)]), `raa-${nr}.csv`);
        const et = await fetch(adresse.replace(/[^/]+$/, `raa-${nr}`),
            {method: 'PUT', body: form, headers: kode ? {'X-Xsrftoken': kode} : {}});
        svar[et.status] = (svar[et.status] || 0) + 1;
    }
    return svar;
}"""


@dataclass
class Puls:
    """How fast the server answers, asked all the time."""

    url: str
    sekunder: list[float] = field(default_factory=list)
    fejl: list[str] = field(default_factory=list)
    _slut: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def taken(self):
        traad = threading.Thread(target=self._ask)
        traad.start()
        try:
            yield self
        finally:
            self._slut.set()
            traad.join()

    def _ask(self) -> None:
        with httpx.Client(trust_env=False, timeout=30) as klient:
            while not self._slut.wait(0.1):
                begyndt = time.perf_counter()
                try:
                    if klient.get(f"{self.url}/sundhed").status_code != 200:
                        self.fejl.append("not ok")
                except httpx.HTTPError as fejl:
                    self.fejl.append(repr(fejl))
                self.sekunder.append(time.perf_counter() - begyndt)


def rss(server: Server) -> float:
    """MB of memory that the server holds."""
    sider = int(Path(f"/proc/{server.proces.pid}/statm").read_text().split()[1])
    return sider * 4096 / 1e6


def upload(tab: Page, navn: str, indhold: bytes) -> str:
    """Upload a file in place of the one before; what the page says of it, "" when it says nothing."""
    for kryds in tab.locator('[data-testid="stFileChipDeleteBtn"] button').all():
        kryds.click()
        wait_idle(tab)
    felt = tab.locator('input[type="file"]')
    felt.set_input_files({"name": f"{navn}.xlsx", "mimeType": XLSX, "buffer": indhold})
    side = tab.locator('[data-testid="stMain"]')
    # its name stands in the field at once, but on a button only when it was read
    svaret = wait_until(tab, lambda: re.search(rf"Hent {navn}\.xlsx|Det vil ske", side.inner_text()) is not None, 60)
    wait_idle(tab)
    return side.inner_text() if svaret else ""


def try_files(tab: Page, server: Server) -> int:
    """Upload every hostile file; how many were not answered in words."""
    fejl = 0
    for navn, (lav, _) in hostile().items():
        indhold = lav()
        begyndt = time.perf_counter()
        tekst = upload(tab, navn, indhold)
        sekunder = time.perf_counter() - begyndt
        besvaret = "fejl skal rettes" in tekst
        fejl += not besvaret
        print(
            f"{navn}: {len(indhold) / 1e3:.0f} kB, {sekunder:.1f} s, {'besvaret' if besvaret else 'IKKE BESVARET'}, "
            f"RSS {rss(server):.0f} MB",
            flush=True,
        )
    return fejl


def open_import(browser, server: Server) -> Page:
    tab = browser.new_page(locale="da-DK")
    visit(tab, f"{server.url}/data_og_kilder")
    tab.get_by_role("tab", name="Indlæs").click()
    wait_idle(tab)
    return tab


def fill_the_memory(browser, server: Server) -> dict[str, int]:
    """Put RAA files past the page and close the tab; how often each status was the answer."""
    tab = open_import(browser, server)
    with tab.expect_request(lambda en: "/upload_file/" in en.url) as ventet:
        upload(tab, "god", as_xlsx({"Udbud": table(UDBUD)}))
    svar = tab.evaluate(PUT, [ventet.value.url, RAA, RAA_BYTES])
    print(f"{RAA} x 19 MB i én session: {json.dumps(svar)}, RSS {rss(server):.0f} MB", flush=True)
    tab.close()
    return svar


def main() -> int:
    """Returns 1 when a limit was passed."""
    with tempfile.TemporaryDirectory() as navn, sync_playwright() as playwright:
        mappe = copy_of_project(Path(navn) / "projekt")
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        with running("streamlit", mappe) as server:
            tab = open_import(browser, server)
            for nr in range(3):  # what a server holds once it has been used
                upload(tab, f"god-{nr}", as_xlsx({"Udbud": table(UDBUD)}))
            foer = rss(server)
            with Puls(server.url).taken() as puls:
                ubesvarede = try_files(tab, server)
                tab.close()
                svar = fill_the_memory(browser, server)
                time.sleep(VENTER + 2 * PAUSE)
            efter = rss(server)
        browser.close()
    langsomst, antal = max(puls.sekunder), len(puls.sekunder)
    print(
        f"/sundhed spurgt {antal} gange: langsomst {langsomst:.2f} s (mål {MAAL_SEKUNDER:g} s), {len(puls.fejl)} fejl; "
        f"RSS {foer:.0f} MB før, {efter:.0f} MB efter (mål {MAAL_MB} MB mere); {ubesvarede} filer uden svar"
    )
    tilladt = svar.get("204", 0)
    gik_godt = not puls.fejl and langsomst < MAAL_SEKUNDER and efter - foer < MAAL_MB and not ubesvarede
    return 0 if gik_godt and tilladt < FLEST_FILER else 1


if __name__ == "__main__":
    sys.exit(main())
