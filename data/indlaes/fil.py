"""An uploaded file, and its sheets as text. Nothing is trusted: a process of its own opens it (data/regneark), and its
name is only ever shown."""

import hashlib
import re
from dataclasses import dataclass, field

from data.regneark.ark import FilFejl, Indhold
from data.regneark.graenser import STOERSTE_FIL
from data.regneark.proces import read_apart


@dataclass(frozen=True)
class Fil:
    """An uploaded file."""

    navn: str
    indhold: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """What the file is, whatever it is called."""
        return hashlib.sha256(self.indhold).hexdigest()

    @property
    def vist(self) -> str:
        """The name to show: the last part, without what does not belong in a name."""
        return re.sub(r"[^\w .()+,&-]", "_", re.split(r"[\\/]", self.navn)[-1])[:100].strip() or "fil"


def read(fil: Fil) -> Indhold:
    """The sheets of a file. Raises FilFejl in words the user can act on."""
    if len(fil.indhold) > STOERSTE_FIL:
        fylder = -(-len(fil.indhold) // (1024 * 1024))
        raise FilFejl(f"Filen fylder {fylder} MB, og grænsen er 20 MB. Del den i flere filer.")
    return read_apart(fil.indhold, fil.vist)
