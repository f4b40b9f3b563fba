"""The tab of versions works when the pointer is gone, and writes a new one when a person chooses."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from tests.data.egne_versioner import sources, write_version
from ui import egne_versioner


def page():
    from ui import egne_versioner

    egne_versioner.show_version_in_use()
    egne_versioner.show_versions()


@pytest.fixture
def kilder(tmp_path, monkeypatch):
    mappe = sources(tmp_path / "kilder")
    for nr in (1, 2):
        write_version(mappe, {"kilde": [{"kilde_id": f"x{nr}", "titel": "x"}]}, f"2026-11-0{nr}T10:00:00+01:00")
    monkeypatch.setattr(egne_versioner, "DATA", mappe)
    return mappe


@pytest.mark.parametrize("indhold", [None, b"{"])
def test_a_pointer_that_is_lost_is_told_with_the_list_and_a_choice(kilder, monkeypatch, indhold):
    fil = kilder / "egne" / "gaeldende"
    fil.unlink() if indhold is None else fil.write_bytes(indhold)
    valgt = []
    monkeypatch.setattr(egne_versioner, "go_back_by", lambda bruger, nr, nu: valgt.append(nr))
    side = AppTest.from_function(page, default_timeout=60).run()
    assert not side.exception
    assert "gaeldende" in side.error[0].value and "vælg selv en version" in side.error[0].value
    assert side.selectbox(key="gaa_til").options[:2] == [egne_versioner.version_text(en.version) for en in alle(kilder)]
    side.selectbox(key="gaa_til").select(1)
    side.button(key="gaa_tilbage").click().run()
    assert valgt == [1]


def test_the_receipt_of_a_loading_stands_with_its_version(kilder, monkeypatch):
    fundne = alle(kilder)
    med = replace(fundne[0].version, kvittering=("udbud.csv: 22 celler: 21 læst, 1 med advarsel.",))
    monkeypatch.setattr(egne_versioner, "all_versions", lambda _: [replace(fundne[0], version=med), *fundne[1:]])
    side = AppTest.from_function(page, default_timeout=60).run()
    assert not side.exception
    assert [en.value for en in side.caption] == ["udbud.csv: 22 celler: 21 læst, 1 med advarsel."]


def test_a_damaged_version_in_use_is_told_and_the_others_can_be_chosen(kilder):
    (kilder / "egne" / "versioner" / alle(kilder)[0].navn / "version.json").unlink()
    side = AppTest.from_function(page, default_timeout=60).run()
    assert not side.exception
    tekster = " ".join(en.value for en in side.markdown)
    assert "kan ikke bruges" in tekster and "Filen version.json mangler" in tekster
    assert side.selectbox(key="gaa_til").options == [
        egne_versioner.version_text(alle(kilder)[1].version),
        "Uden egne data",
    ]


def alle(kilder):
    return egne_versioner.all_versions(kilder)
