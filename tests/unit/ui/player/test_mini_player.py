"""The mini-player: what it shows, its keys, when it comes and goes, and that the session goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from helpers.full_disk import nothing_can_be_written
from unknot.domain.snapshot import PlayerState
from unknot.ui.main_window import MainWindow
from unknot.ui.player.mini_player import MiniPlayer
from unknot.ui.theme import Theme


@pytest.fixture
def play(qtbot: QtBot, theme: Theme, start: Callable[..., object]):
    """A routine in the main window, in the middle of its first steps."""
    play = start()
    main = MainWindow(theme, play.settings.choices, lambda: datetime(2026, 11, 24, 18, 0, tzinfo=UTC))
    qtbot.addWidget(main)
    main.show()
    main.show_player(play.player, full_screen=False)
    play.window = main
    yield play
    main.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def mini(play) -> MiniPlayer:
    assert play.player.mini.mini is not None
    return play.player.mini.mini


def key(play, which: Qt.Key) -> None:
    QTest.keyClick(mini(play), which)


def press(play, button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def to_a_press(play) -> None:
    for segment in play.service.timeline.segments:
        if segment.step.presses:
            play.service.jump(segment.index)
            return


def test_m_opens_it_above_all_and_puts_the_window_away_and_m_brings_it_back(play):
    play.key(Qt.Key.Key_M)
    assert mini(play).windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert mini(play).isVisible()
    assert play.window.isMinimized()
    assert play.service.state is PlayerState.RUNNING
    key(play, Qt.Key.Key_M)
    assert play.player.mini.mini is None
    assert not play.window.isMinimized()
    assert play.service.state is PlayerState.RUNNING


def test_the_button_does_the_same(play):
    press(play, play.player.top.mini)
    assert mini(play).isVisible()
    press(play, mini(play).big)
    assert play.player.mini.mini is None


@pytest.mark.parametrize("how", [Qt.Key.Key_Escape, Qt.Key.Key_F11])
def test_esc_gets_out_of_it_and_never_out_of_the_session(play, how):
    play.player.mini.open()
    key(play, how)
    assert play.player.mini.mini is None
    assert play.player.prompt is None
    assert play.service.state is PlayerState.RUNNING


def test_closing_it_brings_the_window_back_and_the_session_goes_on(play, qtbot):
    play.player.mini.open()
    asked = mini(play)
    with qtbot.waitSignal(asked.left):
        asked.closeEvent(SpontaneousClose())
    assert not play.window.isMinimized()
    assert play.service.state is PlayerState.RUNNING


class SpontaneousClose:
    """What the frame's button sends."""

    def spontaneous(self):
        return True

    def ignore(self):
        return None


def test_it_shows_leg_cue_ceiling_and_time_as_the_big_one_does(play):
    to_a_press(play)
    play.player.mini.open()
    shown, snapshot = mini(play), play.service.snapshot
    assert shown.cue.text() == snapshot.cue
    assert len(shown.cue.text().split()) <= 7
    assert shown.plate.text() == "RIGHT leg"
    assert shown.pressure.accessibleName() == "Pressure 5 or less"
    assert shown.ring.accessibleDescription() == "0:45"
    play.run(1.0)
    assert shown.ring.accessibleDescription() == "0:44"


def test_space_and_the_one_big_button_pause_and_go_on(play):
    to_a_press(play)
    play.player.mini.open()
    assert mini(play).pause.text() == "Pause"
    key(play, Qt.Key.Key_Space)
    assert play.service.state is PlayerState.PAUSED
    assert mini(play).pause.text() == "Go on"
    press(play, mini(play).pause)
    assert play.service.state is PlayerState.RUNNING
    press(play, mini(play).ring)
    assert play.service.state is PlayerState.PAUSED


def test_its_keys_are_those_of_the_big_player(play):
    to_a_press(play)
    play.player.mini.open()
    index = play.service.snapshot.segment.index
    key(play, Qt.Key.Key_Right)
    assert play.service.snapshot.segment.index == index + 1
    beeps = play.settings.choices.beeps
    key(play, Qt.Key.Key_B)
    assert play.settings.choices.beeps is not beeps


def test_too_much_pauses_says_the_lower_ceiling_and_can_go_on_from_there(play):
    to_a_press(play)
    play.player.mini.open()
    press(play, mini(play).too_much)
    assert play.service.state is PlayerState.PAUSED
    assert mini(play).cue.text() == "Stay at 4 or less"
    assert mini(play).pressure.accessibleName() == "Pressure 4 or less"
    press(play, mini(play).pause)
    assert play.service.state is PlayerState.RUNNING
    assert mini(play).cue.text() == play.service.snapshot.cue


def test_what_keeps_the_session_standing_is_answered_in_the_big_player(play):
    to_a_press(play)
    play.player.mini.open()
    while play.player.prompt is None or play.player.prompt.name != "alone":
        key(play, Qt.Key.Key_H)
        if play.player.prompt.name == "too_much":
            key(play, Qt.Key.Key_Space)
    assert mini(play).cue.text() == "Leave this spot alone today"
    press(play, mini(play).pause)
    assert play.player.mini.mini is None
    assert play.player.prompt.name == "alone"


def test_a_check_is_answered_by_a_number_here_or_by_the_big_player(play):
    play.until(PlayerState.WAITING)
    play.player.mini.open()
    assert mini(play).pause.text() == "Answer"
    press(play, mini(play).pause)
    assert play.player.mini.mini is None
    assert play.service.state is PlayerState.WAITING
    play.player.mini.open()
    key(play, Qt.Key.Key_4)
    assert play.service.state is PlayerState.RUNNING


def test_minimising_opens_it_only_if_that_was_chosen_and_a_session_runs(play):
    play.window.showMinimized()
    assert play.player.mini.mini is None
    play.window.showNormal()
    play.settings.choose(mini_player=True)
    play.window.showMinimized()
    assert mini(play).testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    play.window.showNormal()
    assert play.player.mini.mini is None
    play.service.pause()
    play.window.showMinimized()
    assert play.player.mini.mini is None


def test_the_first_time_it_stands_in_the_corner_below_on_the_right(play):
    play.player.mini.open()
    room, corner = play.window.screen().availableGeometry(), mini(play).geometry().bottomRight()
    assert 0 < room.right() - corner.x() < 100
    assert 0 < room.bottom() - corner.y() < 100


def test_its_place_is_remembered_and_one_that_cannot_be_kept_stops_nothing(play, monkeypatch):
    play.player.mini.open()
    mini(play).resize(600, 180)
    play.player.mini.leave()
    assert play.settings.choices.mini_window
    play.player.mini.open()
    assert (mini(play).width(), mini(play).height()) == (600, 180)
    mini(play).resize(700, 200)
    with nothing_can_be_written(play.history):
        play.player.mini.leave()
    assert play.player.mini.mini is None


def test_the_end_of_the_session_is_shown_large(play):
    play.player.mini.open()
    play.service.end()
    assert play.player.mini.mini is None
    assert not play.window.isMinimized()


def test_it_goes_with_the_player(play):
    play.player.mini.open()
    small = mini(play)
    play.window.show_player(QWidget(), full_screen=False)
    assert not small.isVisible()


def test_it_goes_with_the_window(play):
    play.player.mini.open()
    small = mini(play)
    play.window.close()
    assert not small.isVisible()


def test_every_control_has_its_words_as_its_name_and_room_for_a_finger(play, theme):
    play.player.mini.open()
    shown = mini(play)
    assert shown.accessibleName().startswith("Mini-player: ")
    for button in (shown.pause, shown.too_much, shown.big):
        assert button.text()
        assert min(button.width(), button.height()) >= 44
        assert button.sizeHint().width() - 2 * 12 <= button.width()
    theme.apply(theme._choice, 200, reduced_motion=False)
    try:
        assert shown.minimumHeight() == 272
        assert min(shown.big.width(), shown.big.height()) >= 88
    finally:
        theme.apply(theme._choice, 100, reduced_motion=False)
