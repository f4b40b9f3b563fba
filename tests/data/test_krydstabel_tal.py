"""A crosstab all the way: what every level shows of it is what pandas makes of the table itself."""

import io
import zipfile
from dataclasses import replace
from itertools import product

import pandas as pd
import pytest

import queries
from data.indlaes import load
from export.filer.regneark import workbook
from export.filer.tabel import danish_csv
from export.om import about
from queries.database import Database
from queries.standard import newest
from tests.dag import I_DAG, NU
from tests.data.indlaes_filer import as_xlsx, table
from tests.data.test_egne_noegletal import NYT
from tests.data.test_krydstabel import KILDE, KOMMUNER, SKEMA, read
from tests.sweep import some
from views.faelles.filtre import ADSKILT, Filters
from views.faelles.omraadenoegletal import indicators
from views.fremvisning.praesentation import PraesentationsFejl, parse
from views.kilder import ordliste
from views.noegletal.kort import map_view
from views.omraade.mit_omraade import area_view
from views.omraade.sammenligning import side_by_side

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
    load(forslag, ud=tmp_path / "a.duckdb", komplet={"noegletal": (2024, 2025)}, nu=NU)
    data = Database(tmp_path / "a.duckdb").snapshot()
    af_aar = {aar: dict(zip(en["navn"], en["vaerdi"], strict=True)) for aar, en in facit.groupby("aar")}
    for niveau, struktur, aar in some([*product(sorted({en for en, _ in SKEMA.dele}), ("2007", "2027"), af_aar)], 10):
        ramme = queries.noegletal_pr_omraade(NOEGLETAL, niveau, struktur, "egne", aar, aar, data=data)
        vist = dict(zip(ramme["navn"], ramme["vaerdi"], strict=True))
        assert len(vist) == len(ramme), (niveau, struktur, aar)
        for navn, koder in ((navn, koder) for (et, navn), koder in SKEMA.dele.items() if et == niveau):
            vaerdi = vist.get("Hele landet" if niveau == "land" else navn)
            dele = sum(af_aar[aar][SKEMA.kommunenavne[kode]] for kode in koder)
            assert vaerdi == dele or (vaerdi is None and niveau == "region"), (niveau, navn, struktur, aar)
    filters = Filters(datasaet="egne", indikator=NOEGLETAL, niveau="kommune", dag=I_DAG)
    view = map_view(filters, data)
    assert "Åbne tider" in view.title + view.subtitle and any("tabel X" in en.titel for en in view.sources)
    ord_ = {en.overskrift for et in ordliste.indicators(filters, data) for en in et.opslag}
    assert "Åbne tider" in ord_
    own_everywhere(filters, data)
    offentlig = ordliste.indicators(filters.on(datasaet="offentlig"), data)
    assert "Åbne tider" not in {en.overskrift for et in offentlig for en in et.opslag}


def own_everywhere(filters: Filters, data) -> None:
    """The pages that choose their indicators show it on the own data only; so does what leaves the product."""
    lolland = filters.on(omraade="360", omraader=ADSKILT.join(("360", "376")))
    assert NOEGLETAL not in indicators(lolland.on(datasaet="offentlig"), data)
    for byg in (area_view, side_by_side):
        assert "Åbne tider" in set(byg(lolland, data).table["Nøgletal"])
    view = map_view(filters, data)
    csv = danish_csv(view).decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(workbook([view], about(data, NU)))) as pakke:
        xlsx = "".join(pakke.read(navn).decode() for navn in pakke.namelist() if navn.endswith(".xml"))
    for tekst in (csv, xlsx):
        assert all(en in tekst for en in ("Åbne tider", "tider", NYT["Definition"]))


def test_a_deck_names_an_own_indicator_on_the_own_data_only(monkeypatch):
    eget = replace(queries.catalogue(newest())["praksis_antal"], noegletal=NOEGLETAL, datasaet="egne")
    monkeypatch.setattr(queries, "catalogue", lambda *_: {NOEGLETAL: eget})
    deck = 'titel = "T"\n[[dias]]\nvisning = "kort"\nfiltre = {{ datasaet = "{}", indikator = "{}" }}\n'
    assert parse(deck.format("egne", NOEGLETAL).encode(), newest(), I_DAG).dias
    with pytest.raises(PraesentationsFejl, match="jeres eget nøgletal og findes kun på egne data"):
        parse(deck.format("offentlig", NOEGLETAL).encode(), newest(), I_DAG)
