"""Today: what to begin with, later what to do next, the knots, the last run and the week."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from unknot.domain.days import day_of
from unknot.domain.knots import KnotStory
from unknot.domain.week import FirstSteps, WeekDay, first_steps, week_of
from unknot.services.bundle import Services
from unknot.ui.cues.focus_line import FocusLine
from unknot.ui.day_words import long_day
from unknot.ui.pages import BODY_MAP
from unknot.ui.release.next_day import NextDay
from unknot.ui.theme import Theme
from unknot.ui.today.first_steps_view import FirstStepsView
from unknot.ui.today.hero import Hero
from unknot.ui.today.knots_card import KnotsCard
from unknot.ui.today.next_up import NextUp, next_up
from unknot.ui.today.next_up_view import NextUpView
from unknot.ui.today.run_card import RunCard
from unknot.ui.today.week_strip import WeekStrip
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.page_header import PageHeader
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.strand import Strand

_MAX_CONTENT = 1480


class TodayPage(QWidget):
    """Reads everything again when something changed, at the latest when it is shown."""

    page_wanted = Signal(str)
    check_wanted = Signal()
    release_wanted = Signal(object)  # UUID
    set_wanted = Signal(object)  # tuple[Planned, ...]: one after the other
    run_wanted = Signal()
    cues_wanted = Signal()

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "page")
        self._services, self._theme = services, theme
        self._stale, self._shape = True, (False, False)
        self._parts: list[QWidget] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each part of it can be reached by Tab
        outer.addWidget(self._area)
        holder = QWidget()
        holder.setMaximumWidth(theme.px(_MAX_CONTENT))
        self._column = QVBoxLayout(holder)
        self.header = PageHeader(theme, "")
        self._column.addWidget(self.header)
        self.strand = Strand(theme)
        self._column.addWidget(self.strand)
        self.next_day = NextDay(services, theme)
        self._column.addWidget(self.next_day)
        self._grid = QGridLayout()
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self._area.setWidget(holder)
        services.journal.changed.connect(self._outdate)
        services.practice.changed.connect(self._outdate)
        services.screening.changed.connect(self._outdate)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed meanwhile, also the day."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold into one column where it is narrow."""
        super().resizeEvent(event)
        if self.isVisible() and self._shape != self._shape_now():
            self._fill()

    def refresh(self) -> None:
        """Show what the history says now."""
        self._stale = False
        self.header.title.setText(long_day(day_of(self._services.now())))
        self._fill()

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _shape_now(self) -> tuple[bool, bool]:
        """Whether it is one column, and whether rows show their buttons without words."""
        narrow = self._theme.narrow(self.width())
        return narrow, not narrow and not self._theme.wide(self.window().width())

    def _fill(self) -> None:
        self._shape = narrow, bare = self._shape_now()
        self._clear()
        services, today = self._services, day_of(self._services.now())
        stories = tuple(story for story in services.journal.knots(closed=True))
        runs = services.journal.runs()
        sessions = services.practice.sessions(with_steps=False)
        steps = first_steps(stories, sessions, runs)
        todo = next_up(services, sessions) if steps.marked and steps.released else None
        # before the first run is logged what is to be released comes first, if there is any
        begun = todo is not None and (steps.all_done or bool(todo.releases))
        self.strand.setVisible(not begun)
        self.strand.set_done(steps.done / 3)
        hero = self._hero(steps, stories, todo if begun else None, compact=narrow or bare, bare=bare)
        days = week_of(today, sessions, runs)
        week = self._week(days)
        week.setVisible(begun or any(day.minutes or day.runs for day in days))
        still_open = tuple(one for one in stories if one.knot.is_open)
        knots = KnotsCard(self._theme, still_open, services.library, offer_map=begun)
        knots.map_wanted.connect(self._want_map)
        knots.check_wanted.connect(self.check_wanted)
        run = RunCard(self._theme, runs, today, offer_log=begun)
        run.run_wanted.connect(self.run_wanted)
        if begun or services.settings.choices.focus_cue:
            focus = FocusLine(services, self._theme)
            focus.cues_wanted.connect(self.cues_wanted)
            run.show_focus(focus)
        self._parts = [hero, week, knots, run]
        self._place(hero, week, knots, run, narrow=narrow)

    def _week(self, days: tuple[WeekDay, ...]) -> Card:
        week = Card(self._theme, self.tr("This week"), parent=self)
        total = round(sum(day.minutes for day in days))
        said = QLabel(self.tr("Practice, {minutes} min").format(minutes=total))
        said.setProperty("type", "small")
        said.setProperty("tone", "ink2")
        week.head.addWidget(said)
        week.body.addWidget(WeekStrip(self._theme, days), 1)
        return week

    def _place(self, hero: QWidget, week: QWidget, knots: QWidget, run: QWidget, *, narrow: bool) -> None:
        pad, gap = self._theme.page_padding(self.window().width()), self._theme.px(16)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(gap)
        self._grid.setHorizontalSpacing(self._theme.px(24) if not narrow else 0)
        self._grid.setVerticalSpacing(gap)
        if narrow:
            for row, part in enumerate((hero, knots, week, run)):
                self._grid.addWidget(part, row, 0)
            self._grid.setColumnStretch(0, 1)
            self._grid.setColumnStretch(1, 0)
            return
        # a grid alone would give a part over two rows the height it has at its narrowest
        alone = 1 if week.isHidden() else 0
        left = self._stacked((hero, alone), (week, 1))
        right = self._stacked((knots, alone), (run, 1))
        self._parts += [left, right]
        self._grid.addWidget(left, 0, 0)
        self._grid.addWidget(right, 0, 1)
        self._grid.setColumnStretch(0, 65)
        self._grid.setColumnStretch(1, 35)

    def _stacked(self, *parts: tuple[QWidget, int]) -> QWidget:
        """Parts below each other, each with its share of the height that is left over."""
        holder = QWidget()
        column = spaced(QVBoxLayout(holder), self._theme, 0, 16)
        for part, share in parts:
            column.addWidget(part, share)
        return holder

    def _hero(
        self,
        steps: FirstSteps,
        stories: tuple[KnotStory, ...],
        todo: NextUp | None,
        *,
        compact: bool,
        bare: bool,
    ) -> Hero:
        if todo is None:
            open_ones = (one for one in stories if one.knot.is_open and one.knot.kind.is_pressed)
            first = next(open_ones, None)
            view = FirstStepsView(
                self._theme, steps, None if first is None else first.knot.id, compact=compact
            )
            view.mark_wanted.connect(self._want_map)
            view.release_wanted.connect(self.release_wanted)
            view.run_wanted.connect(self.run_wanted)
            return view
        later = NextUpView(
            self._theme,
            todo.releases,
            todo.drill,
            todo.refusal,
            occasions=todo.occasions,
            compact=compact,
            bare=bare,
        )
        later.set_wanted.connect(self.set_wanted)
        return later

    def _want_map(self) -> None:
        self.page_wanted.emit(BODY_MAP)

    def _clear(self) -> None:
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
