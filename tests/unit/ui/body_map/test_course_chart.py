from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QColor

from unknot.domain.noise import Noise
from unknot.domain.release_effect import ReleaseEffect
from unknot.ui.body_map.course import DayValue
from unknot.ui.body_map.course_chart import CourseChart
from unknot.ui.body_map.effect_words import effect_sentence

DAY = date(2026, 9, 14)


@pytest.fixture
def chart(theme, qtbot):
    chart = CourseChart(theme)
    qtbot.addWidget(chart)
    chart.resize(340, 134)
    return chart


def triangles(chart, theme):
    """Columns below the axis that hold the colour of the release minutes."""
    image, wanted = chart.grab().toImage(), theme.color("chart1").name()
    row = chart.height() - theme.line_height("tick") - 5
    columns = [x for x in range(image.width()) if QColor(image.pixel(x, row)).name() == wanted]
    return [x for x in columns if x - 1 not in columns]


def test_every_day_with_a_routine_has_its_mark_on_the_axis(chart, theme):
    chart.show_values([DayValue(DAY, 6), DayValue(DAY + timedelta(days=20), 3)], DAY)
    assert triangles(chart, theme) == []
    chart.show_sessions([DAY, DAY + timedelta(days=10), DAY + timedelta(days=10)])
    first, second = triangles(chart, theme)
    assert 130 < second - first < 160


def test_a_routine_after_the_last_rating_widens_the_chart(chart, theme):
    chart.show_values([DayValue(DAY, 6), DayValue(DAY + timedelta(days=2), 5)], DAY)
    chart.show_sessions([DAY + timedelta(days=8)])
    assert len(triangles(chart, theme)) == 1
    assert triangles(chart, theme)[0] < chart.width()


def test_a_routine_before_the_first_rating_is_left_out(chart, theme):
    chart.show_values([DayValue(DAY, 6), DayValue(DAY + timedelta(days=2), 5)], DAY)
    chart.show_sessions([DAY - timedelta(days=8)])
    assert triangles(chart, theme) == []


def test_ratings_and_routines_are_told(chart):
    chart.show_values([DayValue(DAY, 6)], DAY)
    assert chart.accessibleDescription() == "14 September: 6"
    chart.show_sessions([DAY])
    assert chart.accessibleDescription() == "14 September: 6. Routines done on 14 September."


def test_without_a_rating_nothing_is_drawn(chart):
    chart.show_sessions([DAY])
    chart.grab()


@pytest.mark.parametrize(
    ("effect", "sentence"),
    [
        (None, ""),
        (ReleaseEffect(4, 2, 1), "After a release usually 2 lower, for about a day, so far. 4 sessions."),
        (ReleaseEffect(3, 1), "After a release usually 1 lower, so far. 3 sessions."),
        (ReleaseEffect(3, 2, 0), "After a release usually 2 lower, for less than a day, so far. 3 sessions."),
        (
            ReleaseEffect(3, 2, 1, True),
            "After a release usually 2 lower, for at least a day, so far. 3 sessions.",
        ),
        (ReleaseEffect(9, 3, 2), "After a release usually 3 lower, for about 2 days, so far. 9 sessions."),
        (
            ReleaseEffect(9, 3, 3, True),
            "After a release usually 3 lower, for at least 3 days, so far. 9 sessions.",
        ),
        (ReleaseEffect(5, 0), "After a release usually no lower, so far. 5 sessions."),
    ],
)
def test_what_a_release_does_is_said_as_far_as_it_is_known(effect, sentence):
    assert effect_sentence(effect, Noise()) == sentence


def test_an_effect_within_the_own_noise_is_not_called_lower():
    effect = ReleaseEffect(4, 2, 1)
    hidden = (
        "After a release usually no clear change, so far. 4 sessions. A change of 2 or less may be chance."
    )
    assert effect_sentence(effect, Noise(5, 2)) == hidden
    assert effect_sentence(effect, Noise(5, 1)).startswith("After a release usually 2 lower")
