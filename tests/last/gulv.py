"""What the framework alone costs under the load of tests.last.benchmark: python -m tests.last.gulv

The same sessions choose at the same pace, but on a page that has nothing to work out: three select boxes as long as
those of Kort, and so many lines of text. What such a page cannot hold on this machine, no page of ours can.
"""

import asyncio
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from tests.e2e.server import ROOT, running
from tests.last.benchmark import MAAL_MS, SEKUNDER, drive_all, percentile, process_cpu

LINJER = (0, 10, 20, 30)
SERVER = """import streamlit as st
from pathlib import Path
app = st.App(Path(__file__).parent / "side.py")
"""
SIDE = """import os
import streamlit as st
with st.sidebar:
    for navn, antal in (("omraade", 120), ("indikator", 37), ("niveau", 4)):
        st.selectbox(navn, [f"{navn} {nr}" for nr in range(antal)], key=f"_{navn}")
for nr in range(int(os.environ["LINJER"])):
    st.markdown(f"Linje {nr} " * 10)
"""


def main() -> int:
    """The command; 1 when any session met an error."""
    fejl = 0
    print(f"targets: {', '.join(f'p{pct} < {ms} ms' for pct, ms in MAAL_MS.items())}")
    for linjer in LINJER:
        with tempfile.TemporaryDirectory() as mappe:
            bare_app(Path(mappe))
            with running("streamlit", Path(mappe), cold=True, miljoe={"LINJER": str(linjer)}) as server:
                foer = process_cpu(server.proces.pid)
                maalt = asyncio.run(drive_all(server))
                cpu = process_cpu(server.proces.pid) - foer
        ms = [en.seconds * 1000 for en in maalt.clicks]
        beskeder = statistics.mean([en.messages for en in maalt.clicks] or [0])
        svar = "   ".join(f"p{pct} {percentile(ms, pct):6.1f} ms" for pct in MAAL_MS)
        side = f"{linjer:2d} lines, {beskeder:2.0f} messages   {len(ms) / SEKUNDER:5.1f} choices a second"
        print(f"  {side}   {svar}   server {cpu:.0f} s of CPU   errors {sum(maalt.errors.values())}", flush=True)
        fejl += sum(maalt.errors.values())
    return 1 if fejl else 0


def bare_app(mappe: Path) -> None:
    """The page and its server, with our own settings."""
    (mappe / "dashboard.py").write_text(SERVER, encoding="utf-8")
    (mappe / "side.py").write_text(SIDE, encoding="utf-8")
    shutil.copytree(ROOT / ".streamlit", mappe / ".streamlit")


if __name__ == "__main__":
    sys.exit(main())
