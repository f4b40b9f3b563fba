"""Slides made before they are asked for: a press of a key then only sends what is finished."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from threading import Thread

from geo.former import active_basemap
from queries.database import Snapshot
from ui.koe import turn
from ui.praesentation.fremvisninger import Fremvisning
from views.fremvisning import lysbillede_dias
from views.fremvisning.lysbillede import Skaerm
from views.fremvisning.lysbillede_dias import Lysbillede
from views.fremvisning.praesentation import Dias
from views.sprog.markdown import harmless

_i_gang: set[tuple[str, Skaerm]] = set()


def prepared(fremvisning: Fremvisning, nr: int, omraade: str | None, skaerm: Skaerm) -> Lysbillede:
    """Slide `nr`, remembered with the version of the data. Shared: never change it."""
    dias, kort = fremvisning.deck.dias[nr], active_basemap().version
    return fremvisning.data.once(make, dias, fremvisning.datasaet, fremvisning.dag, omraade, skaerm, kort)


def make(
    dias: Dias, datasaet: str, dag: date, omraade: str | None, skaerm: Skaerm, _grundkort: str, data: Snapshot
) -> Lysbillede:
    """A slide in a window, for `Snapshot.once`."""
    billede = lysbillede_dias.shown(dias, datasaet, dag, omraade, skaerm, data)
    view = billede.view and replace(billede.view, figure=harmless(billede.view.figure))
    return replace(billede, view=view, figur=harmless(billede.figur))


def warm_all(fremvisning: Fremvisning, skaerm: Skaerm, then: Callable[[Fremvisning, int], object]) -> None:
    """Make all slides of the show for this window behind the scenes, those that come next first; once. `then`: what
    else is made of each of them."""
    if (fremvisning.id, skaerm) in _i_gang:
        return
    if len(_i_gang) > 500:
        _i_gang.clear()
    _i_gang.add((fremvisning.id, skaerm))
    Thread(target=_warm, args=(fremvisning, skaerm, then), daemon=True).start()


def _warm(fremvisning: Fremvisning, skaerm: Skaerm, then: Callable[[Fremvisning, int], object]) -> None:
    begyndt, antal = fremvisning.stilling.nr, len(fremvisning.deck.dias)
    numre = [(begyndt + skridt) % antal for skridt in range(antal)]
    # one turn a slide: visitors' scripts wait in the same queue
    for nr in numre:
        with turn():
            prepared(fremvisning, nr, None, skaerm)
    for nr in numre:
        with turn():
            then(fremvisning, nr)
