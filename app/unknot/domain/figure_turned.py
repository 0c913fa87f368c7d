"""The drawn body seen from the front, the back or at an angle: joints and their depth in, polygons out.

Outline of a part = union of the convex hulls of neighbouring rings, filled by the winding rule; it
foreshortens by itself and nothing can tear.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from unknot.domain.gait import FloatArray, Joints
from unknot.domain.turned_frames import frames
from unknot.domain.turned_model import FRAMES, Placement, TurnedFigure

WAYS = 32  # directions of a hull
_ANGLES = np.arange(WAYS) * 2 * np.pi / WAYS
_DIRECTIONS = np.stack([np.cos(_ANGLES), np.sin(_ANGLES)])
END_ON = 0.17  # of height: how far towards the viewer a thigh that is seen end on points


class TurnedShape(NamedTuple):
    """Polygons (k, m, 2) that are filled as one; `rim`: which of them get a contour, from and to."""

    name: str
    points: FloatArray
    role: str
    rim: tuple[int, int]


class DrawingPlan(Struct, frozen=True):
    """What a turned motion keeps at every phase: parts that swapped places would do so at a stroke.

    `places` of all parts, larger is nearer; `arm` is the near one; the thighs seen end on, and the hips
    that have a side.
    """

    places: Mapping[tuple[str, str], float]
    arm: str
    end_on: frozenset[str]
    hip_sides: frozenset[str]


def drawing_plan(
    figure: TurnedFigure,
    moments: Sequence[tuple[Joints, dict[str, float]]],
    near: str = "R",
    height: float = 1.75,
) -> DrawingPlan:
    """The plan for a motion of these joints and depths: on average over them."""
    bones = np.array([frames(points, depth, height) for points, depth in moments])
    all_places = [
        _places(figure, at, depth, near, height) for at, (_, depth) in zip(bones, moments, strict=True)
    ]
    ahead = sum(depth["shoulderR"] - depth["shoulderL"] for _, depth in moments)
    down = {s: bones[:, FRAMES["thigh" + s], 1] for s in "RL"}
    trunk = {s: bones[:, FRAMES["hip0" + s], 1] for s in "RL"}
    return DrawingPlan(
        places={key: sum(place[key] for place in all_places) / len(moments) for key in all_places[0]},
        arm="R" if ahead >= 0 else "L",
        end_on=frozenset(s for s in "RL" if down[s][:, 2].mean() > END_ON * height),
        hip_sides=frozenset(s for s in "RL" if (down[s] * trunk[s]).sum(1).mean() >= 0),
    )


def turned_outline(
    figure: TurnedFigure,
    points: Joints,
    depth: dict[str, float],
    near: str = "R",
    height: float = 1.75,
    plan: DrawingPlan | None = None,
) -> list[TurnedShape]:
    """All shapes back to front, in the units of `points`; without a `plan` in the order of this moment.

    `near` is the leg with the near tones (the working one); of the arms it is the nearer one.
    """
    if plan is None:
        plan = drawing_plan(figure, [(points, depth)], near, height)
    bones = frames(points, depth, height)
    space = figure.matrix @ bones.reshape(-1, 3)
    shapes: list[TurnedShape] = []
    for part in parts_in_order(figure, plan, bones):
        limb = figure.limb.get(part.name, "body")
        tone = "near" if limb == "body" or part.side == (plan.arm if limb == "arm" else near) else "far"
        # a thigh seen end on: a darker step sets the knee off
        role = "end" if part.name == "thigh" and part.side in plan.end_on else part.role
        area = space[part.rows]
        shape = _visible(area, part.grid) if part.is_patch else _hulls(area.reshape(*part.grid, 3)[..., :2])
        shapes.append(TurnedShape(f"{tone}.{part.name}", shape, role, part.rim))
    return shapes


def parts_in_order(figure: TurnedFigure, plan: DrawingPlan, bones: FloatArray) -> list[Placement]:
    """The parts that are drawn, back to front; only a standing hip has a side."""
    places = {**plan.places, **_facing(plan.places, bones)}
    parts = (part for part in figure.parts if part.name != "hip_side" or part.side in plan.hip_sides)
    return sorted(parts, key=lambda part: places[part.name, part.side])


def _places(
    figure: TurnedFigure, bones: FloatArray, depth: dict[str, float], near: str, height: float
) -> dict[tuple[str, str], float]:
    """Place of every part in the drawing order: its depth, corrected where parts touch."""
    place: dict[tuple[str, str], float] = {}
    for part in figure.parts:
        rule, limb = part.depth, figure.limb.get(part.name)
        suffix = part.side if limb else ""
        at = sum(w * depth[joint + suffix] for joint, w in rule.weights.items()) / height
        at += 0.006 * (limb == "leg" and part.side == near)
        # never behind the pelvis, where the rule says so
        least = at if rule.least is None else (depth["hip"] + depth["shoulder"]) / 2 / height + rule.least
        place[part.name, part.side] = max(at, least) + rule.bias
    for s in "RL":
        z = {f: float(bones[FRAMES[f + s], 1, 2]) for f in ("thigh", "shank", "upper_arm", "forearm")}
        for upper, lower in (("thigh", "shank"), ("upper_arm", "forearm")):
            a, b = place[upper, s], place[lower, s]  # at the joint the one nearer beside it goes in front
            place[lower, s] = max(b, a + 0.001) if z[upper] + z[lower] > 0 else min(b, a - 0.001)
        place["shoe", s] = max(place["shoe", s], place["shank", s] + 0.001)
    place |= {(patch, s): place[part, s] + 0.0004 for patch, part in figure.follow.items() for s in "RL"}
    return place


def _facing(place: Mapping[tuple[str, str], float], bones: FloatArray) -> dict[tuple[str, str], float]:
    """What lies on one face of a part: it goes in front or behind as that face turns, seen edge on then."""
    found: dict[tuple[str, str], float] = {}
    for s, sign in (("R", 1), ("L", -1)):
        # the sole lies under the shoe unless it faces the viewer; far ear and nose lie behind the head
        found["sole", s] = place["shoe", s] - 0.0005 * _sign(bones[FRAMES["foot" + s], 2, 2])
        found["ear", s] = place["head", "R"] + 0.0004 * sign * _sign(bones[FRAMES["head"], 3, 2])
    found["nose", "R"] = place["head", "R"] + 0.0002 * _sign(bones[FRAMES["head"], 2, 2])
    return found


def _sign(value: float) -> int:
    """Which way something faces; 0 when it is seen edge on, so that rounding never swaps two parts."""
    return 0 if abs(value) < 1e-6 else 1 if value > 0 else -1


def _hulls(ring: FloatArray) -> FloatArray:
    """Convex hulls of neighbouring rings (r, m, 2) -> (r - 1, WAYS, 2), counter-clockwise."""
    value = ring @ _DIRECTIONS
    best = value.argmax(1)
    far = np.take_along_axis(value, best[:, None], 1)[:, 0]
    tip = np.take_along_axis(ring, best[..., None], 1)
    return np.asarray(np.where((far[1:] > far[:-1])[..., None], tip[1:], tip[:-1]))


def _visible(at: FloatArray, grid: tuple[int, int]) -> FloatArray:
    """The quadrangles of a patch (its points, then the middles of their rings) that face the viewer."""
    skin, middle = at.reshape(2, *grid, 3)
    a, b, c, d = skin[:-1, :-1], skin[:-1, 1:], skin[1:, 1:], skin[1:, :-1]
    normal = np.cross(c - a, d - b)
    out = np.sign(np.sum(normal * (a + c - middle[:-1, :-1] - middle[1:, 1:])))
    return np.asarray(np.stack([a, b, c, d], 2)[..., :2][normal[..., 2] * out > 0])
