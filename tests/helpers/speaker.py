"""Speakers and voices that make no sound and remember what they were asked for."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.clock import ManualClock
from unknot.domain.score import Note


class SilentSpeaker:
    """A device that begins `late` seconds after it is asked and then keeps time with the clock.

    `alive` False: it tells nothing any more, as one that was pulled out.
    """

    def __init__(self, clock: ManualClock, late: float = 0.0) -> None:
        self.clock, self.late = clock, late
        self.alive, self.closed = True, False
        self.played: list[tuple[float, tuple[Note, ...]]] = []
        self.stops = 0
        self.volume = -1
        self._began: float | None = None

    def play(self, notes: Sequence[Note], position: float) -> None:
        """Begin anew."""
        assert not self.closed
        self.played.append((position, tuple(notes)))
        self._began = self.clock() + self.late

    def stop(self) -> None:
        """Fall silent."""
        self.stops += 1
        self._began = None

    def set_volume(self, percent: int) -> None:
        """Remember it."""
        self.volume = percent

    def heard(self, now: float) -> float | None:
        """As much as the clock has moved since it began."""
        if not self.alive or self._began is None:
            return None
        return max(0.0, now - self._began)

    def close(self) -> None:
        """Remember it."""
        self.closed = True


class FakeVoice:
    """Remembers what it was asked to say."""

    def __init__(self, *, available: bool | None = True) -> None:
        self.available = available
        self.said: list[str] = []
        self.stops = 0
        self.volume = -1

    def say(self, text: str) -> None:
        """Remember it."""
        self.said.append(text)

    def stop(self) -> None:
        """Remember it."""
        self.stops += 1

    def set_volume(self, percent: int) -> None:
        """Remember it."""
        self.volume = percent
