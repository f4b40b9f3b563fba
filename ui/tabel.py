"""A view's table as Danes read it: numbers and dates in Danish, sources as links, and the way from a number to the list
behind it."""

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from ui import hent
from ui.listevej import to_list
from views.faelles.view import View
from views.sprog.markdown import link, plain, web_address

TRENDKOLONNE = "År for år"
LANGT_NAVN, TALBREDDE = 20, 130
ENHEDSKOLONNE, ENHED_BREDDE = "Enhed", st.column_config.TextColumn(width="medium")
LINKKOLONNE = st.column_config.LinkColumn(display_text="Åbn kilden")


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
        tabel.insert(min(3, len(tabel.columns)), TRENDKOLONNE, list(view.trend))
        # a line would be drawn as a smooth curve through values that nobody has measured
        indstillinger.setdefault("column_config", {})[TRENDKOLONNE] = st.column_config.BarChartColumn(y_min=0)
    for navn in tabel:
        if navn in view.decimals and len(navn) > LANGT_NAVN:
            # a name as long as a title would push its numbers out of sight
            smal = st.column_config.Column(width=TALBREDDE, help=plain(navn))
            indstillinger.setdefault("column_config", {}).setdefault(navn, smal)
    if ENHEDSKOLONNE in tabel:
        # "ydernumre pr. 100.000 indbyggere" is cut when all columns share the width
        indstillinger.setdefault("column_config", {})[ENHEDSKOLONNE] = ENHED_BREDDE
        # last, or in a rail it would push the numbers out of sight
        indstillinger.setdefault("column_order", [*(en for en in tabel if en != ENHEDSKOLONNE), ENHEDSKOLONNE])
    har_lister = bool(view.lister) and raekker is None
    if har_lister:
        indstillinger |= {"key": f"raekker_{view.id}", "on_select": "rerun", "selection_mode": "single-cell"}
    # words of pandas' own type are sent with a place of eight bytes each, others with one of four
    tabel = tabel.astype(dict.fromkeys(tabel.select_dtypes("str"), object))
    # a table of words goes as it is: styled, every cell would be sent twice
    vist = tabel.style.format(formater, na_rep=view.missing) if formater else tabel
    svar = st.dataframe(
        vist, hide_index=True, width="stretch", placeholder=view.missing, alt=view.title, **indstillinger
    )
    if har_lister:
        _show_list_behind(view, svar.selection.cells)
    hent.table_button(view if raekker is None else replace(view, table=view.table[raekker]))


def _show_list_behind(view: View, celler: list[tuple[int, str]]) -> None:
    """The way to the list behind the number that is marked in a table; before that, that there is one."""
    raekke, kolonne = celler[0] if celler else (0, "")
    if liste := view.lister.get((raekke, kolonne)):
        navn = f"Se listen bag tallet: {view.table.iloc[raekke, 0]}, {kolonne}"
        st.markdown(f":material/arrow_forward: {link(navn, to_list(liste))}")
    else:
        st.caption("Klik på et tal for at se listen bag det.")


def _only_web_links(tabel: pd.DataFrame, kolonne: str) -> pd.DataFrame:
    """The table with no other addresses in its column of links than those of the web; others stand beside as text."""
    andre = tabel[kolonne].map(lambda en: isinstance(en, str) and en != "" and not web_address(en))
    if not andre.any():
        return tabel
    return tabel.assign(
        **{f"{kolonne} (intet link)": tabel[kolonne].where(andre, ""), kolonne: tabel[kolonne].mask(andre, None)}
    )
