"""A whole table of the database as a file: text for spreadsheets, a workbook, and parquet for other programs."""

import io

import pandas as pd

from data.csvform import DANSK, LINJESKIFT
from data.regneark.formeltegn import harmless
from export.tegning import tekst
from export.tegning.celler import KUN_TEKST


def table_csv(tabel: pd.DataFrame) -> bytes:
    """As Danish Excel reads it: UTF-8 with BOM, semicolon, decimal comma; no text runs as a formula."""
    skrevet = _harmless(tabel).to_csv(index=False, sep=DANSK.skilletegn, decimal=DANSK.komma, lineterminator=LINJESKIFT)
    return (DANSK.begyndelse + skrevet).encode()


def table_xlsx(tabel: pd.DataFrame) -> bytes:
    """One sheet with real numbers; text stays text."""
    ud = io.BytesIO()
    with pd.ExcelWriter(ud, engine="xlsxwriter", engine_kwargs={"options": KUN_TEKST}) as skriver:
        tabel.to_excel(skriver, index=False, sheet_name="Data", freeze_panes=(1, 0))
    return ud.getvalue()


def table_parquet(tabel: pd.DataFrame) -> bytes:
    """With the types of the database."""
    ud = io.BytesIO()
    tabel.to_parquet(ud, index=False)
    return ud.getvalue()


def _harmless(tabel: pd.DataFrame) -> pd.DataFrame:
    return tabel.map(lambda en: harmless(tekst.clean(en)) if isinstance(en, str) else en)
