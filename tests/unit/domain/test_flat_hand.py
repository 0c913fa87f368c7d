"""A flat hand lies on what it touches: its outline reaches the surface and never goes through."""

from __future__ import annotations

import numpy as np
import pytest

from unknot import paths
from unknot.content.gait import load_gait
from unknot.domain.figure import outline
from unknot.domain.flat_hand import Surface, laid_flat, surface_under
from unknot.domain.pose_scene import scene_at
from unknot.domain.poses import Prop

GAIT = load_gait(paths.resources())
FLOOR = Prop("floor")


def hand(name, side="R"):
    scene = scene_at(GAIT.motions[name], GAIT.motions[name].moments[0], GAIT.body)
    hidden = {"near.hand", "far.hand"}
    shapes = outline(GAIT.figure, scene.points, "R", GAIT.body.height_m, hidden)
    points = next(s.points for s in shapes if s.name == ("near.palm" if side == "R" else "far.palm"))
    surface = scene.flat_hands[side]
    return points, scene.points["wrist" + side], scene.points["tip" + side], surface


@pytest.mark.parametrize("name", ["floor-ball-calf-hold", "glute-bridge", "wall-push-off", "heel-drop"])
def test_the_palm_touches_the_floor_or_the_wall(name):
    points, wrist, tip, surface = hand(name)
    before = points @ np.array(surface.normal) - surface.level
    after = laid_flat(points, wrist, tip, surface) @ np.array(surface.normal) - surface.level
    assert after.min() < before.min()
    assert -0.001 < after.min() < 0.002


def test_the_hand_grows_no_thicker_than_the_room_it_had():
    points, wrist, tip, surface = hand("floor-ball-calf-hold")
    after = laid_flat(points, wrist, tip, surface)
    assert after[:, 1].max() <= points[:, 1].max() + 0.001
    assert np.allclose(after[:, 0], points[:, 0])


def test_a_hand_that_touches_with_its_tips_is_left_as_it_is():
    points, wrist, tip, _ = hand("calf-raise")
    assert laid_flat(points, wrist, tip, Surface((-1.0, 0.0), -0.62)) is points


def test_a_hand_lies_on_the_nearest_surface_only():
    wall, chair = Prop("wall", x=(0.4,)), Prop("chair", x=(-0.2, 0.3), seat=0.4)
    assert surface_under((0.1, 0.03), [FLOOR, wall, chair]) == Surface((0.0, 1.0), 0.0)
    assert surface_under((0.37, 1.2), [FLOOR, wall, chair]) == Surface((-1.0, 0.0), -0.4)
    assert surface_under((0.1, 0.43), [FLOOR, wall, chair]) == Surface((0.0, 1.0), 0.4)
    assert surface_under((0.1, 1.0), [FLOOR, wall, chair]) is None
    assert surface_under((0.43, 1.0), [Prop("wall", x=(0.4,), face="right")]) == Surface((1.0, 0.0), 0.4)


def test_fingers_that_press_are_stretched_and_a_hand_that_holds_an_ankle_is_not():
    def open_hands(name):
        return scene_at(GAIT.motions[name], 0.0, GAIT.body).flat_hands

    assert open_hands("seam-low-hold") == {"R": None}
    assert "R" not in open_hands("stretch-front-thigh")
