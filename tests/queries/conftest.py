"""One snapshot of the database for the whole session."""

import pytest

from queries.database import Snapshot
from queries.standard import newest


@pytest.fixture(scope="session")
def data() -> Snapshot:
    return newest()
