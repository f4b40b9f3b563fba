"""The View: the joint of the house. A page renders it, a slide renders it large, an exporter writes it."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import pandas as pd

from views.faelles.figur_i_ord import in_words
from views.faelles.filtre import Filters
from views.figur.model import Figur
from views.sprog import dansk, ord
from views.sprog.markdown import Markdown


@dataclass(frozen=True)
class Kilde:
    """A source as shown to people. `url` is "" when it is not on the net; `dato` is Danish text or "udateret"."""

    titel: str
    udgiver: str
    dato: str
    url: str


class Form(StrEnum):
    """What of a View is there to see; the rest of it stands behind or beside."""

    TILBAGEHOLDT = "tilbageholdt"  # the reason why it is not shown on these data
    FIGUR = "figur"
    LISTE = "liste"  # points in words, which may have the same in numbers behind them
    TABEL = "tabel"  # the table; `text` introduces it
    TEKST = "tekst"  # words alone
    TOM = "tom"  # nothing; `note` says why


@dataclass(frozen=True, kw_only=True)
class View:
    """A figure with all that is needed to trust it.

    Every text in it is plain, and shown as it is, apart from `text`.
    figure: what is drawn (views/figur/model.py), or None when there is nothing to draw (then `withheld` or `note` says
    why, or `text` stands in its place: Markdown, for what sources say in words and for lists).
    alt: what kind of figure it is, for `in_words`.
    table: the same numbers with Danish column names, raw values; column -> number of decimals in `decimals`.
    withheld: the Danish reason why a rate, ranking or comparison is not shown on these data; "" when it is shown.
    coverage: what is and is not known ("kendt for 12 af 17 sundhedsråd ..."). as_of: Danish date text.
    date_columns: columns of ISO dates as precise as their source; link_column: a column of addresses, "" for none;
    missing: what a cell without a value says. trend: for each row of the table its values by year, drawn tiny beside
    it (None for an unknown year); () when that would say more than is known. lister: (row, column) -> the address, from
    the root of the site, of the list of exactly the rows behind that number; what is not there has none.
    example: the numbers are invented and must say so. scenarie: they are computed from assumptions and must say so.
    taler: what a speaker has at hand with it, where a deck says nothing of its own.
    Whoever shows a View says its `advarsler`: page, slide, paper and every file.
    """

    id: str
    title: str
    subtitle: str
    figure: Figur | None
    table: pd.DataFrame
    alt: str
    definition: str
    sources: tuple[Kilde, ...]
    as_of: str
    link: str
    filters: Filters
    coverage: str = ""
    geography: str = ""
    decimals: dict[str, int] = field(default_factory=dict)
    withheld: str = ""
    note: str = ""
    text: Markdown = Markdown("")
    date_columns: tuple[str, ...] = ()
    link_column: str = ""
    missing: str = dansk.INGEN_DATA
    trend: tuple[tuple[float | None, ...], ...] = ()
    lister: dict[tuple[int, str], str] = field(default_factory=dict)
    scenarie: bool = False
    taler: str = ""

    @property
    def advarsler(self) -> tuple[str, ...]:
        """What must stand wherever its numbers do."""
        return (ord.EKSEMPEL_ADVARSEL,) * self.example + (ord.SCENARIE_MAERKE,) * self.scenarie

    @property
    def advarsel(self) -> str:
        """The same in one line; "" when there is nothing to say."""
        return " · ".join(self.advarsler)

    @property
    def example(self) -> bool:
        """Are these invented numbers?"""
        return self.filters.datasaet == "eksempel"

    @cached_property
    def in_words(self) -> str:
        """The figure for those who do not see it: the finding, what is drawn, and three of its numbers."""
        return self.alt if self.figure is None else in_words(self.title, self.alt, self.figure)

    @property
    def form(self) -> Form:
        """What there is to see, on a page, on a slide and on paper."""
        if self.withheld:
            return Form.TILBAGEHOLDT
        if self.figure is not None:
            return Form.FIGUR
        if self.text.startswith("- "):
            return Form.LISTE
        if not self.table.empty:
            return Form.TABEL
        return Form.TEKST if self.text else Form.TOM

    def cell_text(self, kolonne: str, vaerdi) -> str:
        """A cell of the table in Danish, wherever it is read: numbers with their decimals, dates as precise as they
        are, the view's word where there is no value. An empty text is empty, for nobody has said anything."""
        if dansk.is_missing(vaerdi):
            return self.missing
        if kolonne in self.date_columns:
            return dansk.day(str(vaerdi))
        if kolonne in self.decimals and not isinstance(vaerdi, str):
            return dansk.number(float(vaerdi), self.decimals[kolonne])
        if isinstance(vaerdi, float):
            return dansk.number(float(vaerdi), 0 if vaerdi == round(vaerdi) else 1)
        return str(vaerdi)

    @property
    def source_line(self) -> str:
        """ "Kilde: PLO og 11 andre · opgjort pr. maj 2019 · geografi: generaliseret kort". The others are
        publishers: two tables of one are one who says it."""
        geografi = f" · geografi: {self.geography}" if self.geography else ""
        if not self.sources:
            return f"Kilde: ingen poster i perioden{geografi}"
        antal = len({en.udgiver for en in self.sources}) - 1
        flere = "" if antal == 0 else " og én anden" if antal == 1 else f" og {antal} andre"
        return f"Kilde: {self.sources[0].udgiver}{flere} · opgjort pr. {self.as_of}{geografi}"


@dataclass(frozen=True)
class Tal:
    """One large number: its value as Danish text, unit, what it counts, its date ("" when there is no figure to date),
    and sources (the main one first). link: the address, from the root of the site, where the same number stands; liste:
    that of the list of exactly the rows behind it, "" when there is none."""

    overskrift: str
    vaerdi: str
    enhed: str
    forklaring: str
    opgjort: str
    kilder: tuple[Kilde, ...]
    link: str
    liste: str = ""


@dataclass(frozen=True)
class Ukendt:
    """What a register lacks, in Danish."""

    overskrift: str
    tekst: str
