"""How HU-forløb are drawn: one colour per outcome, forecasts hatched, and the frame that all figures share."""

from collections.abc import Sequence

from views.figur import farver
from views.figur.model import INDENI, PROGNOSE, Aksefigur, Kategorier, Ord, Punkter, Rude, Soejler, Sted, Talakse
from views.sprog import dansk

BESAT = farver.UDFALD["besat"]
# A post that nobody took has the colour of a tender that nobody applied for.
UBESAT = farver.UDFALD["ingen_ansoegere"]
DIMENSIONERET = farver.LINJE
MARGEN = (0, 10, 36, 40)


def bars(
    navn: str,
    farve: str,
    steder: Sequence[Sted],
    antal: Sequence[int],
    hover: Sequence[str],
    *,
    prognose: bool = False,
    liggende: bool = False,
    tekster: Sequence[str] | None = None,
    forklares: bool = True,
) -> Soejler:
    """Bars with their numbers in them; a forecast is hatched, without numbers and with no legend entry of its own."""
    if tekster is None:
        tekster = ["" if not v else dansk.number(v) for v in antal]
    return Soejler(
        f"{navn} (prognose)" if prognose else navn,
        tuple(steder),
        tuple(antal),
        farve,
        tuple(hover),
        None if prognose else Ord(tuple(tekster), INDENI, decimaler=0),
        liggende=liggende,
        skraveret=PROGNOSE if prognose else "",
        forklares=forklares and not prognose,
    )


def posts(navn: str, x: Sequence[Sted], y: Sequence[Sted], hover: Sequence[str], *, prognose: bool = False) -> Punkter:
    """Diamonds for a count beside the bars (dimensioneret, opslået); open when it is a forecast."""
    return Punkter(
        f"{navn} (prognose)" if prognose else navn,
        tuple(x),
        tuple(y),
        DIMENSIONERET,
        "rude",
        prognose,
        hover=tuple(hover),
        forklares=not prognose,
    )


def values(titel: str) -> Talakse:
    """An axis of numbers, from zero."""
    return Talakse(titel, nullinje=False)


def framed(ruder: tuple[Rude, ...], hoejde: int, **mere) -> Aksefigur:
    """The frame that all figures share."""
    return Aksefigur(ruder, hoejde, **({"luft": 0.25, "margen": MARGEN, "forklaring": True} | mere))


def years(aar: Sequence[Sted], **mere) -> Kategorier:
    """An axis of years, also those without a figure."""
    return Kategorier(tuple(aar), **mere)
