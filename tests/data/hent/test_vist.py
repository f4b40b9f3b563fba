"""What is fetched is on the pages without more code: offered, on the map at every level, put together as it should be,
with its sources."""

from collections import defaultdict

import pytest

from data.build import build
from data.hent.__main__ import main
from queries import catalogue_of, laegekontakt_pr_omraade, noegletal_pr_omraade
from queries.database import Database
from tests.dag import I_DAG
from tests.data.hent.test_dst import rows
from tests.data.hent.test_sor import as_csv, as_zip, everywhere
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.faelles.paastand import years_of
from views.fremvisning import visninger
from views.kilder import data_og_kilder

HENTES = (
    "borgere_pr_kapacitet",
    "kapaciteter_beregnet",
    "laegekontakter_pr_indbygger",
    "ydernumre_almen_praksis",
    "ydernumre_aabnet",
    "ydernumre_lukket",
)


@pytest.fixture
def hentet(tjeneste, bank, kilder, tmp_path):
    """A snapshot of the database after both commands, and the folder of its sources."""
    faelles = ["--ja", "--kilder", str(kilder), "--fra", "2024"]
    assert main(["dst", "--adresse", tjeneste.adresse, *faelles]) == 0
    (tmp_path / "sor.zip").write_bytes(as_zip(as_csv(everywhere(kilder))))
    assert main(["sor", "--fil", str(tmp_path / "sor.zip"), "--type", "almen lægepraksis", *faelles]) == 0
    build(tmp_path / "hentet.duckdb", kilder)
    return Database(tmp_path / "hentet.duckdb").snapshot(), kilder


def test_what_is_fetched_is_on_the_pages(hentet):
    data, kilder = hentet
    assert set(HENTES) <= catalogue_of("offentlig", data).keys()
    assert set(HENTES) & catalogue_of("eksempel", data).keys() <= {"laegekontakter_pr_indbygger"}
    raad = {en["kommunekode"]: en["sundhedsraad_id"] for en in rows(kilder, "geografi/kommune")}
    folk = {
        en["kommunekode"]: int(en["indbyggere"])
        for en in rows(kilder, "geografi/folketal")
        if en["dato"] == "2025-01-01"
    }
    assert_capacities(data, kilder, raad, folk)
    assert_contacts(data, kilder, raad, folk)
    for noegletal in HENTES:
        for niveau in ("kommune", "sundhedsraad", "region"):
            filters = Filters(datasaet="offentlig", niveau=niveau, indikator=noegletal, dag=I_DAG)
            view = visninger.build("kort", filters, data)
            assert indicator_values(filters, data).komplet, "all areas of one date: colours and ranks hold"
            assert years_of(catalogue_of("offentlig", data)[noegletal], filters, data).hele >= {2024, 2025}, noegletal
            assert view.figure is not None and view.table.iloc[:, 1].notna().sum() >= 3, (noegletal, niveau)
            assert {en.udgiver for en in view.sources} <= {
                "Danmarks Statistik",
                "Sundhedsdatastyrelsen",
                "Beregnet af Danmarks Statistiks tal",
            }
    tal = visninger.build("omraadetal", Filters(omraade="101", niveau="kommune", fra=2025, til=2025, dag=I_DAG), data)
    navne = {catalogue_of("offentlig", data)[en].navn for en in HENTES}
    assert len([navn for navn in navne if tal.table.iloc[:, 0].str.startswith(navn).any()]) == len(HENTES)
    hentninger = data_og_kilder.fetches_view(Filters(dag=I_DAG), data).table
    assert (
        hentninger["Sidst hentet"].notna().sum() == 5
        and "5 er hentet" in data_og_kilder.fetches_view(Filters(dag=I_DAG), data).title
    )


def test_a_gap_of_the_source_is_a_gap_on_the_map(hentet, kommandoen, bank, tmp_path):
    """The kommune without a figure has that of the year before: areas that are not of one date are not ranked."""
    bank.raekke = lambda tabel, valg, tal: ".." if valg.get("KOMGRP") == "741" and valg["Tid"] == "2025" else tal
    assert kommandoen("--ja", "--fra", "2024", "--kun", "laby27")[0] == 0
    build(tmp_path / "hul.duckdb", hentet[1])
    data = Database(tmp_path / "hul.duckdb").snapshot()
    for noegletal, ventet in (("borgere_pr_kapacitet", False), ("ydernumre_almen_praksis", True)):
        valg = Filters(datasaet="offentlig", niveau="kommune", indikator=noegletal, dag=I_DAG)
        assert indicator_values(valg, data).komplet is ventet
        hele = years_of(catalogue_of("offentlig", data)[noegletal], valg, data).hele
        assert 2024 in hele and (2025 in hele) is ventet, "of a year with a gap nothing is concluded"


def assert_capacities(data, kilder, raad, folk) -> None:
    """A ratio of a larger area is all inhabitants by all capacities, never a sum or a plain mean of ratios."""
    ratio = {
        en["kommunekode"]: float(en["vaerdi"])
        for en in rows(kilder, "offentlig/noegletal")
        if (en["noegletal"], en["dato"]) == ("borgere_pr_kapacitet", "2025")
    }
    indbyggere, kapaciteter = defaultdict(float), defaultdict(float)
    for kode, tal in ratio.items():
        indbyggere[raad[kode]] += folk[kode]
        kapaciteter[raad[kode]] += folk[kode] / tal
    svar = noegletal_pr_omraade("borgere_pr_kapacitet", "sundhedsraad", "2027", "offentlig", data=data)
    vist = svar.set_index("omraade_id")["vaerdi"]
    for omraade, antal in indbyggere.items():
        assert vist[omraade] == pytest.approx(antal / kapaciteter[omraade], rel=1e-3)


def assert_contacts(data, kilder, raad, folk) -> None:
    kontakter, indbyggere = defaultdict(int), defaultdict(int)
    for en in rows(kilder, "geografi/laegekontakt"):
        if en["aar"] == "2025":
            kontakter[raad[en["kommunekode"]]] += int(en["kontakter"])
            indbyggere[raad[en["kommunekode"]]] += folk[en["kommunekode"]]
    vist = laegekontakt_pr_omraade("sundhedsraad", "2027", data=data).set_index("omraade_id")
    for omraade, antal in kontakter.items():
        assert vist.loc[omraade, "laegekontakter_pr_indbygger"] == pytest.approx(antal / indbyggere[omraade])
