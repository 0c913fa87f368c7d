"""The metronome's page: keys, taps, own steps, what is told, kept and shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from helpers.audit import audit
from helpers.clock import ManualClock
from helpers.full_disk import nothing_can_be_written
from helpers.settling import settle
from helpers.speaker import SilentSpeaker
from unknot.domain.choices import ThemeChoice
from unknot.domain.tone import BeatOf, BeatSound
from unknot.services.bundle import Services
from unknot.storage.history import History
from unknot.ui.drills.count_steps import CountSteps
from unknot.ui.metronome import metronome_page
from unknot.ui.metronome.metronome_page import MetronomePage
from unknot.ui.theme import Theme

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(metronome_page, "announce", lambda _subject, text: words.append(text))
    return words


def press(page: MetronomePage, *keys: Qt.Key, shift: bool = False) -> None:
    for key in keys:
        QTest.keyClick(page, key, Shift if shift else Qt.KeyboardModifier.NoModifier)


def test_space_starts_and_stops_and_both_are_told(
    page: MetronomePage, speaker: SilentSpeaker, told: list[str]
):
    press(page, Key.Key_Space)
    assert page.metronome.is_on
    assert page.start.text() == "Stop"
    assert len(speaker.played) == 1
    press(page, Key.Key_Space)
    assert not page.metronome.is_on
    assert page.start.text() == "Start"
    assert told == ["Metronome on, 170 beats a minute", "Metronome off"]


def test_keys_change_the_tempo_by_one_and_with_shift_by_five(page: MetronomePage):
    press(page, Key.Key_Plus, Key.Key_Equal, Key.Key_Right)
    assert page.metronome.bpm == 173
    press(page, Key.Key_Minus, Key.Key_Left)
    assert page.metronome.bpm == 171
    press(page, Key.Key_Right, Key.Key_Right, Key.Key_Left, shift=True)
    assert page.metronome.bpm == 176
    press(page, Key.Key_Plus, shift=True)  # where + needs Shift
    assert page.metronome.bpm == 177


def test_typed_digits_set_the_tempo(page: MetronomePage):
    press(page, Key.Key_9, Key.Key_6)
    assert page.metronome.bpm == 96
    press(page, Key.Key_1, Key.Key_8, Key.Key_4)
    assert page.metronome.bpm == 184
    press(page, Key.Key_2, Key.Key_9, Key.Key_9)
    assert page.metronome.bpm == 184


def test_taps_by_key_and_by_button_set_the_tempo(page: MetronomePage, seconds: ManualClock):
    press(page, Key.Key_T)
    assert page.tempo.hint.text() == "Tap on, 2 more"
    seconds.advance(0.5)
    QTest.mousePress(page.tempo.tap, Qt.MouseButton.LeftButton)
    seconds.advance(0.5)
    press(page, Key.Key_T)
    assert page.metronome.bpm == 120
    assert page.tempo.dial.value() == 120


def test_the_dial_and_its_buttons_end_where_the_tempo_does(page: MetronomePage):
    page.tempo.dial.setValue(240)
    assert page.metronome.bpm == 240
    assert not page.tempo.faster.isEnabled()
    page.tempo.dial.setValue(40)
    assert not page.tempo.slower.isEnabled()
    QTest.mouseClick(page.tempo.faster, Qt.MouseButton.LeftButton)
    assert page.tempo.number.text() == "41"


def test_a_tempo_that_rests_is_told_and_kept(
    page: MetronomePage, services: Services, told: list[str], qtbot: QtBot
):
    services.settings.choose(step_rate_spm=160)
    press(page, Key.Key_1, Key.Key_6, Key.Key_8)
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert told == ["168 beats a minute. your 160 + 5 %"]
    assert services.settings.choices.metronome_bpm == 168


def test_a_tempo_is_kept_when_the_page_is_left_at_once(page: MetronomePage, services: Services, qtbot: QtBot):
    press(page, Key.Key_Right)
    with qtbot.waitSignal(page.left):
        press(page, Key.Key_Escape)
    assert services.settings.choices.metronome_bpm == 171


def test_leaving_the_page_is_silence_and_lets_the_device_go(page: MetronomePage, speaker: SilentSpeaker):
    page.toggle()
    page.hide()
    assert not page.metronome.is_on
    assert speaker.closed


def test_own_steps_are_asked_for_and_counted_in_silence(page: MetronomePage, services: Services):
    assert page.own.rates is None
    assert page.own.words.text().startswith("Count your steps first")
    page.toggle()
    QTest.mouseClick(page.own.count, Qt.MouseButton.LeftButton)
    dialog = page.findChild(CountSteps)
    assert dialog is not None
    assert not page.metronome.is_on
    dialog.count.setValue(82)
    dialog.save()
    assert page.own.words.text() == "You counted 164 a minute at your easy pace."


def test_a_choice_over_the_own_steps_is_the_tempo(page: MetronomePage, services: Services):
    services.settings.choose(step_rate_spm=164)
    rates = page.own.rates
    assert rates is not None
    assert [one.text() for one in rates.findChildren(QRadioButton)] == [
        "Own: 164", "+5 %: 172", "+7.5 %: 176", "+10 %: 180",
    ]  # fmt: skip
    rates.segment("176").click()
    assert page.metronome.bpm == 176
    assert page.tempo.relative.text() == "your 164 + 7 %"
    press(page, Key.Key_Right)
    assert rates.value == ""


def test_whether_a_quicker_beat_is_for_you_follows_what_you_noticed(page: MetronomePage, services: Services):
    assert page.own.advice.text().startswith("If your foot lands far in front: 5 % more")
    services.settings.choose(stride_seen="toe_strike_heel_up:2", step_rate_spm=184)
    assert page.own.advice.text() == (
        "You noticed: heel hardly touches; up on the toes. Keep your own 184 steps a minute. No quicker beat."
    )
    services.settings.choose(stride_seen="overstride_heel_strike:1", step_rate_spm=160)
    assert page.own.advice.text().endswith("Start with 168 steps a minute. Never more than 176.")


def test_what_papers_say_stands_beside_it(page: MetronomePage):
    names = [
        child.text()
        for child in page.findChildren(type(page.own.words))
        if "one in three" in child.text() or "energy" in child.text()
    ]
    assert len(names) == 2


def test_how_it_beats_is_kept_and_heard(page: MetronomePage, services: Services):
    page.beat.accents.segment("4").click()
    page.beat.kinds.segment("rep").click()
    page.beat.sounds.segment("soft").click()
    press(page, Key.Key_Down)
    choices = services.settings.choices
    assert (choices.metronome_accent, choices.metronome_beat) == (4, BeatOf.REP)
    assert (choices.metronome_sound, choices.volume) == (BeatSound.SOFT, 75)


def test_the_picture_counts_and_changes_feet_with_the_beat(
    page: MetronomePage, seconds: ManualClock, services: Services
):
    services.settings.choose(metronome_accent=3)
    press(page, Key.Key_6, Key.Key_0, Key.Key_Space)
    shown = []
    for _ in range(5):
        page.show_frame()
        shown.append((page.view.number, page.view.mark))
        seconds.advance(1)
    assert shown == [("1", 0), ("2", 1), ("3", 0), ("1", 1), ("2", 0)]


def test_with_reduced_motion_the_ball_stands_on_its_mark_and_steps_with_the_beat(
    page: MetronomePage, theme: Theme, seconds: ManualClock
):
    theme.apply(ThemeChoice.LIGHT, 100, reduced_motion=True)

    def picture(beats: float) -> QImage:
        page.view.show_beats(beats)
        return page.view.grab().toImage()

    assert picture(3.1) == picture(3.6)
    assert picture(4.1) != picture(3.6)
    theme.apply(ThemeChoice.LIGHT, 100, reduced_motion=False)
    assert picture(3.1) != picture(3.6)


def test_a_full_disk_is_said_on_the_page(page: MetronomePage, history: History):
    with nothing_can_be_written(history):
        page.beat.accents.segment("2").click()
    assert page.banner.isVisible()


def test_a_missing_device_is_said(page: MetronomePage, speaker: SilentSpeaker):
    page.toggle()
    assert not page.silence.isVisible()
    speaker.alive = False
    page.show_frame()
    page.metronome.watch()
    assert page.silence.isVisible()


def test_a_screen_reader_hears_what_the_picture_is(page: MetronomePage):
    view = QAccessible.queryAccessibleInterface(page.view)
    assert view.text(QAccessible.Text.Name) == "The beat"
    assert "left to right" in view.text(QAccessible.Text.Description)


@pytest.fixture
def look(theme: Theme, request: pytest.FixtureRequest) -> tuple[int, int]:
    choice, scale, size = request.param
    theme.apply(choice, scale, reduced_motion=True)
    return size


LOOKS = [
    (ThemeChoice.LIGHT, 100, (1440, 900)),
    (ThemeChoice.DARK, 100, (1024, 700)),
    (ThemeChoice.LIGHT, 200, (1024, 700)),
    (ThemeChoice.DARK, 200, (1440, 900)),
]


@pytest.mark.parametrize("look", LOOKS, indirect=True)
def test_it_is_whole_and_readable_in_every_look(
    look: tuple[int, int], page: MetronomePage, services: Services, qapp: QApplication
):
    services.settings.choose(step_rate_spm=164, metronome_accent=4)
    page.resize(*look)
    page.toggle()
    settle()
    assert audit(page) == []
    assert page.size().toTuple() == look
