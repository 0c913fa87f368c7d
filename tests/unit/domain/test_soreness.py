"""Calf and heel cord after runs and drills."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from msgspec.structs import replace

from helpers.histories import a_run, a_scored_drill
from helpers.timelines import shipped_drill
from unknot.domain.practice import SessionEnd, StepEnd
from unknot.domain.runs import Run
from unknot.domain.soreness import DRILL_SCORE, KNEE_SCORE, owed, sore_points

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_runs_and_drills_come_in_one_row_oldest_first():
    drill = a_scored_drill(NOON - timedelta(days=2), "jog-in-place", (None, {DRILL_SCORE: 3}))
    found = sore_points([a_run(NOON), a_run(NOON - timedelta(days=4))], [drill])
    assert [(p.calf, p.heel_cord, p.either, p.drill) for p in found] == [
        (2, 1, None, ""), (None, None, 3, "jog-in-place"), (2, 1, None, ""),
    ]  # fmt: skip
    assert [point.worst for point in found] == [2, 3, 2]


def test_what_was_not_rated_is_no_zero():
    bare = Run(uuid4(), NOON, 30.0)
    only_calf = Run(uuid4(), NOON, 30.0, calf=0)
    found = sore_points([bare, only_calf], [a_scored_drill(NOON, "march", (None, {"quality_0_3": 2}))])
    assert [(point.calf, point.heel_cord) for point in found] == [(0, None)]


def test_what_was_thrown_away_or_is_too_old_is_left_out():
    gone = a_scored_drill(NOON, "jog", (None, {DRILL_SCORE: 3}), end=SessionEnd.DISCARDED)
    old = a_run(NOON - timedelta(days=40))
    assert sore_points([old], [gone], (NOON - timedelta(days=28)).date()) == ()


JOG = shipped_drill("jog-in-place")
SET = next(step.id for step in JOG.steps if step.id.startswith("set"))


def left(step_id, seconds, values=None, **fields):
    """A jog that was left after so many seconds of one step."""
    session = a_scored_drill(NOON, JOG.id, (None, values or {}), **{"end": SessionEnd.PARTIAL, **fields})
    (step,) = session.steps
    return replace(session, steps=(replace(step, step_id=step_id, seconds=seconds, end=StepEnd.CUT),))


def ids(found):
    return [score.id for score in found]


def test_a_set_that_was_begun_owes_what_was_not_rated():
    assert ids(owed(JOG, left(SET, 5.0))) == [KNEE_SCORE, DRILL_SCORE]
    assert ids(owed(JOG, left(SET, 5.0, {DRILL_SCORE: 2}))) == [KNEE_SCORE]
    assert owed(JOG, left(SET, 5.0, {DRILL_SCORE: 2, KNEE_SCORE: 0})) == ()


def test_nothing_is_owed_before_a_set_after_a_regular_end_or_of_what_was_thrown_away():
    assert owed(JOG, left(SET, 0.5)) == ()
    assert owed(JOG, left(JOG.steps[0].id, 20.0)) == ()
    assert owed(JOG, left(SET, 5.0, end=SessionEnd.DONE)) == ()
    assert owed(JOG, left(SET, 5.0, end=SessionEnd.DISCARDED)) == ()
    assert owed(shipped_drill("glute-bridge"), left("set_1", 5.0)) == ()


def test_of_a_session_that_was_cut_off_the_time_done_tells():
    before = sum(step.seconds for step in JOG.steps[: [step.id for step in JOG.steps].index(SET)])
    for more, asked in ((0.5, 0), (2.0, 2)):
        session = replace(left(JOG.steps[0].id, 5.0, end=SessionEnd.OPEN), done_s=before + more)
        assert len(owed(JOG, session, cut_off=True)) == asked
        assert owed(JOG, session) == ()
