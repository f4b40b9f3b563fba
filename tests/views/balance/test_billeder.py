"""The pictures of the scenario: the worked numbers, and what every text of them must and must not say."""

import re

import pytest

from tests.dag import I_DAG
from tests.sweep import some
from tests.views.balance.sagt import BANDLYST, said
from tests.views.figurer import named, series
from views.balance import (
    bagud,
    foelsomhed,
    hvad_skal_der_til,
    hvornaar,
    interval,
    omraader,
    ramme,
    udbud_og_laeger,
    uden_plo,
)
from views.balance.antagelser import GUNSTIG, MIDT, UGUNSTIG, catalogue
from views.balance.antaget import KUN_DE_87
from views.balance.balance import balance
from views.balance.scenarie import POLITIKKER, preset, text
from views.balance.svar import at
from views.balance.taler import note_on_the_87
from views.faelles.filtre import Filters
from views.faelles.view import Form
from views.figur.model import Linje, Punkter, Soejler
from views.sprog.ord import SCENARIE_MAERKE

BILLEDER = {
    "bal_udbud_og_laeger": udbud_og_laeger.offers_and_doctors,
    "bal_uden_plo": uden_plo.without_plo,
    "bal_hvornaar": hvornaar.when_filled,
    "bal_hvad_skal_der_til": hvad_skal_der_til.what_it_takes,
    "bal_foelsomhed": foelsomhed.sensitivity,
    "bal_bagud": bagud.backwards,
    "bal_omraader": omraader.areas_by_stock,
}
DE_87 = ("bal_hvornaar", "bal_hvad_skal_der_til")
# A number of the scenario must be followed by its range; what others have counted, and a year, have none.
CIRKA = re.compile(r"\bca\. \d[\d.]*(?![\d.])(?! \()")
TALT = re.compile(r"PLO(:| skrev) ca\. 3\.[45]00|med ca\. 3\.400|fra ca\. 2020")


def chosen(datasaet: str = "offentlig", scenarie: str = "", omraade: str = "", niveau: str = "region") -> Filters:
    return Filters(niveau, "2007", omraade, datasaet=datasaet, scenarie=scenarie, dag=I_DAG)


def scenarios(data) -> dict[str, str]:
    """Links: every policy, every set, and one that differs in much."""
    antagelser = catalogue(data)
    ud = {politik: f"1;pol={politik}" for politik in POLITIKKER}
    ud |= {saet: text(preset(saet, antagelser), antagelser) for saet in (GUNSTIG, MIDT, UGUNSTIG)}
    return ud | {"meget": "1;pol=takt;s=60;e=55;tau=4;rho_n=0;omega=0;aar=2029", "ky": "1;s=95;ky=177"}


CASES = [
    (visning, datasaet, navn)
    for visning in BILLEDER
    for datasaet in ("offentlig", "eksempel")
    for navn in (*POLITIKKER, GUNSTIG, UGUNSTIG, "meget", "ky")
]


@pytest.mark.parametrize(("visning", "datasaet", "scenarie"), some(CASES, 36))
def test_every_text_keeps_to_the_words_of_a_scenario(visning, datasaet, scenarie, data):
    view = BILLEDER[visning](chosen(datasaet, scenarios(data)[scenarie]), data)
    assert view.id == visning and view.scenarie and SCENARIE_MAERKE in view.advarsler
    assert view.title.startswith(ramme.BETINGELSE)
    for tekst in said(view):
        assert not BANDLYST.search(tekst), tekst
        assert "nan" not in tekst.split() and "None" not in tekst, tekst
    if view.form == Form.FIGUR:
        assert ramme.STAAENDE in view.note and ramme.TRE_SAET in view.definition
        assert re.match(r"\d+ antagelser: ", view.coverage) and view.sources
        assert not view.table.empty and view.in_words.startswith(view.title)


@pytest.mark.parametrize(("visning", "datasaet", "scenarie"), some(CASES, 36, 1))
def test_a_number_stands_with_its_range(visning, datasaet, scenarie, data):
    view = BILLEDER[visning](chosen(datasaet, scenarios(data)[scenarie]), data)
    for tekst in (view.title, view.alt, view.definition):
        assert not CIRKA.search(TALT.sub("", tekst)), tekst
    # the effects of one assumption are of one set, and the words at the year told are a range by themselves
    for serie in series(view) if visning not in ("bal_foelsomhed", "bal_omraader") and view.figure else ():
        assert all(not CIRKA.search(TALT.sub("", hover)) for hover in serie.hover), serie.hover


def test_the_rules_would_refuse():
    for tekst in ("Der vil komme", "Det forventes", "En prognose", "Regionen mangler"):
        assert BANDLYST.search(tekst)
    assert not BANDLYST.search("Villa, vilkår og en manglende dør")
    assert CIRKA.search("ca. 380 pladser") and not CIRKA.search("ca. 380 (160-660) pladser")


def test_the_country_is_told_as_it_was_worked_out_by_hand(data):
    view = uden_plo.without_plo(chosen(), data)
    tabel = view.table.set_index("År")["Uden PLO-læge"]
    assert tabel.round().tolist()[:6] == [61, 125, 192, 261, 334, 378] and round(tabel["2035"]) == 590
    assert view.title == "Med disse antagelser: ca. 380 (160-660) pladser uden PLO-læge i 2031"
    assert "ca. 42 pladser højere eller lavere" in view.note
    assert "ca. 600.000 (260.000-1.060.000) patienter" in view.definition
    andet = uden_plo.without_plo(chosen(scenarie="1;aar=2035"), data)
    assert andet.title == "Med disse antagelser: ca. 590 (240-1.050) pladser uden PLO-læge i 2035"


def test_the_bars_of_a_year_are_its_places_and_the_line_its_doctors(data):
    view = udbud_og_laeger.offers_and_doctors(chosen(), data)
    assert view.title == "Med disse antagelser: ca. 210 (190-240) nye læger til ca. 270 (260-310) pladser i 2026"
    foerste = view.table.iloc[0]
    assert foerste["Overtagelser"] == pytest.approx(132.83) and foerste["Nye udbud"] == pytest.approx(141)
    overtaget, nye = series(view, Soejler)
    assert (overtaget.aaben, nye.aaben) == (False, True)
    assert named(view, "Nye læger").vaerdier[0] == pytest.approx(212.8)
    ruden = named(view, udbud_og_laeger.RUDENS_NAVN)
    assert ruden.y[0] == pytest.approx(132.83 + 115) and ruden.form == "rude"


def test_plos_own_number_is_of_the_country_alone(data):
    view = udbud_og_laeger.offers_and_doctors(chosen("eksempel", omraade="1083"), data)
    assert "Region Syddanmark" in view.subtitle and not series(view, Punkter)
    land = udbud_og_laeger.offers_and_doctors(chosen("eksempel"), data)
    assert view.table["Nye læger"].iloc[0] < land.table["Nye læger"].iloc[0]
    assert ramme.SUM in view.note and "17 sundhedsråd" in view.note


def test_the_87_are_filled_as_it_was_worked_out_by_hand(data):
    view = hvornaar.when_filled(chosen(), data)
    besat = view.table.set_index("År")["Besat"]
    assert besat.round(1).tolist()[:9] == [9.7, 19.0, 27.9, 36.4, 44.6, 56.4, 67.7, 78.5, 86.8]
    assert view.title.startswith("Med disse antagelser: de 87 ydernumre er tidligst besat i 2034 (203")
    assert view.title.endswith("efter 2035)") and hvornaar.NORMTALLET in view.subtitle
    assert "ca. 19 pladser" in view.note and "kan ikke trækkes fra" in view.definition
    ordene = [tekst for serie in series(view, Punkter) if serie.ord for tekst in serie.ord.tekster]
    assert {"25 pct. 2028", "50 pct. 2030", "90 pct. 2033", "alle 2034"} <= {*ordene}
    assert "→ ugunstigt:<br>alle efter 2035" in ordene
    midt, *kanter = series(view, Linje)
    assert midt.vaerdier[0] == 0 and not midt.tynd and all(en.tynd for en in kanter)


def test_what_plo_has_told_is_not_held_against_invented_numbers(data):
    assert not series(udbud_og_laeger.offers_and_doctors(chosen("eksempel"), data), Punkter)
    tom = bagud.backwards(chosen("eksempel"), data)
    assert tom.form == Form.TOM and tom.note == bagud.KUN_OFFENTLIGE


def test_the_87_are_of_public_data_and_of_one_region(data):
    tom = hvornaar.when_filled(chosen("eksempel"), data)
    assert tom.form == Form.TOM and tom.note == hvornaar.KUN_OFFENTLIGE
    oest = Filters("region", "2027", "oestdanmark", dag=I_DAG)
    assert "heraf kendt: Region Sjælland" in hvornaar.when_filled(oest, data).subtitle
    assert "154 pladser" in hvornaar.when_filled(chosen(scenarie="1;ky=177"), data).definition


def test_what_it_takes_is_as_it_was_worked_out_by_hand(data):
    view = hvad_skal_der_til.what_it_takes(chosen(), data)
    assert view.table["Nye læger om året"].round().tolist() == [48, 37, 31, 27]
    assert view.table["Andel af landets nye læger, pct."].round(1).tolist() == [22.8, 17.4, 14.5, 12.5]
    assert view.figure.linjer[0].ved == pytest.approx(27.877, abs=0.001)


def test_what_means_most_stands_first_and_each_side_has_its_own_look(data):
    view = foelsomhed.sensitivity(chosen(), data)
    tabel = view.table.set_index("Antagelse")
    mest = tabel.index[0]
    assert view.figure.raekker[0].replace("<br>", " ").startswith(mest) and f"»{mest}« betyder mest" in view.title
    lav, hoej = tabel["Virkning af den ene"].round(), tabel["Virkning af den anden"].round()
    praksis, afgang = "Andel, der får egen PLO-praksis", "Pladser, der gives op om året"
    assert (lav[praksis], hoej[praksis], lav[afgang], hoej[afgang]) == (-149, 105, -63, 183)
    faerre, flere = series(view, Soejler)
    assert all(en is None or en < 0 for en in faerre.vaerdier) and all(en is None or en > 0 for en in flere.vaerdier)
    nr = next(nr for nr, navn in enumerate(view.figure.raekker) if navn.endswith("(90 eller 73 pct.)"))
    assert (faerre.ord.tekster[nr], flere.ord.tekster[nr]) == ("-150", "+100")
    assert (faerre.aaben, flere.aaben) == (False, True)


def test_looking_back_says_that_it_is_no_test(data):
    view = bagud.backwards(chosen(), data)
    assert "ca. 3.500 (3.410-3.560) PLO-læger" in view.title
    assert bagud.INGEN_PROEVE in view.note and bagud.INGEN_PROEVE in view.definition
    assert view.table["Regnet"].round().tolist() == [3400, 3433, 3501]


def test_areas_stand_by_their_years_of_stock(data):
    view = omraader.areas_by_stock(chosen("eksempel", omraade="1083"), data)
    lager = view.table["Års lager"].fillna(1e9).tolist()
    assert lager == sorted(lager, reverse=True) and len(lager) == 17
    assert {"Fyn", "Sønderjylland"} <= {*view.figure.valgte} and "Aarhus" not in view.figure.valgte
    svar = balance(chosen("eksempel"), data)
    lange = sum(
        omraader._is_long(at(svar.landet[MIDT].aar[en.kode], 2031)) for en in svar.kendt.steder if not en.er_rest
    )
    assert f": {lange} (" in view.title


@pytest.mark.parametrize("omraade", ["1083", "fyn", "360"])
@pytest.mark.parametrize("scenarie", ["", "1;pol=plan"])
def test_the_words_hold_for_every_area_with_and_without_numbers(omraade, scenarie, data):
    niveau = {"fyn": "sundhedsraad", "360": "kommune"}.get(omraade, "region")
    for visning in some([*BILLEDER], 3, len(omraade)):
        view = BILLEDER[visning](chosen("eksempel", scenarie, omraade, niveau), data)
        assert not [tekst for tekst in said(view) if BANDLYST.search(tekst)]
        assert view.form != Form.TILBAGEHOLDT or view.withheld in view.alt


@pytest.mark.parametrize("visning", BILLEDER)
def test_a_place_without_numbers_is_withheld_with_the_reason(visning, data):
    view = BILLEDER[visning](chosen(omraade="1083"), data)
    hele_landet = (*DE_87, "bal_bagud")
    assert (view.form == Form.FIGUR) == (visning in hele_landet), "the 87 and the look back are the same everywhere"
    assert visning in hele_landet or view.withheld


@pytest.mark.parametrize("visning", BILLEDER)
def test_a_scenario_that_is_not_understood_is_told_and_not_drawn(visning, data):
    view = BILLEDER[visning](chosen(scenarie="1;ukendt=3"), data)
    assert "»ukendt=3«" in view.withheld and view.figure is None and view.table.empty
    assert view.scenarie and view.title.startswith(ramme.BETINGELSE)


def test_what_differs_from_the_default_is_said(data):
    def subtitle(scenarie: str) -> str:
        return uden_plo.without_plo(chosen(scenarie=scenarie), data).subtitle

    assert "alle antagelser som standard" in subtitle("")
    assert "ændret: Andel, der får egen PLO-praksis 73 pct. (standard 80)" in subtitle("1;s=73")
    assert "3,4 pct. af PLO-lægerne (standard 3,7)" in subtitle("1;e=34")
    assert "og 2 antagelser mere" in subtitle("1;s=73;e=50;tau=4;omega=0")
    assert "det gunstige sæt antagelser" in subtitle(scenarios(data)[GUNSTIG])
    assert POLITIKKER["takt"] in subtitle("1;pol=takt")


def test_the_assumptions_are_counted_by_where_they_are_from(data):
    antagelser = catalogue(data)
    coverage = uden_plo.without_plo(chosen(), data).coverage
    brugte = len(antagelser) - 5  # those of Region Sjælland by itself, and of which area a doctor settles in
    assert coverage.startswith(f"{brugte} antagelser: ")
    assert sum(map(int, re.findall(r"(\d+) (?:fra|beregnet|skøn)", coverage))) == brugte
    maalt = {*balance(chosen("eksempel"), data).erstattet} - {*KUN_DE_87}
    coverage = uden_plo.without_plo(chosen("eksempel"), data).coverage
    assert f"{len(maalt)} antagelser er erstattet af tal i data." in coverage


@pytest.mark.parametrize(
    ("tal", "ord_"), [(99.4, "99"), (100.2, "100"), (378, "380"), (0.2, "0"), (1046.4, "1.050"), (64.5, "64")]
)
def test_over_a_hundred_is_told_to_the_nearest_ten(tal, ord_):
    assert interval.number(tal) == ord_


def test_a_range_spans_the_middle_too():
    assert interval.with_range({GUNSTIG: 10, MIDT: 300, UGUNSTIG: 40}, "pladser") == "ca. 300 (10-300) pladser"
    ens = dict.fromkeys((GUNSTIG, MIDT, UGUNSTIG), 41.0)
    assert interval.with_range(ens, "læger") == "ca. 41 (ens i alle tre sæt) læger"
    assert interval.years({GUNSTIG: None, MIDT: None, UGUNSTIG: None}) == "efter 2035 (efter 2035)"
    assert interval.years({GUNSTIG: 2032, MIDT: 2034, UGUNSTIG: None}) == "i 2034 (2032 - efter 2035)"


def test_a_speaker_has_the_answers_in_the_same_words(data):
    note = note_on_the_87(balance(chosen(), data))
    assert not BANDLYST.search(note) and "88,3" in note and "tidligst besat i 2034" in note
    assert "13,1 pct. af landets; 4,2 (3,8-5,2) pct. af pladserne" in note
    assert note_on_the_87(balance(chosen("eksempel"), data)) == ""
