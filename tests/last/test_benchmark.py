"""The benchmark itself, small: it runs to its end on a real server, counts, and tells errors by its exit code."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.server import ROOT
from tests.last import balance
from tests.last.benchmark import Measured, percentile, report
from tests.last.klient import Reply


def test_a_short_run_ends_by_itself_without_errors():
    koersel = subprocess.run(
        [sys.executable, "-m", "tests.last.benchmark"],
        cwd=ROOT,
        env=os.environ | {"SESSIONER": "3", "SEKUNDER": "4", "KLIK": "1", "RAMPE": "3", "OPVARMNING": "nej"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert koersel.returncode == 0, koersel.stdout + koersel.stderr
    assert "p50" in koersel.stdout and "p95" in koersel.stdout and "p99" in koersel.stdout
    assert "errors       0" in koersel.stdout


@pytest.mark.parametrize("fil", sorted(Path(__file__).parent.glob("[!_]*.py")), ids=lambda fil: fil.stem)
def test_every_benchmark_finds_what_it_leans_on(fil):
    importlib.import_module(f"tests.last.{fil.stem}")


def test_the_scenario_is_computed_in_no_time():
    """At most twice what the command allows, for here other tests run beside it."""
    for politik, (tid, loekker) in balance.by_policy(gange=5).items():
        assert not balance.too_slow(tid / 2, loekker / 2), (politik, tid, loekker)
    assert balance.too_slow(25, 2) and not balance.too_slow(25, 1) and not balance.too_slow(15, 2)


def test_percentiles():
    vaerdier = [float(en) for en in range(1, 102)]
    assert [percentile(vaerdier, pct) for pct in (50, 95, 99)] == [51, 96, 100]
    assert percentile([7.0], 95) == 7 and percentile([], 95) == 0


@pytest.mark.parametrize(("fejl", "godt"), [({}, True), ({"ConnectionClosed": 1}, False)])
def test_an_error_in_any_session_fails_the_run(monkeypatch, fejl, godt):
    monkeypatch.setattr("tests.last.benchmark.SESSIONER", 1)
    maalt = Measured(first=[Reply(0.01, 1000, 3)], clicks=[Reply(0.01, 1000, 3)])
    maalt.errors.update(fejl)
    assert report(maalt, 1, 1, 1) is godt


def test_a_run_without_choices_is_no_success(monkeypatch):
    monkeypatch.setattr("tests.last.benchmark.SESSIONER", 1)
    assert report(Measured(first=[Reply(0.01, 1000, 3)]), 1, 1, 1) is False
