"""The speaker's window: the slide on the wall and the next one, the note, the clock and the time gone; in step with the
show, and able to do all that the stage can.

A component of our own, as the stage is: it goes on while the line is lost, and a second costs the server nothing.
"""

from pathlib import Path

import streamlit as st

from ui.adresse import local
from ui.deling import qr_code
from ui.koe import turn
from ui.praesentation.adresse import remote_link, stay_in_step, unreachable
from ui.praesentation.forud import light, send_ahead
from ui.praesentation.fremvisninger import Fremvisning, seconds_gone
from ui.praesentation.scene import FAELLES, frozen
from ui.praesentation.styring import follow, is_closed, mount
from ui.script import by_address

HER = Path(__file__).resolve().parent
_taler = st.components.v2.component("praesentation_taler", **by_address(HER / "taler", *FAELLES), isolate_styles=False)


def show_speaker(fremvisning: Fremvisning) -> None:
    """What only the speaker sees."""
    _speaker(fremvisning)
    send_ahead(fremvisning)
    follow(fremvisning)


@st.fragment
@turn()
def _speaker(fremvisning: Fremvisning) -> None:
    if is_closed():
        st.rerun()
    stilling, antal = fremvisning.stilling, len(fremvisning.deck.dias)
    stay_in_step(fremvisning)
    billeder = [light(fremvisning, stilling.nr, stilling.omraade)]
    if stilling.nr + 1 < antal:
        billeder.append(light(fremvisning, stilling.nr + 1))
    mount(
        _taler,
        "taler",
        fremvisning,
        {
            "billeder": billeder,
            "gaaet": seconds_gone(fremvisning),
            "version": frozen(fremvisning),
            "foelg": local(f"/foelg/{fremvisning.salkode}"),
            "fjern": _remote(fremvisning),
        },
    )


def _remote(fremvisning: Fremvisning) -> dict[str, str]:
    """The remote for the presenter's own phone: its address, and the code of it or why a phone cannot open it."""
    link = remote_link(fremvisning)
    hindring = unreachable(link)
    return {"link": link, "hindring": hindring, "kode": "" if hindring else qr_code(link)}
