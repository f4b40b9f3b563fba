"""Doctors and targets as versions of the own data: loaded, corrected and gone back from like any other register."""

from datetime import date
from unittest.mock import patch

import pytest

from data.build import build
from data.indlaes import Fil, go_back, load, propose, skift, versions
from queries import balance, maal
from queries.database import Database
from tests.dag import NU
from tests.data.egne_versioner import asks_nothing, sources
from tests.data.indlaes_filer import as_xlsx, table
from tests.data.test_indlaes_balance import MAAL, SAET, STAND

I_DAG = date(2026, 11, 22)
FYN = STAND | {"Aldersgruppe": "alle", "Læger": "320"}
VENDSYSSEL = FYN | {"Område": "Vendsyssel", "Læger": "70"}
BASIS = date(2025, 12, 31)


@pytest.fixture(scope="module")
def helt_sted(tmp_path_factory):
    """Sources without own data, and a database of all tables; of either test's own data the other asks nothing."""
    mappe = tmp_path_factory.mktemp("balance")
    kilder = sources(mappe / "kilder")
    build(mappe / "x.duckdb", kilder)
    with patch.object(skift, "checker", asks_nothing):
        yield kilder, mappe / "x.duckdb"


def stand(ud) -> dict[str, int]:
    laeger = balance.doctors("sundhedsraad", 2027, "egne", BASIS, Database(ud).snapshot())
    return {en.navn: en.laeger for en in laeger}


def test_doctors_are_loaded_corrected_and_gone_back_from(helt_sted):
    kilder, ud = helt_sted
    tom = stand(ud)
    arket = as_xlsx({"Læger": table(FYN, VENDSYSSEL)})
    forslag = propose([Fil("laeger.xlsx", arket)], kilder=kilder, i_dag=I_DAG)
    assert forslag.registre == ("laeger",) and forslag.aar == {"laeger": (2025, 2025)}
    load(forslag, "Anne", ud=ud, komplet={"laeger": (2025, 2025)}, nu=NU)
    assert tom == {} and stand(ud) == {"Sundhedsråd Fyn": 320, "Sundhedsråd Vendsyssel": 70}
    rettet = as_xlsx({"Læger": table(FYN | {"Læger": "322"})})
    forslag = propose([Fil("laeger.xlsx", rettet)], kilder=kilder, i_dag=I_DAG, tilfoej=True)
    assert [*forslag.aendringer["Før"]] == ["320"] and [*forslag.aendringer["Efter"]] == ["322"]
    load(forslag, "Bo", ud=ud, nu=NU)
    assert stand(ud) == {"Sundhedsråd Fyn": 322, "Sundhedsråd Vendsyssel": 70}
    go_back(1, "Bo", ud=ud, kilder=kilder, nu=NU)
    assert stand(ud) == {"Sundhedsråd Fyn": 320, "Sundhedsråd Vendsyssel": 70}
    go_back(0, "Bo", ud=ud, kilder=kilder, nu=NU)
    assert stand(ud) == {} and len(versions(kilder)) == 2


def test_targets_come_with_the_rule_they_are_of(helt_sted):
    kilder, ud = helt_sted
    bog = as_xlsx({"Målsæt": table(SAET), "Måltal": table(MAAL)})
    load(propose([Fil("maal.xlsx", bog)], kilder=kilder, i_dag=I_DAG), "Anne", ud=ud, nu=NU)
    (fundet,) = maal.targets("kommune", 2027, "egne", I_DAG, Database(ud).snapshot()).to_dict("records")
    assert (fundet["navn"], fundet["vaerdi"], fundet["maalsaet"]) == ("Lolland", 1450, "National model")
    assert fundet["gaelder"] and fundet["foretrukken"] and not fundet["er_udkast"]
    (regel,) = maal.rules("egne", Database(ud).snapshot()).to_dict("records")
    assert regel["kildetitel"] == "Bekendtgørelse"
