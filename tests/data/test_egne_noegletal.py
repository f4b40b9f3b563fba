"""Own indicators: defined on the sheet »Nye nøgletal«, known to figures of the same import, kept as long as they have
any, and never one of the shared ones."""

from datetime import date

import pytest

import queries
from data.indlaes import Fil, load, propose
from data.indlaes.skabelon import filled_template
from export.dias import slides
from export.om import about
from export.papir import rapport
from queries.database import Database
from tests.dag import NU
from tests.data.indlaes_filer import NOEGLETAL, as_csv, as_xlsx, table
from tests.sweep import some
from views.fremvisning import lysbillede_dias, praesentation, visninger
from views.fremvisning.lysbillede import Skaerm
from views.fremvisning.praesentation import Dias, Praesentation

I_DAG = date(2026, 11, 22)
NYT = {
    "Navn": "Åbne tider",
    "Enhed": "tider",
    "Definition": "Ledige tider den næste uge, talt mandag morgen",
    "Tæller": "ledige tider",
    "Retning": "højt er godt",
    "Sammenlægning": "sum",
}
PROCENT = NYT | {"Navn": "Telefon åben", "Enhed": "%", "Nævner": "alle klinikker", "Sammenlægning": "ingen"}
VAEGTET = PROCENT | {"Navn": "Vægtet andel", "Sammenlægning": "vægtet gennemsnit", "Vægt": "Praktiserende læger"}


def book(*nye: dict, vaerdier: list[dict] = ()) -> bytes:
    kolonner = {navn: "" for en in (NYT, PROCENT, VAEGTET, *nye) for navn in en}
    ark = {"Nye nøgletal": table(*(kolonner | en for en in nye))}
    return as_xlsx(ark | ({"Nøgletal": table(*vaerdier)} if vaerdier else {}))


def value(noegletal: str, **celler) -> dict:
    return NOEGLETAL | {"Nøgletal": noegletal, "Værdi": "12"} | celler


def read(kilder, *filer: bytes, **valg):
    return propose([Fil(f"fil{nr}", en) for nr, en in enumerate(filer)], kilder=kilder, i_dag=I_DAG, **valg)


def entry(forslag, noegletal: str) -> dict:
    celler = forslag.tabeller["noegletal_katalog"].celler
    nr = celler["noegletal"].index(noegletal)
    return {navn: vaerdier[nr] for navn, vaerdier in celler.items()}


def test_what_follows_from_a_definition_is_filled_in(egne_kilder):
    forslag = read(egne_kilder, book(NYT, PROCENT, VAEGTET))
    assert [str(en) for en in forslag.fejl] == []
    post = entry(forslag, "egne_aabne_tider")
    assert post["kolonne"] == "egne_aabne_tider" and post["register"] == "noegletal" and post["paa_kort"] == "1"
    assert (post["naevner"], post["retning"], post["decimaler"]) == ("ingen", "hoej_er_godt", "0")
    assert post["definition"].endswith("morgen.") and post["gruppe"] == "Egne nøgletal"
    assert post["ejer"] == "PLO's sekretariat" and post["gennemgaaet"] == "2026-11-22"
    assert entry(forslag, "egne_telefon_aaben_pct")["enhed"] == "pct."
    assert entry(forslag, "egne_vaegtet_andel_pct")["vaegt"] == "praktiserende_laeger"


def test_the_day_of_the_next_review_may_be_said_and_lies_ahead(egne_kilder):
    forslag = read(egne_kilder, book(NYT | {"Næste gennemgang": "1. maj 2027"}, PROCENT))
    assert [str(en) for en in forslag.fejl] == []
    assert entry(forslag, "egne_aabne_tider")["naeste_gennemgang"] == "2027-05-01"
    assert entry(forslag, "egne_telefon_aaben_pct")["naeste_gennemgang"] is None
    forslag = read(egne_kilder, book(NYT | {"Næste gennemgang": "2026-05-01"}))
    assert "efter den dag" in str(forslag.fejl[0])


@pytest.mark.parametrize("omtalt", ["Åbne tider", "egne_aabne_tider", "aabne tider"])
@pytest.mark.parametrize("i_to_filer", [False, True])
def test_figures_of_the_same_import_name_it(egne_kilder, omtalt, i_to_filer):
    vaerdi = [value(omtalt)]
    # the definition may stand in the later file
    filer = (as_csv(*vaerdi), book(NYT)) if i_to_filer else (book(NYT, vaerdier=vaerdi),)
    forslag = read(egne_kilder, *filer)
    assert [str(en) for en in forslag.fejl] == []
    assert forslag.tabeller["noegletal"].celler["noegletal"] == ["egne_aabne_tider"]


@pytest.mark.parametrize(
    ("aendret", "kolonne", "besked"),
    [
        ({"Nøgletal-id": "praktiserende_laeger"}, "Nøgletal-id", "følger med produktet"),
        ({"Navn": "praktiserende  læger"}, "Navn", "bruges allerede"),
        ({"Navn": ""}, "Navn", "skal stå i menuer"),
        ({"Definition": ""}, "Definition", "skal være udfyldt"),
        ({"Tæller": ""}, "Tæller", "skal være udfyldt"),
        ({"Enhed": "kr. pr. læge", "Sammenlægning": "ingen"}, "Nævner", "skal der være en nævner"),
        ({"Nævner": "læger"}, "Sammenlægning", "kun rene antal"),
        ({"Sammenlægning": "vægtet", "Nævner": "læger"}, "Sammenlægning", "en vægt"),
        ({"Sammenlægning": "vægtet", "Nævner": "læger", "Vægt": "Indbyggere"}, "Vægt", "kan ikke bruges som vægt"),
        ({"Sammenlægning": "vægtet", "Nævner": "læger", "Vægt": "Åbne tider"}, "Vægt", "kan ikke bruges som vægt"),
        ({"Retning": "op"}, "Retning", "neutral"),
        ({"Decimaler": "4"}, "Decimaler", "0 til 3"),
    ],
)
def test_one_that_does_not_say_what_it_is_or_is_taken_is_refused(egne_kilder, aendret, kolonne, besked):
    forslag = read(egne_kilder, book(NYT | aendret))
    fundne = [(en.kolonne, en.besked) for en in forslag.fejl if en.kolonne == kolonne and besked in en.besked]
    assert fundne and forslag.fejl[0].raekke == 2, [str(en) for en in forslag.fejl]


def test_the_same_id_twice_is_refused(egne_kilder):
    forslag = read(egne_kilder, book(NYT, NYT | {"Enhed": "andre tider"}))
    assert {"Nøgletal-id", "Navn"} <= {en.kolonne for en in forslag.fejl if en.raekke == 3}


def test_an_unknown_indicator_of_a_figure_is_refused_with_the_likeliest(egne_kilder):
    forslag = read(egne_kilder, book(NYT, vaerdier=[value("Åbne tiderne")]))
    assert "Mente du »egne_aabne_tider«" in forslag.fejl[0].besked


def test_its_life(kilder, tmp_path):
    """Loaded, offered on the own data only, kept while it has figures, gone when it has none."""
    ud = tmp_path / "a.duckdb"
    load(read(kilder, book(NYT, PROCENT, vaerdier=[value("Åbne tider"), value("praktiserende_laeger")])), ud=ud, nu=NU)
    data = Database(ud).snapshot()
    assert queries.catalogue(data)["egne_telefon_aaben_pct"].egen
    egne = {*queries.catalogue_of("egne", data)} - {*queries.catalogue_of("offentlig", data)}
    assert egne == {"egne_aabne_tider"}, "one without figures is offered nowhere"
    ramme = queries.noegletal_pr_omraade("egne_aabne_tider", "kommune", "2007", "egne", data=data).set_index("navn")
    assert ramme.loc["Lolland", "vaerdi"] == 12 and ramme["vaerdi"].notna().sum() == 1
    (kilde,) = {en for kilder in ramme["kilder"].dropna() for en in kilder.split(";")}
    assert queries.source(kilde, data)["titel"].tolist() == ["Opgørelse"]

    samme = propose(
        [Fil("igen.xlsx", filled_template("noegletal", "egne", kilder))], kilder=kilder, i_dag=date(2027, 1, 1)
    )
    assert [str(en) for en in samme.fejl] == [] and not samme.har_aendringer

    igen = read(kilder, book(PROCENT | {"Definition": "En anden definition."}))
    assert igen.tabeller["noegletal_katalog"].celler["noegletal"] == ["egne_aabne_tider", "egne_telefon_aaben_pct"]
    assert any("Åbne tider står ikke i arket" in en for en in igen.bemaerkninger)

    uden = read(kilder, as_csv(value("praktiserende_laeger")), book(PROCENT))
    assert uden.tabeller["noegletal_katalog"].celler["noegletal"] == ["egne_telefon_aaben_pct"]
    assert [str(en) for en in uden.fejl] == []


def test_a_slide_that_names_one_is_told_on_data_without_it(kilder, tmp_path):
    """On another dataset, and when it is gone: no View of any kind fails, and those it is about are empty with the
    reason, on the stage, as slides and on paper."""
    ud = tmp_path / "a.duckdb"
    load(read(kilder, book(NYT, vaerdier=[value("Åbne tider")])), ud=ud, nu=NU)
    data = Database(ud).snapshot()
    grunde = {"egne_aabne_tider": "»Åbne tider« er jeres eget nøgletal", "egne_borte": "»egne_borte« findes ikke"}
    om_den = {"kort", "film", "rangliste", "udvikling", "omraadekort", "sammenligning_aar"}
    om_andet = {"puljen_kort", "hu_serie", "ved_ikke", "forloeb_enheder"}
    for nr, (kode, grund) in enumerate(grunde.items()):
        navne = dict.fromkeys([*sorted(om_den | om_andet), *some([*visninger.VISNINGER], 10, nr)])
        alle = [Dias(navn, (("indikator", kode), ("behov", kode))) for navn in navne]
        tomme = {en.visning for en in alle if en.build("offentlig", I_DAG, data, "1085") is None}
        assert om_den <= tomme and not om_andet & tomme
        for en in alle:
            billede = lysbillede_dias.shown(en, "offentlig", I_DAG, None, Skaerm(1280, 720), data)
            assert billede.view or billede.besked
        kort = next(en for en in alle if en.visning == "kort")
        assert grund in lysbillede_dias.shown(kort, "offentlig", I_DAG, None, Skaerm(1280, 720), data).besked
    deck = Praesentation("Mødet", (Dias("kort", (("indikator", "egne_aabne_tider"),)), Dias("ved_ikke")))
    assert [view is None for view, *_ in praesentation.built(deck, "offentlig", I_DAG, data)] == [True, False]
    assert slides.deck_slides(deck, "offentlig", about(data, NU), data)
    assert rapport.handout(deck, "offentlig", about(data, NU), data)
    assert deck.dias[0].build("egne", I_DAG, data).title.startswith("Åbne tider")
