"""Ratings of a knot: several a day, of the past, edited, deleted, and a knot that comes back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from helpers.histories import CALF
from helpers.wall_clock import WINTER
from unknot.domain.knots import OLDEST_CHECK, KnotKind, Size
from unknot.services.journal import Journal


@pytest.fixture
def journal(history, clock, qapp):
    return Journal(history, clock)


@pytest.fixture
def knot(journal, clock):
    """A knot of yesterday."""
    found = journal.add_knot(CALF, "gastrocnemius_lateral_belly_upper", 6, Size.MARBLE)
    clock.advance(days=1)
    return found


def scores(journal, knot):
    return [check.tenderness for check in journal.knot(knot.id).checks]


def undo_and_redo(journal, knot):
    """What is there must be the same after one step back and one step on."""
    after = journal.knot(knot.id)
    journal.undo()
    assert journal.knot(knot.id) != after
    journal.redo()
    assert journal.knot(knot.id) == after


def test_a_day_takes_as_many_ratings_as_are_made(journal, knot, clock):
    for score in (5, 4, 5):
        journal.rate_knot(knot.id, score)
        clock.advance(hours=2)
    assert scores(journal, knot) == [6, 5, 4, 5]


def test_a_rating_of_the_past_takes_its_place(journal, knot, clock):
    journal.rate_knot(knot.id, 3)
    journal.rate_knot(knot.id, 5, at=clock() - timedelta(hours=4))
    assert scores(journal, knot) == [6, 5, 3]
    assert journal.knot(knot.id).knot.found_at == knot.found_at
    undo_and_redo(journal, knot)


def test_a_rating_before_the_first_moves_the_day_it_was_found(journal, knot, clock):
    earlier = knot.found_at - timedelta(days=9)
    journal.rate_knot(knot.id, 8, at=earlier)
    assert journal.knot(knot.id).knot.found_at == earlier
    undo_and_redo(journal, knot)
    journal.undo()
    assert journal.knot(knot.id).knot.found_at == knot.found_at


def test_a_rating_is_not_of_the_future_nor_of_long_ago(journal, knot, clock):
    with pytest.raises(ValueError, match="in_future"):
        journal.rate_knot(knot.id, 5, at=clock() + timedelta(seconds=1))
    with pytest.raises(ValueError, match="too_old"):
        journal.rate_knot(knot.id, 5, at=clock() - OLDEST_CHECK - timedelta(minutes=1))
    assert scores(journal, knot) == [6]


def test_a_rating_is_edited_and_back_dated(journal, knot, clock):
    check = journal.rate_knot(knot.id, 3, Size.PEA)
    journal.edit_check(replace(check, tenderness=4, size=None))
    assert scores(journal, knot) == [6, 4]
    undo_and_redo(journal, knot)
    journal.edit_check(replace(check, at=knot.found_at - timedelta(days=2)))
    assert scores(journal, knot) == [3, 6]
    assert journal.knot(knot.id).knot.found_at == knot.found_at - timedelta(days=2)
    undo_and_redo(journal, knot)
    with pytest.raises(ValueError, match="in_future"):
        journal.edit_check(replace(check, at=clock() + timedelta(hours=1)))


def test_a_rating_whose_time_the_clock_has_left_behind_can_still_be_corrected(journal, knot, clock):
    check = journal.rate_knot(knot.id, 3)
    clock.advance(hours=-5)
    journal.edit_check(replace(check, tenderness=2))
    assert scores(journal, knot) == [6, 2]


def test_the_same_moment_in_another_offset_is_another_rating(journal, knot):
    (check,) = journal.knot(knot.id).checks
    journal.edit_check(check)
    assert journal.undo_text == "Knot added"
    journal.edit_check(replace(check, at=check.at.astimezone(WINTER)))
    assert journal.undo_text == "Rating changed"


def test_a_rating_is_deleted_but_never_the_only_one(journal, knot):
    later = journal.rate_knot(knot.id, 3)
    (first, _) = journal.knot(knot.id).checks
    journal.delete_check(knot.id, first.id)
    assert scores(journal, knot) == [3]
    assert journal.knot(knot.id).knot.found_at == later.at
    undo_and_redo(journal, knot)
    with pytest.raises(ValueError, match="one rating"):
        journal.delete_check(knot.id, later.id)
    with pytest.raises(KeyError):
        journal.delete_check(knot.id, first.id)


def test_a_knot_that_comes_back_keeps_the_time_it_was_not_found(journal, knot, clock):
    lost = clock()
    journal.close_knot(knot.id)
    clock.advance(days=20)
    journal.reopen_knot(knot.id)
    (gap,) = journal.knot(knot.id).gaps
    assert (gap.closed_at, gap.reopened_at) == (lost, clock())
    assert journal.knot(knot.id).knot.is_open
    undo_and_redo(journal, knot)
    journal.undo()
    assert journal.knot(knot.id).knot.closed_at == lost
    assert journal.knot(knot.id).gaps == ()
    journal.redo()
    journal.reopen_knot(knot.id)  # it is open already
    assert len(journal.knot(knot.id).gaps) == 1


def test_another_kind_is_one_change(journal, knot):
    journal.set_kind(knot.id, KnotKind.SHARP)
    assert journal.knot(knot.id).knot.kind is KnotKind.SHARP
    undo_and_redo(journal, knot)
    journal.set_kind(knot.id, KnotKind.SHARP)
    assert journal.undo_text == "Kind changed"
    assert journal.depth == 2
