"""The choices: read from the address in one place, shown as widgets, written back by their callbacks.

The address holds stable codes (`omraade=soenderjylland`); people see names. A widget shows what the codes say at every
run, and its callback writes the new ones, all at once (`ui/vej.py`).
"""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

import queries
from data.adgang.bruger import LAES_EGNE, LAESE
from data.adgang.log import note_refusal
from data.build import DATA
from data.grupper import group
from geo import niveauer
from ui import noegler, ur, vej, vindue
from ui.adgang.hvem import asking, shown_data
from ui.adgang.vis import show_refusal
from ui.adresse import unknown_page
from ui.omraadefelt import area_field
from views.balance.balance import canonical
from views.faelles.aendring import changed
from views.faelles.filtre import ADSKILT, FLEST_I_ORD, FLEST_OMRAADER, Filters
from views.faelles.koder import FELTER, default_dataset, refusal, understood
from views.faelles.noegletalsliste import indicator_labels
from views.faelles.steder import listed_name, listed_names
from views.sprog import ord
from views.sprog.markdown import Markdown, plain, shown_code


def read_choices() -> Filters:
    """The choices of this session, as the address says; called once per run, by the router, first of all."""
    filters, st.session_state[noegler.AFVIST] = _understood()
    st.session_state[noegler.FILTERS] = filters
    return filters


def show_answers() -> None:
    """A Danish sentence for what the address names and does not exist, and when the last choice let go of an area."""
    if ukendt := unknown_page():
        st.warning(
            f"Der er ingen side, der hedder »{plain(shown_code(ukendt))}«. Her er Overblik.", icon=":material/link_off:"
        )
    for navn, kode in st.session_state[noegler.AFVIST].items():
        if (navn, kode) == ("datasaet", "egne") and not asking().may_read_own():
            note_refusal(asking(), LAESE, ur.now(), DATA)
            show_refusal(LAES_EGNE)
            continue
        st.warning(plain(refusal(navn, shown_code(kode))), icon=":material/link_off:")
    if besked := st.session_state.pop(noegler.BESKED, ""):
        st.info(plain(besked), icon=":material/info:")


def _understood() -> tuple[Filters, dict[str, str]]:
    koder = vej.codes()
    filters, afvist = understood({navn: koder.get(navn, "") for navn in FELTER}, shown_data(), ur.today())
    return canonical(filters, shown_data()), afvist


def chosen() -> Filters:
    """The choices of this run."""
    return st.session_state[noegler.FILTERS]


def choose(**nye: str) -> None:
    """Choose by codes, "" for none; the other choices follow. Once in a callback: it is one step of Back."""
    koder, besked = changed(vej.codes(), nye, _understood()[0], shown_data())
    st.session_state[noegler.BESKED] = besked
    vej.write(**koder)


def indicator_select(filters: Filters, **udseende) -> None:
    """Select box with the indicators for maps; those that this map cannot show say where they are known."""
    navne = shown_data().once(indicator_labels, filters.without_area().on(scenarie=""))
    _select("indikator", list(navne), navne.get, filters.indikator, **udseende)


def level_select(filters: Filters, **udseende) -> None:
    """The level of the map, and for regions the structure."""
    muligheder = [niveau.niveau for niveau in niveauer.levels().values() if niveau.er_kortniveau]
    if group(filters.niveau):
        muligheder.insert(0, filters.niveau)
    _select("niveau", muligheder, lambda kode: niveauer.level(kode).navn, filters.niveau, **udseende)
    if filters.niveau == "region":
        structure_select(filters, **udseende)


def structure_select(filters: Filters, **udseende) -> None:
    """The regions until 31 December 2026, or those from the day after."""
    strukturer = niveauer.structures()
    _select("struktur", list(strukturer), lambda kode: strukturer[kode].kort_navn, filters.struktur, **udseende)


def area_select(filters: Filters, **udseende) -> None:
    """Any area of any level, town or place, found by typing; the level follows the area. Its cross goes back to the
    whole country."""
    area_field(filters, lambda kode: choose(omraade=kode), **udseende)


def areas_select(filters: Filters, valgte: tuple[str, ...]) -> None:
    """Up to four areas of any level, found by typing, to stand side by side."""
    grupper = [kode for kode in (filters.omraade, *valgte) if group(kode)]
    navne = listed_names(filters.struktur) | {kode: listed_name(kode, filters.struktur) for kode in grupper}
    st.session_state[noegler.OMRAADER] = list(valgte)
    st.multiselect(
        f"Vælg op til {FLEST_I_ORD} områder",
        list(navne),
        format_func=navne.get,
        max_selections=FLEST_OMRAADER,
        select_all=False,
        placeholder="Skriv de første bogstaver",
        key=noegler.OMRAADER,
        on_change=lambda: choose(omraader=ADSKILT.join(st.session_state[noegler.OMRAADER])),
    )


def comparison(filters: Filters) -> tuple[Callable[..., None], ...]:
    """The choice of what the chosen area is held against, for a bar; nothing while the whole country is shown."""
    return (compare_select,) if filters.omraade else ()


def compare_select(filters: Filters, label_visibility: str = "visible", **udseende) -> None:
    """Another area of the level to hold the chosen one against; shown when there is one. Without a label the choice
    itself says what it is."""
    if not filters.omraade:
        return
    omraader = niveauer.areas(filters.niveau, filters.struktur)
    ordnet = [kode for kode in sorted(omraader, key=lambda kode: omraader[kode].navn) if kode != filters.omraade]
    valgt = filters.sammenlign if filters.sammenlign != filters.omraade else ""
    mod = "Mod: " if label_visibility != "visible" else ""
    _select(
        "sammenlign",
        ["", *ordnet],
        lambda kode: mod + (omraader[kode].navn if kode else niveauer.HELE_LANDET),
        valgt,
        label_visibility=label_visibility,
        **udseende,
    )


def pool_select(filters: Filters, **udseende) -> None:
    """One pool of the dataset; the newest stands first."""
    puljer = queries.pools(filters.datasaet, shown_data()).set_index("pulje_id")["navn"]
    # what stands in brackets is told on the page; here there is no room for it
    navne = puljer.str.split(" (", regex=False).str[0]
    _select("pulje", list(puljer.index), navne.get, filters.pulje or next(iter(puljer.index), ""), **udseende)


def need_select(filters: Filters, **udseende) -> None:
    """The indicator of need that pool money is held against: something measured, nothing that is only expected."""
    katalog = queries.catalogue_of(filters.datasaet, shown_data())
    maalt = [en for en in queries.MAALINGER if en != "fremskrivning"]
    muligheder = [navn for navn, en in katalog.items() if en.paa_kort and en.register in maalt]
    _select("behov", muligheder, lambda kode: katalog[kode].navn, filters.behov, **udseende)


def period_select(filters: Filters) -> None:
    """First and last year, within the years the dataset speaks of."""
    aar = [str(en) for en in queries.dataset_range(filters.datasaet, shown_data())]
    with st.container(horizontal=True):
        _select("fra", ["", *aar], lambda kode: kode or "Alle", str(filters.fra or ""))
        _select("til", ["", *aar], lambda kode: kode or "Alle", str(filters.til or ""))


def one_year_slider(filters: Filters) -> None:
    """One year for the whole page, from the first the dataset speaks of to the last; maps of one year share classes."""
    aar = ["", *(str(en) for en in queries.dataset_range(filters.datasaet, shown_data()))]
    noegle = noegler.widget("et_aar")
    valgt = str(filters.fra) if filters.fra == filters.til else ""
    st.session_state[noegle] = valgt if valgt in aar else ""

    def moved() -> None:
        choose(fra=st.session_state[noegle], til=st.session_state[noegle])

    st.select_slider("Ét år ad gangen", aar, format_func=lambda en: en or "Alle", key=noegle, on_change=moved)


def dataset_select(filters: Filters, **udseende) -> None:
    """Which of the worlds is shown; they are never mixed."""
    _select("datasaet", list(queries.datasets(shown_data())), ord.DATASAET.get, filters.datasaet, **udseende)


def choose_area(omraade: str) -> None:
    """Choose an area from code, such as a click on the map; choosing it again goes back to the whole country."""
    choose(omraade="" if _understood()[0].omraade == omraade else omraade)


def indicator_control(
    navn: str,
    indikatorer: dict[str, str],
    valgt: str,
    label: Callable[[str], str] | None = None,
) -> None:
    """A page's own choice of indicator, as buttons: choice -> the indicator it writes to the address. `label` says what
    a choice is called; without it a choice has the name of its indicator. `navn` is for those who do not see it."""
    katalog = queries.catalogue(shown_data())

    def shown(en: str) -> str:
        return label(en) if label else katalog[indikatorer[en]].navn

    vindue.take_buttons(map(shown, indikatorer))
    st.session_state[noegler.widget(navn)] = valgt
    st.segmented_control(
        navn,
        list(indikatorer),
        format_func=lambda en: plain(shown(en)),
        required=True,
        label_visibility="collapsed",
        key=noegler.widget(navn),
        on_change=lambda: choose(indikator=indikatorer[st.session_state[noegler.widget(navn)]]),
    )


def measure_select(indikatorer: Sequence[str], valgt: str) -> None:
    """Which of a few indicators the map shows, in a menu: as high however long their names are. Nothing when there is
    only one."""
    if len(indikatorer) < 2:
        return
    katalog, noegle = queries.catalogue(shown_data()), noegler.widget("kortmaal")
    st.session_state[noegle] = valgt
    st.selectbox(
        "Kortet viser",
        list(indikatorer),
        format_func=lambda en: katalog[en].navn,
        label_visibility="collapsed",
        key=noegle,
        on_change=lambda: choose(indikator=st.session_state[noegle]),
    )


def show_example() -> None:
    """Go on with the same view on the example data, over all their years."""
    choose(datasaet="eksempel", fra="", til="")


def real_numbers_button(advarsel: str) -> None:
    """From the invented data back to the real ones, on the same page. advarsel: Markdown before the words."""
    rigtige = default_dataset(shown_data())
    st.button(
        f"{Markdown(advarsel)} {'Til' if vindue.is_narrow() else 'Tilbage til'} de rigtige tal",
        on_click=lambda: choose(datasaet=rigtige, fra="", til=""),
        type="tertiary",
        help="Brug de opdigtede tal til at prøve siderne, aldrig som tal.",
    )


def _select(
    navn: str, muligheder: list[str], label: Callable[[str], str], valgt: str, uden: str = "", **udseende
) -> None:
    """A select box that shows labels and writes codes. With `uden` it can be emptied, and says that when it is.
    `udseende` goes to `st.selectbox`."""
    noegle = noegler.widget(navn)
    boks = partial(st.selectbox, FELTER[navn], muligheder, format_func=label, placeholder=uden or None, **udseende)
    foerst = muligheder.index(valgt) if valgt in muligheder else None if uden else 0

    def selected() -> None:
        choose(**{navn: st.session_state[noegle] or ""})

    vej.hold(noegle, (valgt or None) if uden else valgt, selected, index=foerst)(boks)
