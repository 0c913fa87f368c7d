"""The map's own knowledge: places with their names and outlines, pictures, and what lies where."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

import numpy as np
from msgspec.structs import replace
from PySide6.QtGui import QPainterPath, QPolygonF

from unknot.domain.anatomy import Anatomy, AnatomyView
from unknot.domain.body import Place, Spot, Use, View
from unknot.domain.hit import HitMap, IdMap
from unknot.domain.knots import KnotKind, KnotStory, Size
from unknot.domain.layers import Layers
from unknot.domain.other_views import seen_from
from unknot.domain.vocabulary import Caution, SizeWord
from unknot.ui.body_map.frame import CROP, WHOLE, LegFrame, PictureShape
from unknot.ui.place_names import place_name
from unknot.ui.widgets.outline_paths import area_of

SKIN = 0.035  # the skin reaches this part of the picture's width beyond the muscles


class MapAtlas:
    """One view of anatomy and content together, for the body map alone."""

    def __init__(
        self,
        anatomy: Anatomy,
        ids: Mapping[View, IdMap],
        places: Mapping[str, Place],
        sizes: Mapping[Size, SizeWord],
        cautions: Mapping[str, Caution] | None = None,
    ) -> None:
        self.hits = HitMap(anatomy, ids, places)
        self.places, self.sizes = dict(places), dict(sizes)
        self.cautions = dict(cautions or {})
        self.knee_places = frozenset(
            place.id for place in places.values() if place.part == "knee" and place.use is Use.MARK
        )
        self._anatomy = anatomy
        self._echoes: dict[tuple[View, Spot, str], Spot | None] = {}
        self._shapes = {
            (view, whole): _shape(ids[view], WHOLE if whole else CROP, seen.midline)
            for view, seen in anatomy.views.items()
            for whole in (False, True)
        }

    @cached_property
    def layers(self) -> Layers:
        """What lies under what; made with the first tap."""
        return Layers(self._anatomy, self.hits, self.places)

    def seen(self, view: View) -> AnatomyView:
        """The outlines of one view."""
        return self._anatomy.views[view]

    def shape(self, view: View, *, whole: bool) -> PictureShape:
        """Proportions of a picture, and where the leg lies in the part that is shown."""
        return self._shapes[view, whole]

    def label(self, place: str) -> str:
        """The name users see."""
        return place_name(self.places, place)

    def as_known(self, story: KnotStory) -> KnotStory:
        """A mark at a place that this version does not know is shown as "other", whatever it is."""
        if story.knot.place in self.places:
            return story
        return replace(story, knot=replace(story.knot, kind=KnotKind.OTHER))

    def may_press(self, kind: KnotKind, place: str, v: float) -> bool:
        """Whether a mark of this kind may be pressed at height v, be it only by a thumb to rate it."""
        known = self.places.get(place)
        return kind.is_pressed and known is not None and known.may_press(v)

    def size_word(self, size: Size) -> str:
        """Such as "Golf ball"."""
        fact = self.sizes.get(size)
        return fact.label if fact else size.value

    def path(self, view: View, place: str, leg: LegFrame) -> QPainterPath:
        """The border of a place on the stage; empty where it is not seen."""
        path = QPainterPath()
        outline = self._anatomy.views[view].outline(place)
        for ring in outline.rings if outline else ():
            path.addPolygon(QPolygonF([leg.point(u, v) for u, v in ring]))
            path.closeSubpath()
        return path

    def area(self, view: View, places: Collection[str]) -> QPainterPath:
        """What belongs to any of these places in a view, in u, v: as a touch would find them."""
        return area_of(self._anatomy.views[view], places)

    def seen_from(self, view: View, spot: Spot, place: str) -> Spot | None:
        """A spot of another view in this one, None where its place cannot be seen (kept: asked often)."""
        key = (view, spot, place)
        if key not in self._echoes:
            self._echoes[key] = seen_from(view, spot, place, self._anatomy, self.hits)
        return self._echoes[key]

    def nearest_useful(self, view: View, u: float, v: float) -> str | None:
        """The place nearest to a point that a routine may press."""
        useful = {place.id for place in self.places.values() if place.use is Use.PRESS and not place.no_tap}
        return self.hits.nearest(view, u, v, useful)

    def home(self, place: str, preferred: View) -> tuple[View, float, float] | None:
        """Where a knot goes that was chosen by name: in the view shown, if it is seen there."""
        known = self.places.get(place)
        if known is None or not known.default_at:
            return None
        view = preferred if preferred in known.default_at else next(iter(known.default_at))
        return (view, *known.default_at[view])


def _shape(ids: IdMap, span: tuple[float, float], midline: str) -> PictureShape:
    height, width = ids.shape
    columns = np.flatnonzero(ids[int(span[0] * height) : int(span[1] * height)].any(axis=0))
    left = max(0.0, columns[0] / width - SKIN)
    right = min(1.0, (columns[-1] + 1) / width + SKIN)
    return PictureShape(width / height, float(left), float(right), midline)
