"""Areas short of doctors, against the CSV files: list by list, never one number."""

from queries import behov
from queries.standard import newest
from tests.dag import I_DAG
from tests.queries.orakel import laes, omraader
from tests.views.bygget import built
from views.faelles.filtre import Filters

OFFENTLIG = Filters(dag=I_DAG)
EKSEMPEL = Filters(datasaet="eksempel", dag=I_DAG)
PLO = {
    en["kommunekode"]
    for en in laes("offentlig/noegletal")
    if en["noegletal"] == "laegedaekningstruet" and en["omraade_type"] == "kommune"
}


def drawn(view) -> set[str]:
    return {kode for klasse in view.figure.klasser[:-1] for kode in klasse.omraade_ids}


def test_plos_42_kommuner_of_may_2019_are_drawn_and_told():
    view = built("beh_truede", OFFENTLIG)
    assert len(PLO) == 42 and drawn(view) == PLO and "maj 2019: 42 kommuner helt eller delvist" in view.title
    assert "Regionens liste, 2018: 3 områder" in view.coverage, "a list of 2018 is not carried to today"
    listerne = view.table.groupby("Liste").size().to_dict()
    assert listerne == {"PLO’s liste": 42, "Regionens liste": 3}


def test_an_area_is_told_its_own_and_the_parts_are_the_whole():
    for struktur in ("2007", "2027"):
        antal = 0
        for kode, koder in omraader("region", struktur).items():
            titel = built("beh_truede", OFFENTLIG.on(niveau="region", struktur=struktur, omraade=kode)).title
            egne = len(koder & PLO)
            assert f": {egne} kommuner i " in titel
            antal += egne
        assert antal == 42
    assert "ingen del af Odense" in built("beh_truede", OFFENTLIG.on(niveau="kommune", omraade="461")).title


def test_a_running_list_is_what_stands_on_it_that_day():
    poster = [en for en in laes("eksempel/truet_udpegning") if en["liste"] == "landsdaekkende"]
    paa = {
        en["kommunekode"]
        for en in poster
        if en["gyldig_fra"] <= str(I_DAG) and (not en["gyldig_til"] or en["gyldig_til"] >= str(I_DAG))
    }
    view = built("beh_truede", EKSEMPEL)
    assert drawn(view) == paa and f"{len(paa)} kommuner" in view.title
    hele = {en["kommunekode"] for en in poster if en["daekning"] == "hele"} & paa
    assert set(view.figure.klasser[0].omraade_ids) == hele and view.figure.klasser[0].etiket == "Helt"
    assert {"Regionens liste", "Opmærksomhedsområder"} <= set(view.table["Liste"]), "the regions' lists stand apart"


def test_nothing_known_is_said():
    view = built("beh_truede", Filters(datasaet="egne", dag=I_DAG))
    assert (
        view.figure is None
        and view.note.startswith("Ingen liste er kendt")
        and behov.designated("egne", newest()).empty
    )
