"""The same number has the same sources and the same date on every page."""

import pytest

from queries.standard import newest
from tests.dag import I_DAG
from tests.views.bygget import built
from views.faelles.filtre import Filters
from views.faelles.view import Tal, View
from views.hu_forloeb import registeret as hu_forloeb
from views.kilder import landstal
from views.noegletal.hovedtal import headline_numbers
from views.omraade.mit_omraade import area_lines, area_numbers
from views.puljen import tal as puljen
from views.ydernumre import registeret as ydernumre

DATASAET = ("offentlig", "eksempel")


def who_and_when(en: Tal | View) -> tuple:
    return (frozenset(en.sources), en.as_of) if isinstance(en, View) else (frozenset(en.kilder), en.opgjort)


def same(*alle: Tal | View) -> None:
    foerste, *andre = (who_and_when(en) for en in alle)
    assert foerste[0] and andre and all(en == foerste for en in andre), [en[1] for en in (foerste, *andre)]


@pytest.mark.parametrize("datasaet", DATASAET)
def test_tenders_of_the_country(datasaet):
    filters = Filters(niveau="region", datasaet=datasaet, dag=I_DAG)
    paa_kortet, *_ = headline_numbers(filters, newest())
    udbudt, *_ = ydernumre.headline_numbers(filters, newest())
    forside = landstal.offered(landstal.whole_country(filters), newest())
    assert paa_kortet.vaerdi == udbudt.vaerdi == forside.vaerdi
    same(paa_kortet, udbudt, forside, built("forloeb_enheder", filters), built("udbud_over_tid", filters))


@pytest.mark.parametrize("datasaet", DATASAET)
@pytest.mark.parametrize(("niveau", "omraade"), [("sundhedsraad", "soenderjylland"), ("region", "1083")])
def test_tenders_of_an_area(niveau, omraade, datasaet):
    filters = Filters(niveau=niveau, omraade=omraade, datasaet=datasaet, dag=I_DAG)
    eget, *_ = headline_numbers(filters, newest())
    udbudt, *_ = ydernumre.headline_numbers(filters, newest())
    assert eget.vaerdi == udbudt.vaerdi
    same(eget, udbudt, built("forloeb_enheder", filters))
    linje = next(en for en in area_lines(filters, newest()) if en.tal.indikator.noegletal == "udbudte_ydernumre")
    assert (frozenset(linje.belaeg.kilder), linje.belaeg.opgjort) == who_and_when(eget)
    for stort in area_numbers(filters, newest()):
        navne = {en.tal.navn: en for en in area_lines(filters, newest())}
        assert stort.opgjort == navne[stort.overskrift].belaeg.opgjort


def test_the_two_ydernumre_of_soenderjylland_are_of_one_source():
    filters = Filters(niveau="sundhedsraad", omraade="soenderjylland", dag=I_DAG)
    view = built("forloeb_enheder", filters)
    assert view.source_line == "Kilde: jv.dk · opgjort pr. 1. juli 2018"
    assert "Kilde: jv.dk · opgjort pr. 1. juli 2018" in built("omraadekort", filters).source_line


@pytest.mark.parametrize("datasaet", DATASAET)
def test_training_posts(datasaet):
    land = Filters(niveau="region", datasaet=datasaet, dag=I_DAG)
    aar = int(landstal.newest_training_year(land, newest())["aar"])
    forside = landstal.training_posts(land, newest())
    paa_kortet, *_ = headline_numbers(land.on(indikator="hu_ubesat", fra=aar, til=aar), newest())
    paa_siden = next(en for en in hu_forloeb.headline_numbers(land, newest()) if en.overskrift.startswith("Ubesatte"))
    assert forside.vaerdi.split()[0] == paa_siden.vaerdi == paa_kortet.vaerdi
    same(forside, paa_kortet, paa_siden)


@pytest.mark.parametrize("datasaet", DATASAET)
def test_the_grants_of_a_pool(datasaet):
    """F43: "20 af 35" was as of the years of the pool on one page, as of a source on the other."""
    land = Filters(niveau="region", datasaet=datasaet, dag=I_DAG)
    forside = landstal.pool(land, newest())
    paa_siden = next(en for en in puljen.headline_numbers(land, newest()) if "fik støtte" in en.overskrift)
    assert forside.vaerdi == paa_siden.vaerdi
    same(forside, paa_siden)


def test_a_map_of_several_years_says_so_and_shows_them():
    """F5 and F7: the date is that of the numbers on the map, and the country's stands for itself."""
    region = Filters(niveau="region", dag=I_DAG)
    laeger = built("kort", region.on(indikator="praktiserende_laeger"))
    assert laeger.as_of == "2020 (hele landet: januar 2023)"
    hu = built("kort", region.on(indikator="hu_ubesat", fra=2011))
    assert hu.as_of == "2017-2018 (hele landet: 2011-2023)"
    assert "Tallene er fra forskellige år (2017-2018)" in hu.coverage
    aar = dict(zip(hu.table["Område"], hu.table["Opgjort"], strict=True))
    assert (aar["Region Nordjylland"], aar["Region Midtjylland"], aar["Hele landet"]) == ("2017", "2018", "2011-2023")
    hover = hu.figure.hover
    assert hover["1081"].endswith("2017") and hover["1082"].endswith("2018")
    udbud = built("kort", region.on(indikator="udbudte_ydernumre"))
    assert "Tallene er fra forskellige år" in udbud.coverage
    eksempel = built("kort", region.on(datasaet="eksempel", indikator="udbudte_ydernumre"))
    assert "forskellige år" not in eksempel.coverage and "Opgjort" not in eksempel.table
