"""How long the scenario of the balance takes to compute: python -m tests.last.balance

Ten years of the 17 sundhedsråd in the three sets of assumptions, by each policy; the shortest of GANGE runs, in the
processor's own time, and as so many of the runs of a plain loop, which says the same on a busy and on an idle machine.
Then all that a page asks of it anew: the tornado and what it would take. Ends with 1 when a policy takes more than
HOEJST_MS and HOEJST_LOEKKER.
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


def by_policy(gange: int = GANGE) -> dict[str, tuple[float, float]]:
    """Of each policy the milliseconds of the three sets, and of how many plain loops that is."""
    ud = {}
    for politik in POLITIKKER:
        made = balance(Filters(datasaet="eksempel", scenarie=f"1;pol={politik}"), newest())
        spoergsmaal = [(made.landet[saet].grundlag, made.scenarie, made.landet[saet].forudsaetninger) for saet in SAET]
        tid = shortest(lambda alle=spoergsmaal: [run(*en).samlet for en in alle], gange)
        ud[politik] = (tid, tid / shortest(loop, gange))
    return ud


def too_slow(tid: float, loekker: float) -> bool:
    """Both are asked, so that a slow machine alone is no fault."""
    return tid > HOEJST_MS and loekker > HOEJST_LOEKKER


def main() -> int:
    """The number that the process ends with."""
    efter_politik = by_policy()
    for politik, (tid, loekker) in efter_politik.items():
        print(f"{politik:8} {tid:7.1f} ms  {loekker:5.2f} loops of {LOEKKE:,}")
    made = balance(Filters(datasaet="eksempel"), newest())
    midt = made.landet[MIDT]
    krav = (midt.grundlag, made.scenarie, midt.forudsaetninger, (2028, 2030, 2032, 2035))
    print(f"tornado  {shortest(lambda: tornado(made, 2031), 3):7.1f} ms")
    print(f"krav     {shortest(lambda: requirements(*krav), 3):7.1f} ms")
    return int(any(too_slow(*en) for en in efter_politik.values()))


if __name__ == "__main__":
    sys.exit(main())
