"""The system's voice, in a process of its own; silent where there is none.

Building Qt's speech engine holds the whole interpreter: two seconds with a healthy speech service on
Linux, for ever with a hung one. So the engine lives in a child process (`voice_child`), and a window
never waits for it.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

PATIENCE_MS = 10_000  # a speech service may take seconds to start
_PARTING_MS = 500

log = logging.getLogger(__name__)


def child_command() -> list[str]:
    """How the child is started: the frozen program itself, or Python with the package."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "unknot"]
    return [*program, "speak"]


class Voice(QObject):
    """A Narrator. say() and stop() never block and never raise.

    `command` starts the child and `patience_ms` is how long it may take to answer; others than the
    usual ones are for tests.
    """

    found = Signal(bool)  # whether there is a voice; told again when it is lost
    voices_found = Signal(object)  # tuple[str, ...]: the English ones, the usual first

    def __init__(
        self,
        command: Sequence[str] | None = None,
        patience_ms: int = PATIENCE_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._available: bool | None = None
        self.voices: tuple[str, ...] = ()
        self._child = QProcess(self)
        self._child.setStandardErrorFile(QProcess.nullDevice())
        self._child.readyReadStandardOutput.connect(self._listen)
        self._child.finished.connect(self._lost)
        self._child.errorOccurred.connect(self._lost)
        self._waiting = QTimer(self, singleShot=True, interval=patience_ms)
        self._waiting.timeout.connect(self._lost)
        program, *arguments = command if command is not None else child_command()
        self._waiting.start()
        self._child.start(program, arguments)

    @property
    def available(self) -> bool | None:
        """Whether there is a voice; None until that is known."""
        return self._available

    @property
    def running(self) -> bool:
        """Whether the child is there."""
        return self._child.state() is not QProcess.ProcessState.NotRunning

    def say(self, text: str) -> None:
        """Speak now, instead of what is being spoken."""
        self._tell(say=text)

    def stop(self) -> None:
        """Fall silent."""
        self._tell(say="")

    def set_volume(self, percent: int) -> None:
        """How loud, 0 to 100."""
        self._tell(volume=max(0, min(100, percent)) / 100)

    def set_manner(self, name: str, rate: int) -> None:
        """Which voice ("": the system's) and how fast, per cent of its usual rate."""
        self._tell(voice=name, rate=max(-100, min(100, rate - 100)) / 100)

    def close(self) -> None:
        """End the child; it ends by itself when this program dies."""
        self._waiting.stop()
        self._child.blockSignals(True)
        if self.running:
            self._child.closeWriteChannel()
            if not self._child.waitForFinished(_PARTING_MS):
                self._child.kill()
                self._child.waitForFinished(_PARTING_MS)

    def _tell(self, **order: object) -> None:
        if self._available is not False and self.running:
            self._child.write(json.dumps(order).encode() + b"\n")

    def _listen(self) -> None:
        while self._child.canReadLine():  # the names of many voices may come in parts
            line = bytes(self._child.readLine().data()).strip()
            if line in {b"voice", b"no voice"} and self._available is None:
                self._learn(line == b"voice")
            elif line.startswith(b"["):
                self.voices = tuple(json.loads(line))
                self.voices_found.emit(self.voices)

    def _lost(self) -> None:
        if self._available is not False:
            log.info("no voice: the speech service does not answer")
            self._learn(False)
        if self.running:
            self._child.kill()

    def _learn(self, available: bool) -> None:
        self._waiting.stop()
        self._available = available
        self.found.emit(available)
