"""The address is the state: choices write stable codes into it, and it opens the same view anywhere."""

from functools import partial
from urllib.parse import urlsplit

import httpx
import pytest

from tests.e2e.siden import (
    WARNING,
    area_names,
    assert_no_traceback,
    choose,
    drawn,
    headings,
    metrics,
    outlined,
    params,
    rows,
    select_box,
    visit,
    wait_for_map,
    wait_idle,
    wait_until,
    wait_until_still,
)
from views.sprog.ord import DATASAET

INDIKATORER = {row["noegletal"]: row["navn"] for row in rows("katalog/noegletal_katalog")}
NIVEAUER = {row["niveau"]: row["navn"] for row in rows("geografi/niveau")}
STRUKTURER = {row["struktur"]: row["navn"] for row in rows("geografi/struktur")}
VALG = ("indikator", "niveau", "omraade")
PERIODE = ".st-key-_periode button"
SOEGEFELT = '.st-key-_omraade input[role="combobox"]'
TO_SKRIDT = """([skridt, pause]) => {
    addEventListener("popstate", () => setTimeout(() => history.go(skridt), pause), {once: true});
    history.go(skridt);
}"""
PAGE_LINK = '[data-testid="stPageLink-NavLink"]'
FUNDNE = '.st-key-_omraade [role="option"]'


def state(tab) -> dict:
    """What someone who looks at the page would call "the same view"."""
    wait_for_map(tab)
    return {
        "valg": {navn: select_box(tab, navn).input_value() for navn in VALG},
        "overskrifter": headings(tab),
        "tal": metrics(tab),
        "tegnet": sorted(en["code"] for en in drawn(tab)),
        "markeret": outlined(tab),
    }


def choose_year(tab, navn: str, aar: str) -> None:
    """The years fold out of the bar, and in again when one is chosen."""
    tab.locator(PERIODE).first.click()
    select_box(tab, navn).wait_for()
    wait_idle(tab)
    wait_until_still(tab)
    choose(tab, navn, aar, aar)


def look_for(tab, skrevet: str) -> list[str]:
    """What the search "Område eller by" offers."""
    felt = tab.locator(SOEGEFELT)
    felt.click()
    felt.fill(skrevet)
    tab.locator(FUNDNE).first.wait_for()
    return tab.locator(FUNDNE).all_inner_texts()


def steps(tab) -> int:
    return tab.evaluate("history.length")


def test_choices_write_stable_codes_and_the_link_opens_the_same_view_elsewhere(server, tab, open_tab):
    visit(tab, f"{server.url}/kort?datasaet=offentlig")
    choose(tab, "datasaet", DATASAET["eksempel"], "eksempel")
    choose(tab, "niveau", NIVEAUER["kommune"], "kommune")
    choose(tab, "indikator", INDIKATORER["runder_uden_ansoegere"], "runder_uden_ansoegere")
    choose(tab, "omraade", area_names("kommune")["492"] + " Kommune", "492")
    choose_year(tab, "fra", "2023")
    choose_year(tab, "til", "2025")
    assert wait_until(tab, lambda: outlined(tab) == ["492"])
    # the structure is named too, so that the link shows the same when the regions of the day have changed
    assert params(tab) == {
        "datasaet": "eksempel",
        "struktur": params(tab).get("struktur"),
        "niveau": "kommune",
        "indikator": "runder_uden_ansoegere",
        "omraade": "492",
        "fra": "2023",
        "til": "2025",
    }
    assert params(tab)["struktur"] in STRUKTURER

    her = state(tab)
    # a browser profile of its own, and so a session that knows nothing of this one
    anden = open_tab("dark")
    visit(anden, tab.url)
    assert wait_until(anden, lambda: state(anden) == her), (state(anden), her)
    assert params(anden) == params(tab)


def test_the_first_choice_pins_what_changes_with_the_calendar(server, tab):
    """A link that someone made by choosing keeps its regions and its dataset when the defaults have changed."""
    visit(tab, f"{server.url}/kort")
    choose(tab, "niveau", NIVEAUER["region"], "region")
    assert wait_until(tab, lambda: {"struktur", "datasaet"} <= set(params(tab)), seconds=5), tab.url
    wait_for_map(tab)
    assert sorted(en["code"] for en in drawn(tab)) == sorted(area_names("region", params(tab)["struktur"]))


def test_browser_back_takes_one_choice_back(server, tab):
    visit(tab, f"{server.url}/kort?niveau=region&struktur=2007&datasaet=eksempel&indikator=udbudte_ydernumre")
    wait_for_map(tab)
    foer = state(tab)
    # the list names the PLO-R too
    choose(tab, "omraade", area_names("region")["1083"] + " (PLO-Syddanmark)", "1083")
    assert wait_until(tab, lambda: outlined(tab) == ["1083"])
    tab.go_back()
    assert wait_until(tab, lambda: "omraade" not in params(tab)), tab.url
    wait_idle(tab)
    assert wait_until(tab, lambda: state(tab) == foer), (state(tab), foer)
    tab.go_forward()
    assert wait_until(tab, lambda: outlined(tab) == ["1083"])


def test_a_choice_is_kept_from_page_to_page(server, tab):
    visit(tab, f"{server.url}/kort?niveau=kommune&datasaet=eksempel&omraade=461")
    wait_for_map(tab)
    go_to(tab, "")
    assert tab.get_by_text("EKSEMPELDATA - opdigtede tal", exact=True).count() >= 1
    go_to(tab, "kort")
    assert wait_until(tab, lambda: outlined(tab) == ["461"]), tab.url
    assert wait_until(tab, lambda: {"datasaet": "eksempel", "omraade": "461"}.items() <= params(tab).items()), tab.url


def go_to(tab, side: str) -> None:
    """Follow the link to another page, as people do."""
    foer = headings(tab)
    tab.locator(f'.st-key-_menu .sider a[href*="/{side}?"]').click()
    assert wait_until(tab, lambda: urlsplit(tab.url).path == f"/{side}"), tab.url
    assert wait_until(tab, lambda: headings(tab) not in ([], foer))
    wait_idle(tab)
    wait_for_map(tab)


FORKERT = {
    "niveau": "fylke",
    "struktur": "1970",
    "omraade": "narnia",
    "indikator": "lykke",
    "datasaet": "hemmeligt",
    "fra": "i-fjor",
    "til": "1066",
}


def test_each_unknown_code_is_answered_and_the_page_goes_on(server, tab):
    visit(tab, f"{server.url}/kort?" + "&".join(f"{navn}={kode}" for navn, kode in FORKERT.items()))
    wait_for_map(tab)
    svar = tab.locator(WARNING).all_inner_texts()
    for kode in FORKERT.values():
        assert sum(kode in et for et in svar) == 1, (kode, svar)
    assert outlined(tab) == []
    assert_no_traceback(tab)


def test_the_level_follows_the_area_of_a_link(server, tab):
    visit(tab, f"{server.url}/kort?niveau=kommune&omraade=oestdanmark&datasaet=eksempel")
    wait_for_map(tab)
    assert wait_until(tab, lambda: outlined(tab) == ["oestdanmark"])
    assert len({en["code"] for en in drawn(tab)}) == 4
    # any other area can be chosen from there
    choose(tab, "omraade", area_names("kommune")["461"] + " Kommune", "461")
    assert wait_until(tab, lambda: outlined(tab) == ["461"])
    assert params(tab)["niveau"] == "kommune"


def test_a_strange_address_shows_a_page(server, tab):
    forespoergsel = "struktur=&fra=&niveau=region&niveau=kommune&omraade=%3Cscript%3Ealert(1)%3C/script%3E"
    dialoger = []
    tab.on("dialog", lambda en: (dialoger.append(en.message), en.dismiss()))
    visit(tab, f"{server.url}/kort?{forespoergsel}")
    wait_for_map(tab)
    assert_no_traceback(tab)
    assert dialoger == []


def test_one_choice_is_one_step_and_back_is_the_view_before(server, tab):
    """F10 and F11: the first click in the menu after a deep link carries the codes, and every step is one choice."""
    visit(tab, f"{server.url}/mit_omraade?omraade=fyn&datasaet=eksempel")
    wait_for_map(tab)
    adresser, foer = [tab.url], steps(tab)

    def one_step(goer, venter) -> None:
        goer()
        assert wait_until(tab, venter), tab.url
        wait_idle(tab)
        adresser.append(tab.url)

    one_step(lambda: menu(tab, "ydernumre"), lambda: urlsplit(tab.url).path == "/ydernumre")
    assert params(tab) == {"omraade": "fyn", "datasaet": "eksempel"}
    one_step(lambda: tab.get_by_role("tab", name="Liste").click(), lambda: params(tab).get("fane") == "liste")
    soeg = tab.locator(".st-key-_soeg input")
    one_step(lambda: (soeg.fill("besat"), soeg.press("Enter")), lambda: params(tab).get("soeg") == "besat")
    look_for(tab, "sonderjylland")
    one_step(lambda: tab.locator(SOEGEFELT).press("Enter"), lambda: params(tab).get("omraade") == "soenderjylland")
    assert steps(tab) == foer + 4
    for adresse in adresser[-2::-1]:
        tab.go_back()
        assert wait_until(tab, partial(is_at, tab, adresse)), (tab.url, adresse)
        wait_idle(tab)
    assert wait_until(tab, lambda: headings(tab)[:1] == ["Sundhedsråd Fyn"]), headings(tab)
    tab.go_forward()
    tab.go_forward()
    assert wait_until(tab, lambda: tab.url == adresser[2])
    wait_idle(tab)
    tab.reload()
    wait_idle(tab)
    assert tab.get_by_role("tab", name="Liste").get_attribute("aria-selected") == "true"
    assert tab.url == adresser[2] and tab.title() == "Ydernumre · Fyn · Lægedækning"


@pytest.mark.parametrize("pause", [20, 120])
def test_two_quick_steps_end_where_they_lead(server, tab, pause):
    """The run of the first begins, and names its page, when the browser is at the second already."""
    visit(tab, f"{server.url}/kort?datasaet=eksempel")
    wait_for_map(tab)
    adresser = [tab.url]
    for side in ("ydernumre", "puljen"):
        menu(tab, side)
        assert wait_until(tab, lambda side=side: urlsplit(tab.url).path == f"/{side}"), tab.url
        wait_idle(tab)
        adresser.append(tab.url)
    foer = steps(tab)
    for skridt, ender in ((-1, adresser[0]), (1, adresser[2])):
        tab.evaluate(TO_SKRIDT, [skridt, pause])
        assert wait_until(tab, partial(is_at, tab, ender)), (tab.url, ender)
        wait_until_still(tab)
        wait_idle(tab)
        assert (tab.url, steps(tab)) == (ender, foer)


def test_a_link_to_a_page_is_one_step_with_its_address(server, tab):
    """Streamlit's own link goes the way of the menu: the address is right before the page is, and Back leads back."""
    visit(tab, f"{server.url}/?omraade=fyn&datasaet=eksempel")
    wait_for_map(tab)
    her, foer = tab.url, steps(tab)
    genvej = tab.locator(PAGE_LINK).first
    href = genvej.evaluate("en => en.href")
    genvej.click()
    assert wait_until(tab, partial(is_at, tab, href), seconds=5), (tab.url, href)
    wait_idle(tab)
    assert (tab.url, steps(tab)) == (href, foer + 1)
    tab.go_back()
    assert wait_until(tab, partial(is_at, tab, her)), tab.url
    wait_for_map(tab)
    assert_no_traceback(tab)


def is_at(tab, adresse: str) -> bool:
    return tab.url == adresse


def menu(tab, side: str) -> None:
    tab.locator(f'.st-key-_menu .sider a[href*="/{side}?"]').click()


def test_a_search_finds_places_in_any_spelling_and_is_no_dead_end(server, tab):
    visit(tab, f"{server.url}/kort?datasaet=eksempel")
    ventet = {"Nakskov": "Nakskov → Lolland Kommune", "århus": "Aarhus Kommune", "kbh": "Københavns Kommune"}
    for skrevet, navn in ventet.items():
        assert navn in look_for(tab, skrevet)
    assert "Nakskov → Lolland Kommune" in look_for(tab, "nakskof"), "the nearest name"
    assert len(look_for(tab, "qqqqq")) > 100, "all of them"
    look_for(tab, "Vollsmose")
    tab.locator(SOEGEFELT).press("Enter")
    assert wait_until(tab, lambda: params(tab).get("omraade") == "461"), tab.url
    tab.locator(".st-key-_omraade .ryd").click()
    assert wait_until(tab, lambda: "omraade" not in params(tab)), tab.url


def test_addresses_that_people_write_are_sent_on(server):
    maal = {
        "/overblik": "/",
        "/KORT/?OMRAADE=Fyn": "/kort?omraade=fyn",
        "/mit-omraade?omraade=aabenraa": "/mit_omraade?omraade=580",
        "/mit_omr%C3%A5de": "/mit_omraade",
        "/sammenlign?omraader=fyn,aarhus": "/sammenlign?omraader=fyn%3Baarhus",
    }
    with httpx.Client(base_url=server.url, trust_env=False) as client:
        for skrevet, ment in maal.items():
            assert client.get(skrevet).next_request.url == f"{server.url}{ment}", skrevet
        for rigtig in ("/", "/kort?omraade=fyn", "/kort?omraade=narnia"):
            assert client.get(rigtig).status_code == 200
        assert "Disallow" in client.get("/robots.txt").text
        assert client.get("/favicon.ico").headers["content-type"] == "image/svg+xml"


def test_a_number_leads_to_its_list_and_back(server, tab):
    visit(tab, f"{server.url}/kort?datasaet=eksempel&omraade=soenderjylland&indikator=ydernumre_ikke_besat")
    wait_for_map(tab)
    foer, faner = params(tab), len(tab.context.pages)
    tab.get_by_role("link", name="16", exact=True).click()
    assert wait_until(tab, lambda: urlsplit(tab.url).path == "/ydernumre"), tab.url
    wait_idle(tab)
    assert {"fane": "liste", "status": "uden-laege", "omraade": "soenderjylland"}.items() <= params(tab).items()
    assert wait_until(tab, lambda: tab.locator('[data-testid="stDataFrame"]').count() == 1)
    assert len(tab.context.pages) == faner, "in the same tab"
    assert wait_until(tab, lambda: tab.get_by_text("Viser 16 ydernumre uden kendt læge").count() == 1)
    tab.get_by_role("link", name="Vis alle").click()
    assert wait_until(tab, lambda: "status" not in params(tab)), tab.url
    tab.get_by_role("link", name="Tilbage til kortet").click()
    assert wait_until(tab, lambda: urlsplit(tab.url).path == "/kort"), tab.url
    wait_for_map(tab)
    assert params(tab) == foer


def test_a_page_that_does_not_exist_is_told_in_danish(server, tab):
    visit(tab, f"{server.url}/findes-ikke")
    assert wait_until(tab, lambda: any("findes-ikke" in en for en in tab.locator(WARNING).all_inner_texts()))
    assert tab.get_by_role("dialog").count() == 0
