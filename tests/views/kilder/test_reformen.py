"""The reform: every sundhedsråd in one region, and sums that agree on either side."""

from datetime import date

import pytest

from geo import niveauer
from tests.dag import I_DAG
from tests.queries import orakel
from views.faelles.filtre import Filters
from views.kilder import reformen
from views.noegletal.kort import compared_map_view


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize(("fra", "til"), [(None, None), (2023, 2025)])
def test_the_old_regions_together_are_the_new_one(datasaet, fra, til, data):
    tabel = reformen.before_after_view(Filters(datasaet=datasaet, fra=fra, til=til, dag=I_DAG), data).table
    assert len(tabel) >= 3
    assert (tabel["Lagt sammen"] == tabel["Region Østdanmark"]).all(), tabel


def test_the_tenders_of_the_new_region_equal_an_independent_recomputation(data):
    tabel = reformen.before_after_view(Filters(datasaet="offentlig", dag=I_DAG), data).table.set_index("Nøgletal")
    facit = orakel.udbud_pr_omraade("region", "2027", "offentlig", None, None)["ydernumre"]["oestdanmark"]
    assert int(tabel.at["Udbudte ydernumre 2016-2025", "Region Østdanmark"]) == facit


def test_every_sundhedsraad_and_kommune_is_in_one_new_region(data):
    view = reformen.members_view(Filters(dag=I_DAG), data)
    klasser = view.figure.klasser
    assert sorted(kode for klasse in klasser for kode in klasse.omraade_ids) == sorted(niveauer.areas("sundhedsraad"))
    assert len({klasse.farve for klasse in klasser}) == len(niveauer.areas("region", "2027"))
    kommuner = [navn for celle in view.table["Kommuner"] for navn in celle.split(", ")]
    assert sorted(kommuner) == sorted(en.navn for en in niveauer.areas("kommune").values())
    assert view.coverage == "Region Hovedstaden og Region Sjælland bliver Region Østdanmark."


def test_uncertain_placements_are_named_with_their_sources(data):
    view = reformen.uncertain_view(Filters(dag=I_DAG), data)
    usikre = [post["navn"] for post in niveauer.read_rows("kommune") if post["sikkerhed"] != "verificeret"]
    assert usikre and all(f"**{navn}**" in view.text for navn in usikre)
    assert set(view.table["Kommune"]) == set(usikre) and len(view.sources) >= 2


def test_the_reform_is_told_in_the_tense_of_the_day():
    foer, efter = reformen.introduction(date(2026, 12, 31)), reformen.introduction(date(2027, 1, 1))
    assert "bliver fem" in foer and "blev" not in foer
    assert "blev fem" in efter and "bliver" not in efter
    assert reformen.becomes(date(2028, 6, 1)) == "blev"


def test_a_view_of_the_day_must_be_told_which_day_it_is(data):
    efter = reformen.members_view(Filters(dag=date(2027, 1, 1)), data)
    assert efter.coverage == "Region Hovedstaden og Region Sjælland blev Region Østdanmark."
    with pytest.raises(ValueError, match="not told"):
        reformen.members_view(Filters(), data)


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_the_maps_before_and_after_share_their_classes_and_what_is_unchanged_looks_so(data, datasaet):
    filters = Filters(datasaet=datasaet, indikator="udbudte_ydernumre", dag=I_DAG)
    foer, efter = (compared_map_view(filters.on(struktur=en), data).figure for en in ("2007", "2027"))
    assert [(en.farve, en.etiket) for en in foer.klasser] == [(en.farve, en.etiket) for en in efter.klasser]
    farve = [{en: kl.farve for kl in figur.klasser for en in kl.omraade_ids} for figur in (foer, efter)]
    for gammel, ny in (("1081", "nordjylland"), ("1082", "midtjylland"), ("1083", "syddanmark")):
        assert farve[0][gammel] == farve[1][ny] and foer.vaerdier.get(gammel) == efter.vaerdier.get(ny)
