"""A word as part of an id, an address or a file's name."""

import re
import unicodedata

ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def slug(tekst: str) -> str:
    """Small letters a-z, digits, underscores and hyphens: "Lolland 2026/1" becomes "lolland-2026-1", "Ærø" "aeroe";
    "" when nothing is left."""
    return re.sub(r"[^a-z0-9_]+", "-", unicodedata.normalize("NFC", tekst).lower().translate(ASCII)).strip("-")
