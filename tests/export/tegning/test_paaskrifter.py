"""Words on drawings: each where there is room for it, and none through what is drawn."""

import pytest

from export.tegning import tekst
from export.tegning.maerker import Boks, Flade, Skrift, Tegning
from export.tegning.stroemme import covered, flow_marks
from export.tegning.tegning import drawing, height_for
from tests.export.conftest import built
from tests.export.trange_ord import crowded
from views.figur.model import (
    INDENI,
    OVER,
    VED_ENDEN,
    Aksefigur,
    Kategorier,
    Linje,
    Note,
    Ord,
    Punkter,
    Rude,
    Soejler,
    Talakse,
)

AAR = tuple(str(et) for et in range(2011, 2027))
FARVE = "#2a7ab5"


def figure(*serier, x=None, y=None, **mere) -> Aksefigur:
    return Aksefigur((Rude(serier, x or Kategorier(AAR), y or Talakse()),), 300, **mere)


def drawn(figur, bredde=340.0, skrift=10.0, hoejde=None) -> Tegning:
    return drawing(figur, bredde, hoejde or height_for(figur, bredde, skrift), skrift)


def written(tegning: Tegning) -> list[str]:
    return [en.text for en in tegning.maerker if isinstance(en, Skrift)]


def test_crowded_words_and_words_outside_are_seen():
    ord_ = [Skrift(x, 20, tekst.lines(en), 10) for x, en in ((10, "et"), (15, "to"), (90, "udenfor"))]
    assert crowded(Tegning(100, 40, tuple(ord_))) == ["et over to", "udenfor uden for tegningen"]
    assert crowded(Tegning(100, 40, (Skrift(10, -9, tekst.lines("for højt"), 10),))) == ["for højt uden for tegningen"]


def test_what_is_unknown_of_years_beside_each_other_is_said_of_each():
    soejler = Soejler("Besat", AAR, (5,) * 8 + (None,) * 5 + (6,) * 3, FARVE)
    noter = tuple(Note("ukendt", et, 0, lodret=True, daempet=True) for et in AAR[8:13])
    tegning = drawn(figure(soejler, noter=noter))
    assert written(tegning).count("ukendt") == 5 and crowded(tegning) == []
    # with room for it they stand side by side
    bred = [en.y for en in drawn(figure(soejler, noter=noter), 900.0).maerker if getattr(en, "text", "") == "ukendt"]
    assert len(set(bred)) == 1


def test_words_at_points_that_lie_close_stand_on_other_sides_of_them():
    linje = Linje("Med", AAR, tuple(float(nr) for nr in range(16)), FARVE)
    ord_ = Punkter("", AAR[8:10], (8.0, 9.0), form="", ord=Ord(("alle 2019", "alle 2020"), OVER), afstand=10)
    tegning = drawn(figure(linje, ord_))
    assert {"alle 2019", "alle 2020"} <= set(written(tegning)) and crowded(tegning) == []


def test_words_at_a_point_without_any_room_are_left_to_the_table():
    taet = Punkter("", AAR[:6], (1.0,) * 6, form="", ord=Ord(tuple(f"et langt ord {nr}" for nr in range(6)), OVER))
    tegning = drawn(figure(taet))
    skrevet = [en for en in written(tegning) if en.startswith("et langt")]
    assert 0 < len(skrevet) < 6 and crowded(tegning) == []


def test_words_that_would_leave_the_drawing_turn_to_the_other_side():
    ord_ = "et ord, der er langt"
    sidst = Punkter("", AAR[-1:], (3.0,), FARVE, ord=Ord((ord_,), OVER))
    tegning = drawn(figure(sidst), 300.0)
    assert crowded(tegning) == [] and ord_ in written(tegning)


def test_numbers_in_narrow_bars_are_smaller_and_one_size():
    tal = tuple(range(195, 211))
    soejler = Soejler("Besat", AAR, tal, FARVE, ord=Ord(tuple(map(str, tal)), INDENI, decimaler=0))
    tegning = drawn(figure(soejler))
    egne = [en for en in tegning.maerker if isinstance(en, Skrift) and en.gruppe == "Tal"]
    assert len(egne) == 16 and len({en.stoerrelse for en in egne}) == 1 and 7 <= egne[0].stoerrelse < 10
    assert crowded(tegning) == []


def test_a_long_entry_of_the_legend_goes_on_below_itself():
    navn = "Gunstige og ugunstige antagelser, som ikke er et sikkerhedsinterval"
    tegning = drawn(figure(Linje(navn, AAR, (1.0,) * 16, FARVE), forklaring=True))
    forklaring = [en for en in tegning.maerker if en.gruppe == "Signaturforklaring"]
    ordene = [en for en in forklaring if isinstance(en, Skrift)]
    assert " ".join(en.text for en in ordene) == navn and len(ordene) == 2 and crowded(tegning) == []
    assert len(forklaring) - len(ordene) == 2, "one line with its mark"


@pytest.mark.parametrize(("hoejde", "mindre"), [(120.0, True), (200.0, False), (300.0, False), (420.0, False)])
def test_names_of_two_lines_below_each_other_are_as_small_as_they_must_be(hoejde, mindre):
    navne = tuple(f"Stop for nye kapaciteter<br>i {nr} af 98 kommuner" for nr in range(9))
    soejler = Soejler("", navne, tuple(range(9)), FARVE, liggende=True)
    tegning = drawn(figure(soejler, x=Talakse(), y=Kategorier(navne, fra_oven=True)), 800.0, 14.0, hoejde)
    assert crowded(tegning) == []
    (egen,) = {en.stoerrelse for en in tegning.maerker if isinstance(en, Skrift) and en.text.startswith("Stop")}
    assert (egen < 14) == mindre


@pytest.mark.parametrize("bredde", [340.0, 600.0])
def test_two_numbers_of_a_row_have_room_for_each_other(bredde):
    navne = tuple(f"Område {nr}" for nr in range(12))
    par = [
        Soejler(navn, navne, (22,) * 12, FARVE, liggende=True, ord=Ord(("22",) * 12, VED_ENDEN))
        for navn in ("Før", "Efter")
    ]
    figur = figure(*par, x=Talakse(), y=Kategorier(navne, fra_oven=True), forklaring=True)
    tegning = drawn(figur, bredde)
    assert written(tegning).count("22") == 24 and crowded(tegning) == []


def test_headings_beside_each_other_are_broken_and_a_long_number_stays_in_its_panel():
    navne = ("Nord", "Syd")
    ruder = tuple(
        Rude(
            (Soejler(hvad, navne, (1000, 5), FARVE, liggende=True, ord=Ord(("1.000,5", "5"), VED_ENDEN)),),
            Talakse(vises=False),
            Kategorier(navne, fra_oven=True, vises=nr == 0),
            hvad,
            plads=(nr * 0.34, nr * 0.34 + 0.28, 0.0, 1.0),
        )
        for nr, hvad in enumerate(("Mangler, kapaciteter", "Slået op, ydernumre", "Kan finde læge i 2026"))
    )
    tegning = drawn(Aksefigur(ruder, 200))
    assert crowded(tegning) == [] and written(tegning).count("1.000,5") == 3
    assert {"Mangler, kapaciteter", "Slået op, ydernumre", "Kan finde læge i 2026"} <= set(written(tegning))


@pytest.mark.parametrize("visning", ["forloeb_enheder", "forloeb_runder"])
@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize(("maal", "daekket"), [((880, 360, 15), 0.08), ((720, 300, 10.5), 0.08), ((340, 255, 10), 0.2)])
def test_no_band_runs_through_the_words_of_a_flow(visning, datasaet, maal, daekket):
    figur = built(visning, datasaet, niveau="region").figure
    maerker = flow_marks(figur, *map(float, maal))
    baand = [en.ringe[0] for en in maerker if isinstance(en, Flade)]
    ordene = [en for en in maerker if isinstance(en, Skrift)]
    assert len(ordene) == len(figur.knuder) and baand
    for en in ordene:
        bredde, hoejde = tekst.block(en.linjer, en.stoerrelse)
        assert sum(covered(en, ring) for ring in baand) <= daekket * bredde * hoejde, en.text
    knuder = [en for en in maerker if isinstance(en, Boks)]
    assert all(en.y >= 0 and en.y + en.hoejde <= maal[1] + 0.1 for en in knuder)
    assert crowded(Tegning(*map(float, maal[:2]), tuple(maerker))) == []


def test_a_band_through_words_is_measured():
    ord_ = Skrift(0, 10, tekst.lines("ord"), 10)
    bredde, hoejde = tekst.block(ord_.linjer, 10)
    trin = [200 * nr / 16 for nr in range(17)]
    baand = (*((x, 0.0) for x in trin), *((x, 50.0) for x in reversed(trin)), (0.0, 0.0))
    assert covered(ord_, baand) == pytest.approx(bredde * hoejde, rel=0.01)
