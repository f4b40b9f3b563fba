"""What stands in the file of the deck that comes with the product."""

import tomllib

from views.fremvisning.praesentation import MAPPE, STANDARD

DIAS = tomllib.loads((MAPPE / f"{STANDARD}.toml").read_text(encoding="utf-8"))["dias"]
IALT = len(DIAS)


def place_of(visning: str) -> int:
    """The number of the first slide with that view, from 1."""
    return [en["visning"] for en in DIAS].index(visning) + 1
