"""What the player tells of as its clock moves on: plain records, in the order they happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from unknot.domain.practice import SessionEnd, StepEnd
from unknot.domain.steps import Prompt
from unknot.domain.timeline import Segment


@dataclass(frozen=True, slots=True)
class StepStarted:
    """A step began, by the clock or by a key."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class StepFinished:
    """A step ended. `seconds` were really spent in it; a check counts at most the time planned for it."""

    segment: Segment
    seconds: float
    end: StepEnd
    values: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Countdown:
    """3, 2 or 1 whole seconds are left of a step."""

    segment: Segment
    left: int


@dataclass(frozen=True, slots=True)
class Changed:
    """A step ran out or was answered, and this one is on now: the tone at the change."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class PromptDue:
    """Something to say now."""

    segment: Segment
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class NextDue:
    """A good moment to say what comes after this step: nothing else is being said."""

    segment: Segment
    following: Segment


@dataclass(frozen=True, slots=True)
class Gap:
    """Nobody looked at the clock for so many seconds (sleep, a frozen window): paused where that began."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Lowered:
    """It was too much: the pressure ceiling is now this (None where nothing is pressed)."""

    ceiling: int | None


@dataclass(frozen=True, slots=True)
class Finished:
    """The session is over."""

    end: SessionEnd


PlayerEvent = (
    StepStarted | StepFinished | Countdown | Changed | PromptDue | NextDue | Gap | Lowered | Finished
)
