"""Every page through the router, without a browser: no choice makes it fail, and no code is lost.

Streamlit's AppTest runs the scripts only. What a browser shows, and deep links on a cold server, are tested in
tests/e2e.
"""

import csv

import pytest
from streamlit.testing.v1 import AppTest

import queries
from queries.standard import newest
from tests.e2e.server import ROOT
from tests.sweep import some
from ui import noegler, ur
from ui.bjaelke import PERIODE
from ui.sider import FOERSTE
from views.faelles.koder import FOERSTE_DAG
from views.omraade import moeder
from views.sprog import ord

PAGES = sorted(sti.stem for sti in (ROOT / "pages").glob("*.py"))
TEKSTSIDE = 1500
TILBAGE = "Tilbage til de rigtige tal"
FEJL = "Siden kunne ikke vises"


def run(side: str, **parametre: str) -> AppTest:
    """A page as the router shows it to whom a link with the given parameters opens it: no other page is run first."""
    test = AppTest.from_file(str(ROOT / "ui" / "router.py"), default_timeout=60)
    for navn, vaerdi in parametre.items():
        test.query_params[navn] = vaerdi
    if side != FOERSTE:
        test.switch_page(str(ROOT / "pages" / f"{side}.py"))
    return test.run()


def assert_shown(test: AppTest) -> None:
    assert [en.value for en in test.exception] == []
    assert [en.value for en in test.error] == []
    # a page of text has text: more than the sentence or two that stand on every page
    tekst = sum(len(en.value) for en in test.markdown)
    assert test.get("plotly_chart") or test.metric or test.info or test.dataframe or tekst > TEKSTSIDE


def rows(navn: str) -> list[dict[str, str]]:
    with open(ROOT / "data" / f"{navn}.csv", encoding="utf-8", newline="") as fil:
        return list(csv.DictReader(fil))


@pytest.mark.parametrize("side", PAGES)
@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_a_page_is_shown_in_each_dataset(side, datasaet):
    test = run(side, datasaet=datasaet)
    assert_shown(test)
    maerke = [en.label for en in test.button if "orange-badge" in en.label]
    assert [ord.EKSEMPEL_ADVARSEL in en and TILBAGE in en for en in maerke] == [True] * (datasaet == "eksempel")
    # a page that stops early would take the box at the end of the bar with it
    assert [en for en in test.get("popover") if "Del" in str(en.proto)], "a page can be shared, whatever is chosen"


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize(
    ("niveau", "struktur", "omraade"),
    [
        ("kommune", "2007", "492"),
        ("sundhedsraad", "2007", "soenderjylland"),
        ("region", "2007", "1084"),
        ("region", "2027", "oestdanmark"),
        ("videreuddannelsesregion", "2007", "oest"),
    ],
)
def test_kort_is_shown_at_each_level(datasaet, niveau, struktur, omraade):
    test = run("kort", datasaet=datasaet, niveau=niveau, struktur=struktur, omraade=omraade)
    assert_shown(test)
    assert [en.value for en in test.warning if omraade in en.value] == []
    assert test.selectbox(key="_niveau").value == niveau
    assert test.session_state["_filters"].omraade == omraade


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_kort_is_shown_for_every_indicator(datasaet):
    test = run("kort", datasaet=datasaet)
    koder = [navn for navn, en in queries.catalogue_of(datasaet, newest()).items() if en.paa_kort]
    assert len(koder) >= 12
    for kode in some(koder, 8, len(datasaet)):
        test.selectbox(key="_indikator").set_value(kode).run()
        assert_shown(test)
        assert test.session_state["_filters"].indikator == kode


@pytest.mark.parametrize("side", ["kort", "mit_omraade", "siden_sidst", "hu_forloeb"])
def test_unknown_codes_are_answered_once_each(side):
    forkert = {
        "niveau": "fylke",
        "struktur": "1970",
        "omraade": "narnia",
        "indikator": "lykke",
        "datasaet": "hemmeligt",
        "fra": "i-fjor",
        "til": "1066",
    }
    test = run(side, **forkert)
    assert_shown(test)
    svar = [en.value for en in test.warning]
    for kode in forkert.values():
        assert sum(kode in et for et in svar) == 1, (kode, svar)


def test_the_glossary_is_read_by_subject_and_searched_and_says_when_nothing_is_found():
    test = run("ordliste")
    foerste = rows("katalog/ordliste")[0]["emne"]
    alt = "\n".join(en.value for en in test.markdown)
    for post in rows("katalog/ordliste"):
        assert alt.count(f"**{post['ord']}**") == (post["emne"] == foerste)
    test.text_input(key="_soeg").set_value("genopslag").run()
    fundet = "\n".join(en.value for en in test.markdown)
    assert "**Genopslag (HU-forløb)**" in fundet and "**Tutorlæge**" not in fundet and not test.info
    test.text_input(key="_soeg").set_value("xyzzy").run()
    assert_shown(test)
    assert [en.value for en in test.header] == [] and len(test.info) == 1


def test_years_in_the_wrong_order_are_no_error():
    test = run("kort", datasaet="eksempel", fra="2025", til="2023")
    assert_shown(test)
    test.session_state[PERIODE] = True
    test.run()
    assert (test.selectbox(key="_fra").value, test.selectbox(key="_til").value) == ("2023", "2025")


def test_one_click_goes_back_to_the_real_numbers():
    test = run("kort", datasaet="eksempel", fra="2023", omraade="fyn")
    next(en for en in test.button if TILBAGE in en.label).click().run()
    assert_shown(test)
    assert test.query_params["datasaet"] == "offentlig" and test.query_params["omraade"] == "fyn"
    assert "fra" not in test.query_params


def fields(test: AppTest) -> dict[str, str]:
    """The codes of the area that stand in the address."""
    navne = ("omraade", "niveau", "struktur", "sammenlign")
    return {navn: kode for navn, kode in test.query_params.items() if navn in navne}


def test_a_larger_level_goes_on_with_the_area_that_holds_the_chosen_one():
    test = run("kort", datasaet="eksempel", niveau="kommune", omraade="492", sammenlign="461")
    test.selectbox(key="_niveau").set_value("region").run()
    assert_shown(test)
    assert (fields(test)["omraade"], fields(test)["sammenlign"]) == ("1083", "1083")


def test_a_finer_level_lets_go_of_an_area_it_does_not_have():
    test = run("kort", datasaet="eksempel", niveau="region", struktur="2007", omraade="1083")
    test.selectbox(key="_niveau").set_value("kommune").run()
    assert_shown(test)
    assert fields(test).get("omraade", "") == ""
    assert [en.value for en in test.warning if "1083" in en.value] == []


def test_a_link_with_the_area_alone_opens_its_level():
    test = run("kort", omraade="461")
    assert_shown(test)
    assert [en.value for en in test.warning] == []
    assert test.selectbox(key="_niveau").value == "kommune"


def test_the_regions_change_and_the_area_goes_along():
    test = run("mit_omraade", datasaet="eksempel", struktur="2007", omraade="1085", niveau="region")
    test.selectbox(key="_struktur").set_value("2027").run()
    assert_shown(test)
    assert fields(test)["omraade"] == "oestdanmark"


def test_a_page_that_fails_says_so_in_danish_and_keeps_the_reason_to_the_log(caplog):
    def script():
        import dashboard

        assert dashboard.show_error(ValueError("hemmelig grund"))

    test = AppTest.from_function(script, default_timeout=60).run()
    assert [en.value for en in test.exception] == []
    (besked,) = [en.value for en in test.error]
    assert FEJL in besked and "genindlæs" in besked
    assert "hemmelig" not in besked and "ValueError" not in besked
    assert "hemmelig grund" in caplog.text


@pytest.mark.parametrize(
    ("side", "valg", "ventet"),
    [
        ("ydernumre", {"fane": "klinikker", "status": "venter"}, "er lovet en PLO-læge"),
        ("ydernumre", {"fane": "klinikker", "status": "kontrakter"}, "udløber inden for et år"),
        ("puljen", {"fane": "foer-og-efter", "maal": "hu"}, "Besatte HU-forløb i"),
        ("puljen", {"fane": "foer-og-efter", "maal": "laeger"}, "Praktiserende læger i"),
        ("hu_forloeb", {"fane": "tiltag", "niveau": "region", "omraade": "1085"}, "tiltag i Region Sjælland"),
    ],
)
def test_what_a_tab_shows_one_at_a_time_is_in_the_address(side, valg, ventet):
    test = run(side, datasaet="eksempel", **valg)
    assert_shown(test)
    tekster = [en.value for en in (*test.subheader, *test.markdown, *test.header)]
    assert any(ventet in en for en in tekster), tekster


def test_the_open_tab_and_the_measure_stand_in_the_address():
    test = run("hu_forloeb", datasaet="eksempel", fane="kort", maal="hu-besat")
    assert_shown(test)
    assert [en.label for en in test.tabs if en.children][0] == "Kort"
    assert test.session_state["_maal"] == "hu_besat"
    test.session_state["hu_fane"] = "Runder"
    test.segmented_control(key="_maal").set_value("hu_ubesat").run()
    assert_shown(test)
    assert "maal" not in test.query_params and test.query_params["fane"] == "kort"


def test_tabs_that_a_narrow_window_has_no_room_for_are_buttons():
    test = AppTest.from_file(str(ROOT / "ui" / "router.py"), default_timeout=60)
    test.session_state[noegler.VINDUE] = (390, 844)
    test.switch_page(str(ROOT / "pages" / "hu_forloeb.py")).run()
    assert_shown(test)
    assert not test.tabs and test.segmented_control(key="_fane").options == TABS["hu_forloeb"][1]
    test.segmented_control(key="_fane").set_value("Nye læger").run()
    assert_shown(test)
    assert test.query_params["fane"] == "nye-laeger" and any("at eje sin praksis" in en.value for en in test.markdown)


def test_a_code_of_a_tab_that_the_page_does_not_have_opens_the_first():
    test = run("puljen", datasaet="eksempel", fane="runder")
    assert_shown(test)
    assert [en.label for en in test.tabs if en.children][0] == "Kort"


EFTER = [("1085", "oestdanmark"), ("1084", "oestdanmark"), ("1083", "syddanmark")]


@pytest.mark.parametrize(
    ("side", "kode", "efter"),
    [(en, *ny) for nr, en in enumerate(("kort", "mit_omraade", "reformen")) for ny in some(EFTER, 1, nr)],
)
def test_the_old_region_of_a_link_goes_along_into_the_reform(side, kode, efter):
    if side == "reformen":  # it shows both structures whatever is chosen, so the address tells which
        test = run(side, omraade=kode, struktur="2027")
        assert test.session_state["_filters"].omraade == efter
        return
    test = run(side, omraade=kode)
    test.selectbox(key="_struktur").set_value("2027").run()
    assert_shown(test)
    assert fields(test) == {"omraade": efter, "niveau": "region", "struktur": "2027"}
    assert [en.value for en in test.info if "hele landet" in en.value] == []


def test_an_area_that_must_be_let_go_is_told():
    test = run("kort", omraade="oestdanmark", struktur="2027", niveau="region")
    test.selectbox(key="_struktur").set_value("2007").run()
    assert_shown(test)
    assert "omraade" not in test.query_params
    assert any("Østdanmark" in en.value and "hele landet" in en.value for en in test.info)


def test_a_day_before_the_first_shows_the_first_and_says_so():
    test = run("siden_sidst", siden="1999-01-01")
    assert_shown(test)
    assert any("1. januar 2011" in en.value for en in test.warning)
    assert test.date_input(key="_siden").value == FOERSTE_DAG


# the pages with tabs: the key of the row, whose open tab stands in the address as `fane`, and their names
TABS = {
    "ydernumre": (
        "yder_fane",
        ["Forløb", "Over tid", "Ind og ud", "Kort", "Liste", "Typer", "Vilkår", "Klinikker", "Uvist"],
    ),
    "puljen": ("pulje_fane", ["Kort", "Behov", "Før og efter", "Projekter", "Puljer", "Uvist"]),
    "hu_forloeb": (
        "hu_fane",
        ["År for år", "Kort", "Områder", "Runder", "Liste", "Kilder", "Tiltag", "Nye læger", "Uvist"],
    ),
    "balance": (
        "balance_fane",
        ["Balance", "De 87", "Behov mod kapacitet", "Mål over tid", "Antagelser", "Ukendt"],
    ),
    "mit_omraade": ("omraadelister", ["Området", "Tal", "Læger", "Dele", "Udbud", "Klinikker", "Puljen"]),
}


MED_STED = ("overblik", "kort", "ydernumre", "puljen", "hu_forloeb", "siden_sidst", "reformen", "balance")
STEDER = [("461", "kommune"), ("fyn", "sundhedsraad"), ("1083", "region")]
PAA_ET_STED = [
    (side, *sted, datasaet)
    for nr, side in enumerate(MED_STED)
    for en, sted in enumerate(STEDER)
    for datasaet in some(("offentlig", "eksempel"), 1, nr + en)
]


@pytest.mark.parametrize(("side", "omraade", "niveau", "datasaet"), some(PAA_ET_STED, 10))
def test_a_page_is_shown_for_an_area_of_every_level(side, omraade, niveau, datasaet):
    assert_shown(run(side, datasaet=datasaet, omraade=omraade, niveau=niveau))


@pytest.mark.parametrize(
    ("side", "fane", "titel"),
    [
        ("reformen", "regler", "Hvilken regel om patienttal gælder hvor?"),
        ("reformen", "raadene", "17 sundhedsråd"),
        ("ydernumre", "vilkaar", "Tre kliniktyper"),
        ("hu_forloeb", "nye-laeger", "at eje sin praksis"),
        ("data_og_kilder", "uenige", "kilderne er uenige om"),
    ],
)
def test_what_stands_beside_the_registers_has_its_tab(side, fane, titel):
    test = run(side, datasaet="offentlig", fane=fane)
    assert_shown(test)
    assert any(titel in en.value for en in (*test.markdown, *test.subheader, *test.metric, *test.caption)), fane


def test_another_organ_looks_back_to_its_own_last_meeting_in_one_step():
    test = run("siden_sidst", siden="2025-11-01")
    test.selectbox(key="_organ").set_value("almen_praksisudvalget").run()
    assert_shown(test)
    assert test.date_input(key="_siden").value == moeder.last_meeting("almen_praksisudvalget", ur.today(), newest())
    assert "siden" not in fields(test) and test.query_params["organ"] == "almen_praksisudvalget"


@pytest.mark.parametrize("indikator", ["udbudsrunder", "udbudte_ydernumre"])
def test_a_colour_ends_with_its_paragraph(indikator):
    """Streamlit shows the brackets of one that does not."""
    test = run("kort", datasaet="offentlig", niveau="sundhedsraad", indikator=indikator)
    dele = [en for tekst in test.markdown for en in tekst.value.split("\n\n") if ":small[:gray[" in en]
    assert len(dele) > 2 and all(en.endswith("]]") for en in dele), dele
