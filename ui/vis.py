"""Rendering a View: title, figure, what is known, where it comes from, and the same numbers as a table."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st
from streamlit.elements.lib.mutable_popover_container import PopoverContainer

from geo.kortlag import clicked_area
from ui import hent, noegler, valg, vindue
from ui.figur import FinishedFigure
from ui.praesentation.egne import show_add_to_deck
from ui.tabel import show_table
from ui.talvisning import number_line, once, said
from ui.vindue import is_narrow
from views.faelles.view import Form, Kilde, Tal, View
from views.figur.model import Aksefigur, Figur, Kort
from views.figur.plotly.kort import PLOTLY_CONFIG
from views.figur.plotly.tegn import plotly_of
from views.figur.plotly.typografi import SIDE, TELEFON
from views.fremvisning.visninger import is_known, name_of
from views.sprog import dansk, ord
from views.sprog.markdown import Markdown, link, plain

HOEJDETRIN = 20
FLEST_KILDER = 40
# The numbers of a headline that a phone has room for above the map; the rest are in the table.
TAL_PAA_TELEFON = 3
NOTHING = Markdown("")
RANG = {1: "#", 2: "##"}
# A longer table is scrolled: what stands below it should not be pages away.
KORT_TABEL, LANG_TABEL, TABEL_I_BOKS, LAV_TABEL = 20, 560, 6, 240


def show_title(titel: str, linje: str = "", tal: Sequence[Tal] = ()) -> None:
    """The one h1 of a page, a sentence of plain text under it, and numbers in one line."""
    _heading(titel, plain(linje), 1, tal)


def show_page_head(view: View, titel: str = "", linje: str = "", tal: Sequence[Tal] = ()) -> None:
    """The head of a page whose first figure is `view`: the one h1, the one line of where its numbers come from, numbers
    in one line, and "Hent og kilder" for what the page is about. The figure then has no head of its own: its title is
    the page's, or stands in the line under it.

    titel: of the page, else the figure's; linje: plain text in the place of the figure's title.
    """
    navn = (linje or view.title) if titel else ""
    herkomst = " · ".join(en for en in _provenance(view).split(" · ") if en != titel)
    st.session_state[noegler.OM_SIDEN] = [view]
    if is_narrow():
        kort = f"{navn} · {_source_line(view)}" if navn else herkomst
        _heading(titel or view.title, plain(kort), 1, tal[:TAL_PAA_TELEFON], maerke=_badge(view))
        return
    under = plain(" · ".join(filter(None, (navn, herkomst))))
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="top", wrap=False, gap="small"
    ):
        _heading(titel or view.title, under, 1, tal, maerke=_badge(view))
        show_page_box()


def show_page_box() -> None:
    """ "Hent og kilder" for what the page is about, to be filled when all of it is shown."""
    st.session_state[noegler.HENTBOKS] = _box(st.session_state[noegler.OM_SIDEN][0])


def fill_page_box() -> None:
    """Fills it, once, with all about the chosen area, and the page's figure and those beside it."""
    boks, alle = st.session_state.pop(noegler.HENTBOKS, None), st.session_state.get(noegler.OM_SIDEN, [])
    if boks is not None and boks.open:
        with boks:
            if alle[0].filters.omraade:
                hent.area_files(alle[0].filters, "_boks")
            for view in alle:
                st.markdown(f"**{plain(view.title)}**")
                _background(view, view.id, with_table=True)


def show_view(
    view: View,
    on_area_click: Callable[[str], None] | None = None,
    name: str = "",
    hoejde: int | None = None,
    bredde: int | None = None,
    headed: bool = True,
    first: Markdown = NOTHING,
    way: Markdown = NOTHING,
) -> None:
    """A figure with all that is needed to trust it. `on_area_click` gets the omraade_id of a clicked area. `name` tells
    it from another of the same view on the page. hoejde: of the figure in pixels, else its own; bredde: of all of it,
    else what there is. headed: its title is not on the page yet. first: what stands right below the figure;
    way: a link before what is known, in the same line."""
    visning, view = view.id, replace(view, id=name) if name else view
    shown_views().append(view)
    with st.container(key=f"view_{view.id}", gap="xsmall", width=bredde or "stretch"):
        if headed and vindue.is_roomy():
            _show_head(view, visning)
        elif headed:
            _heading(view.title, once(_subtitle(view)), 2, maerke=_badge(view))
        _show_body(view, on_area_click, hoejde, first, bredde, way)
        if headed and not vindue.is_roomy():
            show_background(view, visning=visning)


def show_beside(view: View, hoejde: int | None = None, on_click: Callable[[str], None] | None = None) -> None:
    """A figure beside the page's: its files and sources stand with those of the page. `on_click` gets the place of a
    clicked bar."""
    shown_views().append(view)
    st.session_state[noegler.OM_SIDEN].append(view)
    if not view.withheld:  # the reason says what is withheld
        # what else stands below a figure stands in the element of its title here: each is a message to the browser
        dele = [once(_subtitle(view)), *(_lines(_below(view)) if view.form == Form.FIGUR else ())]
        _heading(view.title, Markdown(" · ".join(filter(None, dele))), 2, maerke=_badge(view))
    _show_body(view, on_click, hoejde)


def _show_body(
    view: View,
    on_area_click: Callable[[str], None] | None,
    hoejde: int | None,
    first: Markdown = NOTHING,
    bredde: int | None = None,
    way: Markdown = NOTHING,
) -> None:
    if view.form == Form.TILBAGEHOLDT:
        _show_withheld(view)
    elif view.form == Form.FIGUR:
        _show_figure(view, on_area_click, _high_enough(view.figure, hoejde), bredde)
    elif view.text:
        st.markdown(view.text)
    else:
        said().add(view.note)
        st.info(plain(view.note), icon=":material/search_off:")
    if first:
        st.markdown(Markdown(first))
    under = _below(view)
    if way:
        # a caption would make the link too faint to be read
        graa = (f":small[:gray[{en}]]" for en in _lines(under))
        st.markdown(Markdown(" · ".join([f":small[{Markdown(way)}]", *graa])))
    elif under:
        st.caption(under)


def _show_head(view: View, visning: str, with_table: bool = True, rang: int = 2) -> None:
    """The title with "Hent og kilder" beside it; below it, where there is not room for both."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="top", gap="small"):
        _heading(view.title, once(_subtitle(view)), rang, width="content", maerke=_badge(view))
        show_background(view, with_table, visning)


def _badge(view: View) -> Markdown:
    """What a scenario says of itself wherever it stands."""
    return Markdown(f":blue-badge[:material/query_stats: {ord.SCENARIE_MAERKE}]") if view.scenarie else NOTHING


def _heading(
    titel: str,
    under: Markdown,
    rang: int,
    tal: Sequence[Tal] = (),
    width: str = "stretch",
    maerke: Markdown = NOTHING,
) -> None:
    """A title and what stands below it, as one element, for each is a message of its own to the browser."""
    linje = f"\n\n:small[:gray[{Markdown(under)}]]" if under else ""
    maerket = f"\n\n{Markdown(maerke)}" if maerke else ""
    tallene = number_line(tal)
    st.markdown(f"{RANG[rang]} {plain(titel)}{maerket}{linje}\n\n{tallene}", anchors=False, width=width)
    if rang == 1:
        st.session_state[noegler.HOVED] = titel, under
        vindue.take_head(titel, under, number_line(tal, linked=False))


def _provenance(view: View) -> str:
    """Level, period, source and date in one line; said once on a page."""
    said().update((_subtitle(view), _source_line(view)))
    return f"{_subtitle(view)} · {_source_line(view)}"


def _subtitle(view: View) -> str:
    """That numbers are invented is said on top of every page."""
    return view.subtitle.removesuffix(f" · {ord.EKSEMPEL_ADVARSEL}")


def _source_line(view: View) -> str:
    """Which map the areas are drawn on stands behind "Hent og kilder"."""
    return view.source_line.removesuffix(f" · geografi: {view.geography}")


def begin_page() -> None:
    """Nothing is shown yet; the router says so before each run of a page."""
    said().clear()
    # new ones, for the lists of the last run belong to the page on paper until this run is over
    st.session_state.update({noegler.VISTE: [], noegler.TALLENE: [], noegler.ORDENE: [], noegler.HOVED: None})


def show_text(tekst: Markdown) -> None:
    """What the page says in words of its own, which stand on paper too."""
    st.session_state[noegler.ORDENE].append(tekst)
    st.markdown(tekst)


def shown_views() -> list[View]:
    """What the page has shown in this run, in order; the router empties it first."""
    return st.session_state.setdefault(noegler.VISTE, [])


def _below(view: View) -> Markdown:
    """What stands under a figure: a remark, what is known, and the line of sources, unless the page has said them."""
    linjer = []
    if not view.withheld:
        if view.form in (Form.FIGUR, Form.TABEL) and view.note and view.note not in said():
            said().add(view.note)
            linjer.append(Markdown(f":material/info: {plain(view.note)}"))
        linjer.append(once(view.coverage))
    return Markdown("\n\n".join(filter(None, [*linjer, once(_source_line(view))])))


def _lines(under: Markdown) -> list[str]:
    """Its paragraphs: a colour of Streamlit's Markdown ends with each."""
    return [en for en in under.split("\n\n") if en]


def show_list(view: View, rang: int = 2) -> None:
    """A view whose table is what there is to see. rang: of its heading, 1 for the page's own."""
    shown_views().append(view)
    with st.container(key=f"view_{view.id}", gap="xsmall"):
        if is_narrow():
            _heading(view.title, once(_subtitle(view)), rang, maerke=_badge(view))
        else:
            _show_head(view, view.id, with_table=False, rang=rang)
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
    """ "Hent og kilder" of one figure; sent only when opened, for it is longer than the rest.

    `visning`: the id of the View, when it has another name on the page.
    """
    boks = _box(view, visning or view.id)
    if boks.open:
        with boks:
            _background(view, visning or view.id, with_table)


def _box(view: View, visning: str = "") -> PopoverContainer:
    """`visning`: the id of the View, for a figure among others: a screen reader lists the boxes without the figures
    they stand beside."""
    hvis = f": {name_of(visning) if is_known(visning) else view.title}" if visning else ""
    return st.popover(
        f"Hent og kilder{plain(hvis)}",
        key=f"om_{view.id}",
        on_change="rerun",
        icon=":material/download:",
        type="tertiary",
    )


def _background(view: View, visning: str, with_table: bool) -> None:
    """The files, one press away, then the numbers as a table, which is few steps away for whoever has only a keyboard,
    then definition, coverage and every source with its link."""
    hent.view_buttons(view)
    if with_table and not view.table.empty:
        show_table(view, height="content" if len(view.table) <= TABEL_I_BOKS else LAV_TABEL)
    show_add_to_deck(view, visning)
    st.markdown(f"**Definition.** {plain(view.definition)}")
    if view.coverage:
        st.markdown(f"**Dækning.** {plain(view.coverage)}")
    if view.geography:
        st.markdown(f"**Geografi.** {plain(dansk.capital(view.geography))}.")
    kilder = [f"- {_source_text(kilde)}" for kilde in view.sources[:FLEST_KILDER]]
    if len(view.sources) > FLEST_KILDER:
        kilder.append(f"- ... og {dansk.quantity(len(view.sources) - FLEST_KILDER, 'kilder')} mere")
    opgjort = f"**Kilder** (opgjort pr. {plain(view.as_of)})\n"
    st.markdown(opgjort + "\n".join(kilder or ["- Ingen poster i perioden"]))


def _show_withheld(view: View) -> None:
    st.info(plain(view.withheld), icon=":material/block:")
    show_way_to_example(view)


def show_way_to_example(view: View) -> None:
    """The same view where all is known, for one that these data leave empty."""
    st.button(
        "Se den samme visning med eksempeldata",
        key=f"eksempel_{view.id}",
        on_click=valg.show_example,
        icon=":material/science:",
    )


def _high_enough(figur: Figur, hoejde: int | None) -> int | None:
    """Pixels for a figure that is given so many: every row of a list keeps its name, though the list goes on below the
    window."""
    er_liste = isinstance(figur, Aksefigur) and figur.raekker
    return max(hoejde, figur.hoejde) if hoejde and er_liste else hoejde


def _show_figure(
    view: View, on_area_click: Callable[[str], None] | None, hoejde: int | None, bredde: int | None = None
) -> None:
    # a chart in the page keeps its colours when the theme changes: it must be another to get those of the new one
    noegle = f"figur_{view.id}{'_moerk' if st.context.theme.type == 'dark' else ''}"
    typografi = TELEFON if is_narrow() else SIDE
    if hoejde and isinstance(view.figure, Kort):
        # each height that is asked for is kept: rounded down, so that names keep apart
        bred = (vindue.width() if is_narrow() else bredde) or 0
        typografi = replace(
            typografi, hoejde=hoejde - hoejde % HOEJDETRIN, bredde=bred - bred % HOEJDETRIN or typografi.bredde
        )
    figur = FinishedFigure(plotly_of(view.figure, typografi))
    som_det_er = {"key": noegle, "config": PLOTLY_CONFIG, "alt": view.in_words, "height": hoejde or "content"}
    if on_area_click is None:
        st.plotly_chart(figur, **som_det_er)
        return

    def clicked() -> None:
        punkter = st.session_state[noegle].selection.points
        if punkter and "location" in punkter[0]:
            on_area_click(clicked_area(punkter[0]["location"]))
        elif punkter:
            on_area_click(str(punkter[0]["y"]))

    st.plotly_chart(figur, **som_det_er, on_select=clicked, selection_mode="points")


def _source_text(kilde: Kilde) -> Markdown:
    return Markdown(f"{link(kilde.titel, kilde.url)}, {plain(kilde.udgiver)}, {plain(kilde.dato)}")
