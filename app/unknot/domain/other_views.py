"""Where a spot that was marked in one view is seen in another: at the same height, within its place."""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, pi, sin

from unknot.domain.anatomy import Anatomy, AnatomyView, Ring
from unknot.domain.body import Spot, View
from unknot.domain.hit import HitMap

Span = tuple[float, float]  # u from, u to

# The side of the right leg that a view looks at, as a quarter turn: back, outer, front, inner.
_FACING = {View.BACK: 0.0, View.OUTER: pi / 2, View.FRONT: pi, View.INNER: 3 * pi / 2}
REACH_MM = 10.0  # a place whose outline ends so near above or below the height still shows the spot
STEP_MM = 1.0
TRIES = 24  # points of a span looked at when something else lies on the wanted one
CLEAR = 0.2  # of a span's width: so far from its ends, or the marker would look as if it lay beside its place


def seen_from(view: View, spot: Spot, place: str, anatomy: Anatomy, hits: HitMap) -> Spot | None:
    """The same spot in another view; None where its place is not visible at that height.

    All four pictures share one height: v is v. Across, the leg is taken as an ellipse at that height,
    from the skin outlines of both views, so that a spot on the outer edge of the back view comes to the
    middle of the outer view. It is then kept inside what can be seen of its place.
    """
    if spot.view is view:
        return spot
    seen = anatomy.views[view]
    outline = seen.outline(place)
    if outline is None:
        return None
    wanted = _around(spot, anatomy.views[spot.view], seen)
    for v in _heights(spot.v, seen.mm_per_v):
        spans = spans_at(outline.rings, v)
        u = next((u for u in _nearest_first(spans, wanted) if hits.place_at(view, u, v) == place), None)
        if u is not None:
            return Spot(view, spot.side, u, v)
    return None


def spans_at(rings: tuple[Ring, ...], v: float) -> list[Span]:
    """Where closed rings (even-odd rule) are inside at height v, from left to right."""
    crossings = []
    for ring in rings:
        for (u0, v0), (u1, v1) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (v0 <= v) != (v1 <= v):
                crossings.append(u0 + (v - v0) / (v1 - v0) * (u1 - u0))
    crossings.sort()
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def _around(spot: Spot, origin: AnatomyView, target: AnatomyView) -> float:
    """The u in the target of the point on the leg's surface, whether or not it faces that way."""
    left, right = _width(origin, spot.v)
    across = (spot.u - (left + right) / 2) / max((right - left) / 2, 1e-6)
    angle = _FACING[origin.view] + asin(min(1.0, max(-1.0, across)))
    left, right = _width(target, spot.v)
    return (left + right) / 2 + sin(angle - _FACING[target.view]) * (right - left) / 2


def _width(seen: AnatomyView, v: float) -> Span:
    spans = spans_at(seen.skin, v)
    return (spans[0][0], spans[-1][1]) if spans else (0.0, 1.0)


def _heights(v: float, mm_per_v: float) -> Iterator[float]:
    """The height itself, then others within reach, nearest first."""
    yield v
    for step in range(1, int(REACH_MM / STEP_MM) + 1):
        for sign in (-1, 1):
            near = v + sign * step * STEP_MM / mm_per_v
            if 0 <= near <= 1:
                yield near


def _nearest_first(spans: list[Span], wanted: float) -> list[float]:
    """Points inside the spans, clear of their ends, the nearest to the wanted one first."""
    points = []
    for left, right in spans:
        inset = (right - left) * CLEAR
        points.append(min(max(wanted, left + inset), right - inset))
        points += [left + (right - left) * (step + 0.5) / TRIES for step in range(TRIES)]
    return sorted(points, key=lambda u: (abs(u - wanted), u))
