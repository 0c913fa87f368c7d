"""The player's type grows with the window and stays readable in a small one."""

import pytest
from PySide6.QtCore import QSize

from unknot.ui.player.player_scale import PlayerScale, clock_text


@pytest.mark.parametrize(
    ("width", "height", "k"),
    [(1440, 900, 1.0), (2880, 1800, 2.0), (1440, 700, 700 / 900), (1024, 900, 1024 / 1440), (600, 400, 0.7)],
)
def test_everything_scales_by_the_tighter_side_and_never_below_seven_tenths(theme, width, height, k):
    assert PlayerScale.of(theme, QSize(width, height)).k == pytest.approx(k)


def test_the_count_is_196_high_in_the_drawing_and_captions_never_go_below_13(theme):
    assert PlayerScale(theme, 1.0).font("count").pixelSize() == 196
    assert PlayerScale(theme, 0.7).plain(15).pixelSize() == 13


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (29.0, "0:29"),
        (28.2, "0:29"),
        (0.01, "0:01"),
        (0.0, "0:00"),
        (-3.0, "0:00"),
        (461.0, "7:41"),
        (60.0, "1:00"),
    ],
)
def test_the_last_second_shows_as_one_and_zero_is_the_end(seconds, text):
    assert clock_text(seconds) == text
