"""What happens inside a step at which second: the countdown before its end, and its prompts."""

from __future__ import annotations

from dataclasses import dataclass

from unknot.domain.player_events import Countdown, PromptDue
from unknot.domain.timeline import Segment

COUNTDOWN = (3, 2, 1)  # seconds before a step ends


@dataclass(frozen=True, slots=True)
class Mark:
    """An event and the second of the timeline it belongs to."""

    at: float
    event: Countdown | PromptDue


def marks_of(segment: Segment) -> tuple[Mark, ...]:
    """The marks inside a timed step, in order; a check, which waits, has none."""
    if segment.waits:
        return ()
    marks = [
        Mark(segment.start + prompt.at, PromptDue(segment, prompt))
        for prompt in segment.step.prompts
        if 0 <= prompt.at < segment.seconds
    ]
    marks += [Mark(at, Countdown(segment, left)) for at, left in countdown_of(segment)]
    return tuple(sorted(marks, key=_when))


def countdown_of(segment: Segment) -> tuple[tuple[float, int], ...]:
    """The moments at which 3, 2 and 1 seconds are left, and how many; only those inside the step."""
    if segment.waits:
        return ()
    return tuple((segment.end - left, left) for left in COUNTDOWN if left < segment.seconds)


def _when(mark: Mark) -> float:
    return mark.at
