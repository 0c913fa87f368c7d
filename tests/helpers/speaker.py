"""Speakers and voices that make no sound and remember what they were asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from helpers.clock import ManualClock
from unknot.domain.tone import Note, ToneSet
from unknot.services.tones import RATE, Samples, Words


class SilentSpeaker:
    """A device that begins `late` seconds after it is asked and then keeps time with the clock.

    To ask takes `filling` seconds, in which time goes on. `alive` False: it tells nothing any more, as one
    that was pulled out.
    """

    def __init__(self, clock: ManualClock, late: float = 0.0) -> None:
        self.clock, self.late, self.filling = clock, late, 0.0
        self.alive, self.closed = True, False
        self.played: list[tuple[float, tuple[Note, ...]]] = []
        self.stops = 0
        self.words: list[tuple[Words, ...]] = []
        self.volume = -1
        self.style, self.output = ToneSet.FULL, ""
        self._began: float | None = None

    def play(self, notes: Sequence[Note], position: float, words: Sequence[Words] = ()) -> None:
        """Begin anew."""
        assert not self.closed
        self.played.append((position, tuple(notes)))
        self.words.append(tuple(words))
        self.clock.advance(self.filling)
        self._began = self.clock() + self.late

    def stop(self) -> None:
        """Fall silent."""
        self.stops += 1
        self._began = None

    def set_volume(self, percent: int) -> None:
        """Remember it."""
        self.volume = percent

    def set_tones(self, style: ToneSet) -> None:
        """Remember it."""
        self.style = style

    def set_output(self, output: str) -> None:
        """Remember it."""
        self.output = output

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
        self.voices: tuple[str, ...] = ()
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

    def set_manner(self, name: str, rate: int) -> None:
        """Remember it."""
        self.manner = (name, rate)


class FakeRenderer:
    """Renders every word in a fixed time, as silence; `missing` are texts that never get ready."""

    def __init__(self, seconds_a_word: float = 0.3) -> None:
        self.voices: tuple[str, ...] = ("en-gb", "en-us")
        self.asked: list[str] = []
        self.missing: set[str] = set()
        self.manner = ("", 100)
        self._seconds_a_word = seconds_a_word

    def prepare(self, texts: Iterable[str]) -> None:
        """Remember them."""
        self.asked += [text for text in texts if text not in self.asked]

    def samples(self, text: str) -> Samples | None:
        """Silence of the right length."""
        seconds = self.seconds(text)
        return None if seconds is None else np.zeros((round(seconds * RATE), 2), dtype=np.float32)

    def seconds(self, text: str) -> float | None:
        """By the number of words."""
        ready = text in self.asked and text not in self.missing
        return self._seconds_a_word * len(text.split()) if ready else None

    def set_manner(self, name: str, rate: int) -> None:
        """Remember it."""
        self.manner = (name, rate)
