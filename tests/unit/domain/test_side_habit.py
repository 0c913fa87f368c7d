"""Whose leg: a side that was not rated for long is asked about once."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from msgspec.structs import replace

from helpers.histories import CALF, a_story
from helpers.wall_clock import SUMMER
from unknot.domain.body import Side
from unknot.domain.knots import KnotCheck, KnotStory
from unknot.domain.side_habit import surprises, usual_side

NOON = datetime(2026, 9, 14, 12, 0, tzinfo=SUMMER)


def on(side: Side, *days: int) -> KnotStory:
    """A knot of one leg, rated on these days."""
    story = a_story(NOON)
    knot = replace(story.knot, spot=replace(CALF, side=side))
    checks = (KnotCheck(uuid4(), knot.id, NOON + timedelta(days=day), 5) for day in days)
    return KnotStory(knot, tuple(checks))


def test_ten_ratings_of_one_side_are_a_habit():
    right = on(Side.RIGHT, *range(10))
    assert usual_side([right]) is Side.RIGHT
    assert surprises(Side.LEFT, [right]) is Side.RIGHT
    assert surprises(Side.RIGHT, [right]) is None


def test_fewer_are_none():
    assert usual_side([on(Side.RIGHT, *range(9))]) is None
    assert surprises(Side.LEFT, []) is None


def test_what_is_longer_ago_does_not_count():
    assert usual_side([on(Side.LEFT, 0, 1, 2), on(Side.RIGHT, *range(3, 13))]) is Side.RIGHT


def test_once_marked_on_the_other_side_it_is_not_asked_again():
    right, left = on(Side.RIGHT, *range(10)), on(Side.LEFT, 10)
    assert surprises(Side.LEFT, [right, left]) is None
    assert surprises(Side.RIGHT, [right, left]) is None
    assert surprises(Side.LEFT, [right, left, on(Side.RIGHT, *range(11, 21))]) is Side.RIGHT
