"""A knot's life in words: when it was found, checked, not found, and what was done for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from unknot.domain.days import day_of
from unknot.domain.knot_life import RoutineUse
from unknot.domain.knots import KnotStory
from unknot.ui.body_map.check_words import when_words
from unknot.ui.day_words import dated_day, month_day

translate = QCoreApplication.translate


def life_lines(story: KnotStory, now: datetime) -> tuple[str, ...]:
    """Its dates, oldest first, a sentence each."""
    today = day_of(now)
    found = translate("LifeWords", "Found on {day}.").format(day=_day(day_of(story.knot.found_at), today))
    gaps = [
        translate("LifeWords", "No longer found from {start}, back again on {end}.").format(
            start=_day(day_of(gap.closed_at), today), end=_day(day_of(gap.reopened_at), today)
        )
        for gap in story.gaps
    ]
    if story.knot.closed_at is not None:
        lost = translate("LifeWords", "No longer found since {day}.")
        return (found, *gaps, lost.format(day=_day(day_of(story.knot.closed_at), today)))
    checked = translate("LifeWords", "Last checked {day}.")
    return (found, *gaps, checked.format(day=when_words(story.checks[-1].at, now)))


def routine_lines(uses: Sequence[RoutineUse], now: datetime) -> tuple[str, ...]:
    """Each routine done on it, how often, and when last."""
    return tuple(_routine_line(use, now) for use in uses)


def _routine_line(use: RoutineUse, now: datetime) -> str:
    when = when_words(use.last_at, now)
    if use.times == 1:
        return translate("LifeWords", "{title}: once, {when}").format(title=use.title, when=when)
    words = translate("LifeWords", "{title}: {count} times, last {when}")
    return words.format(title=use.title, count=use.times, when=when)


def _day(day: date, today: date) -> str:
    return month_day(day) if day.year == today.year else dated_day(day)
