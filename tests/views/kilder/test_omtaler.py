"""What stands in words beside the registers, against the CSV files: seats, rules, terms, statements, expectations."""

from itertools import chain

import pytest

from geo import niveauer
from queries.standard import newest
from tests.dag import I_DAG
from tests.queries.orakel import laes
from views.faelles.filtre import Filters
from views.faelles.ventet import expected_doctors
from views.faelles.view import Form
from views.kilder import raadspladser, udsagn, vilkaar
from views.sprog import dansk

LANDET = Filters(dag=I_DAG)
FYN = LANDET.on(omraade="fyn")
PLADSER = {en["sundhedsraad_id"]: en for en in laes("geografi/raadsplads")}
UDSAGN = laes("katalog/udsagn")


def test_all_seventeen_councils_have_seats_and_the_parts_are_the_whole():
    view = raadspladser.seats_view(LANDET, newest())
    assert {*PLADSER} == {*niveauer.areas("sundhedsraad")} and len(view.table) == 17
    tal = {navn: int(view.table[navn].sum()) for navn in ("Medlemmer", "Regionale", "Kommunale")}
    assert tal["Medlemmer"] == sum(int(en["medlemmer"]) for en in PLADSER.values())
    assert tal["Regionale"] == sum(int(en["regionale"]) for en in PLADSER.values())
    assert tal["Medlemmer"] == tal["Regionale"] + tal["Kommunale"]
    assert str(tal["Medlemmer"]) in view.title and view.as_of == "28. april 2026"
    # the municipal seats follow the inhabitants: 1, 2 or 3 for each kommune
    kommuner = {en: len(post.kommunekoder) for en, post in niveauer.areas("sundhedsraad").items()}
    assert all(kommuner[en] <= int(post["kommunale"]) <= 3 * kommuner[en] for en, post in PLADSER.items())


@pytest.mark.parametrize(
    ("niveau", "struktur", "omraade", "antal"),
    [("region", "2027", "oestdanmark", 6), ("region", "2007", "1083", 4), ("kommune", "2007", "461", 1)],
)
def test_an_area_has_the_councils_that_lie_in_it_and_a_kommune_its_own(niveau, struktur, omraade, antal):
    view = raadspladser.seats_view(LANDET.on(niveau=niveau, struktur=struktur, omraade=omraade), newest())
    assert len(view.table) == antal


def test_a_council_tells_its_seats_its_agendas_and_its_source_and_other_areas_tell_nothing():
    raadet = raadspladser.council_sentence(FYN, newest())
    assert "21 medlemmer" in raadet and PLADSER["fyn"]["dagsordener"] in raadet and "28. april 2026" in raadet
    uden = raadspladser.council_sentence(LANDET.on(omraade="lillebaelt"), newest())
    assert "dagsordener" not in uden and "Kilde:" in uden
    assert raadspladser.council_sentence(LANDET, newest()) is None
    assert raadspladser.council_sentence(LANDET.on(niveau="region", omraade="1083"), newest()) is None


def test_every_statement_stands_in_one_view():
    byg = (
        udsagn.clinics_view,
        udsagn.training_view,
        udsagn.reform_statements,
        udsagn.plo_view,
        udsagn.own_practice_view,
    )
    vist = list(chain.from_iterable(en(LANDET, newest()).table["Udsagn"] for en in byg))
    vist += list(udsagn.cost_view(LANDET, newest()).table["Kliniktype"])
    assert sorted(vist) == sorted(en["tekst"] for en in UDSAGN)


def test_a_statement_tells_its_day_who_says_it_and_whether_it_is_expected():
    view = udsagn.reform_statements(LANDET, newest())
    assert view.form is Form.LISTE
    linje = next(en for en in view.text.split("\n") if "600 mio" in en)
    assert "2027" in linje and "ca. 600 mio. kr." in linje and "Ventet eller planlagt" in linje


def test_the_cost_by_clinic_type_has_plos_name_and_year_on():
    view = udsagn.cost_view(LANDET, newest())
    egne = {en["tekst"]: float(en["tal"]) for en in UDSAGN if en["emne"] == "udgift"}
    assert dict(zip(view.table["Kliniktype"], view.table["Pct. mere pr. patient"])) == egne
    assert "PLO" in view.title and "2019" in view.title and "PLO" in view.subtitle


def test_what_no_source_says_of_a_clinic_type_is_not_no():
    view = vilkaar.terms_view(LANDET, newest())
    poster = laes("katalog/kliniktypevilkaar")
    celler = view.table.drop(columns="Forhold").to_numpy().ravel().tolist()
    assert celler.count(vilkaar.IKKE_SET) == len(celler) - len(poster) > 0
    for post in poster:
        assert f"{post['tekst']} ({dansk.day(post['dato'])})" in celler


def test_the_doctors_that_plo_expects_are_told_with_who_disagrees():
    (tal,) = expected_doctors(LANDET, newest())
    ventet = [en for en in laes("offentlig/noegletal") if en["noegletal"] == "ventet_nye_laeger"]
    valgt = next(en for en in ventet if en["foretrukken"] == "1")
    assert tal.vaerdi == valgt["vaerdi"] and valgt["dato"] in tal.overskrift
    for anden in (en for en in ventet if en["foretrukken"] == "0"):
        assert f"{anden['kvalifikator']} {anden['vaerdi']}" in tal.forklaring
    assert expected_doctors(LANDET.on(datasaet="eksempel"), newest()) == ()


def test_no_source_address_tells_the_name_of_a_doctor():
    """Some papers write first names into their addresses: those sources stand without one."""
    navne = ("laws", "soeren", "line-fordi", "helene-se")
    kilder = [*laes("geografi/kilde"), *laes("offentlig/kilde")]
    adresser = [(en["url"] or "").lower() for en in kilder]
    assert len(adresser) > 200 and not [en for en in adresser if any(navn in en for navn in navne)]
