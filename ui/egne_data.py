"""Loading the secretariat's own data on the page, with a preview."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from data.build import DATA
from data.indlaes import (
    REGISTRE,
    Fil,
    Forslag,
    Fund,
    propose,
    with_errors,
)
from data.indlaes.doere import load_by
from data.indlaes.navne import listed
from data.pegepind import pointer_or_none
from data.regneark.ark import Indhold
from export.former import XLSX
from ui import noegler, ur
from ui.adgang.hvem import asking
from ui.egne_versioner import FEJL, differences_table, version_text
from ui.hent_data import FORMLER_I_CSV
from ui.koe import stand_aside
from ui.oplaeg import let_go
from views.sprog import dansk
from views.sprog.markdown import Markdown, plain

HELE, TILFOEJ = "Filen er hele registeret", "Tilføj og ret kun"
TABELHOEJDE = 320
FLEST_SAETNINGER = 12
SAA_ER_DET_SIKKERT = """Intet indlæses, før du siger ja. Hver indlæsning bliver en ny version; de gamle gemmes, og du
kan altid gå tilbage."""


def show_import() -> None:
    """Upload, preview, errors and warnings, and the button that loads."""
    if besked := st.session_state.pop(noegler.INDLAEST, ""):
        st.success(plain(besked), icon=":material/check_circle:")
    st.subheader("Indlæs egne data", anchor=False)
    st.markdown(SAA_ER_DET_SIKKERT)
    # a new key empties the field after a loading
    nummer = st.session_state.setdefault(noegler.INDLAESNING_NR, 0)
    lagt_op = st.file_uploader(
        "Excel- eller CSV-filer, højst 20 MB hver, 8 filer og 60 MB ad gangen",
        accept_multiple_files=True,
        key=f"egne_filer_{nummer}",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        maade = st.segmented_control("Måde", [HELE, TILFOEJ], default=HELE, required=True, key="indlaes_maade")
        valgt = st.selectbox(
            "Register",
            ["", *REGISTRE],
            format_func=lambda en: REGISTRE[en].datanavn if en else "Genkend selv",
            width=280,
        )
    if lagt_op:
        st.session_state.pop(noegler.AFVIST_FORSLAG, None)
        forslag = _proposal([Fil(en.name, en.getvalue()) for en in lagt_op], maade == TILFOEJ, valgt or None)
        if forslag and forslag.fejl:
            _put_aside(forslag)
    else:
        forslag = _put_aside_before(maade == TILFOEJ, valgt or None)
    if forslag is None:
        return
    _ask(forslag)
    _show_proposal(forslag)


def _put_aside(forslag: Forslag) -> None:
    """Free the files of a proposal that is refused; what was read of them is kept, and what was said."""
    uden = replace(forslag, filer=tuple(en.without_bytes() for en in forslag.filer), tabeller={})
    st.session_state.update({noegler.AFVIST_FORSLAG: uden, noegler.FORSLAG: uden})
    _empty_the_field()


def _put_aside_before(tilfoej: bool, register: str | None) -> Forslag | None:
    """What was refused before, made anew when something else is chosen; None when nothing was."""
    foer = st.session_state.get(noegler.AFVIST_FORSLAG)
    if foer is None:
        _forget_proposal()
        return None
    navne = listed([f"»{en.vist}«" for en in foer.filer], "og")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{plain(navne)} er ikke indlæst.", width="content")
        st.button("Fjern", icon=":material/close:", type="tertiary", on_click=_forget_all)
    if not foer.indhold:  # none of the files could be opened, whatever is chosen
        return foer
    return _proposal(list(foer.filer), tilfoej, register, foer.indhold)


def _ask(forslag: Forslag) -> None:
    """What a table of statistics does not say itself: which indicator it is, and where its figures come from. The
    answers are part of the next proposal."""
    valg = forslag.spoergsmaal
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if valg.noegletal:
            st.selectbox(
                "Hvilket nøgletal er tabellens tal?",
                list(valg.noegletal),
                index=None,
                format_func=valg.noegletal.get,
                placeholder="Vælg nøgletal",
                key=noegler.answer("noegletal"),
            )
        if valg.kilde:
            st.text_input("Kilde", key=noegler.answer("kilde"), placeholder="Hvor er tallene fra?", max_chars=200)


def _empty_the_field() -> None:
    """Nothing that was uploaded stays in memory."""
    let_go()
    st.session_state[noegler.INDLAESNING_NR] += 1
    st.rerun()


def _forget_proposal() -> None:
    for navn in (noegler.FORSLAG, noegler.FORSLAG_TIL):
        st.session_state.pop(navn, None)


def _forget_all() -> None:
    _forget_proposal()
    st.session_state.pop(noegler.AFVIST_FORSLAG, None)


def _proposal(
    filer: list[Fil], tilfoej: bool, register: str | None, kendte: Mapping[str, Indhold] | None = None
) -> Forslag | None:
    """What the files would do; made once for the same files and choices. None when it cannot be said. `kendte`: the
    sheets of files that were read before."""
    pegepind = pointer_or_none(DATA)
    svar = {navn: st.session_state.get(noegler.answer(navn)) or "" for navn in ("noegletal", "kilde")}
    noegle = (
        tuple((en.navn, en.sha256) for en in filer),
        tilfoej,
        register,
        *svar.values(),
        pegepind.gaeldende if pegepind else None,
    )
    if st.session_state.get(noegler.FORSLAG_TIL) == noegle:
        return st.session_state[noegler.FORSLAG]
    bjaelke = st.progress(0.0, "Læser filerne")
    try:
        with stand_aside():
            forslag = propose(
                filer,
                register=register,
                tilfoej=tilfoej,
                i_dag=ur.today(),
                **svar,
                kendte=kendte,
                fremdrift=lambda andel, tekst: bjaelke.progress(min(andel, 1.0), plain(tekst)),
            )
    except FEJL as fejl:
        st.error(plain(str(fejl)), icon=":material/error:")
        return None
    finally:
        bjaelke.empty()
    st.session_state.update({noegler.FORSLAG_TIL: noegle, noegler.FORSLAG: forslag})
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
    differences_table("Ændringer, celle for celle", forslag.aendringer)
    differences_table("Nye rækker, og rækker, der udgår", forslag.raekker)
    if forslag.fejl:
        antal = f"{dansk.number(len(forslag.fejl))} fejl skal rettes, før noget kan indlæses."
        st.error(f"{antal} Ret filen, og læg den op igen; de data, der er i brug, er urørte.", icon=":material/block:")
        _findings(forslag.fejl, forslag.fejltabel)
        for nr, fil in enumerate(forslag.filer):
            _error_file(forslag, fil, nr)
    if antal := len(forslag.advarsler):
        ting = "1 ting ser usædvanlig ud. Den" if antal == 1 else f"{dansk.number(antal)} ting ser usædvanlige ud. De"
        st.warning(f"{ting} forhindrer ikke, at filen indlæses.", icon=":material/warning:")
        _findings(forslag.advarsler, forslag.advarselstabel)
    if forslag.kan_indlaeses and not forslag.har_aendringer:
        st.info("Filerne er allerede indlæst: der er ingen forskel.", icon=":material/done_all:")
    elif forslag.kan_indlaeses:
        _load_form(forslag)


def _findings(fund: Sequence[Fund], tabel) -> None:
    """A few as sentences, which can be read whole on any screen; many as a table."""
    if len(fund) <= FLEST_SAETNINGER:
        st.markdown(Markdown("\n".join(f"- {plain(str(en))}" for en in fund)))
    else:
        st.dataframe(tabel, hide_index=True, width="stretch", height=TABELHOEJDE)


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
    for register in (en for en in forslag.registre if REGISTRE[en].kan_vaere_komplet and en in forslag.aar):
        fra, til = forslag.aar[register]
        foer = forslag.komplet_nu.get(register)
        ja = st.checkbox(
            f"{plain(REGISTRE[register].datanavn)}: filen rummer alt i perioden {plain(f'{fra}-{til}')}, "
            "så andele og ranglister må vises",
            value=foer is not None,
            key=f"komplet_{register}",
        )
        if ja:
            komplet[register] = (fra, til)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        # one who is logged in is known
        hvem = asking().navn or st.text_input(
            "Hvem indlæser?", key="indlaes_hvem", placeholder="Navn (kan udelades)", max_chars=80
        )
        note = st.text_input("Bemærkning", key="indlaes_note", placeholder="Kan udelades", max_chars=200)
        ja = st.button("Indlæs", icon=":material/upload:", key="indlaes_ja")
    if not ja:
        return
    bjaelke = st.progress(0.0, "Indlæser")
    try:
        with stand_aside():
            version = load_by(
                asking(),
                forslag,
                hvem,
                nu=ur.now(),
                komplet=komplet,
                note=note,
                fremdrift=lambda andel, tekst: bjaelke.progress(min(andel, 1.0), plain(tekst)),
            )
    except FEJL as fejl:
        bjaelke.empty()
        st.error(plain(str(fejl)), icon=":material/error:")
        return
    _forget_all()
    st.session_state[noegler.INDLAEST] = f"{version_text(version)} er i brug. Fortryd under fanen Versioner."
    _empty_the_field()
