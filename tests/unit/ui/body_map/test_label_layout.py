from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot.ui.body_map.label_layout import Wanted, stack

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
