"""A link opens the view it was made from."""

from dataclasses import fields
from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from views.faelles.filtre import Filters

AAR = st.one_of(st.none(), st.integers(1990, 2040))
FILTRE = st.builds(
    Filters,
    niveau=st.sampled_from(["kommune", "sundhedsraad", "region", "videreuddannelsesregion"]),
    struktur=st.sampled_from(["2007", "2027"]),
    omraade=st.one_of(st.just(""), st.sampled_from(["101", "fyn", "1085", "oestdanmark"]), st.text(min_size=1)),
    fra=AAR,
    til=AAR,
    datasaet=st.sampled_from(["offentlig", "eksempel", "egne"]),
    sammenlign=st.sampled_from(["", "midt", "1084"]),
    pulje=st.sampled_from(["", "laege-sundhedshus-2018"]),
    behov=st.sampled_from(["patienter_pr_laege", "lukket_praksis_pct"]),
    scenarie=st.sampled_from(["", "1;pol=takt;s=73;e=46;aar=2031", "2;æ&x=1 %"]),
    indikator=st.text("abcdefghijklmnopqrstuvwxyz_0123456789", min_size=1),
)


def opened(link: str) -> Filters:
    """The choices in an address; what is not named is not chosen."""
    valg = {navn: vaerdier[0] for navn, vaerdier in parse_qs(urlsplit(link).query, strict_parsing=True).items()}
    return Filters(**valg | {navn: int(valg[navn]) for navn in ("fra", "til") if navn in valg})


@given(FILTRE, st.sampled_from(["kort", "overblik", "mit_omraade"]))
def test_a_link_opens_the_same_choices(filters, side):
    link = filters.link(side)
    assert opened(link) == filters
    assert link.startswith(f"/{side}?") and link.isascii() and " " not in link


def test_a_link_names_what_could_change_its_meaning():
    """Defaults of the page follow the calendar and the first import, so they stand in the link."""
    assert Filters().link() == "/kort?niveau=sundhedsraad&struktur=2007&datasaet=offentlig&indikator=udbudte_ydernumre"


@given(FILTRE)
def test_choices_are_a_cache_key(filters):
    ens = Filters(**{felt.name: getattr(filters, felt.name) for felt in fields(filters)})
    assert hash(ens) == hash(filters) and ens == filters
    assert filters.on(niveau="region").niveau == "region"
    assert filters.on(fra=1999) != filters.on(fra=2000)
