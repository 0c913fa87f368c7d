"""Lays a flat hand on floor, seat or wall: its outline is thinner than the room that the pose leaves it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from msgspec import Struct

from unknot.domain.gait import FloatArray, Point
from unknot.domain.poses import Prop

NEAR_M = 0.06  # a hand whose middle is this near to a surface lies on it
FINGER_M = 0.006  # half a finger's thickness
ACROSS = 0.5  # a hand more upright than this touches with its tips alone
TAPER = 0.3  # how much thinner the back of the hand gets towards the tips


class Surface(Struct, frozen=True):
    """Something to lay a hand on: where it is along its normal, which points towards the body; metres."""

    normal: Point
    level: float

    def height(self, at: Point) -> float:
        """How far a point is in front of it."""
        return at[0] * self.normal[0] + at[1] * self.normal[1] - self.level


def surface_under(hand: Point, props: Iterable[Prop]) -> Surface | None:
    """The nearest surface a hand can lie on, or None."""
    found: list[Surface] = []
    for prop in props:
        if prop.kind == "floor" and not prop.slope_deg:
            found.append(Surface((0.0, 1.0), prop.y))
        elif prop.kind == "chair" and prop.x[0] <= hand[0] <= prop.x[1]:
            found.append(Surface((0.0, 1.0), prop.seat))
        elif prop.kind == "wall":
            sign = 1.0 if prop.face == "right" else -1.0
            found.append(Surface((sign, 0.0), sign * prop.x[0]))
    near = [one for one in found if 0.0 <= one.height(hand) <= NEAR_M]
    return min(near, key=lambda one: one.height(hand), default=None)


def laid_flat(points: FloatArray, wrist: Point, tip: Point, surface: Surface) -> FloatArray:
    """The outline (n, 2) of a hand from `wrist` to `tip` with its lower side on the surface.

    The wrist stays in its sleeve, the fingers come down; a hand that points at the surface is left as it is.
    """
    bone = np.subtract(tip, wrist)
    length = float(np.hypot(*bone))
    normal = np.array(surface.normal)
    if length == 0.0 or abs(float(bone @ normal)) > ACROSS * length:
        return points
    along = np.clip((points - wrist) @ bone / length**2, 0.0, 1.0)
    height = points @ normal - surface.level
    start, end = surface.height(wrist), surface.height(tip)
    middle = start + (end - start) * along
    lower = middle - height
    laid = middle * (1.0 - along) + FINGER_M * along
    depth = max(float(lower.max()), 1e-6)
    wanted = np.where(lower > 0.0, laid * (1.0 - lower / depth), laid - lower * (1.0 - TAPER * along))
    return np.asarray(points + (wanted - height)[:, None] * normal)
