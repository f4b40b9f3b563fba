"""What sources that are not preferred say, against the CSV file."""

import pytest

import queries
from queries.uenighed import other_measurements
from tests.queries.orakel import laes

NIVEAU = {"land": "land", "region": "region", "kommune": "kommune"}


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_other_measurements_are_the_rows_that_are_not_preferred(data, datasaet):
    """Every one once, at the level of its own area, with its value and date; no forecasts, none that is preferred."""
    ventet = sorted(
        (en["noegletal"], en["omraade_type"], float(en["vaerdi"]), en["dato"])
        for en in laes(f"{datasaet}/noegletal")
        if en["foretrukken"] == "0" and en["er_prognose"] == "0" and en["omraade_type"] in NIVEAU
    )
    fundet = [
        (noegletal, art, post.vaerdi, post.dato)
        for noegletal, en in queries.catalogue(data).items()
        if en.register == "noegletal"
        for art, niveau in NIVEAU.items()
        for post in other_measurements(noegletal, niveau, "2007", datasaet, data).itertuples()
    ]
    assert sorted(fundet) == ventet
    assert bool(ventet) == (datasaet == "offentlig")


def test_a_figure_of_a_part_is_none_of_the_whole(data):
    """Odense's number of 2021 is Odense's, not Fyn's."""
    assert len(other_measurements("patienter_pr_laege", "kommune", "2007", "offentlig", data)) == 2
    assert other_measurements("patienter_pr_laege", "sundhedsraad", "2007", "offentlig", data).empty
    assert other_measurements("patienter_pr_laege", "region", "2007", "offentlig", data).empty
