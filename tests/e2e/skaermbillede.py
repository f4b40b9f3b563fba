"""The picture in README.md, made by the project itself: python -m tests.e2e.skaermbillede"""

from playwright.sync_api import sync_playwright

from tests import chromium
from tests.e2e.server import ROOT, running
from tests.e2e.siden import visit, wait_for_map, wait_until_still

ADRESSE = "/?datasaet=offentlig&struktur=2027"
FIL = ROOT / "docs" / "skaermbillede.png"


def main() -> None:
    with running() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1440, "height": 1050}, locale="da-DK", reduced_motion="reduce")
        visit(tab, server.url + ADRESSE)
        wait_for_map(tab)
        wait_until_still(tab)
        tab.screenshot(path=FIL)
        browser.close()


if __name__ == "__main__":
    main()
