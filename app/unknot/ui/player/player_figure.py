"""The small figure of the player: the position of the step, on the player's own ground."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from unknot.ui.widgets.figure_view import PoseView


class PlayerFigure(PoseView):
    """A pose without the stage behind it."""

    def paint_stage(self, painter: QPainter) -> None:
        """Only smooth edges."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
