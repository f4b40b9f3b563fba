"""What imports leave in memory: python -m tests.last.indlaesning_hukommelse

SKIFT (30) new versions of the data come into use one after the other; for each, all that a server warms up is made. The
memory (RSS) after the last must be within 100 MB of that after the third. Linux only. Ends with 1 when it is not.
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from queries import standard
from queries.database import Database
from ui import opvarmning

SKIFT = int(os.environ.get("SKIFT", "30"))
MEST_MB = 100


def rss_mb() -> float:
    """The memory of this process that is in use, in MB."""
    sider = int(Path("/proc/self/statm").read_text().split()[1])
    return sider * os.sysconf("SC_PAGE_SIZE") / 1e6


def new_version(fil: Path, nr: int) -> None:
    """Another version of the data in the place of the one there: the same rows under another hash."""
    ny = fil.with_name("ny.duckdb")
    shutil.copy(fil, ny)
    with duckdb.connect(ny) as con:
        con.execute("UPDATE bygning SET kildehash = $nr || substr(kildehash, 5)", {"nr": f"{nr:04d}"})
    os.replace(ny, fil)


def main() -> int:
    """Returns 1 when the memory grew by more than it may."""
    standard.bring_up_to_date()
    opvarmning.REST = 0
    maalt = []
    with tempfile.TemporaryDirectory() as mappe:
        fil = Path(mappe) / "d.duckdb"
        shutil.copy(standard.DATABASE.fil, fil)
        standard.DATABASE = Database(fil)
        for nr in range(1, SKIFT + 1):
            new_version(fil, nr)
            begyndt = time.perf_counter()
            opvarmning.Opvarmning()._warm(standard.newest())
            opvarmning.settle_heap()
            maalt.append(rss_mb())
            print(f"version {nr}: {maalt[-1]:.0f} MB efter {time.perf_counter() - begyndt:.0f} s", flush=True)
    vokset = maalt[-1] - maalt[min(2, len(maalt) - 1)]
    print(f"{vokset:+.0f} MB siden den tredje (højst {MEST_MB})")
    return 1 if vokset > MEST_MB else 0


if __name__ == "__main__":
    sys.exit(main())
