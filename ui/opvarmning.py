"""The views that most first visitors ask for, made before they come."""

from ui import valg
from ui.lager import finished
from views import hovedtal, kort, overblik, rangliste, udvikling
from views.filtre import Filters


def warm_views() -> None:
    """Build the front page and the default map in every dataset that exists."""
    standard = Filters(struktur=valg.default_structure(), datasaet=valg.default_dataset())
    finished(overblik.key_numbers, standard)
    finished(overblik.overview_map, standard)
    for niveau in ("sundhedsraad", "kommune", "region"):
        for byg in (hovedtal.headline_numbers, kort.map_view, rangliste.ranking_view, udvikling.trend_view):
            finished(byg, standard.on(niveau=niveau))
