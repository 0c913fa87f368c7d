"""Runs by the cue they were for, with the pain beside it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from unknot.domain.cue_runs import cue_order, is_kept, runs_by_cue
from unknot.domain.runs import Run

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def run(days_ago: int, cue: str = "", kept: int | None = None, worst: int | None = None) -> Run:
    at = NOON - timedelta(days=days_ago)
    return Run(uuid4(), at, 30.0, pain_free=worst == 0, worst_pain=worst, focus_cue=cue, focus_kept=kept)


RUNS = [
    run(1, "tall", 1, 4),
    run(3, "hips", 3, 2),
    run(5, "hips", 2, 3),
    run(7, "hips", None, None),
    run(9, "hips", 0, 0),
    run(11, worst=6),
]


def test_each_cue_has_its_runs_its_answers_and_the_pain_beside_it():
    hips, tall, none = runs_by_cue(RUNS)
    assert (hips.cue, hips.runs, hips.answered, hips.kept) == ("hips", 4, 3, 2)
    assert (hips.rated, hips.middle, hips.low, hips.high) == (3, 2.0, 0, 3)
    assert (tall.runs, tall.kept, tall.middle) == (1, 0, 4.0)
    assert (none.cue, none.runs, none.answered) == ("", 1, 0)


def test_the_order_is_that_of_the_first_run_with_a_cue_whatever_is_shown():
    assert cue_order(RUNS) == ("hips", "tall")
    assert [one.cue for one in runs_by_cue(RUNS, (NOON - timedelta(days=2)).date())] == ["tall"]


def test_a_cue_without_a_rated_run_has_no_pain():
    (only,) = runs_by_cue([run(1, "hips")])
    assert (only.rated, only.middle, only.low, only.high) == (0, None, None, None)


def test_mostly_and_every_time_count_as_kept():
    assert [is_kept(answer) for answer in (None, 0, 1, 2, 3)] == [False, False, False, True, True]
