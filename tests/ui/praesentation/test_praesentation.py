"""Decks in a session: put in order, rewritten, taken out and in as files; and what a show holds on to. No browser."""

import json
import os
import shutil

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from data import praesentationsfiler
from queries import standard
from queries.database import Database
from queries.standard import newest
from tests.dag import I_DAG
from tests.e2e.server import ROOT
from tests.standarddeck import IALT, place_of
from tests.ui.test_sider import assert_shown, run
from ui.praesentation import fremvisninger
from ui.praesentation.egne import MIN
from ui.praesentation.styring import take_wish
from views.fremvisning.praesentation import STANDARD, Praesentation, parse, read_deck

DECK = b'titel = "Proeve"\n\n[[dias]]\nvisning = "kort"\ntitel = "Et"\n\n[[dias]]\nvisning = "ved_ikke"\ntitel = "To"\n'


def button(test: AppTest, noegle: str):
    return test.button(key=noegle)


def own(test: AppTest) -> dict[str, Praesentation]:
    return test.session_state["_praesentationer"]


def scene(test: AppTest) -> dict:
    """What the script of the stage was told."""
    return component(test, "praesentation_scene")


def component(test: AppTest, navn: str) -> dict:
    (element,) = [en for en in test.get("bidi_component") if en.proto.component_name == navn]
    assert [en.value for en in test.exception] == [] and [en.value for en in test.error] == []
    return json.loads(element.proto.mixed.json if element.proto.WhichOneof("data") == "mixed" else element.proto.json)


def begun(**valgte: str) -> AppTest:
    """The stage of a show that was begun with the button."""
    return button(run("praesentation", vis="skaerm", **valgte), "start").click().run()


def uploaded(indhold: bytes) -> AppTest:
    test = run("praesentation")
    return test.file_uploader[0].set_value(("min.toml", indhold, "application/toml")).run()


def test_the_list_shows_the_deck_that_comes_with_the_product():
    test = run("praesentation")
    assert_shown(test)
    assert test.selectbox(key="_praesentation").value == STANDARD
    tekst = "\n".join(en.value for en in test.markdown)
    for dias in read_deck(STANDARD, newest(), I_DAG).dias:
        assert dias.note in tekst
    assert not [en.key for en in test.button if en.key and en.key.startswith(("op_", "slet_", "ned_"))]


def test_a_copy_is_put_in_order_and_the_original_stays():
    test = run("praesentation")
    button(test, "kopier_deck").click().run()
    (navn,) = own(test)
    foer = [en.visning for en in read_deck(STANDARD, newest(), I_DAG).dias]
    assert [en.visning for en in own(test)[navn].dias] == foer
    button(test, "ned_0").click().run()
    assert [en.visning for en in own(test)[navn].dias] == [foer[1], foer[0], *foer[2:]]
    button(test, "op_1").click().run()
    button(test, f"kopi_{IALT - 1}").click().run()
    button(test, "slet_0").click().run()
    assert [en.visning for en in own(test)[navn].dias] == [*foer[1:], foer[-1]]
    assert_shown(test)
    assert button(test, "op_0").disabled and button(test, f"ned_{IALT - 1}").disabled
    assert [en.visning for en in read_deck(STANDARD, newest(), I_DAG).dias] == foer
    assert any("gemt i denne browser" in en.value for en in test.info)


def test_title_and_note_of_a_slide_are_rewritten():
    test = run("praesentation")
    button(test, "kopier_deck").click().run()
    (navn,) = own(test)
    test.session_state[f"ret_{navn}_1"] = True
    test.run()
    test.text_input(key="_titel_1").set_value("Det, vi fandt").run()
    test.text_area(key="_note_1").set_value("Tal langsomt").run()
    assert (own(test)[navn].dias[1].titel, own(test)[navn].dias[1].note) == ("Det, vi fandt", "Tal langsomt")
    test.text_input(key="_deck_titel").set_value("Maj").run()
    assert own(test)[navn].titel == "Maj" and len(own(test)[navn].dias) == IALT


def test_a_file_is_taken_in_and_can_be_deleted_again():
    test = uploaded(DECK)
    assert_shown(test)
    (navn,) = own(test)
    assert own(test)[navn] == parse(DECK, newest(), I_DAG)
    assert test.selectbox(key="_praesentation").value == navn
    button(test, "slet_deck").click().run()
    assert own(test) == {} and test.selectbox(key="_praesentation").value == STANDARD


@pytest.mark.parametrize(
    ("indhold", "grund"),
    [(DECK.replace(b"kort", b"kart"), "findes ikke"), (b"\xff\xfe", "UTF-8"), (b'titel = "T', "gyldig TOML")],
)
def test_a_bad_file_is_refused_in_danish_and_nothing_is_lost(indhold, grund):
    test = run("praesentation")
    button(test, "kopier_deck").click().run()
    foer = dict(own(test))
    test.file_uploader[0].set_value(("daarlig.toml", indhold, "application/toml")).run()
    assert_shown(test)
    (besked,) = [en.value for en in test.warning]
    assert "daarlig.toml" in besked and "Linje" in besked and grund in besked
    assert own(test) == foer


def test_a_figure_is_added_to_the_sessions_own_deck():
    test = run("kort", datasaet="eksempel", niveau="region", struktur="2007", omraade="1084")
    assert not [en for en in test.button if en.label == "Tilføj til præsentation"], "a closed figure has no button"
    test.session_state["om_kort"] = True
    test.run()
    assert len([en for en in test.button if en.label == "Tilføj til præsentation"]) == 2, "the map's and the ranking's"
    button(test, "tilfoej_kort").click().run()
    assert [en.value for en in test.toast] == ["Lagt i »Min præsentation« som dias 1."]
    (dias,) = own(test)[MIN].dias
    assert dias.visning == "kort" and dict(dias.filtre)["omraade"] == "1084"
    test.switch_page(str(ROOT / "pages" / "praesentation.py")).run()
    assert_shown(test)
    assert test.selectbox(key="_praesentation").options[-1].startswith("Min præsentation")


def test_a_deck_of_another_tab_is_explained():
    test = run("praesentation", praesentation="min-praesentation")
    (besked,) = [en.value for en in test.warning]
    assert "min-praesentation" in besked and "gemt i den browser" in besked


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_a_deep_link_opens_its_slide_full_screen(datasaet):
    test = begun(dias="4", datasaet=datasaet)
    vist = scene(test)
    assert vist["nummer"] == f"4 / {IALT}" and vist["titel"] and "fastfrosset kl." in vist["version"]
    assert bool(vist["advarsel"]) == (datasaet == "eksempel")
    assert test.get("plotly_chart")
    assert fremvisninger.find(test.query_params["show"]).stilling.nr == 3
    for forkert in ("0", "99", "x", "-3"):
        assert scene(begun(dias=forkert))["nr"] in (0, IALT - 1)


def test_a_reload_finds_its_show_and_the_slide_that_it_had_come_to():
    foerste = begun()
    show = foerste.query_params["show"]
    fremvisninger.find(show).go_to(5)
    igen = run("praesentation", vis="skaerm", show=show, dias="1")
    assert scene(igen)["nr"] == 5 and "igen" not in scene(igen)["version"]
    assert scene(foerste)["version"] == scene(igen)["version"]
    fremvisninger._shows.clear()
    tabt = run("praesentation", vis="skaerm", show=show, dias="3")
    assert scene(tabt)["nr"] == 2 and "fastfrosset igen" in scene(tabt)["version"]
    assert tabt.query_params["show"] == show, "phones and the other window find it where it was"


@pytest.mark.parametrize("show", ["", "tabt", "x" * 28, "tabt" + "æ" * 16])
@pytest.mark.parametrize("vis", ["skaerm", "taler"])
def test_an_address_that_was_not_given_here_begins_no_show(show, vis):
    foer = dict(fremvisninger._shows)
    test = run("praesentation", vis=vis, show=show, dias="4")
    assert [en.value for en in test.exception] == []
    assert fremvisninger._shows == foer and not [
        en for en in test.get("bidi_component") if "praesentation_" in en.proto.component_name
    ]
    assert any("Dias 4 af" in en.value and "ikke i gang" in en.value for en in test.markdown)
    assert button(test, "start").label == "Begynd fremvisningen"


def test_the_speaker_sees_note_and_both_slides_and_drives():
    skaerm = begun(datasaet="eksempel")
    show = fremvisninger.find(skaerm.query_params["show"])
    taler = run("praesentation", vis="taler", show=show.id)
    vist = component(taler, "praesentation_taler")
    nu, derefter = vist["billeder"]
    assert (nu["nr"], derefter["nr"], nu["note"]) == (0, 1, show.deck.dias[0].note)
    assert nu["svg"].startswith("<svg") and nu["titel"] == scene(skaerm)["titel"]
    assert show.noegle in vist["fjern"]["link"] and show.noegle not in json.dumps(scene(skaerm))
    take_wish(show, {"id": "a", "nr": 1, "omraade": None, "daekke": "sort"})
    vist = component(taler.run(), "praesentation_taler")
    assert (vist["nr"], vist["daekke"], vist["hoert"]) == (1, "sort", ["a"])
    assert vist["billeder"][0]["note"] == show.deck.dias[1].note
    assert taler.query_params["dias"] == "2", "either window begins the show again where it was"


def test_a_wish_is_done_once_and_what_cannot_be_understood_changes_nothing():
    show = fremvisninger.find(begun().query_params["show"])
    take_wish(show, {"id": "a", "nr": 3, "omraade": "soenderjylland", "daekke": ""})
    take_wish(show, {"id": "b", "nr": 5, "omraade": None, "daekke": ""})
    take_wish(show, {"id": "a", "nr": 3, "omraade": "soenderjylland", "daekke": ""})
    assert (show.stilling.nr, show.stilling.omraade) == (5, None)
    take_wish(show, {"id": "c", "nr": 999, "omraade": "Narnia", "daekke": "ild"})
    assert (show.stilling.nr, show.stilling.omraade, show.stilling.daekke) == (IALT - 1, None, "")
    take_wish(show, {"id": "d", "nr": "to", "omraade": 7})
    assert (show.stilling.nr, show.stilling.omraade) == (0, None)


def test_a_show_stays_on_its_data_while_another_session_sees_the_new(tmp_path, monkeypatch):
    standard.bring_up_to_date()
    fil = tmp_path / "d.duckdb"
    shutil.copy(standard.DATABASE.fil, fil)
    monkeypatch.setattr(standard, "DATABASE", Database(fil))
    valgte = {"datasaet": "eksempel", "dias": str(place_of("hu_serie"))}
    viser = begun(**valgte)
    foer = scene(viser)

    ny = tmp_path / "ny.duckdb"
    shutil.copy(fil, ny)
    with duckdb.connect(ny) as con:
        con.execute("UPDATE bygning SET kildehash = 'nyere' || kildehash")
        con.execute("DELETE FROM hu_forloeb WHERE datasaet = 'eksempel' AND aar = 2022")
    os.replace(ny, fil)

    efter = scene(viser.run())
    assert (efter["titel"], efter["version"]) == (foer["titel"], foer["version"])
    anden = scene(begun(**valgte))
    assert anden["version"].startswith("Data fra version nyere") and anden["titel"] != foer["titel"]
    assert scene(viser.run())["titel"] == foer["titel"]


def test_old_shows_make_room_and_those_in_use_do_not(monkeypatch):
    monkeypatch.setattr(fremvisninger, "_shows", {})
    monkeypatch.setattr(fremvisninger, "MOST_SHOWS", 3)
    data, deck = standard.newest(), read_deck(STANDARD, newest(), I_DAG)
    en, to, tre = (fremvisninger.begin(STANDARD, deck, "offentlig", data) for _ in range(3))
    with pytest.raises(fremvisninger.AlleIBrug, match="3 fremvisninger i gang"):
        fremvisninger.begin(STANDARD, deck, "offentlig", data)
    en.set_sidst -= 2 * fremvisninger.IN_USE
    tre.end()
    fire = fremvisninger.begin(STANDARD, deck, "offentlig", data)
    assert fremvisninger.find(tre.id) is None, "the one that is over goes before the one that is silent"
    assert all(fremvisninger.followed(show.salkode) is show for show in (en, to, fire))
    fem = fremvisninger.begin(STANDARD, deck, "offentlig", data)
    assert fremvisninger.find(en.id) is None and fremvisninger.find(to.id) is to and fremvisninger.find(fem.id) is fem


def test_a_full_server_says_so_and_shows_nothing_else(monkeypatch):
    monkeypatch.setattr(fremvisninger, "_shows", {})
    monkeypatch.setattr(fremvisninger, "MOST_SHOWS", 1)
    begun()
    anden = begun()
    assert [en.value for en in anden.exception] == [] and len(fremvisninger._shows) == 1
    assert ["i gang på denne server" in en.value for en in anden.toast] == [True]


def test_a_deck_is_kept_on_the_server_for_all_and_nobodys_is_written_over(tmp_path, monkeypatch):
    monkeypatch.setattr(praesentationsfiler, "EGNE", tmp_path / "praesentationer")
    test = uploaded(DECK)
    button(test, "gem_deck").click().run()
    assert [fil.name for fil in praesentationsfiler.EGNE.iterdir()] == ["proeve.toml"]
    anden = run("praesentation", praesentation="proeve")
    assert_shown(anden)
    assert any("gemt på serveren" in en.value for en in anden.info)
    assert not [en for en in anden.button if en.key == "op_0"], "what all see is changed in a copy"
    fremmed = uploaded(DECK.replace(b"Et", b"Andet"))
    button(fremmed, "gem_deck").click().run()
    assert ["en anden titel" in en.value for en in fremmed.toast] == [True]
    assert "Andet" not in (praesentationsfiler.EGNE / "proeve.toml").read_text()
    (navn,) = own(test)
    button(test, "ned_0").click().run()
    button(test, "gem_deck").click().run()
    assert parse((praesentationsfiler.EGNE / "proeve.toml").read_bytes(), newest(), I_DAG) == own(test)[navn], (
        "whoever kept it keeps it anew"
    )
    button(anden, "fjern_deck").click().run()
    assert list(praesentationsfiler.EGNE.iterdir()) == []
    assert anden.selectbox(key="_praesentation").value == STANDARD


@pytest.mark.parametrize(
    "visning", ["kort", "ved_ikke", "udbudsliste", "rangliste", "forloeb-findes-ikke", "hu_omraader"]
)
@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_one_view_by_its_id(visning, datasaet):
    test = run("visning", visning=visning, datasaet=datasaet)
    assert [en.value for en in test.exception] == [] and [en.value for en in test.error] == []
    assert (
        test.get("plotly_chart")
        or test.info
        or test.dataframe
        or any(en.value.startswith("- ") for en in test.markdown)
    )


def test_an_unknown_view_is_explained():
    test = run("visning", visning="kart")
    assert_shown(test)
    assert any("»kart«" in en.value for en in test.warning)
