"""Pushes overlapping marks apart, as little as can be, always the same way for the same marks."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi, sqrt

import numpy as np
from numpy.typing import NDArray

ROUNDS = 30
ENOUGH = 0.25  # px two marks may still overlap
TURN = pi * (3 - sqrt(5))  # the golden angle: marks on the very same point leave in different directions

Points = NDArray[np.float64]


def push_apart(points: Sequence[tuple[float, float]], reaches: Sequence[float], most: float) -> Points:
    """How far each mark moves, as n rows of x, y in px: so far that no two circles overlap.

    `reaches` are the radii of the marks. Two marks part along the line between their centres, each by
    half. None moves farther than `most`: a crowd that has no room stays a crowd. The answer depends on
    the order of the marks only where two lie on the very same point.
    """
    start = np.array(points, dtype=np.float64).reshape(-1, 2)
    moved = np.zeros_like(start)
    radii = np.array(reaches, dtype=np.float64)
    first, second = _near_pairs(start, radii, most)
    if first.size == 0:
        return moved
    wanted = radii[first] + radii[second]
    angles = TURN * (first + second)
    aside = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    for _ in range(ROUNDS):
        now = start + moved
        gap = now[second] - now[first]
        length = np.sqrt(gap[:, 0] ** 2 + gap[:, 1] ** 2)
        touching = np.flatnonzero(wanted - length > ENOUGH)
        if touching.size == 0:
            break
        one, other, apart = first[touching], second[touching], length[touching][:, None]
        way = np.where(apart > 1e-6, gap[touching] / np.maximum(apart, 1e-6), aside[touching])
        push = way * (wanted[touching] - length[touching])[:, None] / 2
        for axis in (0, 1):
            moved[:, axis] += np.bincount(other, push[:, axis], len(start))
            moved[:, axis] -= np.bincount(one, push[:, axis], len(start))
        far = np.sqrt(moved[:, 0] ** 2 + moved[:, 1] ** 2)
        moved *= np.minimum(1.0, most / np.maximum(far, 1e-9))[:, None]
    return moved


def _near_pairs(
    points: Points, radii: NDArray[np.float64], most: float
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Index pairs of marks that could touch once both have moved; none when nothing overlaps."""
    first, second = np.triu_indices(len(points), k=1)
    gap = points[second] - points[first]
    room = np.hypot(gap[:, 0], gap[:, 1]) - radii[first] - radii[second]
    if room.size == 0 or room.min() >= -ENOUGH:
        return first[:0], second[:0]
    near = room < 2 * most
    return first[near], second[near]
