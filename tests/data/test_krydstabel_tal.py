"""A crosstab all the way: what every level shows of it is what pandas makes of the table itself."""

import pandas as pd
import pytest

import queries
from data.indlaes import load
from queries.database import Database
from tests.data.indlaes_filer import as_xlsx, table
from tests.data.test_egne_noegletal import NYT
from tests.data.test_krydstabel import KILDE, KOMMUNER, SKEMA, read
from views import ordliste
from views.filtre import Filters
from views.kort import map_view

NOEGLETAL = "egne_aabne_tider"


@pytest.fixture(scope="module")
def facit() -> pd.DataFrame:
    raekker = [(navn, aar, 7 * nr % 13 + aar - 2020) for nr, (_, navn) in enumerate(KOMMUNER) for aar in (2024, 2025)]
    return pd.DataFrame(raekker, columns=["navn", "aar", "vaerdi"])


def test_every_level_shows_the_sum_of_its_kommuner(kilder, tmp_path, facit):
    bred = facit.pivot(index="navn", columns="aar", values="vaerdi")
    total = ["Hele landet", *(int(bred[aar].sum()) for aar in bred)]
    krop = [[navn, *map(int, raekke)] for navn, raekke in zip(bred.index, bred.to_numpy())]
    fil = as_xlsx(
        {"Nye nøgletal": table(NYT), "Tabel": [["Nøgletal: Åbne tider"], ["", 2024, 2025], total, *krop, KILDE]}
    )
    forslag = read(kilder, fil, noegletal="")
    assert [str(en) for en in forslag.fejl] == []
    load(forslag, ud=tmp_path / "a.duckdb")
    data = Database(tmp_path / "a.duckdb").snapshot()
    for (niveau, navn), koder in SKEMA.dele.items():
        navne = {SKEMA.kommunenavne[kode] for kode in koder}
        for struktur in ("2007", "2027"):
            for aar in (2024, 2025):
                ramme = queries.noegletal_pr_omraade(NOEGLETAL, niveau, struktur, "egne", aar, aar, data)
                vaerdi = ramme.loc[ramme["navn"] == ("Hele landet" if niveau == "land" else navn), "vaerdi"].tolist()
                dele = facit[(facit["aar"] == aar) & facit["navn"].isin(navne)]["vaerdi"].sum()
                assert vaerdi in ([dele], []) and (vaerdi or niveau == "region"), (niveau, navn, struktur, aar)
    filters = Filters(datasaet="egne", indikator=NOEGLETAL, niveau="kommune")
    view = map_view(filters, data)
    assert "Åbne tider" in view.title + view.subtitle and any("tabel X" in en.titel for en in view.sources)
    ord_ = {en.overskrift for et in ordliste.indicators(filters, data) for en in et.opslag}
    assert "Åbne tider" in ord_
    offentlig = ordliste.indicators(filters.on(datasaet="offentlig"), data)
    assert "Åbne tider" not in {en.overskrift for et in offentlig for en in et.opslag}
