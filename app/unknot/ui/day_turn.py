"""Tells open pages that a new day has begun, while the window simply stays open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from unknot.domain.days import day_of

LOOK_MS = 60_000  # a timer set for the hour itself would sleep with the computer and ring too late


class DayTurn(QObject):
    """`turned` comes within a minute of the hour a day begins at, or of waking up after it."""

    turned = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now, self._day = now, day_of(now())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Tell if the day is another than at the last look."""
        day, before = day_of(self._now()), self._day
        if day != before:
            self._day = day
            self.turned.emit()
