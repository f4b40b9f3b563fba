"""Random legal imports, and everything pages show asked of each: python -m tests.last.indlaesning_lovlige

ANTAL (2000) imports from FRA (0) on, by the seeds of tests/data/lovlige.py. Of each about SPOERGSMAAL (60) of the 400
things there are to ask are asked, others each time, so that all are asked of many imports; SPOERGSMAAL=0 asks all. A
View whose figure, file (csv, xlsx, svg, pptx) or words fail counts. Ends with 1 when anything failed.
"""

import os
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

from tests.dag import I_DAG
from tests.data.lovlige import Lovlige, random_recipe
from tests.views.lovlig_visning import as_files, unexplained
from views.faelles.view import View
from views.fremvisning.efterproev import questions

ANTAL = int(os.environ.get("ANTAL", "2000"))
FRA = int(os.environ.get("FRA", "0"))
SPOERGSMAAL = int(os.environ.get("SPOERGSMAAL", "60"))
FILER_HVER = 10  # every tenth View is made into files too
ROD = str(Path(__file__).resolve().parents[2])


def ask(lovlige: Lovlige, froe: int, fejl: Counter) -> int:
    """Ask what there is to ask of the import of a seed; returns how many were asked."""
    lovlig, data = lovlige.snapshot(random_recipe(froe))
    alle = list(questions(data, "egne", I_DAG))
    tilf = Random(froe)
    valgte = tilf.sample(alle, SPOERGSMAAL) if SPOERGSMAAL else alle
    if len(lovlig.tabeller) < 2:  # no row was legal: there is only the empty table of completeness
        return 0
    for nr, en in enumerate(valgte):
        try:
            view = en.byg(en.filters, data)
            if isinstance(view, View):
                if mangler := unexplained(view):
                    raise AssertionError(mangler)
                if nr % FILER_HVER == 0:
                    as_files(view, data)
        except Exception as undtagelse:
            sted = [trin for trin in traceback.extract_tb(undtagelse.__traceback__) if trin.filename.startswith(ROD)][
                -1
            ]
            noegle = f"{os.path.relpath(sted.filename, ROD)}:{sted.lineno} {type(undtagelse).__name__} {undtagelse}"[
                :200
            ]
            if noegle not in fejl:
                eksempel = f"frø {froe}, {en.visning}, {en.sted}, {en.filters.indikator}"
                print(f"{noegle} ({eksempel})", file=sys.stderr, flush=True)
            fejl[noegle] += 1
    return len(valgte)


def main() -> int:
    """Ask, tell, and return 1 when anything failed."""
    lovlige, fejl, spurgt = Lovlige(), Counter(), 0
    begyndt = time.monotonic()
    for froe in range(FRA, FRA + ANTAL):
        spurgt += ask(lovlige, froe, fejl)
    for noegle, antal in fejl.most_common():
        print(f"{antal:5} {noegle}", file=sys.stderr)
    print(
        f"{ANTAL} lovlige indlæsninger ({lovlige.beholdt / max(lovlige.lavet, 1):.0%} af rækkerne lovlige), "
        f"{spurgt} spørgsmål, {sum(fejl.values())} kan ikke vises, {time.monotonic() - begyndt:.0f} s"
    )
    return 1 if fejl else 0


if __name__ == "__main__":
    sys.exit(main())
