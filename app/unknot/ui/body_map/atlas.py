"""The map's own knowledge: places with their names and outlines, pictures, and what lies where."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtGui import QPainterPath, QPolygonF

from unknot.domain.body import Place, Use, View
from unknot.domain.hit import HitMap, ViewOutlines
from unknot.domain.knots import Size
from unknot.ui.body_map.frame import CROP, WHOLE, LegFrame, PictureShape

SKIN = 0.035  # the skin reaches this part of the picture's width beyond the muscles


class MapAtlas:
    """One view of anatomy and content together, for the body map alone."""

    def __init__(
        self,
        outlines: Mapping[View, ViewOutlines],
        places: Mapping[str, Place],
        midlines: Mapping[View, str | None],
        sizes: Mapping[Size, str],
    ) -> None:
        self.hits = HitMap(outlines, places)
        self.sizes = dict(sizes)
        self.places = dict(places)
        self._outlines = dict(outlines)
        self._shapes = {
            (view, whole): _shape(outlines[view], WHOLE if whole else CROP, midlines[view])
            for view in outlines
            for whole in (False, True)
        }

    def shape(self, view: View, *, whole: bool) -> PictureShape:
        """Proportions of a picture, and where the leg lies in the part that is shown."""
        return self._shapes[view, whole]

    def label(self, place: str) -> str:
        """The name users see; the id itself for a place this version does not know."""
        known = self.places.get(place)
        return known.label if known else place.replace("_", " ")

    def size_word(self, size: Size) -> str:
        """Such as "Golf ball"."""
        return self.sizes.get(size, size.value)

    def path(self, view: View, place: str, leg: LegFrame) -> QPainterPath:
        """The border of a place on the stage; empty where it is not seen."""
        path = QPainterPath()
        outline = self.hits.outline(view, place)
        for ring in outline.rings if outline else ():
            path.addPolygon(QPolygonF([leg.point(u, v) for u, v in ring]))
            path.closeSubpath()
        return path

    def nearest_useful(self, view: View, u: float, v: float) -> str | None:
        """The place nearest to a point that a routine may press."""
        useful = {place.id for place in self.places.values() if place.use is Use.PRESS and not place.no_tap}
        return self.hits.nearest(view, u, v, useful)

    def home(self, place: str) -> tuple[View, float, float] | None:
        """Where a knot goes that was chosen by name: the first view that shows the place."""
        known = self.places.get(place)
        if known is None:
            return None
        for view in View:
            if view in known.default_at:
                return (view, *known.default_at[view])
        return None


def _shape(outlines: ViewOutlines, span: tuple[float, float], midline: str | None) -> PictureShape:
    height, width = outlines.ids.shape
    rows = outlines.ids[int(span[0] * height) : int(span[1] * height)]
    columns = np.flatnonzero(rows.any(axis=0))
    left = max(0.0, columns[0] / width - SKIN)
    right = min(1.0, (columns[-1] + 1) / width + SKIN)
    return PictureShape(width / height, float(left), float(right), midline)
