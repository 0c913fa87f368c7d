"""Pain noted while pressing becomes a course for each step."""

from __future__ import annotations

from datetime import UTC, datetime

from helpers.timelines import a_step, a_timeline
from unknot.domain.practice import PressRating
from unknot.domain.press_curve import press_curves

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


def noted(index, position, pain):
    return PressRating(index, position, NOW, pain)


def test_each_step_has_its_own_curve_in_seconds_since_it_began():
    timeline = a_timeline(a_step("a", 20), a_step("b", 45))
    presses = [noted(1, 50, 4), noted(0, 5, 6), noted(1, 30, 7)]
    first, second = press_curves(presses, timeline)
    assert (first.points, first.is_course) == (((5, 6),), False)
    assert (second.points, second.first, second.last, second.span_s) == (((10, 7), (30, 4)), 7, 4, 20)


def test_a_second_note_of_the_same_second_counts_instead_of_the_first():
    timeline = a_timeline(a_step("a", 20))
    (curve,) = press_curves([noted(0, 5.0, 6), noted(0, 5.01, 3)], timeline)
    assert curve.points == ((5.0, 3),)


def test_notes_of_another_timeline_are_left_out():
    assert press_curves([noted(7, 5, 6)], a_timeline(a_step("a", 20))) == ()
