from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from unknot.ui.progress.ticks import day_ticks


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 20_000), st.integers(3, 12))
def test_there_are_never_too_many_ticks_and_they_lie_inside_in_order(first, span, most):
    last = first + timedelta(days=span)
    ticks = day_ticks(first, last, most)
    assert len(ticks) <= most
    assert list(ticks) == sorted(set(ticks))
    assert all(first <= tick <= last for tick in ticks)


def test_weeks_are_told_by_their_monday():
    assert {t.weekday() for t in day_ticks(date(2026, 10, 1), date(2026, 11, 20), 8)} == {0}


def test_ten_years_are_told_by_firsts_of_the_year():
    ticks = day_ticks(date(2016, 5, 1), date(2026, 5, 1), 8)
    assert {(t.month, t.day) for t in ticks} == {(1, 1)}
