from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot.ui.body_map.label_layout import Wanted, clear_rooms, stack, stack_between

GAP = 8.0
labels = st.lists(
    st.tuples(st.floats(0, 700), st.sampled_from([18.0, 36.0, 54.0]), st.floats(0, 10)), max_size=30
)


@given(labels)
def test_labels_never_overlap_and_stay_inside(rows):
    wanted = [Wanted(key, at, height, weight) for key, (at, height, weight) in enumerate(rows)]
    placed = stack(wanted, 50, 650, GAP)
    spans = sorted((placed[one.key] - one.height / 2, one.height) for one in wanted if one.key in placed)
    for (start, height), (following, _) in pairwise(spans):
        assert following >= start + height + GAP - 1e-6
    for start, height in spans:
        assert start >= 50 - 1e-6
        assert start + height <= 650 + 1e-6


@given(labels)
def test_labels_keep_the_order_of_their_knots(rows):
    wanted = [Wanted(key, at, height, weight) for key, (at, height, weight) in enumerate(rows)]
    placed = stack(wanted, 0, 700, GAP)
    kept = sorted((one for one in wanted if one.key in placed), key=lambda one: (one.at, one.key))
    middles = [placed[one.key] for one in kept]
    assert middles == sorted(middles)


def test_a_label_with_room_stands_at_its_knot():
    assert stack([Wanted(1, 300, 36)], 0, 700, GAP) == {1: 300}


def test_the_least_weighty_are_left_out_when_there_is_no_room():
    wanted = [Wanted(key, 100, 50, weight=key) for key in range(5)]
    assert set(stack(wanted, 0, 110, GAP)) == {3, 4}


def test_two_that_want_the_same_height_share_it():
    placed = stack([Wanted(1, 300, 40), Wanted(2, 300, 40)], 0, 700, GAP)
    assert placed[1] == pytest.approx(300 - 24)
    assert placed[2] == pytest.approx(300 + 24)


spans = st.lists(st.tuples(st.floats(0, 700), st.floats(1, 80)), max_size=8)


@given(labels, spans)
def test_beside_marks_in_the_column_labels_never_overlap_nor_cover_a_mark(rows, marks):
    wanted = [Wanted(key, at, height, weight) for key, (at, height, weight) in enumerate(rows)]
    taken = [(at - half, at + half) for at, half in marks]
    placed = stack_between(wanted, clear_rooms(0, 700, taken), GAP)
    rooms = sorted(
        (placed[one.key] - one.height / 2, placed[one.key] + one.height / 2)
        for one in wanted
        if one.key in placed
    )
    for (_, bottom), (following, _) in pairwise(rooms):
        assert following >= bottom - 1e-6
    for top, bottom in rooms:
        assert top >= -1e-6
        assert bottom <= 700 + 1e-6
        assert all(bottom <= first + 1e-6 or top >= last - 1e-6 for first, last in taken)


def test_a_label_goes_to_the_nearest_room_and_to_the_next_when_that_is_full():
    rooms = clear_rooms(0, 300, [(100, 140)])
    assert rooms == [(0, 100), (140, 300)]
    placed = stack_between([Wanted(1, 110, 60, 2.0), Wanted(2, 90, 60, 1.0)], rooms, GAP)
    assert placed[1] == 70
    assert placed[2] == 170


def test_where_marks_take_all_the_height_nothing_is_named():
    assert stack_between([Wanted(1, 50, 20)], clear_rooms(0, 100, [(-5, 60), (50, 200)]), GAP) == {}
