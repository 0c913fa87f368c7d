"""The system's voice through Qt. Built away from the first frame; silent where there is none."""

from __future__ import annotations

import logging
import sys
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QThread, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

_NO_VOICE = {"mock", "none"}  # engines that say nothing
_SYSTEM: str = sys.platform
_PATIENCE_MS = 5_000  # connecting to the speech service may take two seconds

log = logging.getLogger(__name__)


class Voice(QObject):
    """A Narrator. say() and stop() never block and never raise.

    On Linux the engine's constructor waits up to two seconds for the speech service, so it lives in a
    thread of its own; elsewhere it is quick and has to live with the window's event loop. `engine` is
    for tests.
    """

    found = Signal(bool)  # whether there is a voice, told once

    _text = Signal(str)
    _hushed = Signal()
    _loudness = Signal(float)

    def __init__(self, engine: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._available: bool | None = None
        self._speaker = _Speech(engine)
        self._thread: QThread | None = None
        self._speaker.ready.connect(self._learn)
        self._text.connect(self._speaker.say, Qt.ConnectionType.QueuedConnection)
        self._hushed.connect(self._speaker.stop, Qt.ConnectionType.QueuedConnection)
        self._loudness.connect(self._speaker.set_loudness, Qt.ConnectionType.QueuedConnection)
        if _SYSTEM == "linux":
            self._thread = QThread()
            self._thread.setObjectName("voice")
            self._speaker.moveToThread(self._thread)
            self._thread.started.connect(self._speaker.build)
            self._thread.finished.connect(self._speaker.drop, Qt.ConnectionType.DirectConnection)
            self._end = weakref.finalize(self, _end_thread, self._thread)
            self._thread.start()
        else:
            QTimer.singleShot(0, self._speaker, self._speaker.build)

    @property
    def available(self) -> bool | None:
        """Whether there is a voice; None until that is known."""
        return self._available

    def say(self, text: str) -> None:
        """Speak now, instead of what is being spoken."""
        if self._available is not False:
            self._text.emit(text)

    def stop(self) -> None:
        """Fall silent."""
        self._hushed.emit()

    def set_volume(self, percent: int) -> None:
        """How loud, 0 to 100."""
        self._loudness.emit(max(0, min(100, percent)) / 100)

    def close(self) -> None:
        """End the thread."""
        if self._thread is not None:
            self._end()

    @Slot(bool)
    def _learn(self, available: bool) -> None:  # a slot's argument
        self._available = available
        self.found.emit(available)


def _speak_english(speech: QTextToSpeech) -> bool:
    """Choose an English voice, of the user's country where there is one: the cues are English words."""
    wanted = QLocale.Language.English
    english = [one for one in speech.availableLocales() if one.language() == wanted]
    if not english:
        return False
    here = QLocale.system().territory()
    speech.setLocale(next((one for one in english if one.territory() == here), english[0]))
    return True


def _end_thread(thread: QThread) -> None:
    thread.quit()
    thread.wait(_PATIENCE_MS)


class _Speech(QObject):
    """Owns the engine, in whichever thread it lives."""

    ready = Signal(bool)

    def __init__(self, engine: str | None) -> None:
        super().__init__()
        self._engine = engine
        self._speech: QTextToSpeech | None = None
        self._loudness = 1.0

    @Slot()
    def build(self) -> None:
        """Make the engine; says whether it can speak."""
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415  # optional, and loads slowly
        except ImportError as reason:
            log.info("no voice: %s", reason)
            self.ready.emit(False)
            return
        engines = [name for name in QTextToSpeech.availableEngines() if name not in _NO_VOICE]
        name = self._engine or next(iter(engines), None)
        if name is None:
            self.ready.emit(False)
            return
        speech = QTextToSpeech(name, self)
        if speech.state() is QTextToSpeech.State.Error:
            log.info("no voice: %s", speech.errorString())
            speech.deleteLater()
            self.ready.emit(False)
            return
        if not _speak_english(speech):
            log.info("no voice: none of them speaks English")
            speech.deleteLater()
            self.ready.emit(False)
            return
        speech.setVolume(self._loudness)
        self._speech = speech
        self.ready.emit(True)

    @Slot(str)
    def say(self, text: str) -> None:
        """Speak."""
        if self._speech is not None:
            self._speech.stop()
            self._speech.say(text)

    @Slot()
    def stop(self) -> None:
        """Fall silent."""
        if self._speech is not None:
            self._speech.stop()

    @Slot(float)
    def set_loudness(self, loudness: float) -> None:
        """0..1."""
        self._loudness = loudness
        if self._speech is not None:
            self._speech.setVolume(loudness)

    @Slot()
    def drop(self) -> None:
        """Let go of the engine, in its own thread."""
        if self._speech is not None:
            self._speech.stop()
            self._speech.deleteLater()
            self._speech = None
