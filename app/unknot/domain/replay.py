"""The map of an earlier day: what was known of every knot when that day ended."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from unknot.domain.days import day_of
from unknot.domain.knots import Gap, KnotStory

FADE_DAYS = 7  # in which a mark that is no longer found leaves the map
CHANGE_DAYS = 3  # in which, while the weeks play, a mark goes over to what the newest rating says


class DayMark(Struct, frozen=True):
    """One knot on a day: its story up to then, and how much of it is still to be seen (1 = all).

    For those who play the weeks a change takes `span` days, never longer than to the next change: `age`
    of them are gone, and `before` is its story until then, None where it was not to be seen.
    """

    story: KnotStory
    presence: float = 1.0
    before: KnotStory | None = None
    age: int = 0
    span: int = 0  # 0: nothing has changed of late

    def way(self, share: float) -> float:
        """How far it has gone over, 1 = all, when a `share` of its day is gone."""
        return 1.0 if not self.span else min(1.0, (self.age + share) / self.span)


class _Known(Struct, frozen=True):
    """What is known of a knot at the end of a day: how many ratings, since when it is away, its gaps."""

    rated: int
    lost: tuple[date, datetime] | None
    gaps: tuple[Gap, ...]


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
        known = self._known_on(day)
        presence = _presence(known, day)
        if not known.rated or presence <= 0:
            return None
        key = (known, presence, *self._change(known, day))
        if self._last is None or self._last[0] != key:
            *_, before, age, span = key
            was = None if before is None else self._told(before)
            self._last = (key, DayMark(self._told(known), presence, was, age, span))
        return self._last[1]

    def _change(self, known: _Known, day: date) -> tuple[_Known | None, int, int]:
        """The newest change, while it is young: what was known before, days since, days it may take."""
        for age in range(CHANGE_DAYS):
            eve = day - timedelta(days=age + 1)
            before = self._known_on(eve)
            if before != known:
                seen = before.rated and _presence(before, eve) > 0
                ahead = (self._known_on(day + timedelta(days=on)) for on in range(1, CHANGE_DAYS - age))
                still = sum(1 for _ in takewhile(known.__eq__, ahead))
                return (before if seen else None), age, age + 1 + still
        return None, 0, 0

    def _told(self, known: _Known) -> KnotStory:
        """Its story as far as it was known."""
        closed_at = None if known.lost is None else known.lost[1]
        knot = replace(self._story.knot, closed_at=closed_at)
        checks = tuple(check for made, check in self._checks if made <= self.days[known.rated - 1])
        return replace(self._story, knot=knot, checks=checks, gaps=known.gaps)

    def _known_on(self, day: date) -> _Known:
        gaps = tuple(gap for _, again, gap in self._away if again <= day)
        return _Known(bisect_right(self.days, day), self._lost_on(day), gaps)

    def _lost_on(self, day: date) -> tuple[date, datetime] | None:
        """Since which day and moment it was no longer found on a day, None where it was found."""
        for closed, again, gap in self._away:
            if closed <= day < again:
                return closed, gap.closed_at
        return self._closed if self._closed is not None and self._closed[0] <= day else None


def _presence(known: _Known, day: date) -> float:
    return 1.0 if known.lost is None else 1 - (day - known.lost[0]).days / FADE_DAYS
