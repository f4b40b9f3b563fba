"""A refused file is let go, with its share of the session; what was said of it stands, and another choice reads it from
the cells that were kept."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.data.indlaes_filer import UDBUD, as_csv, as_xlsx
from ui import egne_data, noegler
from ui.egne_data import TILFOEJ

REFUSED = as_csv(UDBUD | {"Kommune": "Nykøbing"})


def page():
    from ui import egne_data

    egne_data.show_import()


@pytest.fixture
def frigivet(monkeypatch):
    """How often the session's files were let go."""
    gange = []
    monkeypatch.setattr(egne_data, "let_go", lambda: gange.append(1))
    return gange


def uploaded(*filer: tuple[str, bytes]) -> AppTest:
    side = AppTest.from_function(page, default_timeout=60).run()
    side.file_uploader[0].set_value([(navn, indhold, "text/csv") for navn, indhold in filer])
    side.run()
    assert not side.exception
    return side


def said(side: AppTest) -> str:
    return " ".join(en.value for en in (*side.error, *side.markdown, *side.caption))


def test_the_sheet_of_capacity_and_patients_is_offered_with_the_templates_of_indicators():
    def templates():
        from ui import hent_data

        hent_data.show_templates("offentlig")

    side = AppTest.from_function(templates, default_timeout=60).run()
    assert "tilmeldte patienter" not in said(side) and len(side.get("download_button")) == 2
    side.selectbox(key="skabelonregister").set_value("noegletal").run()
    assert not side.exception and len(side.get("download_button")) == 3
    assert "ikke eSundheds" in said(side), "nobody has seen the order of theirs"


def test_a_file_refused_for_its_rows_is_let_go_and_what_was_said_stands(frigivet):
    side = uploaded(("udbud.csv", REFUSED))
    assert frigivet and not side.file_uploader[0].value
    assert "1 fejl skal rettes" in side.error[0].value and "Guldborgsund" in said(side)
    assert [en.indhold for en in side.session_state[noegler.AFVIST_FORSLAG].filer] == [b""]
    assert "Hent udbud.csv med" in str(side.get("download_button")[0].proto), "the file of errors can still be had"

    side.segmented_control(key="indlaes_maade").set_value(TILFOEJ).run()
    assert not side.exception and "Guldborgsund" in said(side), "read again from its cells"
    side.file_uploader[0].set_value([("udbud.csv", as_csv(UDBUD), "text/csv")])
    side.run()
    assert not side.exception and not side.error and noegler.AFVIST_FORSLAG not in side.session_state
    assert len(frigivet) == 1, "what can be loaded stays until it is"


def test_the_question_of_a_table_is_answered_without_the_file(frigivet):
    tabel = as_xlsx({"Ark1": [["Kommune", 2024], ["Lolland", 3], ["Morsø", 5]]})
    side = uploaded(("tabel.xlsx", tabel))
    assert frigivet and "Vælg, hvilket nøgletal" in said(side)
    side.selectbox(key="indlaes_noegletal").set_value("praksis_antal")
    side.text_input(key="indlaes_kilde").set_value("Et brev").run()
    assert not side.exception and not side.error
    assert side.button(key="indlaes_ja")


def test_files_that_were_not_read_are_asked_for_again_and_can_be_taken_away(frigivet):
    side = uploaded(("udbud.csv", REFUSED), ("a.pdf", b"%PDF-1.4"))
    assert "en PDF-fil" in said(side)
    side.segmented_control(key="indlaes_maade").set_value(TILFOEJ).run()
    assert not side.exception and "Filen ligger her ikke længere. Læg den op igen." in said(side)
    next(en for en in side.button if en.label == "Fjern").click().run()
    assert not side.error and noegler.AFVIST_FORSLAG not in side.session_state


def test_what_another_page_remembers_of_a_deck_is_none_of_this(frigivet):
    side = AppTest.from_function(page, default_timeout=60)
    side.session_state["_afvist"] = "moede.toml er ikke læst, og intet er ændret."
    side.run()
    assert not side.exception and not side.error
