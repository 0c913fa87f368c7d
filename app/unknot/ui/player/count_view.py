"""How long or how often still: the giant count, and which set of how many."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from unknot.ui.player.player_part import PlayerPart
from unknot.ui.theme import Theme


class CountView(PlayerPart):
    """A number as large as the window allows; beside it what it counts and one bar a set."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._count, self._caption, self._set = "", "", ""
        self._bars: tuple[float, ...] = ()

    def show_count(self, count: str, caption: str, set_words: str, bars: tuple[float, ...]) -> None:
        """Count, "of 10 reps" or nothing, "Set 2 of 3" or nothing, and how full each set's bar is."""
        words = " ".join(part for part in (count, caption, set_words) if part)
        if words != self.accessibleName():
            self.setAccessibleName(words)
        if (count, caption, set_words, bars) != (self._count, self._caption, self._set, self._bars):
            self._count, self._caption, self._set, self._bars = count, caption, set_words, bars
            self.update()

    def sizeHint(self) -> QSize:
        """The right column of the drawing."""
        return QSize(self._scale.px(632), self._scale.px(180))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The number left, the words and bars right of it."""
        painter, px, color = self.begin(), self._scale.px, self._theme.color
        font = self._scale.font("count")
        wide = QFontMetricsF(font).horizontalAdvance(self._count)
        painter.setFont(font)
        painter.setPen(color("ink"))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(-px(6), 0, wide + px(20), self.height()), left, self._count)
        right = wide + px(24)
        middle = self.height() / 2
        if self._caption:
            painter.setFont(self._scale.display(60))
            area = QRectF(right, middle - px(66), self.width() - right, px(66))
            painter.drawText(area, left, self._caption)
            painter.setPen(color("ink2"))
            painter.setFont(self._scale.display(48, 500))
            set_area = QRectF(right, middle + px(2), self.width() - right, px(56))
            bars_left = right + QFontMetricsF(painter.font()).horizontalAdvance(self._set) + px(28)
            bars_y = middle + px(30)
        else:
            painter.setFont(self._scale.display(48))
            set_area = QRectF(right, middle - px(56), self.width() - right, px(56))
            bars_left, bars_y = right, middle + px(20)
        painter.drawText(set_area, left, self._set)
        self._paint_bars(painter, bars_left, bars_y)
        painter.end()

    def _paint_bars(self, painter: QPainter, left: float, y: float) -> None:
        count, px = len(self._bars), self._scale.px
        room = self.width() - left
        if count < 2 or room < px(20) * count:
            return
        gap = px(6)
        wide = min(px(80), (room - gap * (count - 1)) / count)
        painter.setPen(Qt.PenStyle.NoPen)
        for index, share in enumerate(self._bars):
            box = QRectF(left + index * (wide + gap), y - px(6), wide, px(12))
            painter.setBrush(self._theme.color("border"))
            painter.drawRoundedRect(box, px(5), px(5))
            if share > 0:
                painter.save()
                painter.setClipRect(QRectF(box.left(), box.top(), box.width() * share, box.height()))
                painter.setBrush(self._theme.color("primary"))
                painter.drawRoundedRect(box, px(5), px(5))
                painter.restore()
