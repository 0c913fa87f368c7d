"""How near the legs are looked at, and which part: zoom 1 to 4 about a point, pan within bounds."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF

from unknot.ui.body_map.frame import LegFrame, StageFrame

NEAREST = 4.0


class Sight(Struct, frozen=True):
    """A way to look at a laid out stage. It keeps its meaning when the stage changes its size.

    `x`, `y` are how far the point in the middle of the stage lies from the one that is there without
    zoom, in heights of the unzoomed picture.
    """

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @property
    def is_plain(self) -> bool:
        """Whether nothing is zoomed or panned."""
        return self == PLAIN


PLAIN = Sight()


def seen(base: StageFrame, sight: Sight) -> StageFrame:
    """The stage as it looks that way. `base` is the stage without zoom."""
    if sight.is_plain:
        return base
    unit, middle, zoom = base.legs[0].picture.height(), base.middle, sight.zoom
    at = middle + QPointF(sight.x, sight.y) * unit
    legs = []
    for leg in base.legs:
        corner = (leg.picture.topLeft() - at) * zoom + middle
        legs.append(LegFrame(leg.side, QRectF(corner, leg.picture.size() * zoom), leg.ink))
    return StageFrame(base.view, base.size, tuple(legs), zoom)


def about(base: StageFrame, sight: Sight, point: QPointF, zoom: float) -> Sight:
    """Zoom so that what lies under a point of the stage stays there, as far as the bounds allow."""
    zoom = min(max(zoom, 1.0), NEAREST)
    unit, away = base.legs[0].picture.height(), point - base.middle
    way = away / sight.zoom - away / zoom
    return bounded(base, Sight(zoom, sight.x + way.x() / unit, sight.y + way.y() / unit))


def panned(base: StageFrame, sight: Sight, way: QPointF) -> Sight:
    """Drag the picture this many pixels along."""
    unit = base.legs[0].picture.height() * sight.zoom
    return bounded(base, replace(sight, x=sight.x - way.x() / unit, y=sight.y - way.y() / unit))


def turned_to(base: StageFrame, sight: Sight, point: QPointF) -> Sight:
    """Bring a point of the unzoomed stage as near to the middle as the bounds allow."""
    away = (point - base.middle) / base.legs[0].picture.height()
    return bounded(base, replace(sight, x=away.x(), y=away.y()))


def bounded(base: StageFrame, sight: Sight) -> Sight:
    """The nearest way to look that cannot lose the leg.

    Up and down the picture fills the stage where it is tall enough; across, the middle of the stage
    stays between the outer edges of the legs, and without zoom in the middle of them.
    """
    zoom = min(max(sight.zoom, 1.0), NEAREST)
    picture, middle, unit = base.legs[0].picture, base.middle, base.legs[0].picture.height()
    left, right = base.edges
    roam = base.size.width() / 2 * (1 - 1 / zoom)
    low, high = max(left - middle.x(), -roam), min(right - middle.x(), roam)
    half = base.size.height() / 2 / zoom
    up, down = picture.top() + half - middle.y(), picture.bottom() - half - middle.y()
    x = _between(sight.x * unit, low, high)
    y = _between(sight.y * unit, up, down)
    return Sight(zoom, x / unit, y / unit)


def between(start: Sight, end: Sight, share: float) -> Sight:
    """On the way from one to the other; equal shares change the zoom by equal factors."""
    zoom = start.zoom * (end.zoom / start.zoom) ** share
    if abs(end.zoom - start.zoom) < 1e-9:
        way = share
    else:  # what both show moves on a straight line on the screen
        way = (1 / start.zoom - 1 / zoom) / (1 / start.zoom - 1 / end.zoom)
    return Sight(zoom, start.x + (end.x - start.x) * way, start.y + (end.y - start.y) * way)


def _between(value: float, low: float, high: float) -> float:
    """Within bounds; in their middle where they leave no room."""
    return (low + high) / 2 if low > high else min(max(value, low), high)
