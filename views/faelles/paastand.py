"""What may be claimed of figures: the one rule, for titles, trends, sentences, ranks, cards, alts and files.

- A series and a verdict end at the last whole year. A year that goes on, rounds that are to come and lots younger than
  the usual time to an outcome are shown, but nothing is concluded from them.
- A verdict needs a change of at least `MINDSTE_AENDRING` of where the series began, and says so.
- "Højest i" needs complete data, every area known, one area alone at the top, and a lead that what is not placed could
  not turn.
- A rank is for rates. A count is mostly the size of its area, and says its share of the country instead.
- A sum over years names the years. A year without a figure has none: no value is carried to another year.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pandas as pd

import queries
from queries.database import Snapshot
from queries.opslag import Indikator
from views.faelles.filtre import Filters
from views.sprog import dansk

MINDSTE_AENDRING = 0.05
# Said where a verdict is, or is missing for this reason.
TAERSKEL = f"En ændring under {MINDSTE_AENDRING * 100:.0f} pct. af udgangspunktet får ingen dom."
VEJ = {True: "den gode vej", False: "den forkerte vej"}
DOM = {True: f"Det er {VEJ[True]}.", False: f"Det er {VEJ[False]}.", None: ""}
IKKE_HELE_AARET = "ikke hele året"
IKKE_AFGJORT = "de nyeste er endnu ikke afgjort"
# Figures of these count what happened in a year; those of the others say how things stood at a date.
HAENDELSER = ("udbud", "pulje", "hu_forloeb")
HAENDELSER_I_ANDRE = ("konverteret_til_plo",)
# What is advertised again counts each time, so years put together are a sum and not a number of posts.
TAELLES_IGEN = ("hu_forloeb",)
# A place says something while no more than this share of what is counted is placed in no area.
MEST_IKKE_PLACERET = 0.10
# They count by outcome, or what has none: the youngest have none because they are young.
UDEN_UDFALD = ("ydernumre_besat", "ydernumre_ikke_besat", "kapaciteter_ikke_besat")


@dataclass(frozen=True)
class Aarene:
    """Which years of a figure can be compared. hele: those that are over and whole; dele: those of which more is to
    come, each with what it lacks in Danish. Any other year of a register is over, but not known to be complete."""

    hele: frozenset[int] = frozenset()
    dele: Mapping[int, str] = field(default_factory=dict, hash=False)

    def text(self, aar: int) -> str:
        """A year as it is called: "2025", "2026 (til og med runde 3)", "2026 (ikke hele året)"."""
        return f"{aar} ({self.dele[aar]})" if aar in self.dele else str(aar)


@dataclass(frozen=True)
class Retning:
    """From the first to the last year that may be compared. `er_godt` is None where nobody may judge: the catalogue
    takes no side, or the change is too small."""

    fra_aar: int
    fra: float
    til_aar: int
    til: float
    er_godt: bool | None

    @property
    def ord(self) -> str:
        """ "steget", "faldet" or "uændret"."""
        return "uændret" if self.til == self.fra else "steget" if self.til > self.fra else "faldet"

    @property
    def aendring(self) -> float:
        """The size of the change as a share of where it began."""
        return abs(self.til - self.fra) / abs(self.fra) if self.fra else float(self.til != self.fra)

    @property
    def er_lille(self) -> bool:
        """Is there a change, but too small for a verdict?"""
        return self.til != self.fra and self.aendring < MINDSTE_AENDRING


def counts_events(indikator: Indikator) -> bool:
    """Does it count what happens, so that a period has a number, and one that goes on has not all of it yet?"""
    return _counts_events(indikator.register, indikator.kolonne)


def _counts_events(register: str, kolonne: str) -> bool:
    return register in HAENDELSER or kolonne in HAENDELSER_I_ANDRE


def adds_up(indikator: Indikator) -> bool:
    """Is the country the sum of its areas, so that an area has a share of it? Not for rates, nor for what is told of a
    single clinic, nor where a number stands for a word."""
    if indikator.er_forhold or indikator.vaerdinavne:
        return False
    return indikator.register != "noegletal" or indikator.sammenlaegning == "sum"


def years_of(indikator: Indikator, filters: Filters, data: Snapshot) -> Aarene:
    """The years of an indicator, on the level and the day of the question."""
    aarene = register_years(indikator.register, filters, data, indikator.kolonne)
    if not indikator.hentes:
        return aarene
    sted = Filters(niveau=filters.niveau, struktur=filters.struktur, datasaet=filters.datasaet, dag=filters.i_dag)
    return replace(aarene, hele=aarene.hele | data.once(_fetched_years, indikator, sted))


def _fetched_years(indikator: Indikator, filters: Filters, data: Snapshot) -> frozenset[int]:
    """The years of which every area has a figure of what is fetched for all at once (a year that is not over is not
    fetched as one): what else its register holds is another matter."""
    aar = [et for et in queries.register_range(indikator.register, filters.datasaet, data) if et <= filters.i_dag.year]
    if not aar:
        return frozenset()
    ramme = queries.figures_by_year(
        indikator.register, indikator.noegletal, filters.niveau, filters.struktur, filters.datasaet, aar, data
    )
    kolonne = indikator.kolonne if indikator.kolonne in ramme else "vaerdi"
    kendt = (
        ramme[~ramme["omraade_id"].isin(("ikke_stedfaestet", "flere_omraader"))]
        .groupby("aar")[kolonne]
        .apply(lambda en: en.notna().all())
    )
    return frozenset(int(et) for et in kendt.index[kendt])


def register_years(register: str, filters: Filters, data: Snapshot, kolonne: str = "") -> Aarene:
    """The years of a register (of one of its figures) on the level and the day of the question. Raises ValueError when
    the day was not told."""
    sted = Filters(niveau=filters.niveau, datasaet=filters.datasaet, dag=filters.i_dag)
    return data.once(_years_of, register, kolonne, sted)


def _years_of(register: str, kolonne: str, filters: Filters, data: Snapshot) -> Aarene:
    aar = queries.register_range(register, filters.datasaet, data)
    dele = {}
    if _counts_events(register, kolonne):
        dele = {et: IKKE_HELE_AARET for et in aar if et >= filters.i_dag.year}
    if register == "hu_forloeb":
        dele |= _rounds_to_come(filters.datasaet, data)
    if kolonne in UDEN_UDFALD:
        dele = {et: IKKE_AFGJORT for et in aar if not _is_settled(et, filters, data)} | dele
    hele = [et for et in aar if et not in dele and et <= filters.i_dag.year]
    return Aarene(queries.complete_years(register, filters.datasaet, filters.niveau, hele, data), dele)


def _rounds_to_come(datasaet: str, data: Snapshot) -> dict[int, str]:
    """The years of HU-forløb that hold forecasts, or fewer rounds than a year has."""
    ramme = queries.hu_years(datasaet, data)
    flest = ramme["runder"].max()
    delvise = ramme[ramme["rummer_prognose"] | ((ramme["runder"] > 0) & (ramme["runder"] < flest))]
    return {
        int(post.aar): f"til og med runde {post.sidste_runde}" if post.runder else "prognose"
        for post in delvise.itertuples()
    }


def _is_settled(aar: int, filters: Filters, data: Snapshot) -> bool:
    """Has the usual time to an outcome passed for every lot of the year? Not when nobody knows what is usual."""
    dage = queries.usual_days_to_outcome(filters.datasaet, data)
    return dage is not None and date(aar, 12, 31) + timedelta(dage) < filters.i_dag


def direction(
    aar: Iterable[int],
    vaerdier: Iterable[float | None],
    lav_er_godt: bool | None,
    decimaler: int = 0,
    hele: Container[int] | None = None,
) -> Retning | None:
    """The direction of a yearly series over the whole years (`Aarene.hele`; None: they all are), compared as they are
    shown; None with fewer than two known ones."""
    kendte = [
        (int(et), round(float(vaerdi), decimaler))
        for et, vaerdi in zip(aar, vaerdier, strict=True)
        if not dansk.is_missing(vaerdi) and (hele is None or int(et) in hele)
    ]
    if len(kendte) < 2:
        return None
    vej = Retning(*kendte[0], *kendte[-1], None)
    if lav_er_godt is None or vej.aendring < MINDSTE_AENDRING:
        return vej
    return Retning(*kendte[0], *kendte[-1], (vej.til < vej.fra) == lav_er_godt)


def outside(aar: Iterable[int], vaerdier: Iterable[float | None], vej: Retning) -> tuple[int, float] | None:
    """The year and value that lies furthest outside what a series began and ended with; None when none does. Told with
    the two ends, which would else hide it. The years are those that `vej` was made of."""
    lav, hoej = sorted((vej.fra, vej.til))
    udenfor = [
        (max(float(en) - hoej, lav - float(en)), int(et), float(en))
        for et, en in zip(aar, vaerdier, strict=True)
        if not dansk.is_missing(en) and vej.fra_aar < int(et) < vej.til_aar
    ]
    afstand, et, en = max(udenfor, default=(0, 0, 0.0))
    return (et, en) if afstand > 0 else None


def highest(vaerdier: pd.Series, ikke_placeret: float, komplet: bool, decimaler: int = 0) -> str | None:
    """The one area (index of the series) of which "højest i" may be said; None when none may. `ikke_placeret` is what
    is known for no area of the level, in the unit of the values; NaN when it is not known how it would count."""
    if not komplet or len(vaerdier) < 2 or vaerdier.isna().any() or dansk.is_missing(ikke_placeret):
        return None
    foerste, anden = vaerdier.round(decimaler).nlargest(2).items()
    return foerste[0] if foerste[1] > anden[1] + ikke_placeret else None


def lowest(vaerdier: pd.Series, ikke_placeret: float, komplet: bool, decimaler: int = 0) -> str | None:
    """The same for "lavest i", which anything that is not placed could turn."""
    return highest(-vaerdier, 0.0, komplet, decimaler) if ikke_placeret == 0 else None


def rank_text(vaerdi: float, vaerdier: pd.Series, andel_ikke_placeret: float, komplet: bool, decimaler: int = 0) -> str:
    """Of a rate: "nr. 3 af 17", from the highest; "" where a place would not hold. Equal figures share a place."""
    holder = komplet and andel_ikke_placeret <= MEST_IKKE_PLACERET
    if not holder or vaerdi != vaerdi or len(vaerdier) < 2 or vaerdier.isna().any():
        return ""
    afrundet, egen = vaerdier.round(decimaler), round(vaerdi, decimaler)
    lige = int((afrundet == egen).sum()) - 1
    delt = f", delt med {lige} andre" if lige > 1 else ", delt med ét andet" if lige == 1 else ""
    return f"nr. {int((afrundet > egen).sum()) + 1} af {len(vaerdier)}{delt}"


def share_text(vaerdi: float, i_alt: float, komplet: bool) -> str:
    """Of a count: "7 pct. af landets"; "" where the country is not known, or the count not known to be all."""
    if not komplet or vaerdi != vaerdi or i_alt != i_alt or i_alt <= 0:
        return ""
    if vaerdi == 0:
        return "ingen af landets"
    pct = 100 * vaerdi / i_alt
    return f"{'under 1' if pct < 1 else dansk.number(pct)} pct. af landets"


def sum_words(fra: int, til: int) -> str:
    """The years of a sum: "2022-2026 lagt sammen"; of one year the year."""
    return str(fra) if fra == til else f"{fra}-{til} lagt sammen"


def years_text(indikator: Indikator, aar: range, filters: Filters, data: Snapshot) -> str:
    """The years that a figure counts, as they stand in its name: "2025", "2022-2026", "2022-2026 lagt sammen" where
    something counts each time, "2026 (ikke hele året)" of a year that goes on."""
    if len(aar) == 1:
        return years_of(indikator, filters, data).text(aar[0])
    if indikator.register in TAELLES_IGEN:
        return sum_words(aar[0], aar[-1]) if not indikator.er_forhold else f"{aar[0]}-{aar[-1]} under ét"
    return f"{aar[0]}-{aar[-1]}"


def unfinished_text(indikator: Indikator, aar: range, filters: Filters, data: Snapshot) -> str:
    """What a figure of several years holds that is not over yet; "" when all of it is."""
    aarene = years_of(indikator, filters, data)
    dele = [aarene.text(et) for et in aar if et in aarene.dele]
    if not dele or indikator.register == "pulje":
        return ""
    saetninger = [f"{dansk.sentence_list(dele)} er talt med."] if len(aar) > 1 else []
    dage = queries.usual_days_to_outcome(filters.datasaet, data) if indikator.kolonne in UDEN_UDFALD else None
    if dage is not None:
        saetninger.append(
            f"Ni af ti udbud er afgjort inden for {dansk.quantity(dage, 'dage')}; yngre udbud kan stadig finde en læge."
        )
    return " ".join(saetninger)
