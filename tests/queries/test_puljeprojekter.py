"""Projects one by one: equal to the rows of the CSV files, and standing where the oracle puts their kommuner."""

import pytest

from queries.puljeprojekter import pool_projects, pools_with_projects
from tests.queries import orakel
from tests.queries.orakel import IKKE, laes

DATASAET = ("offentlig", "eksempel")
PULJER = [(datasaet, post["pulje_id"]) for datasaet in DATASAET for post in laes(f"{datasaet}/pulje")]
STEDER = [(niveau, struktur) for niveau in orakel.NIVEAUER for struktur in ("2007", "2027")]


def rows(datasaet: str, pulje: str) -> list[dict]:
    return [post for post in laes(f"{datasaet}/puljeprojekt") if post["pulje_id"] == pulje]


def places(post: dict, niveau: str, struktur: str) -> set[str]:
    """All areas that a project has a part in: by its kommuner, or else where its region lies within an area."""
    if post["kommunekoder"]:
        kendte = [frozenset([kode]) for kode in post["kommunekoder"].split(";")]
    else:
        kendte = [orakel.kendt_for(None, post["region"])]
    return {orakel.placering(kendt, niveau, struktur) for kendt in kendte} - {IKKE}


@pytest.mark.parametrize(("datasaet", "pulje"), PULJER)
def test_every_project_of_the_file_once_with_its_own_values(data, datasaet, pulje):
    facit = rows(datasaet, pulje)
    navn = {post["kommunekode"]: post["navn"] for post in laes("geografi/kommune")}
    svar = pool_projects(pulje, "sundhedsraad", "2007", datasaet, data).to_dict("records")
    assert [post["projekt_id"] for post in svar] == [post["projekt_id"] for post in facit]
    for post, ventet in zip(svar, facit, strict=True):
        for felt in ("titel", "region", "tema", "status", "beloeb_praecision", "kilde_id"):
            assert post[felt] == ventet[felt]
        assert (
            (post["beloeb_kr"] != post["beloeb_kr"])
            if ventet["beloeb_kr"] is None
            else (post["beloeb_kr"] == float(ventet["beloeb_kr"]))
        )
        assert (str(post["aar_fra"]), str(post["aar_til"])) == (ventet["aar_fra"], ventet["aar_til"])
        assert bool(post["medregnes"]) == (ventet["medregnes"] == "1")
        koder = ventet["kommunekoder"].split(";") if ventet["kommunekoder"] else []
        assert set(post["kommuner"]) == {navn[kode] for kode in koder}


@pytest.mark.parametrize(("datasaet", "pulje"), PULJER)
def test_a_project_stands_at_each_of_its_areas(data, datasaet, pulje):
    for niveau, struktur in STEDER:
        svar = pool_projects(pulje, niveau, struktur, datasaet, data)
        facit = {post["projekt_id"]: places(post, niveau, struktur) for post in rows(datasaet, pulje)}
        assert {en.projekt_id: set(en.omraade_ids) for en in svar.itertuples()} == facit
        assert all(len(en) == len(set(en)) for en in svar["omraade_ids"])


@pytest.mark.parametrize("datasaet", DATASAET)
def test_the_overview_counts_what_the_files_hold(data, datasaet):
    svar = pools_with_projects(datasaet, data)
    assert svar["pulje_id"].tolist() == [post["pulje_id"] for post in laes(f"{datasaet}/pulje")]
    for post in svar.itertuples():
        egne = rows(datasaet, post.pulje_id)
        stoettede = [en for en in egne if en["status"].startswith("støttet")]
        medregnede = [en for en in egne if en["medregnes"] == "1"]
        assert post.beskrevne == len(egne)
        assert post.bevilgede == len([en for en in egne if en["status"] != "ordning"])
        assert post.medregnede == len(medregnede)
        assert post.uden_beloeb == len([en for en in stoettede if en["beloeb_kr"] is None])
        i_alt = sum(float(en["beloeb_kr"]) for en in medregnede)
        assert (post.beloeb_kr == i_alt) if medregnede else (post.beloeb_kr != post.beloeb_kr)


def test_the_control_numbers_of_the_register(data):
    """The table of pools in the register's README."""
    svar = pools_with_projects("offentlig", data).set_index("pulje_id")
    kontrol = {
        "laegedaekning-2025-2026": (3, 0, None, 20e6),
        "laege-sundhedshus-2018": (20, 19, 164_145_581.0, 200e6),
        "laege-sundhedshus-2019": (6, 6, 44_524_712.5, 209.5e6),
        "laege-sundhedshus-uoplyst": (1, 1, 9_500_000.0, None),
        "akutpuljen-2009-2011": (6, 6, 137_300_000.0, 600e6),
        "rsj-tilskud-2025-2026": (3, 0, None, None),
        "laege-sundhedshus-2018-2021": (0, 0, None, 800e6),
    }
    for pulje, (beskrevne, medregnede, i_alt, ramme) in kontrol.items():
        post = svar.loc[pulje]
        assert (post["beskrevne"], post["medregnede"]) == (beskrevne, medregnede)
        for maal, ventet in (("beloeb_kr", i_alt), ("ramme_kr", ramme)):
            assert post[maal] == ventet if ventet is not None else post[maal] != post[maal]
    assert (svar["beskrevne"].sum(), svar["medregnede"].sum(), svar["beloeb_kr"].sum()) == (39, 32, 355_470_293.5)


def test_an_unknown_pool_has_no_projects(data):
    assert pool_projects("findes-ikke", "kommune", "2007", "offentlig", data).empty
