"""The address is the state: choices write stable codes into it, and it opens the same view anywhere."""

from urllib.parse import urlsplit

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
PERIODE_OG_DATA = ".st-key-periode_og_data summary"


def state(tab) -> dict:
    """What someone who looks at the page would call "the same view"."""
    wait_for_map(tab)
    return {
        "valg": {navn: select_box(tab, navn).input_value() for navn in VALG},
        "undertitler": tab.locator('[class*="st-key-view_"] [data-testid="stMarkdown"]:has(h3) p').all_inner_texts(),
        "overskrifter": headings(tab),
        "tal": metrics(tab),
        "tegnet": sorted(en["code"] for en in drawn(tab)),
        "markeret": outlined(tab),
    }


def open_period_and_dataset(tab) -> None:
    """The choices behind the line are made when it is opened."""
    tab.locator(PERIODE_OG_DATA).click()
    select_box(tab, "datasaet").wait_for()
    # a list that opens while the page is still being put together closes again
    wait_idle(tab)
    wait_for_map(tab)
    wait_until_still(tab)


def test_choices_write_stable_codes_and_the_link_opens_the_same_view_elsewhere(server, tab, open_tab):
    visit(tab, f"{server.url}/kort?datasaet=offentlig")
    open_period_and_dataset(tab)
    choose(tab, "datasaet", DATASAET["eksempel"], "eksempel")
    choose(tab, "niveau", NIVEAUER["kommune"], "kommune")
    choose(tab, "indikator", INDIKATORER["runder_uden_ansoegere"], "runder_uden_ansoegere")
    choose(tab, "omraade", area_names("kommune")["492"], "492")
    choose(tab, "fra", "2023", "2023")
    choose(tab, "til", "2025", "2025")
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
    assert all("2023-2025 · EKSEMPELDATA" in en for en in her["undertitler"]) and len(her["undertitler"]) == 3
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
    assert tab.locator(WARNING).filter(has_text="EKSEMPELDATA").count() == 1
    go_to(tab, "kort")
    assert wait_until(tab, lambda: outlined(tab) == ["461"]), tab.url
    assert wait_until(tab, lambda: {"datasaet": "eksempel", "omraade": "461"}.items() <= params(tab).items()), tab.url


def go_to(tab, side: str) -> None:
    """Follow the link to another page, as people do."""
    foer = headings(tab)
    tab.locator(f'.st-key-_menu .sider a').click()
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
    choose(tab, "omraade", area_names("kommune")["461"], "461")
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
