"""The map of one year: the classes are those of all years, so that two years can be laid beside each other."""

import pandas as pd
import pytest

from tests.dag import I_DAG
from tests.queries import orakel
from tests.sweep import some
from tests.views.figurer import sent
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.noegletal import kort
from views.sprog.ord import EKSEMPEL_ADVARSEL

AAR = {"offentlig": (2018, 2020), "eksempel": (2024, 2026)}


INDIKATORER = ("laegedaekningstruet", "andel_runder_uden_ansoegere", "pulje_beloeb")


@pytest.mark.parametrize(("datasaet", "indikator"), some([(en, navn) for navn in INDIKATORER for en in AAR], 3))
def test_the_last_year_is_drawn_and_every_year_is_in_the_table(data, datasaet, indikator):
    fra, til = AAR[datasaet]
    filters = Filters("kommune", datasaet=datasaet, indikator=indikator, fra=fra, til=til, dag=I_DAG)
    view = kort.film_view(filters, data)
    if view.withheld:
        assert datasaet == "offentlig" and indikator == "andel_runder_uden_ansoegere" and view.figure is None
        return
    assert view.sources and "http" not in sent(view)
    assert (EKSEMPEL_ADVARSEL in view.subtitle) == (datasaet == "eksempel")
    assert ("ikke en udvikling" in view.note) == (datasaet == "offentlig")
    aarene = [int(en) for en in view.table.columns[1:]]
    assert aarene == sorted(aarene) and str(aarene[-1]) in view.title
    for aar in aarene:
        tal = indicator_values(filters.on(fra=aar, til=aar), data)
        pd.testing.assert_series_equal(view.table[str(aar)], tal.omraader["vaerdi"], check_names=False)
    sidste = kort.map_view(filters.on(fra=aarene[-1], til=aarene[-1]), data).figure
    assert (view.figure.klasser, view.figure.vaerdier) == (sidste.klasser, sidste.vaerdier)
    tegnet = [omraade for klasse in view.figure.klasser for omraade in klasse.omraade_ids]
    assert sorted(tegnet) == sorted(view.figure.hover) == sorted(orakel.omraader("kommune", "2007"))


@pytest.mark.parametrize("niveau", ["sundhedsraad", "region"])
def test_every_year_has_the_same_classes_and_its_numbers_on_the_map(data, niveau):
    filters = Filters(niveau, datasaet="eksempel", dag=I_DAG)
    aarene = [int(en) for en in kort.film_view(filters, data).table.columns[1:]]
    figurer = [kort.map_view(filters.on(fra=aar, til=aar), data).figure for aar in aarene]
    assert len(figurer) > 2 and all(figur.vaerdier for figur in figurer)
    farvede = [[(en.farve, en.etiket) for en in figur.klasser if not en.skraveret] for figur in figurer]
    assert all(en == farvede[0] for en in farvede)
    omraade = next(iter(figurer[0].vaerdier))
    assert len({figur.vaerdier[omraade] for figur in figurer if omraade in figur.vaerdier}) > 1


@pytest.mark.parametrize(("niveau", "omraade"), [("kommune", "550"), ("sundhedsraad", "fyn"), ("region", "1085")])
def test_a_chosen_area_is_outlined_and_enlarged(data, niveau, omraade):
    filters = Filters(niveau, datasaet="eksempel", fra=2024, til=2026, omraade=omraade, dag=I_DAG)
    film, kortet = kort.film_view(filters, data).figure, kort.map_view(filters, data).figure
    assert film.indsat == kortet.indsat is not None and film.valgte == kortet.valgte == (omraade,)
    assert film.udsnit is kortet.udsnit is None, "the country stays"
    assert kort.film_view(filters.on(omraade=""), data).figure.indsat is None
