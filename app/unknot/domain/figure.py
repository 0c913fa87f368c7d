"""The drawn body seen from the side: outlines skinned to the joints. Joint positions in, polygons out.

Control points of closed uniform cubic B-splines ride on bones and joints, so the outline stays within the
hull of its points and no spike can appear at any angle. The figure faces right; for the other way mirror
the painter.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from unknot.domain.gait import FloatArray, Joints

IntArray = npt.NDArray[np.intp]
Row = tuple[float, float]
DENSE = 3  # polygon points a spline span

# bone: from joint, to joint, direction of the standing bone (degrees anticlockwise from +x)
BONES = {
    "pelvis": ("hip", "waist", 90), "chest": ("waist", "shoulder", 90), "neck": ("shoulder", "neck", 90),
    "head": ("neck", "head", 90), "thigh": ("hip", "knee", -90), "shank": ("knee", "ankle", -90),
    "foot": ("heel", "ball", 0), "toe": ("ball", "toe", 0), "upper_arm": ("shoulder", "elbow", -90),
    "forearm": ("elbow", "wrist", -90), "hand": ("wrist", "hand", -90),
}  # fmt: skip
# joint frame: joint, proximal bone, distal bone, sign of flexion, middle of its range (degrees)
FRAMES = {
    "waist": ("waist", "pelvis", "chest", -1, 0), "collar": ("shoulder", "chest", "neck", -1, 0),
    "nape": ("neck", "neck", "head", -1, 0), "hip": ("hip", "pelvis", "thigh", 1, 40),
    "knee": ("knee", "thigh", "shank", -1, 60), "ankle": ("ankle", "shank", "foot", 1, 0),
    "mtp": ("ball", "foot", "toe", 1, 30), "shoulder": ("shoulder", "chest", "upper_arm", 1, 60),
    "elbow": ("elbow", "upper_arm", "forearm", 1, 60), "wrist": ("wrist", "forearm", "hand", 1, 0),
}  # fmt: skip
_UPWARD = {"pelvis", "chest", "neck", "head", "waist", "collar", "nape"}
_FORWARD = {"foot", "toe", "mtp"}
_LIMB = {"knee", "ankle", "heel", "ball", "toe", "elbow", "wrist", "hand"}
# a bone's own frame: the joint frame with that bone at full weight (foot rows count from the ball)
_HOME = {
    "pelvis": ("hip", 0.0), "chest": ("waist", 1.0), "neck": ("collar", 1.0), "head": ("nape", 1.0),
    "thigh": ("hip", 1.0), "shank": ("knee", 1.0), "foot": ("mtp", 0.0), "toe": ("mtp", 1.0),
    "upper_arm": ("shoulder", 1.0), "forearm": ("elbow", 1.0), "hand": ("wrist", 1.0),
}  # fmt: skip
_BONE_AT = {key: i for i, key in enumerate((s, b) for s in ("near", "far") for b in BONES)}
_FRAME_AT = {key: i for i, key in enumerate((s, f) for s in ("near", "far") for f in FRAMES)}
_T = np.arange(DENSE)[:, None] / DENSE
_BASIS = np.hstack([(1 - _T) ** 3, 3 * _T**3 - 6 * _T**2 + 4, -3 * _T**3 + 3 * _T**2 + 3 * _T + 1, _T**3]) / 6


class ControlPoint(Struct, frozen=True):
    """One point of an outline: in a bone's or joint's frame, and what is added at 90 degrees of a flexion.

    `fix_of` names that joint, with "+" for flexion only and "-" for extension only. A corner counts three
    times, so that the outline passes through it.
    """

    frame: str
    along: float
    across: float
    fix_of: str = "hip"
    fix: Row = (0.0, 0.0)
    corner: bool = False


class OutlineShape(Struct, frozen=True):
    """A closed outline before it is put on a side: its colour role and its control points."""

    role: str
    points: tuple[ControlPoint, ...]


class Shape(NamedTuple):
    """One closed polygon (n, 2). name "near.calf"; role a colour role, or "muscle"."""

    name: str
    points: FloatArray
    role: str


class Figure(Struct, frozen=True, eq=False):
    """The compiled figure: arrays over the control points of all shapes in draw order."""

    shapes: tuple[tuple[str, str, slice], ...]  # name, role, rows of the dense polygon
    hidden: frozenset[str]
    bones: dict[str, float]  # fractions of height that tell the stature
    spans: IntArray  # (s, 4) the control points of each spline span
    units: FloatArray  # (k, 2) in lengths of the bone
    offset: FloatArray  # (k, 2) forward, up from the joint, standing, in heights
    fix: FloatArray  # (k, 2) added at 90 degrees of flexion
    fix_of: IntArray  # (k,) column of the flexion table
    bone: IntArray  # (k,) bone that gives the length for `units`
    frame: IntArray  # (k,) joint frame
    weight: FloatArray  # (k,) 0 moves with the proximal bone, 1 with the distal


class _Compiled(NamedTuple):
    units: Row
    offset: Row
    fix: Row
    fix_of: int
    bone: int
    frame: int
    weight: float


def compile_figure(
    shapes: dict[str, OutlineShape],
    draw_order: Iterable[str],
    hidden: Iterable[str],
    bones: dict[str, float],
) -> Figure:
    """Put the outlines on both sides ("near.leg", "far.leg") and make arrays of them."""
    rows: list[_Compiled] = []
    names: list[tuple[str, str, slice]] = []
    spans: list[list[int]] = []
    dense = 0
    for entry in draw_order:
        side, _, name = entry.partition(".")
        first = len(rows)
        for point in shapes[name].points:
            rows += [_compiled(point, side)] * (3 if point.corner else 1)
        n = len(rows) - first
        spans += [[first + (i + j) % n for j in range(4)] for i in range(n)]
        names.append((entry, shapes[name].role, slice(dense, dense + n * DENSE)))
        dense += n * DENSE
    return Figure(
        shapes=tuple(names),
        hidden=frozenset(hidden),
        bones=bones,
        spans=np.array(spans),
        units=np.array([r.units for r in rows], float),
        offset=np.array([r.offset for r in rows], float),
        fix=np.array([r.fix for r in rows], float),
        fix_of=np.array([r.fix_of for r in rows]),
        bone=np.array([r.bone for r in rows]),
        frame=np.array([r.frame for r in rows]),
        weight=np.array([r.weight for r in rows], float),
    )


def _compiled(point: ControlPoint, side: str) -> _Compiled:
    name, _, weight = point.frame.partition(":")
    frame, w = _HOME[name] if name in BONES else (name, float(weight))
    bone = name if name in BONES else FRAMES[frame][1]
    fraction = point.along if name in BONES and name not in _FORWARD else 0.0
    absolute = 0.0 if fraction else point.along
    # standing axes: (forward, up) = along * a + across * c
    a, c = (
        ((1, 0), (0, 1)) if name in _FORWARD else ((0, 1), (1, 0)) if name in _UPWARD else ((0, -1), (1, 0))
    )

    def standing(along: float, across: float) -> Row:
        return (along * a[0] + across * c[0]) / 1000, (along * a[1] + across * c[1]) / 1000

    column = _FRAME_AT[side, point.fix_of.rstrip("+-")] * 3 + {"+": 1, "-": 2}.get(point.fix_of[-1], 0)
    return _Compiled(
        (fraction * a[0], fraction * a[1]),
        standing(absolute, point.across),
        standing(*point.fix),
        column,
        _BONE_AT[side, bone],
        _FRAME_AT[side, frame],
        w,
    )


def outline(
    figure: Figure,
    joints: Joints,
    near: str = "R",
    height: float | None = None,
    hidden: Collection[str] | None = None,
) -> list[Shape]:
    """All shapes in draw order, far to near, in the units of `joints`.

    `near` is the leg in front, R or L. Stature is `height`, else what the least foreshortened limb bone says.
    `hidden` names shapes to leave out (the flat hands, unless asked for).
    """
    letter = {"near": near, "far": "L" if near == "R" else "R"}
    turn, length = _bones(joints, letter)
    if height is None:
        height = max(length[i] / figure.bones.get(name, math.inf) for (_, name), i in _BONE_AT.items())
    origin: list[tuple[float, float]] = []
    first: list[float] = []
    delta: list[float] = []
    flexion: list[float] = []  # three a frame: both ways, flexion, extension
    for side, name in _FRAME_AT:
        joint, a, b, sign, centre = FRAMES[name]
        mid = sign * math.radians(centre)
        bend = (turn[_BONE_AT[side, b]] - turn[_BONE_AT[side, a]] - mid + math.pi) % math.tau - math.pi + mid
        amount = sign * bend / (math.pi / 2)
        origin.append(joints[_sided(joint, letter[side])])
        first.append(turn[_BONE_AT[side, a]])
        delta.append(bend)
        flexion += [amount, max(amount, 0.0), max(-amount, 0.0)]
    bent = figure.offset + figure.fix * np.array(flexion)[figure.fix_of, None]
    local = figure.units * np.array(length)[figure.bone, None] + bent * height
    angle = np.array(first)[figure.frame] + figure.weight * np.array(delta)[figure.frame]
    cos, sin = np.cos(angle), np.sin(angle)
    points = np.array(origin)[figure.frame]
    points[:, 0] += local[:, 0] * cos - local[:, 1] * sin
    points[:, 1] += local[:, 0] * sin + local[:, 1] * cos
    smooth = np.matmul(_BASIS, points[figure.spans]).reshape(-1, 2)
    skip = figure.hidden if hidden is None else hidden
    return [Shape(name, smooth[rows], role) for name, role, rows in figure.shapes if name not in skip]


def _bones(joints: Joints, letter: dict[str, str]) -> tuple[list[float], list[float]]:
    """Turn from standing (radians) and length of every bone, in the order of _BONE_AT."""
    turn, length = [], []
    for side, name in _BONE_AT:
        start, end, standing = BONES[name]
        (x0, y0), (x1, y1) = joints[_sided(start, letter[side])], joints[_sided(end, letter[side])]
        turn.append(math.atan2(y1 - y0, x1 - x0) - math.radians(standing))
        length.append(math.hypot(x1 - x0, y1 - y0))
    return turn, length


def _sided(name: str, side: str) -> str:
    return name + side if name in _LIMB else name
