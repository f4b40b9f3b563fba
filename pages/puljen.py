"""Lægedækningspuljen: who got the money, where, what for, and does it go where doctors are missing."""

import streamlit as st

from ui import bjaelke, lister, sidevalg, talvisning, valg, vis
from ui.arbejdsflade import rail, show_workspace
from ui.faner import show_open_tab, show_views
from ui.lager import finished
from views.puljen import behov, efter, figurer, kort, pulje, tal, tema

filters = valg.chosen()
# the page's own default pool, so that the select box shows what the page shows
filters = filters.on(pulje=finished(pulje.chosen_pool, filters))

puljevalg = [valg.pool_select] if filters.pulje else []
andre = (valg.level_select, valg.dataset_select)
bjaelke.show(filters, valg.area_select, *puljevalg, *andre, flere=[valg.compare_select, valg.need_select])


def on_the_map() -> None:
    skinne = {
        "Formål": rail(tema.theme_view, filters),
        "Om puljen": lambda: talvisning.show_number_list(finished(tal.more_numbers, filters), om_puljen),
    }
    show_workspace(kortet, skinne)


def before_and_after() -> None:
    show_views(filters, efter.BYG[sidevalg.option_buttons("Vis", efter.NAVNE, "udbud", "maal", hidden=True)])


def need() -> None:
    view = finished(behov.need_view, filters)
    vis.show_view(view)
    # what the one withholds, the other would withhold for the same reason
    if not view.withheld:
        show_views(filters, figurer.per_inhabitant_view)


if not filters.pulje:
    vis.show_title("Puljen")
    st.info(pulje.INGEN_PULJER, icon=":material/search_off:")
else:
    kortet = finished(kort.map_view, filters)
    navn, om_puljen = finished(tal.introduction, filters)
    vis.show_page_head(kortet, navn, tal=finished(tal.headline_numbers, filters))
    show_open_tab(
        "pulje_fane",
        {
            "Kort": on_the_map,
            "Behov": need,
            "Før og efter": before_and_after,
            "Projekter": lambda: lister.show_projects(filters),
            "Puljer": lambda: show_views(filters, figurer.pools_view),
            "Uvist": (
                lambda: talvisning.show_unknown(finished(tal.what_is_not_known, filters)),
                lambda: show_views(filters, figurer.known_by_area_and_year),
            ),
        },
    )
