"""Kort: one indicator on the map, with ranking, trend and the chosen area's numbers."""

from ui import bjaelke, valg, vis
from ui.arbejdsflade import VALGRAD, rail, rail_when_ranked, show_workspace
from ui.lager import finished
from ui.tabel import show_table
from views.faelles.bag_tallet import list_link
from views.noegletal import hovedtal, kort, rangliste, udvikling

filters = valg.chosen()

bjaelke.show(
    filters, valg.area_select, valg.indicator_select, valg.level_select, valg.dataset_select, period=True, et_aar=True
)

kortet = finished(kort.map_view, filters)
vis.show_page_head(kortet, tal=finished(hovedtal.headline_numbers, filters))
show_workspace(
    kortet,
    {
        "Rangliste": rail_when_ranked(rangliste.ranking_view, filters, udvikling.trend_view, VALGRAD),
        "År for år": (lambda: valg.compare_select(filters), rail(udvikling.trend_view, filters)),
        "Tabel": lambda: show_table(kortet),
    },
    liste=finished(list_link, filters),
)
