"""The figure of a cue, still: the runner at the telling phase, with the style it is set against behind it."""

from __future__ import annotations

from math import radians, tan

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from unknot.content.gait import GaitLibrary
from unknot.domain.cue_cards import CueFigure
from unknot.domain.figure import outline
from unknot.domain.gait import pose
from unknot.domain.gait_teaching import lit_muscles
from unknot.ui.theme import Theme
from unknot.ui.widgets.figure_paint import Palette, ghost_picture, paint_ghost, paint_shapes
from unknot.ui.widgets.stage import fitted

ROOM = QRectF(-0.76, -0.08, 1.46, 1.92)  # metres that a runner takes up around the hips, with some air
GHOST_SHARE = 0.0045  # of the picture's height: how thick the ghost's line is


def paint_cue_figure(
    painter: QPainter, gait: GaitLibrary, figure: CueFigure, box: QRectF, theme: Theme, tones: Palette
) -> None:
    """Ground, ghost and runner into `box` (pixels), on the colour of the stage."""
    style, body = gait.styles[figure.style], gait.body
    fall = tan(radians(style.grade_deg)) * ROOM.height() * 0.5 * box.width() / box.height()
    view = fitted(ROOM.adjusted(0, -fall, 0, 0), box)  # the lower end of a slope is in the picture too
    joints = pose(style, figure.phase, body)
    other = pose(gait.styles[figure.contrast], figure.phase, body)
    across, up = joints["hip"][0] - other["hip"][0], joints["hip"][1] - other["hip"][1]
    moved = {name: (x + across, y + up) for name, (x, y) in other.items()}
    width = max(1.0, GHOST_SHARE * box.height())
    ghost = ghost_picture(outline(gait.figure, moved, "R", body.height_m), view, width)
    paint_ghost(painter, ghost, theme.color("ink3"), theme.color("stage"), width)
    _paint_ground(painter, view.map(QPointF()), style.grade_deg, box, theme)
    lit = {f"near.{muscle}": share for muscle, share in lit_muscles(style, figure.phase).items()}
    paint_shapes(painter, outline(gait.figure, joints, "R", body.height_m), tones, lit, view)


def _paint_ground(painter: QPainter, origin: QPointF, slope_deg: float, box: QRectF, theme: Theme) -> None:
    """The ground from edge to edge of the box: cut by hand, since a drawing file knows no clip."""
    rise = tan(radians(slope_deg))
    left, right, low = box.left(), box.right(), box.bottom() - 0.03 * box.height()  # the corner is round
    if rise > 0.0:
        left = max(left, origin.x() - (low - origin.y()) / rise)
        right = min(right, origin.x() + (origin.y() - box.top()) / rise)
    ends = (QPointF(x, origin.y() - (x - origin.x()) * rise) for x in (left, right))
    painter.setPen(QPen(theme.color("borderStrong"), max(2.0, GHOST_SHARE * box.height())))
    painter.drawLine(QLineF(*ends))
