from datetime import UTC, date, datetime, timedelta, timezone
from statistics import median
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import CheckOccasion, Knot, KnotCheck, KnotKind, KnotStory
from unknot.domain.practice import Session, SessionEnd, SessionKind
from unknot.domain.practice_minutes import practice_days
from unknot.domain.progress import (
    binned,
    charted_knots,
    knot_line,
    pain_points,
    practice_bins,
    running_median,
    x_of,
)
from unknot.domain.runs import Run

START = datetime(2026, 10, 1, 18, 0, tzinfo=timezone(timedelta(hours=2)))


def run(days: float, worst: int | None = None, **fields) -> Run:
    return Run(uuid4(), START + timedelta(days=days), 30.0, worst_pain=worst, **fields)


def story(*ratings: tuple[float, int], kind: KnotKind = KnotKind.KNOT, closed: bool = False) -> KnotStory:
    spot = Spot(View.BACK, Side.RIGHT, 0.5, 0.6)
    knot = Knot(uuid4(), kind, "soleus", spot, START, closed_at=START if closed else None)
    checks = tuple(KnotCheck(uuid4(), knot.id, START + timedelta(days=d), t) for d, t in ratings)
    return KnotStory(knot, checks)


def session(days: float, kind: SessionKind, done_s: float, end: SessionEnd = SessionEnd.DONE) -> Session:
    at = START + timedelta(days=days)
    return Session(uuid4(), kind, "x", "X", at, at, end, (), (), (), 600.0, done_s, 0.0)


def test_a_run_without_pain_is_a_zero_and_an_unrated_run_is_no_point():
    points = pain_points([run(2, 3), run(1, pain_free=True), run(0)])
    assert [p.during for p in points] == [0, 3]


def test_a_run_with_only_a_next_morning_is_kept_without_inventing_a_worst_pain():
    (point,) = pain_points([run(0, next_morning=2)])
    assert (point.during, point.next_morning) == (None, 2)


def test_runs_before_the_range_are_left_out():
    assert len(pain_points([run(0, 1), run(9, 2)], since=date(2026, 10, 5))) == 1


def test_a_run_after_midnight_stays_on_the_day_it_belongs_to():
    night = Run(uuid4(), datetime(2026, 10, 3, 1, 30, tzinfo=UTC), 20.0, worst_pain=1)
    assert pain_points([night])[0].day == date(2026, 10, 2)
    assert date.fromordinal(int(x_of(night.started_at))) == date(2026, 10, 2)


def test_under_seven_runs_there_is_no_median_line():
    assert running_median(pain_points([run(i, 5) for i in range(6)])) == ()


@given(st.lists(st.integers(0, 10), min_size=7, max_size=40))
def test_the_median_line_is_the_median_of_the_five_runs_around_each(scores):
    line = running_median(pain_points([run(i, s) for i, s in enumerate(scores)]))
    assert len(line) == len(scores) - 4
    assert [v for _, v in line] == [median(scores[i : i + 5]) for i in range(len(line))]


@given(st.lists(st.integers(0, 10), min_size=1, max_size=300))
def test_bins_hold_every_run_once_and_keep_their_extremes(scores):
    bins = binned(pain_points([run(i * 1.5, s) for i, s in enumerate(scores)]))
    assert sum(b.count for b in bins) == len(scores)
    assert min(b.low for b in bins) == min(scores)
    assert max(b.high for b in bins) == max(scores)


def test_ten_years_of_runs_fit_in_the_monthly_bins():
    assert len(binned(pain_points([run(i * 2, 3) for i in range(1825)]))) <= 121


def test_a_pause_of_more_than_three_weeks_breaks_the_line():
    line = knot_line(story((0, 7), (21, 6), (43, 5)))
    assert [len(stretch) for stretch in line.stretches] == [2, 1]


def test_next_day_soreness_is_not_the_tenderness_of_the_knot():
    base = story((0, 7))
    sore = KnotCheck(uuid4(), base.knot.id, START + timedelta(days=1), 2, occasion=CheckOccasion.NEXT_DAY)
    line = knot_line(KnotStory(base.knot, (*base.checks, sore)))
    assert [r.tenderness for r in line.ratings] == [7]


def test_at_most_four_knots_are_charted_and_knee_pain_is_not_one():
    stories = [story((0, i)) for i in range(5)] + [story((0, 9), kind=KnotKind.PAIN)]
    stories.append(story((0, 10), (1, 10), closed=True))
    charted = charted_knots(stories)
    assert [s.latest.tenderness for s in charted] == [4, 3, 2, 1]


def test_a_session_ended_early_counts_for_what_was_done_and_a_discarded_one_not_at_all():
    days = practice_days(
        [
            session(0, SessionKind.RELEASE, 420, SessionEnd.PARTIAL),
            session(0, SessionKind.DRILL, 60),
            session(0, SessionKind.DRILL, 60, SessionEnd.DISCARDED),
        ]
    )
    assert [(d.release_min, d.drill_min, d.total_min) for d in days] == [(7, 1, 8)]


def test_many_days_of_practice_are_summed_by_week_and_then_by_month_and_few_are_not():
    days = practice_days(session(day, SessionKind.RELEASE, 600) for day in range(140))
    few, wide = practice_bins(days[:120])
    assert (few, wide) == (days[:120], 1)
    weeks, wide = practice_bins(days)
    assert wide == 7
    assert all(week.day.weekday() == 0 for week in weeks)
    assert sum(week.release_min for week in weeks) == sum(day.release_min for day in days)
    months, wide = practice_bins(practice_days(session(n * 9, SessionKind.DRILL, 60) for n in range(130)))
    assert wide == 30
    assert {month.day.day for month in months} == {1}
    assert sum(month.drill_min for month in months) == 130.0
