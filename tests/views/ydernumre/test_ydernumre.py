"""What the Ydernumre page shows, worked out a second time from the CSV files."""

import re
from datetime import date, timedelta
from functools import partial
from statistics import median

import pandas as pd
import pytest

from queries.standard import newest
from tests.dag import I_DAG
from tests.queries import orakel
from tests.queries.orakel import laes
from tests.sweep import some
from tests.views.figurer import sent, series
from views.faelles import filtre
from views.figur.model import OVER_TIL_HOEJRE, OVER_TIL_VENSTRE, PROGNOSE, Punkter, Soejler
from views.sprog import dansk
from views.sprog.ord import EKSEMPEL_ADVARSEL
from views.ydernumre import flow as ydernumre_flow
from views.ydernumre import klinikaar, kliniktyper, udbudsforloeb
from views.ydernumre import registeret as ydernumre
from views.ydernumre import tid as ydernumre_tid

Filters = partial(filtre.Filters, dag=I_DAG)
ENHED = {"ydernummer": "udbudte_ydernumre", "kapacitet": "udbudte_kapaciteter", "klinik": "udbudte_klinikker"}
BESAT = ("besat", "tildelt", "konverteret_plo")
OMRAADER = (
    {},
    {"niveau": "region", "struktur": "2007", "omraade": "1085"},
    {"niveau": "region", "struktur": "2027", "omraade": "oestdanmark", "fra": 2023},
    {"niveau": "sundhedsraad", "omraade": "soenderjylland", "sammenlign": "vestjylland"},
    {"niveau": "kommune", "omraade": "461"},
    {"niveau": "kommune", "omraade": "563", "fra": 2026},
)
VIEWS = (
    ydernumre_flow.units_flow,
    ydernumre_flow.rounds_flow,
    ydernumre_tid.offered_over_time,
    ydernumre_tid.key_figures,
    ydernumre_tid.shares_by_year,
    kliniktyper.conversions,
    klinikaar.clinic_events,
    klinikaar.clinics_by_year,
    kliniktyper.waiting,
    ydernumre.coverage,
    ydernumre.clinic_coverage,
)
KRAEVER_ALT = {"udbud_noegletal", "udbud_uden_ansoegere", "klinikker_pr_aar", "venter"}
# every place for one unit, and a few for the others
FORESPOERGSLER = [
    Filters(datasaet=datasaet, indikator=indikator, **sted)
    for datasaet in ("offentlig", "eksempel")
    for enhed, indikator in ENHED.items()
    for sted in (OMRAADER if enhed == "ydernummer" else OMRAADER[:4:2])
]


@pytest.fixture(scope="module")
def data():
    return newest()


def oracle_rounds(filters: filtre.Filters, enhed: str) -> list[dict]:
    """Offered rounds of a unit in the chosen area and period, each with its lot and place in it."""
    ud = []
    for post in laes(f"{filters.datasaet}/udbud"):
        kendt = orakel.kendt_for(post["kommunekode"], post["region"])
        dag = orakel.foerste_dag(post["opslag_dato"] or post["status_dato"])
        if post["enhed"] != enhed or not orakel.er_udbudt(post):
            continue
        if filters.omraade and orakel.placering(kendt, filters.niveau, filters.struktur) != filters.omraade:
            continue
        if orakel.i_perioden(dag, filters.fra, filters.til):
            rod, led = orakel.kaeder(filters.datasaet)[post["udbud_id"]]
            ud.append(post | {"rod": rod, "led": led, "dag": dag})
    return ud


def last_rounds(runder: list[dict]) -> list[dict]:
    return list({post["rod"]: post for post in sorted(runder, key=lambda post: post["led"])}.values())


def shown(tal) -> int:
    """The number on a card; "ingen data" counts nothing."""
    return 0 if tal.vaerdi == "ingen data" else int(tal.vaerdi.replace(".", ""))


def taken(post: dict) -> int:
    return int(post["antal_tildelt"]) if post["status"] in BESAT else 0


@pytest.mark.parametrize("filters", FORESPOERGSLER, ids=str)
def test_headline_numbers_are_those_of_the_files(data, filters):
    enhed = next(en for en, indikator in ENHED.items() if indikator == filters.indikator)
    lod = last_rounds(oracle_rounds(filters, enhed))
    grupper = {post["status"]: post["udfaldsgruppe"] for post in laes("katalog/udbud_status")}
    uden = sum(int(p["antal"]) for p in lod if grupper[p["status"]] not in ("besat", "afventer"))
    i_alt, besat = sum(int(post["antal"]) for post in lod), sum(map(taken, lod))
    vist = [en.vaerdi for en in ydernumre.headline_numbers(filters, data)]
    if filters.datasaet == "offentlig" and not lod:
        assert vist == ["ingen data"] * 4  # missing is not zero
        return
    assert [int(en.replace(".", "")) for en in vist] == [i_alt, besat, uden, i_alt - besat - uden]


@pytest.mark.parametrize("filters", FORESPOERGSLER, ids=str)
def test_flow_balances_and_equals_the_headline(data, filters):
    view = ydernumre_flow.units_flow(filters, data)
    i_alt, besat, *_ = (shown(en) for en in ydernumre.headline_numbers(filters, data))
    if not i_alt:
        assert view.figure is None and view.note
        return
    baand = pd.DataFrame(view.figure.baand)
    ind, ud = baand.groupby("til")["antal"].sum(), baand.groupby("fra")["antal"].sum()
    assert ud[0] == i_alt
    assert all(ind[knude] == ud[knude] for knude in ud.index if knude)
    for nr, knude in enumerate(view.figure.knuder):
        assert knude.antal == (ind if nr else ud)[nr] and knude.ord.endswith(knude.navn)
    antal = view.table.columns[-1]
    assert view.table[antal].sum() == i_alt
    assert view.table.loc[view.table["Udfald"] == "Fandt en læge", antal].sum() == besat


@pytest.mark.parametrize("filters", FORESPOERGSLER, ids=str)
def test_flow_of_rounds_counts_every_round_once(data, filters):
    enhed = next(en for en, indikator in ENHED.items() if indikator == filters.indikator)
    runder = oracle_rounds(filters, enhed)
    tabel = ydernumre_flow.rounds_flow(filters, data).table
    assert tabel["Runder"].sum() == len(runder)
    forrige = {post["forrige_udbud_id"] for post in runder}
    genopslag = sum(post["udbud_id"] in forrige for post in runder)
    assert tabel.loc[tabel["Udfald"] == "Genopslået", "Runder"].sum() == genopslag


@pytest.mark.parametrize("filters", FORESPOERGSLER, ids=str)
def test_time_series_has_every_offered_unit(data, filters):
    view = ydernumre_tid.offered_over_time(filters, data)
    i_alt = shown(ydernumre.headline_numbers(filters, data)[0])
    assert view.table["I alt"].sum() == i_alt
    if view.figure:
        assert sum(antal or 0 for soejler in series(view) for antal in soejler.vaerdier) == i_alt


def test_quarters_only_where_all_dates_are_fine_enough(data):
    perioder = {
        en: ydernumre_tid.offered_over_time(Filters(datasaet=en), data).table["Slået op"]
        for en in ("eksempel", "offentlig")
    }
    assert perioder["eksempel"].str.contains("kv.").all()
    assert not perioder["offentlig"].str.contains("kv.").any()
    kapaciteter = ydernumre_tid.offered_over_time(Filters(indikator="udbudte_kapaciteter"), data).table
    assert kapaciteter["Slået op"].iloc[-1] == "Uden dato"


@pytest.mark.parametrize("sted", OMRAADER[:5], ids=str)
def test_measures_equal_a_recomputation(data, sted):
    filters = Filters(datasaet="eksempel", **sted)
    runder = oracle_rounds(filters, "ydernummer")
    lod = last_rounds(runder)
    grupper = {post["status"]: post["udfaldsgruppe"] for post in laes("katalog/udbud_status")}
    uden = sum(int(p["antal"]) for p in lod if grupper[p["status"]] not in ("besat", "afventer"))
    besat = sum(map(taken, lod))
    soegt = [int(post["antal_ansoegere"]) for post in runder if post["antal_ansoegere"]]
    fundet = [int(post["runde_nr"]) for post in lod if taken(post) and post["runde_nr"]]
    view = ydernumre_tid.key_figures(filters, data)
    assert view.figure is None, "five units make no bars of one length"
    vist = view.table[filters.place()].tolist()
    assert vist[0] == dansk.number(100 * besat / (besat + uden))
    assert vist[1] == dansk.number(100 * soegt.count(0) / len(soegt))
    assert vist[2] == dansk.number(sum(soegt) / len(soegt), 1)
    assert vist[3] == dansk.number(sum(fundet) / len(fundet), 1)
    poster = {post["udbud_id"]: post for post in laes("eksempel/udbud")}
    laege = {}
    for post in laes("eksempel/udbud_haendelse"):
        if post["status"] in BESAT:
            laege.setdefault(post["udbud_id"], post["dato"])
    dage = [
        (pd.Timestamp(laege[post["udbud_id"]]) - pd.Timestamp(foerste)).days
        for post in lod
        if taken(post)
        and len(laege[post["udbud_id"]]) == 10
        and len(foerste := poster[post["rod"]]["opslag_dato"]) == 10
    ]
    assert vist[4] == dansk.number(median(dage))
    linjer = view.text.splitlines()
    assert all(f"**{vaerdi} " in linje for vaerdi, linje in zip(vist, linjer, strict=True))
    assert f"bygger på {len(dage)} udbud" in linjer[4]


def test_the_country_and_another_area_stand_beside_the_chosen_one(data):
    filters = Filters(datasaet="eksempel", omraade="soenderjylland", sammenlign="vestjylland")
    navne = ["Sundhedsråd Sønderjylland", "Sundhedsråd Vestjylland", "Hele landet"]
    linjer = series(ydernumre_tid.shares_by_year(filters, data))
    assert list(dict.fromkeys(serie.navn for serie in linjer)) == navne
    maal = ydernumre_tid.key_figures(filters, data).text.splitlines()
    assert all(f"{navn}: " in linje for navn in ("Sundhedsråd Vestjylland", "hele landet") for linje in maal)


@pytest.mark.parametrize("sted", OMRAADER[:5], ids=str)
def test_the_share_without_applicants_is_judged_over_whole_years_only(data, sted):
    """2026 goes on: it is drawn and marked, but nothing is concluded from it."""
    filters = Filters(datasaet="eksempel", **sted)
    view = ydernumre_tid.shares_by_year(filters, data)
    soegt = {}
    for post in oracle_rounds(filters, "ydernummer"):
        if post["antal_ansoegere"]:
            soegt.setdefault(int(post["dag"][:4]), []).append(post["antal_ansoegere"] == "0")
    pct = {aar: round(100 * sum(en) / len(en)) for aar, en in sorted(soegt.items())}
    hele = {aar: en for aar, en in pct.items() if aar < I_DAG.year}
    fra, til = list(hele.values())[0], list(hele.values())[-1]
    nok = fra != til and (not fra or abs(til - fra) / fra >= 0.05) and len(hele) > 1
    assert ("den gode vej" in view.note) == (nok and til < fra), (view.note, pct)
    assert ("den forkerte vej" in view.note) == (nok and til > fra), (view.note, pct)
    assert "2026" not in view.title
    assert ("2026*: ikke hele året" in view.note) == (2026 in pct)


def test_tenders_younger_than_the_usual_time_to_an_outcome_are_hatched(data):
    """Nine of ten rounds have an outcome within so many days, worked out from the events; a quarter that ended later
    than that may still find its doctors."""
    gruppe = {post["status"]: post["fase"] for post in laes("katalog/udbud_status")}
    afgjort = {}
    for post in laes("eksempel/udbud_haendelse"):
        if gruppe[post["status"]] == "afgjort" and len(post["dato"] or "") == 10:
            afgjort[post["udbud_id"]] = min(post["dato"], afgjort.get(post["udbud_id"], post["dato"]))
    dage = [
        (date.fromisoformat(afgjort[post["udbud_id"]]) - date.fromisoformat(post["opslag_dato"])).days
        for post in laes("eksempel/udbud")
        if post["udbud_id"] in afgjort and len(post["opslag_dato"] or "") == 10
    ]
    view = ydernumre_tid.offered_over_time(Filters(datasaet="eksempel"), data)
    sagt = int(re.search(r"inden (\d+) dage", view.note)[1])
    assert sum(en <= sagt for en in dage) >= 0.9 * len(dage) > sum(en < sagt for en in dage)
    unge = {hvor for soejler in series(view) if soejler.skraveret == PROGNOSE for hvor in soejler.steder}
    slut = {en: pd.Period(f"{en[:4]}Q{en[5]}").end_time.date() for en in view.table["Slået op"]}
    assert unge == {en for en, dag in slut.items() if dag + timedelta(sagt) >= I_DAG} != set()
    assert not series(ydernumre_tid.offered_over_time(Filters(datasaet="offentlig"), data))[0].skraveret


@pytest.mark.parametrize("filters", some(FORESPOERGSLER, 7), ids=str)
def test_views_are_withheld_exactly_where_the_register_is_incomplete(data, filters):
    for byg in VIEWS:
        view = byg(filters, data)
        assert bool(view.withheld) == (view.id in KRAEVER_ALT and filters.datasaet == "offentlig"), view.id
        if view.withheld:
            assert view.figure is None and view.table.empty
        elif view.figure is None:
            assert view.note or view.text, view.id
        assert (EKSEMPEL_ADVARSEL in view.subtitle) == (filters.datasaet == "eksempel")
        assert len(sent(view)) < 30_000 and "http" not in sent(view), view.id
        assert view.alt and view.definition and view.title
        assert "NaN" not in sent(view) and ": nan" not in sent(view), view.id


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_units_are_never_mixed(data, datasaet):
    """The three units make three disjoint lists that together are the register, and no view names another unit."""
    lister = [udbudsforloeb.lots(Filters(datasaet=datasaet, indikator=en), data) for en in ENHED.values()]
    kaeder = [set(liste.index) for liste in lister]
    assert sum(map(len, kaeder)) == len(set().union(*kaeder)) == len({r for r, _ in orakel.kaeder(datasaet).values()})
    for indikator, andre in (
        ("udbudte_ydernumre", ("kapaciteter",)),
        ("udbudte_kapaciteter", ("ydernumre",)),
        ("udbudte_klinikker", ("ydernumre", "kapaciteter")),
    ):
        filters = Filters(datasaet=datasaet, indikator=indikator)
        for byg in (ydernumre_flow.units_flow, ydernumre_tid.offered_over_time):
            view = byg(filters, data)
            tekst = sent(view) + view.title
            assert not any(en in tekst for en in andre)


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize(
    ("sted", "siger"),
    [
        ({}, "ikke stedfæstet"),
        ({"niveau": "region", "struktur": "2007", "omraade": "1085"}, "Fra 1. januar 2027 er det Region Østdanmark"),
        ({"niveau": "region", "struktur": "2027", "omraade": "oestdanmark"}, "tæller med i Region Østdanmark"),
        ({"niveau": "kommune", "omraade": "360"}, "kan ligge i Lolland"),
    ],
)
def test_the_87_are_the_largest_open_offer_wherever_they_may_lie(data, datasaet, sted, siger):
    tekst = ydernumre.largest_open(Filters(datasaet=datasaet, **sted), data)
    assert "87 ydernumre i Region Sjælland" in tekst and siger in tekst


def test_the_87_are_no_business_of_odense(data):
    assert ydernumre.largest_open(Filters(niveau="kommune", omraade="461"), data) == ""


def test_search_finds_every_word_anywhere(data):
    liste = udbudsforloeb.lots(Filters(), data)
    assert list(udbudsforloeb.search(liste, "ODENSE vollsmose besat").index) == ["syd-2018-vollsmose"]
    assert udbudsforloeb.search(liste, "vestervig ingen").index.tolist() == ["nord-2023-vestervig"]
    assert udbudsforloeb.search(liste, "(").index.tolist() != [] and udbudsforloeb.search(liste, "findes-ikke").empty
    assert len(udbudsforloeb.search(liste, "  ")) == len(liste)
    tom = udbudsforloeb.lots(Filters(niveau="kommune", omraade="360"), data)
    assert tom.empty and udbudsforloeb.search(tom, "nakskov").empty


def test_list_gives_dates_as_the_source_does(data):
    liste = udbudsforloeb.lots(Filters(), data)
    assert liste.loc["nord-2023-vestervig", ["Opslået", "Status pr."]].tolist() == ["2023", "2023-08-24"]
    assert liste.loc["syd-2018-vollsmose", "Runder"] == 3
    assert pd.isna(liste.loc["nord-2023-vestervig", "Runder"])


def test_timeline_of_vollsmose(data):
    view = udbudsforloeb.timeline(Filters(), "syd-2018-vollsmose", data)
    assert view.title == "Forløbet for Vollsmose (Odense): 2 ydernumre, 3 runder, senest besat"
    assert view.table["Dato"].tolist() == [
        "maj 2018", "udateret", "udateret", "2019", "maj 2019", "maj 2020", "juli 2020", "1. september 2020",
    ]  # fmt: skip
    prikker, bjaelker = series(view)
    # a year covers a year, a month a month, a day is a dot, and what is undated is not drawn
    dage = dict(zip(prikker.y, prikker.x, strict=True)) | dict(zip(bjaelker.steder, bjaelker.vaerdier, strict=True))
    assert [dage[nr] for nr in range(8)] == [31, None, None, 365, 31, 31, 31, "2020-09-01"]
    ord_ = {note.y for note in view.figure.noter}
    assert ord_ | {nr for nr, en in zip(prikker.y, prikker.ord.tekster, strict=True) if en} == set(range(8))
    assert view.figure.ruder[0].y.skrevne[3] == (3, "2. runde: Genopslået")
    ventet = {p["kilde_id"] for p in laes("offentlig/udbud_haendelse") if "vollsmose" in p["udbud_id"]}
    assert len(view.sources) == len(ventet)


def test_timeline_of_vestervig(data):
    view = udbudsforloeb.timeline(Filters(), "nord-2023-vestervig", data)
    assert view.table[["Hændelse", "Dato"]].to_numpy().tolist() == [
        ["Opslået", "2023"],
        ["Ingen ansøgere", "24. august 2023"],
    ]


def test_a_short_life_has_more_than_one_date_at_its_axis(data):
    """One that began in 2025 and ended in 2026 had "2026" alone."""
    filters = Filters(datasaet="eksempel")
    for kaede_id in some(list(udbudsforloeb.lots(filters, data).index), 12):
        akse = udbudsforloeb.timeline(filters, kaede_id, data).figure.ruder[0].x
        aar = int(akse.til[:4]) - int(akse.fra[:4])
        assert not akse.aarlig or aar >= 3, (akse.fra, akse.til)


def test_the_words_of_a_late_event_end_at_its_dot(data):
    """To the right of the last dot they were cut at the edge."""
    filters = Filters(datasaet="eksempel")
    for kaede_id in some(list(udbudsforloeb.lots(filters, data).index), 12):
        figur = udbudsforloeb.timeline(filters, kaede_id, data).figure
        prikker = [serie for serie in figur.ruder[0].serier if isinstance(serie, Punkter)]
        pladser = {dag: plads for en in prikker for dag, plads in zip(en.x, en.ord.plads, strict=True) if dag}
        assert len(pladser) < 2 or pladser[max(pladser)] == OVER_TIL_VENSTRE, kaede_id
        assert len(pladser) < 2 or pladser[min(pladser)] == OVER_TIL_HOEJRE, kaede_id


def test_timeline_of_a_lot_without_any_date_is_drawn(data):
    view = udbudsforloeb.timeline(Filters(indikator="udbudte_kapaciteter"), "nord-udateret-skoerping", data)
    assert set(view.table["Dato"]) == {"udateret"} and not view.figure.ruder[0].x.vises


def test_unknown_lot_is_refused(data):
    with pytest.raises(KeyError):
        udbudsforloeb.timeline(Filters(), "findes-ikke", data)


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_every_timeline_is_small_and_complete(data, datasaet):
    for indikator in ENHED.values():
        filters = Filters(datasaet=datasaet, indikator=indikator)
        for kaede_id in udbudsforloeb.lots(filters, data).index[::30]:
            view = udbudsforloeb.timeline(filters, kaede_id, data)
            poster = [*(en.y for en in series(view, Punkter)), *(en.steder for en in series(view, Soejler))]
            assert sum(map(len, poster)) == len(view.table) > 0
            assert len(sent(view)) < 30_000


# ------------------------------------------------------------------------------------------------- clinics


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_conversions_are_those_of_the_file(data, datasaet):
    view = kliniktyper.conversions(Filters(datasaet=datasaet), data)
    blev = [post for post in laes(f"{datasaet}/klinik") if post["til_dato"] and post["efterfoelger_type"]]
    assert len(view.table) == len(blev)
    plo = [post for post in blev if post["efterfoelger_type"] == "PLO-klinik"]
    assert (view.table["Blev til"] == "PLO-klinik").sum() == len(plo) == len(series(view)[0].steder)
    assert view.table["Patienter"].sum() == sum(int(post["patienter"] or 0) for post in blev)
    # a dot without a bar says that its start is not known
    ordene = series(view)[1].ord.tekster
    assert sum(en.endswith("start ukendt") for en in ordene) == sum(not post["fra_dato"] for post in plo)


def test_conversions_belong_to_the_period_they_happened_in(data):
    view = kliniktyper.conversions(Filters(datasaet="offentlig", fra=2021, til=2021), data)
    assert set(view.table["Sted"]) == {"Thisted", "Øster Jølby"}


@pytest.mark.parametrize("sted", OMRAADER[:5], ids=str)
def test_clinics_at_the_end_of_each_year(data, sted):
    filters = Filters(datasaet="eksempel", **sted)
    view = klinikaar.clinics_by_year(filters, data)
    tabel = view.table.set_index("År")
    poster = [
        post
        for post in laes("eksempel/klinik")
        if not filters.omraade
        or orakel.placering(frozenset([post["kommunekode"]]), filters.niveau, filters.struktur) == filters.omraade
    ]
    aarene = [
        aar
        for aar in range(filters.fra or 2000, 2027)
        if orakel.komplet("eksempel", "klinik", filters.niveau, str(aar), str(aar))
    ]
    assert aarene and list(tabel.index) == [str(aar) for aar in aarene]
    assert view.figure is None or "2026 er talt pr." in view.note
    nyeste = max(orakel.foerste_dag(p[f]) for p in laes("eksempel/klinik") for f in ("fra_dato", "til_dato") if p[f])
    for aar in aarene:
        dag = min(f"{aar}-12-31", nyeste)
        aabne = [
            post
            for post in poster
            if orakel.foerste_dag(post["fra_dato"]) <= dag
            and not (post["til_dato"] and orakel.foerste_dag(post["til_dato"]) <= dag)
        ]
        assert tabel.loc[str(aar)].sum() == len(aabne)


def test_waiting_lists_every_open_clinic_with_its_years(data):
    view = kliniktyper.waiting(Filters(datasaet="eksempel"), data)
    aabne = [post for post in laes("eksempel/klinik") if not post["til_dato"]]
    assert set(view.table["Klinik"]) == {post["navn"] for post in aabne}
    assert view.title.startswith(f"Hele landet: {len(aabne)} klinikker venter stadig")
    assert sum(sum(soejler.vaerdier) for soejler in series(view)) == len(aabne)
    aar = [
        (pd.Timestamp("2026-11-01") - pd.Timestamp(orakel.foerste_dag(post["fra_dato"]))).days / 365.25
        for post in aabne
    ]
    assert sorted(view.table["År"]) == pytest.approx(sorted(aar))


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_clinic_events_by_year(data, datasaet):
    view = klinikaar.clinic_events(Filters(datasaet=datasaet), data)
    # a year that goes on says so, and is hatched
    skraveret = {aar for soejler in series(view) if soejler.skraveret for aar in soejler.steder}
    assert skraveret == {aar[:4] for aar in view.table["År"] if aar.endswith("(ikke hele året)")} <= {"2026"}
    assert ("2026 er skraveret" in view.note) == bool(skraveret) == (datasaet == "eksempel")
    tabel = view.table.assign(År=view.table["År"].str[:4]).set_index("År")
    poster = laes(f"{datasaet}/klinik")
    for aar, raekke in tabel.iterrows():
        plo = [p for p in poster if (p["til_dato"] or "")[:4] == aar and p["efterfoelger_type"] == "PLO-klinik"]
        ophoert = [p for p in poster if (p["til_dato"] or "")[:4] == aar]
        ventet = [sum((p["fra_dato"] or "")[:4] == aar for p in poster), len(plo), len(ophoert) - len(plo)]
        assert raekke.fillna(0).tolist() == ventet
        assert raekke.isna().tolist() == [datasaet == "offentlig" and n == 0 for n in ventet]


def test_a_list_says_whether_a_specialist_was_there_to_bid_where_a_source_does():
    filters = filtre.Filters(datasaet="eksempel", dag=I_DAG)
    liste = udbudsforloeb.all_lots(filters, newest()).table
    vist = liste[udbudsforloeb.SPECIALLAEGE].value_counts().to_dict()
    runder = {post["udbud_id"]: post for post in laes("eksempel/udbud") if post["enhed"] == "ydernummer"}
    foer = {post["forrige_udbud_id"] for post in runder.values()}
    sidste = [post["laege_klar"] for udbud_id, post in runder.items() if udbud_id not in foer]
    assert vist == {"ja": sidste.count("1"), "nej": sidste.count("0")} and all(vist.values())
    uden = udbudsforloeb.all_lots(filters.on(datasaet="offentlig"), newest())
    assert udbudsforloeb.SPECIALLAEGE not in uden.table, "nobody says so of any public one"
