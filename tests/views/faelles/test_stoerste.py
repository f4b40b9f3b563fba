"""The line of the largest areas says what the map says."""

import pytest

from tests.dag import I_DAG
from tests.views.bygget import built
from views.faelles.filtre import Filters
from views.faelles.stoerste import largest, largest_in_words


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize("visning", ["kort", "puljen_kort"])
@pytest.mark.parametrize("niveau", ["region", "sundhedsraad", "kommune"])
def test_the_numbers_are_those_on_the_map_and_fall(visning, datasaet, niveau):
    view = built(visning, Filters(datasaet=datasaet, niveau=niveau, dag=I_DAG))
    fundet = largest(view)
    tal = [float(en.replace(".", "").replace(",", ".")) for _, en in fundet]
    alle = [float(en.replace(".", "").replace(",", ".")) for en in view.figure.vaerdier.values()]
    assert tal == sorted(alle, reverse=True)[:5]
    assert not fundet or view.figure.enhed[1:] in largest_in_words(view)


def test_a_view_without_a_map_has_no_such_line():
    assert largest_in_words(built("rangliste", Filters(datasaet="eksempel", dag=I_DAG))) == ""
