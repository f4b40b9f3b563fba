"""A hall that follows the show on its phones: python -m tests.last.salen

So many phones (FOELGERE, 2000) hold a line to one real server, and a real browser shows the stage and turns SKIFT (8)
slides. Reported are the seconds from the key to the phone's message, which is all it needs when it has fetched the next
slide ahead; then until it has the slide when all ask for it at once; and from the key to the stage's own picture.
Everything stays on this machine. Ends with 1 when a target is missed or a phone met an error.
"""

import asyncio
import json
import os
import statistics
import sys
import time
from urllib.parse import parse_qs, urlsplit

from playwright.async_api import async_playwright

from tests import chromium
from tests.e2e.server import Server, running
from ui.praesentation.fremvisninger import hall_code
from ui.processen import allow_many_lines

FOELGERE = int(os.environ.get("FOELGERE", "2000"))
SKIFT = int(os.environ.get("SKIFT", "8"))
ANKOMST_S, SCENE_S = 1.0, 0.3
ROLIGT = 2.0  # seconds between two slides
AD_GANGEN = 100


class Hal:
    """When each phone heard of each step, and what went wrong."""

    def __init__(self) -> None:
        self.hoert: dict[int, list[float]] = {}
        self.fejl: list[str] = []


async def follow(server: Server, kode: str, hal: Hal, klar: asyncio.Semaphore) -> None:
    """One phone's line, read until the server ends it."""
    async with klar:
        laeser, skriver = await asyncio.open_connection("127.0.0.1", server.port)
        skriver.write(f"GET /foelg/{kode}/nu HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
        await laeser.readuntil(b"\r\n\r\n")
    try:
        while linje := await laeser.readline():
            if linje.startswith(b"data: "):
                skridt = json.loads(linje[6:])["skridt"]
                hal.hoert.setdefault(skridt, []).append(time.perf_counter())
    except (OSError, asyncio.IncompleteReadError, ValueError) as fejl:
        hal.fejl.append(repr(fejl))
    finally:
        skriver.close()


async def fetch(server: Server, sti: str) -> float:
    """One phone asks for a slide on a line of its own; when it has all of it."""
    laeser, skriver = await asyncio.open_connection("127.0.0.1", server.port)
    hoveder = f"Host: 127.0.0.1:{server.port}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
    skriver.write(f"GET {sti} HTTP/1.1\r\n{hoveder}".encode())
    await laeser.read(-1)
    skriver.close()
    return time.perf_counter()


async def measure(server: Server) -> tuple[Hal, list[float], list[float], list[float]]:
    """The hall, and the seconds until a phone heard, had the slide, and the stage had drawn."""
    hal, ankomst, scene = Hal(), [], []
    async with async_playwright() as pw:
        browser = await pw.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        side = await browser.new_page(viewport={"width": 1920, "height": 1080})
        await side.goto(f"{server.url}/praesentation?datasaet=eksempel")
        await side.get_by_role("button", name="Start præsentationen").click()
        await side.wait_for_url("**show=*")
        await side.locator("#titel, .titel").first.wait_for()
        kode = hall_code(parse_qs(urlsplit(side.url).query)["show"][0])
        klar = asyncio.Semaphore(AD_GANGEN)
        linjer = [asyncio.create_task(follow(server, kode, hal, klar)) for _ in range(FOELGERE)]
        while sum(map(len, hal.hoert.values())) < FOELGERE:
            await asyncio.sleep(0.1)
        for _ in range(SKIFT):
            foer = max(hal.hoert)
            gammel = await side.locator("h1").first.inner_text()
            begyndt = time.perf_counter()
            await side.keyboard.press("ArrowRight")
            await side.wait_for_function("gammel => document.querySelector('h1')?.innerText !== gammel", arg=gammel)
            scene.append(time.perf_counter() - begyndt)
            await asyncio.sleep(ROLIGT)
            for skridt in (en for en in hal.hoert if en > foer):
                ankomst += [hvornaar - begyndt for hvornaar in hal.hoert[skridt]]
        begyndt = time.perf_counter()
        hentet = [en - begyndt for en in await asyncio.gather(*(fetch(server, f"/foelg/{kode}/1") for _ in linjer))]
        for linje in linjer:
            linje.cancel()
        await browser.close()
    return hal, ankomst, hentet, scene


def percentile(tal: list[float], pct: int) -> float:
    """In seconds."""
    return statistics.quantiles(tal, n=100)[pct - 1]


def main() -> int:
    """Runs, prints, and says whether the targets hold."""
    allow_many_lines()
    with running(miljoe={"OPVARMNING": "nej"}) as server:
        hal, ankomst, hentet, scene = asyncio.run(measure(server))
    print(f"{FOELGERE} phones, {SKIFT} slides; load {os.getloadavg()[0]:.1f}")
    for navn, tal in (("told", ankomst), ("all ask at once", hentet), ("stage", scene)):
        median, sent = (percentile(tal, pct) for pct in (50, 95))
        print(f"  {navn:16} {len(tal):6}   p50 {median:.3f} s   p95 {sent:.3f} s   max {max(tal):.3f} s")
    print(f"  {'errors':16} {len(hal.fejl):6}   {hal.fejl[:3]}")
    mangler = FOELGERE * SKIFT - len(ankomst)
    i_tide = percentile(ankomst, 95) < ANKOMST_S and percentile(scene, 50) < SCENE_S
    holder = i_tide and not hal.fejl and not mangler
    print(
        f"  95 % of the hall within {ANKOMST_S:g} s, the stage within {SCENE_S:g} s: {'held' if holder else 'MISSED'}"
    )
    return 0 if holder else 1


if __name__ == "__main__":
    sys.exit(main())
