"""What Views remember goes with the version of the data, and nothing of them holds on to it."""

import gc
import weakref

from queries.database import Database
from queries.standard import DATABASE, newest
from tests.dag import I_DAG
from tests.sweep import some
from ui.praesentation.enkelt import single_view
from views.faelles.filtre import Filters
from views.fremvisning import visninger
from views.fremvisning.efterproev import OMRAADETS_EGNE, SIDERNES_EGNE


def test_every_kind_of_view_lets_go_of_the_version_it_was_made_of():
    newest()
    data = Database(DATABASE.fil).snapshot()
    svag = weakref.ref(data)
    valg = Filters(niveau="sundhedsraad", struktur="2007", datasaet="eksempel", omraade="soenderjylland", dag=I_DAG)
    gc.collect()
    gc.disable()  # as in a server, whose heap is frozen
    try:
        sidernes = [byg for dele in (SIDERNES_EGNE | OMRAADETS_EGNE).values() for byg in dele]
        for byg in some([*map(single_view, visninger.VISNINGER), *sidernes], 30):
            data.once(_made, byg, valg)
        del data
        assert svag() is None
    finally:
        gc.enable()


def _made(byg, filters, data):
    return byg(filters, data)
