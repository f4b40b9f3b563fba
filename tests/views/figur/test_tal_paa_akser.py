"""Numbers at axes: Danish on the page, in pictures and in PowerPoint."""

import pytest

from export.dias.udseende import axis_format
from export.tegning.akser import axis
from views.figur.model import Aksefigur, Kategorier, Linje, Rude, Talakse
from views.figur.plotly.tegn import plotly_of
from views.figur.tal_paa_akser import axis_number, millions


def years(vaerdier: tuple[float, ...]) -> Aksefigur:
    aar = tuple(range(2020, 2020 + len(vaerdier)))
    return Aksefigur((Rude((Linje("", aar, vaerdier, "#2a7ab5"),), Kategorier(aar), Talakse("kr.")),), 300)


@pytest.mark.parametrize(
    ("tal", "decimaler", "ord_"),
    [
        (0, 0, "0"),
        (200_000, 0, "200.000"),
        (0.5, 1, "0,5"),
        (999_999, 0, "999.999"),
        (1_000_000, 0, "1 mio."),
        (2_500_000, 0, "2,5 mio."),
        (-6_000_000, 0, "-6 mio."),
        (350_000_000, 0, "350 mio."),
    ],
)
def test_a_number_at_an_axis(tal, decimaler, ord_):
    assert axis_number(tal, decimaler) == ord_


@pytest.mark.parametrize("stoerst", [1_000_000, 1_100_000, 5_822_679, 9_900_000, 46_300_000, 355_470_294])
def test_every_mark_that_an_axis_of_millions_can_have_is_named(stoerst):
    """plotly's steps are 1, 2 or 5 times a power of ten; ours too."""
    kendte = set(millions(stoerst))
    for trin in (100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000, 50_000_000):
        if 4 <= stoerst / trin <= 12:
            assert {nr * trin for nr in range(1, stoerst // trin + 1) if nr * trin >= 1_000_000} <= kendte
    assert len(kendte) <= 30


def test_a_page_says_millions_and_a_small_axis_is_left_alone():
    y = plotly_of(years((5_822_679, 6_025_511)))["layout"]["yaxis"]
    assert y["labelalias"]["6.000.000"] == "6 mio." and y["exponentformat"] == "none" and y["separatethousands"]
    y = plotly_of(years((200_000, 816_541)))["layout"]["yaxis"]
    assert "labelalias" not in y and y["exponentformat"] == "none"


def test_pictures_and_powerpoint_say_the_same():
    store, smaa = axis(Talakse(), (5_822_679, 6_025_511)), axis(Talakse(), (200_000, 816_541))
    assert (store.streger[1][1], smaa.streger[1][1]) == ("2 mio.", "200.000")
    assert axis_format(store.streger) == '[>=1000000][$-406]#,##0,," mio.";[$-406]#,##0'
    assert axis_format(smaa.streger) == "[$-406]#,##0"
    assert axis_format(axis(Talakse(), (1_000_000, 2_600_000)).streger).startswith("[>=1000000][$-406]#,##0.0,,")
