"""The small figure of the player: the position of the step, on the player's own ground."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent

from unknot.ui.widgets.figure_view import PoseView


class PlayerFigure(PoseView):
    """A pose without the stage behind it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Body, tool and floor."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.motion is not None:
            self.paint_scene(painter, self.world_view())
        painter.end()
