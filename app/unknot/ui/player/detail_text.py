"""The longer words of a step, shown while there is time to read: as large as all of them fit."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.theme import Theme

LARGEST, SMALLEST = 38, 22  # px of the drawing; the smallest is what is read from a chair


class DetailText(QLabel):
    """Begins at its top; what needs more room is written smaller."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = PlayerScale(theme, 1.0)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setProperty("tone", "ink2")

    def show_text(self, text: str) -> None:
        """Other words."""
        if text != self.text():
            self.setText(text)
            self._fit()

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit it again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        size = LARGEST
        while size > SMALLEST and self._needed(self._scale.display(size, 500)) > self.height():
            size -= 2
        self.setFont(self._scale.display(size, 500))

    def _needed(self, font: QFont) -> int:
        room = QRect(0, 0, max(1, self.width()), 10_000)
        return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height()
