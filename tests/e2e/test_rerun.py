"""What a choice on Kort costs the line: 150 phones in a hall share one."""

import pytest

from tests.e2e.siden import choose, params, rows, visit, wait_for_map, wait_idle, wait_until

MOST_BYTES = 30_000
INDIKATORER = {row["noegletal"]: row["navn"] for row in rows("katalog/noegletal_katalog")}


@pytest.mark.parametrize("datasaet", ["eksempel", "offentlig"])
@pytest.mark.parametrize("niveau", ["kommune", "sundhedsraad", "region"])
def test_a_choice_on_a_warm_page_sends_little(server, tab, niveau, datasaet):
    modtaget = []
    tab.on("websocket", lambda en: en.on("framereceived", lambda besked: modtaget.append(len(besked))))
    visit(tab, f"{server.url}/kort?niveau={niveau}&struktur=2007&datasaet={datasaet}")
    wait_for_map(tab)
    # the second choice is the one that counts: the first also finds the widgets' places
    choose(tab, "indikator", INDIKATORER["udbudte_kapaciteter"], "udbudte_kapaciteter")
    rest(tab)
    modtaget.clear()
    choose(tab, "indikator", INDIKATORER["udbudsrunder"], "udbudsrunder")
    rest(tab)
    assert params(tab)["indikator"] == "udbudsrunder"
    assert 1_000 < sum(modtaget) <= MOST_BYTES, f"{sum(modtaget)} bytes in {len(modtaget)} messages"


@pytest.mark.parametrize("side", ["ydernumre", "puljen", "hu_forloeb", "mit_omraade"])
def test_another_area_on_a_warm_page_sends_little(server, tab, side):
    modtaget = []
    tab.on("websocket", lambda en: en.on("framereceived", lambda besked: modtaget.append(len(besked))))
    visit(tab, f"{server.url}/{side}?niveau=sundhedsraad&struktur=2007&datasaet=eksempel&omraade=fyn")
    choose(tab, "omraade", "Sundhedsråd Sønderjylland", "soenderjylland")
    rest(tab)
    modtaget.clear()
    choose(tab, "omraade", "Sundhedsråd Vendsyssel", "vendsyssel")
    rest(tab)
    assert 1_000 < sum(modtaget) <= MOST_BYTES, f"{sum(modtaget)} bytes in {len(modtaget)} messages"


def rest(tab) -> None:
    """Until the script has run and nothing more arrives."""
    wait_idle(tab)
    tab.wait_for_timeout(400)
    assert wait_until(tab, lambda: tab.locator('[data-test-script-state="notRunning"]').count() == 1)
