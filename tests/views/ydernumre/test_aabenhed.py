"""What is public of the offers, counted a second time from the CSV files."""

import pandas as pd
import pytest

from tests.dag import I_DAG
from tests.queries import orakel
from tests.queries.orakel import laes
from views.faelles.filtre import Filters
from views.figur import farver
from views.ydernumre.aabenhed import OPLYSNINGER, openness_view

UAFGJORT = ("opslaaet", "genopslag", "ansoegere", "ukendt")
SAGER = [
    (datasaet, struktur, periode)
    for datasaet in ("offentlig", "eksempel")
    for struktur, periode in (("2007", (None, None)), ("2027", (2024, 2026)))
]


def counted(datasaet: str, struktur: str, fra, til, dag: str) -> pd.DataFrame:
    """Region (by its id, "land" for all) by what is counted."""
    ud: dict[str, dict[str, int]] = {}
    for post in laes(f"{datasaet}/udbud"):
        if not orakel.er_udbudt(post):
            continue
        if not orakel.i_perioden(orakel.foerste_dag(post["opslag_dato"] or post["status_dato"]), fra, til):
            continue
        kendt = orakel.kendt_for(post["kommunekode"], post["region"])
        gaaet = not post["frist_dato"] or post["frist_dato"] < dag
        oplyst = {
            "udbud": True,
            "sted": post["kommunekode"] is not None,
            "frist": post["frist_dato"] is not None,
            "udloebne": gaaet,
            "ansoegere": gaaet and (post["antal_ansoegere"] is not None or post["status"] == "ingen_ansoegere"),
            "udfald": gaaet and post["status"] not in UAFGJORT,
        }
        for omraade in (orakel.placering(kendt, "region", struktur), "land"):
            tal = ud.setdefault(omraade, dict.fromkeys(oplyst, 0))
            for navn, er in oplyst.items():
                tal[navn] += er
    return pd.DataFrame(ud).T


@pytest.mark.parametrize(("datasaet", "struktur", "periode"), SAGER)
def test_the_counts_are_those_of_the_files(data, datasaet, struktur, periode):
    filters = Filters(datasaet=datasaet, struktur=struktur, fra=periode[0], til=periode[1], dag=I_DAG)
    tabel = openness_view(filters, data).table.set_index("Region")
    navne = dict(
        zip([*orakel.omraader("region", struktur), orakel.IKKE], orakel.navne("region", struktur), strict=False)
    )
    ventet = counted(datasaet, struktur, *periode, I_DAG.isoformat())
    for omraade, tal in ventet.iterrows():
        raekke = tabel.loc[navne.get(omraade, "Hele landet")]
        assert raekke["Opslag"] == tal["udbud"] and raekke["Frist gået eller ukendt"] == tal["udloebne"]
        for en in OPLYSNINGER:
            assert raekke[f"{en.navn} oplyst"] == tal[en.kolonne], (omraade, en.navn)
            assert raekke[f"{en.navn} (pct.)"] == pytest.approx(100 * tal[en.kolonne] / tal[en.ud_af])
    assert tabel["Opslag"].drop("Hele landet").sum() == tabel.loc["Hele landet", "Opslag"]


def test_a_register_with_gaps_is_counted_and_not_coloured_by_share(data):
    kendte, alle = (openness_view(Filters(datasaet=en, dag=I_DAG), data) for en in ("offentlig", "eksempel"))
    assert not kendte.withheld and "kendte" in kendte.title
    assert {felt.farve for raekke in kendte.figure.felter for felt in raekke if felt.farve} == {farver.SEKVENTIEL[0]}
    assert not kendte.figure.klasser and len(alle.figure.klasser) == 5


def test_an_offer_that_can_still_be_applied_for_is_not_asked_about_its_outcome(data):
    view = openness_view(Filters(datasaet="eksempel", dag=I_DAG), data)
    tabel = view.table.set_index("Region").loc["Hele landet"]
    assert tabel["Frist gået eller ukendt"] < tabel["Opslag"]


def test_a_period_without_offers_says_so(data):
    view = openness_view(Filters(fra=1991, til=1992, dag=I_DAG), data)
    assert view.figure is None and "Ingen kilde" in view.note and view.table.empty
