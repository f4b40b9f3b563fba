"""The server as a process: how many lines it may hold open, and what it does when it is told to stop."""

import signal
import threading
from collections.abc import Callable
from contextlib import suppress


def allow_many_lines() -> None:
    """As many open files, and so lines, as the system allows this process: a hall has two thousand phones, and many
    systems begin at 1024. Windows has no such limit."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        hoejst = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (hoejst, hoejst))


def before_stopping(do: Callable[[], None]) -> None:
    """Have something done first when the process is asked to end, by the system or with Ctrl+C. Does nothing outside
    the main thread, where no signal arrives."""
    if threading.current_thread() is not threading.main_thread():
        return
    for nr in (signal.SIGTERM, signal.SIGINT):
        foer = signal.getsignal(nr)
        if callable(foer):
            with suppress(ValueError):
                signal.signal(nr, _first(do, foer))


def _first(do: Callable[[], None], then: Callable) -> Callable:
    def asked(nr, ramme):
        do()
        then(nr, ramme)

    return asked
