"""The views that most visitors ask for, made before they come: the first ones before the server answers, the rest
quietly while it does."""

import gc
import logging
import threading
import time
from datetime import date

import queries
from data.adgang.bruger import GAEST
from geo import niveauer
from queries.database import Snapshot
from queries.standard import newest, opened
from ui import koe, ur
from ui.adgang.opsaetning import setup
from ui.lager import made
from views.faelles.bag_tallet import list_link
from views.faelles.filtre import Filters
from views.faelles.koder import default_dataset, default_indicator
from views.figur.plotly.tegn import plotly_of
from views.kilder import overblik
from views.noegletal import hovedtal, kort, rangliste, udvikling

LOG = logging.getLogger(__name__)
PAA_KORT = (hovedtal.headline_numbers, kort.map_view, rangliste.ranking_view, udvikling.trend_view, list_link)
EGNE = ("sundhedsraad", "region")
# Making a view takes Python's one lock from those who wait for a page, so it rests as long as it works.
REST = 1
A_MOMENT, LONGEST_WAIT = 0.02, 2  # seconds
NEW_VERSION_SECONDS = 5


def worlds() -> tuple[Snapshot, ...]:
    """The newest data as people see them, those that most see first: where others reach the server, without the own."""
    alt = newest()
    return (alt,) if setup().alene else tuple(dict.fromkeys((opened(GAEST), alt)))


def warm_views() -> None:
    """Build the front page and the default map of the default dataset."""
    i_dag = ur.today()
    for data in worlds():
        datasaet = default_dataset(data)
        valgt = {"datasaet": datasaet, "indikator": default_indicator(datasaet, data)}
        _warm_first(Filters(struktur=niveauer.structure_on(i_dag), dag=i_dag, **valgt), data)


def _warm_first(standard: Filters, data: Snapshot) -> None:
    for byg in (overblik.lead, overblik.key_numbers, overblik.overview_map):
        made(byg, standard, data)
    for niveau in ("sundhedsraad", "kommune", "region"):
        for byg in PAA_KORT:
            made(byg, standard.on(niveau=niveau), data)
        # in any size: where there is room on a layer, and how wide letters are, is then known for all
        if figur := made(kort.map_view, standard.on(niveau=niveau), data).figure:
            plotly_of(figur)


def settle_heap() -> None:
    """What lives now lives until the next version of the data: the collector need not look at it again before."""
    gc.unfreeze()  # what the old version held in rings is still there
    gc.collect()
    gc.freeze()


class Opvarmning:
    """Builds what Kort shows of every indicator, on every level and in every dataset, and of each area, in a thread of
    its own while nobody waits for a page; again when the data have a new version, and on a new day."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._traad = threading.Thread(target=self._run, name="opvarmning", daemon=True)
        self._varm: tuple[tuple[Snapshot, ...], date] | None = None

    def start(self) -> None:
        """Begin; returns at once."""
        self._traad.start()

    def stop(self) -> None:
        """End after the view that is being made."""
        self._stop.set()
        self._traad.join()

    def is_finished(self) -> bool:
        """Whether all is made of the newest data, as asked today."""
        return self._varm == (worlds(), ur.today())

    def _run(self) -> None:
        while not self._stop.is_set():
            nu = alle, i_dag = worlds(), ur.today()
            if self._varm and self._varm[0] == alle and self._varm != nu:
                for data in alle:
                    data.forget()  # what was asked yesterday is asked no more
            if self._varm != nu and all(self._warm(data, alle, i_dag) for data in alle):
                settle_heap()
                self._varm = nu
            self._stop.wait(NEW_VERSION_SECONDS)

    def _warm(self, data: Snapshot, alle: tuple[Snapshot, ...], i_dag: date) -> bool:
        """Whether it came to the end, while all data were the same and on the same day."""
        try:
            valgene = what_kort_shows(data, i_dag)
        except Exception:
            LOG.exception("Could not begin to warm up")
            return False
        for filters in valgene:
            self._wait_for_a_quiet_moment()
            begyndt = time.monotonic()
            try:
                for byg in PAA_KORT:
                    made(byg, filters, data)
            except Exception:  # whoever opens that page is told; the rest is still worth having
                LOG.exception("Could not warm up %s", filters)
            if self._stop.wait(REST * (time.monotonic() - begyndt)) or (worlds(), ur.today()) != (alle, i_dag):
                return False
        return True

    def _wait_for_a_quiet_moment(self) -> None:
        """Until no page is being made; on a server that never rests, not for ever."""
        senest = time.monotonic() + LONGEST_WAIT
        while not koe.is_idle() and time.monotonic() < senest:
            if self._stop.wait(A_MOMENT):
                return


def what_kort_shows(data: Snapshot, i_dag: date) -> list[Filters]:
    """Every indicator on every level and in every dataset, in the structure of the day; regions in the other too. Then
    the same of each area that people look up their own in; of a kommune it is made when somebody asks."""
    struktur_nu = niveauer.structure_on(i_dag)
    steder = [(en.niveau, struktur_nu) for en in niveauer.levels().values() if en.er_kortniveau]
    steder += [("region", en) for en in niveauer.structures() if en != struktur_nu]
    egne = [(niveau, struktur_nu, omraade) for niveau in EGNE for omraade in niveauer.areas(niveau, struktur_nu)]
    return [
        Filters(niveau, struktur, omraade, datasaet=datasaet, indikator=indikator.noegletal, dag=i_dag)
        for sted in ([(*en, "") for en in steder], egne)
        for datasaet in sorted(queries.datasets(data), key=lambda en: en != default_dataset(data))
        for niveau, struktur, omraade in sted
        for indikator in queries.catalogue_of(datasaet, data).values()
        if indikator.paa_kort
    ]
