"""The app: page configuration, navigation, and what stands on every page. Pages themselves are scripts in pages/."""

import logging
from pathlib import Path

import streamlit as st

from queries.standard import bring_up_to_date
from ui import bjaelke, hent, udskrift, valg, vej, vis
from ui.adgang.hvem import find_out
from ui.deling import share_box, tab_title
from ui.helbred import show_way_back
from ui.koe import turn
from ui.menu import show_menu, watch_line
from ui.praesentation.adresse import is_full_screen
from ui.sider import pages
from views.sprog.markdown import plain

# A picture of our own: the icons that Streamlit offers for the browser tab are fetched from another machine.
IKON = str(Path(__file__).resolve().parent / "ikon.svg")

LOG = logging.getLogger(__name__)
# Where the versions are: reached whatever else is broken.
VEJEN_TILBAGE = "data_og_kilder"

fuld_skaerm = is_full_screen()

with turn(), st.container(gap="xsmall"):
    side = st.navigation(pages(), position="hidden")
    bruger = find_out()
    vej.begin_run()
    try:
        filters = valg.read_choices()
    except Exception:
        LOG.exception("The choices cannot be read")
        show_way_back()
        st.stop()
    st.set_page_config(page_title=tab_title(side.title, filters), page_icon=IKON, layout="wide")
    if fuld_skaerm:
        watch_line()
    else:
        show_menu(side.url_path)
    raekke = bjaelke.begin()
    valg.show_answers()
    # a slide says so itself, larger
    if filters.datasaet == "eksempel" and not fuld_skaerm:
        bjaelke.show_example_badge()
    if (afvist := bring_up_to_date()) is not None:
        # what is refused may stand in the secretariat's own files
        foerste = f" Første fejl: {plain(str(afvist.fejl[0]))}" if bruger.may_edit() else ""
        st.error(
            f"De nyeste datafiler har {len(afvist.fejl)} fejl og er ikke taget i brug; siden viser de senest "
            f"godkendte.{foerste}",
            icon=":material/database_off:",
        )
    vis.begin_page()
    try:
        side.run()
    except Exception:
        if side.url_path == VEJEN_TILBAGE:
            show_way_back()
        raise
    finally:
        vis.fill_page_box()
        # last in the bar, and also when the page broke: what it has shown by now is what there is
        deling = share_box(raekke, filters, vis.shown_views())
        if deling.open:
            with deling:
                hent.page_files(vis.shown_views(), side.title)
        udskrift.take_page(side.title, filters)
    vej.do_what_was_not_heard()
