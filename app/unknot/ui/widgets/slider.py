"""A horizontal slider with a name; its look is in app.qss, its handle stays inside the track."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from unknot.ui.theme import Theme


class Slider(QSlider):
    """Whole numbers from `low` to `high`. The wheel scrolls the page, not the value."""

    def __init__(
        self, theme: Theme, name: str, low: int, high: int, step: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setPageStep(step * 2)
        self.setProperty("radius", 10)
        theme.changed.connect(self._restyle)
        self._restyle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()

    def _restyle(self) -> None:
        self.setMinimumSize(self._theme.px(160), self._theme.px(44))
