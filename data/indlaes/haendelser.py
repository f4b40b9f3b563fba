"""The event log of a tender, filled in where the sheets leave it open.

People keep one row for each tender. A tender without events gets those its own row tells of, and a tender whose status
has moved on gets one more event; whether that is an allowed step is judged by the same rules as everything else.
"""

from collections import defaultdict
from typing import NamedTuple

from data.indlaes.laesning import Sted, Tabel

OPSLAG = ("opslaaet", "genopslag")


class Udbud(NamedTuple):
    """What the event log follows from, of a tender's row."""

    udbud_id: str | None
    art: str | None
    opslag_dato: str | None
    antal_ansoegere: str | None
    status: str | None
    status_dato: str | None
    kilde_id: str | None


def fill_events(udbud: Tabel, haendelser: Tabel, kolonner: list[str], overgange: set[tuple]) -> tuple[Tabel, int]:
    """The event log of these tenders, in their order, and how many events were filled in."""
    gamle: dict[str, list[tuple[dict, Sted | None]]] = defaultdict(list)
    for nr, vaerdier in enumerate(zip(*haendelser.celler.values())):
        raekke = dict(zip(haendelser.celler, vaerdier))
        gamle[raekke["udbud_id"]].append((raekke, haendelser.steder[nr]))
    raekker: list[tuple[dict, Sted | None]] = []
    tilfoejet = 0
    set_foer: set[str | None] = set()
    for post, sted in zip(map(Udbud, *(udbud.celler[navn] for navn in Udbud._fields)), udbud.steder):
        forloeb = gamle.pop(post.udbud_id, [])
        if forloeb:
            _number(forloeb, post)
        # an id that stands twice is refused where it stands, not in events made of it
        nye = [] if post.udbud_id in set_foer else _missing(post, [raekke for raekke, _ in forloeb], overgange)
        set_foer.add(post.udbud_id)
        raekker += forloeb
        raekker += [(en, sted) for en in nye]
        tilfoejet += len(nye)
    # events of unknown tenders stay, so that the rules can refuse them in their row
    raekker += [en for forloeb in gamle.values() for en in forloeb]
    celler = {navn: [raekke.get(navn) for raekke, _ in raekker] for navn in kolonner}
    return Tabel(celler, [sted for _, sted in raekker]), tilfoejet


def _number(forloeb: list[tuple[dict, Sted | None]], udbud: Udbud) -> None:
    """Events without a number follow each other as they stand, and without a source have that of their tender."""
    nummereret = any(raekke["raekkefoelge"] for raekke, _ in forloeb)
    for nr, (raekke, _) in enumerate(forloeb, 1):
        if not nummereret:
            raekke["raekkefoelge"] = str(nr)
        raekke["kilde_id"] = raekke["kilde_id"] or udbud.kilde_id


def _missing(udbud: Udbud, forloeb: list[dict], overgange: set[tuple]) -> list[dict]:
    if not udbud.status or not udbud.udbud_id:
        return []
    if forloeb:
        sidste = max(forloeb, key=_place)
        if (sidste["status"], sidste["dato"]) == (udbud.status, udbud.status_dato):
            return []
        return [_event(udbud, _place(sidste) + 1, udbud.status, udbud.status_dato)]
    opslag = "genopslag" if udbud.art == "genopslag" else "opslaaet"
    if udbud.opslag_dato and udbud.status not in OPSLAG and (opslag, udbud.status) in overgange:
        return [
            _event(udbud, 1, opslag, udbud.opslag_dato),
            _event(udbud, 2, udbud.status, udbud.status_dato),
        ]
    return [_event(udbud, 1, udbud.status, udbud.status_dato)]


def _place(haendelse: dict) -> int:
    nummer = haendelse["raekkefoelge"] or ""
    return int(nummer) if nummer.isdigit() else 0


def _event(udbud: Udbud, nr: int, status: str, dato: str | None) -> dict:
    return {
        "udbud_id": udbud.udbud_id,
        "raekkefoelge": str(nr),
        "status": status,
        "dato": dato,
        "antal": udbud.antal_ansoegere if status == "ansoegere" else None,
        "kilde_id": udbud.kilde_id,
    }
