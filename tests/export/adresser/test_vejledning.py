"""What docs/adresser.md tells people to do, done: the addresses answer, and the steps give a table."""

import io
import re
from pathlib import Path

import pandas as pd
import pytest

DOK = (Path(__file__).resolve().parents[3] / "docs" / "adresser.md").read_text(encoding="utf-8")
# The package is all Views at once: test_lister asks for it.
NAEVNT = sorted({en.removesuffix(".") for en in re.findall(r"`(/v[^`<…]*)`", DOK)} - {"/v.json"})


@pytest.mark.parametrize("adresse", NAEVNT)
def test_each_address_answers(get, adresse):
    assert get(adresse).status_code == 200


def test_excel_gets_a_table_from_the_address(get):
    adresse = re.search(r"http://tavle\.example\.dk(/v/\S+csv\S+)", DOK)[1]
    ramme = pd.read_csv(io.BytesIO(get(adresse).content), encoding="utf-8")
    assert len(ramme) >= 98 and ramme.iloc[:, 0].notna().all(), "no lines below the table"


def test_power_bi_gets_the_same_table_from_the_steps(get):
    sti = re.search(r'RelativePath = "([^"]+)"', DOK)[1]
    valg = dict(re.findall(r'(\w+) = "([^"]+)"', re.search(r"Query = \[([^\]]+)\]", DOK)[1]))
    svar = get(f"/{sti}?" + "&".join(f"{navn}={kode}" for navn, kode in valg.items())).json()
    ramme = pd.DataFrame(svar["raekker"], columns=[en["navn"] for en in svar["kolonner"]])
    adresse = re.search(r"http://tavle\.example\.dk(/v/\S+csv\S+)", DOK)[1]
    excel = pd.read_csv(io.BytesIO(get(adresse).content))
    assert list(ramme.columns) == list(excel.columns) and len(ramme) == len(excel)
    assert svar["kilder"] and svar["opgjort"] and svar["advarsler"] == []
