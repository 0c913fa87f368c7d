"""Outlines of the anatomy as paths in u, v of a picture, ready to be laid onto it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from unknot.domain.anatomy import AnatomyView, Outline


def outline_path(outline: Outline) -> QPainterPath:
    """A border in u, v; rings inside one another are holes."""
    path = QPainterPath()
    for ring in outline.rings:
        path.addPolygon(QPolygonF([QPointF(u, v) for u, v in ring]))
        path.closeSubpath()
    return path


def area_of(seen: AnatomyView, places: Collection[str]) -> QPainterPath:
    """What belongs to any of these places in a view, in u, v: as a touch would find them.

    Spots and zones that are not among them lie on the regions below, and spots on the zones.
    """
    area = QPainterPath()
    for layer in (seen.regions, seen.zones, seen.spots):
        for outline in layer:
            path = outline_path(outline)
            area = area.united(path) if outline.place in places else area.subtracted(path)
    return area
