"""Templates: they follow the schema, come back as they went out, and what is wrong comes back beside the rows."""

import csv
import io
from datetime import date
from itertools import chain

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.build import DATA
from data.indlaes import ARK, REGISTRE, Fil, filled_template, propose, template, template_csv, with_errors
from data.indlaes.grundlag import base
from data.indlaes.navne import plain
from data.indlaes.skabelon import dataset_tables
from data.indlaes.vaerdier import Ulaeselig, any_date, number
from data.indlaes.visning import danish_date
from data.regneark.tekst import clean
from tests.data.indlaes_filer import HU, NOEGLETAL, UDBUD, as_csv, as_xlsx, table
from tests.data.test_build import rows
from tests.fjendtlig import FJENDTLIG, FORMLER, poison, would_run

I_DAG = date(2026, 11, 22)


@pytest.fixture(scope="module")
def skema():
    return base(DATA).skema


def test_every_column_of_a_register_has_a_heading_and_an_explanation(skema):
    for tabel, felter in skema.felter.items():
        for felt in felter:
            assert felt.overskrift and (felt.forklaring or felt.udledes), (tabel, felt.navn)
    kolonner = {(tabel, felt.navn) for tabel, felter in skema.felter.items() for felt in felter}
    assert {(en["tabel"], en["kolonne"]) for en in rows(DATA / "katalog" / "overskrift.csv")} == kolonner


def test_no_heading_or_name_means_two_columns(skema):
    for tabel, felter in skema.felter.items():
        navne = [plain(en) for felt in felter for en in {felt.overskrift, felt.navn, *felt.andre_navne}]
        forskellige = {plain(en) for felt in felter for en in (felt.overskrift, felt.navn, *felt.andre_navne)}
        per_felt = sum(len({plain(en) for en in (felt.overskrift, felt.navn, *felt.andre_navne)}) for felt in felter)
        assert per_felt == len(forskellige), (tabel, sorted(navne))


@pytest.mark.parametrize("register", REGISTRE)
def test_a_template_has_headings_explanations_example_lists_and_valid_values(register):
    bog = openpyxl.load_workbook(io.BytesIO(template(register)))
    assert bog.sheetnames == [*(ARK[tabel] for tabel in REGISTRE[register].tabeller), "Gyldige værdier", "Vejledning"]
    for tabel in REGISTRE[register].tabeller:
        side = bog[ARK[tabel]]
        assert side["A2"].value.startswith("Forklaring: ") and side["A3"].value.startswith("EKSEMPEL: ")
        assert all(celle.value for celle in side[1])
        lister = {str(en.sqref).split("4:")[0] for en in side.data_validations.dataValidation}
        assert len(lister) >= (tabel not in ("kilde", "pulje")), lister
    gyldige = [celle.value for raekke in bog["Gyldige værdier"].iter_rows() for celle in raekke]
    assert {"Lolland", "360", "Sundhedsråd Fyn", "Region Østdanmark", "ingen_ansoegere", "plo-beretning-2025"} <= {
        *gyldige
    }


@pytest.mark.parametrize("register", REGISTRE)
def test_an_empty_template_holds_no_rows_and_its_example_would_load(egne_kilder, register):
    tom = propose([Fil("tom.xlsx", template(register))], kilder=egne_kilder, i_dag=I_DAG)
    assert [en.besked[:40] for en in tom.fejl] == ["Filen har overskrifter, men ingen rækker"]
    filer = []
    for tabel in REGISTRE[register].tabeller:
        tekst = template_csv(register, tabel).decode("utf-8-sig").replace("EKSEMPEL: ", "")
        filer.append(Fil(f"{tabel}.csv", tekst.encode()))
    eksempel = propose(filer, kilder=egne_kilder, i_dag=I_DAG)
    assert [str(en) for en in eksempel.fejl] == []


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_a_filled_template_comes_back_as_it_went_out(egne_kilder, datasaet):
    fyldte = {tabel for tabel, celler in dataset_tables(datasaet).items() if any(celler.values())}
    navne = [navn for navn, en in REGISTRE.items() if navn != "kilder" and fyldte & {*en.tabeller}]
    filer = [Fil(f"{navn}.xlsx", filled_template(navn, datasaet)) for navn in navne]
    forslag = propose(filer, kilder=egne_kilder, i_dag=I_DAG)
    assert forslag.kan_indlaeses, [str(en) for en in forslag.fejl[:5]]
    for tabel, celler in dataset_tables(datasaet).items():
        for kolonne, vaerdier in celler.items() if tabel != "kilde" else ():
            nye = forslag.tabeller[tabel].celler[kolonne]
            assert [same(en) for en in nye] == [same(en) for en in vaerdier], (tabel, kolonne)


def same(vaerdi: str | None) -> str | float | None:
    """0.70 and 0.7 are the same number."""
    return float(vaerdi) if vaerdi and vaerdi.replace(".", "", 1).isdigit() else vaerdi


def test_errors_come_back_beside_the_rows_and_the_corrected_file_loads(egne_kilder):
    galt = table(UDBUD, UDBUD | {"Udbuds-id": "nak-2", "Kommune": "Nykøbing"})
    fil = Fil("udbud.xlsx", as_xlsx({"Udbud": galt}))
    retur = with_errors(propose([fil], kilder=egne_kilder, i_dag=I_DAG), fil)
    bog = openpyxl.load_workbook(io.BytesIO(retur))
    side = bog["Udbud"]
    kolonne = [celle.value for celle in side[1]].index("Fejl") + 1
    assert "Mente du Guldborgsund (376)" in side.cell(3, kolonne).value and side.cell(2, kolonne).value is None
    side.cell(3, 2).value = "Guldborgsund"
    rettet = io.BytesIO()
    bog.save(rettet)
    igen = propose([Fil("udbud.xlsx", rettet.getvalue())], kilder=egne_kilder, i_dag=I_DAG)
    assert igen.kan_indlaeses and not any("ukendt" in en for en in igen.bemaerkninger)


def test_what_looks_like_a_formula_is_text_in_every_csv_and_comes_back(egne_kilder, kilder):
    """In the template filled with data, and in the file of errors."""
    poison(kilder, FORMLER)
    data = dataset_tables("offentlig", kilder)["udbud"]
    fil = Fil("udbud.csv", template_csv("udbud", None, "offentlig", kilder))
    forslag = propose([fil], kilder=egne_kilder, i_dag=I_DAG)
    assert {en.kolonne for en in forslag.fejl} <= {"", "Kilde"}
    for kolonne in ("sted", "note"):
        assert {clean(en) for en in data[kolonne]} == {*forslag.tabeller["udbud"].celler[kolonne]}
    retur = with_errors(forslag, fil)
    for en in (fil.indhold, retur):
        celler = list(chain(*csv.reader(io.StringIO(en.decode("utf-8-sig"), newline=""), delimiter=";")))
        assert not list(filter(would_run, celler)) and sum(FJENDTLIG in celle for celle in celler) > 100
    igen = propose([Fil("udbud.csv", retur)], kilder=egne_kilder, i_dag=I_DAG)
    assert igen.tabeller["udbud"].celler["note"] == forslag.tabeller["udbud"].celler["note"]


def test_errors_of_a_csv_come_back_as_csv_and_of_a_broken_file_as_a_workbook(egne_kilder):
    fil = Fil("udbud.csv", as_csv(UDBUD | {"Antal": "0"}, skilletegn=","))
    linjer = with_errors(propose([fil], kilder=egne_kilder, i_dag=I_DAG), fil).decode("utf-8-sig").splitlines()
    assert linjer[0].endswith("Kilde;Fejl;Advarsler") and "et helt tal på mindst 1" in linjer[1]
    pdf = Fil("a.pdf", b"%PDF-1.4")
    bog = openpyxl.load_workbook(io.BytesIO(with_errors(propose([pdf], kilder=egne_kilder, i_dag=I_DAG), pdf)))
    assert "en PDF-fil" in str(bog["Fejl"]["A1"].value)


@given(
    st.one_of(
        st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(str),
        st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(lambda en: str(en)[:7]),
    )
)
def test_a_date_is_read_as_it_is_written(dato):
    assert any_date(danish_date(dato)) == dato and any_date(dato) == dato


@given(st.decimals(-(10**9), 10**9, places=3, allow_nan=False))
def test_a_number_is_read_as_danes_write_it(tal):
    dansk = f"{tal:,.3f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    assert float(number(dansk)) == float(tal)


@given(st.text(max_size=40))
def test_any_text_is_a_value_or_a_sentence(tekst):
    for laes in (number, any_date):
        try:
            laes(tekst)
        except Ulaeselig as fejl:
            assert str(fejl).endswith(".")


GODE = (
    as_csv(UDBUD),
    as_csv(NOEGLETAL, skilletegn=","),
    as_xlsx({"Udbud": table(UDBUD)}),
    as_xlsx({"Ark1": table(HU)}),
)


@settings(max_examples=20)
@given(st.sampled_from(GODE), st.data())
def test_a_spoiled_file_never_crashes_the_reading(egne_kilder, god, data):
    sted = data.draw(st.integers(0, len(god) - 1))
    nyt = data.draw(st.binary(max_size=8))
    slut = data.draw(st.sampled_from([sted, sted + len(nyt), sted + 40, len(god)]))
    propose([Fil("fil", god[:sted] + nyt + god[slut:])], kilder=egne_kilder, i_dag=I_DAG)
