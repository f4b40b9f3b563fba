"""The doors to changing the own data, for one who asks. A command line has no such one and calls what is behind."""

from data.adgang.bruger import RET_EGNE, Bruger, IngenAdgang
from data.indlaes.forslag import Forslag
from data.indlaes.skift import go_back, load
from data.versioner import Version


def load_by(bruger: Bruger, forslag: Forslag, hvem: str = "", **valg) -> Version:
    """`skift.load` for one who asks; hvem: what one calls oneself where nobody logs in. Raises IngenAdgang for others
    than editors, and what `load` raises."""
    _must_edit(bruger)
    return load(forslag, bruger.navn or hvem, **valg)


def go_back_by(bruger: Bruger, nr: int, **valg) -> Version | None:
    """`skift.go_back` for one who asks. Raises IngenAdgang for others than editors, and what `go_back` raises."""
    _must_edit(bruger)
    return go_back(nr, bruger.navn, **valg)


def _must_edit(bruger: Bruger) -> None:
    if not bruger.may_edit():
        raise IngenAdgang(RET_EGNE)
