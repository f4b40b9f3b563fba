"""Runs the configuration in deploy/ before two processes, and installs Debian's nginx when there is none:
python -m tests.nginx
"""

import os
import re
import shutil
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests import apt

PAKKE = "nginx-light"
MANGLER = "No nginx: run python -m tests.nginx."
CONF = Path(__file__).resolve().parents[1] / "deploy" / "nginx.conf"


def find() -> str | None:
    """The path of nginx, or None."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def configured(mappe: Path, a: int, b: int, port: int) -> Path:
    """The configuration as it stands, but for where it listens, whom it asks, and where its files are."""
    tekst = CONF.read_text(encoding="utf-8")
    for fra, til in (
        (r"8501", str(a)),
        (r"8502", str(b)),
        (r"listen 443 ", f"listen 127.0.0.1:{port} "),
        (r"listen 80 ", f"listen 127.0.0.1:{port + 1} "),
        (r"/etc/ssl/laegedaekning|/run|/var/log/nginx", str(mappe)),
        # as many lines as a test's machine may open
        (r"worker_rlimit_nofile \d+", "worker_rlimit_nofile 1024"),
        (r"worker_connections \d+", "worker_connections 512"),
    ):
        tekst, antal = re.subn(fra, til, tekst)
        assert antal, fra
    (mappe / "nginx.conf").write_text(tekst, encoding="utf-8")
    navn = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    filer = ["-keyout", str(mappe / "privkey.pem"), "-out", str(mappe / "fullchain.pem")]
    certifikat = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *navn, *filer]
    subprocess.run(certifikat, check=True, capture_output=True)
    return mappe / "nginx.conf"


@contextmanager
def running(mappe: Path, a: int, b: int, port: int) -> Iterator[str]:
    """The address of an nginx before the processes on two ports. Raises RuntimeError with its words when it ends."""
    conf = configured(mappe, a, b, port)
    with open(mappe / "nginx.log", "wb") as ud:
        proces = subprocess.Popen([find(), "-c", str(conf), "-p", str(mappe), "-g", "daemon off;"], stderr=ud)
    url = f"https://127.0.0.1:{port}"
    try:
        for _ in range(100):
            if proces.poll() is not None:
                raise RuntimeError((mappe / "nginx.log").read_text(encoding="utf-8"))
            try:
                httpx.get(f"http://127.0.0.1:{port + 1}/", trust_env=False)
                break
            except httpx.TransportError:
                time.sleep(0.05)
        yield url
    finally:
        proces.terminate()
        proces.wait(15)


def trusting(mappe: Path) -> ssl.SSLContext:
    """Trusts that nginx alone."""
    return ssl.create_default_context(cafile=mappe / "fullchain.pem")


def main() -> int:
    # a package of a server starts it, which is not wanted here
    return apt.see_to_it("nginx", PAKKE, find, "the tests of two processes are left out", RUNLEVEL="1")


if __name__ == "__main__":
    sys.exit(main())
