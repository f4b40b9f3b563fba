"""The data, and the data with answers that a test can change."""

from collections.abc import Callable

import pandas as pd
import pytest

from queries.database import Snapshot
from queries.standard import newest


@pytest.fixture(scope="session")
def data() -> Snapshot:
    return newest()


@pytest.fixture
def med_tal(data) -> Callable[..., Snapshot]:
    """med_tal(navn, kolonne, niveau, tal): the data, but with these figures by omraade_id and no others at a level."""

    def changed(navn: str, kolonne: str, niveau: str, tal: dict[str, float]) -> Snapshot:
        class Aendret(Snapshot):
            def frame(self, spoergsmaal: str, parametre: dict | None = None) -> pd.DataFrame:
                ramme = data.frame(spoergsmaal, parametre)
                if spoergsmaal == navn and parametre["niveau"] == niveau:
                    nye = ramme["omraade_id"].map(tal)
                    ramme[kolonne] = nye.astype(ramme[kolonne].dtype)
                return ramme

        return Aendret("prøve", data.forbindelse)

    return changed
