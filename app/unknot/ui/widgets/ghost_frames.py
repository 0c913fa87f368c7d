"""A running ghost, kept as pictures around its hip: it costs more than the runner, so it is made once."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTransform

from unknot.domain.figure import Figure, outline
from unknot.domain.gait import Body, Joints, Style, pose
from unknot.ui.theme import Theme
from unknot.ui.widgets.figure_paint import GhostPicture, ghost_picture, paint_ghost

FRAMES = 240  # pictures a stride


class GhostFrames:
    """The pictures of one style at one scale (pixels a metre) and line width; made when first needed."""

    def __init__(self, style: Style, figure: Figure, body: Body, scale: float, width: float) -> None:
        self._style, self._figure, self._body = style, figure, body
        self._scale, self._width = scale, width
        self._pictures: dict[int, GhostPicture] = {}

    def paint(self, painter: QPainter, phase: float, hip: QPointF, theme: Theme) -> None:
        """Draw the ghost with its hip at a point of the widget."""
        painter.save()
        painter.translate(hip)
        ghost = self._picture(round(phase * FRAMES) % FRAMES)
        paint_ghost(painter, ghost, theme.color("ink3"), theme.color("stage"), self._width)
        painter.restore()

    def prepare(self) -> bool:
        """Make one more picture ahead of time; False when all are there."""
        missing = next((i for i in range(FRAMES) if i not in self._pictures), None)
        if missing is None:
            return False
        self._picture(missing)
        return True

    def toe(self, phase: float) -> tuple[float, float]:
        """Where its right toes are from the hip, metres."""
        joints = pose(self._style, phase, self._body)
        return joints["toeR"][0] - joints["hip"][0], joints["toeR"][1] - joints["hip"][1]

    def _picture(self, index: int) -> GhostPicture:
        if index not in self._pictures:
            joints = pose(self._style, index / FRAMES, self._body)
            x, y = joints["hip"]
            around: Joints = {name: (px - x, py - y) for name, (px, py) in joints.items()}
            shapes = outline(self._figure, around, "R", self._body.height_m)
            view = QTransform(self._scale, 0, 0, -self._scale, 0, 0)
            self._pictures[index] = ghost_picture(shapes, view, self._width)
        return self._pictures[index]
