"""Lægedækningspuljen: numbers, map, themes and bars for every pool of both datasets, each on some of the levels."""

import re

import pandas as pd
import pytest

import queries
from queries.database import Snapshot
from tests.dag import I_DAG
from tests.queries import orakel
from tests.queries.orakel import FLERE, IKKE, laes
from tests.sweep import some
from tests.views.figurer import sent, series
from views.faelles.filtre import Filters
from views.figur.model import Kort
from views.kilder import landstal
from views.puljen import behov as puljen_behov
from views.puljen import figurer as puljen_figurer
from views.puljen import kort as puljen_kort
from views.puljen import projekter as puljen_projekter
from views.puljen import pulje as puljen
from views.puljen import tal as puljen_tal
from views.puljen import tema as puljen_tema
from views.sprog.ord import EKSEMPEL_ADVARSEL

LAEGEDAEKNING, EKS = "laegedaekning-2025-2026", "eks-laegedaekning-2025-2026"
STEDER = [("kommune", "2007"), ("sundhedsraad", "2007"), ("region", "2007"), ("region", "2027")]
PULJER = [(datasaet, post["pulje_id"]) for datasaet in ("offentlig", "eksempel") for post in laes(f"{datasaet}/pulje")]
SAGER = some([(*pulje, *sted) for nr, pulje in enumerate(PULJER) for sted in some(STEDER, 1, nr)], 7)
VISNINGER = (
    puljen_kort.map_view,
    puljen_tema.theme_view,
    puljen_figurer.per_inhabitant_view,
    puljen_figurer.pools_view,
    puljen_figurer.known_by_area_and_year,
    puljen_behov.need_view,
    puljen_projekter.project_table,
)
KRAEVER_ALT = (puljen_figurer.per_inhabitant_view, puljen_behov.need_view)
REST_NAVN = {"Ikke stedfæstet": IKKE, "Dækker flere områder": FLERE}


def chosen(datasaet: str, pulje: str = "", niveau: str = "sundhedsraad", struktur: str = "2007", **valg) -> Filters:
    return Filters(niveau, struktur, datasaet=datasaet, pulje=pulje, dag=I_DAG, **valg)


def rows(datasaet: str, pulje: str) -> list[dict]:
    return [post for post in laes(f"{datasaet}/puljeprojekt") if post["pulje_id"] == pulje]


def counted(datasaet: str, pulje: str) -> list[dict]:
    return [post for post in rows(datasaet, pulje) if post["medregnes"] == "1"]


def shown(datasaet: str, pulje: str) -> list[dict]:
    return [post for post in rows(datasaet, pulje) if post["status"] != "takkede nej"]


def places(post: dict, niveau: str, struktur: str) -> set[str]:
    koder = post["kommunekoder"].split(";") if post["kommunekoder"] else [None]
    return {orakel.placering(orakel.kendt_for(kode, post["region"]), niveau, struktur) for kode in koder} - {IKKE}


def kroner(poster: list[dict]) -> float:
    return sum(float(post["beloeb_kr"]) for post in poster)


def id_by_name(niveau: str, struktur: str) -> dict[str, str]:
    navne = orakel.navne(niveau, struktur)
    return dict(zip(navne, [*orakel.omraader(niveau, struktur), IKKE, FLERE], strict=True))


def legend(figur: Kort) -> dict[str, list[str]]:
    return {klasse.etiket: [*klasse.omraade_ids] for klasse in figur.klasser}


def with_pools(data: Snapshot, **felter) -> Snapshot:
    """The data, but with other things published of every pool."""

    class Aendret(Snapshot):
        def frame(self, navn: str, parametre: dict | None = None) -> pd.DataFrame:
            ramme = data.frame(navn, parametre)
            return ramme.assign(**felter) if navn == "puljer" else ramme

    return Aendret("prøve", data.forbindelse)


def without_pools(data: Snapshot) -> Snapshot:
    class Tom(Snapshot):
        def frame(self, navn: str, parametre: dict | None = None) -> pd.DataFrame:
            ramme = data.frame(navn, parametre)
            return ramme.iloc[:0] if navn in ("puljer", "puljen_oversigt") else ramme

    return Tom("tom", data.forbindelse)


def texts(tal) -> dict[str, str]:
    return {en.overskrift: f"{en.vaerdi}. {en.forklaring}" for en in tal}


# ---------------------------------------------------------------------------------------- what every view owes


@pytest.mark.parametrize(("datasaet", "pulje", "niveau", "struktur"), SAGER)
def test_every_view_is_whole_and_small(data, datasaet, pulje, niveau, struktur):
    valgt = next(iter(orakel.omraader(niveau, struktur)))
    for byg in VISNINGER:
        view = byg(chosen(datasaet, pulje, niveau, struktur, omraade=valgt), data)
        assert (EKSEMPEL_ADVARSEL in view.subtitle) == (datasaet == "eksempel")
        assert view.alt and view.definition and view.coverage and view.title and view.sources
        assert view.link.startswith("/puljen?") and f"pulje={pulje}" in view.link
        assert view.figure is not None or view.withheld or view.note
        if view.figure is not None:
            tekst = sent(view)
            assert len(tekst) < 30_000 and "http" not in tekst and "NaN" not in tekst and not view.table.empty


@pytest.mark.parametrize(("datasaet", "pulje"), some(PULJER, 4, 1))
def test_rates_are_withheld_exactly_where_not_all_is_known(data, datasaet, pulje):
    for byg in VISNINGER:
        view = byg(chosen(datasaet, pulje), data)
        assert bool(view.withheld) == (datasaet == "offentlig" and byg in KRAEVER_ALT), byg
        if view.withheld:
            assert view.figure is None and view.table.empty
    with_rate = [en.overskrift for en in puljen_tal.area_numbers(chosen(datasaet, pulje, omraade="fyn"), data)]
    assert any("indbygger" in en for en in with_rate) == (datasaet == "eksempel")
    tabel = puljen_kort.map_view(chosen(datasaet, pulje), data).table
    assert ("Kr. pr. indbygger" in tabel) == (datasaet == "eksempel")


def test_a_pool_with_undescribed_projects_is_withheld_on_complete_data_too(data):
    """A register may be complete by its own word; 20 rows of 21 grants say otherwise, and 0 is then unknown."""
    flere = with_pools(data, stoettede_projekter=21)
    for byg in KRAEVER_ALT:
        assert byg(chosen("eksempel", EKS), data).figure is not None
        view = byg(chosen("eksempel", EKS), flere)
        assert view.figure is None and "20 af 21" in view.withheld
    assert texts(puljen_tal.more_numbers(chosen("eksempel", EKS), flere))["Til Nordjylland og Sjælland"].startswith(
        "over 70 pct."
    )
    fyn = puljen.read_pool(chosen("eksempel", EKS), flere).omraader.set_index("omraade_id").loc["fyn"]
    assert fyn["beloeb_kr"] != fyn["beloeb_kr"]
    assert puljen.read_pool(chosen("eksempel", EKS), data).omraader.set_index("omraade_id").loc["fyn", "beloeb_kr"] == 0


def test_without_pools_there_is_nothing_to_show_and_nothing_breaks(data):
    tom = without_pools(data)
    assert puljen.chosen_pool(chosen("eksempel"), tom) == ""
    for byg in VISNINGER:
        if byg is not puljen_figurer.known_by_area_and_year:
            assert byg(chosen("eksempel"), tom) is None
    for byg in (puljen_tal.headline_numbers, puljen_tal.more_numbers, puljen_tal.what_is_not_known):
        assert byg(chosen("eksempel"), tom) == ()
    assert puljen_projekter.project_cards(chosen("eksempel"), tom) == ()


def test_the_period_does_not_cut_a_pool(data):
    for byg in VISNINGER:
        fri, delt = byg(chosen("eksempel", EKS), data), byg(chosen("eksempel", EKS, fra=2020, til=2011), data)
        assert (fri.title, fri.subtitle, fri.link) == (delt.title, delt.subtitle, delt.link)
        assert sent(fri) == sent(delt)


@pytest.mark.parametrize(("datasaet", "ventet"), [("offentlig", LAEGEDAEKNING), ("eksempel", EKS)])
def test_the_pool_shown_first_is_laegedaekningspuljen(data, datasaet, ventet):
    assert puljen.chosen_pool(chosen(datasaet), data) == ventet


def test_a_pool_of_another_dataset_is_not_shown_as_one_of_this(data):
    akutpulje = "akutpuljen-2009-2011"
    assert puljen.chosen_pool(chosen("offentlig", akutpulje), data) == akutpulje
    assert puljen.chosen_pool(chosen("eksempel", akutpulje), data) == ""


# ---------------------------------------------------------------------------------------- numbers


def test_the_numbers_of_the_public_pool(data):
    tal = texts(puljen_tal.headline_numbers(chosen("offentlig"), data))
    tal |= texts(puljen_tal.more_numbers(chosen("offentlig"), data))
    assert tal["Ramme"].startswith("20 mio. kr.")
    assert tal["Ansøgninger, der fik støtte"].startswith("20 af 35.")
    assert tal["Kendte beløb"].startswith("ikke oplyst.") and "3 projekter uden oplyst beløb" in tal["Kendte beløb"]
    assert tal["Beskrevne projekter"].startswith("3 af 20.") and "17 kendes ikke" in tal["Beskrevne projekter"]
    assert tal["Til Nordjylland og Sjælland"].startswith("over 70 pct.")


@pytest.mark.parametrize(("datasaet", "pulje"), PULJER)
def test_the_sum_is_that_of_the_rows_that_count(data, datasaet, pulje):
    medregnede = counted(datasaet, pulje)
    uden = [en for en in rows(datasaet, pulje) if en["status"].startswith("støttet") and en["beloeb_kr"] is None]
    tekst = texts(puljen_tal.headline_numbers(chosen(datasaet, pulje), data))["Kendte beløb"]
    if medregnede:
        heltal, _, oere = f"{kroner(medregnede):,.2f}".partition(".")
        beloeb = heltal.replace(",", ".") + ("" if oere == "00" else f",{oere}")
        assert f" {beloeb} kr. til {len(medregnede)} projekt" in tekst
    else:
        assert tekst.startswith("ikke oplyst.")
    assert (f"{len(uden)} projekt" in tekst and "uden oplyst beløb" in tekst) == bool(uden)
    assert ("takkede nej" in tekst) == any(en["status"] == "takkede nej" for en in rows(datasaet, pulje))


@pytest.mark.parametrize("struktur", ["2007", "2027"])
@pytest.mark.parametrize("pulje", [en for datasaet, en in PULJER if datasaet == "eksempel"])
def test_the_share_of_the_two_regions_is_worked_out_on_complete_data_only(data, pulje, struktur):
    alle = counted("eksempel", pulje)
    de_to = [en for en in alle if en["region"] in ("Region Nordjylland", "Region Sjælland")]
    andel = round(100 * kroner(de_to) / kroner(alle))
    tal = texts(puljen_tal.more_numbers(chosen("eksempel", pulje, "region", struktur), data))
    assert tal["Til Nordjylland og Sjælland"].startswith(f"{andel} pct.")
    assert ("Østdanmark" in tal["Til Nordjylland og Sjælland"]) == (struktur == "2027")
    if pulje == EKS:
        assert (andel, kroner(alle), len(alle)) == (73, 20_000_000, 20)
        assert "over 70 pct." in tal["Til Nordjylland og Sjælland"]


@pytest.mark.parametrize("pulje", [en for datasaet, en in PULJER if datasaet == "offentlig" and en != LAEGEDAEKNING])
def test_no_share_where_none_is_published_and_not_all_is_known(data, pulje):
    assert "Til Nordjylland og Sjælland" not in texts(puljen_tal.more_numbers(chosen("offentlig", pulje), data))


def test_an_area_that_nobody_describes_is_not_an_area_without_projects(data):
    def first(datasaet, pulje, **valg):
        return puljen_tal.area_numbers(chosen(datasaet, pulje, **valg), data)[0]

    assert first("offentlig", LAEGEDAEKNING, omraade="fyn").vaerdi == "ingen data"
    assert first("offentlig", LAEGEDAEKNING, omraade="limfjorden").vaerdi == "1"
    assert "ikke oplyst" in first("offentlig", LAEGEDAEKNING, omraade="limfjorden").forklaring
    assert first("eksempel", EKS, omraade="fyn").vaerdi == "0"
    assert puljen_tal.area_numbers(chosen("eksempel", EKS), data) == ()
    assert puljen_tal.area_numbers(chosen("eksempel", EKS, omraade="360"), data) == ()


def test_the_chosen_area_stands_beside_the_other(data):
    filters = chosen("eksempel", EKS, omraade="limfjorden", sammenlign="vendsyssel")
    facit = orakel.pulje_pr_omraade("sundhedsraad", "2007", "eksempel", EKS)
    pr_indbygger = puljen_tal.area_numbers(filters, data)[1]
    assert pr_indbygger.vaerdi == f"{facit.loc['limfjorden', 'kr_pr_indbygger']:.1f} kr.".replace(".", ",", 1)
    assert f"Vendsyssel: {facit.loc['vendsyssel', 'kr_pr_indbygger']:.1f}".replace(".", ",") in pr_indbygger.forklaring
    omraader = facit.drop([IKKE, FLERE])
    landet = facit["beloeb_kr"].sum() / omraader["indbyggere"].sum()
    assert f"hele landet: {landet:.1f}".replace(".", ",") in pr_indbygger.forklaring


def test_numbers_beside_those_of_an_area_say_that_they_are_the_countrys(data):
    for datasaet, pulje in (("offentlig", LAEGEDAEKNING), ("eksempel", EKS)):
        for omraade in ("", "soenderjylland"):
            filters = chosen(datasaet, pulje, omraade=omraade)
            egne = puljen_tal.area_numbers(filters, data)
            numre = puljen_tal.headline_numbers(filters, data)
            assert numre[: len(egne)] == egne
            for tal in (*numre[len(egne) :], *puljen_tal.more_numbers(filters, data)):
                assert tal.overskrift.endswith("hele landet") == bool(omraade)


def test_grants_of_applications_have_the_same_date_on_both_pages(data):
    for datasaet in ("offentlig", "eksempel"):
        filters = chosen(datasaet)
        her = next(en for en in puljen_tal.headline_numbers(filters, data) if en.overskrift.startswith("Ansøgninger"))
        forside = landstal.pool(landstal.whole_country(filters), data)
        assert (her.vaerdi, her.opgjort, her.kilder) == (forside.vaerdi, forside.opgjort, forside.kilder)


def test_what_is_not_known_names_the_missing_amounts_and_the_undescribed(data):
    ukendt = {en.overskrift: en.tekst for en in puljen_tal.what_is_not_known(chosen("offentlig"), data)}
    egen = next(tekst for navn, tekst in ukendt.items() if navn.startswith("Lægedækningspuljen"))
    assert next(iter(ukendt.values())) == egen and "17 af 20" in egen
    assert all(f"»{post['titel']}«" in egen for post in rows("offentlig", LAEGEDAEKNING))
    assert "32 af 38" in ukendt["Læge- og sundhedshuspuljen, 2. runde"]
    uden = [p["navn"] for p in laes("offentlig/pulje") if not rows("offentlig", p["pulje_id"])]
    assert ukendt[f"{len(uden)} puljer, hvor kun rammen er kendt"].startswith(uden[0])
    eks = puljen_tal.what_is_not_known(chosen("eksempel"), data)
    assert [en.tekst for en in eks] == ["Beløb mangler for 1 projekt."]


def test_the_frame_of_800_million_is_said_to_hold_its_rounds(data):
    ramme, runde = "laege-sundhedshus-2018-2021", "laege-sundhedshus-2019"
    assert "1. runde" in puljen_tal.introduction(chosen("offentlig", ramme), data)[1]
    assert "må ikke lægges" in puljen_tal.introduction(chosen("offentlig", runde), data)[1]
    assert "må ikke lægges" not in puljen_tal.introduction(chosen("offentlig"), data)[1]
    view = puljen_figurer.pools_view(chosen("offentlig"), data)
    # money of 2009-2011 and of 2025 is not added up to one number
    assert view.title.startswith(f"{len(laes('offentlig/pulje'))} puljer:") and "må ikke lægges" in view.note
    assert not {"I alt", "Sum"} & set(view.table["Pulje"])
    rammer = [beloeb for beloeb in series(view)[0].vaerdier if beloeb is not None]
    assert rammer == [float(p["ramme_kr"]) / 1e6 for p in laes("offentlig/pulje") if p["ramme_kr"]]


# ---------------------------------------------------------------------------------------- map and table


@pytest.mark.parametrize(("datasaet", "pulje", "niveau", "struktur"), SAGER)
def test_the_table_adds_up_to_the_pool(data, datasaet, pulje, niveau, struktur):
    tabel = puljen_kort.map_view(chosen(datasaet, pulje, niveau, struktur), data).table.set_index("Område")
    facit = orakel.pulje_pr_omraade(niveau, struktur, datasaet, pulje)
    hele = tabel.loc["Hele puljen"]
    dele = tabel.drop("Hele puljen")
    assert dele["Projekter i summen"].sum() == hele["Projekter i summen"] == len(counted(datasaet, pulje))
    assert dele["Kr."].sum() == pytest.approx(kroner(counted(datasaet, pulje)))
    assert (hele["Kr."] if counted(datasaet, pulje) else 0) == pytest.approx(dele["Kr."].sum())
    assert hele["Projekter, området er med i"] == len(shown(datasaet, pulje))
    for navn, omraade in id_by_name(niveau, struktur).items():
        egne = [en for en in shown(datasaet, pulje) if omraade in places(en, niveau, struktur)]
        if omraade == FLERE:
            egne = [en for en in shown(datasaet, pulje) if len(places(en, niveau, struktur)) > 1]
        if omraade == IKKE:
            egne = [en for en in shown(datasaet, pulje) if not places(en, niveau, struktur)]
        assert tabel.loc[navn, "Projekter, området er med i"] == len(egne)
        ventet = facit.loc[omraade]
        uden_beloeb = ventet["uden_beloeb"] and not ventet["projekter"] and omraade not in (IKKE, FLERE)
        if uden_beloeb or pd.isna(ventet["beloeb_kr"]):
            assert pd.isna(tabel.loc[navn, "Kr."]), "not known is not 0"
        else:
            assert tabel.loc[navn, "Kr."] == pytest.approx(ventet["beloeb_kr"])
        if "Kr. pr. indbygger" in tabel and not uden_beloeb and omraade not in (IKKE, FLERE):
            assert tabel.loc[navn, "Kr. pr. indbygger"] == pytest.approx(ventet["kr_pr_indbygger"])


@pytest.mark.parametrize(("datasaet", "pulje", "niveau", "struktur"), SAGER)
def test_every_area_is_drawn_once_in_the_class_it_belongs_to(data, datasaet, pulje, niveau, struktur):
    view = puljen_kort.map_view(chosen(datasaet, pulje, niveau, struktur), data)
    med_del = {en for post in shown(datasaet, pulje) for en in places(post, niveau, struktur)}
    assert (view.figure is not None) == bool(med_del or datasaet == "eksempel")
    if view.figure is None:
        return
    klasser = legend(view.figure)
    tegnet = [en for ids in klasser.values() for en in ids]
    assert sorted(tegnet) == sorted(orakel.omraader(niveau, struktur))
    egne = {
        en
        for post in counted(datasaet, pulje)
        if len(places(post, niveau, struktur)) == 1
        for en in places(post, niveau, struktur)
    }
    ukendte = set(klasser.get("Ingen data", []))
    if view.figure.symboler:
        [uden_farve] = [ids for navn, ids in klasser.items() if navn != puljen_kort.UDEN_EGET_BELOEB]
        ukendte = set(uden_farve) - set(view.figure.vaerdier)
    assert ukendte == (set(tegnet) - med_del if datasaet == "offentlig" else set()), "only where nothing is described"
    if counted(datasaet, pulje):
        assert set(klasser.get(puljen_kort.UDEN_EGET_BELOEB, [])) == med_del - egne
    if datasaet == "eksempel":
        assert set(klasser["0"]) == set(tegnet) - med_del if set(tegnet) - med_del else "0" not in klasser


def test_the_map_says_which_projects_an_area_has_a_part_in(data):
    view = puljen_kort.map_view(chosen("eksempel", EKS, "kommune"), data)
    boks = view.figure.hover
    delt = next(en for en in rows("eksempel", EKS) if en["titel"] == "Fælles lægevagt og delepraksis i Thy-Mors")
    for kode in delt["kommunekoder"].split(";"):
        assert f"{delt['titel']} (sammen med 1 andet område)" in boks[kode]
    assert "0 kr." in boks["461"] and "projekt" not in boks["461"]
    nej = puljen_kort.map_view(chosen("offentlig", "laege-sundhedshus-2018", "kommune"), data)
    vordingborg = nej.figure.hover["390"]
    assert "takkede nej" in vordingborg and "2.300.000" not in vordingborg


def test_the_title_of_the_map_claims_no_more_than_is_known(data):
    def title(datasaet, pulje, *sted):
        return puljen_kort.map_view(chosen(datasaet, pulje, *sted), data).title

    assert title("offentlig", LAEGEDAEKNING) == "3 projekter er beskrevet; 1 kan stedfæstes"
    assert title("offentlig", LAEGEDAEKNING, "region", "2027") == "3 projekter er beskrevet; 3 kan stedfæstes"
    assert title("offentlig", "laege-sundhedshus-2018-2021") == "Ingen projekter er beskrevet"
    assert not re.search("flest|højest", " ".join(title("offentlig", en) for d, en in PULJER if d == "offentlig"))
    facit = orakel.pulje_pr_omraade("region", "2027", "eksempel", EKS)["beloeb_kr"].drop([IKKE, FLERE])
    assert "flest til Region Østdanmark (8,2 mio. kr.)" in title("eksempel", EKS, "region", "2027")
    assert facit.idxmax() == "oestdanmark" and facit.max() == 8_200_000
    assert "kendt" in title("eksempel", "eks-laege-sundhedshus-2022") and "kendt" not in title("eksempel", EKS)


# ---------------------------------------------------------------------------------------- coverage and sources


def test_the_coverage_says_how_shared_and_unplaced_projects_are_counted(data):
    view = puljen_kort.map_view(chosen("eksempel", EKS, "kommune"), data)
    delte = [en for en in counted("eksempel", EKS) if len(places(en, "kommune", "2007")) > 1]
    uden = [en for en in counted("eksempel", EKS) if not places(en, "kommune", "2007")]
    assert f"{len(delte)} projekter ({kroner(delte) / 1e6:.1f} mio. kr.)".replace(".", ",", 1) in view.coverage
    assert "tælles én gang" in view.coverage and f"{len(uden)} projekter" in view.coverage
    ordninger = puljen_kort.map_view(chosen("offentlig", "rsj-tilskud-2025-2026", "kommune"), data).coverage
    assert "3 ordninger dækker flere kommuner" in ordninger and "tælles én gang" not in ordninger


def test_the_pool_is_the_only_source_of_its_views(data):
    """Not the whole register's: a figure is asked "says who?"."""
    kilder = {post["kilde_id"]: post["titel"] for post in laes("offentlig/kilde")}
    egne = {en["kilde_id"] for en in rows("offentlig", LAEGEDAEKNING)} | {"plo-beretning-2025"}
    view = puljen_kort.map_view(chosen("offentlig"), data)
    assert {en.titel for en in view.sources} == {kilder[en] for en in egne}


def test_the_pools_are_those_of_the_dataset(data):
    for datasaet in ("offentlig", "eksempel"):
        navne = queries.pools(datasaet, data)["navn"]
        assert set(puljen_figurer.pools_view(chosen(datasaet), data).table["Pulje"]) == set(navne)
