"""Minutes of practice, in whole words and per day; apart from other series, for Today begins with them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from unknot.domain.days import day_of
from unknot.domain.practice import Session, SessionEnd, SessionKind


class PracticeDay(Struct, frozen=True):
    """Minutes practised on one day."""

    day: date
    release_min: float
    drill_min: float

    @property
    def total_min(self) -> float:
        """Both together."""
        return self.release_min + self.drill_min


def whole_minutes(seconds: float) -> int:
    """Minutes as people say them: rounded to the nearest, half a minute up, at least one."""
    return max(1, math.floor(seconds / 60 + 0.5))


def practice_days(sessions: Iterable[Session], since: date | None = None) -> tuple[PracticeDay, ...]:
    """Minutes done per day, oldest first; a session ended early counts for what was done of it."""
    minutes: dict[date, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for session in sessions:
        day = day_of(session.started_at)
        if session.end is SessionEnd.DISCARDED or session.done_s <= 0 or (since is not None and day < since):
            continue
        minutes[day][0 if session.kind is SessionKind.RELEASE else 1] += session.done_s / 60
    return tuple(PracticeDay(day, *both) for day, both in sorted(minutes.items()))
