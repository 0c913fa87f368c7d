"""The stretch of days that all charts of the page share."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from unknot.ui.day_words import short_day, short_month
from unknot.ui.progress.ticks import day_ticks

_MARGIN_SHARE = 0.03


class Span(Struct, frozen=True):
    """From the first day shown to today; both whole days."""

    first: date
    today: date

    @property
    def axis(self) -> tuple[float, float]:
        """The range of the axis with a little room at both ends."""
        room = max(0.6, (self.today - self.first).days * _MARGIN_SHARE)
        return self.first.toordinal() - room, self.today.toordinal() + 1 + room

    def ticks(self, most: int) -> tuple[tuple[date, str], ...]:
        """At most so many labelled days."""
        days = day_ticks(self.first, self.today, most)
        return tuple(
            (day, short_day(day) if day.year == self.today.year else short_month(day)) for day in days
        )

    @classmethod
    def of_weeks(cls, weeks: int, today: date) -> Span:
        """The last weeks up to today."""
        return cls(today - timedelta(days=7 * weeks - 1), today)
