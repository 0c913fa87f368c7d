"""Ends the program well when the terminal (Ctrl+C) or the system (logging out) asks for it."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class QuitSignals(QObject):
    """Emits `asked` in the window's thread on SIGINT and SIGTERM.

    Python runs its handlers only between two of its own instructions, which may be minutes apart while Qt
    waits for the user. So the signal writes to a pipe, and Qt watches the pipe. Windows has no such pipe:
    there Ctrl+C ends the program at once, which loses nothing.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if sys.platform == "win32":
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            return
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(self._write, False)
        signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _wait_for_the_pipe)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def close(self) -> None:
        """Give the signals back their usual meaning."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        if sys.platform == "win32":
            return
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        os.close(self._read)
        os.close(self._write)

    def _woken(self) -> None:
        while True:
            try:
                if not os.read(self._read, 64):
                    break
            except BlockingIOError:
                break
        self.asked.emit()


def _wait_for_the_pipe(_number: int, _frame: FrameType | None) -> None:
    """The byte in the pipe does the work; a handler must be there for it to be written."""
