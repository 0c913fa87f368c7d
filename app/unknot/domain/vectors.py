"""Small 3-D vectors as plain tuples: a handful of them is faster so than as arrays."""

from __future__ import annotations

import math

Vec = tuple[float, float, float]


def plus(a: Vec, b: Vec, scale: float = 1.0) -> Vec:
    """The sum of a and scale times b."""
    return a[0] + b[0] * scale, a[1] + b[1] * scale, a[2] + b[2] * scale


def times(a: Vec, scale: float) -> Vec:
    """The vector at scale times its length."""
    return a[0] * scale, a[1] * scale, a[2] * scale


def dot(a: Vec, b: Vec) -> float:
    """Scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def norm(a: Vec) -> float:
    """Length."""
    return math.sqrt(dot(a, a))


def unit(a: Vec) -> Vec:
    """The same direction at length 1."""
    return times(a, 1.0 / norm(a))


def turn(a: Vec, b: Vec, degrees: float) -> tuple[Vec, Vec]:
    """The pair of axes (a, b) turned from a towards b."""
    if degrees == 0.0:
        return a, b
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return plus(times(a, c), b, s), plus(times(b, c), a, -s)
