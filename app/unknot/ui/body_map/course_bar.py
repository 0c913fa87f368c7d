"""The bar under the map: play the weeks, drag through the days, and go back to today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from unknot.ui.body_map.time_slider import WEEK, TimeSlider
from unknot.ui.day_words import dated_day, long_day, month_day
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.knot_mark import DASH
from unknot.ui.widgets.spacing import spaced

translate = QCoreApplication.translate

LEGEND_FROM = 560  # px of width, at 100 % text


class CourseBar(QFrame):
    """`moved` carries days since the first; `play_wanted` and `today_wanted` what was pressed."""

    moved = Signal(int)
    play_wanted = Signal()
    today_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._is_past = theme, False
        self.setProperty("panel", "card")
        row = spaced(QHBoxLayout(self), theme, (14, 8, 14, 8), 14)
        self.play_button = Button("", theme, icon="play-fill", name=self.tr("Play the weeks"))
        self.play_button.clicked.connect(self.play_wanted)
        row.addWidget(self.play_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = spaced(QVBoxLayout(), theme, 0, 2)
        self.words = QLabel()
        self.words.setProperty("type", "small")
        self.words.setProperty("tone", "ink2")
        self.words.setWordWrap(True)
        column.addWidget(self.words)
        self.slider = TimeSlider(theme)
        self.slider.valueChanged.connect(self.moved)
        column.addWidget(self.slider)
        row.addLayout(column, 1)
        self.legend = _FirstSize(theme)
        row.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignVCenter)
        self.today_button = Button(self.tr("Back to today"), theme, icon="arrow-right-bold", icon_after=True)
        self.today_button.setToolTip(self.tr("Esc"))
        self.today_button.clicked.connect(self.today_wanted)
        row.addWidget(self.today_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_playing(on=False)

    def show_days(self, first: date, today: date) -> None:
        """Reach from the first rating to today, without telling."""
        self.slider.blockSignals(True)
        self.slider.show_days(first, today)
        self.slider.blockSignals(False)

    def show_day(self, day: date, first: date, today: date) -> None:
        """Stand at a day, without telling."""
        self.slider.blockSignals(True)
        self.slider.setValue((day - first).days)
        self.slider.blockSignals(False)
        self._is_past = day < today
        words = day_words(day, today)
        self.words.setText(
            self.tr("{day}. Rating is off.").format(day=short_date(day, today))
            if self._is_past
            else self.tr("Today. Drag to see how it was before.")
        )
        self.slider.setAccessibleName(self.tr("Day on the map: {day}").format(day=words))
        self._show_parts()

    def show_playing(self, *, on: bool) -> None:
        """Whether the weeks run by."""
        name = self.tr("Pause") if on else self.tr("Play the weeks")
        self.play_button.set_icon("pause-fill" if on else "play-fill")
        self.play_button.setAccessibleName(name)
        self.play_button.setToolTip(self.tr("{what} (P)").format(what=name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The legend goes first where it is narrow."""
        super().resizeEvent(event)
        self._show_parts()

    def _show_parts(self) -> None:
        self.today_button.setVisible(self._is_past)
        room = self.width() * 100 / self._theme.text_scale
        self.legend.setVisible(room >= LEGEND_FROM and not self._is_past)


def short_date(day: date, today: date) -> str:
    """Such as "3 November", with its year where that is another."""
    return month_day(day) if day.year == today.year else dated_day(day)


def day_words(day: date, today: date) -> str:
    """Such as "Tuesday 3 November, 11 days ago", or "today"."""
    ago = (today - day).days
    if ago <= 0:
        return translate("CourseBar", "today")
    named = long_day(day) if day.year == today.year else dated_day(day)
    if ago == 1:
        words = translate("CourseBar", "{day}, yesterday")
    elif ago < 2 * WEEK:
        words = translate("CourseBar", "{day}, {count} days ago")
    else:
        ago //= WEEK
        words = translate("CourseBar", "{day}, {count} weeks ago")
    return words.format(day=named, count=ago)


class _FirstSize(QWidget):
    """What the dashed ring means."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row = spaced(QHBoxLayout(self), theme, 0, 8)
        self._ring = _Ring(theme)
        row.addWidget(self._ring)
        words = QLabel(self.tr("first size\nyou gave"))
        words.setProperty("type", "small")
        words.setProperty("tone", "ink2")
        row.addWidget(words)


class _Ring(QWidget):
    """A dashed ring as around a knot."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Beside two lines of small words."""
        return QSize(self._theme.px(28), self._theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.color("ink"), 1.6)
        pen.setDashPattern([length / 1.6 for length in DASH])
        painter.setPen(pen)
        radius = self._theme.px(12)
        painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), radius, radius)
        painter.end()
