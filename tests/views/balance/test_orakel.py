"""The engine against an oracle written by itself from the equations (I11)."""

import pytest
from hypothesis import given, settings

from tests.views.balance import orakel
from tests.views.balance.verdener import forudsaetninger, scenarios, worlds
from views.balance.forloeb import run

FELTER = {
    "P": "laeger",
    "U": "ledige",
    "A": "aabne",
    "K": "klinik",
    "D": "nye_laeger",
    "X": "opgivet",
    "N": "udbudt",
    "F_R": "overtaget",
    "C": "konverteret",
    "F_A": "nye_besat",
    "Q_A": "udbud_til_klinik",
    "Q_R": "overtagelse_til_klinik",
}


def assert_alike(grundlag, scenarie, f):
    forloeb, facit = run(grundlag, scenarie, f), orakel.computed(grundlag, scenarie, f)
    for kode, aarene in forloeb.aar.items():
        lukket = 0.0
        for et in aarene:
            raekke = facit.loc[kode, et.aar]
            lukket += et.trukket
            fundet = {navn: getattr(et, felt) for navn, felt in FELTER.items()} | {"W": lukket}
            assert fundet == pytest.approx({navn: raekke[navn] for navn in fundet}, abs=1e-9, rel=1e-12), (kode, et.aar)


@settings(max_examples=8)
@given(worlds(), scenarios(), forudsaetninger())
def test_the_engine_is_the_oracle(grundlag, scenarie, f):
    assert_alike(grundlag, scenarie, f)
