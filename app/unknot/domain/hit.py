"""Which place lies under a point of a picture: a named spot, else a zone, else the region of the id map."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from unknot.domain.anatomy import Anatomy, Outline, Ring
from unknot.domain.body import Place, Pressure, View

IdMap = NDArray[np.uint8]  # one byte a pixel, rows first


class _Shape(Struct, frozen=True):
    """An outline made ready for the even-odd test."""

    place: str
    left: float
    top: float
    right: float
    bottom: float
    edges: tuple[tuple[float, float, float, float], ...]  # v0, v1, u at v0, du per dv

    def holds(self, u: float, v: float) -> bool:
        """Whether the point lies inside."""
        if not (self.left <= u <= self.right and self.top <= v <= self.bottom):
            return False
        inside = False
        for low, high, start, slope in self.edges:
            if low <= v < high and u < start + (v - low) * slope:
                inside = not inside
        return inside


class HitMap:
    """Finds places by point. Points are u, v of the right leg's picture; mirror taps on the left leg first.

    Named spots win over zones, zones over regions. Where two zones overlap the one that must not be
    pressed wins, then the smaller one. Built once; a question takes a few microseconds.
    """

    def __init__(self, anatomy: Anatomy, ids: Mapping[View, IdMap], places: Mapping[str, Place]) -> None:
        self._anatomy, self._ids, self._places = anatomy, dict(ids), dict(places)
        self._named = {
            view: (*map(_shape, seen.spots), *self._cautious_first(seen.zones))
            for view, seen in anatomy.views.items()
        }

    def place_at(self, view: View, u: float, v: float) -> str | None:
        """The place under a point, None beside the leg."""
        for shape in self._named[view]:
            if shape.holds(u, v):
                return shape.place
        return self.region_at(view, u, v)

    def region_at(self, view: View, u: float, v: float) -> str | None:
        """The region of the id map under a point, whatever spot or zone lies on it."""
        ids = self._ids[view]
        height, width = ids.shape
        column, row = int(u * width), int(v * height)
        if not (0 <= column < width and 0 <= row < height and u >= 0 and v >= 0):
            return None
        return self._anatomy.names.get(int(ids[row, column]))

    def may_press(self, view: View, u: float, v: float) -> bool:
        """Whether a routine may press at a point: its place allows it, and its height window holds v."""
        place = self._places.get(self.place_at(view, u, v) or "")
        return place is not None and place.may_press(v)

    def nearest(self, view: View, u: float, v: float, among: Collection[str]) -> str | None:
        """Of some places, the one whose border is nearest to a point in this view, in millimetres."""
        seen = self._anatomy.views[view]
        best: tuple[float, str] | None = None
        for outline in (*seen.spots, *seen.zones, *seen.regions):
            if outline.place in among:
                away = _distance(outline.rings, u, v, seen.mm_per_u, seen.mm_per_v)
                best = min(best, (away, outline.place)) if best else (away, outline.place)
        return best[1] if best else None

    def _cautious_first(self, zones: Iterable[Outline]) -> list[_Shape]:
        ranked = sorted(zones, key=lambda zone: (self._may_be_pressed(zone.place), _area(zone.rings)))
        return [_shape(zone) for zone in ranked]

    def _may_be_pressed(self, place: str) -> bool:
        known = self._places.get(place)
        return known is not None and known.pressure is not Pressure.NONE


def _shape(outline: Outline) -> _Shape:
    edges = []
    for ring in outline.rings:
        for (u0, v0), (u1, v1) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if v0 == v1:
                continue  # a level edge is never crossed
            low, high = min(v0, v1), max(v0, v1)
            edges.append((low, high, u0 if v0 < v1 else u1, (u1 - u0) / (v1 - v0)))
    us = [u for ring in outline.rings for u, _ in ring]
    vs = [v for ring in outline.rings for _, v in ring]
    return _Shape(outline.place, min(us), min(vs), max(us), max(vs), tuple(edges))


def _area(rings: tuple[Ring, ...]) -> float:
    """Area of the outer ring by the shoelace formula, in parts of the picture."""
    ring = rings[0]
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(u0 * v1 - u1 * v0 for (u0, v0), (u1, v1) in pairs)) / 2


def _distance(rings: tuple[Ring, ...], u: float, v: float, mm_per_u: float, mm_per_v: float) -> float:
    """Shortest way from a point to the border, in mm."""
    scale = np.array([mm_per_u, mm_per_v])
    point = np.array([u, v]) * scale
    shortest = np.inf
    for ring in rings:
        start = np.array(ring) * scale
        along = np.roll(start, -1, axis=0) - start
        length = np.maximum((along**2).sum(axis=1), 1e-12)
        share = np.clip(((point - start) * along).sum(axis=1) / length, 0, 1)
        gaps = start + along * share[:, None] - point
        shortest = min(shortest, float(np.sqrt((gaps**2).sum(axis=1)).min()))
    return float(shortest)
