"""Reading a file in a process of its own, with limits: a file can end that process, never the server."""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.regneark import svar
from data.regneark.ark import FilFejl, Indhold
from data.regneark.graenser import HUKOMMELSE, SEKUNDER, STOERSTE_SVAR

ROD = Path(__file__).resolve().parents[2]
LOG = logging.getLogger(__name__)
# So many files are read at the same time; more would only share the processor and the memory.
SAMTIDIGE = threading.BoundedSemaphore(2)
LAENGSTE_LOG = 4000
DEL_DEN = "Kopiér tabellen over i en ny, tom projektmappe, og indlæs den; er den meget stor, så del den i flere filer."


@dataclass(frozen=True)
class Graenser:
    """What reading one file may use: bytes of memory, seconds, bytes of answer."""

    hukommelse: int = HUKOMMELSE
    sekunder: float = SEKUNDER
    svar: int = STOERSTE_SVAR


class _Barn:
    """The running child, with the threads that feed it and hear what it complains of."""

    def __init__(self, indhold: bytes, kommando: Sequence[str], graenser: Graenser):
        self._graenser = graenser
        self._klage = b""
        self.for_sent = self.for_meget = False
        self._proces = subprocess.Popen(
            kommando,
            cwd=ROD,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._ur = threading.Timer(graenser.sekunder, self._time_is_up)
        self._traade = [
            threading.Thread(target=self._feed, args=(indhold,), daemon=True),
            threading.Thread(target=self._listen, daemon=True),
        ]
        for traad in (self._ur, *self._traade):
            traad.start()

    def lines(self) -> Iterator[bytes]:
        """The lines it writes, until it ends or has written too much."""
        tilbage = self._graenser.svar
        while linje := self._proces.stdout.readline(tilbage + 1):
            tilbage -= len(linje)
            if tilbage < 0:
                self.for_meget = True
                return
            yield linje

    def end(self) -> int:
        """Make an end of it, whatever it does; its exit code, negative for a signal."""
        self._ur.cancel()
        if self._proces.poll() is None and (self.for_meget or not self._ended_soon()):
            self._proces.kill()
        kode = self._proces.wait()
        for traad in self._traade:
            traad.join()
        self._proces.stdout.close()
        return kode

    @property
    def klage(self) -> str:
        return self._klage.decode(errors="replace").strip()

    def _ended_soon(self) -> bool:
        try:
            self._proces.wait(1)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _time_is_up(self) -> None:
        self.for_sent = True
        self._proces.kill()

    def _feed(self, indhold: bytes) -> None:
        try:
            with self._proces.stdin as ind:
                ind.write(indhold)
        except OSError:
            pass  # it ended before it had read everything; the exit code tells why

    def _listen(self) -> None:
        with self._proces.stderr as klager:
            while stykke := klager.read1(LAENGSTE_LOG):
                self._klage = (self._klage + stykke)[-LAENGSTE_LOG:]


def _environment() -> dict[str, str]:
    """Nothing of the server's own but what a Python needs to start."""
    kendte = {navn: os.environ[navn] for navn in ("SYSTEMROOT", "LD_LIBRARY_PATH") if navn in os.environ}
    return kendte | {"PYTHONPATH": str(ROD), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}


def command(graenser: Graenser) -> list[str]:
    """What is run: the reader, told its limits."""
    return [sys.executable, "-m", "data.regneark", str(graenser.hukommelse), str(max(1, int(graenser.sekunder)))]


def read_apart(
    indhold: bytes, navn: str, graenser: Graenser = Graenser(), kommando: Sequence[str] | None = None
) -> Indhold:
    """The sheets of a file. `navn` is for the log. Raises FilFejl, also when the child crashes, is killed, takes too
    long or answers with something that is no answer."""
    with SAMTIDIGE:
        try:
            barn = _Barn(indhold, kommando or command(graenser), graenser)
        except OSError as fejl:
            LOG.error("No process to read %s in", navn, exc_info=fejl)
            raise FilFejl("Serveren kan ikke læse filer lige nu. Prøv igen om lidt.") from fejl
        udfald: Indhold | Exception
        try:
            udfald = svar.content(barn.lines())
        except (FilFejl, svar.Ugyldigt) as fejl:
            udfald = fejl
        finally:
            kode = barn.end()
    if barn.klage:
        LOG.warning("Reading %s: %s", navn, barn.klage)
    if isinstance(udfald, (Indhold, FilFejl)):
        if isinstance(udfald, FilFejl):
            raise udfald
        return udfald
    LOG.warning("Reading %s gave no answer: exit code %s, %s", navn, kode, udfald)
    raise FilFejl(_no_answer(barn, kode, graenser)) from udfald


def _no_answer(barn: _Barn, kode: int, graenser: Graenser) -> str:
    if barn.for_sent:
        return f"Filen er opgivet, for den tog mere end {graenser.sekunder:g} sekunder at læse. {DEL_DEN}"
    if barn.for_meget:
        return f"Filen er for stor: den fylder for meget, når den er læst. {DEL_DEN}"
    if kode == svar.HUKOMMELSE or kode < 0:
        return f"Filen er for stor eller bygget forkert og kan ikke læses. {DEL_DEN}"
    return f"Filen kan ikke læses. {DEL_DEN}"
