"""The child process that speaks: orders come in on standard input, one JSON object a line.

It tells "voice" or "no voice" once, and after "voice" the names of its voices as a JSON list. Then
{"say": words} speaks instead of what is being spoken ("" is silence), {"volume": 0..1} sets how loud,
{"rate": -1..1} how fast and {"voice": name} which voice ("" is the usual one). It ends with its input, so
it never outlives the window.
"""

from __future__ import annotations

import json
import logging
import sys

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QThread, Signal
from PySide6.QtTextToSpeech import QTextToSpeech

from unknot.services.sound_look import speaking_engines

log = logging.getLogger(__name__)


def serve(engine: str | None = None) -> int:
    """Speak what standard input says until it ends; returns the exit code. `engine` is for tests."""
    application = QCoreApplication(["unknot"])
    speech = _build(engine)
    _tell("voice" if speech is not None else "no voice")
    if speech is None:
        return 0
    _tell(json.dumps(_voice_names(speech)))
    orders = _Orders()
    mouth = _Mouth(speech)
    orders.came.connect(mouth.obey)
    orders.finished.connect(application.quit)
    mouth.warm()
    orders.start()
    code = application.exec()
    orders.wait()
    return code


def speak_english(speech: QTextToSpeech) -> bool:
    """Choose an English voice, of the user's country where there is one: the cues are English words."""
    wanted = QLocale.Language.English
    english = [one for one in speech.availableLocales() if one.language() == wanted]
    if not english:
        return False
    here = QLocale.system().territory()
    speech.setLocale(next((one for one in english if one.territory() == here), english[0]))
    return True


class _Orders(QThread):
    """Reads standard input beside the speaking."""

    came = Signal(str)

    def run(self) -> None:
        """Pass each line on."""
        for line in sys.stdin:
            self.came.emit(line)


class _Mouth(QObject):
    """Does what an order says; lives in the main thread, where the engine is."""

    def __init__(self, speech: QTextToSpeech) -> None:
        super().__init__()
        self._speech = speech
        self._usual = speech.voice()
        self._volume = speech.volume()
        self._warming = False

    def warm(self) -> None:
        """Speak once unheard: the very first words of an engine come late."""
        self._warming = True
        self._speech.stateChanged.connect(self._follow)
        self._speech.setVolume(0.0)
        self._speech.say("Ready.")

    def obey(self, line: str) -> None:
        """Carry out one order."""
        order = json.loads(line)
        if "volume" in order:
            self._volume = order["volume"]
            if not self._warming:
                self._speech.setVolume(self._volume)
        if "rate" in order:
            self._speech.setRate(order["rate"])
        if "voice" in order:
            self._choose(order["voice"])
        if "say" in order:
            if self._speech.state() is not QTextToSpeech.State.Ready:
                self._speech.stop()
            self._be_warm()
            if order["say"]:
                self._speech.say(order["say"])

    def _follow(self, state: QTextToSpeech.State) -> None:
        if state is not QTextToSpeech.State.Speaking:
            self._be_warm()

    def _be_warm(self) -> None:
        if self._warming:
            self._warming = False
            self._speech.setVolume(self._volume)

    def _choose(self, name: str) -> None:
        known = {voice.name(): voice for voice in self._speech.availableVoices()}
        self._speech.setVoice(known.get(name, self._usual))


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _voice_names(speech: QTextToSpeech) -> list[str]:
    """The voices of the language the cues are in."""
    return [voice.name() for voice in speech.availableVoices()]


def _build(engine: str | None) -> QTextToSpeech | None:
    name = engine or next(iter(speaking_engines()), None)
    if name is None:
        return None
    speech = QTextToSpeech(name)
    if speech.state() is QTextToSpeech.State.Error or not speak_english(speech):
        log.info("no voice: %s", speech.errorString())
        return None
    return speech
