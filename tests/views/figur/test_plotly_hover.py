"""What a series says on hover reaches the browser whole, and what all its points say is sent once."""

import pytest

from views.figur.plotly.akser import _hover

KILDE = "Kilde: Region Fyn"


def shown(svar: dict) -> list[str]:
    """As the browser puts it together."""
    skabelon = svar.get("hovertemplate", "%{hovertext}").removesuffix("<extra></extra>")
    return [skabelon.replace("%{hovertext}", en) for en in svar["hovertext"]]


@pytest.mark.parametrize(
    "tekster",
    [
        (f"<b>1. runde</b><br>{KILDE}", f"<b>2. runde</b><br>{KILDE}"),
        (f"<b>1. runde</b><br>12 <b>i alt</b><br>{KILDE}", f"<b>2. runde</b><br>{KILDE}"),
        (f"<b>1. runde</b>: 5<br>A<br>{KILDE}", f"<b>2. runde</b><br>A<br>{KILDE}", f"x<br>A<br>{KILDE}"),
        ("<b>1. runde</b><br>A", "<b>2. runde</b><br>B"),
        ("ens", "ens"),
        ("", f"x<br>{KILDE}"),
        ("<b>1. runde</b><br>10 %{x}", "<b>2. runde</b><br>10 %{x}"),
    ],
)
def test_nothing_of_a_hover_text_is_lost(tekster):
    assert shown(_hover(tekster)) == list(tekster)


def test_what_all_say_is_sent_once():
    svar = _hover([f"<b>{nr}. runde</b><br>{KILDE}" for nr in range(9)])
    assert str(svar).count(KILDE) == 1 and svar["hovertext"][0] == "0. runde"
    assert "%{x}" not in _hover(["a<br>%{x}", "b<br>%{x}"]).get("hovertemplate", ""), "words are no template"
