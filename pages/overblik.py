"""Overblik: four questions with their answers, one of them on the map, and what is not known."""

import streamlit as st

from ui import bjaelke, sidevalg, talvisning, valg, vis
from ui.arbejdsflade import show_workspace
from ui.lager import finished
from views.fremvisning.visninger import VISNINGER
from views.kilder import overblik
from views.sprog.markdown import plain

TITEL = "Lægedækning i Danmark"
filters = valg.chosen()
bjaelke.show(filters, valg.area_select, valg.structure_select, valg.dataset_select)

foerst = finished(overblik.lead, filters)
alle = {en.kode: en for en in (foerst, *finished(overblik.questions, filters)) if en}


def answers() -> None:
    if filters.omraade:
        talvisning.page_link(filters.link("mit_omraade"), f"Se {filters.area_name()}")
    for en in alle.values():
        talvisning.show_answer(en.spoergsmaal, en.svar, en.tal)
    talvisning.show_in_short(finished(overblik.more_numbers, filters))
    talvisning.page_link(filters.link("balance"), plain("Kan udbud finde en læge? Behov og balance"))


def more_answers() -> None:
    for tal in finished(overblik.more_numbers, filters):
        talvisning.show_answer(tal.overskrift, tal.forklaring, tal)


def unknown() -> None:
    talvisning.show_unknown(finished(overblik.what_is_not_known, filters))


def show_answers_on_the_map() -> None:
    hoved = st.container()
    navne = {kode: en.spoergsmaal for kode, en in alle.items()}
    valgt = alle[sidevalg.above_map("Spørgsmål", navne, next(iter(alle)), "spoergsmaal")]
    kortet = finished(VISNINGER[valgt.visning].byg, valgt.filters)
    with hoved:
        vis.show_page_head(kortet, TITEL)
    show_workspace(kortet, {"Svar": answers, "Flere tal": more_answers, "Hvad ved vi ikke?": unknown})


if alle:
    show_answers_on_the_map()
else:
    vis.show_title(TITEL, overblik.INTRO)
    unknown()
