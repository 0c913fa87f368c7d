"""Floor mode: what fills the window, what a press does, and that nothing which asks is hidden by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from unknot.domain.player import PlayerState


@pytest.fixture
def play(start: Callable[..., object]):
    """A routine in the middle of its first press, in floor mode."""
    play = start()
    press = next(one for one in play.service.timeline.segments if one.step.presses)
    play.service.jump(press.index)
    play.key(Qt.Key.Key_Z)
    return play


def is_shown(play) -> bool:
    return play.player.floor.isVisibleTo(play.player)


def test_z_fills_the_player_with_the_seconds_and_the_leg_and_z_brings_it_back(play):
    floor = play.player.floor
    assert is_shown(play)
    assert floor.geometry() == play.player.rect()
    assert floor.plate.text() == "RIGHT leg"
    assert floor.accessibleDescription() == play.player.ring.accessibleDescription() != ""
    assert play.service.state is PlayerState.RUNNING
    play.key(Qt.Key.Key_Z)
    assert not is_shown(play)


def test_the_button_beside_the_ring_does_what_z_does(play):
    play.key(Qt.Key.Key_Z)
    QTest.mouseClick(play.player.far, Qt.MouseButton.LeftButton)
    assert is_shown(play)


def test_a_press_anywhere_pauses_and_shows_the_player_until_it_goes_on(play):
    QTest.mouseClick(play.player.floor, Qt.MouseButton.LeftButton)
    assert play.service.state is PlayerState.PAUSED
    assert not is_shown(play)
    play.key(Qt.Key.Key_Space)
    assert is_shown(play)


def test_too_much_is_asked_in_the_player(play):
    play.key(Qt.Key.Key_H)
    assert play.player.prompt is not None
    assert not is_shown(play)


def test_a_check_is_answered_in_the_player(play):
    check = next(one for one in play.service.timeline.segments if one.step.check == "after")
    play.service.jump(check.index)
    assert play.service.state is PlayerState.WAITING
    assert not is_shown(play)


def test_each_tone_is_seen(play, qtbot):
    floor = play.player.floor
    qtbot.waitUntil(lambda: not floor._pulse.isActive())  # the tone that the step began with
    before = floor.grab().toImage()
    play.service.pulsed.emit("tick")
    assert floor.grab().toImage() != before


def test_a_notice_is_not_hidden(play):
    play.player.show_notice("Volume 80 %", short=True)
    order = play.player.children()
    assert order.index(play.player.bar) > order.index(play.player.floor)


def test_the_end_ends_it(play):
    play.service.end()
    assert not is_shown(play)
