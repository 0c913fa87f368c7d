from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from msgspec.structs import replace

from helpers.histories import a_story
from helpers.wall_clock import WallClock
from unknot.domain.knots import CheckOccasion, KnotCheck, KnotStory
from unknot.domain.release_effect import ReleaseEffect, release_effect

START = WallClock().time


def sessions(*rounds: tuple[int, int, dict[float, int]], apart: float = 120) -> KnotStory:
    """Each round: before, after, and later ratings by hours after it."""
    base, checks = a_story(START), []
    for number, (before, after, later) in enumerate(rounds):
        at, session = START + timedelta(hours=apart * number + 1), uuid4()
        checks.append(KnotCheck(uuid4(), base.knot.id, at, before, None, CheckOccasion.BEFORE, session))
        end = at + timedelta(minutes=6)
        checks.append(KnotCheck(uuid4(), base.knot.id, end, after, None, CheckOccasion.AFTER, session))
        checks += [
            KnotCheck(uuid4(), base.knot.id, end + timedelta(hours=h), score) for h, score in later.items()
        ]
    return replace(base, checks=(*base.checks, *checks))


def test_too_few_sessions_say_nothing():
    assert release_effect(a_story(START)) is None
    assert release_effect(sessions((6, 4, {}), (6, 4, {}))) is None


def test_three_sessions_say_how_much_lower_but_not_for_how_long():
    assert release_effect(sessions((6, 4, {}), (6, 4, {}), (5, 1, {}))) == ReleaseEffect(3, 2)


def test_the_middle_counts_and_one_odd_press_does_not():
    assert release_effect(sessions((6, 4, {}), (6, 5, {}), (9, 0, {}))).drop == 2


def test_lower_the_day_after_and_back_the_second_day_is_about_a_day():
    found = release_effect(sessions(*[(6, 4, {24: 4, 48: 6})] * 3))
    assert (found.days, found.at_least) == (1, False)


def test_back_by_the_next_day_is_less_than_a_day():
    found = release_effect(sessions(*[(6, 4, {24: 6})] * 3))
    assert (found.days, found.at_least) == (0, False)


def test_still_lower_when_the_ratings_end_is_at_least():
    found = release_effect(sessions(*[(6, 4, {24: 4})] * 3))
    assert (found.days, found.at_least) == (1, True)


def test_two_later_ratings_say_no_length():
    assert release_effect(sessions((6, 4, {24: 4}), (6, 4, {24: 4}), (6, 4, {}))).days is None


def test_the_rating_before_the_next_session_tells_of_the_one_before():
    found = release_effect(sessions(*[(6, 4, {})] * 4, apart=24))
    assert (found.days, found.at_least) == (0, False)


def test_how_sore_the_pressing_left_it_is_another_question():
    base = sessions(*[(6, 4, {})] * 3)
    sore = tuple(
        KnotCheck(
            uuid4(),
            base.knot.id,
            check.at + timedelta(hours=20),
            8,
            None,
            CheckOccasion.NEXT_DAY,
            check.session_id,
        )
        for check in base.checks
        if check.occasion is CheckOccasion.AFTER
    )
    assert release_effect(replace(base, checks=(*base.checks, *sore))).days is None


def test_no_lower_is_said_as_such():
    assert release_effect(sessions(*[(5, 5, {})] * 3)) == ReleaseEffect(3, 0)
