"""A saved link as the very first thing that a server is asked; and it asks nobody else for the answer."""

import pytest

from tests.e2e.server import running
from tests.e2e.siden import (
    area_names,
    assert_no_traceback,
    drawn,
    metrics,
    outlined,
    params,
    select_box,
    visit,
    wait_for_map,
    wait_until,
)
from tests.sweep import some

VALG = {
    "niveau": "region",
    "struktur": "2027",
    "datasaet": "eksempel",
    "indikator": "udbudte_ydernumre",
    "omraade": "oestdanmark",
}


# The other way of starting is that of the server that all tests share.
@pytest.mark.parametrize("kommando", some(["uvicorn", "streamlit"], 1))
def test_a_cold_server_opens_a_saved_link(tab, kommando, trap):
    proxy, spurgt = trap
    with running(kommando, cold=True, miljoe=by_way_of(proxy)) as server:
        visit(tab, f"{server.url}/kort?" + "&".join(f"{navn}={kode}" for navn, kode in VALG.items()))
        wait_for_map(tab)
        assert wait_until(tab, lambda: outlined(tab) == ["oestdanmark"])
        navn = area_names("region", "2027")["oestdanmark"]
        assert select_box(tab, "omraade").input_value() == navn == "Region Østdanmark"
        assert any(tal.startswith(navn) for tal in metrics(tab)), metrics(tab)
        assert {en["code"] for en in drawn(tab)} == set(area_names("region", "2027"))
        assert params(tab) == VALG
        assert_no_traceback(tab)
    assert spurgt == []


def by_way_of(proxy: str) -> dict[str, str]:
    """Where a program is told to ask for whatever is not on this machine."""
    navne = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
    return dict.fromkeys(navne, proxy) | {"no_proxy": "", "NO_PROXY": ""}
