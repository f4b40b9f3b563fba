"""Views as a workbook: one sheet for each table with real numbers and dates, and a sheet "Om data"."""

import io
import math
import re
from collections.abc import Sequence
from datetime import date, datetime

import xlsxwriter

from export.om import Oplysninger, facts
from export.tegning import tekst
from export.tegning.celler import KUN_TEKST
from views.faelles.view import View
from views.figur import farver
from views.sprog import dansk, ord

OM_DATA = "Om data"
LAENGSTE_ARKNAVN = 31
# What Excel forbids, and letters that it counts as two.
FORBUDT_I_NAVN = re.compile(r"[\[\]:*?/\\'\U00010000-\U0010ffff]")
DAG = re.compile(r"\d{4}-\d{2}-\d{2}")
LAENGSTE_CELLE = 32_000
SMALLEST, BREDEST = 8, 60
HOVEDRAEKKE = 2  # below the title; further down with warnings
FOERSTE_DAG = date(1900, 3, 1)  # before it, Excel counts a day that never was


def workbook(views: Sequence[View], om: Oplysninger) -> bytes:
    """An xlsx file. Days are dates, months and years stay text; missing cells are empty; no text runs as a formula."""
    ud = io.BytesIO()
    bog = xlsxwriter.Workbook(ud, {"in_memory": True} | KUN_TEKST)
    bog.set_properties(
        {
            "title": "Lægedækning",
            "author": "Lægedækningsdashboardet",
            "subject": ord.EKSEMPEL_ADVARSEL if any(view.example for view in views) else "",
            "comments": f"{om.stamp} · {om.adresse}",
            "created": om.lavet.replace(tzinfo=None),
        }
    )
    formater = _formats(bog)
    navne = sheet_names(views)
    for view, navn in zip(views, navne, strict=True):
        _sheet(bog, view, navn, formater)
    _about(bog, views, navne, om, formater)
    bog.close()
    return ud.getvalue()


def sheet_names(views: Sequence[View]) -> list[str]:
    """A name for each sheet: no longer than Excel allows, without what it forbids, and no two alike."""
    brugt = {OM_DATA.lower()}
    ud = []
    for view in views:
        grund = FORBUDT_I_NAVN.sub(" ", tekst.clean(view.title)).split("\n")[0].strip() or view.id
        nummer, navn = 1, tekst.shortened(grund, LAENGSTE_ARKNAVN).removesuffix(" ...")
        while navn.lower() in brugt:
            nummer += 1
            navn = f"{grund[: LAENGSTE_ARKNAVN - 4].strip()} {nummer}"
        brugt.add(navn.lower())
        ud.append(navn)
    return ud


def _formats(bog) -> dict:
    return {
        "titel": bog.add_format({"bold": True, "font_size": 14}),
        "advarsel": bog.add_format(
            {"bold": True, "font_size": 16, "font_color": farver.HVID, "bg_color": farver.MARKERET}
        ),
        "maerke": bog.add_format({"bold": True, "font_size": 16, "font_color": farver.HVID, "bg_color": farver.SORT}),
        "hoved": bog.add_format(
            {"bold": True, "bg_color": farver.TABELHOVED, "font_color": farver.HVID, "text_wrap": True}
        ),
        "daempet": bog.add_format({"font_color": farver.DAEMPET}),
        "fed": bog.add_format({"bold": True, "valign": "top"}),
        "tekst": bog.add_format({"text_wrap": True, "valign": "top"}),
        "link": bog.add_format({"font_color": farver.LINJE, "underline": 1, "valign": "top"}),
        "dato": bog.add_format({"num_format": "dd-mm-yyyy", "align": "left"}),
        **{nr: bog.add_format({"num_format": "#,##0" + ("." + "0" * nr if nr else "")}) for nr in range(7)},
    }


def _sheet(bog, view: View, navn: str, formater: dict) -> None:
    ark = bog.add_worksheet(navn)
    ned = len(view.advarsler)
    for raekke, ord_ in enumerate(view.advarsler):
        ark.write_string(raekke, 0, ord_, formater["advarsel" if ord_ == ord.EKSEMPEL_ADVARSEL else "maerke"])
    ark.write_string(ned, 0, _text(view.title), formater["titel"])
    hoved = ned + HOVEDRAEKKE
    if view.table.empty:
        ark.write_string(hoved, 0, _text(view.withheld or view.note or "Tabellen er tom."))
        return
    for kolonne, overskrift in enumerate(view.table.columns):
        ark.write_string(hoved, kolonne, _text(str(overskrift)), formater["hoved"])
        vaerdier = view.table[overskrift].tolist()
        bredde = len(max(str(overskrift).split() or [""], key=len)) + 2
        for raekke, vaerdi in enumerate(vaerdier, start=hoved + 1):
            bredde = max(bredde, _write(ark, raekke, kolonne, vaerdi, view, str(overskrift), formater))
        ark.set_column(kolonne, kolonne, min(max(bredde, SMALLEST), BREDEST))
    ark.freeze_panes(hoved + 1, 1)
    ark.autofilter(hoved, 0, hoved + len(view.table), len(view.table.columns) - 1)


def _write(ark, raekke: int, kolonne: int, vaerdi, view: View, overskrift: str, formater: dict) -> int:
    """One cell as what it is; returns its width in characters."""
    if dansk.is_missing(vaerdi):
        return 0
    if isinstance(vaerdi, bool):
        ark.write_string(raekke, kolonne, "ja" if vaerdi else "nej")
        return 4
    if dag := _day(vaerdi, overskrift in view.date_columns):
        ark.write_datetime(raekke, kolonne, datetime(dag.year, dag.month, dag.day), formater["dato"])
        return 11
    if isinstance(vaerdi, (int, float)) or hasattr(vaerdi, "__float__"):
        tal = float(vaerdi)
        if math.isfinite(tal):
            decimaler = view.decimals.get(overskrift, 0 if tal == round(tal) else 2)
            ark.write_number(raekke, kolonne, tal, formater[min(decimaler, 6)])
            return len(f"{tal:,.{decimaler}f}") + 1
    ord_ = _text(str(vaerdi))
    if overskrift == view.link_column and ord_.startswith(("http://", "https://")) and len(ord_) < 2000:
        ark.write_url(raekke, kolonne, ord_, formater["link"], string=ord_)
    else:
        ark.write_string(raekke, kolonne, ord_)
    return len(ord_) + 1


def _day(vaerdi, er_dato: bool) -> date | None:
    """The date of a cell that is known to the day; None for coarser dates and everything else."""
    if isinstance(vaerdi, (date, datetime)):
        dag = vaerdi.date() if isinstance(vaerdi, datetime) else vaerdi
    elif er_dato and isinstance(vaerdi, str) and DAG.fullmatch(vaerdi):
        try:
            dag = date.fromisoformat(vaerdi)
        except ValueError:
            return None
    else:
        return None
    return dag if dag >= FOERSTE_DAG else None


def _text(ord_: str) -> str:
    return tekst.clean(ord_)[:LAENGSTE_CELLE]


def _about(bog, views: Sequence[View], navne: list[str], om: Oplysninger, formater: dict) -> None:
    """Definitions, choices, sources with links, version and time of every sheet."""
    ark = bog.add_worksheet(OM_DATA)
    ark.set_column(0, 0, 16)
    ark.set_column(1, 1, 100)
    raekke = 0
    if any(view.example for view in views):
        ark.write_string(raekke, 0, ord.EKSEMPEL_ADVARSEL, formater["advarsel"])
        raekke += 1
    for navn, vaerdi in (("Dataversion", om.version), ("Lavet", om.made), ("Dashboard", om.adresse)):
        ark.write_string(raekke, 0, navn, formater["fed"])
        ark.write_string(raekke, 1, _text(vaerdi), formater["tekst"])
        raekke += 1
    for view, arknavn in zip(views, navne, strict=True):
        raekke += 1
        ark.write_string(raekke, 0, "Ark", formater["fed"])
        ark.write_string(raekke, 1, arknavn, formater["titel"])
        raekke += 1
        for navn, vaerdi in facts(view, om):
            raekke = _fact(ark, raekke, navn, vaerdi, formater)
        for kilde in view.sources:
            ordene = f"{kilde.titel}, {kilde.udgiver}, {kilde.dato}"
            raekke = _fact(ark, raekke, "Kilde", ordene, formater)
            if kilde.url:
                raekke = _fact(ark, raekke, "", kilde.url, formater)


def _fact(ark, raekke: int, navn: str, vaerdi: str, formater: dict) -> int:
    """A row of name and value; an address can be clicked. Returns the next row."""
    ark.write_string(raekke, 0, navn, formater["fed"])
    ord_ = _text(vaerdi)
    if ord_.startswith(("http://", "https://")) and len(ord_) < 2000 and " " not in ord_:
        ark.write_url(raekke, 1, ord_, formater["link"], string=ord_)
    else:
        ark.write_string(raekke, 1, ord_, formater["tekst"])
    return raekke + 1
