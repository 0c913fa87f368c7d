"""Every change of knots and runs: on disk, told, and taken back."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from msgspec.structs import replace

from helpers.histories import CALF, SEAM, a_run, a_session
from helpers.wall_clock import WINTER
from unknot.domain.errors import KnownError
from unknot.domain.knots import CheckOccasion, KnotKind, Size
from unknot.services.changes import Change, Kind
from unknot.services.journal import Journal

KNOTS = Change(frozenset({Kind.KNOTS}))
RUNS = Change(frozenset({Kind.RUNS}))


@pytest.fixture
def journal(history, clock, qapp):
    return Journal(history, clock)


@pytest.fixture
def told(journal):
    """What the journal said, in order."""
    heard = []
    journal.changed.connect(heard.append)
    journal.done.connect(heard.append)
    return heard


def mark(journal, tenderness=6, **more):
    return journal.add_knot(CALF, "gastrocnemius_lateral_belly_upper", tenderness, Size.MARBLE, **more)


def test_a_marked_knot_is_kept_with_its_first_rating(journal, history, clock, told):
    knot = mark(journal, note="sore")
    (story,) = history.knots.all()
    assert story == journal.knot(knot.id)
    assert story.knot == knot
    assert (story.knot.found_at, story.knot.note) == (clock(), "sore")
    assert (story.latest.tenderness, story.size) == (6, Size.MARBLE)
    assert told == [KNOTS, "Knot added"]


def test_the_knee_pain_is_marked_apart(journal, told):
    pain = journal.add_knot(SEAM, "lateral_epicondyle", 7, None, kind=KnotKind.PAIN)
    assert journal.knot(pain.id).size is None
    journal.rate_knot(pain.id, 5)
    journal.move_knot(pain.id, CALF, "lateral_joint_line")
    journal.close_knot(pain.id)
    journal.reopen_knot(pain.id)
    journal.delete_knot(pain.id)
    assert [word for word in told if isinstance(word, str)] == [
        "Pain marked",
        "Pain rated",
        "Pain moved",
        "Pain no longer found",
        "Pain found again",
        "Pain deleted",
    ]


def test_open_knots_come_first_and_the_most_tender_before_the_others(journal, clock):
    mild = mark(journal, 3)
    strong = mark(journal, 8)
    clock.advance(minutes=1)
    newer = mark(journal, 3)
    gone = mark(journal, 10)
    journal.close_knot(gone.id)
    assert [story.knot.id for story in journal.knots()] == [strong.id, newer.id, mild.id, gone.id]
    assert [story.knot.id for story in journal.knots(closed=False)] == [strong.id, newer.id, mild.id]


def test_the_order_goes_by_the_newest_rating_not_by_next_day_soreness(journal):
    a, b = mark(journal, 5), mark(journal, 4)
    journal.rate_knot(a.id, 2)
    journal.rate_knot(a.id, 9, occasion=CheckOccasion.NEXT_DAY)
    assert [story.knot.id for story in journal.knots()] == [b.id, a.id]


def test_a_rating_may_belong_to_a_session(journal, history, clock):
    knot = mark(journal)
    session = a_session(clock(), (knot.id,))
    history.sessions.add(session)
    check = journal.rate_knot(knot.id, 4, Size.PEA, occasion=CheckOccasion.AFTER, session_id=session.id)
    assert journal.knot(knot.id).checks[-1] == check
    assert check.session_id == session.id


def test_moving_noting_and_closing_change_the_knot_alone(journal, clock):
    knot = mark(journal)
    journal.move_knot(knot.id, SEAM, "itb_hamstring_interface")
    journal.note_knot(knot.id, "ball rolls off here")
    clock.advance(days=3)
    journal.close_knot(knot.id)
    story = journal.knot(knot.id)
    assert (story.knot.spot, story.knot.place) == (SEAM, "itb_hamstring_interface")
    assert story.knot.note == "ball rolls off here"
    assert story.knot.closed_at == clock()
    assert len(story.checks) == 1
    journal.reopen_knot(knot.id)
    assert journal.knot(knot.id).knot.is_open


def test_a_change_that_changes_nothing_says_nothing(journal, told):
    knot = mark(journal)
    run = journal.add_run(a_run(knot.found_at))
    del told[:]
    journal.note_knot(knot.id, "")
    journal.move_knot(knot.id, knot.spot, knot.place)
    journal.reopen_knot(knot.id)
    journal.edit_run(run)
    assert told == []
    assert journal.undo_text == "Run saved"


def test_closing_twice_keeps_the_first_date(journal, clock):
    knot = mark(journal)
    journal.close_knot(knot.id)
    first = journal.knot(knot.id).knot.closed_at
    clock.advance(days=1)
    journal.close_knot(knot.id)
    assert journal.knot(knot.id).knot.closed_at == first


def test_runs_are_logged_edited_and_deleted(journal, clock, told):
    run = journal.add_run(a_run(clock()))
    clock.advance(days=1)
    newer = journal.add_run(a_run(clock()))
    assert journal.runs() == (newer, run)
    journal.edit_run(replace(run, worst_pain=2))
    assert journal.runs()[1].worst_pain == 2
    journal.delete_run(newer.id)
    assert journal.runs() == (replace(run, worst_pain=2),)
    assert [word for word in told if isinstance(word, str)] == [
        "Run saved",
        "Run saved",
        "Run changed",
        "Run deleted",
    ]
    assert told[0] == RUNS


def test_a_deleted_knot_comes_back_with_every_rating(journal, clock, told):
    knot = mark(journal)
    clock.advance(days=1)
    journal.rate_knot(knot.id, 4)
    before = journal.knot(knot.id)
    journal.delete_knot(knot.id)
    assert journal.knot(knot.id) is None
    del told[:]
    assert journal.undo() == "Knot deleted"
    assert journal.knot(knot.id) == before
    assert told == [KNOTS]


def test_undo_and_redo_say_what_they_take_back(journal):
    assert not journal.can_undo()
    assert (journal.undo(), journal.redo(), journal.undo_text) == ("", "", "")
    knot = mark(journal)
    journal.rate_knot(knot.id, 2)
    assert journal.undo_text == "Knot rated"
    assert journal.undo() == "Knot rated"
    assert journal.undo_text == "Knot added"
    assert journal.redo() == "Knot rated"
    assert journal.knot(knot.id).latest.tenderness == 2
    assert journal.redo() == ""


def test_something_new_ends_what_could_be_done_again(journal):
    knot = mark(journal)
    journal.rate_knot(knot.id, 2)
    journal.undo()
    journal.note_knot(knot.id, "new")
    assert journal.redo() == ""
    assert journal.undo() == "Note saved"


def test_a_rating_written_by_a_session_survives_undo_and_redo_of_its_knot(journal, history):
    knot = mark(journal)
    check = replace(journal.knot(knot.id).first, id=uuid4(), tenderness=3, occasion=CheckOccasion.AFTER)
    history.knots.add_check(check)
    journal.undo()
    assert journal.knots() == ()
    journal.redo()
    assert journal.knot(knot.id).latest == check


def test_what_is_not_there_is_a_key_error(journal):
    for call in (journal.delete_knot, journal.close_knot, journal.reopen_knot, journal.delete_run):
        with pytest.raises(KeyError):
            call(uuid4())
    assert not journal.can_undo()


def test_a_refused_write_changes_nothing_and_goes_to_the_caller(journal, history, told):
    knot = mark(journal)
    journal.rate_knot(knot.id, 3)
    journal.undo()
    before, heard = journal.knots(), list(told)
    with history._store.read() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
        for refused in (
            lambda: journal.rate_knot(knot.id, 1),
            lambda: journal.delete_knot(knot.id),
            lambda: journal.add_run(a_run(knot.found_at)),
            journal.undo,
            journal.redo,
        ):
            with pytest.raises(KnownError):
                refused()
        connection.exec_driver_sql("PRAGMA query_only = OFF")
    assert journal.knots() == before
    assert told == heard
    assert journal.undo_text == "Knot added"
    assert journal.redo() == "Knot rated"  # and it works once the disk does


def test_a_score_out_of_range_is_refused_before_it_is_written(journal):
    knot = mark(journal)
    with pytest.raises(ValueError, match="0 to 10"):
        journal.rate_knot(knot.id, 11)
    assert len(journal.knot(knot.id).checks) == 1


def test_an_edit_of_the_offset_alone_is_a_change(journal, clock):
    run = journal.add_run(a_run(clock()))
    elsewhere = replace(run, started_at=run.started_at.astimezone(WINTER))
    journal.edit_run(elsewhere)
    assert journal.runs()[0].started_at.utcoffset() == timedelta(hours=1)
    journal.undo()
    assert journal.runs()[0].started_at.utcoffset() == timedelta(hours=2)
