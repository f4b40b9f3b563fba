"""What a plain address asks for: one View with its choices. Whatever is not understood is refused, never guessed."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from queries.database import Snapshot
from views.balance.balance import assumptions_of, canonical
from views.balance.scenarie import UkendtScenarie, parse
from views.faelles.filtre import Filters
from views.faelles.koder import FELTER, HJAELP, NAEVNT, understood
from views.faelles.view import View
from views.fremvisning import visninger
from views.fremvisning.visninger import VISNINGER
from views.sprog.markdown import shown_code

VEJ = " Åbn siden uden valg, og vælg i dens lister."


class Afvist(Exception):
    """What cannot be answered; its text is one or more Danish sentences, `status` the number of the answer."""

    def __init__(self, saetning: str, status: int = 400):
        super().__init__(saetning)
        self.status = status


def known_view(visning: str) -> None:
    """Raises Afvist when no View has the id."""
    if not visninger.is_known(visning):
        raise Afvist(f"Der er ingen visning, der hedder »{shown_code(visning)}«. De står alle på /v.", 404)


def choices(par: Sequence[tuple[str, str]], data: Snapshot, dag: date) -> Filters:
    """The choices that the parameters name, on a day; an empty one is none. Raises Afvist for a name, a code or a
    scenario that is not known, and for one that is named twice."""
    if ukendt := next((navn for navn, _ in par if navn not in FELTER), ""):
        raise Afvist(f"»{shown_code(ukendt)}« er intet valg her. Der findes: {', '.join(FELTER)}.")
    if flere := next((navn for navn, antal in Counter(navn for navn, _ in par).items() if antal > 1), ""):
        raise Afvist(f"{flere} står flere gange i adressen; skriv det én gang.")
    koder = dict(par)
    filters, afvist = understood({navn: koder.get(navn, "").strip() for navn in FELTER}, data, dag)
    if afvist:
        raise Afvist(" ".join(_why_not(navn, kode) for navn, kode in afvist.items()))
    filters = canonical(filters, data)
    if filters.scenarie:
        try:
            parse(filters.scenarie, assumptions_of(filters.datasaet, data)[0])
        except UkendtScenarie as fejl:
            raise Afvist(str(fejl)) from fejl
    return filters


def built(visning: str, filters: Filters, data: Snapshot) -> View:
    """The View of a known id. Raises Afvist when it is about one area and none is named, or the data have nothing of
    its kind."""
    if visning in VISNINGER and VISNINGER[visning].kraever_omraade and not filters.omraade:
        raise Afvist("Visningen er om ét område: føj fx omraade=fyn til adressen.")
    view = data.once(_build, visning, filters)
    if view is None:
        raise Afvist(f"Data har intet til »{visninger.name_of(visning)}« med disse valg.", 404)
    return view


def _build(visning: str, filters: Filters, data: Snapshot) -> View | None:
    return visninger.build(visning, filters, data)


def _why_not(navn: str, kode: str) -> str:
    hjaelp = f" {HJAELP[navn]}" if navn in HJAELP else ""
    return f"»{shown_code(kode)}« kendes ikke ({NAEVNT.get(navn, FELTER[navn]).lower()}).{hjaelp}{VEJ}"
