"""What holds for all tests."""

import gc

from hypothesis import settings

from tests.fordeling import (  # noqa: F401
    pytest_runtest_logreport,
    pytest_sessionfinish,
    pytest_xdist_make_scheduler,
    turn,
)

# Shared machines are noisy: how long one example takes says nothing about the code.
settings.register_profile("grundig", deadline=None, max_examples=1000)
# The same examples in every run, so that a red run is the change's own; look further with --hypothesis-profile=grundig.
settings.register_profile("fast", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("fast")

# Snapshots, frames and figures are kept for the whole run: looking them through for rings as often as Python does of
# itself took a tenth of all. Tests of what is let go collect themselves.
gc.set_threshold(50_000, 20, 100)


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: turn(item.nodeid))
