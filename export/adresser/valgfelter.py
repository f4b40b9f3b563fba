"""The choices of a View as a plain form: what is chosen is in the address that the browser asks for next."""

from collections.abc import Iterable, Mapping

import queries
from export.tegning import html
from geo import niveauer
from queries.database import Snapshot
from views.faelles.filtre import ALLE, KUN, Filters
from views.faelles.koder import FELTER
from views.faelles.view import View
from views.fremvisning.parametre import parameters
from views.fremvisning.praesentation import area_choices
from views.sprog.ord import DATASAET

UDEN = {
    "omraade": niveauer.HELE_LANDET,
    "sammenlign": "Intet",
    "fra": "Første år",
    "til": "Sidste år",
    "pulje": "Nyeste",
}


def choice_form(view: View, data: Snapshot) -> str:
    """Lists of what can be chosen; what is chosen by no list (a scenario, a day, areas side by side) goes along."""
    filters = view.filters
    felter = parameters(view.id)
    valgt = {navn: str(en) for navn, en in filters.named().items()}
    lister = {navn: dict(options(navn, filters, data)) for navn in felter}
    lister = {navn: en for navn, en in lister.items() if len(en) > 1}
    faste = {navn: en for navn, en in valgt.items() if navn not in lister}
    if "omraade" in lister and filters.omraade:  # a group of the reader's own is in no list
        lister["omraade"].setdefault(filters.omraade, filters.area_name())
    return (
        "<form>"
        + "".join(f"<input type=hidden name={navn} value={html.attribute(en)}>" for navn, en in faste.items())
        + "".join(_select(navn, en, valgt.get(navn, "")) for navn, en in lister.items())
        + "<button>Vis</button></form>"
    )


def _select(navn: str, mulige: Mapping[str, str], valgt: str) -> str:
    linjer = "".join(
        f"<option value={html.attribute(kode)}{' selected' if kode == valgt else ''}>{html.safe(ord_)}"
        for kode, ord_ in mulige.items()
    )
    return f"<label>{html.safe(FELTER[navn])}<select name={navn}>{linjer}</select></label>"


def options(navn: str, filters: Filters, data: Snapshot) -> Iterable[tuple[str, str]]:
    """The codes of a choice and what they are called; none for a choice that has no list."""
    if navn in UDEN:
        yield "", UDEN[navn]
    if navn == "omraade":
        yield from ((kode, en) for kode, en in area_choices() if kode)
    elif navn == "sammenlign":
        yield from ((kode, en.navn) for kode, en in niveauer.areas(filters.niveau, filters.struktur).items())
    elif navn == "niveau":
        yield from ((en.niveau, en.navn) for en in niveauer.levels().values() if en.er_kortniveau)
    elif navn == "struktur":
        yield from ((kode, en.kort_navn) for kode, en in niveauer.structures().items())
    elif navn == "datasaet":
        yield from ((kode, DATASAET[kode]) for kode in queries.datasets(data))
    elif navn in ("indikator", "behov"):
        yield from ((kode, en.navn) for kode, en in queries.catalogue_of(filters.datasaet, data).items())
    elif navn in ("fra", "til"):
        yield from ((str(en), str(en)) for en in queries.dataset_range(filters.datasaet, data))
    elif navn == "pulje":
        yield from queries.pools(filters.datasaet, data)[["pulje_id", "navn"]].itertuples(index=False, name=None)
    elif navn == "kapacitet":
        yield from ((ALLE, "Alle klinikker"), (KUN, "Kun PLO-klinikker"))
