"""A real HTTP server on this machine that answers as a test says: whole, late, cut off, in drops, or not at all."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Svar:
    """An answer. `lovet` is the length that is promised (else the true one); `draaber`: sends a byte at a time until
    the server is told to stop."""

    krop: bytes = b""
    kode: int = 200
    hoveder: dict[str, str] = field(default_factory=dict)
    type: str = "text/csv; charset=utf-8"
    lovet: int | None = None
    draaber: bool = False


Svarer = Callable[[str, str, bytes], Svar]


@dataclass
class Tjeneste:
    """`svar` is called with method, path with query, and body. `spurgt` holds what was asked."""

    svar: Svarer = lambda *_: Svar(kode=404)
    spurgt: list[tuple[str, str, bytes]] = field(default_factory=list)
    adresse: str = ""
    slut: threading.Event = field(default_factory=threading.Event)

    def answers(self, *svar: Svar) -> None:
        """Answer with these in turn, and the last again and again."""
        koe = list(svar)
        self.svar = lambda *_: koe.pop(0) if len(koe) > 1 else koe[0]


class _Haandtering(BaseHTTPRequestHandler):
    def _answer(self) -> None:
        tjeneste: Tjeneste = self.server.tjeneste
        krop = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        tjeneste.spurgt.append((self.command, self.path, krop))
        svar = tjeneste.svar(self.command, self.path, krop)
        self.send_response(svar.kode)
        laengde = len(svar.krop) if svar.lovet is None else svar.lovet
        for navn, vaerdi in {"Content-Type": svar.type, "Content-Length": str(laengde), **svar.hoveder}.items():
            self.send_header(navn, vaerdi)
        self.end_headers()
        if not svar.draaber:
            self.wfile.write(svar.krop)
            return
        for byte in svar.krop:
            if tjeneste.slut.wait(0.02):
                return
            self.wfile.write(bytes([byte]))
            self.wfile.flush()

    do_GET = do_POST = _answer

    def log_message(self, *_) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_) -> None:
        """A client that hangs up is what some tests are about."""


@contextmanager
def served() -> Iterator[Tjeneste]:
    """The service, running until the end."""
    server = _Server(("127.0.0.1", 0), _Haandtering)
    server.tjeneste = tjeneste = Tjeneste()
    tjeneste.adresse = f"http://127.0.0.1:{server.server_port}"
    traad = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    traad.start()
    try:
        yield tjeneste
    finally:
        tjeneste.slut.set()
        server.shutdown()
        server.server_close()
