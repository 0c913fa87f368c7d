"""The runner against the reference, and against what running is: a planted foot, a flight, a period."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot import paths
from unknot.content.gait import read_styles
from unknot.domain.gait import POINTS, ankle_ahead_cm, pose, turned
from unknot.domain.gait_blend import blend
from unknot.domain.gait_teaching import lit_muscles, phase_of_beats, push_share

REFERENCE = Path(__file__).parents[2] / "data" / "gait" / "reference.npz"
BODY, STYLES = read_styles(paths.resources() / "gait" / "styles.json")
FOOT = ("heelR", "ballR", "toeR")


@pytest.mark.parametrize("style", STYLES)
def test_joints_lie_within_a_millimetre_of_the_reference_at_100_phases(style):
    with np.load(REFERENCE) as data:
        wanted, names = data[f"style.{style}"] / 10_000, data["style_names"].tolist()
    for i in range(POINTS):
        joints = pose(STYLES[style], i / 100, BODY)
        found = np.array([joints[name] for name in names])
        assert np.abs(found - wanted[i]).max() < 0.001


@pytest.mark.parametrize("style", STYLES)
def test_the_planted_foot_neither_slides_nor_sinks(style):
    run = STYLES[style]
    down = run.events.get("foot_flat", 0.0)
    off, toe_off = run.events.get("heel_off", 0.6 * run.events["toe_off"]), run.events["toe_off"]
    for phase in np.linspace(0.0, toe_off, 60):
        assert min(_on_ground(run, float(phase), name)[1] for name in FOOT) > -0.005
    for name, begin, end in (("heelR", down, off), ("ballR", down, toe_off), ("toeR", down, toe_off)):
        belt = run.stride_time_s * run.speed_mps
        places = [_on_ground(run, float(p), name)[0] + p * belt for p in np.linspace(begin, end, 60)]
        assert max(places) - min(places) < 0.015, name


def _on_ground(run, phase, name):
    """A joint along the ground and above it, metres."""
    return turned(*pose(run, phase, BODY)[name], -run.grade_deg)


@pytest.mark.parametrize("style", STYLES)
def test_no_joint_starts_or_stops_with_a_jerk(style):
    run, step = STYLES[style], 1e-5
    for i in range(POINTS):
        before, now, after = (pose(run, i / POINTS + by, BODY) for by in (-step, 0.0, step))
        for name, at in now.items():
            came, goes = np.subtract(at, before[name]) / step, np.subtract(after[name], at) / step
            assert np.abs(goes - came).max() < 0.02, name  # metres a stride


@pytest.mark.parametrize("style", STYLES)
def test_both_feet_leave_the_ground_between_the_steps(style):
    run = STYLES[style]
    flying = 0
    for phase in np.linspace(0, 1, 200, endpoint=False):
        joints = pose(run, float(phase), BODY)
        feet = [turned(*joints[name[:-1] + side], -run.grade_deg)[1] for side in "RL" for name in FOOT]
        flying += min(feet) > 0.005
    assert 0.1 < flying / 200 < 0.4


@given(st.sampled_from(sorted(STYLES)), st.floats(0, 1))
def test_a_stride_later_everything_is_as_before(style, phase):
    now, later = pose(STYLES[style], phase, BODY), pose(STYLES[style], phase + 1, BODY)
    assert all(np.allclose(now[name], later[name], atol=1e-6) for name in now)


def test_the_target_lands_its_ankle_nearer_to_the_hip_than_the_overstride():
    assert round(ankle_ahead_cm(STYLES["glute_push"], BODY)) == 15
    assert round(ankle_ahead_cm(STYLES["overstride_heel"], BODY)) == 29


@pytest.mark.parametrize("share", [0.25, 0.5, 0.75])
@pytest.mark.parametrize("pair", list(combinations(sorted(STYLES), 2)))
def test_a_blend_keeps_the_stance_foot_on_the_ground(pair, share):
    mixed = blend(STYLES[pair[0]], STYLES[pair[1]], share, BODY)
    for side, later in (("R", 0.0), ("L", 0.5)):
        for i in range(int(mixed.events["toe_off"] * POINTS)):
            feet = [_on_ground(mixed, i / POINTS + later, name[:-1] + side)[1] for name in FOOT]
            assert abs(min(feet)) < 0.002
    flat, off = mixed.events.get("foot_flat", 0.05), mixed.events.get("heel_off", 0.2)
    belt = mixed.stride_time_s * mixed.speed_mps
    places = [_on_ground(mixed, p, "ballR")[0] + p * belt for p in np.linspace(flat, off, 30)]
    assert max(places) - min(places) < 0.005


def test_the_ends_of_a_blend_are_the_styles_themselves():
    a, b = STYLES["reference"], STYLES["glute_push"]
    assert blend(a, b, 0.0, BODY) is a
    assert blend(a, b, 1.0, BODY) is b
    with pytest.raises(ValueError, match="share"):
        blend(a, b, 1.2, BODY)


def test_the_glute_lights_from_contact_to_22_per_cent_and_again_before_landing():
    run = STYLES["glute_push"]
    assert lit_muscles(run, 0.0)["glute"] == 1.0
    assert lit_muscles(run, 0.15)["glute"] == 1.0
    assert "glute" not in lit_muscles(run, 0.22)
    assert "glute" not in lit_muscles(run, 0.5)
    assert 0 < lit_muscles(run, 0.95)["glute"] < 1


def test_the_push_ends_at_toe_off():
    run = STYLES["glute_push"]
    assert push_share(run, 0.1) is None
    assert push_share(run, 0.359) == pytest.approx(0.995, abs=0.01)
    assert push_share(run, 0.36) is None


@given(st.integers(0, 500))
def test_every_beat_is_a_landing_and_at_half_speed_every_second_one(k):
    assert phase_of_beats(k) in {0.0, 0.5}
    assert phase_of_beats(2 * k, 0.5) in {0.0, 0.5}
    assert phase_of_beats(4 * k, 0.25) in {0.0, 0.5}
