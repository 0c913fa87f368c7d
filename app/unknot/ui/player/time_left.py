"""Time left in the whole session: the figure, and what it is, in one place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from unknot.ui.player.player_scale import PlayerScale, clock_text
from unknot.ui.theme import Theme


class TimeLeft(QLabel):
    """The words "7:41" over "left in all"; `text()` is the figure."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, PlayerScale(theme, 1.0)
        self._caption = self.tr("left in all")
        self.setObjectName("leftInAll")
        theme.changed.connect(self.update)

    def show_left(self, seconds: float) -> None:
        """Show so many seconds."""
        text = clock_text(seconds)
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(self.tr("{time} left in all").format(time=text))

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        self.update()

    def sizeHint(self) -> QSize:
        """Room for an hour and for the words."""
        figure = QFontMetrics(self._scale.display(48)).horizontalAdvance("00:00")
        words = QFontMetrics(self._scale.display(21, 500)).horizontalAdvance(self._caption)
        return QSize(max(figure, words) + self._scale.px(4), self._scale.px(72))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The figure above, the words below, both at the right."""
        painter, px = QPainter(self), self._scale.px
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.setFont(self._scale.display(48))
        painter.setPen(self._theme.color("ink"))
        painter.drawText(QRectF(0, 0, self.width(), px(44)), flags, self.text())
        painter.setFont(self._scale.display(21, 500))
        painter.setPen(self._theme.color("ink2"))
        painter.drawText(QRectF(0, px(44), self.width(), self.height() - px(44)), flags, self._caption)
        painter.end()
