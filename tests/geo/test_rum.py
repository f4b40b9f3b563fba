"""What a place of the map belongs to, against the shapes themselves."""

import numpy as np
import pytest
import shapely

from geo.kortlag import frame_box, layer, shapes_of
from geo.rum import CELL, room


@pytest.mark.parametrize("niveau", ["kommune", "sundhedsraad", "region"])
def test_boxes_hold_as_much_foreign_land_as_the_shapes_say(niveau):
    lag = layer(niveau)
    rum, former = room(lag), shapes_of(lag)
    land = shapely.union_all([shapely.make_valid(en) for en in former.values()])
    for feature in list(former)[::5]:
        (x, y), bredde, hoejde = rum.pladser[feature][0], 0.6, 0.3
        bokse = np.array([[x - bredde + dx, y - hoejde, x + bredde + dx, y + hoejde] for dx in (-0.2, 0.0, 0.3)])
        fremmed = shapely.difference(land, shapely.make_valid(former[feature]))
        for andel, vand, boks in zip(rum.foreign(feature, bokse), rum.foreign(None, bokse), bokse, strict=True):
            flade = shapely.box(*boks)
            slip = 3 * CELL * (fremmed.intersection(flade).length + 2 * land.intersection(flade).length) / flade.area
            assert andel == pytest.approx(fremmed.intersection(flade).area / flade.area, abs=min(0.1, slip))
            assert vand == pytest.approx(land.intersection(flade).area / flade.area, abs=min(0.1, slip))


@pytest.mark.parametrize("niveau", ["kommune", "sundhedsraad"])
def test_places_for_words_are_in_their_own_area(niveau):
    lag = layer(niveau)
    rum, former = room(lag), shapes_of(lag)
    assert set(rum.pladser) == set(former)
    rammer = [shapely.box(*frame_box(ramme)) for ramme in lag.rammer]
    for feature, steder in rum.pladser.items():
        inde = shapely.contains_xy(shapely.buffer(shapely.make_valid(former[feature]), 2 * CELL), *steder.T)
        assert inde.all() and len(steder) > 3, feature
        if feature in lag.omraade_ids and feature not in lag.kun_i_ramme:
            assert not any(shapely.contains_xy(ramme, *steder[0]) for ramme in rammer)
