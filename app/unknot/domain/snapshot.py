"""One moment of a running session, as the players show it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from unknot.domain.body import Side
from unknot.domain.routine import Breathing
from unknot.domain.steps import StepKind
from unknot.domain.timeline import Segment

_WITHOUT_PACER = (StepKind.PREPARE, StepKind.POSITION, StepKind.SWITCH_SIDE, StepKind.CHECK)


class PlayerState(StrEnum):
    """What a session is doing."""

    READY = "ready"  # not started yet
    RUNNING = "running"
    PAUSED = "paused"
    WAITING = "waiting"  # at a check: the clock holds until it is answered or skipped
    AWAY = "away"  # nobody looked for over two seconds; go on, or finish here
    DONE = "done"  # played to its last step
    ENDED = "ended"  # ended before


class Breath(Struct, frozen=True):
    """Where the breathing pacer is: breathing in or out, and how much of that is over (0..1)."""

    inward: bool
    fraction: float


class Snapshot(Struct, frozen=True):
    """Everything a player draws. Times in seconds; texts are filled in, without {side} or {ceiling}.

    Beats: `beats` counts those since this step began, with its fraction: click k sounds exactly when it
    is k. `beat_index` is its whole part, `beat_fraction` the rest, and `beat_phase` = (beats / 2) % 1 the
    runner's phase where each foot contact is a beat: at every click it is 0 (right foot lands) or 0.5
    (left foot). All four are None outside the steps with a beat; they go on when the metronome is silent.
    """

    state: PlayerState
    segment: Segment
    position: float
    in_step: float
    left_in_step: float
    left_in_all: float
    block: int
    fraction: float  # of the whole session, 0..1
    ceiling: int | None
    lowered: int
    side: Side | None  # the leg being worked on
    cue: str
    text: str
    next_segment: Segment | None
    next_cue: str
    next_tool: str  # the role of the tool that the next step needs and this one does not; empty without one
    breath: Breath | None
    away_s: float
    done_s: float
    bpm: float | None
    beats: float | None = None
    beat_index: int | None = None
    beat_fraction: float | None = None
    beat_phase: float | None = None

    @property
    def leg(self) -> Side | None:
        """The leg to name: the one being worked on, in a switch the one to go to."""
        if self.segment.step.kind is StepKind.SWITCH_SIDE and self.next_segment is not None:
            return self.next_segment.side
        return self.side


def breath_at(breathing: Breathing | None, segment: Segment, in_step: float) -> Breath | None:
    """The pacer at a moment of a step: each step begins with breathing in. None where it would distract."""
    if breathing is None or segment.step.kind in _WITHOUT_PACER:
        return None
    cycle = breathing.in_s + breathing.out_s
    if cycle <= 0:
        return None
    within = in_step % cycle
    if within < breathing.in_s:
        return Breath(inward=True, fraction=within / breathing.in_s)
    return Breath(inward=False, fraction=(within - breathing.in_s) / breathing.out_s)
