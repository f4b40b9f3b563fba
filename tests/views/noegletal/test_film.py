"""The map year by year: a frame for each year with a figure, and enlarged around a chosen area as the map is."""

import pandas as pd
import pytest

from tests.queries import orakel
from tests.views.figurer import sent
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.noegletal import kort
from views.sprog.ord import EKSEMPEL_ADVARSEL

AAR = {"offentlig": (2018, 2020), "eksempel": (2024, 2026)}


@pytest.mark.parametrize("indikator", ["laegedaekningstruet", "pulje_kr_pr_indbygger", "pulje_beloeb"])
@pytest.mark.parametrize("datasaet", AAR)
def test_the_film_has_a_frame_for_each_year_with_a_figure(data, datasaet, indikator):
    fra, til = AAR[datasaet]
    filters = Filters("kommune", datasaet=datasaet, indikator=indikator, fra=fra, til=til)
    view = kort.film_view(filters, data)
    if view.withheld:
        assert datasaet == "offentlig" and indikator == "pulje_kr_pr_indbygger" and view.figure is None
        return
    assert view.sources and "http" not in sent(view)
    assert (EKSEMPEL_ADVARSEL in view.subtitle) == (datasaet == "eksempel")
    assert ("ikke en udvikling" in view.note) == (datasaet == "offentlig")
    aarene = [frame["name"] for frame in view.figure["frames"]]
    assert aarene == [*view.table.columns[1:]] and len(aarene) > (datasaet == "eksempel")
    klasser = [(spor["name"], spor["showlegend"]) for spor in view.figure["data"] if spor["type"] == "choropleth"]
    for frame in view.figure["frames"]:
        assert frame["traces"] == [*range(len(klasser))]
        tegnet = [en for nr, spor in enumerate(frame["data"]) if klasser[nr][1] for en in spor["locations"]]
        assert sorted(tegnet) == sorted(orakel.omraader("kommune", "2007"))
        tal = indicator_values(filters.on(fra=int(frame["name"]), til=int(frame["name"])), data)
        pd.testing.assert_series_equal(view.table[frame["name"]], tal.omraader["vaerdi"], check_names=False)


@pytest.mark.parametrize(("niveau", "omraade"), [("kommune", "550"), ("sundhedsraad", "fyn"), ("region", "1085")])
def test_the_film_is_enlarged_and_outlined_as_the_map_is(data, niveau, omraade):
    filters = Filters(niveau, datasaet="eksempel", fra=2024, til=2026, omraade=omraade)
    film, kortet = kort.film_view(filters, data).figure, kort.map_view(filters, data).figure
    assert film["layout"]["geo"] == kortet["layout"]["geo"]
    assert film["layout"]["geo"] != kort.film_view(filters.on(omraade=""), data).figure["layout"]["geo"]
    omridset = [spor["locations"] for spor in film["data"] if spor.get("marker", {}).get("line", {}).get("width") == 3]
    assert omridset == [[omraade]]
    # frames paint the classes and leave the outline and the names as they are
    klasser = [spor for spor in film["data"] if "name" in spor]
    assert film["data"][: len(klasser)] == klasser
    assert all(frame["traces"] == [*range(len(klasser))] for frame in film["frames"])
    assert len(film["frames"]) == 3
