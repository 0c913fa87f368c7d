"""A practice session: one routine or drill as it was really done, step by step."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from unknot.domain.body import Side
from unknot.domain.knots import KnotStory
from unknot.domain.routine import Routine


class SessionKind(StrEnum):
    """What was practised."""

    RELEASE = "release"
    DRILL = "drill"


class SessionEnd(StrEnum):
    """How a session ended."""

    OPEN = "open"  # still running, or cut off by a crash
    DONE = "done"  # played to its last step
    PARTIAL = "partial"  # ended early; the minutes done count
    STOPPED = "stopped"  # ended by a stop rule
    DISCARDED = "discarded"  # the user threw it away after a crash


AFTER = "asked_after"  # stands for the step of what is rated once a session is over


class StepEnd(StrEnum):
    """How a step ended."""

    DONE = "done"
    SKIPPED = "skipped"
    CUT = "cut"  # left by ending the session or jumping away


class SessionStep(Struct, frozen=True):
    """One finished step. `seconds` is the time really spent in it; `index` is its place in the timeline."""

    session_id: UUID
    index: int
    step_id: str
    side: Side | None
    ended_at: datetime  # aware
    seconds: float
    end: StepEnd
    values: dict[str, int]  # what a check recorded: score id -> value; empty if not rated


class PressRating(Struct, frozen=True):
    """How much a pressed spot hurt: `pain` 1..10, at `position_s` seconds of the session."""

    index: int  # the step's place in the timeline
    position_s: float
    at: datetime  # aware
    pain: int


_AT_THE_END_S = 0.5  # so near its length a session stands at its end


class Planned(Struct, frozen=True):
    """What is still to come when several items are played as one session."""

    content_id: str
    sides: tuple[Side, ...] = ()
    knot_ids: tuple[UUID, ...] = ()
    kind: SessionKind = SessionKind.RELEASE


def knot_item(story: KnotStory, routine: Routine) -> Planned:
    """A knot as an item of a set, with the routine that fits it."""
    return Planned(routine.id, (story.knot.spot.side,), (story.knot.id,))


class Session(Struct, frozen=True):
    """One practice session.

    `sides` are the legs in the order played (one or two; empty for a drill without sides). `ceiling` is
    the pressure ceiling it started with (None for drills), `lowered` how often "Too much" was pressed.
    `position_s` is the place in the timeline last journalled, for resuming. `knot_ids` are the knots it
    was done for. `prepare_s` and `half` are how its timeline was made. Items played one after the other
    have the same `set_id`, the id of the first, and `following` is what comes after this one.
    """

    id: UUID
    kind: SessionKind
    content_id: str  # routine or drill id
    title: str
    started_at: datetime  # aware
    ended_at: datetime | None
    end: SessionEnd
    sides: tuple[Side, ...]
    places: tuple[str, ...]  # pressed places, for hours between and next-day soreness
    knot_ids: tuple[UUID, ...]
    total_s: float
    done_s: float
    position_s: float
    ceiling: int | None = None
    lowered: int = 0
    bpm: float | None = None
    steps: tuple[SessionStep, ...] = ()
    prepare_s: int = 0
    half: bool = False
    set_id: UUID | None = None
    following: tuple[Planned, ...] = ()
    presses: tuple[PressRating, ...] = ()

    @property
    def came_to_its_end(self) -> bool:
        """Whether it was played to its last step, or skipped to it so fast that nothing of it counts."""
        skipped = self.end is SessionEnd.DISCARDED and self.position_s >= self.total_s - _AT_THE_END_S
        return self.end is SessionEnd.DONE or skipped
