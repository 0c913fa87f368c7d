"""What was done for a knot: only sessions that pressed it and were ended count."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from helpers.histories import a_session
from helpers.wall_clock import WallClock
from unknot.domain.knot_life import RoutineUse, routines_on, sessions_on
from unknot.domain.practice import SessionEnd, SessionKind

NOW = WallClock().time


def done(knot_id, days_ago: int, **fields):
    at = NOW - timedelta(days=days_ago)
    return a_session(at, (knot_id,), ended_at=at, **{"end": SessionEnd.DONE, "done_s": 200.0, **fields})


def test_only_ended_sessions_that_pressed_it_count():
    knot = uuid4()
    counted = (done(knot, 1), done(knot, 2, end=SessionEnd.STOPPED))
    others = (
        done(uuid4(), 1),
        done(knot, 1, done_s=0.0),
        done(knot, 1, end=SessionEnd.DISCARDED),
        done(knot, 1, kind=SessionKind.DRILL),
        a_session(NOW, (knot,)),
    )
    assert sessions_on(knot, (*others, *counted)) == counted


def test_each_routine_is_told_once_with_its_last_time_first():
    knot = uuid4()
    sessions = (
        done(knot, 9, content_id="seam", title="The seam"),
        done(knot, 5, title="Old title"),
        done(knot, 2, title="New title"),
    )
    assert routines_on(knot, sessions) == (
        RoutineUse("calf-outer-ball", "New title", 2, NOW - timedelta(days=2)),
        RoutineUse("seam", "The seam", 1, NOW - timedelta(days=9)),
    )
