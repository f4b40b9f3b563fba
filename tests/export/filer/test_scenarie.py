"""The workbook of a scenario, counted by a spreadsheet: its formulas give what the engine gives, also when a cell is
changed, and what must be 0 is 0."""

import io
import os

import openpyxl
import pytest

from export.filer import scenarie as bog
from queries.standard import newest
from tests import libreoffice
from tests.dag import I_DAG
from views.balance.antagelser import GUNSTIG, MIDT, SAET, UGUNSTIG
from views.balance.antaget import status
from views.balance.balance import Balance, balance
from views.balance.forloeb import AARENE
from views.balance.scenarie import preset, text
from views.faelles.filtre import Filters

ANTAGELSER, IDENTITETER = "Antagelser", "Identiteter"
HOVED = 6  # the row of heads, from 1
TAL = {"uden_plo": "Pladser uden PLO-læge", "laeger": "PLO-læger ultimo", "klinik": "Pladser i klinik"}
# What is told before the file is made, what is changed in it afterwards (a choice by its cell, an assumption by its id
# in the unit of the sheet), and the scenario that says the same.
SAGER = {
    "offentlig": ("offentlig", "", {}, ""),
    "gunstig": ("offentlig", "", {"Sæt antagelser": GUNSTIG}, GUNSTIG),
    "ugunstig": ("offentlig", "", {"Sæt antagelser": UGUNSTIG}, UGUNSTIG),
    "en-celle": ("offentlig", "", {"e": 4.6, "tau": 4, "rho_n": 100, "delta": 9}, "1;delta=9;e=46;rho_n=100;tau=4"),
    "takt": ("offentlig", "1;pol=maal;zeta=10;omega=50", {"Udbudspolitik": "takt"}, "1;pol=takt;zeta=10;omega=50"),
    "orden": ("offentlig", "1;orden=nko;rho_r=40;o=40", {"e": 6.0}, "1;orden=nko;e=60;rho_r=40;o=40"),
    "eksempel": ("eksempel", "", {}, ""),
    "eksempel-plan": ("eksempel", "1;pol=plan;g=60", {"tau": 1, "rho_r": 60}, "1;pol=plan;g=60;rho_r=60;tau=1"),
}


def svar(datasaet: str, scenarie: str) -> Balance:
    """The runs of a scenario, which one of the sets can name."""
    if scenarie in SAET:
        alle = svar(datasaet, "").antagelser
        scenarie = text(preset(scenarie, alle), alle)
    return balance(Filters(datasaet=datasaet, scenarie=scenarie, dag=I_DAG), newest())


@pytest.fixture(scope="module")
def regnet(tmp_path_factory, om):
    """Every case as the spreadsheet has counted it. What the file says it was counted to is gone: openpyxl keeps the
    formulas alone."""
    if libreoffice.find() is None:
        pytest.fail(libreoffice.MANGLER) if os.environ.get("CI") else pytest.skip(libreoffice.MANGLER)
    boeger = {}
    for navn, (datasaet, foer, aendret, _) in SAGER.items():
        filters = Filters(datasaet=datasaet, scenarie=foer, dag=I_DAG)
        ark = openpyxl.load_workbook(io.BytesIO(bog.scenario_workbook(filters, om, newest())))
        for hvad, vaerdi in aendret.items():
            cell_of(ark, hvad).value = vaerdi
        ud = io.BytesIO()
        ark.save(ud)
        boeger[navn] = ud.getvalue()
    filer = libreoffice.recalculated(boeger, tmp_path_factory.mktemp("regneark"))
    return {navn: openpyxl.load_workbook(fil, data_only=True) for navn, fil in filer.items()}


def cell_of(ark, hvad: str):
    """The yellow cell of a choice, or of an assumption by its id."""
    for navn, vaerdi, *_ in ark[ANTAGELSER].iter_rows(max_col=2):
        if navn.value == hvad or str(navn.value).endswith(f"({hvad})"):
            return vaerdi
    raise KeyError(hvad)


def column(ark, overskrift: str) -> list[float]:
    """The years 2026-2035 of a column of a sheet of years."""
    hoveder = [en.value for en in ark[HOVED]]
    kolonne = hoveder.index(overskrift) + 1
    return [ark.cell(HOVED + 1 + nr, kolonne).value for nr in range(1, len(AARENE) + 1)]


@pytest.mark.parametrize("navn", SAGER)
def test_the_formulas_give_what_the_engine_gives(regnet, navn):
    datasaet, _, _, efter = SAGER[navn]
    ventet = svar(datasaet, efter)
    for ark, forloeb in (("År for år", ventet.landet), ("De 87 År for år", ventet.de_87)):
        if not forloeb:
            assert ark not in regnet[navn].sheetnames
            continue
        for felt, overskrift in TAL.items():
            egne = [getattr(et, felt) for et in forloeb[MIDT].samlet]
            assert column(regnet[navn][ark], overskrift) == pytest.approx(egne, abs=1e-7), (ark, felt)


@pytest.mark.parametrize("navn", SAGER)
def test_what_must_be_0_is_0(regnet, navn):
    uaendret = not SAGER[navn][2]
    linjer = [list(en) for en in regnet[navn][IDENTITETER].iter_rows(min_row=HOVED + 1, values_only=True) if en[0]]
    assert len(linjer) >= 5
    for hvad, _, *tal in linjer:
        if uaendret or "dashboardets" not in hvad:
            assert all(en == 0 for en in tal if en is not None), hvad
            assert any(en is not None for en in tal), hvad


def test_the_sheets_say_the_worked_examples(regnet):
    land = column(regnet["offentlig"]["År for år"], TAL["uden_plo"])
    assert [round(en) for en in land[:6]] == [61, 125, 192, 261, 334, 378] and round(land[-1]) == 590
    besat = [87 - en for en in column(regnet["offentlig"]["De 87 År for år"], TAL["uden_plo"])]
    assert [round(en, 1) for en in besat[:9]] == [9.7, 19.0, 27.9, 36.4, 44.6, 56.4, 67.7, 78.5, 86.8]


def test_a_changed_cell_is_told_beside_what_the_dashboard_said(regnet):
    linjer = list(regnet["en-celle"][IDENTITETER].iter_rows(min_row=HOVED + 1, values_only=True))
    assert any(en[2] and abs(en[2]) > 1 for en in linjer if en[0] and "dashboardets" in en[0])


def test_the_file_says_before_it_is_counted_what_the_engine_says(om):
    filters = Filters(datasaet="offentlig", dag=I_DAG)
    ark = openpyxl.load_workbook(io.BytesIO(bog.scenario_workbook(filters, om, newest())), data_only=True)
    egne = [et.uden_plo for et in svar("offentlig", "").landet[MIDT].samlet]
    assert column(ark["År for år"], TAL["uden_plo"]) == pytest.approx(egne, abs=1e-9)
    for navn in ark.sheetnames:
        assert any("SCENARIE" in str(en.value) for (en,) in ark[navn].iter_rows(max_row=4, max_col=1)), navn


def test_every_assumption_stands_with_its_default_its_status_and_its_source(om):
    filters = Filters(datasaet="eksempel", scenarie="1;h_frem=300", dag=I_DAG)
    ark = openpyxl.load_workbook(io.BytesIO(bog.scenario_workbook(filters, om, newest())))
    linjer = {en[0]: en for en in ark[ANTAGELSER].iter_rows(min_row=HOVED, values_only=True) if en[0]}
    for en in svar("eksempel", "1;h_frem=300").antagelser:
        post = linjer[f"{en.navn} ({en.id})"]
        assert post[3] == pytest.approx(en.standard / en.skala) and post[7] == status(en)
        assert bool(post[8]) == bool(en.kilde_id)
    assert "EKSEMPELDATA" in str(ark[ANTAGELSER]["A2"].value)
    assert any("scenarie=1%3Bh_frem%3D300" in str(en) for en in linjer)
    assert cell_of(ark, "Sæt antagelser").value == MIDT and cell_of(ark, "h_frem").value == 300
