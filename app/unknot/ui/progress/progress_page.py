"""Progress: the own history in three charts that share their days."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from unknot.domain.days import day_of
from unknot.domain.practice_minutes import practice_days
from unknot.domain.progress import charted_knots, pain_points
from unknot.services.bundle import Services
from unknot.services.changes import Change
from unknot.ui.progress.pain_chart import PainChart
from unknot.ui.progress.practice_chart import PracticeChart
from unknot.ui.progress.span import Span
from unknot.ui.progress.tenderness_chart import TendernessChart
from unknot.ui.theme import Theme
from unknot.ui.widgets.empty_state import EmptyState
from unknot.ui.widgets.page_header import PageHeader
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.spacing import spaced

WEEKS = {"4": 4, "12": 12}
_HIGH, _LOW = 230, 200  # plot heights, wide and small charts
_NARROW_HIGH = 260


class ProgressPage(QWidget):
    """Reads the history again when it changed and the page is seen."""

    page_wanted = Signal(str)

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "page")
        self._journal, self._practice, self._now = services.journal, services.practice, services.now
        self._places = services.library.places
        self._theme, self._stale = theme, True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view = QWidget()
        self._column = QVBoxLayout(view)
        self._build()
        area.setWidget(view)
        column.addWidget(area)
        self._journal.changed.connect(self._history_changed)
        self._practice.changed.connect(self._history_changed)
        theme.changed.connect(self._redraw)
        self._arrange()

    def _build(self) -> None:
        self.header = PageHeader(self._theme, self.tr("Progress"))
        options = (("4", self.tr("4 weeks")), ("12", self.tr("12 weeks")), ("all", self.tr("All")))
        self.range = Segmented(self._theme, self.tr("Which weeks"), options)
        self.range.set_value("12")
        self.range.picked.connect(self._redraw)
        self.header.row.addWidget(self.range)
        self._column.addWidget(self.header)
        self.empty = EmptyState(
            self._theme,
            self.tr("Nothing to draw yet"),
            self.tr("Charts start with your first run or rating."),
            self.tr("Open the body map"),
        )
        self.empty.chosen.connect(self._open_map)
        self._column.addWidget(self.empty, 1)
        self.pain = PainChart(self._theme)
        self.tenderness = TendernessChart(self._theme, self._label_of)
        self.practice = PracticeChart(self._theme)
        self._column.addWidget(self.pain)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        spaced(self._pair, self._theme, 0, 16)
        self._pair.addWidget(self.tenderness, 1)
        self._pair.addWidget(self.practice, 1)
        self._column.addLayout(self._pair)
        self._column.addStretch(0)

    # ---------------------------------------------------------------- reading and drawing
    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while it was not seen."""
        super().showEvent(event)
        if self._stale:
            self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the charts to the room."""
        super().resizeEvent(event)
        self._arrange()

    def _history_changed(self, _change: Change) -> None:
        self._stale = True
        if self.isVisible():
            self._redraw()

    def _redraw(self) -> None:
        self._stale = False
        runs, stories = self._journal.runs(), self._journal.knots()
        sessions = self._practice.sessions(with_steps=False)
        knots = [story for story in stories if story.knot.kind.is_pressed]
        points, days = pain_points(runs), practice_days(sessions)
        anything = bool(points or knots or days)
        for chart in (self.pain, self.tenderness, self.practice):
            chart.setVisible(anything)
        self.range.setVisible(anything)
        self.empty.setVisible(not anything)
        if not anything:
            return
        today = day_of(self._now())
        earliest = [points[0].day] if points else []
        earliest += [day_of(story.first.at) for story in knots]
        earliest += [days[0].day] if days else []
        span = self._span(min(earliest), today)
        ticks = 4 if self._theme.narrow(self.width()) else 8
        half = 4 if self._theme.narrow(self.width()) else 5
        self.pain.draw(pain_points(runs, span.first), span, ticks)
        charted = charted_knots(knots)
        self.tenderness.draw(charted, len(knots) - len(charted), span, half)
        self.practice.draw(practice_days(sessions, span.first), span, half)

    def _span(self, earliest: date, today: date) -> Span:
        weeks = WEEKS.get(self.range.value)
        if weeks is not None:
            chosen = Span.of_weeks(weeks, today)
            shortest = Span.of_weeks(min(weeks, 4), today)
            # an almost empty chart is hard to read: begin where the history begins
            return Span(max(chosen.first, min(earliest, shortest.first)), today)
        return Span(min(earliest, Span.of_weeks(4, today).first), today)

    def _label_of(self, place: str) -> str:
        known = self._places.get(place)
        return known.label if known is not None else self.tr("Other place")

    def _open_map(self) -> None:
        self.page_wanted.emit("body_map")

    def _arrange(self) -> None:
        narrow, px = self._theme.narrow(self.width()), self._theme.px
        pad = px(24 if self.width() < px(1100) else 32)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(px(16))
        direction = QBoxLayout.Direction
        self._pair.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        for chart, high in ((self.pain, _HIGH), (self.tenderness, _LOW), (self.practice, _LOW)):
            chart.set_heights(px(_NARROW_HIGH) if narrow else px(high))
