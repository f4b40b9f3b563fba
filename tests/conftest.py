"""What holds for all tests."""

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


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: turn(item.nodeid))
