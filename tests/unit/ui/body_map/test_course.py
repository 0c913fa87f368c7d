from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from msgspec.structs import replace

from helpers.histories import a_story
from helpers.wall_clock import WallClock
from unknot.domain.knots import CheckOccasion, KnotCheck, KnotStory, Size
from unknot.domain.noise import Noise
from unknot.ui.body_map.change_words import change_sentences
from unknot.ui.body_map.course import DayValue, Pair, by_day, change_since_found, pairs

START = WallClock().time


def story(*scores: int, sizes: tuple[Size | None, ...] = ()) -> KnotStory:
    """A knot with one rating a day."""
    base = a_story(START)
    checks = tuple(
        KnotCheck(
            uuid4(),
            base.knot.id,
            START + timedelta(days=day),
            score,
            sizes[day] if day < len(sizes) else None,
        )
        for day, score in enumerate(scores)
    )
    return KnotStory(base.knot, checks)


def with_check(base: KnotStory, score: int, occasion: CheckOccasion, **by: float) -> KnotStory:
    session = uuid4()
    check = KnotCheck(uuid4(), base.knot.id, START + timedelta(**by), score, None, occasion, session)
    return replace(base, checks=(*base.checks, check))


def test_a_day_keeps_its_last_rating():
    twice = with_check(story(6), 4, CheckOccasion.RATING, hours=2)
    assert by_day(twice) == (DayValue(START.date(), 4),)


def test_how_sore_the_pressed_spot_is_the_day_after_is_no_part_of_the_course():
    assert len(by_day(with_check(story(6), 2, CheckOccasion.NEXT_DAY, days=1))) == 1


def test_what_a_session_does_at_once_is_no_part_of_the_course_but_on_the_newest_day():
    after = with_check(story(6), 3, CheckOccasion.AFTER, hours=1)
    assert by_day(after) == (DayValue(START.date(), 3),)
    later = with_check(after, 5, CheckOccasion.RATING, days=1)
    assert [value.tenderness for value in by_day(later)] == [6, 5]


def test_a_pair_needs_both_ends_of_one_session():
    base, session = story(6), uuid4()
    at = START + timedelta(days=1)
    before = KnotCheck(uuid4(), base.knot.id, at, 6, None, CheckOccasion.BEFORE, session)
    after = KnotCheck(uuid4(), base.knot.id, at, 4, None, CheckOccasion.AFTER, session)
    assert pairs(replace(base, checks=(*base.checks, before))) == ()
    assert pairs(replace(base, checks=(*base.checks, before, after))) == (Pair(at.date(), 6, 4),)


def test_change_counts_only_knots_rated_on_a_later_day():
    change = change_since_found([story(6), story(6, 4), story(4, 4), story(2, 5)])
    assert (change.less, change.same, change.more) == (1, 1, 1)
    assert change.since == START.date()


def test_smaller_is_by_the_ladder():
    change = change_since_found([story(6, 4, sizes=(Size.PLUM, Size.PEA)), story(6, 4, sizes=(Size.PEA,))])
    assert change.smaller == 1


def test_a_change_within_the_own_noise_is_not_called_a_change(qapp):
    by_one, by_three = story(6, 5), story(8, 5)
    change = change_since_found([by_one, by_three], Noise(4, 1))
    assert (change.less, change.same, change.more, change.hidden) == (1, 1, 0, 1)
    words = change_sentences(change, 2)
    assert words.startswith("One less tender, one the same, none more tender")
    assert words.endswith("A change of 1 may be chance.")
    assert change_since_found([by_one]).less == 1
