"""What a page shows of who one is here, and in the place of what one may not see. A courtesy: what refuses is the door
to the data."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from data.adgang.bruger import RET_EGNE, SE_VERSIONER
from data.adgang.log import newest_entries
from data.build import DATA
from data.disk import reason
from ui.adgang.hvem import asking
from ui.adgang.opsaetning import setup
from ui.adresse import site
from views.sprog import dansk
from views.sprog.markdown import Markdown, link, plain

Fyld = Callable[[], None]
FLEST_LINJER = 500


def show_who() -> None:
    """Which role one has, where there are others; nothing at the machine."""
    if not setup().alene or not asking().may_edit():
        bruger = asking()
        navn = f"{plain(bruger.navn)}, " if bruger.navn else ""
        st.markdown(Markdown(f"Du er {navn}{plain(bruger.rolle.navn)}. {link('Adgang', f'{site()}/adgang')}"))


def for_editors(fyld: Fyld) -> Fyld:
    """Filled for those who may change the own data; for others a sentence."""
    return lambda: fyld() if asking().may_edit() else show_refusal(RET_EGNE)


def for_members(fyld: Fyld) -> Fyld:
    """Filled for those who may read the own data; for others a sentence."""
    return lambda: fyld() if asking().may_read_own() else show_refusal(SE_VERSIONER)


def show_log() -> None:
    """Who did what to the own data, and who was refused; for editors, for it names people."""
    if not asking().may_edit():
        return
    try:
        poster = newest_entries(DATA, FLEST_LINJER)
    except OSError as fejl:
        st.error(plain(f"Loggen over adgang kan ikke læses: {reason(fejl)}."), icon=":material/error:")
        return
    if poster:
        with st.expander("Hvem gjorde hvad, og hvem blev afvist", icon=":material/badge:"):
            raekker = [(dansk.day_and_time(en.tid), en.hvem, en.rolle, en.handling) for en in poster]
            tabel = pd.DataFrame(raekker, columns=["Tid", "Hvem", "Rolle", "Hvad"])
            st.dataframe(tabel, hide_index=True, width="stretch")


def show_refusal(saetning: str) -> None:
    """Why there is nothing here, with the way to more."""
    st.info(Markdown(f"{plain(saetning)} {link('Åbn Adgang', f'{site()}/adgang')}"), icon=":material/lock:")
