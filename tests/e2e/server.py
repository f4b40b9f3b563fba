"""Starts the real server as users start it, on a free port of this machine, and stops it again."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 120
COMMANDS = {
    "streamlit": ("streamlit", "run", "dashboard.py", "--server.port"),
    "uvicorn": ("uvicorn", "dashboard:app", "--host", "127.0.0.1", "--port"),
}


@dataclass(frozen=True)
class Server:
    """A running server. `url` has no trailing slash; `fil` holds what the process prints."""

    url: str
    port: int
    proces: subprocess.Popen
    fil: Path

    def log(self) -> str:
        return self.fil.read_text(encoding="utf-8", errors="replace")


@contextmanager
def running(kommando: str = "streamlit", mappe: Path = ROOT, cold: bool = False, miljoe: dict | None = None):
    """A server over the project in `mappe`, ready to answer. With `cold` nobody has asked it anything yet."""
    port = free_port()
    with tempfile.TemporaryDirectory() as log:
        fil = Path(log) / "server.log"
        with open(fil, "wb") as ud:
            proces = subprocess.Popen(
                [sys.executable, "-m", *COMMANDS[kommando], str(port)],
                cwd=mappe,
                # a server that lives for seconds has no use for views that nobody asks for
                env=os.environ | {"OPVARMNING": "nej"} | (miljoe or {}),
                stdin=subprocess.DEVNULL,
                stdout=ud,
                stderr=subprocess.STDOUT,
            )
        server = Server(f"http://127.0.0.1:{port}", port, proces, fil)
        try:
            wait_for(server, listens if cold else is_healthy)
            yield server
        finally:
            stop(proces)


def free_port() -> int:
    with socket.socket() as stik:
        stik.bind(("127.0.0.1", 0))
        return stik.getsockname()[1]


def listens(server: Server) -> bool:
    with socket.socket() as stik:
        return stik.connect_ex(("127.0.0.1", server.port)) == 0


def is_healthy(server: Server) -> bool:
    if not listens(server):  # asked often while it starts, and a client of HTTP is dear to make
        return False
    try:
        return httpx.get(f"{server.url}/sundhed", timeout=5, trust_env=False).status_code == 200
    except httpx.TransportError:
        return False


def wait_for(server: Server, ready, seconds: float = START_SECONDS) -> None:
    """Raises RuntimeError with the server's own words when it stops, and when it takes too long."""
    for _ in every(0.1, seconds):
        if server.proces.poll() is not None:
            raise RuntimeError(f"The server stopped with code {server.proces.returncode}:\n{server.log()}")
        if ready(server):
            return
    raise RuntimeError(f"The server was not ready in {seconds} s:\n{server.log()}")


def stop(proces: subprocess.Popen) -> None:
    proces.terminate()
    try:
        proces.wait(15)
    except subprocess.TimeoutExpired:
        proces.kill()
        proces.wait()


def every(interval: float, seconds: float) -> Iterator[None]:
    """Yields now and then until the time is up."""
    slut = time.monotonic() + seconds
    while time.monotonic() < slut:
        yield
        time.sleep(interval)
