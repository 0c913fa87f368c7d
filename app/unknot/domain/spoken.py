"""What is said when: every cue gets a moment of its own, is shortened, or is left out.

The rule, in order of importance (ours, C): the words of a step come first, as soon as its tone has rung
out; a tick, or the tone of the half or of the last ten seconds, that would fall under them is left out.
Then come prompts, what is next, "ten seconds", "halfway" and the counted three, two, one. Each waits for a
free moment no longer than its patience, tries its short form where it has one, and is dropped. So no cue
talks over a tone or over another cue. The beat of a metronome is no such tone: it goes on under the words.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from unknot.domain.body import Side
from unknot.domain.timeline import Segment

PAUSE_S = 0.08  # of silence between a tone and words, and between words


class Part(StrEnum):
    """What is spoken; each can be switched off by itself."""

    SIDE = "side"
    CUE = "cue"
    NEXT = "next"
    HALFWAY = "halfway"
    COUNTDOWN = "countdown"


class Spoken(Struct, frozen=True):
    """Words and the second of the timeline at which they begin."""

    at: float
    text: str
    part: Part = Part.CUE


class Phrases(Struct, frozen=True):
    """The voice's own words, in the user's language."""

    next: str = "Next: {cue}"
    next_tool: str = "Next, take the {tool}: {cue}"
    halfway: str = "Halfway."
    ten: str = "Ten seconds."
    counts: tuple[str, str, str] = ("Three.", "Two.", "One.")
    sides: tuple[tuple[Side, str], ...] = ((Side.LEFT, "Left leg."), (Side.RIGHT, "Right leg."))

    def side(self, side: Side) -> str:
        """The words for a leg."""
        return dict(self.sides)[side]

    def coming(self, cue: str, tool: str = "") -> tuple[str, ...]:
        """That this comes next, and the tool to take for it; the long form first."""
        short = self.next.format(cue=cue)
        return (self.next_tool.format(cue=cue, tool=tool), short) if tool else (short,)


class Speech(Struct, frozen=True):
    """How a session speaks: what is on, how long words take, and what fills a step's texts.

    `then` is what is said near the end of what follows at once, the long form first; empty for nothing.
    """

    parts: frozenset[Part]
    phrases: Phrases
    seconds_of: Callable[[str], float]
    worded: Callable[[Segment, str], str]
    then: tuple[str, ...] = ()


class Air:
    """Which seconds are taken, by tones or words; `found` is what got its moment."""

    def __init__(self, seconds_of: Callable[[str], float]) -> None:
        self.found: list[Spoken] = []
        self._seconds_of = seconds_of
        self._taken: list[tuple[float, float]] = []

    def take(self, begin: float, seconds: float) -> None:
        """A tone rings here."""
        insort(self._taken, (begin, begin + seconds))

    def is_free(self, begin: float, seconds: float) -> bool:
        """Whether nothing is heard there."""
        end = begin + seconds
        return all(end + PAUSE_S <= first or begin >= last + PAUSE_S - 1e-9 for first, last in self._taken)

    def say(self, forms: Iterable[str], part: Part, wanted: float, patience: float, until: float) -> bool:
        """Say the first of these forms that fits between its wanted moment and `until`; whether one did."""
        for text in forms:
            length = self._seconds_of(text)
            moments = [wanted, *(last + PAUSE_S for _, last in self._taken if wanted < last + PAUSE_S)]
            for at in moments:
                if at <= wanted + patience and at + length <= until and self.is_free(at, length):
                    self._keep(at, text, part, length)
                    return True
        return False

    def say_late(self, forms: Sequence[str], part: Part, earliest: float, until: float) -> bool:
        """Say the first of these forms that fits, as late as it can be."""
        for text in forms:
            length = self._seconds_of(text)
            ends = [
                until,
                *(first - PAUSE_S for first, _ in reversed(self._taken) if first - PAUSE_S < until),
            ]
            for end in ends:
                if end - length >= earliest and self.is_free(end - length, length):
                    self._keep(end - length, text, part, length)
                    return True
        return False

    def _keep(self, at: float, text: str, part: Part, length: float) -> None:
        self.take(at, length)
        insort(self.found, Spoken(at, text, part), key=_when)


def _when(spoken: Spoken) -> float:
    return spoken.at
