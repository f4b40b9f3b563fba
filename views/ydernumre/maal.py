"""What can be measured when all tenders are known: taken, without applicants, applicants, rounds and days."""

from dataclasses import dataclass

import pandas as pd

from views.faelles.udfald import by_outcome, offered_lots


@dataclass(frozen=True)
class Maal:
    """One measure: what it is called, its unit and decimals, and what it rests on."""

    navn: str
    enhed: str
    decimaler: int
    grundlag: str
    definition: str


MAAL = {
    "andel_besat": Maal(
        "Fandt en læge",
        "pct.",
        0,
        "afgjorte {enheder}",
        "Andel af de afgjorte {enheder}, der fandt en læge; dem, der afventer, er ikke med i nævneren.",
    ),
    "uden_ansoegere": Maal(
        "Runder uden ansøgere",
        "pct.",
        0,
        "runder med oplyst ansøgertal",
        "Andel af de runder, hvor ansøgertallet kendes, der ingen ansøgere fik.",
    ),
    "ansoegere": Maal(
        "Ansøgere pr. runde",
        "ansøgere",
        1,
        "runder med oplyst ansøgertal",
        "Gennemsnit over de runder, hvor ansøgertallet kendes, også dem med 0.",
    ),
    "runder": Maal(
        "Runder, før en læge blev fundet",
        "runder",
        1,
        "udbud, der fandt en læge",
        "Gennemsnitligt antal opslagsrunder for de udbud, der fandt en læge.",
    ),
    "dage": Maal(
        "Dage fra første opslag til læge",
        "dage (median)",
        0,
        "udbud med begge datoer på dagen",
        "Median fra udbuddets første opslag, til en læge fik det (tildelt, ellers åbnet); kun hvor begge dage kendes.",
    ),
}


def measures(runder: pd.DataFrame) -> dict[str, tuple[float, int]]:
    """Value and number of cases of each measure for the rounds of one area and unit; NaN when there are no cases."""
    alle = runder[runder["er_udbudt"] & (runder["plads"] == "inde")]
    lod = offered_lots(runder)
    antal = by_outcome(lod).groupby("udfald")["antal"].sum()
    afgjorte = int(antal.drop("afventer", errors="ignore").sum())
    soegt = alle["antal_ansoegere"].dropna()
    fundet = lod[lod["antal_laege"] > 0]
    return {
        "andel_besat": (100 * int(antal.get("besat", 0)) / afgjorte if afgjorte else float("nan"), afgjorte),
        "uden_ansoegere": without_applicants(runder),
        "ansoegere": _mean(soegt),
        "runder": _mean(fundet["runde"].dropna()),
        "dage": _mean(fundet["dage"].dropna(), median=True),
    }


def without_applicants(runder: pd.DataFrame) -> tuple[float, int]:
    """Share of rounds without applicants in pct., of those whose number of applicants is known; and their number."""
    alle = runder[runder["er_udbudt"] & (runder["plads"] == "inde")]
    return _mean((alle["antal_ansoegere"].dropna() == 0) * 100.0)


def _mean(tal: pd.Series, median: bool = False) -> tuple[float, int]:
    if tal.empty:
        return float("nan"), 0
    tal = tal.astype(float)
    return float(tal.median() if median else tal.mean()), len(tal)
