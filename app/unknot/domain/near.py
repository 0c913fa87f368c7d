"""Which places a finger touches: a fingertip is wider than many places, so a tap may mean any of several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import cos, pi, sin

from msgspec import Struct

from unknot.domain.body import Place, Pressure, Use, View
from unknot.domain.hit import HitMap

FINGER_PX = 22.0  # half of the smallest target (design system, section 9.3)
SLIVER = 0.15  # a muscle that takes up less of the fingertip is not meant
BESIDE = 0.3  # nor one that takes up less beside a named spot: those are to be easy to hit
RINGS = 4
# a hexagon of points a ring: each stands for the same part of the fingertip
_POINTS = (
    (0.0, 0.0),
    *(
        (ring / RINGS * cos(step * pi / (3 * ring)), ring / RINGS * sin(step * pi / (3 * ring)))
        for ring in range(1, RINGS + 1)
        for step in range(6 * ring)
    ),
)


class Touched(Struct, frozen=True):
    """One place below the fingertip, and which part of the fingertip lies on it (0..1)."""

    place: str
    share: float
    is_under: bool  # whether it lies under the very point


def near(
    hits: HitMap, places: Mapping[str, Place], view: View, u: float, v: float, reach: tuple[float, float]
) -> tuple[Touched, ...]:
    """The places a tap at u, v may mean, the ones to offer first first; one alone is not to be asked about.

    `reach` is the fingertip's radius in u and in v. Named spots and seams come first, then the place
    under the point, then by the part of the fingertip; what cannot be marked at all comes last. Spots and
    zones, so everything with a name of its own or a warning, count as soon as the finger reaches them; a
    muscle must take up more than a sliver of it. Beside the leg nothing is found, however near the leg is.
    """
    under = hits.place_at(view, u, v)
    if under is None:
        return ()
    least = BESIDE if is_named_target(places.get(under)) else SLIVER
    met = Counter(hits.place_at(view, u + across * reach[0], v + down * reach[1]) for across, down in _POINTS)
    found = [
        Touched(place, count / len(_POINTS), place == under)
        for place, count in met.items()
        if place is not None
        and (place == under or count / len(_POINTS) >= least or _always_counts(places.get(place)))
    ]
    return tuple(sorted(found, key=lambda one: _rank(one, places)))


def is_named_target(place: Place | None) -> bool:
    """Whether it is one of the named spots or a seam: the places the method is about."""
    return place is not None and place.kind in {"spot", "zone"} and place.use is Use.PRESS


def _can_be_marked(place: Place | None) -> bool:
    """Whether a mark may lie there; of bones and the like the map only warns."""
    return place is None or place.use is not Use.WARN


def _always_counts(place: Place | None) -> bool:
    return place is not None and place.kind in {"spot", "zone"}


def _rank(one: Touched, places: Mapping[str, Place]) -> tuple[bool, bool, bool, float, str]:
    known = places.get(one.place)
    careful = known is not None and known.pressure is Pressure.NONE
    share = one.share + (0.5 if careful else 0)
    return (not _can_be_marked(known), not is_named_target(known), not one.is_under, -share, one.place)
