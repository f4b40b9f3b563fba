"""What a newcomer sees first: a layer that is known of every kommune where not all tenders are, else the tenders."""

import re
from itertools import product

import pytest

from tests.dag import I_DAG
from tests.queries import orakel
from tests.queries.orakel import laes
from tests.sweep import some
from views.faelles.filtre import Filters
from views.faelles.koder import FELTER, KENDT_OVERALT, default_indicator, understood
from views.fremvisning import visninger
from views.kilder import overblik
from views.noegletal.hovedtal import headline_numbers


def bare(data, **koder: str) -> Filters:
    """The choices of an address that names nothing else."""
    return understood(dict.fromkeys(FELTER, "") | koder, data, I_DAG)[0]


@pytest.mark.parametrize("struktur", ["2007", "2027"])
def test_the_front_page_begins_with_a_full_map_of_today(data, struktur):
    foerst = overblik.lead(Filters(struktur=struktur, dag=I_DAG), data)
    kortet = visninger.build(foerst.visning, foerst.filters, data)
    assert kortet.figure is not None and not kortet.figure.symboler and not kortet.withheld
    assert kortet.coverage.startswith("Kendt for 98 af 98 kommuner.") and kortet.as_of == "1. januar 2026"
    assert [en.udgiver for en in kortet.sources] == ["Danmarks Statistik"]
    assert sum(len(en.omraade_ids) for en in kortet.figure.klasser) == 98
    assert "Ingen data" not in [en.etiket for en in kortet.figure.klasser]


def test_its_numbers_are_those_of_the_files_and_it_claims_no_shortage(data):
    foerst = overblik.lead(Filters(dag=I_DAG), data)
    land = orakel.befolkning_pr_omraade("land", "2007").iloc[0]
    vaekst = orakel.fremskrivning_pr_omraade("land", "2007").iloc[0]["vaekst_80plus_pct"]
    tal = [float(en.replace(".", "").replace(",", ".")) for en in re.findall(r"\d[\d.]*(?:,\d+)?", foerst.svar)]
    assert tal[:1] == [land["indbyggere_80plus"]] and round(vaekst) in tal
    assert foerst.tal.vaerdi == f"{land['andel_80plus_pct']:.1f} pct.".replace(".", ",", 1)
    assert "siger ikke, hvor der mangler" in foerst.svar and "ventes" in foerst.svar
    assert "(FRKM126)" in str(foerst.tal.kilder), "what is expected has its source too"
    # the same number stands where the arrow leads
    assert foerst.tal.link == foerst.filters.link("kort")
    assert headline_numbers(foerst.filters, data)[0].vaerdi == foerst.tal.vaerdi


def test_the_four_questions_stand_beside_it_as_they_did(data):
    koder = [en.kode for en in overblik.questions(Filters(dag=I_DAG), data)]
    assert koder == ["udbudt", "fandt", "uddannelse", "penge"]
    ydernumre = [en for en in laes("offentlig/udbud") if en["enhed"] == "ydernummer"]
    stoerst = max(ydernumre, key=lambda en: int(en["antal"]))
    assert stoerst["antal"] == "87"
    for struktur, hvor in (("2007", ""), ("2027", " i Region Sjælland")):
        udbudt = overblik.questions(Filters(struktur=struktur, dag=I_DAG), data)[0].svar
        assert f"({stoerst['antal']} på én gang{hvor} i {stoerst['opslag_dato'][:4]})" in udbudt
    assert overblik.lead(Filters(dag=I_DAG), data).kode not in koder


def test_where_all_tenders_are_known_they_come_first(data):
    assert overblik.lead(Filters(datasaet="eksempel", dag=I_DAG), data) is None
    assert default_indicator("eksempel", data) == bare(data, datasaet="eksempel").indikator == "udbudte_ydernumre"


def test_a_bare_map_of_public_data_is_the_layer_known_of_every_area(data):
    for niveau in ("", "kommune", "region"):
        filters = bare(data, datasaet="offentlig", niveau=niveau)
        assert filters.indikator == KENDT_OVERALT
        assert visninger.build("kort", filters, data).figure is not None
        assert not visninger.build("rangliste", filters, data).withheld
    # what is chosen is chosen
    assert bare(data, datasaet="offentlig", indikator="udbudte_ydernumre").indikator == "udbudte_ydernumre"


OFFICIELLE = (
    *("andel_65plus_pct", "andel_65_79_pct", "andel_80plus_pct", "indbyggere_80plus", "vaekst_80plus_pct"),
    *("aendring_65plus_point", "aendring_65_79_point", "aendring_80plus_point", "andel_med_laegekontakt_pct"),
    "indbyggere",
)
NIVEAUER = ("kommune", "sundhedsraad", "region", "videreuddannelsesregion")
LAG = [*product(("offentlig", "eksempel"), ("2007", "2027"), NIVEAUER)]


@pytest.mark.parametrize(("datasaet", "struktur", "niveau"), LAG)
def test_official_layers_are_known_for_all_areas_on_the_map(data, niveau, struktur, datasaet):
    antal = len(orakel.omraader(niveau, struktur))
    for indikator in some(OFFICIELLE, 4, LAG.index((datasaet, struktur, niveau))):
        filters = Filters(niveau, struktur, datasaet=datasaet, indikator=indikator, dag=I_DAG)
        view = visninger.build("kort", filters, data)
        assert f"Kendt for {antal} af {antal} " in view.coverage, indikator
        assert not view.figure.symboler and not visninger.build("rangliste", filters, data).withheld
    assert niveau != "kommune" or antal == 98
