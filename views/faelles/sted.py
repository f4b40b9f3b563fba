"""What a figure about one place says of itself: its name, where others name the areas of the level."""

from dataclasses import replace

from views.faelles import saetninger
from views.faelles.view import View
from views.sprog import dansk


def about(view: View, sted: str) -> View:
    """The view with a place ("hele landet", the chosen area) instead of the level in its subtitle."""
    niveau = saetninger.subtitle(view.filters).split(" · ")[0]
    led = view.subtitle.split(" · ")
    if niveau in led:
        led[led.index(niveau)] = dansk.capital(sted)
    return replace(view, subtitle=" · ".join(led))
