"""How many scripts run at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Semaphore

# Python runs one thread at a time anyway, and more of them only fight over whose turn it is: measured with 100 sessions
# that all choose, two at once gave half as many choices again a second, and a first visit that was 30 times as fast.
# Two, not one: a query gives up its turn while DuckDB works.
TUR = Semaphore(2)


@contextmanager
def stand_aside() -> Iterator[None]:
    """Gives up the turn for work that takes seconds, so that the others' pages go on meanwhile."""
    TUR.release()
    try:
        yield
    finally:
        TUR.acquire()
