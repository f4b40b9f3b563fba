"""Lægedækningspuljen: who got the money, where, what for, and does it go where doctors are missing."""

from functools import partial

import streamlit as st

from export.tabel import danish_csv
from ui import valg, vis
from ui.lager import finished
from views import dansk, puljen, puljen_behov, puljen_figurer, puljen_kort, puljen_projekter, puljen_tal

KORT_PR_RAEKKE, KORT_FRA_START = 3, 9

filters = st.session_state["_filters"]
# the page's own default pool, so that the select box shows what the page shows
filters = filters.on(pulje=puljen.chosen_pool(filters))

with st.sidebar:
    valg.pool_select(filters)
    valg.level_select(filters)
    valg.area_select(filters)
    valg.compare_select(filters)
    valg.need_select(filters)
    valg.dataset_select(filters)

if not filters.pulje:
    st.info(puljen.INGEN_PULJER, icon=":material/search_off:")
    st.stop()


@st.fragment
def show_projects() -> None:
    """The projects as cards and as a table, both narrowed by the same search."""
    liste, alle = finished(puljen_projekter.project_table, filters), finished(puljen_projekter.project_cards, filters)
    st.subheader(liste.title, anchor=False)
    st.caption(liste.subtitle)
    if not alle:
        st.info(liste.note, icon=":material/search_off:")
        return
    soegning = st.text_input("Søg i projekterne", placeholder="Sted, ansøger, tema ...", key="puljen_soegning")
    navn = puljen.area_name(filters)
    kun_omraadet = bool(navn) and st.toggle(f"Kun projekter i {navn}", value=True, key=f"puljen_kun_{filters.omraade}")
    fundne = puljen_projekter.matching(alle, soegning, filters.omraade if kun_omraadet else "")
    st.caption(puljen_projekter.found(fundne, alle) + " " + liste.note)
    som_kort, som_tabel = st.tabs(["Projektkort", "Tabel"])
    with som_kort:
        vis_alle = len(fundne) <= KORT_FRA_START or st.toggle(f"Vis alle {len(fundne)} projektkort", key="puljen_alle")
        show_cards(fundne if vis_alle else fundne[:KORT_FRA_START])
    with som_tabel:
        show_table(liste, [en in fundne for en in alle])
    st.caption(liste.coverage)
    vis.show_sources(liste)


def show_cards(kort: tuple[puljen_projekter.Projektkort, ...]) -> None:
    """Cards beside each other; below each other on a phone."""
    for start in range(0, len(kort), KORT_PR_RAEKKE):
        for plads, en in zip(st.columns(KORT_PR_RAEKKE), kort[start : start + KORT_PR_RAEKKE], strict=False):
            with plads.container(border=True, height="stretch"):
                st.markdown(puljen_projekter.card_markdown(en))


def show_table(liste, fundne: list[bool]) -> None:
    """The found rows, sorted by a click on a heading; the file has them all."""
    tal = {navn: partial(dansk.number, decimaler=antal) for navn, antal in liste.decimals.items()}
    stil = liste.table[fundne].style.format(tal, na_rep=puljen.UDEN_BELOEB)
    st.dataframe(stil, hide_index=True, column_config={"Link": st.column_config.LinkColumn(display_text="Åbn kilden")})
    hent = partial(danish_csv, liste)
    st.download_button("Hent hele listen som CSV til Excel", hent, f"{liste.id}.csv", "text/csv", on_click="ignore")


navn, om_puljen = finished(puljen_tal.introduction, filters)
st.title(navn, anchor=False)
st.markdown(om_puljen)
vis.show_numbers(finished(puljen_tal.headline_numbers, filters))
kortplads, side = st.columns([3, 2], gap="large")
with kortplads:
    vis.show_view(finished(puljen_kort.map_view, filters), on_area_click=valg.choose_area)
flere_tal, omraadets_tal = (finished(byg, filters) for byg in (puljen_tal.more_numbers, puljen_tal.area_numbers))
with side:
    vis.show_numbers(omraadets_tal or flere_tal, kolonner=1)
    vis.show_view(finished(puljen_figurer.theme_view, filters))
if omraadets_tal:
    vis.show_numbers(flere_tal, kolonner=2)
behov = finished(puljen_behov.need_view, filters)
vis.show_view(behov)
# what the one withholds, the other would withhold for the same reason
if not behov.withheld:
    vis.show_view(finished(puljen_figurer.per_inhabitant_view, filters))
show_projects()
vis.show_view(finished(puljen_figurer.pools_view, filters))
vis.show_unknown(finished(puljen_tal.what_is_not_known, filters))
vis.show_view(finished(puljen_figurer.known_by_area_and_year, filters))
