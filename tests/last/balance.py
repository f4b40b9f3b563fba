"""How long the scenario of the balance takes to compute: python -m tests.last.balance

Ten years of the 17 sundhedsråd in the three sets of assumptions, by each policy; the shortest of GANGE runs, in the
processor's own time, and as so many of the runs of a plain loop, which says the same on a busy and on an idle machine.
Then all that a page asks of it anew: the tornado and what it would take. Ends with 1 when a policy takes more than
HOEJST_MS or HOEJST_LOEKKER: both are asked, so that a slow machine alone is no fault.
"""

import sys
import time
from collections.abc import Callable

from queries.standard import newest
from views.balance.antagelser import MIDT, SAET
from views.balance.balance import balance
from views.balance.forloeb import run
from views.balance.scenarie import POLITIKKER
from views.balance.svar_foelsomhed import tornado
from views.balance.svar_krav import requirements
from views.faelles.filtre import Filters

GANGE = 20
# So many multiplications take about as long as the scenario.
LOEKKE = 200_000
HOEJST_MS, HOEJST_LOEKKER = 20.0, 1.5


def shortest(byg: Callable[[], object], gange: int = GANGE) -> float:
    """Milliseconds of the processor."""
    tider = []
    for _ in range(gange):
        foer = time.process_time()
        byg()
        tider.append(1000 * (time.process_time() - foer))
    return min(tider)


def loop() -> int:
    i_alt = 0
    for tal in range(LOEKKE):
        i_alt += tal * tal
    return i_alt


def main() -> int:
    """The number that the process ends with."""
    loekke, for_langsomt = shortest(loop), False
    for politik in POLITIKKER:
        made = balance(Filters(datasaet="eksempel", scenarie=f"1;pol={politik}"), newest())
        spoergsmaal = [(made.landet[saet].grundlag, made.scenarie, made.landet[saet].forudsaetninger) for saet in SAET]
        tid = shortest(lambda alle=spoergsmaal: [run(*en).samlet for en in alle])
        for_langsomt |= tid > HOEJST_MS and tid / loekke > HOEJST_LOEKKER
        print(f"{politik:8} {tid:7.1f} ms  {tid / loekke:5.2f} loops of {LOEKKE:,} ({loekke:.1f} ms)")
    made = balance(Filters(datasaet="eksempel"), newest())
    midt = made.landet[MIDT]
    krav = (midt.grundlag, made.scenarie, midt.forudsaetninger, (2028, 2030, 2032, 2035))
    print(f"tornado  {shortest(lambda: tornado(made, 2031), 3):7.1f} ms")
    print(f"krav     {shortest(lambda: requirements(*krav), 3):7.1f} ms")
    return int(for_langsomt)


if __name__ == "__main__":
    sys.exit(main())
