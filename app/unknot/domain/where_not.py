"""Where no routine presses: for hatching the map, all over it or around one knot."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot

from unknot.domain.anatomy import AnatomyView, Outline
from unknot.domain.body import Place, Pressure, Spot

AROUND_MM = 100.0  # what a hand at a knot, or a tool under it, may come upon


def never_pressed(places: Iterable[Place]) -> frozenset[str]:
    """The ids of all places that must not be pressed: hollow of the knee, bones, IT band, groin, tendons."""
    return frozenset(place.id for place in places if place.pressure is Pressure.NONE)


def never_pressed_around(spot: Spot, seen: AnatomyView, places: Iterable[Place]) -> frozenset[str]:
    """Those of them whose outline comes near a spot in its view; `seen` is that view."""
    never = never_pressed(places)
    outlines = (*seen.zones, *seen.regions)
    return frozenset(one.place for one in outlines if one.place in never and _is_near(one, spot, seen))


def _is_near(outline: Outline, spot: Spot, seen: AnatomyView) -> bool:
    return any(
        hypot((u - spot.u) * seen.mm_per_u, (v - spot.v) * seen.mm_per_v) <= AROUND_MM
        for ring in outline.rings
        for u, v in ring
    )
