"""Links in both directions: what was chosen makes a link, and the link makes what was chosen."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

import queries
from data.grupper import group_code
from geo import niveauer
from queries.standard import newest
from tests.dag import I_DAG
from views.faelles.filtre import ADSKILT, ALLE, KUN, Filters
from views.faelles.koder import FELTER, FLEST_TEGN, FOERSTE_DAG, HJAELP, refusal, understood

KORTNIVEAUER = [en.niveau for en in niveauer.levels().values() if en.er_kortniveau]

GRUPPER = [
    group_code("Vestsjælland + Lolland-Falster", ["326", "330", "340", "360", "376"]),
    group_code("Syd, Fyn & øerne (prøve)", ["fyn", "soenderjylland"]),
]
SIDE_OM_SIDE = ["360", "fyn", "1085", "oestdanmark", "nord", *GRUPPER]


@st.composite
def choices(draw) -> Filters:
    """Anything that can be chosen on the pages."""
    niveau, struktur = draw(st.sampled_from(KORTNIVEAUER)), draw(st.sampled_from(list(niveauer.structures())))
    gruppe = draw(st.just("") | st.sampled_from(GRUPPER))
    niveau = gruppe or niveau
    omraader = list(niveauer.areas(niveau, struktur))
    omraade = gruppe or draw(st.sampled_from(["", *omraader]))
    datasaet = draw(st.sampled_from(list(queries.datasets(newest()))))
    foerste, sidste = queries.datasets(newest())[datasaet]
    fra = draw(st.none() | st.integers(foerste, sidste))
    return Filters(
        niveau=niveau,
        struktur=struktur,
        omraade=omraade,
        fra=fra,
        til=draw(st.none() | st.integers(fra or foerste, sidste)),
        datasaet=datasaet,
        indikator=draw(st.sampled_from(list(queries.catalogue_of(datasaet, newest())))),
        sammenlign=draw(st.sampled_from(["", *omraader])) if omraade else "",
        pulje=draw(st.sampled_from(["", *queries.pools(datasaet, newest())["pulje_id"]])),
        behov=draw(st.sampled_from(list(queries.catalogue_of(datasaet, newest())))),
        omraader=ADSKILT.join(draw(st.lists(st.sampled_from(SIDE_OM_SIDE), max_size=4, unique=True))),
        siden=draw(st.just("") | st.dates(FOERSTE_DAG, I_DAG).map(str)),
        scenarie=draw(st.sampled_from(["", "1;pol=takt;s=73;e=46", "1;aar=2030"])),
        kapacitet=draw(st.sampled_from([ALLE, KUN])),
        dag=I_DAG,
    )


def opened(link: str) -> tuple[Filters, dict[str, str]]:
    """What a link opens, and the codes in it that mean nothing."""
    koder = dict.fromkeys(FELTER, "") | dict(parse_qsl(urlsplit(link).query))
    return understood(koder, newest(), I_DAG)


@given(choices())
def test_a_link_opens_what_was_chosen(filters):
    assert opened(filters.link("mit_omraade")) == (filters, {})


@given(st.dictionaries(st.sampled_from(list(FELTER)), st.text(max_size=20)))
def test_any_address_opens_something_that_exists(koder):
    filters, afvist = understood(dict.fromkeys(FELTER, "") | koder, newest(), I_DAG)
    assert filters.omraade in ("", *niveauer.areas(filters.niveau, filters.struktur))
    assert set(afvist) <= {navn for navn, kode in koder.items() if kode}
    assert filters.datasaet in queries.datasets(newest())
    assert filters.indikator in queries.catalogue_of(filters.datasaet, newest())
    assert not (filters.fra and filters.til) or filters.fra <= filters.til


@pytest.mark.parametrize("dag", ["2026-13-01", "31-12-2026", "9999-12-31", "20260101", "2026-W01-1", "x\0"])
def test_a_day_that_cannot_be_looked_back_to_is_refused_with_help(dag):
    filters, afvist = understood(dict.fromkeys(FELTER, "") | {"siden": dag}, newest(), I_DAG)
    assert filters.siden == "" and afvist == {"siden": dag} and "2011" in HJAELP["siden"]


@pytest.mark.parametrize("dag", ["2010-12-31", "1999-01-01", "0001-01-01"])
def test_a_day_before_the_first_is_the_first_and_is_told(dag):
    filters, afvist = understood(dict.fromkeys(FELTER, "") | {"siden": dag}, newest(), I_DAG)
    assert filters.siden == FOERSTE_DAG.isoformat() and afvist == {"siden": dag}
    assert "1. januar 2011" in refusal("siden", dag)


def test_a_scenario_goes_along_understood_or_not():
    for kode, bliver in {" 1;S=73 ": "1;s=73", "7;findes=ikke": "7;findes=ikke", "1;e=46" * 80: "…"}.items():
        filters, afvist = understood(dict.fromkeys(FELTER, "") | {"scenarie": kode}, newest(), I_DAG)
        assert afvist == {} and filters.scenarie.endswith(bliver) and len(filters.scenarie) <= FLEST_TEGN + 1
        assert filters.without_area().scenarie == filters.scenarie


def test_whose_capacity_is_counted_is_all_unless_it_is_chosen():
    assert "kapacitet" not in Filters(dag=I_DAG).link() and "kapacitet=plo" in Filters(kapacitet=KUN, dag=I_DAG).link()
    for kode, (valgt, refused) in {
        "": (ALLE, {}),
        "PLO": (KUN, {}),
        "regionen": (ALLE, {"kapacitet": "regionen"}),
    }.items():
        filters, afvist = understood(dict.fromkeys(FELTER, "") | {"kapacitet": kode}, newest(), I_DAG)
        assert (filters.kapacitet, afvist) == (valgt, refused)
    assert Filters(kapacitet=KUN, dag=I_DAG).without_area().kapacitet == ALLE, "it matters to need alone"


@given(st.sampled_from(KORTNIVEAUER), st.sampled_from(KORTNIVEAUER), st.data())
def test_an_area_goes_on_with_one_that_holds_it_or_with_none(fra, til, data):
    struktur, anden = (data.draw(st.sampled_from(list(niveauer.structures()))) for _ in range(2))
    kode = data.draw(st.sampled_from(list(niveauer.areas(fra, struktur))))
    rummer = niveauer.containing(fra, kode, til, struktur, anden)
    dele = set(niveauer.areas(fra, struktur)[kode].kommunekoder)
    holdende = [en.omraade_id for en in niveauer.areas(til, anden).values() if dele <= set(en.kommunekoder)]
    assert holdende == ([rummer] if rummer else [])
    assert niveauer.level_of(kode, struktur) == (fra, struktur) or fra != "region"
