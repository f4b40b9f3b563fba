"""What pages say of need: the tile of an area with its way on, the views on Behov og balance, and no dead end."""

import pytest

from tests.ui.test_sider import run


def written(test) -> str:
    return " ".join(en.value for kind in (test.markdown, test.caption, test.title, test.subheader) for en in kind)


@pytest.mark.parametrize("maal", ["hu-ubesat", "hu-dimensioneret"])
def test_an_empty_map_of_training_posts_leads_on_to_the_example(maal):
    test = run("hu_forloeb", fane="kort", maal=maal)
    assert not test.exception
    (knap,) = [en for en in test.button if en.label == "Se den samme visning med eksempeldata"]
    knap.click().run()
    assert not test.exception and "eksempel" in test.query_params["datasaet"]
    assert not [en for en in test.button if en.label == knap.label], "the example has a map"


@pytest.mark.parametrize(
    ("valg", "ord_"),
    [
        ({"omraade": "1085"}, ("mangler 88", "Reglen i dag", "1. februar 2026")),
        ({"omraade": "fyn", "datasaet": "eksempel"}, ("model 2025", "gælder fra")),
    ],
)
def test_an_area_has_its_target_beside_its_capacity(valg, ord_):
    test = run("mit_omraade", **valg)
    assert not test.exception and all(en in written(test) for en in ord_)


def whose(test):
    return [en for en in test.button_group if en.label == "Kapacitet"]


@pytest.mark.parametrize("maal", ["", "hvad-mangler", "paa-kortet"])
def test_capacity_of_plo_alone_is_one_choice_in_the_address_where_it_is_known(maal):
    test = run("balance", fane="behov-mod-kapacitet", maal=maal, datasaet="eksempel", niveau="kommune")
    (knap,) = whose(test)
    assert "PLO" not in written(test).split("Hent og kilder")[0] and "kapacitet" not in test.query_params
    knap.set_value("plo").run()
    assert not test.exception and test.query_params["kapacitet"] == "plo"
    assert "PLO" in written(test) and "tilmeldte patienter" in written(test)
    whose(test)[0].set_value("alle").run()
    assert not test.exception and "kapacitet" not in test.query_params


@pytest.mark.parametrize("valg", [{"datasaet": "offentlig"}, {"datasaet": "eksempel", "maal": "truede-omraader"}])
def test_whose_capacity_is_not_asked_where_plo_alone_is_not_known_or_nothing_is_counted(valg):
    test = run("balance", fane="behov-mod-kapacitet", kapacitet="plo", **valg)
    assert not test.exception and not whose(test)


def test_need_stands_on_behov_og_balance():
    test = run("balance", fane="behov-mod-kapacitet")
    assert not test.exception and "brutto mangler 323,7 kapaciteter, netto 313,2" in written(test)
    test = run("balance", fane="maal-over-tid")
    assert not test.exception and "Hvilken regel om patienttal gælder hvor?" in written(test)


@pytest.mark.parametrize(
    ("side", "valg", "ord_"),
    [
        ("hu_forloeb", {"fane": "nye-laeger", "omraade": "1083", "niveau": "region"}, "Rækker de nye læger?"),
        ("hu_forloeb", {"omraade": "1083", "niveau": "region"}, "Kan udbuddene finde en læge?"),
        ("mit_omraade", {"omraade": "fyn"}, "Se behov mod kapacitet"),
    ],
)
def test_the_way_to_it_stands_where_the_question_does_and_keeps_the_area(side, valg, ord_):
    (vej,) = [en.proto for en in run(side, **valg).get("page_link") if ord_ in en.proto.label]
    assert vej.page == "balance" and all(
        f"{navn}={valg[navn]}" in vej.query_string for navn in ("omraade", "niveau") if navn in valg
    )
