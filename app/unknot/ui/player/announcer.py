"""Says the player's cues to a screen reader: one announcement a cue, the countdown at 30, 10 and 3 s."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from unknot.ui.widgets.announcing import announce

COUNTDOWN = (30, 10, 3)


class Announcer(QObject):
    """Sends announcement events for `subject`; `announced` carries the same words."""

    announced = Signal(str)

    def __init__(self, subject: QObject) -> None:
        super().__init__(subject)
        self._subject = subject
        self._step = -1
        self._ahead: tuple[int, ...] = ()

    def say(self, text: str) -> None:
        """Announce once, at once."""
        if text:
            announce(self._subject, text)
            self.announced.emit(text)

    def step(self, index: int, seconds: float, words: str) -> None:
        """A new step began: announce its cue, and arm the countdown marks that lie inside it."""
        self._step = index
        self._ahead = tuple(mark for mark in COUNTDOWN if mark < seconds)
        self.say(words)

    def countdown(self, index: int, left: float) -> None:
        """Announce 30, 10 and 3 s once each as the time left passes them."""
        if index != self._step:
            return
        passed = [mark for mark in self._ahead if left <= mark]
        if passed:
            self._ahead = tuple(mark for mark in self._ahead if mark < min(passed))
            self.say(self.tr("{seconds} seconds").format(seconds=min(passed)))
