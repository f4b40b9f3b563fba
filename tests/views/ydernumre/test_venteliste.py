"""The clinics that wait, and the contracts that expire, against the CSV files."""

from collections import Counter

import pytest

from data.skema import columns, rules
from tests.dag import I_DAG
from tests.queries import orakel
from tests.queries.orakel import laes
from tests.views.figurer import series
from views.faelles.filtre import Filters
from views.ydernumre.venteliste import PLO, expiry_calendar, watch_list

OMRAADER = ({}, {"niveau": "region", "struktur": "2027", "omraade": "oestdanmark"}, {"omraade": "soenderjylland"})


def waiting(filters: Filters) -> list[dict]:
    """Clinics of the area that nobody says have ended or become something else by the day."""
    ud = []
    for post in laes(f"{filters.datasaet}/klinik"):
        kendt = orakel.kendt_for(post["kommunekode"], post["region"])
        her = not filters.omraade or orakel.placering(kendt, filters.niveau, filters.struktur) == filters.omraade
        ophoert = post["til_dato"] and orakel.foerste_dag(post["til_dato"]) <= I_DAG.isoformat()
        if her and not ophoert and (post["til_dato"] or not post["efterfoelger_type"]):
            ud.append(post)
    return ud


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize("sted", OMRAADER, ids=str)
def test_the_list_has_those_that_wait_and_those_that_got_a_doctor_after_a_promise(data, datasaet, sted):
    filters = Filters(datasaet=datasaet, dag=I_DAG, **sted)
    view = watch_list(filters, data)
    venter = waiting(filters)
    tabel = view.table
    if not venter:
        return
    vist = tabel[tabel["Blev PLO-klinik"] != "ja"]
    assert Counter(vist["Klinik"]) == Counter(post["navn"] for post in venter)
    for kolonne, felt in (("Lovet", "konvertering_lovet_dato"), ("Kontrakt udløber", "kontraktudloeb_dato")):
        assert Counter(vist[kolonne].dropna()) == Counter(post[felt] for post in venter if post[felt])
    fik = tabel[tabel["Blev PLO-klinik"] == "ja"]
    assert fik["Lovet af"].notna().all() and fik["Overtaget"].notna().all()
    lovede = sum(post["konvertering_lovet_af"] is not None for post in venter)
    assert view.title.startswith(f"{lovede} af" if lovede else f"{len(venter)} ")


def test_the_promised_come_first_and_the_oldest_promise_before_all(data):
    tabel = watch_list(Filters(datasaet="eksempel", dag=I_DAG), data).table
    venter = tabel[tabel["Blev PLO-klinik"] != "ja"]
    lovede = venter["Lovet"].dropna().tolist()
    assert venter["Lovet"].notna().tolist() == [True] * len(lovede) + [False] * (len(venter) - len(lovede))
    assert lovede == sorted(lovede)


def test_nobody_is_said_to_wait_where_not_all_is_known(data):
    view = watch_list(Filters(dag=I_DAG), data)
    assert "ikke meldt overtaget" in view.title and "intet løfte er kendt" in view.title
    assert not view.table[["Lovet af", "Lovet", "Seneste kontakt"]].notna().any().any()


def test_the_calendar_holds_every_contract_that_expires_from_today_on(data):
    filters = Filters(datasaet="eksempel", dag=I_DAG)
    view = expiry_calendar(filters, data)
    datoer = [post["kontraktudloeb_dato"] for post in waiting(filters) if post["kontraktudloeb_dato"]]
    ventet = Counter(
        f"{(int(en[5:7]) + 2) // 3}. kv. {en[:4]}" for en in datoer if en >= I_DAG.isoformat() and en < "2031-10"
    )
    tegnet: Counter = Counter()
    for serie in series(view):
        tegnet.update({sted: n for sted, n in zip(serie.steder, serie.vaerdier, strict=True) if n})
    assert tegnet == ventet != Counter()
    assert Counter(view.table["Kontrakt udløber"]) == Counter(datoer)
    i_aar = sum(I_DAG.isoformat() <= en < f"{I_DAG.year + 1}{I_DAG.isoformat()[4:]}" for en in datoer)
    assert view.title.startswith(f"{i_aar} kontrakter udløber inden for et år")


def test_without_a_known_contract_the_calendar_says_who_has_them(data):
    view = expiry_calendar(Filters(dag=I_DAG), data)
    assert view.figure is None and view.table.empty and "Regionerne har kontrakterne" in view.note


def test_no_patients_and_no_person_can_stand_on_the_list(data):
    """A single clinic's patients are no business of the list, and a promise is one of an office's."""
    view = watch_list(Filters(datasaet="eksempel", dag=I_DAG), data)
    assert not any("atient" in kolonne or "apacitet" in kolonne for kolonne in view.table)
    (regel,) = [en.udtryk for en in rules("klinik") if en.art == "CHECK" and en.kolonner == ("konvertering_lovet_af",)]
    assert "regionsrådsformanden" in regel and "aldrig en persons navn" in next(
        en.forklaring for en in columns("klinik") if en.navn == "konvertering_lovet_af"
    )
    assert set(view.table["Blev PLO-klinik"]) == {"ja", "nej, venter"} and PLO
