"""The scatter of money against need, and the names in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import queries
from geo.tekstbredde import text_width
from queries.database import Snapshot
from queries.standard import newest
from tests.queries import orakel
from tests.queries.orakel import FLERE, IKKE
from tests.views.figurer import marks, series
from views.faelles.filtre import Filters
from views.figur import farver
from views.figur.model import OVER, TIL_HOEJRE, TIL_VENSTRE, UNDER, Punkter
from views.figur.plotly.tegn import plotly_of
from views.figur.plotly.typografi import TELEFON
from views.puljen import behov as puljen_behov
from views.puljen import navne as puljen_navne
from views.puljen.navne import Punkt, axis_ranges, place_names

EKS = "eks-laegedaekning-2025-2026"
STEDER = [("kommune", "2007"), ("sundhedsraad", "2007"), ("region", "2007"), ("region", "2027")]
OMVENDT = {"lav_er_godt": "hoej_er_godt", "hoej_er_godt": "lav_er_godt", "neutral": "lav_er_godt"}
MAALT = ("befolkning", "laegekontakt", "noegletal")
MAAL = [navn for navn, en in queries.catalogue(newest()).items() if en.paa_kort and en.register in MAALT]


def chosen(niveau: str = "sundhedsraad", struktur: str = "2007", **valg) -> Filters:
    return Filters(niveau, struktur, datasaet="eksempel", **valg)


def facit(niveau: str, struktur: str):
    """Need and kroner per inhabitant by area, worked out from the files."""
    kr = orakel.pulje_pr_omraade(niveau, struktur, "eksempel", EKS).drop([IKKE, FLERE])
    behov = orakel.noegletal_pr_omraade("patienter_pr_laege", niveau, struktur, "eksempel", til=2026)["vaerdi"]
    return kr.assign(behov=behov).dropna(subset=["behov"])


def points(view) -> dict[str, tuple[float, float]]:
    """The drawn points by the name in their hover text."""
    return {
        tekst.split("</b>")[0].removeprefix("<b>"): (x, y)
        for en in marks(view)
        for x, y, tekst in zip(en.x, en.y, en.hover, strict=True)
    }


@pytest.mark.parametrize(("niveau", "struktur"), STEDER)
def test_every_area_of_known_need_is_a_point(data, niveau, struktur):
    ventet = facit(niveau, struktur)
    view = puljen_behov.need_view(chosen(niveau, struktur, omraade=ventet.index[0], sammenlign=ventet.index[1]), data)
    navn = dict(zip(orakel.omraader(niveau, struktur), orakel.navne(niveau, struktur)))
    tegnet = points(view)
    for en in ventet.itertuples():
        assert tegnet[navn[en.Index]] == pytest.approx((en.behov, en.kr_pr_indbygger), abs=0.001)
    antal = sum(len(en.x) for en in marks(view))
    assert antal == len(ventet) == len(view.table) - 1


@pytest.mark.parametrize(("niveau", "struktur"), STEDER)
def test_the_title_counts_the_areas_that_need_more_and_those_of_them_that_got_more(data, niveau, struktur):
    ventet = facit(niveau, struktur)
    land = orakel.noegletal_pr_omraade("patienter_pr_laege", "land", "2007", "eksempel", til=2026)["vaerdi"].iloc[0]
    hele = orakel.pulje_pr_omraade(niveau, struktur, "eksempel", EKS)
    kr_land = hele["beloeb_kr"].sum() / hele["indbyggere"].drop([IKKE, FLERE]).sum()
    behov = ventet[ventet["behov"].round() > round(land)]
    fik = behov[behov["kr_pr_indbygger"].round(1) > round(kr_land, 1)]
    view = puljen_behov.need_view(chosen(niveau, struktur), data)
    assert f"{len(fik)} af {len(behov)} " in view.title
    linjer = {linje.akse: linje.ved for linje in view.figure.linjer}
    assert linjer == {"x": pytest.approx(land), "y": pytest.approx(kr_land)}


def test_money_that_is_not_divided_makes_the_finding_a_minimum(data):
    """At kommune level most of the money is shared: an area at 0 may have got some of it."""
    assert "Mindst " in puljen_behov.need_view(chosen("kommune"), data).title
    assert "Mindst " not in puljen_behov.need_view(chosen("region"), data).title
    view = puljen_behov.need_view(chosen("kommune"), data)
    ringe = sum(sum(en.aaben) for en in marks(view))
    delte = {
        kode
        for post in orakel.laes("eksempel/puljeprojekt")
        if post["pulje_id"] == EKS and ";" in (post["kommunekoder"] or "")
        for kode in post["kommunekoder"].split(";")
    }
    assert ringe == len(delte & set(facit("kommune", "2007").index)) and "Åben ring" in view.note


@pytest.mark.parametrize("maal", MAAL)
def test_any_need_can_be_chosen_and_says_which_way_it_grows(data, maal):
    indikator = queries.catalogue(data)[maal]
    view = puljen_behov.need_view(chosen(behov=maal), data)
    assert not view.withheld
    if view.figure is None:
        assert indikator.navn in view.note
        return
    titel = view.figure.ruder[0].x.titel
    assert titel.startswith(indikator.navn) and indikator.enhed in titel.lower()
    assert ("til højre" in titel, "til venstre" in titel) == (
        indikator.lav_er_godt is True,
        indikator.lav_er_godt is False,
    )
    er_forhold = indikator.naevner != "ingen"
    assert (len(view.figure.linjer) == 2) == er_forhold
    assert ("er et antal" in view.note) == (not er_forhold)
    if indikator.lav_er_godt is None or not er_forhold:
        assert view.title == puljen_behov.SPOERGSMAAL
    assert indikator.definition in view.definition


def test_where_high_is_good_the_need_is_to_the_left(data):
    class Omvendt(Snapshot):
        def frame(self, navn, parametre=None):
            ramme = data.frame(navn, parametre)
            return ramme.assign(retning=ramme["retning"].replace(OMVENDT)) if navn == "katalog" else ramme

    lav = puljen_behov.need_view(chosen(), data)
    hoej = puljen_behov.need_view(chosen(), Omvendt("omvendt", data.forbindelse))
    antal = [int(view.title.split(" af ")[1].split(" ")[0]) for view in (lav, hoej)]
    assert sum(antal) == len(facit("sundhedsraad", "2007")) and antal[0] != antal[1]
    assert "til venstre" in hoej.figure.ruder[0].x.titel


def test_a_need_that_is_not_known_for_all_areas_is_not_held_against_money(data):
    class Uden(Snapshot):
        def frame(self, navn, parametre=None):
            ramme = data.frame(navn, parametre)
            ukendt = navn == "fuldstaendighed" and parametre["register"] == "noegletal"
            return ramme.assign(komplet=False, begrundelse="Kun enkelte kommuner.") if ukendt else ramme

    view = puljen_behov.need_view(chosen(), Uden("uden", data.forbindelse))
    assert view.figure is None and view.withheld.endswith("Kun enkelte kommuner.")


def test_an_area_of_unknown_money_is_no_point_at_zero(data):
    view = puljen_behov.need_view(chosen("kommune", pulje="eks-laege-sundhedshus-2022"), data)
    assert "Ringkøbing-Skjern" not in set(view.table["Område"]) and "Ringkøbing-Skjern" in view.note
    assert "Odense" in set(view.table["Område"])


def test_the_chosen_stand_out_and_keep_their_names_on_a_phone(data):
    view = puljen_behov.need_view(chosen(omraade="fyn", sammenlign="vendsyssel"), data)
    farvet = {en.farve: len(en.x) for en in marks(view)}
    assert farvet == {farver.LINJE: 15, farver.SAMMENLIGN: 1, farver.MARKERET: 1}
    paa_telefon = plotly_of(view.figure, TELEFON)["data"]
    assert [sorted(en["text"]) for en in paa_telefon if en["mode"] != "markers"] == [["Fyn", "Vendsyssel"]]
    same = puljen_behov.need_view(chosen(omraade="fyn", sammenlign="fyn"), data)
    assert sum(len(en.x) for en in marks(same)) == 17


def test_the_outermost_area_is_named_where_the_others_stand(data):
    view = puljen_behov.need_view(chosen(), data)
    navne = {navn for en in series(view) if en.ord for navn in en.ord.tekster}
    assert {"Vendsyssel", "Sønderjylland"} <= navne


# ---------------------------------------------------------------------------------------- names

TAL = st.floats(0, 3000, allow_nan=False)
PUNKTER = st.lists(
    st.builds(Punkt, st.text("abcdefghij-", min_size=3, max_size=22), TAL, TAL, st.just(False)), min_size=1, max_size=60
)


def boxes(punkter: list[Punkt], serier: list[Punkter], midte=None) -> list[tuple]:
    """The boxes of the names and of the points, in pixels of the smallest plot."""
    (x0, x1), (y0, y1) = axis_ranges(punkter, midte)

    def pixel(x, y):
        return puljen_navne.BREDDE * (x - x0) / (x1 - x0), puljen_navne.HOEJDE * (y - y0) / (y1 - y0)

    ud = []
    for en in serier:
        for x, y, tekst, hvor in zip(en.x, en.y, en.ord.tekster, en.ord.plads, strict=True):
            px, py = pixel(x, y)
            bredde, hoejde, luft = text_width(tekst, puljen_navne.TEKST), puljen_navne.LINJE, puljen_navne.LUFT
            venstre = {TIL_HOEJRE: px + luft, TIL_VENSTRE: px - luft - bredde}.get(hvor, px - bredde / 2)
            ned = {OVER: py + luft, UNDER: py - luft - hoejde}.get(hvor, py - hoejde / 2)
            ud.append((venstre, ned, venstre + bredde, ned + hoejde))
    return ud


def overlap(en: tuple, anden: tuple) -> bool:
    slip = 0.5  # coordinates are rounded on their way to the figure
    return en[0] + slip < anden[2] and anden[0] + slip < en[2] and en[1] + slip < anden[3] and anden[1] + slip < en[3]


@given(PUNKTER)
def test_no_name_covers_another_or_leaves_the_plot(punkter):
    kasser = boxes(punkter, place_names(punkter))
    assert len(kasser) <= puljen_navne.FLEST
    for nr, en in enumerate(kasser):
        assert min(en[0], en[1]) >= -1 and en[2] <= puljen_navne.BREDDE + 1 and en[3] <= puljen_navne.HOEJDE + 1
        assert not any(overlap(en, anden) for anden in kasser[nr + 1 :])


@given(PUNKTER, st.integers(0, 59))
def test_a_chosen_point_is_always_named(punkter, nr):
    valgt = punkter[nr % len(punkter)]
    med = [Punkt(en.navn, en.x, en.y, en is valgt) for en in punkter]
    faste = [serie for serie in place_names(med) if not serie.ord.navne]
    assert [navn for serie in faste for navn in serie.ord.tekster] == [valgt.navn]


def test_names_stay_out_of_what_is_taken():
    en = [Punkt("Fyn", 0, 0, False), Punkt("Lolland", 100, 100, False)]
    assert sum(len(serie.ord.tekster) for serie in place_names(en)) == 2
    assert place_names(en, None, ((0.0, 0.0, 1.0, 1.0),)) == []
    assert place_names([], None) == []
