"""The sound check: what is played, what the taps tell, and what happens without a device."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from helpers.clock import ManualClock
from helpers.speaker import FakeVoice, SilentSpeaker
from unknot import paths
from unknot.domain.tone import Tone
from unknot.services.settings import Settings
from unknot.storage.history import open_history
from unknot.ui.player.sound_check import PERIOD_S, SoundCheck
from unknot.ui.theme import Theme


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    history = open_history(tmp_path, paths.migrations())
    yield Settings(history)
    history.close()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def speaker(clock: ManualClock) -> SilentSpeaker:
    return SilentSpeaker(clock)


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, settings: Settings, speaker: SilentSpeaker, clock: ManualClock
) -> SoundCheck:
    voice = FakeVoice()
    page = SoundCheck(settings, theme, lambda: speaker, voice, clock=clock)
    qtbot.addWidget(page)
    page.resize(1024, 700)
    page.show()
    return page


def test_each_side_plays_its_own_tone(page: SoundCheck, speaker: SilentSpeaker):
    for button in page.buttons[:2]:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [notes[0].tone for _, notes in speaker.played] == [Tone.LEFT, Tone.RIGHT]


def test_the_voice_says_a_sentence(page: SoundCheck):
    QTest.mouseClick(page.voice, Qt.MouseButton.LeftButton)
    assert page._narrator.said == ["This voice says your cues."]


def test_taps_along_with_the_clicks_set_the_delay_and_continue_keeps_it(
    page: SoundCheck, clock: ManualClock, settings: Settings, speaker: SilentSpeaker, qtbot: QtBot
):
    QTest.mouseClick(page.clicks, Qt.MouseButton.LeftButton)
    clock.advance(0.2)
    for _ in range(8):
        QTest.mouseClick(page.tap, Qt.MouseButton.LeftButton)
        clock.advance(PERIOD_S)
    assert page.delay.value() == 200
    with qtbot.waitSignal(page.done):
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert settings.choices.sound_delay_ms == 200
    assert settings.choices.sound_checked
    assert speaker.closed


def test_space_taps_too(page: SoundCheck, clock: ManualClock):
    page.start_clicks()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert page.found.text() == "Tap on each click: 1 of 6"


def test_going_back_keeps_nothing_and_lets_go_of_the_sound(
    page: SoundCheck, settings: Settings, speaker: SilentSpeaker, qtbot: QtBot
):
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not settings.choices.sound_checked
    assert speaker.closed


def test_without_a_device_it_says_so_and_lets_you_go_on(qtbot: QtBot, theme: Theme, settings: Settings):
    page = SoundCheck(settings, theme, lambda: None, None)
    qtbot.addWidget(page)
    page.show()
    assert page.silence.words.text() == "No sound output was found. The screen still guides you."
    assert not page.hear.isVisible()
    with qtbot.waitSignal(page.done):
        QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    assert not settings.choices.sound_checked
