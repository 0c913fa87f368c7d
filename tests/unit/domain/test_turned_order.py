"""A turned motion is drawn in one order from beginning to end: nothing jumps in front of something else."""

from __future__ import annotations

from itertools import pairwise

import pytest

from unknot import paths
from unknot.content.gait import load_gait
from unknot.domain.figure_turned import parts_in_order, turned_outline
from unknot.domain.pose_scene import scene_at
from unknot.domain.turned_frames import frames
from unknot.domain.turned_model import FRAMES

GAIT = load_gait(paths.resources())
TURNED = [motion for motion in GAIT.motions.values() if motion.view != "side"]
STEPS = 200
EDGE_ON = 0.05  # a sole that turns so little towards the viewer or away is a line


def order_at(motion, phase):
    scene = scene_at(motion, phase, GAIT.body)
    bones = frames(scene.points, scene.depth, GAIT.body.height_m)
    parts = parts_in_order(GAIT.turned_figure, GAIT.plan(motion), bones)
    return [(part.name, part.side) for part in parts], bones


def test_there_are_nineteen_turned_positions():
    assert len(TURNED) == 19


@pytest.mark.parametrize("motion", [m for m in TURNED if m.moves], ids=lambda m: m.id)
def test_nothing_swaps_places_but_a_sole_seen_edge_on(motion):
    moments = [order_at(motion, step / STEPS) for step in range(STEPS + 1)]
    for (before, _), (after, bones) in pairwise(moments):
        if before == after:
            continue
        assert _without_soles(before) == _without_soles(after)
        facing = (abs(bones[FRAMES["foot" + s], 2, 2]) / GAIT.body.height_m for s in "RL")
        assert min(facing) < EDGE_ON


def _without_soles(order):
    return [part for part in order if part[0] != "sole"]


def test_one_moment_alone_keeps_the_order_of_that_moment():
    motion = GAIT.motions["side-hip-lift"]
    scene = scene_at(motion, 0.0, GAIT.body)
    alone = turned_outline(GAIT.turned_figure, scene.points, scene.depth, motion.near)
    names = [name for name, _ in order_at(motion, 0.0)[0]]
    assert [shape.name.partition(".")[2] for shape in alone] == names
