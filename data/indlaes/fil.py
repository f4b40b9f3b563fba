"""An uploaded file, and its sheets as text. Nothing is trusted: a process of its own opens it (data/regneark), and its
name is only ever shown."""

import hashlib
import re
from dataclasses import dataclass, field, replace

from data.regneark.ark import FilFejl, Indhold
from data.regneark.graenser import STOERSTE_FIL
from data.regneark.proces import read_apart


@dataclass(frozen=True)
class Fil:
    """An uploaded file. `husket`: what it was, when its bytes are let go."""

    navn: str
    indhold: bytes = field(repr=False)
    husket: str = ""

    @property
    def sha256(self) -> str:
        """What the file is, whatever it is called."""
        return self.husket or hashlib.sha256(self.indhold).hexdigest()

    def without_bytes(self) -> "Fil":
        """The same file, of which only what was read is kept."""
        return replace(self, indhold=b"", husket=self.sha256)

    @property
    def vist(self) -> str:
        """The name to show: the last part, without what does not belong in a name."""
        return re.sub(r"[^\w .()+,&-]", "_", re.split(r"[\\/]", self.navn)[-1])[:100].strip() or "fil"


def read(fil: Fil) -> Indhold:
    """The sheets of a file. Raises FilFejl in words the user can act on."""
    if fil.husket:
        raise FilFejl("Filen ligger her ikke længere. Læg den op igen.")
    if len(fil.indhold) > STOERSTE_FIL:
        fylder = -(-len(fil.indhold) // (1024 * 1024))
        raise FilFejl(f"Filen fylder {fylder} MB, og grænsen er 20 MB. Del den i flere filer.")
    return read_apart(fil.indhold, fil.vist)
