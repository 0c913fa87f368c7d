"""Runs the map through its weeks: which day is shown, by hand or as they play."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import QAbstractAnimation, QObject, QTimer, QVariantAnimation, Signal

from unknot.domain.days import day_of
from unknot.domain.knots import KnotStory
from unknot.domain.replay import FADE_DAYS, Course, DayMark
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.course_bar import CourseBar, day_words
from unknot.ui.body_map.shown_mark import shown_mark
from unknot.ui.body_map.stage import BodyStage
from unknot.ui.body_map.stage_mark import StageMark, mark_of
from unknot.ui.body_map.time_slider import WEEK
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce

WEEK_MS = 600  # a week, while they play
SETTLE_MS = 150
STEPS = 20  # of fading
WAYS = 8  # steps from one look to the next: a pixel or two each


class Replay(QObject):
    """Today is live and can be changed; every other day can only be looked at.

    `day_changed` follows whenever another day is shown; `settled` too, but while the days run by only
    now and then: what is slow to show waits for it.
    """

    day_changed = Signal()
    settled = Signal()

    def __init__(
        self,
        bar: CourseBar,
        stage: BodyStage,
        atlas: MapAtlas,
        theme: Theme,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bar, self._stage, self._atlas, self._theme, self._now = bar, stage, atlas, theme, now
        self._stories: tuple[KnotStory, ...] = ()
        self._course = Course(())
        self._marks: tuple[DayMark, ...] = ()
        self._kept: dict[UUID, tuple[DayMark, StageMark]] = {}  # most stay as they are from day to day
        self._first: date | None = None
        self._day: date | None = None  # None: today
        self._share: float | None = None  # of the day that is gone, while they play
        self._motion = QVariantAnimation(self)
        self._motion.valueChanged.connect(self._played_to)
        self._motion.finished.connect(self._played_out)
        self._steps = QTimer(self)  # reduced motion: a cut a week
        self._steps.setInterval(WEEK_MS)
        self._steps.timeout.connect(self._cut_on)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self.settled)
        bar.moved.connect(self._moved)
        bar.slider.sliderReleased.connect(self._settle)
        bar.play_wanted.connect(self.play)
        bar.today_wanted.connect(self.back)

    # ---------------------------------------------------------------- asking
    @property
    def is_past(self) -> bool:
        """Whether another day than today is shown: nothing can be changed then."""
        return self._day is not None

    @property
    def day(self) -> date:
        """The day shown."""
        return self._day or day_of(self._now())

    @property
    def is_playing(self) -> bool:
        """Whether the weeks run by."""
        return self._steps.isActive() or self._motion.state() is QAbstractAnimation.State.Running

    @property
    def words(self) -> str:
        """The day shown, in words."""
        return day_words(self.day, day_of(self._now()))

    @property
    def marks(self) -> tuple[DayMark, ...]:
        """The marks of the day shown; today those still found."""
        if self.is_past:
            return self._marks
        return tuple(DayMark(story) for story in self._stories if story.knot.is_open)

    @property
    def stories(self) -> tuple[KnotStory, ...]:
        """The knots as they were known on the day shown."""
        return tuple(mark.story for mark in self._marks) if self.is_past else self._stories

    def story(self, knot_id: UUID | None) -> KnotStory | None:
        """A knot as it was known on the day shown; None where it was not to be seen then."""
        return next((story for story in self.stories if story.knot.id == knot_id), None)

    # ---------------------------------------------------------------- showing
    def show_stories(self, stories: Sequence[KnotStory]) -> None:
        """These are the knots of today; the bar appears once there is a day before."""
        self._stories, self._course = tuple(stories), Course(stories)
        self._first, self._kept = self._course.first_day, {}
        today, before = day_of(self._now()), self._day
        if self._first is None or self._first >= today:
            self._day = None
            self._stop()
        else:
            self._bar.show_days(self._first, today)
            self._day = None if before is None else max(before, self._first)
        self._show()
        if self._day != before:  # undo may take the oldest rating away while its day is shown
            self.day_changed.emit()

    @property
    def has_course(self) -> bool:
        """Whether there is a day before today."""
        return self._first is not None and self._first < day_of(self._now())

    def back(self) -> None:
        """To today."""
        self._stop()
        self._go(day_of(self._now()))

    def step(self, days: int) -> None:
        """So many days on or back, within the course."""
        if self.has_course:
            self._stop()
            self._go(self.day + timedelta(days=days))
            announce(self._bar, self.words)

    def week_back(self) -> None:
        """A week back."""
        self.step(-WEEK)

    def week_on(self) -> None:
        """A week on."""
        self.step(WEEK)

    def play(self) -> None:
        """Let the weeks run by, from the first day if today is shown; a second time pauses."""
        if not self.has_course:
            return
        if self.is_playing:
            self._stop()
            self._show()
            return
        self._share = None if self._theme.reduced_motion else 0.0
        if not self.is_past and self._first is not None:
            self._go(self._first)
        if self._theme.reduced_motion:
            self._steps.start()
        else:
            start, end = self._bar.slider.value(), self._bar.slider.maximum()
            self._motion.setStartValue(float(start))
            self._motion.setEndValue(float(end))
            self._motion.setDuration(round((end - start) * WEEK_MS / WEEK))
            self._motion.start()
        self._bar.show_playing(on=True)

    def show_moment(self, days: float) -> None:
        """A moment of the weeks as they play: so many days since the first, in parts of a day, too."""
        if self._first is not None:
            self._share = days % 1
            self._go(self._first + timedelta(days=int(days)))

    # ---------------------------------------------------------------- inside
    def _moved(self, days: int) -> None:
        if self._first is not None:
            self._stop()
            self._go(self._first + timedelta(days=days))
            if not self._bar.slider.isSliderDown():
                announce(self._bar, self.words)

    def _played_to(self, value: float) -> None:
        if self._motion.state() is QAbstractAnimation.State.Running:
            self.show_moment(value)

    def _cut_on(self) -> None:
        self._go(self.day + timedelta(days=WEEK))
        if not self.is_past:
            self._played_out()

    def _played_out(self) -> None:
        self.back()
        announce(self._bar, self.words)

    def _stop(self) -> None:
        self._share = None
        self._motion.stop()
        self._steps.stop()
        self._settling.stop()
        self._bar.show_playing(on=False)

    def _go(self, day: date) -> None:
        today, before = day_of(self._now()), self._day
        day = max(day, self._first or today)
        self._day = day if day < today else None
        self._show()
        if self._day != before:
            self.day_changed.emit()
            self._settle()

    def _settle(self) -> None:
        """Tell at once, or soon while the days run by."""
        if not (self.is_playing or self._bar.slider.isSliderDown()):
            self._settling.stop()
            self.settled.emit()
        elif not self._settling.isActive():
            self._settling.start()

    def _show(self) -> None:
        today = day_of(self._now())
        self._bar.show_day(self.day, self._first or today, today)
        if self.is_past:
            self._marks = self._course.marks_on(self.day)
            shown = tuple(self._shown(mark) for mark in self._marks)
            if self._stage.given != shown:  # between two days little or nothing changes
                self._stage.show_marks(shown)
            self._stage.say(self.words)
        elif self._stage.given is not None:
            self._stage.show_marks(None)
            self._stage.say("")

    def _shown(self, mark: DayMark) -> StageMark:
        opacity, way = self._opacity(mark), self._way(mark)
        last = self._kept.get(mark.story.knot.id)
        if last is None or last[0] is not mark:
            shown = shown_mark(mark.story, self._atlas, opacity)
        elif (last[1].opacity, last[1].way) == (opacity, way):
            return last[1]
        else:
            shown = last[1]
        before = None if way == 1.0 or mark.before is None else mark_of(mark.before)
        shown = replace(shown, opacity=opacity, before=before, way=way)
        self._kept[mark.story.knot.id] = (mark, shown)
        return shown

    def _way(self, mark: DayMark) -> float:
        """While they play, a mark that looks otherwise than before goes over to it, size and colour."""
        if self._share is None or mark.before is None or mark_of(mark.before) == mark_of(mark.story):
            return 1.0
        return round(mark.way(self._share) * WAYS) / WAYS

    def _opacity(self, mark: DayMark) -> float:
        """While they play, what is new appears and what is no longer found goes on fading within its day."""
        opacity = mark.presence
        if self._share is not None and not mark.story.knot.is_open:
            opacity -= self._share / FADE_DAYS
        elif self._share is not None and mark.before is None:
            opacity = mark.way(self._share)
        return round(max(opacity, 0.0) * STEPS) / STEPS
