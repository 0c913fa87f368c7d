"""What happens inside a step at which second: its prompts, its half, its last ten seconds, the countdown."""

from __future__ import annotations

from msgspec import Struct

from unknot.domain.player_events import Countdown, Halfway, LastTen, PromptDue
from unknot.domain.steps import SET_KINDS, StepKind
from unknot.domain.timeline import Segment

COUNTDOWN = (3, 2, 1)  # seconds before a step ends
LONG_S = 30.0  # from this length on a step has a half and a last ten seconds worth telling
WORKS = (
    StepKind.PRESS,
    StepKind.MOVE,
    StepKind.STRETCH,
    *SET_KINDS,
)


class Mark(Struct, frozen=True):
    """An event and the second of the timeline it belongs to."""

    at: float
    event: Countdown | PromptDue | Halfway | LastTen


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
    half, ten = halfway_of(segment), last_ten_of(segment)
    marks += [Mark(half, Halfway(segment))] if half is not None else []
    marks += [Mark(ten, LastTen(segment))] if ten is not None else []
    return tuple(sorted(marks, key=_when))


def countdown_of(segment: Segment) -> tuple[tuple[float, int], ...]:
    """The moments at which 3, 2 and 1 seconds are left, and how many; only those inside the step."""
    if segment.waits:
        return ()
    return tuple((segment.end - left, left) for left in COUNTDOWN if left < segment.seconds)


def halfway_of(segment: Segment) -> float | None:
    """The middle of a step that is long enough to have one worth telling, None of any other."""
    return segment.start + segment.seconds / 2 if _is_long_work(segment) else None


def last_ten_of(segment: Segment) -> float | None:
    """The moment at which ten seconds are left of a long step, None of any other."""
    return segment.end - 10 if _is_long_work(segment) else None


def _is_long_work(segment: Segment) -> bool:
    step = segment.step
    return step.kind in WORKS and not step.open_ended and segment.seconds >= LONG_S


def _when(mark: Mark) -> float:
    return mark.at
