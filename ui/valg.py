"""The choices: read from the address in one place, shown as widgets, kept in step both ways.

The address holds stable codes (`omraade=soenderjylland`); people see names. A widget bound to the address would write
its label there, so each choice is two widgets: a bound text field with the code, which stands under "Del" and can be
copied or corrected there, and the select box that people use, whose callback writes the code.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import queries
from data.grupper import group
from geo import niveauer
from queries.standard import newest
from ui import noegler, ur
from ui.adresse import choices_link
from views.faelles.filtre import ADSKILT, FLEST_OMRAADER, Filters
from views.faelles.koder import FELTER, HJAELP, understood
from views.sprog import dansk, ord
from views.sprog.markdown import plain, shown_code


def read_choices(plads: DeltaGenerator) -> tuple[Filters, DeltaGenerator]:
    """The choices of this session, as the address and the widgets say, and the box "Del", which stands in `plads`;
    called once per run, by the router.

    A code that does not exist is answered with a Danish sentence and the default in its place.
    """
    for navn in FELTER:
        # Streamlit writes a value set by a callback to the address only for a key that already had one. A code in the
        # address still wins over this.
        st.session_state.setdefault(navn, "")
    deling = plads.popover("Del", key="deling", on_change="rerun", icon=":material/share:", type="tertiary")
    with deling:
        koder = {navn: _code(navn, felt) for navn, felt in FELTER.items()}
    filters, afvist = understood(koder, newest(), ur.today())
    st.session_state[noegler.FILTERS] = filters
    if deling.open:
        deling.caption("Linket åbner netop denne visning; koderne i det kan rettes ovenfor.")
        deling.code(choices_link(filters), language=None, wrap_lines=True)
    for navn, kode in afvist.items():
        ukendt, hjaelp = plain(shown_code(kode)), f" {HJAELP[navn]}" if navn in HJAELP else ""
        st.warning(
            f"»{ukendt}« findes ikke som {FELTER[navn].lower()}. Siden viser standardvalget; vælg selv et andet."
            f"{hjaelp}",
            icon=":material/link_off:",
        )
    return filters, deling


def chosen() -> Filters:
    """The choices of this run."""
    return st.session_state[noegler.FILTERS]


def _code(navn: str, felt: str) -> str:
    """The code of a choice, in a field bound to the address; a choice that nobody made has no field."""
    if not st.session_state[navn] and navn not in st.query_params:
        return ""
    return st.text_input(plain(felt), key=navn, bind="query-params").strip()


def indicator_select(filters: Filters, **udseende) -> None:
    """Select box with the indicators that can be shown on a map."""
    katalog = queries.catalogue_of(filters.datasaet, newest())
    muligheder = [navn for navn, en in katalog.items() if en.paa_kort]
    _select("indikator", muligheder, lambda kode: katalog[kode].navn, filters.indikator, **udseende)


def level_select(filters: Filters, **udseende) -> None:
    """The level of the map, and for regions the structure."""
    muligheder = [niveau.niveau for niveau in niveauer.levels().values() if niveau.er_kortniveau]
    if group(filters.niveau):
        muligheder.insert(0, filters.niveau)
    _select("niveau", muligheder, lambda kode: niveauer.level(kode).navn, filters.niveau, _area_must_fit, **udseende)
    if filters.niveau == "region":
        structure_select(filters, **udseende)


def structure_select(filters: Filters, **udseende) -> None:
    """The regions until 31 December 2026, or those from the day after."""
    strukturer = niveauer.structures()
    _select(
        "struktur", list(strukturer), lambda kode: strukturer[kode].navn, filters.struktur, _area_must_fit, **udseende
    )


def area_select(filters: Filters, **udseende) -> None:
    """Any area of any level, found by typing; the level follows the area. Its cross goes back to the whole country."""
    navne = _area_names(filters.struktur)
    if gruppe := group(filters.omraade):
        navne = navne | {gruppe.kode: f"{gruppe.navn} (egen gruppe)"}
    _select("omraade", list(navne), navne.get, filters.omraade, _level_must_fit, uden=niveauer.HELE_LANDET, **udseende)


@lru_cache(maxsize=4)
def _area_names(struktur: str) -> dict[str, str]:
    """What areas are called in the list of all, larger ones first. A region of another structure stands in it when no
    region of this one has its name. A chair finds her region by the name of its PLO-R too."""
    navne: dict[str, str] = {}
    plo_r = {en["region_id"]: f" ({en['plo_r']})" for en in niveauer.read_rows("region") if en["plo_r"]}
    regioner = {en.navn for en in niveauer.areas("region", struktur).values()}
    for niveau in niveauer.levels().values():
        if not niveau.er_kortniveau:
            continue
        omraader = sorted(niveauer.areas(niveau.niveau, struktur).values(), key=lambda en: en.navn)
        navne |= {en.omraade_id: en.navn + plo_r.get(en.omraade_id, "") for en in omraader}
        if niveau.niveau == "region":
            for anden in (en for en in niveauer.structures() if en != struktur):
                andre = niveauer.areas("region", anden).values()
                navne |= {en.omraade_id: f"{en.navn} ({_in_force(anden)})" for en in andre if en.navn not in regioner}
    return navne


def _in_force(struktur: str) -> str:
    """ "fra 1. januar 2027" or "til 31. december 2026"."""
    post = niveauer.structures()[struktur]
    if post.gyldig_til:
        return f"til {dansk.day(post.gyldig_til.isoformat())}"
    return f"fra {dansk.day(post.gyldig_fra.isoformat())}"


def areas_select(filters: Filters, valgte: tuple[str, ...]) -> None:
    """Up to four areas of any level, found by typing, to stand side by side."""

    def write_codes() -> None:
        st.session_state["omraader"] = ADSKILT.join(st.session_state[noegler.OMRAADER])
        _pin_changing_defaults()

    navne = dict(_area_names(filters.struktur))
    navne |= {kode: f"{gruppe.navn} (egen gruppe)" for kode in (filters.omraade, *valgte) if (gruppe := group(kode))}
    st.session_state[noegler.OMRAADER] = list(valgte)
    st.multiselect(
        f"Vælg op til {FLEST_OMRAADER} områder",
        list(navne),
        format_func=navne.get,
        max_selections=FLEST_OMRAADER,
        placeholder="Skriv de første bogstaver",
        key=noegler.OMRAADER,
        on_change=write_codes,
    )


def day_input(filters: Filters, valgt: date, foerste: date) -> None:
    """A day to look back to."""

    def write_day() -> None:
        st.session_state["siden"] = st.session_state[noegler.DAG].isoformat()
        _pin_changing_defaults()

    st.session_state[noegler.DAG] = valgt
    st.date_input(
        "Siden", key=noegler.DAG, min_value=foerste, max_value=filters.i_dag, format="DD.MM.YYYY", on_change=write_day
    )


def assembly_buttons(moeder: dict[str, str], valgt: date) -> None:
    """The assemblies as days to look back to; `moeder` is ISO date -> its date in Danish."""

    def write_day() -> None:
        st.session_state["siden"] = st.session_state[noegler.MOEDE] or ""
        _pin_changing_defaults()

    st.session_state[noegler.MOEDE] = valgt.isoformat() if valgt.isoformat() in moeder else None
    st.selectbox(
        "Repræsentantskabsmøder",
        list(moeder),
        format_func=moeder.get,
        index=None,
        placeholder="Vælg et møde",
        key=noegler.MOEDE,
        on_change=write_day,
    )


def compare_select(filters: Filters, **udseende) -> None:
    """Another area of the level to hold the chosen one against; shown when there is one."""
    if not filters.omraade:
        return
    omraader = niveauer.areas(filters.niveau, filters.struktur)
    ordnet = [kode for kode in sorted(omraader, key=lambda kode: omraader[kode].navn) if kode != filters.omraade]
    valgt = filters.sammenlign if filters.sammenlign != filters.omraade else ""
    _select(
        "sammenlign",
        ["", *ordnet],
        lambda kode: omraader[kode].navn if kode else niveauer.HELE_LANDET,
        valgt,
        **udseende,
    )


def pool_select(filters: Filters, **udseende) -> None:
    """One pool of the dataset; the newest stands first."""
    puljer = queries.pools(filters.datasaet, newest()).set_index("pulje_id")["navn"]
    # what stands in brackets is told on the page; here there is no room for it
    navne = puljer.str.split(" (", regex=False).str[0]
    _select("pulje", list(puljer.index), navne.get, filters.pulje or next(iter(puljer.index), ""), **udseende)


def need_select(filters: Filters, **udseende) -> None:
    """The indicator of need that pool money is held against."""
    katalog = queries.catalogue_of(filters.datasaet, newest())
    muligheder = [navn for navn, en in katalog.items() if en.paa_kort and en.register in ("noegletal", "befolkning")]
    _select("behov", muligheder, lambda kode: katalog[kode].navn, filters.behov, **udseende)


def film_toggle() -> bool:
    """Whether maps play year by year instead of showing the whole period."""
    return st.toggle("Vis kortet år for år", key=noegler.FILM, persist_state="session")


def period_select(filters: Filters) -> None:
    """First and last year, within the years the dataset speaks of."""
    aar = [str(en) for en in queries.dataset_range(filters.datasaet, newest())]
    with st.container(horizontal=True):
        _select("fra", ["", *aar], lambda kode: kode or "Alle", str(filters.fra or ""))
        _select("til", ["", *aar], lambda kode: kode or "Alle", str(filters.til or ""))


def dataset_select(filters: Filters, **udseende) -> None:
    """Which of the worlds is shown; they are never mixed."""
    _select(
        "datasaet", list(queries.datasets(newest())), ord.DATASAET.get, filters.datasaet, _dataset_must_fit, **udseende
    )


def choose_area(omraade: str) -> None:
    """Choose an area from code, such as a click on the map; choosing it again goes back to the whole country."""
    st.session_state["omraade"] = "" if chosen().omraade == omraade else omraade
    _level_must_fit()
    _pin_changing_defaults()


def indicator_control(
    navn: str, indikatorer: dict[str, str], valgt: str, label: Callable[[str], str] | None = None
) -> None:
    """A page's own choice of indicator, as buttons: choice -> the indicator it writes to the address. `label` says what
    a choice is called; without it a choice has the name of its indicator."""
    katalog = queries.catalogue(newest())

    def write_indicator() -> None:
        st.session_state["indikator"] = indikatorer[st.session_state[noegler.widget(navn)]]
        _pin_changing_defaults()

    st.session_state[noegler.widget(navn)] = valgt
    st.segmented_control(
        navn,
        list(indikatorer),
        format_func=lambda en: plain(label(en) if label else katalog[indikatorer[en]].navn),
        required=True,
        key=noegler.widget(navn),
        on_change=write_indicator,
    )


def show_example() -> None:
    """Go on with the same view on the example data, over all their years."""
    st.session_state.update(datasaet="eksempel", fra="", til="", pulje="")


def _select(
    navn: str,
    muligheder: list[str],
    label: Callable[[str], str],
    valgt: str,
    efter: Callable | None = None,
    uden: str = "",
    **udseende,
) -> None:
    """A select box that shows labels and writes codes to the bound field of the same name. With `uden` it can be
    emptied, and says that when it is. `udseende` goes to `st.selectbox`."""

    def write_code() -> None:
        st.session_state[navn] = st.session_state[noegler.widget(navn)] or ""
        if efter:
            efter()
        _pin_changing_defaults()

    st.session_state[noegler.widget(navn)] = valgt or None if uden else valgt
    st.selectbox(
        FELTER[navn],
        muligheder,
        index=None if uden else 0,
        format_func=label,
        placeholder=uden or None,
        key=noegler.widget(navn),
        on_change=write_code,
        **udseende,
    )


def _pin_changing_defaults() -> None:
    """The structure changes with the calendar and the dataset with the first import: a link that someone made by
    choosing names them, so that it goes on showing what was chosen."""
    filters = chosen()
    for navn in ("struktur", "datasaet"):
        if not st.session_state[navn]:
            st.session_state[navn] = getattr(filters, navn)


def _dataset_must_fit() -> None:
    """Another dataset has other pools, and own indicators are in the own data only."""
    st.session_state["pulje"] = ""
    katalog = queries.catalogue_of(st.session_state["datasaet"], newest())
    for navn in ("indikator", "behov"):
        if st.session_state[navn] not in katalog:
            st.session_state[navn] = ""


def _area_must_fit() -> None:
    """Another level or structure has other areas: go on with the one that holds the chosen one, or with the country."""
    struktur = st.session_state["struktur"] or niveauer.structure_on(ur.today())
    gruppe = group(st.session_state["omraade"])
    niveau = st.session_state["niveau"] or (gruppe.kode if gruppe else Filters.niveau)
    for navn in ("omraade", "sammenlign"):
        kode = st.session_state[navn]
        if kode and kode not in niveauer.areas(niveau, struktur):
            fra_niveau, fra_struktur = niveauer.level_of(kode, struktur) or (niveau, struktur)
            st.session_state[navn] = niveauer.containing(fra_niveau, kode, niveau, fra_struktur, struktur)


def _level_must_fit() -> None:
    """The map shows the level, and for a region the structure, of the area that was chosen."""
    kode = st.session_state["omraade"]
    if kode:
        struktur = st.session_state["struktur"] or niveauer.structure_on(ur.today())
        niveau, st.session_state["struktur"] = niveauer.level_of(kode, struktur)
        # the level of a group is told by its code
        st.session_state["niveau"] = "" if group(kode) else niveau
    _area_must_fit()
