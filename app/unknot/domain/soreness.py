"""Calf and heel cord: how sore after each run and each drill that asks. They take more load after a change.

A new stride moves load from the knee to calf and heel cord (E33, E36), so both stand in a chart of their
own, beside the knee.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import takewhile

from msgspec import Struct

from unknot.domain.days import day_of
from unknot.domain.drill import Drill, Score
from unknot.domain.drill_result import given_in
from unknot.domain.practice import Session, SessionEnd, SessionKind
from unknot.domain.progress import x_of
from unknot.domain.runs import Run
from unknot.domain.steps import SET_KINDS

STOP_AT = 5  # the stop rules calf_pain_5_stop and knee_pain_5_stop: pain of 5 or more
DRILL_SCORE = "calf_pain_0_10"  # a drill asks for both as one
KNEE_SCORE = "knee_pain_0_10"
LEAST_S = 1.0  # of a set, for anything to be asked about it
STOPS = (DRILL_SCORE, KNEE_SCORE)


def owed(drill: Drill, session: Session, *, cut_off: bool = False) -> tuple[Score, ...]:
    """What is still to be asked after a drill that ended early: pain in calf or heel cord, and in the knee.

    Only what the drill asks for, and only where a second of one of its sets was done. Of a session that was
    `cut_off` the step that was on is not known, so the time done tells.
    """
    sets = {step.id for step in drill.steps if step.kind in SET_KINDS}
    worked = any(step.step_id in sets and step.seconds >= LEAST_S for step in session.steps)
    if cut_off:
        before = sum(step.seconds for step in takewhile(lambda one: one.id not in sets, drill.steps))
        worked = worked or session.done_s >= before + LEAST_S
    if not worked or session.end in {SessionEnd.DONE, SessionEnd.DISCARDED}:
        return ()
    given = {name for name, _ in given_in(session.steps)}
    return tuple(score for score in drill.score if score.id in STOPS and score.id not in given)


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
        value = given_in(session.steps).get((DRILL_SCORE, None))
        counts = session.kind is SessionKind.DRILL and session.end not in {
            SessionEnd.OPEN, SessionEnd.DISCARDED,
        }  # fmt: skip
        if value is not None and counts:
            at = session.started_at
            found.append(SorePoint(day_of(at), x_of(at), either=value, drill=session.title))
    return tuple(sorted((p for p in found if since is None or p.day >= since), key=lambda p: p.x))
