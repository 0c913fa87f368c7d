"""Calf and heel cord: how sore after each run and each drill that asks. They take more load after a change.

A new stride moves load from the knee to calf and heel cord (E33, E36), so both stand in a chart of their
own, beside the knee.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from unknot.domain.days import day_of
from unknot.domain.drill import Drill
from unknot.domain.drill_result import Given, given_in
from unknot.domain.practice import Session, SessionEnd, SessionKind
from unknot.domain.progress import x_of
from unknot.domain.runs import Run
from unknot.domain.steps import SET_KINDS
from unknot.domain.timeline import Timeline

STOP_AT = 5  # the stop rule calf_pain_5_stop: calf or heel cord pain of 5 or more
DRILL_SCORE = "calf_pain_0_10"  # a drill asks for both as one


def owes_rating(drill: Drill, timeline: Timeline, position: float, given: Given) -> bool:
    """Whether a drill that asks for calf and heel cord is left after a set began and without their rating."""
    asks = any(score.id == DRILL_SCORE for score in drill.score)
    worked = any(segment.step.kind in SET_KINDS and segment.start < position for segment in timeline.segments)
    return asks and worked and not any(name == DRILL_SCORE for name, _ in given)


class SorePoint(Struct, frozen=True):
    """After a run `calf` and `heel_cord`, each 0..10 or None; after a drill, named by `drill`, `either`."""

    day: date
    x: float
    calf: int | None = None
    heel_cord: int | None = None
    either: int | None = None
    drill: str = ""

    @property
    def worst(self) -> int:
        """The highest of what was given."""
        return max(value for value in (self.calf, self.heel_cord, self.either) if value is not None)


def sore_points(
    runs: Iterable[Run], drills: Iterable[Session], since: date | None = None
) -> tuple[SorePoint, ...]:
    """Every rating of calf or heel cord, oldest first; what was not rated is no 0."""
    found = [
        SorePoint(day_of(run.started_at), x_of(run.started_at), run.calf, run.heel_cord)
        for run in runs
        if run.calf is not None or run.heel_cord is not None
    ]
    for session in drills:
        values = [value for (name, _), value in given_in(session.steps).items() if name == DRILL_SCORE]
        counts = session.kind is SessionKind.DRILL and session.end not in {
            SessionEnd.OPEN, SessionEnd.DISCARDED,
        }  # fmt: skip
        if values and counts:
            at = session.started_at
            found.append(SorePoint(day_of(at), x_of(at), either=max(values), drill=session.title))
    return tuple(sorted((p for p in found if since is None or p.day >= since), key=lambda p: p.x))
