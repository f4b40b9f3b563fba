"""Mit område: what a chair is asked about her own area, with the country and its peers beside it."""

import streamlit as st

from ui import bjaelke, grupper, hent, lister, omtaler, valg, vis
from ui.arbejdsflade import rail, rail_when_ranked, show_workspace
from ui.faner import show_open_tab
from ui.lager import finished
from views.noegletal import kort, rangliste, udvikling
from views.omraade import mit_omraade, omraadedele
from views.sprog.markdown import Markdown, plain

VEJLEDNING = "Vælg et område i feltet øverst, eller klik på det her. Linket til siden åbner derefter altid området."

filters = valg.chosen()
bjaelke.show(filters, valg.area_select, valg.indicator_select, valg.structure_select, valg.dataset_select, period=True)


def choose_one() -> None:
    """Without an area: the country to choose from."""
    kortet = finished(kort.map_view, filters)
    vis.show_page_head(kortet, "Mit område", VEJLEDNING)
    show_workspace(kortet, beside_the_country)


def beside_the_country() -> None:
    grupper.group_form(filters)
    rail_when_ranked(rangliste.ranking_view, filters, udvikling.trend_view)()


def findings() -> None:
    st.caption(plain(mit_omraade.consists_of(filters)))
    omtaler.show_area(filters)
    vis.show_text(Markdown("\n".join(f"- {en}" for en in finished(mit_omraade.findings, filters))))
    grupper.group_form(filters)


def the_area() -> None:
    skinne = {"Det skiller sig ud": findings, "År for år": rail(udvikling.trend_view, filters)}
    show_workspace(kortet, skinne)


if not filters.omraade:
    choose_one()
else:
    kortet = finished(kort.area_map_view, filters)
    navn, tal = filters.area_name(), finished(mit_omraade.area_numbers, filters)
    vis.show_page_head(kortet, navn, tal=tal)
    show_open_tab(
        "omraadelister",
        {
            "Området": the_area,
            "Tal": (lambda: vis.show_list(finished(mit_omraade.area_view, filters)), lambda: hent.area_files(filters)),
            "Læger": lambda: omtaler.show_doctors(filters),
            "Dele": lambda: vis.show_list(finished(omraadedele.parts_view, filters)),
            "Udbud": lambda: lister.show_lots(filters.on(indikator="udbudte_ydernumre")),
            "Klinikker": lambda: lister.show_clinics(filters),
            "Puljen": lambda: lister.show_projects(filters),
        },
    )
