"""What reading a file gives: its sheets as text, and what a text alone cannot tell."""

from dataclasses import dataclass, field


class FilFejl(Exception):
    """The file cannot be read. The text is for the user, without the file's name."""


@dataclass
class Ark:
    """A sheet: rows of text as they stand, row 1 first; None is an empty cell.

    An error of Excel stands as its code (#N/A), a date cell shown to the month as 2026-05, one shown to the day as
    2026-05-05, a number shown in per cent as "12 %". `flettede`: merged ranges as (first row, first column, last row,
    last column), counted from 1. `komma`: a point in a number is a decimal sign. `skjulte_raekker`: rows that are
    hidden or filtered away. `uden_vaerdi`: cells (row, column) whose formula has no stored result. `links`: the address
    behind a cell (row, column), where the cell shows something else.
    """

    navn: str
    raekker: list[list[str | None]]
    skjult: bool = False
    flettede: tuple[tuple[int, int, int, int], ...] = ()
    komma: bool = False
    skjulte_raekker: tuple[int, ...] = ()
    uden_vaerdi: tuple[tuple[int, int], ...] = ()
    links: dict[tuple[int, int], str] = field(default_factory=dict)


@dataclass
class Indhold:
    """The sheets of a file and what to tell about how it was read."""

    ark: list[Ark]
    bemaerkninger: list[str] = field(default_factory=list)
