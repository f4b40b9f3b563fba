"""Coroutines run to their end in a thread of their own: the browser of other tests has this thread's event loop."""

from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import anyio

Svar = TypeVar("Svar")


def run(korutine: Callable[[], Awaitable[Svar]]) -> Svar:
    """What it returns, or raises."""
    with ThreadPoolExecutor(1) as traad:
        return traad.submit(anyio.run, korutine).result()
