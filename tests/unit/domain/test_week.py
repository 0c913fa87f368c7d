"""The week as Today shows it, and the first three things."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec.structs import replace

from helpers.histories import a_run, a_session, a_story
from helpers.wall_clock import SUMMER
from unknot.domain.knots import KnotKind
from unknot.domain.practice import SessionEnd, SessionKind
from unknot.domain.week import first_steps, week_of

MONDAY = datetime(2026, 9, 14, 18, 30, tzinfo=SUMMER)
TUESDAY = MONDAY + timedelta(days=1)


def test_a_week_begins_on_monday_and_has_seven_days() -> None:
    days = week_of(date(2026, 9, 17), (), ())
    assert [day.day for day in days] == [date(2026, 9, 14) + timedelta(days=number) for number in range(7)]
    assert [day.is_today for day in days].index(True) == 3
    assert [day.is_future for day in days] == [False] * 4 + [True] * 3


def test_minutes_and_runs_lie_on_their_day() -> None:
    session = a_session(TUESDAY, end=SessionEnd.DONE, done_s=300.0)
    run = a_run(MONDAY)
    monday, tuesday, *_ = week_of(TUESDAY.date(), (session, session), (run,))
    assert (monday.minutes, monday.runs) == (0.0, (run,))
    assert (tuesday.minutes, tuesday.runs) == (10.0, ())


def test_a_run_after_midnight_belongs_to_the_evening_before() -> None:
    late = a_run(datetime(2026, 9, 15, 1, 15, tzinfo=SUMMER))
    monday, tuesday, *_ = week_of(TUESDAY.date(), (), (late,))
    assert monday.runs == (late,)
    assert tuesday.runs == ()


def test_last_weeks_practice_is_not_in_this_week() -> None:
    session = a_session(MONDAY - timedelta(days=1), end=SessionEnd.DONE, done_s=300.0)
    assert all(day.minutes == 0 for day in week_of(MONDAY.date(), (session,), ()))


def test_nothing_is_done_at_first() -> None:
    steps = first_steps((), (), ())
    assert (steps.done, steps.all_done) == (0, False)


def test_knee_pain_alone_is_no_marked_knot() -> None:
    story = a_story(MONDAY)
    pain = replace(story, knot=replace(story.knot, kind=KnotKind.PAIN))
    assert not first_steps((pain,), (), ()).marked
    assert first_steps((story,), (), ()).marked


def test_a_discarded_session_and_a_drill_are_no_release() -> None:
    discarded = a_session(MONDAY, end=SessionEnd.DISCARDED)
    cut_off = a_session(MONDAY)
    drill = a_session(MONDAY, kind=SessionKind.DRILL, end=SessionEnd.DONE)
    assert not first_steps((), (discarded, cut_off, drill), ()).released
    assert first_steps((), (a_session(MONDAY, end=SessionEnd.PARTIAL),), ()).released


def test_all_three_done_make_an_old_hand() -> None:
    steps = first_steps((a_story(MONDAY),), (a_session(MONDAY, end=SessionEnd.DONE),), (a_run(MONDAY),))
    assert steps.all_done
