"""Two ratings a few minutes apart: what their difference says, and when a second one is offered."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from msgspec.structs import replace

from helpers.histories import a_story
from helpers.wall_clock import SUMMER
from unknot.domain.knots import CheckOccasion, KnotCheck, KnotKind, KnotStory
from unknot.domain.noise import Noise, may_repeat, own_noise

NOON = datetime(2026, 9, 14, 12, 0, tzinfo=SUMMER)


def rated(*checks: tuple[float, int, CheckOccasion], found: datetime = NOON) -> KnotStory:
    """A knot found at `found` with 6, rated again after so many days."""
    story = a_story(found, 6)
    more = (
        KnotCheck(uuid4(), story.knot.id, found + timedelta(days=days), score, None, occasion)
        for days, score, occasion in checks
    )
    return replace(story, checks=(*story.checks, *more))


def pair(day: float, first: int, second: int, minutes: float = 5) -> tuple:
    return (
        (day, first, CheckOccasion.RATING),
        (day + minutes / 1440, second, CheckOccasion.AGAIN),
    )


def test_without_a_pair_there_is_no_noise():
    story = rated((1, 4, CheckOccasion.RATING), (1.001, 2, CheckOccasion.RATING))
    assert own_noise([story]) == Noise()
    assert own_noise([]) == Noise()
    assert not Noise().hides(1)
    assert Noise().hides(0)


def test_the_usual_difference_is_the_middle_one_of_all_knots():
    one = rated(*pair(1, 4, 5), *pair(30, 4, 4))
    two = rated(*pair(60, 7, 2))
    assert own_noise([one, two]) == Noise(3, 1)
    assert own_noise([two]) == Noise(1, 5)


def test_half_a_point_is_rounded_up():
    assert own_noise([rated(*pair(1, 4, 5), *pair(30, 4, 4))]) == Noise(2, 1)


def test_a_second_rating_that_came_late_says_nothing():
    assert own_noise([rated(*pair(1, 4, 6, minutes=16))]) == Noise()


def test_only_the_newest_twelve_count():
    old = [rated(*pair(day, 8, 2)) for day in range(5)]
    new = [rated(*pair(100 + day, 5, 4)) for day in range(12)]
    assert own_noise([*new, *old]) == Noise(12, 1)


@pytest.mark.parametrize(("step", "hidden"), [(0, True), (1, True), (-1, True), (2, False), (-3, False)])
def test_a_change_within_the_noise_may_be_chance(step, hidden):
    assert Noise(4, 1).hides(step) is hidden


def test_a_second_rating_is_offered_after_a_rating_and_then_not_for_a_month():
    story = rated((10, 4, CheckOccasion.RATING))
    now = NOON + timedelta(days=10, minutes=3)
    assert may_repeat(story, [story], now, None)
    assert not may_repeat(story, [story], now + timedelta(minutes=13), None)
    assert not may_repeat(story, [story], now - timedelta(minutes=4), None)  # the clock was set back
    assert not may_repeat(story, [story], now, (now - timedelta(days=27)).date())
    assert may_repeat(story, [story], now, (now - timedelta(days=28)).date())
    other = rated(*pair(3, 4, 4))
    assert not may_repeat(story, [story, other], now, None)


def test_it_is_not_offered_for_what_is_new_closed_a_pain_or_not_just_rated():
    now = NOON + timedelta(days=10, minutes=3)
    story = rated((10, 4, CheckOccasion.RATING))
    new = a_story(NOON)
    assert not may_repeat(new, [new], NOON + timedelta(minutes=1), None)
    for knot in (replace(story.knot, closed_at=now), replace(story.knot, kind=KnotKind.SHARP)):
        assert not may_repeat(replace(story, knot=knot), [story], now, None)
    after = rated((10, 4, CheckOccasion.AFTER))
    assert not may_repeat(after, [after], now, None)
