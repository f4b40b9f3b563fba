"""Which worker runs which tests: all of a file in one, so that what they ask for is made once; and of the files with a
browser all in one, but for those that start servers of their own.

pytest-xdist's own groups are handed over as a part of the tests' names, which pytest no longer lets it change: they are
then told of nowhere and followed by nobody. Here the group follows from the name alone.
"""

from collections import defaultdict
from pathlib import PurePosixPath

import pytest
from xdist.scheduler import LoadScopeScheduling

BROWSER, EGNE_SERVERE, HVER_VISNING = "e2e", "egne servere", "hver visning"
# What is asked of every View, of the choices of tests/views/bygget.py: each is built once for all of them.
SER_HVER_VISNING = {
    "tests/export/adresser/test_adresser.py",
    "tests/export/dias/test_openxml.py",
    "tests/export/test_alle_visninger.py",
    "tests/views/figur/test_ruder.py",
    "tests/views/fremvisning/test_lysbillede.py",
}
STARTER_SERVERE = {
    "test_to_processer",
    "test_dybt_link",
    "test_genstart",
    "test_indlaesning",
    "test_tekst",
    "test_benchmark",
}
# Those with a browser come first: they take longest and wait much, while the other worker goes on with the rest. Then
# folders with long files, so that short ones are left for the end.
FOERST = (BROWSER, "last", "ui", "data", "export", "views")


def group_of(nodeid: str) -> str:
    """The name of the group of tests that a test runs with."""
    sti = PurePosixPath(nodeid.split("::", 1)[0])
    if sti.parent.name in (BROWSER, "last"):
        return EGNE_SERVERE if sti.stem in STARTER_SERVERE else BROWSER
    return HVER_VISNING if str(sti) in SER_HVER_VISNING else str(sti)


def turn(nodeid: str) -> int:
    """Where in the order of folders a test has its place."""
    mapper = nodeid.split("::", 1)[0].split("/")
    return next((nr for nr, mappe in enumerate(FOERST) if mappe in mapper), len(FOERST))


class Fordeling(LoadScopeScheduling):
    """Hands the workers one group after the other."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


@pytest.hookimpl(optionalhook=True)  # without xdist there is no such hook
def pytest_xdist_make_scheduler(config, log):
    return Fordeling(config, log)


SET: dict[str, set[str]] = defaultdict(set)


def pytest_runtest_logreport(report):
    """In the process that hands out the tests: which workers a group has been seen on."""
    if hasattr(report, "node"):
        SET[group_of(report.nodeid)].add(report.node.gateway.id)


def pytest_sessionfinish(session):
    """A group that was spread over workers is a failure, unless one of them died and another took over."""
    spredt = sorted(gruppe for gruppe, workers in SET.items() if len(workers) > 1)
    if spredt and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        print(f"\nTests that belong together were run apart: {', '.join(spredt)}")
