"""A line to the server that can be cut and mended."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Linje:
    """A door of its own to a server: while it is cut, nobody comes through. `url` has no slash at the end."""

    def __init__(self, til: int):
        self._til, self._oppe, self._doev, self._stik = til, True, False, []
        self._doer = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._doer.getsockname()[1]}"
        threading.Thread(target=self._answer, daemon=True).start()

    def deafen(self) -> None:
        """Nothing that is said reaches the other end, and nobody has noticed."""
        self._doev = True

    def cut(self) -> None:
        self._oppe = self._doev = False
        for stik in self._stik:
            _shut(stik)
        self._stik.clear()

    def mend(self, til: int = 0) -> None:
        """Let people through again, to another server if one is named by its port."""
        self._til = til or self._til
        self._oppe = True

    def close(self) -> None:
        self.cut()
        self._doer.close()

    def _answer(self) -> None:
        while True:
            try:
                ind, _ = self._doer.accept()
            except OSError:
                return
            if not self._oppe:
                ind.close()
                continue
            ud = socket.create_connection(("127.0.0.1", self._til))
            self._stik += [ind, ud]
            for fra, til in ((ind, ud), (ud, ind)):
                threading.Thread(target=self._carry, args=(fra, til), daemon=True).start()

    def _carry(self, fra: socket.socket, til: socket.socket) -> None:
        try:
            while bidder := fra.recv(65536):
                if not self._doev:
                    til.sendall(bidder)
        except OSError:
            pass
        _shut(fra)
        _shut(til)


def _shut(stik: socket.socket) -> None:
    with suppress(OSError):
        stik.shutdown(socket.SHUT_RDWR)


@contextmanager
def line_to(port: int) -> Iterator[Linje]:
    linje = Linje(port)
    try:
        yield linje
    finally:
        linje.close()
