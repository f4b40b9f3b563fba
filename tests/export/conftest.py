"""The data, what files say about themselves, and views that are built once for all tests."""

import pytest

from export.om import Oplysninger, about
from queries.standard import newest
from tests.dag import I_DAG, NU
from tests.views import bygget
from tests.views.bygget import ET_STED as OMRAADE
from views.faelles.filtre import Filters
from views.faelles.view import View

ADRESSE = "https://dashboard.example.dk"


def built(visning: str, datasaet: str, **valg) -> View | None:
    """A view of Region Syddanmark, or of other choices."""
    return bygget.built(visning, Filters(datasaet=datasaet, dag=I_DAG, **(valg or OMRAADE)))


@pytest.fixture(scope="session")
def data():
    return newest()


@pytest.fixture(scope="session")
def om() -> Oplysninger:
    return about(newest(), NU, ADRESSE)
