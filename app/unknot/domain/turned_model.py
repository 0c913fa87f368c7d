"""The figure for turned views as data: lofts of rings around bones, compiled into one matrix.

Every part is a loft: rings (superellipses) around bones, Catmull-Rom between them. A patch is an area on a
loft. All points of the figure are the matrix times the frames of the bones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from msgspec import Struct

from unknot.domain.gait import FloatArray

DENSE, AROUND = 3, 36  # rings an interval of the table, points of a ring
CENTRE = ("pelvis", "chest", "neck", "head")
SIDED = (
    "hip0", "hip", "thigh", "knee", "shank", "foot", "mtp", "toe", "upper_arm", "elbow", "forearm", "hand",
)  # fmt: skip
FRAMES = {f: i for i, f in enumerate([*CENTRE, *(f + s for s in "RL" for f in SIDED)])}


class Ring(Struct, frozen=True):
    """Place along a bone, and how far the ring reaches each way from it, in 1/1000 of height."""

    frame: str
    along: float
    front: float
    back: float
    outer: float
    inner: float


class DepthRule(Struct, frozen=True):
    """Place in the drawing order: weighted joint depths plus a bias; `least` over the pelvis' depth."""

    weights: Mapping[str, float]
    bias: float
    least: float | None = None


class TurnedPart(Struct, frozen=True):
    """A loft, for the sides it exists on; `rim` are the rings between which it may get a contour."""

    name: str
    role: str
    sides: str
    square: float
    rings: tuple[Ring, ...]
    depth: DepthRule
    rim: tuple[int, int] = (0, 0)


class TurnedPatch(Struct, frozen=True):
    """An area on a part: rows of (ring position, from, to) degrees around the bone."""

    name: str
    on: str
    role: str
    sides: str
    rows: tuple[tuple[float, float, float], ...]
    scale: float
    depth: DepthRule | None


class Placement(Struct, frozen=True):
    """One compiled part or patch on one side: its rows of the matrix and the grid they form."""

    name: str
    side: str
    role: str
    rows: slice
    grid: tuple[int, int]
    depth: DepthRule
    rim: tuple[int, int]
    is_patch: bool


class TurnedFigure(Struct, frozen=True, eq=False):
    """The compiled figure. `limb`: parts of a leg or an arm; `follow`: which patch lies on which part."""

    parts: tuple[Placement, ...]
    matrix: FloatArray
    limb: Mapping[str, str]
    follow: Mapping[str, str]
    lit: Mapping[str, tuple[str, ...]]


def compile_turned(
    parts: Iterable[TurnedPart],
    patches: Iterable[TurnedPatch],
    limb: Mapping[str, str],
    follow: Mapping[str, str],
    lit: Mapping[str, tuple[str, ...]],
) -> TurnedFigure:
    """Make the matrix: rows of points, columns of bone frames times [origin, along, front, outer]."""
    blocks: list[FloatArray] = []
    placed: list[Placement] = []
    first = 0
    ring = np.arange(AROUND) * 360 / AROUND
    known = {part.name: part for part in parts}

    def add(block: FloatArray, item: TurnedPart | TurnedPatch, side: str, grid: tuple[int, int]) -> None:
        nonlocal first
        rows = slice(first, first + len(block))
        first += len(block)
        blocks.append(block)
        if isinstance(item, TurnedPart):
            rim = (item.rim[0] * DENSE, item.rim[1] * DENSE)
            placed.append(Placement(item.name, side, item.role, rows, grid, item.depth, rim, False))
        else:
            depth = item.depth or known[item.on].depth
            placed.append(Placement(item.name, side, item.role, rows, grid, depth, (0, 0), True))

    for part in known.values():
        n = len(part.rings)
        u = np.linspace(0, n - 1, (n - 1) * DENSE + 1)
        for side in part.sides:
            add(_loft(part, side, u, ring + 0 * u[:, None]), part, side, (len(u), AROUND))
    for patch in patches:
        on, n = known[patch.on], len(patch.rows)
        rows = _spline(np.linspace(0, n - 1, n * 4 - 3), n) @ np.array(patch.rows, float)
        theta = rows[:, 1:2] + (rows[:, 2:] - rows[:, 1:2]) * np.linspace(0, 1, 17)
        u = np.clip(rows[:, 0], 0, len(on.rings) - 1)
        for side in patch.sides:
            block = np.concatenate([_loft(on, side, u, theta, patch.scale), _loft(on, side, u, theta, 0.0)])
            add(block, patch, side, (theta.shape[0], theta.shape[1]))
    return TurnedFigure(tuple(placed), np.concatenate(blocks), limb, follow, lit)


def _spline(u: FloatArray, n: int) -> FloatArray:
    """Catmull-Rom weights (len(u), n) of n values at positions u, flat ends."""
    i = np.clip(np.floor(u).astype(int), 0, n - 2)
    t = (u - i)[:, None]
    basis = (
        np.hstack([-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, t**3 - t**2]) / 2
    )
    out = np.zeros((len(u), n))
    for k in range(4):
        np.add.at(out, (np.arange(len(u)), np.clip(i + k - 1, 0, n - 1)), basis[:, k])
    return out


def _loft(part: TurnedPart, side: str, u: FloatArray, theta: FloatArray, scale: float = 1.0) -> FloatArray:
    """Matrix rows of the points at ring position u, angle theta (len(u), m)."""
    weights = _spline(u, len(part.rings))
    out = np.zeros((*theta.shape, len(FRAMES), 4))
    c, s = (
        np.sign(v) * np.abs(v) ** (2 / part.square)
        for v in (np.cos(np.radians(theta)), np.sin(np.radians(theta)))
    )
    for k, ring in enumerate(part.rings):
        centre = ring.frame in CENTRE
        at, mirror = FRAMES[ring.frame if centre else ring.frame + side], -1 if centre and side == "L" else 1
        w = weights[:, k, None]
        out[..., at, 0] += w
        out[..., at, 1] += w * ring.along
        out[..., at, 2] += (
            w * ((ring.front - ring.back) / 2 + scale * (ring.front + ring.back) / 2 * c) / 1000
        )
        reach = (ring.outer - ring.inner) / 2 + scale * (ring.outer + ring.inner) / 2 * s
        out[..., at, 3] += mirror * w * reach / 1000
    return np.asarray(out.reshape(-1, len(FRAMES) * 4))
