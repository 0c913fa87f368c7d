"""A small chart of one knot: its tenderness on each day it was rated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.ui.body_map.course import DayValue
from unknot.ui.day_words import month_day, short_day
from unknot.ui.theme import Theme

MOST_NUMBERED = 9  # discs carry numbers while they have room
LINE_FROM = 3  # points a line needs


class CourseChart(QWidget):
    """The axis is always 0 to 10. The same values are the widget's accessible description."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: tuple[DayValue, ...] = ()
        self._sessions: tuple[date, ...] = ()
        self._today = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Tenderness over time"))
        theme.changed.connect(self._look_changed)

    def show_values(self, values: Sequence[DayValue], today: date) -> None:
        """Show these days, oldest first."""
        self._values, self._today = tuple(values), today
        self._tell()

    def show_sessions(self, days: Sequence[date]) -> None:
        """Mark these days on the axis: a routine was done then."""
        self._sessions = tuple(sorted(set(days)))
        self._tell()

    def sizeHint(self) -> QSize:
        """About 130 px high."""
        return QSize(self._theme.px(280), self._theme.px(134))

    def minimumSizeHint(self) -> QSize:
        """Half as wide at least."""
        return QSize(self._theme.px(180), self._theme.px(134))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Grid, line, discs, dates."""
        if not self._values:
            return
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tick = theme.font("tick")
        painter.setFont(tick)
        radius = float(theme.px(11 if len(self._values) <= MOST_NUMBERED else 5))
        line = theme.line_height("tick")
        plot = QRectF(theme.px(22), theme.px(14), 0, 0)
        plot.setRight(self.width() - radius - 1)
        plot.setBottom(self.height() - line - theme.px(16))
        self._paint_grid(painter, plot)
        inner = plot.adjusted(radius, 0, 0, 0)
        self._paint_sessions(painter, inner)
        points = self._points(inner)
        if len(points) >= LINE_FROM:
            painter.setPen(QPen(theme.color("ink2"), 2))
            painter.drawPolyline(QPolygonF(points))
        for point, value in zip(points, self._values, strict=True):
            self._paint_disc(painter, point, value.tenderness, radius)
        painter.setFont(tick)
        painter.setPen(theme.color("axis"))
        self._paint_dates(painter, points, QRectF(0, self.height() - line, self.width(), line))
        painter.end()

    def _paint_grid(self, painter: QPainter, plot: QRectF) -> None:
        for level in (0, 5, 10):
            y = plot.bottom() - level / 10 * plot.height()
            painter.setPen(QPen(self._theme.color("grid"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self._theme.color("axis"))
            box = QRectF(0, y - 10, plot.left() - self._theme.px(6), 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(level))

    def _points(self, plot: QRectF) -> list[QPointF]:
        return [
            QPointF(self._x(value.day, plot), plot.bottom() - value.tenderness / 10 * plot.height())
            for value in self._values
        ]

    def _x(self, day: date, plot: QRectF) -> float:
        """Where a day lies; days before the first rating lie at its left end."""
        days = [value.day for value in self._values] + [
            one for one in self._sessions if one >= self._values[0].day
        ]
        first, last = min(days), max(days)
        if first == last:
            return plot.center().x()
        return plot.left() + max(0, (day - first).days) / (last - first).days * plot.width()

    def _paint_sessions(self, painter: QPainter, plot: QRectF) -> None:
        """A small triangle below the axis for each day with a routine."""
        half, top = self._theme.px(4), plot.bottom() + self._theme.px(4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("chart1"))
        for day in self._sessions:
            if day >= self._values[0].day:
                x = self._x(day, plot)
                painter.drawPolygon(
                    [QPointF(x, top), QPointF(x + half, top + 2 * half), QPointF(x - half, top + 2 * half)]
                )

    def _paint_disc(self, painter: QPainter, point: QPointF, score: int, radius: float) -> None:
        fill, ink = self._theme.tender(score)
        painter.setPen(QPen(self._theme.color("ink"), 1.2))
        painter.setBrush(fill)
        painter.drawEllipse(point, radius, radius)
        if radius > self._theme.px(8):
            font = QFont(self._theme.font("tick"))
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(ink)
            box = QRectF(point.x() - radius, point.y() - radius, 2 * radius, 2 * radius)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(score))

    def _paint_dates(self, painter: QPainter, points: Sequence[QPointF], row: QRectF) -> None:
        ends = [(points[0], self._values[0]), (points[-1], self._values[-1])]
        if len(points) == 1:
            ends = ends[:1]
        free = 0.0
        for index, (point, value) in enumerate(ends):
            words = self.tr("Today") if value.day == self._today else short_day(value.day)
            wide = painter.fontMetrics().horizontalAdvance(words)
            left = min(max(point.x() - wide / 2, 0), row.width() - wide)
            if index and len(points) == 2 and left < points[0].x() + wide:
                left = row.width() - wide
            if index:
                self._paint_key(painter, QRectF(free, row.top(), left - free, row.height()))
            painter.drawText(QRectF(left, row.top(), wide + 1, row.height()), 0, words)
            free = left + wide

    def _paint_key(self, painter: QPainter, room: QRectF) -> None:
        """What the triangles mean, where there is room between the dates."""
        words = self.tr("▲ routine done")
        wide = painter.fontMetrics().horizontalAdvance(words) + 1
        if self._sessions and room.width() >= wide + self._theme.px(20):
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter, words)

    def _tell(self) -> None:
        """The same for those who hear it."""
        told = [
            self.tr("{day}: {score}").format(day=month_day(value.day), score=value.tenderness)
            for value in self._values
        ]
        words = ", ".join(told)
        if self._sessions:
            days = ", ".join(month_day(day) for day in self._sessions)
            words = self.tr("{ratings}. Routines done on {days}.").format(ratings=words, days=days)
        self.setAccessibleDescription(words)
        self.update()

    def _look_changed(self) -> None:
        self.updateGeometry()
        self.update()
