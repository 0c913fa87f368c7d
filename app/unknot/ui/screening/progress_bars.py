"""How far the questions are: one small bar a question, and the same in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced


class ProgressBars(QWidget):
    """Bars and "Question 3 of 7"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = _Bars(theme, self)
        self._words = QLabel(self)
        self._words.setProperty("type", "small")
        self._words.setProperty("tone", "ink2")
        row = spaced(QHBoxLayout(self), theme, 0, 12)
        row.addWidget(self._bars)
        row.addWidget(self._words)
        row.addStretch(1)

    def show_at(self, number: int, count: int) -> None:
        """Question `number` (from 1) of `count`."""
        self._bars.number, self._bars.count = number, count
        self._bars.updateGeometry()
        self._bars.update()
        self._words.setText(self.tr("Question {number} of {count}").format(number=number, count=count))


class _Bars(QWidget):
    """The bars alone; the words beside them say the same."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.number, self.count = 0, 1
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Up to 44 px a bar."""
        return QSize(min(self._theme.px(344), self.count * self._theme.px(50)), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """May be squeezed."""
        return QSize(self._theme.px(80), self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Done ones filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap, high = self._theme.px(6 if self.count < 12 else 3), self._theme.px(8)
        wide = (self.width() - gap * (self.count - 1)) / self.count
        for index in range(self.count):
            painter.setBrush(self._theme.color("primary" if index < self.number else "border"))
            bar = QRectF(index * (wide + gap), (self.height() - high) / 2, wide, high)
            painter.drawRoundedRect(bar, high / 2, high / 2)
        painter.end()
