from __future__ import annotations

import pytest

from helpers.real_map import RealMap, read_real_map
from unknot.domain.body import Use, View
from unknot.domain.layers import Layers

CALF = "gastrocnemius_lateral_belly_upper"


@pytest.fixture(scope="module")
def real_map() -> RealMap:
    return read_real_map()


@pytest.fixture(scope="module")
def layers(real_map: RealMap) -> Layers:
    return Layers(real_map.anatomy, real_map.hits, real_map.places)


def at_home(real: RealMap, layers: Layers, place: str, view: View) -> tuple[str, ...]:
    return layers.deeper(view, *real.places[place].default_at[view], place)


def test_the_soleus_lies_under_both_heads_of_the_calf(real_map, layers):
    for place, view in ((CALF, View.BACK), (CALF, View.OUTER), ("gastrocnemius_medial", View.INNER)):
        assert at_home(real_map, layers, place, view)[0] == "soleus"


def test_the_far_side_of_the_leg_is_not_deeper(real_map, layers):
    assert "gastrocnemius_medial" not in at_home(real_map, layers, CALF, View.OUTER)
    assert "rectus_femoris" not in at_home(real_map, layers, "tensor_fasciae_latae", View.OUTER)
    assert "gastrocnemius_medial" not in layers.deeper(View.FRONT, 0.3, 0.75, "soleus")


def test_muscles_that_cannot_be_tapped_are_reached_through_the_one_above(real_map, layers):
    assert "vastus_intermedius" in at_home(real_map, layers, "rectus_femoris", View.FRONT)
    assert "gluteus_minimus" in at_home(real_map, layers, "gluteus_medius", View.OUTER)
    assert "semimembranosus" in at_home(real_map, layers, "semitendinosus", View.BACK)


def test_under_what_must_not_be_pressed_nothing_to_press_is_offered(real_map, layers):
    for view, seen in real_map.anatomy.views.items():
        for name, (u, v) in seen.anchors.items():
            place = real_map.hits.place_at(view, u, v) or name
            touched = real_map.places[place]
            for deep in layers.deeper(view, u, v, place):
                known = real_map.places[deep]
                assert known.use is Use.MARK or (touched.may_press(v) and known.may_press(v)), (place, deep)


def test_the_it_band_never_leads_to_the_muscle_below_it(real_map, layers):
    assert at_home(real_map, layers, "iliotibial_tract_upper", View.OUTER) == ()


def test_bones_are_no_deeper_muscle(real_map, layers):
    offered = {
        deep
        for view, seen in real_map.anatomy.views.items()
        for name, (u, v) in seen.anchors.items()
        for deep in layers.deeper(view, u, v, name)
    }
    assert offered
    assert not offered & {"femur", "tibia", "fibula", "pelvis", "foot_bones", "patella"}


def test_nothing_is_deeper_than_a_bone_or_a_landmark(real_map, layers):
    assert at_home(real_map, layers, "fibular_head", View.OUTER) == ()
    assert layers.deeper(View.FRONT, *real_map.anatomy.views[View.FRONT].anchors["tibia"], "tibia") == ()


def test_the_way_back_to_the_surface(real_map, layers):
    view = View.BACK
    at = real_map.places[CALF].default_at[view]
    assert layers.surface(view, *at, "soleus") == CALF
    assert layers.surface(view, *at, CALF) is None
