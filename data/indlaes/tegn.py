"""Letters that were destroyed on the way here: a text in one encoding, read as another."""

import re

# What æ, ø and å become between letters: UTF-8 read as Windows-1252 or Latin-1 (Ã¸), as DOS (├©) or as Mac (√∏); DOS
# (R›dby) and Mac (R¿dby) read as Windows-1252; and what was lost altogether.
OEDELAGT = re.compile(
    "[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]"
    "|[├┬]\\S|√[^\\s\\d]|\ufffd|[\u0080-\u009f]"
    "|(?<=[^\\W\\d_])[›¿†‡¾¢¥‘Œ¯](?=[a-zæøåé])"
)
# Perhaps a letter that could not be written: "R?dby". An address has them too.
SPOERGSMAALSTEGN = re.compile(r"(?<=[^\W\d_])\?(?=[a-zæøå])")
ADRESSE = re.compile(r"https?://|www\.", re.I)


def broken(tekst: str) -> str:
    """The characters of a text that are no letters but stand for one, with what is around them; "" when none do."""
    fundet = OEDELAGT.search(tekst)
    return _around(tekst, fundet) if fundet else ""


def perhaps_broken(tekst: str) -> str:
    """A question mark inside a word, with what is around it; "" without any."""
    fundet = None if ADRESSE.search(tekst) else SPOERGSMAALSTEGN.search(tekst)
    return _around(tekst, fundet) if fundet else ""


def _around(tekst: str, fundet: re.Match) -> str:
    foer = re.search(r"\w*$", tekst[: fundet.start()])[0][-20:]
    efter = re.match(r"\w*", tekst[fundet.end() :])[0][:20]
    return f"{foer}{fundet[0]}{efter}"
