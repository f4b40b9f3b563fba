"""Rows of a sheet that are no records: totals, notes under the table, headings that are repeated."""

import re
from collections.abc import Sequence

_ORD = (
    r"(?:i\s*alt|total(?:t|en|er|sum)?|sum(?:men|mer)?|samlet|tilsammen|(?:sub|del|mellem|hoved|slut)-?\s?(?:sum|total)(?:er)?"
    r"|grand total|gennemsnit|hovedresultat)"
)
_OMKRING = r"[\s*()\[\].,:;=-]*"
# In any column a total is the whole text; "Samlet plan for Nakskov" is a title.
HELE_TEKSTEN = re.compile(rf"{_OMKRING}{_ORD}(?:\s+(?:\d{{4}}|antal|alle|i \d{{4}}))?{_OMKRING}", re.I)
# Beside a place: "Lolland i alt", "Sum af Region Sjælland", "Heraf Nakskov".
OM_ET_STED = re.compile(
    r".+\s(?:i\s?alt|total|totalt|subtotal|resultat)[\s:.*]*|(?:heraf|sum (?:af|for|i)|i\s?alt|total for)\b.*", re.I
)
# Where a kommune, a region, a town or an id is asked for; in registers of areas the whole country is a record.
HELE_OMRAADER = re.compile(
    r"(?:hele (?:landet|danmark|riget|regionen)|(?:alle|samtlige) (?:\w+ )?(?:kommuner|regioner))\W*", re.I
)
NOTE = re.compile(
    r"\W*(?:note[r]?\b|anm(?:\b|ærkning)|kilde[r]?\s*:|udtræk|udtrukket|bemærk|opgjort|opdateret|udarbejdet|fodnote|"
    r"datagrundlag|data (?:er|fra)|tal(?:lene)? (?:er|fra)|genereret|udskrevet|forklaring|signatur|copyright)|[*¹²³©†]",
    re.I,
)
FLEST_I_EN_NOTE = 3


def is_total(tekst: str, sted: bool = False, omraade: bool = False) -> bool:
    """Does a text say that its row is a total? `sted`: it stands where a place or an id is asked for; `omraade`: where
    the whole country is none of those."""
    if len(tekst) > 80:
        return False
    return bool(
        HELE_TEKSTEN.fullmatch(tekst)
        or (sted and OM_ET_STED.fullmatch(tekst))
        or (omraade and HELE_OMRAADER.fullmatch(tekst))
    )


def is_note(raekke: Sequence[str | None], tidligst: int, kraevede: set[int]) -> bool:
    """Is a row plainly a note: a text alone in it, where nothing else that a record needs is filled in? `tidligst`: the
    place of the first column; `kraevede`: those that must be filled in."""
    fyldte = [(plads, celle) for plads, celle in enumerate(raekke) if celle]
    if len(fyldte) > FLEST_I_EN_NOTE or sum(plads in kraevede for plads, _ in fyldte) > 1:
        return False
    plads, tekst = fyldte[0]
    if NOTE.match(tekst):
        return True
    return len(fyldte) == 1 and plads <= tidligst and " " in tekst
