"""Look-ups against the CSV files: catalogue, datasets, register status, sources."""

from dataclasses import astuple

import pytest

import queries
from queries.periode import first_day, last_day
from tests.queries import orakel
from tests.queries.orakel import laes

DATASAET = ("offentlig", "eksempel")


def test_the_catalogue_is_the_file(data):
    katalog = queries.catalogue(data)
    assert [*katalog] == [post["noegletal"] for post in laes("katalog/noegletal_katalog")]
    for post in laes("katalog/noegletal_katalog"):
        indikator = katalog[post["noegletal"]]
        for felt in (
            "navn",
            "enhed",
            "definition",
            "taeller",
            "naevner",
            "retning",
            "vaegt",
            "register",
            "kolonne",
            "ejer",
            "note",
            "gennemgaaet",
            "naeste_gennemgang",
        ):
            assert getattr(indikator, felt) == post[felt], (post["noegletal"], felt)
        for felt in ("kraever_komplet", "paa_kort", "fravaer_er_nul"):
            assert getattr(indikator, felt) is (post[felt] == "1"), (post["noegletal"], felt)
        assert indikator.lav_er_godt is {"lav_er_godt": True, "hoej_er_godt": False, "neutral": None}[post["retning"]]
        assert indikator.er_forhold == (post["naevner"] != "ingen")
        assert indikator.decimaler == int(post["decimaler"])


def test_the_glossary_is_the_file(data):
    facit = [
        (en["ord"], en["emne"], en["forklaring"], en["kilde"] or "", en["verificeret"] == "1")
        for en in laes("katalog/ordliste")
    ]
    assert [astuple(en) for en in queries.glossary(data)] == facit


def test_names_of_values(data):
    truet = queries.catalogue(data)["laegedaekningstruet"]
    navne = dict(par.split("=") for par in truet.vaerdinavne.split(";"))
    assert {vaerdi: truet.value_name(float(vaerdi)) for vaerdi in navne} == navne
    assert truet.value_name(7.5) is None
    assert queries.catalogue(data)["udbudsrunder"].value_name(1) is None


@pytest.mark.parametrize("datasaet", DATASAET)
def test_register_status_counts_the_rows_of_the_files(data, datasaet):
    filer = {
        "udbud": "udbud",
        "klinik": "klinik",
        "pulje": "puljeprojekt",
        "hu_forloeb": "hu_forloeb",
        "tiltag": "tiltag",
        "laeger": ("laegestand", "laegebevaegelse"),
        "udbudsplan": "udbudsplan",
        "bosaetning": ("bosaetning", "hu_faerdige"),
        "maaltal": "maaltal",
        "truet": "truet_udpegning",
        "noegletal": "noegletal",
    }
    status = queries.register_status(datasaet, data).set_index("register")
    alle = {navn: (fil,) if isinstance(fil, str) else fil for navn, fil in filer.items()}
    poster = {navn: sum(len(laes(f"{datasaet}/{fil}")) for fil in filerne) for navn, filerne in alle.items()}
    assert status["poster"].to_dict() == {navn: antal for navn, antal in poster.items() if antal}
    assert status["komplet"].all() == (datasaet == "eksempel")
    for register in ("udbud", "pulje", "hu_forloeb"):
        aar = orakel.register_aar(datasaet, register)
        assert (str(status["foerste_aar"][register]), str(status["sidste_aar"][register])) == aar


def test_datasets_and_their_years(data):
    datasaet = queries.datasets(data)
    assert {*DATASAET} <= {*datasaet}
    for navn, (foerste, sidste) in datasaet.items():
        aar = queries.register_years(navn, data)
        egne = [aar[register] for register in ("udbud", "klinik", "pulje", "hu_forloeb", "tiltag", "noegletal")]
        assert (foerste, sidste) == (min(en[0] for en in egne), max(en[1] for en in egne))


@pytest.mark.parametrize("datasaet", DATASAET)
def test_undated_rounds(data, datasaet):
    uden = [post for post in laes(f"{datasaet}/udbud") if not (post["opslag_dato"] or post["status_dato"])]
    assert queries.undated_rounds(datasaet, data) == len(uden)
    alle = queries.udbud_pr_omraade("land", 2007, datasaet, data=data)["runder"].iloc[0]
    med_dato = queries.udbud_pr_omraade("land", 2007, datasaet, fra=1900, til=2100, data=data)["runder"].iloc[0]
    assert alle - med_dato == len(uden)


@pytest.mark.parametrize("datasaet", DATASAET)
def test_pools_are_all_there(data, datasaet):
    puljer = queries.pools(datasaet, data)
    assert sorted(puljer["pulje_id"]) == sorted(post["pulje_id"] for post in laes(f"{datasaet}/pulje"))
    rammer = {post["pulje_id"]: float(post["ramme_kr"]) for post in laes(f"{datasaet}/pulje") if post["ramme_kr"]}
    assert puljer.dropna(subset="ramme_kr").set_index("pulje_id")["ramme_kr"].to_dict() == rammer


def test_a_caller_may_change_the_frame_it_got(data):
    """Answers that are kept for the next caller must not be the very frame that this one writes in."""
    for spoerg in (
        lambda: queries.pools("offentlig", data),
        lambda: queries.hu_country_by_year("offentlig", data),
        lambda: queries.register_status("offentlig", data),
    ):
        foerst = spoerg()
        facit = foerst.copy()
        foerst.iloc[:, 1] = None
        assert spoerg().equals(facit)


@pytest.mark.parametrize("datasaet", DATASAET)
def test_records_by_area_and_year_are_all_there(data, datasaet):
    for niveau, struktur in (("region", "2007"), ("region", "2027"), ("sundhedsraad", "2007")):
        svar = queries.records_by_area_and_year("udbud", datasaet, niveau, struktur, data)
        facit: dict[tuple[str, int], int] = {}
        for post in laes(f"{datasaet}/udbud"):
            dato = post["opslag_dato"] or post["status_dato"]
            if dato:
                sted = orakel.placering(orakel.kendt_for(post["kommunekode"], post["region"]), niveau, struktur)
                facit[sted, int(dato[:4])] = facit.get((sted, int(dato[:4])), 0) + 1
        kendte = svar[svar["poster"] > 0]
        assert {(en.omraade_id, en.aar): en.poster for en in kendte.itertuples()} == facit
        foerste, sidste = orakel.register_aar(datasaet, "udbud")
        omraader = [*orakel.omraader(niveau, struktur), orakel.IKKE]
        assert len(svar) == len(omraader) * (int(sidste) - int(foerste) + 1)


def test_one_source(data):
    post = laes("offentlig/kilde")[0]
    fundet = queries.source(post["kilde_id"], data)
    assert fundet[["kilde_id", "titel", "udgiver"]].values.tolist() == [
        [post["kilde_id"], post["titel"], post["udgiver"]]
    ]
    assert queries.source("findes-ikke", data).empty


@pytest.mark.parametrize(
    ("dato", "foerste", "sidste"),
    [
        (2019, "2019-01-01", "2019-12-31"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-02", "2019-02-01", "2019-02-28"),
        ("2019-05-20", "2019-05-20", "2019-05-20"),
        (first_day("2019-05-20"), "2019-05-20", "2019-05-20"),
    ],
)
def test_first_and_last_day_of_a_date(dato, foerste, sidste):
    assert (str(first_day(dato)), str(last_day(dato))) == (foerste, sidste)


@pytest.mark.parametrize("dato", [None, ""])
def test_no_date_is_no_limit(dato):
    assert first_day(dato) is last_day(dato) is None
