"""Need against capacity: what is drawn equals the recomputation, sums are always two, and what a number is not."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.grupper import group_code
from queries import behov
from queries.standard import newest
from tests.dag import I_DAG
from tests.queries import behovsorakel
from tests.queries.orakel import laes, omraader
from tests.sweep import part
from tests.views.bygget import built
from tests.views.figurer import marks, named, series
from views.balance.behov_kort import BAAND, TYSKE, bands
from views.balance.behov_mangler import TAKT
from views.faelles.behovstal import (
    EFTER_INDBYGGERE,
    EFTER_TILMELDTE,
    MODEL,
    MODELUDKAST,
    NORMTAL,
    need_and_supply,
    on_the_map,
    told_by,
)
from views.faelles.filtre import ALLE, KUN, Filters
from views.figur import farver
from views.figur.model import Kort, Soejler
from views.omraade.behov import target_number

FYN = ("410", "420", "430", "440", "450", "461", "479", "480", "482", "492")
TI_PAA_FYN = group_code("Fyn", list(FYN))
REGIONER = Filters(niveau="region", dag=I_DAG)
EKSEMPEL = Filters(datasaet="eksempel", dag=I_DAG)
AF_TILMELDTE = f"Behov ({NORMTAL}, tilmeldte patienter)"
IDER = ("beh_maal_og_kapacitet", "beh_kort", "beh_mangler", "beh_over_tid")
STEDER = st.sampled_from(
    [
        ("sundhedsraad", "2007", ""),
        ("sundhedsraad", "2027", "fyn"),
        ("region", "2007", "1085"),
        ("region", "2027", "oestdanmark"),
        ("kommune", "2007", ""),
        ("kommune", "2027", "360"),
        ("videreuddannelsesregion", "2007", "syd"),
        (TI_PAA_FYN, "2007", TI_PAA_FYN),
    ]
)


@settings(max_examples=part(30), deadline=None)
@given(
    visning=st.sampled_from(IDER),
    sted=STEDER,
    datasaet=st.sampled_from(["offentlig", "eksempel", "egne"]),
    aar=st.one_of(st.none(), st.integers(2016, 2026)),
)
def test_a_view_of_need_can_be_made_of_any_choice_and_names_both_sums_or_none(visning, sted, datasaet, aar):
    niveau, struktur, omraade = sted
    f = Filters(niveau, struktur, omraade, fra=aar, til=aar, datasaet=datasaet, dag=I_DAG)
    view = built(visning, f)
    ord_ = f"{view.title} {view.note}"
    assert ("brutto" in ord_) == ("netto" in ord_ or "under ét" in ord_), "one sum is never told without the other"
    assert view.figure is not None or view.note, "an empty view says why"
    assert view.sources and len(view.table)
    if "fordelingsmodel" in view.title:
        assert "model 2025" in view.title
    if visning != "beh_over_tid":
        assert "er_ventet" not in view.table and not view.table["Folketal"].gt("2026").any()


@pytest.mark.parametrize("struktur", ["2007", "2027"])
@pytest.mark.parametrize("niveau", ["region", "sundhedsraad", "kommune"])
def test_the_table_is_the_recomputed_one(niveau, struktur):
    view = built("beh_maal_og_kapacitet", EKSEMPEL.on(niveau=niveau, struktur=struktur))
    facit = behovsorakel.behov(niveau, struktur).xs(2026, level="aar")
    tilmeldte, land = (behovsorakel.tilmeldte(*en, "eksempel") for en in ((niveau, struktur), ("land", "2007")))
    pr_indbygger = land["flad"].iloc[0] / (facit["i_alt"].sum() / behovsorakel.NORM)
    kapacitet = behovsorakel.udbud(behov.KAPACITETER, niveau, struktur, "eksempel")
    navne = {en["navn"]: kode for kode, en in zip(omraader(niveau, struktur), _rows(niveau, struktur), strict=True)}
    assert len(view.table) == len(facit)
    for post in view.table.to_dict("records"):
        kode = navne[post["Område"]]
        assert post[AF_TILMELDTE] == pytest.approx(tilmeldte.loc[kode, "flad"])
        assert post["Tilmeldte patienter"] == tilmeldte.loc[kode, "antal"]
        assert post["Behov efter alder (illustration)"] == pytest.approx(facit.loc[kode, "alder"] * pr_indbygger)
        assert post["Lægekapaciteter"] == kapacitet.loc[kode, "kapacitet"]
        maal = post.get(f"Behov ({MODEL})") if _model_for_all(view) else tilmeldte.loc[kode, "flad"]
        assert post["Mangler"] == pytest.approx(max(0, maal - post["Lægekapaciteter"]))
        assert post["Dækning, pct."] == pytest.approx(100 * post["Lægekapaciteter"] / maal)


def _rows(niveau: str, struktur: str) -> list[dict]:
    return [en for en in laes(f"geografi/{niveau}") if niveau != "region" or en["struktur"] == struktur]


def _model_for_all(view) -> bool:
    return MODEL in view.title


def test_what_lies_between_is_drawn_from_the_one_to_the_other():
    view = built("beh_maal_og_kapacitet", REGIONER)
    (streg,) = series(view, Soejler)
    rude = view.figure.ruder[0]
    assert rude.y.navne == ("Hovedstaden", "Sjælland", "Nordjylland", "Midtjylland", "Syddanmark"), "most missing first"
    ring, prik = named(view, f"Behov efter {EFTER_INDBYGGERE}"), named(view, "Praktiserende læger")
    for nr, navn in enumerate(rude.y.navne):
        ender = sorted((ring.x[nr], prik.x[nr]))
        assert (streg.begynder[nr], streg.begynder[nr] + streg.vaerdier[nr]) == pytest.approx(tuple(ender)), navn
    assert all(ring.aaben) and not prik.aaben, "hollow is the target, filled is what there is"
    ord_ = series(view)[-1].ord.tekster
    assert ord_ == ("mangler 120,7", "mangler 88,3", "mangler 83,7", "mangler 31,0", "10,6 flere")


def test_five_regions_and_ten_kommuner_are_told_gross_and_net():
    view = built("beh_maal_og_kapacitet", REGIONER)
    assert "brutto mangler 323,7 kapaciteter, netto 313,2" in view.note and "5 regioner, 2020" in view.title
    fyn = built("beh_maal_og_kapacitet", Filters(TI_PAA_FYN, omraade=TI_PAA_FYN, fra=2018, til=2018, dag=I_DAG))
    assert "10 kommuner" in fyn.title and "brutto mangler 11,3 kapaciteter, under ét er der 8,8 flere" in fyn.note
    assert "PLO" in view.note, "supply without clinics of the region says so"
    assert "anden kommune" in fyn.note


def test_where_supply_is_not_known_other_areas_stand_there_and_it_is_said():
    view = built("beh_maal_og_kapacitet", Filters(dag=I_DAG))
    assert "5 regioner" in view.title and "ikke kendt for alle sundhedsråd" in view.coverage
    fyn = built("beh_maal_og_kapacitet", Filters(omraade="fyn", dag=I_DAG))
    assert "kommuner i Sundhedsråd Fyn" in fyn.title
    uden = built("beh_maal_og_kapacitet", Filters(fra=2023, til=2023, dag=I_DAG))
    assert "kapaciteten er ikke kendt" in uden.title and [en.form for en in marks(uden)] == ["streg", "prik"]
    kort = built("beh_kort", Filters(dag=I_DAG))
    assert "alder" in kort.title and "illustration, ikke den nationale model" in kort.title
    assert "ikke kendt" in kort.coverage and isinstance(kort.figure, Kort) and len(kort.figure.hover) == 17


def test_what_a_number_is_not_is_said():
    view = built("beh_maal_og_kapacitet", REGIONER.on(struktur="2027"))
    assert "to regioner lagt sammen" in view.note and "hver sin regel" in view.note
    for ord_ in ("indbyggere", "gruppe 1", "uden patienter endnu", "illustration, ikke den nationale model"):
        assert ord_ in view.definition, ord_
    assert "et ydernummer kan rumme flere" in view.note, "ydernummer, capacity and doctor are three counts"
    kommuner = built("beh_maal_og_kapacitet", EKSEMPEL.on(niveau="kommune"))
    assert "anden kommune" in kommuner.note and "bydele" in kommuner.note


def test_areas_of_different_years_are_not_added_up():
    view = built("beh_maal_og_kapacitet", Filters(niveau="kommune", omraade="183", dag=I_DAG))
    tal = need_and_supply(Filters(niveau="kommune", omraade="360", fra=2018, til=2021, dag=I_DAG), newest())
    assert view.title and (
        tal.er_hele or not tal.kendte["dato"].nunique() > 1 or "lægges derfor ikke sammen" in view.coverage
    )
    alle = need_and_supply(Filters(niveau="kommune", fra=2017, til=2021, dag=I_DAG), newest())
    assert alle.flertal == "regioner" and alle.er_hele, "the kommuner are not all known, so the regions stand there"


def test_bands_meet_and_are_never_told_without_where_they_come_from():
    klasser = bands({"a": 74, "b": 75, "c": 99, "d": 100, "e": 110, "f": 111})
    assert [en.omraade_ids for en in klasser] == [("a",), ("b", "c"), ("d", "e"), ("f",)]
    assert [en.farve for en in klasser] == list(farver.UNDER_OG_OVER) and len(BAAND) == 4
    for f in (REGIONER, EKSEMPEL, EKSEMPEL.on(niveau="kommune")):
        view = built("beh_kort", f)
        assert TYSKE in view.note and "kun til sammenligning" in view.note
        koder = [kode for klasse in view.figure.klasser for kode in klasse.omraade_ids]
        assert sorted(koder) == sorted(omraader(f.niveau, f.struktur))


# ------------------------------------------------------------------------------------------------- targets of a model


def test_a_final_model_is_the_rule_where_it_has_a_target_for_all_and_its_days_are_the_regions_own():
    view = built("beh_maal_og_kapacitet", EKSEMPEL)
    facit = _targets("sundhedsraad", "eks-model-2026")
    assert MODEL in view.title and len(facit) == 17
    for post in view.table.to_dict("records"):
        vaerdi, fra = facit[post["Område"]]
        assert post[f"Behov ({MODEL})"] == vaerdi
        snit = post["Modellens gennemsnit, tilmeldte patienter pr. kapacitet"]
        assert snit == pytest.approx(post["Tilmeldte patienter"] / vaerdi)
    assert view.table["Målet gælder fra"].nunique() > 1, "one day for all would mix the regions' rules"
    assert built("beh_maal_og_kapacitet", EKSEMPEL.on(niveau="kommune")).title.find("model 2025") == -1


def test_the_model_of_a_region_that_is_to_come_is_the_sum_of_its_councils():
    view = built("beh_maal_og_kapacitet", EKSEMPEL.on(niveau="region", struktur="2027"))
    raad = _targets("sundhedsraad", "eks-model-2026")
    oest = omraader("region", "2027")["oestdanmark"]
    navne = {en["sundhedsraad_id"]: en["navn"] for en in laes("geografi/sundhedsraad")}
    inde = [navne[kode] for kode, koder in omraader("sundhedsraad", "2027").items() if koder <= oest]
    egen = view.table.set_index("Område").loc["Region Østdanmark", f"Behov ({MODEL})"]
    assert len(inde) == 6 and egen == pytest.approx(sum(raad[en][0] for en in inde))


def test_a_draft_is_named_a_draft_and_is_never_what_is_missing():
    foer = EKSEMPEL.on(dag=date(2025, 10, 1), fra=2025, til=2025)
    tal = need_and_supply(foer, newest())
    assert (tal.regel, tal.andet) == (EFTER_TILMELDTE, MODELUDKAST) and tal.raekker["er_udkast"].all()
    view = built("beh_maal_og_kapacitet", foer)
    assert "fordelingsmodel" not in view.title and view.table["Målsæt"].str.endswith("(udkast)").all()
    assert all(en.skraveret and "udkast" in en.etiket for en in built("beh_kort", foer).figure.klasser)


def _targets(niveau: str, maalsaet: str) -> dict[str, tuple[float, str]]:
    poster = [en for en in laes("eksempel/maaltal") if (en["maalsaet_id"], en["omraade_type"]) == (maalsaet, niveau)]
    return {en["omraade"]: (float(en["vaerdi"]), en["gyldig_fra"]) for en in poster if en["maal"] == "kapaciteter"}


def test_four_numbers_are_never_one_column():
    kolonner = list(built("beh_maal_og_kapacitet", EKSEMPEL).table)
    for ord_ in ("normtal 1.600", "Minimumspatienttal", "PLO’s gennemsnit", "Modellens gennemsnit"):
        assert sum(ord_ in en for en in kolonner) == 1, ord_
    mindst = built("beh_maal_og_kapacitet", EKSEMPEL).table
    assert any("mindst 3 klinikker" in en for en in mindst) and not any("klinik_id" in en for en in mindst)


# ------------------------------------------------------------------------------------------------- of whom, and whose


@pytest.mark.parametrize("visning", ["beh_maal_og_kapacitet", "beh_kort", "beh_mangler"])
@pytest.mark.parametrize(
    ("datasaet", "ord_", "ikke"),
    [("offentlig", "indbyggere", "tilmeldte patienter"), ("eksempel", "tilmeldte patienter", "indbyggere")],
)
def test_a_view_says_of_whom_its_need_is(visning, datasaet, ord_, ikke):
    niveau = "region" if datasaet == "offentlig" else "kommune"
    view = built(visning, Filters(niveau=niveau, datasaet=datasaet, dag=I_DAG))
    assert f"{NORMTAL} ({ord_})" in view.title and f"({ikke})" not in view.title
    assert ("derfor indbyggere" in view.definition) == (ord_ == "indbyggere")
    assert (AF_TILMELDTE in view.table) == (f"Behov ({NORMTAL})" not in view.table) == (ord_ != "indbyggere")
    assert ("Tilmeldte patienter" in view.table) == (ord_ != "indbyggere")


def test_the_sources_are_those_of_the_patients_and_the_years_to_come_are_of_inhabitants():
    tal = need_and_supply(EKSEMPEL, newest())
    assert tal.af_tilmeldte and any("nøgletal pr. kommune" in en.titel for en in tal.belaeg.kilder)
    uden = tal.raekker.assign(kapacitet=float("nan"), tilmeldte_kilder="eksempel-maal", maal_kilder="")
    assert any("mål for kapacitet" in en.titel for en in told_by(uden, "sundhedsraad", newest()).kilder)
    view = built("beh_over_tid", EKSEMPEL)
    assert EFTER_INDBYGGERE in view.title and "fremskrevet" in view.definition and "derfor" not in view.definition


@pytest.mark.parametrize("niveau", ["kommune", "sundhedsraad", "region", "videreuddannelsesregion"])
@pytest.mark.parametrize("struktur", ["2007", "2027"])
def test_capacity_of_plo_alone_is_counted_where_it_is_chosen_and_the_title_says_so(niveau, struktur):
    alle, plo = (EKSEMPEL.on(niveau=niveau, struktur=struktur, kapacitet=en) for en in (ALLE, KUN))
    assert need_and_supply(alle, newest()).kan_plo and on_the_map(alle, newest()).kan_plo
    view, foer = built("beh_maal_og_kapacitet", plo), built("beh_maal_og_kapacitet", alle)
    assert "kun PLO" in view.title and "Kun PLO: " in view.note and "kun PLO" not in f"{foer.title} {foer.note}"
    assert "PLO-klinikker" in built("beh_kort", plo).title and "kun PLO" in built("beh_mangler", plo).title
    facit = behovsorakel.udbud(behov.KAPACITETER_PLO, view.filters.niveau, struktur, "eksempel")["kapacitet"]
    assert view.table["Lægekapaciteter i PLO-klinikker"].sum() == facit.sum()
    med, uden = (en.table.set_index("Område") for en in (foer, view))
    assert (uden["Dækning, pct."] <= med["Dækning, pct."][uden.index] + 1e-9).all(), "fewer against the same need"
    ens = [en for en in med if en.startswith("Behov") or en in ("Indbyggere", "Tilmeldte patienter")]
    assert uden[ens].equals(med.loc[uden.index, ens]), "the need is that of all patients"
    assert KUN in view.link and "kapacitet" not in foer.link


def test_where_plo_alone_is_not_known_all_stand_there_and_it_is_said():
    for f in (Filters(kapacitet=KUN, dag=I_DAG), REGIONER.on(kapacitet=KUN)):
        view = built("beh_maal_og_kapacitet", f)
        assert not need_and_supply(f, newest()).kan_plo, "general practitioners are PLO's already"
        assert view.table.equals(built("beh_maal_og_kapacitet", f.on(kapacitet=ALLE)).table)
        assert "kan ikke vises" not in view.coverage
    ukendt = built("beh_maal_og_kapacitet", Filters(fra=2023, til=2023, kapacitet=KUN, dag=I_DAG))
    assert "»kun PLO« kan ikke vises" in ukendt.coverage


def test_an_area_without_patients_is_held_against_inhabitants_with_all_beside_it():
    """Nobody is listed on Læsø in 2024: no need of nothing is divided by, and no figure mixes the two."""
    for visning in ("beh_maal_og_kapacitet", "beh_kort", "beh_mangler"):
        view = built(visning, EKSEMPEL.on(niveau="kommune", fra=2024, til=2024))
        assert EFTER_INDBYGGERE in view.title and "Tilmeldte patienter" not in view.table
    raad = built("beh_maal_og_kapacitet", EKSEMPEL.on(fra=2024, til=2024))
    assert "Tilmeldte patienter" in raad.table, "the council that holds it is known"


# ------------------------------------------------------------------------------------------------- what is missing


def test_what_is_missing_stands_beside_what_is_offered_each_in_a_panel_of_its_own():
    view = built("beh_mangler", REGIONER)
    mangler, udbudt, fundne = view.figure.ruder
    assert mangler.serier[0].navn != udbudt.serier[0].navn and mangler.x.faelles == udbudt.x.faelles == ""
    aabne = [en for en in laes("offentlig/udbud") if en["region"] == "Region Sjælland" and en["status"] == "opslaaet"]
    vist = dict(zip(udbudt.serier[0].steder, udbudt.serier[0].vaerdier, strict=True))
    assert vist["Sjælland"] >= sum(int(en["antal"]) for en in aabne if en["enhed"] == "ydernummer") >= 87
    assert vist["Midtjylland"] is None, "nothing told is not nothing offered"
    assert fundne.overskrift == TAKT and view.advarsler, "it is of the scenario, which says so"
    sagt = dict(zip(fundne.serier[0].steder, fundne.serier[0].ord.tekster, strict=True))
    assert sagt == dict.fromkeys(udbudt.serier[0].steder, "") | {"Sjælland": "10 (3-15)"}
    sjaelland = view.table.set_index("Område").loc["Region Sjælland"]
    assert [round(sjaelland[en], 1) for en in view.table if en.startswith(TAKT)] == [9.7, 14.6, 2.8]


def test_the_three_numbers_of_an_area_stand_in_one_sentence_and_a_scenario_nobody_understands_has_none():
    en = built("beh_mangler", REGIONER.on(omraade="1085"))
    assert "mangler 88" in en.title and "89 ydernumre er slået op" in en.title and "ca. 10 (3-15)" in en.title
    uden = built("beh_mangler", REGIONER.on(omraade="1085", scenarie="1;s=999"))
    assert "finde" not in uden.title and TAKT not in uden.table and not uden.advarsler
    alle = built("beh_mangler", EKSEMPEL).table
    assert alle[TAKT].notna().all() and (alle[TAKT] >= 0).all()


def test_years_to_come_are_hatched_and_told_as_expected():
    view = built("beh_over_tid", Filters(omraade="soenderjylland", dag=I_DAG))
    facit = behovsorakel.behov("sundhedsraad", "2007").loc["soenderjylland"]
    talt, ventet = series(view, Soejler)
    assert talt.skraveret == "" and ventet.skraveret == "prognose" and ventet.steder == ("2030", "2035", "2040")
    for serie in (talt, ventet):
        assert list(serie.vaerdier) == pytest.approx([facit.loc[int(en), "flad"] for en in serie.steder])
    assert [en for en in view.table["År"] if "fremskrivning" in en] == [
        f"{en} (fremskrivning)" for en in (2030, 2035, 2040)
    ]


# ------------------------------------------------------------------------------------------------- one area


@pytest.mark.parametrize(
    ("filters", "ord_"),
    [
        (REGIONER.on(omraade="1085"), ("523", "435 praktiserende læger", "mangler 88", "1. februar 2026", NORMTAL)),
        (Filters(TI_PAA_FYN, omraade=TI_PAA_FYN, dag=I_DAG), ("310", "319", "9 flere", NORMTAL)),
        (EKSEMPEL.on(omraade="fyn"), (MODEL, "gælder fra")),
        (EKSEMPEL.on(omraade="fyn", kapacitet=KUN), (MODEL, "lægekapaciteter i PLO-klinikker")),
        (EKSEMPEL.on(niveau="kommune", omraade="825"), (EFTER_TILMELDTE,)),
        (REGIONER.on(omraade="1085", kapacitet=KUN), (EFTER_INDBYGGERE, "435 praktiserende læger")),
        (Filters(datasaet="egne", omraade="fyn", dag=I_DAG), ("forskel ukendt", NORMTAL)),
    ],
)
def test_an_area_is_told_target_capacity_difference_rule_and_date(filters, ord_):
    tal = target_number(filters, newest())
    sagt = f"{tal.overskrift} {tal.vaerdi} {tal.forklaring}"
    assert all(en in sagt for en in ord_), sagt
    assert tal.opgjort and tal.kilder and tal.link.startswith("/balance?")
