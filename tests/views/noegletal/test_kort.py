"""The map and what belongs to it, for every indicator of the map on both datasets, each on some of the map levels."""

import re
from collections import Counter
from functools import cache

import pandas as pd
import pytest

import queries
from tests.dag import I_DAG
from tests.queries import orakel
from tests.queries.orakel import FAELLES, FLERE, IKKE, laes
from tests.sweep import some
from tests.views.figur.test_klasser import read
from tests.views.figurer import sent, series
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_trend, indicator_values
from views.figur.model import Kort
from views.noegletal import kort
from views.noegletal.hovedtal import headline_numbers
from views.noegletal.rangliste import LAENGSTE_RANGLISTE, ranking_view
from views.noegletal.udvikling import trend_view
from views.sprog import dansk
from views.sprog.ord import EKSEMPEL_ADVARSEL

KATALOG = {post["noegletal"]: post for post in laes("katalog/noegletal_katalog") if post["paa_kort"] == "1"}
STEDER = [
    ("kommune", "2007"),
    ("sundhedsraad", "2007"),
    ("region", "2007"),
    ("region", "2027"),
    ("videreuddannelsesregion", "2007"),
]
SIZES = {("kommune", "2007"): 98, ("sundhedsraad", "2007"): 17, ("region", "2007"): 5, ("region", "2027"): 4}
# all the years of the invented data; the public ones without a limit
PERIODE = {"offentlig": {}, "eksempel": {"fra": 2022, "til": 2026}}
# money is told of one pool: the newest of which grants are known
NYESTE_PULJE = {"offentlig": "laegedaekning-2025-2026", "eksempel": "eks-laegedaekning-2025-2026"}
OPTALT = {
    "udbud": orakel.UDBUD,
    "klinik": orakel.KLINIK,
    "pulje": orakel.PULJE,
    "hu_forloeb": orakel.HU,
}
# Indicators on one dataset and then the other. That the numbers of all of them are right is tried by
# tests/queries/test_omraadetal.py, and their sources and dates by tests/views/test_kilder_af_raekker.py.
HVER = [(datasaet, indikator) for nr, indikator in enumerate(KATALOG) for datasaet in some([*PERIODE], 1, nr)]
SAGER = some(HVER, 25)


@pytest.fixture(scope="module", params=SAGER, ids="-".join)
def sag(request) -> tuple[str, str]:
    """Dataset and indicator. All tests of a case follow each other: they ask the data the same questions."""
    return request.param


@pytest.fixture(scope="module")
def steder(sag) -> list[tuple[str, str]]:
    """The levels and structures to try a case on."""
    datasaet, indikator = sag
    return some(STEDER, 1, [*KATALOG].index(indikator) // 2 + [*PERIODE].index(datasaet))


def chosen(datasaet: str, indikator: str, niveau: str, struktur: str, **valg) -> Filters:
    return Filters(niveau, struktur, datasaet=datasaet, indikator=indikator, **PERIODE[datasaet] | valg, dag=I_DAG)


@cache
def seen(byg, filters: Filters, data):
    """A pure function's answer, worked out once for all tests."""
    return byg(filters, data)


def is_complete(datasaet: str, indikator: str) -> bool:
    """What the file says: of the public registers only the official layers are complete on the map's levels."""
    return datasaet == "eksempel" or KATALOG[indikator]["register"] in FAELLES


def is_additive(indikator: str) -> bool:
    return KATALOG[indikator]["kolonne"] in OPTALT.get(KATALOG[indikator]["register"], ())


def legend_classes(figur: Kort) -> dict[str, list[str]]:
    """Label -> the areas drawn in that class."""
    return {klasse.etiket: [*klasse.omraade_ids] for klasse in figur.klasser}


def assert_can_be_trusted(view, filters: Filters) -> None:
    """What every view carries, whatever it shows."""
    for felt in ("title", "subtitle", "alt", "definition", "as_of", "coverage", "geography", "link"):
        tekst = getattr(view, felt)
        assert tekst.strip() and "nan" not in tekst.lower().split() and "None" not in tekst, (felt, tekst)
    assert (EKSEMPEL_ADVARSEL in view.subtitle) == (filters.datasaet == "eksempel") == view.example
    assert view.link == filters.link() and view.filters == filters
    assert all(kilde.titel and kilde.udgiver and kilde.dato for kilde in view.sources)
    if view.figure is None:
        assert view.withheld.endswith(".") or view.note.endswith(".")
        return
    # a clinic without a date in a source without one is dated by nobody
    udateret = all(kilde.dato == "udateret" for kilde in view.sources)
    assert view.sources and (view.as_of != "udateret" or udateret)
    indhold = sent(view)
    assert "http" not in indhold
    assert len(indhold.encode()) < 30_000
    assert {*view.decimals} <= {*view.table.columns}
    assert not view.withheld


def test_the_warning_is_the_agreed_one():
    assert EKSEMPEL_ADVARSEL == "EKSEMPELDATA - opdigtede tal"


def test_the_map_shows_every_area_once_and_agrees_with_the_figures(data, sag, steder):
    datasaet, indikator = sag
    for niveau, struktur in steder:
        filters = chosen(datasaet, indikator, niveau, struktur)
        view, tal = seen(kort.map_view, filters, data), seen(indicator_values, filters, data)
        assert_can_be_trusted(view, filters)
        skal_holdes = KATALOG[indikator]["kraever_komplet"] == "1" and not is_complete(datasaet, indikator)
        assert bool(view.withheld) == skal_holdes
        assert f"Kendt for {tal.omraader['vaerdi'].notna().sum()} af {len(tal.omraader)} " in view.coverage
        if skal_holdes:
            assert view.figure is None and view.table.empty
            assert "kræver fuldstændige data" in view.title
            continue
        assert view.figure is None or not tal.kendte.empty or 1 <= len(view.figure.samlet) <= 4
        assert view.figure is not None or tal.kendte.empty
        assert_table_agrees(view, tal)
        if view.figure:
            assert_map_agrees(view.figure, tal)


def assert_map_agrees(figur: Kort, tal) -> None:
    vaerdier = tal.omraader.set_index("omraade_id")["vaerdi"]
    klasser = legend_classes(figur)
    tegnet = Counter(omraade for omraader in klasser.values() for omraade in omraader)
    assert {*tegnet.values()} == {1}
    assert {*tegnet} == {*orakel.omraader(tal.filters.niveau, tal.filters.struktur)}
    assert len(tegnet) == SIZES.get((tal.filters.niveau, tal.filters.struktur), 3)
    assert {*figur.vaerdier} == {*vaerdier.index[vaerdier.notna()]}
    i_farver = tal.komplet or (tal.filters.niveau == "kommune" and tal.indikator.vaerdinavne)
    assert figur.symboler == (not i_farver), "colour ranks only what the ranking does"
    if figur.symboler:
        assert len(klasser) == 1
        return
    assert {*klasser.get("Ingen data", [])} == {*vaerdier.index[vaerdier.isna()]}
    assert len([en for en in klasser if en != "Ingen data"]) <= 5
    assert all(klasser.values())
    i_mio = figur.enhed.startswith("Mio.")
    for etiket, omraader in klasser.items():
        if etiket == "Ingen data" or (tal.indikator.vaerdinavne and tal.filters.niveau == "kommune"):
            continue
        dele = re.split("–| til ", etiket)
        lav, hoej = read(dele[0]), read(dele[-1])
        for omraade in omraader:
            skala, decimaler = (1e6, 1) if i_mio else (1, tal.indikator.decimaler)
            vist = read(dansk.number(vaerdier[omraade] / skala, decimaler))
            assert lav <= vist <= hoej, (omraade, vaerdier[omraade], etiket)


def assert_table_agrees(view, tal) -> None:
    """Every area, what is not placed, and the country; the parts add up where they are parts of a sum."""
    kolonne = tal.navn
    tabel = view.table.set_index("Område")[kolonne]
    assert tabel.index[-1] == "Hele landet" and tabel.index.is_unique
    raa = recomputed(tal.indikator.register, tal.indikator.kolonne, tal.filters)
    omraader = raa.drop([IKKE, FLERE], errors="ignore")
    navne = dict(zip(tal.omraader["omraade_id"], tal.omraader["navn"]))
    for omraade, vaerdi in omraader.items():
        assert tabel[navne[omraade]] == pytest.approx(vaerdi, rel=1e-9, nan_ok=True), omraade
    assert tabel.iloc[-1] == pytest.approx(tal.i_alt, nan_ok=True)
    if is_additive(tal.indikator.noegletal):
        assert tabel.iloc[:-1].sum() == pytest.approx(0 if tal.i_alt != tal.i_alt else tal.i_alt)
        assert (raa.get(IKKE, 0) != 0) == ("Ikke stedfæstet" in tabel.index)
        assert (raa.get(IKKE, 0) != 0) == ("Ikke stedfæstet" in view.coverage)


def recomputed(register: str, kolonne: str, f: Filters) -> pd.Series:
    """A column by area from the recomputation in pandas (population and indicators: without rests)."""
    sted, periode = (f.niveau, f.struktur, f.datasaet), (f.fra, f.til)
    match register:
        case "udbud":
            ramme = orakel.udbud_pr_omraade(*sted, *periode)
        case "klinik":
            ramme = orakel.klinik_pr_omraade(*sted, *periode, dag=I_DAG)
        case "pulje":
            ramme = orakel.pulje_pr_omraade(*sted, NYESTE_PULJE[f.datasaet], *periode)
        case "hu_forloeb":
            ramme = orakel.hu_pr_omraade(*sted, *periode, prognoser=False)
        case "befolkning" | "fremskrivning" | "laegekontakt":
            ramme = getattr(orakel, f"{register}_pr_omraade")(f.niveau, f.struktur, *periode)
        case _:
            ramme = orakel.noegletal_pr_omraade(kolonne, *sted, *periode).rename(columns={"vaerdi": kolonne})
    return ramme[kolonne].astype(float)


def test_the_ranking_stands_on_complete_data_only(data, sag, steder):
    datasaet, indikator = sag
    for niveau, struktur in steder:
        filters = chosen(datasaet, indikator, niveau, struktur)
        view, tal = seen(ranking_view, filters, data), seen(indicator_values, filters, data)
        assert_can_be_trusted(view, filters)
        assert bool(view.withheld) == (not is_complete(datasaet, indikator)), (niveau, struktur)
        if view.figure is None:
            assert view.withheld or tal.kendte.empty
            continue
        [soejler] = series(view)
        navne, vaerdier = list(soejler.steder), list(soejler.vaerdier)
        if navne[-1] == "Ikke stedfæstet":
            rest = recomputed(tal.indikator.register, tal.indikator.kolonne, tal.filters)[[IKKE, FLERE]].sum()
            assert vaerdier.pop() == pytest.approx(rest)
            navne.pop()
        assert vaerdier == sorted(vaerdier, reverse=True)
        assert len(vaerdier) == min(len(tal.kendte), LAENGSTE_RANGLISTE)
        assert vaerdier[0] == tal.kendte["vaerdi"].max()
        # only a rate has places, and only while what is not placed could not change many of them
        holder = KATALOG[indikator]["naevner"] != "ingen" and tal.andel_ikke_placeret <= 0.1
        assert navne[0].startswith("1. ") == holder, (indikator, niveau)


OMRAADE = {"kommune": "360", "sundhedsraad": "fyn", "videreuddannelsesregion": "oest"}
REGION = {"2007": "1084", "2027": "oestdanmark"}


def test_the_trend_has_a_value_or_a_gap_for_every_year(data, sag, steder):
    datasaet, indikator = sag
    aar = 2019 if datasaet == "offentlig" else 2026
    for niveau, struktur in steder:
        for omraade in (OMRAADE.get(niveau, REGION[struktur]), "")[: 1 + (niveau == "region")]:
            filters = chosen(datasaet, indikator, niveau, struktur, omraade=omraade, fra=aar, til=aar)
            view, serie = trend_view(filters, data), indicator_trend(filters, data)
            assert_can_be_trusted(view, filters)
            if KATALOG[indikator]["register"] == "fremskrivning":
                continue  # of no year that is over; see test_fremskrivning.py
            kendte = serie.dropna(subset=["omraade", "land"] if KATALOG[indikator]["naevner"] != "ingen" else
                                  ["omraade" if omraade else "land"], how="all")  # fmt: skip
            assert [en[:4] for en in view.table["År"]] == [str(en) for en in kendte["aar"]]
            if view.withheld or view.figure is None:
                continue
            assert_trend_agrees(view, serie, KATALOG[indikator]["naevner"] != "ingen" and bool(omraade))
            assert ("ikke en udvikling" in view.note) == (not is_complete(datasaet, indikator))


def assert_trend_agrees(view, serie, to_linjer: bool) -> None:
    """Every value is drawn once, those of a year that goes on apart; a count of one area is never drawn on the
    country's axis."""
    hele = [en for en in series(view) if "(" not in en.navn]
    dele = [en for en in series(view) if "(" in en.navn]
    assert len(hele) == 1 + to_linjer and all(getattr(en, "skraveret", "") or getattr(en, "aaben", "") for en in dele)
    for tegnet in hele:
        facit = dict(zip(serie["aar"].astype(str), serie["land" if tegnet.navn == "Hele landet" else "omraade"]))
        assert tegnet.steder == (*facit,)
        egen_del = [en for en in dele if en.farve == tegnet.farve]
        apart = dict(zip(getattr(egen_del[0], "steder", ()) or egen_del[0].x,
                         getattr(egen_del[0], "vaerdier", ()) or egen_del[0].y)) if egen_del else {}  # fmt: skip
        drawn = {aar: v for aar, v in zip(tegnet.steder, tegnet.vaerdier) if v is not None}
        assert not drawn.keys() & apart.keys()
        assert drawn | apart == {aar: v for aar, v in facit.items() if v == v}


def test_a_trend_of_many_years_has_a_gap_where_nothing_is_known(data):
    view = trend_view(Filters("region", indikator="hu_besat", dag=I_DAG), data)
    [tegnet] = series(view)
    kendte = {aar: antal for aar, antal in zip(tegnet.steder, tegnet.vaerdier) if antal is not None}
    assert kendte == {
        post["aar"]: int(post["besat"])
        for post in laes("offentlig/hu_forloeb")
        if (post["omraade_type"], post["foretrukken"], post["er_prognose"]) == ("land", "1", "0") and post["besat"]
    }
    assert tegnet.steder == tuple(str(aar) for aar in range(2011, 2024)) and "2022" not in kendte


def test_the_numbers_of_an_area_are_its_own(data, sag):
    datasaet, indikator = sag
    for niveau, struktur, omraade in (
        ("kommune", "2007", "360"),
        ("sundhedsraad", "2007", "fyn"),
        ("region", "2027", "oestdanmark"),
    ):
        filters = chosen(datasaet, indikator, niveau, struktur, omraade=omraade)
        tal = seen(indicator_values, filters, data)
        numre = seen(headline_numbers, filters, data)
        if tal.withheld:
            assert numre == ()
            continue
        egne, plads, land = numre
        vaerdi = tal.omraader.set_index("omraade_id")["vaerdi"][omraade]
        assert (egne.vaerdi == "ingen data") == (vaerdi != vaerdi)
        assert (land.vaerdi == "ingen data") == (tal.i_alt != tal.i_alt)
        assert all(en.overskrift and en.vaerdi and en.forklaring and en.opgjort for en in numre)
        er_andel = KATALOG[indikator]["naevner"] != "ingen"
        if not is_complete(datasaet, indikator):
            assert plads.vaerdi == "vises ikke"
        if plads.vaerdi.startswith("nr."):
            assert er_andel
            decimaler = int(KATALOG[indikator]["decimaler"])
            hoejere = (tal.kendte["vaerdi"].round(decimaler) > round(vaerdi, decimaler)).sum()
            assert plads.vaerdi == f"nr. {hoejere + 1} af {len(tal.kendte)}"
        elif plads.vaerdi.endswith("pct.") and not plads.vaerdi.startswith("under"):
            assert not er_andel and plads.overskrift == "Andel af landet"
            assert plads.vaerdi == f"{dansk.number(100 * vaerdi / tal.i_alt)} pct."


def test_without_an_area_the_numbers_say_what_is_known(data, sag, steder):
    datasaet, indikator = sag
    for niveau, struktur in steder:
        filters = chosen(datasaet, indikator, niveau, struktur)
        tal = seen(indicator_values, filters, data)
        numre = seen(headline_numbers, filters, data)
        if tal.withheld:
            assert numre == ()
            continue
        land, kendt, *rest = numre
        assert len(rest) == (tal.indikator.register not in ("noegletal", *FAELLES) and bool(len(tal.rester))
                             and bool(tal.rester["vaerdi"].notna().any()))  # fmt: skip
        assert land.overskrift == "Hele landet" and kendt.overskrift == "Kendt for"
        assert kendt.vaerdi == f"{len(tal.kendte)} af {len(tal.omraader)}"
        assert ("ikke nul" in kendt.forklaring) == (len(tal.kendte) < len(tal.omraader))
        if is_additive(indikator):
            antal = recomputed(tal.indikator.register, tal.indikator.kolonne, tal.filters)[IKKE]
            [uden_sted] = rest
            assert uden_sted.vaerdi == (
                tal.value_text(float(antal)) if tal.indikator.enhed == "kr." else dansk.number(antal)
            )
            assert ("kun for et større område" in uden_sted.forklaring) == (antal > 0)


def test_at_least_twelve_indicators_have_a_map_on_both_datasets(data):
    """Which they are is worked out from the CSV files; that the map has them is tested above and here once more."""
    paa_begge = {}
    for indikator, post in KATALOG.items():
        for niveau, struktur in STEDER[1:3]:
            filters = [chosen(datasaet, indikator, niveau, struktur) for datasaet in PERIODE]
            kendt = [
                recomputed(post["register"], post["kolonne"], en).drop([IKKE, FLERE], errors="ignore") for en in filters
            ]
            if post["kraever_komplet"] == "0" and all(en.notna().any() for en in kendt):
                paa_begge[indikator] = filters
                break
    assert len(paa_begge) >= 12, [*paa_begge]
    for filters in [*paa_begge.values()][:12]:
        assert all(kort.map_view(en, data).figure for en in filters), filters


# ----------------------------------------------------------------------------------------- what sentences claim


@pytest.mark.parametrize("niveau", ["kommune", "sundhedsraad"])
def test_the_87_that_cannot_be_placed_are_stated(data, niveau):
    alle = kort.map_view(Filters(niveau, dag=I_DAG), data)
    uden_sted = orakel.udbud_pr_omraade(niveau, "2007", "offentlig")["ydernumre"][IKKE]
    assert uden_sted >= 87
    assert f"127 ydernumre kendt i hele landet, heraf {uden_sted:.0f} ikke stedfæstet" in alle.title
    assert f"Ikke stedfæstet: {uden_sted:.0f} ydernumre" in alle.coverage


@pytest.mark.parametrize("niveau", ["kommune", "sundhedsraad"])
def test_where_only_the_87_are_known_there_is_not_no_data(data, niveau):
    """No area has a number, but 87 are known: the title says the finding, and the map where."""
    view = kort.map_view(Filters(niveau, fra=2025, til=2025, dag=I_DAG), data)
    assert [(en.omraade_id, en.vaerdi) for en in view.figure.samlet] == [("1085", "87")] and not view.figure.vaerdier
    [ny] = kort.map_view(Filters(niveau, "2027", fra=2025, til=2025, dag=I_DAG), data).figure.samlet
    assert (ny.omraade_id, ny.vaerdi, ny.ord) == ("oestdanmark", "87", "kun kendt for Region Østdanmark")
    assert "87 kun kendt for Region Sjælland" in view.in_words
    assert "Ikke stedfæstet: 87 ydernumre" in view.coverage
    assert view.table.set_index("Område").loc["Ikke stedfæstet"].iloc[0] == 87
    assert view.table.set_index("Område").loc["Hele landet"].iloc[0] == 87
    assert "ingen data" not in view.title and "87" in view.title


def test_in_the_region_the_87_are_placed(data):
    for struktur, navn in (("2007", "Region Sjælland"), ("2027", "Region Østdanmark")):
        view = kort.map_view(Filters("region", struktur, fra=2025, til=2025, dag=I_DAG), data)
        assert "stedfæstet" not in view.title + view.coverage
        assert view.table.set_index("Område")["Udbudte ydernumre 2025"][navn] >= 87


def test_42_kommuner_are_threatened(data):
    view = kort.map_view(Filters("kommune", indikator="laegedaekningstruet", dag=I_DAG), data)
    assert view.title == "Lægedækningstruede kommuner: 42 af 98 kommuner (maj 2019)"
    assert sorted(map(len, legend_classes(view.figure).values())) == [42, 56]


def test_titles_compare_areas_only_on_complete_data_and_name_the_highest(data, sag, steder):
    datasaet, indikator = sag
    for niveau, struktur in steder:
        filters = chosen(datasaet, indikator, niveau, struktur)
        view = seen(kort.map_view, filters, data)
        if not is_complete(datasaet, indikator):
            titler = " ".join(en.title for en in (view, seen(ranking_view, filters, data))).lower()
            ord_ = ("højest", "lavest", "flest", "færrest", "stiger", "falder", "steget", "faldet")
            assert not any(en in titler for en in ord_), titler
        elif "højest i" in view.title or "flest i" in view.title:
            tal = view.table.set_index("Område").iloc[:, 0].round(int(KATALOG[indikator]["decimaler"]))
            rest = tal[tal.index.isin(["Ikke stedfæstet", "Dækker flere områder"])].sum()
            omraader = tal.drop(["Hele landet", "Ikke stedfæstet", "Dækker flere områder"], errors="ignore")
            foerste, anden = omraader.nlargest(2).items()
            assert omraader.notna().all() and f"st i {foerste[0]} (" in view.title, view.title
            assert foerste[1] > anden[1] + rest, "what is not placed could turn it"


@pytest.mark.parametrize("byg", [kort.map_view, ranking_view, trend_view])
def test_a_view_without_a_figure_describes_none(data, byg):
    """The alt text goes along into every export: it must not tell of bars that are not there."""
    for filters in (
        Filters("region", indikator="andel_runder_uden_ansoegere", dag=I_DAG),
        Filters("kommune", indikator="udbudte_ydernumre", fra=1990, til=1991, dag=I_DAG),
    ):
        view = byg(filters, data)
        if view.figure is None:
            assert not view.alt.startswith(("Søjler", "Danmarkskort", "Linjer", "Udbudte ydernumre for hvert år")), (
                view.alt
            )
            assert "for hvert år" not in view.alt


def test_years_without_data_make_an_empty_map_that_says_so(data):
    view = kort.map_view(Filters("kommune", indikator="udbudte_ydernumre", fra=1990, til=1991, dag=I_DAG), data)
    assert view.figure is None and not view.withheld
    assert view.title == "Udbudte ydernumre: ingen data"
    assert "1990-1991" in view.note and "Vælg" in view.note
    assert view.coverage.startswith("Kendt for 0 af 98 kommuner.")


def test_a_map_of_clinics_names_its_sources_in_every_period(data):
    """Says who? A clinic counts in years in which nothing happened to it; its source counts with it."""
    for periode in ({"fra": 2026, "til": 2026}, {"til": 2014}):
        view = kort.map_view(Filters("region", indikator="kendte_regionsklinikker", **periode, dag=I_DAG), data)
        assert view.figure and view.sources and view.as_of != "udateret", periode


def test_different_years_are_told(data):
    view = kort.map_view(Filters("kommune", indikator="lukket_praksis_pct", dag=I_DAG), data)
    aar = sorted({post["dato"][:4] for post in laes("offentlig/noegletal") if
                  (post["noegletal"], post["omraade_type"]) == ("lukket_praksis_pct", "kommune")})  # fmt: skip
    assert ("fra forskellige år" in view.coverage) == (len(aar) > 1)
    en_gang = kort.map_view(Filters("kommune", indikator="laegedaekningstruet", dag=I_DAG), data)
    assert "fra forskellige år" not in en_gang.coverage


def test_a_direction_is_told_on_complete_data_and_judged_by_the_catalogue(data):
    for indikator in ("lukket_praksis_pct", "praktiserende_laeger", "udbudsrunder"):
        view = trend_view(chosen("eksempel", indikator, "sundhedsraad", "2007", omraade="fyn", fra=2024), data)
        kendte = view.table.set_index("År")["Sundhedsråd Fyn"].dropna()
        kendte = kendte[[len(aar) == 4 for aar in kendte.index]]
        foerst, sidst = (round(en, int(KATALOG[indikator]["decimaler"])) for en in (kendte.iloc[0], kendte.iloc[-1]))
        retning = "steget" if sidst > foerst else "faldet" if sidst < foerst else "i både"
        assert view.note.startswith("Sundhedsråd Fyn: ") and retning in view.note
        god_retning = KATALOG[indikator]["retning"]
        if god_retning == "neutral" or abs(sidst - foerst) < 0.05 * foerst:
            assert "vej" not in view.note
        else:
            god = (retning == "faldet") == (god_retning == "lav_er_godt")
            assert ("den gode vej" in view.note) == god and ("den forkerte vej" in view.note) == (not god)
    assert "steget" not in trend_view(Filters("region", indikator="hu_besat", fra=2017, til=2019, dag=I_DAG), data).note


def test_unknown_choices_raise(data):
    for filters in (
        Filters(indikator="findes_ikke", dag=I_DAG),
        Filters(niveau="sogn", dag=I_DAG),
        Filters(niveau="delregion", dag=I_DAG),
    ):
        with pytest.raises(KeyError):
            kort.map_view(filters, data)


# ----------------------------------------------------------------------------------------- ranks, one value, no value

EKSEMPEL = Filters(
    "sundhedsraad", datasaet="eksempel", fra=2022, til=2026, indikator="andel_runder_uden_ansoegere", dag=I_DAG
)
ANDEL = ("udbud_pr_omraade", "andel_runder_uden_ansoegere", "sundhedsraad")
ANTAL = ("udbud_pr_omraade", "ydernumre", "sundhedsraad")
RAAD = [post["sundhedsraad_id"] for post in laes("geografi/sundhedsraad")]


def test_equal_figures_share_a_place(med_tal):
    data = med_tal(*ANDEL, dict.fromkeys(RAAD, 1) | {"fyn": 9, "midt": 5, "horsens": 5, "aarhus": 2, "thy": 0})
    y = series(ranking_view(EKSEMPEL, data))[0].steder
    assert [en.split(".")[0] for en in y[:5]] == ["1", "2", "2", "4", "5"]
    plads = {en: headline_numbers(EKSEMPEL.on(omraade=en), data)[1] for en in ("fyn", "midt", "horsens", "aarhus")}
    assert [en.vaerdi for en in plads.values()] == ["nr. 1 af 17", "nr. 2 af 17", "nr. 2 af 17", "nr. 4 af 17"]
    assert "delt med ét andet" in plads["midt"].forklaring
    assert "delt" not in plads["fyn"].forklaring


def test_three_and_more_may_be_equal(med_tal):
    data = med_tal(*ANDEL, dict.fromkeys(RAAD, 3))
    plads = headline_numbers(EKSEMPEL.on(omraade="fyn"), data)[1]
    assert plads.vaerdi == "nr. 1 af 17" and "delt med 16 andre" in plads.forklaring
    view = kort.map_view(EKSEMPEL, data)
    assert "højest" not in view.title
    assert legend_classes(view.figure).keys() == {"3"}


def test_a_single_figure_is_no_comparison(med_tal):
    data, filters = med_tal(*ANTAL, {"fyn": 4}), EKSEMPEL.on(indikator="udbudte_ydernumre")
    view = kort.map_view(filters, data)
    assert "flest" not in view.title
    assert "Kendt for 1 af 17 sundhedsråd." in view.coverage
    assert legend_classes(view.figure) == {"4": ["fyn"], "Ingen data": [en for en in RAAD if en != "fyn"]}
    assert series(ranking_view(filters, data))[0].steder == ("Fyn",), "a count has no place"
    assert [en.vaerdi for en in headline_numbers(filters.on(omraade="midt"), data)][:2] == ["ingen data"] * 2
    # nor has a rate that is not known of all
    andel = med_tal(*ANDEL, {"fyn": 4})
    assert series(ranking_view(EKSEMPEL, andel))[0].steder == ("Fyn",)


def test_no_figures_at_all(med_tal):
    data, filters = med_tal(*ANTAL, {}), EKSEMPEL.on(indikator="udbudte_ydernumre")
    view, rangliste = kort.map_view(filters, data), ranking_view(filters, data)
    assert view.figure is rangliste.figure is None
    assert view.title == "Udbudte ydernumre 2022-2026: ingen data"
    assert view.note and rangliste.note and not view.withheld
    assert headline_numbers(filters.on(omraade="fyn"), data)[0].vaerdi == "ingen data"


def test_the_chosen_area_is_marked_and_stands_in_a_long_ranking(data):
    sidst = ranking_view(chosen("eksempel", "udbudte_ydernumre", "kommune", "2007"), data).table["Område"]
    navne = {post["navn"]: post["kommunekode"] for post in laes("geografi/kommune")}
    omraade = navne[[en for en in sidst if en in navne][-1]]
    filters = chosen("eksempel", "udbudte_ydernumre", "kommune", "2007", omraade=omraade)
    [soejler] = series(ranking_view(filters, data))
    # and what no area holds stands last
    assert len(soejler.vaerdier) == LAENGSTE_RANGLISTE + 2 and len({*soejler.farve}) == 3
    assert soejler.steder[-1] == "Ikke stedfæstet"
    assert kort.map_view(filters, data).figure.valgte == (omraade,)
    assert kort.map_view(filters.on(omraade=""), data).figure.valgte == ()


def test_forecasts_are_no_facts_on_the_map(data):
    """2020 was a forecast when it was published: 287 filled posts are not shown as filled."""
    tal = indicator_values(Filters("region", indikator="hu_besat", fra=2020, til=2020, dag=I_DAG), data)
    assert tal.i_alt != tal.i_alt
    assert queries.hu_pr_omraade("land", 2007, "offentlig", 2020, 2020, data=data)["besat"].iloc[0] == 287


def test_what_is_not_over_is_told_beside_the_sum(data):
    def coverage(**valg) -> str:
        return kort.map_view(Filters("region", datasaet="eksempel", dag=I_DAG, **valg), data).coverage

    uden_laege = coverage(indikator="ydernumre_ikke_besat")
    assert "2026 (ikke hele året) er talt med." in uden_laege and "yngre udbud kan stadig finde en læge" in uden_laege
    assert "2026 (til og med runde 3) er talt med." in coverage(indikator="hu_ubesat", fra=2024)
    assert "talt med" not in coverage(indikator="hu_ubesat") + coverage(indikator="hu_ubesat", fra=2023, til=2024)
