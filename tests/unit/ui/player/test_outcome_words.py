"""The sentence on a knot after a session stays honest."""

import pytest

from unknot.ui.player.outcome_words import outcome_words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (6, 4, "6 before, 4 after. Less tender."),
        (6, 5, "6 before, 5 after. About the same."),
        (4, 4, "4 before, 4 after. About the same."),
        (4, 5, "4 before, 5 after. About the same."),
        (4, 6, "4 before, 6 after. More tender. Leave it for 48 hours, then half the time."),
        (6, None, "6 before, not rated after."),
        (None, 3, "Not rated before, 3 after."),
        (None, None, "Not rated this time."),
        (0, 0, "0 before, 0 after. About the same."),
    ],
)
def test_one_point_says_nothing_and_a_missing_rating_is_no_zero(before, after, words):
    assert outcome_words(before, after) == words
