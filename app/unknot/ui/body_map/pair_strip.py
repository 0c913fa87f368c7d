"""The last sessions of a knot: tenderness before and after each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.ui.body_map.course import Pair
from unknot.ui.day_words import month_day, short_day
from unknot.ui.theme import Theme

CELLS = 4


class PairStrip(QWidget):
    """Up to four cells, newest at the right. The same values are its accessible description."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pairs: tuple[Pair, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Before and after a session"))
        theme.changed.connect(self._look_changed)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these sessions, oldest first."""
        self._pairs = tuple(pairs)
        told = [
            self.tr("{day}: {before} before, {after} after").format(
                day=month_day(pair.day), before=pair.before, after=pair.after
            )
            for pair in pairs
        ]
        self.setAccessibleDescription(". ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """One row of cells."""
        return QSize(self._theme.px(280), self._theme.px(64))

    def minimumSizeHint(self) -> QSize:
        """Four narrow cells."""
        return QSize(self._theme.px(272), self._theme.px(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two discs with an arrow, and the day."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = theme.px(8)
        wide = (self.width() - gap * (CELLS - 1)) / CELLS
        for index, pair in enumerate(self._pairs):
            cell = QRectF(index * (wide + gap), 0, wide, self.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sunken"))
            painter.drawRoundedRect(cell, theme.px(8), theme.px(8))
            middle = QPointF(cell.center().x(), cell.top() + theme.px(23))
            self._paint_disc(painter, middle - QPointF(theme.px(19), 0), pair.before)
            self._paint_disc(painter, middle + QPointF(theme.px(19), 0), pair.after)
            self._paint_arrow(painter, middle)
            painter.setFont(theme.font("tick"))
            painter.setPen(theme.color("ink2"))
            row = QRectF(cell.left(), cell.bottom() - theme.px(22), wide, theme.px(18))
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, short_day(pair.day))
        painter.end()

    def _paint_disc(self, painter: QPainter, point: QPointF, score: int) -> None:
        radius = self._theme.px(12)
        fill, ink = self._theme.tender(score)
        painter.setPen(QPen(self._theme.color("ink"), 1.2))
        painter.setBrush(fill)
        painter.drawEllipse(point, radius, radius)
        font = QFont(self._theme.font("small"))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink)
        box = QRectF(point.x() - radius, point.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(score))

    def _paint_arrow(self, painter: QPainter, middle: QPointF) -> None:
        half, tip = self._theme.px(5), self._theme.px(3)
        painter.setPen(QPen(self._theme.color("ink2"), 1.6))
        end = middle + QPointF(half, 0)
        painter.drawLine(middle - QPointF(half, 0), end)
        painter.drawLine(end, end - QPointF(tip, tip))
        painter.drawLine(end, end - QPointF(tip, -tip))

    def _look_changed(self) -> None:
        self.updateGeometry()
        self.update()
