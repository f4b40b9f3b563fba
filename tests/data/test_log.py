"""The log is one line of JSON per event, whoever tells it."""

import json
import logging
import subprocess
import sys

from data.log import JsonLinje
from tests.test_lag import ROD

PROGRAM = """
import logging, sys
andres = logging.getLogger("andres")
andres.addHandler(logging.StreamHandler())
andres.propagate = False
from data import log
log.begin()
log.event(logging.getLogger("ui.sted"), "Indlæst", hvem="Anne Ø.", version=3, niveau="ikke det")
andres.warning("to\\nlinjer")
yngre = logging.getLogger("yngre")
yngre.addHandler(logging.StreamHandler(sys.stderr))
log.begin()
try:
    raise ValueError("hvorfor")
except ValueError:
    yngre.exception("Noget fejlede")
logging.getLogger("fremmed").info("det er der ingen, der vil vide")
"""


def written(tmp_path, logfil) -> tuple[list[dict], str]:
    """The lines on stderr, and in the file."""
    svar = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROD, env={"LOGFIL": str(logfil), "PYTHONUTF8": "1"}, capture_output=True
    )
    assert svar.returncode == 0, svar.stderr
    linjer = svar.stderr.decode("utf-8").splitlines()
    return [json.loads(en) for en in linjer], logfil.read_text("utf-8") if logfil.is_file() else ""


def test_each_event_is_one_line_on_stderr_and_in_the_file(tmp_path):
    poster, fil = written(tmp_path, tmp_path / "server.log")
    assert [en["besked"] for en in poster] == ["Indlæst", "to\nlinjer", "Noget fejlede"]
    assert [json.loads(en) for en in fil.splitlines()] == poster
    foerste, anden, tredje = poster
    assert (foerste["hvem"], foerste["version"], foerste["kilde"]) == ("Anne Ø.", 3, "ui.sted")
    assert foerste["niveau"] == "INFO" and anden["niveau"] == "WARNING" and "T" in foerste["tid"]
    assert "ValueError: hvorfor" in tredje["fejl"] and "fejl" not in anden


def test_a_file_that_cannot_be_written_is_told_on_stderr(tmp_path):
    poster, _ = written(tmp_path, tmp_path / "findes" / "ikke" / "server.log")
    assert poster[0]["kilde"] == "data.log" and "FileNotFoundError" in poster[0]["fejl"]
    assert poster[-1]["besked"] == "Noget fejlede"


def test_what_is_no_text_is_told_as_text():
    post = logging.LogRecord("x", logging.INFO, "", 1, "ja", None, None)
    post.felter = {"sti": ROD}
    assert json.loads(JsonLinje().format(post))["sti"] == str(ROD)
