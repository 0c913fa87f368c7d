"""What the voice tells and how it sounds, chosen by gestures and heard at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from helpers.clock import ManualClock
from helpers.speaker import FakeRenderer, SilentSpeaker
from unknot.domain.tone import ToneSet
from unknot.services.bundle import Services
from unknot.services.player import PlayerFactory
from unknot.ui.settings.settings_page import SettingsPage
from unknot.ui.theme import Theme
from unknot.ui.widgets.words import Words


class Sounds:
    """What the players of these services open."""

    def __init__(self) -> None:
        self.renderer: FakeRenderer | None = FakeRenderer()
        self.speakers: list[SilentSpeaker] = []

    def open(self) -> SilentSpeaker:
        """A speaker."""
        self.speakers.append(SilentSpeaker(ManualClock()))
        return self.speakers[-1]


@pytest.fixture
def sounds(services: Services, monkeypatch: pytest.MonkeyPatch) -> Sounds:
    made = Sounds()
    players: PlayerFactory = services.players
    monkeypatch.setattr(players, "_open_speaker", made.open)
    monkeypatch.setattr(players, "_open_renderer", lambda: made.renderer)
    monkeypatch.setattr(players, "outputs", lambda: (("ab", "Headphones"), ("cd", "Screen")))
    return made


@pytest.fixture
def page(services: Services, sounds: Sounds, theme: Theme, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(services, theme)
    qtbot.addWidget(made)
    made.resize(1232, 900)
    made.show()
    return made


@pytest.mark.parametrize(
    "part", ["voice_side", "voice_cue", "voice_next", "voice_halfway", "voice_countdown"]
)
def test_each_part_is_switched_by_itself(page: SettingsPage, services: Services, part: str) -> None:
    QTest.mouseClick(page.voice.parts[part], Qt.MouseButton.LeftButton)
    choices = services.settings.choices
    assert not getattr(choices, part)
    assert sum(not getattr(choices, name) for name in page.voice.parts) == 1


def test_without_a_voice_its_parts_cannot_be_switched(page: SettingsPage) -> None:
    QTest.mouseClick(page.voice.voice, Qt.MouseButton.LeftButton)
    assert not any(toggle.isEnabled() for toggle in page.voice.parts.values())


def test_a_voice_is_picked_from_those_that_are_there(page: SettingsPage, services: Services) -> None:
    page.voice.name.setFocus()
    assert [page.voice.name.itemText(n) for n in range(3)] == ["The usual one", "en-gb", "en-us"]
    QTest.keyClick(page.voice.name, Qt.Key.Key_Down)
    QTest.keyClick(page.voice.name, Qt.Key.Key_Down)
    assert services.settings.choices.voice_name == "en-us"


def test_an_output_that_is_gone_stays_chosen_and_says_so(page: SettingsPage, services: Services) -> None:
    services.settings.choose(sound_output="ef")
    assert (page.sound.output.value, page.sound.output.currentText()) == ("ef", "Not there now")
    page.sound.output.setFocus()
    QTest.keyClick(page.sound.output, Qt.Key.Key_Home)
    assert services.settings.choices.sound_output == ""


def test_tones_and_the_time_to_get_ready_are_stored(page: SettingsPage, services: Services) -> None:
    QTest.mouseClick(page.sound.tones.segment(ToneSet.QUIET.value), Qt.MouseButton.LeftButton)
    page.sound.prepare.setValue(25)
    choices = services.settings.choices
    assert (choices.tone_set, choices.prepare_s) == (ToneSet.QUIET, 25)


def test_the_voice_is_heard_as_it_is_chosen_and_lets_go(
    page: SettingsPage, services: Services, sounds: Sounds
) -> None:
    page.voice.rate.setValue(120)
    QTest.mouseClick(page.voice.hear, Qt.MouseButton.LeftButton)
    (speaker,) = sounds.speakers
    assert sounds.renderer is not None
    assert sounds.renderer.manner == ("", 120)
    assert [len(words) for words in speaker.words] == [1]
    QTest.mouseClick(page.voice.hear, Qt.MouseButton.LeftButton)
    waking, awake = (words[0].at for words in speaker.words)
    assert (waking, awake) == (1.0, 0.15)  # a wireless speaker swallows what comes first
    page.hide()
    assert speaker.closed


def test_without_any_voice_it_says_so(page: SettingsPage, sounds: Sounds) -> None:
    sounds.renderer = None
    QTest.mouseClick(page.voice.hear, Qt.MouseButton.LeftButton)
    shown = [words.text() for words in page.voice.findChildren(Words)]
    assert "No voice was found. Tones and the screen still guide you." in shown
