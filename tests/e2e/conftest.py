"""A real server and a real browser for the tests in this folder.

They run in one pytest-xdist worker, with one server and one browser for all; modules that start servers of their own
run in another, so that they never run beside each other (tests/fordeling.py).
"""

import http.server
import os
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests import axe, chromium
from tests.e2e.server import running

# Chromium asks its maker how to fill in forms, whatever the page: not the page's doing, nor ours to test.
BROWSERS_OWN = "content-autofill.googleapis.com:443"
HER = Path(__file__).resolve().parent
SCREEN = {"width": 1440, "height": 900}
# All pages of a profile in one process, which has made Streamlit's bundles ready once: half of what a page costs.
TOGETHER = ("--no-sandbox", "--process-per-site")


def chromium_or_skip() -> str:
    """The path of a Chromium. Without one: a failure in CI, where it must be tested, and a skip elsewhere."""
    sti = chromium.find()
    if sti is None:
        grund = "No Chromium found: run python -m tests.chromium, or name one in CHROMIUM."
        pytest.fail(grund) if os.environ.get("CI") else pytest.skip(grund)
    return sti


@pytest.fixture(scope="session")
def server():
    """`streamlit run dashboard.py`, shared by all tests that change nothing."""
    with running("streamlit") as en:
        yield en


@pytest.fixture
def trap():
    """A proxy that notes whom it is asked for and answers nobody. Only this server is reached without it."""
    spurgt: list[str] = []

    class Note(http.server.BaseHTTPRequestHandler):
        def answer(self):
            if self.path != BROWSERS_OWN:
                spurgt.append(f"{self.command} {self.path}")
            self.send_error(502)

        do_GET = do_HEAD = do_POST = do_CONNECT = do_OPTIONS = answer

        def log_message(self, *_):
            pass

    faelde = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Note)
    threading.Thread(target=faelde.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{faelde.server_port}", spurgt
    faelde.shutdown()


@pytest.fixture(scope="session")
def axe_core() -> str:
    """The script of axe-core. Without it: a failure in CI, where it must be tested, and a skip elsewhere."""
    fil = axe.find()
    if fil is None:
        pytest.fail(axe.MANGLER) if os.environ.get("CI") else pytest.skip(axe.MANGLER)
    return fil.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as en:
        yield en


@pytest.fixture(scope="session")
def browser(playwright):
    en = playwright.chromium.launch(executable_path=chromium_or_skip(), args=[*TOGETHER])
    yield en
    en.close()


def profile(browser: Browser, **egenskaber) -> BrowserContext:
    """A browser profile as our users have it. An empty page stays open, or its process would end with every test."""
    ny = browser.new_context(locale="da-DK", reduced_motion="reduce", **egenskaber)
    tom = ny.new_page()
    tom.route("**/*", lambda en: en.fulfill(body="", content_type="text/html"))
    tom.goto("http://127.0.0.1/")
    return ny


@pytest.fixture(scope="session")
def contexts(browser):
    """Browser profiles by theme, shared by tests because they keep Streamlit's bundles; pages are each test's own."""
    alle = {tema: profile(browser, viewport=SCREEN, color_scheme=tema) for tema in ("light", "dark")}
    yield alle
    for context in alle.values():
        context.close()


# What plotly says in the console when the page takes a figure away while it is still being drawn, as on a busy machine
# when one goes on at once. Nobody sees it, and the figure that takes its place is looked for by the tests themselves.
GONE = ("reading 'typesetMath'", "reading 'geo'")


@pytest.fixture
def open_tab(contexts):
    """Opens tabs; when the test is over, no script may have failed in any of them."""
    tabs, fejl = [], []

    def new(tema: str = "light"):
        tab = contexts[tema].new_page()
        tab.on("pageerror", lambda en: fejl.append(str(en)) if not any(ord_ in str(en) for ord_ in GONE) else None)
        tabs.append(tab)
        return tab

    yield new
    for tab in tabs:
        tab.close()
    assert fejl == []


@pytest.fixture
def tab(open_tab):
    """One tab of 1440 x 900 in the light theme."""
    return open_tab()
