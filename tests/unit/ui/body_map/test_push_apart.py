from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot.ui.body_map.push_apart import ENOUGH, push_apart

MOST = 48.0
crowds = st.lists(
    st.tuples(st.floats(0, 300), st.floats(0, 300), st.sampled_from([17.0, 24.0, 36.0])), max_size=25
)


def parted(points, reaches, most=MOST):
    return np.array(points, dtype=float).reshape(-1, 2) + push_apart(points, reaches, most)


def test_marks_that_do_not_touch_stay():
    moved = push_apart([(0, 0), (100, 0), (0, 90)], [20, 20, 20], MOST)
    assert not moved.any()


def test_two_that_overlap_part_along_the_line_between_them_by_half_each():
    there = parted([(100, 100), (120, 100)], [20, 20])
    assert there == pytest.approx(np.array([(90, 100), (130, 100)]), abs=ENOUGH)


def test_marks_on_the_very_same_point_part_too():
    there = parted([(50, 50)] * 4, [20] * 4)
    for one in range(4):
        for other in range(one):
            assert np.hypot(*(there[one] - there[other])) >= 40 - 2


@given(crowds)
def test_none_is_moved_farther_than_allowed(crowd):
    points, reaches = [(x, y) for x, y, _ in crowd], [reach for *_, reach in crowd]
    moved = push_apart(points, reaches, MOST)
    assert moved.shape == (len(crowd), 2)
    assert (np.hypot(moved[:, 0], moved[:, 1]) <= MOST + 1e-6).all()


@given(crowds)
def test_the_same_marks_are_always_moved_the_same_way(crowd):
    points, reaches = [(x, y) for x, y, _ in crowd], [reach for *_, reach in crowd]
    assert (push_apart(points, reaches, MOST) == push_apart(points, reaches, MOST)).all()


@given(crowds, st.floats(-500, 500), st.floats(-500, 500))
def test_panning_moves_all_alike(crowd, right, down):
    points, reaches = [(round(x), round(y)) for x, y, _ in crowd], [reach for *_, reach in crowd]
    aside = [(x + round(right), y + round(down)) for x, y in points]
    assert push_apart(points, reaches, MOST) == pytest.approx(push_apart(aside, reaches, MOST), abs=0.5)


def test_a_few_that_overlap_no_longer_do():
    dice = Random("few")
    for _ in range(40):
        points = [(dice.uniform(0, 60), dice.uniform(0, 60)) for _ in range(4)]
        there = parted(points, [20] * 4)
        gaps = [np.hypot(*(there[a] - there[b])) for a in range(4) for b in range(a)]
        assert min(gaps) >= 40 - 2


def test_a_small_step_of_one_mark_moves_the_others_little():
    points = [(100.0, 100.0), (125.0, 104.0), (110.0, 130.0)]
    before = parted(points, [20] * 3)
    after = parted([(101.0, 100.0), *points[1:]], [20] * 3)
    assert np.abs(after - before).max() < 4
