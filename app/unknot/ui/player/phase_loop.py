"""Plays one phase of the movement round and round while the session stands still."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from unknot.domain.movement import Span

FRAME_MS = 16
BREATH_MS = 350  # the picture rests so long at the end of a phase before it begins again


class PhaseLoop(QObject):
    """`moved` tells the phase to show; `cycle_s` is how long a whole cycle takes at the speed of now."""

    moved = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._span: Span | None = None
        self._cycle_s = 1.0
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tell)

    @property
    def is_on(self) -> bool:
        """Whether it plays."""
        return self._timer.isActive()

    def start(self, span: Span, cycle_s: float) -> None:
        """Play this phase from its beginning, again and again."""
        self._span, self._cycle_s = span, cycle_s
        self._since.start()
        self._timer.start()
        self._tell()

    def stop(self) -> None:
        """Stand still."""
        self._timer.stop()

    def phase_after(self, milliseconds: float) -> float:
        """Where it is so long after the start."""
        if self._span is None:
            return 0.0
        length = (self._span.end - self._span.start) * self._cycle_s * 1000
        within = min(milliseconds % (length + BREATH_MS), length)
        return self._span.start + (self._span.end - self._span.start) * within / length * (1 - 1e-6)

    def _tell(self) -> None:
        self.moved.emit(self.phase_after(self._since.elapsed()))
