"""An invented practice session, step by step as the player would have written it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from unknot.domain.body import Side
from unknot.domain.drill import Drill
from unknot.domain.practice import Session, SessionEnd, SessionKind, SessionStep, StepEnd
from unknot.domain.routine import Routine
from unknot.domain.timeline import Segment, Timeline
from unknot.domain.unfold import unfold_drill, unfold_routine

_CUT_SHORT = 0.08  # how often a session is ended early
_SKIPPED = 0.03  # how often a step is skipped
_ANSWER_S = (4.0, 14.0)  # how long an answer takes


class Pressed(Struct, frozen=True):
    """What a release session was done for, and how tender it was before and after."""

    knot_id: UUID
    place: str
    side: Side
    ceiling: int
    before: int
    after: int


class Player:
    """Invents sessions from a random source and a source of ids."""

    def __init__(self, rng: np.random.Generator, new_id: Callable[[], UUID]) -> None:
        self._rng = rng
        self._new_id = new_id

    def release(self, routine: Routine, pressed: Pressed, at: datetime) -> Session:
        """A release session for one knot."""
        timeline = unfold_routine(routine, (pressed.side,) if routine.has_sides else ())
        session = replace(
            self._empty(SessionKind.RELEASE, routine, timeline, at),
            sides=(pressed.side,),
            places=(pressed.place,),
            knot_ids=(pressed.knot_id,),
            ceiling=pressed.ceiling,
            lowered=int(self._rng.random() < 0.08),
        )
        scores = {"before": pressed.before, "after": pressed.after}
        return self._played(session, timeline, lambda segment: scores.get(segment.step.check or "", 0))

    def drill(self, drill: Drill, felt: int, at: datetime) -> Session:
        """A drill, with `felt` given for every score it asks for, within its range; next to no pain."""
        ranges = {score.id: (score.min, score.max) for score in drill.score}
        sides = (Side.LEFT, Side.RIGHT) if drill.has_sides else ()
        timeline = unfold_drill(drill, sides)
        beat = drill.metronome_bpm
        session = replace(
            self._empty(SessionKind.DRILL, drill, timeline, at),
            sides=sides,
            bpm=None if beat is None else float(beat.default),
        )
        played = self._played(session, timeline, lambda _segment: felt)
        steps = tuple(replace(step, values=_plausible(step.values, ranges)) for step in played.steps)
        return replace(played, steps=steps)

    def _empty(
        self, kind: SessionKind, content: Routine | Drill, timeline: Timeline, at: datetime
    ) -> Session:
        return Session(
            id=self._new_id(),
            kind=kind,
            content_id=content.id,
            title=content.title,
            started_at=at,
            ended_at=None,
            end=SessionEnd.OPEN,
            sides=(),
            places=(),
            knot_ids=(),
            total_s=timeline.total,
            done_s=0.0,
            position_s=0.0,
        )

    def _played(self, session: Session, timeline: Timeline, score: Callable[[Segment], int]) -> Session:
        short = self._rng.random() < _CUT_SHORT
        last = len(timeline.segments) - 1
        stop = int(last * self._rng.uniform(0.5, 0.9)) if short else last
        steps: list[SessionStep] = []
        clock = 0.0
        for segment in timeline.segments[: stop + 1]:
            step = self._step(session, segment, score(segment), cut=short and segment.index == stop)
            clock += step.seconds
            steps.append(replace(step, ended_at=session.started_at + timedelta(seconds=round(clock, 1))))
        return replace(
            session,
            ended_at=steps[-1].ended_at if steps else session.started_at,
            end=SessionEnd.PARTIAL if short else SessionEnd.DONE,
            done_s=round(clock, 1),
            position_s=timeline.segments[stop].end if steps else 0.0,
            steps=tuple(steps),
        )

    def _step(self, session: Session, segment: Segment, score: int, *, cut: bool) -> SessionStep:
        end, seconds = StepEnd.DONE, segment.seconds
        values: dict[str, int] = {}
        if segment.waits:
            seconds = float(self._rng.uniform(*_ANSWER_S))
            values = {name: score for name in segment.step.records if name != "size"}
        elif cut:
            end, seconds = StepEnd.CUT, seconds * float(self._rng.uniform(0.2, 0.8))
        elif self._rng.random() < _SKIPPED:
            end, seconds = StepEnd.SKIPPED, seconds * float(self._rng.uniform(0.1, 0.5))
        return SessionStep(
            session_id=session.id,
            index=segment.index,
            step_id=segment.step.id,
            side=segment.side,
            ended_at=session.started_at,
            seconds=round(seconds, 1),
            end=end,
            values=values,
        )


def _plausible(values: dict[str, int], ranges: dict[str, tuple[int, int]]) -> dict[str, int]:
    """The values inside their ranges; what asks for pain gets the lowest but one."""
    given: dict[str, int] = {}
    for name, value in values.items():
        low, high = ranges.get(name, (0, 10))
        given[name] = low + 1 if "pain" in name else min(max(value, low), high)
    return given
