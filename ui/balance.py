"""The choices of the page Behov og balance: a scenario is one text in the address, written once by whatever is chosen.

What is offered (the policy) is chosen by itself; the assumptions stand in one form, so that ten of them are one choice
and one step of Back. The three sets and the default are plain links.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import hent, noegler, sidevalg, valg, vej, vindue, vis
from ui.adresse import code_of, shown_link
from ui.arbejdsflade import rail, show_workspace
from ui.faner import Byg, show_views
from ui.gemte_scenarier import show_saved
from ui.lager import finished
from ui.scenarielink import KODE, scenario_link
from ui.tabel import show_table
from ui.talvisning import VIDERE
from views.balance import antagelsesliste, antaget, graenser
from views.balance.antagelser import GUNSTIG, MIDT, SAET, UGUNSTIG, Antagelse
from views.balance.bagud import backwards
from views.balance.balance import Balance
from views.balance.behov_kort import coverage_map
from views.balance.behov_maal import target_and_capacity
from views.balance.behov_mangler import missing_view
from views.balance.foelsomhed import sensitivity
from views.balance.omraader import areas_by_stock
from views.balance.scenarie import (
    FOERSTE_AAR,
    POLITIKKER,
    RAEKKEFOELGER,
    SIDSTE_AAR,
    Scenarie,
    preset,
    text,
)
from views.balance.truede import designated_view
from views.balance.udbud_og_laeger import offers_and_doctors
from views.balance.uden_plo import without_plo
from views.faelles.behovstal import need_and_supply, on_the_map
from views.faelles.filtre import ALLE, KUN, Filters
from views.figur.model import Kort
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, link, plain

INTRO = "Kan det, der slås op, finde en læge, hvornår, og hvad har et område brug for?"
SAETNAVNE = {GUNSTIG: "Gunstige", MIDT: "Mellem", UGUNSTIG: "Ugunstige"}
PLADSER = {"o": "overtagelser", "k": "klinikker", "n": "nye udbud"}
# What the first picture rests on, and the pictures of the need, one at a time.
BAG_TALLET = {
    "Udbud mod læger": offers_and_doctors,
    "Hvad betyder mest?": sensitivity,
    "Regnet bagud": backwards,
    "Område for område": areas_by_stock,
}
BEHOV = {
    "Mål og kapacitet": target_and_capacity,
    "Hvad mangler": missing_view,
    "På kortet": coverage_map,
    "Truede områder": designated_view,
}
KAPACITET = {ALLE: "Kapacitet: alle", KUN: "Kun PLO"}
# Pixels: of the list of a map on a phone, and of what lies below it beside the map.
LISTEHOEJDE, LISTENS_KANT = 380, 24
# The first picture, and what is chosen beside it.
HALVDELE = (0.7, 0.3)
# Groups beside each other where there is room: the first is as long as the other three.
SPALTER = (("Tilgang",), ("Afgang", "Udbud", "Klinikker"))


def show_policy(svar: Balance) -> None:
    """What is offered: one of four, at once."""
    noegle = noegler.widget("politik")

    def pressed() -> None:
        _choose(svar, svar.scenarie.on(politik=st.session_state[noegle]))

    nu = svar.scenarie.politik
    muligt = list(POLITIKKER)
    knapper = partial(st.radio, "Hvad der slås op", muligt, format_func=POLITIKKER.get)
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
    st.markdown(Markdown(f"Antagelser: {' · '.join(dele)}"))


def show_unknown(grund: str) -> None:
    """A scenario that is not understood: the sentence, and the way on. Nothing is drawn."""
    st.warning(plain(grund), icon=":material/link_off:")
    st.markdown(Markdown(f"Der er ikke tegnet noget. {scenario_link('Nulstil', '')}"))


def show_form(svar: Balance, herkomst: Mapping[str, str]) -> None:
    """All assumptions in one form: nothing happens before the button is pressed, and then all of it at once. herkomst:
    who says each, by its id."""
    _show_what_the_address_says(svar)
    with st.form("antagelser", border=False, enter_to_submit=False):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            aarene = range(FOERSTE_AAR, SIDSTE_AAR + 1)
            st.selectbox("Året i overskriften", aarene, key=noegler.assumption("aar"), width=170)
            st.selectbox(
                "Pladserne tages i denne rækkefølge",
                RAEKKEFOELGER,
                format_func=lambda orden: dansk.capital(", ".join(PLADSER[en] for en in orden)),
                key=noegler.assumption("orden"),
                width=330,
            )
            st.form_submit_button("Regn om", on_click=_submitted, args=(svar,), key="regn_om", type="primary")
        for spalte, grupper in zip(st.columns(len(SPALTER), gap="large"), SPALTER, strict=True):
            with spalte:
                _sliders(svar, grupper, herkomst)
        st.form_submit_button("Regn om", on_click=_submitted, args=(svar,), key="regn_om_nederst", type="primary")


def _sliders(svar: Balance, grupper: Sequence[str], herkomst: Mapping[str, str]) -> None:
    for gruppe, antagelser in groupby(svar.antagelser, key=lambda en: en.gruppe):
        if gruppe not in grupper:
            continue
        st.markdown(f"### {plain(gruppe)}", anchors=False)
        for en in antagelser:
            nu = svar.scenarie.valgt.get(en.id, en.standard)
            trin = sorted({*range(en.mindst, en.hoejst + 1, en.trin), en.standard, en.gunstig, en.ugunstig, nu})
            # the name alone: a screen reader is told the label with its marks
            navn = f"{en.navn}, {en.enhed}{' (ændret)' if nu != en.standard else ''}"
            tal = partial(antaget.value, en, uden_enhed=True)
            st.select_slider(plain(navn), trin, format_func=tal, key=noegler.assumption(en.id))
            st.caption(_background(en, nu, svar, herkomst.get(en.id, "")))


def _background(en: Antagelse, nu: int, svar: Balance, herkomst: str) -> Markdown:
    """What it is by default, and who says so; where the data measure it, that is no longer so."""
    standard = " · ".join(filter(None, (f"Standard {antaget.value(en, en.standard)}", antaget.status(en), herkomst)))
    if maalt := svar.erstattet.get(en.id):
        return Markdown(f"~~{plain(standard)}~~ {plain(maalt)}")
    return plain(standard) if nu == en.standard else Markdown(f":blue[{plain(standard)}]")


def _show_what_the_address_says(svar: Balance) -> None:
    """Set the fields when the address says something else than they were set to. What is moved and not sent yet stays
    when the page runs again for another reason."""
    nu = (text(svar.scenarie, svar.antagelser), svar.antagelser)
    if st.session_state.get(noegler.SCENARIE_SAT) == nu and noegler.assumption("aar") in st.session_state:
        return
    st.session_state[noegler.SCENARIE_SAT] = nu
    st.session_state.update(
        {noegler.assumption("aar"): svar.scenarie.aar, noegler.assumption("orden"): svar.scenarie.orden}
    )
    st.session_state.update(
        {noegler.assumption(en.id): svar.scenarie.valgt.get(en.id, en.standard) for en in svar.antagelser}
    )


def _submitted(svar: Balance) -> None:
    valgt = {en.id: st.session_state[noegler.assumption(en.id)] for en in svar.antagelser}
    andre = {en.id: valgt[en.id] for en in svar.antagelser if valgt[en.id] != en.standard}
    aar, orden = st.session_state[noegler.assumption("aar")], st.session_state[noegler.assumption("orden")]
    _choose(svar, svar.scenarie.on(valgt=andre, aar=aar, orden=orden))


def _choose(svar: Balance, scenarie: Scenarie) -> None:
    valg.choose(**{KODE: text(scenarie, svar.antagelser)})


def show_balance(hoved: DeltaGenerator, filters: Filters, svar: Balance) -> None:
    """The headline and its picture first, beside it what can be chosen, and below what it rests on. Where the first
    cannot be shown, one empty view says so."""
    forrest = finished(without_plo, filters)
    with hoved:
        vis.show_page_head(forrest)
    venstre, hoejre = st.columns(HALVDELE, gap="large")
    with venstre:
        vis.show_view(forrest, headed=False)
        if vindue.is_narrow():
            vis.show_page_box()
    with hoejre:
        show_policy(svar)
        show_sets(svar)
        alle = f"Alle {dansk.quantity(len(svar.antagelser), 'antagelser')}"
        st.markdown(f"{VIDERE} {link(alle, _tab('Antagelser'))}")
        show_saved(svar, filters, forrest)
        hent.scenario_file(filters)
    vis.fill_page_box()
    if forrest.figure:
        show_views(filters, BAG_TALLET[_chosen_of(BAG_TALLET, "skinne")])


def show_need(hoved: DeltaGenerator, titel: str, filters: Filters) -> None:
    """Target against capacity, what is missing, the map, or the areas that are named as short; a map has the page's
    head, and beside it what it is about."""
    valgt = _chosen_need(filters)
    view = finished(BEHOV[valgt], filters)
    if not isinstance(view.figure, Kort):
        with hoved:
            vis.show_title(titel, INTRO)
        vis.show_view(view)
        return
    with hoved:
        vis.show_page_head(view, titel)
    er_truede = BEHOV[valgt] is designated_view

    def designated() -> None:
        show_table(view, height=LISTEHOEJDE if vindue.is_narrow() else vindue.room(LISTENS_KANT))

    show_workspace(view, designated if er_truede else rail(target_and_capacity, filters), clickable=not er_truede)


def _chosen_need(filters: Filters) -> str:
    """One of the pictures of the need; beside it whose capacity it counts, where that of PLO alone is known."""
    # on a phone the buttons are below each other, for in a row they would be cut
    with st.container(horizontal=not vindue.is_narrow()):
        valgt = sidevalg.option_buttons("Vis", {en: en for en in BEHOV}, next(iter(BEHOV)), "maal", hidden=True)
        tal_af = {designated_view: None, coverage_map: on_the_map}.get(BEHOV[valgt], need_and_supply)
        hvis = KAPACITET if tal_af and finished(tal_af, filters).kan_plo else {}
        if hvis:
            sidevalg.option_buttons("Kapacitet", hvis, ALLE, "kapacitet", hidden=True)
    if hvis and vindue.is_narrow():
        vindue.take_buttons(BEHOV)
        vindue.take_buttons(hvis.values())
    else:
        vindue.take_buttons((*BEHOV, *hvis.values()))
    return valgt


def _chosen_of(figurer: Mapping[str, Byg], kode: str) -> str:
    """One of some figures by its name, in the address as `kode`: each is as much to send as a page."""
    return sidevalg.above_map("Vis", {en: en for en in figurer}, next(iter(figurer)), kode)


def show_assumptions(filters: Filters, svar: Balance) -> None:
    """What the scenario rests on: to be changed, and as a list with who says each."""
    show_sets(svar)
    show_form(svar, finished(antagelsesliste.origins, filters))
    view = finished(antagelsesliste.assumptions_view, filters)
    # the list is as long as all that stands above it, so it is sent to whoever asks for it
    felt = st.expander("Alle antagelser med kilder som tabel", key="antagelsesliste", on_change="rerun")
    if felt.open:
        with felt:
            vis.show_list(view)
    else:
        vis.shown_views().append(view)


def show_limits(filters: Filters) -> None:
    """What the scenario cannot show, what will be said against it, and what could be asked for."""
    show_views(filters, graenser.limits_view)
    vis.show_text(Markdown(f"## Indvendinger og svar\n\n{graenser.objections()}"))
    vis.show_text(Markdown(f"## Hvad der kan spørges om\n\n{graenser.questions()}"))


def _tab(navn: str) -> str:
    """The address of another tab of the page."""
    return shown_link(vej.codes() | {"fane": code_of(navn)})
