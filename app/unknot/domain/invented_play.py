"""An invented practice session, step by step as the player would have written it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from unknot.domain.body import Side
from unknot.domain.drill import Drill, Score
from unknot.domain.practice import Session, SessionEnd, SessionKind, SessionStep, StepEnd
from unknot.domain.routine import Routine
from unknot.domain.timeline import Segment, Timeline
from unknot.domain.unfold import unfold_drill, unfold_routine

_CUT_SHORT = 0.08  # how often a session is ended early
_SKIPPED = 0.03  # how often a step is skipped
_ANSWER_S = (4.0, 14.0)  # how long an answer takes

ScoreOf = Callable[[Score, Side | None], int]
Answer = Callable[[Segment, str], int]  # what a step gives for a score of this name


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
        return self._played(session, timeline, lambda segment, _name: scores.get(segment.step.check or "", 0))

    def drill(self, drill: Drill, score: ScoreOf, at: datetime) -> Session:
        """A drill with what `score` gives for each score that it asks for; a hold lasts as long as scored."""
        known = {one.id: one for one in drill.score}
        sides = (Side.LEFT, Side.RIGHT) if drill.has_sides else ()
        timeline = unfold_drill(drill, sides)
        beat = drill.metronome_bpm
        session = replace(
            self._empty(SessionKind.DRILL, drill, timeline, at),
            sides=sides,
            bpm=None if beat is None else float(beat.default),
        )
        given: dict[tuple[str, Side | None], int] = {}

        def value(segment: Segment, name: str) -> int:
            if (name, segment.side) not in given:
                given[name, segment.side] = score(known[name], segment.side)
            return given[name, segment.side]

        return self._played(session, timeline, value)

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

    def _played(self, session: Session, timeline: Timeline, score: Answer) -> Session:
        short = self._rng.random() < _CUT_SHORT
        last = len(timeline.segments) - 1
        stop = int(last * self._rng.uniform(0.5, 0.9)) if short else last
        steps: list[SessionStep] = []
        clock = 0.0
        for segment in timeline.segments[: stop + 1]:
            step = self._step(session, segment, score, cut=short and segment.index == stop)
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

    def _step(self, session: Session, segment: Segment, score: Answer, *, cut: bool) -> SessionStep:
        end, seconds = StepEnd.DONE, segment.seconds
        values: dict[str, int] = {}
        if segment.waits:
            seconds = float(self._rng.uniform(*_ANSWER_S))
            values = {name: score(segment, name) for name in segment.step.records if name != "size"}
        elif segment.step.open_ended:
            seconds = float(score(segment, segment.step.records[0]))
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
