"""Minutes as people say them."""

from __future__ import annotations

import pytest

from unknot import paths
from unknot.content.routines import read_routines
from unknot.domain.practice_minutes import whole_minutes


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(0, 1), (29, 1), (89, 1), (90, 2), (150, 3), (390, 7), (450, 8), (510, 9)]
)
def test_half_a_minute_counts_up_always(seconds: int, minutes: int) -> None:
    assert whole_minutes(seconds) == minutes


def test_a_routine_never_says_more_than_half_a_minute_too_much_or_less_than_it_takes() -> None:
    for routine in read_routines(paths.resources() / "content/en/routines").values():
        assert 0 <= whole_minutes(routine.total_seconds) - routine.minutes <= 0.5, routine.id
