"""Making a group of one's own on Mit område, by what people fill in."""

from tests.ui.test_sider import assert_shown, fields, run

KODE = "gruppe.Vestsjælland + Lolland.326.360"


def test_a_group_is_made_used_and_mended():
    test = run("mit_omraade", datasaet="eksempel")
    test.session_state["gruppeformular"] = True
    test.run()
    test.multiselect(key="_gruppemedlemmer").set_value(["360"])
    test.text_input(key="_gruppenavn").set_value("Vestsjælland + Lolland")
    use(test)
    assert "mindst to" in test.warning[-1].value and fields(test).get("omraade", "") == ""
    # what was filled in is still there
    assert test.multiselect(key="_gruppemedlemmer").value == ["360"]
    test.multiselect(key="_gruppemedlemmer").set_value(["360", "326"])
    use(test)
    assert_shown(test)
    assert fields(test)["omraade"] == KODE
    (overskrift,) = [en.value for en in test.markdown if en.value.startswith("# ")]
    assert "Vestsjælland" in overskrift and "Lolland" in overskrift


def test_a_link_with_a_group_opens_on_every_page():
    for side in ("kort", "ydernumre", "puljen", "hu_forloeb", "siden_sidst", "sammenlign"):
        test = run(side, datasaet="eksempel", omraade=KODE)
        assert_shown(test)
        assert not [en.value for en in test.warning if "findes ikke" in en.value]
        assert test.session_state["_filters"].niveau == KODE


def test_another_level_goes_on_with_the_area_that_holds_the_group():
    test = run("kort", datasaet="eksempel", omraade=KODE)
    test.selectbox(key="_niveau").set_value("region").run()
    assert_shown(test)
    assert fields(test)["omraade"] == "1085"


def use(test) -> None:
    next(en for en in test.button if en.label == "Brug gruppen").click().run()
