from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.histories import a_story
from helpers.wall_clock import WallClock
from unknot.domain.knots import Gap, KnotCheck, KnotStory, Size
from unknot.domain.replay import CHANGE_DAYS, FADE_DAYS, Course

START = WallClock().time
DAY = START.date()


def rated(*scores: int, sizes: tuple[Size | None, ...] = ()) -> KnotStory:
    """One rating a week."""
    base = a_story(START)
    checks = tuple(
        KnotCheck(uuid4(), base.knot.id, START + timedelta(weeks=at), score, (*sizes, *[None] * 9)[at])
        for at, score in enumerate(scores)
    )
    return replace(base, checks=checks)


def on(story: KnotStory, days: float) -> KnotStory:
    (mark,) = Course([story]).marks_on(DAY + timedelta(days=days))
    return mark.story


def test_a_knot_is_not_there_before_the_day_it_was_found():
    assert Course([rated(6)]).marks_on(DAY - timedelta(days=1)) == ()
    assert len(Course([rated(6)]).marks_on(DAY)) == 1


def test_tenderness_and_size_are_those_of_the_day():
    story = rated(8, 5, 2, sizes=(Size.GOLF_BALL, None, Size.PEA))
    assert [on(story, days).latest.tenderness for days in (0, 6, 7, 13, 14, 60)] == [8, 8, 5, 5, 2, 2]
    assert [on(story, days).size for days in (0, 13, 14)] == [Size.GOLF_BALL, Size.GOLF_BALL, Size.PEA]
    assert on(story, 14).first_size is Size.GOLF_BALL


def test_a_day_ends_at_four_in_the_morning():
    late = START.replace(hour=2, minute=0) + timedelta(days=1)
    base = rated(6)
    story = replace(base, checks=(*base.checks, KnotCheck(uuid4(), base.knot.id, late, 3)))
    assert on(story, 0).latest.tenderness == 3


def test_what_is_no_longer_found_fades_within_a_week_and_is_open_before():
    base = rated(6)
    closed = replace(base, knot=replace(base.knot, closed_at=START + timedelta(days=10)))
    assert on(closed, 9).knot.is_open
    presences = [
        [mark.presence for mark in Course([closed]).marks_on(DAY + timedelta(days=days))]
        for days in (9, 10, 12, 16, 17)
    ]
    assert [len(one) for one in presences] == [1, 1, 1, 1, 0]
    flat = [one[0] for one in presences[:4]]
    assert flat[:2] == [1.0, 1.0]
    assert flat == sorted(flat, reverse=True)
    assert flat[2] == 1 - 2 / FADE_DAYS
    assert not on(closed, 10).knot.is_open


def test_found_again_it_is_whole_and_in_between_it_was_away():
    base = rated(6)
    gap = Gap(uuid4(), base.knot.id, START + timedelta(days=5), START + timedelta(days=20))
    story = replace(base, gaps=(gap,))
    assert on(story, 4).knot.is_open
    assert not on(story, 5).knot.is_open
    assert Course([story]).marks_on(DAY + timedelta(days=15)) == ()
    assert on(story, 20).knot.is_open
    assert on(story, 4).gaps == ()
    assert on(story, 20).gaps == (gap,)


def test_the_oldest_rating_begins_the_course():
    assert Course([]).first_day is None
    early = replace(rated(3).checks[0], at=START - timedelta(days=3))
    assert Course([rated(6), replace(rated(3), checks=(early,))]).first_day == DAY - timedelta(days=3)


@given(st.lists(st.integers(0, 10), min_size=1, max_size=8), st.integers(-5, 80))
def test_today_shows_what_the_map_shows_and_every_day_a_part_of_it(scores: list[int], days: int):
    story = rated(*scores)
    day: date = DAY + timedelta(days=days)
    marks = Course([story]).marks_on(day)
    assert len(marks) == (1 if days >= 0 else 0)
    for mark in marks:
        shown = mark.story.checks
        assert shown == story.checks[: len(shown)]
        assert all(check.at.date() <= day for check in shown)
    if days >= 7 * len(scores):
        assert marks[0].story == story


def test_a_day_that_changes_nothing_gives_the_very_same_mark():
    course = Course([rated(8, 5)])  # a week apart
    (first,) = course.marks_on(DAY + timedelta(days=CHANGE_DAYS))
    assert course.marks_on(DAY + timedelta(days=6))[0] is first
    (second,) = course.marks_on(DAY + timedelta(days=7))
    assert [len(mark.story.checks) for mark in (first, second)] == [1, 2]
    assert course.marks_on(DAY + timedelta(days=6)) == (first,)


def ways(story: KnotStory, *days: float) -> list[tuple[int | None, float]]:
    """On each day what it was rated with before and, at noon, how far it has gone over from that."""
    marks = [Course([story]).marks_on(DAY + timedelta(days=on))[0] for on in days]
    return [(mark.before and mark.before.latest.tenderness, round(mark.way(0.5), 2)) for mark in marks]


def test_a_rating_is_gone_over_to_within_three_days():
    story = rated(8, 5)
    assert ways(story, 6, 7, 8, 9, 10) == [(None, 1), (8, 0.17), (8, 0.5), (8, 0.83), (None, 1)]


def test_a_new_knot_comes_from_nothing():
    assert ways(rated(8), 0, 2, 3) == [(None, 0.17), (None, 0.83), (None, 1)]


def test_a_change_is_over_before_the_next_one_begins():
    base = rated(8)
    soon = tuple(
        KnotCheck(uuid4(), base.knot.id, START + timedelta(days=on), score) for on, score in ((9, 4), (10, 2))
    )
    story = replace(base, checks=(*base.checks, *soon))
    assert ways(story, 9, 10, 11) == [(8, 0.5), (4, 0.17), (4, 0.5)]


def test_found_again_after_it_had_left_the_map_it_comes_anew():
    base = rated(6)
    gap = Gap(uuid4(), base.knot.id, START + timedelta(days=5), START + timedelta(days=20))
    soon = replace(gap, reopened_at=START + timedelta(days=7))
    assert ways(replace(base, gaps=(gap,)), 5, 20) == [(6, 0.17), (None, 0.17)]
    assert ways(replace(base, gaps=(soon,)), 5, 7) == [(6, 0.25), (6, 0.17)]
