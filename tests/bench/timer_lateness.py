"""How late the timer of a session comes: `timer_lateness.py SECONDS` prints a JSON list, for bench_exact.py.

The interval is set anew after every tick, as the session does it; milliseconds beyond it are told.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from unknot.domain.clock import uninterrupted
from unknot.services.player_service import TICK_MS


class Watch(QObject):
    """Ticks for so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._since = uninterrupted()
        self._end = self._since + seconds

    def _tick(self) -> None:
        now = uninterrupted()
        self.late_ms.append(max(0.0, (now - self._since) * 1000 - self._timer.interval()))
        if now > self._end:
            QCoreApplication.quit()
        self._timer.setInterval(TICK_MS - len(self.late_ms) % 2)  # another each time, so that it is set
        self._since = uninterrupted()


app = QCoreApplication(sys.argv)
watch = Watch(float(sys.argv[1]))
app.exec()
print(json.dumps(watch.late_ms))
