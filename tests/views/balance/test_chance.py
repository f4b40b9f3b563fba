"""Chance by arithmetic against 10,000 runs in which every doctor comes or goes by the throw of a die."""

import numpy as np
import pytest

from tests.views.balance.test_tal import MIDTEN
from views.balance.antagelser import MIDT
from views.balance.forloeb import filled
from views.balance.scenarie import FOERSTE_AAR
from views.balance.svar_chance import chance

KOERSLER = 10_000


def simulated(forloeb, aar: int, *, felles: bool) -> np.ndarray:
    """Doctors at the end of a year in each run: those who began become one or not, those who are go or not. felles: of
    the doctors of that run; else of as many as the arithmetic has."""
    rng = np.random.default_rng(20261127)
    grundlag, f = forloeb.grundlag, forloeb.forudsaetninger
    omraade = grundlag.omraader[0]
    foer, laeger = int(omraade.laeger), np.full(KOERSLER, int(omraade.laeger))
    kommer = grundlag.andel_af_landet * f.s * f.c
    for et in range(FOERSTE_AAR, aar + 1):
        begyndt = int(filled(grundlag, "land", et - int(f.forsinkelse), f))
        gaar = rng.binomial(laeger if felles else np.full(KOERSLER, foer), f.e * omraade.faktor)
        laeger = laeger - gaar + rng.binomial(begyndt, kommer, KOERSLER)
        foer = round(forloeb.at(et).laeger)
    return laeger


TIDER = pytest.mark.parametrize(
    ("slags", "aar"), [("de_87", 2030), ("landet", 2031), ("de_87", 2026), ("landet", 2028)]
)


@TIDER
def test_the_arithmetic_agrees_within_five_percent(slags, aar):
    forloeb = getattr(MIDTEN, slags)[MIDT]
    udfald, regnet = simulated(forloeb, aar, felles=False), chance(forloeb, aar)
    assert np.std(udfald) == pytest.approx(regnet.sd, rel=0.05)
    assert np.mean(udfald) == pytest.approx(forloeb.at(aar).laeger, rel=0.005)
    assert np.mean(np.abs(udfald - np.mean(udfald)) <= regnet.plus_minus) == pytest.approx(0.8, abs=0.03)


@TIDER
def test_the_arithmetic_is_never_too_narrow(slags, aar):
    """Who left by chance cannot leave once more: that makes good a part of it, a tenth at most."""
    forloeb = getattr(MIDTEN, slags)[MIDT]
    assert 0.9 < np.std(simulated(forloeb, aar, felles=True)) / chance(forloeb, aar).sd < 1.02
