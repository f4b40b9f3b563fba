"""What the child writes and the parent reads: lines of JSON. A sheet is a line about it and a line for each row; the
last line has the remarks. So neither side holds the whole of it twice, and an answer that stops short is noticed."""

from collections.abc import Iterable, Iterator

import orjson

from data.regneark.ark import Ark, FilFejl, Indhold

HUKOMMELSE = 3  # the child's exit code when it ran out of memory


class Ugyldigt(Exception):
    """What came is not an answer."""


def lines(indhold: Indhold) -> Iterator[bytes]:
    """An answer, line by line."""
    for ark in indhold.ark:
        om = {
            "navn": ark.navn,
            "skjult": ark.skjult,
            "flettede": ark.flettede,
            "komma": ark.komma,
            "skjulte_raekker": ark.skjulte_raekker,
            "uden_vaerdi": ark.uden_vaerdi,
            "links": [(*sted, adresse) for sted, adresse in ark.links.items()],
        }
        yield orjson.dumps({"ark": om}) + b"\n"
        for raekke in ark.raekker:
            yield orjson.dumps(raekke) + b"\n"
    yield orjson.dumps({"bemaerkninger": indhold.bemaerkninger}) + b"\n"


def refusal(tekst: str) -> bytes:
    """The answer that the file cannot be read."""
    return orjson.dumps({"fejl": tekst}) + b"\n"


def content(linjer: Iterable[bytes]) -> Indhold:
    """The answer put together again; equal texts are one. Raises FilFejl for a refusal, Ugyldigt for anything else."""
    ark: list[Ark] = []
    kendte: dict[str | None, str | None] = {}
    try:
        for linje in linjer:
            fundet = orjson.loads(linje)
            if isinstance(fundet, list):
                ark[-1].raekker.append([kendte.setdefault(celle, celle) for celle in fundet])
            elif "fejl" in fundet:
                raise FilFejl(fundet["fejl"])
            elif "bemaerkninger" in fundet:
                return Indhold(ark, fundet["bemaerkninger"])
            else:
                ark.append(_sheet(**fundet["ark"]))
    except (orjson.JSONDecodeError, IndexError, KeyError, TypeError, ValueError) as fejl:
        raise Ugyldigt(repr(fejl)) from fejl
    raise Ugyldigt("the answer stops short")


def _sheet(*, flettede, skjulte_raekker, uden_vaerdi, links, **resten) -> Ark:
    return Ark(
        raekker=[],
        flettede=tuple(map(tuple, flettede)),
        skjulte_raekker=tuple(skjulte_raekker),
        uden_vaerdi=tuple(map(tuple, uden_vaerdi)),
        links={(raekke, kolonne): adresse for raekke, kolonne, adresse in links},
        **resten,
    )
