"""This week in seven columns: minutes practised as a bar with its number, and the run with its pain."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.domain.week import WeekDay
from unknot.ui.day_words import long_day, weekday
from unknot.ui.theme import Theme

_BARS = 92  # logical px for the longest bar, if there is room
_FOOT = 66  # and below the line: run, day
_DISC = 10.5


class WeekStrip(QWidget):
    """A picture with a description of its own for those who hear it."""

    def __init__(self, theme: Theme, days: tuple[WeekDay, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._days = theme, days
        self.setAccessibleName(self.tr("This week"))
        self.setAccessibleDescription(" ".join(self._said(day) for day in days if not day.is_future))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Bars, line, runs and days."""
        return QSize(self._theme.px(420), self._theme.px(_BARS + _FOOT + 20))

    def minimumSizeHint(self) -> QSize:
        """Short bars in narrow columns."""
        return QSize(self._theme.px(280), self._theme.px(_FOOT + 60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Column by column."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / len(self._days)
        most = max(20.0, *(day.minutes for day in self._days))
        for number, day in enumerate(self._days):
            column = QRectF(number * wide, 0, wide, self.height()).adjusted(3, 0, -3, 0)
            self._paint_day(painter, day, column, most)
        painter.end()

    def _paint_day(self, painter: QPainter, day: WeekDay, column: QRectF, most: float) -> None:
        px, color = self._theme.px, self._theme.color
        base = column.bottom() - px(_FOOT)
        if day.is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("primaryTint"))
            painter.drawRoundedRect(column, px(8), px(8))
        painter.setPen(QPen(color("border"), 1))
        painter.drawLine(QPointF(column.left(), base), QPointF(column.right(), base))
        small = self._theme.font("small")
        minutes = round(day.minutes)
        if minutes > 0:
            high = max(px(3), day.minutes / most * (base - px(26)))
            bar = QRectF(column.center().x() - px(18), base - high, px(36), high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("chart1"))
            painter.drawRoundedRect(bar, px(3), px(3))
            painter.setPen(color("ink"))
            painter.setFont(self._theme.font("number"))
            number = QRectF(column.left(), bar.top() - px(22), column.width(), px(20))
            painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(minutes))
        self._paint_run(painter, day, QRectF(column.left(), base + px(6), column.width(), px(26)), small)
        painter.setFont(self._theme.font("label") if day.is_today else small)
        painter.setPen(color("ink" if day.is_today else "ink2"))
        name = self.tr("Today") if day.is_today else self._day_name(day, column.width(), small)
        foot = QRectF(column.left(), base + px(36), column.width(), px(22))
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_run(self, painter: QPainter, day: WeekDay, area: QRectF, font: QFont) -> None:
        color = self._theme.color
        painter.setFont(font)
        if not day.runs:
            if not day.is_future:
                painter.setPen(color("ink3"))
                words = self._fitting(area.width(), font, self.tr("no run"), "–")
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
            return
        run = day.runs[-1]
        score = 0 if run.pain_free else run.worst_pain
        words = self.tr("{minutes} min").format(minutes=round(sum(one.minutes for one in day.runs)))
        room = QFontMetricsF(font).horizontalAdvance(words)
        radius = self._theme.px(_DISC)
        both = 2 * radius + self._theme.px(6) + room
        fits = both <= area.width()
        if score is not None:
            left = area.center().x() - (both / 2 if fits else radius)
            self._paint_disc(painter, QPointF(left + radius, area.center().y()), radius, score)
            if not fits:
                return
            area = QRectF(left + 2 * radius + self._theme.px(6), area.top(), room + 2, area.height())
        painter.setFont(font)
        painter.setPen(color("ink2"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_disc(self, painter: QPainter, centre: QPointF, radius: float, score: int) -> None:
        fill, ink = self._theme.tender(score)
        painter.setPen(QPen(self._theme.color("ink"), 1.5))
        painter.setBrush(fill)
        painter.drawEllipse(centre, radius, radius)
        font = self._theme.font("number")
        font.setPixelSize(self._theme.px(14))
        painter.setFont(font)
        painter.setPen(ink)
        disc = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(score))

    def _day_name(self, day: WeekDay, room: float, font: QFont) -> str:
        words = weekday(day.day)
        return self._fitting(room, font, words, words[:2])

    def _fitting(self, room: float, font: QFont, words: str, short: str) -> str:
        return words if QFontMetricsF(font).horizontalAdvance(words) <= room else short

    def _said(self, day: WeekDay) -> str:
        parts = [self.tr("{minutes} minutes of practice").format(minutes=round(day.minutes))]
        for run in day.runs:
            said = self.tr("a run of {minutes} minutes").format(minutes=round(run.minutes))
            if run.pain_free:
                said += self.tr(" without pain")
            elif run.worst_pain is not None:
                said += self.tr(" with pain {score} of 10").format(score=run.worst_pain)
            parts.append(said)
        return f"{long_day(day.day)}: {', '.join(parts)}."

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
