"""The one set of choices behind a view, and the link that reproduces it."""

from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode


@dataclass(frozen=True)
class Filters:
    """What a view is asked for. Frozen and hashable: with the data version it is the only cache key.

    `omraade` is an omraade_id of the level, or "" for none. `fra` and `til` are whole years, or None for no limit.
    """

    niveau: str = "sundhedsraad"
    struktur: str = "2007"
    omraade: str = ""
    fra: int | None = None
    til: int | None = None
    datasaet: str = "offentlig"
    indikator: str = "udbudte_ydernumre"

    def link(self, side: str = "kort") -> str:
        """The address, from the root of the site, that opens a page with these choices."""
        valg = {felt.name: getattr(self, felt.name) for felt in fields(self)}
        return f"/{side}?" + urlencode({navn: vaerdi for navn, vaerdi in valg.items() if vaerdi not in ("", None)})

    def on(self, **aendringer) -> "Filters":
        """A copy with some choices changed."""
        return replace(self, **aendringer)
