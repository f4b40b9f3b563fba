"""The hall in a real browser: a phone follows the stage, the remote turns it, a page without script shows the same."""

from tests.e2e.siden import params, visit, wait_idle, wait_until
from ui.praesentation.fremvisninger import hall_code, remote_key

TELEFON = {"width": 390, "height": 844}


def test_a_phone_follows_the_wall_and_the_remote_turns_it(server, tab, browser):
    visit(tab, f"{server.url}/praesentation?datasaet=eksempel")
    tab.get_by_role("button", name="Start præsentationen").click()
    assert wait_until(tab, lambda: params(tab).get("show")), tab.url
    wait_idle(tab)
    show = params(tab)["show"]
    hentet: list[str] = []
    telefon, taler, uden = (
        browser.new_context(viewport=TELEFON, java_script_enabled=en).new_page() for en in (True, True, False)
    )
    telefon.on("request", lambda en: hentet.append(en.url))
    telefon.goto(f"{server.url}/foelg/{hall_code(show)}")
    taler.goto(f"{server.url}/fjern/{hall_code(show)}?noegle={remote_key(show)}")
    foerste = telefon.locator("h1").inner_text()
    assert taler.locator("h1").inner_text() == foerste
    taler.get_by_role("button", name="Næste").click()
    assert wait_until(telefon, lambda: telefon.locator("h1").inner_text() != foerste)
    andet = telefon.locator("h1").inner_text()
    assert wait_until(tab, lambda: params(tab).get("dias") == "2"), "the wall follows the remote"
    assert wait_until(taler, lambda: taler.locator("h1").inner_text() == andet)
    uden.goto(f"{server.url}/foelg/{hall_code(show)}")
    assert uden.locator("h1").inner_text() == andet
    assert telefon.evaluate("document.scrollingElement.scrollWidth") <= TELEFON["width"], "nothing is cut"
    # stepped aside to an area of one's own, it still follows, and comes back
    telefon.locator("select").select_option("fyn")
    telefon.get_by_role("button", name="Vis").click()
    assert wait_until(telefon, lambda: "Fyn" in telefon.locator("h1").inner_text())
    taler.get_by_role("button", name="Forrige").click()
    assert wait_until(telefon, lambda: any(en.endswith("/0?omraade=fyn") for en in hentet)), hentet[-3:]
    telefon.get_by_role("link", name="Tilbage til salens dias").click()
    assert wait_until(telefon, lambda: telefon.locator("h1").inner_text() == foerste)
    taler.get_by_role("button", name="Sort skærm").click()
    assert wait_until(telefon, lambda: "pause" in telefon.locator("#besked").inner_text())
    assert wait_until(tab, lambda: tab.locator(".lysbillede .sort").is_visible()), "the wall is black"
    # light again, then the question, then its answer
    for _ in range(3):
        tab.keyboard.press("Escape")
    assert wait_until(telefon, lambda: "slut" in telefon.locator("#besked").inner_text())
    assert all(en.startswith(server.url) for en in hentet), "nothing is fetched from elsewhere"
    for en in (telefon, taler, uden):
        en.context.close()
