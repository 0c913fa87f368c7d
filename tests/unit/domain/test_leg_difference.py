"""Left against right over several tries, with its uncertainty."""

from __future__ import annotations

import math
from datetime import date, timedelta
from uuid import uuid4

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot.domain.body import Side
from unknot.domain.drill import Score
from unknot.domain.drill_scores import Try
from unknot.domain.leg_difference import LEAST, T90, compared_scores, leg_difference

HOLD = Score("hold_s", "s", 0, 60, per_side=True)
FELT = Score("glute_felt_0_10", "0-10", 0, 10, per_side=True)
START = date(2026, 11, 1)


def tried(*pairs: tuple[int, int], score: Score = HOLD) -> list[Try]:
    days = [START + timedelta(days=number) for number in range(len(pairs))]
    return [
        Try(
            uuid4(), day, float(day.toordinal()), {(score.id, Side.LEFT): left, (score.id, Side.RIGHT): right}
        )
        for day, (left, right) in zip(days, pairs, strict=True)
    ]


def test_a_steady_difference_is_told_with_its_range():
    found = leg_difference(tried((20, 30), (22, 31), (19, 30), (23, 32), (21, 32)), HOLD)
    assert found.behind is Side.LEFT
    assert found.told
    assert (found.pairs, found.gap, found.scatter) == (5, 10.0, 1.0)
    assert (found.percent, found.low, found.high) == (32, 29, 35)


def test_a_difference_within_the_scatter_is_never_told_as_one():
    found = leg_difference(tried((20, 30), (30, 24), (22, 31), (28, 24), (20, 31)), HOLD)
    assert found.behind is Side.LEFT
    assert found.gap == 4.0
    assert found.scatter is not None
    assert found.scatter > 4.0
    assert not found.told
    assert found.low is not None
    assert found.low < 0


def test_the_range_of_each_number_of_pairs_is_that_of_student():
    """Ninety per cent lie between the two values of t, by the density itself."""
    for pairs, t in enumerate(T90, start=LEAST):
        n = pairs - 1
        scale = math.gamma((n + 1) / 2) / math.sqrt(n * math.pi) / math.gamma(n / 2)
        x, width = np.linspace(0.0, t, 20_001, retstep=True)
        density = scale * (1 + x * x / n) ** (-(n + 1) / 2)
        within = 2 * width * (density.sum() - (density[0] + density[-1]) / 2)
        assert within == pytest.approx(0.90, abs=2e-4), pairs


def test_three_pairs_have_the_widest_range():
    found = leg_difference(tried((20, 30), (21, 33), (22, 36)), HOLD)
    assert (found.gap, found.scatter) == (12.0, 2.0)
    assert (found.percent, found.low, found.high) == (36, 26, 47)  # 12 -+ 2.920 * 2 / sqrt(3), of 33


def test_one_pair_or_two_have_no_scatter_and_tell_nothing():
    for pairs in (((10, 40),), ((10, 40), (11, 41))):
        found = leg_difference(tried(*pairs), HOLD)
        assert (found.scatter, found.low, found.told) == (None, None, False)
        assert found.percent is not None


def test_equal_pairs_scatter_by_the_unit_they_are_counted_in():
    found = leg_difference(tried((5, 6), (5, 6), (5, 6), score=FELT), FELT)
    assert found.scatter == 1.0
    assert not found.told


def test_both_legs_at_the_cap_compare_nothing():
    found = leg_difference(tried((60, 60), (60, 60), (50, 60)), HOLD)
    assert (found.pairs, found.capped) == (1, 2)
    assert leg_difference(tried((60, 60)), HOLD).pairs == 0
    assert leg_difference(tried((10, 10), score=FELT), FELT).pairs == 1  # a rating has no cap


def test_only_the_newest_twelve_count():
    old, new = [(10, 50)] * 20, [(30, 30)] * 12
    assert leg_difference(tried(*old, *new), HOLD).gap == 0.0


def test_one_leg_alone_is_no_pair():
    alone = [Try(uuid4(), START, 1.0, {("hold_s", Side.LEFT): 20})]
    assert leg_difference(alone, HOLD).pairs == 0


def test_two_silent_legs_have_no_share():
    found = leg_difference(tried((0, 0), (0, 0), (0, 0)), HOLD)
    assert (found.behind, found.percent, found.low, found.told) == (None, None, None, False)


PAIRS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=15)


@given(PAIRS)
def test_swapping_the_legs_swaps_only_the_leg(pairs: list[tuple[int, int]]):
    one, other = (leg_difference(tried(*way), HOLD) for way in (pairs, [(r, a) for a, r in pairs]))
    assert one.behind is (None if other.behind is None else other.behind.other)
    assert (one.told, one.percent) == (other.told, other.percent)
    assert one.gap == pytest.approx(other.gap)


@given(PAIRS)
def test_what_is_told_is_larger_than_the_scatter_and_its_range_leaves_out_nothing(
    pairs: list[tuple[int, int]],
):
    found = leg_difference(tried(*pairs), HOLD)
    if found.told:
        assert found.scatter is not None
        assert found.gap > found.scatter
        assert found.low is not None
        assert found.low >= 0


def test_a_choice_is_not_compared():
    first = Score("first_to_fire", "choice", 0, 3, per_side=True, choices=("a", "b", "c", "d"))
    whole = Score("reps", "count", 0, 60, per_side=False)
    assert compared_scores([first, whole, HOLD]) == (HOLD,)
