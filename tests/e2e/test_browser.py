"""A missing browser must not pass unseen in CI."""

import pytest

from tests import chromium
from tests.e2e.conftest import chromium_or_skip


@pytest.fixture
def no_browser(monkeypatch):
    monkeypatch.setattr(chromium, "find", lambda: None)


def test_a_missing_browser_is_a_failure_in_ci(no_browser, monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="Chromium"):
        chromium_or_skip()


def test_a_missing_browser_is_a_skip_elsewhere(no_browser, monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="Chromium"):
        chromium_or_skip()
