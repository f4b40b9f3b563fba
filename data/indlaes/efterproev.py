"""The last question before a new version is taken into use: can all of it be shown?

What shows data lies above this folder, so a child process is asked: `python -m views.fremvisning.efterproev`. It is
started when loading begins, so that it is ready when the database is. What cannot be shown is refused, with the rows
that cause it.
"""

import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.indlaes.laesning import Tabel
from data.registre import ARK

KOMMANDO = (sys.executable, "-m", "views.fremvisning.efterproev")
LOG = logging.getLogger(__name__)
ROD = Path(__file__).resolve().parents[2]
# Every kind of View is asked about the country and about one area, the levels in turn, however long it takes, and about
# one area of each of the other levels within so many seconds from the start: enough for all of them on data of an
# ordinary size. With more rows than that a loading would take too long.
FRIST, FRIST_FOR_MANGE = 30.0, 3.0
MANGE_RAEKKER = 5_000
# A question that has no answer by then will have none.
LAENGST = 120
FLEST_NAEVNT = 5
FLEST_RAEKKER = 3
LAENGSTE_LOG = 4000


@dataclass(frozen=True)
class Brist:
    """Something that cannot be shown. `raekker`: the rows that cause it, as (table, row from 0); () when no few do."""

    visning: str
    navn: str
    sted: str
    fejl: str
    spor: str
    raekker: tuple[tuple[str, int], ...] = ()


class Efterproever:
    """A child process that waits for a database to look at."""

    def __init__(self) -> None:
        self._barn = subprocess.Popen(
            KOMMANDO,
            cwd=ROD,
            env=os.environ | {"PYTHONPATH": str(ROD)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )

    def shortcomings(
        self, fil: Path, tabeller: tuple[str, ...], i_dag: date, frist: float = FRIST
    ) -> list[Brist] | None:
        """What cannot be shown of the own data in a database file; the rows that cause it are looked for in `tabeller`.
        Areas are asked about for `frist` seconds. None when the child gave no answer; the log says why."""
        spoergsmaal = {"fil": str(fil), "tabeller": tabeller, "i_dag": i_dag.isoformat(), "frist": frist}
        ur = threading.Timer(LAENGST, self._barn.kill)
        ur.start()
        klage = ""
        try:
            svar, klage = self._barn.communicate(json.dumps(spoergsmaal) + "\n")
            linjer = svar.split("\n")
            return [Brist(**en | {"raekker": tuple(map(tuple, en["raekker"]))}) for en in json.loads(linjer[-2])]
        except (OSError, ValueError, IndexError, TypeError):
            LOG.error("The check of a new version gave no answer (%s): %s", self._barn.poll(), klage[-LAENGSTE_LOG:])
            return None
        finally:
            ur.cancel()

    def close(self) -> None:
        """End the child; it has no more to say."""
        if self._barn.poll() is None:
            self._barn.kill()
        self._barn.communicate()


@contextmanager
def checker() -> Iterator[Efterproever]:
    """A child process that gets ready while the caller goes on."""
    en = Efterproever()
    try:
        yield en
    finally:
        en.close()


def in_words(brister: list[Brist], tabeller: Mapping[str, Tabel]) -> str:
    """Why a version is refused, with the views that fail and the rows that make them."""
    linjer = []
    for en in {brist.visning: brist for brist in reversed(brister)}.values():
        LOG.error("»%s« (%s) cannot be shown with the new data: %s\n%s", en.navn, en.sted, en.fejl, en.spor)
        linjer.insert(0, f"»{en.navn}« ({en.sted}){_because(en, tabeller)}")
    mere = f"\n... og {len(linjer) - FLEST_NAEVNT} visninger til." if len(linjer) > FLEST_NAEVNT else ""
    return (
        "Med de nye data kan dashboardet ikke vises, så intet er ændret. Ret rækkerne, eller send filen til den, der "
        "passer dashboardet. Det gælder:\n" + "\n".join(linjer[:FLEST_NAEVNT]) + mere
    )


def _because(brist: Brist, tabeller: Mapping[str, Tabel]) -> str:
    if not brist.raekker:
        return ", uden at det skyldes enkelte rækker."
    steder = [_place(tabel, nr, tabeller) for tabel, nr in brist.raekker[:FLEST_RAEKKER]]
    return f" på grund af {' og '.join(steder)}."


def _place(tabel: str, nr: int, tabeller: Mapping[str, Tabel]) -> str:
    """Where a row was read; of one that is from the version in use, its id or name."""
    sted = tabeller[tabel].steder[nr]
    if sted is None:
        foerste = next(iter(tabeller[tabel].celler.values()))[nr]
        return f"{ARK[tabel]}: »{foerste}«, som er indlæst før"
    ark = f", arket {sted.ark}" if sted.ark else ""
    return f"{sted.fil}{ark}, række {sted.raekke}"
