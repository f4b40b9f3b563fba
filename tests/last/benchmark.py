"""Load on a real server over the real websocket protocol: python -m tests.last.benchmark

So many sessions (SESSIONER, 200) open Kort within a ramp (RAMPE, a tenth of a second each), and then choose something
every KLIK (4) seconds for SEKUNDER (60) seconds: mostly an area, else an indicator or a level. Reported are the seconds
from sending a choice to the end of the script, as the session sees it. A choice that is due while the session still
waits counts from when it was due. Everything stays on this machine. Ends with 1 when any session met an error.
"""

import asyncio
import os
import random
import resource
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from geo.niveauer import areas
from tests.e2e.server import Server, running, wait_for
from tests.last.klient import Reply, Session

SESSIONER = int(os.environ.get("SESSIONER", "200"))
SEKUNDER = float(os.environ.get("SEKUNDER", "60"))
KLIK = float(os.environ.get("KLIK", "4"))
RAMPE = float(os.environ.get("RAMPE", SESSIONER / 10))
DATASAET = ("eksempel", "offentlig")
# What people choose on Kort, and how often.
VALG = {"omraade": 6, "indikator": 3, "niveau": 1}
# "nej" measures a server that makes each view when somebody first asks for it.
OPVARMNING = os.environ.get("OPVARMNING", "ja")
VARM_SEKUNDER = 600
MAAL_MS = {50: 25, 95: 150}
LOG_TAIL = 4000
DEVIATION = 0.25  # of the time between two choices, so that sessions do not keep step


@dataclass
class Measured:
    """What all sessions met. `clicks` counts after the ramp only."""

    first: list[Reply] = field(default_factory=list)
    clicks: list[Reply] = field(default_factory=list)
    errors: Counter = field(default_factory=Counter)


async def drive(server: Server, nummer: int, begynd: float, maal_fra: float, slut: float, maalt: Measured) -> None:
    """One session from its place in the ramp to the end."""
    tilfaeldig = random.Random(nummer)
    await sleep_until(begynd)
    try:
        async with Session(server.port, "kort", f"datasaet={DATASAET[nummer % len(DATASAET)]}") as session:
            maalt.first.append(await session.open())
            planlagt = time.perf_counter() + KLIK * tilfaeldig.random()
            while max(planlagt, time.perf_counter()) < slut:
                await sleep_until(planlagt)
                forsinket = time.perf_counter() - planlagt
                navn, label = any_choice(session, tilfaeldig)
                svar = await session.choose(navn, label)
                if planlagt >= maal_fra:
                    maalt.clicks.append(Reply(svar.seconds + forsinket, svar.bytes, svar.messages))
                planlagt += KLIK * tilfaeldig.uniform(1 - DEVIATION, 1 + DEVIATION)
    except Exception as fejl:  # a lost connection has many names; any of them is an error of the run
        maalt.errors[f"{type(fejl).__name__}: {fejl}"] += 1


def any_choice(session: Session, tilfaeldig: random.Random) -> tuple[str, str]:
    """A choice of the bar and something else than what is chosen there."""
    navn = tilfaeldig.choices(list(VALG), list(VALG.values()))[0]
    if navn == "omraade":  # a search field, which offers all areas; people look for their own sundhedsråd
        andre = [en.navn for en in areas("sundhedsraad").values()]
    else:
        boks = session.choices[navn]
        andre = [en for en in boks.options if en != boks.value]
    # what stands first is chosen most, as people do; the last of ninety-eight is chosen now and then
    return navn, tilfaeldig.choices(andre, [1 / (plads + 1) for plads in range(len(andre))])[0]


async def sleep_until(tid: float) -> None:
    await asyncio.sleep(max(0.0, tid - time.perf_counter()))


async def drive_all(server: Server) -> Measured:
    maalt = Measured()
    nu = time.perf_counter()
    maal_fra = nu + RAMPE + KLIK
    slut = maal_fra + SEKUNDER
    await asyncio.gather(
        *(drive(server, en, nu + RAMPE * en / SESSIONER, maal_fra, slut, maalt) for en in range(SESSIONER))
    )
    return maalt


def percentile(vaerdier: list[float], pct: int) -> float:
    """By linear interpolation; 0 without values."""
    if len(vaerdier) < 2:
        return sum(vaerdier)
    return statistics.quantiles(vaerdier, n=100, method="inclusive")[pct - 1]


def milliseconds(svar: list[Reply]) -> str:
    ms = [en.seconds * 1000 for en in svar]
    dele = [f"p{pct} {percentile(ms, pct):7.1f} ms" for pct in (50, 95, 99)]
    return "   ".join([*dele, f"max {max(ms, default=0):7.1f} ms"])


def kilobytes(svar: list[Reply]) -> str:
    kb = [en.bytes / 1000 for en in svar]
    beskeder = statistics.mean([en.messages for en in svar] or [0])
    return f"p50 {percentile(kb, 50):6.1f} kB   p95 {percentile(kb, 95):6.1f} kB   max {max(kb, default=0):6.1f} kB" + (
        f"   ({beskeder:.0f} messages)"
    )


def report(maalt: Measured, server_cpu: float, klient_cpu: float, varighed: float) -> bool:
    """Print the figures; whether everything went well."""
    ms = [en.seconds * 1000 for en in maalt.clicks]
    print(f"  first load   {len(maalt.first):6d}   {milliseconds(maalt.first)}")
    print(f"               bytes    {kilobytes(maalt.first)}")
    print(f"  choice       {len(maalt.clicks):6d}   {milliseconds(maalt.clicks)}")
    print(f"               bytes    {kilobytes(maalt.clicks)}")
    print(
        f"  {len(maalt.clicks) / SEKUNDER:.1f} choices a second; cores busy: server {server_cpu / varighed:.2f}, ",
        end="",
    )
    print(f"this client {klient_cpu / varighed:.2f}")
    for pct, maal in MAAL_MS.items():
        naaet = percentile(ms, pct)
        print(f"  target p{pct} < {maal} ms: {'held' if naaet < maal else 'MISSED'} ({naaet:.1f} ms)")
    for fejl, antal in maalt.errors.most_common():
        print(f"  ERROR {antal} x {fejl}")
    print(f"  errors       {sum(maalt.errors.values())}")
    return not maalt.errors and len(maalt.first) == SESSIONER and bool(maalt.clicks)


def cpu_seconds(hvem: int) -> float:
    brugt = resource.getrusage(hvem)
    return brugt.ru_utime + brugt.ru_stime


def main() -> int:
    belastning = ", ".join(f"{en:.2f}" for en in os.getloadavg())
    print(f"{SESSIONER} sessions, a choice every {KLIK:g} s, {SEKUNDER:g} s after a ramp of {RAMPE:g} s")
    print(f"  {os.cpu_count()} cores, load before: {belastning}", flush=True)
    with running("streamlit", miljoe={"OPVARMNING": OPVARMNING}) as server:
        if OPVARMNING == "ja":
            begyndt = time.perf_counter()
            wait_for(server, is_warm, VARM_SEKUNDER)
            print(f"  warm {time.perf_counter() - begyndt:.0f} s after the first answer; ", end="")
            print(f"memory {resident_mb(server.proces.pid):.0f} MB", flush=True)
        opstart = process_cpu(server.proces.pid)
        foer, begyndt = cpu_seconds(resource.RUSAGE_SELF), time.perf_counter()
        maalt = asyncio.run(drive_all(server))
        varighed = time.perf_counter() - begyndt
        klient_cpu = cpu_seconds(resource.RUSAGE_SELF) - foer
        if server.proces.poll() is not None:
            maalt.errors[f"the server stopped with code {server.proces.returncode}"] += 1
        if maalt.errors:
            print(f"The server's last words:\n{server.log()[-LOG_TAIL:]}")
    return 0 if report(maalt, cpu_seconds(resource.RUSAGE_CHILDREN) - opstart, klient_cpu, varighed) else 1


def is_warm(server: Server) -> bool:
    """Whether the server has made what Kort shows of every indicator, as it does in its first minutes."""
    return httpx.get(f"{server.url}/sundhed", trust_env=False).json()["varm"]


def resident_mb(pid: int) -> float:
    """Memory that a process holds; 0 where /proc does not tell."""
    try:
        linjer = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(en.split()[1]) / 1024 for en in linjer if en.startswith("VmRSS")), 0.0)


def process_cpu(pid: int) -> float:
    """CPU seconds that a process has used; 0 where /proc does not tell."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as fil:
            felter = fil.read().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(felter[11]) + int(felter[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
