"""Is the server alive, and is it ready? Two questions: whoever runs it starts one that is not alive again, and sends
nobody to one that is not ready."""

import tempfile
import time
from pathlib import Path

import anyio
import duckdb
from starlette.requests import Request
from starlette.responses import JSONResponse

from data.build import DATA
from data.disk import reason
from geo.kortlag import all_layers
from queries.standard import DATABASE
from ui.helbred import why_pages_fail

OK = "ok"
IKKE_GEMT = {"Cache-Control": "no-store"}
# Whoever looks after servers asks often, and a disk changes seldom.
HVILER = 10.0
PROEVE = b"\0" * 4096


class Sundhed:
    """The state of this process. `stopper`: it was told to end."""

    def __init__(self, mappe: Path = DATA):
        self._mappe = mappe
        self._disk = -HVILER, OK
        self.stopper = False

    def stop(self) -> None:
        """It ends soon: it is alive, and no longer ready."""
        self.stopper = True

    def parts(self) -> dict[str, str]:
        """What each part says, OK or what is wrong with it."""
        return {
            "database": self._database(),
            "kort": OK if all_layers() else "der er ingen kortlag",
            "disk": self._written(),
            "server": "stopper" if self.stopper else OK,
        }

    def _database(self) -> str:
        try:
            DATABASE.snapshot()
        except (OSError, duckdb.Error) as fejl:
            return reason(fejl)
        return why_pages_fail() or OK

    def _written(self) -> str:
        hvornaar, svar = self._disk
        if time.monotonic() - hvornaar >= HVILER:
            svar = why_not_written(self._mappe) or OK
            self._disk = time.monotonic(), svar
        return svar


def why_not_written(mappe: Path) -> str:
    """Why nothing can be kept in a folder, "" when it can."""
    try:
        with tempfile.TemporaryFile(dir=mappe) as fil:
            fil.write(PROEVE)
            fil.flush()
    except OSError as fejl:
        return reason(fejl)
    return ""


SUNDHED = Sundhed()


async def alive(request: Request) -> JSONResponse:
    """Answered by the loop itself: a process that does not is stuck."""
    return JSONResponse({"status": "lever"}, headers=IKKE_GEMT)


async def ready(request: Request) -> JSONResponse:
    """200 when pages can be shown. A disk that cannot be written is told and turns nobody away: what is there can be
    shown, and every server over the same data would be gone at once."""
    dele = await anyio.to_thread.run_sync(SUNDHED.parts)
    er_klar = all(svar == OK for navn, svar in dele.items() if navn != "disk")
    return JSONResponse(
        {"status": "klar" if er_klar else "ikke klar"} | dele, status_code=200 if er_klar else 503, headers=IKKE_GEMT
    )
