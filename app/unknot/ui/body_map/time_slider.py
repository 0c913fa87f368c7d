"""The slider of days: from the first rating to today, with dates below."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from unknot.ui.day_words import short_day, short_month
from unknot.ui.theme import Theme

WEEK = 7
STEPS = (7, 14, 28, 56, 91, 182, 364)  # days between two dates, as many as there is room for
HANDLE, TRACK = 11.0, 4.0
LONG = 300  # days from which dates say their month and year


class TimeSlider(QSlider):
    """Its value counts days from the first. Arrows go a day, Page keys a week, Home and End to the ends."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._first = date.min
        self.setSingleStep(1)
        self.setPageStep(WEEK)
        self.setProperty("radius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._look_changed)

    def show_days(self, first: date, today: date) -> None:
        """Reach from one day to the other, both included."""
        self._first = first
        self.setRange(0, max(1, (today - first).days))
        self.update()

    def sizeHint(self) -> QSize:
        """A finger high, the dates included."""
        return QSize(self._theme.px(320), self._theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """Room for two dates."""
        return QSize(self._theme.px(150), self._theme.px(44))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the day under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._value_at(event.position().x()))
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self.isSliderDown():
            self.setValue(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Stay there."""
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The days gone by, the handle, the dates."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        handle, track = theme.px(HANDLE), theme.px(TRACK)
        middle, here = handle + 1.0, self._x(self.value())
        left, right = self._x(0), self._x(self.maximum())
        painter.setPen(Qt.PenStyle.NoPen)
        for token, end in (("borderStrong", right), ("primary", here)):
            painter.setBrush(theme.color(token))
            painter.drawRoundedRect(QRectF(left, middle - track / 2, end - left, track), track / 2, track / 2)
        self._paint_dates(painter, QRectF(0, 2 * handle + 2, self.width(), theme.line_height("tick")))
        painter.setPen(QPen(theme.color("ink"), theme.px(2)))
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(QPointF(here, middle), handle - 1.0, handle - 1.0)
        painter.end()

    def _paint_dates(self, painter: QPainter, row: QRectF) -> None:
        plain, strong = self._theme.font("tick"), self._theme.font("tick")
        strong.setWeight(QFont.Weight.DemiBold)
        today = self.tr("Today")
        last = row.right() - QFontMetricsF(strong).horizontalAdvance(today)
        painter.setFont(strong)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(QRectF(last, row.top(), row.right() - last, row.height()), 0, today)
        painter.setFont(plain)
        painter.setPen(self._theme.color("axis"))
        metrics = QFontMetricsF(plain)
        for x, words in self._dates(metrics, last - self._theme.px(10)):
            painter.drawText(
                QRectF(x, row.top(), metrics.horizontalAdvance(words) + 1, row.height()), 0, words
            )

    def _dates(self, metrics: QFontMetricsF, end: float) -> Iterator[tuple[float, str]]:
        """Where each date begins, and its words; none reaches beyond `end` or touches the one before."""
        gap = self._theme.px(10)
        widest = metrics.horizontalAdvance(self._words(date(2026, 9, 28), first=True)) + gap
        per_day = (self._x(self.maximum()) - self._x(0)) / self.maximum()
        step = next((days for days in STEPS if days * per_day >= widest), STEPS[-1])
        free = 0.0
        for days in range(0, self.maximum() + 1, step):
            words = self._words(self._first + timedelta(days=days), first=days == 0)
            wide = metrics.horizontalAdvance(words)
            left = max(0.0, self._x(days) - (0 if days == 0 else wide / 2))
            if left >= free and left + wide <= end:
                yield left, words
                free = left + wide + gap

    def _words(self, day: date, *, first: bool) -> str:
        if self.maximum() >= LONG:
            return short_month(day)
        return short_day(day) if first or day.day <= max(STEPS[0], 7) else str(day.day)

    def _x(self, value: int) -> float:
        edge = self._theme.px(HANDLE) + 1.0
        return edge + (self.width() - 2 * edge) * (value - self.minimum()) / max(1, self.maximum())

    def _value_at(self, x: float) -> int:
        edge = self._theme.px(HANDLE) + 1.0
        share = (x - edge) / max(1.0, self.width() - 2 * edge)
        return round(min(max(share, 0.0), 1.0) * self.maximum())

    def _look_changed(self) -> None:
        self.updateGeometry()
        self.update()
