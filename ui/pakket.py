"""Streamlit's bundles, compressed once and sent as they are: python -m ui.pakket

Streamlit leaves them as they lie on the disk, and packing them for each visitor costs a second of processor. Here they
are packed ahead, hard, with brotli and gzip, and kept by the hash of their contents beside the packages they came with;
the fonts are cut to what a page writes. What is not packed yet goes out the old way.
"""

import gzip
import hashlib
import importlib.util
import logging
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import brotli
from starlette.types import ASGIApp, Receive, Scope, Send

from data.disk import reason
from data.laas import Optaget, locked
from ui import skrifter
from ui.skrifter import can_be_cut, icons_in

LOG = logging.getLogger(__name__)
BUNDTER = Path(importlib.util.find_spec("streamlit").origin).parent / "static" / "static"
STREAMLIT = BUNDTER.parents[1]
VORES = tuple(Path(__file__).resolve().parents[1] / mappe for mappe in ("ui", "pages"))
LAGER = Path(sys.prefix) / "pakket"
SLAGS = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
KORTEST = 500
TEKST = {"cache-control": "public, max-age=31536000, immutable", "vary": "Accept-Encoding"}
# Streamlit's name of a font says nothing of how it was cut: after an upgrade of ours an old one is asked about soon.
SKRIFT = {"cache-control": "public, max-age=600", "content-type": "font/woff2"}
SKAARET = "woff2"
# The best first: a browser on plain http takes gzip alone.
FORMER: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda indhold: brotli.compress(indhold, quality=11, lgwin=22),
    "gzip": lambda indhold: gzip.compress(indhold, 9, mtime=0),
}
ADRESSE = re.compile(r"(?:/[^/]+)*?/static/((?:js|css|media)/[^/]+)")
MELDING = "Streamlits filer kan ikke pakkes: {}. De sendes pakket for hver besøgende, som er langsommere."


class Bundter:
    """The bundles in a folder, and what they are packed to in another."""

    def __init__(self, kilde: Path = BUNDTER, lager: Path = LAGER):
        self._kilde, self._lager = kilde, lager
        self._husket: dict[tuple[str, str], bytes] = {}
        # the hash of each bundle that is worth packing, by its name in the folder
        self.hashes: dict[str, str] = {}

    def read(self) -> None:
        """Get to know the bundles: none is found before. Takes a fifth of a second."""
        alle = {fil.relative_to(self._kilde).as_posix(): fil for fil in sorted(self._kilde.rglob("*")) if fil.is_file()}
        # what is kept of a font follows from what all bundles and our own code name, and from how it is cut
        opskrift = repr((sorted(alle), sorted(icons_in(VORES)))).encode() + Path(skrifter.__file__).read_bytes()
        self.hashes = {
            navn: hashlib.sha256(fil.read_bytes() + (opskrift if can_be_cut(fil.name) else b"")).hexdigest()[:32]
            for navn, fil in alle.items()
            if forms(navn) and fil.stat().st_size >= KORTEST
        }

    def unpacked(self) -> list[tuple[str, str]]:
        """The (name, form) that are still to be made."""
        alle = ((navn, form) for navn in self.hashes for form in forms(navn))
        return [(navn, form) for navn, form in alle if not self._file(navn, form).exists()]

    def pack(self) -> int:
        """Make what is not there, and remove what belongs to no bundle; how many were made. Raises OSError."""
        self._lager.mkdir(parents=True, exist_ok=True)
        mangler = self.unpacked()
        for navn, form in mangler:
            self._write(self._file(navn, form), self._made(navn, form))
        beholdes = {self._file(navn, form) for navn in self.hashes for form in forms(navn)}
        for fil in self._lager.glob("*.*"):
            if fil not in beholdes and fil.suffix[1:] in (*FORMER, SKAARET):
                fil.unlink()
        return len(mangler)

    def find(self, navn: str, form: str) -> bytes | None:
        """A bundle in a form; None when it is none of ours or not made yet."""
        if navn not in self.hashes or form not in forms(navn):
            return None
        if (navn, form) not in self._husket:
            with suppress(OSError):
                self._husket[navn, form] = self._file(navn, form).read_bytes()
        return self._husket.get((navn, form))

    def _made(self, navn: str, form: str) -> bytes:
        indhold = (self._kilde / navn).read_bytes()
        if form == SKAARET:
            return skrifter.cut(Path(navn).name, indhold, icons_in((*VORES, STREAMLIT)))
        return FORMER[form](indhold)

    def _file(self, navn: str, form: str) -> Path:
        return self._lager / f"{self.hashes[navn]}.{form}"

    def _write(self, fil: Path, indhold: bytes) -> None:
        """In one step: another process may be reading."""
        nr, ny = tempfile.mkstemp(dir=self._lager)
        with open(nr, "wb") as ud:
            ud.write(indhold)
        os.replace(ny, fil)


def forms(navn: str) -> tuple[str, ...]:
    """What a bundle of that name is made to."""
    if can_be_cut(Path(navn).name):
        return (SKAARET,)
    return tuple(FORMER) if Path(navn).suffix in SLAGS else ()


class Pakket:
    """ASGI middleware: answers for the bundles that are packed, and lets all else through."""

    def __init__(self, app: ASGIApp, bundter: Bundter):
        self._app, self._bundter = app, bundter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        er_hentning = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        fundet = ADRESSE.fullmatch(scope["path"]) if er_hentning else None
        svar = fundet and self._answer(fundet[1], dict(scope["headers"]))
        if not svar:
            await self._app(scope, receive, send)
            return
        status, hoveder, krop = svar
        raa = [(navn.encode(), vaerdi.encode()) for navn, vaerdi in hoveder.items()]
        await send({"type": "http.response.start", "status": status, "headers": raa})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else krop})

    def _answer(self, navn: str, spurgt: Mapping[bytes, bytes]) -> tuple[int, dict[str, str], bytes] | None:
        """Status, headers and body; None when it is not packed in a form that the browser takes."""
        for form in (SKAARET, *accepted(spurgt.get(b"accept-encoding", b"").decode("latin-1"))):
            if (krop := self._bundter.find(navn, form)) is None:
                continue
            hoveder = {"etag": f'"{self._bundter.hashes[navn]}-{form}"', **(SKRIFT if form == SKAARET else TEKST)}
            if spurgt.get(b"if-none-match") == hoveder["etag"].encode():
                return 304, hoveder, b""
            if form != SKAARET:
                hoveder |= {"content-type": SLAGS[Path(navn).suffix], "content-encoding": form}
            return 200, hoveder | {"content-length": str(len(krop))}, krop
        return None


def accepted(hoved: str) -> list[str]:
    """The forms that a browser says it takes, the best first."""
    dele = (del_.strip().lower() for del_ in hoved.split(","))
    tager = {del_.partition(";")[0].strip() for del_ in dele if not re.search(r";\s*q=0(\.0*)?$", del_)}
    return [form for form in FORMER if form in tager]


def pack_beside(bundter: Bundter) -> subprocess.Popen | None:
    """Begin to pack in a process of its own, which yields to this one; None when there is nothing to do."""
    if not bundter.unpacked():
        return None
    return subprocess.Popen([sys.executable, "-m", "ui.pakket"], cwd=Path(__file__).resolve().parents[1])


def main() -> int:
    """Command line; returns 0 when all are packed, also by another who is at it, 1 when they cannot be."""
    if hasattr(os, "nice"):
        os.nice(10)
    bundter = Bundter()
    try:
        bundter.read()
        if not bundter.unpacked():
            return 0
        LAGER.mkdir(parents=True, exist_ok=True)
        with locked(LAGER / "laas", 0):
            print(f"{bundter.pack()} af Streamlits filer er pakket.")
    except Optaget:
        return 0
    except OSError as fejl:
        print(MELDING.format(reason(fejl)), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
