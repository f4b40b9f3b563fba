"""What became of tenders: the outcomes, and the units that stand under each. The front page and the register say the
same of the same lots."""

import pandas as pd

from views.figur import farver

# In the order they are read: what one hopes for first, what is open last.
UDFALD = {
    "besat": ("Fandt en læge", farver.UDFALD["besat"]),
    "udbudsklinik": ("Udbudsklinik", farver.UDFALD["udbudsklinik"]),
    "regionsklinik": ("Regionsklinik", farver.UDFALD["regionsklinik"]),
    "ingen_ansoegere": ("Ingen søgte, intet nyt", farver.UDFALD["ingen_ansoegere"]),
    "fordelt": ("Fordelt eller flyttet", farver.UDFALD["trukket_tilbage"]),
    "trukket_tilbage": ("Trukket tilbage", farver.UDFALD["trukket_tilbage"]),
    "afventer": ("Afventer", farver.UDFALD["afventer"]),
}
UDEN_LAEGE = ("udbudsklinik", "regionsklinik", "ingen_ansoegere", "fordelt", "trukket_tilbage")


def offered_lots(runder: pd.DataFrame) -> pd.DataFrame:
    """The lots of some rounds (queries.udbud.rounds) that count as offered in the area: each in its last round."""
    return runder[runder["er_sidste"] & (runder["plads"] == "inde")]


def by_outcome(lod: pd.DataFrame) -> pd.DataFrame:
    """Lots split by outcome, so that the units of a lot that only partly found doctors stand under both: every column
    of the lots, with `udfald` and `antal` (units) of each part."""
    besat = lod[lod["antal_laege"] > 0].assign(udfald="besat", antal=lambda en: en["antal_laege"])
    rest = lod.assign(antal=lod["antal"] - lod["antal_laege"])
    rest = rest[rest["antal"] > 0]
    return pd.concat([besat, rest.assign(udfald=rest["udfald"].replace("besat", "afventer"))])


def counted_outcomes(lod: pd.DataFrame) -> dict[str, int]:
    """Units under each of UDFALD, also 0; they sum to the units of the lots."""
    antal = by_outcome(lod).groupby("udfald")["antal"].sum()
    return {navn: int(antal.get(navn, 0)) for navn in UDFALD}
