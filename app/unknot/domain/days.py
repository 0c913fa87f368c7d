"""Which day a moment belongs to: a day begins at 04:00 of the place where the moment was lived."""

from __future__ import annotations

from datetime import date, datetime, timedelta

DAY_BEGINS_HOUR = 4


def day_of(moment: datetime) -> date:
    """The day of an aware moment, by the offset it carries; before 04:00 it is still the day before.

    The offset is the one the moment was made in, so a change of clocks or a journey never moves an old
    entry to another day. Wall clock minus four hours, not instants: on a night of 25 hours 03:30 is the
    old day both times.

    Raises ValueError for a moment without an offset.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs an offset to belong to a day")
    return (moment.replace(tzinfo=None) - timedelta(hours=DAY_BEGINS_HOUR)).date()
