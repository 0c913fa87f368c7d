"""Sessions: every step on disk at once, crashes found, the day after asked about."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from helpers.histories import a_step, a_story
from helpers.wall_clock import WINTER
from unknot import paths
from unknot.domain.body import Side
from unknot.domain.errors import KnownError
from unknot.domain.knots import CheckOccasion, KnotCheck
from unknot.domain.practice import Planned, SessionEnd, SessionKind
from unknot.services.changes import Kind
from unknot.services.practice import Practice
from unknot.storage.history import open_history


@pytest.fixture
def practice(history, clock, qapp):
    return Practice(history, clock)


@pytest.fixture
def knot(history, clock):
    story = a_story(clock())
    history.knots.add(story)
    return story.knot


def begin(practice, *knot_ids, kind=SessionKind.RELEASE, **more):
    return practice.begin(
        kind,
        "calf-outer-ball",
        "Outer calf: pin and move",
        sides=[Side.RIGHT],
        places=["gastrocnemius_lateral_belly_upper"],
        knot_ids=knot_ids,
        total_s=297.0,
        ceiling=5,
        **more,
    )


def played(practice, clock, *knot_ids, kind=SessionKind.RELEASE, end=SessionEnd.DONE):
    session = begin(practice, *knot_ids, kind=kind)
    practice.step_done(session.id, a_step(session.id, 0, clock()), 30.0, 30.0)
    practice.finish(session.id, end, 30.0)
    return practice.session(session.id)


def test_a_session_is_on_disk_from_its_first_moment(practice, history, clock, knot):
    session = begin(practice, knot.id)
    assert history.sessions.get(session.id) == session == practice.unfinished()
    assert (session.end, session.ended_at, session.ceiling) == (SessionEnd.OPEN, None, 5)
    assert session.started_at == clock()


def test_a_step_its_position_and_its_rating_are_one_write(practice, history, clock, knot):
    session = begin(practice, knot.id)
    heard = []
    practice.changed.connect(heard.append)
    check = KnotCheck(uuid4(), knot.id, clock(), 4, None, CheckOccasion.BEFORE, session.id)
    step = a_step(session.id, 0, clock(), values={"tenderness": 4})
    practice.step_done(session.id, step, 31.0, 30.5, check)
    after = practice.session(session.id)
    assert (after.steps, after.position_s, after.done_s) == ((step,), 31.0, 30.5)
    assert history.knots.get(knot.id).checks[-1] == check
    assert [change.kinds for change in heard] == [{Kind.SESSIONS, Kind.KNOTS}]


def test_a_step_whose_rating_is_refused_is_not_written_at_all(practice, clock, knot):
    session = begin(practice, knot.id)
    stray = KnotCheck(uuid4(), uuid4(), clock(), 4)
    with pytest.raises(Exception, match="FOREIGN KEY"):
        practice.step_done(session.id, a_step(session.id, 0, clock()), 31.0, 30.5, stray)
    assert practice.session(session.id) == session


def test_a_refused_write_goes_to_the_caller_and_changes_nothing(practice, history, clock):
    session = begin(practice)
    with history._store.read() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
        with pytest.raises(KnownError):
            practice.step_done(session.id, a_step(session.id, 0, clock()), 31.0, 30.5)
        connection.exec_driver_sql("PRAGMA query_only = OFF")
    assert practice.session(session.id) == session


def test_a_finished_session_keeps_when_and_how_it_ended(practice, clock):
    session = begin(practice)
    clock.advance(minutes=5)
    practice.position(session.id, 290.0, 288.0)
    practice.finish(session.id, SessionEnd.STOPPED, 290.0)
    after = practice.session(session.id)
    assert (after.end, after.ended_at, after.done_s) == (SessionEnd.STOPPED, clock(), 290.0)
    assert practice.unfinished() is None


def test_too_much_is_counted(practice):
    session = begin(practice)
    practice.lowered(session.id, 1)
    practice.lowered(session.id, 2)
    assert practice.session(session.id).lowered == 2


def test_a_crash_is_found_with_its_steps_and_place(practice, history, clock):
    session = begin(practice)
    practice.step_done(session.id, a_step(session.id, 0, clock()), 31.0, 30.0)
    practice.position(session.id, 45.0, 44.0)
    again = Practice(open_history(history.folder, paths.migrations()), clock)
    left = again.unfinished()
    assert (left.id, left.position_s, left.done_s, len(left.steps)) == (session.id, 45.0, 44.0, 1)
    again._history.close()


def follow(practice, clock, *items, end=SessionEnd.DONE, **more):
    """Play an item of a set, with others to come."""
    session = begin(practice, following=items, **more)
    practice.step_done(session.id, a_step(session.id, 0, clock()), 30.0, 30.0)
    practice.finish(session.id, end, 30.0)
    return practice.session(session.id)


STRETCH = Planned("after-release-stretch", (Side.RIGHT,))
BRIDGE = Planned("glute-bridge", kind=SessionKind.DRILL)


def test_a_crash_between_two_items_of_a_set_leaves_what_follows(practice, history, clock):
    first = follow(practice, clock, STRETCH, BRIDGE)
    again = Practice(open_history(history.folder, paths.migrations()), clock)
    assert again.unfinished() is None  # every item that began has ended
    left = again.left_between()
    assert left.id == first.id
    assert left.following == (STRETCH, BRIDGE)
    second = begin(again, set_id=first.id, following=(BRIDGE,))
    assert again.left_between() is None  # it goes on with that one now
    assert again.unfinished().id == second.id
    again._history.close()


def test_a_set_that_came_to_its_end_or_was_ended_leaves_nothing(practice, clock):
    first = follow(practice, clock, BRIDGE)
    follow(practice, clock, set_id=first.id)
    assert practice.left_between() is None
    first = follow(practice, clock, STRETCH, BRIDGE)
    follow(practice, clock, BRIDGE, set_id=first.id, end=SessionEnd.PARTIAL)
    assert practice.left_between() is None


def test_the_rest_of_a_set_is_forgotten_when_it_is_left_and_on_another_day(practice, clock):
    first = follow(practice, clock, BRIDGE)
    practice.leave_rest(first.id)
    assert practice.left_between() is None
    assert practice.session(first.id).end is SessionEnd.DONE
    follow(practice, clock, BRIDGE)
    assert practice.left_between() is not None
    clock.advance(days=1)
    assert practice.left_between() is None


def test_what_a_crash_left_and_is_saved_later_ended_when_its_last_step_did(practice, history, clock):
    session = begin(practice)
    clock.advance(minutes=1)
    ended = clock()
    practice.step_done(session.id, a_step(session.id, 0, ended), 60.0, 60.0)
    clock.advance(days=2)
    after_the_crash = Practice(history, clock)
    after_the_crash.finish(session.id, SessionEnd.PARTIAL, 60.0)
    assert after_the_crash.session(session.id).ended_at == ended


def test_a_resumed_session_ends_now(practice, history, clock):
    session = begin(practice)
    clock.advance(hours=1)
    after_the_crash = Practice(history, clock)
    after_the_crash.position(session.id, 10.0, 10.0)
    after_the_crash.finish(session.id, SessionEnd.DONE, 297.0)
    assert after_the_crash.session(session.id).ended_at == clock()


def test_a_discarded_session_stays_on_disk_but_open_no_longer(practice, clock):
    session = begin(practice)
    practice.step_done(session.id, a_step(session.id, 0, clock()), 60.0, 60.0)
    practice.discard(session.id)
    after = practice.session(session.id)
    assert (after.end, after.done_s, len(after.steps)) == (SessionEnd.DISCARDED, 60.0, 1)
    assert practice.unfinished() is None


def test_beginning_anew_closes_what_was_left_open(practice, clock):
    touched = begin(practice)
    practice.step_done(touched.id, a_step(touched.id, 0, clock()), 60.0, 60.0)
    untouched = begin(practice)
    clock.advance(hours=1)
    newest = begin(practice)
    assert practice.session(touched.id).end is SessionEnd.PARTIAL
    assert practice.session(untouched.id).end is SessionEnd.DISCARDED
    assert practice.unfinished().id == newest.id


def test_sessions_come_newest_first(practice, clock):
    first = played(practice, clock)
    clock.advance(days=1)
    second = played(practice, clock, kind=SessionKind.DRILL)
    assert practice.sessions() == (second, first)
    assert practice.sessions(clock() - timedelta(hours=2)) == (second,)


def test_an_unknown_session_is_a_key_error(practice, clock):
    for call in (
        lambda: practice.finish(uuid4(), SessionEnd.DONE, 1.0),
        lambda: practice.discard(uuid4()),
        lambda: practice.lowered(uuid4(), 4),
        lambda: practice.step_done(uuid4(), a_step(uuid4(), 0, clock()), 1.0, 1.0),
    ):
        with pytest.raises(KeyError):
            call()


def test_the_day_after_asks_about_a_pressed_knot_until_it_is_answered(practice, history, clock, knot):
    session = played(practice, clock, knot.id)
    assert practice.next_day_due() == ()
    clock.advance(days=1)
    assert [one.id for one in practice.next_day_due()] == [session.id]
    assert practice.next_day_knots(session) == (knot.id,)
    history.knots.add_check(KnotCheck(uuid4(), knot.id, clock(), 3, None, CheckOccasion.NEXT_DAY, session.id))
    assert practice.next_day_due() == ()


def test_the_question_is_not_asked_two_days_later(practice, clock, knot):
    played(practice, clock, knot.id)
    clock.advance(days=2)
    assert practice.next_day_due() == ()


@pytest.mark.parametrize(
    ("kind", "end"),
    [
        (SessionKind.DRILL, SessionEnd.DONE),
        (SessionKind.RELEASE, SessionEnd.DISCARDED),
    ],
)
def test_the_question_is_not_asked_where_nothing_was_pressed(practice, clock, knot, kind, end):
    played(practice, clock, knot.id, kind=kind, end=end)
    clock.advance(days=1)
    assert practice.next_day_due() == ()


def test_the_question_is_not_asked_about_a_deleted_knot(practice, history, clock, knot):
    played(practice, clock, knot.id)
    history.knots.remove(knot.id)
    clock.advance(days=1)
    assert practice.next_day_due() == ()


def test_two_sessions_on_one_knot_are_asked_about_once(practice, history, clock, knot):
    played(practice, clock, knot.id)
    clock.advance(hours=1)
    last = played(practice, clock, knot.id)
    clock.advance(days=1)
    history.knots.add_check(KnotCheck(uuid4(), knot.id, clock(), 3, None, CheckOccasion.NEXT_DAY, last.id))
    assert practice.next_day_due() == ()


def test_an_answer_about_an_older_session_does_not_count_for_this_one(practice, history, clock, knot):
    played(practice, clock, knot.id)
    clock.advance(days=1)
    history.knots.add_check(KnotCheck(uuid4(), knot.id, clock(), 3, None, CheckOccasion.NEXT_DAY))
    clock.advance(hours=1)
    later = played(practice, clock, knot.id)
    clock.advance(days=1)
    assert [one.id for one in practice.next_day_due()] == [later.id]


def test_after_midnight_it_is_still_the_day_of_the_session(practice, clock, knot):
    clock.time = datetime(2026, 10, 24, 23, 0, tzinfo=clock.time.tzinfo)
    session = played(practice, clock, knot.id)
    clock.time = datetime(2026, 10, 25, 3, 30, tzinfo=WINTER)  # the night of 25 hours
    assert practice.next_day_due() == ()
    clock.time = datetime(2026, 10, 25, 4, 0, tzinfo=WINTER)
    assert [one.id for one in practice.next_day_due()] == [session.id]
