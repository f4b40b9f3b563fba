"""Before and after a pool project in the same area, added up a second time from the CSV files."""

import pytest

from tests.dag import I_DAG
from tests.queries import orakel
from tests.queries.orakel import laes
from views.faelles.filtre import Filters
from views.puljen.efter import IKKE_AARSAG, doctors_after, offers_after, training_after

PULJE = "eks-laegedaekning-2025-2026"
FILTERS = Filters(datasaet="eksempel", pulje=PULJE, dag=I_DAG)
BYG = (offers_after, training_after, doctors_after)
# The pool begins in 2025; 2026 goes on, and so there is one whole year on each side.
FOER, EFTER = 2024, 2025


def projects() -> dict[str, list[str]]:
    """Title -> kommuner of each supported project that is known for kommuner."""
    return {
        post["titel"]: post["kommunekoder"].split(";")
        for post in laes("eksempel/puljeprojekt")
        if post["pulje_id"] == PULJE and post["kommunekoder"] and post["status"].startswith("støttet")
    }


def offered(kommuner: list[str], aar: int) -> int:
    """Ydernumre of the year's rounds, each lot once, in its last round of the year."""
    sidste: dict[str, tuple[int, dict]] = {}
    for post in laes("eksempel/udbud"):
        dag = orakel.foerste_dag(post["opslag_dato"] or post["status_dato"])
        if orakel.er_udbudt(post) and orakel.i_perioden(dag, aar, aar):
            rod, led = orakel.kaeder("eksempel")[post["udbud_id"]]
            sidste[rod] = max(sidste.get(rod, (0, {})), (led, post), key=lambda en: en[0])
    lod = [post for _, post in sidste.values()]
    return sum(int(post["antal"]) for post in lod if post["enhed"] == "ydernummer" and post["kommunekode"] in kommuner)


def doctors(kommuner: list[str], aar: int) -> int:
    return sum(
        int(float(post["vaerdi"]))
        for post in laes("eksempel/noegletal")
        if post["noegletal"] == "praktiserende_laeger" and post["kommunekode"] in kommuner and post["dato"] == str(aar)
    )


def filled(kommuner: list[str], aar: int) -> int | None:
    """HU-forløb of the sundhedsråd that holds all of them; None when there is no one."""
    raad = {post["kommunekode"]: post["sundhedsraad_id"] for post in laes("geografi/kommune")}
    navne = {post["sundhedsraad_id"]: post["navn"] for post in laes("geografi/sundhedsraad")}
    egne = {raad[en] for en in kommuner}
    if len(egne) > 1:
        return None
    (navn,) = (navne[en] for en in egne)
    poster = [post for post in laes("eksempel/hu_forloeb") if post["omraade"] == navn and post["foretrukken"] == "1"]
    return sum(int(post["besat"]) for post in poster if post["aar"] == str(aar) and post["besat"])


@pytest.mark.parametrize(("byg", "talt"), [*zip(BYG, (offered, filled, doctors), strict=True)])
def test_the_numbers_are_those_of_the_files(data, byg, talt):
    view = byg(FILTERS, data)
    ventet = {
        titel: (talt(kommuner, FOER), talt(kommuner, EFTER))
        for titel, kommuner in projects().items()
        if talt(kommuner, FOER) is not None
    }
    vist = {en.Projekt: (en.Før, en.Efter) for en in view.table.itertuples()}
    assert vist == ventet and len(vist) > 10
    assert set(view.table["År før"]) == {str(FOER)} and set(view.table["År efter"]) == {str(EFTER)}


@pytest.mark.parametrize("byg", BYG)
def test_no_cause_is_claimed_and_the_country_stands_beside(data, byg):
    view = byg(FILTERS, data)
    assert IKKE_AARSAG in view.note and "Hele landet: " in view.note
    assert not any(ord_ in view.title for ord_ in ("fordi", "virke", "effekt", "steget", "faldet"))


@pytest.mark.parametrize("byg", BYG)
def test_without_known_years_or_area_nothing_is_shown(data, byg):
    """The older pool begins in the first year of the invented registers: nothing is known before it. Of the real
    projects neither the offers nor the posts of an area are all known."""
    gammel = byg(FILTERS.on(pulje="eks-laege-sundhedshus-2022"), data)
    offentlig = byg(Filters(dag=I_DAG), data)
    for view in (gammel, offentlig):
        assert view.figure is None and view.table.empty and (view.note or view.withheld)
    assert bool(offentlig.withheld) == (byg is not doctors_after)


def test_a_project_without_a_known_area_is_told_of_and_left_out(data):
    view = offers_after(FILTERS, data)
    uden = [post for post in laes("eksempel/puljeprojekt") if post["pulje_id"] == PULJE and not post["kommunekoder"]]
    assert uden and f"{len(uden)} støttede projekter uden kendt område" in view.note
    assert not {post["titel"] for post in uden} & set(view.table["Projekt"])
