"""Everything about one area in one file: the report, the workbook, the slides and the tables as text."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace

from export.dias.slides import slides
from export.filer.regneark import workbook
from export.filer.tabel import danish_csv, international_csv
from export.former import ENDELSER, dated, file_name
from export.om import Oplysninger
from export.papir.rapport import area_report
from queries.database import Snapshot
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.fremvisning import visninger
from views.omraade import mit_omraade
from views.puljen import projekter as puljen_projekter
from views.sprog import dansk, ord

VISNINGER = (
    "omraadetal",
    "omraadekort",
    "udvikling",
    "patienter_og_laeger",
    "forloeb_enheder",
    "plo_stroem_aar",
    "udbudsliste",
    "venter",
    "kontraktudloeb",
    "venteliste",
    "klinikliste",
    "hu_serie",
    "hu_tiltag",
    "puljen_projekter",
    "raadspladser",
    "beh_tidslinje",
    "bal_uden_plo",
    "bal_udbud_og_laeger",
)
# Of these a page has one for all of it; those have nothing to hold without a table.
SAMLEDE, TABELFORMER = ("pptx", "xlsx"), ("csv", "json")
LAES_MIG = """{titel}
{advarsel}
rapport.pdf         En til to sider til udskrift
tal.xlsx            Alle tabeller som regneark; arket »Om data« har definitioner, kilder og links
dias.pptx           Dias med diagrammer og kort, der kan redigeres
csv/                Tabellerne til dansk Excel (semikolon og decimalkomma)
csv-international/  De samme tabeller til andre programmer (komma og decimalpunktum)

Dataversion: {version}
Lavet:       {lavet}
Link:        {link}
"""


def area_views(filters: Filters, data: Snapshot) -> tuple[View, ...]:
    """What the area's own page shows, as views. Raises ValueError when no area is chosen."""
    if not filters.omraade:
        raise ValueError("no area is chosen")
    byggede = (visninger.build(navn, filters, data) for navn in VISNINGER)
    return tuple(_of_the_area(view, filters, data) for view in byggede if view is not None)


def area_zip(filters: Filters, om: Oplysninger, data: Snapshot) -> bytes:
    """A zip file with pdf, xlsx, pptx and csv files for the area. Raises ValueError when no area is chosen."""
    views = area_views(filters, data)
    navn = filters.area_name()
    filer = {
        "LÆSMIG.txt": _read_me(navn, filters, om),
        "rapport.pdf": area_report(filters, om, data),
        "tal.xlsx": workbook(views, om),
        "dias.pptx": slides(f"{navn} i tal", [(view, "", "") for view in views], om),
    }
    for view in views:
        if not view.table.empty:
            filer[f"csv/{file_name(view.id)}.csv"] = danish_csv(view, om)
            filer[f"csv-international/{file_name(view.id)}.csv"] = international_csv(view, om)
    return _zipped(dated(navn, filters.datasaet == "eksempel", om.dag), filer, om)


def page_zip(titel: str, views: Sequence[View], om: Oplysninger) -> bytes:
    """A zip file with what a page shows, in every form: all of it as slides and workbook, and each View by itself."""
    filer = {
        "dias.pptx": slides(titel, [(view, "", "") for view in views], om),
        "tal.xlsx": workbook(views, om),
    }
    for view in views:
        uden_tabel = () if not view.table.empty else TABELFORMER
        for endelse, form in ENDELSER.items():
            if endelse not in (*SAMLEDE, *uden_tabel):
                filer[f"{file_name(view.id)}.{endelse}"] = form.lav(view, om)
    return _zipped(dated(titel, any(en.example for en in views), om.dag), filer, om)


def _zipped(mappe: str, filer: Mapping[str, bytes], om: Oplysninger) -> bytes:
    """Files in a folder, all of the time that they are made."""
    ud = io.BytesIO()
    with zipfile.ZipFile(ud, "w", zipfile.ZIP_DEFLATED) as arkiv:
        for sti, indhold in filer.items():
            post = zipfile.ZipInfo(f"{mappe}/{sti}", om.lavet.timetuple()[:6])
            post.compress_type = zipfile.ZIP_DEFLATED
            arkiv.writestr(post, indhold)
    return ud.getvalue()


def _read_me(navn: str, filters: Filters, om: Oplysninger) -> bytes:
    advarsel = f"\n{ord.EKSEMPEL_ADVARSEL}\n" if filters.datasaet == "eksempel" else ""
    tekst = LAES_MIG.format(
        titel=navn,
        advarsel=advarsel,
        version=om.version,
        lavet=om.made,
        link=om.adresse + filters.link(mit_omraade.SIDE),
    )
    return tekst.replace("\n", "\r\n").encode("utf-8-sig")


def _of_the_area(view: View, filters: Filters, data: Snapshot) -> View:
    """The list of projects narrowed to the area, as its page does; other views are the area's already."""
    if view.id != "puljen_projekter" or view.table.empty:
        return view
    alle = puljen_projekter.project_cards(filters, data)
    fundne = set(puljen_projekter.matching(alle, "", filters.omraade))
    tabel = view.table.loc[[en in fundne for en in alle]].reset_index(drop=True)
    navn = filters.area_name()
    antal = dansk.counted(len(tabel), "projekt", "projekter")
    intet = "" if len(tabel) else f"Ingen af puljens beskrevne projekter ligger i {navn}."
    return replace(view, table=tabel, title=f"Puljens projekter i {navn}: {antal}", note=intet or view.note)
