"""Which muscles lie under another, so that the deeper one can be meant by a tap on the upper one."""

from __future__ import annotations

from collections.abc import Mapping

from unknot.domain.anatomy import Anatomy, AnatomyView, Outline
from unknot.domain.body import Place, Use, View
from unknot.domain.hit import HitMap

BONE = "bone"  # the caution of a bone that lies under the skin
HIDDEN = 0.75  # of what is seen of a muscle must lie hidden below another to count as under it
MOST = 2  # offers


class Layers:
    """Built once from the anatomy.

    The anatomy tells what a straight look through a region meets, and that goes on to the far side of the
    leg. A muscle counts as deeper only when about as much of it lies hidden under the region as is seen
    of it anywhere: so the soleus lies under the calf, and the inner calf not under the outer one.
    """

    def __init__(self, anatomy: Anatomy, hits: HitMap, places: Mapping[str, Place]) -> None:
        self._hits, self._places = hits, dict(places)
        shown: dict[str, float] = {}
        for seen in anatomy.views.values():
            for region in seen.regions:
                shown[region.place] = max(shown.get(region.place, 0.0), _area(region, seen))
        self._below: dict[str, tuple[str, ...]] = {
            name: self._under(name, anatomy, shown)
            for name in {region for seen in anatomy.views.values() for region in seen.beneath}
        }

    def deeper(self, view: View, u: float, v: float, place: str) -> tuple[str, ...]:
        """The places to offer as deeper than `place`, touched at u, v, the largest first.

        Below a place that must not be pressed nothing is offered that may be; below a bone or a landmark,
        which is no muscle, nothing at all.
        """
        touched = self._places.get(place)
        region = self._hits.region_at(view, u, v)
        if touched is None or region is None or _is_no_muscle(touched):
            return ()
        below = self._below.get(region, ())
        cover = self._places.get(region)
        if cover is not None and cover.no_tap:
            below = (region, *below)
        may_press = touched.may_press(v)
        known = (self._places[name] for name in below if name in self._places and name != place)
        offered = [one.id for one in known if one.use is Use.MARK or (may_press and one.may_press(v))]
        return tuple(offered[:MOST])

    def surface(self, view: View, u: float, v: float, place: str) -> str | None:
        """What a tap there gives when `place` lies deeper; None when it is what the tap gives."""
        upper = self._hits.place_at(view, u, v)
        return upper if upper is not None and place in self.deeper(view, u, v, upper) else None

    def _under(self, name: str, anatomy: Anatomy, shown: Mapping[str, float]) -> tuple[str, ...]:
        hidden: dict[str, float] = {}
        for seen in anatomy.views.values():
            outline = next((region for region in seen.regions if region.place == name), None)
            area_seen = _area(outline, seen) if outline else 0.0
            for below in seen.beneath.get(name, ()):
                area = below.share * area_seen
                hidden[below.region] = max(hidden.get(below.region, 0.0), area)
        found = {
            region: area
            for region, area in hidden.items()
            if region in self._places
            and self._places[region].use is not Use.WARN
            and area >= HIDDEN * shown.get(region, 0.0)
        }
        ranked = sorted(found, key=found.__getitem__, reverse=True)
        return tuple(sorted(ranked, key=self._is_only_marked))

    def _is_only_marked(self, place: str) -> bool:
        return self._places[place].use is not Use.PRESS


def _is_no_muscle(place: Place) -> bool:
    return place.use is Use.MARK and (place.kind == "zone" or BONE in place.cautions)


def _area(outline: Outline, seen: AnatomyView) -> float:
    """Visible area in cm²: outer rings turn one way, holes the other, whichever way that is."""
    total = 0.0
    for ring in outline.rings:
        pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
        total += sum(u0 * v1 - u1 * v0 for (u0, v0), (u1, v1) in pairs) / 2
    return abs(total) * seen.mm_per_u * seen.mm_per_v / 100
