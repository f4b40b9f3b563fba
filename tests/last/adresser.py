"""Many who read one figure: python -m tests.last.adresser [STI]

So many connections (FORBINDELSER, 200) ask a real server for one plain address (/v/kort) for SEKUNDER (10), each again
as soon as it is answered. Reported are the requests a second, the seconds of an answer, those of the first one (nobody
has asked for the figure, but for another, so that the server is awake), and what a first visit weighs. Client and
server share this machine. Ends with 1 when a target is missed.
"""

import asyncio
import os
import statistics
import sys
import time

from tests.e2e.server import Server, running
from ui.processen import allow_many_lines

STI, EN_ANDEN = "/v/kort", "/v/hu_serie"
FORBINDELSER = int(os.environ.get("FORBINDELSER", "200"))
SEKUNDER = float(os.environ.get("SEKUNDER", "10"))
MINDST, SVAR_S, KOLD_S, BESOEG = 1000, 0.100, 0.500, 60_000


async def answer(laeser: asyncio.StreamReader) -> int:
    """Read one answer; its bytes. Raises ValueError when it is not a good one."""
    hoved = await laeser.readuntil(b"\r\n\r\n")
    if not hoved.startswith(b"HTTP/1.1 200"):
        raise ValueError(hoved.splitlines()[0].decode())
    laengde = next(int(linje[15:]) for linje in hoved.lower().split(b"\r\n") if linje.startswith(b"content-length:"))
    await laeser.readexactly(laengde)
    return len(hoved) + laengde


async def reader(server: Server, sti: str, slut: float) -> list[float]:
    """One connection, as long as there is time; the seconds of each answer."""
    laeser, skriver = await asyncio.open_connection("127.0.0.1", server.port)
    hoveder = f"Host: 127.0.0.1:{server.port}\r\nAccept-Encoding: gzip\r\n\r\n"
    spoergsmaal, tider = f"GET {sti} HTTP/1.1\r\n{hoveder}".encode(), []
    while (foer := time.perf_counter()) < slut:
        skriver.write(spoergsmaal)
        await answer(laeser)
        tider.append(time.perf_counter() - foer)
    skriver.close()
    return tider


async def measure(server: Server, sti: str) -> tuple[float, int, list[float]]:
    """The seconds and bytes of the first answer, and the seconds of all that follow."""
    laeser, skriver = await asyncio.open_connection("127.0.0.1", server.port)
    for en in (EN_ANDEN, sti):
        begyndt = time.perf_counter()
        skriver.write(f"GET {en} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        vaegt = await answer(laeser)
        kold = time.perf_counter() - begyndt
    skriver.close()
    slut = time.perf_counter() + SEKUNDER
    alle = await asyncio.gather(*(reader(server, sti, slut) for _ in range(FORBINDELSER)))
    return kold, vaegt, [en for tider in alle for en in tider]


def main() -> int:
    """Runs, prints, and says whether the targets hold."""
    allow_many_lines()
    sti = sys.argv[1] if len(sys.argv) > 1 else STI
    with running() as server:
        kold, vaegt, tider = asyncio.run(measure(server, sti))
    i_sekundet, p95 = len(tider) / SEKUNDER, statistics.quantiles(tider, n=20)[-1]
    print(f"{sti}, {FORBINDELSER} connections, {SEKUNDER:g} s; load {os.getloadavg()[0]:.1f}")
    median = statistics.median(tider)
    print(f"  {i_sekundet:.0f} requests/s   p50 {median:.3f} s   p95 {p95:.3f} s   max {max(tider):.3f} s")
    print(f"  first answer {kold:.3f} s, {vaegt} bytes on the wire")
    holder = i_sekundet >= MINDST and p95 < SVAR_S and kold < KOLD_S and vaegt <= BESOEG
    maal = f"{MINDST} requests/s, p95 {SVAR_S:g} s, first {KOLD_S:g} s, {BESOEG} bytes"
    print(f"  {maal}: {'held' if holder else 'MISSED'}")
    return 0 if holder else 1


if __name__ == "__main__":
    sys.exit(main())
