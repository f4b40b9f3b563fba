"""A view goes on with a level that its register is known for."""

from data.registre import REGISTRE
from geo import niveauer
from views.faelles.filtre import Filters
from views.faelles.registerniveau import fitted

VALGT = Filters(niveau="kommune", omraade="550", sammenlign="580")


def test_only_what_is_known_for_no_kommune_goes_on_with_the_area_that_holds_it():
    for register, en in REGISTRE.items():
        if en.fineste_niveau == "kommune":
            assert fitted(register, VALGT) == VALGT
    hu = fitted("hu_forloeb", VALGT.on(sammenlign="360"))
    raad = niveauer.areas("sundhedsraad")
    assert hu.niveau == "sundhedsraad"
    assert "550" in raad[hu.omraade].kommunekoder and "360" in raad[hu.sammenlign].kommunekoder


def test_an_area_is_not_compared_with_itself_and_a_known_level_stays():
    assert fitted("hu_forloeb", VALGT).sammenlign == ""  # both are in the same sundhedsråd
    for niveau in ("land", "region", "sundhedsraad", "gruppe.Syd.550.580"):
        assert fitted("hu_forloeb", Filters(niveau=niveau)).niveau == niveau
