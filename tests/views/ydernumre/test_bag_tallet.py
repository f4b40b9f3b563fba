"""The list behind a number sums to the number, for areas of every level and both datasets."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from queries.standard import newest
from tests.dag import I_DAG
from tests.queries import orakel
from tests.views.faelles.test_koder import opened
from views.faelles.filtre import Filters
from views.faelles.listelink import list_link
from views.ydernumre.bag_tallet import chains_behind
from views.ydernumre.udbudsforloeb import lots

STEDER = [("kommune", "2007", "461"), ("sundhedsraad", "2007", "soenderjylland"), ("region", "2027", "oestdanmark")]


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize(("niveau", "struktur", "omraade"), STEDER)
@pytest.mark.parametrize("indikator", ["udbudte_ydernumre", "ydernumre_ikke_besat"])
def test_the_rows_of_the_list_sum_to_the_number_on_the_map(datasaet, niveau, struktur, omraade, indikator):
    filters = Filters(
        niveau=niveau, struktur=struktur, omraade=omraade, datasaet=datasaet, indikator=indikator, dag=I_DAG
    )
    link = list_link(filters, newest())
    koder = dict(parse_qsl(urlsplit(link).query))
    assert urlsplit(link).path == "/ydernumre" and koder["fane"] == "liste"
    assert opened(link) == (filters, {})
    liste = lots(filters, newest())
    liste = liste[liste.index.isin(chains_behind(filters, koder["status"], newest()))]
    tal = liste["Antal"].sum()
    if koder["status"] == "uden-laege":
        tal -= liste["Til læge"].fillna(0).sum()
    kolonne = {"udbudte_ydernumre": "ydernumre"}.get(indikator, indikator)
    facit = orakel.udbud_pr_omraade(niveau, struktur, datasaet)[kolonne][omraade]
    assert tal == facit


@pytest.mark.parametrize(
    ("indikator", "side", "fane"),
    [("kendte_udbudsklinikker", "/ydernumre", "klinikker"), ("pulje_beloeb", "/puljen", "projekter")],
)
def test_other_registers_have_lists_of_their_own(indikator, side, fane):
    link = list_link(Filters(indikator=indikator, datasaet="eksempel", dag=I_DAG), newest())
    assert urlsplit(link).path == side and dict(parse_qsl(urlsplit(link).query))["fane"] == fane


def test_a_number_without_rows_has_no_link():
    assert list_link(Filters(indikator="indbyggere", dag=I_DAG), newest()) == ""
