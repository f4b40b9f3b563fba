"""The list of all Views, as a page, as a data package and as OpenAPI tells of it."""

import io
import json
from urllib.parse import quote

import pandas as pd
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from data.adgang.bruger import GAEST
from export.adresser.ruter import Adresser
from queries.standard import newest
from tests.dag import NU
from tests.export.adresser.conftest import elsewhere
from tests.sweep import part, some
from views.faelles.koder import FELTER
from views.fremvisning.visninger import VISNINGER


def test_the_list_names_every_view_and_every_choice(get):
    tekst = get("/v?omraade=fyn").text
    for visning in VISNINGER:
        assert f'href="v/{visning}?' in tekst.replace("&amp;", "&"), visning
    assert all(f"<td>{navn}</td>" in tekst for navn in FELTER)
    assert "omraadetal" not in get("/v").text, "what is about one area needs one"


@pytest.fixture(scope="module")
def pakke(get) -> dict:
    return get("/v.json?datasaet=eksempel&omraade=fyn").json()


def test_the_package_holds_each_table_once_and_says_where_it_is_from(pakke):
    navne = [en["name"] for en in pakke["resources"]]
    assert len(navne) == len(set(navne)) > 50 and pakke["profile"] == "tabular-data-package"
    assert all(en["sources"] or "ved-ikke" in en["name"] or "graenser" in en["name"] for en in pakke["resources"][:5])
    assert all("EKSEMPELDATA" in en["description"] for en in pakke["resources"])


def test_a_table_of_the_package_has_the_columns_that_it_says(get, pakke):
    for ressource in some(pakke["resources"], 12):
        svar = get("/" + ressource["path"])
        assert svar.status_code == 200, ressource["path"]
        ramme = pd.read_csv(io.BytesIO(svar.content))
        felter = ressource["schema"]["fields"]
        assert list(ramme.columns) == [en["name"] for en in felter]
        for felt in felter:
            kendte = ramme[felt["name"]].dropna()
            if felt["type"] == "integer":
                assert (kendte == kendte.astype(int)).all(), felt
            elif felt["type"] == "number":
                assert pd.api.types.is_numeric_dtype(kendte.infer_objects()), felt


APP = Adresser(elsewhere, lambda *_: newest(), lambda: NU, lambda _: GAEST)
BESKREVET = schemathesis.openapi.from_asgi("/v/openapi.json", APP)


@BESKREVET.include(path_regex=r"^/v(/\{visning\}(\.(csv|json|xlsx))?)?$").parametrize()
@settings(max_examples=part(9), deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_it_is_described(case):
    # whether one choice goes with another (a year with its dataset) no description of this kind can say
    case.call_and_validate(excluded_checks=[positive_data_acceptance])


def test_a_program_that_knows_only_the_description_finds_a_table(get):
    beskrivelse = json.loads(get("/v/openapi.json").content)
    sti = beskrivelse["paths"]["/v/{visning}.json"]["get"]
    visning = next(en for en in sti["parameters"] if en["name"] == "visning")["schema"]["enum"][0]
    svar = get(f"/v/{quote(visning)}.json").json()
    krav = sti["responses"]["200"]["content"]["application/json"]["schema"]["required"]
    assert set(krav) <= set(svar)
