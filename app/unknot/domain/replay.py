"""The map of an earlier day: what was known of every knot when that day ended."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from unknot.domain.days import day_of
from unknot.domain.knots import KnotStory

FADE_DAYS = 7  # in which a mark that is no longer found leaves the map


class DayMark(Struct, frozen=True):
    """One knot on a day: its story up to then, and how much of it is still to be seen (1 = all)."""

    story: KnotStory
    presence: float = 1.0


class Course:
    """The knots with their days worked out once, and the last mark of each kept while nothing changes it.

    Playing the weeks asks for each day in turn, and from one to the next most knots stay as they are: such
    a knot gives the very same mark.
    """

    def __init__(self, stories: Iterable[KnotStory]) -> None:
        self._knots = [_KnotCourse(story) for story in stories]

    @property
    def first_day(self) -> date | None:
        """The day the oldest rating was made on, None without a knot."""
        return min((knot.days[0] for knot in self._knots), default=None)

    def marks_on(self, day: date) -> tuple[DayMark, ...]:
        """The knots found by the end of a day, each with the ratings up to then, in the order they come.

        One that was no longer found is closed in its story and fades over a week; found again, it is
        whole. It lies where it lies today: a moved mark keeps no older spot.
        """
        found = (knot.mark_on(day) for knot in self._knots)
        return tuple(mark for mark in found if mark is not None)


class _KnotCourse:
    """One knot with its days; `days` are those of its ratings, oldest first."""

    def __init__(self, story: KnotStory) -> None:
        self._story = story
        self._checks = [(day_of(check.at), check) for check in story.checks]
        self.days = sorted(day for day, _ in self._checks)  # journeys may set them against the moments
        self._away = [(day_of(gap.closed_at), day_of(gap.reopened_at), gap) for gap in story.gaps]
        closed_at = story.knot.closed_at
        self._closed = None if closed_at is None else (day_of(closed_at), closed_at)
        self._last: tuple[object, DayMark] | None = None

    def mark_on(self, day: date) -> DayMark | None:
        """What is known of it at the end of a day; None before it was found and after it faded."""
        rated = bisect_right(self.days, day)
        lost = self._lost_on(day)
        presence = 1.0 if lost is None else 1 - (day - lost[0]).days / FADE_DAYS
        if not rated or presence <= 0:
            return None
        closed_at = None if lost is None else lost[1]
        gaps = tuple(gap for _, again, gap in self._away if again <= day)
        known = (rated, closed_at, presence, len(gaps))
        if self._last is None or self._last[0] != known:
            checks = tuple(check for made, check in self._checks if made <= day)
            knot = replace(self._story.knot, closed_at=closed_at)
            story = replace(self._story, knot=knot, checks=checks, gaps=gaps)
            self._last = (known, DayMark(story, presence))
        return self._last[1]

    def _lost_on(self, day: date) -> tuple[date, datetime] | None:
        """Since which day and moment it was no longer found on a day, None where it was found."""
        for closed, again, gap in self._away:
            if closed <= day < again:
                return closed, gap.closed_at
        return self._closed if self._closed is not None and self._closed[0] <= day else None
