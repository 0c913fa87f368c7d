"""Progress: the own history in charts that share their days, with what they say in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from string import ascii_uppercase

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from unknot.domain.cue_runs import cue_order, runs_by_cue
from unknot.domain.days import day_of
from unknot.domain.drill_scores import scored_drills, tries
from unknot.domain.movement import MovementWords
from unknot.domain.practice import Session
from unknot.domain.practice_minutes import practice_days
from unknot.domain.progress import charted_knots, pain_points
from unknot.domain.soreness import sore_points
from unknot.services.bundle import Services
from unknot.services.changes import Change
from unknot.ui.progress.chart_card import ChartCard
from unknot.ui.progress.cue_card import CueCard
from unknot.ui.progress.pain_chart import PainChart
from unknot.ui.progress.practice_chart import PracticeChart
from unknot.ui.progress.score_chart import ScoreChart
from unknot.ui.progress.scores_said import ScoresSaid
from unknot.ui.progress.soreness_chart import SorenessChart
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
_BESIDE = 1080  # logical px that scores and their words need beside each other


class ProgressPage(QWidget):
    """Reads the history again when it changed and the page is seen."""

    page_wanted = Signal(str)

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "page")
        self._journal, self._practice, self._now = services.journal, services.practice, services.now
        self._services, self._places = services, services.library.places
        self._theme, self._stale = theme, True
        self._scored: Sequence[Session] = ()
        self._shown = Span.of_weeks(4, day_of(self._now())), 0
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
        pair = self._row(self.tenderness, 1, self.practice, 1)
        self.soreness = SorenessChart(self._theme)
        self.cues = CueCard(self._theme, self._cue_name)
        self.scores = ScoreChart(self._theme)
        self.scores.picked.connect(self._draw_scores)
        self.said = ScoresSaid(self._theme)
        self._rows = [
            pair, self._row(self.soreness, 1, self.cues, 1), self._row(self.scores, 3, self.said, 2),
        ]  # fmt: skip
        self._column.addStretch(0)

    def _row(self, left: QWidget, share: int, right: QWidget, rest: int) -> QBoxLayout:
        row = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), self._theme, 0, 16)
        row.addWidget(left, share)
        row.addWidget(right, rest)
        self._column.addLayout(row)
        return row

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
        for part in (*self._charts, self.cues, self.said):
            part.setVisible(anything)
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
        letters = dict(zip(cue_order(runs), ascii_uppercase, strict=False))
        names = {cue: self._cue_name(cue) for cue in letters}
        self.pain.draw(pain_points(runs, span.first), span, ticks, names, letters)
        charted = charted_knots(knots)
        self.tenderness.draw(charted, len(knots) - len(charted), span, half)
        self.practice.draw(practice_days(sessions, span.first), span, half)
        self._scored, self._shown = self._practice.scored(), (span, half)
        self.soreness.draw(sore_points(runs, self._scored, span.first), span, half)
        self.cues.say(runs_by_cue(runs, span.first), letters)
        self._draw_scores()

    def _draw_scores(self) -> None:
        """The chosen score of the chosen drill; what moves and speaks is read only where there is one."""
        scored, (span, ticks) = self._scored, self._shown
        known = self._services.library.drills
        drills = [known[name] for name in scored_drills(scored) if name in known]
        words = self._services.gait.words if drills else MovementWords()
        chosen = self.scores.offer(drills, words)
        self.said.setVisible(chosen is not None)
        if chosen is None:
            self.scores.clear()
            return
        drill, score = chosen
        done = tries(scored, drill.id)
        self.scores.draw(drill, score, done, words, span, ticks)
        self.said.say(drill, done, words)

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

    def _cue_name(self, cue_id: str) -> str:
        """The cues are read only where a run had one."""
        cue = self._services.cues.cards.get(cue_id)
        return self.tr("Another cue") if cue is None else cue.title

    def _open_map(self) -> None:
        self.page_wanted.emit("body_map")

    def _arrange(self) -> None:
        narrow, px = self._theme.narrow(self.width()), self._theme.px
        pad = px(24 if self.width() < px(1100) else 32)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(px(16))
        direction = QBoxLayout.Direction
        for row in self._rows:
            tight = narrow or (row is self._rows[-1] and self.width() < px(_BESIDE))
            row.setDirection(direction.TopToBottom if tight else direction.LeftToRight)
        for chart in self._charts:
            wide = _HIGH if chart in {self.pain, self.scores} else _LOW
            chart.set_heights(px(_NARROW_HIGH) if narrow else px(wide))

    @property
    def _charts(self) -> tuple[ChartCard, ...]:
        return self.pain, self.tenderness, self.practice, self.soreness, self.scores
