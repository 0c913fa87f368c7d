"""The repetitions of a set: done, now and to come, and which part of one is on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QWidget

from unknot.ui.player.player_part import PlayerPart
from unknot.ui.theme import Theme

MOST = 12  # dots; longer sets are counted by the number alone


class RepCard(PlayerPart):
    """One dot a repetition, ticked when done; below them the part that is on and what follows it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._done, self._count = 0, 0
        self._part, self._then = "", ""

    def show_reps(self, done: int, count: int, part: str, then: str) -> None:
        """Repetitions done, of how many, the part on ("Hold") and what follows."""
        if (done, count, part, then) != (self._done, self._count, self._part, self._then):
            self._done, self._count, self._part, self._then = done, count, part, then
            words = self.tr("{done} of {count} done. {part}").format(done=done, count=count, part=part)
            if words != self.accessibleName():
                self.setAccessibleName(words)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, dots, words."""
        painter, px, color = self.begin(card=True), self._scale.px, self._theme.color
        if self._count <= MOST:
            self._paint_dots(painter)
        line = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        area = QRectF(px(26), px(76), self.width() - px(40), self.height() - px(84))
        painter.setFont(self._scale.display(60))
        painter.setPen(color("ink"))
        painter.drawText(area, line, self._part)
        left = px(26) + QFontMetricsF(painter.font()).horizontalAdvance(self._part) + px(28)
        font = self._scale.display(32, 500)
        room = self.width() - left - px(12)
        painter.setFont(font)
        painter.setPen(color("ink2"))
        then = QFontMetricsF(font).elidedText(self._then, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, area.top() + px(4), room, area.height()), line, then)
        painter.end()

    def _paint_dots(self, painter: QPainter) -> None:
        px, color = self._scale.px, self._theme.color
        step = min(px(60), (self.width() - px(48)) / max(1, self._count))
        radius = min(px(19), step * 0.36)
        for rep in range(self._count):
            centre = QPointF(px(24) + radius + rep * step, px(42))
            if rep < self._done:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color("primary"))
                painter.drawEllipse(centre, radius, radius)
                size = round(radius)
                tick = self._theme.pixmap("check-bold", color("onPrimary"), size)
                painter.drawPixmap(centre - QPointF(size / 2, size / 2), tick)
                continue
            now = rep == self._done
            painter.setPen(QPen(color("ink" if now else "borderStrong"), 2))
            painter.setBrush(color("accent" if now else "sunken"))
            painter.drawEllipse(centre, radius - 1, radius - 1)
