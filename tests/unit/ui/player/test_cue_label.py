"""A cue stands in at most two lines of giant type, broken where it is spoken."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from unknot.ui.player.cue_label import CueLabel, break_cue
from unknot.ui.player.player_scale import PlayerScale

ROUTINES = sorted((Path(__file__).parents[4] / "resources/content/en/routines").glob("*.toml"))


def test_a_cue_that_fits_stays_in_one_line(theme):
    assert break_cue("Stay still.", theme.font("cue", 1.0), 704) == ["Stay still."]


def test_a_long_cue_breaks_after_the_full_stop_rather_than_evenly(theme):
    font = theme.font("cue", 1.0)
    assert break_cue("Sink into the ball. Stay still.", font, 704) == ["Sink into the ball.", "Stay still."]


@pytest.mark.parametrize("file", ROUTINES, ids=lambda path: path.stem)
@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (1920, 1080)], ids=str)
def test_every_shipped_cue_fits_its_place_without_losing_a_fifth_of_its_size(qtbot, theme, file, size):
    scale = PlayerScale.of(theme, QSize(*size))
    label = CueLabel(theme)
    qtbot.addWidget(label)
    label.set_scale(scale)
    label.resize(round((size[0] - 2 * scale.px(40)) * 704 / 1360), scale.px(208))
    for step in tomllib.loads(file.read_text(encoding="utf-8"))["steps"]:
        if step["kind"] == "check":
            continue
        label.setText(step["cue"].replace("{side}", "right").replace("{other_side}", "right"))
        font, lines = label.fitted()
        assert len(lines) <= 2
        assert font.pixelSize() >= 0.8 * scale.font("cue").pixelSize(), step["cue"]
