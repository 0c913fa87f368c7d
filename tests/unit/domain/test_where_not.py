from __future__ import annotations

import pytest

from helpers.real_map import RealMap, read_real_map
from unknot.domain.body import Side, Spot, View
from unknot.domain.where_not import never_pressed, never_pressed_around


@pytest.fixture(scope="module")
def real_map() -> RealMap:
    return read_real_map()


def around(real: RealMap, place: str, view: View) -> frozenset[str]:
    u, v = real.places[place].default_at[view]
    spot = Spot(view, Side.RIGHT, u, v)
    return never_pressed_around(spot, real.anatomy.views[view], real.places.values())


def test_hollow_fibular_head_groin_bones_and_it_band_are_never_pressed(real_map):
    never = never_pressed(real_map.places.values())
    assert {
        "popliteal_fossa",
        "fibular_head",
        "pectineus",
        "iliopsoas",
        "femur",
        "tibia",
        "fibula",
        "patella",
        "iliotibial_tract_upper",
        "iliotibial_tract_distal",
        "iliotibial_tract_knee",
    } <= never


def test_nothing_that_a_routine_may_press_is_among_them(real_map):
    never = never_pressed(real_map.places.values())
    assert not any(place.may_press(v / 100) for place in map(real_map.places.get, never) for v in range(101))


def test_around_the_upper_calf_lie_the_hollow_and_the_bony_knob(real_map):
    calf = "gastrocnemius_lateral_belly_upper"
    assert {"popliteal_fossa", "fibular_head"} <= around(real_map, calf, View.BACK)
    assert "fibular_head" in around(real_map, calf, View.OUTER)


def test_around_the_seam_lies_the_it_band_but_not_the_hollow(real_map):
    found = around(real_map, "itb_hamstring_interface", View.OUTER)
    assert "iliotibial_tract_upper" in found
    assert "popliteal_fossa" not in found
