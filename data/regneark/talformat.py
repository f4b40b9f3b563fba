"""What a number format shows of a cell: only the month, only the year, per cent. Everything else is shown as it is."""

import re
from collections.abc import Iterable, Mapping

MAANED, AAR, PROCENT = "maaned", "aar", "procent"
# The built-in formats that files name by number alone (ECMA-376, 18.8.30).
INDBYGGEDE = {9: PROCENT, 10: PROCENT, 17: MAANED}
# What a format quotes, escapes, pads with, or says about colour and language is not what it shows.
PYNT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
LAENGSTE = 300


def shown_by(format_: str) -> str:
    """MAANED, AAR, PROCENT, or "" for a format code as it stands in styles.xml."""
    foerste = PYNT.sub("", format_[:LAENGSTE]).split(";")[0].lower()
    if "%" in foerste:
        return PROCENT
    if foerste in ("", "general", "standard", "@") or set(foerste) & set(":dhs0#?"):
        return ""
    if "m" in foerste and "am/pm" not in foerste:
        return MAANED
    return AAR if "y" in foerste else ""


def by_style(celleformater: Iterable[int], egne: Mapping[int, str]) -> list[str]:
    """What each cell style shows. `celleformater`: the number format of each style; `egne`: the file's own formats."""
    kendte = INDBYGGEDE | {nr: shown_by(format_) for nr, format_ in egne.items()}
    return [kendte.get(nr, "") for nr in celleformater]
