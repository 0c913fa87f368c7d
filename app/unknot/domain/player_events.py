"""What the player tells of as its clock moves on: plain records, in the order they happened."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from unknot.domain.practice import SessionEnd, StepEnd
from unknot.domain.steps import Prompt
from unknot.domain.timeline import Segment


class StepStarted(Struct, frozen=True):
    """A step began, by the clock or by a key."""

    segment: Segment


class StepFinished(Struct, frozen=True):
    """A step ended. `seconds` were really spent in it; a check counts at most the time planned for it."""

    segment: Segment
    seconds: float
    end: StepEnd
    values: Mapping[str, int] = field(default_factory=dict)


class Countdown(Struct, frozen=True):
    """3, 2 or 1 whole seconds are left of a step."""

    segment: Segment
    left: int


class Changed(Struct, frozen=True):
    """A step ran out or was answered, and this one is on now: the tone at the change."""

    segment: Segment


class PromptDue(Struct, frozen=True):
    """Something to say now."""

    segment: Segment
    prompt: Prompt


class Halfway(Struct, frozen=True):
    """Half of a long step is over."""

    segment: Segment


class LastTen(Struct, frozen=True):
    """Ten seconds are left of a long step."""

    segment: Segment


class Gap(Struct, frozen=True):
    """Nobody looked at the clock for so many seconds (sleep, a frozen window): paused where that began."""

    seconds: float


class Lowered(Struct, frozen=True):
    """It was too much: the pressure ceiling is now this (None where nothing is pressed)."""

    ceiling: int | None


class Finished(Struct, frozen=True):
    """The session is over."""

    end: SessionEnd


PlayerEvent = (
    StepStarted
    | StepFinished
    | Countdown
    | Changed
    | PromptDue
    | Halfway
    | LastTen
    | Gap
    | Lowered
    | Finished
)
