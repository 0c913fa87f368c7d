"""The drawn body against the reference: every point of every outline, and the boxes of turned views."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from unknot import paths
from unknot.content.gait import load_gait
from unknot.domain.figure import outline
from unknot.domain.figure_turned import turned_outline
from unknot.domain.gait import pose
from unknot.domain.pose_scene import scene_at

REFERENCE = Path(__file__).parents[2] / "data" / "gait" / "reference.npz"
GAIT = load_gait(paths.resources())


@pytest.fixture(scope="module")
def reference():
    with np.load(REFERENCE) as data:
        return {name: data[name] for name in data.files}


@pytest.mark.parametrize(
    ("name", "phase"),
    [("glute_push", 0.0), ("glute_push", 0.34), ("overstride_heel", 0.62), ("glute-bridge", 0.4)],
)
def test_the_outline_is_that_of_the_reference(name, phase, reference):
    if name in GAIT.styles:
        shapes = outline(GAIT.figure, pose(GAIT.styles[name], phase, GAIT.body))
    else:
        points = scene_at(GAIT.motions[name], phase, GAIT.body).points
        shapes = outline(GAIT.figure, points, height=GAIT.body.height_m)
    names = reference["outline_names"].tolist()  # its order is another: our thigh shows at no crease
    by_name = {shape.name: shape.points for shape in shapes}
    assert sorted(by_name) == sorted(names)
    found = np.concatenate([by_name[name] for name in names])
    assert np.abs(found - reference[f"outline.{name}.{phase}"] / 10_000).max() < 0.001


@pytest.mark.parametrize("name", ["wall-ball-glute-mid-hold", "side-hip-lift", "figure4-thumbs-hold"])
def test_a_turned_figure_fills_the_same_boxes_as_the_reference(name, reference):
    motion = GAIT.motions[name]
    scene = scene_at(motion, 0.37, GAIT.body)
    shapes = turned_outline(GAIT.turned_figure, scene.points, scene.depth, motion.working)
    boxes = sorted(
        (s.name, *s.points.reshape(-1, 2).min(0), *s.points.reshape(-1, 2).max(0))
        for s in shapes
        if s.points.size
    )
    assert [box[0] for box in boxes] == reference[f"turned_names.{name}"].tolist()
    found = np.array([box[1:] for box in boxes], float)
    assert np.abs(found - reference[f"turned.{name}"] / 10_000).max() < 0.001


def test_the_other_leg_can_be_the_near_one():
    joints = pose(GAIT.styles["glute_push"], 0.0, GAIT.body)
    right = {s.name: s.points for s in outline(GAIT.figure, joints, "R")}
    left = {s.name: s.points for s in outline(GAIT.figure, joints, "L")}
    assert np.allclose(right["near.shoe"], left["far.shoe"])


@pytest.mark.parametrize("style", GAIT.styles)
def test_the_left_leg_near_is_the_right_one_near_half_a_stride_later(style):
    for phase in (0.0, 0.13, 0.36, 0.7):
        now, later = (pose(GAIT.styles[style], phase + by, GAIT.body) for by in (0.0, 0.5))
        left = {s.name: s.points for s in outline(GAIT.figure, now, "L")}
        right = {s.name: s.points for s in outline(GAIT.figure, later, "R")}
        assert left.keys() == right.keys()
        assert all(np.allclose(left[name], right[name], atol=1e-6) for name in left)


def test_a_flat_hand_is_drawn_only_where_it_is_asked_for():
    joints = pose(GAIT.styles["reference"], 0.0, GAIT.body)
    usual = {s.name for s in outline(GAIT.figure, joints)}
    flat = {s.name for s in outline(GAIT.figure, joints, hidden={"near.hand", "far.hand"})}
    assert "near.palm" not in usual
    assert "near.palm" in flat
    assert "near.hand" not in flat
