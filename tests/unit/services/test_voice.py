"""The voice: built beside the window, silent where there is none, never in the way."""

from __future__ import annotations

import sys

import pytest

from unknot.services.voice import Voice

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
