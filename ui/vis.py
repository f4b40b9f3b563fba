"""Rendering a View: title, figure, what is known, where it comes from, and the same numbers as a table."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import parse_qsl, urlsplit

import pandas as pd
import streamlit as st

from geo.kortlag import clicked_area
from ui import hent, noegler, valg, vindue
from ui.figur import FinishedFigure
from ui.praesentation.egne import show_add_to_deck
from ui.sider import page_of
from ui.vindue import is_narrow
from views.faelles.view import Form, Kilde, Tal, Ukendt, View
from views.figur.plotly.kort import PLOTLY_CONFIG
from views.figur.plotly.tegn import plotly_of
from views.figur.plotly.typografi import SIDE, TELEFON
from views.kilder.overblik import INTET_MANGLER
from views.sprog import dansk, ord
from views.sprog.markdown import Markdown, bold, link, plain, web_address

FLEST_KILDER = 40
NOTHING = Markdown("")
RANG = {1: "#", 2: "##"}
VIDERE = ":material/arrow_forward:"
# A longer table is scrolled: what stands below it should not be pages away.
KORT_TABEL, LANG_TABEL = 20, 560
TRENDKOLONNE = "År for år"
ENHEDSKOLONNE, ENHED_BREDDE = "Enhed", st.column_config.TextColumn(width="medium")
LINKKOLONNE = st.column_config.LinkColumn(display_text="Åbn kilden")


def show_title(titel: str, linje: str = "") -> None:
    """The one h1 of a page, and a sentence of plain text under it."""
    _heading(titel, plain(linje), 1)


def show_page_head(view: View, titel: str = "", linje: str = "") -> None:
    """The head of a page whose first figure is `view`: the one h1, the one line of where its numbers come from, and the
    figure's files. The figure then has no head of its own: its title is the page's, or stands in the line under it.

    titel: of the page, else the figure's; linje: plain text in the place of the figure's title.
    """
    navn = (linje or view.title) if titel else ""
    under = plain(" · ".join(filter(None, (navn, _provenance(view)))))
    if is_narrow():
        _heading(titel or view.title, under, 1)
    else:
        _show_head(titel or view.title, view, view.id, 1, under)


def show_view(
    view: View,
    on_area_click: Callable[[str], None] | None = None,
    name: str = "",
    hoejde: int | None = None,
    headed: bool = True,
    narrow: bool = False,
    first: Markdown = NOTHING,
) -> None:
    """A figure with all that is needed to trust it. `on_area_click` gets the omraade_id of a clicked area. `name` tells
    it from another of the same view on the page. hoejde: of the figure in pixels, else its own. headed: its title is
    not on the page yet. narrow: there is no room for anything beside its title. first: what stands right below the
    figure."""
    visning, view = view.id, replace(view, id=name or view.id)
    narrow = narrow or is_narrow()
    shown_views().append(view)
    with st.container(key=f"view_{view.id}", gap="xsmall"):
        if headed and narrow:
            _heading(view.title, _once(_subtitle(view)), 2)
        elif headed:
            _show_head(view.title, view, visning, 2, _once(_subtitle(view)))
        if view.form == Form.TILBAGEHOLDT:
            _show_withheld(view)
        elif view.form == Form.FIGUR:
            _show_figure(view, on_area_click, hoejde)
        elif view.text:
            st.markdown(view.text)
        else:
            st.info(plain(view.note), icon=":material/search_off:")
        if first:
            st.markdown(first)
        if under := _below(view):
            st.caption(under)
        if narrow and (headed or is_narrow()):
            show_background(view, visning=visning)


def _show_head(titel: str, view: View, visning: str, rang: int, under: Markdown, with_table: bool = True) -> None:
    """The title with "Hent og kilder" beside it."""
    with st.container(horizontal=True, vertical_alignment="top", wrap=False, gap="small"):
        _heading(titel, under, rang)
        show_background(view, with_table, visning)


def _heading(titel: str, under: Markdown, rang: int) -> None:
    """A title and what stands below it, as one element, for each is a message of its own to the browser."""
    linje = f"\n\n:small[:gray[{Markdown(under)}]]" if under else ""
    st.markdown(f"{RANG[rang]} {plain(titel)}{linje}", anchors=False)
    if rang == 1:
        vindue.take_head(titel, under)


def _provenance(view: View) -> str:
    """Level, period, source and date in one line; said once on a page."""
    _said().update((_subtitle(view), _source_line(view)))
    return f"{_subtitle(view)} · {_source_line(view)}"


def _subtitle(view: View) -> str:
    """That numbers are invented is said on top of every page."""
    return view.subtitle.removesuffix(f" · {ord.EKSEMPEL_ADVARSEL}")


def _source_line(view: View) -> str:
    """Which map the areas are drawn on stands behind "Hent og kilder"."""
    return view.source_line.removesuffix(f" · geografi: {view.geography}")


def _said() -> set[str]:
    """The lines of sources and coverage that the page has by now: what is the same for many figures is said once."""
    return st.session_state.setdefault(noegler.SAGT, set())


def begin_page() -> None:
    """Nothing is shown yet; the router says so before each run of a page."""
    shown_views().clear()
    _said().clear()


def shown_views() -> list[View]:
    """What the page has shown in this run, in order; the router empties it first."""
    return st.session_state.setdefault(noegler.VISTE, [])


def _below(view: View) -> Markdown:
    """What stands under a figure: a remark, what is known, and the line of sources, unless the page has said them."""
    linjer = []
    if not view.withheld:
        if view.form == Form.FIGUR and view.note:
            linjer.append(Markdown(f":material/info: {plain(view.note)}"))
        linjer.append(_once(view.coverage))
    return Markdown("\n\n".join(filter(None, [*linjer, _once(_source_line(view))])))


def _once(linje: str) -> Markdown:
    if linje in _said():
        return Markdown("")
    _said().add(linje)
    return plain(linje)


def show_list(view: View) -> None:
    """A view whose table is what there is to see."""
    shown_views().append(view)
    with st.container(key=f"view_{view.id}", gap="xsmall"):
        if is_narrow():
            _heading(view.title, _once(_subtitle(view)), 2)
        else:
            _show_head(view.title, view, view.id, 2, _once(_subtitle(view)), with_table=False)
        if view.table.empty:
            st.info(plain(view.note), icon=":material/search_off:")
            return
        st.markdown(view.text)
        show_table(view, height="content" if len(view.table) <= KORT_TABEL else LANG_TABEL)
        if under := _below(view):
            st.caption(under)
        if is_narrow():
            show_background(view, with_table=False)


def show_background(view: View, with_table: bool = True, visning: str = "") -> None:
    """ "Hent og kilder": the files, one press away, then definition, coverage, every source with its link, and the
    numbers as a table; sent only when opened, for it is longer than the rest.

    `visning`: the id of the View, when it has another name on the page.
    """
    boks = st.popover(
        "Hent og kilder", key=f"om_{view.id}", on_change="rerun", icon=":material/download:", type="tertiary"
    )
    if not boks.open:
        return
    with boks:
        hent.view_buttons(view)
        show_add_to_deck(view, visning or view.id)
        st.markdown(f"**Definition.** {plain(view.definition)}")
        if view.coverage:
            st.markdown(f"**Dækning.** {plain(view.coverage)}")
        kilder = [f"- {_source_text(kilde)}" for kilde in view.sources[:FLEST_KILDER]]
        if len(view.sources) > FLEST_KILDER:
            kilder.append(f"- ... og {len(view.sources) - FLEST_KILDER} kilder mere")
        if view.geography:
            st.markdown(f"**Geografi.** {plain(dansk.capital(view.geography))}.")
        st.markdown(
            f"**Kilder** (opgjort pr. {plain(view.as_of)})\n" + "\n".join(kilder or ["- Ingen poster i perioden"])
        )
        if with_table and not view.table.empty:
            show_table(view)


def show_answer(spoergsmaal: str, svar: str, tal: Tal) -> None:
    """A question, its number and the answer in words, with the way to the page where the same number stands."""
    page_link(tal.link, f"{bold(spoergsmaal)} {plain(tal.vaerdi)}")
    udgivere = list(dict.fromkeys(en.udgiver for en in tal.kilder))
    flere = f" og {len(udgivere) - 1} til" if len(udgivere) > 1 else ""
    kilde = f"Kilde: {udgivere[0]}{flere} · opgjort pr. {tal.opgjort}" if udgivere else f"Opgjort pr. {tal.opgjort}"
    st.markdown(f"{plain(svar)}  \n:small[:gray[{plain(kilde)}]]")


def page_link(adresse: str, navn: Markdown) -> None:
    """A way to another page in the same tab. `adresse`: from the root of the site, with its codes."""
    dele = urlsplit(adresse)
    st.page_link(page_of(dele.path), label=navn, query_params=dict(parse_qsl(dele.query)), icon=VIDERE)


def number_line(tal: Sequence[Tal]) -> Markdown:
    """Numbers beside each other in one line of text."""
    return Markdown("  ·  ".join(f"{plain(en.overskrift)} {bold(en.vaerdi)}" for en in tal))


def show_number_list(tal: Sequence[Tal], indledning: str) -> None:
    """Numbers below each other, each with what it says, after a few plain sentences."""
    linjer = [f"- {plain(en.overskrift)}: {bold(en.vaerdi)}. :small[:gray[{plain(en.forklaring)}]]" for en in tal]
    st.markdown(plain(indledning) + "\n\n" + "\n".join(linjer))


def show_numbers(tal: tuple[Tal, ...], kolonner: int = 3) -> None:
    """Large numbers beside each other, each with its date and source; below each other on a phone."""
    for start in range(0, len(tal), kolonner):
        for plads, en in zip(st.columns(kolonner, border=True), tal[start : start + kolonner], strict=False):
            with plads:
                st.metric(plain(en.overskrift), plain(en.vaerdi))
                st.caption(_number_caption(en))


def show_unknown(mangler: tuple[Ukendt, ...]) -> None:
    """What is not known, as plainly as what is."""
    with st.container(key="ved_ikke"):
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


def _show_figure(view: View, on_area_click: Callable[[str], None] | None, hoejde: int | None) -> None:
    noegle = f"figur_{view.id}"
    figur = FinishedFigure(plotly_of(view.figure, TELEFON if is_narrow() else SIDE))
    som_det_er = {"key": noegle, "config": PLOTLY_CONFIG, "alt": view.in_words, "height": hoejde or "content"}
    if on_area_click is None:
        st.plotly_chart(figur, **som_det_er)
        return

    def clicked() -> None:
        punkter = st.session_state[noegle].selection.points
        if punkter and "location" in punkter[0]:
            on_area_click(clicked_area(punkter[0]["location"]))

    st.plotly_chart(figur, **som_det_er, on_select=clicked, selection_mode="points")


def show_table(view: View, raekker: list[bool] | None = None, **indstillinger) -> None:
    """A view's table as Danes read it, and the same as a file. `raekker`: True for each row that is shown.

    `indstillinger` go to `st.dataframe`.
    """
    tabel = view.table if raekker is None else view.table[raekker]
    i_ord = {*view.decimals, *view.date_columns, *tabel.select_dtypes("float")}
    formater = {navn: partial(view.cell_text, navn) for navn in tabel if navn in i_ord}
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
    kilde = _number_source(tal)
    if kilde in _said():
        return Markdown(f"{enhed}{plain(tal.forklaring)}")
    _said().add(kilde)
    return Markdown(f"{enhed}{plain(tal.forklaring)}\n\n{kilde}")


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
