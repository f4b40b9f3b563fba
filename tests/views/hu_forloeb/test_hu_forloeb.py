"""The HU-forløb page: figures equal the CSV files, rates stand only where they hold, forecasts look like forecasts."""

from datetime import date
from functools import partial

import pandas as pd
import pytest

from queries.database import Snapshot
from tests.dag import I_DAG
from tests.queries.orakel import laes
from tests.sweep import some
from tests.views.figurer import marks, named, sent, series
from views.faelles import daekning, filtre
from views.faelles.registerniveau import fitted
from views.figur.model import PROGNOSE, Linje, Soejler
from views.hu_forloeb import registeret as hu_forloeb
from views.hu_forloeb.ekstra import EKSTRAORDINAERE_KILDER, extra_view
from views.hu_forloeb.figur import BESAT, UBESAT
from views.hu_forloeb.grad import rate_of_advertised, rate_of_dimensioned
from views.hu_forloeb.kilder import denominators_view, disagreements_view
from views.hu_forloeb.omraader import areas_view, delregion_view
from views.hu_forloeb.runder import rounds_view
from views.hu_forloeb.serier import series_view
from views.hu_forloeb.tal import KORTTAL, SIDE, year_list
from views.hu_forloeb.udbud import supply_view
from views.hu_forloeb.udsagn import statements_view
from views.noegletal import kort
from views.sprog.ord import EKSEMPEL_ADVARSEL

Filters = partial(filtre.Filters, dag=I_DAG)
VISNINGER = (
    series_view,
    rate_of_advertised,
    rate_of_dimensioned,
    rounds_view,
    areas_view,
    delregion_view,
    denominators_view,
    disagreements_view,
    extra_view,
    statements_view,
    supply_view,
    hu_forloeb.coverage,
)
SAGER = [
    Filters(),
    Filters(niveau="region", omraade="1082"),
    Filters(niveau="region", omraade="1084", sammenlign="1085"),
    Filters(niveau="region", struktur="2027", omraade="oestdanmark"),
    Filters(niveau="kommune", omraade="550"),
    Filters(niveau="videreuddannelsesregion", omraade="nord"),
    Filters(fra=2020, til=2022),
    Filters(fra=2024),
    Filters(datasaet="eksempel"),
    Filters(datasaet="eksempel", omraade="soenderjylland", sammenlign="fyn"),
    Filters(datasaet="eksempel", niveau="region", struktur="2027", omraade="oestdanmark", sammenlign="nordjylland"),
    Filters(datasaet="eksempel", niveau="kommune", omraade="550", sammenlign="580"),
    Filters(datasaet="eksempel", niveau="videreuddannelsesregion", omraade="syd", fra=2026),
    Filters(datasaet="eksempel", fra=2023, til=2023),
]
OFFENTLIG = Filters()
EKSEMPEL = Filters(datasaet="eksempel")


def rows(datasaet: str, **felter: str) -> list[dict]:
    """The preferred rows of the file with these values."""
    poster = [post for post in laes(f"{datasaet}/hu_forloeb") if post["foretrukken"] == "1"]
    return [post for post in poster if all(post[felt] == vaerdi for felt, vaerdi in felter.items())]


def year_sum(maal: str, datasaet: str, aar: int, **felter: str) -> int:
    fundne = [int(post[maal]) for post in rows(datasaet, aar=str(aar), **felter) if post[maal]]
    assert fundne, "the case must have figures"
    return sum(fundne)


def is_hatched(soejler: Soejler) -> bool:
    return soejler.skraveret == PROGNOSE


def by_place(serie) -> dict:
    """The values of a series by where they stand."""
    return dict(zip(serie.steder, serie.vaerdier, strict=True))


# ------------------------------------------------------------------------------------------------- every view


@pytest.mark.parametrize(
    ("visning", "filters"),
    [(en, filters) for nr, en in enumerate(VISNINGER) for filters in some(SAGER, 4, nr)],
    ids=lambda en: getattr(en, "__name__", str(en)),
)
def test_every_view_is_fit_to_be_shown(visning, filters, data):
    view = visning(fitted("hu_forloeb", filters), data)
    assert view.title and view.alt and view.definition and view.subtitle
    assert view.link.startswith(f"/{SIDE}?") and "delregion" not in view.link
    assert (EKSEMPEL_ADVARSEL in view.subtitle) == (filters.datasaet == "eksempel")
    assert view.figure or view.withheld or view.note or view.text
    assert not (view.figure and view.withheld)
    if view.figure:
        assert len(sent(view)) < 30_000 and "http" not in sent(view) and "NaN" not in sent(view)
        assert not view.table.empty and view.sources
    assert not set(view.table.columns) & {"besat", "ubesat", "aar", "navn", "er_prognose"}


@pytest.mark.parametrize("filters", SAGER, ids=str)
def test_headline_numbers_never_exceed_three_and_name_their_denominator(filters, data):
    tal = hu_forloeb.headline_numbers(fitted("hu_forloeb", filters), data)
    assert 1 <= len(tal) <= 3
    assert all("af opslåede" in en.overskrift for en in tal if "grad" in en.overskrift)
    assert all(en.vaerdi and en.forklaring for en in tal)


# ------------------------------------------------------------------------------------------------- headline


def test_headline_of_the_country(data):
    besat, ubesat, grad = hu_forloeb.headline_numbers(OFFENTLIG, data)
    assert (besat.overskrift, besat.vaerdi) == ("Besatte HU-forløb 2023", "280 af 350")
    assert ubesat.vaerdi == "70"
    assert grad.vaerdi == "80 pct." and "Kildens egen procent" in grad.forklaring


def test_headline_of_example_is_the_newest_year_without_forecasts(data):
    assert any(post["er_prognose"] == "1" for post in rows("eksempel", omraade_type="land", aar="2026"))
    besat, ubesat, grad = hu_forloeb.headline_numbers(EKSEMPEL, data)
    opslaaet, besatte, dim = (
        year_sum(m, "eksempel", 2025, omraade_type="land") for m in ("opslaaet", "besat", "dimensioneret")
    )
    assert besat.vaerdi == f"{besatte} af {opslaaet}" and besat.overskrift.endswith("2025")
    assert ubesat.vaerdi == str(opslaaet - besatte)
    assert grad.vaerdi == f"{round(100 * besatte / opslaaet)} pct."
    assert f"{round(100 * besatte / dim)} pct." in grad.forklaring and "dimensionerede" in grad.forklaring


def test_headline_withholds_the_rate_of_a_public_region(data):
    filters = Filters(niveau="region", omraade="1082")
    besat, ubesat, grad = hu_forloeb.headline_numbers(filters.on(til=2022), data)
    assert (besat.vaerdi, ubesat.vaerdi, grad.vaerdi) == ("48 af 92", "44", "vises ikke")
    assert "%" not in grad.forklaring and "52" not in grad.forklaring
    # of 2023 a source says that all were filled, without a number: that comes before the count of 2018
    nyest, besat, ubesat = hu_forloeb.headline_numbers(filters, data)
    assert (nyest.overskrift, nyest.vaerdi) == ("Region Midtjylland 2023", "100 pct.")
    assert (besat.overskrift, ubesat.overskrift) == ("Besatte HU-forløb 2018", "Ubesatte HU-forløb 2018")


def test_headline_of_an_area_without_counts_says_so_and_shows_the_country(data):
    foerst, land, _ = hu_forloeb.headline_numbers(Filters(niveau="region", omraade="1084"), data)
    assert (foerst.overskrift, foerst.vaerdi) == ("Region Hovedstaden 2023", "100 pct.")
    assert "Kildens egen procent" in foerst.forklaring and land.vaerdi == "280 af 350"
    foerst, *_ = hu_forloeb.headline_numbers(Filters(niveau="region", omraade="1081", til=2016), data)
    assert (foerst.vaerdi, foerst.opgjort) == ("ingen data", "")


def test_what_a_source_says_of_an_area_stands_first_where_nobody_counts(data):
    """Sønderjylland has no number, but Almen Praksisudvalget says that posts stand vacant: on the first tab too."""
    [udsagn] = [post for post in rows("offentlig", omraade="Sønderjylland") if post["note"].startswith("Kun udsagn")]
    siger = udsagn["note"].removeprefix("Kun udsagn: ").removesuffix(" Intet tal.")
    titel = next(post["titel"] for post in laes("offentlig/kilde") if post["kilde_id"] == udsagn["kilde_id"])
    for omraade, alene in (({"omraade": "soenderjylland"}, True), ({"niveau": "region", "omraade": "1083"}, False)):
        tal = hu_forloeb.headline_numbers(Filters(**omraade), data)[0]
        assert (tal.vaerdi, tal.opgjort) == ("intet tal", udsagn["aar"]) and siger in tal.forklaring
        view = series_view(Filters(**omraade), data)
        assert siger.capitalize() in view.text and view.figure is None and view.as_of.endswith(udsagn["aar"])
        for kilder in (tal.kilder, view.sources):
            # of a region others speak too, of all of it or of its other part
            titler = [kilde.titel for kilde in kilder]
            assert titel in titler and (len(titler) == 1) == alene
    # what is known for a part of it only is not said of another part
    assert hu_forloeb.headline_numbers(Filters(omraade="lillebaelt"), data)[0].vaerdi == "ingen data"


def test_a_year_that_goes_on_is_not_the_newest_though_no_forecast_says_so(data):
    """In June 2025 the four rounds of 2025 in the file are not yet a year."""
    i_juni = EKSEMPEL.on(dag=date(2025, 6, 1))
    assert [tal.overskrift[-4:] for tal in hu_forloeb.headline_numbers(i_juni, data)[:2]] == ["2024", "2024"]
    assert "i 2024" in series_view(i_juni, data).title and "2025" not in rate_of_advertised(i_juni, data).title
    assert "2024" in areas_view(i_juni, data).title


# ------------------------------------------------------------------------------------------------- years


def test_series_of_the_country_shows_gaps_as_gaps(data):
    view = series_view(OFFENTLIG, data)
    besat, ubesat = named(view, "Besat"), named(view, "Ubesat")
    ventet = {p["aar"]: int(p["besat"]) for p in rows("offentlig", omraade_type="land", er_prognose="0") if p["besat"]}
    assert by_place(besat) == ventet and "2019" in ventet
    assert set(ubesat.steder) == {str(aar) for aar in range(2011, 2019)} | {"2023"}
    assert view.figure.ruder[0].x.navne == tuple(str(aar) for aar in range(2011, 2024))
    # no filled posts are known for 2021 and 2022, and no bar or line stands there
    assert not any({"2021", "2022"} & {*soejler.steder} for soejler in series(view, Soejler))
    assert not series(view, Linje)
    assert [(note.tekst, note.x) for note in view.figure.noter] == [("ukendt", "2021"), ("ukendt", "2022")]


@pytest.mark.parametrize("filters", [OFFENTLIG, EKSEMPEL], ids=["offentlig", "eksempel"])
def test_forecasts_are_hatched_or_open_and_facts_are_not(filters, data):
    view = series_view(filters, data)
    poster = rows(filters.datasaet, omraade_type="land")
    for prognose in (False, True):
        ventet: dict[str, int] = {}
        for post in poster:
            if post["besat"] and (post["er_prognose"] == "1") == prognose:
                ventet[post["aar"]] = ventet.get(post["aar"], 0) + int(post["besat"])
        besatte = [en for en in series(view, Soejler) if en.navn.startswith("Besat") and is_hatched(en) == prognose]
        assert {sted: antal for en in besatte for sted, antal in by_place(en).items()} == ventet and ventet
    assert view.figure.prognose
    aabne = {aar for rude in marks(view) if rude.aaben for aar in rude.x}
    assert aabne == ({"2020", "2021"} if filters is OFFENTLIG else {"2026"})
    assert set(view.table.loc[view.table["Status"] == "Prognose", "År"]) == aabne


def test_series_of_an_area_uses_its_own_rows(data):
    view = series_view(Filters(datasaet="eksempel", omraade="soenderjylland", fra=2022, til=2025), data)
    for maal, navn in (("besat", "Besat"), ("ubesat", "Ubesat")):
        soejler = named(view, navn)
        for aar, antal in by_place(soejler).items():
            assert antal == year_sum(
                maal, "eksempel", int(aar), omraade_type="sundhedsraad", omraade="Sundhedsråd Sønderjylland"
            )
        assert len(soejler.steder) == 4
    assert (named(view, "Besat").farve, named(view, "Ubesat").farve) == (BESAT, UBESAT)


def test_oestdanmark_is_the_sum_of_its_two_old_regions(data):
    view = series_view(
        Filters(datasaet="eksempel", niveau="region", struktur="2027", omraade="oestdanmark", fra=2023, til=2023), data
    )
    ventet = sum(
        year_sum("besat", "eksempel", 2023, omraade_type="region", omraade=navn)
        for navn in ("Region Hovedstaden", "Region Sjælland")
    )
    assert named(view, "Besat").vaerdier == (ventet,)


# ------------------------------------------------------------------------------------------------- rates


def test_rate_has_the_denominator_that_was_asked_for(data):
    for visning, maal in ((rate_of_advertised, "opslaaet"), (rate_of_dimensioned, "dimensioneret")):
        view = visning(OFFENTLIG, data)
        kendte = {aar: pct for aar, pct in by_place(named(view, "Hele landet")).items() if pct is not None}
        ventet = {
            int(p["aar"]): 100 * int(p["besat"]) / int(p[maal])
            for p in rows("offentlig", omraade_type="land")
            if 2011 <= int(p["aar"]) <= 2018
        }
        assert kendte == pytest.approx(ventet, abs=0.05) and len(ventet) == 8
    assert "73 pct. i 2018" in rate_of_advertised(OFFENTLIG, data).title
    assert "81 pct. i 2018" in rate_of_dimensioned(OFFENTLIG, data).title


def test_a_source_s_own_percentage_is_a_mark_apart_and_never_of_an_unknown_denominator(data):
    view = rate_of_advertised(OFFENTLIG, data)
    rude = named(view, "Hele landet: kildens egen procent")
    # 2018 (81, the ministry) and 2020 (80, expected) have another or no known denominator
    assert (rude.x, rude.y, rude.form, rude.aaben) == ((2023,), (80.0,), "rude", True)
    assert not any("egen" in serie.navn for serie in series(rate_of_dimensioned(OFFENTLIG, data)))


def test_a_percentage_without_the_numbers_behind_it_is_not_of_the_advertised_posts(data):
    class UdenAntal(Snapshot):
        def frame(self, navn: str, parametre: dict | None = None) -> pd.DataFrame:
            ramme = data.frame(navn, parametre)
            return ramme.assign(opslaaet=pd.NA) if navn == "hu_egne_procenter" else ramme

    view = rate_of_advertised(Filters(fra=2023), UdenAntal("prøve", data.forbindelse))
    assert view.withheld and view.figure is None and not rate_of_advertised(Filters(fra=2023), data).withheld


def test_public_region_has_no_rate_beside_the_country(data):
    view = rate_of_advertised(Filters(niveau="region", omraade="1082", sammenlign="1081"), data)
    assert [linje.navn for linje in series(view, Linje)] == ["Hele landet"]
    assert "Andelen for Region Midtjylland vises ikke" in view.note and "Andelen for Region Nordjylland" in view.note
    rude = named(view, "Region Midtjylland: kildens egen procent")
    assert (rude.x, rude.y) == ((2023,), (100.0,))


@pytest.mark.parametrize("filters", [Filters(fra=2020), Filters(fra=2019, til=2022)], ids=str)
def test_rate_of_dimensioned_is_withheld_outside_the_complete_years(filters, data):
    view = rate_of_dimensioned(filters, data)
    assert view.withheld and view.figure is None and view.table.empty


def test_rate_of_example_compares_area_with_another_and_the_country(data):
    filters = Filters(datasaet="eksempel", omraade="soenderjylland", sammenlign="fyn")
    view = rate_of_dimensioned(filters, data)
    assert not view.withheld
    assert [linje.navn for linje in series(view)] == [
        "Sundhedsråd Sønderjylland",
        "Sundhedsråd Fyn",
        "Hele landet",
    ]
    assert len({linje.farve for linje in series(view)}) == 3
    fyn = by_place(named(view, "Sundhedsråd Fyn"))
    sted = {"omraade_type": "sundhedsraad", "omraade": "Sundhedsråd Fyn"}
    ventet = 100 * year_sum("besat", "eksempel", 2025, **sted) / year_sum("dimensioneret", "eksempel", 2025, **sted)
    # re-advertised posts: more than all of the dimensioned ones can be filled
    assert fyn[2025] == pytest.approx(ventet, abs=0.05) and ventet > 100
    # the settled rounds of 2026 are marked as such
    assert (2026, "2026*") in view.figure.ruder[0].x.skrevne and "2026*" in view.note


def test_direction_and_judgement_stand_apart(data):
    faldet, steget = rate_of_advertised(OFFENTLIG, data), rate_of_advertised(EKSEMPEL, data)
    assert "Retning: faldet." in faldet.note and "den forkerte vej" in faldet.note
    # 79 to 82 pct. is a rise, and too small to be judged
    assert "Retning: steget." in steget.note and "vej" not in steget.note and "får ingen dom" in steget.note


# ------------------------------------------------------------------------------------------------- rounds and areas


@pytest.mark.parametrize(("niveau", "struktur", "antal"), [("sundhedsraad", "2007", 17), ("region", "2027", 4)])
def test_heat_map_holds_every_round_and_what_is_not_placed(niveau, struktur, antal, data):
    view = rounds_view(Filters(datasaet="eksempel", niveau=niveau, struktur=struktur), data)
    gitter = view.figure
    assert len(gitter.raekker) == antal + 1 and {len(raekke) for raekke in gitter.felter} == {20}
    assert gitter.overkolonner == tuple((4 * nr, str(2022 + nr)) for nr in range(5))
    tal = [[int(felt.tekst) for felt in raekke] for raekke in gitter.felter]
    for nummer, runde in enumerate(gitter.kolonner):
        navn = gitter.fulde[nummer]
        aar = max(over for over in gitter.overkolonner if over[0] <= nummer)[1]
        assert navn.startswith(f"{aar} r. {runde}")
        assert sum(raekke[nummer] for raekke in tal) == year_sum(
            "ubesat", "eksempel", int(aar), omraade_type="land", runde=runde
        )
        assert ("prognose" in navn) == ((aar, runde) == ("2026", "4"))
    assert gitter.prognose == 19
    klasser = dict(gitter.klasser)
    assert {felt.farve for raekke in gitter.felter for felt in raekke} <= set(klasser)
    assert view.table["Område"].iloc[-1] == "Hele landet"


def test_heat_map_is_withheld_on_public_data_and_says_why(data):
    view = rounds_view(Filters(niveau="region"), data)
    assert view.withheld and view.table.empty and "runde" in view.withheld


@pytest.mark.parametrize(("niveau", "struktur"), [("sundhedsraad", "2007"), ("region", "2007"), ("region", "2027")])
def test_areas_add_up_to_the_country(niveau, struktur, data):
    tabel = areas_view(Filters(datasaet="eksempel", niveau=niveau, struktur=struktur), data).table.set_index("Område")
    for maal, navn in (
        ("opslaaet", "Opslået"),
        ("besat", "Besat"),
        ("ubesat", "Ubesat"),
        ("dimensioneret", "Dimensioneret"),
    ):
        land = year_sum(maal, "eksempel", 2025, omraade_type="land")
        assert tabel.loc["Hele landet", navn] == land
        assert tabel.drop("Hele landet")[navn].sum() == land
    if niveau == "sundhedsraad":
        assert tabel.loc["Ikke stedfæstet", "Opslået"] == 2


@pytest.mark.parametrize(("niveau", "struktur"), [("sundhedsraad", "2007"), ("region", "2007"), ("region", "2027")])
def test_most_vacant_is_said_only_where_the_unplaced_could_not_turn_it(niveau, struktur, data):
    view = areas_view(Filters(datasaet="eksempel", niveau=niveau, struktur=struktur), data)
    tabel = view.table.set_index("Område")["Ubesat"]
    rest = tabel.get("Ikke stedfæstet", 0)
    foerste, anden = tabel.drop(["Hele landet", "Ikke stedfæstet"], errors="ignore").nlargest(2)
    assert ("flest" in view.title) == (foerste > anden + rest), view.title
    assert "2025" in view.title and "· 2025 ·" in view.subtitle


def test_of_delregioner_most_is_said_among_those_that_are_known(data):
    view = delregion_view(EKSEMPEL, data)
    kendte = view.table["Område"].isin({en["omraade"] for en in rows("eksempel", omraade_type="delregion")})
    ubesat = view.table[kendte].set_index("Område")["Ubesat"]
    assert view.title == (
        f"Blandt {len(ubesat)} kendte delregioner havde {ubesat.idxmax()} flest ubesatte HU-forløb i 2025 "
        f"({ubesat.max()})"
    )


def test_public_areas_show_two_regions_of_different_years_without_rank_or_total(data):
    view = areas_view(Filters(niveau="region"), data)
    assert view.table[["Område", "År", "Opslået", "Besat"]].values.tolist() == [
        ["Region Nordjylland", "2017", 30, 13],
        ["Region Midtjylland", "2018", 92, 48],
    ]
    assert "kan ikke sammenlignes" in view.note and "2 af 5" in view.coverage and "flest" not in view.title
    assert named(view, "Ubesat").vaerdier == (17, 44)


def test_delregioner_have_their_own_rows_only(data):
    view = delregion_view(EKSEMPEL, data)
    assert "Region Sjælland, syd og vest" not in set(view.table["Område"])
    tabel = view.table.set_index("Område")
    assert tabel.loc["Sønderjylland", "Ubesat"] == year_sum(
        "ubesat", "eksempel", 2025, omraade_type="delregion", omraade="Sønderjylland"
    )
    assert "Resten af landet" in tabel.index and "dækker ikke hele landet" in view.coverage
    assert delregion_view(OFFENTLIG, data).figure is None


def test_a_kommune_is_shown_as_its_sundhedsraad():
    valgt = fitted("hu_forloeb", Filters(niveau="kommune", omraade="550", sammenlign="580"))
    assert (valgt.niveau, valgt.omraade, valgt.sammenlign) == ("sundhedsraad", "soenderjylland", "")
    assert "Tønder" in hu_forloeb.kommune_notice(Filters(niveau="kommune", omraade="550"))
    assert hu_forloeb.kommune_notice(Filters()) == "" and fitted("hu_forloeb", Filters()) == Filters()


@pytest.mark.parametrize("indikator", KORTTAL)
def test_the_map_knows_every_measure_of_the_page(indikator, data):
    view = kort.map_view(Filters(datasaet="eksempel", indikator=indikator), data)
    assert view.figure and not view.withheld


# ------------------------------------------------------------------------------------------------- sources


def test_81_or_73_pct(data):
    view = denominators_view(OFFENTLIG, data)
    assert view.title == "81 eller 73 pct. besat i 2018? Det afhænger af nævneren"
    [soejler] = series(view)
    assert soejler.ord.tekster == (
        "209 af 259 dimensionerede = 81 pct.",
        "209 af 286 opslåede = 73 pct.",
        "212 af 288 opslåede = 74 pct.",
    )
    assert soejler.farve[0] == soejler.farve[1] != soejler.farve[2]
    assert view.table["Status"].tolist() == ["Foretrukken", "Foretrukken", "Ikke foretrukken"]
    assert "Ministeriets tal" in view.note and "PLO-tal" in view.note
    assert {"Folketinget", "Ugeskrift for Læger", "Sundhedsministeriet (ism.dk)"} == {k.udgiver for k in view.sources}


def test_denominators_are_withheld_where_no_year_is_complete(data):
    view = denominators_view(Filters(fra=2019), data)
    assert view.withheld and view.figure is None


def test_disagreements_mark_the_chosen_source(data):
    view = disagreements_view(OFFENTLIG, data)
    assert view.table["Status"].tolist() == ["Valgt", "Ikke valgt", "Valgt", "Ikke valgt", "Ikke valgt"]
    assert view.table["Art"].tolist() == ["Faktisk", "Faktisk", "Faktisk", "Prognose", "Prognose"]
    assert named(view, "Besat").vaerdier == (209, 212, 256)
    ventet = named(view, "Besat (prognose)")
    assert is_hatched(ventet) and ventet.vaerdier == (260,)
    etiketter = [navn for _, navn in disagreements_view(EKSEMPEL, data).figure.ruder[0].y.skrevne]
    assert len(set(etiketter)) == len(etiketter) == 6


def test_extra_posts_stand_apart_as_forecasts(data):
    view = extra_view(OFFENTLIG, data)
    assert all(map(is_hatched, series(view, Soejler)))
    land, fordeling = (
        [(en.steder[0], en.vaerdier[0]) for en in rude.serier if isinstance(en, Soejler)] for rude in view.figure.ruder
    )
    assert sorted(land) == [("2019", 30), ("2020", 30), ("2020", 50), ("2021", 50)] + [
        (str(aar), 50) for aar in range(2026, 2031)
    ]
    assert dict(fordeling) == {"Øst": 23, "Syd": 11, "Nord": 16}
    assert view.table.loc[view.table["Brugt"] != "Ja", "Ekstra forløb"].tolist() == [60]
    assert "lægges aldrig oven i" in view.definition
    # told by a source of 2025, though the plan runs to 2030
    assert view.as_of == "2018-2025"
    # the extra posts are in no count of dimensioned posts
    aar_2021 = series_view(OFFENTLIG, data).table.query("År == '2021'")["Dimensioneret"].tolist()
    assert aar_2021 == [350]


def test_the_30_extraordinary_posts_are_a_note_with_sources_and_no_number_in_any_figure(data):
    view = extra_view(OFFENTLIG, data)
    assert "psykiatri og geriatri" in view.note
    titler = {k["titel"] for k in laes("offentlig/kilde") if k["kilde_id"] in EKSTRAORDINAERE_KILDER}
    assert len(titler) == 2 and titler <= {kilde.titel for kilde in view.sources}
    assert "geriatri" not in extra_view(EKSEMPEL, data).note
    assert not any("ekstraord" in (post["note"] or "").lower() for post in laes("offentlig/hu_forloeb"))


def test_statements_are_words_and_no_numbers(data):
    view = statements_view(OFFENTLIG, data)
    udsagn = view.table[view.table["Art"] == "Udsagn, intet tal"]
    kun_ord = [post for post in laes("offentlig/hu_forloeb") if (post["note"] or "").startswith("Kun udsagn")]
    assert sorted(udsagn["Område"]) == sorted(post["omraade"] for post in kun_ord) and len(kun_ord) >= 7
    assert view.figure is None and (udsagn["Kilde"].str.len() > 0).all()
    assert all(navn in view.text for navn in view.table["Område"])
    procent = view.table[view.table["Art"] != "Udsagn, intet tal"]
    assert procent["Område"].tolist() == ["Region Hovedstaden", "Region Midtjylland"]
    assert statements_view(EKSEMPEL, data).table.empty


def test_ydernumre_and_forloeb_have_an_axis_each(data):
    view = supply_view(Filters(datasaet="eksempel", niveau="region", omraade="1083"), data)
    nederst, oeverst = view.figure.ruder
    assert [(en.navn, is_hatched(en)) for en in oeverst.serier] == [
        ("Udbudte ydernumre", False),
        ("Udbudte ydernumre, ikke hele året", True),
    ]
    assert oeverst.serier[1].steder == ("2026",) and "2026 er skraveret" in view.note
    assert all(en.navn.startswith("Besatte HU-forløb") for en in nederst.serier)
    assert nederst.plads[3] < oeverst.plads[2] and nederst.x.navne == oeverst.x.navne
    besat = by_place(named(view, "Besatte HU-forløb"))
    assert besat["2024"] == year_sum("besat", "eksempel", 2024, omraade_type="region", omraade="Region Syddanmark")
    assert "54 måneder" in view.note
    assert supply_view(Filters(niveau="region", omraade="1083"), data).withheld


def test_coverage_shows_every_year_whatever_period_is_chosen(data):
    alle = daekning.coverage_matrix("hu_forloeb", SIDE, OFFENTLIG, data)
    for filters in (OFFENTLIG, Filters(fra=2024)):
        view = hu_forloeb.coverage(filters, data)
        pd.testing.assert_frame_equal(view.table, alle.table)
        assert view.sources == alle.sources and view.subtitle == alle.subtitle and view.link == filters.link(SIDE)


@pytest.mark.parametrize(
    ("aar", "tekst"),
    [([2011], "2011"), ([2012, 2011], "2011-2012"), ([2011, 2012, 2014, 2016, 2017], "2011-2012, 2014 og 2016-2017")],
)
def test_years_in_words(aar, tekst):
    assert year_list(aar) == tekst
