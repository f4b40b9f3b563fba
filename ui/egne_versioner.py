"""The versions of the own data on the page: which is in use, every other one, and the way back.

It works when nothing else does: with a pointer that is gone, and with versions that cannot be used."""

import streamlit as st

from data.adgang.bruger import IngenAdgang
from data.build import DATA
from data.indlaes import (
    ARK,
    Fundet,
    IndlaesFejl,
    Optaget,
    Version,
    VersionFejl,
    all_versions,
    compare,
    current,
    read_pointer,
)
from data.indlaes.doere import go_back_by
from data.indlaesning import DataFejl
from ui import noegler, ur
from ui.adgang.hvem import asking, shown_data
from ui.koe import stand_aside
from views.sprog import dansk
from views.sprog.markdown import bold, plain

FEJL = (IndlaesFejl, VersionFejl, Optaget, DataFejl, IngenAdgang)
FLEST_VIST = 500


def show_version_in_use() -> None:
    """Which version of the data is shown; and to those who may see them, when the own data in it were loaded."""
    if not asking().may_read_own():
        st.markdown(f"Databasen er version `{plain(shown_data().version[:12])}`.")
        return
    try:
        egen = current(DATA)
        egne = f"Egne data: {version_text(egen)}" if egen else "Ingen egne data er indlæst."
    except VersionFejl as fejl:
        egne = str(fejl)
    st.markdown(f"Databasen er version `{plain(shown_data().version[:12])}`. {plain(egne)}")


def show_versions() -> None:
    """Every version, what it changed, a comparison of any two, and the way back."""
    if besked := st.session_state.pop(noegler.SKIFTET, ""):
        st.success(plain(besked), icon=":material/check_circle:")
    try:
        alle = all_versions(DATA)
    except FEJL as fejl:
        st.error(plain(str(fejl)), icon=":material/error:")
        return
    i_brug = _in_use()
    if not alle and i_brug == "":
        st.info("Ingen egne data er indlæst endnu. Når de er, står hver indlæsning her.", icon=":material/history:")
        return
    for en in alle:
        _show_version(en, en.navn == i_brug)
    navne = {en.nr: version_text(en.version) for en in alle if en.version} | {0: "Uden egne data"}
    nr_i_brug = next((en.nr for en in alle if en.navn == i_brug), 0 if i_brug == "" else None)
    if asking().may_edit():
        _choose_version(navne, nr_i_brug)
    _compare(navne, nr_i_brug)


def _choose_version(navne: dict[int, str], nr_i_brug: int | None) -> None:
    """The way back."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        til = st.selectbox("Gå til", [en for en in navne if en != nr_i_brug], format_func=navne.get, key="gaa_til")
        if st.button("Tag denne version i brug", icon=":material/undo:", key="gaa_tilbage"):
            _switch(til, navne[til])


def _compare(navne: dict[int, str], nr_i_brug: int | None) -> None:
    """What differs between any two."""
    st.subheader("Sammenlign to versioner", anchor=False)
    numre = sorted(navne)
    her = numre.index(nr_i_brug) if nr_i_brug in numre else 0
    with st.container(horizontal=True):
        fra = st.selectbox("Fra", numre, index=max(her - 1, 0), format_func=navne.get, key="version_fra")
        til = st.selectbox("Til", numre, index=her, format_func=navne.get, key="version_til")
    try:
        svar = compare(fra, til)
    except FEJL as fejl:
        st.error(plain(str(fejl)), icon=":material/error:")
        return
    if not len(svar.celler) and not len(svar.raekker):
        st.info("De to versioner er ens.", icon=":material/drag_handle:")
        return
    st.dataframe(svar.optalt, hide_index=True, width="stretch", height="content")
    differences_table("Ændringer, celle for celle", svar.celler)
    differences_table("Nye rækker, og rækker, der er udgået", svar.raekker)


def _switch(nr: int, navn: str) -> None:
    try:
        with st.spinner("Skifter version ...", show_time=True), stand_aside():
            go_back_by(asking(), nr, nu=ur.now())
    except FEJL as fejl:
        st.error(plain(str(fejl)), icon=":material/error:")
        return
    st.session_state[noegler.SKIFTET] = f"{navn} er nu i brug."
    st.rerun()


def _in_use() -> str | None:
    """The name of the version in use, "" for none; None when the pointer cannot tell, which is then told."""
    try:
        return read_pointer(DATA).gaeldende
    except VersionFejl as fejl:
        st.error(plain(str(fejl)), icon=":material/error:")
        return None


def _show_version(en: Fundet, i_brug: bool) -> None:
    maerke = " :green-badge[i brug]" if i_brug else "" if en.brugt else " :orange-badge[ikke nævnt i egne/gaeldende]"
    if en.version is None:
        st.markdown(f"{bold(f'Version {en.nr}')}{maerke} :red-badge[kan ikke bruges]  \n{plain(en.fejl)}")
    else:
        st.markdown(f"{bold(version_text(en.version))}{maerke}  \n{plain(_what_changed(en.version))}")
        if en.version.kvittering:
            st.caption(plain(" ".join(en.version.kvittering)))


def differences_table(titel: str, ramme) -> None:
    if not len(ramme):
        return
    with st.expander(f"{plain(titel)} ({dansk.number(len(ramme))})", icon=":material/difference:"):
        if len(ramme) > FLEST_VIST:
            st.caption(f"De første {dansk.number(FLEST_VIST)} vises.")
        st.dataframe(ramme.head(FLEST_VIST), hide_index=True, width="stretch")


def version_text(version: Version) -> str:
    hvem = f" af {version.hvem}" if version.hvem else ""
    return f"Version {version.nr}, indlæst {dansk.day_and_time(version.tid)}{hvem}"


def _what_changed(version: Version) -> str:
    dele = [
        f"{ARK.get(tabel, tabel)}: {dansk.quantity(en.nye, 'nye')}, "
        f"{dansk.quantity(en.aendrede, 'ændrede')}, {en.udgaaede} udgået"
        for tabel, en in version.optalt.items()
        if en.nye or en.aendrede or en.udgaaede
    ]
    filer = ", ".join(navn for navn, _ in version.filer)
    return " · ".join(filter(None, [filer, "; ".join(dele), version.note]))
