"""What a running session needs from sound and voice; the real ones and the silent ones all look like this."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from unknot.domain.tone import Note, ToneSet
from unknot.services.tones import Samples, Words


class Speaker(Protocol):
    """Plays the notes of a timeline on one stream, and tells how much of it has been heard."""

    def play(self, notes: Sequence[Note], position: float, words: Sequence[Words] = ()) -> None:
        """Drop what was still to come, and play from this second of the timeline on."""

    def stop(self) -> None:
        """Fall silent at once."""

    def set_volume(self, percent: int) -> None:
        """How loud, 0 to 100."""

    def set_tones(self, style: ToneSet) -> None:
        """How the tones sound from the next play() on."""

    def set_output(self, output: str) -> None:
        """Which device plays, by its id; "" or one that is not there: the system's own choice."""

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

    @property
    def voices(self) -> tuple[str, ...]:
        """The names `set_manner` takes; empty until they are known."""

    def say(self, text: str) -> None:
        """Speak now, instead of what is being spoken."""

    def stop(self) -> None:
        """Fall silent at once."""

    def set_volume(self, percent: int) -> None:
        """How loud, 0 to 100."""

    def set_manner(self, name: str, rate: int) -> None:
        """Which voice ("": the system's) and how fast, per cent of its usual rate."""


class Renderer(Protocol):
    """Turns words into samples ahead of time, so that they can be mixed in at their sample."""

    @property
    def voices(self) -> tuple[str, ...]:
        """The names `set_manner` takes."""

    def prepare(self, texts: Iterable[str]) -> None:
        """Begin to render these, in this order, beside everything else."""

    def samples(self, text: str) -> Samples | None:
        """The rendered words; None until they are ready, and for good if they cannot be rendered."""

    def seconds(self, text: str) -> float | None:
        """How long they take; None as long as that is not known."""

    def set_manner(self, name: str, rate: int) -> None:
        """Which voice ("": the usual one) and how fast, per cent of its usual rate."""
