"""The map of an earlier day: what was known of every knot when that day ended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    """The knots with the day of every rating worked out once: playing the weeks asks for each day in turn."""

    def __init__(self, stories: Iterable[KnotStory]) -> None:
        self._stories = [(story, [day_of(check.at) for check in story.checks]) for story in stories]

    @property
    def first_day(self) -> date | None:
        """The day the oldest rating was made on, None without a knot."""
        return min((day for _, days in self._stories for day in days), default=None)

    def marks_on(self, day: date) -> tuple[DayMark, ...]:
        """The knots found by the end of a day, each with the ratings up to then, in the order they come.

        One that was no longer found is closed in its story and fades over a week; found again, it is
        whole. It lies where it lies today: a moved mark keeps no older spot.
        """
        found = (_on(story, days, day) for story, days in self._stories)
        return tuple(mark for mark in found if mark is not None)


def marks_on(stories: Iterable[KnotStory], day: date) -> tuple[DayMark, ...]:
    """The marks of one day; for many days make a Course."""
    return Course(stories).marks_on(day)


def _on(story: KnotStory, days: Sequence[date], day: date) -> DayMark | None:
    checks = tuple(check for check, made in zip(story.checks, days, strict=True) if made <= day)
    if not checks:
        return None
    closed_at = _closed_on(story, day)
    presence = 1.0 if closed_at is None else 1 - (day - day_of(closed_at)).days / FADE_DAYS
    if presence <= 0:
        return None
    gaps = tuple(gap for gap in story.gaps if day_of(gap.reopened_at) <= day)
    knot = replace(story.knot, closed_at=closed_at)
    return DayMark(replace(story, knot=knot, checks=checks, gaps=gaps), presence)


def _closed_on(story: KnotStory, day: date) -> datetime | None:
    """Since when it was no longer found on a day, None where it was found."""
    spans = [(gap.closed_at, gap.reopened_at) for gap in story.gaps]
    within = (closed for closed, again in spans if day_of(closed) <= day < day_of(again))
    closed_at = story.knot.closed_at
    last = closed_at if closed_at is not None and day_of(closed_at) <= day else None
    return next(within, last)
