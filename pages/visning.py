"""One View by its id and choices in the address: where older links and codes lead. Not in the menu."""

import streamlit as st

from ui import valg, vis
from ui.lager import finished
from ui.praesentation.enkelt import single_view
from views.faelles.view import Form
from views.fremvisning import visninger
from views.sprog.markdown import plain, shown_code

filters = valg.chosen()

visning = st.query_params.get("visning", "kort")
if not visninger.is_known(visning):
    ukendt = plain(shown_code(visning))
    st.warning(f"Der er ingen visning, der hedder »{ukendt}«. Kortet vises i stedet.", icon=":material/link_off:")
    visning = "kort"
view = finished(single_view(visning), filters)
if view is None:
    st.info("Datasættet har intet af denne slags.", icon=":material/search_off:")
elif view.form == Form.TABEL:
    vis.show_list(view, rang=1)
else:
    vis.show_page_head(view)
    vis.show_view(view, headed=False)
