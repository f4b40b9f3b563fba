"""Nothing leaves the machine: the browser asks no one else, first visit included. Of the server test_dybt_link.py
asks the same."""

from urllib.parse import urlsplit

from tests.e2e.siden import PAGES, visit, wait_for_map

RESOURCES = """() => [
    ...performance.getEntriesByType('resource').map(one => one.name),
    ...[...document.querySelectorAll('[src], link[href]')].map(one => one.src || one.href),
    ...[...document.querySelectorAll('link[rel~="icon"]')].map(one => one.href),
]"""
UD = "() => fetch('http://example.invalid/font.woff2', {mode: 'no-cors'}).catch(() => 0)"
# What differs in kind: a map, charts, a list with links, slides, files.
ANDRE = ("kort", "ydernumre", "praesentation", "data_og_kilder")


def test_a_first_visit_and_all_that_follow_ask_this_server_only(server, browser, trap):
    proxy, spurgt = trap
    with browser.new_context(locale="da-DK", proxy={"server": proxy, "bypass": "127.0.0.1"}) as ny:
        adresser, lukket = [], []

        def local_only(route):
            if is_ours(route.request.url, server):
                return route.continue_()
            lukket.append(route.request.url)
            return route.abort()

        ny.route("**/*", local_only)
        tab = ny.new_page()
        tab.on("request", lambda en: adresser.append(en.url))
        tab.on("websocket", lambda en: adresser.append(en.url))
        visit(tab, server.url)
        wait_for_map(tab)
        tab.wait_for_load_state("networkidle")
        adresser += tab.evaluate(RESOURCES)
        for side in ANDRE:
            visit(tab, server.url + PAGES[side])
            tab.wait_for_load_state("networkidle")
            adresser += tab.evaluate(RESOURCES)
        assert lukket == [] and spurgt == []
        assert [en for en in adresser if not is_ours(en, server)] == []
        assert any(en.startswith("ws://") for en in adresser)
        assert any("/lag/world_" in en for en in adresser), "plotly asks elsewhere for its world map"

        # the page's own icon: a picture that it carries, or one that this server has
        ikon = tab.locator('link[rel~="icon"]').first.evaluate("en => en.href")
        if not ikon.startswith("data:image/"):
            svar = tab.request.get(ikon)
            assert svar.ok and svar.headers["content-type"].startswith("image/"), ikon

        # the page may ask nobody else; and the trap does catch, or all of the above says nothing
        ny.unroute_all()
        tab.evaluate(UD)
        assert spurgt == []
        tom = ny.new_page()
        tom.evaluate(UD)
        assert [en for en in spurgt if "example.invalid" in en]


def is_ours(adresse: str, server) -> bool:
    """Whether an address is this server's, or carries its content with it."""
    dele = urlsplit(adresse)
    return dele.scheme in ("data", "blob", "about") or dele.netloc == urlsplit(server.url).netloc
