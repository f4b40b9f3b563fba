"""When the data break the pages: `/sundhed` says so, the server starts all the same, the versions can be reached."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

import dashboard
from queries.standard import newest
from tests.dag import I_DAG
from tests.data.egne_versioner import sources, write_version
from tests.ui.test_sider import run
from ui import egne_versioner, helbred, opvarmning, valg


def broken(*_):
    raise RuntimeError("data that no page can show")


def test_health_follows_the_pages(monkeypatch):
    assert helbred._first_failure(I_DAG, newest()) == ""
    monkeypatch.setattr(helbred, "made", broken)
    assert helbred._first_failure(I_DAG, newest()) == "RuntimeError"


@pytest.mark.parametrize("fejl, status", [("", 200), ("RuntimeError", 503)])
def test_the_health_check_fails_when_the_pages_would(monkeypatch, fejl, status):
    monkeypatch.setattr(dashboard, "why_pages_fail", lambda: fejl)
    with ThreadPoolExecutor(1) as traad:  # a browser of another test may have a loop in this one
        svar = traad.submit(asyncio.run, dashboard.health(None)).result()
    assert svar.status_code == status
    assert json.loads(svar.body)["status"] == ("fejl" if fejl else "ok")


def test_the_server_starts_with_data_that_cannot_be_warmed(monkeypatch, caplog):
    monkeypatch.setattr(dashboard, "OPVARMNING", "ja")
    monkeypatch.setattr(dashboard, "warm_views", broken)
    monkeypatch.setattr(dashboard, "settle_heap", lambda: None)
    dashboard.warm_up()
    assert "The first views cannot be made" in caplog.text
    monkeypatch.setattr(opvarmning, "what_kort_shows", broken)
    assert opvarmning.Opvarmning()._warm(newest(), opvarmning.worlds(), I_DAG) is False


@pytest.mark.parametrize("side", ["overblik", "data_og_kilder"])
def test_the_versions_are_reached_and_used_when_the_choices_fail(tmp_path, monkeypatch, side):
    kilder = sources(tmp_path / "kilder")
    write_version(kilder, {"kilde": [{"kilde_id": "x1", "titel": "x"}]}, "2026-11-01T10:00:00+01:00")
    monkeypatch.setattr(egne_versioner, "DATA", kilder)
    monkeypatch.setattr(valg, "read_choices", broken)
    valgt = []
    monkeypatch.setattr(egne_versioner, "go_back_by", lambda bruger, nr, nu: valgt.append(nr))
    test = run(side)
    assert not test.exception and helbred.KAN_IKKE_VISES in [en.value for en in test.error]
    test.selectbox(key="gaa_til").select(0)
    test.button(key="gaa_tilbage").click().run()
    assert valgt == [0]
