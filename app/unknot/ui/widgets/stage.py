"""The quiet ground behind a figure: keeps the tones, fits a piece of the world into the widget."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QWidget

from unknot.content.gait import GaitLibrary
from unknot.ui.theme import Theme
from unknot.ui.widgets.figure_paint import Palette, palette_of

RADIUS = 14


class Stage(QWidget):
    """Base of the figure's views. `rounded` off leaves square corners, for a strip inside a card."""

    def __init__(self, theme: Theme, gait: GaitLibrary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.gait = theme, gait
        self.rounded = True
        self._palette: Palette | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self._retint)

    @property
    def tones(self) -> Palette:
        """The figure's tones in the current theme."""
        if self._palette is None:
            self._palette = palette_of(self.theme, self.gait.colours)
        return self._palette

    def paint_stage(self, painter: QPainter) -> None:
        """Fill the ground and clip everything that follows to it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        path = QPainterPath()
        radius = float(self.theme.px(RADIUS)) if self.rounded else 0.0
        path.addRoundedRect(area, radius, radius)
        painter.fillPath(path, self.theme.color("stage"))

    def _retint(self) -> None:
        self._palette = None
        self.update()


def fitted(world: QRectF, area: QRectF, *, mirrored: bool = False) -> QTransform:
    """The transform that puts `world` (metres, y up) as large as fits into the middle of `area` (pixels)."""
    scale = min(area.width() / world.width(), area.height() / world.height())
    centre, middle = area.center(), world.center()
    across = -scale if mirrored else scale
    return QTransform(across, 0, 0, -scale, centre.x() - across * middle.x(), centre.y() + scale * middle.y())
