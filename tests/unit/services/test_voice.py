"""The voice: found beside the window, silent where there is none, never in the way."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QElapsedTimer, QLocale

from unknot.services.voice import Voice, child_command
from unknot.services.voice_child import speak_english

MOCK = [*child_command(), "--engine", "mock"]


@pytest.fixture
def voices():
    made = []

    def make(*arguments, **fields):
        made.append(Voice(*arguments, **fields))
        return made[-1]

    yield make
    for voice in made:
        voice.close()


def python(script):
    return [sys.executable, "-c", script]


def test_an_engine_speaks_in_a_process_of_its_own_and_ends_with_the_voice(qtbot, voices):
    voice = voices(MOCK)
    assert voice.available is None
    voice.say("Spoken as soon as there is a voice.")
    with qtbot.waitSignal(voice.found, timeout=20_000) as found:
        pass
    assert found.args == [True]
    assert voice.available
    voice.set_volume(50)
    voice.say("Press and breathe out.")
    voice.stop()
    assert voice.running
    voice.close()
    assert not voice.running


def test_orders_arrive_one_a_line_the_newest_words_last(qtbot, voices, tmp_path):
    heard = tmp_path / "heard"
    script = f"import sys; print('voice', flush=True); open({str(heard)!r}, 'w').write(sys.stdin.read())"
    voice = voices(python(script))
    qtbot.waitUntil(lambda: voice.available is True, timeout=20_000)
    voice.say("Sink in.")
    voice.set_volume(50)
    voice.stop()
    voice.close()
    assert heard.read_text().splitlines() == ['{"say": "Sink in."}', '{"volume": 0.5}', '{"say": ""}']


def test_a_computer_without_a_voice_is_known_as_such(qtbot, voices):
    voice = voices(python("print('no voice')"))
    qtbot.waitUntil(lambda: voice.available is False, timeout=20_000)
    voice.say("Nobody hears this.")


def test_an_engine_that_is_not_there_is_no_voice(qtbot, voices):
    voice = voices([*child_command(), "--engine", "an engine nobody has"])
    qtbot.waitUntil(lambda: voice.available is False, timeout=20_000)


def test_a_program_that_cannot_start_is_no_voice(qtbot, voices):
    voice = voices(["/no/such/program"])
    qtbot.waitUntil(lambda: voice.available is False, timeout=20_000)


def test_a_hung_speech_service_holds_up_nothing(qtbot, voices):
    passed = QElapsedTimer()
    passed.start()
    voice = voices(python("import time; time.sleep(600)"), patience_ms=200)
    voice.say("Nobody hears this.")
    assert passed.elapsed() < 5_000
    qtbot.waitUntil(lambda: voice.available is False, timeout=20_000)
    qtbot.waitUntil(lambda: not voice.running, timeout=20_000)


def test_a_voice_that_is_lost_in_the_middle_is_told(qtbot, voices):
    voice = voices(python("import sys; print('voice', flush=True); sys.stdin.readline()"))
    qtbot.waitUntil(lambda: voice.available is True, timeout=20_000)
    with qtbot.waitSignal(voice.found, timeout=20_000) as found:
        voice.say("The last words.")
    assert found.args == [False]


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
    assert speak_english(engine)
    assert engine.chosen == "en_GB"


def test_the_voice_of_the_users_own_country_comes_first(monkeypatch):
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("en_US")))
    engine = Engine("en_GB", "en_US")
    assert speak_english(engine)
    assert engine.chosen == "en_US"


def test_an_engine_without_an_english_voice_does_not_speak():
    engine = Engine("de_DE", "fr_FR")
    assert not speak_english(engine)
    assert engine.chosen is None
