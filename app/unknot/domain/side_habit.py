"""Which leg is meant: a new mark on the side that was not rated for long is asked about, once."""

from __future__ import annotations

from collections.abc import Iterable

from unknot.domain.body import Side
from unknot.domain.knots import KnotStory

HABIT = 10  # ratings


def usual_side(stories: Iterable[KnotStory]) -> Side | None:
    """The side of all of the last ten ratings, None where there are fewer or where they differ."""
    rated = sorted((check.at, story.knot.spot.side) for story in stories for check in story.checks)
    newest = {side for _, side in rated[-HABIT:]}
    return newest.pop() if len(rated) >= HABIT and len(newest) == 1 else None


def surprises(side: Side, stories: Iterable[KnotStory]) -> Side | None:
    """The usual side where a new mark on `side` breaks the habit, None where it does not.

    Once it is marked there, the last ten ratings differ: so it is asked about once by itself.
    """
    usual = usual_side(stories)
    return None if usual is side else usual
