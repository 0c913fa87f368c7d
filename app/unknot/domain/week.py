"""What Today tells of the history: the first three things, and the week with its minutes and runs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from unknot.domain.days import day_of
from unknot.domain.knots import KnotStory
from unknot.domain.practice import Session, SessionEnd, SessionKind
from unknot.domain.practice_minutes import practice_days
from unknot.domain.runs import Run


class FirstSteps(Struct, frozen=True):
    """The first three things to do, each done or not."""

    marked: bool
    released: bool
    ran: bool

    @property
    def done(self) -> int:
        """How many are done."""
        return sum((self.marked, self.released, self.ran))

    @property
    def all_done(self) -> bool:
        """Whether the visitor is no first visitor any more."""
        return self.done == 3


class WeekDay(Struct, frozen=True):
    """One day of the week: minutes practised (0.0 for none) and the runs, oldest first."""

    day: date
    minutes: float
    runs: tuple[Run, ...]
    is_today: bool
    is_future: bool


def first_steps(stories: Iterable[KnotStory], sessions: Iterable[Session], runs: Iterable[Run]) -> FirstSteps:
    """Which of the first three things were ever done. A discarded or cut-off session does not count."""
    ended = (SessionEnd.DONE, SessionEnd.PARTIAL, SessionEnd.STOPPED)
    return FirstSteps(
        marked=any(story.knot.kind.is_pressed for story in stories),
        released=any(one.kind is SessionKind.RELEASE and one.end in ended for one in sessions),
        ran=any(True for _ in runs),
    )


def week_of(today: date, sessions: Iterable[Session], runs: Iterable[Run]) -> tuple[WeekDay, ...]:
    """The seven days of the week, Monday first, that `today` lies in."""
    monday = today - timedelta(days=today.weekday())
    minutes = {one.day: one.total_min for one in practice_days(sessions, monday)}
    by_day: dict[date, list[Run]] = {}
    for run in sorted(runs, key=lambda one: one.started_at):
        by_day.setdefault(day_of(run.started_at), []).append(run)
    days = (monday + timedelta(days=number) for number in range(7))
    return tuple(
        WeekDay(day, minutes.get(day, 0.0), tuple(by_day.get(day, ())), day == today, day > today)
        for day in days
    )
