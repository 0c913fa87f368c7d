"""The voice: built beside the window, silent where there is none, never in the way."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QLocale

from unknot.services.voice import Voice, _speak_english

# the speech plugin looks for PipeWire, which need not be there; an engine nobody has is a complaint of Qt's
TOLERATED = ["pipewire-0.3", "ext-to-speech plug-in"]


@pytest.mark.sound
@pytest.mark.qt_log_ignore(*TOLERATED)
def test_an_engine_speaks_from_a_thread_of_its_own(qtbot):
    voice = Voice("mock")
    assert voice.available is None
    voice.say("Spoken as soon as there is a voice.")
    with qtbot.waitSignal(voice.found, timeout=20_000) as found:
        pass
    assert found.args == [True]
    assert voice.available
    voice.set_volume(50)
    voice.say("Press and breathe out.")
    voice.stop()
    voice.close()


def test_without_its_library_there_is_no_voice(qtbot, monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    voice = Voice()
    qtbot.waitUntil(lambda: voice.available is False, timeout=10_000)
    voice.say("Nobody hears this.")
    voice.stop()
    voice.close()


@pytest.mark.sound
@pytest.mark.qt_log_ignore(*TOLERATED)
def test_an_engine_that_is_not_there_is_no_voice(qtbot):
    voice = Voice("an engine nobody has")
    qtbot.waitUntil(lambda: voice.available is False, timeout=20_000)
    voice.close()


class Engine:
    """An engine that has voices of these languages."""

    def __init__(self, *names):
        self.names, self.chosen = names, None

    def availableLocales(self):
        return [QLocale(name) for name in self.names]

    def setLocale(self, locale):
        self.chosen = locale.name()


def test_the_cues_are_spoken_by_an_english_voice_whatever_voice_comes_first():
    engine = Engine("bpy_IN", "de_DE", "en_GB")
    assert _speak_english(engine)
    assert engine.chosen == "en_GB"


def test_the_voice_of_the_users_own_country_comes_first(monkeypatch):
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("en_US")))
    engine = Engine("en_GB", "en_US")
    assert _speak_english(engine)
    assert engine.chosen == "en_US"


def test_an_engine_without_an_english_voice_does_not_speak():
    engine = Engine("de_DE", "fr_FR")
    assert not _speak_english(engine)
    assert engine.chosen is None
