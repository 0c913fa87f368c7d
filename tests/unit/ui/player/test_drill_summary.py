"""The end of a drill: what was scored, what it means, and both legs over all tries so far."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QLabel, QWidget

from helpers.histories import a_scored_drill
from unknot import paths
from unknot.content.movement import read_movement
from unknot.content.routines import read_drills
from unknot.domain.body import Side
from unknot.domain.drill_result import given_in
from unknot.domain.drill_scores import tries
from unknot.domain.practice import SessionEnd
from unknot.services.session_log import Summary
from unknot.ui.player.drill_summary import drill_summary
from unknot.ui.player.in_set import InSet

DRILLS = read_drills(paths.resources() / "content/en/drills")
WORDS = read_movement(paths.resources() / "content/en/movement.toml")
HOLD = DRILLS["single-leg-bridge-hold-test"]


def lines_after(pairs, clock, theme, qtbot) -> list[str]:
    sessions = [
        a_scored_drill(
            clock() - timedelta(days=7 * ago), HOLD.id,
            (Side.LEFT, {"hold_s": left}), (Side.RIGHT, {"hold_s": right}),
        )
        for ago, (left, right) in enumerate(pairs)
    ]  # fmt: skip
    window = QWidget()
    qtbot.addWidget(window)
    now = sessions[0]
    ended = Summary(now, {}, {}, 200.0, SessionEnd.DONE)
    given, done = given_in(now.steps), tries(sessions, HOLD.id)
    view = drill_summary(ended, HOLD, given, WORDS, InSet(), theme, window, done=done)
    return [label.text() for label in view.findChildren(QLabel)]


def test_the_first_try_is_told_as_one_try(clock, theme, qtbot):
    said = lines_after([(20, 40)], clock, theme, qtbot)
    assert any("as far as one try can tell" in line for line in said)
    assert not any("mean of" in line for line in said)


def test_after_several_tries_the_legs_are_set_against_their_scatter(clock, theme, qtbot):
    said = lines_after([(20, 30), (30, 24), (22, 31), (28, 24), (20, 31)], clock, theme, qtbot)
    assert any(line.endswith("that may be nothing.") for line in said)
    assert "Left 20 s, right 30 s" in said
