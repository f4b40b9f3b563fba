"""What one choice does to the others: an address always means something, and nothing is let go of in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import queries
from data.grupper import group_code
from geo import niveauer
from queries.standard import newest
from tests.dag import I_DAG
from tests.views.faelles.test_koder import choices
from views.faelles.aendring import changed
from views.faelles.koder import FELTER, understood
from views.faelles.steder import listed_names

PULJE = queries.pools("offentlig", newest())["pulje_id"].iloc[0]


def after(foer: dict[str, str], **nye: str) -> tuple[dict[str, str], str]:
    """The codes that are left after a choice, as a browser would show them, and what is told."""
    koder, besked = changed(foer, nye, shown(foer), newest())
    return {navn: kode for navn, kode in koder.items() if kode}, besked


def shown(koder: dict[str, str]):
    filters, afvist = understood(dict.fromkeys(FELTER, "") | koder, newest(), I_DAG)
    assert afvist == {}
    return filters


@pytest.mark.parametrize(
    ("kode", "niveau", "struktur"),
    [("461", "kommune", "2007"), ("fyn", "sundhedsraad", "2007"), ("1084", "region", "2007")]
    + [("oestdanmark", "region", "2027"), ("nord", "videreuddannelsesregion", "2007")],
)
def test_the_level_and_the_structure_follow_the_area(kode, niveau, struktur):
    koder, besked = after({"datasaet": "eksempel", "struktur": "2007"}, omraade=kode)
    assert koder == {"omraade": kode, "niveau": niveau, "struktur": struktur, "datasaet": "eksempel"} and besked == ""


@pytest.mark.parametrize("foer", [{}, {"niveau": "region"}, {"niveau": "region", "struktur": "2007"}])
@pytest.mark.parametrize("kode", ["1084", "1085"])
def test_an_old_region_goes_along_into_the_reform(foer, kode):
    koder, besked = after(foer | {"omraade": kode}, struktur="2027")
    assert (koder["omraade"], koder["niveau"], besked) == ("oestdanmark", "region", "")


def test_an_area_that_no_other_holds_is_told():
    koder, besked = after({"omraade": "oestdanmark", "niveau": "region", "struktur": "2027"}, struktur="2007")
    assert "omraade" not in koder and "Region Østdanmark" in besked and "hele landet" in besked
    koder, besked = after({"omraade": "1085"}, niveau="kommune")
    assert "omraade" not in koder and "Region Sjælland" in besked


def test_the_first_choice_names_what_changes_by_itself():
    koder, _ = after({}, indikator="hu_besat")
    assert koder == {"indikator": "hu_besat", "struktur": "2007", "datasaet": "offentlig"}


def test_another_dataset_keeps_all_it_can():
    koder, _ = after({"omraade": "fyn", "pulje": PULJE, "fra": "2020"}, datasaet="eksempel")
    assert koder.pop("indikator") == shown({}).indikator
    assert koder == {"omraade": "fyn", "fra": "2020", "struktur": "2007", "datasaet": "eksempel"}


@pytest.mark.parametrize(("fra", "til"), [("offentlig", "eksempel"), ("eksempel", "offentlig")])
def test_another_dataset_does_not_change_the_indicator(fra, til):
    """Though nobody chose one, and the other dataset would begin with another."""
    foer = shown({"datasaet": fra})
    koder, _ = after({"datasaet": fra}, datasaet=til)
    assert (shown(koder).datasaet, shown(koder).indikator) == (til, foer.indikator)
    assert shown({"datasaet": til}).indikator != foer.indikator, "else this says nothing"


VALG = st.sampled_from(
    [("omraade", kode) for kode in ("", "461", "fyn", "1085", "oestdanmark", "nord", group_code("A", ["360", "376"]))]
    + [("niveau", en.niveau) for en in niveauer.levels().values() if en.er_kortniveau]
    + [("struktur", en) for en in niveauer.structures()]
    + [("datasaet", en) for en in ("offentlig", "eksempel")]
)


@given(choices(), st.lists(VALG, min_size=1, max_size=4))
def test_after_any_choices_the_address_is_understood_and_shows_the_last(filters, valgene):
    koder = {navn: str(en) for navn, en in filters.choices().items() if en}
    for navn, kode in valgene:
        koder, besked = after(koder, **{navn: kode})
        vist = shown(koder)
        assert getattr(vist, navn) == kode
        assert vist.omraade == koder.get("omraade", ""), "the address says what is shown"
        assert not besked or not vist.omraade


def test_every_area_of_the_list_can_be_chosen():
    for struktur in niveauer.structures():
        for kode in listed_names(struktur):
            assert shown(after({"struktur": struktur}, omraade=kode)[0]).omraade == kode
