"""The numbers of a native chart, and the data sheet behind it that PowerPoint opens."""

from contextlib import contextmanager
from functools import cached_property

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter import Workbook

from export.tegning.celler import KUN_TEKST


class Diagramtal(CategoryChartData):
    """Categories and series. python-pptx' own would let a name that begins with "=" run as a formula in the sheet."""

    @cached_property
    def _workbook_writer(self):
        return _Dataark(self)


class _Dataark(CategoryWorkbookWriter):
    @contextmanager
    def _open_worksheet(self, xlsx_file):
        bog = Workbook(xlsx_file, {"in_memory": True} | KUN_TEKST)
        yield bog, bog.add_worksheet()
        bog.close()
