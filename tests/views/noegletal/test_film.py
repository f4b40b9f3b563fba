"""The map year by year: a picture of each year with a figure, and enlarged around a chosen area as the map is."""

import pandas as pd
import pytest

from tests.dag import I_DAG
from tests.queries import orakel
from tests.views.figurer import sent
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.noegletal import kort
from views.sprog.ord import EKSEMPEL_ADVARSEL

AAR = {"offentlig": (2018, 2020), "eksempel": (2024, 2026)}


@pytest.mark.parametrize("indikator", ["laegedaekningstruet", "andel_runder_uden_ansoegere", "pulje_beloeb"])
@pytest.mark.parametrize("datasaet", AAR)
def test_the_film_has_a_picture_of_each_year_with_a_figure(data, datasaet, indikator):
    fra, til = AAR[datasaet]
    filters = Filters("kommune", datasaet=datasaet, indikator=indikator, fra=fra, til=til, dag=I_DAG)
    view = kort.film_view(filters, data)
    if view.withheld:
        assert datasaet == "offentlig" and indikator == "andel_runder_uden_ansoegere" and view.figure is None
        return
    assert view.sources and "http" not in sent(view)
    assert (EKSEMPEL_ADVARSEL in view.subtitle) == (datasaet == "eksempel")
    assert ("ikke en udvikling" in view.note) == (datasaet == "offentlig")
    billeder = view.figure.billeder
    aarene = [billede.navn for billede in billeder]
    assert aarene == [*view.table.columns[1:]] and len(aarene) > (datasaet == "eksempel")
    for billede in billeder:
        assert [en.etiket for en in billede.klasser] == [en.etiket for en in billeder[0].klasser]
        tegnet = [omraade for klasse in billede.klasser for omraade in klasse.omraade_ids]
        assert sorted(tegnet) == sorted(billede.hover) == sorted(orakel.omraader("kommune", "2007"))
        tal = indicator_values(filters.on(fra=int(billede.navn), til=int(billede.navn)), data)
        pd.testing.assert_series_equal(view.table[billede.navn], tal.omraader["vaerdi"], check_names=False)


@pytest.mark.parametrize(("niveau", "omraade"), [("kommune", "550"), ("sundhedsraad", "fyn"), ("region", "1085")])
def test_the_film_is_enlarged_and_outlined_as_the_map_is(data, niveau, omraade):
    filters = Filters(niveau, datasaet="eksempel", fra=2024, til=2026, omraade=omraade, dag=I_DAG)
    film, kortet = kort.film_view(filters, data).figure, kort.map_view(filters, data).figure
    assert film.udsnit == kortet.udsnit is not None and film.valgte == kortet.valgte == (omraade,)
    assert film.navne == kortet.navne
    assert kort.film_view(filters.on(omraade=""), data).figure.udsnit is None
    assert len(film.billeder) == 3
