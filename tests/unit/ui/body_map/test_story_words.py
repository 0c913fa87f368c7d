from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from helpers.histories import a_story
from helpers.wall_clock import WallClock
from unknot.domain.knots import KnotCheck, KnotStory, Size
from unknot.domain.noise import Noise
from unknot.ui.body_map.change_words import change_sentences
from unknot.ui.body_map.course import Pair, SinceFound
from unknot.ui.body_map.story_words import (
    course_line,
    knots_title,
    pairs_sentence,
    side_line,
    spoken_name,
)

START = WallClock().time
OCTOBER = date(2026, 10, 12)


def rated(*ratings: tuple[int, Size | None]) -> KnotStory:
    base = a_story(START)
    checks = tuple(
        KnotCheck(uuid4(), base.knot.id, START + timedelta(days=day), score, size)
        for day, (score, size) in enumerate(ratings)
    )
    return KnotStory(base.knot, checks)


def test_a_knot_says_place_side_tenderness_size_and_where_it_began(atlas):
    story = rated((8, Size.GOLF_BALL), (4, Size.MARBLE))
    assert spoken_name(story, atlas) == (
        "Outer calf, upper part, right. Tenderness 4 of 10, clear. Marble. First 8."
    )
    assert side_line(story, atlas) == "Right · marble"
    assert course_line(story, atlas) == "8 to 4 · golf ball to marble"


def test_without_a_size_only_the_side_is_said(atlas):
    assert side_line(rated((6, None)), atlas) == "Right"
    assert course_line(rated((6, None)), atlas) == ""


@pytest.mark.parametrize(("count", "title"), [(0, "No knots"), (1, "1 knot"), (5, "5 knots")])
def test_the_title_counts(count, title):
    assert knots_title(count) == title


@pytest.mark.parametrize(
    ("change", "total", "sentence"),
    [
        (
            SinceFound(5, 0, 0, 4, OCTOBER),
            5,
            "All five are less tender than on 12 October. Four feel smaller.",
        ),
        (SinceFound(1, 0, 0, 0, OCTOBER), 1, "It is less tender than on 12 October."),
        (SinceFound(2, 0, 0, 0, None), 3, "Two are less tender than when found. 2 of 3 rated again so far."),
        (
            SinceFound(2, 1, 1, 1, None),
            4,
            "Two less tender, one the same, one more tender than when found. One feels smaller.",
        ),
        (SinceFound(0, 0, 2, 0, None), 2, "Both are more tender than when found."),
        (SinceFound(0, 3, 0, 0, OCTOBER), 3, "No change so far, compared with the first rating."),
        (SinceFound(0, 0, 0, 0, None), 3, ""),
    ],
)
def test_the_sentence_over_all_says_no_more_than_is_known(change, total, sentence):
    assert change_sentences(change, total) == sentence


@pytest.mark.parametrize(
    ("drops", "sentence"),
    [
        ([(6, 5), (6, 4)], "1 to 2 points lower right after, for you, so far."),
        ([(6, 5)], "1 point lower right after, for you, so far."),
        ([(6, 6), (5, 6)], "No lower right after, so far."),
        ([(6, 7), (6, 4)], "From 1 higher to 2 lower right after, so far."),
        ([], ""),
    ],
)
def test_before_and_after_in_words(drops, sentence):
    assert pairs_sentence([Pair(OCTOBER, before, after) for before, after in drops], Noise()) == sentence


@pytest.mark.parametrize(
    ("drops", "sentence"),
    [
        (((5, 4), (4, 4)), "No clear change right after, so far. A change of 1 may be chance."),
        (((5, 4), (7, 4)), "1 to 3 points lower right after, for you, so far. A change of 1 may be chance."),
        (((7, 4), (6, 4)), "2 to 3 points lower right after, for you, so far."),
    ],
)
def test_a_drop_within_the_own_noise_is_not_called_one(drops, sentence):
    pairs = [Pair(OCTOBER, before, after) for before, after in drops]
    assert pairs_sentence(pairs, Noise(3, 1)) == sentence
