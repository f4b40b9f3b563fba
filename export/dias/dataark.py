"""The numbers of a native chart, and the data sheet behind it that PowerPoint opens."""

from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from xlsxwriter import Workbook

from export.tegning import farve, tekst
from export.tegning.celler import KUN_TEKST
from export.tegning.plan import Rude, across_and_along, is_level, points_of
from export.tegning.signaturer import each, series_colour
from views.figur import model

NAVNEKOLONNE = 2  # after x and y
VALGT = "▸ "  # a native axis cannot write one name bold
UDEN_NAVN = {model.Soejler: "Antal", model.Punkter: "Påskrift"}


@dataclass(frozen=True)
class Diagramserie:
    """A series of a native chart: a value (or None), a text and a colour (or None) for each category, and whether its
    mark is open there."""

    serie: model.Serie
    vaerdier: tuple[float | None, ...]
    tekster: tuple[str, ...]
    farver: tuple[str | None, ...]
    aabne: tuple[bool, ...]

    @property
    def navn(self) -> str:
        """Its name in the legend and the data sheet."""
        return tekst.clean(self.serie.navn or UDEN_NAVN.get(type(self.serie), ""))

    @property
    def farve(self) -> str:
        """The colour that most of it has."""
        egne = [farven for farven in self.farver if farven]
        return max(dict.fromkeys(egne), key=egne.count) if egne else series_colour(self.serie)

    @property
    def aaben(self) -> bool:
        """Are most of its marks open?"""
        kendte = [aaben for aaben, vaerdi in zip(self.aabne, self.vaerdier, strict=True) if vaerdi is not None]
        return sum(kendte) * 2 > len(kendte)

    @property
    def ord(self) -> model.Ord | None:
        """How its texts are written; a line has none."""
        return None if isinstance(self.serie, model.Linje) else self.serie.ord


def chart_series(rude: Rude) -> tuple[list[str], list[Diagramserie]]:
    """The names of a panel's categories, and its bars and lines; beside level bars no points can stand."""
    liggende = is_level(rude.rude)
    akse, _ = across_and_along(rude.rude, liggende)
    placeret, _ = across_and_along(rude, liggende)
    serier = [*(raekke.serie for raekke in rude.soejler), *(() if liggende else rude.punkter)]
    steder = tuple(placeret.pladser)
    return category_names(akse, steder), _merged([_by_category(serie, steder) for serie in serier])


def category_names(akse: model.Kategorier, steder: Iterable[model.Sted]) -> list[str]:
    """What the places of an axis are called in a chart."""
    ord_ = {sted: navn for sted, navn in akse.skrevne if not isinstance(sted, str)}
    return [(VALGT if sted in akse.valgte else "") + tekst.plain(str(ord_.get(sted, sted))) for sted in steder]


def _places_and_values(serie: model.Serie) -> tuple[Sequence, Sequence]:
    return (serie.steder, serie.vaerdier) if isinstance(serie, model.Soejler) else points_of(serie)


def _by_category(serie: model.Serie, steder: tuple[model.Sted, ...]) -> Diagramserie:
    nummer = {sted: nr for nr, sted in enumerate(steder)}
    vaerdier: list[float | None] = [None] * len(steder)
    tekster, farver, aabne = [""] * len(steder), [None] * len(steder), [False] * len(steder)
    ord_ = getattr(serie, "ord", None)
    for nr, (sted, vaerdi) in enumerate(zip(*_places_and_values(serie), strict=True)):
        if sted is None or vaerdi is None:
            continue
        plads = nummer[sted]
        vaerdier[plads] = float(vaerdi)
        tekster[plads] = ord_.tekster[nr] if ord_ else ""
        farver[plads] = farve.on_paper(each(serie.farve, nr) or None)
        aabne[plads] = bool(each(getattr(serie, "aaben", False), nr))
    return Diagramserie(serie, tuple(vaerdier), tuple(tekster), tuple(farver), tuple(aabne))


def _merged(serier: list[Diagramserie]) -> list[Diagramserie]:
    """Bars that are one series to the eye (same name and look, no category twice) as one."""
    ud: list[Diagramserie] = []
    for naeste in serier:
        nr = next((nr for nr, anden in enumerate(ud) if _is_one(anden, naeste)), None)
        if nr is None:
            ud.append(naeste)
            continue
        anden = ud[nr]
        ud[nr] = replace(
            anden,
            vaerdier=tuple(b if a is None else a for a, b in zip(anden.vaerdier, naeste.vaerdier)),
            tekster=tuple(a or b for a, b in zip(anden.tekster, naeste.tekster)),
            farver=tuple(a or b for a, b in zip(anden.farver, naeste.farver)),
            aabne=tuple(a or b for a, b in zip(anden.aabne, naeste.aabne)),
        )
    return ud


def _is_one(anden: Diagramserie, naeste: Diagramserie) -> bool:
    if not isinstance(naeste.serie, model.Soejler) or not isinstance(anden.serie, model.Soejler):
        return False
    ens = len({(en.navn, en.farve, en.serie.skraveret, en.serie.aaben) for en in (anden, naeste)}) == 1
    return ens and all(a is None or b is None for a, b in zip(anden.vaerdier, naeste.vaerdier))


class Diagramtal(CategoryChartData):
    """Categories and series. python-pptx' own would let a name that begins with "=" run as a formula in the sheet."""

    @cached_property
    def _workbook_writer(self):
        return _Dataark(self)


class Punkttal(XyChartData):
    """Points by their two numbers. navne: what each point of each series is, written beside it in the sheet."""

    def __init__(self):
        super().__init__()
        self.navne: list[list[str]] = []

    @cached_property
    def _workbook_writer(self):
        return _Punktark(self)


class _OnlyText:
    @contextmanager
    def _open_worksheet(self, xlsx_file):
        bog = Workbook(xlsx_file, {"in_memory": True} | KUN_TEKST)
        yield bog, bog.add_worksheet()
        bog.close()


class _Dataark(_OnlyText, CategoryWorkbookWriter):
    """The sheet of a chart over categories."""


class _Punktark(_OnlyText, XyWorkbookWriter):
    """The sheet of a chart of points."""

    def _populate_worksheet(self, workbook, worksheet):
        super()._populate_worksheet(workbook, worksheet)
        for serie, navne in zip(self._chart_data, self._chart_data.navne, strict=True):
            foerste = self.series_table_row_offset(serie) + 1
            for nr, navn in enumerate(navne):
                worksheet.write_string(foerste + nr, NAVNEKOLONNE, navn)
