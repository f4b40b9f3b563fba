"""Sweeps: a fact that holds for many cases is tried on some of them in every run, and on all of them with ALT=1
(`make test-alt`)."""

import os
from collections.abc import Sequence
from typing import TypeVar

Sag = TypeVar("Sag")
ALT = os.environ.get("ALT") == "1"


def part(eksempler: int) -> int:
    """How many of so many made-up examples: a third in every run."""
    return eksempler if ALT else -(-eksempler // 3)


def some(sager: Sequence[Sag], antal: int, nr: int = 0) -> list[Sag]:
    """So many of the cases, as far apart as they can be. The next `nr` gets the next ones, so that what is tried with
    one number after the other is tried on all of them."""
    if ALT or antal >= len(sager):
        return list(sager)
    return [sager[(nr + trin * len(sager) // antal) % len(sager)] for trin in range(antal)]
