"""The secretariat's own data on the page: what is in use, loading with a preview, and the versions."""

from dataclasses import replace

import streamlit as st

from data.build import DATA
from data.indlaes import (
    REGISTRE,
    Fil,
    Forslag,
    IndlaesFejl,
    Optaget,
    Version,
    VersionFejl,
    compare,
    current,
    go_back,
    load,
    propose,
    versions,
    with_errors,
)
from data.indlaesning import DataFejl
from queries.standard import snapshot_or_default
from ui.hent import XLSX
from ui.hent_data import FORMLER_I_CSV
from ui.koe import stand_aside
from ui.oplaeg import let_go
from views import dansk
from views.markdown import bold, plain

HELE, TILFOEJ = "Filen er hele registeret", "Tilføj og ret kun"
FEJL = (IndlaesFejl, VersionFejl, Optaget, DataFejl)
FLEST_VIST = 500
TABELHOEJDE = 320
SAA_ER_DET_SIKKERT = """Intet indlæses, før du siger ja. Hver indlæsning bliver en ny version; de gamle gemmes, og du
kan altid gå tilbage."""


def show_version_in_use() -> None:
    """Which version of the data is shown, and when the own data in it were loaded."""
    egen = current(DATA)
    egne = f"Egne data: {_version_text(egen)}" if egen else "Ingen egne data er indlæst."
    st.markdown(f"Databasen er version `{snapshot_or_default().version[:12]}`. {plain(egne)}")


def show_import() -> None:
    """Upload, preview, errors and warnings, and the button that loads."""
    if besked := st.session_state.pop("_indlaest", ""):
        st.success(plain(besked), icon=":material/check_circle:")
    st.subheader("Indlæs egne data", anchor=False)
    st.markdown(SAA_ER_DET_SIKKERT)
    # a new key empties the field after a loading
    nummer = st.session_state.setdefault("_indlaesning_nr", 0)
    lagt_op = st.file_uploader(
        "Excel- eller CSV-filer, højst 20 MB hver, 8 filer og 60 MB ad gangen",
        accept_multiple_files=True,
        key=f"egne_filer_{nummer}",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        maade = st.segmented_control("Måde", [HELE, TILFOEJ], default=HELE, required=True, key="indlaes_maade")
        valgt = st.selectbox(
            "Register", ["", *REGISTRE], format_func=lambda en: REGISTRE[en].titel if en else "Genkend selv", width=280
        )
    if not lagt_op:
        _forget_proposal()
        if afvist := st.session_state.get("_afvist"):
            _show_proposal(afvist)
        return
    st.session_state.pop("_afvist", None)
    filer = [Fil(en.name, en.getvalue()) for en in lagt_op]
    forslag = _proposal(filer, maade == TILFOEJ, valgt or None)
    if forslag is None:
        return
    if not forslag.indhold:
        # none of the files could be opened: what was said of them is kept, and they are not
        st.session_state["_afvist"] = replace(forslag, filer=tuple(Fil(en.navn, b"") for en in filer), tabeller={})
        _empty_the_field()
    _show_proposal(forslag)


def _empty_the_field() -> None:
    """Begin anew: nothing that was uploaded stays in memory."""
    _forget_proposal()
    let_go()
    st.session_state["_indlaesning_nr"] += 1
    st.rerun()


def _forget_proposal() -> None:
    for navn in ("_forslag", "_forslag_til"):
        st.session_state.pop(navn, None)


def _proposal(filer: list[Fil], tilfoej: bool, register: str | None) -> Forslag | None:
    """What the files would do; made once for the same files and choices. None when it cannot be said."""
    egen = current(DATA)
    noegle = (tuple((en.navn, en.sha256) for en in filer), tilfoej, register, egen.navn if egen else "")
    if st.session_state.get("_forslag_til") == noegle:
        return st.session_state["_forslag"]
    bjaelke = st.progress(0.0, "Læser filerne")
    try:
        with stand_aside():
            forslag = propose(
                filer,
                register=register,
                tilfoej=tilfoej,
                fremdrift=lambda andel, tekst: bjaelke.progress(min(andel, 1.0), plain(tekst)),
            )
    except FEJL as fejl:
        st.error(plain(str(fejl)), icon=":material/error:")
        return None
    finally:
        bjaelke.empty()
    st.session_state.update({"_forslag_til": noegle, "_forslag": forslag})
    return forslag


def _show_proposal(forslag: Forslag) -> None:
    for besked in forslag.bemaerkninger:
        st.caption(f":material/info: {plain(besked)}")
    if forslag.kvittering:
        with st.expander("Kvittering: hvad der blev af hver celle i filen", icon=":material/receipt_long:"):
            st.dataframe(forslag.kvitteringstabel, hide_index=True, width="stretch")
    if len(forslag.optalt):
        st.markdown("**Det vil ske**")
        st.dataframe(forslag.optalt, hide_index=True, width="stretch", height="content")
    _table("Ændringer, celle for celle", forslag.aendringer)
    _table("Nye rækker, og rækker, der udgår", forslag.raekker)
    if forslag.fejl:
        antal = len(forslag.fejl)
        st.error(
            f"{dansk.number(antal)} fejl skal rettes, før noget kan indlæses. Ret filen, og læg den op "
            "igen; de data, der er i brug, er urørte.",
            icon=":material/block:",
        )
        st.dataframe(forslag.fejltabel, hide_index=True, width="stretch", height=TABELHOEJDE)
        for nr, fil in enumerate(forslag.filer):
            _error_file(forslag, fil, nr)
    if forslag.advarsler:
        st.warning(
            f"{dansk.number(len(forslag.advarsler))} ting ser usædvanlige ud. De forhindrer ikke, at filen indlæses.",
            icon=":material/warning:",
        )
        st.dataframe(forslag.advarselstabel, hide_index=True, width="stretch")
    if forslag.kan_indlaeses and not forslag.har_aendringer:
        st.info("Filerne er allerede indlæst: der er ingen forskel.", icon=":material/done_all:")
    elif forslag.kan_indlaeses:
        _load_form(forslag)


def _error_file(forslag: Forslag, fil: Fil, nr: int) -> None:
    try:
        indhold = with_errors(forslag, fil)
    except FEJL:
        return  # a file that could not be read has nothing to write beside
    st.download_button(
        f"Hent {plain(fil.vist)} med en kolonne af fejl",
        data=indhold,
        file_name=f"fejl-{fil.vist}",
        mime=XLSX if indhold[:2] == b"PK" else "text/csv",
        key=f"fejlfil_{nr}",
        on_click="ignore",
        icon=":material/download:",
    )
    if indhold[:2] != b"PK":
        st.caption(FORMLER_I_CSV)


def _load_form(forslag: Forslag) -> None:
    """The last question: which registers are complete, who loads, and yes."""
    komplet: dict[str, tuple[int, int]] = {}
    for register in (en for en in forslag.registre if REGISTRE[en].fuldstaendighed and en in forslag.aar):
        fra, til = forslag.aar[register]
        foer = forslag.komplet_nu.get(register)
        ja = st.checkbox(
            f"{REGISTRE[register].titel}: filen rummer alt i perioden {fra}-{til}, så andele og ranglister må vises",
            value=foer is not None,
            key=f"komplet_{register}",
        )
        if ja:
            komplet[register] = (fra, til)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        hvem = st.text_input("Hvem indlæser?", key="indlaes_hvem", placeholder="Navn (kan udelades)", max_chars=80)
        note = st.text_input("Bemærkning", key="indlaes_note", placeholder="Kan udelades", max_chars=200)
        ja = st.button("Indlæs", type="primary", icon=":material/upload:", key="indlaes_ja")
    if not ja:
        return
    bjaelke = st.progress(0.0, "Indlæser")
    try:
        with stand_aside():
            version = load(
                forslag,
                hvem,
                komplet=komplet,
                note=note,
                fremdrift=lambda andel, tekst: bjaelke.progress(min(andel, 1.0), plain(tekst)),
            )
    except FEJL as fejl:
        bjaelke.empty()
        st.error(plain(str(fejl)), icon=":material/error:")
        return
    st.session_state["_indlaest"] = f"{_version_text(version)} er i brug. Fortryd under fanen Versioner."
    _empty_the_field()


def show_versions() -> None:
    """Every version, what it changed, a comparison of any two, and the way back."""
    if besked := st.session_state.pop("_skiftet", ""):
        st.success(plain(besked), icon=":material/check_circle:")
    alle = versions(DATA)
    if not alle:
        st.info("Ingen egne data er indlæst endnu. Når de er, står hver indlæsning her.", icon=":material/history:")
        return
    egen = current(DATA)
    i_brug = egen.nr if egen else 0
    navne = {en.nr: _version_text(en) for en in alle} | {0: "Uden egne data"}
    for version in alle:
        maerke = " :green-badge[i brug]" if version.nr == i_brug else ""
        st.markdown(f"{bold(navne[version.nr])}{maerke}  \n{plain(_what_changed(version))}")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        til = st.selectbox("Gå til", [en for en in navne if en != i_brug], format_func=navne.get, key="gaa_til")
        if st.button("Tag denne version i brug", icon=":material/undo:", key="gaa_tilbage"):
            _switch(til, navne[til])
    st.subheader("Sammenlign to versioner", anchor=False)
    numre = sorted(navne)
    her = numre.index(i_brug)
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
    _table("Ændringer, celle for celle", svar.celler)
    _table("Nye rækker, og rækker, der er udgået", svar.raekker)


def _switch(nr: int, navn: str) -> None:
    try:
        with st.spinner("Skifter version ...", show_time=True), stand_aside():
            go_back(nr)
    except FEJL as fejl:
        st.error(plain(str(fejl)), icon=":material/error:")
        return
    st.session_state["_skiftet"] = f"{navn} er nu i brug."
    st.rerun()


def _table(titel: str, ramme) -> None:
    if not len(ramme):
        return
    with st.expander(f"{titel} ({dansk.number(len(ramme))})", icon=":material/difference:"):
        if len(ramme) > FLEST_VIST:
            st.caption(f"De første {dansk.number(FLEST_VIST)} vises.")
        st.dataframe(ramme.head(FLEST_VIST), hide_index=True, width="stretch")


def _version_text(version: Version) -> str:
    hvem = f" af {version.hvem}" if version.hvem else ""
    return (
        f"Version {version.nr}, indlæst {dansk.day(version.tid[:10])} kl. {version.tid[11:16].replace(':', '.')}{hvem}"
    )


def _what_changed(version: Version) -> str:
    dele = [
        f"{tabel}: {en.nye} nye, {en.aendrede} ændrede, {en.udgaaede} udgået"
        for tabel, en in version.optalt.items()
        if en.nye or en.aendrede or en.udgaaede
    ]
    filer = ", ".join(navn for navn, _ in version.filer)
    return " · ".join(filter(None, [filer, "; ".join(dele), version.note]))
