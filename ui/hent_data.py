"""Whole tables, the database and the templates as files; each is made when its button is pressed."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from data.adgang.bruger import Bruger
from data.indlaes import REGISTRE, capacity_template, filled_template, template, template_csv
from export.filer.hele_tabeller import table_csv, table_parquet, table_xlsx
from export.former import XLSX
from queries.kvalitet import TABELNAVN, table_frame
from queries.standard import opened, opened_file
from ui.adgang.hvem import asking
from views.sprog import ord
from views.sprog.markdown import bold, plain

TOM = "Tom skabelon"
FORMLER_I_CSV = (
    "Begynder en tekst med =, +, - eller @, står den i CSV-filen med en apostrof foran, så Excel ikke regner på den. "
    "Læses filen ind igen, fjernes apostroffen."
)
MED_KAPACITET = "noegletal"
OM_KAPACITET = (
    "**Kapacitet og tilmeldte patienter**: én række for hver kommune og dato, én kolonne for hvert nøgletal. "
    "Rækkefølgen er vores egen, ikke eSundheds; kolonner, du ikke har tal til, må være tomme eller slettes."
)
TABELFILER = {
    "csv": ("text/csv", table_csv),
    "xlsx": (XLSX, table_xlsx),
    "parquet": ("application/vnd.apache.parquet", table_parquet),
}


def show_downloads(datasaet: str) -> None:
    """Every table of the dataset in three formats, and the database itself."""
    st.markdown(
        f"Hele tabeller fra **{ord.DATASAET[datasaet]}**, som de ligger i databasen. Områder og kilder står med deres "
        "koder."
    )
    for tabel, navn in TABELNAVN.items():
        filnavn = f"eksempeldata {navn}" if datasaet == "eksempel" else navn
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(bold(navn), width=160)
            for endelse, (medietype, lav) in TABELFILER.items():
                _file(filnavn, endelse, medietype, partial(_made, lav, tabel, datasaet, asking()))
    st.markdown("**Hele databasen** (DuckDB 2.0), med alle datasæt, geografi og katalog")
    bruger = asking()
    _file("laegedaekning", "duckdb", "application/octet-stream", lambda: opened_file(bruger).read_bytes())


def show_templates(datasaet: str) -> None:
    """Templates for the registers, empty or filled with what is there."""
    with st.expander("Hent en skabelon at skrive i", icon=":material/table_view:", expanded=True):
        st.markdown(
            "Skabelonen har overskrifter, forklaringer, lister at vælge fra og en række som eksempel. Skriv i den, "
            "gem, og læg den op nedenfor."
        )
        fyldt = f"Fyldt med {ord.DATASAET[datasaet].lower()}"
        with st.container(horizontal=True, vertical_alignment="bottom"):
            register = st.selectbox(
                "Register",
                list(REGISTRE),
                format_func=lambda en: REGISTRE[en].datanavn,
                key="skabelonregister",
                width=280,
            )
            indhold = st.segmented_control(
                "Indhold", [TOM, fyldt], default=TOM, required=True, key="skabelonindhold", label_visibility="collapsed"
            )
            tom = indhold == TOM
            lav = partial(template, register) if tom else partial(filled_template, register, datasaet)
            _file(f"{register}-skabelon", "xlsx", XLSX, lav)
            som_csv = partial(template_csv, register, None, None if tom else datasaet)
            _file(f"{register}-skabelon", "csv", "text/csv", som_csv)
        if not tom:
            st.caption(FORMLER_I_CSV)
        if register == MED_KAPACITET:
            st.markdown(OM_KAPACITET)
            _file("kapacitet-og-patienter-skabelon", "xlsx", XLSX, capacity_template)


def _made(lav: Callable[[pd.DataFrame], bytes], tabel: str, datasaet: str, bruger: Bruger) -> bytes:
    return lav(table_frame(tabel, datasaet, opened(bruger)))


def _file(navn: str, endelse: str, medietype: str, lav: Callable[[], bytes]) -> None:
    st.download_button(
        plain(endelse),
        data=lav,
        file_name=f"{navn.lower().replace(' ', '-')}.{endelse}",
        mime=medietype,
        key=f"hent_{navn}_{endelse}",
        on_click="ignore",
        icon=":material/download:",
    )
