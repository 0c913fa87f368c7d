"""Every drill and release position against the reference, and what must hold in each: contacts stay."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from unknot import paths
from unknot.content.gait import load_gait
from unknot.domain.pose_body import place
from unknot.domain.pose_scene import scene_at
from unknot.domain.pose_solver import pose_at
from unknot.domain.vectors import dot

REFERENCE = Path(__file__).parents[2] / "data" / "gait" / "reference.npz"
GAIT = load_gait(paths.resources())
PHASES = (0.0, 0.37, 0.81)
# degrees, as the reference has them
LEG = {
    "hip": (-25, 130), "knee": (-1, 150), "ankle": (-66, 36), "mtp": (-40, 62),
    "abd": (-25, 48), "hrot": (-30, 75), "inv": (-30, 40),
}  # fmt: skip
RANGES = LEG | {
    "shoulder": (-80, 180), "elbow": (-1, 155), "wrist": (-102, 90), "sabd": (-75, 180), "srot": (-120, 120),
}  # fmt: skip
TURNED = {"abd", "hrot", "sabd", "srot", "inv", "hip", "shoulder"}
IN_SPACE = {"leg": ((-25, 130), (-25, 60)), "arm": ((-90, 180), (-60, 100))}  # flexion, abduction


def phases_of(motion):
    """Enough to meet every moment of a motion; a still one has one."""
    return [float(phase) for phase in np.linspace(0, 1, 81)] if motion.moves else [0.0]


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


@pytest.mark.parametrize("name", sorted(GAIT.motions))
def test_hands_and_feet_stay_where_they_are_put(name):
    motion = GAIT.motions[name]
    for phase in phases_of(motion):
        scene = scene_at(motion, phase, GAIT.body)
        for contact in motion.contacts:
            if not contact.at or not contact.active(phase):
                continue
            since = (phase - contact.start) * motion.period_s
            x, y = scene.points[contact.point]
            dx, dy = (v * since for v in contact.vel) if contact.vel else (0.0, 0.0)
            assert "x" not in contact.axis or abs(x - contact.at[0] - dx) < 0.01
            assert "y" not in contact.axis or abs(y - contact.at[1] - dy) < 0.01


@pytest.mark.parametrize("name", sorted(GAIT.motions))
def test_no_joint_goes_beyond_its_range(name):
    motion = GAIT.motions[name]
    in_space = {c.point[-1] + c.solve for c in motion.contacts if c.pole}
    for phase in phases_of(motion):
        now = pose_at(motion, phase, GAIT.body)
        for joint, (low, high) in RANGES.items():
            for side in "RL":
                limb = side + ("leg" if joint in LEG else "arm")
                if limb in in_space and joint in TURNED:
                    continue  # by the directions of thigh and upper arm, below
                assert low - 0.5 <= now[joint + side] <= high + 0.5, (joint + side, phase)
        assert -32.5 <= now["trunk"] - now["pelvis"] <= 40.5, phase
        assert -30.5 <= now["head"] - now["trunk"] <= 32.5, phase
        frames = place(now, GAIT.body).frames
        for limb in in_space:
            flexion, out = _in_space(frames, limb)
            (least, most), (inmost, outmost) = IN_SPACE[limb[1:]]
            assert least <= flexion <= most, (limb, phase)
            assert inmost <= out <= outmost, (limb, phase)


def _in_space(frames, limb):
    """Flexion and abduction of a thigh or upper arm, degrees, from its direction against pelvis or trunk."""
    side, leg = limb[0], limb[1:] == "leg"
    along = frames[("thigh" if leg else "upper_arm") + side].along
    base = frames["pelvis" if leg else "trunk"]
    outward = dot(along, base.outer) * (1 if side == "R" else -1)
    flexion = math.degrees(math.atan2(dot(along, base.front), -dot(along, base.along)))
    return flexion, math.degrees(math.asin(max(-1.0, min(1.0, outward))))


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
