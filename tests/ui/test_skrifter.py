"""The fonts are cut to what a page writes: every icon that is named is kept, and every letter that a Dane writes."""

import io
from functools import cache

import pytest
from fontTools.ttLib import TTFont

from ui import skrifter
from ui.pakket import BUNDTER, STREAMLIT, VORES
from ui.skrifter import IKONER, LATIN, TEKST, can_be_cut, cut, icons_in, icons_of

# What Streamlit's own code names as an example, and is no icon.
INGEN_IKONER = {"icon_name", "star_filled"}


@cache
def font(begyndelse: str, skaaret: bool = False) -> tuple[TTFont, int]:
    """A font of Streamlit's, and its size: as it is, or cut."""
    fil = next((BUNDTER / "media").glob(f"{begyndelse}*.woff2"))
    indhold = fil.read_bytes()
    if skaaret:
        indhold = cut(fil.name, indhold, icons_in((*VORES, STREAMLIT)))
    return TTFont(io.BytesIO(indhold)), len(indhold)


def test_every_icon_that_is_named_is_kept_as_it_was():
    hel, fylder = font(IKONER)
    skaaret, fylder_nu = font(IKONER, True)
    navngivne = icons_in((*VORES, STREAMLIT)) - INGEN_IKONER
    assert len(navngivne) > 120 and icons_in(VORES) < navngivne
    assert navngivne <= {*icons_of(hel)} and {*icons_of(skaaret)} >= navngivne
    for navn in ("map", "play_arrow", "keyboard_double_arrow_left"):
        foer, nu = (en["glyf"][icons_of(en)[navn]] for en in (hel, skaaret))
        assert (foer.numberOfContours, foer.xMin, foer.yMax) == (nu.numberOfContours, nu.xMin, nu.yMax)
    assert fylder_nu < fylder / 10


def test_letters_signs_and_weights_are_kept():
    hel, fylder = font(f"{TEKST}Upright")
    skaaret, fylder_nu = font(f"{TEKST}Upright", True)
    tegn = {*map(ord, "æøåÆØÅéüöäßčŠłžḃ–—»«…→≥½²₂€§·•†")} & {*hel.getBestCmap()}
    assert len(tegn) > 25 and tegn <= {*skaaret.getBestCmap()} <= {*LATIN}
    assert [(en.axisTag, en.minValue, en.maxValue) for en in skaaret["fvar"].axes] == [("wght", 200.0, 900.0)]
    assert {"kern", "tnum"} & {en.FeatureTag for en in hel["GPOS"].table.FeatureList.FeatureRecord} <= {
        en.FeatureTag for en in skaaret["GPOS"].table.FeatureList.FeatureRecord
    }
    assert fylder_nu < fylder * 0.6


@pytest.mark.parametrize("mappe", ["ui", "pages", "views"])
def test_no_icon_of_ours_is_put_together(mappe):
    """One that is, is not found by its name, and stands on the page as a word."""
    for fil in (skrifter.Path(__file__).parents[2] / mappe).rglob("*.py"):
        assert ":material/{" not in fil.read_text(encoding="utf-8"), fil


def test_other_fonts_stay_as_they_are():
    assert (
        can_be_cut(f"{IKONER}x.woff2") and not can_be_cut("KaTeX_Main.woff2") and not can_be_cut(f"{TEKST}Italic.ttf")
    )
