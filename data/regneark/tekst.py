"""Cells as text, the way a Dane would type them: 1234,5; 2026-05-05. So csv and xlsx are understood alike."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from data.regneark.graenser import LAENGSTE_CELLE

# What has no width: controls, soft hyphen, joiners, directions, fillers, variation selectors, tags, halves of pairs.
# The codes 128-159 stay: they are letters that were destroyed, and whoever judges the text must see them.
USYNLIGE = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
BLANKE = re.compile("[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000]+")


def clean(tekst: str) -> str | None:
    """Text in one form (NFC), without invisible characters and surplus blanks; None when nothing is left."""
    if tekst.isascii() and tekst.isalnum():
        return tekst[:LAENGSTE_CELLE]
    synlig = USYNLIGE.sub("", tekst)
    if not synlig.isascii():
        synlig = unicodedata.normalize("NFC", synlig)
    return BLANKE.sub(" ", synlig).strip()[:LAENGSTE_CELLE] or None


def cell_text(celle) -> str | None:
    """A cell of any type as text; None is an empty one."""
    if isinstance(celle, str):
        return clean(celle)
    if isinstance(celle, bool):
        return "ja" if celle else "nej"
    if isinstance(celle, float):
        return str(int(celle)) if celle.is_integer() else repr(celle).replace(".", ",")
    if isinstance(celle, datetime):
        return celle.date().isoformat() if celle.time() == time() else celle.isoformat(" ", "minutes")
    if isinstance(celle, (date, time)):
        return celle.isoformat()
    if isinstance(celle, timedelta):
        return str(celle)
    return None if celle is None else str(celle)


def percent_text(tal: float) -> str:
    """0.125 is "12,5 %"."""
    hundrede = (Decimal(repr(tal)) * 100).normalize()
    return f"{hundrede:f}".replace(".", ",") + " %"


def grouped(tal: int) -> str:
    """1048576 is "1.048.576"."""
    return f"{tal:,}".replace(",", ".")
