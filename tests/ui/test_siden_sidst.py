"""The page Siden sidst where nothing can be said of corrections: no empty section that reads as "none"."""

import pytest
from streamlit.testing.v1 import AppTest

import queries
from queries.standard import newest
from tests.e2e.server import ROOT


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel", "egne"])
@pytest.mark.parametrize("omraade", ["", "360", "gruppe.Sydhavet.360.376"])
def test_without_own_data_the_page_has_no_section_of_corrections(datasaet, omraade):
    if datasaet in queries.datasets(newest()) and datasaet == "egne":
        pytest.skip("This checkout has own data; tests/views/omraade/test_siden_rettet.py has versions of its own.")
    test = AppTest.from_file(str(ROOT / "ui" / "router.py"), default_timeout=60)
    test.switch_page(str(ROOT / "pages" / "siden_sidst.py"))
    for navn, vaerdi in {"datasaet": datasaet, "omraade": omraade, "siden": "2025-11-01"}.items():
        test.query_params[navn] = vaerdi
    test.run()
    assert [en.value for en in (*test.exception, *test.error)] == []
    # without own data the address falls back to what is public
    assert not any("Rettet siden" in en.value for en in test.markdown)
    assert any("Det er sket siden 1. november 2025" in en.value for en in test.markdown)
    assert not any("Rettelser" in ramme.value.columns for ramme in test.dataframe)
