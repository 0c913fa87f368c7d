"""Which leg: a dark plate with the side in capitals."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from unknot.domain.body import Side
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.theme import Theme


class SidePlate(QLabel):
    """Says "RIGHT leg" or "LEFT leg" in reversed colours, as wide as its words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, PlayerScale(theme, 1.0)
        theme.changed.connect(self.update)

    def show_side(self, side: Side | None) -> None:
        """Show this leg, or nothing."""
        words = {Side.RIGHT: self.tr("RIGHT leg"), Side.LEFT: self.tr("LEFT leg")}
        text = words[side] if side is not None else ""
        if text != self.text():
            self.setText(text)
            self._fit()
        self.setVisible(side is not None)

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded plate in the ink colour, the words in the ground colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("ink"))
        painter.drawRoundedRect(QRectF(self.rect()), self._scale.px(14), self._scale.px(14))
        painter.setFont(self._scale.font("side"))
        painter.setPen(self._theme.color("bg"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _fit(self) -> None:
        wide = QFontMetrics(self._scale.font("side")).horizontalAdvance(self.text())
        self.resize(wide + self._scale.px(48), self._scale.px(88))
