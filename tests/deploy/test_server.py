"""The files of a server name what is there; systemd and nginx read theirs as they would on a server."""

import re
import shutil
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from deploy import klar
from tests import nginx
from tests.test_docs import exists
from tests.test_lag import ROD

DEPLOY = ROD / "deploy"
STED = "/opt/laegedaekning"
UNITS = sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")])


def settings(fil: Path) -> dict[str, list[str]]:
    """What a unit sets, by its name."""
    fundet: dict[str, list[str]] = {}
    for navn, vaerdi in re.findall(r"^(\w+)=(.*)$", fil.read_text(encoding="utf-8"), re.M):
        fundet.setdefault(navn, []).append(vaerdi)
    return fundet


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path):
    rod = tmp_path / "laegedaekning"
    (rod / ".venv" / "bin").mkdir(parents=True)
    (rod / ".venv" / "bin" / "python").symlink_to(shutil.which("true"))
    for fil in UNITS:
        (tmp_path / fil.name).write_text(fil.read_text("utf-8").replace(STED, str(rod)), encoding="utf-8")
    navne = [str(tmp_path / fil.name.replace("@.", "@8501.")) for fil in UNITS]
    svar = subprocess.run(["systemd-analyze", "verify", *navne], capture_output=True, encoding="utf-8", check=False)
    assert (svar.returncode, svar.stderr.replace(str(tmp_path), "")) == (0, "")


def test_what_the_units_run_is_there():
    for fil in UNITS:
        for kommando in [en for navn in ("ExecStart", "ExecStartPost") for en in settings(fil).get(navn, [])]:
            for modul in re.findall(rf"^{STED}/.venv/bin/python -m (\S+)", kommando):
                sti = ROD / modul.replace(".", "/")
                assert modul == "streamlit" or sti.with_suffix(".py").exists() or (sti / "__main__.py").exists(), (
                    kommando
                )


def test_the_server_may_write_where_it_keeps_things_and_nowhere_else():
    tegn = settings(DEPLOY / "laegedaekning@.service")
    assert tegn["ProtectSystem"] == ["strict"] and tegn["ReadWritePaths"] == [f"{STED}/data"]
    assert int(tegn["TimeoutStartSec"][0]) > int(tegn["ExecStartPost"][0].split()[-1]), "told why before it is killed"


@pytest.mark.skipif(nginx.find() is None, reason="no nginx here")
def test_nginx_reads_its_configuration(tmp_path):
    conf = nginx.configured(tmp_path, 8501, 8502, 8443)
    svar = subprocess.run([nginx.find(), "-t", "-c", conf, "-p", tmp_path], capture_output=True, encoding="utf-8")
    assert svar.returncode == 0 and "warn" not in svar.stderr, svar.stderr


def test_nginx_lets_through_what_the_server_takes():
    tekst = nginx.CONF.read_text(encoding="utf-8")
    indstilling = re.search(r"^maxUploadSize = (\d+)", (ROD / ".streamlit/config.toml").read_text("utf-8"), re.M)
    assert int(re.search(r"client_max_body_size (\d+)m", tekst)[1]) == int(indstilling[1]) + 1, "and what is around it"


def test_the_container_is_made_of_what_is_there():
    tekst = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    for navn in re.findall(r"^COPY (\S+) ", tekst, re.M):
        assert navn == "." or (ROD / navn).exists(), navn
    for modul in re.findall(r'"-m", "([\w.]+)"', tekst):
        assert (ROD / modul.replace(".", "/")).with_suffix(".py").exists(), modul
    assert 'CMD ["python", "start.py"]' in tekst and "USER laegedaekning" in tekst
    # what is kept outside it is what belongs to the site, and nothing of the site's goes into it
    uden_for = (DEPLOY / "Containerfile.dockerignore").read_text(encoding="utf-8").split()
    assert {"data/egne", "data/adgang.toml", "data/fremvisninger", ".venv"} <= set(uden_for)
    assert all(exists(navn) or "*" in navn for navn in re.findall(r"VOLUME \S+/laegedaekning/(\S+)", tekst))


@pytest.fixture
def lytter():
    """A server that answers as a process would, with what it is told to."""
    svar = [503]

    class Svarer(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(svar[0] if self.path == "/sundhed/klar" else 404)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Svarer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, svar
    server.shutdown()
    server.server_close()


def test_one_waits_until_a_process_is_ready(lytter, monkeypatch):
    monkeypatch.setattr(klar, "PAUSE", 0.01)
    port, svar = lytter
    assert klar.main([str(port), "0.05"]) == 1
    threading.Timer(0.1, lambda: svar.__setitem__(0, 200)).start()
    assert klar.main([str(port), "10"]) == 0 == klar.main([str(port)])


def test_one_that_is_not_there_is_not_ready():
    assert not klar.is_ready(1)
