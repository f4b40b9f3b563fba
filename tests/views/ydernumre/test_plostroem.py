"""Numbers into and out of PLO-form, followed a second time event by event from the CSV files."""

from collections import Counter, defaultdict

import pandas as pd
import pytest

from queries import udbud
from tests.dag import I_DAG
from tests.queries import orakel
from tests.queries.orakel import laes
from tests.views.figurer import series
from views.faelles.filtre import Filters
from views.figur.model import PROGNOSE
from views.ydernumre.plostroem import flow_by_area, flow_by_year

ENHED = {"ydernummer": "udbudte_ydernumre", "kapacitet": "udbudte_kapaciteter", "klinik": "udbudte_klinikker"}
STEDER = (
    {},
    {"niveau": "region", "struktur": "2027", "omraade": "oestdanmark"},
    {"niveau": "sundhedsraad", "omraade": "soenderjylland"},
    {"niveau": "kommune", "omraade": "360"},
)
ANDRES = ("udbudsklinik", "regionsklinik")


def moves(datasaet: str, enhed: str) -> list[tuple[str, str, int, str | None, frozenset[str]]]:
    """(direction, kind, units, date, kommuner) of every move, by walking each chain event by event."""
    lod = {post["udbud_id"]: post for post in laes(f"{datasaet}/udbud")}
    log = defaultdict(list)
    for post in laes(f"{datasaet}/udbud_haendelse"):
        rod, led = orakel.kaeder(datasaet)[post["udbud_id"]]
        log[rod].append((led, int(post["raekkefoelge"]), post))
    ud = []
    for rod, haendelser in log.items():
        if lod[rod]["enhed"] != enhed:
            continue
        foer = lod[rod]["kliniktype_foer"]
        hvor = "plo" if foer == "PLO-klinik" else foer or ("nyt" if lod[rod]["art"] == "nyt" else None)
        for *_, post in sorted(haendelser, key=lambda en: en[:2]):
            skridt = step(post["status"], hvor)
            if skridt is None:
                continue
            ny, retning, slags = skridt
            sted = lod[post["udbud_id"]]
            if retning:
                kendt = orakel.kendt_for(sted["kommunekode"], sted["region"])
                ud.append((retning, slags, int(post["antal"] or sted["antal"]), post["dato"], kendt))
            hvor = ny
    return ud


def step(status: str, hvor: str | None) -> tuple[str, str, str] | None:
    """Where a number is after an event, and which move that was ("" for none); None for an event that moves nothing."""
    if status in ("besat", "konverteret_plo"):
        if hvor == "plo":
            return "plo", "", ""
        if hvor is None and status == "konverteret_plo":
            return "plo", "ind", "konverteret"
        if hvor is None:
            return "plo", "uvist", "igen"
        return "plo", "ind", "nyt" if hvor == "nyt" else "konverteret" if hvor in ANDRES else "igen"
    if status == "tilbageleveret" and hvor == "nyt":
        return None  # given back before anyone opened it
    if status in ("opkoebt", "foersteret", "tilbageleveret"):
        slags = "tilbageleveret" if status == "tilbageleveret" else "opkoebt"
        return slags, "ud" if hvor in ("plo", None) else "", slags
    if status in (*ANDRES, "fordelt"):
        return status, {"plo": "ud", None: "uvist"}.get(hvor, ""), status
    return None


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize("enhed", ENHED)
@pytest.mark.parametrize("sted", STEDER, ids=str)
def test_the_moves_are_those_of_the_event_log(data, datasaet, enhed, sted):
    filters = Filters(datasaet=datasaet, **sted)
    for fra, til in ((None, None), (2023, 2024)):
        fundet = udbud.plo_moves(
            datasaet, enhed, filters.niveau, filters.struktur, filters.omraade, fra, til, data=data
        )
        ventet = Counter()
        for retning, slags, antal, dato, kendt in moves(datasaet, enhed):
            her = not filters.omraade or orakel.placering(kendt, filters.niveau, filters.struktur) == filters.omraade
            if her and orakel.i_perioden(orakel.foerste_dag(dato), fra, til):
                ventet[retning, slags, (dato or "")[:4]] += antal
        aar = fundet["aar"].astype("string").fillna("")
        assert Counter(fundet.groupby([fundet["retning"], fundet["slags"], aar])["antal"].sum().to_dict()) == ventet


def test_bought_numbers_leave_and_come_back(data):
    """What the region bought is out until a doctor opens it again; every kind occurs in the invented data."""
    alle = moves("eksempel", "ydernummer")
    assert {slags for _, slags, *_ in alle} >= {"nyt", "igen", "opkoebt", "tilbageleveret", "regionsklinik", "fordelt"}
    assert not any(retning == "uvist" for retning, *_ in alle)


@pytest.mark.parametrize("enhed", ENHED)
def test_the_figure_and_the_table_say_the_same_and_the_balance_is_of_whole_years(data, enhed):
    view = flow_by_year(Filters(datasaet="eksempel", indikator=ENHED[enhed], dag=I_DAG), data)
    tegnet: Counter = Counter()
    for serie in series(view):
        tegnet.update({sted: n for sted, n in zip(serie.steder, serie.vaerdier, strict=True)})
        assert (serie.skraveret == PROGNOSE) == (set(serie.steder) == {str(I_DAG.year)})
    tabel = view.table.assign(aar=view.table["År"].str[:4]).set_index("aar")
    i_alt = tabel["Ind i PLO-form i alt"] + tabel["Ud af PLO-form i alt"]
    assert dict(tegnet) == {aar: n for aar, n in i_alt.to_dict().items() if n}
    hele = [(retning, n) for retning, _, n, dato, _ in moves("eksempel", enhed) if dato and int(dato[:4]) < I_DAG.year]
    ind, ud = (sum(n for retning, n in hele if retning == en) for en in ("ind", "ud"))
    assert view.title.startswith(f"{ind} ") and f" og {ud} ud" in view.title
    assert str(abs(ind - ud)) in view.title and str(I_DAG.year) not in view.title


def test_without_both_sides_nothing_is_held_against_the_other(data):
    for byg in (flow_by_year, flow_by_area):
        view = byg(Filters(dag=I_DAG), data)
        assert "Forskel" not in view.table and "flere" not in view.title and view.title.startswith("Kendte")
        assert not (view.table.select_dtypes("number") == 0).any().any(), "what nobody tells of is not zero"


def test_the_areas_and_what_is_not_placed_make_the_country(data):
    for niveau, struktur in (("region", "2007"), ("region", "2027"), ("sundhedsraad", "2027")):
        view = flow_by_area(Filters(datasaet="eksempel", niveau=niveau, struktur=struktur, dag=I_DAG), data)
        for retning, kolonne in (("ind", "Ind i PLO-form"), ("ud", "Ud af PLO-form")):
            alle = [
                n for en, _, n, dato, _ in moves("eksempel", "ydernummer") if en == retning and dato < str(I_DAG.year)
            ]
            assert view.table[kolonne].sum() == sum(alle)
        assert (view.table["Forskel"] == view.table["Ind i PLO-form"] - view.table["Ud af PLO-form"]).all()
        assert isinstance(view.table, pd.DataFrame) and view.table["Område"].is_unique
