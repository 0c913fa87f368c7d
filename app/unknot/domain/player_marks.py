"""What happens inside a step at which second: its prompts, what comes next, the countdown before its end."""

from __future__ import annotations

import math

from msgspec import Struct

from unknot.domain.player_events import Countdown, NextDue, PromptDue
from unknot.domain.speech import speech_seconds
from unknot.domain.timeline import Segment

COUNTDOWN = (3, 2, 1)  # seconds before a step ends
_EARLY = 15  # seconds before the end at most for saying what comes next


class Mark(Struct, frozen=True):
    """An event and the second of the timeline it belongs to."""

    at: float
    event: Countdown | PromptDue | NextDue


def marks_of(segment: Segment, following: Segment | None = None) -> tuple[Mark, ...]:
    """The marks inside a timed step, in order; a check, which waits, has none."""
    if segment.waits:
        return ()
    marks = [
        Mark(segment.start + prompt.at, PromptDue(segment, prompt))
        for prompt in segment.step.prompts
        if 0 <= prompt.at < segment.seconds
    ]
    marks += [Mark(at, Countdown(segment, left)) for at, left in countdown_of(segment)]
    at = _free_moment(segment, following)
    if at is not None and following is not None:
        marks.append(Mark(segment.start + at, NextDue(segment, following)))
    return tuple(sorted(marks, key=_when))


def countdown_of(segment: Segment) -> tuple[tuple[float, int], ...]:
    """The moments at which 3, 2 and 1 seconds are left, and how many; only those inside the step."""
    if segment.waits:
        return ()
    return tuple((segment.end - left, left) for left in COUNTDOWN if left < segment.seconds)


def _free_moment(segment: Segment, following: Segment | None) -> int | None:
    """The latest second, at most _EARLY before the end, at which the next cue is said over nothing else."""
    if following is None:
        return None
    step, length = segment.step, speech_seconds(f"Next {following.step.cue}")
    said = [(0.0, step.say), *((float(prompt.at), prompt.say) for prompt in step.prompts)]
    busy = [(begin, begin + speech_seconds(text)) for begin, text in said]
    latest = math.floor(segment.seconds - COUNTDOWN[0] - length)
    for at in range(latest, max(0, math.floor(segment.seconds) - _EARLY) - 1, -1):
        if all(at >= end or at + length <= begin for begin, end in busy):
            return at
    return None


def _when(mark: Mark) -> float:
    return mark.at
