"""The doors to changing the own data, for one who asks: others than editors are refused, and what is done is noted."""

from datetime import datetime
from pathlib import Path

from data.adgang.bruger import RET_EGNE, Bruger, IngenAdgang
from data.adgang.log import note, note_refusal
from data.build import DATA
from data.indlaes.forslag import Forslag
from data.indlaes.skift import go_back, load
from data.versioner import Version

AENDRE = "ændre egne data"


def load_by(bruger: Bruger, forslag: Forslag, hvem: str = "", *, nu: datetime, **valg) -> Version:
    """`skift.load` for one who asks; hvem: what one calls oneself where nobody logs in. Raises IngenAdgang for others
    than editors, and what `load` raises."""
    _must_edit(bruger, nu, forslag.kilder)
    version = load(forslag, bruger.navn or hvem, nu=nu, **valg)
    note(bruger, f"indlæste version {version.nr}", nu, forslag.kilder, hvem)
    return version


def go_back_by(bruger: Bruger, nr: int, hvem: str = "", *, nu: datetime, kilder: Path = DATA, **valg) -> Version | None:
    """`skift.go_back` for one who asks. Raises IngenAdgang for others than editors, and what `go_back` raises."""
    _must_edit(bruger, nu, kilder)
    version = go_back(nr, bruger.navn or hvem, nu=nu, kilder=kilder, **valg)
    note(bruger, f"tog version {nr} i brug" if nr else "tog de egne data ud af brug", nu, kilder, hvem)
    return version


def _must_edit(bruger: Bruger, nu: datetime, kilder: Path) -> None:
    if not bruger.may_edit():
        note_refusal(bruger, AENDRE, nu, kilder)
        raise IngenAdgang(RET_EGNE)
