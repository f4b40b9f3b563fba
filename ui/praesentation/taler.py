"""The speaker's window: the note, what comes next, the clock and the time gone; in step with the show, and able to
drive it."""

import streamlit as st

from ui import ur
from ui.deling import qr_code
from ui.figur import FinishedFigure
from ui.koe import turn
from ui.praesentation.adresse import remote_link, unreachable
from ui.praesentation.forbered import prepared
from ui.praesentation.fremvisninger import Fremvisning, clock, elapsed
from ui.praesentation.scene import frozen, mount_keys
from views.faelles.view import Form
from views.figur.plotly.kort import PLOTLY_CONFIG
from views.figur.plotly.tegn import plotly_of
from views.figur.plotly.typografi import FRIMAERKE
from views.fremvisning.lysbillede import Skaerm
from views.fremvisning.praesentation import note_of
from views.sprog import ord
from views.sprog.markdown import Markdown, link, paragraphs, plain

# How high the next slide's figure stands, in pixels.
LILLE = 300


@st.fragment(run_every=1)
@turn()
def show_speaker(fremvisning: Fremvisning) -> None:
    """Runs again every second, which is how it keeps in step."""
    stilling, antal = fremvisning.stilling, len(fremvisning.deck.dias)
    mount_keys("talertaster", fremvisning, {"kun_taster": True, "om_omraade": stilling.omraade is not None})
    tid, gaaet, nummer = st.columns(3)
    tid.metric("Klokken", plain(clock(ur.now(), st.context.timezone)))
    gaaet.metric("Gået", plain(elapsed(fremvisning)))
    nummer.metric("Dias", plain(f"{stilling.nr + 1} / {antal}"))
    if fremvisning.datasaet == "eksempel":
        st.warning(f"**{ord.EKSEMPEL_ADVARSEL}**", icon=":material/science:")
    nu = prepared(fremvisning, stilling.nr, stilling.omraade, Skaerm())
    st.subheader(plain(nu.titel), anchor=False)
    if nu.view is not None and nu.view.scenarie:
        st.badge(ord.SCENARIE_MAERKE, icon=":material/query_stats:", color="blue")
    if stilling.omraade is not None:
        st.caption("Salen ser dette dias for et andet område. Backspace går tilbage.")
    note = note_of(fremvisning.deck.dias[stilling.nr], nu.view)
    st.title(paragraphs(note) or "Ingen note til dette dias.", anchor=False)
    if nu.view is not None and nu.view.definition:
        st.markdown(f"**Definition.** {plain(nu.view.definition)}")
    if stilling.nr + 1 < antal:
        _show_next(fremvisning, stilling.nr + 1)
    else:
        st.subheader("Dette er det sidste dias.", anchor=False)
    with st.container(horizontal=True):
        st.button(
            "Forrige", on_click=fremvisning.go_to, args=(stilling.nr - 1,), disabled=stilling.nr == 0, key="forrige"
        )
        st.button(
            "Næste",
            on_click=fremvisning.go_to,
            args=(stilling.nr + 1,),
            disabled=stilling.nr + 1 == antal,
            key="naeste",
        )
        if stilling.omraade is not None:
            st.button("Tilbage til dias", on_click=fremvisning.ask, args=(None,), key="tilbage")
    with st.expander("Fjernbetjening på telefonen", icon=":material/settings_remote:"):
        _show_remote(remote_link(fremvisning))
    st.caption(f"{plain(frozen(fremvisning))}. Pilene, PageUp, PageDown og mellemrum skifter dias også her.")


def _show_remote(adresse: str) -> None:
    """The code of the remote, for the presenter's own phone."""
    if hindring := unreachable(adresse):
        st.caption(plain(hindring))
    else:
        st.image(qr_code(adresse), width=LILLE // 2)
    st.caption(Markdown(f"{link('Åbn fjernbetjeningen', adresse)}. Den skifter dias: vis ikke koden til salen."))


def _show_next(fremvisning: Fremvisning, nr: int) -> None:
    """The next slide in small: its title and, when it has one, its figure."""
    naeste = prepared(fremvisning, nr, None, Skaerm())
    st.subheader(f"Næste: {plain(naeste.titel)}", anchor=False)
    if naeste.view is not None and naeste.view.form == Form.FIGUR:
        figur = plotly_of(naeste.view.figure, FRIMAERKE)
        lille = figur | {"layout": figur["layout"] | {"height": LILLE}}
        st.plotly_chart(FinishedFigure(lille), key=f"naeste_figur_{nr}", config=PLOTLY_CONFIG, alt=naeste.view.in_words)
