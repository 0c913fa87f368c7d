"""A wall clock that moves only when told."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

SUMMER = timezone(timedelta(hours=2))
WINTER = timezone(timedelta(hours=1))


class WallClock:
    """Call it for the time; it stands still in between."""

    def __init__(self, start: datetime = datetime(2026, 9, 14, 18, 30, tzinfo=SUMMER)) -> None:
        self.time = start

    def __call__(self) -> datetime:
        return self.time

    def advance(self, **by: float) -> None:
        """Move on, as timedelta(**by)."""
        self.time += timedelta(**by)
