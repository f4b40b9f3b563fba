"""The arithmetic looking back: what it gives from the last count of doctors to a later one that is known.

Two figures chose the assumptions; this is no test of them, only of the sums.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from views.balance.antagelser import SAET, Forudsaetninger, assumed
from views.balance.balance import Balance
from views.balance.forloeb import Grundlag, Omraade, finished


@dataclass(frozen=True)
class Bagud:
    """laeger: by set, PLO doctors at the end of each of `aarene`, the first of which is what was counted."""

    aarene: tuple[int, ...]
    laeger: Mapping[str, tuple[float, ...]]


def hindcast(balance: Balance, laeger: float, fra: int, til: int) -> Bagud:
    """From `laeger` PLO doctors at the end of the year `fra` to the end of `til`, in each set of assumptions. All who
    want a place find one, as they did in those years."""
    aarene = tuple(range(fra, til + 1))
    sammen = {
        saet: _carried(balance, assumed(balance.antagelser, balance.scenarie.valgt, saet), laeger, aarene)
        for saet in SAET
    }
    return Bagud(aarene, sammen)


def _carried(balance: Balance, f: Forudsaetninger, laeger: float, aarene: tuple[int, ...]) -> tuple[float, ...]:
    grundlag = Grundlag((Omraade("land", "Danmark", "land", laeger),), balance.kendt.hu, balance.kendt.hu_andel)
    ud = [laeger]
    for aar in aarene[1:]:
        nye = f.s * sum(finished(grundlag, region, aar, f) for region in grundlag.hu_andel) + f.o
        ud.append(ud[-1] * (1 - f.e) + nye)
    return tuple(ud)
