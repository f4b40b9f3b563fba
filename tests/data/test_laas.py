"""The lock keeps others out, whoever they are, and never outlives its holder."""

import errno
import fcntl
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from data.laas import Optaget, locked

ROD = Path(__file__).resolve().parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from data.laas import locked
with locked(Path(sys.argv[1]), 5):
    print("har", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def fil(tmp_path):
    return tmp_path / "data.laas"


@pytest.fixture
def holder(fil):
    proces = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(fil)], cwd=ROD, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert proces.stdout.readline() == "har\n"
    yield proces
    proces.kill()
    proces.wait()


def test_another_process_is_kept_out_and_told_so(fil, holder):
    with pytest.raises(Optaget, match="En anden er ved at indlæse"), locked(fil, 0.2):
        pass
    holder.communicate()
    with locked(fil, 0.2):
        pass


def test_a_lock_dies_with_a_holder_that_is_killed(fil, holder):
    holder.kill()
    holder.wait()
    with locked(fil, 0.2):
        pass


def test_who_waits_long_enough_gets_in(fil, holder):
    threading.Timer(0.3, holder.stdin.close).start()
    with locked(fil, 10):
        assert holder.wait(10) == 0


def test_threads_are_kept_apart_too_and_the_same_one_twice(fil):
    sket = []

    def attempt():
        try:
            with locked(fil, 0.1):
                sket.append("kom ind")
        except Optaget:
            sket.append("optaget")

    with locked(fil, 1):
        traad = threading.Thread(target=attempt)
        traad.start()
        traad.join()
        attempt()
    attempt()
    assert sket == ["optaget", "optaget", "kom ind"]


def test_an_error_under_the_lock_lets_go_of_it_and_the_file_stays(fil):
    with pytest.raises(ZeroDivisionError), locked(fil, 1):
        1 / 0  # noqa: B018
    assert fil.exists()
    with locked(fil, 0.1):
        pass


def test_a_disk_that_cannot_lock_is_an_error_and_no_softer_lock(fil, monkeypatch):
    def refused(*_):
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr(fcntl, "flock", refused)
    with pytest.raises(OSError, match="not implemented"), locked(fil, 0.2):
        pass
