"""The page Data og kilder: which sources the figures of a dataset rest on, against the CSV files."""

import pytest

from tests.dag import I_DAG
from tests.queries.orakel import laes
from views.faelles.filtre import Filters
from views.kilder import data_og_kilder

REGISTRE = ("udbud", "udbud_haendelse", "klinik", "pulje", "puljeprojekt", "hu_forloeb", "tiltag", "noegletal")


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_the_sources_are_those_of_the_dataset(data, datasaet):
    """No real source stands under the words that say the figures are invented, and none is left out."""
    brugt = {post["kilde_id"] for register in REGISTRE for post in laes(f"{datasaet}/{register}")}
    titler = sorted(
        post["titel"]
        for mappe in ("offentlig", "eksempel")
        for post in laes(f"{mappe}/kilde")
        if post["kilde_id"] in brugt
    )
    view = data_og_kilder.sources_view(Filters(datasaet=datasaet, dag=I_DAG), data)
    assert sorted(view.table["Titel"]) == titler and view.title.startswith(f"{len(titler)} kilde")
    if datasaet == "eksempel":
        assert all("opdigtet" in titel or "opdigtede" in titel for titel in titler)
