"""What Views remember goes with the version of the data, and nothing of them holds on to it."""

import gc
import weakref

from queries.database import Database
from queries.standard import DATABASE, newest
from ui.praesentation.enkelt import single_view
from views.faelles.filtre import Filters
from views.fremvisning import visninger


def test_every_kind_of_view_lets_go_of_the_version_it_was_made_of():
    newest()
    data = Database(DATABASE.fil).snapshot()
    svag = weakref.ref(data)
    valg = Filters(niveau="sundhedsraad", struktur="2007", datasaet="eksempel", omraade="soenderjylland")
    gc.collect()
    gc.disable()  # as in a server, whose heap is frozen
    try:
        for visning in visninger.VISNINGER:
            data.once(_made, single_view(visning), valg)
        del data
        assert svag() is None
    finally:
        gc.enable()


def _made(byg, filters, data):
    return byg(filters, data)
