"""Counting one's own steps a minute: thirty seconds of easy running, every footfall counted, times two."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from unknot.domain.clock import Clock, uninterrupted
from unknot.domain.errors import KnownError
from unknot.domain.step_count import COUNT_S, FEWEST, MOST, steps_a_minute
from unknot.services.settings import Settings
from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.error_banner import ErrorBanner
from unknot.ui.widgets.plain_spin import plain_spin
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

TICK_MS = 200
LIKELY = 82  # where the field begins: 164 steps a minute


class CountSteps(Dialog):
    """A clock of thirty seconds and a field for the count; Save keeps the rate in the settings."""

    def __init__(
        self, settings: Settings, theme: Theme, parent: QWidget | None = None, *, clock: Clock = uninterrupted
    ) -> None:
        super().__init__(theme, self.tr("Count your steps"), parent)
        self._settings, self._clock = settings, clock
        self._ends_at = 0.0
        self._banner = ErrorBanner(theme)
        self._banner.action_chosen.connect(self.save)
        self.body.addWidget(self._banner)
        text = self.tr(
            "Run at your easy pace. Press Start and count every footfall, left and right, for 30 seconds. "
            "A watch that shows your cadence will do as well: enter half of it."
        )
        self.body.addWidget(Words(text, theme))
        row = spaced(QHBoxLayout(), theme, 0, 16)
        self.left = QLabel()
        self.left.setProperty("type", "statLarge")
        self.start = Button(self.tr("Start"), theme, icon="play-fill", kind="accent")
        self.start.clicked.connect(self.run)
        row.addWidget(self.start)
        row.addWidget(self.left, 1)
        self.body.addLayout(row)
        label = QLabel(self.tr("Footfalls in 30 seconds"))
        label.setProperty("type", "label")
        self.count = plain_spin(QSpinBox(), theme)
        self.count.setRange(FEWEST, MOST)
        own = settings.choices.step_rate_spm
        self.count.setValue(round(own / 2) if own else LIKELY)
        label.setBuddy(self.count)
        self.count.setAccessibleName(label.text())
        self.body.addWidget(label)
        self.body.addWidget(self.count)
        self.rate = Words("", theme, "h3")
        self.body.addWidget(self.rate)
        self.count.valueChanged.connect(self._show_result)
        self._show_result(self.count.value())
        cancel = Button(self.tr("Cancel"), theme)
        cancel.clicked.connect(self.reject)
        save = Button(self.tr("Save"), theme, icon="check-bold", kind="primary")
        save.clicked.connect(self.save)
        self.set_buttons(cancel, save)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._show_left(COUNT_S)

    def run(self) -> None:
        """Start the thirty seconds, or start them anew."""
        self._ends_at = self._clock() + COUNT_S
        self.start.setText(self.tr("Start again"))
        self._timer.start()
        self._tick()

    def save(self) -> None:
        """Keep the rate."""
        try:
            self._settings.choose(step_rate_spm=steps_a_minute(self.count.value()))
        except KnownError as trouble:
            self._banner.show_known(trouble)
            return
        self.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        """The clock ends with the dialog."""
        super().hideEvent(event)
        self._timer.stop()

    def _tick(self) -> None:
        left = max(0.0, self._ends_at - self._clock())
        self._show_left(left)
        if left <= 0.0:
            self._timer.stop()
            self.left.setText(self.tr("Stop. How many?"))
            self.count.setFocus(Qt.FocusReason.OtherFocusReason)
            self.count.selectAll()

    def _show_left(self, seconds: float) -> None:
        self.left.setText(self.tr("{n} s").format(n=-int(-seconds // 1)))

    def _show_result(self, count: int) -> None:
        text = self.tr("{n} steps a minute").format(n=steps_a_minute(count))
        self.rate.setText(text)
