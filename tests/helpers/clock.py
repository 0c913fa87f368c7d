"""A monotonic clock that moves only when told."""

from __future__ import annotations


class ManualClock:
    """Call it for the seconds; they stand still in between."""

    def __init__(self, seconds: float = 1000.0) -> None:
        self.seconds = seconds

    def __call__(self) -> float:
        return self.seconds

    def advance(self, seconds: float) -> None:
        """Move on."""
        self.seconds += seconds
