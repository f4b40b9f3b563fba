"""The frames that charts of several views share."""

from views.figur.model import Aksefigur, Kategorier, Rude, Serie, Talakse


def list_of_bars(
    serier: tuple[Serie, ...], x: Talakse, hoejde: int, plads_til_ord: int, y: Kategorier | None = None, **mere
) -> Aksefigur:
    """Horizontal bars from the top, with so many pixels for the words at their ends."""
    rude = Rude(serier, x, y or Kategorier(fra_oven=True))
    return Aksefigur((rude,), hoejde, **({"luft": 0.25, "margen": (0, plads_til_ord, 8, 40)} | mere))


def by_year(serier: tuple[Serie, ...], enhed: str, hoejde: int, x: Kategorier | None = None, **mere) -> Aksefigur:
    """A category (a year) for each place of the x axis; `enhed` names the y axis."""
    return Aksefigur((Rude(serier, x or Kategorier(), Talakse(enhed)),), hoejde, **mere)
