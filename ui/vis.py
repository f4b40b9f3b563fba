"""Rendering a View: title, figure, what is known, where it comes from, and the same numbers as a table."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from geo.kortlag import clicked_area
from ui import hent, noegler, valg
from ui.adresse import local
from ui.figur import FinishedFigure
from ui.praesentation.egne import show_add_to_deck
from views.faelles.view import Form, Kilde, Tal, Ukendt, View
from views.figur.plotly.kort import PLOTLY_CONFIG
from views.figur.plotly.tegn import plotly_of
from views.figur.plotly.typografi import SIDE, TELEFON
from views.kilder.overblik import INTET_MANGLER
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, link, plain, web_address

FLEST_KILDER = 40
# A longer table is scrolled: what stands below it should not be pages away.
KORT_TABEL, LANG_TABEL = 20, 560
TRENDKOLONNE = "År for år"
ENHEDSKOLONNE, ENHED_BREDDE = "Enhed", st.column_config.TextColumn(width="medium")
LINKKOLONNE = st.column_config.LinkColumn(display_text="Åbn kilden")


def show_view(view: View, on_area_click: Callable[[str], None] | None = None, name: str = "") -> None:
    """A figure with all that is needed to trust it. `on_area_click` gets the omraade_id of a clicked area. `name` tells
    it from another of the same view on the page."""
    visning, view = view.id, replace(view, id=name or view.id)
    shown_views().append(view)
    with st.container(key=f"view_{view.id}"):
        _show_heading(view)
        if view.form == Form.TILBAGEHOLDT:
            _show_withheld(view)
        elif view.form == Form.FIGUR:
            _show_figure(view, on_area_click)
        elif view.text:
            st.markdown(view.text)
        else:
            st.info(plain(view.note), icon=":material/search_off:")
        st.caption(_below(view))
        show_background(view, visning=visning)


def _show_heading(view: View) -> None:
    """Title and subtitle as one element, for each is a message of its own to the browser."""
    st.markdown(f"### {plain(view.title)}\n\n:small[:gray[{plain(view.subtitle)}]]", anchors=False)


def shown_views() -> list[View]:
    """What the page has shown in this run, in order; the router empties it first."""
    return st.session_state.setdefault(noegler.VISTE, [])


def _below(view: View) -> Markdown:
    """What stands under every figure: a remark, what is known, and the source line."""
    linjer = [plain(view.source_line)]
    if not view.withheld:
        linjer.insert(0, plain(view.coverage))
        if view.form == Form.FIGUR and view.note:
            linjer.insert(0, Markdown(f":material/info: {plain(view.note)}"))
    return Markdown("\n\n".join(filter(None, linjer)))


def show_list(view: View) -> None:
    """A view whose table is what there is to see."""
    shown_views().append(view)
    with st.container(key=f"view_{view.id}"):
        _show_heading(view)
        if view.table.empty:
            st.info(plain(view.note), icon=":material/search_off:")
            return
        st.markdown(view.text)
        show_table(view, height="content" if len(view.table) <= KORT_TABEL else LANG_TABEL)
        st.caption(_below(view))
        show_background(view, with_table=False)


def show_background(view: View, with_table: bool = True, visning: str = "") -> None:
    """The numbers as a table, and every source with its link; sent only when opened, for it is longer than the rest.

    `visning`: the id of the View, when it has another name on the page.
    """
    navn = "Tal, kilder og definition" if with_table else "Kilder og definition"
    udfold = st.expander(navn, key=f"om_{view.id}", on_change="rerun", icon=":material/menu_book:")
    if not udfold.open:
        return
    with udfold:
        if with_table and not view.table.empty:
            show_table(view)
        st.markdown(f"**Definition.** {plain(view.definition)}")
        st.markdown(f"**Dækning.** {plain(view.coverage)}")
        kilder = [f"- {_source_text(kilde)}" for kilde in view.sources[:FLEST_KILDER]]
        if len(view.sources) > FLEST_KILDER:
            kilder.append(f"- ... og {len(view.sources) - FLEST_KILDER} kilder mere")
        st.markdown("**Kilder**\n" + "\n".join(kilder or ["- Ingen poster i perioden"]))
        hent.view_buttons(view)
        show_add_to_deck(view, visning or view.id)


def show_numbers(tal: tuple[Tal, ...], kolonner: int = 3, with_links: bool = False) -> None:
    """Large numbers beside each other, each with its date and source; below each other on a phone.

    `with_links`: each has a link to the map that shows it.
    """
    for start in range(0, len(tal), kolonner):
        for plads, en in zip(st.columns(kolonner, border=True), tal[start : start + kolonner], strict=False):
            with plads:
                st.metric(plain(en.overskrift), plain(en.vaerdi))
                st.caption(_number_caption(en))
                if with_links:
                    # st.page_link opens the right view too, but leaves its codes out of the address
                    st.markdown(Markdown(f":material/open_in_new: [Vis på kortet](<{local(en.link)}>)"))


def show_unknown(mangler: tuple[Ukendt, ...]) -> None:
    """What is not known, as plainly as what is."""
    with st.container(key="ved_ikke"):
        st.subheader("Hvad ved vi ikke?", anchor=False)
        if not mangler:
            st.markdown(INTET_MANGLER)
        for en in mangler:
            st.markdown(f"**{plain(en.overskrift)}.** {plain(en.tekst)}")


def _show_withheld(view: View) -> None:
    st.info(plain(view.withheld), icon=":material/block:")
    st.button(
        "Se den samme visning med eksempeldata",
        key=f"eksempel_{view.id}",
        on_click=valg.show_example,
        icon=":material/science:",
    )


def _show_figure(view: View, on_area_click: Callable[[str], None] | None) -> None:
    noegle = f"figur_{view.id}"
    figur = FinishedFigure(plotly_of(view.figure, TELEFON if _is_phone() else SIDE))
    if on_area_click is None:
        st.plotly_chart(figur, key=noegle, config=PLOTLY_CONFIG, alt=view.alt)
        return

    def clicked() -> None:
        punkter = st.session_state[noegle].selection.points
        if punkter and "location" in punkter[0]:
            on_area_click(clicked_area(punkter[0]["location"]))

    st.plotly_chart(figur, key=noegle, config=PLOTLY_CONFIG, alt=view.alt, on_select=clicked, selection_mode="points")


def _is_phone() -> bool:
    return "Mobi" in st.context.headers.get("User-Agent", "")


def show_table(view: View, raekker: list[bool] | None = None, **indstillinger) -> None:
    """A view's table as Danes read it, and the same as a file. `raekker`: True for each row that is shown.

    `indstillinger` go to `st.dataframe`.
    """
    tabel = view.table if raekker is None else view.table[raekker]
    formater = {navn: partial(view.cell_text, navn) for navn in tabel if navn in {*view.decimals, *view.date_columns}}
    if view.link_column:
        tabel = _only_web_links(tabel, view.link_column)
        indstillinger.setdefault("column_config", {})[view.link_column] = LINKKOLONNE
    if view.trend and raekker is None:
        tabel = tabel.copy(deep=False)
        tabel.insert(2, TRENDKOLONNE, list(view.trend))
        indstillinger.setdefault("column_config", {})[TRENDKOLONNE] = st.column_config.LineChartColumn(y_min=0)
    if ENHEDSKOLONNE in tabel:
        # "ydernumre pr. 100.000 indbyggere" is cut when all columns share the width
        indstillinger.setdefault("column_config", {})[ENHEDSKOLONNE] = ENHED_BREDDE
    # a table of words goes as it is: styled, every cell would be sent twice
    vist = tabel.style.format(formater, na_rep=view.missing) if formater else tabel
    st.dataframe(vist, hide_index=True, width="stretch", placeholder=view.missing, **indstillinger)
    hent.table_button(view if raekker is None else replace(view, table=view.table[raekker]))


def _only_web_links(tabel: pd.DataFrame, kolonne: str) -> pd.DataFrame:
    """The table with no other addresses in its column of links than those of the web; others stand beside as text."""
    andre = tabel[kolonne].map(lambda en: isinstance(en, str) and en != "" and not web_address(en))
    if not andre.any():
        return tabel
    return tabel.assign(
        **{f"{kolonne} (intet link)": tabel[kolonne].where(andre, ""), kolonne: tabel[kolonne].mask(andre, None)}
    )


def _number_caption(tal: Tal) -> Markdown:
    enhed = f"{bold(dansk.capital(tal.enhed).rstrip('.') + '.')} " if tal.enhed else ""
    return Markdown(f"{enhed}{plain(tal.forklaring)}\n\n{_number_source(tal)}")


def _number_source(tal: Tal) -> Markdown:
    opgjort = plain(f"opgjort pr. {tal.opgjort}")
    if not tal.kilder:
        return plain(f"Opgjort pr. {tal.opgjort}" if tal.opgjort else "")
    udgiver, dato = tal.kilder[0].udgiver, plain(tal.kilder[0].dato)
    if len(tal.kilder) == 1:
        return Markdown(f"Kilde: {link(udgiver, tal.kilder[0].url)}, {dato} · {opgjort}")
    antal, seneste = dansk.number(len(tal.kilder)), plain(tal.opgjort)
    return Markdown(f"{antal} kilder, flest poster fra {plain(udgiver)} · seneste oplysning {seneste}")


def _source_text(kilde: Kilde) -> Markdown:
    return Markdown(f"{link(kilde.titel, kilde.url)}, {plain(kilde.udgiver)}, {plain(kilde.dato)}")
