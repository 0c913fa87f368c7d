"""Draws what stands around the body: floor, wall, chair, step, cushion, and the tool in use."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTransform

from unknot.domain.pose_scene import PlacedTool
from unknot.domain.poses import Prop
from unknot.ui.theme import Theme

WALL_M = 0.05  # thickness drawn
WALL_TOP_M = 2.6
PAD_M = 0.03
LEG_M = 0.022
BACK_M = 0.46  # back rest above the seat
CUSHION_M = 0.026  # it swells up to the knee, whose outline is less round than the pose counts on
BALLS = {"ball", "roller"}


def paint_props(
    painter: QPainter, props: Iterable[Prop], view: QTransform, area: QRectF, theme: Theme
) -> None:
    """Everything behind the body. `area` is the stage in pixels; the floor runs from edge to edge."""
    props = tuple(props)
    for prop in props:
        match prop.kind:
            case "wall_behind":
                painter.fillRect(_above_floor(view, area), theme.color("border"))
            case "wall":
                _wall(painter, prop, view, theme)
            case "chair":
                _chair(painter, prop, view, theme)
            case "step":
                _box(painter, view, (prop.x[0], 0.0, prop.x[1], prop.h), theme)
            case "cushion":
                top = prop.h + CUSHION_M
                _box(painter, view, (prop.x[0], 0.0, prop.x[1], top), theme, radius=top / 2)
    for prop in props:
        if prop.kind in {"floor", "wall_line"}:
            paint_ground(painter, view, area, theme, slope_deg=prop.slope_deg, at=prop.y)


def paint_ground(
    painter: QPainter,
    view: QTransform,
    area: QRectF,
    theme: Theme,
    *,
    slope_deg: float = 0.0,
    at: float = 0.0,
) -> None:
    """The ground line, from edge to edge of the stage."""
    painter.setPen(QPen(theme.color("borderStrong"), 3))
    origin = view.map(QPointF(0.0, at))
    line = QLineF.fromPolar(area.width() * 2, slope_deg)
    line.translate(origin)
    back = QLineF.fromPolar(-area.width() * 2, slope_deg)
    back.translate(origin)
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.drawLine(QLineF(back.p2(), line.p2()))
    painter.restore()


def room_of(props: Iterable[Prop], view: QTransform, area: QRectF) -> QRectF:
    """Where a body may be seen, in pixels: above a level floor and on its side of a wall.

    Flesh that is pressed flat would show beyond them.
    """
    left, right, low = -1e3, 1e3, -1e3
    for prop in props:
        if prop.kind == "floor" and not prop.slope_deg:
            low = prop.y
        elif prop.kind == "wall" and prop.face == "right":
            left = prop.x[0]
        elif prop.kind == "wall":
            right = prop.x[0]
    return view.mapRect(QRectF(left, low, right - left, 2e3)).intersected(area)


def paint_tools(
    painter: QPainter, tools: Iterable[PlacedTool], view: QTransform, theme: Theme, *, front: bool
) -> None:
    """Ball and roller as discs, pressing hands as a ring; those in front of the leg or behind it."""
    for placed in tools:
        tool = placed.tool
        if tool.front is not front:
            continue
        centre = view.map(QPointF(placed.x, placed.y))
        if tool.kind in BALLS:
            radius = max(4.0, tool.r * abs(view.m22()))
            painter.setPen(QPen(theme.color("ink"), 1.5))
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(centre, radius, radius)
            if tool.kind == "roller":
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(centre, radius * 0.55, radius * 0.55)
        elif tool.on_body is not None:
            radius = max(4.5, 0.024 * abs(view.m22()))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("raised"), 5))
            painter.drawEllipse(centre, radius, radius)
            painter.setPen(QPen(theme.color("accent"), 3))
            painter.drawEllipse(centre, radius, radius)


def _wall(painter: QPainter, prop: Prop, view: QTransform, theme: Theme) -> None:
    """A wall on the right of the person, or on the left where the person is on its right side."""
    x = prop.x[0]
    beyond = x - WALL_M if prop.face == "right" else x + WALL_M
    _filled(painter, view, (min(x, beyond), 0.0, max(x, beyond), WALL_TOP_M), theme)
    painter.setPen(QPen(theme.color("borderStrong"), 2))
    painter.drawLine(view.map(QLineF(x, 0.0, x, WALL_TOP_M)))


def _chair(painter: QPainter, prop: Prop, view: QTransform, theme: Theme) -> None:
    left, right, seat = prop.x[0], prop.x[1], prop.seat
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("borderStrong"))
    for x in (left + 0.01, right - LEG_M - 0.02):
        painter.drawRect(_rect(view, (x, 0.0, x + LEG_M, seat - PAD_M)))
    painter.drawRect(_rect(view, (left - 0.012, seat - PAD_M, right, seat)))
    if prop.back:
        painter.drawRect(_rect(view, (left - 0.012, seat, left - 0.012 + LEG_M, seat + BACK_M)))


def _box(
    painter: QPainter,
    view: QTransform,
    corners: tuple[float, float, float, float],
    theme: Theme,
    radius: float = 0.0,
) -> None:
    painter.setPen(QPen(theme.color("borderStrong"), 1.5))
    painter.setBrush(theme.color("border"))
    round_px = radius * abs(view.m22())
    painter.drawRoundedRect(_rect(view, corners), round_px, round_px)


def _filled(
    painter: QPainter, view: QTransform, corners: tuple[float, float, float, float], theme: Theme
) -> None:
    painter.fillRect(_rect(view, corners), theme.color("border"))


def _rect(view: QTransform, corners: tuple[float, float, float, float]) -> QRectF:
    x0, y0, x1, y1 = corners
    return view.mapRect(QRectF(QPointF(x0, y0), QPointF(x1, y1)))


def _above_floor(view: QTransform, area: QRectF) -> QRectF:
    return QRectF(area.topLeft(), QPointF(area.right(), view.map(QPointF(0.0, 0.0)).y()))
