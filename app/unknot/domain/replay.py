"""The map of an earlier day: what was known of every knot when that day ended."""

from __future__ import annotations

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


def marks_on(stories: Iterable[KnotStory], day: date) -> tuple[DayMark, ...]:
    """The knots found by the end of a day, each with the ratings up to then, in the order they come.

    One that was no longer found is closed in its story and fades over a week; found again, it is whole.
    It lies where it lies today: a moved mark keeps no older spot.
    """
    found = (_on(story, day) for story in stories)
    return tuple(mark for mark in found if mark is not None)


def first_day(stories: Iterable[KnotStory]) -> date | None:
    """The day the oldest rating was made on, None without a knot."""
    return min((day_of(check.at) for story in stories for check in story.checks), default=None)


def _on(story: KnotStory, day: date) -> DayMark | None:
    checks = tuple(check for check in story.checks if day_of(check.at) <= day)
    if not checks:
        return None
    closed_at = _closed_on(story, day)
    presence = 1.0 if closed_at is None else 1 - (day - day_of(closed_at)).days / FADE_DAYS
    if presence <= 0:
        return None
    gaps = tuple(gap for gap in story.gaps if day_of(gap.reopened_at) <= day)
    return DayMark(
        replace(story, knot=replace(story.knot, closed_at=closed_at), checks=checks, gaps=gaps), presence
    )


def _closed_on(story: KnotStory, day: date) -> datetime | None:
    """Since when it was no longer found on a day, None where it was found."""
    spans = [(gap.closed_at, gap.reopened_at) for gap in story.gaps]
    within = (closed for closed, again in spans if day_of(closed) <= day < day_of(again))
    closed_at = story.knot.closed_at
    last = closed_at if closed_at is not None and day_of(closed_at) <= day else None
    return next(within, last)
