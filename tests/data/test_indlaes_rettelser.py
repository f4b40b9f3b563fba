"""What was corrected between two versions: each table's cells, rows that are gone, and the place that a row names."""

import shutil

import pytest

from data.indlaes import IndlaesFejl
from data.indlaes.rettelser import corrections
from data.pegepind import in_use_before
from tests.data.egne_versioner import sources, switch_to, write_version

UDBUD = {"udbud_id": "u-1", "region": "Region Sjælland", "kommunekode": "360", "sted": "Nakskov", "antal": "1"}
HAENDELSE = {"udbud_id": "u-1", "raekkefoelge": "1", "status": "opslaaet", "dato": "2025-01-01"}
KLINIK = {"klinik_id": "k-1", "navn": "Klinik", "kommunekode": "376", "fra_dato": "2024", "fra_praecision": "aar"}
PROJEKT = {"projekt_id": "p-1", "titel": "Ny klinik", "kommunekoder": "376;360", "medregnes": "0"}
HU = {"omraade_type": "delregion", "omraade": "Fyn", "aar": "2025", "besat": "7", "kilde_id": "x"}
BY = {
    "omraade_type": "by",
    "omraade": "Nakskov",
    "kommunekode": "360",
    "noegletal": "patienter_pr_laege",
    "vaerdi": "1",
}
LANDSDEL = BY | {"omraade_type": "landsdel", "omraade": "Fyn", "kommunekode": "", "region": "Region Syddanmark"}
KILDE = {"kilde_id": "x", "titel": "Brev"}
PULJE = {"pulje_id": "pulje", "navn": "Puljen", "ramme_kr": "1"}
# table, row, what is corrected in it, the place it names
PROEVER = [
    ("udbud", UDBUD, {"antal": "2"}, (("kommune", "360"),)),
    ("udbud", UDBUD | {"kommunekode": ""}, {"antal": "2"}, (("region", "Region Sjælland"),)),
    ("udbud", UDBUD | {"kommunekode": "", "region": ""}, {"antal": "2"}, (("land", None),)),
    ("klinik", KLINIK, {"navn": "Lægehuset"}, (("kommune", "376"),)),
    ("puljeprojekt", PROJEKT, {"titel": "Ny"}, (("kommune", "360"), ("kommune", "376"))),
    ("puljeprojekt", PROJEKT | {"kommunekoder": "", "region": "Region Sjælland"}, {"titel": "Ny"}, None),
    ("hu_forloeb", HU, {"besat": "8"}, (("delregion", "Fyn"),)),
    ("hu_forloeb", HU | {"omraade_type": "land", "omraade": "Danmark"}, {"besat": "8"}, (("land", "Danmark"),)),
    ("noegletal", BY, {"vaerdi": "2"}, (("kommune", "360"),)),
    ("noegletal", LANDSDEL, {"vaerdi": "2"}, (("region", "Region Syddanmark"),)),
    ("kilde", KILDE, {"titel": "Et brev"}, (("land", None),)),
    ("pulje", PULJE, {"ramme_kr": "2"}, (("land", None),)),
]


@pytest.fixture(scope="module")
def faelles(tmp_path_factory):
    return sources(tmp_path_factory.mktemp("kilder"))


@pytest.fixture
def kilder(faelles):
    """Sources without any version: the shared ones are read once for all tests."""
    shutil.rmtree(faelles / "egne", ignore_errors=True)
    return faelles


def corrected(kilder, foer: dict, efter: dict) -> tuple[list[dict], tuple]:
    """The corrections from one state to the next, and the places they name."""
    write_version(kilder, foer, "2025-01-01T10:00:00+01:00")
    write_version(kilder, efter, "2025-02-01T10:00:00+01:00")
    fundet = corrections(1, 2, kilder)
    return fundet.raekker.to_dict("records"), fundet.steder


@pytest.mark.parametrize(("tabel", "raekke", "rettet", "sted"), PROEVER)
def test_a_corrected_row_names_its_place_in_every_table(kilder, tabel, raekke, rettet, sted):
    (post,), steder = corrected(kilder, {tabel: [raekke]}, {tabel: [raekke | rettet]})
    ((kolonne, nu),) = rettet.items()
    assert (post["hvad"], post["foer"], post["efter"]) == ("rettet", raekke[kolonne], nu)
    assert steder[post["sted"]] == steder[post["sted_foer"]] == (sted or (("region", "Region Sjælland"),))


def test_an_indicator_is_told_by_its_name(kilder):
    eget = {"noegletal": "egne_aabne_tider", "navn": "Åbne tider", "enhed": "tider"}
    raekker = [BY, BY | {"noegletal": "egne_aabne_tider"}]
    foer = {"noegletal": raekker, "noegletal_katalog": [eget]}
    efter = {"noegletal": [en | {"vaerdi": "2"} for en in raekker], "noegletal_katalog": [eget]}
    noegler = [post["noegle"] for post in corrected(kilder, foer, efter)[0]]
    assert len(noegler) == 2 and not any("egne_aabne_tider" in en or "patienter_pr_laege" in en for en in noegler)
    assert any("Åbne tider" in en for en in noegler) and any("Patienter pr. læge" in en for en in noegler)


@pytest.mark.parametrize(("tabel", "raekke", "_rettet", "sted"), PROEVER)
def test_a_row_that_is_gone_stands_where_it_stood(kilder, tabel, raekke, _rettet, sted):
    (post,), steder = corrected(kilder, {tabel: [raekke]}, {tabel: []})
    assert (post["hvad"], post["kolonne"], post["foer"], post["efter"]) == ("udgaaet", None, None, None)
    assert steder[post["sted"]] == steder[post["sted_foer"]] == (sted or (("region", "Region Sjælland"),))


def test_an_event_stands_where_its_tender_stands_and_stood(kilder):
    foer = {"udbud": [UDBUD], "udbud_haendelse": [HAENDELSE, HAENDELSE | {"raekkefoelge": "2"}]}
    efter = {"udbud": [UDBUD | {"kommunekode": "376"}], "udbud_haendelse": [HAENDELSE | {"dato": "2025-01-02"}]}
    poster, steder = corrected(kilder, foer, efter)
    her, der = (("kommune", "376"),), (("kommune", "360"),)
    alle = [
        (en["ark"], en["hvad"], en["foer"], en["efter"], steder[en["sted"]], steder[en["sted_foer"]]) for en in poster
    ]
    assert alle == [
        ("Udbud", "rettet", "Lolland", "Guldborgsund", her, der),
        ("Hændelser", "rettet", "2025-01-01", "2025-01-02", her, der),
        ("Hændelser", "udgaaet", None, None, der, der),
    ]
    # with its tender gone as well, the older version knows where it was
    write_version(kilder, {"udbud": [], "udbud_haendelse": []}, "2025-03-01T10:00:00+01:00")
    alt = corrections(1, 3, kilder)
    assert (alt.steder, list(alt.raekker["ark"])) == ((der,), ["Udbud", "Hændelser", "Hændelser"])


def test_what_is_filled_in_or_emptied_and_a_status_that_goes_on_are_told_apart(kilder):
    foer = UDBUD | {"status": "opslaaet", "status_dato": "2025-01-01", "note": "x", "antal_ansoegere": ""}
    videre = {"status": "ingen_ansoegere", "status_dato": "2025-03-01"}
    ny = HAENDELSE | {"raekkefoelge": "2", "status": "ingen_ansoegere", "dato": "2025-03-01"}
    poster, _ = corrected(
        kilder,
        {"udbud": [foer, foer | {"udbud_id": "u-2"}], "udbud_haendelse": [HAENDELSE]},
        {
            "udbud": [foer | videre | {"note": "", "antal_ansoegere": "0"}, foer | videre | {"udbud_id": "u-2"}],
            "udbud_haendelse": [HAENDELSE, ny],
        },
    )
    hvad = {(en["noegle"], en["kolonne"]): (en["hvad"], en["foer"], en["efter"]) for en in poster}
    assert hvad == {
        ("u-1", "Status"): ("status", "Opslået", "Ingen ansøgere"),
        ("u-1", "Statusdato"): ("status", "2025-01-01", "2025-03-01"),
        ("u-1", "Antal ansøgere"): ("udfyldt", None, "0"),
        ("u-1", "Bemærkning"): ("toemt", "x", None),
        # no new event says so: the status itself was wrong
        ("u-2", "Status"): ("rettet", "Opslået", "Ingen ansøgere"),
        ("u-2", "Statusdato"): ("rettet", "2025-01-01", "2025-03-01"),
    }


def test_new_rows_and_what_follows_from_a_date_are_no_corrections(kilder):
    ny = KLINIK | {"fra_dato": "2024-05", "fra_praecision": "maaned"}
    poster, _ = corrected(
        kilder, {"klinik": [KLINIK]}, {"klinik": [ny, KLINIK | {"klinik_id": "k-2"}], "udbud": [UDBUD]}
    )
    assert [(en["noegle"], en["slags"], en["foer"], en["efter"]) for en in poster] == [
        ("k-1", "dato", "2024", "2024-05")
    ]
    assert len(corrections(2, 2, kilder).raekker) == 0
    with pytest.raises(IndlaesFejl):
        corrections(1, 9, kilder)


def test_the_version_in_use_when_a_day_began(kilder):
    assert in_use_before(kilder, "2030-01-01") == ""
    en = write_version(kilder, {"klinik": [KLINIK]}, "2025-10-01T10:00:00+02:00")
    to = write_version(kilder, {"klinik": []}, "2026-05-01T10:00:00+02:00")
    switch_to(kilder, "", "2026-06-01T10:00:00+02:00")
    ventet = {"2025-10-01": "", "2025-10-02": en.navn, "2026-05-01": en.navn, "2026-05-02": to.navn, "2026-06-02": ""}
    assert {dag: in_use_before(kilder, dag) for dag in ventet} == ventet
