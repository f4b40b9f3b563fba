"""What holds for all tests."""

import pytest
from hypothesis import settings

# Shared machines are noisy: how long one example takes says nothing about the code.
settings.register_profile("grundig", deadline=None, max_examples=1000)
# The same examples in every run, so that a red run is the change's own; look further with --hypothesis-profile=grundig.
settings.register_profile("fast", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("fast")

# The folder of the tests that need a browser and a server.
BROWSER = "e2e"


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items):
    """A file's tests run in one worker: what they ask for is made once there. Those with a browser share one, and come
    first: they take longest and wait much, while the other worker goes on with the rest."""
    items.sort(key=lambda item: item.path.parent.name != BROWSER)
    for item in items:
        mappe, fil = item.path.parent.name, item.path.stem
        if not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(BROWSER if mappe == BROWSER else f"{mappe}/{fil}"))
