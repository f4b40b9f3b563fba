"""How long the files take: `python -m tests.last.eksport`. The views are built before the clock starts."""

import time
from collections.abc import Callable

from export import samlet
from export.dias import slides
from export.filer import billede, regneark
from export.om import about
from export.papir import rapport
from queries.standard import newest
from tests.dag import I_DAG, NU
from views.faelles.filtre import Filters
from views.fremvisning import praesentation

GENTAGELSER = 3


def timed(navn: str, goer: Callable[[], bytes], hoejst: float | None = None) -> None:
    """Print the median of some runs after a first one, and the size."""
    fil = goer()
    tider = []
    for _ in range(GENTAGELSER):
        start = time.perf_counter()
        fil = goer()
        tider.append(time.perf_counter() - start)
    tid = sorted(tider)[GENTAGELSER // 2]
    krav = f"  (at most {hoejst:g} s)" if hoejst else ""
    print(f"{navn:<44} {tid:6.2f} s {len(fil) / 1000:8.0f} kB{krav}")


def main() -> None:
    """Every kind of file on both datasets."""
    data = newest()
    om = about(data, NU)
    deck = praesentation.read_deck(praesentation.STANDARD, data, I_DAG)
    for datasaet in ("offentlig", "eksempel"):
        omraade = Filters(niveau="sundhedsraad", omraade="soenderjylland", datasaet=datasaet, dag=I_DAG)
        views = samlet.area_views(omraade, data)
        kort = praesentation.Dias("kort", (("niveau", "kommune"),)).build(datasaet, I_DAG, data)
        dias = praesentation.built(deck, datasaet, I_DAG, data)
        timed(f"{datasaet}: default deck, pptx", lambda d=dias: slides.slides(deck.titel, d, om), 3)
        timed(f"{datasaet}: default deck, handout", lambda ds=datasaet: rapport.handout(deck, ds, om, data))
        timed(f"{datasaet}: area report, pdf", lambda f=omraade: rapport.area_report(f, om, data))
        timed(f"{datasaet}: workbook of the area", lambda v=views: regneark.workbook(v, om))
        timed(f"{datasaet}: area zip", lambda f=omraade: samlet.area_zip(f, om, data), 6)
        timed(f"{datasaet}: map of 98 kommuner, png", lambda k=kort: billede.png(k, om))
        timed(f"{datasaet}: map of 98 kommuner, svg", lambda k=kort: billede.svg(k, om))
        timed(f"{datasaet}: map of 98 kommuner, pptx", lambda k=kort: slides.slides("Kort", [(k, "", "")], om))


if __name__ == "__main__":
    main()
