"""A day begins at 04:00 where it is lived, whatever clocks and journeys do."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot.domain.days import day_of

BERLIN = ZoneInfo("Europe/Berlin")
SUNDAY = date(2026, 10, 25)


def fixed(hours: float) -> timezone:
    return timezone(timedelta(hours=hours))


@pytest.mark.parametrize(
    ("clock", "day"),
    [
        ((0, 0, 0, 0), 13),
        ((3, 59, 59, 999_999), 13),
        ((4, 0, 0, 0), 14),
        ((12, 0, 0, 0), 14),
        ((23, 59, 59, 999_999), 14),
    ],
)
def test_the_day_turns_at_four_in_the_morning(clock, day):
    assert day_of(datetime(2026, 9, 14, *clock, tzinfo=fixed(2))) == date(2026, 9, day)


def test_the_first_hours_of_a_year_belong_to_the_old_one():
    assert day_of(datetime(2027, 1, 1, 1, 0, tzinfo=fixed(1))) == date(2026, 12, 31)
    assert day_of(datetime(2028, 3, 1, 1, 0, tzinfo=fixed(1))) == date(2028, 2, 29)


def test_a_moment_without_an_offset_has_no_day():
    with pytest.raises(ValueError, match="offset"):
        day_of(datetime(2026, 9, 14, 18, 30))  # noqa: DTZ001  # the point of the test


def test_on_the_night_of_25_hours_half_past_three_is_the_old_day_both_times():
    # clocks go from 03:00 back to 02:00, so 02:30 comes twice; 03:30 and 04:00 once, in winter time
    twice = [datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold) for fold in (0, 1)]
    assert [moment.utcoffset() for moment in twice] == [timedelta(hours=2), timedelta(hours=1)]
    assert [day_of(moment) for moment in twice] == [date(2026, 10, 24)] * 2
    assert day_of(datetime(2026, 10, 25, 3, 30, tzinfo=BERLIN)) == date(2026, 10, 24)
    assert day_of(datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN)) == SUNDAY


def test_on_the_night_of_23_hours_the_day_still_turns_at_four():
    # clocks go from 02:00 to 03:00 on 29 March 2026
    before = datetime(2026, 3, 29, 1, 59, tzinfo=BERLIN)
    after = datetime(2026, 3, 29, 3, 0, tzinfo=BERLIN)
    assert after.astimezone(UTC) - before.astimezone(UTC) == timedelta(minutes=1)
    assert day_of(before) == day_of(after) == date(2026, 3, 28)
    assert day_of(datetime(2026, 3, 29, 4, 0, tzinfo=BERLIN)) == date(2026, 3, 29)


def test_every_hour_around_a_change_of_clocks_moves_the_day_forward_once():
    for start in (datetime(2026, 10, 24, 0, 0, tzinfo=UTC), datetime(2026, 3, 28, 0, 0, tzinfo=UTC)):
        days = [day_of((start + timedelta(minutes=15 * k)).astimezone(BERLIN)) for k in range(4 * 72)]
        assert days == sorted(days)
        assert len(set(days)) in (3, 4)


def test_a_journey_leaves_an_old_entry_on_its_own_day():
    # 23:30 in Berlin is already tomorrow in Tokyo and still the afternoon in New York
    made = datetime(2026, 9, 14, 23, 30, tzinfo=fixed(2))
    assert day_of(made) == date(2026, 9, 14)
    assert day_of(made.astimezone(fixed(9))) == date(2026, 9, 15)
    assert day_of(made.astimezone(fixed(-4))) == date(2026, 9, 14)
    assert day_of(made) == date(2026, 9, 14)


def test_a_flight_west_may_live_the_same_day_twice_as_long():
    leaves = datetime(2026, 9, 14, 10, 0, tzinfo=fixed(9))
    lands = (leaves + timedelta(hours=12)).astimezone(fixed(-7))
    assert day_of(leaves) == date(2026, 9, 14)
    assert day_of(lands) == date(2026, 9, 14)


def test_a_flight_across_the_date_line_may_go_back_a_day():
    leaves = datetime(2026, 9, 14, 5, 0, tzinfo=fixed(12))
    lands = (leaves + timedelta(hours=9)).astimezone(fixed(-10))
    assert day_of(lands) == day_of(leaves) - timedelta(days=1)


offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(
    min_value=datetime(1990, 1, 1),  # noqa: DTZ001  # the strategy adds the offset
    max_value=datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=offsets,
)


@given(moments)
def test_the_day_is_the_date_or_the_one_before(moment):
    expected = moment.date() if moment.hour >= 4 else moment.date() - timedelta(days=1)
    assert day_of(moment) == expected


@given(moments, st.timedeltas(timedelta(0), timedelta(days=3)))
def test_at_one_place_the_day_never_goes_back(moment, later):
    assert day_of(moment + later) >= day_of(moment)


@given(moments)
def test_the_same_time_a_day_later_is_the_next_day(moment):
    assert day_of(moment + timedelta(days=1)) == day_of(moment) + timedelta(days=1)
