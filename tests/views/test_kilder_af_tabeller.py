"""Who says so, and as of when? Tables of many figures of several areas, against the rows of the CSV files."""

from itertools import chain

import pytest

from tests.queries.orakel import omraader
from tests.sweep import some
from tests.views.bygget import built
from tests.views.test_kilder_af_raekker import (
    DATASAET,
    SAGER,
    beside,
    by_name,
    check,
    filters,
    known,
    of_area,
    seen,
)
from views.omraade.sammenligning import chosen_areas

DELT = [en for en in SAGER if en[0][0] in ("region", "sundhedsraad")][::4]


DELE = [(en, d) for nr, en in enumerate(DELT) for d in some(DATASAET, 1, nr)]


@pytest.mark.parametrize(("sag", "datasaet"), some(DELE, 2))
def test_the_parts_of_an_area_have_the_sources_of_each_figure(sag, datasaet):
    f = filters(datasaet, sag)
    view = built("omraadedele", f)
    niveau = "kommune" if f.niveau == "sundhedsraad" else "sundhedsraad"
    hele = omraader(f.niveau, f.struktur)[f.omraade]
    dele = [en for en, koder in omraader(niveau, f.struktur).items() if koder <= hele]
    poster = []
    for indikator in (by_name(en) for en in list(view.table)[1:]):
        vist = known(indikator, seen(indikator, f.on(niveau=niveau)), niveau)
        poster += chain.from_iterable(of_area(indikator, f, en, niveau) for en in dele if en in vist)
        if f.omraade in known(indikator, seen(indikator, f)):
            poster += of_area(indikator, f, f.omraade)
    check(view, poster)


@pytest.mark.parametrize("datasaet", DATASAET)
@pytest.mark.parametrize("sag", some(SAGER, 1))
def test_areas_side_by_side_have_the_sources_of_each_figure(sag, datasaet):
    f = filters(datasaet, sag)
    view = built("sammenligning", f)
    egne, landets = [], []
    for indikator in (by_name(en) for en in view.table["Nøgletal"]):
        for omraade in chosen_areas(f):
            niveau = next(en for en in ("kommune", "sundhedsraad", "region", "videreuddannelsesregion")
                          if omraade in omraader(en, f.struktur))  # fmt: skip
            if omraade in known(indikator, seen(indikator, f.on(niveau=niveau)), niveau):
                egne += of_area(indikator, f, omraade, niveau)
        landets += of_area(indikator, f, "land", "land") if known(indikator, seen(indikator, f), "land") else []
    check(view, [*egne, *landets], beside(egne, landets))
