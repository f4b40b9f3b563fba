"""Every page and every tab on legal imports that lack what figures are made of: dates, periods, numbers, other
registers. What rows say in words is nasty too (tests/data/lovlige.py)."""

import pytest
from streamlit.testing.v1 import AppTest

from queries import standard
from tests.dag import I_DAG
from tests.data.lovlige import Lovlige, Opskrift, valgfri
from tests.e2e.server import ROOT
from tests.sweep import ALT, some
from tests.ui.test_sider import TABS
from ui.adresse import code_of
from views.faelles.filtre import Filters
from views.fremvisning.efterproev import one_area_each

SIDERS_FANER = {side: ("fane", faner) for side, (_, faner) in TABS.items()} | {
    "kort": ("skinne", ["Rangliste", "År for år", "Tabel"]),
    "overblik": ("skinne", ["Svar", "Flere tal", "Hvad ved vi ikke?"]),
    "reformen": ("fane", ["De nye regioner", "Kort før og efter", "Østdanmark", "Regler", "Rådene"]),
    "data_og_kilder": ("fane", ["Registre", "Det mangler", "Uenige", "Kilder", "Hent", "Indlæs", "Versioner"]),
}
SIDER = sorted((ROOT / "pages").glob("*.py"))


def recipe(froe: int, raekker: dict[str, int], *tomme: str, komplet: tuple[str, ...] = ()) -> Opskrift:
    """`tomme`: tables or table.column whose optional cells are all empty."""
    uden = frozenset(en for en in valgfri() if en[0] in tomme or ".".join(en) in tomme)
    aar = tuple((navn, (2020, 2026)) for navn in komplet)
    return Opskrift(tuple(raekker.items()), uden, aar, False, False, froe)


def dates_of(tabel: str) -> list[str]:
    return [f"{tabel}.{navn}" for en, navn in valgfri() if en == tabel and navn.endswith(("dato", "praecision"))]


SAGER = {
    "klinikker uden datoer": ("klinik", lambda: recipe(101, {"klinik": 3}, *dates_of("klinik"), komplet=("klinik",))),
    "udbud uden datoer": ("udbud", lambda: recipe(102, {"udbud": 4}, *dates_of("udbud"), komplet=("udbud",))),
    "udbud uden noget, der kan udelades": ("udbud", lambda: recipe(103, {"udbud": 2}, "udbud")),
    "pulje uden periode": (
        "puljeprojekt",
        lambda: recipe(104, {"pulje": 2, "puljeprojekt": 3}, "pulje", "puljeprojekt.aar_fra", "puljeprojekt.aar_til"),
    ),
    "HU-forløb uden tal": ("hu_forloeb", lambda: recipe(105, {"hu_forloeb": 3}, "hu_forloeb", komplet=("hu_forloeb",))),
    "kun nøgletal": ("noegletal", lambda: recipe(106, {"noegletal": 3}, "noegletal")),
    "kun én kilde": ("kilde", lambda: recipe(107, {"kilde": 1}, "kilde")),
    "ét udbud": ("udbud", lambda: recipe(108, {"udbud": 1})),
}


@pytest.fixture(scope="module")
def lovlige() -> Lovlige:
    return Lovlige()


@pytest.mark.parametrize("sag", some([*SAGER], 4))
def test_every_page_and_every_tab_is_shown(sag, lovlige, monkeypatch):
    tabel, opskrift = SAGER[sag]
    lovlig, data = lovlige.snapshot(opskrift())
    assert lovlig.tabeller[tabel], "a row that is legal"
    monkeypatch.setattr(standard.DATABASE, "snapshot", lambda: data)
    # a region holds whatever is known for a region or for less
    region = next(
        en for en in one_area_each(data, Filters(datasaet="egne", struktur="2007", dag=I_DAG)) if en[0] == "region"
    )
    # sources alone are no dataset
    valg = {
        "datasaet": "egne" if tabel != "kilde" else "offentlig",
        "niveau": "region",
        "struktur": "2007",
        "omraade": region[1],
    }
    test = AppTest.from_file(str(ROOT / "ui" / "router.py"), default_timeout=60)
    test.query_params.update(valg)
    test.run()
    antal = 0
    sider = some(SIDER, 2, [*SAGER].index(sag))
    for side in sider:
        test.switch_page(str(side))
        test.query_params.update(valg)
        assert_shown(test.run(), side.stem)
        filters = test.session_state["_filters"]
        assert {navn: getattr(filters, navn) for navn in valg} == valg, side.stem
        kode, faner = SIDERS_FANER.get(side.stem, ("", []))
        vist = {en.label for en in test.tabs}
        assert vist == set() or set(faner) <= vist, side.stem
        for fane in some(faner[1:], 2, [*SAGER].index(sag)) if vist else ():
            antal += 1
            test.query_params[kode] = code_of(fane)
            assert_shown(test.run(), f"{side.stem}: {fane}")
            assert next(en for en in test.tabs if en.label == fane).children, "it was made"
    medfaner = {en.stem for en in sider} & {"ydernumre", "mit_omraade", "data_og_kilder"}
    assert antal >= (2 if not ALT else 5) * len(medfaner), "they have tabs whatever there is"


def assert_shown(test: AppTest, hvor: str) -> None:
    assert [en.value for en in (*test.exception, *test.error)] == [], hvor
