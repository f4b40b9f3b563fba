"""One area: its figures, what stands out, and the sentences that would be wrong to make."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import niveauer
from tests.dag import I_DAG
from tests.e2e.server import ROOT
from tests.queries import orakel
from tests.sweep import some
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.faelles.paastand import Retning, direction
from views.figur.landkort import names_on
from views.noegletal import kort
from views.omraade import mit_omraade
from views.omraade.mit_omraade import Linje, area_lines, area_numbers, area_view, consists_of, findings

EKSEMPEL = Filters(datasaet="eksempel", omraade="soenderjylland", dag=I_DAG)
OMRAADER = [
    Filters(niveau=niveau, struktur=struktur, omraade=omraade, datasaet=datasaet, dag=I_DAG)
    for datasaet in ("eksempel", "offentlig")
    for niveau, struktur, omraade in (
        ("kommune", "2007", "461"),
        ("sundhedsraad", "2007", "hovedstaden"),
        ("region", "2007", "1085"),
        ("region", "2027", "oestdanmark"),
        ("videreuddannelsesregion", "2007", "syd"),
    )
]


@pytest.mark.parametrize("filters", some(OMRAADER, 4), ids=lambda en: f"{en.omraade}-{en.datasaet}")
def test_every_figure_is_the_one_of_the_area_and_of_the_country(filters, data):
    linjer = area_lines(filters, data)
    assert linjer
    for linje in linjer:
        tal = indicator_values(filters.on(indikator=linje.tal.indikator.noegletal), data)
        egen = tal.omraader.set_index("omraade_id")["vaerdi"][filters.omraade]
        assert linje.vaerdi == egen
        assert linje.land == tal.i_alt or linje.land != linje.land
        if linje.plads:
            assert tal.komplet and linje.plads.startswith("nr. ") == tal.indikator.er_forhold
    tabel = area_view(filters, data).table
    assert tabel["Nøgletal"].tolist() == [en.tal.navn for en in linjer]
    assert {str(tabel[en].dtype) for en in ("Området", "Hele landet", "Forskel fra landet")} == {"float64"}
    assert tabel["Enhed"].tolist() == [en.tal.indikator.enhed for en in linjer]
    assert tabel["Kilde"].notna().all() and (tabel["Opgjort pr."] != "").all()
    assert 1 <= len(area_numbers(filters, data)) <= 3


def test_the_lines_of_an_area_are_made_once_whichever_indicator_is_chosen(data):
    assert area_lines(EKSEMPEL, data) is area_lines(EKSEMPEL.on(indikator="hu_ubesat", sammenlign="fyn"), data)


def test_tenders_equal_an_independent_recomputation(data):
    facit = orakel.udbud_pr_omraade("sundhedsraad", "2007", "eksempel", None, None).loc["soenderjylland"]
    linjer = {en.tal.indikator.noegletal: en for en in area_lines(EKSEMPEL, data)}
    assert linjer["udbudte_ydernumre"].vaerdi == facit["ydernumre"]
    assert linjer["ydernumre_ikke_besat"].vaerdi == facit["ydernumre_ikke_besat"]


def test_incomplete_data_give_no_place_no_direction_and_no_sentence(data):
    filters = Filters(omraade="fyn", dag=I_DAG)
    post = area_view(filters, data).table.set_index("Nøgletal").loc["Udbudte ydernumre 2016-2025"]
    assert pd.isna(post["Placering eller andel"]) and pd.isna(post["Udvikling"])
    *behov, saetning = findings(filters, data)
    assert "ikke fuldstændige" in saetning
    assert [en.split("**")[1].split(",")[0] for en in behov] == ["Andel på 80 år og derover", "Ventet vækst"]


def test_how_old_an_area_is_stands_first_and_without_a_verdict(data):
    folketal = pd.read_csv(ROOT / "data/geografi/folketal.csv", dtype={"kommunekode": str})
    folketal = folketal[folketal["dato"] == "2026-01-01"].merge(
        pd.read_csv(ROOT / "data/geografi/kommune.csv", dtype=str)[["kommunekode", "sundhedsraad_id"]]
    )
    summer = folketal.groupby("sundhedsraad_id")[["indbyggere", "indbyggere_80plus"]].sum()
    andel = (100 * summer["indbyggere_80plus"] / summer["indbyggere"]).round(1)
    for omraade in ("fyn", "soenderjylland", "hovedstaden"):
        foerste = findings(Filters(omraade=omraade, dag=I_DAG), data)[0]
        plads = int((andel > andel[omraade]).sum()) + 1
        assert f"{str(andel[omraade]).replace('.', ',')} pct., nr. {plads} af 17" in foerste
        assert "god" not in foerste and "forkert" not in foerste


def line(data, noegletal: str, **aendringer) -> Linje:
    linje = next(en for en in area_lines(EKSEMPEL, data) if en.tal.indikator.noegletal == noegletal)
    return replace(linje, **aendringer)


@pytest.fixture
def ender(med_tal):
    """ender(kolonne, tal): is Sønderjylland called best, and worst, of a rate with these figures by omraade_id?"""

    def ask(kolonne: str, register: str, tal: dict[str, float], noegletal: str = "") -> tuple[bool, bool]:
        data = med_tal(register, kolonne, "sundhedsraad", tal)
        with pytest.MonkeyPatch.context() as m:
            m.setattr(mit_omraade, "indicators", lambda *_: [noegletal or kolonne])
            linje = line(data, noegletal or kolonne)
        return linje.bedst, linje.daarligst

    return ask


ANDEL = ("andel_runder_uden_ansoegere", "udbud_pr_omraade")


def test_alone_at_an_end_is_best_or_worst_and_a_shared_place_neither(data, ender):
    raad = [*niveauer.areas("sundhedsraad")]
    ens = dict.fromkeys(raad, 40.0)
    # three rounds are known for a region only, and could turn it
    assert ender(*ANDEL, ens | {"soenderjylland": 90.0}) == (False, False)
    med_alle = ("vaerdi", "noegletal_pr_omraade")
    for tal, ventet in ((90.0, (False, True)), (10.0, (True, False)), (40.0, (False, False))):
        assert ender(*med_alle, ens | {"soenderjylland": tal}, "patienter_pr_laege") == ventet
    delt = ens | {"soenderjylland": 90.0, "fyn": 90.0}
    assert ender(*med_alle, delt, "patienter_pr_laege") == (False, False)
    ukendt = {kode: 40.0 for kode in raad if kode != "fyn"} | {"soenderjylland": 90.0}
    assert ender(*med_alle, ukendt, "patienter_pr_laege") == (False, False), "nobody knows of Fyn"


def test_a_count_is_never_called_the_best(ender):
    mange = dict.fromkeys(niveauer.areas("sundhedsraad"), 40.0) | {"soenderjylland": 900.0}
    assert ender("vaerdi", "noegletal_pr_omraade", mange, "praktiserende_laeger") == (False, False)


def movements(linje: Linje, data) -> list[str]:
    """What is told to have gone some way when this is all that is known of the area."""
    with pytest.MonkeyPatch.context() as m:
        m.setattr(mit_omraade, "area_lines", lambda *_: (linje,))
        fortalt = findings(EKSEMPEL, data)
    bevaegelser = [en for en in fortalt if "Det går " in en]
    # what a verdict takes is said with it
    assert any("5 pct. af udgangspunktet får ingen dom" in en for en in fortalt) == bool(bevaegelser)
    return bevaegelser


@given(st.integers(1, 40), st.integers(0, 40), st.integers(0, 6))
def test_a_movement_needs_years_and_size(data, fra, til, aar_kendt):
    vej = direction([2022, 2026], [fra, til], lav_er_godt=True)
    linje = line(data, "patienter_pr_laege", retning=vej, aar_kendt=aar_kendt)
    ventet = aar_kendt >= 3 and abs(til - fra) >= 0.05 * fra and til != fra
    fortalt = movements(linje, data)
    assert len(fortalt) == ventet
    assert all(("den gode vej" in en) == (til < fra) for en in fortalt)


def test_small_counts_carry_a_caution(data):
    linje = line(data, "hu_ubesat", retning=Retning(2022, 1, 2026, 3, False), aar_kendt=5)
    (faa,), (mange,) = (
        movements(linje, data),
        movements(replace(linje, retning=Retning(2022, 10, 2026, 30, False)), data),
    )
    assert "tilfældigt" in faa and "tilfældigt" not in mange


def test_a_movement_from_zero_is_one(data):
    linje = line(data, "hu_ubesat", retning=Retning(2022, 0, 2026, 3, False), aar_kendt=5)
    assert movements(linje, data)
    assert not movements(replace(linje, retning=Retning(2022, 0, 2026, 0, None)), data)


def test_sentences_never_say_two_things_of_a_place(data):
    for omraade in some([*niveauer.areas("sundhedsraad")], 6):
        saetninger = findings(EKSEMPEL.on(omraade=omraade), data)
        steder = [en for en in saetninger if " er det " in en]
        assert len({en.split("**")[1] for en in steder}) == len(steder)
        assert all(".." not in en for en in saetninger)


@pytest.mark.parametrize("filters", OMRAADER, ids=lambda en: f"{en.omraade}-{en.datasaet}")
def test_the_map_shows_the_parts_of_the_area_and_fades_the_rest(filters, data):
    view = kort.area_map_view(filters, data)
    if view.figure is None:
        assert view.note or view.withheld
        return
    klasser = view.figure.klasser
    udenfor = {kode for en in klasser if en.etiket == "Uden for området" for kode in en.omraade_ids}
    inde = {kode for en in klasser if en.etiket != "Uden for området" for kode in en.omraade_ids}
    egne = set(niveauer.areas(filters.niveau, filters.struktur)[filters.omraade].kommunekoder)
    del_niveau = niveauer.finer_level(filters.niveau)
    if filters.niveau != "kommune":
        dele = niveauer.areas(del_niveau, filters.struktur).values()
        assert inde == {en.omraade_id for en in dele if set(en.kommunekoder) <= egne}
    assert not inde & udenfor and inde | udenfor == set(niveauer.areas(del_niveau, filters.struktur))


def test_names_on_the_zoomed_map_are_of_its_parts(data):
    view = kort.area_map_view(EKSEMPEL, data)
    assert {navn.tekst for navn in names_on(view.figure)} == {"Haderslev", "Tønder", "Aabenraa", "Sønderborg"}


def test_an_area_says_what_it_is_made_of():
    assert consists_of(EKSEMPEL) == (
        "4 kommuner: Aabenraa, Haderslev, Sønderborg og Tønder; ligger i Region Syddanmark."
    )
    sjaelland = consists_of(Filters(niveau="region", omraade="1085", dag=I_DAG))
    assert sjaelland == "17 kommuner. Fra 1. januar 2027 en del af Region Østdanmark."
    assert consists_of(Filters(niveau="region", omraade="1083", dag=I_DAG)) == "22 kommuner."
    assert "Sundhedsråd Fyn og Region Syddanmark" in consists_of(Filters(niveau="kommune", omraade="461", dag=I_DAG))
