"""Taps on the real map, with the fingertip as wide as on a stage 1000 px per whole leg."""

from __future__ import annotations

from random import Random

import pytest

from helpers.real_map import RealMap, read_real_map
from unknot.domain.body import Use, View
from unknot.domain.near import FINGER_PX, near

CALF, JUNCTION = "gastrocnemius_lateral_belly_upper", "biceps_femoris_junction"
SEAM, IT_BAND = "itb_hamstring_interface", "iliotibial_tract_upper"


@pytest.fixture(scope="module")
def real_map() -> RealMap:
    return read_real_map()


def touched(real: RealMap, view: View, u: float, v: float, zoom: float = 1.0) -> list[str]:
    height = 1000 * zoom
    reach = (FINGER_PX / (height * real.anatomy.views[view].aspect), FINGER_PX / height)
    return [one.place for one in near(real.hits, real.places, view, u, v, reach)]


def test_a_clear_place_under_the_finger_is_the_only_one(real_map):
    assert touched(real_map, View.BACK, 0.4514, 0.6284) == [CALF]
    assert touched(real_map, View.BACK, 0.35, 0.2) == ["gluteus_maximus"]


def test_between_a_named_spot_and_a_seam_both_are_offered_before_the_muscle(real_map):
    u, v = 0.578, 0.457  # the border of the junction and the seam
    found = touched(real_map, View.BACK, u, v)
    assert set(found[:2]) == {JUNCTION, SEAM}
    assert set(found[2:]) <= {"biceps_femoris_long", IT_BAND, "iliotibial_tract_distal"}


def test_the_seam_is_offered_beside_the_it_band(real_map):
    u = next(
        one / 1000
        for one in range(360, 600)
        if real_map.hits.place_at(View.OUTER, one / 1000, 0.4) == IT_BAND
    )
    assert touched(real_map, View.OUTER, u + 0.01, 0.4)[:2] == [SEAM, IT_BAND]


def test_what_must_not_be_pressed_is_offered_as_soon_as_the_finger_reaches_it(real_map):
    ring = real_map.anatomy.views[View.BACK].outline("popliteal_fossa").rings[0]
    top = min(ring, key=lambda point: point[1])
    assert "popliteal_fossa" in touched(real_map, View.BACK, top[0], top[1] - 0.015)


def test_closer_up_a_finger_covers_less_of_the_leg(real_map):
    border = (0.578, 0.47)
    assert len(touched(real_map, View.BACK, *border, zoom=4)) <= len(touched(real_map, View.BACK, *border))
    assert touched(real_map, View.BACK, 0.515, 0.458, zoom=4) == [JUNCTION]


def test_the_place_under_the_point_is_always_among_them(real_map):
    dice = Random("under")
    for view in View:
        for _ in range(60):
            u, v = dice.random(), dice.uniform(0.2, 0.9)
            under = real_map.hits.place_at(view, u, v)
            found = touched(real_map, view, u, v)
            assert (under in found) if under else found == []


def test_the_parts_of_the_fingertip_never_exceed_it(real_map):
    found = near(real_map.hits, real_map.places, View.BACK, 0.57, 0.457, (0.1, 0.02))
    assert 0 < sum(one.share for one in found) <= 1
    assert sum(one.is_under for one in found) == 1


def test_beside_the_leg_nothing_is_touched(real_map):
    assert touched(real_map, View.OUTER, 0.01, 0.5) == []


def test_what_cannot_be_marked_is_offered_last_also_below_the_very_point(real_map):
    dice, met = Random("bones"), 0
    for _ in range(3000):
        u, v = dice.random(), dice.uniform(0.4, 0.6)
        under = real_map.hits.place_at(View.BACK, u, v)
        if under is not None and real_map.places[under].use is Use.WARN:
            found = touched(real_map, View.BACK, u, v)
            warned = [real_map.places[one].use is Use.WARN for one in found]
            assert warned == sorted(warned)
            met += len(set(warned)) > 1
    assert met
