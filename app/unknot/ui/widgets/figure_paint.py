"""Draws the body's outlines: filled, as a dashed ghost, and for turned views. Metres in, pixels out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from PySide6.QtCore import QByteArray, QDataStream, QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from unknot.content.gait_figure import ColourMix
from unknot.domain.figure import Shape
from unknot.domain.figure_turned import TurnedShape
from unknot.domain.gait import FloatArray
from unknot.ui.theme import Theme

Palette = dict[str, QColor]
ShapePath = tuple[str, str, QPainterPath]  # name, tone, outline in pixels
INNER = {"muscle", "shorts", "ear"}  # roles inside the silhouette, which the ghost leaves out
_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
_WINDING = (0).to_bytes(4, "big") + Qt.FillRule.WindingFill.value.to_bytes(4, "big")


def palette_of(theme: Theme, mixes: Mapping[str, Mapping[str, ColourMix]]) -> Palette:
    """Every tone of the figure ("near.skin") in the theme's colours."""
    rows = mixes["dark" if theme.is_dark else "light"]
    return {
        role: _mixed(theme.color(mix.base), theme.color(mix.other), mix.share) for role, mix in rows.items()
    }


def _mixed(a: QColor, b: QColor, share: float) -> QColor:
    pairs = ((a.redF(), b.redF()), (a.greenF(), b.greenF()), (a.blueF(), b.blueF()))
    red, green, blue = (x + (y - x) * share for x, y in pairs)
    return QColor.fromRgbF(red, green, blue)


def paint_shapes(
    painter: QPainter, shapes: Sequence[Shape], palette: Palette, lit: Mapping[str, float], view: QTransform
) -> None:
    """Fill the figure. `lit`: muscle ("near.glute") -> 0..1; a muscle that is not lit is not drawn."""
    seen = [s for s in shapes if s.role != "muscle" or lit.get(s.name, 0.0) > 0.0]
    paint_paths(painter, shape_paths(seen, view), palette, lit)


def shape_paths(shapes: Sequence[Shape], view: QTransform) -> list[ShapePath]:
    """Name, tone and path in pixels of each shape, far to near."""
    points = _mapped(np.concatenate([s.points for s in shapes]), view)
    paths = _paths(points, [len(s.points) for s in shapes])
    return [
        (shape.name, f"{shape.name.partition('.')[0]}.{shape.role}", path)
        for shape, path in zip(shapes, paths, strict=True)
    ]


def paint_paths(
    painter: QPainter,
    paths: Sequence[ShapePath],
    palette: Palette,
    lit: Mapping[str, float],
) -> None:
    """Fill paths made by `shape_paths`; a muscle that is not lit is left out."""
    painter.setPen(Qt.PenStyle.NoPen)
    for name, tone, path in paths:
        colour = palette[tone]
        if tone.endswith("muscle"):
            if lit.get(name, 0.0) <= 0.0:
                continue
            colour = QColor(colour)
            colour.setAlphaF(min(lit[name], 1.0))
        painter.setBrush(colour)
        painter.drawPath(path)


class GhostPicture(Struct, frozen=True):
    """A ghost ready to paint: its dashes and the outlines whose inside covers their inner half."""

    dashes: list[QLineF]
    outlines: list[QPainterPath]


def ghost_picture(shapes: Sequence[Shape], view: QTransform, width: float) -> GhostPicture:
    """The dashed silhouette of a figure, for lines `width` pixels wide.

    The dashes are short lines along every shape, twice as wide as they will look: Qt's own dashing takes
    five times as long.
    """
    outlines = [s.points[::2] for s in shapes if s.role not in INNER]  # finer than its dashes need
    counts = [len(points) for points in outlines]
    points = _mapped(np.concatenate(outlines), view)
    dash, gap = 4.2 * width, 3.3 * width
    ring = np.concatenate([part for p in np.split(points, np.cumsum(counts)[:-1]) for part in (p, p[:1])])
    shape = np.repeat(np.arange(len(counts)), [count + 1 for count in counts])
    steps = np.diff(ring, axis=0)
    way = np.concatenate(([0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))))
    start = np.arange(0.0, way[-1] - dash, dash + gap)
    before, after = np.searchsorted(way, start) - 1, np.searchsorted(way, start + dash)
    start = start[shape[np.maximum(before, 0)] == shape[after]]  # none from one shape to the next
    ends = np.stack([np.interp(at, way, axis) for at in (start, start + dash) for axis in ring.T], 1)
    # one path a shape: a path of them all takes twice as long to fill
    return GhostPicture([QLineF(*end) for end in ends.tolist()], _paths(points, counts))


def paint_ghost(painter: QPainter, ghost: GhostPicture, line: QColor, ground: QColor, width: float) -> None:
    """Draw a ghost, before everything else on its ground."""
    painter.setPen(QPen(line, 2 * width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLines(ghost.dashes)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    for path in ghost.outlines:
        painter.drawPath(path)


def paint_turned(
    painter: QPainter,
    shapes: Sequence[TurnedShape],
    palette: Palette,
    lit: Mapping[str, float],
    view: QTransform,
    rim: float = 1.5,
) -> None:
    """Fill a turned figure back to front, with a thin contour where a part lies on its own tone."""
    behind: dict[str, list[QPainterPath]] = {}
    for name, points, role, rows in shapes:
        if role == "muscle" and lit.get(name, 0.0) <= 0.0:
            continue
        side = name.partition(".")[0]
        tone = f"{side}.{role}"
        path = _path_of(points, view)
        drawn = behind.setdefault(tone, [])
        below = [p for p in drawn if rows[1] and p.boundingRect().intersects(path.boundingRect())]
        if below:
            clip = QPainterPath()
            clip.setFillRule(Qt.FillRule.WindingFill)
            for p in below:
                clip.addPath(p)
            painter.save()
            painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
            painter.strokePath(_path_of(points[slice(*rows)], view), QPen(palette[f"{side}.edge"], 2 * rim))
            painter.restore()
        colour = QColor(palette[tone])
        if role == "muscle":
            colour.setAlphaF(min(lit[name], 1.0))
        painter.fillPath(path, colour)
        drawn.append(path)


def _path_of(polygons: FloatArray, view: QTransform) -> QPainterPath:
    """One path of many polygons (k, m, 2), filled by the winding rule."""
    items = _elements(_mapped(polygons.reshape(-1, 2), view))
    items["kind"][:: polygons.shape[1]] = 0
    return _read_path(len(items), items.tobytes())


def _paths(points: FloatArray, counts: Sequence[int]) -> list[QPainterPath]:
    """Closed painter paths of pixels, of so many points each."""
    ends = np.cumsum(counts).tolist()
    starts = [0, *ends[:-1]]
    items = _elements(points)
    items["kind"][starts] = 0
    data, size = items.tobytes(), _ELEMENT.itemsize
    return [_read_path(b - a, data[a * size : b * size]) for a, b in zip(starts, ends, strict=True)]


def _mapped(points: FloatArray, view: QTransform) -> FloatArray:
    turn = np.array([[view.m11(), view.m12()], [view.m21(), view.m22()]])
    return np.asarray(points @ turn + np.array([view.dx(), view.dy()]))


def _elements(points: FloatArray) -> npt.NDArray[np.void]:
    items = np.empty(len(points), _ELEMENT)
    items["kind"] = 1  # a line to; 0 starts a polygon
    items["x"], items["y"] = points.T
    return items


def _read_path(count: int, elements: bytes) -> QPainterPath:
    """A path from Qt's own stream form (count; kind, x, y; start, fill rule): far faster than lineTo."""
    path = QPainterPath()
    stream = QDataStream(QByteArray(count.to_bytes(4, "big") + elements + _WINDING))  # keeps a copy
    stream >> path
    return path
