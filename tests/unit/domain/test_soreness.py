"""Calf and heel cord after runs and drills."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from helpers.histories import a_run, a_scored_drill
from unknot.domain.practice import SessionEnd
from unknot.domain.runs import Run
from unknot.domain.soreness import DRILL_SCORE, sore_points

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
