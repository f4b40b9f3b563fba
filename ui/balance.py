"""The choices of the page Behov og balance: a scenario is one text in the address, written once by whatever is chosen.

What is offered (the policy) is chosen by itself; the assumptions stand in one form, so that ten of them are one choice
and one step of Back. The three sets and the default are plain links.
"""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

import streamlit as st

from ui import noegler, talvisning, valg, vej
from ui.adresse import shown_link
from views.balance.antagelser import GUNSTIG, MIDT, SAET, UGUNSTIG, Antagelse
from views.balance.balance import Balance
from views.balance.scenarie import (
    FOERSTE_AAR,
    POLITIKKER,
    RAEKKEFOELGER,
    SIDSTE_AAR,
    Scenarie,
    preset,
    text,
)
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, link, plain

KODE = "scenarie"
SAETNAVNE = {GUNSTIG: "Gunstige", MIDT: "Mellem", UGUNSTIG: "Ugunstige"}
STATUS = {"kilde": "fra kilde", "beregnet": "beregnet af kilder", "skoen": "skøn"}
PLADSER = {"o": "overtagelser", "k": "klinikker", "n": "nye udbud"}
# Groups beside each other where there is room: the first is as long as the other three.
SPALTER = (("Tilgang",), ("Afgang", "Udbud", "Klinikker"))


def show_policy(svar: Balance) -> None:
    """What is offered: one of four, at once."""
    noegle = noegler.widget("politik")

    def pressed() -> None:
        _choose(svar, svar.scenarie.on(politik=st.session_state[noegle]))

    nu = svar.scenarie.politik
    muligt = list(POLITIKKER)
    knapper = partial(st.radio, "Hvad der slås op", muligt, format_func=POLITIKKER.get, horizontal=True)
    vej.hold(noegle, nu, pressed, index=muligt.index(nu))(knapper)


def show_sets(svar: Balance) -> None:
    """The three sets of assumptions, and back to the default, as links; the one that is shown is no link."""
    nu = text(svar.scenarie, svar.antagelser)
    dele = []
    for saet in SAET:
        til = text(preset(saet, svar.antagelser, svar.scenarie), svar.antagelser)
        dele.append(bold(SAETNAVNE[saet]) if til == nu else scenario_link(SAETNAVNE[saet], til))
    if nu:
        dele.append(scenario_link("Nulstil alt", ""))
    aendret = changed_in_words(svar)
    talvisning.said().discard(aendret)
    st.markdown(Markdown("Antagelser: " + " · ".join(dele) + (f"  \n:small[{plain(aendret)}]" if aendret else "")))


def changed_in_words(svar: Balance) -> str:
    """ "Ændret: Andel, der får egen PLO-praksis 73 pct. (standard 80)."; "" for the default."""
    valgt = svar.scenarie.valgt
    dele = [f"{en.navn} {_value(en, valgt[en.id])} (standard {_number(en, en.standard)})" for en in _changed(svar)]
    return f"Ændret: {'; '.join(dele)}." if dele else ""


def scenario_link(navn: str, scenarie: str) -> Markdown:
    """A plain link to the same page with another scenario; the menu's component follows it in the same tab."""
    koder = {kode: vaerdi for kode, vaerdi in vej.codes().items() if kode != KODE}
    return link(navn, shown_link(koder | ({KODE: scenarie} if scenarie else {})))


def show_unknown(grund: str) -> None:
    """A scenario that is not understood: the sentence, and the way on. Nothing is drawn."""
    st.warning(plain(grund), icon=":material/link_off:")
    st.markdown(Markdown(f"Der er ikke tegnet noget. {scenario_link('Nulstil', '')}"))


def show_form(svar: Balance) -> None:
    """All assumptions in one form: nothing happens before the button is pressed, and then all of it at once."""
    _show_what_the_address_says(svar)
    with st.form("antagelser", border=False, enter_to_submit=False):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            aarene = range(FOERSTE_AAR, SIDSTE_AAR + 1)
            st.selectbox("Året i overskriften", aarene, key=_key("aar"), width=170)
            st.selectbox(
                "Pladserne tages i denne rækkefølge",
                RAEKKEFOELGER,
                format_func=lambda orden: dansk.capital(", ".join(PLADSER[en] for en in orden)),
                key=_key("orden"),
                width=330,
            )
            st.form_submit_button("Regn om", on_click=_submitted, args=(svar,), key="regn_om", type="primary")
        for spalte, grupper in zip(st.columns(len(SPALTER), gap="large"), SPALTER, strict=True):
            with spalte:
                _sliders(svar, grupper)
        st.form_submit_button("Regn om", on_click=_submitted, args=(svar,), key="regn_om_nederst", type="primary")


def _sliders(svar: Balance, grupper: Sequence[str]) -> None:
    for gruppe, antagelser in groupby(svar.antagelser, key=lambda en: en.gruppe):
        if gruppe not in grupper:
            continue
        st.markdown(f"### {plain(gruppe)}")
        for en in antagelser:
            nu = svar.scenarie.valgt.get(en.id, en.standard)
            trin = sorted({*range(en.mindst, en.hoejst + 1, en.trin), en.standard, en.gunstig, en.ugunstig, nu})
            st.select_slider(
                _label(en, nu, svar), trin, format_func=partial(_value, en), key=_key(en.id), help=plain(en.forklaring)
            )


def _label(en: Antagelse, nu: int, svar: Balance) -> Markdown:
    """The name, whether it is changed, its default and who says it: one element each, for there are twenty."""
    maerke = ":blue-badge[ændret] " if nu != en.standard else ""
    kilde = svar.erstattet.get(en.id) or f"Standard {_value(en, en.standard)} · {STATUS[en.status]}"
    return Markdown(f"{maerke}{bold(en.navn)}  \n:small[:gray[{plain(kilde)}]]")


def _value(en: Antagelse, vaerdi: int) -> str:
    """ "3,7 pct. af PLO-lægerne"."""
    tal = _number(en, vaerdi)
    return f"{tal} {dansk.unit(tal, en.enhed)}"


def _number(en: Antagelse, vaerdi: int) -> str:
    return dansk.number(vaerdi / en.skala, len(str(en.skala)) - 1)


def _changed(svar: Balance) -> list[Antagelse]:
    return [en for en in svar.antagelser if svar.scenarie.valgt.get(en.id, en.standard) != en.standard]


def _key(navn: str) -> str:
    return noegler.assumption(navn)


def _show_what_the_address_says(svar: Balance) -> None:
    """Set the fields when the address says something else than they were set to. What is moved and not sent yet stays
    when the page runs again for another reason."""
    nu = (text(svar.scenarie, svar.antagelser), svar.antagelser)
    if st.session_state.get(noegler.SCENARIE_SAT) == nu and _key("aar") in st.session_state:
        return
    st.session_state[noegler.SCENARIE_SAT] = nu
    st.session_state.update({_key("aar"): svar.scenarie.aar, _key("orden"): svar.scenarie.orden})
    st.session_state.update({_key(en.id): svar.scenarie.valgt.get(en.id, en.standard) for en in svar.antagelser})


def _submitted(svar: Balance) -> None:
    valgt = {en.id: st.session_state[_key(en.id)] for en in svar.antagelser}
    andre = {en.id: valgt[en.id] for en in svar.antagelser if valgt[en.id] != en.standard}
    aar, orden = st.session_state[_key("aar")], st.session_state[_key("orden")]
    _choose(svar, svar.scenarie.on(valgt=andre, aar=aar, orden=orden))


def _choose(svar: Balance, scenarie: Scenarie) -> None:
    valg.choose(**{KODE: text(scenarie, svar.antagelser)})



