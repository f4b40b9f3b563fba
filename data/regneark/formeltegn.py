"""Text in a text file that a spreadsheet would run as a formula: an apostrophe goes in front of it when a file is
written, and away again when one is read, so that every text comes back as it was."""

import re

# What a formula begins with; a text that has apostrophes before it already gets one more.
FORMEL = re.compile(r"'*[=+\-@\t\r\n]")
# A spreadsheet reads these as the number, or the dash, that they are.
UFARLIG = re.compile(r"[+-]?\d[\d.,]*|-")


def harmless(tekst: str) -> str:
    """The text as a cell that is shown and never run. A number and a lone dash stay as they are."""
    return f"'{tekst}" if FORMEL.match(tekst) and not UFARLIG.fullmatch(tekst) else tekst


def as_meant(tekst: str) -> str:
    """The text of a cell that `harmless` may have written; also of one where a person wrote the apostrophe."""
    return tekst[1:] if tekst.startswith("'") and FORMEL.match(tekst) else tekst
