"""How many scripts run at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Semaphore

# Python runs one thread at a time anyway, and more of them only fight over whose turn it is: measured with 100 sessions
# that all choose, two at once gave half as many choices again a second, and a first visit that was 30 times as fast.
# Two, not one: a query gives up its turn while DuckDB works.
SAMTIDIGE = 2
TURE = Semaphore(SAMTIDIGE)
_har_tur: ContextVar[bool] = ContextVar("har_tur", default=False)


@contextmanager
def turn() -> Iterator[None]:
    """Waits for a turn and holds it; who has one goes on with it. A fragment runs within its page's script at first and
    alone later, so each takes its own: `@st.fragment`, then `@turn()`."""
    if _har_tur.get():
        yield
        return
    with TURE:
        foer = _har_tur.set(True)
        try:
            yield
        finally:
            _har_tur.reset(foer)


def is_idle() -> bool:
    """Does no script run?"""
    ledige = [TURE.acquire(blocking=False) for _ in range(SAMTIDIGE)]
    for ledig in ledige:
        if ledig:
            TURE.release()
    return all(ledige)


@contextmanager
def stand_aside() -> Iterator[None]:
    """Gives up the turn for work that takes seconds, so that the others' pages go on meanwhile. Nothing for who holds
    none: a turn given up twice would be a third script for ever."""
    if not _har_tur.get():
        yield
        return
    _har_tur.set(False)
    TURE.release()
    try:
        yield
    finally:
        TURE.acquire()
        _har_tur.set(True)
