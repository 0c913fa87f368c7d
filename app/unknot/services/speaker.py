"""What a running session needs from sound and voice; the real ones and the silent ones all look like this."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from unknot.domain.score import Note


class Speaker(Protocol):
    """Plays the notes of a timeline on one stream, and tells how much of it has been heard."""

    def play(self, notes: Sequence[Note], position: float) -> None:
        """Drop what was still to come, and play from this second of the timeline on."""

    def stop(self) -> None:
        """Fall silent at once."""

    def set_volume(self, percent: int) -> None:
        """How loud, 0 to 100."""

    def heard(self, now: float) -> float | None:
        """Seconds of the timeline heard since play(), at a moment of the session's clock.

        0 before the first is heard; None when the device does not tell, so that the clock has to lead.
        """

    def close(self) -> None:
        """Let go of the device. Nothing is played after that."""


class Narrator(Protocol):
    """Speaks."""

    @property
    def available(self) -> bool | None:
        """Whether there is a voice; None until that is known."""

    def say(self, text: str) -> None:
        """Speak now, instead of what is being spoken."""

    def stop(self) -> None:
        """Fall silent at once."""

    def set_volume(self, percent: int) -> None:
        """How loud, 0 to 100."""
