"""The tones of a session: what each one tells, how long it rings, and which of them announces a step."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from unknot.domain.steps import StepKind
from unknot.domain.timeline import Segment


class Tone(StrEnum):
    """The roles of the tones."""

    TICK = "tick"  # 3, 2, 1 before a step ends
    PREPARE = "prepare"  # get into position, or answer
    WORK = "work"  # press, move, hold, stretch: it begins
    REST = "rest"  # let go
    SWITCH = "switch"  # the other side
    HALFWAY = "halfway"
    LAST_TEN = "last_ten"  # ten seconds are left
    END = "end"  # the session is over
    CLICK = "click"  # a beat
    ACCENT = "accent"  # the first beat of a step
    SOFT = "soft"  # a beat, low and dull
    SOFT_ACCENT = "soft_accent"
    LEFT = "left"  # sound check: only from the left
    RIGHT = "right"  # sound check: only from the right


class ToneSet(StrEnum):
    """How the tones sound."""

    FULL = "full"  # every role its own
    QUIET = "quiet"  # the same, soft and low: for a room with others in it
    SINGLE = "single"  # one and the same tone for every role but the beat


class BeatOf(StrEnum):
    """What happens on a beat."""

    FOOT = "foot"  # a foot lands, left and right in turn
    REP = "rep"  # a repetition


class BeatSound(StrEnum):
    """How a beat sounds."""

    CLICK = "click"
    SOFT = "soft"


class Note(Struct, frozen=True):
    """A tone and the second of the timeline it begins at."""

    at: float
    tone: Tone


SECONDS = {
    Tone.TICK: 0.12,
    Tone.PREPARE: 0.34,
    Tone.WORK: 0.34,
    Tone.REST: 0.34,
    Tone.SWITCH: 0.40,
    Tone.HALFWAY: 0.26,
    Tone.LAST_TEN: 0.26,
    Tone.END: 0.95,
    Tone.CLICK: 0.03,
    Tone.ACCENT: 0.03,
    Tone.SOFT: 0.06,
    Tone.SOFT_ACCENT: 0.06,
    Tone.LEFT: 0.70,
    Tone.RIGHT: 0.70,
}
BEATS = (Tone.CLICK, Tone.ACCENT, Tone.SOFT, Tone.SOFT_ACCENT)

_ROLES = {
    StepKind.PREPARE: Tone.PREPARE,
    StepKind.POSITION: Tone.PREPARE,
    StepKind.CHECK: Tone.PREPARE,
    StepKind.REST: Tone.REST,
    StepKind.BREATHE: Tone.REST,
    StepKind.WALK: Tone.REST,
    StepKind.SWITCH_SIDE: Tone.SWITCH,
}


def tone_of(segment: Segment) -> Tone:
    """The tone with which a step begins."""
    return _ROLES.get(segment.step.kind, Tone.WORK)
