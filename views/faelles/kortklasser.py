"""The areas of a map as classes of a figure: on the ramp, or without colour where colour would rank."""

from collections.abc import Mapping

from views.figur import farver
from views.figur.klasser import Klasser
from views.figur.model import Klasse
from views.sprog import dansk

# Levels with so few areas are drawn in equal steps.
FAA_OMRAADER = 10


def on_the_ramp(
    klasser: Klasser, vaerdier: Mapping[str, float], navne: Mapping[float, str] | None = None, tomme: bool = False
) -> list[Klasse]:
    """The areas by class, and last, hatched, those without a figure. `vaerdier`: by omraade_id, NaN when missing.
    `navne`: what the catalogue calls a class, by its limit. `tomme`: are classes without an area kept, for maps that
    are compared?"""
    medlemmer: list[list[str]] = [[] for _ in klasser.graenser]
    uden_tal = []
    for omraade, vaerdi in vaerdier.items():
        nummer = klasser.class_of(vaerdi)
        (uden_tal if nummer is None else medlemmer[nummer]).append(omraade)
    ud = [
        Klasse(farver.SEKVENTIEL[trin], (navne or {}).get(graense) or etiket, farver.TEKST_PAA[trin], tuple(ids))
        for trin, graense, etiket, ids in zip(klasser.trin, klasser.graenser, klasser.etiketter, medlemmer, strict=True)
        if ids or tomme
    ]
    return [*ud, no_data(uden_tal)] if uden_tal else ud


def no_data(omraader) -> Klasse:
    """Areas of which nothing is known."""
    return Klasse(farver.INGEN_DATA, dansk.capital(dansk.INGEN_DATA), None, tuple(omraader), skraveret=True)


def without_colour(omraader) -> Klasse:
    """The areas of a map whose numbers stand in circles."""
    return Klasse(farver.NEUTRAL, f"Uden tal: {dansk.INGEN_DATA}", None, tuple(omraader))
