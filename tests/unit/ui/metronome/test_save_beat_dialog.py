"""Saving a file: what is asked, remembered, written, cancelled and said."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from helpers.audit import audit
from helpers.settling import settle
from helpers.speaker import FakeRenderer
from unknot.domain.beat_file import BeatFile
from unknot.services.beat_file import FILE_RATE, BeatWriting
from unknot.services.bundle import Services
from unknot.ui.metronome.metronome_page import MetronomePage
from unknot.ui.metronome.save_beat_dialog import SaveBeatDialog
from unknot.ui.theme import Theme


@pytest.fixture
def dialog(page: MetronomePage, qapp: QApplication) -> Iterator[SaveBeatDialog]:
    page.metronome.set_bpm(176)
    made = page.save_file()
    yield made
    if isValid(made):
        made.reject()


def test_it_begins_with_half_an_hour_of_the_tempo_on_the_page(dialog: SaveBeatDialog):
    assert dialog.file == BeatFile(176, 30, count_in=True)
    assert dialog.facts.text() == "176 beats a minute, 30:01 long, about 86 MB."


def test_the_words_of_the_stride_s_cues_can_be_said(dialog: SaveBeatDialog, services: Services):
    assert list(dialog._cues) == [card.words for card in services.cues.cards.values()]
    assert dialog.file.words == ""


def test_the_cue_in_focus_is_the_one_that_is_said(page: MetronomePage, services: Services):
    chosen = list(services.cues.cards.values())[2]
    services.settings.choose(focus_cue=chosen.id, beat_file_words="Something else.")
    dialog = page.save_file()
    assert dialog.file.words == chosen.words
    assert dialog.every.isEnabled()
    dialog.reject()


def test_a_cue_can_be_said_at_its_distance(dialog: SaveBeatDialog):
    assert not dialog.every.isEnabled()
    dialog.words.set_value(dialog._cues[0])
    dialog.words.picked.emit(dialog._cues[0])
    assert dialog.every.isEnabled()
    dialog.every.segment("120").click()
    assert (dialog.file.words, dialog.file.every_s) == (dialog._cues[0], 120)


def test_it_is_written_told_and_remembered(
    dialog: SaveBeatDialog, tmp_path: Path, qtbot: QtBot, services: Services, renderer: FakeRenderer
):
    services.settings.choose(voice_name="en-us", voice_rate=120)
    dialog.minutes.setValue(2)
    dialog.count_in.setChecked(False)
    cue = dialog._cues[0]
    dialog.words.set_value(cue)
    with qtbot.waitSignal(dialog._writing.done):
        dialog.save(tmp_path / "easy")
    with wave.open(str(tmp_path / "easy.wav")) as found:
        assert found.getnframes() == 120 * FILE_RATE
    assert renderer.asked == [cue]
    assert renderer.manner == ("en-us", 120)
    assert dialog.facts.text() == "Saved easy.wav"
    assert dialog.cancel.text() == "Close"
    choices = services.settings.choices
    assert (choices.beat_file_minutes, choices.beat_file_count_in) == (2, False)
    assert (choices.beat_file_words, choices.beat_file_folder) == (cue, str(tmp_path))


def test_a_long_file_shows_how_far_it_is_and_closing_leaves_nothing(
    dialog: SaveBeatDialog, tmp_path: Path, qtbot: QtBot
):
    dialog.minutes.setValue(120)
    with qtbot.waitSignal(dialog._writing.progressed):
        dialog.save(tmp_path / "long.wav")
    assert not dialog.choose.isEnabled()
    dialog._patience.timeout.emit()
    assert dialog.bar.isVisible()
    dialog.reject()
    assert not [one for one in tmp_path.iterdir() if "long" in one.name]


def test_a_folder_that_is_gone_is_said_and_nothing_is_lost(
    dialog: SaveBeatDialog, tmp_path: Path, qtbot: QtBot
):
    with qtbot.waitSignal(dialog._writing.failed):
        dialog.save(tmp_path / "gone" / "easy.wav")
    assert dialog._banner.isVisible()
    assert "Nothing was lost" in dialog._banner.body.text()
    assert dialog.choose.isEnabled()
    (tmp_path / "gone").mkdir()
    dialog.minutes.setValue(1)
    with qtbot.waitSignal(dialog._writing.done):
        dialog._banner.action.click()


def test_it_asks_in_the_folder_of_the_last_file(dialog: SaveBeatDialog, tmp_path: Path, services: Services):
    services.settings.choose(beat_file_folder=str(tmp_path))
    asked = dialog.ask_where()
    assert isinstance(asked, QFileDialog)
    assert Path(asked.directory().absolutePath()) == tmp_path
    assert [Path(name).name for name in asked.selectedFiles()] == ["Beat 176, 30 min.wav"]
    asked.reject()


def test_without_a_voice_it_says_that_it_holds_the_beat_alone(services: Services, theme: Theme, qtbot: QtBot):
    dialog = SaveBeatDialog(services.settings, BeatWriting(), 120, ("Tall.",), "", theme)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.dumb.isVisible()
    assert not dialog.words.isVisible()
    assert dialog.file.words == ""


def test_it_is_whole_and_readable(dialog: SaveBeatDialog):
    settle()
    assert audit(dialog) == []
