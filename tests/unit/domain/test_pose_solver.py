"""Every drill and release position against the reference, and what must hold in each: contacts stay."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from unknot import paths
from unknot.content.gait import load_gait
from unknot.domain.pose_scene import scene_at

REFERENCE = Path(__file__).parents[2] / "data" / "gait" / "reference.npz"
GAIT = load_gait(paths.resources())
PHASES = (0.0, 0.37, 0.81)


@pytest.fixture(scope="module")
def reference():
    with np.load(REFERENCE) as data:
        return {name: data[name] for name in data.files}


@pytest.mark.parametrize("name", sorted(GAIT.motions))
def test_every_joint_lies_within_a_millimetre_of_the_reference(name, reference):
    wanted, names = reference[f"motion.{name}"] / 10_000, reference["motion_names"].tolist()
    for phase, points in zip(PHASES, wanted, strict=False):
        scene = scene_at(GAIT.motions[name], phase, GAIT.body)
        found = np.array([[*scene.points[k], scene.depth[k]] for k in names])
        assert np.abs(found - points).max() < 0.001


@pytest.mark.parametrize(
    "name", ["glute-bridge", "wall-push-off", "chair-ball-junction", "floor-ball-calf-foot"]
)
def test_hands_and_feet_stay_where_they_are_put(name):
    motion = GAIT.motions[name]
    for phase in np.linspace(0, 1, 41):
        scene = scene_at(motion, float(phase), GAIT.body)
        for contact in motion.contacts:
            if contact.at and not contact.vel and contact.active(float(phase)) and contact.solve != "root":
                x, y = scene.points[contact.point]
                assert abs(x - contact.at[0]) < 0.01
                assert abs(y - contact.at[1]) < 0.01


def test_the_lit_muscles_of_the_bridge_are_both_glutes_while_it_is_up():
    motion = GAIT.motions["glute-bridge"]
    assert scene_at(motion, 0.5, GAIT.body).lit == {"R": {"glute"}, "L": {"glute"}}
    assert scene_at(motion, 0.95, GAIT.body).lit == {"R": frozenset(), "L": frozenset()}


def test_a_motion_that_does_not_loop_stays_at_its_end():
    once, looped = GAIT.motions["glute-squeeze-check"], GAIT.motions["wall-push-off"]
    assert once.phase_at(1000.0) == 1.0
    assert looped.phase_at(looped.period_s * 2.25) == pytest.approx(0.25)


def test_still_positions_know_that_nothing_moves_in_them():
    assert not GAIT.motions["chair-sit"].moves
    assert GAIT.motions["seam-mid-cross"].moves
